//! The name that a bulletin's first sentence is about.

use std::sync::LazyLock;

use regex::Regex;

/// "The city of ", "The Free and Hanseatic City of ": what stands before the name itself.
static KIND_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:The |the )?(?:[\p{L}-]+ ){0,3}?(?i:city|province|state|region|territory|municipality|prefecture|canton|county|district|metropolis|municipal district|town|port|island|commonwealth|voivodeship|governorate) of (?P<name>\p{Lu})",
    )
    .expect("a fixed pattern is valid")
});

/// "The Spanish capital Alba": a kind of place between an adjective and the name.
static KIND_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:The |the )(?:[\p{L}-]+ ){0,4}?(?:capital|city|port|metropolis|town|state|province|region|municipality) (?P<name>\p{Lu})")
        .expect("a fixed pattern is valid")
});

/// Words in lower case that names hold.
const PARTICLES: &[&str] = &[
    "al", "am", "an", "and", "aan", "au", "aux", "bei", "da", "das", "de", "del", "den", "der",
    "des", "di", "do", "dos", "du", "el", "en", "im", "in", "la", "las", "le", "les", "los", "ob",
    "of", "on", "op", "sur", "the", "und", "upon", "y",
];

/// Those of them after which a name goes on only where the whole is one: "Stratford upon Avon", not "Alba in Spain".
const LOOSE: &[&str] = &["and", "in", "on", "the"];

/// Verbs that follow a city's name in its first sentence.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "became", "belongs", "boasts", "borders", "comprises", "consists", "counts", "covers", "enjoys", "extends", "faces",
    "forms", "functions", "had", "has", "houses", "is", "lies", "measures", "occupies", "owes", "ranks", "remains", "serves",
    "sits", "spans", "spreads", "stands", "straddles", "stretches", "was",
];

/// Words that open a sentence without being a name.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "A", "According", "After", "Along", "Although", "Among", "An", "As", "At", "Before", "Being", "Beside", "Between", "Both",
    "By", "During", "Europe's", "For", "From", "Her", "Here", "His", "Home", "In", "Inside", "It", "Its", "Like", "Near",
    "Nicknamed", "Not", "Of", "On", "Once", "One", "Our", "Set", "Since", "Spread", "Surrounded", "That", "Their", "There",
    "These", "They", "This", "Those", "Through", "To", "Today", "Under", "Until", "Upon", "We", "When", "Where", "While",
    "With", "Within", "Built",
];

/// The name that `sentence` is about: the one it opens with, or the one after what stands before its subject
/// ("Located in Spain, Alba is …").
pub(crate) fn first_name(sentence: &str) -> Option<String> {
    let sentence = sentence.trim_start().trim_start_matches(['"', '“', '‘']);
    let name = if is_fronted(sentence) { after_front(sentence) } else { opening(sentence) };
    name.filter(|name| !name.rsplit(' ').next().is_some_and(|last| NO_PLACES.contains(&last)))
}

/// Last words of names that are no places'.
const NO_PLACES: &[&str] = &[
    "Administration",
    "Assembly",
    "Committee",
    "Congress",
    "Council",
    "Court",
    "Government",
    "Governor",
    "Mayor",
    "Museum",
    "Parliament",
    "Party",
    "President",
    "Senate",
    "University",
];

fn opening(sentence: &str) -> Option<String> {
    for kind in [&KIND_OF, &KIND_BEFORE] {
        if let Some(name) = kind.captures(sentence).and_then(|found| found.name("name")) {
            return chunk(sentence.get(name.start()..)?).map(|(name, _)| name);
        }
    }
    let rest = sentence.strip_prefix("The ").unwrap_or(sentence);
    let (name, after) = chunk(rest)?;
    // "The Spanish city": a lone adjective before a common noun names nothing.
    let adjective = rest.len() < sentence.len()
        && after.starts_with(char::is_lowercase)
        && !name.contains([' ', '-']);
    let verb = after.split(|c: char| !c.is_alphabetic()).next().is_some_and(|w| VERBS.contains(&w));
    (!adjective || verb).then_some(name)
}

/// Whether something else stands before the sentence's subject.
fn is_fronted(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let bare = first.trim_end_matches(',');
    let participle = (bare.ends_with("ed") || bare.ends_with("ing") || bare == "Known")
        && second.starts_with(char::is_lowercase)
        && !VERBS.contains(&second);
    let common = bare == "The"
        && second.starts_with(char::is_lowercase)
        && !KIND_OF.is_match(sentence)
        && !KIND_BEFORE.is_match(sentence);
    OPENERS.contains(&bare) || participle || common
}

/// The name after a comma that a verb, a bracket or a comma follows, in this order.
fn after_front(sentence: &str) -> Option<String> {
    let mut second_best = None;
    for (comma, _) in sentence.match_indices(", ") {
        let rest = sentence.get(comma + 2..).unwrap_or("");
        let rest = match KIND_OF.captures(rest).and_then(|found| found.name("name")) {
            Some(name) => rest.get(name.start()..).unwrap_or(""),
            None => rest.strip_prefix("the ").unwrap_or(rest),
        };
        let Some((name, after)) = chunk(rest) else { continue };
        let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if VERBS.contains(&word) {
            return Some(name);
        }
        if after.starts_with('(') {
            second_best = Some(name);
        } else if after.starts_with(", the ") || after.starts_with(", a") {
            second_best = second_best.or(Some(name));
        }
    }
    second_best
}

/// The capitalized words that `rest` begins with, particles between them, and what follows.
fn chunk(rest: &str) -> Option<(String, &str)> {
    let mut end = 0;
    let mut at = 0;
    let mut pending = false;
    while let Some(word) = rest.get(at..).and_then(|r| r.split_whitespace().next()) {
        let start = at + rest.get(at..)?.find(word)?;
        let bare = word.trim_end_matches([',', ';', ':', ')', '"', '”', '’', '\'']);
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        let capital =
            bare.starts_with(char::is_uppercase) || bare.starts_with(['\'', '’']) && end == 0;
        if !capital {
            if end == 0
                || !PARTICLES.contains(&bare)
                || LOOSE.contains(&bare) && !pending && !joins(rest, start, bare)
            {
                break;
            }
            pending = true;
            at = start + word.len();
            continue;
        }
        if word.starts_with('(') {
            break;
        }
        pending = false;
        end = start + bare.len();
        at = start + word.len();
        let next = rest.get(at..).unwrap_or("").trim_start();
        if bare.len() < word.len() && !(word.ends_with(',') && next.starts_with("D.C")) {
            break;
        }
    }
    let name = rest.get(..end)?.trim_end_matches(',');
    let name = if name.ends_with('.') && !name.ends_with(".C.") && !name.ends_with("St.") {
        name.trim_end_matches('.')
    } else {
        name
    };
    (!name.is_empty()).then(|| (name.to_string(), rest.get(end..).unwrap_or("").trim_start()))
}

/// Whether "and" or "on" at byte `at` stands inside a name: one more capitalized word and a verb follow.
fn joins(rest: &str, at: usize, particle: &str) -> bool {
    let mut words = rest.get(at + particle.len()..).unwrap_or("").split_whitespace();
    let (next, verb) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    matches!(particle, "and" | "on")
        && next.starts_with(char::is_uppercase)
        && VERBS.contains(&verb)
        && !next.ends_with(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        assert_eq!(first_name(sentence).unwrap_or_default(), expected, "{sentence}");
    }

    #[test]
    fn subjects_that_open() {
        check("Alba is old.", "Alba");
        check("Alba (full name Alba City) is old.", "Alba");
        check("Alba, the capital of Spain, is old.", "Alba");
        check("Alba's history is long.", "Alba");
        check("Santa Alba de la Isla is old.", "Santa Alba de la Isla");
        check("Alba am Main lies in Hesse.", "Alba am Main");
        check("St. Alba lies on the Isla.", "St. Alba");
        check("Alba D.C. (full name Alba) is old.", "Alba D.C.");
        check("Alba, D.C., is old.", "Alba, D.C.");
        check("Alba City is old.", "Alba City");
        check("'s-Alba is old.", "'s-Alba");
        check("Albaing lies in Spain.", "Albaing");
        check("Alba in Spain is old.", "Alba");
    }

    #[test]
    fn kinds_before_the_name() {
        check("The city of Alba is old.", "Alba");
        check("The Free and Hanseatic City of Alba is old.", "Alba");
        check("The State of Alba (AL), nicknamed X, is old.", "Alba");
        check("The province of Alba is the capital city of Spain.", "Alba");
        check("The Spanish capital Alba is old.", "Alba");
        check(
            "The Alban Capital Territory (ACT), the center of Spain, consists of Alba.",
            "Alban Capital Territory",
        );
        check("The Alba-Capital Region is one of three.", "Alba-Capital Region");
        check("The Community of Alba lies in Spain.", "Community of Alba");
        check("The city is old.", "");
    }

    #[test]
    fn subjects_after_something_else() {
        check("Located in Central Spain, Alba is old.", "Alba");
        check("Founded in 1200, Alba (old name Berg) is old.", "Alba");
        check("Situated on the Isla, the city of Alba covers 3 square kilometers.", "Alba");
        check("The capital of Spain, Alba is old.", "Alba");
        check("As the capital of Spain, Alba has a long history.", "Alba");
        check("In the north of Berg, Spain, Alba, the port, is old.", "Alba");
        check("It is old.", "");
    }
}
