//! Throughput of each stage and of the whole way, in bytes of text a second, on one bulletin and on all of `input/`.
//!
//!     cargo bench
#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use chancery::decode::{self, Hint, Text};
use chancery::document::Document;
use chancery::mention::Mention;
use chancery::pipeline::{self, Extractor};
use chancery::place;
use chancery::rules::Silent;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// A bulletin as it lies in `input/`.
struct File {
    name: String,
    bytes: Vec<u8>,
}

impl File {
    fn hint(&self) -> Hint {
        Hint::of(Path::new(&self.name))
    }
}

/// Bulletins to measure on: one typical one, and all.
fn sets() -> Vec<(&'static str, Vec<File>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("input/ is there")
        .map(|e| e.expect("it lists").path())
        .collect();
    paths.sort();
    let read = |path: &Path| File {
        name: path.file_name().expect("a file").to_string_lossy().into_owned(),
        bytes: fs::read(path).expect("it reads"),
    };
    let one = paths.iter().filter(|p| p.ends_with("seoul.txt")).map(|p| read(p)).collect();
    vec![("seoul", one), ("input", paths.iter().map(|p| read(p)).collect())]
}

fn stages(c: &mut Criterion) {
    let extractor = Extractor::built_in();
    let mut group = c.benchmark_group("stage");
    for (set, files) in sets() {
        let bytes: usize = files.iter().map(|f| f.bytes.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        let texts: Vec<Text> = files.iter().map(|f| decode::decode(&f.bytes, f.hint())).collect();
        let documents: Vec<Document> = texts.iter().map(|t| extractor.divide(t)).collect();
        let found: Vec<Vec<Mention>> =
            texts.iter().zip(&documents).map(|(t, d)| extractor.find(t, d)).collect();
        group.bench_function(BenchmarkId::new("decode", set), |b| {
            b.iter(|| {
                files.iter().for_each(|f| drop(black_box(decode::decode(&f.bytes, f.hint()))));
            });
        });
        group.bench_function(BenchmarkId::new("divide", set), |b| {
            b.iter(|| texts.iter().for_each(|t| drop(black_box(extractor.divide(t)))));
        });
        group.bench_function(BenchmarkId::new("find", set), |b| {
            b.iter(|| {
                texts
                    .iter()
                    .zip(&documents)
                    .for_each(|(t, d)| drop(black_box(extractor.find(t, d))));
            });
        });
        group.bench_function(BenchmarkId::new("bind", set), |b| {
            b.iter(|| {
                for ((text, document), mentions) in texts.iter().zip(&documents).zip(&found) {
                    let gazette = place::identify(&text.text, document);
                    let bound = extractor.bind(text, document, mentions, &gazette, &mut Silent);
                    black_box(bound);
                }
            });
        });
        group.bench_function(BenchmarkId::new("whole", set), |b| {
            b.iter(|| {
                for f in &files {
                    black_box(pipeline::extract("bench", &f.name, &f.bytes));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
