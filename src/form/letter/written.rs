//! Answers in the words of letters.
use chrono::NaiveDate;

use crate::{
    domain::{clock::TimeOfDay, date::Day, text::clean},
    fault::Fault,
    form::{
        field::{Answer as _, Draft, Field, Kind, Source},
        letter::parts::{DATED, DAY, HOUR, parts},
    },
};

/// The questions whose answers are lists: each part becomes a line of its own.
const LISTS: &[&str] = &["barang", "diserahkan", "petugas_tugas", "tindakan", "usul"];

/// An answer as it stands in a letter; one that its question refuses is refused by its id.
pub fn written(field: &Field, draft: &Draft, today: NaiveDate) -> Result<String, Fault> {
    let refused = |why| Fault::Rejected { field: field.id, why };
    let answer = draft.text(field).trim();
    (field.check)(answer, today).map_err(refused)?;
    if answer.is_empty() {
        return Ok(String::new());
    }
    let day = || Day::read(answer, today).map_err(refused);
    Ok(match (field.id, field.kind) {
        (id, _) if id.starts_with(DAY) => day()?.long(),
        (id, _) if id.starts_with(DATED) => {
            let day = day()?;
            format!("{}, {}", day.weekday(), day.long())
        }
        (id, _) if id.starts_with(HOUR) => {
            TimeOfDay::read(answer, today).map_err(refused)?.to_string()
        }
        (_, Kind::One(Source::Fixed(offers)) | Kind::Many(Source::Fixed(offers))) => {
            let label = |code: &str| {
                let offer =
                    offers().into_iter().find(|offer| offer.code.eq_ignore_ascii_case(code));
                offer.map_or_else(|| code.to_owned(), |offer| offer.label)
            };
            parts(answer).map(label).collect::<Vec<_>>().join(", ")
        }
        (id, _) if LISTS.contains(&id) => parts(answer).map(clean).collect::<Vec<_>>().join("\n"),
        _ => clean(answer),
    })
}
