//! Which part of a page is the bulletin.
//!
//! The deepest element that holds all the bracketed headings; on a page without them, the deepest one that leaves out
//! no words but links and furniture. What stands before the first heading belongs to the preface, unless it is prose.

use std::sync::LazyLock;

use regex::Regex;

use super::page::{Kind, Page};
use super::render::{Rendering, Style, render};

/// The article and what stands before it.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) text: String,
    pub(super) preface: String,
    /// The index of the node that the text begins with.
    pub(super) start: usize,
}

/// Finds the article of `page`.
pub(super) fn find(page: &Page<'_>) -> Article {
    let whole = render(page, 0..page.nodes.len(), Style::Article);
    let headings = headings(page, &whole);
    let holder = match (headings.first(), headings.last()) {
        (Some(first), Some(last)) => holder_of_headings(page, *first, *last),
        _ => densest(page),
    };
    let article = render(page, holder..page.nodes[holder].end, Style::Article);
    let begin = match headings.first() {
        Some(node) => beginning(&article, *node),
        None => 0,
    };
    let start = article.node_at(begin).unwrap_or(holder);
    let before = render(page, 0..start, Style::Preface);
    let preface: Vec<&str> =
        before.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let text = article.text.get(begin..).unwrap_or("").to_owned();
    Article { text, preface: preface.join("\n"), start }
}

/// Brackets of any kind with a few words in them.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[\[【［〔] ?([^\[\]【】［］〔〕\n]{1,60}?) ?[\]】］〕]")
        .expect("a fixed pattern is valid")
});

/// Words of headings, by which a bracket is told from "[Home]" and "[PDF 425KB]". Source: the record's sections.
#[rustfmt::skip]
const HEADING_WORDS: &[&str] = &[
    "administration", "climate", "cooperation", "culture", "economics", "economy", "education", "environment",
    "exchange", "exchanges", "facts", "friendship", "geography", "governance", "government", "health", "history",
    "industry", "information", "infrastructure", "introduction", "location", "overview", "politics", "population",
    "profile", "relations", "relationship", "science", "sport", "sports", "technology", "tourism", "trade",
    "transport", "transportation",
];

/// The same in Chinese.
#[rustfmt::skip]
const HEADING_WORDS_CHINESE: &[&str] = &[
    "交往", "交流", "交通", "人口", "体育", "关系", "卫生", "历史", "地理", "基本情况", "政府", "政治", "教育", "文化", "旅游", "概况",
    "气候", "环境", "科技", "简介", "经济", "行政",
];

/// No heading has more words.
const LONGEST_HEADING: usize = 8;

fn is_heading(title: &str) -> bool {
    if HEADING_WORDS_CHINESE.iter().any(|word| title.contains(word)) {
        return title.chars().count() <= 12;
    }
    let words = || title.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words().count() <= LONGEST_HEADING
        && title.chars().next().is_some_and(char::is_uppercase)
        && words().any(|word| HEADING_WORDS.binary_search(&word.to_lowercase().as_str()).is_ok())
}

/// The text nodes in which headings begin: bracketed, no links, with words after them that are no links either.
fn headings(page: &Page<'_>, whole: &Rendering) -> Vec<usize> {
    let mut found = Vec::new();
    for bracket in BRACKETED.captures_iter(&whole.text) {
        let (Some(all), Some(title)) = (bracket.get(0), bracket.get(1)) else { continue };
        let rest = whole.text.get(all.end()..).unwrap_or("");
        let after = rest.trim_start_matches([' ', '\n', ':', '：']);
        let next = all.end() + (rest.len() - after.len());
        let free = |at: usize| whole.node_at(at).filter(|node| !page.in_link(*node));
        let introduces = !after.is_empty() && !after.starts_with(['[', '【', '［', '〔', '|']);
        if is_heading(title.as_str()) && introduces && free(next).is_some() {
            found.extend(free(title.start()).and_then(|_| whole.node_at(all.start())));
        }
    }
    found
}

/// The element that holds the headings from the first to the last, and the paragraphs under them.
fn holder_of_headings(page: &Page<'_>, first: usize, last: usize) -> usize {
    let mut holder = container(page, page.common(first, last));
    // One heading may stand in a block of its own, or of its first paragraph alone.
    let alone = |holder: usize| page.nodes[holder].letters == page.nodes[first].letters;
    while first == last
        && holder > 0
        && (prose_follows(page, holder, SHORTEST_PROSE)
            || alone(holder) && prose_follows(page, holder, 1))
    {
        holder = container(page, page.nodes[holder].parent);
    }
    holder
}

/// The smallest element from `i` upwards that can hold paragraphs.
fn container(page: &Page<'_>, i: usize) -> usize {
    let holds = |a: &usize| {
        matches!(page.nodes[*a].kind, Kind::Block | Kind::Cell | Kind::Table | Kind::Row)
    };
    page.ancestors(i).find(holds).unwrap_or(0)
}

/// Whether an element beside node `i` goes on with at least `letters` that belong to an article.
fn prose_follows(page: &Page<'_>, i: usize, letters: usize) -> bool {
    let inside_row = page.nodes[i].kind == Kind::Cell;
    let next = page.children(page.nodes[i].parent).filter(|c| *c > i);
    !inside_row && next.into_iter().any(|c| own_letters(page, c) >= letters && !is_aside(page, c))
}

/// Characters below which words beside an article are a label or a stray line.
const SHORTEST_PROSE: usize = 30;

fn own_letters(page: &Page<'_>, i: usize) -> usize {
    page.nodes[i].letters - page.nodes[i].linked
}

/// What a page prints at its foot.
static FOOT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)copyright|©|all rights reserved|ICP备|版权所有|主办单位")
        .expect("a fixed pattern is valid")
});

/// Whether node `i` is furniture by its name, its links, or a copyright line.
fn is_aside(page: &Page<'_>, i: usize) -> bool {
    let node = &page.nodes[i];
    node.furniture
        || node.linked * 2 > node.letters
        || node.letters < LONGEST_FOOT
            && FOOT.is_match(&render(page, i..node.end, Style::Preface).text)
}

/// Characters that a page's foot has at most: prose may print a © somewhere.
const LONGEST_FOOT: usize = 800;

/// The element to which one comes from the root by going into a child as long as that leaves no article behind.
fn densest(page: &Page<'_>) -> usize {
    let mut at = 0;
    loop {
        let best = page.children(at).max_by_key(|c| (own_letters(page, *c), usize::MAX - c));
        let Some(best) = best else { return container(page, at) };
        let enters =
            matches!(page.nodes[best].kind, Kind::Block | Kind::Cell | Kind::Table | Kind::Row);
        if !enters || !page.children(at).all(|c| c == best || can_be_left(page, c, best)) {
            return container(page, at);
        }
        at = best;
    }
}

/// Whether `child` is no part of the article in its sibling `best`: before it, whatever is no prose; after it, what
/// is short or furniture.
fn can_be_left(page: &Page<'_>, child: usize, best: usize) -> bool {
    let own = own_letters(page, child);
    if own == 0 || page.nodes[child].furniture {
        return true;
    }
    if own * 5 > own_letters(page, best) {
        return is_aside(page, child);
    }
    if child < best {
        let text = render(page, child..page.nodes[child].end, Style::Article).text;
        is_aside(page, child) || !text.lines().any(is_prose)
    } else {
        own < SHORTEST_PROSE || is_aside(page, child)
    }
}

/// Characters that a line of prose has at least.
const SHORTEST_LINE_OF_PROSE: usize = 60;

/// Whether a line is a sentence rather than a title, a date or a row of links.
fn is_prose(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['.', '。', '!', '?', '！', '？', '”', '"', ':', '：'])
        && line.chars().count() >= SHORTEST_LINE_OF_PROSE
}

/// Where the article's text begins, in bytes: with the first heading's line, or with the first prose before it.
fn beginning(article: &Rendering, heading: usize) -> usize {
    let mark = article.marks.iter().find(|(_, node)| *node == heading);
    let before = article.text.get(..mark.map_or(0, |(at, _)| *at)).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let mut at = 0;
    for line in before.get(..line_start).unwrap_or("").split_inclusive('\n') {
        if is_prose(line) {
            return at;
        }
        at += line.len();
    }
    line_start
}
