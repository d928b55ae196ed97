//! Files of one's own: units, abbreviations and properties, and the faults that such a file may have.

use chancery::decode::{Hint, decode};
use chancery::examples;
use chancery::pipeline::Extractor;
use chancery::record::{Fact, Record, SubjectKind};
use chancery::rules::Silent;
use chancery::write::{Cells, Facts, Writer, schema_with};
use serde_json::Value;

/// Units: an area that is converted, a level that is not, and a length in thousands of another of one's own.
const UNITS: &str = r#"
[[unit]]
symbol = "[pyeong]"
kind = "area"
spellings = ["pyeong", "sq. cho"]
factor = 3.305785
to = "m2"

[[unit]]
symbol = "dB"
kind = "other"
spellings = ["dB", "decibels"]

[[unit]]
symbol = "[ri]"
spellings = ["ri"]
factor = "43200/11"
to = "m"

[[unit]]
symbol = "[koku]"
kind = "volume"
spellings = ["koku"]
factor = 180.39
to = "L"

[[unit]]
symbol = "ug/m3"
kind = "other"
spellings = ["µg/m3", "µg / m³"]

[[unit]]
symbol = "Mbit/s"
kind = "speed"
spellings = ["Mbit/s"]

[[unit]]
symbol = "Gbit/s"
spellings = ["Gbit/s"]
factor = 1_000
to = "Mbit/s"
"#;

#[track_caller]
fn extractor(files: &[&str]) -> Extractor {
    let files: Vec<(&str, &str)> = files.iter().map(|content| ("own.toml", *content)).collect();
    Extractor::with_own(&files).unwrap_or_else(|fault| panic!("{fault}"))
}

/// The record of a small bulletin about Alba.
fn record(extractor: &Extractor, body: &str) -> Record {
    let text = format!("[Overview] Alba is a city. {body}\n");
    extractor.extract("alba", "alba.txt", text.as_bytes(), &mut Silent)
}

/// A fact in a line: property, value, unit, subject, and what was stated.
fn line(fact: &Fact) -> String {
    let value = serde_json::to_string(&fact.value).expect("a value");
    let max = fact
        .value_max
        .as_ref()
        .map_or(String::new(), |max| format!("..{}", serde_json::to_string(max).expect("a value")));
    let unit = fact.unit.as_deref().unwrap_or("-");
    let subject = fact.subject.as_deref().unwrap_or("-");
    let stated = fact.stated.as_ref().map(|s| {
        let max = s.value_max.map_or(String::new(), |max| format!("..{max}"));
        format!(", stated {}{max} {}", s.value, s.unit)
    });
    let stated = stated.unwrap_or_default();
    format!("{} {value}{max} {unit} of {subject}{stated}", fact.property)
}

fn lines(extractor: &Extractor, body: &str) -> Vec<String> {
    record(extractor, body).facts.iter().map(line).collect()
}

#[test]
fn units_are_read_by_the_built_in_rules() {
    let extractor = extractor(&[UNITS]);
    for (body, expected) in [
        (
            "It covers an area of 3,000 pyeong.",
            "area 0.009917355 km2 of Alba, stated 3000 [pyeong]",
        ),
        (
            "It covers an area of some 200 to 300 sq cho.",
            "area 0.000661157..0.0009917355 km2 of Alba, stated 200..300 [pyeong]",
        ),
        ("Alba lies 3 ri from the sea.", "distance 11781.81818 m of Alba, stated 3 [ri]"),
        ("The fair had a noise level of 60 decibels.", "quantity 60 dB of fair"),
        ("The dust comes to 35 µg/m3.", "quantity 35 ug/m3 of dust"),
        ("The dust comes to 35 µg/m³.", "quantity 35 ug/m3 of dust"),
        (
            "The Alba Brewery makes 2 koku a day.",
            "quantity 360.78 L of Alba Brewery, stated 2 [koku]",
        ),
        (
            "The Alba Line carries 2.5 Gbit/s.",
            "quantity 2500 Mbit/s of Alba Line, stated 2.5 Gbit/s",
        ),
    ] {
        assert_eq!(lines(&extractor, body), [expected], "{body}");
    }
}

#[test]
fn a_second_unit_repeats_the_first() {
    let extractor = extractor(&[UNITS]);
    for body in [
        "It covers an area of 0.01 km2 (3,025 pyeong).",
        "It covers an area of 3,025 pyeong (0.01 km2).",
    ] {
        assert_eq!(lines(&extractor, body), ["area 0.01 km2 of Alba"], "{body}");
    }
}

#[test]
fn a_name_is_no_unit() {
    let extractor = extractor(&[UNITS]);
    for body in ["It has 5 Ri Ling shops.", "It has 5 rivers.", "It has 40 pyeongs."] {
        let units: Vec<_> =
            record(&extractor, body).facts.into_iter().filter_map(|fact| fact.unit).collect();
        assert!(units.is_empty(), "{body}: {units:?}");
    }
}

#[test]
fn sentences_go_on_after_abbreviations() {
    let own = extractor(&[r#"
[abbreviations]
never = ["Kh.", "Pref"]
before_opener = ["Blk."]
before_capital = ["usw."]
number = ["Par."]
"#]);
    let sentences = |extractor: &Extractor, text: &str| {
        let document = extractor.divide(&decode(text.as_bytes(), Hint::Plain));
        document.sections[0].paragraphs[0].sentences.len()
    };
    for (text, alone, with) in [
        ("It is led by Kh. Battulga of Hyogo Pref. Council and others.", 3, 1),
        ("It lies in Blk. Seven of the city. It is old.", 3, 2),
        ("It is said to lie in Blk. The city is old.", 2, 2),
        ("It sells wool usw. 5 ships come. It is old.", 3, 2),
        ("It sells wool usw. Alba is old.", 2, 2),
        ("This is said in Par. 5 of the charter.", 2, 1),
        ("This is what they call Par. The city is old.", 2, 2),
    ] {
        let text = format!("[Overview] {text}");
        assert_eq!(sentences(Extractor::built_in(), &text), alone, "{text}");
        assert_eq!(sentences(&own, &text), with, "{text}");
    }
}

#[test]
fn an_abbreviation_stands_in_a_name() {
    let extractor = extractor(&["[abbreviations]\nnever = [\"Kh.\"]\n"]);
    let facts = lines(&extractor, "Mayor Kh. Battulga took office in 2020.");
    let expected =
        ["office_holder \"Kh. Battulga\" - of Mayor", "took_office \"2020\" - of Kh. Battulga"];
    assert_eq!(facts, expected);
}

/// Properties of several kinds, with a rule each.
const PROPERTIES: &str = r#"
[[property]]
name = "x_noise"
value = "measure"
unit = "dB"

[[property]]
name = "x_level"
value = "number"
unit = "dB"

[[property]]
name = "x_deck"
value = "measure"
unit = "m"
subjects = ["thing", "institution"]

[[property]]
name = "x_lawn"
value = "measure"
unit = "[pyeong]"

[[property]]
name = "x_fee"
value = "money"
unit = "EUR"

[[property]]
name = "x_blessed"
value = "date"
subjects = ["institution"]

[[property]]
name = "x_crafts"
value = "list"

[[rule]]
id = "x_noise.reaches"
property = "x_noise"
pattern = 'noise .. {value:other}'

[[rule]]
id = "x_level.reaches"
property = "x_level"
pattern = 'noise .. {value:number}'

[[rule]]
id = "x_deck.long"
property = "x_deck"
tier = "special"
pattern = 'deck of {value:length}'

[[rule]]
id = "x_lawn.of"
property = "x_lawn"
tier = "special"
pattern = 'lawn of {value:area}'

[[rule]]
id = "x_fee.asked"
property = "x_fee"
tier = "special"
pattern = 'fee of {value:money}'

[[rule]]
id = "x_blessed.in"
property = "x_blessed"
tier = "special"
patterns = ['{subject:name} @be bless "in" {value:date}', 'bless "in" {value:date}']

[[rule]]
id = "x_crafts.known"
property = "x_crafts"
pattern = 'craft such as {value:list}'
"#;

#[test]
fn properties_hold_what_they_declare() {
    let extractor = extractor(&[UNITS, PROPERTIES]);
    for (body, expected) in [
        ("The noise reaches 60 decibels.", "x_noise 60 dB of noise"),
        ("The noise reaches 60.", "x_level 60 dB of noise"),
        ("The noise reaches 60 MW.", "quantity 60 MW of noise"),
        ("The Alba Bridge has a deck of 2 km.", "x_deck 2000 m of Alba Bridge, stated 2 km"),
        ("The Alba Bridge has a deck of 300 m.", "x_deck 300 m of Alba Bridge"),
        (
            "The Alba Bridge has a deck of 2 miles.",
            "x_deck 3218.688 m of Alba Bridge, stated 2 [mi_i]",
        ),
        ("It has a lawn of 1,000 pyeong.", "x_lawn 1000 [pyeong] of Alba"),
        ("It has a lawn of 661.157 m2.", "x_lawn 200 [pyeong] of Alba, stated 661.157 m2"),
        ("It asks a fee of 5 euros.", "x_fee 5 EUR of Alba"),
        ("It asks a fee of US$5.", "money 5 USD of Alba"),
        ("The Alba University was blessed in 1901.", "x_blessed \"1901\" - of Alba University"),
        (
            "Alba knows crafts such as lace, glass and felt.",
            "x_crafts [\"lace\",\"glass\",\"felt\"] - of Alba",
        ),
    ] {
        let facts = lines(&extractor, body);
        assert!(facts.iter().any(|fact| fact == expected), "{body}\n{facts:#?}");
        assert_eq!(
            facts.iter().filter(|fact| fact.starts_with("x_")).count(),
            usize::from(expected.starts_with("x_")),
            "{facts:#?}"
        );
    }
}

#[test]
fn a_subject_is_of_the_classes_declared() {
    let extractor = extractor(&[UNITS, PROPERTIES]);
    // The rule's own slot gives the city, which the property may not be said of.
    let facts = lines(&extractor, "Alba was blessed in 1901.");
    assert!(facts.iter().all(|fact| !fact.starts_with("x_")), "{facts:#?}");
    let facts = record(&extractor, "The Alba Museum is large. It was blessed in 1901.").facts;
    let blessed: Vec<_> = facts.iter().filter(|f| f.property == "x_blessed").collect();
    assert!(
        blessed.iter().all(|f| f.subject_kind == Some(SubjectKind::Institution)),
        "{blessed:#?}"
    );
    assert_eq!(blessed.len(), 1);
}

#[test]
fn the_schema_asks_what_is_declared() {
    let extractor = extractor(&[UNITS, PROPERTIES]);
    let schema = schema_with(extractor.properties());
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let record = record(&extractor, "The noise reaches 60 dB. The Alba Bridge has a deck of 2 km.");
    let good = serde_json::to_value(&record).expect("JSON");
    assert!(validator.is_valid(&good), "{good:#}");
    let place = |property: &str| {
        let at = record.facts.iter().position(|f| f.property == property).expect("the fact");
        format!("/facts/{at}")
    };
    for (property, key, wrong) in [
        ("x_noise", "unit", Value::from("m")),
        ("x_noise", "value", Value::from("loud")),
        ("x_deck", "subject_kind", Value::from("person")),
    ] {
        let mut bad = good.clone();
        bad.pointer_mut(&place(property)).expect("the fact")[key] = wrong;
        assert!(!validator.is_valid(&bad), "{property}.{key}");
    }
}

#[test]
fn dates_of_ones_own_are_dates_in_the_table() {
    let extractor = extractor(&[UNITS, PROPERTIES]);
    let record = record(&extractor, "The Alba University was blessed in 1901.");
    let mut out = Vec::new();
    let table = Facts::new(&mut out, Cells::Exact).expect("writes");
    table.with_dates(extractor.own_dates()).write(&record).expect("writes");
    let table = String::from_utf8(out).expect("UTF-8");
    assert!(table.contains(",1901-01-01,1901-12-31,"), "{table}");
}

/// What is told of a file, without its name.
#[track_caller]
fn fault(content: &str) -> String {
    let told = Extractor::with_own(&[("own.toml", content)]).expect_err("the file has a fault");
    told.strip_prefix("own.toml:").unwrap_or_else(|| panic!("{told}")).to_owned()
}

/// Checks that each file has the fault told, at its line and column.
#[track_caller]
fn check_faults(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(content, expected)| (content, expected, fault(content)))
        .filter(|(_, expected, told)| told != *expected)
        .map(|(content, expected, told)| format!("{content}\nexpected {expected}\ntold     {told}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn faults_of_units() {
    check_faults(UNIT_FAULTS);
}

#[rustfmt::skip]
const UNIT_FAULTS: &[(&str, &str)] = &[
    ("[[unit]]\nsymbol = \"a\"\n", "1:1: missing field `spellings`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nsize = 5\n", "4:1: unknown field `size`, expected one of `symbol`, `kind`, `spellings`, `factor`, `to`"),
    ("[[unit]]\nsymbol = \"a b\"\nkind = \"other\"\nspellings = [\"zarn\"]\n", "2:10: expected a symbol without spaces, but found `a b`"),
    ("[[unit]]\nsymbol = \"km2\"\nkind = \"other\"\nspellings = [\"zarn\"]\n", "2:10: `km2` is the symbol of another unit"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"loudness\"\nspellings = [\"zarn\"]\n", "3:8: unknown variant `loudness`, expected one of `area`, `length`, `mass`, `temperature`, `volume`, `speed`, `power`, `energy`, `other`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\n", "2:10: say what `a` measures: `kind`, and `factor` and `to` if it is to be converted"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"area\"\nspellings = [\"zarn\"]\n", "3:8: a record shows area in `km2` always: give `a` a `factor` and a unit `to` which it leads"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"length\"\nspellings = [\"zarn\"]\nfactor = 5\nto = \"m2\"\n", "3:8: `a` is converted to `m2`, so its kind is area, not length"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nfactor = 5\n", "4:10: a `factor` needs the unit that it leads to: `to`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nto = \"m\"\n", "4:6: say how many `m` one `a` is: `factor`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nfactor = 5\nto = \"meters\"\n", "5:6: there is no unit with the symbol `meters`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nfactor = -5\nto = \"m\"\n", "4:10: expected a decimal or a ratio of two above zero (3.305785 or \"400/121\"), but found `-5`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nfactor = \"1/0\"\nto = \"m\"\n", "4:10: expected a decimal or a ratio of two above zero (3.305785 or \"400/121\"), but found `1/0`"),
    ("[[unit]]\nsymbol = \"a\"\nspellings = [\"zarn\"]\nfactor = 0.12345678901234567891\nto = \"m\"\n", "4:10: `0.12345678901234567891` has more digits than can be reckoned with exactly"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = []\n", "4:13: `a` has no spelling: say how texts write it"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"zarn\", \"Zarn\"]\n", "4:22: `Zarn` stands here twice"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"3zarn\"]\n", "4:14: expected letters or a sign to begin with, but found `3zarn`"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"zarn\",\n  \"sq. km\"]\n", "5:3: `sq. km` is a spelling of the unit `km2` already"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"zarn\", \"years\"]\n", "4:22: `years` has another meaning behind a number already"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"US dollars\"]\n", "4:14: `US dollars` has another meaning behind a number already"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"degrees Fahrenheit\"]\n", "4:14: `degrees Fahrenheit` has another meaning behind a number already"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"seats\"]\n", "4:14: `seats` is a word that the rules speak of"),
    ("[[unit]]\nsymbol = \"a\"\nkind = \"other\"\nspellings = [\"zarn\"]\n[[unit]]\nsymbol = \"b\"\nkind = \"other\"\nspellings = [\"zarn\"]\n", "8:14: `zarn` is a spelling of the unit `a` already"),
];

#[test]
fn faults_of_abbreviations() {
    check_faults(ABBREVIATION_FAULTS);
}

#[rustfmt::skip]
const ABBREVIATION_FAULTS: &[(&str, &str)] = &[
    ("[abbreviations]\nalways = [\"Kh.\"]\n", "2:1: unknown field `always`, expected one of `never`, `number`, `before_opener`, `before_capital`"),
    ("[abbreviations]\nnever = [\"Kh.\", \"et al.\"]\n", "2:17: expected an abbreviation of one word, but found `et al.`"),
    ("[abbreviations]\nnever = [\".\"]\n", "2:10: expected an abbreviation of one word, but found `.`"),
    ("[abbreviations]\nnever = [\"St.\"]\n", "2:10: `St.` is known already"),
    ("[abbreviations]\nnever = [\"Kh.\"]\nnumber = [\"Kh\"]\n", "3:11: `Kh.` is known already"),
    ("[abbreviations]\nnever = [\"Kh.\",\n  \"city\"]\n", "3:3: `city` is a word that the rules speak of: a sentence may end with it"),
];

#[test]
fn faults_of_properties() {
    check_faults(PROPERTY_FAULTS);
}

#[rustfmt::skip]
const PROPERTY_FAULTS: &[(&str, &str)] = &[
    ("[[property]]\nname = \"noise\"\n", "2:8: a property of your own begins with x_, so `noise` does not"),
    ("[[property]]\nname = \"x_Noise\"\n", "2:8: expected small letters, digits and _ after x_, but found `x_Noise`"),
    ("[[property]]\nname = \"x_a\"\n[[property]]\nname = \"x_a\"\n", "4:8: there are two properties `x_a`"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"area\"\n", "3:9: unknown variant `area`, expected one of `number`, `ordinal`, `percent`, `measure`, `money`, `date`, `duration`, `text`, `list`"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"measure\"\nunit = \"dB\"\n", "4:8: there is no unit with the symbol `dB`; declare it with [[unit]]"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"money\"\nunit = \"euro\"\n", "4:8: expected a currency that is known, such as `USD`, but found `euro`"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"number\"\nunit = \"a b\"\n", "4:8: expected a symbol without spaces, but found `a b`"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"date\"\nunit = \"a\"\n", "4:8: a value that is a date has no unit of yours"),
    ("[[property]]\nname = \"x_a\"\nunit = \"m\"\n", "3:8: say what has this unit: `value = \"measure\"`, \"number\" or \"money\""),
    ("[[property]]\nname = \"x_a\"\nsubjects = [\"place\", \"ship\"]\n", "3:22: unknown variant `ship`, expected one of `city`, `place`, `body`, `office`, `person`, `institution`, `thing`, `event`, `party`, `group`"),
    ("[[property]]\nname = \"x_a\"\nsubjects = []\n", "3:12: expected a class that the subject may have, but found none"),
    ("[[property]]\nname = \"x_a\"\nsubject = \"city\"\nsubjects = [\"thing\"]\n", "3:11: `subjects` does not allow what `city` would find"),
    ("[[property]]\nname = \"x_a\"\nvalue = \"date\"\n[[rule]]\nid = \"x_a.b\"\nproperty = \"x_a\"\npattern = 'zarn {value:area}'\n", "5:6: rule `x_a.b`: `x_a` holds a date, which the value of this pattern can never be"),
    ("[[rule]]\nid = \"area.covers\"\nproperty = \"area\"\npattern = 'zarn {value:area}'\n", "2:6: there are two rules `area.covers`"),
];

/// The blocks of TOML in a page, without what stands before each of their lines.
fn blocks(page: &str, prefix: &str) -> Vec<String> {
    let lines = page.lines().map(|line| line.strip_prefix(prefix).unwrap_or(line));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut blocks = Vec::new();
    let mut inside = false;
    for line in lines {
        match line {
            "```toml" => {
                blocks.push(String::new());
                inside = true;
            }
            "```" => inside = false,
            line => {
                if let Some(block) = blocks.last_mut().filter(|_| inside) {
                    block.push_str(line);
                    block.push('\n');
                }
            }
        }
    }
    blocks
}

#[test]
fn what_the_pages_show_is_so() {
    let readme = blocks(include_str!("../../README.md"), "");
    let reference = blocks(include_str!("../../src/rules/own/mod.rs"), "//!");
    assert_eq!((readme.len(), reference.len()), (2, 1));
    for files in [readme, reference] {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let (count, failures) = examples::check(&extractor(&files), true);
        assert!(count > 0 && failures.is_empty(), "{failures:#?}");
    }
}
