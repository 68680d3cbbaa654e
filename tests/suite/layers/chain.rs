//! The chain inside `tui`: from the loop down to the keys.
use crate::layers::{plan::Plan, source::Source};

/// From the top down; `x::*` is every file of a folder that has no place of its own. A file may
/// use whatever stands below its row; those that share a row never use each other.
const ROWS: &[&[&str]] = &[
    &["run"],
    &["doors", "ends"],
    &["terminal", "worker"],
    &["app"],
    &["shell"],
    &["screens::open", "overlay::*", "stack", "zones"],
    &["screens::*"],
    &["asking"],
    &["editing", "form_screen", "found", "import_stage", "listing", "lock", "tied"],
    &["filling", "happened", "letter_kinds", "printout"],
    &["errands"],
    &["sheet", "widget::*"],
    &["offered", "paper"],
    &["choices", "entry", "question", "roll", "verdict", "walk", "widget::marked"],
    &["answers", "idle", "remarks"],
    &["screen", "line"],
    &["arrival", "command", "job", "picking", "theme"],
    &["key"],
];

/// All that a widget may know beside the screen: it shows answers and numbers, never residents.
const WIDGETS_KNOW: &[&str] = &["domain::count", "form::field"];

fn row(file: &str) -> Option<usize> {
    let folder = file.rsplit_once("::").map(|(folder, _)| format!("{folder}::*"));
    let has = |name: &str| ROWS.iter().position(|row| row.contains(&name));
    has(file).or_else(|| has(&folder?))
}

/// Where a file of `tui` uses one that does not stand below it, or has no place in the chain.
pub(crate) fn breaks(plan: &Plan) -> Vec<String> {
    let inside = |module: &str| module.strip_prefix("tui::").map(ToOwned::to_owned);
    let mut complaints = Vec::new();
    for (module, path) in &plan.files {
        let Some(file) = inside(module).filter(|_| !path.ends_with("/mod.rs")) else { continue };
        let Some(place) = row(&file) else {
            complaints
                .push(format!("{path} has no place in the chain of tui: give it one in chain.rs"));
            continue;
        };
        for used in &plan.uses[path] {
            let below = inside(used).and_then(|used| row(&used));
            if below.is_some_and(|below| below <= place) {
                complaints.push(format!(
                    "{path} uses {used}, which does not stand below it: say it with an Effect, or \
                     move what both need further down"
                ));
            }
            let known = used.starts_with("tui::") || WIDGETS_KNOW.contains(&used.as_str());
            if file.starts_with("widget::") && !known {
                complaints.push(format!(
                    "{path} uses {used}: a widget knows nothing of residents; hand it words"
                ));
            }
        }
    }
    complaints
}

#[test]
fn a_file_of_tui_uses_only_what_stands_below_it() {
    let complaints = |file: &str, used: &str| {
        let path = |module: &str| format!("src/{}.rs", module.replace("::", "/"));
        let sources = [
            Source::of(&path(file), &format!("use crate::{used}::X;")),
            Source::of(&path(used), ""),
        ];
        breaks(&Plan::of(&sources, &["crate"]))
    };
    let good = |file: &str, used: &str| assert_eq!(complaints(file, used), [""; 0]);
    let bad = |file: &str, used: &str| assert_eq!(complaints(file, used).len(), 1, "{file} {used}");
    good("tui::run", "tui::app");
    good("tui::app", "tui::screens::open");
    good("tui::screens::open", "tui::screens::home");
    good("tui::screens::home", "tui::widget::table");
    good("tui::sheet", "tui::screen");
    good("tui::widget::picker", "tui::widget::marked");
    good("tui::screens::home", "desk::lists");
    good("tui::widget::table", "form::field");
    bad("tui::key", "tui::command");
    bad("tui::app", "tui::run");
    bad("tui::screens::home", "tui::screens::resident");
    bad("tui::screens::home", "tui::screens::open");
    bad("tui::sheet", "tui::screens::home");
    bad("tui::widget::table", "tui::screens::home");
    bad("tui::widget::table", "tui::widget::picker");
    bad("tui::widget::table", "domain::resident");
    bad("tui::widget::table", "desk::lists");
    bad("tui::novelty", "tui::key");
}
