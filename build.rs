//! Gives the program its identity: a hash over every source that can change an output.
//!
//! The version alone would not do: who changes a rule's code between two releases must not get the records of the code
//! before. The hash is of the files' content, sorted by path and with `\n` at line ends, so that it is the same on every
//! machine and in every checkout.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// What no output depends on.
const BESIDE: [&str; 5] = ["src/cli", "src/explain", "src/score", "src/examples.rs", "src/main.rs"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    // The versions of what the program is built from: another HTML parser may give another text.
    let mut files = vec!["Cargo.lock".to_owned()];
    collect(&root, "src", &mut files)?;
    files.sort();
    let mut hash = Sha256::new();
    for file in &files {
        let Ok(content) = fs::read(root.join(file)) else { continue };
        let content = plain_line_ends(&content);
        hash.update(format!("{file} {}\n", content.len()));
        hash.update(&content);
    }
    // 64 bits tell versions apart.
    let hash = hash.finalize().iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte));
    println!("cargo::rustc-env=CHANCERY_SOURCE={hash:016x}");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    Ok(())
}

/// Adds the files below `folder`, as paths from `root` with `/` between their parts.
fn collect(root: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        let hidden = name.as_encoded_bytes().starts_with(b".");
        if hidden || BESIDE.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn plain_line_ends(content: &[u8]) -> Vec<u8> {
    let returns = |at: usize| content[at] == b'\r' && content.get(at + 1) == Some(&b'\n');
    (0..content.len()).filter(|at| !returns(*at)).map(|at| content[at]).collect()
}
