//! The papers that a service asks, as one answer: `KTP; KK; SKU (bila ada)`.
use crate::domain::{
    reject::Reject,
    service::Asked,
    text::{Line, folded},
};

/// Stands behind a paper that may be missing.
const IF_ANY: &str = "(bila ada)";

/// The longest code of a paper, in letters and digits.
const MOST: usize = 40;

/// These papers, in words.
#[must_use]
pub fn told(papers: &[Asked]) -> String {
    let words = papers.iter().map(|paper| {
        let plain = !paper.required && !is_optional(paper.name.as_str());
        if plain { format!("{} {IF_ANY}", paper.name) } else { paper.name.to_string() }
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The papers that these words name. One that is known by its name keeps its code.
pub fn asked(told: &str, known: &[Asked]) -> Result<Vec<Asked>, Reject> {
    let mut papers: Vec<Asked> = Vec::new();
    for told in told.split(';').map(str::trim).filter(|told| !told.is_empty()) {
        let paper = one(told, known)?;
        if papers.iter().any(|other| other.code == paper.code) {
            return Err(Reject::Twice);
        }
        papers.push(paper);
    }
    Ok(papers)
}

fn one(told: &str, known: &[Asked]) -> Result<Asked, Reject> {
    let named = |name: &str| known.iter().find(|paper| folded(paper.name.as_str()) == folded(name));
    let optional = is_optional(told);
    // The name of a preset may say by itself that the paper may be missing.
    if let Some(paper) = named(told).filter(|_| optional) {
        return Ok(paper.clone());
    }
    let name: Line = told.strip_suffix(IF_ANY).unwrap_or(told).parse()?;
    let code = named(name.as_str()).map_or_else(|| code_of(&name), |paper| paper.code.clone());
    Ok(Asked { code, name, required: !optional })
}

/// Do the words say that the paper may be missing?
fn is_optional(words: &str) -> bool {
    [IF_ANY, "bila ada", "(opsional)"].iter().any(|end| words.ends_with(end))
}

fn code_of(name: &Line) -> String {
    folded(name.as_str()).replace(' ', "_").chars().take(MOST).collect()
}
