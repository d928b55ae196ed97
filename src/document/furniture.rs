//! Page furniture inside a body: lines that belong to the page or its office, whose numbers are no figures.

use std::sync::LazyLock;

use regex::Regex;

/// No line of furniture is longer, in bytes, unless it is a footnote.
const LONGEST: usize = 240;

/// How such lines begin.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)^[\[(【\s]*(?:
            (?:copyright|©|\(c\)|all\ rights\ reserved)
          | (?:tele?phone|tel|fax|hotline|mobile|e-?mail|mail|website|web\ site|web|postcode|postal\ code|zip(?:\ code)?
              |post\ code|contact(?:\ us)?|contacts|contact\ person|address|add|office\ hours|opening\ hours
              |editor|responsible\ editor|reporter|photo|photos|picture|caption|sponsor|organizer|technical\ support
              |visits|views|hits|you\ are\ visitor|related\ (?:links|news|articles)|keywords|tags|last\ updated?
              |地址|电话|传真|邮编|责任编辑|编辑|主办|承办|联系电话)\s?(?:no\.?)?\s?[:：]
          | (?:back\ to\ (?:the\ )?top|scroll\ to\ (?:the\ )?top|top\ of\ page|print(?:\ this\ page)?|close(?:\ window)?|share(?:\ to)?
              |previous(?:\ page)?|next(?:\ page)?|返回顶部|打印本页|关闭窗口|上一篇|下一篇|分享到)[\])】\s]*(?:$|[:：|])
        )",
    )
    .expect("a fixed pattern is valid")
});

/// What such lines hold.
static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)ICP[备證证]|公网安备|all rights reserved|版权所有|^[\w.-]+\.(?:png|jpe?g|gif)$|^(?:https?://|www\.)\S+$|^字体[:：]|^[\[［(]\s*PDF(?-u:\b)[^\]］)]*[\]］)]$")
        .expect("a fixed pattern is valid")
});

/// A footnote's line: its mark, and what it says.
static FOOTNOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\[[0-9]{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]|\*)\s?\S").expect("a fixed pattern is valid")
});

/// A telephone number: "86-755-8812-5103", "(010) 5550 0142".
static TELEPHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9]{2,4}\)?-[0-9]{3,4}-[0-9]{3,4}|\(0[0-9]{1,3}\)\s?[0-9]{3,4}[-\s][0-9]{4}")
        .expect("a fixed pattern is valid")
});

/// Letters that stand beside a telephone number at most, where a line holds little else: "Office (Fax: …)".
const LETTERS_OF_TELEPHONE: usize = 20;

/// What stands at the end of a paragraph that has the page's foot glued to it.
static GLUED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:Copyright\s?(?:©|\(c\))|©|(?i:tel|fax|postcode|address|e-?mail|editor)\s?[:：]|\[[0-9]{1,2}\]\s[A-Z])")
        .expect("a fixed pattern is valid")
});

/// Whether a line is page furniture.
pub(super) fn is_furniture(line: &str) -> bool {
    if is_footnote(line) {
        return true;
    }
    line.len() <= LONGEST
        && (OPENING.is_match(line) && !tells(line) || WITHIN.is_match(line) || is_telephone(line))
}

fn is_telephone(line: &str) -> bool {
    line.chars().filter(|c| c.is_alphabetic()).count() <= LETTERS_OF_TELEPHONE
        && TELEPHONE.is_match(line)
}

/// Whether a line is a footnote: "[1] Figures of 2019."
pub(crate) fn is_footnote(line: &str) -> bool {
    let bullet = line.starts_with("* ") || line.starts_with("**");
    !bullet
        && FOOTNOTE.is_match(line)
        && !line.starts_with(|c: char| c == '*' && line.matches('*').count() > 1)
}

/// Whether a sentence is the page's foot, glued to the last paragraph.
pub(super) fn is_glued(sentence: &str) -> bool {
    GLUED.is_match(sentence)
}

/// "Contact: In 2018, the mayors met" is a topic.
fn tells(line: &str) -> bool {
    line.split_whitespace().count() > 8
        && line.ends_with('.')
        && line.split(':').nth(1).is_some_and(|rest| {
            let first = rest.split_whitespace().next().unwrap_or("");
            matches!(first, "In" | "On" | "The" | "Since" | "At" | "From" | "Both")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture() {
        for line in [
            "Copyright © 2024 Tianjin     津ICP备05000001号-4",
            "© 2024 Wuhan. All rights reserved.",
            "Tel: +86-25-5550-3120  Fax: +86-25-5550-3121",
            "Contact Us: (86-10) 5550-0188",
            "Address: No. 12 Youyi Street, Beijing",
            "Postcode: 100000",
            "Editor:Liu Kan",
            "Scroll to Top",
            "[Print]",
            "[1] Figures released by the office.",
            "86-755-8812-5103(Fax : 86-755-8200-3540)",
            "图片16.png",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn no_furniture() {
        for line in [
            "Area: 248.3 km²",
            "The address of the office is 12 Youyi Street.",
            "Contact: In 2018, the mayors of both cities met in Alba.",
            "The top of the tower is 300 meters high.",
            "Print media: 12 newspapers",
            "* Area: 3 km²",
            "Copy machines are made here.",
            "Alba and Berg became sister cities in 1996. Tel: +86-25-5550-3120",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
