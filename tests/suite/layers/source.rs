//! A file of Rust, as the checks see it.
use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::layers::bare::{bare, is_word};

/// A file: where it stands, what is in it, and what of that is code.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the top of the repository, with `/` on every system.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) code: String,
}

impl Source {
    pub(crate) fn of(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), code: bare(text) }
    }

    /// The name under which others use it: `desk::requests`, `tui::widget` for a face, nothing for
    /// the root.
    pub(crate) fn module(&self) -> String {
        let roots = ["src/", "tests/suite/"];
        let inside = roots.iter().find_map(|root| self.path.strip_prefix(root));
        let name = inside.unwrap_or(&self.path).trim_end_matches(".rs").replace('/', "::");
        match name.strip_suffix("mod").map(|folder| folder.trim_end_matches("::")) {
            Some(folder) if self.is_face() => folder.to_owned(),
            _ => name,
        }
    }

    /// Whether it may only say which files there are.
    pub(crate) fn is_face(&self) -> bool {
        self.path.ends_with("/mod.rs") || self.path == "src/lib.rs"
    }

    /// The folder right under `src`, or the file itself.
    pub(crate) fn layer(&self) -> Option<String> {
        let inside = self.path.strip_prefix("src/")?;
        Some(inside.split('/').next()?.trim_end_matches(".rs").to_owned())
    }

    /// Whether the code has this name: `word` alone, `word*` with anything behind it.
    pub(crate) fn names(&self, word: &str) -> bool {
        !places(&self.code, word).is_empty()
    }
}

/// What follows each place where the code has this name. A name after a dot is a field or a
/// method of something else.
pub(crate) fn places<'a>(code: &'a str, word: &str) -> Vec<&'a str> {
    let stem = word.trim_end_matches('*');
    let open = stem.len() < word.len() || !stem.ends_with(is_word);
    let mut found = Vec::new();
    for (at, _) in code.match_indices(stem) {
        let (before, tail) = (&code[..at], &code[at + stem.len()..]);
        let begins = !before.ends_with(|c| is_word(c) || c == '.');
        if begins && (open || !tail.starts_with(is_word)) {
            found.push(tail);
        }
    }
    found
}

/// Every file of Rust under a folder, in the order of the paths.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    files(Path::new(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .map(|path| {
            let name = path.to_string_lossy().replace('\\', "/");
            Source::of(&name, &fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// Every file under a folder; build output is none of ours.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            found.extend(files(&path));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn a_name_is_a_whole_word_and_no_field() {
    let has = |code: &str, word: &str| Source::of("src/x.rs", code).names(word);
    assert!(has("use sled::Db;", "sled") && has("(sled)", "sled"));
    assert!(
        !has("use unsled::Db;", "sled") && !has("sledge()", "sled") && !has("a.sled()", "sled")
    );
    assert!(has("use ed25519_dalek::Key;", "ed25519*"));
    assert!(has("println!(\"\")", "println!") && !has("eprintln!(\"\")", "println!"));
    assert!(!has("// sled\n\"sled\"", "sled"));
}

#[test]
fn a_file_is_known_by_its_place() {
    let module = |path: &str| Source::of(path, "").module();
    assert_eq!(module("src/desk/requests.rs"), "desk::requests");
    assert_eq!(module("src/tui/widget/mod.rs"), "tui::widget");
    assert_eq!(module("src/domain/mod.rs"), "domain");
    assert_eq!(module("tests/suite/layers/source.rs"), "layers::source");
    assert_eq!(Source::of("src/fault.rs", "").layer().as_deref(), Some("fault"));
    assert_eq!(Source::of("src/tui/widget/mod.rs", "").layer().as_deref(), Some("tui"));
    assert_eq!(Source::of("tests/suite/main.rs", "").layer(), None);
}
