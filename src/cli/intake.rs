//! One intake as a line of JSON, and the answers it gives.
//!
//! # Why
//! What is not expected is refused by its key: a misspelt key that were skipped would lose what
//! somebody told. That includes a key said twice, of which JSON readers keep one or the other.
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::{
    cli::words::{LINE, Refusal, field},
    domain::reject::Reject,
    form::field::{Draft, Kind, YES},
};

/// An intake as it was told.
#[derive(Debug, Default)]
pub struct Intake {
    pub draft: Draft,
    /// Whether its doubts are confirmed.
    pub confirmed: bool,
}

/// The key that confirms the doubts; every other key is a question of the forms.
pub const CONFIRMED: &str = "abaikan_peringatan";

/// The pairs of an object in their order, repeated keys too.
struct Pairs(Vec<(String, Value)>);

/// Reads an intake.
pub fn read(line: &str) -> Result<Intake, Refusal> {
    let pairs: Pairs = serde_json::from_str(line)
        .map_err(|_| Refusal::new(LINE, "harus satu objek JSON yang utuh dalam satu baris"))?;
    let mut intake = Intake::default();
    let mut seen: Vec<&str> = Vec::new();
    for (key, value) in &pairs.0 {
        let refuse = |why: &str| Err(Refusal::new(key, why));
        if seen.contains(&key.as_str()) {
            return refuse(&format!("kunci ini {}", Reject::Twice));
        }
        seen.push(key);
        let kind = match field(key) {
            _ if key == CONFIRMED => Kind::Mark,
            Some(field) => field.kind,
            None => return refuse("kunci ini tidak dikenal; lihat loket terima --help"),
        };
        match answer(kind, value) {
            Ok(answer) if key == CONFIRMED => intake.confirmed = answer == YES,
            Ok(answer) => intake.draft.put(key, answer),
            Err(why) => return refuse(why),
        }
    }
    Ok(intake)
}

/// The answer as a clerk would type it, or what it should be instead.
fn answer(kind: Kind, value: &Value) -> Result<String, &'static str> {
    match (kind, value) {
        (_, Value::Null) => Ok(String::new()),
        (Kind::Mark, value) => mark(value).ok_or("harus true atau false"),
        (Kind::Many(_), Value::Array(parts)) => {
            let parts: Option<Vec<String>> = parts.iter().map(part).collect();
            parts.map(|parts| parts.join(";")).ok_or("harus daftar teks")
        }
        (_, value) => word(value).ok_or(match value {
            Value::Number(_) => "harus ditulis sebagai teks dalam tanda kutip",
            Value::Array(_) => "harus satu teks, bukan daftar",
            _ => "harus teks",
        }),
    }
}

/// Text, or a whole number.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if number.is_u64() => Some(number.to_string()),
        _ => None,
    }
}

/// One of several answers; the sign that parts them has no place inside one.
fn part(value: &Value) -> Option<String> {
    word(value).map(|text| text.replace(';', ","))
}

fn mark(value: &Value) -> Option<String> {
    let set = match value {
        Value::Bool(set) => *set,
        Value::String(text) => match text.trim().to_lowercase().as_str() {
            "ya" | "true" => true,
            "" | "tidak" | "false" => false,
            _ => return None,
        },
        _ => return None,
    };
    Some(if set { YES.to_owned() } else { String::new() })
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        from.deserialize_map(Object)
    }
}
