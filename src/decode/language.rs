//! The language of a text, guessed from its letters.

/// The language of `text` as a BCP 47 tag, by the script of its letters: `en` for Latin, `zh-Hans` for Han, `ja` where
/// kana stand among them, `ko` for hangul, `und` for other scripts or none.
///
/// ```
/// assert_eq!(chancery::decode::language("Bangkok (กรุงเทพฯ) is the capital."), "en");
/// ```
pub fn language(text: &str) -> &'static str {
    // Nearly all letters are ASCII: counted by bytes, they need no look one by one.
    let ascii = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let mut count = Count { latin: ascii, ..Count::default() };
    let others = text.bytes().enumerate().filter(|(_, byte)| *byte >= 0xC0);
    for c in others.filter_map(|(at, _)| text.get(at..)?.chars().next()) {
        match c {
            'À'..='ɏ' | 'Ḁ'..='ỿ' => count.latin += 1,
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' => {
                count.han += 1;
            }
            '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' => count.kana += 1,
            '\u{AC00}'..='\u{D7A3}' => count.hangul += 1,
            c if c.is_alphabetic() => count.other += 1,
            _ => {}
        }
    }
    count.language()
}

/// Letters by script.
#[derive(Default)]
struct Count {
    latin: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    other: usize,
}

/// Latin letters that say as much as one character of the East Asian scripts: a word of about five letters is about
/// two characters.
const LATIN_FOR_ONE: usize = 3;

impl Count {
    fn language(&self) -> &'static str {
        let east = self.han + self.kana + self.hangul;
        let latin = self.latin.div_ceil(LATIN_FOR_ONE);
        if latin.max(east).max(self.other) == 0 || self.other > self.latin.max(east) {
            "und"
        } else if latin >= east {
            "en"
        } else if self.hangul * 2 > self.han + self.kana {
            "ko"
        } else if self.kana * 10 >= east {
            "ja"
        } else {
            "zh-Hans"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_by_script() {
        for (text, expected) in [
            ("", "und"),
            ("1993 — 605.77 %", "und"),
            ("Besòs", "en"),
            ("Đà Nẵng lies on the coast.", "en"),
            ("The city (首尔特别市, 서울특별시) has 10 million inhabitants.", "en"),
            ("首尔是韩国首都，面积605.77平方公里。", "zh-Hans"),
            ("GDP为2.5万亿元，人均GDP达12万元，外贸增长3.2%，位居全国第一。", "zh-Hans"),
            ("神戸市は兵庫県の県庁所在地です。", "ja"),
            ("부산은 대한민국 제2의 도시(釜山)이다.", "ko"),
            ("Население города — 5,5 млн человек.", "und"),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
