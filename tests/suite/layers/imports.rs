//! How a file may bring in names: each by its own, from the root.
use crate::layers::source::{Source, places};

/// Parents by `super`, everything by a star, and modules outside a face.
pub(crate) fn hidden(source: &Source) -> Vec<String> {
    let path = &source.path;
    let mut complaints = Vec::new();
    if source.names("super::") {
        complaints.push(format!("{path} says super::, write the path from crate::"));
    }
    let stars = places(&source.code, "use").into_iter().filter(|tail| !tail.starts_with('<'));
    if stars.filter_map(|tail| tail.split(';').next()).any(|tree| tree.contains('*')) {
        complaints.push(format!("{path} brings in everything with a star, name what it uses"));
    }
    let root = source.is_face() || path.ends_with("/main.rs");
    let module =
        |tail: &str| tail.trim_start_matches(|c: char| c != ';' && c != '{').starts_with(';');
    if !root && places(&source.code, "mod").into_iter().any(module) {
        complaints.push(format!("{path} has files of its own, name them in a mod.rs"));
    }
    complaints
}

#[test]
fn names_are_brought_in_one_by_one_from_the_root() {
    let told = |code: &str| hidden(&Source::of("src/desk/x.rs", code)).len();
    assert_eq!(told("use super::y::Z;"), 1);
    assert_eq!(told("fn a() { super::b() }"), 1);
    assert_eq!(told("use crate::domain::{a::*, b};"), 1);
    assert_eq!(told("use crate::domain::{\n    *,\n};"), 1);
    assert_eq!(told("pub use a::*;"), 1);
    assert_eq!(told("mod inner;"), 1);
    assert_eq!(told("use crate::{a, b as c};\nfn d(e: u8) -> u8 { e * 2 }"), 0);
    assert_eq!(told("fn a<'b>(c: &'b u8) -> impl Sized + use<'b> { *c * 2 }"), 0);
    assert_eq!(told("mod inner { fn a() {} }\nfn b() {}"), 0);
    assert_eq!(hidden(&Source::of("src/desk/mod.rs", "pub mod x;")), [""; 0]);
}
