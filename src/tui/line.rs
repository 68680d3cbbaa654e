//! Text cut to columns: what is wider than one column is never split.
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Columns that a text takes.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text in at most that many columns; what is missing shows as `…`.
#[must_use]
pub fn clip(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let (mut kept, _) = head(text, width.saturating_sub(1));
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// The part of a text around the cursor in that many columns, and the column of the cursor in it.
/// The cursor counts characters; behind a text that just fits it stands one column further.
#[must_use]
pub fn window(text: &str, cursor: usize, width: usize) -> (String, usize) {
    let before: String = text.chars().take(cursor).collect();
    let mut hidden = columns(&before).saturating_sub(width);
    let mut start = 0;
    for sign in text.graphemes(true) {
        if hidden == 0 {
            break;
        }
        hidden = hidden.saturating_sub(columns(sign));
        start += sign.chars().count();
    }
    let shown: String = text.chars().skip(start).collect();
    let left: String = text.chars().skip(start).take(cursor.saturating_sub(start)).collect();
    (head(&shown, width).0, columns(&left))
}

/// A text as lines of that many columns, broken after a blank where there is one. No character is
/// lost, so a place in the text is a place in the lines; blanks may hang over the end of a line.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in text.split_inclusive(' ') {
        if used > 0 && used + columns(word.trim_end()) > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for sign in word.graphemes(true) {
            let wide = columns(sign);
            if sign != " " && used > 0 && used + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(sign);
            used += wide;
        }
    }
    lines.push(line);
    lines
}

/// What may stand in an answer: line ends and tabs become blanks, signs that steer a terminal or
/// hide in a text are dropped.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace("\r\n", " ")
        .chars()
        .map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(|c| !c.is_control() && !hides(*c))
        .collect()
}

/// Signs of no width that turn the direction of a text or hide in it.
const fn hides(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}')
}

/// As much of a text as fits, and what that takes.
fn head(text: &str, width: usize) -> (String, usize) {
    let mut taken = 0;
    let kept = text
        .graphemes(true)
        .take_while(|sign| {
            taken += columns(sign);
            taken <= width
        })
        .collect::<String>();
    let took = columns(&kept);
    (kept, took)
}
