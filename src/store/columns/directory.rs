//! The office and its tables in memory: clerks, institutions, services, kinds of letter and their words,
//! filters, printers.
use std::collections::BTreeMap;

use crate::domain::{
    clerk::Clerk, id::Id, institution::Institution, letter::Rule, office::Office,
    printing::Printing, saved_filter::SavedFilter, service::Service, wording::Wording,
};

/// Small tables that are read all the time.
#[derive(Debug, Default)]
pub struct Directory {
    pub office: Option<Office>,
    pub clerks: BTreeMap<Id, Clerk>,
    pub institutions: BTreeMap<String, Institution>,
    pub services: BTreeMap<String, Service>,
    pub rules: BTreeMap<String, Rule>,
    /// Those that were removed as well.
    pub filters: BTreeMap<Id, SavedFilter>,
    /// By the names of their pieces.
    pub wordings: BTreeMap<String, Wording>,
    /// By what is printed so.
    pub printings: BTreeMap<String, Printing>,
}

impl Directory {
    /// The officer with that code, active or not.
    #[must_use]
    pub fn officer(&self, code: &str) -> Option<&Clerk> {
        self.clerks.values().find(|clerk| clerk.code == code)
    }
}
