//! Who uses whom: every path of every file, brought home to the file that it names.
use std::collections::{BTreeMap, BTreeSet};

use crate::layers::{
    bare::is_word,
    paths::paths,
    source::{Source, places},
};

/// The files of one crate and what each uses.
#[derive(Debug)]
pub(crate) struct Plan {
    /// By the path of the file: the modules that it uses, itself left out.
    pub(crate) uses: BTreeMap<String, BTreeSet<String>>,
    /// By the module: the path of its file.
    pub(crate) files: BTreeMap<String, String>,
}

impl Plan {
    /// The plan of these files; `roots` are the names that the crate has in them.
    pub(crate) fn of(sources: &[Source], roots: &[&str]) -> Self {
        let files: BTreeMap<_, _> =
            sources.iter().map(|source| (source.module(), source.path.clone())).collect();
        let mut names: BTreeMap<_, _> =
            files.keys().map(|module| (module.clone(), module.clone())).collect();
        for source in sources {
            names.extend(macros(source).into_iter().map(|name| (name, source.module())));
        }
        let uses = sources.iter().map(|source| {
            let all = roots.iter().flat_map(|root| paths(&source.code, root));
            let known = all.filter_map(|path| home(&path, &names));
            let used = known.filter(|module| *module != source.module()).collect();
            (source.path.clone(), used)
        });
        let uses = uses.collect();
        Self { uses, files }
    }

    /// Where a file uses a whole folder, so that nobody sees which file it means.
    pub(crate) fn vague(&self) -> Vec<String> {
        let face = |module: &&String| {
            self.files.get(*module).is_some_and(|path| path.ends_with("/mod.rs"))
        };
        let all = self.uses.iter();
        all.flat_map(|(file, used)| {
            used.iter().filter(face).map(move |folder| {
                format!("{file} uses all of {folder}: name the file inside it that is meant")
            })
        })
        .collect()
    }
}

/// The macros that a file gives to everyone: they are called by the root's name.
fn macros(source: &Source) -> Vec<String> {
    let shared = source.code.split("#[macro_export]").skip(1);
    shared
        .filter_map(|tail| {
            let name = places(tail, "macro_rules! ").into_iter().next()?;
            Some(name.chars().take_while(|c| is_word(*c)).collect())
        })
        .collect()
}

/// The longest beginning of a path that names a file.
fn home(path: &str, names: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path;
    loop {
        if let Some(module) = names.get(path) {
            return Some(module.clone());
        }
        path = path.rsplit_once("::")?.0;
    }
}

#[test]
fn a_path_leads_to_the_file_that_it_names() {
    let plan = Plan::of(
        &[
            Source::of("src/main.rs", "loket::cli::args::run()"),
            Source::of("src/cli/args.rs", "use crate::{many, desk::a::{self, B}};"),
            Source::of("src/desk/a.rs", "crate::desk::a::B; crate::unknown::C;"),
            Source::of("src/domain/many.rs", "#[macro_export]\nmacro_rules! many { () => {} }"),
        ],
        &["crate", "loket"],
    );
    let used = |file: &str| plan.uses[file].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(used("src/main.rs"), ["cli::args"]);
    assert_eq!(used("src/cli/args.rs"), ["desk::a", "domain::many"]);
    assert!(used("src/desk/a.rs").is_empty() && plan.vague().is_empty());
}

#[test]
fn a_whole_folder_is_too_vague() {
    let sources =
        [Source::of("src/desk/mod.rs", ""), Source::of("src/cli/args.rs", "use crate::desk;")];
    let complaints = Plan::of(&sources, &["crate"]).vague();
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].starts_with("src/cli/args.rs uses all of desk"));
}
