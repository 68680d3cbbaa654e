//! A text of Rust without its comments and without what stands inside literals.

/// The code of a text: comments and literals become blanks, every line stays where it is.
pub(crate) fn bare(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let (mut rest, mut before) = (text, ' ');
    while let Some(first) = rest.chars().next() {
        let hidden = hidden(rest, before);
        let (token, tail) = rest.split_at(if hidden == 0 { first.len_utf8() } else { hidden });
        if hidden == 0 {
            code.push(first);
        } else {
            code.extend(token.chars().map(|c| if c == '\n' { c } else { ' ' }));
        }
        before = first;
        rest = tail;
    }
    code
}

/// How many bytes of a comment or a literal begin here.
fn hidden(rest: &str, before: char) -> usize {
    match rest.as_bytes() {
        [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
        [b'/', b'*', ..] => comment(rest),
        [b'"', ..] => string(rest),
        [b'\'', ..] => letter(rest),
        [b'r' | b'b' | b'c', ..] if !is_word(before) => raw(rest),
        _ => 0,
    }
}

/// Whether a character can stand in a name.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Comments stand inside each other.
fn comment(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        if tail.starts_with("/*") {
            (at, depth) = (at + 2, depth + 1);
        } else if tail.starts_with("*/") {
            (at, depth) = (at + 2, depth - 1);
            if depth == 0 {
                return at;
            }
        } else {
            at += tail.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn string(rest: &str) -> usize {
    let mut escaped = true; // the opening quote ends nothing
    for (at, c) in rest.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// A character; nothing where the quote opens the name of a lifetime.
fn letter(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some(_)) => {
            signs.find(|(_, c)| *c == '\'').map_or(rest.len(), |(at, _)| at + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// A raw string: it ends at a quote with as many hashes as it began with.
fn raw(rest: &str) -> usize {
    let body = rest.trim_start_matches(['b', 'c']);
    let Some(body) = body.strip_prefix('r') else { return 0 };
    let quoted = body.trim_start_matches('#');
    let hashes = body.len() - quoted.len();
    if !quoted.starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let from = rest.len() - quoted.len() + 1;
    rest.get(from..)
        .and_then(|inside| inside.find(&end))
        .map_or(rest.len(), |found| from + found + end.len())
}

#[test]
fn comments_and_literals_are_blanked_and_lines_stay() {
    let hides = |text: &str| {
        let code = bare(text);
        assert_eq!(code.chars().count(), text.chars().count(), "{text}");
        assert_eq!(code.lines().count(), text.lines().count(), "{text}");
        code.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(hides("a // hidden\nb"), "a b");
    assert_eq!(hides("a /* b /* c */ d */ e"), "a e");
    assert_eq!(hides("a \"b \\\" // c\" d"), "a d");
    assert_eq!(hides("a r#\"b \" c\"# d"), "a d");
    assert_eq!(hides("a br\"\\\" d"), "a d");
    assert_eq!(hides("a 'b' '\"' '\\'' d"), "a d");
    assert_eq!(hides("fn a<'b>(c: &'b str) {}"), "fn a<'b>(c: &'b str) {}");
    assert_eq!(hides("for_loop r#type abr"), "for_loop r#type abr");
}
