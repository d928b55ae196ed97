//! The numbers of a text in digits, and another for each.

use std::ops::RangeInclusive;
use std::str::FromStr;

use rust_decimal::Decimal;

/// Years are moved by this: decades stay decades, and leap years leap years.
pub(super) const EARLIER: u32 = 20;

/// The numbers that are read as years: so many that none gets a digit less.
pub(super) const YEARS: RangeInclusive<u32> = 1000 + EARLIER..=2100;

/// The last day that is moved: the next one is in every month.
pub(super) const LAST_DAY: u32 = 27;

const MONTHS: &[&str] =
    &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Words after a number of years or months that leads from one date to another: the other date would change too.
const LEADING: &[&str] = &[
    "years later",
    "years earlier",
    "years before",
    "years after",
    "months after",
    "months later",
    "days later",
];

/// A number in digits, its separators included, or a date in digits alone.
#[derive(Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
}

/// A text with every figure another.
pub(super) fn changed(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let tokens = tokens(&chars);
    let days = days(&chars, &tokens);
    let mut out = chars.clone();
    for (token, is_day) in tokens.iter().zip(days) {
        if token.is_part_of_word(&chars) || token.is_fixed(&chars) {
            continue;
        }
        let written = token.text(&chars);
        let new = match year(&written) {
            Some(year) => (year - EARLIER).to_string(),
            None if is_date(&written) => changed_date(&written),
            None if is_day && written.parse().is_ok_and(|day: u32| day > LAST_DAY) => continue,
            None => grown(&written),
        };
        put(&mut out, token.start, &new);
        if token.has_ordinal_ending(&chars) {
            put(&mut out, token.end, ordinal_ending(&new));
        }
    }
    out.into_iter().collect()
}

/// The numbers of a text.
pub(super) fn numbers(text: &str) -> Vec<Decimal> {
    let chars: Vec<char> = text.chars().collect();
    let number = |token: &Token| {
        let mut digits = token.text(&chars);
        digits.retain(|c| c.is_ascii_digit() || c == '.');
        Decimal::from_str(&digits).ok()
    };
    tokens(&chars).iter().filter(|t| !t.is_part_of_word(&chars)).filter_map(number).collect()
}

/// One more in the last place; the number itself where that would need another digit, and 1, which has a singular.
pub(super) fn grown(written: &str) -> String {
    let mut chars: Vec<char> = written.chars().collect();
    if written == "1" {
        return written.to_owned();
    }
    for c in chars.iter_mut().rev() {
        match c.to_digit(10) {
            Some(9) => *c = '0',
            Some(digit) => {
                *c = char::from_digit(digit + 1, 10).unwrap_or(*c);
                return chars.into_iter().collect();
            }
            None => {}
        }
    }
    written.to_owned()
}

fn tokens(chars: &[char]) -> Vec<Token> {
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let separator = |i: usize| ",.".contains(chars[i]) && digit(i + 1);
    // "290 053": three digits after a space belong to at most three before it.
    let space = |start: usize, i: usize| {
        let group = chars[i + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        chars[i].is_whitespace() && i - start <= 3 && group == 3
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let mut end = start;
        while digit(end)
            || end > start && end < chars.len() && (separator(end) || space(start, end))
        {
            end += 1;
        }
        if end > start {
            end = end_of_date(chars, start, end);
            tokens.push(Token { start, end });
        }
        start = end.max(start + 1);
    }
    tokens
}

/// After "1980" in "1980-05-05", "2019/20" and "2021/03/15": where the short parts end.
fn end_of_date(chars: &[char], start: usize, mut end: usize) -> usize {
    let written: String = chars[start..end].iter().collect();
    let is_dash = |c: &char| "-/".contains(*c);
    while year(&written).is_some() && chars.get(end).is_some_and(is_dash) {
        let part = chars[end + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        if !(1..=2).contains(&part) {
            break;
        }
        end += 1 + part;
    }
    end
}

fn year(written: &str) -> Option<u32> {
    let value = written.parse().ok().filter(|value| YEARS.contains(value));
    value.filter(|_| written.len() == 4)
}

/// "1980-05-05", "11.4.1988", "2019/20".
fn is_date(written: &str) -> bool {
    written.contains(['-', '/']) || written.matches('.').count() == 2
}

/// A date in digits alone keeps its month and day. Two digits after a year and a dash are a year too, if no month.
fn changed_date(written: &str) -> String {
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let mut changed = written.to_owned();
    for part in parts.iter().filter_map(|part| year(part)) {
        changed = changed.replace(&part.to_string(), &(part - EARLIER).to_string());
    }
    if let [_, short] = parts[..]
        && let Some(year) = short.parse().ok().filter(|n: &u32| *n > 12)
    {
        let long = changed.strip_suffix(short).unwrap_or(&changed);
        changed = format!("{long}{:02}", (year + 100 - EARLIER) % 100);
    }
    changed
}

fn put(out: &mut [char], at: usize, text: &str) {
    for (place, c) in out[at..].iter_mut().zip(text.chars()) {
        *place = c;
    }
}

fn ordinal_ending(written: &str) -> &'static str {
    if ["11", "12", "13"].iter().any(|teen| written.ends_with(teen)) {
        return "th";
    }
    match written.chars().last() {
        Some('1') => "st",
        Some('2') => "nd",
        Some('3') => "rd",
        _ => "th",
    }
}

impl Token {
    fn text(self, chars: &[char]) -> String {
        chars[self.start..self.end].iter().collect()
    }

    /// At most so many characters before it.
    fn before(self, chars: &[char], count: usize) -> String {
        chars[self.start.saturating_sub(count)..self.start].iter().collect()
    }

    /// At most so many characters after it.
    fn after(self, chars: &[char], count: usize) -> String {
        chars[self.end..].iter().take(count).collect()
    }

    /// In "G20", "km2" and "An-225", but not in "mid-2020".
    fn is_part_of_word(self, chars: &[char]) -> bool {
        let before = self.before(chars, 2);
        let hyphened = before.strip_suffix('-').is_some_and(|b| b.ends_with(char::is_alphabetic));
        before.ends_with(char::is_alphabetic) || hyphened && year(&self.text(chars)).is_none()
    }

    /// Numbers with a sense of their own: angles, hours of a clock, phone numbers, lists of companies.
    fn is_fixed(self, chars: &[char]) -> bool {
        let (before, after) = (self.before(chars, 8), self.after(chars, 16));
        after.starts_with(['°', '′', '\'', ':'])
            || before.ends_with(['+', ':', '°', '′'])
            || before.ends_with("Fortune ")
            || before.ends_with("Global ")
            || LEADING.iter().any(|words| after.trim_start().starts_with(words))
    }

    fn has_ordinal_ending(self, chars: &[char]) -> bool {
        ["st", "nd", "rd", "th"].contains(&self.after(chars, 2).as_str())
    }

    fn is_short(self) -> bool {
        self.end - self.start <= 2
    }

    /// "October 23", "23 October", "the 23rd of October", "the 17th of that month".
    fn is_beside_month(self, chars: &[char]) -> bool {
        let is_month = |word: &str| MONTHS.iter().any(|month| word.starts_with(month));
        let before = self.before(chars, 12);
        if before.strip_suffix(' ').and_then(|b| b.split(' ').next_back()).is_some_and(is_month) {
            return true;
        }
        let ending = if self.has_ordinal_ending(chars) { 2 } else { 0 };
        let after: String = self.after(chars, 24).chars().skip(ending).collect();
        let mut words = after.split_whitespace().filter(|word| !["of", "that"].contains(word));
        let following = after.starts_with(' ').then(|| words.next()).flatten();
        following.is_some_and(|word| is_month(word) || word.starts_with("month"))
    }
}

/// Which tokens are days of a month: beside its name, or joined to one that is.
fn days(chars: &[char], tokens: &[Token]) -> Vec<bool> {
    let mut days: Vec<bool> =
        tokens.iter().map(|token| token.is_short() && token.is_beside_month(chars)).collect();
    let joined = |a: Token, b: Token| {
        let between: String = chars[a.end..b.start].iter().collect();
        let between = between.trim_start_matches(char::is_alphabetic).trim();
        ["to", "and", "till", "until", "-", "–"].contains(&between)
    };
    for i in 1..tokens.len() {
        days[i] |= days[i - 1] && tokens[i].is_short() && joined(tokens[i - 1], tokens[i]);
    }
    for i in (1..tokens.len()).rev() {
        days[i - 1] |= days[i] && tokens[i - 1].is_short() && joined(tokens[i - 1], tokens[i]);
    }
    days
}
