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
        let rest = if paper.required { String::new() } else { format!(" {IF_ANY}") };
        format!("{}{rest}", paper.name)
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The papers that these words name. One that is known by its name keeps its code.
pub fn asked(told: &str, known: &[Asked]) -> Result<Vec<Asked>, Reject> {
    let mut papers: Vec<Asked> = Vec::new();
    for told in told.split(';').map(str::trim).filter(|told| !told.is_empty()) {
        let (name, required) = match told.strip_suffix(IF_ANY) {
            Some(name) => (name, false),
            None => (told, true),
        };
        let name: Line = name.parse()?;
        let same = known.iter().find(|paper| folded(paper.name.as_str()) == folded(name.as_str()));
        let code = same.map_or_else(|| code_of(&name), |paper| paper.code.clone());
        if papers.iter().any(|paper| paper.code == code) {
            return Err(Reject::Twice);
        }
        papers.push(Asked { code, name, required });
    }
    Ok(papers)
}

fn code_of(name: &Line) -> String {
    folded(name.as_str()).replace(' ', "_").chars().take(MOST).collect()
}
