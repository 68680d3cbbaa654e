//! Asking where backups go.
use crate::{
    domain::text::Line,
    form::{
        field::{Field, must},
        offers::line,
    },
};

pub const FOLDER: Field = Field {
    width: 50,
    check: must::<Line>,
    ..line("folder_cadangan", "Folder", "Folder di stick atau diska lain, misalnya E:\\cadangan.")
};

/// The one question.
pub const FIELDS: &[&Field] = &[&FOLDER];
