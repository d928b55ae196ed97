//! A page as a reader sees it: its visible elements and text in document order, everything else left out.
//!
//! Nodes stand in one list, each before its descendants, so a subtree is a range and no walk needs recursion.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node as Parsed};

/// What a node is to the layout of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'p> {
    Text {
        text: &'p str,
        raised: bool,
        preformatted: bool,
    },
    /// Elements that do not end a line.
    Inline,
    /// Inline elements that pages set apart by style alone.
    Span,
    Link,
    /// Holds other blocks: div, section, form, a list, the body.
    Block,
    Paragraph,
    /// h1 to h6.
    Heading(u8),
    Item,
    Term,
    Details,
    Table,
    Row,
    Cell,
    Break,
}

/// A visible element or text.
#[derive(Debug)]
pub(super) struct Node<'p> {
    pub(super) kind: Kind<'p>,
    /// The index of the node that holds it; the root's is its own.
    pub(super) parent: usize,
    /// The index after its last descendant.
    pub(super) end: usize,
    /// Characters of text in it, white space not counted.
    pub(super) letters: usize,
    /// Those of them in links.
    pub(super) linked: usize,
    /// Whether its element or name says that it is no part of an article.
    pub(super) furniture: bool,
}

/// The visible nodes of a page; the first is its root.
#[derive(Debug)]
pub(super) struct Page<'p> {
    pub(super) nodes: Vec<Node<'p>>,
}

impl<'p> Page<'p> {
    pub(super) fn new(html: &'p Html) -> Self {
        let mut builder = Builder::new();
        for edge in html.tree.root().traverse() {
            match edge {
                Edge::Open(node) => builder.open(node.id(), node.value()),
                Edge::Close(node) => builder.close(node.id(), node.value()),
            }
        }
        let mut page = Page { nodes: builder.nodes };
        page.count();
        page.settle_furniture();
        page
    }

    /// Sums up the text of each element, from the last node to the first.
    fn count(&mut self) {
        for i in (1..self.nodes.len()).rev() {
            let node = &mut self.nodes[i];
            if node.kind == Kind::Link {
                node.linked = node.letters;
            }
            let (parent, letters, linked) = (node.parent, node.letters, node.linked);
            self.nodes[parent].letters += letters;
            self.nodes[parent].linked += linked;
        }
    }

    /// A name such as "with-sidebar" may stand on what holds the article: what has half of a page's own words is no
    /// furniture, whatever its name.
    fn settle_furniture(&mut self) {
        let own = |node: &Node<'_>| node.letters - node.linked;
        let all = self.nodes.first().map_or(0, own);
        for node in &mut self.nodes {
            node.furniture = node.furniture && own(node) * 2 < all.max(1);
        }
    }

    /// Whether node `i` stands in a link.
    pub(super) fn in_link(&self, i: usize) -> bool {
        self.ancestors(i).any(|a| self.nodes[a].kind == Kind::Link)
    }

    /// Whether node `i` is or stands in furniture.
    pub(super) fn in_furniture(&self, i: usize) -> bool {
        self.ancestors(i).any(|a| self.nodes[a].furniture)
    }

    /// Node `i` and what holds it, up to the root.
    pub(super) fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(i), |&i| {
            let parent = self.nodes[i].parent;
            (parent != i).then_some(parent)
        })
    }

    /// The nodes directly in node `i`.
    pub(super) fn children(&self, i: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[i].end;
        let within = move |at: usize| (at < end).then_some(at);
        std::iter::successors(within(i + 1), move |&at| within(self.nodes[at].end))
    }

    /// The smallest element that holds both nodes.
    pub(super) fn common(&self, first: usize, last: usize) -> usize {
        self.ancestors(first).find(|&a| a <= last && last < self.nodes[a].end).unwrap_or(0)
    }
}

/// Makes the list of nodes from the parser's tree.
struct Builder<'p> {
    nodes: Vec<Node<'p>>,
    /// Indices of the open elements.
    open: Vec<usize>,
    /// The element being left out with all it holds.
    skipping: Option<NodeId>,
    raised: usize,
    preformatted: usize,
}

impl<'p> Builder<'p> {
    fn new() -> Self {
        let root =
            Node { kind: Kind::Block, parent: 0, end: 1, letters: 0, linked: 0, furniture: false };
        Builder { nodes: vec![root], open: vec![0], skipping: None, raised: 0, preformatted: 0 }
    }

    fn open(&mut self, id: NodeId, value: &'p Parsed) {
        if self.skipping.is_some() {
            return;
        }
        match value {
            Parsed::Text(text) => {
                let letters = text.chars().filter(|c| !c.is_whitespace()).count();
                let (raised, preformatted) = (self.raised > 0, self.preformatted > 0);
                self.push(Kind::Text { text, raised, preformatted }, letters, false);
            }
            Parsed::Element(element) if is_unseen(element) => self.skipping = Some(id),
            Parsed::Element(element) => {
                self.raised += usize::from(element.name() == "sup");
                self.preformatted += usize::from(element.name() == "pre");
                self.push(kind(element), 0, is_furniture(element));
                self.open.push(self.nodes.len() - 1);
            }
            _ => {}
        }
    }

    fn push(&mut self, kind: Kind<'p>, letters: usize, furniture: bool) {
        let parent = self.open.last().copied().unwrap_or(0);
        let end = self.nodes.len() + 1;
        self.nodes.push(Node { kind, parent, end, letters, linked: 0, furniture });
    }

    fn close(&mut self, id: NodeId, value: &'p Parsed) {
        if self.skipping.is_some() {
            if self.skipping == Some(id) {
                self.skipping = None;
            }
            return;
        }
        match value {
            Parsed::Element(element) => {
                self.raised -= usize::from(element.name() == "sup");
                self.preformatted -= usize::from(element.name() == "pre");
                self.end_last();
            }
            Parsed::Document => self.end_last(),
            _ => {}
        }
    }

    fn end_last(&mut self) {
        let end = self.nodes.len();
        if let Some(node) = self.open.pop().and_then(|i| self.nodes.get_mut(i)) {
            node.end = end;
        }
    }
}

/// Elements that a reader does not see, or that are no words of the page: scripts, form controls, pictures and their
/// captions, readings set over characters.
#[rustfmt::skip]
const UNSEEN: &[&str] = &[
    "audio", "button", "canvas", "datalist", "embed", "figcaption", "frameset", "head", "iframe", "img", "input",
    "link", "map", "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option", "progress",
    "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

fn is_unseen(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or("");
    UNSEEN.binary_search(&element.name()).is_ok()
        || element.attr("hidden").is_some_and(|v| !v.eq_ignore_ascii_case("until-found"))
        || element.attr("aria-hidden").is_some_and(|v| v.trim().eq_ignore_ascii_case("true"))
        || element.name() == "dialog" && element.attr("open").is_none()
        || !style.is_empty() && style.split(';').any(hides)
}

/// Whether a declaration of a style attribute takes the element from sight.
fn hides(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else { return false };
    let value = value.split('!').next().unwrap_or("").trim().to_ascii_lowercase();
    match property.trim().to_ascii_lowercase().as_str() {
        "display" => value == "none",
        "visibility" => value == "hidden" || value == "collapse",
        _ => false,
    }
}

fn kind(element: &Element) -> Kind<'static> {
    match element.name() {
        "a" if element.attr("href").is_some() => Kind::Link,
        "a" | "label" | "span" | "time" => Kind::Span,
        "br" => Kind::Break,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "p" => Kind::Paragraph,
        "caption" | "li" | "summary" => Kind::Item,
        "dt" => Kind::Term,
        "dd" => Kind::Details,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "center" | "details" | "dir"
        | "div" | "dl" | "fieldset" | "figure" | "footer" | "form" | "header" | "hgroup" | "hr"
        | "html" | "legend" | "listing" | "main" | "menu" | "nav" | "ol" | "plaintext" | "pre"
        | "search" | "section" | "tbody" | "tfoot" | "thead" | "ul" | "xmp" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Words in classes and ids of what stands around an article.
#[rustfmt::skip]
const FURNITURE: &[&str] = &[
    "aside", "breadcrumb", "breadcrumbs", "copyright", "crumb", "crumbs", "foot", "footer", "header", "menu", "nav",
    "navbar", "navigation", "pager", "pagination", "share", "sharebar", "sharing", "sidebar", "social", "toolbar",
];

fn is_furniture(element: &Element) -> bool {
    match element.name() {
        "html" | "body" => false,
        "nav" | "header" | "footer" | "aside" => true,
        _ => ["class", "id"].iter().filter_map(|name| element.attr(name)).any(names_furniture),
    }
}

/// Whether one of the words of "page-footer", "shareBar" or "nav main" is in the table.
fn names_furniture(names: &str) -> bool {
    let camel = |i: usize, c: char| {
        c.is_ascii_uppercase()
            && i > 0
            && names.as_bytes().get(i - 1).is_some_and(u8::is_ascii_lowercase)
    };
    let mut start = 0;
    let known = |word: &str| FURNITURE.binary_search(&word.to_ascii_lowercase().as_str()).is_ok();
    for (i, c) in names.char_indices() {
        if !c.is_ascii_alphabetic() || camel(i, c) {
            if names.get(start..i).is_some_and(known) {
                return true;
            }
            start = if c.is_ascii_alphabetic() { i } else { i + c.len_utf8() };
        }
    }
    names.get(start..).is_some_and(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(UNSEEN.is_sorted());
        assert!(FURNITURE.is_sorted());
    }

    #[test]
    fn reads_names_of_furniture() {
        for names in ["footer", "page-footer", "shareBar", "main topNav", "nav_2", "col side Menu"]
        {
            assert!(names_furniture(names), "{names}");
        }
        for names in ["", "navy", "content", "shared-space", "footnote", "unmenu"] {
            assert!(!names_furniture(names), "{names}");
        }
    }

    #[test]
    fn what_holds_most_of_the_words_is_no_furniture() {
        let html = Html::parse_document(
            "<div class='with sidebar'><p>The city lies on two rivers and a bay.</p></div><div class=sidebar>News</div>",
        );
        let page = Page::new(&html);
        let furniture: Vec<usize> =
            page.nodes.iter().filter(|n| n.furniture).map(|n| n.letters).collect();
        assert_eq!(furniture, [4]);
    }
}
