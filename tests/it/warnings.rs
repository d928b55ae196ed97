//! What a sentence says against itself, and that sentences that are right are left alone.

use chancery::pipeline;
use chancery::record::{Warning, WarningCode};

/// The warnings of one code in a bulletin of one sentence.
fn of_code(code: &WarningCode, sentence: &str) -> Vec<Warning> {
    let text = format!("[Overview] Alba is a city. It lies by the sea. {sentence}\n\nIt is old.");
    let record = pipeline::extract("x", "x.txt", text.as_bytes());
    record.warnings.into_iter().filter(|w| w.code == *code).collect()
}

/// The words that each sentence is warned of.
#[track_caller]
fn warned(code: &WarningCode, cases: &[(&str, &[&str])]) {
    for (sentence, expected) in cases {
        let warnings = of_code(code, sentence);
        let spans: Vec<&str> =
            warnings.iter().flat_map(|w| &w.spans).map(|s| s.text.as_str()).collect();
        assert_eq!(spans, *expected, "{sentence}");
    }
}

#[track_caller]
fn silent(code: &WarningCode, sentences: &[&str]) {
    for sentence in sentences {
        let messages: Vec<String> =
            of_code(code, sentence).into_iter().map(|w| w.message).collect();
        assert!(messages.is_empty(), "{sentence}: {messages:?}");
    }
}

#[test]
#[rustfmt::skip]
fn respectively_with_series_of_unequal_length() {
    warned(&WarningCode::RespectivelyMismatch, &[
        ("Beijing, Seoul and Tokyo have 12 and 15 lines respectively.",
            &["Beijing, Seoul and Tokyo", "12 and 15", "respectively"]),
        ("Beijing, Seoul, and Tokyo have 12 and 15 lines respectively.",
            &["Beijing, Seoul, and Tokyo", "12 and 15", "respectively"]),
        ("Alba University, Berg University and Cole University were founded in 1946 and 1967, respectively.",
            &["Alba University, Berg University and Cole University", "1946 and 1967", "respectively"]),
        ("The Bank of Alba and the Royal Bank, founded in 1695, 1727 and 1801 respectively, have their head offices here.",
            &["The Bank of Alba and the Royal Bank", "1695, 1727 and 1801", "respectively"]),
        ("In 2020, services, industry and agriculture contributed 62.8 percent and 23.7 percent of it respectively.",
            &["services, industry and agriculture", "62.8 percent and 23.7 percent", "respectively"]),
        ("Services and industry account for 60, 30 and 10 percent of output respectively.",
            &["Services and industry", "60, 30 and 10 percent", "respectively"]),
        ("The Liberals won 70 seats, while the Alba Party and the Green Party obtained 12, 9 and four seats respectively.",
            &["the Alba Party and the Green Party", "12, 9 and four", "respectively"]),
        ("Delegations from Shanghai, Guangzhou and Wuhan came to Alba in 1983 and 1985 respectively.",
            &["Shanghai, Guangzhou and Wuhan", "1983 and 1985", "respectively"]),
        ("Beijing, Seoul and Tokyo have 12 and 15 lines separately.",
            &["Beijing, Seoul and Tokyo", "12 and 15", "separately"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn respectively_that_is_right_or_not_sure() {
    silent(&WarningCode::RespectivelyMismatch, &[
        "Beijing, Seoul and Tokyo have 12, 15 and 13 lines respectively.",
        "Beijing and Seoul have 12 and 15 lines respectively.",
        "Beijing, Seoul and Tokyo have 12 and 15 lines.",
        "The Museum of Arts and Crafts, the Opera and the Alba Hall were opened in 1900 and 1910 respectively.",
        "The Victoria and Albert Museum, the Opera and the Alba Hall were opened in 1900, 1905 and 1910 respectively.",
        "The services, industry and construction, and agriculture contributed 62.8, 23.7 and 2.2 percent respectively.",
        "Paris, France and Seoul have 12 and 15 lines respectively.",
        "Vancouver, British Columbia and Seoul have 12 and 15 lines respectively.",
        "Anna Alm, Mayor of Alba and Bo Ek visited Beijing in 2001 and 2003 respectively.",
        "The parks in Alba, Berg Park and Cole Park, were opened in 1900 and 1910 respectively.",
        "Its suburbs, Berg and Cole, have 12, 15 and 20 lines respectively.",
        "Today, Beijing and Seoul have 12 and 15 lines respectively.",
        "The Alba Arts and Crafts Fair was held in 1990, 1995 and 2000 respectively.",
        "Hence, trade and industry yield 12 and 15 percent respectively.",
        "In Asia, Beijing and Seoul have 12 and 15 lines respectively.",
        "Foo and Bar opened shops in Beijing, Seoul and Tokyo in 2001 and 2003 respectively.",
        "The 3 airports of Alba, Berg and Cole, 49 and 7 kilometers from Milan respectively, are busy.",
        "Beijing, Seoul and Tokyo held elections in 2001 and 2005 separately.",
        "In 2007 and 2009, delegations of 12, 15 and 17 officials respectively came from Seoul.",
        "Beijing has 12 lines, Seoul and Tokyo 15 and 16 respectively.",
        "Both Beijing and Seoul have 12, 15 and 17 lines respectively.",
        "Alba hosted the 1st and the 9th Games in 1951 and 1982, respectively.",
        "It moved 436.8 million tons and 14.3 million TEU, respectively 6.9 percent and 3.2 percent less than in 2019.",
    ]);
}

#[test]
#[rustfmt::skip]
fn lists_that_contradict_their_count() {
    warned(&WarningCode::ListCountMismatch, &[
        ("It has four universities, namely Alba University, Berg College and Cole Institute.",
            &["four universities", "Alba University, Berg College and Cole Institute"]),
        ("The city has three districts: Oldtown and Newtown.", &["three districts", "Oldtown and Newtown"]),
        ("The city is divided into 3 districts (Oldtown and Newtown).", &["3 districts", "Oldtown and Newtown"]),
        ("He has five vice mayors (Anna Alm, Bo Ek and Carl Dahl).", &["five vice mayors", "Anna Alm, Bo Ek and Carl Dahl"]),
        ("There are two universities, i.e. Alba University, Berg University and Cole University, with 70,000 students.",
            &["two universities", "Alba University, Berg University and Cole University"]),
        ("Three cities — Seoul, Tokyo, Busan and Osaka — are its partners.",
            &["Three cities", "Seoul, Tokyo, Busan and Osaka"]),
        ("The city has four main industries: finance, trade and tourism.",
            &["four main industries", "finance, trade and tourism"]),
        ("She has four vice-governors, namely Vice-Governor I, Vice-Governor II and the Vice-Governor for Peace.",
            &["four vice-governors", "Vice-Governor I, Vice-Governor II and the Vice-Governor for Peace"]),
        ("It consists of three islands, that is, North Isle and South Isle, which are joined by a bridge.",
            &["three islands", "North Isle and South Isle"]),
        ("Two vice governors assist him, and three deputy mayors: Anna Alm, Bo Ek, Carl Dahl and Dora Eng.",
            &["three deputy mayors", "Anna Alm, Bo Ek, Carl Dahl and Dora Eng"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn lists_that_are_right_or_not_sure() {
    silent(&WarningCode::ListCountMismatch, &[
        "It has three universities, namely Alba University, Berg College and Cole Institute, with some 70,000 students.",
        "The city has three districts: Oldtown, Newtown, and Midtown.",
        "It has four universities, including Alba University and Berg College.",
        "It has four universities: Alba University, Berg College and others.",
        "It has four universities, such as Alba University and Berg College.",
        "It has about four universities: Alba University and Berg College.",
        "It has two departments: Finance, Planning, and Research and Development.",
        "It has three departments: Finance, Planning, Health and Welfare.",
        "It has five bodies: the North, South and East Corporations, the Council and the Board.",
        "It has 17 local governments, namely 16 cities and one municipality.",
        "It has 13 members, namely a chairman, four members elected at large and one member from each ward.",
        "It has 12 members (Labour and the Greens).",
        "He has five vice mayors (Labour and Greens).",
        "Two of the four universities, namely Alba University, Berg College and Cole Institute, are old.",
        "It has two airports: Alba and Berg handle all flights, and Cole the rest.",
        "It has three lines (A, B and C), 61 stations and 65.4 kilometers of track.",
        "It has three World Heritage Sites: the Tomb, built of stone; the Fort; and the Tower and the Hall.",
        "It has nine schools (Oldtown and Newtown).",
        "It has nine districts (düüreg), three of which, Oldtown, Newtown and Midtown, lie apart.",
        "It was made from two cities: Paris, France and Seoul.",
        "Two vice mayors, namely Anna Alm, Deputy for Culture, and Bo Ek, assist her.",
        "Three countries: Cuba, Trinidad and Tobago take part.",
        "It has five districts: Oldtown and the Twin Towns.",
        "It has three universities, namely Alba University and Berg College, as well as Cole Institute.",
        "The games have been held in the city four times: Alba and Berg.",
        "Four industries account for 70 percent of jobs: finance and trade.",
        "Line 4 trains: Alba and Berg.",
    ]);
}

#[test]
#[rustfmt::skip]
fn sectors_that_are_more_than_the_whole() {
    warned(&WarningCode::PartsDoNotSum, &[
        ("Services account for 71 percent of output, industry for 40 percent and agriculture for 5 percent.",
            &["71 percent", "40 percent", "5 percent"]),
        ("The tertiary sector generated 84.6 percent of the GDP and the secondary sector 33.6 percent.",
            &["84.6 percent", "33.6 percent"]),
    ]);
    silent(&WarningCode::PartsDoNotSum, &[
        "The tertiary sector generated 84.6 percent of the GDP and the secondary sector 13.6 percent.",
        "Services account for about 71 percent of output, industry for 25 percent and agriculture for about 5 percent.",
        "Services account for 80 percent of jobs and industry for 40 percent of exports.",
        "Services account for 80 percent of output. Industry accounts for 40 percent of output.",
        "Services account for 80 percent of output and tourism for 40 percent.",
        "Some 80 percent of the residents speak Dutch and 60 percent of the residents speak English.",
    ]);
}
