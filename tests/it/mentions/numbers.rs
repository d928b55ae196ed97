//! Plain numbers, ordinals, shares and qualifiers.

use super::{Table, check, check_none};

#[test]
fn digits() {
    check(DIGITS);
}

#[rustfmt::skip]
const DIGITS: Table = &[
    ("7", &["{7} districts", "there are {7}.", "(districts: {7})", "{07} of them"]),
    ("114", &["a council of {114} members", "the {114}-member council", "its {114}, all elected"]),
    ("1568", &["{1,568} deputies", "{1568} deputies", "{1 568} deputies", "{1\u{a0}568} deputies", "{1\u{202f}568} deputies", "{1\u{2009}568} deputies"]),
    ("53068", &["{53 068} people", "{53\u{a0}068} people", "{53\u{2009}068} people", "{53\u{202f}068} people", "{53,068} people", "{53068} people", "{53'068} people", "{53’068} people"]),
    ("1234567", &["{1,234,567} inhabitants", "{1.234.567} inhabitants", "{1 234 567} inhabitants", "{1\u{2009}234\u{2009}567} inhabitants", "{1'234'567} inhabitants", "{12,34,567} inhabitants"]),
    ("1234567.8", &["{1,234,567.8} in all", "{1.234.567,8} in all"]),
    ("605.77", &["{605.77} on the index", "{605,77} on the index"]),
    ("0.5", &["{0.5} of it"]),
    ("10000000", &["{10 million} people", "{10,000,000} people", "{10-million} people", "{ten million} people", "{10 Million} people", "{10\nmillion} people", "{10mn} people", "{10 mln} people"]),
    ("13950000", &["{13.95 million} people", "{13.95\u{a0}million} people", "{13,95 million} people", "{13,950,000} people"]),
    ("2970000000000", &["{2.97 trillion} in all", "{2,970 billion} in all", "{2.97tn} in all", "{2.97 thousand billion} in all"]),
    ("40000000000", &["{40 billion} in all", "{40bn} in all", "{40-billion} in all", "{40 thousand million} in all"]),
    ("500000", &["{5 lakh} people", "{5 lakhs} people", "{500 thousand} people", "{0.5 million} people"]),
    ("25000000", &["{2.5 crore} people", "{2.5 crores} people"]),
    ("290053", &["{290 053} people"]),
    ("3.5", &["a factor of {3.5}"]),
];

#[test]
fn ranges() {
    check(RANGES);
}

#[rustfmt::skip]
const RANGES: Table = &[
    ("3500000..4000000", &["{3.5 to 4 million} people", "{3.5-4 million} people", "{3.5–4 million} people", "between {3.5 and 4 million} people", "from {3.5 million to 4 million} people", "{3,500,000 to 4,000,000} people"]),
    ("1200000..1400000", &["{1.2–1.4 million} people", "{1.2 to 1.4 million} people", "{1.2 – 1.4 million} people"]),
    ("60000..65000", &["{60,000 to 65,000} people", "{60,000-65,000} people", "{60 000 to 65 000} people", "between {60,000 and 65,000} people", "{60 to 65 thousand} people", "from {60,000 to 65,000} people", "{60,000 or 65,000} people"]),
    ("5..7", &["{five to seven} members", "{5 to 7} members", "{5–7} members", "{five or seven} members", "{5~7} members", "between {five and seven} members", "{five-to-seven} members"]),
    ("2..3", &["{two or three} times a year", "{2-3} times a year", "{two to three} members"]),
    ("200000..300000", &["{200,000 to 300,000} people", "{200 to 300 thousand} people", "{two to three hundred thousand} people"]),
    ("10; 12", &["{10} and {12} members", "with {10} men and {12} women", "{10}, {12} members", "groups of {10} to the north and {12} elsewhere"]),
    ("64; 30", &["holds {64} seats, UDAR {30}", "{64}:{30}"]),
    ("1; 2; 4", &["lines {1}, {2} and {4}", "lines {1},{2},{4}"]),
    ("3; 50", &["ranked No. {3} out of {50} cities"]),
    ("4.5 %; 4800000", &["rose by {4.5 percent} to {4.8 million}", "rose {4.5%} to {4.8 million}"]),
    ("5; 3", &["won {5}-{3}", "from {5} to {3}"]),
];

#[test]
fn words() {
    check(WORDS);
}

#[rustfmt::skip]
const WORDS: Table = &[
    ("0", &["{zero} seats"]),
    ("1", &["{one} governor", "{One} governor"]),
    ("2", &["{two} airports", "{Two} airports", "{two}-storey houses"]),
    ("12", &["{twelve} districts", "{a dozen} museums", "{one dozen} museums"]),
    ("24", &["{two dozen} museums", "{twenty-four} museums", "{twenty four} museums", "{24} museums"]),
    ("6", &["{half a dozen} museums", "{six} museums", "{half-a-dozen} museums"]),
    ("36", &["{three dozen} bridges", "{thirty-six} bridges", "{thirty‑six} bridges"]),
    ("100", &["{a hundred} people", "{one hundred} people"]),
    ("114", &["{one hundred and fourteen} members", "{one hundred fourteen} members", "{a hundred and fourteen} members"]),
    ("1001", &["{one thousand and one} nights"]),
    ("1200", &["{twelve hundred} people", "{one thousand two hundred} people", "{1.2 thousand} people", "{one thousand, two hundred} people"]),
    ("2300000", &["{two million three hundred thousand} people", "{2.3 million} people", "{two million, three hundred thousand} people"]),
    ("345678", &["{three hundred and forty-five thousand six hundred and seventy-eight} people", "{three hundred forty-five thousand, six hundred seventy-eight} people"]),
    ("750000", &["{three quarters of a million} people", "{three-quarters of a million} people"]),
    ("500000", &["{half a million} people", "{half-a-million} people", "{half million} people", "{five hundred thousand} people"]),
    ("2500000", &["{two and a half million} people", "{2.5 million} people", "{2 and a half million} people", "{two-and-a-half million} people", "{two million five hundred thousand} people"]),
    ("1500000", &["{one and a half million} people", "{a million and a half} people", "{1.5 million} people", "{1½ million} people"]),
    ("1000000", &["{a million} people", "{one million} people"]),
    ("10000000", &["{ten million} people", "{Ten Million} people"]),
    ("1000000000", &["{a billion} trips", "{one thousand million} trips"]),
    ("4; 2", &["{four} men and {two} women", "{four}, {two} of them new"]),
    ("1; 1; no. 1; 5", &["{one} governor, {one} {first} vice governor and {five} vice governors"]),
    ("10; 7", &["including {10} urban and {seven} suburban municipalities"]),
    ("300; 4000", &["{three hundred} and {4,000}"]),
    ("20; 3", &["the {twenty} from abroad and {three} more"]),
];

#[test]
fn ordinals() {
    check(ORDINALS);
}

#[rustfmt::skip]
const ORDINALS: Table = &[
    ("no. 1", &["the {first} university", "the {1st} meeting", "its {First} Symphony"]),
    ("no. 2", &["the {second} largest city", "the {2nd} largest city", "the {second}-largest city", "a {second} term"]),
    ("no. 3", &["the {third} largest city", "the {3rd} session"]),
    ("no. 4", &["the {fourth} largest", "the {4th} largest"]),
    ("no. 20", &["the {20th} anniversary", "the {twentieth} anniversary"]),
    ("no. 21", &["the {21st} Games", "the {twenty-first} Games", "the {twenty first} Games"]),
    ("no. 28", &["the {28th} Summer Olympic Games", "the {twenty-eighth} Games"]),
    ("no. 112", &["the {112th} member", "the {one hundred and twelfth} member", "the {one hundred twelfth} member", "the {hundred and twelfth} member"]),
    ("no. 125", &["the {125th} anniversary", "the {one hundred and twenty-fifth} anniversary"]),
    ("no. 100", &["the {hundredth} visitor", "the {one hundredth} visitor", "the {100th} visitor"]),
    ("no. 1000", &["the {1,000th} visitor", "the {1000th} visitor", "the {thousandth} visitor", "the {one thousandth} visitor"]),
    ("no. 1000000", &["the {millionth} visitor", "the {one millionth} visitor", "the {1,000,000th} visitor"]),
];

#[test]
fn shares() {
    check(SHARES);
}

#[rustfmt::skip]
const SHARES: Table = &[
    ("81 %", &["{81%} of GDP", "{81 %} of GDP", "{81 percent} of GDP", "{81 per cent} of GDP", "{81 pct} of GDP", "{81-percent} share", "{81\u{a0}%} of GDP", "{81％} of GDP", "{eighty-one percent} of GDP", "{81 percentage points}"]),
    ("6.8 %", &["grew by {6.8 percent}", "grew by {6.8%}", "grew by {6,8 %}", "{6.8-per-cent} growth"]),
    ("8..10 %", &["{8 to 10 percent}", "{8%-10%}", "{8-10%}", "{8% to 10%}", "between {8 and 10 per cent}", "{eight to ten percent}", "from {8 percent to 10 percent}", "between {8% and 10%}", "{8–10 %}"]),
    ("66.67 %", &["{two thirds} of it", "{two-thirds} of it", "{Two thirds} of it", "{2/3} of it", "{⅔} of it"]),
    ("33.33 %", &["{one third} of it", "{one-third} of it", "{a third} of it", "{1/3} of it", "{One-third} of it"]),
    ("75 %", &["{three quarters} of it", "{three-quarters} of it", "{three fourths} of it", "{3/4} of it", "{¾} of it", "{three out of four} people", "{three in four} people", "{three out of every four} people"]),
    ("25 %", &["{a quarter} of it", "{one quarter} of it", "{one in four} people", "{one-fourth} of it", "{a quarter} of the people", "{a quarter} more", "{1/4} of it"]),
    ("20 %", &["{one in five} people", "{one fifth} of it", "{one out of five} people", "{one in every five} people", "{1 in 5} people", "{a fifth} of it"]),
    ("50 %", &["{half} of it", "{one half} of it", "{half} the population", "{one-half} of it", "{50%} of it", "{half} its people", "{50 percent} of it"]),
    ("90 %", &["{nine out of ten} people", "{nine tenths} of it", "{nine-tenths} of it", "{9 out of 10} people", "{nine in ten} people"]),
    ("30 %", &["{three tenths} of it"]),
    ("1.5 %", &["{one and a half percent} of it", "{1.5 percent} of it", "{1.5%} of it"]),
    ("-1.2 %", &["fell by {-1.2%}", "at {−1.2 percent}", "{minus 1.2 percent}"]),
    ("5 %; 6 %", &["{5 percent} and {6 percent}", "{5%}, {6%}"]),
];

#[test]
fn qualifiers() {
    check(QUALIFIERS);
}

#[rustfmt::skip]
const QUALIFIERS: Table = &[
    ("10000000 about", &[
        "{about 10 million} people", "{around 10 million} people", "{some 10 million} people", "{roughly 10 million} people", "{approximately 10 million} people",
        "{approx. 10 million} people", "{approx 10 million} people", "{an estimated 10 million} people", "{About 10 million} people", "{about ten million} people",
        "{~10 million} people", "{circa 10 million} people", "{c. 10 million} people", "{ca. 10 million} people", "{in the region of 10 million} people",
        "{10 million or so} people", "{about\n10 million} people", "{on the order of 10 million} people", "{approximately\u{a0}10 million} people",
        "{something like 10 million} people", "{in the order of 10 million} people", "{(approx.) 10 million} people",
    ]),
    ("150 more_than", &[
        "{over 150} museums", "{more than 150} museums", "{upwards of 150} museums", "{well over 150} museums", "{just over 150} museums", "{slightly more than 150} museums",
        "{a little over 150} museums", "{in excess of 150} museums", "{Over 150} museums", "{slightly over 150} museums", "{exceeding 150} museums", "{greater than 150} museums",
        "{far more than 150} museums", "{a little more than 150} museums", "{above 150} museums", "{upward of 150} museums", "{> 150} museums", "{MORE THAN 150} museums",
    ]),
    ("150 at_least", &["{at least 150} museums", "{150 or more} museums", "{no fewer than 150} museums", "{no less than 150} museums", "{not less than 150} museums", "{150+} museums", "{150-plus} museums", "{a minimum of 150} museums", "{not fewer than 150} museums", "{150 or over} museums", "{≥ 150} museums", "{150 plus} museums"]),
    ("150 less_than", &["{less than 150} museums", "{fewer than 150} museums", "{under 150} museums", "{just under 150} museums", "{slightly less than 150} museums", "{below 150} museums", "{well under 150} museums", "{a little under 150} museums", "{< 150} museums"]),
    ("150 at_most", &["{up to 150} museums", "{no more than 150} museums", "{at most 150} museums", "{as many as 150} museums", "{not more than 150} museums", "{a maximum of 150} museums", "{up to a maximum of 150} museums", "{150 or fewer} museums", "{not exceeding 150} museums", "{as much as 150} in all"]),
    ("150 nearly", &["{nearly 150} museums", "{almost 150} museums", "{close to 150} museums", "{Nearly 150} museums", "{just short of 150} museums", "{approaching 150} museums"]),
    ("150 about", &["{some 150} museums", "{150-odd} museums", "{150 or so} museums", "{150 odd} museums"]),
    ("150", &["{150} museums", "only {150} museums", "just {150} museums", "exactly {150} museums", "an average of {150} a day", "a total of {150} museums", "{150} museums or more things", "has jurisdiction over {150} islands", "extends over {150} islands", "spreads over {150} islands", "stretches over {150} islands", "an expected {150} visitors", "all {150} members"]),
    ("50 % more_than", &["{more than half} of it", "{over half} of the national total", "{well over half} of it", "{more than 50%} of it"]),
    ("33.33 % about", &["{about one third} of it", "{roughly a third} of it", "{about one-third} of the national population"]),
    ("50 % nearly", &["{nearly half} of it", "{almost half} the population"]),
    ("12 more_than", &["{more than a dozen} museums"]),
    ("24 nearly", &["{nearly two dozen} museums"]),
    ("500000 nearly", &["{nearly half a million} people"]),
    ("5300000 more_than", &["an estimated population of {over 5.3 million}"]),
    ("10; 12 about", &["{10} to the north and {about 12} elsewhere"]),
    ("10 about; 12", &["{about 10} men and {12} women"]),
    ("P4Y more_than", &["{more than four years}", "{over four years}"]),
    ("300 km2 at_least", &["{300+ square kilometers}", "{300 square kilometers or more}", "{at least 300 km²}"]),
    ("300 km about", &["{300-odd kilometers}", "{some 300 km}"]),
    ("20 % at_least", &["{20 percent or more}", "{20% or more}"]),
    ("2970000000000 JPY about", &["{(Approx.) ¥2.97 trillion}", "{approx. ¥2,97 trillion}"]),
    ("40000000000 USD about", &["{about US$40 billion}", "{around US $40 billion}"]),
];

#[test]
fn malformed() {
    check(&[
        (
            "malformed",
            &[
                "{60,0000,000} people",
                "{9.336.841 million} people",
                "{1.23.456} people",
                "{6.5438+0.8 million} square kilometers",
                "{199865438+ 10/0/} of them",
                "{1,2345} people",
                "{99999999999999999999999999999999999999} people",
                "{1.2.3} of them",
                "{1,234.567,8} of them",
            ],
        ),
        ("1997; malformed", &["{1997} {65438+}At the end"]),
    ]);
}

#[test]
fn no_figures() {
    check_none(&[
        "thousands of people",
        "dozens of museums",
        "several museums",
        "tens of thousands of people",
        "hundreds of bridges",
        "millions of visitors",
        "a few thousand people",
        "many hundred years ago",
        "some of the people",
        "a couple of museums",
        "a number of museums",
        "the city council",
        "a deputy mayor",
        "an airport",
        "the only airport",
        "twice as large",
        "the largest city",
        "several thousand people",
        "in recent years",
        "Part II",
        "King Charles IV",
        "at hand",
        "in the city",
        "R&D",
        "in",
        "a",
        "the",
        "and so on",
        "May it be so",
        "they march on",
        "the half-timbered houses",
        "half-time",
        "a second-hand shop",
        "for the time being",
        "since then",
        "so far",
        "from time to time",
        "the august body",
        "the late mayor",
        "won gold",
        "the lira's fall",
        "in a pound",
        "real estate",
        "the common era",
        "won the dong",
        "a foot bridge",
    ]);
}
