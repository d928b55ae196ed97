//! The figures of a whole paragraph, one a line.

use super::shown;
use chancery::span::Span;

use crate::figures;

#[test]
fn of_a_paragraph() {
    let text = "Portmere, about 40 miles from the estuary, covers an area of 765.94 km2 (295.7 sq mi) and had a population \
        of nearly 1.2 million at the end of 2019, or 8.4 percent of the national total. Founded in the second half of the \
        9th century, it was the seat of government from 1601 to 1606 and again until 1871. The council of 51 members, \
        elected every five years, meets on the first Monday of the month; Ms. Vela took office on June 2, 2019 and was \
        re-elected two years later. In 2018, 26 million tons passed through the port, some 2.4 million TEU, and trade \
        came to US $40 billion; between 18 and 9 °C is usual in March. One in five people works in tourism, and more \
        than half a million came for the 28th Regatta from July 25 to August 9, 2016, a year earlier than planned.";
    let lines: Vec<String> = figures(text, Span::new(0, text.len()))
        .iter()
        .map(|m| format!("{:>4} {} = {}", m.span.start(), m.span.of(text), shown(m)))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}
