//! The properties a fact can have, and what each asks of its subject and its time.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Where a property finds its subject when the rule does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// A place: the clause's subject if it is one, else the city.
    Place,
    /// An assembly, board or administration: the clause's subject, else the latest in scope.
    Body,
    /// Who has the posts: an assembly, an administration, or the officer who appoints to them.
    Poster,
    /// A body or office: who is elected for that long.
    Term,
    /// A person with an office.
    Person,
    /// The office that the section spoke of last.
    Office,
    /// Whatever the clause speaks of, else the city.
    Clause,
    /// Who ranks: as `Clause`, but never whose things are ranked ("Japan's fifth largest city").
    Ranked,
    /// Who has a share: as `Clause`, but the city for its GDP or population.
    Holder,
    /// The place that the sentence began with.
    Main,
    /// The city itself.
    City,
    /// The rule gives it or nobody does.
    None,
}

/// How a date beside the figure gives it a `time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// The value changes with the years.
    Changing,
    /// It came of a happening: an edition, the votes of a poll.
    Happening,
    /// A lasting value, which no date beside it touches.
    Lasting,
}

/// One property of the registry.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Its name in the record.
    pub name: &'static str,
    /// Where its subject comes from.
    pub policy: Policy,
    /// How it takes a time.
    pub timing: Timing,
}

const fn property(name: &'static str, policy: Policy, timing: Timing) -> Property {
    Property { name, policy, timing }
}

/// Every property of the contract, sorted by name.
pub const REGISTRY: &[Property] = &[
    property("agreement", Policy::None, Timing::Lasting),
    property("alias", Policy::Place, Timing::Lasting),
    property("anniversary", Policy::None, Timing::Happening),
    property("area", Policy::Place, Timing::Lasting),
    property("capital_of", Policy::Place, Timing::Lasting),
    property("count", Policy::Clause, Timing::Changing),
    property("density", Policy::Place, Timing::Changing),
    property("distance", Policy::Clause, Timing::Lasting),
    property("divisions", Policy::Place, Timing::Lasting),
    property("duration", Policy::Clause, Timing::Lasting),
    property("edition", Policy::None, Timing::Happening),
    property("elected", Policy::Person, Timing::Lasting),
    property("elevation", Policy::Place, Timing::Lasting),
    property("event", Policy::Clause, Timing::Lasting),
    property("exchanges_since", Policy::Clause, Timing::Lasting),
    property("founded", Policy::Clause, Timing::Lasting),
    property("growth", Policy::Clause, Timing::Changing),
    property("industries", Policy::City, Timing::Lasting),
    property("institution", Policy::City, Timing::Lasting),
    property("latitude", Policy::Place, Timing::Lasting),
    property("length", Policy::Clause, Timing::Lasting),
    property("longitude", Policy::Place, Timing::Lasting),
    property("money", Policy::Clause, Timing::Changing),
    property("office_holder", Policy::Office, Timing::Lasting),
    property("population", Policy::Place, Timing::Changing),
    property("posts", Policy::Poster, Timing::Lasting),
    property("precipitation", Policy::Place, Timing::Lasting),
    property("quantity", Policy::Clause, Timing::Changing),
    property("rank", Policy::Ranked, Timing::Changing),
    property("reelected", Policy::Person, Timing::Lasting),
    property("seats", Policy::Body, Timing::Lasting),
    property("seats_held", Policy::Clause, Timing::Happening),
    property("share", Policy::Holder, Timing::Changing),
    property("sister_city_since", Policy::City, Timing::Lasting),
    property("temperature", Policy::Place, Timing::Lasting),
    property("term", Policy::Term, Timing::Lasting),
    property("term_ends", Policy::Person, Timing::Lasting),
    property("took_office", Policy::Person, Timing::Lasting),
    property("utc_offset", Policy::City, Timing::Lasting),
];

/// A property by its name; a user's own one is taken as a lasting thing of its clause.
pub fn by_name(name: &str) -> Property {
    BY_NAME.get(name).copied().unwrap_or(property("x_", Policy::Clause, Timing::Lasting))
}

static BY_NAME: LazyLock<FxHashMap<&'static str, Property>> =
    LazyLock::new(|| REGISTRY.iter().map(|p| (p.name, *p)).collect());

/// The properties whose value is a date, sorted.
const DATES: &[&str] = &[
    "agreement",
    "elected",
    "event",
    "exchanges_since",
    "founded",
    "reelected",
    "sister_city_since",
    "term_ends",
    "took_office",
];

/// Whether the value of a property is a date (EDTF); a user's own property is none.
pub fn is_date(name: &str) -> bool {
    DATES.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_and_found() {
        assert!(REGISTRY.is_sorted_by_key(|p| p.name));
        assert_eq!(by_name("founded").policy, Policy::Clause);
        assert!(DATES.is_sorted());
        assert!(DATES.iter().all(|name| by_name(name).name == *name && is_date(name)));
        assert!(!is_date("term") && !is_date("x_date"));
    }
}
