//! stand-in
#![allow(missing_docs)]
pub fn country_of(name: &str) -> Option<&'static str> { Some(match name {
        "Beijing" => "CN",
        "Shanghai" => "CN",
        "Guangzhou" => "CN",
        "Tianjin" => "CN",
        "Chengdu" => "CN",
        "Istanbul" => "TR",
        "Tokyo" => "JP",
        "Moscow" => "RU",
        "Tallinn" => "FI",
        "Canberra" => "AU",
        "Madrid" => "ES",
        "Barcelona" => "ES",
        "Seoul" => "KR",
        "Paris" => "FR",
        "Osaka" => "JP",
        _ => return None }) }
