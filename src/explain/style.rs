//! Which colour means what.

use anstyle::{AnsiColor, Style};

/// No style.
pub(super) const PLAIN: Style = Style::new();
/// Names of things, titles.
pub(super) const TITLE: Style = Style::new().bold();
/// What became a fact's value.
pub(super) const VALUE: Style = AnsiColor::Green.on_default().bold();
/// What gives a time.
pub(super) const TIME: Style = AnsiColor::Cyan.on_default();
/// What needs no look.
pub(super) const DIM: Style = Style::new().dimmed();
/// What may need one.
pub(super) const DOUBT: Style = AnsiColor::Yellow.on_default();
/// What needs one.
pub(super) const WRONG: Style = AnsiColor::Red.on_default().bold();
/// Properties.
pub(super) const PROPERTY: Style = AnsiColor::Blue.on_default().bold();
