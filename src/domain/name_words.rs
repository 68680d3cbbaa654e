//! The words of a name that tell people apart: without titles, degrees and `bin`.
use crate::domain::text::folded;

/// What stands before a name, with or without a dot.
const TITLES: &[&str] = &[
    "h", "hj", "hjh", "dr", "drg", "drh", "drs", "dra", "ir", "prof", "ust", "ustadz", "ustazah",
    "kh", "tgk", "bpk", "bapak", "ibu", "sdr", "sdri", "tn", "ny", "nn", "alm", "almh",
];

/// What stands behind a name; only where it is written with a dot or behind a comma.
const DEGREES: &[&str] = &[
    "spd", "spdi", "ssos", "sos", "se", "sh", "shi", "skom", "skep", "skm", "ssi", "st", "sag",
    "sip", "sp", "spt", "sst", "ss", "sikom", "spsi", "sfarm", "sked", "sars", "amd", "amk",
    "amdkeb", "mpd", "mpdi", "msi", "msc", "mm", "mh", "mt", "mkes", "mkom", "msos", "mag", "map",
    "ma", "mba", "phd", "apt", "ners", "ns", "lc", "bsc", "ba", "spog", "spa",
];

/// What joins a name with the father's.
const JOINTS: &[&str] = &["bin", "binti", "bt", "bte"];

/// The words of a name, folded, in their order. What is left out elsewhere stays where a name has
/// nothing else.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut behind = false;
    for chunk in name.split_whitespace() {
        let bare: String = chunk.chars().filter(|c| *c != '.' && *c != ',').collect();
        let bare = bare.to_lowercase();
        let dotted = chunk.trim_end_matches(',').contains('.');
        let left_out = TITLES.contains(&bare.as_str())
            || JOINTS.contains(&bare.as_str())
            || ((behind || dotted) && DEGREES.contains(&bare.as_str()) && !words.is_empty());
        behind |= chunk.ends_with(',');
        if !left_out {
            words.extend(
                folded(chunk).split(' ').filter(|word| !word.is_empty()).map(str::to_owned),
            );
        }
    }
    if words.is_empty() {
        words.extend(folded(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words
}
