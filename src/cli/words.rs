//! Why an answer is refused or doubted, in the words of the forms but without their keys.
use crate::{
    domain::{doubt::Doubt, reject::Reject, text::clean},
    fault::Fault,
    form::{
        field::{Field, Kind, Source},
        request, resident,
    },
};

/// A refusal: the key of the answer and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub field: String,
    pub reason: String,
}

/// What stands for the field where a whole line is refused.
pub const LINE: &str = "-";

/// The longest key that is repeated, in characters.
const KEY: usize = 60;

impl Refusal {
    /// A refusal on one line and without tabs, whatever it is made of.
    #[must_use]
    pub fn new(field: &str, reason: &str) -> Self {
        Self { field: clean(field).chars().take(KEY).collect(), reason: clean(reason) }
    }

    /// What a fault says against one intake; nothing where it says that nothing can be saved.
    #[must_use]
    pub fn of(fault: &Fault) -> Option<Self> {
        match fault {
            Fault::Rejected { field, why } => Some(Self::new(field, &rejected(field, *why))),
            Fault::Doubtful(doubts) => {
                let field = doubts.first().map_or(LINE, |doubt| doubt.field);
                let reasons: Vec<String> =
                    doubts.iter().map(|doubt| doubt.why.to_string()).collect();
                Some(Self::new(field, &reasons.join("; ")))
            }
            Fault::Taken(_) | Fault::Guarded => {
                Some(Self::new(resident::NIK.id, &fault.to_string()))
            }
            Fault::Unwritable(_) => Some(Self::new(LINE, &fault.to_string())),
            _ => None,
        }
    }

    /// A warning, in the same shape.
    #[must_use]
    pub fn warning(doubt: &Doubt) -> Self {
        Self::new(doubt.field, &doubt.why.to_string())
    }
}

/// The question that an intake line answers under this key.
#[must_use]
pub fn field(key: &str) -> Option<&'static Field> {
    let all = resident::FIELDS.iter().chain(request::FIELDS).copied();
    all.filter(|field| !matches!(field.kind, Kind::Heading)).find(|field| field.id == key)
}

/// The label of the question, and why its answer is refused.
fn rejected(key: &str, why: Reject) -> String {
    let Some(field) = field(key) else { return format!("{key} {why}") };
    let label = field.label;
    match (why, field.kind) {
        (Reject::NotOffered, Kind::One(Source::Fixed(list)) | Kind::Many(Source::Fixed(list))) => {
            let codes: Vec<String> = list().into_iter().map(|offer| offer.code).collect();
            format!("{label} harus salah satu dari: {}", codes.join(", "))
        }
        (Reject::NotOffered, Kind::One(Source::Service)) => {
            format!("{label} harus kode layanan yang ada di direktori kantor ini")
        }
        (Reject::NotOffered, Kind::Many(Source::Paper)) => {
            format!("{label} harus kode berkas yang ada di direktori, atau lainnya: …")
        }
        _ => format!("{label} {why}"),
    }
}

/// Bytes as a technician reads them: two digits of sixteen for each.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let half = |half: u8| char::from_digit(half.into(), 16);
    bytes.iter().flat_map(|byte| [half(byte >> 4), half(byte & 15)]).flatten().collect()
}
