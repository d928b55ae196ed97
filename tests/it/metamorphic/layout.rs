//! Changes of layout: no fact changes.

use crate::text::wrap;

use super::said::Said;
use super::{Bulletin, Changed};

/// Lines shorter than this, or without a full stop, are titles, labels or furniture, which stay lines of their own.
const SHORTEST_PROSE: usize = 60;

/// Where the lines of mails and old pages break.
const COLUMNS: usize = 72;

/// `【 】` for `[ ]` around the headings, and the other way.
pub(super) fn other_brackets(bulletin: &Bulletin) -> Changed {
    let mut text = bulletin.text.clone();
    for heading in bulletin.sections.iter().filter_map(|(heading, _, _)| heading.as_deref()) {
        let (ascii, lenticular) = (format!("[{heading}]"), format!("【{heading}】"));
        text = if text.contains(&ascii) {
            text.replace(&ascii, &lenticular)
        } else {
            text.replace(&lenticular, &ascii)
        };
    }
    unchanged(bulletin, "x.txt", text)
}

/// All paragraphs of a section in one.
pub(super) fn joined(bulletin: &Bulletin) -> Changed {
    let chars: Vec<char> = bulletin.text.chars().collect();
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    for (_, start, end) in &bulletin.sections {
        parts.push(chars[at..*start].iter().collect());
        parts.push(joined_lines(&chars[*start..*end].iter().collect::<String>()));
        at = *end;
    }
    parts.push(chars[at..].iter().collect::<String>());
    unchanged(bulletin, "x.txt", parts.concat())
}

fn is_prose(line: &str) -> bool {
    line.chars().count() >= SHORTEST_PROSE && line.trim_end().ends_with('.') && !line.contains('©')
}

fn joined_lines(section: &str) -> String {
    let mut out = String::new();
    let mut after_prose = false;
    for line in section.lines().filter(|line| !line.trim().is_empty()) {
        let is_prose = is_prose(line);
        if !out.is_empty() {
            out.push_str(if is_prose && after_prose { " " } else { "\n\n" });
        }
        out.push_str(line.trim());
        after_prose = is_prose;
    }
    out + "\n\n"
}

/// Lines broken at 72 columns, wherever a space is: inside figures, names and dates too.
pub(super) fn wrapped(bulletin: &Bulletin) -> Changed {
    let lines: Vec<String> = bulletin.text.lines().map(|line| wrap(line, COLUMNS)).collect();
    unchanged(bulletin, "x.txt", lines.join("\n"))
}

/// A page with a paragraph for each line, under the city's name.
pub(super) fn page(bulletin: &Bulletin) -> Changed {
    let city = &bulletin.city;
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{city}</title></head>\n\
         <body><div class=\"article\">\n<h1>{city}</h1>\n"
    );
    let lines = bulletin.text.lines().filter(|line| !line.trim().is_empty() && line != city);
    for line in lines {
        let line = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        page.extend(["<p>", &line, "</p>\n"]);
    }
    page.push_str("</div></body>\n</html>\n");
    unchanged(bulletin, "x.html", page)
}

fn unchanged(bulletin: &Bulletin, path: &'static str, text: String) -> Changed {
    Changed { path, text, expected: bulletin.said(), compared: Said::of }
}
