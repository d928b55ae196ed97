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
        [Some('e'), before, _] if before != Some('e') => format!("{}ing", stem(base)),
        _ => format!("{}ing", doubled(base)),
    }
}

/// Doubles the last consonant after a single stressed vowel: "stop", "refer", not "open" or "visit".
fn doubled(base: &str) -> String {
    let stressed =
        ["refer", "prefer", "occur", "commit", "admit", "submit", "control", "transfer", "permit"];
    let [last, middle, before] = tail(base);
    let short = syllables(base) == 1 || stressed.contains(&base);
    let closes = matches!(last, Some('b' | 'd' | 'g' | 'l' | 'm' | 'n' | 'p' | 'r' | 't'));
    if short && closes && vowel(middle) && !vowel(before) && base.len() > 2 {
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
    }
}
