//! Records whose bulletins are gone.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::record::{FORMAT, Record};
use crate::source::{self, Input};

/// The record that an earlier run wrote into `path`, if it is surely ours: of this contract, and with this id.
pub(super) fn earlier(path: &Path, id: &str) -> Option<Record> {
    let record: Record = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    (record.format == FORMAT && record.id == id).then_some(record)
}

/// Paths and ids of the records in `folder` that are surely ours and of none of the `inputs`, sorted.
///
/// What cannot be read is not surely ours.
pub(super) fn find(folder: &Path, inputs: &[Input]) -> Vec<(PathBuf, String)> {
    let known: HashMap<String, &str> =
        inputs.iter().map(|i| (source::fold_id(&i.id), i.id.as_str())).collect();
    let mut stale = Vec::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((at, prefix)) = folders.pop() {
        for entry in fs::read_dir(&at).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            // Links are somebody's own arrangement.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    folders.push((entry.path(), format!("{prefix}{name}/")));
                }
                Ok(kind) if kind.is_file() => {}
                _ => continue,
            }
            let Some(stem) = name.strip_suffix(".json") else { continue };
            let (path, id) = (entry.path(), format!("{prefix}{stem}"));
            if !is_known(&known, folder, &path, &id) && earlier(&path, &id).is_some() {
                stale.push((path, id));
            }
        }
    }
    stale.sort();
    stale
}

/// Whether the file is the record of an input. Where a file system does not tell capitals apart, the file of `seoul`
/// may still be called `Seoul.json`.
fn is_known(known: &HashMap<String, &str>, folder: &Path, path: &Path, id: &str) -> bool {
    known.get(&source::fold_id(id)).is_some_and(|input| {
        *input == id || source::is_same_file(&super::record_path(folder, input), path)
    })
}

/// Removes a record, and the folders that it leaves empty.
pub(super) fn remove(path: &Path, top: &Path) -> std::io::Result<()> {
    fs::remove_file(path)?;
    let above = path.ancestors().skip(1).take_while(|folder| *folder != top);
    for folder in above {
        // A folder that holds something else stays.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
