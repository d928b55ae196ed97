//! Dates: complete, partial, relative, recurring; intervals; and the prepositions before them.

use super::{Table, check, check_none, unmarked};
use chancery::mention::{Lead, Value};
use chancery::span::Span;

use crate::figures;

#[test]
fn days() {
    check(DAYS);
}

#[rustfmt::skip]
const DAYS: Table = &[
    ("1993-10-23", &[
        "on {October 23, 1993}", "On {October 23, 1993}, the", "on {23 October 1993}", "on {23rd October 1993}", "on {October 23rd, 1993}", "on the {23rd of October 1993}", "on {Oct. 23, 1993}", "on {Oct 23, 1993}",
        "on {23 Oct 1993}", "on {23 Oct. 1993}", "on {October 23 1993}", "on {October\n23,\n1993}", "on {October\u{a0}23, 1993}", "{1993-10-23}", "{1993/10/23}", "{1993.10.23}", "{1993. 10. 23}", "{23.10.1993}", "{23-10-1993}", "{23/10/1993}",
        "on {23 October, 1993}", "on {October 23. 1993}", "{Oct.23.1993}", "{OCTOBER 23, 1993}", "on the {23rd of October, 1993}", "on Saturday, {October 23, 1993}", "on {October 23 of 1993}", "{Oct.23,1993}", "{23-Oct-1993}", "{10/23/1993}", "{1993-10-23 10:11}",
    ]),
    ("2016-08-03", &["{Aug. 3, 2016}", "{Aug.3.2016}", "{3 August 2016}", "{2016.08.03}", "{2016.8.3}", "{2016-08-03}", "{Aug 3rd, 2016}"]),
    ("2007-05-17", &["{May.17.2007}", "{May 17, 2007}", "{17 May 2007}"]),
    ("2008-09-22", &["{22-9-2008}", "{22.9.2008}", "{22/9/2008}", "{Sept. 22, 2008}", "{September 22, 2008}"]),
    ("2024-05-28", &["{28/05/2024}", "{28.05.2024}", "{2024-05-28}", "{May 28, 2024}"]),
    ("2016-12-04", &["{2016.12.4}", "{2016. 12. 04}", "{2016.12.04}"]),
    ("0794-02-22", &["on {22 February 794}", "on {February 22, 794}"]),
    ("XXXX-07-06", &["on {6 July}", "on {July 6th}", "on {July 6}", "on {6th July}", "on the {6th of July}", "on {July 6}, the"]),
    ("XXXX-11-08", &["On {November 8}, the paper", "on {8 November}"]),
    ("XXXX-06-12", &["{June 12 every year}", "on {12 June each year}", "on {June 12 of each year}", "every year on {June 12}", "{every June 12}"]),
];

#[test]
fn months() {
    check(MONTHS);
}

#[rustfmt::skip]
const MONTHS: Table = &[
    ("2021-04", &["in {April 2021}", "in {April, 2021}", "in {April of 2021}", "in {Apr. 2021}", "in {Apr 2021}", "in early {April 2021}", "in mid-{April 2021}", "at the end of {April 2021}", "In {April\n2021}, he", "in late {April 2021}", "in the month of {April 2021}", "{04/2021}", "{2021-04}"]),
    ("2018-05", &["in {May 2018}", "in {May, 2018}", "{May 2018}"]),
    ("1997-12", &["At the end of {December 1997}", "in late {December 1997}"]),
    ("XXXX-11", &["In {November}, both", "by {November}", "in early {November}", "in mid-{November}", "last {November}", "at the end of {November}"]),
    ("XXXX-05", &["in {May}", "in {May}, the", "in early {May}"]),
    ("XXXX-03", &["in {March}"]),
    ("XXXX-06", &["{Every June}, the Council", "{every June}", "{each June}", "in {June every year}", "in {June each year}", "in {June of each year}", "every year in {June}"]),
    ("same year-06", &["{June of that year}", "{June of the same year}", "In {June, the same year}", "{June that year}", "in {June the same year}", "in {June that same year}"]),
    ("+1 years-03", &["{March of the following year}", "{March the following year}", "in {March of the next year}", "{March the next year}"]),
    ("-1 years-03", &["{March of the previous year}", "{March the previous year}", "{March of the preceding year}"]),
    ("2017-03; 2017-11", &["in {March} and {November 2017}"]),
    ("2017-03-02; 2017-11-05", &["on {March 2} and {November 5, 2017}", "on {2 March} and {5 November 2017}"]),
];

#[test]
fn years() {
    check(YEARS);
}

#[rustfmt::skip]
const YEARS: Table = &[
    ("2012", &["in {2012}", "In {2012}, Rome", "at the end of {2012}", "by the end of {2012}", "in the summer of {2012}", "as of {2012}", "by {2012}", "the {2012} census", "the year {2012}", "({2012})", "the {2012} Games", "during {2012}", "in late {2012}", "in mid-{2012}", "after {2012}", "the spring of {2012}", "in the {first half of 2012}", "in the {second quarter of 2012}", "{FY2012}", "{FY 2012}", "fiscal year {2012}", "in the year {2012}", "founded {2012}", "of {2012}", "from {2012}", "for {2012}", "late in {2012}", "in {2012} exports rose", "at the end of {2012} exports fell", "in the {2012} fiscal year"]),
    ("0969", &["in {AD 969}", "in {969 AD}", "in {A.D. 969}", "in {969 A.D.}", "in {969 CE}", "founded in {969}", "in the year {969}", "({358 - 969 AD})", "in {969}, the"]),
    ("-0024", &["in {25 BC}", "in {25 B.C.}", "in {25 BCE}", "in {25 B.C.E.}"]),
    ("-1044~", &["{around 1045 B.C.}", "{about 1045 BC}", "{circa 1045 BC}", "{c. 1045 BC}"]),
    ("1270~", &["{about 1270}", "{around 1270}", "in {about 1270}", "{circa 1270}", "{c. 1270}", "{ca. 1270}"]),
    ("199X", &["in the {1990s}", "in the {1990's}", "in the late {1990s}", "in the early {1990s}", "in the mid-{1990s}", "the {1990s}", "in the {1990’s}", "in the {'90s}", "by the end of the {1990s}"]),
    ("200X", &["in the {2000s}", "in the early {2000s}"]),
    ("18XX", &["in the {19th century}", "the late {19th century}", "in the {nineteenth century}", "a {19th-century} church", "in the mid-{19th century}", "the {19th Century}", "in the early {19th century}", "the end of the {19th century}", "a late {nineteenth-century} church", "the {XIX century}"]),
    ("08XX", &["in the {second half of the 9th century}", "the {ninth century}", "the {9th century AD}"]),
    ("19XX", &["the early {20th century}", "the beginning of the {20th century}", "the {twentieth century}"]),
    ("-02XX", &["in the {3rd century BC}", "the {third century B.C.}", "the {3rd century BCE}"]),
    ("2017; 2019", &["in {2017} and {2019}", "in {2017}, {2019}", "{2017} and {2019}"]),
    ("1896; 2004", &["Games in {1896} and {2004}, respectively"]),
];

#[test]
fn intervals() {
    check(INTERVALS);
}

#[rustfmt::skip]
const INTERVALS: Table = &[
    ("2000-04-24/2000-04-27", &["From {April 24 to 27, 2000}", "from {April 24-27, 2000}", "on {April 24–27, 2000}", "from {24 to 27 April 2000}", "{24-27 April 2000}", "from {April 24 to April 27, 2000}", "from {24 April to 27 April 2000}", "from {April 24, 2000 to April 27, 2000}", "from the {24th to the 27th of April 2000}", "from {April 24th to 27th, 2000}", "between {April 24 and 27, 2000}", "{April 24 through 27, 2000}", "{2000.04.24 - 2000.04.27}", "{2000.04.24~04.27}", "from {24 April until 27 April 2000}", "between {24 and 27 April 2000}", "{2000. 04. 24. ~ 04. 27}.", "{2000-04-24 to 2000-04-27}", "between {April 24 and April 27, 2000}"]),
    ("2017-08-03/2017-08-07", &["{2017.08.03. ~ 07}.", "{2017.08.03 ~ 07}", "{August 3-7, 2017}"]),
    ("2017-06-02/2017-06-03", &["On the {2nd and 3rd of June 2017}", "on {2 and 3 June 2017}", "on {June 2 and 3, 2017}", "on {June 2-3, 2017}", "on {June 2nd and 3rd, 2017}", "on the {2nd and the 3rd of June, 2017}"]),
    ("1992-07-25/1992-08-09", &["{July 25 to August 9, 1992}", "{25 July to 9 August 1992}", "from {July 25 until August 9, 1992}", "{25 July – 9 August 1992}", "{July 25, 1992 - August 9, 1992}", "from {July 25 through August 9, 1992}", "between {July 25 and August 9, 1992}"]),
    ("2011-11-28/2012-01-05", &["from {November 28, 2011 to January 5, 2012}", "from {28 November 2011 to 5 January 2012}", "from {28 November 2011 until 5 January 2012}"]),
    ("1950-08/1953-07", &["from {August 1950 to July 1953}", "{August 1950 - July 1953}", "from {August 1950 until July 1953}", "between {August 1950 and July 1953}"]),
    ("2018-03/2018-05", &["from {March to May 2018}", "{March-May 2018}", "between {March and May 2018}", "{March to May, 2018}", "from {March through May of 2018}"]),
    ("2014/2016", &["the {2014-2016} programme", "{2014 to 2016}", "between {2014 and 2016}", "from {2014 to 2016}", "from {2014 until 2016}", "{2014–2016}", "({2014-2016})", "{2014/2016}", "{2014 through 2016}", "from {2014 till 2016}", "{2014 — 2016}", "{2014~2016}", "in the years {2014 to 2016}", "{2014 - 2016}", "from the year {2014 to 2016}"]),
    ("1871/1945", &["from {1871 until 1945}", "from {1871 to 1945}", "between {1871 and 1945}", "{1871–1945}", "{1871-1945}"]),
    ("1995/2002", &["between {1995 and 2002}", "{1995-2002}", "from {1995 up to 2002}"]),
    ("2019/2020", &["the {2019-20} season", "the {2019/20} season", "{2019–20}", "{FY2019-20}", "{2019/2020}", "{2019-2020}"]),
    ("1914/1918", &["the {1914-18} war", "{1914–18}", "the {1914–1918} war", "{1914-1918}"]),
    ("1368/1644", &["Ming ({1368-1644})", "the Ming dynasty ({1368–1644})"]),
    ("0969/1171", &["from {969 to 1171}", "from {969 until 1171}", "({969-1171})"]),
    ("-0026/0014", &["({27 BC - 14 AD})", "from {27 BC to 14 AD}", "from {27 BC to AD 14}"]),
    ("-0220/-0206", &["({221-207 BC})", "({221 BC - 207 BC})", "from {221 to 207 BC}"]),
    ("14XX/15XX", &["in the {15th and 16th centuries}", "from the {15th to the 16th century}", "the {15th-16th centuries}", "the {15th to 16th centuries}", "from the {15th century to the 16th century}", "between the {15th and 16th centuries}"]),
    ("198X/199X", &["from the {1980s to the 1990s}", "the {1980s-1990s}"]),
    ("1995/..", &["{since 1995}", "{Since 1995}, the", "{from 1995 on}", "{from 1995 onwards}", "{since the year 1995}", "{Starting from 1995}", "{starting in 1995}", "{from 1995 onward}", "{1995-present}", "from {1995 to the present}", "from {1995 to date}", "from {1995 until now}", "{1995 – present}", "{beginning in 1995}", "{as from 1995}", "{1995 onwards}"]),
    ("2009-03/..", &["{since March 2009}", "{from March 2009 on}", "{since March, 2009}"]),
    ("1976-07-02/..", &["{since July 2, 1976}", "{since 2 July 1976}", "{since 2nd July 1976}"]),
    ("2017-05-11; 2017-05-12/2017-05-13", &["on {11}, {12 and 13 May 2017}"]),
    ("195X; 196X", &["during the {1950s} and {60s}"]),
    ("17XX/19XX", &["From the mid-{18th to the early 20th century}"]),
    ("198X/..", &["{since the late 1980s}", "{since the 1980s}", "{Since the mid-1980s}"]),
    ("18XX/..", &["{since the 19th century}", "{since the early 19th century}"]),
    ("../1871", &["{until 1871}", "{till 1871}", "{up to 1871}", "{Until 1871}, the", "{up until 1871}"]),
    ("../1996", &["{Before 1997}, the mayor", "{before 1997}", "{prior to 1997}", "{before the year 1997}"]),
    ("../2000-07", &["{until July 2000}", "{till July 2000}"]),
    ("../1914", &["{until 1914}"]),
];

#[test]
fn leaning_on_context() {
    check(RELATIVE);
}

#[rustfmt::skip]
const RELATIVE: Table = &[
    ("same year", &["{the same year}", "in {that year}", "{later that year}", "{later in the same year}", "{that same year}", "in {the same year}, the", "{the very same year}", "{earlier that year}", "in {that very year}"]),
    ("+1 years", &["{the following year}", "{the next year}", "{one year later}", "{a year later}", "In {the following year} (", "{One year later}", "{a year after that}", "{the year after}", "{1 year later}", "{a year afterwards}"]),
    ("+6 years", &["{six years later}", "{6 years later}", "{Six years later}", "just {six years later}", "{six years afterwards}", "{six years after that}"]),
    ("+64 years", &["{64 years later}", "{sixty-four years later}"]),
    ("-1 years", &["{a year earlier}", "{one year earlier}", "{the year before}", "{a year before that}", "{one year previously}"]),
    ("-2 years", &["{two years earlier}", "{two years before that}", "{2 years earlier}"]),
    ("+20 years", &["{two decades later}", "{twenty years later}"]),
    ("+100 years", &["{a century later}", "{one hundred years later}", "{a hundred years later}", "{one century later}"]),
    ("+0 months", &["{the same month}", "in {that month}", "{that same month}", "{later that month}"]),
    ("+1 months", &["{the following month}", "{a month later}", "{one month later}", "{the next month}"]),
    ("+3 months", &["{three months later}"]),
    ("+1 days", &["{the following day}", "{the next day}", "{one day later}", "{a day later}"]),
    ("+14 days", &["{two weeks later}", "{a fortnight later}", "{14 days later}"]),
    ("+2 days", &["{two days later}", "{2 days later}"]),
    ("+0 days", &["{the same day}", "on {that day}", "{that same day}", "{later that day}"]),
];

#[test]
fn digits_that_are_no_years() {
    check(&[
        (
            "2000",
            &[
                "{2000} people",
                "{2,000} people",
                "a population of {2000}",
                "{2000} deputies",
                "{2000} bus stops",
                "the {2000} inhabitants",
                "no. {2000}",
                "{2000} of them",
            ],
        ),
        ("1568", &["{1568} seats", "{1568} people", "a total of {1568}"]),
        ("1800 m", &["at {1800 m}", "{1800 meters}", "an altitude of {1800 meters}"]),
        ("2000 more_than", &["{over 2000} buses", "{more than 2000} large firms"]),
        ("2000 about", &["{about 2000} people", "{around 2000} small islands"]),
        ("1998 USD", &["{$1998}"]),
        (
            "20",
            &[
                "May have {20} members",
                "the March of {20} women",
                "in {20} cities",
                "will march {20} times",
            ],
        ),
        ("no. 20", &["the {20th} of its kind", "the {20th} anniversary", "its {20th} edition"]),
    ]);
    check_none(&[
        "the following district",
        "that mayor",
        "the same person",
        "years later",
        "the March on Rome",
        "May the city flourish",
        "the august assembly",
        "last but not least",
        "later on",
        "earlier than usual",
        "the day after tomorrow",
        "once a year",
        "a sunny day",
        "the year of the dragon",
        "this year",
        "next year",
        "last year",
    ]);
}

#[test]
fn leads() {
    let lead = |phrase: &str| {
        let (text, _) = unmarked(phrase);
        figures(&text, Span::new(0, text.len())).iter().find_map(|m| match &m.value {
            Value::Date(date) => Some(date.lead),
            _ => None,
        })
    };
    let rows: &[(Option<Lead>, &[&str])] = &[
        (
            Some(Lead::In),
            &[
                "in 2012",
                "on May 3, 2012",
                "during 2012",
                "In the summer of 2012",
                "in late 2012",
                "in about 1270",
                "in mid-2012",
                "from 2012 to 2014",
                "in the 1990s",
                "in the second half of the 9th century",
            ],
        ),
        (
            Some(Lead::By),
            &[
                "by 2030",
                "by the end of 2030",
                "by the year 2030",
                "by late 2030",
                "by end of 2030",
            ],
        ),
        (
            Some(Lead::AsOf),
            &[
                "as of 2012",
                "at the end of 2012",
                "as at 31 December 2012",
                "as of the end of 2012",
                "As of May 2012",
                "at the end of the 1990s",
            ],
        ),
        (Some(Lead::From), &["from 2012", "from May 2012"]),
        (Some(Lead::Since), &["since 2012", "ever since 2012"]),
        (Some(Lead::Until), &["until 2012", "till May 2012", "up to 2012"]),
        (Some(Lead::Before), &["before 2012", "prior to 2012"]),
        (Some(Lead::After), &["after 2012", "after May 2012"]),
        (None, &["the 2012 census", "founded 2012", "(2012)", "(May 2012)"]),
    ];
    let mut wrong = Vec::new();
    for (expected, phrases) in rows {
        wrong.extend(
            phrases.iter().filter(|p| lead(p) != Some(*expected)).map(|p| (p, expected, lead(p))),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
