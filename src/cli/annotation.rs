//! Annotations of a GitHub workflow: lines on standard output that the service shows beside a file's line.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chancery::record::{Piece, Record};

/// How bad it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Level {
    Error,
    Warning,
}

/// A message beside a line of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Annotation<'a> {
    pub(crate) level: Level,
    pub(crate) file: &'a Path,
    /// From 1.
    pub(crate) line: usize,
    pub(crate) title: &'a str,
    pub(crate) message: &'a str,
}

impl Annotation<'_> {
    /// Writes the annotation, on a line of its own.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
        };
        let file = property(&self.file.display().to_string());
        let (title, message) = (property(self.title), data(self.message));
        writeln!(out, "::{level} file={file},line={},title={title}::{message}", self.line)
    }
}

/// As messages are escaped, so that one stays on its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As what stands before the message is escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Finds the lines of a bulletin's file on which words of its record stand.
#[derive(Debug)]
pub(crate) struct Places<'r> {
    record: &'r Record,
    /// The file of a page, whose text is not its lines.
    page: Option<String>,
}

impl<'r> Places<'r> {
    pub(crate) fn of(record: &'r Record, file: &Path) -> Places<'r> {
        let is_page = record.source.media_type != "text/plain";
        let page = is_page.then(|| fs::read(file).unwrap_or_default());
        Places { record, page: page.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()) }
    }

    /// The line of these words. In a page it is the first one on which they stand, with as many of the words before them
    /// as the page writes the same way; 1 where none does.
    pub(crate) fn line(&self, piece: &Piece) -> usize {
        let lines = |before: &str| 1 + before.matches('\n').count();
        let text = &self.record.text;
        let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at);
        let Some(page) = &self.page else { return lines(&text[..byte(piece.start)]) };
        let end = byte(piece.end);
        let found = [40, 20, 10, 0]
            .iter()
            .find_map(|before| page.find(&text[byte(piece.start.saturating_sub(*before))..end]));
        found.map_or(1, |at| lines(&page[..at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stays_on_its_line() {
        let mut out = Vec::new();
        let (file, title) = (Path::new("in/a,b.txt"), "c: d");
        let message = "100 %\nof it: all, really";
        let annotation = Annotation { level: Level::Error, file, line: 3, title, message };
        annotation.write(&mut out).expect("it is written");
        assert_eq!(
            String::from_utf8_lossy(&out),
            "::error file=in/a%2Cb.txt,line=3,title=c%3A d::100 %25%0Aof it: all, really\n"
        );
    }

    #[test]
    fn words_are_found_on_their_lines() {
        let lines = |name: &str, source: &str, words: &str| {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join(name);
            fs::write(&file, source).expect("a file");
            let record = chancery::pipeline::extract("x", name, source.as_bytes());
            let at = record.text.find(words).expect("the words are there");
            let start = record.text[..at].chars().count();
            let end = start + words.chars().count();
            Places::of(&record, &file).line(&Piece { start, end, text: words.to_owned() })
        };
        assert_eq!(lines("x.txt", "é\r\n[Overview] Lima\nhas 3 ports.\n", "3"), 3);
        let page = "<p>7 of 3</p>\n<p><b>[Overview]</b> Lima\nhas 3 ports and 4&nbsp;piers.</p>";
        assert_eq!(lines("x.html", page, "3 ports"), 3);
        assert_eq!(lines("x.html", page, "4 piers"), 1);
    }
}
