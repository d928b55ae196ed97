//! The date of a bulletin, in every form that a page's head prints it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A date in a line of a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it stands in the line, the time of day included.
    pub(super) range: Range<usize>,
    /// In EDTF.
    pub(super) edtf: String,
    /// Whether day and month could be the other way round: then `edtf` is the year alone.
    pub(super) ambiguous: bool,
}

/// Which of day and month comes first where numbers do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Day,
    Month,
    Unknown,
}

impl Order {
    /// The custom of a language, by its BCP 47 tag.
    pub(super) fn of(language: Option<&str>) -> Order {
        match language {
            Some(tag) if tag.eq_ignore_ascii_case("en-US") => Order::Month,
            // English alone does not say which: offices in Asia write both.
            Some(tag) if tag.eq_ignore_ascii_case("en") => Order::Unknown,
            Some(tag) if tag.len() >= 2 && !tag.to_ascii_lowercase().starts_with("zh") => {
                Order::Day
            }
            _ => Order::Unknown,
        }
    }
}

/// One way to write a date; the groups `y`, `m`, `d` hold its parts, `a` and `b` a day and a month in either order.
struct Form {
    regex: LazyLock<Regex>,
}

const YEAR: &str = r"(?P<y>(?:19|20)[0-9]{2})";
const MONTH: &str = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober|tember)?";

macro_rules! form {
    ($($piece:expr),+) => {
        Form {
            regex: LazyLock::new(|| {
                let pattern = [r"(?i)", $($piece),+].concat();
                Regex::new(&pattern).expect("a fixed pattern is valid")
            }),
        }
    };
}

/// The most particular first.
static FORMS: [Form; 8] = [
    form!(
        r"(?-u:\b)",
        YEAR,
        r"\s?[-/.]\s?(?P<m>[0-9]{1,2})\s?[-/.]\s?(?P<d>[0-9]{1,2})(?:T|(?-u:\b))"
    ),
    form!(YEAR, r"\s*年\s*年?\s*(?P<m>[0-9]{1,2})\s*月(?:\s*(?P<d>[0-9]{1,2})\s*日)?"),
    form!(
        r"(?-u:\b)(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?",
        MONTH,
        r"\.?,?[\s.-]+",
        YEAR,
        r"(?-u:\b)"
    ),
    form!(r"(?-u:\b)", MONTH, r"\.?\s*(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s,.]+", YEAR, r"(?-u:\b)"),
    form!(r"(?-u:\b)(?P<a>[0-9]{1,2})(?P<s>[./-])(?P<b>[0-9]{1,2})[./-]", YEAR, r"(?-u:\b)"),
    form!(r"(?-u:\b)", MONTH, r"\.?,?\s+", YEAR, r"(?-u:\b)"),
    form!(r"^", YEAR, r"(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:[0-9]{6})?$"),
    form!(r"^", YEAR, r"(?:[-/.](?P<m>[0-9]{1,2}))?$"),
];

/// A time of day after a date: "T10:05:00+08:00", " - 12:00 AM".
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[T,\s]*(?:-\s*)?(?:at\s+)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\s?[ap]\.?m(?-u:\b)\.?)?(?:\s?(?:Z|GMT|UTC|[+-][0-9]{2}:?[0-9]{2}))?")
        .expect("a fixed pattern is valid")
});

/// The first date of `line`.
pub(super) fn find(line: &str, order: Order) -> Option<Found> {
    // Every form has a year, and most lines of a head have none.
    if !line.contains("19") && !line.contains("20") {
        return None;
    }
    // Where a form fits but there is no such day, a looser form must not take the rest of it.
    let captures = FORMS.iter().find_map(|form| form.regex.captures(line))?;
    let all = captures.get(0)?;
    let (edtf, ambiguous) = read(&captures, order)?;
    let rest = line.get(all.end()..).unwrap_or("");
    let time = TIME.find(rest).map_or(0, |found| found.end());
    Some(Found { range: all.start()..all.end() + time, edtf, ambiguous })
}

/// EDTF, and whether day and month may have changed places.
fn read(captures: &Captures<'_>, order: Order) -> Option<(String, bool)> {
    let group = |name| captures.name(name).map(|found| found.as_str());
    let year: u32 = group("y")?.parse().ok()?;
    if let (Some(a), Some(b)) = (group("a"), group("b")) {
        let (a, b): (u32, u32) = (a.parse().ok()?, b.parse().ok()?);
        // With stops and hyphens the day comes first everywhere; with slashes it depends.
        let order = if group("s") == Some("/") { order } else { Order::Day };
        let day_first = match order {
            Order::Day => b <= 12,
            Order::Month => a > 12,
            Order::Unknown if a > 12 || b > 12 || a == b => b <= 12,
            Order::Unknown => return Some((format!("{year:04}"), true)),
        };
        let (day, month) = if day_first { (a, b) } else { (b, a) };
        return date(year, Some(month), Some(day)).map(|edtf| (edtf, false));
    }
    let month = match group("m") {
        Some(month) => Some(month.parse().ok().or_else(|| month_number(month))?),
        None => None,
    };
    let day = match group("d") {
        Some(day) => Some(day.parse().ok()?),
        None => None,
    };
    date(year, month, day).map(|edtf| (edtf, false))
}

fn month_number(name: &str) -> Option<u32> {
    let lower = name.to_ascii_lowercase();
    let months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = months.iter().position(|month| lower.starts_with(month))?;
    u32::try_from(at + 1).ok()
}

/// The date in EDTF, if there is such a day.
fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    let Some(month) = month else { return Some(format!("{year:04}")) };
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    match day {
        None => Some(format!("{year:04}-{month:02}")),
        Some(day) if (1..=days).contains(&day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let found = find(line, Order::Unknown).map(|f| f.edtf);
        assert_eq!(found.as_deref().unwrap_or("-"), expected, "{line}");
    }

    #[test]
    fn all_forms() {
        for line in [
            "2022-02-22",
            "2022/2/22",
            "2022.02.22",
            "2022-02-22 10:11:09",
            "2022-02-22T10:11:09+08:00",
            "2022年2月22日",
            "2022年 2月 22日",
            "22 February 2022",
            "22nd of February 2022 11:34 AM",
            "February 22, 2022",
            "Feb. 22 2022",
            "Feb.22.2022",
            "Tuesday, February 22, 2022",
            "Tuesday، 22 February 2022 - 12:00 AM",
            "22.02.2022",
            "22-2-2022",
            "22/2/2022",
            "2/22/2022",
            "20220222",
            "20220222101109",
            "22-Feb-2022",
        ] {
            check(line, "2022-02-22");
        }
        check("2004年11月現在", "2004-11");
        check("March 2021", "2021-03");
        check("2021-03", "2021-03");
        check("2021", "2021");
        check("05.03.2021", "2021-03-05");
        check("02/02/2021", "2021-02-02");
    }

    #[test]
    fn no_dates() {
        for line in [
            "",
            "2021-13-01",
            "30 February 2021",
            "Room 2021-4, 18 Youyi Street",
            "12345678",
            "post_1148684",
        ] {
            check(line, "-");
        }
    }

    #[test]
    fn order_of_day_and_month() {
        let found = find("05/03/2021", Order::Unknown).expect("a date");
        assert_eq!((found.edtf.as_str(), found.ambiguous), ("2021", true));
        let read = |language| find("05/03/2021", Order::of(Some(language))).map(|f| f.edtf);
        assert_eq!(read("en-US").as_deref(), Some("2021-05-03"));
        assert_eq!(read("en-GB").as_deref(), Some("2021-03-05"));
        assert_eq!(read("en").as_deref(), Some("2021"));
    }

    #[test]
    fn the_time_of_day_belongs_to_it() {
        let line = "28 January 2022 11:34 AM";
        assert_eq!(find(line, Order::Unknown).map(|f| f.range), Some(0..line.len()));
        assert_eq!(find("2022-02-22 |", Order::Unknown).map(|f| f.range), Some(0..10));
    }
}
