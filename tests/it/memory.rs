//! A batch is a stream: what the command holds does not grow with the number of bulletins.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Records that are still to be written when the memory is read: more than a pipe holds, so the command is alive.
const LEFT: usize = 5;

/// The most memory, in kB, that the command had held when `bulletins` of one folder were nearly done, by Linux's count.
fn peak(bulletins: usize) -> u64 {
    let folder = TempDir::new().expect("a folder");
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/seoul.txt");
    let text = fs::read(text).expect("it reads");
    for i in 0..bulletins {
        fs::write(folder.path().join(format!("{i:05}.txt")), &text).expect("a file");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .arg("extract")
        .arg(folder.path())
        .args(["--format", "jsonl"])
        .env("RAYON_NUM_THREADS", "2")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    let out = child.stdout.take().expect("it writes");
    let mut lines = BufReader::new(out).lines();
    let read = lines.by_ref().take(bulletins - LEFT).map_while(Result::ok).count();
    assert_eq!(read, bulletins - LEFT);
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it runs");
    assert_eq!(lines.map_while(Result::ok).count(), LEFT);
    assert!(child.wait().expect("it ends").success());
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kb = peak.and_then(|l| l.split_whitespace().next()?.parse().ok());
    kb.expect("the kernel tells the peak")
}

#[test]
fn a_batch_holds_no_more_than_its_queue() {
    if !cfg!(target_os = "linux") {
        println!("skipped: only Linux tells a process's peak of memory in a file");
        return;
    }
    // 300 bulletins fill the queue and what the allocator keeps; 600 records more, each with its text, would be 50 MB.
    let (short, long) = (peak(300), peak(900));
    assert!(long < short + 8_000, "{long} kB for 900 bulletins, {short} kB for 300");
}
