//! Lays the nodes of a page out as lines of plain text.
//!
//! Blocks are paragraphs with a blank line between them; items, rows and `<br>` end lines; white space is folded.

use std::ops::Range;

use super::page::{Kind, Page};

/// What is laid out, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The article: furniture left out, each gap one space.
    Article,
    /// What stands before it: all of it, wide gaps kept, since fields stand side by side there.
    Preface,
}

/// Lines of text, and where they come from.
#[derive(Debug, Default)]
pub(super) struct Rendering {
    pub(super) text: String,
    /// Where each text node's first character stands in `text`, in bytes, and the node's index.
    pub(super) marks: Vec<(usize, usize)>,
}

impl Rendering {
    /// The text node that the byte at `at` comes from.
    pub(super) fn node_at(&self, at: usize) -> Option<usize> {
        let after = self.marks.partition_point(|(start, _)| *start <= at);
        self.marks.get(after.checked_sub(1)?).map(|(_, node)| *node)
    }
}

/// Lays out the nodes of `range`, whose first is an element that holds the rest, or a text.
pub(super) fn render(page: &Page<'_>, range: Range<usize>, style: Style) -> Rendering {
    let done = Rendering::default();
    let mut writer = Writer {
        page,
        style,
        done,
        gap: Gap::None,
        rows: Vec::new(),
        span_end: None,
        term_end: None,
    };
    let mut open: Vec<usize> = Vec::new();
    let mut at = range.start;
    while let Some(node) = page.nodes.get(at).filter(|_| at < range.end) {
        while let Some(last) = open.pop_if(|last| page.nodes[*last].end <= at) {
            writer.close(last);
        }
        // The range's own element is wanted, whatever its name.
        if style == Style::Article && node.furniture && at > range.start {
            at = node.end;
            continue;
        }
        writer.open(at);
        open.push(at);
        at += 1;
    }
    writer.done
}

/// What separates the next characters from the last, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// With so many spaces that do not fold in a browser.
    Space(usize),
    /// Between parts of one cell.
    Part,
    /// Between a label and its value.
    Colon,
    /// Between cells, so many of them.
    Bars(usize),
    Line,
    Blank,
}

/// A row of a table that is being written.
#[derive(Clone, Copy, Debug)]
struct RowState {
    node: usize,
    shape: Shape,
}

/// How a row is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Its cells hold blocks of their own: the table only places them.
    Layout,
    /// A label and its value.
    Pair,
    /// Cells of data.
    Cells,
}

struct Writer<'a, 'p> {
    page: &'a Page<'p>,
    style: Style,
    done: Rendering,
    gap: Gap,
    rows: Vec<RowState>,
    /// The length of the text where the last span or link ended, in bytes.
    span_end: Option<usize>,
    /// The same of the last term of a list of terms.
    term_end: Option<usize>,
}

impl Writer<'_, '_> {
    fn open(&mut self, i: usize) {
        let page = self.page;
        match page.nodes[i].kind {
            Kind::Text { text, raised, preformatted } => self.text(i, text, raised, preformatted),
            Kind::Inline => {}
            Kind::Span | Kind::Link => {
                // Pages set fields apart by style alone: "2020-11-05" and "Source" would run together.
                let adjoins = self.span_end == Some(self.done.text.len());
                if self.style == Style::Preface && adjoins && self.gap == Gap::None {
                    self.gap = Gap::Space(2);
                }
            }
            Kind::Break => {
                // A second one leaves a line blank.
                let again = self.gap == Gap::Line;
                self.end(if again { Gap::Blank } else { Gap::Line });
            }
            Kind::Row => self.row(i),
            Kind::Cell => self.cell(i),
            Kind::Details => self.details(i),
            Kind::Item | Kind::Term => self.end(Gap::Line),
            Kind::Block | Kind::Paragraph | Kind::Heading(_) | Kind::Table => self.end(Gap::Blank),
        }
    }

    fn close(&mut self, i: usize) {
        match self.page.nodes[i].kind {
            Kind::Text { .. } | Kind::Break | Kind::Inline => {}
            Kind::Span | Kind::Link => self.span_end = Some(self.done.text.len()),
            Kind::Term => {
                self.term_end =
                    Some(self.done.text.len()).filter(|_| self.page.nodes[i].letters > 0);
                self.end(Gap::Line);
            }
            Kind::Item | Kind::Details => self.end(Gap::Line),
            Kind::Row => {
                self.rows.pop_if(|row| row.node == i);
                self.end(Gap::Line);
            }
            Kind::Cell => {
                if self.rows.last().is_none_or(|row| row.shape == Shape::Layout) {
                    self.end(Gap::Line);
                }
            }
            Kind::Block | Kind::Paragraph | Kind::Heading(_) | Kind::Table => self.end(Gap::Blank),
        }
    }

    /// Ends a line, or, within a cell of data, a part of the cell.
    fn end(&mut self, gap: Gap) {
        let in_cell = self.rows.last().is_some_and(|row| row.shape != Shape::Layout);
        self.gap = self.gap.max(if in_cell { Gap::Part } else { gap });
    }

    fn row(&mut self, i: usize) {
        let shape = shape(self.page, i);
        self.end(if shape == Shape::Layout { Gap::Blank } else { Gap::Line });
        self.rows.push(RowState { node: i, shape });
    }

    fn cell(&mut self, i: usize) {
        let parent = self.page.nodes[i].parent;
        match self.rows.last() {
            Some(RowState { node, shape }) if *node == parent => {
                if parent + 1 == i {
                    return;
                }
                self.gap = match (shape, self.gap) {
                    (Shape::Layout, gap) => gap.max(Gap::Blank),
                    (Shape::Pair, _) => Gap::Colon,
                    (Shape::Cells, Gap::Bars(n)) => Gap::Bars(n + 1),
                    // The row's first cells are empty: nothing of it is written yet.
                    (Shape::Cells, gap @ (Gap::Line | Gap::Blank)) => gap,
                    (Shape::Cells, _) => Gap::Bars(1),
                };
            }
            _ => self.end(Gap::Line),
        }
    }

    fn details(&mut self, i: usize) {
        let after_term = self.term_end == Some(self.done.text.len());
        if after_term && self.gap == Gap::Line && !holds_blocks(self.page, i) {
            self.gap = Gap::Colon;
        } else {
            self.end(Gap::Line);
        }
    }

    fn text(&mut self, i: usize, text: &str, raised: bool, preformatted: bool) {
        let raised_digits = raised && is_number(text.trim());
        let plain = raised_digits && self.gap == Gap::None && ends_in_unit(&self.done.text);
        let mut marked = false;
        for c in text.chars() {
            if preformatted && c == '\n' {
                let again = self.gap == Gap::Line;
                self.end(if again { Gap::Blank } else { Gap::Line });
            } else if is_gap(c) {
                let wide = usize::from(matches!(c, '\u{A0}' | '\u{3000}'));
                self.gap = match self.gap {
                    Gap::None => Gap::Space(wide),
                    Gap::Space(n) => Gap::Space(n + wide),
                    gap => gap,
                };
            } else if !is_invisible(c) {
                self.write_gap();
                if !marked {
                    marked = true;
                    self.done.marks.push((self.done.text.len(), i));
                }
                self.done.text.push(if raised_digits && !plain { superscript(c) } else { c });
            }
        }
    }

    fn write_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let text = &mut self.done.text;
        if text.is_empty() {
            return;
        }
        let last = text.chars().next_back().unwrap_or(' ');
        match gap {
            Gap::None => {}
            Gap::Space(wide) => {
                let keep = self.style == Style::Preface && wide > 1;
                text.push_str(if keep { "    " } else { " " });
            }
            Gap::Part => {
                text.push_str(if last.is_alphanumeric() || last == ')' { "; " } else { " " });
            }
            Gap::Colon if matches!(last, ':' | '：') => text.push(' '),
            // No label ends like a sentence.
            Gap::Colon if matches!(last, '.' | '。' | '!' | '?') => text.push('\n'),
            Gap::Colon => text.push_str(": "),
            Gap::Bars(n) => {
                text.extend(std::iter::repeat_n(" |", n));
                text.push(' ');
            }
            Gap::Line => text.push('\n'),
            Gap::Blank => text.push_str("\n\n"),
        }
    }
}

/// Characters of a cell above which it holds prose, not data.
const LONGEST_CELL: usize = 400;

fn shape(page: &Page<'_>, row: usize) -> Shape {
    let cells: Vec<usize> =
        page.children(row).filter(|c| page.nodes[*c].kind == Kind::Cell).collect();
    let written = |cell: &usize| page.nodes[*cell].letters > 0;
    let Some(last) = cells.iter().rposition(written) else { return Shape::Cells };
    let places =
        |cell: &usize| page.nodes[*cell].letters > LONGEST_CELL || holds_blocks(page, *cell);
    if last == 0 || cells.iter().any(places) {
        Shape::Layout
    } else if last == 1 && cells.first().is_some_and(written) {
        Shape::Pair
    } else {
        Shape::Cells
    }
}

/// Whether node `i` holds a heading, a table, or more than one paragraph.
fn holds_blocks(page: &Page<'_>, i: usize) -> bool {
    let mut paragraphs = 0;
    for node in page.nodes.get(i + 1..page.nodes[i].end).unwrap_or_default() {
        match node.kind {
            Kind::Heading(_) | Kind::Table if node.letters > 0 => return true,
            Kind::Paragraph if node.letters > 0 => paragraphs += 1,
            _ => {}
        }
    }
    paragraphs > 1
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}' | '\u{3000}')
}

/// Characters that have no place in a line: soft hyphens, joints for line breaking, byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text ends in a unit that takes an exponent: the raised figure in km² belongs to it, while a raised
/// figure after a number or a name is an exponent or a footnote, and would make another number if it were joined.
fn ends_in_unit(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    ["m", "km", "cm", "mm", "dm", "hm", "mi", "ft", "yd", "in", "mile", "miles", "feet"]
        .contains(&word)
}

fn superscript(digit: char) -> char {
    match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}
