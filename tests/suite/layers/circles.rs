//! Files that use each other in a circle.
use std::collections::BTreeSet;

use crate::layers::plan::Plan;

/// One circle of every knot of files, told from one file to the next.
pub(crate) fn circles(plan: &Plan) -> Vec<String> {
    let used = |module: &String| {
        plan.files.get(module).and_then(|file| plan.uses.get(file)).into_iter().flatten()
    };
    let mut open: BTreeSet<_> = plan.files.keys().cloned().collect();
    let free = |open: &BTreeSet<String>| {
        open.iter().find(|module| !used(module).any(|other| open.contains(other))).cloned()
    };
    let mut complaints = Vec::new();
    loop {
        while let Some(module) = free(&open) {
            open.remove(&module);
        }
        // Whatever is left uses something that is left: following it must come round.
        let Some(first) = open.first().cloned() else { return complaints };
        let mut round = vec![first];
        let from = loop {
            let last = &round[round.len() - 1];
            let next = used(last).find(|other| open.contains(*other)).cloned().unwrap();
            let known = round.iter().position(|module| *module == next);
            round.push(next);
            if let Some(from) = known {
                break from;
            }
        };
        let circle = &round[from..];
        complaints.push(format!(
            "{} is a circle: move what they share into a file below both",
            circle.join(" -> ")
        ));
        for module in circle {
            open.remove(module);
        }
    }
}

#[test]
fn a_circle_is_found_however_long_it_is() {
    use crate::layers::source::Source;
    let told = |uses: &[(&str, &str)]| {
        let sources: Vec<_> =
            uses.iter().map(|(file, text)| Source::of(&format!("src/{file}.rs"), text)).collect();
        circles(&Plan::of(&sources, &["crate"]))
    };
    let circle = told(&[
        ("a/top", "use crate::a::one::A;"),
        ("a/one", "fn f() { crate::a::two::g(); }"),
        ("a/two", "macro_rules! m { () => { $crate::b::three::h!() } }"),
        ("b/three", "use crate::{a::one::A, b::leaf::B};"),
        ("b/leaf", ""),
    ]);
    assert_eq!(circle.len(), 1);
    assert!(circle[0].starts_with("a::one -> a::two -> b::three -> a::one is a circle"));
    let two = told(&[
        ("a", "crate::b::f()"),
        ("b", "crate::a::f()"),
        ("c", "crate::d::f()"),
        ("d", "crate::c::f()"),
    ]);
    assert_eq!(two.len(), 2);
    assert!(told(&[("a", "crate::b::f(); crate::a::g()"), ("b", "")]).is_empty());
}
