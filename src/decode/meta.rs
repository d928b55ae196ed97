//! What a page says of itself: title, publisher, date, address, language.

use scraper::node::Element;
use scraper::{Html, Node as Parsed};

use super::Meta;
use super::page::{Kind, Page};
use super::render::{Style, render};

/// Names of meta elements that hold the publisher, the most particular first. Source: the content systems of
/// government sites, Dublin Core, Open Graph.
#[rustfmt::skip]
const PUBLISHER: &[&str] = &[
    "contentsource", "source", "article:source", "dc.publisher", "dcterms.publisher", "publisher", "sitename",
    "og:site_name", "author", "article:author", "dc.creator",
];

/// Names of meta elements that hold the date of publication; likewise.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "pubdate", "publishdate", "publish_date", "publish-date", "article:published_time", "og:published_time",
    "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
    "releasedate", "release_date",
];

/// Reads the head of `html`, and the headings of `page` up to its article, which begins with node `start`.
pub(super) fn read(html: &Html, page: &Page<'_>, start: usize) -> Meta {
    let mut head = Head::default();
    for node in html.tree.root().descendants() {
        match node.value() {
            Parsed::Element(element) if element.name() == "title" => {
                let in_picture =
                    node.parent().is_some_and(|p| p.value().as_element().is_some_and(is_foreign));
                if head.title.is_none() && !in_picture {
                    let text = node.children().filter_map(|child| child.value().as_text());
                    head.title = tidy(&text.map(|text| &**text).collect::<String>());
                }
            }
            Parsed::Element(element) => head.element(element),
            _ => {}
        }
    }
    let site = best(&head.publishers);
    let title = heading(page, start)
        .or_else(|| head.title.as_deref().and_then(|t| without_site(t, site.as_deref())));
    let url = head.canonical.or(head.og_url);
    Meta {
        title,
        publisher: site,
        published: best(&head.dates).or(head.time),
        url,
        language: head.language,
    }
}

/// The values found, each with its place in the table it was looked up in.
#[derive(Default)]
struct Head {
    title: Option<String>,
    publishers: Vec<(usize, String)>,
    dates: Vec<(usize, String)>,
    time: Option<String>,
    canonical: Option<String>,
    og_url: Option<String>,
    language: Option<String>,
}

impl Head {
    fn element(&mut self, element: &Element) {
        match element.name() {
            "html" => {
                let language = element.attr("lang").or_else(|| element.attr("xml:lang"));
                self.language = language.and_then(language_tag);
            }
            "meta" => self.meta(element),
            "link" => {
                let rel = element.attr("rel").unwrap_or("");
                if rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("canonical")) {
                    self.canonical =
                        self.canonical.take().or_else(|| element.attr("href").and_then(tidy));
                }
            }
            "time" if self.time.is_none() => self.time = element.attr("datetime").and_then(tidy),
            _ => {}
        }
    }

    fn meta(&mut self, element: &Element) {
        let Some(content) = element.attr("content").and_then(tidy) else { return };
        let name =
            ["name", "property", "itemprop", "http-equiv"].iter().find_map(|key| element.attr(key));
        let name = name.unwrap_or("").trim().to_ascii_lowercase();
        if let Some(rank) = PUBLISHER.iter().position(|known| *known == name) {
            if names_publisher(&content) {
                self.publishers.push((rank, content));
            }
        } else if let Some(rank) = PUBLISHED.iter().position(|known| *known == name) {
            if content.bytes().filter(u8::is_ascii_digit).count() >= 4 {
                self.dates.push((rank, content));
            }
        } else if name == "og:url" {
            self.og_url = self.og_url.take().or(Some(content));
        } else if name == "content-language" && self.language.is_none() {
            self.language = language_tag(&content);
        }
    }
}

fn is_foreign(element: &Element) -> bool {
    matches!(element.name(), "svg" | "symbol" | "g")
}

/// The value with the lowest rank, of equal ones the first.
fn best(found: &[(usize, String)]) -> Option<String> {
    found.iter().min_by_key(|(rank, _)| *rank).map(|(_, value)| value.clone())
}

/// Accounts and addresses stand where a name should.
fn names_publisher(content: &str) -> bool {
    let lower = content.to_ascii_lowercase();
    !matches!(
        lower.as_str(),
        "admin" | "administrator" | "webmaster" | "root" | "null" | "undefined" | "none"
    ) && !lower.contains("://")
        && content.chars().any(char::is_alphabetic)
}

/// White space folded; none where nothing is left.
fn tidy(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// A tag of the form of BCP 47, `_` read as `-`.
fn language_tag(value: &str) -> Option<String> {
    let tag = value.split([',', ';']).next().unwrap_or("").trim().replace('_', "-");
    let well_formed = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let primary = tag.split('-').next().unwrap_or("");
    let primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    (primary && tag.split('-').all(well_formed)).then_some(tag)
}

/// The last h1, else the last h2, that stands before the article or opens it. A link or furniture is no title where
/// there is another h1: sites make their logo one.
fn heading(page: &Page<'_>, start: usize) -> Option<String> {
    let of_level = |level| {
        let all = page.nodes.iter().enumerate().take(start + 1);
        all.rev().filter(move |(_, node)| node.kind == Kind::Heading(level)).map(|(i, _)| i)
    };
    let words = |i: usize| {
        let text = render(page, i..page.nodes[i].end, Style::Article).text;
        tidy(&text).filter(|title| !title.starts_with(['[', '【', '［', '〔']))
    };
    let plain = |i: &usize| page.nodes[*i].linked == 0 && !page.in_link(*i);
    let first = of_level(1).filter(plain).find_map(words);
    first.or_else(|| of_level(2).filter(|i| plain(i) && !page.in_furniture(*i)).find_map(words))
}

/// What sites put between the parts of a page's title.
const SEPARATORS: &[&str] = &["_", "|", " -- ", " - ", " – ", " — ", "--", " :: ", " » ", "｜"];

/// Words of a site's own name.
const SITE: &[&str] = &[
    "foreign affairs",
    "office of",
    "government",
    "website",
    "official site",
    "外事",
    "外办",
    "政府",
    "网",
];

/// The first part of a page's title that is not the site's name.
fn without_site(title: &str, site: Option<&str>) -> Option<String> {
    let mut parts = vec![title];
    for separator in SEPARATORS {
        parts = parts.iter().flat_map(|part| part.split(separator)).collect();
    }
    let is_site = |part: &str| {
        let lower = part.to_lowercase();
        SITE.iter().any(|word| lower.contains(word))
            || site.is_some_and(|site| site.to_lowercase() == lower)
    };
    let named: Vec<String> = parts.into_iter().filter_map(tidy).collect();
    named.iter().find(|part| !is_site(part)).or(named.first()).cloned()
}
