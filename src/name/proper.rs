//! Names: the longest runs of capitalized words joined by connectors, with the class of their head.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Mask;
use crate::mention::{Mention, NumberForm, Value};

use super::Known;
use super::token::{Kind, Tag, Token};

/// A name in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// The token whose word gives the class: the last, or the last before `of`.
    pub head: usize,
    /// The classes of its head; [`Name::is_place`] is apart, since tables and not heads know most places.
    pub classes: Mask,
    /// Whether a table or the bulletin knows it as a place.
    pub is_place: bool,
    /// Whether it is a Roman numeral: the "II" of "Vice Mayor II".
    pub numeral: bool,
    /// Whether it is one word of two to six capitals: "NYC".
    pub acronym: bool,
}

/// Finds the `names` of a sentence and tags their tokens.
pub fn collect(
    text: &str,
    tokens: &mut [Token],
    mentions: &[Mention],
    first: usize,
    lexicon: &Lexicon,
    known: &dyn Known,
    names: &mut Vec<Name>,
) {
    names.clear();
    let reader = Reader { text, tokens, mentions, first, lexicon, known };
    let mut at = 0;
    while at < reader.tokens.len() {
        if !reader.begins(at) {
            at += 1;
            continue;
        }
        let end = reader.run(at);
        reader.split(at, end, names);
        at = end + 1;
    }
    for name in names {
        for token in tokens.iter_mut().take(name.last + 1).skip(name.first) {
            if token.kind == Kind::Word {
                token.tag = Tag::Name;
            }
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    mentions: &'a [Mention],
    first: usize,
    lexicon: &'a Lexicon,
    known: &'a dyn Known,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == Kind::Word)
    }

    fn is(&self, at: usize, classes: Mask) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(classes))
    }

    /// A word that may stand in a name: capitalized, and no function word.
    fn is_capital(&self, at: usize) -> bool {
        let c = &self.lexicon.class;
        self.tokens.get(at).is_some_and(|t| {
            (t.kind == Kind::Word && t.capital && !t.is(c.title | c.pron))
                || (self.is_capital_ordinal(at) && at > 0)
        })
    }

    /// "Twenty-third" in "the Twenty-third Amendment".
    fn is_capital_ordinal(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|t| t.capital) else { return false };
        let Some(mention) = token.figure().and_then(|i| self.mentions.get(i - self.first)) else {
            return false;
        };
        matches!(mention.value, Value::Ordinal(_) | Value::Number(..))
    }

    /// Whether this token stands where every word has a capital: at the sentence's start or after an opening sign.
    fn opens(&self, at: usize) -> bool {
        at == 0
            || self.tokens.get(at - 1).is_some_and(|t| {
                matches!(t.kind, Kind::Sign('"' | '“' | ':' | '.' | '‘' | '•' | ';'))
                    && self.tokens.iter().take(at).all(|t| t.kind != Kind::Word)
            })
    }

    fn begins(&self, at: usize) -> bool {
        if !self.is_capital(at) || self.is_capital_ordinal(at) && !self.is_capital(at + 1) {
            return false;
        }
        let c = &self.lexicon.class;
        if self.is(at, c.det | c.prep | c.conj | c.aux | c.sub | c.rel) {
            return false;
        }
        if self.is(at, c.incumbent) && self.is_capital(at + 1) {
            return false;
        }
        if !self.opens(at) {
            return true;
        }
        let word = self.word(at);
        if self.known.is_capitalized(word) || self.known.is_place(word) {
            return true;
        }
        let joined = self.joins_part(at + 1).is_some()
            && self.word(at + 1) != "an"
            && self.tokens[at].word == 0;
        let follows =
            (joined || self.is_capital(at + 1)) && !self.is(at, c.adv | c.verb | c.superlative);
        let headed = self.is(at, c.institution | c.body | c.built | c.office)
            && self.joins_of(at + 1).is_some();
        let headed = headed || self.is_numbered(at, at + 1);
        let unknown = self.tokens.get(at).is_some_and(|t| t.word == 0)
            && (self.is(at + 1, c.be | c.have)
                || self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Possessive)
                || self.tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Figure(_)))
                    && self.tokens.get(at + 2).is_some_and(|t| t.is_sign(',')));
        follows || headed || (unknown && !word.ends_with('s') && self.is_word(at))
    }

    /// The last token of the name that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let c = &self.lexicon.class;
        let mut end = at;
        let mut head_before_of = false;
        loop {
            let next = end + 1;
            if self.is_capital(next) && self.tokens[next].spaced {
                if self.is(next, c.det) {
                    return end;
                }
                end = next;
                continue;
            }
            let joined = self.joins_of(next).filter(|to| !self.is_state_of(at, end, *to));
            if let Some(to) = joined.filter(|_| self.may_take_of(at, end)) {
                head_before_of = true;
                end = to;
                continue;
            }
            if let Some(to) = self.joins_of(next).filter(|to| head_before_of && self.seats(at, *to))
            {
                end = to;
                continue;
            }
            if let Some(to) = self.joins_part(next).or_else(|| self.joins_mark(end, next)) {
                end = to;
                continue;
            }
            let shares =
                |to: &usize| self.shares_head(at, end, *to) || self.shares_building(end, *to);
            if let Some(to) = self.joins_and(next).filter(shares) {
                end = to;
                continue;
            }
            if let Some(to) = self.joins_and(next).filter(|_| head_before_of) {
                let part_is_place = self.known.is_place(self.word(end));
                let other = self.run_head(to);
                if !part_is_place && !other && !self.known.is_place(self.word(to)) {
                    end = to;
                    continue;
                }
            }
            return end;
        }
    }

    /// The last of the capitalized words that follow one another from `at` on.
    fn capitals_end(&self, at: usize) -> usize {
        let mut last = at;
        while self.is_capital(last + 1) && self.is_word(last + 1) {
            last += 1;
        }
        last
    }

    /// "Academy of Sciences of Turin": a second "of" names the place of an institution.
    fn seats(&self, first: usize, place: usize) -> bool {
        let last = self.capitals_end(place);
        self.is(first, self.lexicon.class.institution)
            && self.known.is_place(self.between(place, last))
    }

    /// "National and Kapodistrian University": two adjectives before one institution.
    fn shares_head(&self, first: usize, end: usize, to: usize) -> bool {
        let word = self.word(first);
        let adjective = word == "Free"
            || ["al", "ic", "an"].iter().any(|tail| word.ends_with(tail)) && word != "Royal";
        let last = self.capitals_end(to);
        first == end
            && adjective
            && !self.known.is_place(word)
            && last > to
            && self.is(last, self.lexicon.class.institution | self.lexicon.class.place)
    }

    /// Whether the plain run from `at` has a head of its own.
    fn run_head(&self, at: usize) -> bool {
        let mut end = at;
        while self.is_capital(end + 1) {
            end += 1;
        }
        self.is(end, self.head_classes())
    }

    fn head_classes(&self) -> Mask {
        let c = &self.lexicon.class;
        c.body
            | c.institution
            | c.built
            | c.office
            | c.event
            | c.organization
            | c.place
            | c.natural
            | c.party
            | c.agreement
    }

    /// "of" or "for" may follow a head: "University of", "Port of", "Republic of".
    fn may_take_of(&self, first: usize, end: usize) -> bool {
        // "123 Members of the County Assembly": members are no name.
        !(end == first && self.is_member(end))
            && self.is(end, self.head_classes())
            && (end > first || !self.opens(end) || self.is(end, self.head_classes()))
    }

    /// "Gyeonggi Province of the Republic of Korea": a place and the state that it lies in are two.
    fn is_state_of(&self, first: usize, end: usize, to: usize) -> bool {
        end > first
            && self.is(end, self.lexicon.class.place)
            && matches!(self.word(to), "Republic" | "Kingdom" | "Federation" | "Commonwealth")
    }

    /// "of the Arts": the capitalized word after `of`, `for`, `of the`.
    fn joins_of(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if !matches!(word, "of" | "for") {
            return None;
        }
        let next = if self.word(at + 1) == "the" { at + 2 } else { at + 1 };
        let c = &self.lexicon.class;
        (self.is_word(next) && self.is_capital(next) && !self.is(next, c.det | c.title))
            .then_some(next)
    }

    /// "Rio de Janeiro", "Museum Boijmans Van Beuningen": particles between capitalized words.
    fn joins_part(&self, at: usize) -> Option<usize> {
        let c = &self.lexicon.class;
        let mut next = at;
        while next < at + 3 && self.is(next, c.person_connector) && !self.is_capital(next) {
            next += 1;
        }
        let particle = next > at && self.tokens.get(next).is_some_and(|t| t.tag == Tag::Noun);
        (particle && self.is_word(next) && self.is_capital(next)).then_some(next)
    }

    /// "People's Congress", "No. 23 Gymnasium", "Canvi–Ciutadans".
    fn joins_mark(&self, end: usize, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let capital = self.is_capital(at + 1) && self.is_word(at + 1);
        match token.kind {
            Kind::Possessive if capital && !self.known.is_place(self.word(end)) => Some(at + 1),
            Kind::Sign('–' | '-' | '/')
                if capital && !token.spaced && !self.tokens[at + 1].spaced =>
            {
                Some(at + 1)
            }
            // "Anna "Nan" Holm": a nickname between given and family name.
            Kind::Sign('"' | '“') if capital => {
                let closes = self.tokens.get(at + 2)?;
                let closed = matches!(closes.kind, Kind::Sign('"' | '”'));
                let goes_on = self.is_capital(at + 3) && self.is_word(at + 3);
                (closed && goes_on && !closes.spaced).then_some(at + 3)
            }
            Kind::Figure(_) if matches!(self.word(end), "Fortune" | "Forbes" | "Global") => {
                Some(at)
            }
            Kind::Figure(_) if self.word(end) == "No." => Some(if capital { at + 1 } else { at }),
            Kind::Figure(_) if !token.spaced || self.is_numbered(end, at) => Some(at),
            _ => None,
        }
    }

    /// "Line 1", "Terminal 2": a small number behind the capitalized kind of thing that it counts off.
    fn is_numbered(&self, kind: usize, at: usize) -> bool {
        let c = &self.lexicon.class;
        let mention = self.tokens.get(at).and_then(Token::figure).filter(|i| *i >= self.first);
        let small = mention.and_then(|i| self.mentions.get(i - self.first)).is_some_and(|m| {
            matches!(&m.value, Value::Number(r, NumberForm::Digits)
                if r.high.is_none() && r.low < rust_decimal::Decimal::ONE_HUNDRED)
        });
        let counted = self.tokens.get(at + 1).is_some_and(|t| {
            t.kind == Kind::Word && !t.is(c.det | c.prep | c.conj | c.aux | c.adv | c.verb | c.rel)
        });
        small && !counted && self.is_capital(kind) && self.is(kind, c.linear | c.numbered)
    }

    /// "Swedish Exhibition and Congress Center": one building for two kinds of event.
    fn shares_building(&self, end: usize, to: usize) -> bool {
        let c = &self.lexicon.class;
        let last = self.capitals_end(to);
        let hall = ["Center", "Centre", "Hall", "Complex"].contains(&self.word(last));
        self.is(end, c.event) && hall && last > to
    }

    fn joins_and(&self, at: usize) -> Option<usize> {
        (matches!(self.word(at), "and" | "&") && self.is_word(at + 1) && self.is_capital(at + 1))
            .then_some(at + 1)
    }

    /// Cuts a run into an office and a person ("Mayor Oh Se-hoon"), or keeps it whole.
    fn split(&self, first: usize, last: usize, names: &mut Vec<Name>) {
        let c = &self.lexicon.class;
        let office = self.office_end(first, last);
        if let Some(end) = office.filter(|end| *end < last) {
            let rest = end + 1;
            if !self.is(last, self.head_classes() & !c.office) && self.is_word(rest) {
                names.push(self.name(first, end));
                names.push(self.name(rest, last));
                return;
            }
        }
        // "elected Mxolisi Kaunda Mayor": the office follows its person.
        let after_verb = first.checked_sub(1).is_some_and(|b| self.is(b, c.elect));
        let title = (first + 1..=last).find(|i| self.is(*i, c.office) || self.is_title_word(*i));
        if let Some(at) = title.filter(|_| {
            after_verb && !self.is_title_word(first) && office.is_none_or(|o| o == last)
        }) && at > first
            && self.is(last, c.office)
        {
            names.push(self.name(first, at - 1));
            names.push(self.name(at, last));
            return;
        }
        names.push(self.name(first, last));
    }

    /// "Lord", "Deputy", "Vice": words that open a title.
    fn is_title_word(&self, at: usize) -> bool {
        matches!(self.word(at), "Lord" | "Deputy" | "Vice" | "First" | "Acting" | "Lieutenant")
    }

    /// The last token of the title that a run begins with: "Vice Mayor", "Mayor of Madrid".
    fn office_end(&self, first: usize, last: usize) -> Option<usize> {
        let c = &self.lexicon.class;
        let mut end = (first..=last.min(first + 3)).find(|i| self.is(*i, c.office))?;
        // "Chief Executive" is one office.
        let goes_on = |end: usize| {
            self.is(end + 1, c.office)
                || self.is(end, c.head_office) && self.is(end + 1, c.executive)
        };
        while end < last && goes_on(end) {
            end += 1;
        }
        if let Some(to) = self.joins_of(end + 1).filter(|to| *to <= last) {
            let mut place = to;
            while place < last && !self.known.is_place(self.between(to, place)) {
                place += 1;
            }
            if self.known.is_place(self.between(to, place)) {
                return Some(place);
            }
            // "Head of Government Ana Torres", "President of the City Council Karim Haddad": up to the body.
            return (to..last).rev().find(|i| self.is(*i, c.body | c.executive | c.portfolio));
        }
        Some(end)
    }

    fn between(&self, first: usize, last: usize) -> &str {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(a), Some(b)) => a.span.join(b.span).of(self.text),
            _ => "",
        }
    }

    fn name(&self, first: usize, last: usize) -> Name {
        let of = (first + 1..last).find(|i| matches!(self.word(*i), "of" | "for"));
        let head = of.map_or(last, |i| i - 1);
        let mut head = if self.is_word(head) || head == first { head } else { head - 1 };
        // "Museum Boijmans Van Beuningen": the head may come first, but not in "Park Won-soon".
        let c = &self.lexicon.class;
        let given = self.word(last).split_once('-');
        let person = given.is_some_and(|(_, tail)| tail.starts_with(char::is_lowercase));
        if of.is_none()
            && !person
            && !self.is(head, self.head_classes())
            && self.is(first, c.institution | c.built | c.natural)
        {
            head = first;
        }
        // "Erasmus University Rotterdam": a place may follow the head.
        if of.is_none()
            && !self.is(head, self.head_classes())
            && head > first
            && self.is(head - 1, c.institution)
        {
            head -= 1;
        }
        let word = self.word(first);
        let numeral = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let acronym = first == last
            && !numeral
            && (2..=6).contains(&word.len())
            && word.chars().all(char::is_uppercase);
        let mut classes = self.tokens.get(head).map_or(0, |t| t.classes) & self.head_classes_all();
        // "Chief Executive" is an office, "the Executive" alone a body.
        if head > first && self.is(head, c.executive) && self.is(head - 1, c.head_office) {
            classes = c.office;
        }
        if first == last && self.is_member(first) {
            classes |= c.member;
        }
        Name {
            first,
            last,
            head,
            classes,
            numeral: first == last && numeral,
            is_place: self.known.is_place(self.between(first, last)),
            acronym,
        }
    }

    /// "123 Members": people of an assembly, no officers.
    fn is_member(&self, at: usize) -> bool {
        let c = &self.lexicon.class;
        self.is(at, c.member) && !self.is(at, c.office)
    }

    fn head_classes_all(&self) -> Mask {
        let c = &self.lexicon.class;
        self.head_classes()
            | c.strict_institution
            | c.assembly
            | c.executive
            | c.division
            | c.strict_division
            | c.head_office
            | c.group
            | c.once
            | c.linear
            | c.money_thing
    }
}
