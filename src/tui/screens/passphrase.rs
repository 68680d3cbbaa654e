//! Passphrases: one's own, and that of a colleague who forgot it.
use crate::{
    desk::{counter::Desk, entrance::Pass, keys, setup},
    domain::{id::Id, passphrase::Passphrase},
    fault::Fault,
    form::{
        field::Draft,
        passphrase::{OWN, PRESENT, REPLACED, WITNESS, WITNESS_PASS, chosen},
    },
    tui::{
        asking::{self, Question},
        screen::{Effect, Opened, Step},
    },
};

/// Asks for the passphrase of the officer who sits here, and for another one.
pub fn own(desk: &Desk) -> Opened {
    let question = Question {
        name: "ganti-sandi",
        title: "Ganti kata sandi".to_owned(),
        fields: OWN,
        about: desk.clerk().map(|clerk| clerk.id).ok_or(Fault::NoOffice)?,
        act: change,
    };
    asking::open(question, desk)
}

fn change(desk: &mut Desk, _: Id, draft: &Draft) -> Step {
    let old = Passphrase::typed(draft.text(&PRESENT));
    keys::change_own(desk, &old, &chosen(draft)?)?;
    let words = "Kata sandi Anda sudah diganti; yang lama tidak berlaku lagi.";
    Ok(vec![Effect::Back, Effect::Say(words.to_owned())])
}

/// Asks for another passphrase of an officer, and for a witness.
pub fn replaced(desk: &Desk, id: Id) -> Opened {
    let clerk = setup::clerks(desk).into_iter().find(|clerk| clerk.id == id);
    let clerk = clerk.ok_or(Fault::Missing { what: "petugas" })?;
    let question = Question {
        name: "sandi-petugas",
        title: format!("Kata sandi baru {}", clerk.name),
        fields: REPLACED,
        about: id,
        act: replace,
    };
    asking::open(question, desk)
}

fn replace(desk: &mut Desk, id: Id, draft: &Draft) -> Step {
    let clerk = setup::clerks(desk).into_iter().find(|clerk| clerk.id == id);
    let clerk = clerk.ok_or(Fault::Missing { what: "petugas" })?;
    let witness = Pass::new(draft.text(&WITNESS), draft.text(&WITNESS_PASS));
    keys::replace(desk, &clerk, (&chosen(draft)?, &witness))?;
    let words = format!("{} masuk dengan kata sandi yang baru.", clerk.name);
    Ok(vec![Effect::Back, Effect::Say(words)])
}
