//! Regular English inflection: the forms a base word takes.

use super::vocabulary::Form;

fn vowel(c: Option<char>) -> bool {
    matches!(c, Some('a' | 'e' | 'i' | 'o' | 'u'))
}

/// The last three letters, last first.
fn tail(base: &str) -> [Option<char>; 3] {
    let mut end = base.chars().rev();
    [end.next(), end.next(), end.next()]
}

/// Plural of a noun, third person of a verb.
pub fn s(base: &str) -> String {
    match tail(base) {
        [Some('y'), before, _] if !vowel(before) => format!("{}ies", stem(base)),
        [Some('s' | 'x' | 'z'), ..] | [Some('h'), Some('c' | 's'), _] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// Past tense and past participle of a regular verb.
pub fn ed(base: &str) -> String {
    match tail(base) {
        [Some('e'), ..] => format!("{base}d"),
        [Some('y'), before, _] if !vowel(before) => format!("{}ied", stem(base)),
        _ => format!("{}ed", doubled(base)),
    }
}

/// Present participle.
pub fn ing(base: &str) -> String {
    match tail(base) {
        // "tying", "lying"
        [Some('e'), Some('i'), _] => format!("{}ying", stem(stem(base))),
        [Some('e'), before, _] if !matches!(before, Some('e' | 'o' | 'y')) => {
            format!("{}ing", stem(base))
        }
        _ => format!("{}ing", doubled(base)),
    }
}

/// Doubles the last consonant after a single stressed vowel: "stop", "refer", not "open" or "visit".
fn doubled(base: &str) -> String {
    #[rustfmt::skip]
    let stressed = [
        "admit", "begin", "commit", "compel", "control", "enrol", "equip", "forget", "occur", "permit", "prefer", "program", "propel",
        "rebel", "refer", "regret", "rerun", "submit", "transfer",
    ];
    let [last, middle, before] = tail(base);
    let short = syllables(base) == 1 || stressed.contains(&base);
    let closes = matches!(last, Some('b' | 'd' | 'g' | 'l' | 'm' | 'n' | 'p' | 'r' | 't'));
    // The "u" of "equip" belongs to its "q".
    let consonant = !vowel(before) || stem(stem(base)).ends_with("qu");
    if short && closes && vowel(middle) && consonant && base.len() > 2 {
        format!("{base}{}", last.unwrap_or_default())
    } else {
        base.to_string()
    }
}

/// Runs of vowels, which syllables have one of each.
fn syllables(base: &str) -> usize {
    let vowels: Vec<bool> = base.chars().map(|c| vowel(Some(c))).collect();
    vowels.windows(2).filter(|w| !w[0] && w[1]).count() + usize::from(vowels.first() == Some(&true))
}

/// The past and the present participle in British spelling, where it doubles an unstressed "l": "travelled", "labelling".
pub fn british(base: &str) -> Option<[String; 2]> {
    let [last, middle, before] = tail(base);
    let unstressed = syllables(base) > 1 && doubled(base) == base;
    let fits = last == Some('l') && vowel(middle) && !vowel(before) && unstressed;
    fits.then(|| [format!("{base}led"), format!("{base}ling")])
}

fn stem(base: &str) -> &str {
    let mut chars = base.chars();
    chars.next_back();
    chars.as_str()
}

/// Which form an irregular spelling is, by its ending.
pub fn form_of(spelling: &str, noun: bool) -> Form {
    if noun || spelling == "has" || spelling == "does" || spelling == "goes" || spelling == "is" {
        Form::S
    } else if spelling.ends_with("ing") && spelling.len() > 4 {
        Form::Ing
    } else if spelling.ends_with('s') && spelling.len() > 4 {
        Form::S
    } else {
        Form::Ed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        let all = |b: &str| format!("{} {} {}", s(b), ed(b), ing(b));
        assert_eq!(all("cover"), "covers covered covering");
        assert_eq!(all("carry"), "carries carried carrying");
        assert_eq!(all("stop"), "stops stopped stopping");
        assert_eq!(all("host"), "hosts hosted hosting");
        assert_eq!(all("establish"), "establishes established establishing");
        assert_eq!(all("create"), "creates created creating");
        assert_eq!(all("transfer"), "transfers transferred transferring");
        assert_eq!(all("stay"), "stays stayed staying");
        assert_eq!(all("open"), "opens opened opening");
        assert_eq!(all("tie"), "ties tied tying");
        assert_eq!(all("agree"), "agrees agreed agreeing");
        assert_eq!(all("equip"), "equips equipped equipping");
        assert_eq!(all("plan"), "plans planned planning");
        assert_eq!(all("sail"), "sails sailed sailing");
        assert_eq!(all("visit"), "visits visited visiting");
        assert_eq!(all("merge"), "merges merged merging");
        assert_eq!(all("employ"), "employs employed employing");
        assert_eq!(all("fix"), "fixes fixed fixing");
        assert_eq!(all("travel"), "travels traveled traveling");
        assert_eq!(all("enrol"), "enrols enrolled enrolling");
        assert_eq!(all("occur"), "occurs occurred occurring");
    }

    #[test]
    fn british_forms() {
        let forms = |b: &str| british(b).map(|[past, present]| format!("{past} {present}"));
        assert_eq!(forms("travel").as_deref(), Some("travelled travelling"));
        assert_eq!(forms("total").as_deref(), Some("totalled totalling"));
        assert_eq!(forms("enrol"), None);
        assert_eq!(forms("sail"), None);
        assert_eq!(forms("call"), None);
    }

    #[test]
    fn plurals() {
        let all = ["city", "church", "museum", "bus", "box", "day", "arch", "princess"];
        let plurals =
            ["cities", "churches", "museums", "buses", "boxes", "days", "arches", "princesses"];
        assert_eq!(all.map(s), plurals);
    }
}
