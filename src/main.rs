//! The command.
fn main() {
    let mut args = std::env::args().skip(1);
    let (input, output) = (args.next().unwrap(), args.next().unwrap());
    std::fs::create_dir_all(&output).unwrap();
    for e in std::fs::read_dir(input).unwrap() {
        let p = e.unwrap().path();
        let id = p.file_stem().unwrap().to_str().unwrap().to_string();
        let Some(x) = p.extension() else { continue };
        if x == "json" { continue }
        let r = chancery::pipeline::extract(&id, p.file_name().unwrap().to_str().unwrap(), &std::fs::read(&p).unwrap());
        std::fs::write(format!("{output}/{id}.json"), serde_json::to_string_pretty(&r).unwrap()).unwrap();
    }
}
