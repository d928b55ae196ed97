//! Pages as offices write them, and the text that a reader sees of each.

use std::fmt::Write as _;

use chancery::decode::{Hint, Text, decode};

#[track_caller]
fn check(page: &str, expected: &str) {
    assert_eq!(decode(page.as_bytes(), Hint::Html).text, expected, "{page}");
}

#[test]
fn blocks_and_breaks_end_lines() {
    check("<p>[Overview] one<div>two</div>three</p>", "[Overview] one\n\ntwo\n\nthree");
    check("<p>[Overview] One.<br>Two.<br><br>Three.</p>", "[Overview] One.\nTwo.\n\nThree.");
    check(
        "<div><div><div>[Overview]</div><div>Alba <b>is</b> <i>old</i>.</div></div></div>",
        "[Overview]\n\nAlba is old.",
    );
    check(
        "<h3>[Overview]</h3><p>Old.</p><strong>[Economy]</strong><p>Wool.</p>",
        "[Overview]\n\nOld.\n\n[Economy]\n\nWool.",
    );
    check("<ul><li>[Overview] Old.</li><li>Small.</li></ul>", "[Overview] Old.\nSmall.");
}

#[test]
fn white_space_is_folded_and_entities_resolved() {
    check(
        "<p>[Overview]&nbsp;&nbsp; Alba\n  is&#160;old &amp; <span>small</span>.</p>",
        "[Overview] Alba is old & small.",
    );
    check(
        "<p>[Overview] 3&#8239;km<sup>2</sup>, 10<sup>6</sup> people&shy;.</p>",
        "[Overview] 3\u{202F}km2, 10⁶ people.",
    );
}

#[test]
fn what_no_reader_sees_is_left_out() {
    check(
        "<p>[Overview] Old.<!-- 5 --><script>var a = 6</script><style>p{}</style><span hidden>7</span></p>\
         <p style='color: red; display:none'>8</p><p aria-hidden=true>9</p><noscript>10</noscript>",
        "[Overview] Old.",
    );
    check(
        "<nav><a href=/>[Home]</a> <a href=/e>[Economy]</a></nav><div class=main><p>[Overview] Old.</p>\
         <p>[Economy] Wool.</p></div><footer>[Contact] 12345</footer>",
        "[Overview] Old.\n\n[Economy] Wool.",
    );
}

#[test]
fn rows_are_lines() {
    check(
        "<p>[Overview]</p><table><tr><th>Area</th><td>3 km²</td></tr><tr><td>Population:</td><td>5</td></tr></table>",
        "[Overview]\n\nArea: 3 km²\nPopulation: 5",
    );
    check(
        "<p>[Overview]</p><table><tr><td>1990</td><td>3</td><td>4</td></tr></table>",
        "[Overview]\n\n1990 | 3 | 4",
    );
    check(
        "<p>[Overview]</p><dl><dt>Area</dt><dd>3 km²</dd><dt>Mayor</dt><dd>Anna Alm</dd></dl>",
        "[Overview]\n\nArea: 3 km²\nMayor: Anna Alm",
    );
}

#[test]
fn pages_without_headings_give_their_prose() {
    let prose =
        "Alba is an old city on the Isla, and its harbour is known far and wide in the land.";
    check(
        &format!(
            "<div id=menu><a href=/>Home</a><a href=/n>News</a></div><div><p>{prose}</p><p>{prose}</p></div>"
        ),
        &format!("{prose}\n\n{prose}"),
    );
}

#[test]
fn the_page_says_what_it_is() {
    let page = "<html lang=en-GB><head><title>Alba_Sister Cities_Foo Foreign Affairs Office</title>\
                <meta name=PubDate content='2021-06-18 10:05'><meta name=SiteName content='Foo Foreign Affairs Office'>\
                <link rel=canonical href='https://foo.example/alba'></head><body><p>Sister Cities</p><h1>Alba</h1>\
                <p>[Overview] Old.</p></body></html>";
    let Text { meta, preface, .. } = decode(page.as_bytes(), Hint::Html);
    assert_eq!(meta.title.as_deref(), Some("Alba"));
    assert_eq!(meta.publisher.as_deref(), Some("Foo Foreign Affairs Office"));
    assert_eq!(meta.published.as_deref(), Some("2021-06-18 10:05"));
    assert_eq!(meta.url.as_deref(), Some("https://foo.example/alba"));
    assert_eq!(meta.language.as_deref(), Some("en-GB"));
    assert_eq!(preface, "Sister Cities\nAlba");
}

fn charset(bytes: &[u8], hint: Hint, encoding: &str, words: &str) {
    let text = decode(bytes, hint);
    assert_eq!(text.encoding, encoding, "{words}");
    assert!(text.text.contains(words), "{encoding}: {}", text.text);
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn charsets_in_their_order() {
    let words = "[Overview] Bogotá";
    charset(b"\xEF\xBB\xBF[Overview] Bogot\xC3\xA1", Hint::Plain, "UTF-8", words);
    charset(b"[Overview] Bogot\xC3\xA1", Hint::Plain, "UTF-8", words);
    charset(&utf16(&format!("\u{FEFF}{words}"), u16::to_le_bytes), Hint::Plain, "UTF-16LE", words);
    charset(&utf16(words, u16::to_le_bytes), Hint::Plain, "UTF-16LE", words);
    charset(&utf16(words, u16::to_be_bytes), Hint::Plain, "UTF-16BE", words);
    // A declaration counts where the bytes are no UTF-8, and gives way where they are.
    charset(b"<meta charset=gbk><p>[Overview] \xC9\xCF\xBA\xA3</p>", Hint::Html, "GBK", "上海");
    charset("<meta charset=gbk><p>[Overview] 上海</p>".as_bytes(), Hint::Html, "UTF-8", "上海");
    charset(
        b"<!-- <meta charset=gbk> --><meta charset=big5><p>[Overview] \xA5\x78\xA5\x5F</p>",
        Hint::Html,
        "Big5",
        "台北",
    );
    charset(
        b"[Overview] Bogot\xE1 is the capital of Colombia, as everybody there knows.",
        Hint::Plain,
        "windows-1252",
        "Bogotá is",
    );
}

#[test]
fn plain_text_is_rewritten_at_line_ends_alone() {
    let text = decode(b"[Overview]\xC2\xA0 Alba\r\n  <b>is</b> &amp; was\rold.\t\n\n", Hint::Plain);
    assert_eq!(text.text, "[Overview]\u{A0} Alba\n  <b>is</b> &amp; was\nold.\t\n\n");
    assert!(text.replaced.is_empty());
    let text = decode(b"[Overview] Bogot\xC3\xA1 \xFF\xFF and Bogot\xC3\xA1, Bogot\xC3\xA1, Bogot\xC3\xA1, Bogot\xC3\xA1, \xC3\xA1\xC3\xA1\xC3\xA1\xC3\xA1", Hint::Plain);
    assert_eq!(text.replaced.len(), 1);
}

#[test]
fn hostile_pages_end() {
    let mut deep = String::new();
    for i in 0..5_000 {
        let _ = write!(deep, "<div id={i}>[a] b ");
    }
    for page in [
        deep,
        "<".repeat(500_000),
        "<p>[a".repeat(20_000),
        "<table><tr><td>".repeat(2_000),
        "&".repeat(500_000),
    ] {
        let started = std::time::Instant::now();
        let _ = decode(page.as_bytes(), Hint::Html);
        let seconds = started.elapsed().as_secs_f64();
        assert!(seconds < 20.0, "{}: {seconds} s", page.get(..12).unwrap_or(""));
    }
}
