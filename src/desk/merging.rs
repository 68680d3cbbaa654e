//! Two residents who are one person become one record, with everything that is about either.
//!
//! # Why
//! One change: the record that lives on, every request of the other, and the other's removal, so
//! that no request is ever about nobody. Letters stay as they were issued; they hang on their
//! requests and come along. Only who sees everything may do it: what is hidden from an officer
//! would be left behind. Half-typed answers about the two are finished first, since saved later
//! they would undo what was chosen here, or be about nobody.
use crate::{
    choices,
    desk::{counter::Desk, keeping, lists::Which, subject},
    domain::{
        choice::Choice as _,
        class::Class,
        id::Id,
        likeness::{Evidence, Likeness, Trait, likeness},
        may::Action,
        request::Request,
        resident::Resident,
        sides::{merged, survivor},
    },
    fault::Fault,
    store::{change::Change, entry::Key, item::Kept as _, record::Table},
};

choices! {
    /// Why two records become one.
    Why {
        Twice = "dua_kali", "Satu orang terdaftar dua kali";
        Found = "nik_ditemukan", "Dulu tanpa NIK, sekarang NIK-nya diketahui";
        Known = "identitas_ditemukan", "Dulu tanpa nama, sekarang diketahui siapa";
        Mistyped = "salah_ketik", "Nama atau NIK dulu salah ketik";
    }
}

/// What the journal calls it.
pub const WHY: &str = "gabung warga";

/// Two residents who may be one.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The record that lives on.
    pub keep: Resident,
    /// The one that goes.
    pub other: Resident,
    pub likeness: Likeness,
    /// What comes along with the other, in words: one line a kind.
    pub moves: Vec<String>,
    /// Whether something is half-typed about one of them, so that they cannot be merged yet.
    pub half_typed: bool,
}

/// Two residents, to be compared by the officer who sits here.
pub fn pair(desk: &Desk, one: Id, other: Id) -> Result<Pair, Fault> {
    let (keep, other) = survivor(desk.opened(one)?, desk.opened(other)?);
    let moves = moves(desk, &other)?;
    let likeness = likeness(&keep, &other, desk.today());
    let half_typed = half_typed(desk, [&keep, &other]);
    Ok(Pair { keep, other, likeness, moves, half_typed })
}

/// What comes along with a resident, in words.
fn moves(desk: &Desk, who: &Resident) -> Result<Vec<String>, Fault> {
    let requests = subject::requests(desk, who.id)?;
    let referrals: usize = requests.iter().map(|request| request.referrals.len()).sum();
    let letters = subject::letters(desk, &requests)?.len();
    let tickets: Vec<String> = requests.iter().map(|request| request.ticket.to_string()).collect();
    let counted = [
        (requests.len(), "permohonan"),
        (referrals, "rujukan"),
        (letters, "surat"),
        (who.benefits.len(), "bantuan"),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> = counted.map(|(count, what)| format!("{count} {what}")).collect();
    let counted = (!counted.is_empty()).then(|| counted.join(", "));
    Ok(counted.into_iter().chain((!tickets.is_empty()).then(|| tickets.join(", "))).collect())
}

/// Makes one record of two: of the parts these are taken from the record that goes.
pub fn merge(
    desk: &mut Desk,
    (one, other): (Id, Id),
    taken: &[bool],
    why: Why,
) -> Result<Resident, Fault> {
    desk.permit(Action::Merge, Some(Class::Restricted))?;
    if one == other {
        return Err(Fault::Standing("itu orang yang sama, satu data saja".to_owned()));
    }
    let one: Resident = desk.allowed(one, Action::Merge)?;
    let (keep, other) = survivor(one, desk.allowed(other, Action::Merge)?);
    desk.unlimited(Some(keep.id))?;
    desk.unlimited(Some(other.id))?;
    if half_typed(desk, [&keep, &other]) {
        return Err(Fault::Standing(
            "ada isian setengah jadi tentang salah satu dari keduanya di Konsep".to_owned(),
        ));
    }
    let one = merged(&keep, &other, taken);
    let mut items = vec![one.clone().item()];
    let moved = about(desk, other.id)?;
    items.extend(desk.letters_along(&moved, desk.class_of_resident(&one))?);
    items.extend(
        moved.into_iter().map(|request| Request { subject: Some(keep.id), ..request }.item()),
    );
    for id in other.unlike.iter().filter(|id| **id != keep.id) {
        if let Some(mut third) = desk.get::<Resident>(*id)? {
            third.unlike.retain(|id| ![keep.id, other.id].contains(id));
            third.unlike.push(keep.id);
            items.push(third.item());
        }
    }
    let mut change = Change::new("gabung warga");
    change.because(why.label());
    let (sequence, keys) = desk.let_go(change, items, Some(other.id))?;
    desk.session.add(WHY, sequence, keys.into_iter());
    Ok(one)
}

/// Every request about a resident.
pub(crate) fn about(desk: &Desk, id: Id) -> Result<Vec<Request>, Fault> {
    let cases = desk.book.cases.list(Which::About(id), desk.now(), desk.zone());
    let ids: Vec<Id> = cases.into_iter().map(|case| case.id).collect();
    ids.into_iter().map(|id| desk.must(id)).collect()
}

/// Whether something is half-typed about one of them: it is finished or thrown away first.
fn half_typed(desk: &Desk, people: [&Resident; 2]) -> bool {
    let left = keeping::unfinished(desk);
    let about = |who: &Resident| {
        let id = format!("{:?}", who.id);
        left.iter().any(|left| left.draft.named(keeping::APART).starts_with(&id))
    };
    people.into_iter().any(about)
}

impl Pair {
    /// What says that they are two people, in words, where name, birth and sex all say it.
    #[must_use]
    pub fn strangers(&self) -> Option<String> {
        let plain = |row: &&Evidence| matches!(row.of, Trait::Name | Trait::Birth | Trait::Sex);
        let against = self.likeness.evidence.iter().filter(plain).filter(|row| row.denies());
        let against: Vec<&str> = against.map(|row| row.words).collect();
        (against.len() == 3).then(|| against.join(", "))
    }
}

impl Desk {
    /// Under which id a resident is kept now: another one, where two records became one.
    #[must_use]
    pub fn now_kept(&self, id: Id) -> Id {
        self.book.merged.now(id)
    }

    /// The keys of a record, and of those that became one with it.
    pub(crate) fn keys_of(&self, key: Key) -> Vec<Key> {
        let was = match key.table() {
            Some(Table::Resident) => {
                self.get::<Resident>(key.id()).ok().flatten().map(|who| who.was).unwrap_or_default()
            }
            _ => vec![],
        };
        [key].into_iter().chain(was.into_iter().map(Key::of::<Resident>)).collect()
    }
}
