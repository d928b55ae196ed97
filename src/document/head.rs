//! Reads the head of a bulletin: publisher, date and title, each of which may be missing, among lines of navigation.

use std::sync::LazyLock;

use regex::Regex;

use super::Head;
use super::published::{self, Found, Order};
use super::title::{self, Candidate};
use crate::decode::Text;

/// What stands before a publisher, in front of a colon.
const SOURCE: &str = r"(?:information )?source|from|publisher|published by|issued by|provided by|origin|来源|信息来源|发布机构|发布单位";

/// What stands before a date, in front of a colon.
const DATE: &str = r"(?:release |publish(?:ing|ed)? |publication |last |page )?(?:date|time|updated?)(?: time| on)?|published(?: on)?|posted(?: on)?|released(?: on)?|issued(?: on)?|last modified|stand|日期|更新日|更新日期|最近更新时间|发布时间|发布日期|时间";

/// What stands before other fields of a head; they are passed over.
const OTHER: &str = r"author|editor|reporter|responsible editor|views?|visits|hits|clicks|font ?size|font|text size|share|字体|编辑|责任编辑|浏览次数|点击数|作者";

/// A field's label: the groups say of which kind.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = format!(
        r"(?i)(?:^|[\s|(（\[])(?:(?P<source>{SOURCE})|(?P<date>{DATE})|(?P<other>{OTHER}))\s?[:：]\s*"
    );
    Regex::new(&pattern).expect("a fixed pattern is valid")
});

/// What divides fields on one line.
static GAP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\s]{2,}|[\t|｜]|\u{A0}").expect("a fixed pattern is valid"));

/// The name of an office that opens with its task: "Foreign Affairs Office of …".
static OFFICE_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:The )?(?:General )?(?:(?:Foreign|International|External) (?:Affairs|Relations) (?:Office|Bureau|Department|Division|Committee|Commission)|(?:Office|Bureau|Department|Division|Ministry) (?:of|for) (?:the )?(?:Foreign|International|External) (?:Affairs|Relations))")
        .expect("a fixed pattern is valid")
});

/// "Published on 3 March 2021 by …": a date and a publisher in one phrase.
static PHRASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?i:published|posted|issued|released|updated)(?: on| at)?\s(?P<when>.*?[0-9].*?)(?:\s+by\s+(?P<who>.+))?$")
        .expect("a fixed pattern is valid")
});

/// The parts of a head as they are found, the more certain ones first.
#[derive(Default)]
struct Finder {
    labelled_publisher: Option<(usize, String)>,
    office: Option<(usize, String)>,
    labelled_date: Option<Found>,
    dates: Vec<(usize, Found)>,
    candidates: Vec<Candidate>,
    line: usize,
}

/// Reads the lines before the body, `lines`, and what the page says of itself; `body` tells which line is the title.
pub(super) fn read<'t>(lines: impl Iterator<Item = &'t str>, source: &'t Text, body: &str) -> Head {
    let order = Order::of(source.meta.language.as_deref());
    let mut finder = Finder::default();
    finder.candidates.extend(source.meta.title.as_deref().map(Candidate::of_page));
    for line in lines {
        finder.line += 1;
        finder.read_line(line, order);
    }
    let meta = source.meta.published.as_deref().and_then(|p| published::find(p.trim(), order));
    let publisher = finder.publisher().map(|(_, name)| name.clone());
    let publisher = publisher.or_else(|| source.meta.publisher.clone());
    let date = finder.date(meta);
    let title = title::choose(&finder.candidates, body);
    Head {
        publisher,
        ambiguous_date: date.as_ref().is_some_and(|d| d.ambiguous),
        published: date.map(|d| d.edtf),
        city: title.as_ref().map(|t| t.city.clone()),
        country: title.as_ref().and_then(|t| t.country.clone()),
        title: title.map(|t| t.printed),
        url: source.meta.url.clone(),
    }
}

/// Whether a line is a field of a head: "Source: …", "Date: …".
pub(super) fn is_field(line: &str) -> bool {
    LABEL.find(line).is_some_and(|label| label.start() == 0)
}

/// Reads a line at the foot of a bulletin: whether it is one of the fields of a head, which then fills `head`.
pub(super) fn read_foot(line: &str, head: &mut Head) -> bool {
    let Some(label) = LABEL.captures(line).filter(|c| c.get(0).is_some_and(|m| m.start() == 0))
    else {
        return false;
    };
    let value = label.get(0).and_then(|m| line.get(m.end()..)).unwrap_or("");
    if label.name("other").is_some() {
        return true;
    }
    let mut finder = Finder { line: 1, ..Finder::default() };
    finder.read_line(line, Order::Unknown);
    let publisher = finder.publisher().filter(|_| label.name("source").is_some());
    let publisher = publisher.map(|(_, name)| name.clone());
    // "Date: 1988.4.11" at the end of a section is the body's own.
    let is_update = label.name("date").is_some_and(|m| !m.as_str().eq_ignore_ascii_case("date"));
    let date = finder.labelled_date.filter(|_| is_update);
    if publisher.is_none() && date.is_none() || value.split_whitespace().count() > 16 {
        return false;
    }
    head.publisher = head.publisher.take().or(publisher);
    head.published = head.published.take().or(date.map(|d| d.edtf));
    true
}

impl Finder {
    fn read_line(&mut self, line: &str, order: Order) {
        // A date may have wide gaps inside ("2022-02-22  10:11"): fields are cut at labels first.
        let mut starts: Vec<(usize, Option<Kind>, usize)> = vec![(0, None, 0)];
        let labelled = line.contains([':', '：']).then(|| LABEL.captures_iter(line));
        for label in labelled.into_iter().flatten() {
            let Some(all) = label.get(0) else { continue };
            let kind = Kind::of(&label);
            starts.push((all.start(), Some(kind), all.end()));
        }
        for (i, (_, kind, from)) in starts.iter().enumerate() {
            let until = starts.get(i + 1).map_or(line.len(), |(start, ..)| *start);
            let words = line.get(*from..until).unwrap_or("").trim();
            match kind {
                None => GAP.split(words).for_each(|field| self.field(field, order)),
                Some(Kind::Source) => self.source(words, order),
                Some(Kind::Date) => {
                    let found = published::find(words.trim_end_matches([')', '）', ']']), order);
                    self.labelled_date = self.labelled_date.take().or(found);
                }
                Some(Kind::Other) => {}
            }
        }
    }

    fn source(&mut self, words: &str, order: Order) {
        let mut fields = GAP.split(words).map(tidy).filter(|field| !field.is_empty());
        if let Some(first) = fields.next() {
            let name = without_date(first, order, |found| self.dates.push((self.line, found)));
            if !name.is_empty() {
                self.labelled_publisher.get_or_insert_with(|| (self.line, name.to_string()));
            }
        }
        fields.for_each(|field| self.field(field, order));
    }

    /// A field without a label.
    fn field(&mut self, field: &str, order: Order) {
        let field = field.trim();
        // The word "Source" may be lost, and its colon left.
        if let Some(name) = field.strip_prefix([':', '：']) {
            return self.source(name, order);
        }
        if let Some(phrase) = PHRASE.captures(field) {
            return self.phrase(&phrase, order);
        }
        let mut dates = Vec::new();
        let words = tidy(without_date(tidy(field), order, |found| dates.push(found)));
        let line = self.line;
        if words.is_empty() || is_weekday(words) {
            self.dates.extend(dates.into_iter().map(|found| (line, found)));
            return;
        }
        if words.contains(['>', '›', '»', '→']) || words.contains("::") {
            let last = words.rsplit(['>', '›', '»', '→']).next().unwrap_or("");
            self.candidates.push(Candidate::of_path(last.trim()));
            return;
        }
        if let Some((before, office)) = office(words) {
            self.office = Some((line, office.to_string()));
            self.dates.extend(dates.into_iter().map(|found| (line, found)));
            if !before.is_empty() {
                self.candidates.push(Candidate::of_line(before, line));
            }
        } else {
            self.candidates.push(Candidate::of_line(field, line));
        }
    }

    fn phrase(&mut self, phrase: &regex::Captures<'_>, order: Order) {
        let when = phrase.name("when").and_then(|when| published::find(when.as_str(), order));
        self.labelled_date = self.labelled_date.take().or(when);
        if let Some(who) = phrase.name("who") {
            self.source(who.as_str(), order);
        }
    }

    fn publisher(&self) -> Option<&(usize, String)> {
        self.labelled_publisher.as_ref().or(self.office.as_ref())
    }

    /// A labelled date, else the one nearest to the publisher's line, else what the page's source says.
    fn date(&self, meta: Option<Found>) -> Option<Found> {
        let near = |line: usize| {
            let nearest = self.dates.iter().min_by_key(|(at, _)| at.abs_diff(line));
            nearest.filter(|(at, _)| at.abs_diff(line) <= 3).map(|(_, found)| found.clone())
        };
        self.labelled_date
            .clone()
            .or_else(|| self.publisher().and_then(|(line, _)| near(*line)))
            .or(meta)
            .or_else(|| self.dates.last().map(|(_, found)| found.clone()))
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Source,
    Date,
    Other,
}

impl Kind {
    fn of(label: &regex::Captures<'_>) -> Kind {
        match (label.name("source"), label.name("date")) {
            (Some(_), _) => Kind::Source,
            (None, Some(_)) => Kind::Date,
            (None, None) => Kind::Other,
        }
    }
}

/// A field without signs at its ends that divide fields or are empty brackets.
fn tidy(field: &str) -> &str {
    field.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '｜' | ',' | ';' | '·' | '-' | '–' | '/')
    })
}

/// The field without a date at its start or end, which is handed to `found`.
fn without_date(field: &str, order: Order, found: impl FnOnce(Found)) -> &str {
    let Some(date) = published::find(field, order) else { return field };
    let before =
        field.get(..date.range.start).unwrap_or("").trim_end_matches(['(', '（', '[', ' ']);
    let after = field.get(date.range.end..).unwrap_or("").trim_start_matches([')', '）', ']', ' ']);
    let (("", rest) | (rest, "")) = (tidy(before), tidy(after)) else { return field };
    found(date);
    rest
}

fn is_weekday(words: &str) -> bool {
    let word = words.trim_end_matches(['،', ',', '.', ' ']).to_ascii_lowercase();
    word.ends_with("day") && word.len() <= 9 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// No office has a longer name, in words.
const LONGEST_OFFICE: usize = 18;

/// Splits a line into what stands before an office's name, and the name.
fn office(words: &str) -> Option<(&str, &str)> {
    if words.contains("外事办公室") || words.contains("外办") || words.contains("外事局")
    {
        return Some(("", words));
    }
    let found = OFFICE_OF.find(words)?;
    let after = words.get(found.end()..).unwrap_or("");
    let before = words.get(..found.start()).unwrap_or("").trim_end();
    // "Foreign Affairs Office of X" begins the name; in "X Foreign Affairs Office" X belongs to it.
    let opens =
        after.starts_with(" of ") && !before.ends_with("Municipal") && !before.ends_with("City");
    let at = if opens || found.as_str().contains(" of ") || found.as_str().contains(" for ") {
        found.start()
    } else {
        0
    };
    let name = words.get(at..)?.trim();
    let title = if at == 0 { "" } else { before };
    (name.split_whitespace().count() <= LONGEST_OFFICE && !name.ends_with(['.', '。']))
        .then_some((title, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: [&str; 3]) {
        let source = Text::default();
        let body =
            "Alba (full name Alba City) is the capital of Spain. The council of Alba has 3 seats.";
        let read = read(head.lines(), &source, body);
        let parts = [read.publisher, read.published, read.title].map(Option::unwrap_or_default);
        assert_eq!(parts.each_ref().map(String::as_str), expected, "{head}");
    }

    #[test]
    fn publishers_and_dates() {
        check(
            "Beijing Foreign Affairs Office\n2022-02-22\u{A0} |\u{A0}\u{A0}",
            ["Beijing Foreign Affairs Office", "2022-02-22", ""],
        );
        check(
            ":Foreign Affairs Office of X\n2022-02-22  |",
            ["Foreign Affairs Office of X", "2022-02-22", ""],
        );
        check(
            "From: Office of Foreign Affairs Work Committee\nUpdated: 2024-11-11 10:11",
            ["Office of Foreign Affairs Work Committee", "2024-11-11", ""],
        );
        check(
            "Update: 2020-03-18     Source: Wuhan Foreign Affairs Office   Views: 12",
            ["Wuhan Foreign Affairs Office", "2020-03-18", ""],
        );
        check(
            "Update: 2020-03-18 Source: Wuhan Foreign Affairs Office",
            ["Wuhan Foreign Affairs Office", "2020-03-18", ""],
        );
        check(
            "Date: 2019-11-13\nSource: Cankao Xiaoxi\nfontSize:   big middle small",
            ["Cankao Xiaoxi", "2019-11-13", ""],
        );
        check("(Source: The Port Authority  22.03.2021)", ["The Port Authority", "2021-03-22", ""]);
        check("(最近更新时间:2006年07月27日)\n字体:【 打印本页", ["", "2006-07-27", ""]);
        check(
            "Published on 3rd March 2021 by Wuhan Foreign Affairs Office",
            ["Wuhan Foreign Affairs Office", "2021-03-03", ""],
        );
        check("28 January 2022 11:34 AM", ["", "2022-01-28", ""]);
    }

    #[test]
    fn titles() {
        check(
            "Alba(Spain)\nFoo Foreign Affairs Office",
            ["Foo Foreign Affairs Office", "", "Alba(Spain)"],
        );
        check(
            "Home  About Us\nHome > Sister Cities > Alba\nAlba, Spain\n2021-03-04",
            ["", "2021-03-04", "Alba, Spain"],
        );
        check("Facts Culture Sister Cities\nCulture\nEurope\nAlba", ["", "", "Alba"]);
        check(
            "Alba(Spain) Foreign Affairs Office of Foo City 2022-02-23 |",
            ["Foreign Affairs Office of Foo City", "2022-02-23", "Alba(Spain)"],
        );
        check("Alba City Gazette\nFriendly Cities", ["", "", ""]);
    }

    #[test]
    fn feet() {
        let mut head = Head::default();
        assert!(read_foot("Source: Wuhan Foreign Affairs Office", &mut head));
        assert!(read_foot("Editor: Anna Alm", &mut head));
        assert!(!read_foot("Date: 1988.4.11", &mut head));
        assert!(!read_foot("It is so.", &mut head));
        assert_eq!(head.publisher.as_deref(), Some("Wuhan Foreign Affairs Office"));
    }
}
