//! The right to be forgotten: a resident and everything about them, erased, and a certificate.
//!
//! # Why
//! Something restricted about a person may be hidden from an officer, so only whoever sees all may
//! erase. Half-typed forms and saved letters go first: they are copies, and worth nothing without
//! the record; then the record itself goes in one change that cannot be undone. Register, ticket
//! and letter numbers stay as bare numbers, so that none is ever given to somebody else. The
//! certificate names nobody: initials and numbers are enough to know what it was about.
use std::fs;

use chrono::Datelike as _;

use crate::{
    desk::{
        classes,
        counter::Desk,
        keeping, letters,
        paperwork::{section, sheets, words},
        safekeeping, subject,
    },
    domain::{
        class::Class,
        date::Day,
        id::Id,
        law::{Basis, confirmation},
        letter::Letter,
        may::Action,
        reject::Reject,
        request::Request,
        resident::{Birth, Resident},
        text::{Line, folded},
    },
    fault::Fault,
    form::{
        field::Draft,
        law::{self, SURE},
    },
    print::pages::Sheets,
    store::{
        columns::book::Book,
        entry::Key,
        erasing::{Erased, Erasing},
        item::Kept as _,
    },
};

/// Everything that is kept about one person.
#[derive(Debug)]
struct Person {
    who: Resident,
    requests: Vec<Request>,
    letters: Vec<Letter>,
}

/// What is said before anything is erased: what goes, and that it cannot come back.
pub fn warning(desk: &Desk, id: Id) -> Result<String, Fault> {
    let person = person(desk, id)?;
    Ok(format!(
        "Data {}, {} permohonan dan {} surat akan dihapus untuk selamanya; itu tidak dapat \
         dibatalkan dan memakan waktu beberapa detik. Hapus sekarang?",
        person.who.initials(),
        person.requests.len(),
        person.letters.len()
    ))
}

/// Erases a resident and everything about them for the reason in these answers; returns the
/// certificate. What was typed to be sure must name that very person.
pub fn erase(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Sheets, Fault> {
    let person = person(desk, id)?;
    let (basis, decided, sure) = law::erasure(draft, &desk.ground()?)?;
    let typed = confirmation(sure.as_str(), None);
    if typed != expected(&person.who) {
        return Err(Fault::Rejected { field: SURE.id, why: Reject::NotThisPerson });
    }
    forget_drafts(desk, &person)?;
    remove_files(desk, &person)?;
    let items = person.requests.iter().cloned().map(Request::item);
    let items = items.chain(person.letters.iter().cloned().map(Letter::item));
    let mut erasing = Erasing { reason: format!("{basis}; {decided}"), ..Erasing::default() };
    for item in items {
        let (table, id) = item.key();
        erasing.records.insert(Key::new(table as u8, id), classes::stub(&desk.vault, &item));
    }
    // The records that became one with this one are in the journal under their own ids.
    for id in [id].iter().chain(&person.who.was) {
        erasing.records.insert(Key::of::<Resident>(*id), None);
    }
    let erased = make_true(desk, &erasing)?;
    certificate(desk, &person, (basis, &decided), erased)
}

/// Erases the records, and makes the columns anew without them.
fn make_true(desk: &mut Desk, erasing: &Erasing) -> Result<Erased, Fault> {
    let stamp = desk.stamp();
    let erased = desk.store.erase(erasing, stamp);
    let erased = desk.caught_up(erased)?;
    desk.held.clear();
    desk.book = Book::anew(desk.store.read())?;
    Ok(erased)
}

fn person(desk: &Desk, id: Id) -> Result<Person, Fault> {
    let who: Resident = desk.allowed(id, Action::Erase)?;
    desk.permit(Action::Erase, Some(Class::Restricted))?;
    let requests = subject::requests(desk, id)?;
    let letters = subject::letters(desk, &requests)?;
    Ok(Person { who, requests, letters })
}

fn expected(who: &Resident) -> String {
    let born = if let Birth::On(day) = who.birth { Some(day.0.year()) } else { None };
    confirmation(&who.initials(), born)
}

/// Forgets every half-typed form in which the person is named or meant.
fn forget_drafts(desk: &Desk, person: &Person) -> Result<(), Fault> {
    let ids = [&person.who.id].into_iter().chain(&person.who.was);
    let mut signs: Vec<String> = ids.map(|id| format!("{id:?}")).collect();
    for request in &person.requests {
        signs.extend([format!("{:?}", request.id), request.ticket.to_string()]);
        signs.extend(request.referrals.iter().map(|referral| referral.ticket.to_string()));
    }
    signs.extend(person.who.nik().map(|nik| nik.to_string()));
    signs.push(folded(person.who.name()));
    for left in keeping::unfinished(desk) {
        let about = |(_, answer): (&str, &str)| {
            let plain: String = answer.chars().filter(|c| !" .-".contains(*c)).collect();
            let told = [answer.to_owned(), answer.to_uppercase(), folded(answer), plain];
            signs.iter().any(|sign| told.iter().any(|told| told.contains(sign.as_str())))
        };
        if left.draft.answers().any(about) {
            keeping::forget(desk, &left.slot())?;
        }
    }
    keeping::settle(desk);
    Ok(())
}

/// Removes the files that letters and slips of the person were saved to.
fn remove_files(desk: &Desk, person: &Person) -> Result<(), Fault> {
    let slips = person.requests.iter().map(|request| format!("tanda-terima-{}", request.ticket));
    let letters = person.letters.iter().map(|letter| letter.number.to_string());
    // Whose copy was saved last is not known any more.
    for name in slips.chain(letters).chain([subject::FILE.to_owned()]) {
        for ending in ["pdf", "txt"] {
            match fs::remove_file(letters::file(desk, &name, ending)) {
                Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Fault::Device { name: "folder surat", why });
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// The backups that still hold what was erased.
fn holding(desk: &Desk, erased: Erased) -> String {
    let until = "masih memuatnya sampai diganti atau dimusnahkan. Salinan yang dibuat di luar Loket \
                 juga.";
    let noted = safekeeping::noted(desk).into_iter();
    let held = noted.filter(|one| erased.first > 0 && one.sequence >= erased.first);
    let named: Vec<String> =
        held.map(|one| format!("{} ({})", one.file, one.at.day(desk.zone()).long())).collect();
    match named.len() {
        0 => {
            "Tidak ada cadangan tercatat yang memuatnya. Salinan yang dibuat di luar Loket mungkin \
              masih memuatnya."
                .to_owned()
        }
        _ => format!("{} {until}", named.join("; ")),
    }
}

fn certificate(
    desk: &Desk,
    person: &Person,
    (basis, decided): (Basis, &Line),
    erased: Erased,
) -> Result<Sheets, Fault> {
    let row = |name: &str, words: String| (name.to_owned(), words);
    let day = Day(desk.today()).long();
    let joined =
        |all: Vec<String>| if all.is_empty() { "tidak ada".to_owned() } else { all.join("; ") };
    let requests =
        |number: fn(&Request) -> String| joined(person.requests.iter().map(number).collect());
    let letters = person.letters.iter().map(|letter| letter.number.to_string()).collect();
    let clerk = desk.clerk().map(|clerk| clerk.name.to_string()).unwrap_or_default();
    let facts = vec![
        row("Warga", person.who.initials()),
        row("Register", requests(|request| request.register.to_string())),
        row("Tiket", requests(|request| request.ticket.to_string())),
        row("Surat", joined(letters)),
        row("Dasar", basis.to_string()),
        row("Diputuskan", decided.to_string()),
        row("Dikerjakan", format!("{clerk}, {day}, urutan jurnal {}", erased.sequence)),
        row("Jurnal", format!("{} catatan dikosongkan; rantainya tetap terbukti", erased.frames)),
    ];
    let mut body = vec![words(format!(
        "Pada {day} data pribadi warga di bawah ini dihapus dari penyimpanan kantor ini. Isinya tidak \
         dapat dibuka lagi, juga oleh pemegang kunci."
    ))];
    body.extend(section("Yang dihapus", facts));
    let mut left = vec![
        row("Cadangan", holding(desk, erased)),
        row("Kertas", "Surat yang sudah dicetak dan tabel yang sudah dikeluarkan tidak ikut terhapus.".into()),
        row("Nomor", "Nomor register, tiket dan surat di atas tidak pernah dipakai lagi.".into()),
        row("Data orang lain", "Yang tercatat bersamaan tetap ada; riwayat isinya sebelum hari ini dalam catatan yang dikosongkan tidak ada lagi. Nama warga ini pada data keluarganya diubah lewat data mereka.".into()),
    ];
    if !erased.finished {
        left.push(row(
            "Belum selesai",
            "Pengosongan diselesaikan saat Loket dibuka lagi; bukalah sekarang.".into(),
        ));
    }
    body.extend(section("Yang masih ada", left));
    sheets(desk, "Berita acara penghapusan data", body)
}
