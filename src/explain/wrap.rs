//! Styled text, broken into lines.

use std::fmt;

use anstyle::Style;
use textwrap::core::Word;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_linebreak::linebreaks;

use super::style::PLAIN;

/// The fewest columns that text gets beside its indent.
const NARROWEST: usize = 20;

/// Text with styles.
#[derive(Clone, Debug, Default)]
pub(super) struct Styled {
    text: String,
    /// The style of the text up to a byte, from the end before.
    runs: Vec<(usize, Style)>,
}

/// How a text is set in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Columns of a line.
    pub(super) width: usize,
    /// Spaces before the first line.
    pub(super) first: usize,
    /// Spaces before the others.
    pub(super) rest: usize,
}

impl Styled {
    /// Adds text; a run of white space becomes one space.
    pub(super) fn push(&mut self, style: Style, text: &str) -> &mut Self {
        for c in text.chars() {
            let space = c.is_whitespace();
            if !space {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
        self.close_run(style)
    }

    /// Adds text as it is.
    pub(super) fn push_raw(&mut self, style: Style, text: &str) -> &mut Self {
        self.text.push_str(text);
        self.close_run(style)
    }

    fn close_run(&mut self, style: Style) -> &mut Self {
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if last.1 == style => last.0 = end,
            _ => self.runs.push((end, style)),
        }
        self
    }

    /// Adds another text with its styles.
    pub(super) fn append(&mut self, other: &Styled) -> &mut Self {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.runs.extend(other.runs.iter().map(|(end, style)| (before + end, *style)));
        self
    }

    /// Writes it in lines, each with its line end.
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>, layout: Layout) -> fmt::Result {
        let words = words(&self.text);
        let room = |indent: usize| columns(layout.width.saturating_sub(indent).max(NARROWEST));
        let mut at = 0;
        for (i, line) in
            wrap_first_fit(&words, &[room(layout.first), room(layout.rest)]).iter().enumerate()
        {
            let indent = if i == 0 { layout.first } else { layout.rest };
            write!(f, "{:indent$}", "")?;
            let whole: usize = line.iter().map(|w| w.word.len() + w.whitespace.len()).sum();
            let trailing = line.last().map_or(0, |w| w.whitespace.len());
            self.write_part(f, at, at + whole - trailing)?;
            writeln!(f)?;
            at += whole;
        }
        Ok(())
    }

    fn write_part(&self, f: &mut fmt::Formatter<'_>, start: usize, end: usize) -> fmt::Result {
        let mut from = start;
        for (run_end, style) in self.runs.iter().filter(|(run_end, _)| *run_end > start) {
            let to = (*run_end).min(end);
            // OK because runs end where pushed text ended, and lines where words do.
            let words = self.text.get(from..to).unwrap_or("");
            if words.is_empty() {
                continue;
            }
            if *style == PLAIN {
                f.write_str(words)?;
            } else {
                write!(f, "{style}{words}{style:#}")?;
            }
            from = to;
        }
        Ok(())
    }
}

/// The pieces of a text between which a line may break.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut start = 0;
    let piece = |(end, _)| text.get(std::mem::replace(&mut start, end)..end).map(Word::from);
    linebreaks(text).filter_map(piece).collect()
}

#[allow(clippy::cast_precision_loss)] // A terminal has fewer than 2^52 columns.
fn columns(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use std::fmt::Display;

    use anstyle::AnsiColor;

    use super::*;

    struct Shown(Styled, Layout);

    impl Display for Shown {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.write(f, self.1)
        }
    }

    #[test]
    fn styles_end_with_their_line() {
        let red = AnsiColor::Red.on_default();
        let mut text = Styled::default();
        text.push(PLAIN, "The city  covers\n")
            .push(red, "12.5 square kilometers")
            .push(PLAIN, " in all.");
        let shown = Shown(text, Layout { width: 22, first: 0, rest: 2 }).to_string();
        assert_eq!(
            shown,
            "The city covers \u{1b}[31m12.5\u{1b}[0m\n  \u{1b}[31msquare kilometers\u{1b}[0m in\n  all.\n"
        );
    }

    #[test]
    fn wide_characters_count_twice_and_break_anywhere() {
        let mut text = Styled::default();
        text.push(PLAIN, "北京市人民政府外事办公室主管全市外事工作");
        let shown = Shown(text, Layout { width: 22, first: 2, rest: 2 }).to_string();
        assert_eq!(shown, "  北京市人民政府外事办\n  公室主管全市外事工作\n");
    }
}
