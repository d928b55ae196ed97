//! Shows how a sentence is read.
use chancery::{decode, document, mention, name, place, pipeline::Extractor};
fn main() {
    let text = std::env::args().nth(1).unwrap();
    let body = format!("[Overview] Exampleton is a city.\n\n[Economy] {text}\n");
    let src = decode::decode(body.as_bytes(), decode::Hint::Plain);
    let doc = document::divide(&src);
    let g = place::identify(&src.text, &doc);
    let mut all = vec![];
    for s in &doc.sections { for p in &s.paragraphs { all.extend(mention::find(&src.text, p.span)); } }
    for p in &doc.sections[1].paragraphs { for span in &p.sentences {
        let first = all.partition_point(|m| m.span.start() < span.start());
        let last = all.partition_point(|m| m.span.start() < span.end());
        let s = name::Sentence::read(&src.text, *span, &all[first..last], first, Extractor::built_in().lexicon(), &g);
        let mut out = String::new();
        for (i, t) in s.tokens.iter().enumerate() { out += &format!("{i}:{}/{:?} ", t.span.of(&src.text), t.tag); }
        println!("{out}");
        for n in &s.nouns { println!("  NP {:?} name={:?} def={} pron={}", s.span_of(n.first, n.last).of(&src.text), n.name.is_some(), n.definite, n.pronoun); }
        for c in &s.clauses { println!("  CL {}..{} verb={:?} subj={:?}  «{}»", c.start, c.end, c.verb.map(|v| s.span_of(v,v).of(&src.text)), c.subject.map(|n| s.span_of(s.nouns[n].first, s.nouns[n].last).of(&src.text)), s.span_of(c.start, c.end-1).of(&src.text)); }
    } }
    let r = chancery::pipeline::extract("x", "x.txt", body.as_bytes());
    for f in &r.facts { println!("{} = {} {} {:?} | S={:?} O={:?} T={:?} «{}» [{}]", f.property, serde_json::to_string(&f.value).unwrap(), f.unit.as_deref().unwrap_or(""), f.qualifier, f.subject, f.of, f.time, f.evidence.text, f.rule); }
}
