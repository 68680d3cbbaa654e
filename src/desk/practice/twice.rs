//! People who are registered a second time, as happens at a busy desk: there is something to merge.
use crate::{
    desk::practice::household::Member,
    domain::{choice::Choice as _, date::Day, person::NoNik},
    form::{
        field::Draft,
        resident::{AGE, BORN, NAME, NIK, NO_NIK, PHONE, RT, RW, SEX, STREET},
    },
};

/// The most who come twice; of few residents one in twenty.
const MOST: u32 = 5;

/// What is heard otherwise than it is written; the first that is in a name.
const HEARD: &[(&str, &str)] =
    &[("z", "j"), ("f", "p"), ("sy", "s"), ("u", "oe"), ("i", "ie"), ("a", "ah")];

/// How many of so many residents have come twice once that many are registered.
#[must_use]
pub fn due(residents: u32, registered: usize) -> u32 {
    let pairs = MOST.min(residents / 20);
    let share = residents / (pairs + 1);
    (1..=pairs).rfind(|nth| registered >= (nth * share) as usize).unwrap_or_default()
}

/// Whether somebody can come again and be recognised without a card.
#[must_use]
pub fn can(member: &Member) -> bool {
    let told = |field| !member.draft.text(field).is_empty();
    !member.stranger && member.persona.age >= 18 && told(&NIK) && told(&BORN) && told(&PHONE)
}

/// What somebody tells who comes again without a card: each time something else differs.
#[must_use]
pub fn again(member: &Member, nth: u32) -> Draft {
    let mut draft = Draft::default();
    for field in [&NAME, &SEX, &BORN, &STREET, &RT, &RW, &PHONE] {
        draft.put(field.id, member.draft.text(field));
    }
    let why = match nth % MOST {
        0 => {
            draft.put(NAME.id, heard(draft.text(&NAME)));
            NoNik::NotBrought
        }
        1 => {
            let born = member.persona.born;
            draft
                .put(BORN.id, born.succ_opt().map_or_else(String::new, |day| Day(day).to_string()));
            NoNik::Lost
        }
        2 => {
            draft.put(BORN.id, "");
            draft.put(AGE.id, member.persona.age.to_string());
            NoNik::Forgotten
        }
        3 => {
            let words: Vec<&str> = member.draft.text(&NAME).split(' ').rev().collect();
            draft.put(NAME.id, words.join(" "));
            draft.put(STREET.id, draft.text(&STREET).replace("Jl. ", "Jalan "));
            NoNik::NotBrought
        }
        _ => {
            for field in [&STREET, &RT, &RW, &PHONE] {
                draft.put(field.id, "");
            }
            NoNik::Lost
        }
    };
    draft.put(NO_NIK.id, why.code());
    draft
}

/// A name as somebody else spells it.
fn heard(name: &str) -> String {
    let slip = HEARD.iter().find(|(written, _)| name.contains(written));
    slip.map_or_else(|| name.to_owned(), |(written, heard)| name.replacen(written, heard, 1))
}
