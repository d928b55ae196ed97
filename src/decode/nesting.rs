//! Keeps the nesting of a page within bounds: the tree algorithm looks back through all open elements at each tag, so
//! that its time grows with the square of the depth.

use std::borrow::Cow;

/// Elements that a page may open one in another. Real pages stay below 60.
const DEEPEST: usize = 300;

/// Elements that hold nothing, or end without an end tag: they do not nest.
#[rustfmt::skip]
const FLAT: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr", "!doctype",
];

/// The source without the tags of elements that stand deeper than [`DEEPEST`]; all words stay.
pub(super) fn within_bounds(source: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    // What is copied already, and where the search goes on.
    let (mut copied, mut at) = (0, 0);
    let mut depth = 0usize;
    while let Some(open) = source[at..].find('<').map(|i| at + i) {
        let rest = &source[open..];
        if let Some(end) = end_of_opaque(rest) {
            at = open + end;
            continue;
        }
        let closing = rest.as_bytes().get(1) == Some(&b'/');
        let name = tag_name(&rest[1 + usize::from(closing)..]);
        let length = rest.find('>').map_or(rest.len(), |i| i + 1);
        let flat = FLAT.iter().any(|f| name.eq_ignore_ascii_case(f));
        if name.is_empty() || flat || rest[..length].ends_with("/>") {
            at = open + 1;
            continue;
        }
        let deep = depth > DEEPEST;
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if deep || depth > DEEPEST {
            kept.push_str(&source[copied..open]);
            kept.push(' ');
            copied = open + length;
        }
        at = open + length;
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    kept.push_str(&source[copied..]);
    Cow::Owned(kept)
}

/// The name of the tag that begins here; empty where none does.
fn tag_name(rest: &str) -> &str {
    let letters = |c: char| !(c.is_ascii_alphanumeric() || c == '!' || c == '-');
    let name = &rest[..rest.find(letters).unwrap_or(rest.len())];
    if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') { name } else { "" }
}

/// The bytes of a comment, script or style that begins here: signs inside are no tags.
fn end_of_opaque(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return Some(rest.find("-->").map_or(rest.len(), |i| i + 3));
    }
    let name = tag_name(&rest[1..]);
    let close = ["script", "style"].iter().find(|n| name.eq_ignore_ascii_case(n))?;
    let mut from = 1;
    while let Some(at) = rest[from..].find("</").map(|i| from + i) {
        if tag_name(&rest[at + 2..]).eq_ignore_ascii_case(close) {
            return Some(at);
        }
        from = at + 2;
    }
    Some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_common_depth_stays_as_it_is() {
        let page = "<html><body><div><p>One<p>Two<script>if (a<b) {}</script><!-- <div> --></div>";
        assert!(matches!(within_bounds(page), Cow::Borrowed(_)));
        let paragraphs = "<p>In 2019.".repeat(2 * DEEPEST);
        assert!(matches!(within_bounds(&paragraphs), Cow::Borrowed(_)));
    }

    #[test]
    fn deeper_tags_go_and_their_words_stay() {
        let page =
            format!("{}words{}after", "<div>".repeat(DEEPEST + 50), "</div>".repeat(DEEPEST + 50));
        let kept = within_bounds(&page);
        assert_eq!(kept.matches("<div>").count(), DEEPEST);
        assert_eq!(kept.matches("</div>").count(), DEEPEST);
        assert!(kept.contains("words") && kept.ends_with("after"));
    }
}
