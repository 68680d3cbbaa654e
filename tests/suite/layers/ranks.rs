//! The layers, and which may use which.
use crate::layers::{plan::Plan, source::Source};

/// From the top down. A layer may use itself and whatever stands below its row; those that share a
/// row never use each other.
const ROWS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["tui", "plain"],
    &["desk"],
    &["store", "letter", "report", "roster"],
    &["form", "print"],
    &["fault"],
    &["domain"],
];

fn row(layer: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&layer))
}

/// Where a file uses a layer that does not stand below its own.
pub(crate) fn upward(plan: &Plan) -> Vec<String> {
    let mut complaints = Vec::new();
    for (file, used) in &plan.uses {
        let Some(layer) = Source::of(file, "").layer() else { continue };
        for module in used {
            let other = module.split("::").next().unwrap_or_default();
            if other != layer && row(&layer) >= row(other) {
                complaints.push(format!(
                    "{file} uses {module}: {layer} does not stand above {other}; hand the value \
                     in, or move what both need further down"
                ));
            }
        }
    }
    complaints
}

/// Whether a file belongs to no layer.
pub(crate) fn homeless(source: &Source) -> Option<String> {
    let layer = source.layer().filter(|layer| layer != "lib")?;
    row(&layer).is_none().then(|| {
        format!(
            "{} is in no layer: move it into one, or give {layer} a row in ranks.rs",
            source.path
        )
    })
}

#[test]
fn a_layer_uses_only_what_stands_below_it() {
    let complaints = |file: &str, used: &str| {
        let names = [file, used].map(|module| format!("src/{}.rs", module.replace("::", "/")));
        let sources =
            [Source::of(&names[0], &format!("use crate::{used}::X;")), Source::of(&names[1], "")];
        upward(&Plan::of(&sources, &["crate"])).len()
    };
    for (above, row) in ROWS.iter().enumerate() {
        for (below, other) in ROWS.iter().enumerate() {
            for (layer, used) in
                row.iter().flat_map(|layer| other.iter().map(move |to| (layer, to)))
            {
                let wrong = usize::from(layer != used && above >= below);
                assert_eq!(complaints(&format!("{layer}::a"), &format!("{used}::b")), wrong);
            }
        }
    }
    assert_eq!(complaints("desk::a", "tui::b"), 1);
    assert_eq!(complaints("letter::a", "print::b"), 0);
    assert_eq!(complaints("letter::a", "store::b"), 1);
}

#[test]
fn every_file_has_a_layer() {
    assert!(homeless(&Source::of("src/util/x.rs", "")).is_some());
    assert!(homeless(&Source::of("src/more.rs", "")).is_some());
    assert!(homeless(&Source::of("src/desk/x.rs", "")).is_none());
    assert!(homeless(&Source::of("src/lib.rs", "")).is_none());
}
