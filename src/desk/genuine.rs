//! Whether a letter is genuine. Anybody may ask, with nothing but its square and the office's
//! public keys.
use crate::{
    desk::{counter::Desk, imprints::Imprints, revoked::Revoked},
    domain::{
        date::Day,
        hallmark::{Hallmark, Signed},
        letter::Letter,
        nik::Nik,
        text::folded,
    },
    fault::Fault,
    store::cipher,
};

/// Whom a letter is about and where it goes, as they stand on a card and a door.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Nothing for somebody without one.
    pub nik: Option<Nik>,
    pub name: &'a str,
    /// Whom the letter is addressed to.
    pub goal: &'a str,
}

/// What can be said of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The office wrote it just so.
    Genuine(Hallmark),
    /// The office wrote it, but for somebody or somewhere else.
    Mismatch(Hallmark),
    /// The office wrote it, and took it back on that day.
    Revoked(Hallmark, Day),
    /// The office wrote it, and it counts no more.
    Expired(Hallmark),
    /// The office did not write it: why that is known.
    Foreign(Foreign),
}

/// Why a letter is none of the office's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// The square holds something else, or not all of it.
    Unreadable,
    /// It names another office.
    OtherOffice,
    /// It names a key that is not in the file: either may be older than the other.
    OtherKey,
    /// Something was changed after it was signed.
    Changed,
    /// It was printed for practice.
    Practice,
}

/// What else is known of a letter than what it says itself.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// What was typed from the person's card.
    pub claim: Option<&'a Claim<'a>>,
    /// What the office took back, where its list is at hand.
    pub revoked: Option<&'a Revoked>,
    pub today: Day,
}

/// Says of the words in a letter's square whether the letter is genuine.
#[must_use]
pub fn verdict(square: &str, imprints: &Imprints, known: &Known<'_>) -> Verdict {
    let Known { claim, revoked, today } = *known;
    let mark = match attested(square, imprints) {
        Err(why) => return Verdict::Foreign(why),
        Ok(mark) => mark,
    };
    let taken_back = revoked.and_then(|revoked| revoked.letters.get(&mark.number));
    match (taken_back, mark) {
        (Some(since), mark) => Verdict::Revoked(mark, *since),
        (None, mark) if claim.is_some_and(|claim| claim.bound(mark.salt) != mark.bound) => {
            Verdict::Mismatch(mark)
        }
        (None, mark) if mark.valid_until.is_some_and(|until| until < today) => {
            Verdict::Expired(mark)
        }
        (None, mark) => Verdict::Genuine(mark),
    }
}

/// What an office has signed.
fn attested(square: &str, imprints: &Imprints) -> Result<Hallmark, Foreign> {
    let Signed { mark, signature } = square.parse().map_err(|_| Foreign::Unreadable)?;
    if mark.office != imprints.office {
        return Err(Foreign::OtherOffice);
    }
    let key = imprints.keys.get(&mark.key).ok_or(Foreign::OtherKey)?;
    if !key.signed(mark.to_string().as_bytes(), &signature) {
        return Err(Foreign::Changed);
    }
    if mark.practice { Err(Foreign::Practice) } else { Ok(mark) }
}

impl Claim<'_> {
    /// What a hallmark with that salt holds of it.
    fn bound(&self, salt: [u8; 8]) -> [u8; 16] {
        let nik = self.nik.map(|nik| nik.to_string()).unwrap_or_default();
        let (name, goal) = (folded(self.name), folded(self.goal));
        let hash = cipher::digest(&[
            &salt,
            nik.as_bytes(),
            b"\n",
            name.as_bytes(),
            b"\n",
            goal.as_bytes(),
        ]);
        let (bound, _) = hash.split_first_chunk().unwrap_or((&[0; 16], &[]));
        *bound
    }
}

/// What the square of a letter holds that is about to be issued.
pub(crate) fn square(desk: &Desk, letter: &Letter, claim: &Claim<'_>) -> Result<String, Fault> {
    let (key, signet) = desk.vault.signet().ok_or(Fault::Asset("kunci"))?;
    let (head, salt) = (desk.reader().head()?, *cipher::random()?);
    let mark = Hallmark {
        practice: desk.is_practice(),
        office: desk.office()?.area,
        key,
        number: letter.number.to_string(),
        kind: letter.kind.clone(),
        ticket: letter.ticket,
        day: letter.day,
        valid_until: letter.valid_until,
        head: head.first_chunk().copied().unwrap_or_default(),
        salt,
        bound: claim.bound(salt),
    };
    let signature = signet.sign(mark.to_string().as_bytes());
    Ok(Signed { mark, signature }.to_string())
}
