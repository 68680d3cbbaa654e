//! What a file may look like.
use crate::layers::source::{Source, places};

/// The most lines of a file.
const MOST_LINES: usize = 400;

/// What is left undone in a file; spelled apart, so that this table does not accuse itself.
const UNDONE: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("to", "do!"),
    concat!("un", "implemented!"),
    concat!("db", "g!"),
];

/// Folders that only one machine has.
const MACHINES: &[&str] = &["/tmp/", "/work/", "/root/", "/home/", "/Users/", ":\\Users\\"];

/// Everything about a file that is against the habits of the house.
pub(crate) fn lapses(source: &Source) -> Vec<String> {
    let checks = [long, silent, busy_face, unreasoned, undone, ignored];
    let told = checks.iter().filter_map(|check| check(source));
    told.chain(of_one_machine(&source.path, &source.text)).collect()
}

fn long(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > MOST_LINES).then(|| {
        format!(
            "{} has {lines} lines, {MOST_LINES} are the most: split it by what it does",
            source.path
        )
    })
}

fn silent(source: &Source) -> Option<String> {
    (!source.text.starts_with("//! ")).then(|| {
        format!("{} must open with `//!` and one sentence that says what it is", source.path)
    })
}

/// A face holds its documentation and names its files.
fn busy_face(source: &Source) -> Option<String> {
    let good = |line: &&str| {
        let inner = ["pub ", "pub(crate) "].iter().find_map(|seen| line.strip_prefix(seen));
        let name = inner.unwrap_or(line).strip_prefix("mod ");
        line.trim().is_empty()
            || line.starts_with("//!")
            || line.starts_with("#[cfg(")
            || name.is_some_and(|name| name.ends_with(';'))
    };
    let odd = source.text.lines().find(|line| !good(line)).filter(|_| source.is_face())?;
    Some(format!("{} holds `{odd}`: a face only names files, move it into one", source.path))
}

/// Every lint that is switched off says why.
fn unreasoned(source: &Source) -> Option<String> {
    let attributes = ["#[", "#!["].iter().flat_map(|opening| places(&source.code, opening));
    let mut bare = attributes.map(attribute).filter(|inside| {
        let off = ["allow(", "expect("].iter().any(|lint| !places(inside, lint).is_empty());
        off && places(inside, "reason").is_empty()
    });
    let which = bare.next()?.split_whitespace().collect::<String>();
    Some(format!("{} has #[{which}] without a reason: add `reason = \"…\"`", source.path))
}

/// The inside of an attribute whose opening was just read.
fn attribute(tail: &str) -> &str {
    let mut depth = 1;
    let end = tail.find(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth == 0
    });
    &tail[..end.unwrap_or(tail.len())]
}

fn undone(source: &Source) -> Option<String> {
    let whole = Source { code: source.text.clone(), path: String::new(), text: String::new() };
    let word = UNDONE.iter().find(|word| whole.names(word))?;
    Some(format!("{} says {word}: do it, or note it as an issue", source.path))
}

fn ignored(source: &Source) -> Option<String> {
    (!places(&source.code, "#[ignore]").is_empty())
        .then(|| format!("{} skips a test without saying why: #[ignore = \"…\"]", source.path))
}

/// A text that names a folder which only one machine has.
pub(crate) fn of_one_machine(path: &str, text: &str) -> Option<String> {
    let named = |place: &&&str| {
        let mut tails = text.match_indices(**place).map(|(at, _)| &text[at + place.len()..]);
        tails.any(|tail| tail.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let place = MACHINES.iter().find(named)?;
    Some(format!("{path} names a folder in {place}, which only one machine has: be told where"))
}

/// A dependency in `Cargo.toml` that nobody gave a reason for.
pub(crate) fn unexplained(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut complaints = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, _)) = line.split_once('=')
            && inside
            && !line.contains(" # ")
        {
            complaints.push(format!("Cargo.toml: say beside {} why it is needed", name.trim()));
        }
    }
    complaints
}

#[test]
fn every_habit_can_be_broken() {
    let told = |path: &str, text: &str| lapses(&Source::of(path, text)).len();
    let body = |text: &str| told("src/desk/x.rs", &format!("//! A thing.\n{text}"));
    assert_eq!(body(""), 0);
    assert_eq!(body(&"\n".repeat(MOST_LINES - 1)), 0);
    assert_eq!(body(&"\n".repeat(MOST_LINES)), 1);
    assert_eq!(told("src/desk/x.rs", "use a::b;"), 1);
    for word in UNDONE {
        assert_eq!(body(&format!("// {word} later")), 1, "{word}");
    }
    assert_eq!(body("// A METODO or XXXL dbg"), 0);
    for place in MACHINES {
        assert_eq!(body(&format!("const A: &str = \"{place}b\";")), 1, "{place}");
        assert_eq!(body(&format!("const A: &str = \"{place}\";")), 0, "{place}");
    }
    assert_eq!(body("#[ignore]\nfn a() {}"), 1);
    assert_eq!(body("#[ignore = \"needs a printer\"]\nfn a() {}"), 0);
}

#[test]
fn a_lint_is_switched_off_with_a_reason() {
    let told = |code: &str| lapses(&Source::of("src/a.rs", &format!("//! A.\n{code}"))).len();
    assert_eq!(told("#[allow(dead_code)]\nfn a() {}"), 1);
    assert_eq!(told("#![allow(\n    a,\n    b,\n)]"), 1);
    assert_eq!(told("#[cfg_attr(windows, expect(a))]"), 1);
    assert_eq!(told("#[allow(dead_code, reason = \"[it] waits\")]"), 0);
    assert_eq!(told("#![allow(\n    a,\n    reason = \"so\"\n)]"), 0);
    assert_eq!(told("#[derive(Debug)]\nfn a() { b.expect(c); }"), 0);
    assert_eq!(told("#[allow(a, reason = \"so\")]\n#[allow(b)]"), 1);
}

#[test]
fn a_face_only_names_files() {
    let told = |text: &str| lapses(&Source::of("src/desk/mod.rs", text)).len();
    assert_eq!(
        told(
            "//! Face.\n\npub mod a;\nmod b;\npub(crate) mod c;\n#[cfg(windows)]\npub mod windows;\n"
        ),
        0
    );
    assert_eq!(told("//! Face.\npub use a::B;"), 1);
    assert_eq!(told("//! Face.\npub mod a {\n}"), 1);
    assert_eq!(told("//! Face.\npub mod a;\nconst B: u8 = 1;"), 1);
    assert_eq!(lapses(&Source::of("src/lib.rs", "//! Root.\nuse a::b;")).len(), 1);
}

#[test]
fn a_dependency_has_a_reason() {
    let told =
        |line: &str| unexplained(&format!("[package]\nname = \"x\"\n\n[dependencies]\n{line}\n"));
    assert_eq!(told("csv = \"1\""), ["Cargo.toml: say beside csv why it is needed"]);
    assert_eq!(told("csv = \"1\" # exports"), [""; 0]);
}
