//! Taking back the last change of the officer who sits here, as a new change.
//!
//! # Why
//! The journal keeps both, so what was taken back is history and not a secret. It goes back step by
//! step through one sitting and never forth: pressing the key twice takes back two changes. A
//! change is only taken back while every record of it is as it left it; which acts can be taken
//! back at all, and how, stands in [`crate::desk::acts::ACTS`].
//!
//! What changed who may see a record stays: its bytes were sealed for others since then.
use crate::{
    desk::{
        acts::{self, Undo},
        counter::Desk,
        import::undoing,
        parting,
        requests::go,
        roads::move_on,
        session::Done,
        versions::version,
        wordings,
    },
    domain::{
        clerk::Stamp,
        count::grouped,
        id::Id,
        import::Import,
        may::Action,
        printing::Printing,
        referral, referral_road,
        request::{Event, Request},
        resident::Resident,
        road::Step,
        saved_filter::SavedFilter,
        wording::Wording,
    },
    fault::Fault,
    store::{
        change::Change,
        columns::cases::Which,
        entry::{Key, Put},
        item::{Item, Kept as _},
        record::Table,
    },
};

/// Why something is cancelled that should never have been.
const MISTAKE: &str = "salah_input";

/// What taking back comes to: the records as they are to be, and the one that goes.
struct Back {
    items: Vec<Item>,
    gone: Option<Id>,
    /// Whether every record is again what it was, so that the change before can go as well.
    whole: bool,
    words: String,
}

/// Takes back the last change of this sitting; the sentence says what was taken back. What would
/// cancel a whole resident, request or referral is named first, and done when asked again.
pub fn last(desk: &mut Desk) -> Result<String, Fault> {
    desk.permit(Action::Undo, None)?;
    let nothing = Fault::Lasting("belum ada perubahan sejak Anda masuk");
    let done = desk.session.last().cloned().ok_or(nothing)?;
    let way = acts::named(done.why).map_or(Undo::Nothing, |act| act.undo);
    if let Undo::Never(why) = way {
        return Err(Fault::Lasting(why));
    }
    if way == Undo::Part {
        let merge = parting::last(desk, done.sequence)?;
        let whole = untouched(desk, &done).ok();
        let (by, _, words) = parting::separate(desk, &merge)?;
        let stood = whole.unwrap_or_default();
        let before: Vec<(Key, u64)> = stood.iter().map(|put| (put.key, put.before)).collect();
        desk.session.undone(by, &before);
        return Ok(words);
    }
    if way == Undo::Import {
        return imported(desk, &done);
    }
    let puts = untouched(desk, &done)?;
    let back = match way {
        Undo::Restore => restored(desk, &puts)?,
        Undo::Forget => forgotten(desk, &puts)?,
        Undo::Cancel => cancelled(desk, &puts)?,
        Undo::Never(_) | Undo::Nothing | Undo::Part | Undo::Import => {
            return Err(Fault::Lasting("itu tidak mengubah apa pun"));
        }
    };
    let cancels = matches!(way, Undo::Forget | Undo::Cancel);
    if cancels && desk.session.warned.replace(done.sequence) != Some(done.sequence) {
        return Ok(format!("Ctrl-Z sekali lagi membatalkan {}.", back.words));
    }
    let before: Vec<(Key, u64)> = puts.iter().map(|put| (put.key, put.before)).collect();
    let by = make_true(desk, &done, &back)?;
    desk.session.undone(by, if back.whole { &before } else { &[] });
    Ok(format!("Dibatalkan: {}.", back.words))
}

/// What was named is not about to go any more: something else was done, or looked at.
pub const fn spare(desk: &mut Desk) {
    desk.session.warned = None;
}

/// A list that was taken in is named first, and goes when asked again.
fn imported(desk: &mut Desk, done: &Done) -> Result<String, Fault> {
    let key = done.records.first().map(|(key, _)| *key);
    let id = key.ok_or(Fault::Missing { what: "impor" })?.id();
    if desk.session.warned.replace(done.sequence) != Some(done.sequence) {
        let Import { taken, counts, file, .. } = desk.must(id)?;
        let (zone, people) = (desk.zone(), grouped(counts.taken()));
        let when = format!("{} {}", taken.at.day(zone), taken.at.clock(zone));
        return Ok(format!("Ctrl-Z sekali lagi membatalkan impor {when}, {people} orang: {file}."));
    }
    let words = undoing::at_once(desk, id)?;
    desk.session.undone(desk.reader().sequence(), &[]);
    Ok(format!("Dibatalkan: {words}."))
}

/// What the change put, where all of it still stands.
fn untouched(desk: &Desk, done: &Done) -> Result<Vec<Put>, Fault> {
    for (key, stands) in &done.records {
        if desk.reader().stands(*key)? != *stands {
            return Err(Fault::Lasting("datanya sudah berubah lagi sesudah itu"));
        }
    }
    let puts = desk.reader().deed(done.sequence)?.entry.puts;
    for put in &puts {
        for item in
            [version(desk, put.key, put.old.as_ref())?, version(desk, put.key, put.new.as_ref())?]
        {
            let class = item.map_or(Ok(None), |item| desk.class_of(&item))?;
            desk.permit(Action::Undo, class)?;
        }
    }
    Ok(puts)
}

/// Makes it true, and lets the columns follow.
fn make_true(desk: &mut Desk, done: &Done, back: &Back) -> Result<u64, Fault> {
    let mut change = Change::new("urung");
    change.because(acts::words(done.why));
    desk.let_go(change, back.items.clone(), back.gone).map(|(sequence, _)| sequence)
}

/// The records as they were.
fn restored(desk: &Desk, puts: &[Put]) -> Result<Back, Fault> {
    let (mut items, mut words) = (Vec::new(), String::new());
    for put in puts {
        let old = version(desk, put.key, put.old.as_ref())?;
        let (old, new) = match (old, version(desk, put.key, put.new.as_ref())?) {
            (Some(old), Some(new)) => (old, new),
            // A filter that was not there before goes as one that is removed by hand.
            (None, Some(Item::Filter(new))) => {
                let gone = SavedFilter { removed: true, ..*new.clone() };
                (gone.item(), Item::Filter(new))
            }
            // Before it had words of its own, a piece was in the program's.
            (None, Some(Item::Wording(new))) => {
                let gone = Wording { words: None, ..*new.clone() };
                (gone.item(), Item::Wording(new))
            }
            // Before anything was said of it, it was printed as all of its sort.
            (None, Some(Item::Printing(new))) => {
                let gone = Printing { way: None, ..*new.clone() };
                (gone.item(), Item::Printing(new))
            }
            _ => return Err(Fault::Lasting("data baru tidak dapat dihapus lagi")),
        };
        fits(desk, &old, &new)?;
        words = returned(&old, &new);
        items.push(old);
    }
    Ok(Back { items, gone: None, whole: true, words })
}

/// Refuses what would change who may see something, or give one NIK to two.
fn fits(desk: &Desk, old: &Item, new: &Item) -> Result<(), Fault> {
    let opened = match (old, new) {
        (Item::Office(old), Item::Office(new)) => old.restricted_kinds != new.restricted_kinds,
        (Item::Service(old), Item::Service(new)) => old.restricted != new.restricted,
        _ => desk.class_of(old)? != desk.class_of(new)?,
    };
    if opened {
        return Err(Fault::Lasting("itu mengubah siapa yang boleh melihat; ubah lagi bila perlu"));
    }
    if let Item::Wording(old) = old {
        wordings::proofread(desk, old).map(drop)?;
    }
    if let Item::Resident(who) = old
        && let Some(holder) = who.nik().and_then(|nik| desk.book.people.with_nik(nik))
        && holder != who.id
    {
        return Err(Fault::Lasting("NIK yang lama sekarang milik warga lain"));
    }
    Ok(())
}

/// What is again as it was, in words.
fn returned(old: &Item, new: &Item) -> String {
    match (old, new) {
        (Item::Request(old), Item::Request(new)) => {
            let same = |one: &&referral::Referral| {
                new.referral(one.ticket).is_none_or(|now| now.road == one.road)
            };
            match old.referrals.iter().find(|one| !same(one)) {
                Some(one) => format!("rujukan {} kembali ke {}", one.ticket, one.status),
                None => format!("permohonan {} kembali ke {}", old.ticket, old.status),
            }
        }
        (Item::Resident(who), _) => format!("data {} kembali seperti semula", who.name()),
        (Item::Institution(known), _) => format!("{} kembali seperti semula", known.name),
        (Item::Service(known), _) => format!("{} kembali seperti semula", known.name),
        (Item::Rule(known), _) => format!("{} kembali seperti semula", known.name),
        (Item::Filter(old), _) if old.removed => format!("saringan {} dihapus lagi", old.name),
        (Item::Filter(old), _) => format!("saringan {} kembali seperti semula", old.name),
        (Item::Wording(old), _) => {
            let piece = wordings::piece(&old.piece).map(|piece| piece.title().into_owned());
            format!("templat {} kembali seperti semula", piece.unwrap_or_default())
        }
        (Item::Printing(_), _) => "printernya kembali seperti semula".to_owned(),
        _ => "data kantor kembali seperti semula".to_owned(),
    }
}

/// A resident whom nothing is about yet is forgotten; those who were told apart from that one are
/// as before.
fn forgotten(desk: &Desk, puts: &[Put]) -> Result<Back, Fault> {
    let (new, known): (Vec<&Put>, Vec<&Put>) = puts.iter().partition(|put| put.old.is_none());
    let [put] = new.as_slice() else { return Err(Fault::Missing { what: "warga" }) };
    let id = put.key.id();
    let who: Resident = desk.must(id)?;
    if desk.book.cases.count(Which::About(id), desk.now(), desk.zone()) > 0 {
        return Err(Fault::Lasting("warga itu sudah punya permohonan"));
    }
    let words = format!("pendaftaran {}", who.name());
    let before = known.into_iter().map(|put| version(desk, put.key, put.old.as_ref()));
    let items = before.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    Ok(Back { items, gone: Some(id), whole: true, words })
}

/// A request that should not be, or a referral of one, is cancelled as a mistake.
fn cancelled(desk: &Desk, puts: &[Put]) -> Result<Back, Fault> {
    let put = puts.iter().find(|put| put.key.table() == Some(Table::Request));
    let put = put.ok_or(Fault::Missing { what: "permohonan" })?;
    let mut request: Request = desk.must(put.key.id())?;
    let stamp = desk.stamp();
    let words = if let Some(Item::Request(old)) = version(desk, put.key, put.old.as_ref())? {
        unreferred(&mut request, &old, stamp)?
    } else {
        let reason = Some(MISTAKE.to_owned());
        let event = Event { step: Step::Cancel, stamp, reason, note: None };
        if !go(&mut request, Step::Cancel, event) {
            return Err(Fault::Lasting("permohonan itu sudah ditutup"));
        }
        format!("permohonan {}; nomornya tidak dipakai lagi", request.ticket)
    };
    Ok(Back { items: vec![request.item()], gone: None, whole: false, words })
}

/// The request as it was, but for the referral, which is cancelled and keeps its ticket.
fn unreferred(request: &mut Request, old: &Request, stamp: Stamp) -> Result<String, Fault> {
    let new = |one: &&referral::Referral| old.referral(one.ticket).is_none();
    let made = request.referrals.iter().find(new).cloned();
    let mut made = made.ok_or(Fault::Missing { what: "rujukan" })?;
    let step = referral_road::Step::Cancel;
    let reason = Some(MISTAKE.to_owned());
    move_on(&mut made, referral::Event { step, stamp, reason, note: None })
        .map_err(|_| Fault::Lasting("arahan itu sudah disampaikan kepada warga"))?;
    let words = format!("rujukan {}; permohonan kembali ke {}", made.ticket, old.status);
    request.clone_from(old);
    request.referrals.push(made);
    Ok(words)
}
