//! stub
use std::borrow::Cow;
pub(super) fn mend(source: &str) -> Cow<'_, str> {
    Cow::Borrowed(source)
}
