//! Texts to try: any string, strings of what bulletins are made of, and any bytes.

use proptest::prelude::*;
use proptest::sample::select;

/// Words, figures, signs and breaks that bulletins hold, and some that trip a reader up.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "[Overview]", "[Politics]", "【Economy】", "[Relations with Beijing]", "[1]", "Alba", "Beijing", "Alba City Council", "the city", "it", "the council",
    "mayor", "Mayor", "Ms. Vela", "members", "seats", "museums", "people", "inhabitants", "districts", "covers an area of", "has a population of", "was founded in",
    "took office", "became sister cities", "elected every", "for a term of", "consists of", "and", "or", "to", "between", "from", "since", "until", "before", "by", "in", "on", "of", "the", "a", "per", "about",
    "more than", "nearly", "up to", "some", "respectively", "including", "one of the", "both", "first", "second", "28th", "one", "two", "twenty-one", "hundred", "thousand", "million", "billion", "half", "a dozen",
    "two thirds", "percent", "%", "square kilometers", "km2", "km²", "m", "meters", "miles", "hectares", "℃", "°C", "°", "degrees", "tons", "US$", "$", "€", "¥", "yuan", "euros", "years", "year", "later", "month", "day", "every",
    "the same year", "the following year", "century", "1990s", "BC", "AD", "May", "March", "October", "June", "Oct.", "0", "1", "2", "7", "10", "12", "23", "28", "100", "114", "794", "1993", "2018", "2019", "1,568", "605.77", "53 068",
    "53\u{a0}068", "1.234.567", "9.336.841", "60,0000,000", "65438+", "6.5438+0.8", "12.12.2012", "2016-12-04", "10:11", "G20", "COVID-19", "No. 5", "(", ")", ",", ".", ";", ":", "-", "–", "/", "~", "+", "'", "’", "\"", "″", "′", "½", "１２３", "UTC+8",
    "\n", "\n\n", "\u{a0}", "\u{202f}", "\u{200b}", "é", "e\u{301}", "首尔", "𝟙", "²", "İ", "ß", "<p>", "&nbsp;", "</p>", "ﬁ",
];

/// Pieces of bulletins in any order, with and without spaces between them.
pub(super) fn bulletin() -> impl Strategy<Value = String> {
    let piece = (select(PIECES), select(&[" ", " ", " ", " ", "", "\n"][..]));
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

/// A text of any kind.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => bulletin(),
        2 => "\\PC{0,80}",
        1 => any::<String>(),
        1 => "[0-9,. :/+-]{0,40}",
    ]
}

/// Bytes as they may stand in a file.
pub(super) fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        bulletin().prop_map(String::into_bytes),
        bulletin().prop_map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ]
}
