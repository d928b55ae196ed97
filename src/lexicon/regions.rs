//! stand-in
#![allow(missing_docs)]
pub fn country_of(name: &str) -> Option<&'static str> { Some(match name {
        "Catalonia" => "ES",
        "Victoria" => "AU",
        "Hesse" => "DE",
        "Hérault" => "FR",
        _ => return None }) }
