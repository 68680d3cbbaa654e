//! What the clerk says of somebody who may be known already, told from the review to the form below.
use crate::domain::id::Id;

/// Whether it is one of those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is that one.
    Same(Id),
    /// It is none of these; the form is not saved yet.
    Apart(Vec<Id>),
    /// It is none of these: the form is saved.
    AsNew(Vec<Id>),
}

const SAME: &str = "kembar:ini";
const APART: &str = "kembar:bukan";
const AS_NEW: &str = "kembar:simpan";

impl Verdict {
    /// As codes, the way whatever is chosen is told.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let (what, ids) = match self {
            Self::Same(id) => (SAME, std::slice::from_ref(id)),
            Self::Apart(ids) => (APART, ids.as_slice()),
            Self::AsNew(ids) => (AS_NEW, ids.as_slice()),
        };
        let ids = ids.iter().map(|id| format!("{id:?}"));
        [what.to_owned()].into_iter().chain(ids).collect()
    }

    /// What these codes say, if it is that.
    #[must_use]
    pub fn read(codes: &[String]) -> Option<Self> {
        let (what, rest) = codes.split_first()?;
        let ids: Vec<Id> = rest.iter().filter_map(|id| id.parse().ok()).collect();
        match what.as_str() {
            SAME => ids.first().map(|id| Self::Same(*id)),
            APART => Some(Self::Apart(ids)),
            AS_NEW => Some(Self::AsNew(ids)),
            _ => None,
        }
    }
}
