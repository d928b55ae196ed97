//! `rejected.jsonl`: the bulletins that have no record, one a line, each with a code that stays and the reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::error::Error;

/// Its name in the folder of a dataset.
pub(super) const NAME: &str = "rejected.jsonl";

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Line {
    path: String,
    code: &'static str,
    reason: String,
}

/// The lines of what could not be done with the folder `input`, sorted by their paths. No path begins with `input`: the
/// same bulletins give the same lines wherever they lie.
pub(super) fn text(failures: &[Failure], input: &Path) -> serde_json::Result<String> {
    let mut lines: Vec<Line> = failures.iter().map(|f| line(&f.error, input)).collect();
    lines.sort();
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}

/// The paths in a file of such lines, as far as it reads.
pub(super) fn paths(file: &Path) -> BTreeSet<String> {
    #[derive(Deserialize)]
    struct Rejected {
        path: String,
    }
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Rejected>(line).ok());
    lines.map(|line| line.path).collect()
}

fn line(error: &Error, input: &Path) -> Line {
    let path = error.path();
    let path = path.strip_prefix(input).unwrap_or(path);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    // As messages print paths.
    let above = input.join("");
    let reason = error.to_string().replace(&format!("`{}", above.display()), "`");
    Line { path: parts.join("/"), code: error.code(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_knows_where_the_folder_lies() {
        let empty = |path: &str| Failure::new(None, Error::Empty { path: path.into() });
        let text = text(
            &[empty("/home/x/in/b/y.txt"), empty("/home/x/in/a.txt")],
            Path::new("/home/x/in"),
        );
        assert_eq!(
            text.expect("it is written"),
            "{\"path\":\"a.txt\",\"code\":\"empty\",\"reason\":\"`a.txt` is empty; save it again or remove it\"}\n\
             {\"path\":\"b/y.txt\",\"code\":\"empty\",\"reason\":\"`b/y.txt` is empty; save it again or remove it\"}\n"
        );
    }
}
