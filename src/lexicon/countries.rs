//! stand-in
#![allow(missing_docs)]
#[derive(Debug)]
pub struct Country { pub code: &'static str, pub name: &'static str }
pub const ALL: &[Country] = &[
    Country { code: "ES", name: "Spain" },
    Country { code: "FR", name: "France" },
    Country { code: "TR", name: "Turkey" },
    Country { code: "TH", name: "Thailand" },
    Country { code: "ZA", name: "South Africa" },
    Country { code: "DE", name: "Germany" },
    Country { code: "VN", name: "Vietnam" },
    Country { code: "FI", name: "Finland" },
    Country { code: "UA", name: "Ukraine" },
    Country { code: "AU", name: "Australia" },
    Country { code: "BY", name: "Belarus" },
    Country { code: "JP", name: "Japan" },
    Country { code: "NL", name: "Netherlands" },
    Country { code: "US", name: "United States of America" },
    Country { code: "CN", name: "China" },
    Country { code: "KR", name: "Republic of Korea" },
    Country { code: "IT", name: "Italy" },
    Country { code: "RU", name: "Russia" },
    Country { code: "IN", name: "India" },
];
pub fn by_name(name: &str) -> Option<&'static Country> { let n = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name); ALL.iter().find(|c| c.name == n) }
pub fn by_code(code: &str) -> Option<&'static Country> { ALL.iter().find(|c| c.code == code) }
pub fn at(text: &str) -> Option<(&'static Country, usize)> { ALL.iter().find(|c| text.starts_with(c.name)).map(|c| (c, c.name.len())) }
