//! What a text that breaks off still says: a value that touches the cut may lack its last digit or word.

use crate::fact::draft::Draft;

use super::Parts;

/// Whether a figure ends where the text breaks off.
pub(super) fn touches(parts: Parts<'_>, mention: usize) -> bool {
    let Some(cut) = parts.document.cut else { return false };
    parts.mentions.get(mention).is_some_and(|m| m.span.end() >= cut.end())
}

/// Words after a count that may be what is left of its unit: "412 square kilom".
const REST_OF_UNIT: usize = 2;

/// Whether the cut takes the value of a fact, or the unit that would have made it another.
pub(super) fn loses(parts: Parts<'_>, draft: &Draft) -> bool {
    let Some(cut) = parts.document.cut else { return false };
    if draft.evidence.end() >= cut.end() || draft.mention.is_some_and(|m| touches(parts, m)) {
        return true;
    }
    let inside = cut.start() <= draft.evidence.start();
    let rest = parts.source.text.get(draft.evidence.end()..cut.end()).unwrap_or("");
    inside
        && matches!(draft.property.as_str(), "count" | "quantity")
        && rest.split_whitespace().nth(REST_OF_UNIT).is_none()
}
