//! An HTML page as a reader sees it: its article, the lines before it, and what the page says of itself.

use scraper::Html;

use super::Meta;
use super::page::Page;
use super::{article, meta, nesting};

/// The words of a page.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The article.
    pub(super) text: String,
    /// The lines before it.
    pub(super) preface: String,
    pub(super) meta: Meta,
}

/// Reads the source of a page.
pub(super) fn read(source: &str) -> Reading {
    let html = Html::parse_document(&nesting::within_bounds(source));
    let page = Page::new(&html);
    let article = article::find(&page);
    let meta = meta::read(&html, &page, article.start);
    Reading { text: article.text, preface: article.preface, meta }
}
