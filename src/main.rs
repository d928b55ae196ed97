//! The command.
use std::fmt::Write as _;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args[0] == "text" {
        let heading = args.get(2).map_or("Overview", |s| s);
        let city = args.get(3).map_or("Exampleton", |s| s);
        let body = format!("[Overview] {city} is a city.\n\n[{heading}] {}\n", args[1]);
        let r = chancery::pipeline::extract("x", "x.txt", body.as_bytes());
        let mut out = String::new();
        for f in &r.facts {
            let v = serde_json::to_string(&f.value).unwrap();
            let _ = writeln!(out, "{} = {v} {} {:?} | S={:?} O={:?} T={:?} «{}» [{}]", f.property, f.unit.as_deref().unwrap_or(""), f.qualifier, f.subject, f.of, f.time, f.evidence.text, f.rule);
        }
        for u in &r.unclaimed { let _ = writeln!(out, "UNCLAIMED {}", u.text); }
        for u in &r.passed_over { let _ = writeln!(out, "passed {} {:?}", u.text, u.reason); }
        println!("{out}");
        return;
    }
    let (input, output) = (&args[0], &args[1]);
    std::fs::create_dir_all(output).unwrap();
    for e in std::fs::read_dir(input).unwrap() {
        let p = e.unwrap().path();
        let id = p.file_stem().unwrap().to_str().unwrap().to_string();
        let Some(x) = p.extension() else { continue };
        if x == "json" { continue }
        let r = chancery::pipeline::extract(&id, p.file_name().unwrap().to_str().unwrap(), &std::fs::read(&p).unwrap());
        std::fs::write(format!("{output}/{id}.json"), serde_json::to_string_pretty(&r).unwrap()).unwrap();
    }
}
