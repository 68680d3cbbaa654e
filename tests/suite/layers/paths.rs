//! The paths by which a file uses others.
use crate::layers::{bare::is_word, source::places};

/// Every path from this root (`crate`, `loket`): those of a `use` with its braces spread out, and
/// those that stand inside functions, types and macros.
pub(crate) fn paths(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tail in places(code, &format!("{root}::")) {
        tree(tail, "", &mut found);
    }
    found
}

/// Reads one tree of paths and returns what stands behind it.
fn tree<'a>(text: &'a str, so_far: &str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = tree(rest, so_far, found).trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let (word, rest) = text.split_at(text.find(|c| !is_word(c)).unwrap_or(text.len()));
    let path = match so_far {
        "" => word.to_owned(),
        _ => format!("{so_far}::{word}"),
    };
    if word.is_empty() {
        // After a trailing comma, or a star.
        return text.strip_prefix('*').unwrap_or(text);
    }
    let deeper = |more: &&str| more.trim_start().starts_with(|c| is_word(c) || c == '{');
    if let Some(more) = rest.strip_prefix("::").filter(deeper) {
        return tree(more, &path, found);
    }
    found.push(path);
    let alias = rest.trim_start().strip_prefix("as ").map(|rest| rest.trim_start_matches(is_word));
    alias.unwrap_or(rest)
}

#[test]
fn braces_are_spread_and_aliases_left_out() {
    let code = "use crate::{\n    a::b::{self, C, d::{E as _, F}},\n    g,\n};\nuse crate::h::I;";
    assert_eq!(
        paths(code, "crate"),
        ["a::b::self", "a::b::C", "a::b::d::E", "a::b::d::F", "g", "h::I"]
    );
}

#[test]
fn paths_inside_functions_and_macros_count() {
    let code = "fn a(b: &crate::c::D) -> Vec<crate::e::F> { crate::g::h::<u8>(b) }
        macro_rules! m { () => { $crate::i::J } }";
    assert_eq!(paths(code, "crate"), ["c::D", "e::F", "g::h", "i::J"]);
}

#[test]
fn only_the_root_that_was_asked_for_counts() {
    assert_eq!(paths("use loket::cli::args; use othercrate::b;", "loket"), ["cli::args"]);
    assert!(paths("use othercrate::b;", "crate").is_empty());
}
