//! Whether a word that may be a verb is one: by its form, by what stands beside it and by what its clause still lacks.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Form;

use super::token::{Kind, Tag, Token};

pub(super) fn verb(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Tag> {
    let c = &lexicon.class;
    let token = &tokens[at];
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let after = tokens.get(at + 1);
    let in_noun = before.is_some_and(|t| {
        matches!(t.tag, Tag::Det | Tag::Possessive)
            || t.is(c.possessive)
            || matches!(t.kind, Kind::Figure(_))
    });
    let noun_next = after.is_some_and(|t| {
        t.kind == Kind::Word
            && !t.is(c.det | c.prep | c.conj | c.aux | c.adv | c.pron | c.rel | c.sub)
    });
    // "Manufacturing makes up": a gerund as subject.
    let heads = before.is_none_or(|t| {
        matches!(t.tag, Tag::Conj | Tag::Sub) || t.is_sign(',') && t.tag == Tag::Sign
    });
    let verb_next = after.is_some_and(|t| {
        t.is(c.aux)
            || t.is(c.verb | c.state)
                && !t.is(c.noun_like)
                && (t.has_form(lexicon, Form::S) || t.has_form(lexicon, Form::Ed))
    });
    if token.has_form(lexicon, Form::Ing) && heads && verb_next {
        return None;
    }
    if token.has_form(lexicon, Form::Ing) {
        // "a gathering of start-ups"
        let of_next = after.is_some_and(|t| t.word == lexicon.of);
        let in_noun = in_noun || noun_next && is_described(tokens, at, lexicon);
        let noun = in_noun && (noun_next || of_next) || is_gerund(tokens, at, lexicon);
        return if noun { None } else { Some(Tag::Participle) };
    }
    if token.has_form(lexicon, Form::Ed) {
        return past_or_noun(tokens, at, lexicon);
    }
    // "had become", "has run": a base form that is a participle too.
    let perfect = before.is_some_and(|t| t.is(c.have));
    if token.has_form(lexicon, Form::Base) && perfect && !token.is(c.noun_like) {
        return Some(Tag::Verb);
    }
    let modal = before.is_some_and(|t| t.is(c.modal) && t.tag != Tag::Prep || t.word == lexicon.to);
    if token.has_form(lexicon, Form::Base) && modal {
        return Some(if before.is_some_and(|t| t.word == lexicon.to) {
            Tag::Participle
        } else {
            Tag::Verb
        });
    }
    // "30 belong to the majority": a verb that is no noun, of those who are counted.
    let counted = before.is_some_and(|t| matches!(t.kind, Kind::Figure(_)));
    let noun_too = token.is(c.noun_like | c.member | c.people | c.office | c.built | c.division);
    if counted && token.has_form(lexicon, Form::Base) && !noun_too && !noun_next {
        return Some(Tag::Verb);
    }
    present(tokens, at, lexicon, in_noun)
}

/// "the national manufacturing industry": an adjective between the determiner and the word.
fn is_described(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let Some([det, adjective]) = at.checked_sub(2).and_then(|from| tokens.get(from..at)) else {
        return false;
    };
    matches!(det.tag, Tag::Det | Tag::Possessive)
        && adjective.tag == Tag::Noun
        && adjective.is(c.adjective | c.superlative)
}

/// "Its building was opened", "the new building of the library": a noun in "-ing" at the end of its phrase.
fn is_gerund(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let ends = tokens.get(at + 1).is_none_or(|t| {
        t.is(c.aux | c.prep | c.conj) || matches!(t.kind, Kind::Sign('.' | ',' | ';' | ')'))
    });
    let determined = |i: usize| {
        i.checked_sub(1).is_some_and(|b| {
            matches!(tokens[b].tag, Tag::Det | Tag::Possessive) || tokens[b].is(c.possessive)
        })
    };
    let known = tokens[at].is(c.built | c.once | c.event | c.institution);
    let described = known && at > 0 && tokens[at - 1].tag == Tag::Noun && determined(at - 1);
    // "institutions of higher learning"
    let higher = at >= 2 && tokens[at - 2].tag == Tag::Prep && tokens[at - 1].is(c.adjective);
    ends && (determined(at) || described || higher)
}

/// A past form as verb or participle; none where it modifies a noun ("the combined length").
pub(super) fn past_or_noun(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Tag> {
    let c = &lexicon.class;
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let in_noun =
        before.is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Possessive) || t.is(c.possessive));
    let noun_next = tokens.get(at + 1).is_some_and(|t| {
        t.kind == Kind::Word
            && !t.is(c.det | c.prep | c.conj | c.aux | c.adv | c.pron | c.rel | c.sub)
    });
    // "63,200 registered enterprises", but "in 2019 signed agreements".
    let counted = before.is_some_and(|t| matches!(t.kind, Kind::Figure(_)))
        && tokens.get(at + 1).is_some_and(|t| !t.capital)
        && at.checked_sub(2).is_none_or(|i| {
            let t = &tokens[i];
            t.tag != Tag::Prep || t.word == lexicon.of || t.word == lexicon.with
        });
    let in_noun = in_noun || counted;
    // "and advanced manufacturing are the industries": no verb has come, and none but a noun follows.
    let listed = before.is_some_and(|t| t.tag == Tag::Conj)
        && tokens.get(at + 1).is_some_and(|t| {
            t.kind == Kind::Word && (t.classes == 0 || t.has_form(lexicon, Form::Ing))
        })
        && !tokens[..at].iter().any(|t| t.tag == Tag::Verb);
    if in_noun && noun_next || listed { None } else { Some(past(tokens, at, lexicon)) }
}

/// Whether a finite verb stands before `at` with no border between: then a second one can't be finite.
pub(super) fn governed(tokens: &[Token], at: usize) -> bool {
    for t in tokens[..at].iter().rev() {
        match t.tag {
            Tag::Verb => return true,
            Tag::Conj | Tag::Sign | Tag::Rel | Tag::Sub => return false,
            _ => {}
        }
    }
    false
}

/// Whether a participle after a comma is really the verb: "X, 35 km from the center, opened on 1 May and …".
fn resumes(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let segment = tokens[..at].iter().rposition(|t| t.is_sign(';')).map_or(0, |i| i + 1);
    let before = &tokens[segment..at];
    if has_main_verb(before) {
        return false;
    }
    // "whose new building, designed by a pupil of his, opened in": the relative clause still lacks its verb.
    let whose = before.iter().rposition(|t| t.tag == Tag::Rel && t.is(c.possessive));
    let lacks = |from: usize| {
        let rest = &before[from..];
        let parted = rest.iter().filter(|t| t.is_sign(',')).count() == 2;
        parted && !rest.iter().any(|t| t.tag == Tag::Verb)
    };
    if whose.is_some_and(lacks) {
        return true;
    }
    let paired = before.iter().rev().skip(1).any(|t| t.is_sign(','))
        && before
            .iter()
            .take_while(|t| !t.is_sign(','))
            .any(|t| matches!(t.tag, Tag::Noun | Tag::Name));
    let later = tokens[at..].windows(2).any(|w| {
        w[0].is_sign(',')
            && (w[1].is(c.aux)
                || w[1].has_form(lexicon, Form::S) && w[1].is(c.verb)
                || w[1].has_form(lexicon, Form::Ed))
    });
    let comma_clause = tokens[at..]
        .windows(2)
        .any(|w| w[0].is_sign(',') && (w[1].is(c.det | c.pron) || w[1].capital));
    paired && !later && !comma_clause
}

/// Whether a verb stands there that is not of a relative clause between commas.
fn has_main_verb(tokens: &[Token]) -> bool {
    let mut relative = false;
    let mut verb = false;
    for token in tokens {
        match token.tag {
            Tag::Rel if !verb => relative = true,
            Tag::Sign if token.is_sign(',') && relative && verb => {
                (relative, verb) = (false, false);
            }
            Tag::Verb if relative => verb = true,
            Tag::Verb => return true,
            _ => {}
        }
    }
    false
}

/// Whether a word stands in an apposition whose host still waits for its verb: "X, a network of buses launched in
/// 2000, has 12 lines".
fn in_apposition(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let Some(comma) = tokens[..at].iter().rposition(|t| t.tag == Tag::Sign) else { return false };
    let host = comma
        .checked_sub(1)
        .is_some_and(|i| matches!(tokens[i].tag, Tag::Noun | Tag::Name) || tokens[i].is_sign(')'));
    let phrase =
        tokens.get(comma + 1).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Noun | Tag::Name));
    let segment = tokens[..comma].iter().rposition(|t| t.is_sign(';')).map_or(0, |i| i + 1);
    if !tokens[comma].is_sign(',')
        || !host
        || !phrase
        || tokens[segment..comma].iter().any(|t| t.tag == Tag::Verb)
    {
        return false;
    }
    let Some(close) = tokens[at..].iter().position(|t| t.is_sign(',') || t.is_sign(';')) else {
        return false;
    };
    let after = &tokens[at + close + 1..];
    let next = after.iter().find(|t| !t.is(c.adv));
    tokens[at + close].is_sign(',')
        && next.is_some_and(|t| {
            t.kind == Kind::Word
                && (t.is(c.aux)
                    || t.is(c.verb | c.state | c.found)
                        && (t.has_form(lexicon, Form::S) || t.has_form(lexicon, Form::Ed)))
        })
}

/// "established": finite where a subject stands right before it or after an auxiliary, else a participle.
fn past(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Tag {
    let c = &lexicon.class;
    let mut left = at;
    // "The steamer "Alba" reached": quotation marks are no border.
    let passes = |t: &Token| t.tag == Tag::Adv || matches!(t.kind, Kind::Sign('"' | '”'));
    while left > 0 && passes(&tokens[left - 1]) {
        left -= 1;
    }
    let Some(before) = left.checked_sub(1).map(|i| &tokens[i]) else { return Tag::Participle };
    if before.is_sign(',') && resumes(tokens, at, lexicon) {
        return Tag::Verb;
    }
    if before.tag != Tag::Verb && (governed(tokens, left) || in_apposition(tokens, left, lexicon)) {
        return Tag::Participle;
    }
    let after_by = tokens.get(at + 1).is_some_and(|t| t.word == lexicon.by);
    if matches!(before.tag, Tag::Noun | Tag::Name) && is_reduced(tokens, at, lexicon) {
        return Tag::Participle;
    }
    // "an increase of 12 percent compared with 2018"
    if tokens[at].word == lexicon.compared && before.tag == Tag::Figure {
        return Tag::Participle;
    }
    match before.tag {
        Tag::Verb if before.is(c.aux) => Tag::Verb,
        Tag::Verb => Tag::Participle,
        Tag::Noun | Tag::Name if after_by => Tag::Participle,
        // "designed and made by": one like the other.
        Tag::Conj
            if left >= 2
                && tokens[left - 2].tag == Tag::Participle
                && tokens[left - 2].has_form(lexicon, Form::Ed) =>
        {
            Tag::Participle
        }
        // "The hall, designed by a pupil of his and opened in 1973, was": both of what stands before the comma.
        Tag::Conj if shares_participle(tokens, left - 1, at, lexicon) => Tag::Participle,
        Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Conj => Tag::Verb,
        Tag::Figure => Tag::Verb,
        _ => Tag::Participle,
    }
}

/// Whether the conjunction before a past form joins it to a participle that an insertion opens with, and the main verb
/// follows the comma that closes it.
fn shares_participle(tokens: &[Token], conj: usize, at: usize, lexicon: &Lexicon) -> bool {
    let Some(open) = tokens[..conj].iter().rposition(|t| t.is_sign(',')) else { return false };
    let inside = &tokens[open + 1..conj];
    let opens = inside.iter().find(|t| t.tag != Tag::Adv).is_some_and(|t| {
        t.tag == Tag::Participle && (t.word == 0 || t.has_form(lexicon, Form::Ed))
    });
    let verbless = !tokens[..conj].iter().any(|t| t.tag == Tag::Verb);
    opens && verbless && resumes_after_comma(&tokens[at..], lexicon)
}

/// Whether the main verb follows a comma: the insertion before it ends there.
pub(super) fn resumes_after_comma(tokens: &[Token], lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    tokens.windows(2).any(|w| {
        let finite = w[1].has_form(lexicon, Form::S) || w[1].has_form(lexicon, Form::Ed);
        w[0].is_sign(',') && (w[1].is(c.aux) || w[1].is(c.verb | c.state) && finite)
    })
}

/// "A wine week held in the port was attended by": the past form before an adverbial whose subject has its verb later.
fn is_reduced(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let adverbial = tokens.get(at + 1).is_some_and(|t| t.is(c.prep));
    let mut rest = tokens[at + 1..].iter().take_while(|t| {
        t.kind != Kind::Sign(';')
            && t.kind != Kind::Sign(',')
            && !(t.kind == Kind::Word && t.is(c.conj | c.rel | c.sub) && !t.is(c.prep))
    });
    adverbial && rest.any(|t| t.is(c.be | c.have) && !t.has_form(lexicon, Form::Ing))
}

/// "covers", "ranks", "hosts": a verb after its subject and before its object, a noun elsewhere.
fn present(tokens: &[Token], at: usize, lexicon: &Lexicon, in_noun: bool) -> Option<Tag> {
    let c = &lexicon.class;
    let token = &tokens[at];
    let of_next = tokens.get(at + 1).is_some_and(|t| t.word == lexicon.of);
    // "of which exports were"
    let subject_of_next = token.is(c.noun_like) && tokens.get(at + 1).is_some_and(|t| t.is(c.aux));
    if subject_of_next
        || in_noun
        || governed(tokens, at)
        || of_next && !lexicon.is_form(token.word, "consist")
    {
        return None;
    }
    let mut left = at;
    while left > 0 && tokens[left - 1].tag == Tag::Adv {
        left -= 1;
    }
    let before = left.checked_sub(1).map(|i| &tokens[i])?;
    let subject = matches!(
        before.tag,
        Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Conj | Tag::Figure
    ) || before.is_sign(',')
        || before.is_sign(')');
    if !subject {
        return None;
    }
    let bare = c.member | c.event | c.tie | c.group | c.office | c.built | c.agreement;
    let noun_too = token.is(bare | c.natural | c.money_thing | c.body);
    let third = token.has_form(lexicon, Form::S);
    // Verbs that are no nouns need no object to be known: "the industries include defense".
    let firm =
        !token.is(c.noun_like) && !noun_too && (third || token.has_form(lexicon, Form::Base));
    let chain = chain_head(tokens, left - 1, lexicon);
    let head = chain.map_or(before, |i| &tokens[i]);
    let paired = left >= 2 && tokens[left - 2].tag == Tag::Conj && before.tag == Tag::Noun;
    let plural_subject = head.has_form(lexicon, Form::S)
        || before.tag == Tag::Pron
        || before.tag == Tag::Rel
        || paired && !tokens[..at].iter().any(|t| t.tag == Tag::Verb);
    // "the coalition of three parties holds", "the industries of the city include"
    let agrees = chain.is_some_and(|i| third != tokens[i].has_form(lexicon, Form::S));
    if agrees && matches!(before.tag, Tag::Noun | Tag::Name) && !noun_too {
        return Some(Tag::Verb);
    }
    if firm
        && matches!(before.tag, Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Figure)
        && (third || plural_subject)
    {
        return Some(Tag::Verb);
    }
    // ", founded in 1988, takes place": the verb that the sentence's subject still waits for.
    let awaited = before.is_sign(',')
        && third
        && !noun_too
        && !tokens[..at].iter().any(|t| t.tag == Tag::Verb)
        && tokens[..left - 1].iter().any(|t| t.is_sign(',') || t.is_sign(')'))
        && tokens[..at].iter().take(6).any(|t| matches!(t.tag, Tag::Name | Tag::Noun));
    if awaited {
        return Some(Tag::Verb);
    }
    by_object(tokens, at, before, noun_too, lexicon)
}

/// The head of phrases that "of" joins, the last of which ends at a token: of "the coalition of three parties" the
/// coalition.
fn chain_head(tokens: &[Token], last: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut head = None;
    for at in (1..=last).rev() {
        match tokens[at].tag {
            Tag::Noun | Tag::Name | Tag::Det | Tag::Figure => {}
            Tag::Prep if tokens[at].word == lexicon.of => head = Some(at - 1),
            _ => break,
        }
    }
    head.filter(|at| tokens[*at].tag == Tag::Noun)
}

/// Whether what follows a word that may be a verb is an object, and what stands before it a subject of its number.
fn by_object(
    tokens: &[Token],
    at: usize,
    before: &Token,
    noun_too: bool,
    lexicon: &Lexicon,
) -> Option<Tag> {
    let c = &lexicon.class;
    let third = tokens[at].has_form(lexicon, Form::S);
    let object = tokens.get(at + 1).is_none_or(|t| {
        matches!(t.kind, Kind::Figure(_) | Kind::Sign('“' | '"'))
            || t.is(c.det | c.prep | c.adv | c.pron | c.aux)
            || t.capital
            || t.tag == Tag::Name
    });
    if before.tag == Tag::Conj || before.is_sign(',') {
        // After "and" or a comma lists are as likely as clauses: a following object decides.
        let strong = tokens.get(at + 1).is_some_and(|t| {
            matches!(t.kind, Kind::Figure(_))
                || t.is(c.det)
                || t.tag == Tag::Name
                || t.is(c.prep) && !noun_too
        });
        return (strong && (third || !noun_too)).then_some(Tag::Verb);
    }
    // "The airport offers flights to": a noun with its article before, things after it, and no other verb.
    let things = tokens.get(at + 1).is_some_and(|t| {
        t.kind == Kind::Word
            && !t.capital
            && (t.word == 0 || t.has_form(lexicon, Form::S))
            && (!t.is(c.verb) || t.is(c.noun_like))
    });
    let alone = || {
        let rest = tokens.iter().skip(at + 1);
        !rest.take_while(|t| !matches!(t.kind, Kind::Sign(_))).any(|t| t.is(c.aux))
    };
    let whole = at >= 2 && tokens[at - 2].tag == Tag::Det && before.tag == Tag::Noun;
    let object = object || things && whole && !noun_too && alone();
    if third {
        let plural_before = before.tag == Tag::Noun && before.has_form(lexicon, Form::S);
        return (object
            && !plural_before
            && !(noun_too && tokens.get(at + 1).is_some_and(|t| t.is(c.prep))))
        .then_some(Tag::Verb);
    }
    let plural = before.tag == Tag::Pron
        || before.tag == Tag::Rel
        || before.has_form(lexicon, Form::S)
        || before.word == 0 && before.tag == Tag::Noun
        || before.tag == Tag::Name;
    (object && plural && !noun_too).then_some(Tag::Verb)
}
