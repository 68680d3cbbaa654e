//! The right to see: everything that is kept about a person, on paper, for that person.
//!
//! # Why
//! It goes to the person, so NIK and KK stand on it in full, and that it was made is noted first
//! with who asked. Who looked is told by role: the person has a right to know that it happened and
//! when, and the office knows the names. What is restricted is on it only where the officer who
//! makes it may open it; else the paper says that there may be more.
use crate::{
    desk::{
        aid, audit,
        counter::Desk,
        lists::{self, Which},
        paperwork::{section, sheets, words},
        portrait, residents,
    },
    domain::{
        benefit::Benefit, choice::Choice as _, date::Day, id::Id, letter::Letter, may::Action,
        request::Request, resident::Resident,
    },
    fault::Fault,
    form::{field::Draft, law},
    print::pages::Sheets,
    store::{item::Kept, record::Table},
};

/// What the file is called that such a copy is saved to: by no name.
pub const FILE: &str = "salinan-data";

type Rows = Vec<(String, String)>;

/// What is kept about a person, for whoever these answers say asks for it.
pub fn copy(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Sheets, Fault> {
    let who: Resident = desk.allowed(id, Action::SubjectAccess)?;
    let (asker, shown) = law::copy(draft, &desk.ground()?)?;
    audit::seen(desk, (Table::Resident, id), "salinan data", &format!("{asker}: {shown}"))?;
    let requests = requests(desk, id)?;
    let letters = letters(desk, &requests)?;
    let day = Day(desk.today()).long();
    let mut body = vec![words(format!(
        "Salinan ini memuat semua yang tercatat tentang Anda di kantor ini sampai {day}. \
         Dibuat atas permintaan: {} ({shown}).",
        asker.label().to_lowercase()
    ))];
    body.extend(section("1. Siapa Anda menurut catatan kami", person(desk, &who)?));
    body.extend(section("2. Keluarga pada KK yang sama", household(desk, &who)?));
    body.extend(section("3. Bantuan yang tercatat pada Anda", receives(desk, &who)));
    body.extend(section("4. Permohonan dan laporan", cases(desk, &requests)));
    body.extend(section("5. Surat yang diterbitkan", posted(&letters)));
    body.extend(section(
        "6. Siapa yang melihat atau mengubah",
        deeds(desk, id, &requests, &letters)?,
    ));
    body.extend(section("7. Dasar, masa simpan dan hak Anda", rights(desk, &requests)?));
    sheets(desk, "Apa yang kami simpan tentang Anda", body)
}

/// The requests about somebody that the officer who sits here may see.
pub(crate) fn requests(desk: &Desk, id: Id) -> Result<Vec<Request>, Fault> {
    let cases = desk.book.cases.list(Which::About(id), desk.now(), desk.zone());
    let all = cases.into_iter().map(|case| desk.opened_if(case.id));
    Ok(all.collect::<Result<Vec<_>, Fault>>()?.into_iter().flatten().collect())
}

/// The letters of these requests.
pub(crate) fn letters(desk: &Desk, requests: &[Request]) -> Result<Vec<Letter>, Fault> {
    let along = requests.iter().flat_map(|request| desk.book.letters.along(request.id));
    along.map(|id| desk.must(*id)).collect()
}

impl Desk {
    /// A record for the eyes of the officer who sits here; nothing where it is not for them.
    fn opened_if<R: Kept>(&self, id: Id) -> Result<Option<R>, Fault> {
        match self.opened(id) {
            Ok(record) => Ok(Some(record)),
            Err(Fault::Forbidden(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

fn row(name: &str, words: impl Into<String>) -> (String, String) {
    (name.to_owned(), words.into())
}

fn person(desk: &Desk, who: &Resident) -> Result<Rows, Fault> {
    let mut rows = vec![row("Nama", who.name())];
    let facts = portrait::card(desk, who)?.into_iter();
    for (name, words) in facts.filter(|(name, _)| *name != portrait::RESTRICTED) {
        // The card masks both: this paper is for the person.
        let nik = who.nik().filter(|_| name == portrait::NIK);
        let kk = who.family.kk.filter(|_| name == "Keluarga");
        let full = match (nik, kk) {
            (Some(nik), _) => nik.to_string(),
            (_, Some(kk)) => words.replace(&kk.masked(), &kk.to_string()),
            _ => words,
        };
        rows.push(row(if name.is_empty() { "Ringkas" } else { name }, full));
    }
    rows.push(row("Dicatat pada", who.registered.at.day(desk.zone()).long()));
    Ok(rows)
}

fn household(desk: &Desk, who: &Resident) -> Result<Rows, Fault> {
    let members = residents::household(desk, who)?;
    let others = members.iter().filter(|member| member.id != who.id);
    let tie = |member: &Resident| member.family.relation.map_or("Sekeluarga", |tie| tie.label());
    Ok(others.map(|member| row(tie(member), member.initials())).collect())
}

fn receives(desk: &Desk, who: &Resident) -> Rows {
    let day = |known: &Benefit| known.set.at.day(desk.zone()).to_string();
    who.benefits.iter().map(|known| row(&day(known), aid::told(desk, known))).collect()
}

fn cases(desk: &Desk, requests: &[Request]) -> Rows {
    let zone = desk.zone();
    let mut rows = vec![];
    for request in requests {
        let day = request.received.at.day(zone).long();
        rows.push(row(
            &request.ticket.to_string(),
            format!(
                "{}, register {}, {day}, lewat {}",
                request.kind, request.register, request.channel
            ),
        ));
        rows.push(row("  Perihal", lists::about(desk, request)));
        rows.extend(request.words.as_ref().map(|told| row("  Kata Anda", told.to_string())));
        rows.extend(request.purpose.as_ref().map(|told| row("  Keperluan", told.to_string())));
        rows.extend(request.basis.map(|basis| row("  Dasar", basis.label())));
        let brought = request.papers.iter().filter(|paper| paper.brought.is_some());
        let brought = brought.map(|paper| paper.name.to_string()).collect::<Vec<_>>().join("; ");
        if !brought.is_empty() {
            rows.push(row("  Berkas", brought));
        }
        for event in &request.road {
            let note = event.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
            let day = event.stamp.at.day(zone);
            rows.push(row("  Langkah", format!("{day} {}{note}", event.step)));
        }
        rows.push(row("  Keadaan", request.status.to_string()));
        for referral in &request.referrals {
            let news = referral.road.iter().filter_map(|event| event.note.as_ref());
            let news: Vec<_> = news.map(|note| format!("; {note}")).collect();
            let news = news.concat();
            rows.push(row(
                "  Rujukan",
                format!(
                    "{} ke {}: {} ({}){news}",
                    referral.ticket, referral.institution_name, referral.ask, referral.status
                ),
            ));
        }
    }
    rows
}

fn posted(letters: &[Letter]) -> Rows {
    let words = |letter: &Letter| {
        let ticket = letter.ticket.map(|ticket| format!(", untuk {ticket}")).unwrap_or_default();
        letter.day.long() + &ticket
    };
    letters.iter().map(|letter| row(letter.number.as_str(), words(letter))).collect()
}

fn deeds(desk: &Desk, id: Id, requests: &[Request], letters: &[Letter]) -> Result<Rows, Fault> {
    let who: Resident = desk.must(id)?;
    let mut about: Vec<_> =
        [id].into_iter().chain(who.was).map(|id| (Table::Resident, id)).collect();
    about.extend(requests.iter().map(|request| (Table::Request, request.id)));
    about.extend(letters.iter().map(|letter| (Table::Letter, letter.id)));
    let mut rows = vec![];
    let zone = desk.zone();
    desk.reader().deeds(|deed| {
        let puts = deed.entry.puts.iter().map(|put| put.key);
        let mut keys = deed.entry.seen.iter().copied().chain(puts);
        if keys.any(|key| {
            about.iter().any(|(table, id)| key.table() == Some(*table) && key.id() == *id)
        }) {
            let clerk = desk.book.directory.clerks.get(&deed.stamp.by);
            let roles = clerk.map(|clerk| {
                clerk
                    .roles
                    .iter()
                    .map(|role| role.label().to_lowercase())
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            let at = deed.stamp.at;
            let when = format!("{} {}", at.day(zone), at.clock(zone));
            let by = roles.unwrap_or_else(|| "petugas".to_owned());
            rows.push(row(&when, format!("{}, oleh {by}", deed.entry.why)));
        }
    })?;
    Ok(rows)
}

fn rights(desk: &Desk, requests: &[Request]) -> Result<Rows, Fault> {
    let mut bases: Vec<_> = requests.iter().filter_map(|request| request.basis).collect();
    bases.sort_unstable();
    bases.dedup();
    let bases: Vec<_> = bases.into_iter().map(|basis| basis.label().to_lowercase()).collect();
    let basis =
        if bases.is_empty() { "tugas pelayanan kantor ini".to_owned() } else { bases.join("; ") };
    let office = desk.office()?;
    let phone = office.phone.as_ref().map(|phone| format!(", telepon {phone}")).unwrap_or_default();
    let mut rows = vec![
        row("Dasar", basis),
        row("Masa simpan", "Belum ditetapkan; tidak ada yang dihapus dengan sendirinya."),
        row(
            "Membetulkan",
            "Datang ke loket dengan bukti yang benar; data diubah saat itu juga, dan perubahannya tercatat.",
        ),
        row(
            "Membatasi",
            "Anda dapat meminta data ini tidak dipakai dahulu selama kebenarannya diperiksa.",
        ),
        row(
            "Menghapus",
            "Anda dapat meminta data ini dihapus bila tidak diperlukan lagi menurut undang-undang.",
        ),
        row(
            "Menarik setuju",
            "Persetujuan yang pernah Anda berikan dapat ditarik; pemakaiannya berhenti paling lama 3x24 jam.",
        ),
        row("Bertanya ke", format!("Koordinator {}{phone}.", office.name)),
    ];
    if !desk.vault.opens_restricted() {
        rows.push(row("Catatan", "Mungkin ada catatan terbatas yang tidak dapat dibuka petugas ini; mintalah kepada koordinator."));
    }
    Ok(rows)
}
