//! EDTF: dates to their normal form.

use std::fmt::Write as _;

use super::{Date, Point, Shape, Year};

impl Date {
    /// The date in EDTF; none where a part still leans on its context.
    pub fn edtf(&self) -> Option<String> {
        let end = |p: Option<Point>| p.and_then(print);
        match self.shape {
            Shape::Single => end(self.start),
            Shape::Interval => Some(format!("{}/{}", end(self.start)?, end(self.end)?)),
            Shape::Since => Some(format!("{}/..", end(self.start)?)),
            Shape::Until => Some(format!("../{}", end(self.end.or(self.start))?)),
        }
    }

    /// The date as far as it can be told without its context: "June of the same year" is some June.
    #[must_use]
    pub fn without_context(&self) -> Date {
        Date { start: self.start.map(open), end: self.end.map(open), ..self.clone() }
    }

    /// The date completed from a point of its context; none where the context lacks what it needs.
    pub fn resolve(&self, context: Point) -> Option<Date> {
        let complete = |p: Option<Point>| match p {
            Some(p) => complete(p, context).map(Some),
            None => Some(None),
        };
        Some(Date { start: complete(self.start)?, end: complete(self.end)?, ..self.clone() })
    }
}

/// A month or day of a year that leans on a context which is not there: "in June of the same year" at the beginning.
fn open(p: Point) -> Point {
    let leans = matches!(p.year, Year::Same | Year::Next | Year::Offset(_));
    if leans && p.month.is_some() { Point { year: Year::Open, ..p } } else { p }
}

fn print(p: Point) -> Option<String> {
    let mut text = String::with_capacity("-2000-12-31~".len());
    let _ = match p.year {
        Year::Exact(y) if y < 0 => write!(text, "-{:04}", -y),
        Year::Exact(y) => write!(text, "{y:04}"),
        Year::Decade(d) => write!(text, "{d:03}X"),
        Year::Century(c) if c < 0 => write!(text, "-{:02}XX", -c),
        Year::Century(c) => write!(text, "{c:02}XX"),
        Year::Open | Year::Every => write!(text, "XXXX"),
        Year::Same | Year::Next | Year::Offset(_) | Year::DayOffset(_) | Year::MonthOffset(_) => {
            return None;
        }
    };
    if matches!(p.year, Year::Open) && p.month.is_none() {
        return None;
    }
    if let Some(month) = p.month {
        let _ = write!(text, "-{month:02}");
        if let Some(day) = p.day {
            let _ = write!(text, "-{day:02}");
        }
    }
    if p.approximate {
        text.push('~');
    }
    Some(text)
}

fn complete(p: Point, context: Point) -> Option<Point> {
    let Year::Exact(year) = context.year else {
        return matches!(p.year, Year::Exact(_) | Year::Every | Year::Decade(_) | Year::Century(_))
            .then_some(p);
    };
    let with = |year, month, day| Some(Point { year: Year::Exact(year), month, day, ..p });
    match p.year {
        Year::Exact(_) | Year::Decade(_) | Year::Century(_) | Year::Every => Some(p),
        Year::Open | Year::Same => with(year, p.month, p.day),
        Year::Offset(n) => with(year + n, p.month, p.day),
        Year::Next => {
            let comes = context.month.is_some_and(|month| p.month > Some(month));
            with(year + i32::from(!comes), p.month, p.day)
        }
        Year::MonthOffset(n) => {
            let months = year * 12 + i32::from(context.month?) - 1 + n;
            with(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok(), None)
        }
        Year::DayOffset(n) => {
            let (year, month, day) = add_days(year, context.month?, context.day?, n);
            with(year, Some(month), Some(day))
        }
    }
}

/// The day `n` days after a date; `n` is small, so the days are counted one by one.
fn add_days(mut year: i32, mut month: u8, day: u8, n: i32) -> (i32, u8, u8) {
    let mut day = i32::from(day) + n.clamp(-366, 366);
    while day < 1 {
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
        day += i32::from(days_in(year, month));
    }
    while day > i32::from(days_in(year, month)) {
        day -= i32::from(days_in(year, month));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    (year, month, u8::try_from(day).unwrap_or(1))
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
