//! The calendar days at the ends of an EDTF date.

use edtf_core::{Bound, Edtf};

/// The earliest and the latest day of a date in ISO form, for readers that know no EDTF.
///
/// Days are of the proleptic Gregorian calendar; years have four digits, and 1 BC is `0000`. An end is none where it is
/// open (`1995/..`), where no year is given (`XXXX-06`), and where the text is no date. That a date is approximate
/// (`2018~`) doesn't move its ends.
///
/// ```
/// use chancery::edtf::ends;
///
/// assert_eq!(ends("2020-02"), (Some("2020-02-01".into()), Some("2020-02-29".into())));
/// assert_eq!(ends("1995/.."), (Some("1995-01-01".into()), None));
/// ```
pub fn ends(edtf: &str) -> (Option<String>, Option<String>) {
    let Ok(date) = Edtf::parse(edtf) else { return (None, None) };
    let bounds = date.bounds();
    let (first, last) = edtf.split_once('/').unwrap_or((edtf, edtf));
    (day(bounds.earliest, first), day(bounds.latest, last))
}

/// A bound as a day, unless the date it belongs to leaves the year open.
fn day(bound: Bound, of: &str) -> Option<String> {
    match bound {
        Bound::Date(date) if !of.starts_with("XXXX") => Some(date.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rustfmt::skip]
    const ENDS: &[(&str, &str, &str)] = &[
        ("1993-10-23",            "1993-10-23",  "1993-10-23"),
        ("2021-04",               "2021-04-01",  "2021-04-30"),
        ("2021-12",               "2021-12-01",  "2021-12-31"),
        ("2020-02",               "2020-02-01",  "2020-02-29"),
        ("2021-02",               "2021-02-01",  "2021-02-28"),
        ("2000-02",               "2000-02-01",  "2000-02-29"),
        ("1900-02",               "1900-02-01",  "1900-02-28"),
        ("1995",                  "1995-01-01",  "1995-12-31"),
        ("0794",                  "0794-01-01",  "0794-12-31"),
        ("-0024",                 "-0024-01-01", "-0024-12-31"),
        ("-0753-04-21",           "-0753-04-21", "-0753-04-21"),
        ("-0024/0014",            "-0024-01-01", "0014-12-31"),
        ("199X",                  "1990-01-01",  "1999-12-31"),
        ("18XX",                  "1800-01-01",  "1899-12-31"),
        ("08XX",                  "0800-01-01",  "0899-12-31"),
        ("2018~",                 "2018-01-01",  "2018-12-31"),
        ("196X~",                 "1960-01-01",  "1969-12-31"),
        ("2017/2019",             "2017-01-01",  "2019-12-31"),
        ("2013-05-10/2013-05-13", "2013-05-10",  "2013-05-13"),
        ("196X/1975",             "1960-01-01",  "1975-12-31"),
        ("18XX/199X",             "1800-01-01",  "1999-12-31"),
        ("2018~/2020-02",         "2018-01-01",  "2020-02-29"),
        ("1995/..",               "1995-01-01",  ""),
        ("1995-06~/..",           "1995-06-01",  ""),
        ("../1996",               "",            "1996-12-31"),
        ("../18XX",               "",            "1899-12-31"),
        ("XXXX-06",               "",            ""),
        ("XXXX-11-08",            "",            ""),
        ("XXXX-02-29",            "",            ""),
        ("XXXX-05-10/XXXX-05-13", "",            ""),
        ("P4Y",                   "",            ""),
        ("2021-02-30",            "",            ""),
        ("2019/2017",             "",            ""),
        ("",                      "",            ""),
        ("Seoul",                 "",            ""),
    ];

    #[test]
    fn ends_of_every_form() {
        for (edtf, earliest, latest) in ENDS {
            let (a, b) = ends(edtf);
            let found = (a.unwrap_or_default(), b.unwrap_or_default());
            assert_eq!(found, ((*earliest).into(), (*latest).into()), "{edtf}");
        }
    }
}
