//! Passphrases: one's own, and that of a colleague who forgot it or never had one.
use crate::{
    desk::{counter::Desk, entrance::Pass, keys, setup},
    domain::{clerk::Clerk, id::Id, passphrase::Passphrase},
    fault::Fault,
    form::{
        field::Draft,
        passphrase::{GIVEN, OWN, PRESENT, REPLACED, WITNESS, WITNESS_PASS, chosen},
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

/// Asks for another passphrase of an officer, and for a witness; of one who cannot come in yet, for
/// the first.
pub fn given(desk: &Desk, id: Id) -> Opened {
    let clerk = officer(desk, id)?;
    let question = if keys::waiting(desk)?.contains(&id) {
        Question {
            name: "sandi-pertama",
            title: format!("Kata sandi pertama {}", clerk.name),
            fields: GIVEN,
            about: id,
            act: begin,
        }
    } else {
        Question {
            name: "sandi-petugas",
            title: format!("Kata sandi baru {}", clerk.name),
            fields: REPLACED,
            about: id,
            act: replace,
        }
    };
    asking::open(question, desk)
}

fn officer(desk: &Desk, id: Id) -> Result<Clerk, Fault> {
    let clerk = setup::clerks(desk).into_iter().find(|clerk| clerk.id == id);
    clerk.ok_or(Fault::Missing { what: "petugas" })
}

fn begin(desk: &mut Desk, id: Id, draft: &Draft) -> Step {
    let clerk = officer(desk, id)?;
    let whole = keys::begin(desk, &clerk, &chosen(draft)?)?;
    let without = " Hak atas data terbatas belum: pemegang hak itu memberikannya lagi.";
    let words =
        format!("{} sekarang dapat masuk sendiri.{}", clerk.name, if whole { "" } else { without });
    Ok(vec![Effect::Back, Effect::Say(words)])
}

fn replace(desk: &mut Desk, id: Id, draft: &Draft) -> Step {
    let clerk = officer(desk, id)?;
    let witness = Pass::new(draft.text(&WITNESS), draft.text(&WITNESS_PASS));
    let whole = keys::replace(desk, &clerk, (&chosen(draft)?, &witness))?;
    let without = " Hak atas data terbatas tidak ikut: pemegang hak itu memberikannya lagi di \
                   Petugas, atau kode pemulihan (F7 di layar kunci).";
    let words = format!(
        "{} masuk dengan kata sandi yang baru.{}",
        clerk.name,
        if whole { "" } else { without }
    );
    Ok(vec![Effect::Back, Effect::Say(words)])
}
