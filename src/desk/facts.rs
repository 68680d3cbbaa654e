//! What two versions of a record differ in, in the words of the screens.
//!
//! # Why
//! A record is told by the answers that describe it, so labels and words are those of its form and
//! a new question is in the history without being named here. Requests are not answered anew but
//! moved on: what is told of them is where they stand and what happened. Two numbers may differ
//! where their masks do not, so the numbers are compared and only the masks are told.
use crate::{
    desk::{aid, counter::Desk, directory, lists, printing::are_slips, reworded::reworded},
    domain::{
        choice::Choice as _,
        import::Import,
        letter::Letter,
        printer::Language,
        printing::Printing,
        reason::{self, Reason},
        request::Request,
        resident::Resident,
        saved_filter::SavedFilter,
        text::{Line, Note},
    },
    form::{
        clerk, directory as rows,
        field::{Draft, Field, Kind, Source, YES},
        filter, office, office_answers, printing, request as asked, request_answers,
        resident::{self as person, KK, NIK, PHONE},
        resident_answers,
    },
    store::item::Item,
};

/// What a record that became one with another is told under.
pub const JOINED: &str = "Gabungan";

/// One answer of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fact {
    /// Tells it apart from the others.
    key: String,
    label: String,
    /// What is compared; never told.
    raw: String,
    words: String,
}

/// An answer that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub label: String,
    /// Empty where nothing was answered.
    pub old: String,
    pub new: String,
}

impl Difference {
    /// From what to what.
    #[must_use]
    pub fn words(&self) -> String {
        match (self.old.as_str(), self.new.as_str()) {
            ("", new) => new.to_owned(),
            (old, "") => format!("dikosongkan, semula {old}"),
            (old, new) if old == new => format!("{new}, angkanya diganti"),
            (old, new) => format!("{old} menjadi {new}"),
        }
    }
}

/// What became of the answers of a record.
#[must_use]
pub fn differences(desk: &Desk, old: Option<&Item>, new: Option<&Item>) -> Vec<Difference> {
    if let Some(Item::Wording(new)) = new {
        let old =
            old.and_then(|old| if let Item::Wording(old) = old { Some(&**old) } else { None });
        let line = |(number, [old, new]): (usize, [String; 2])| Difference {
            label: format!("Baris {number}"),
            old,
            new,
        };
        return reworded(old, Some(new)).into_iter().map(line).collect();
    }
    let facts = |item: Option<&Item>| item.map(|item| facts(desk, item)).unwrap_or_default();
    let (old, new) = (facts(old), facts(new));
    let find = |all: &[Fact], key: &str| all.iter().find(|fact| fact.key == key).cloned();
    let gone = old.iter().filter(|fact| find(&new, &fact.key).is_none());
    let differs = |fact: &&Fact| find(&old, &fact.key).is_none_or(|old| old.raw != fact.raw);
    let changed = new.iter().filter(differs).map(|fact| Difference {
        label: fact.label.clone(),
        old: find(&old, &fact.key).map(|old| old.words).unwrap_or_default(),
        new: fact.words.clone(),
    });
    let gone = gone.map(|fact| Difference {
        label: fact.label.clone(),
        old: fact.words.clone(),
        new: String::new(),
    });
    changed.chain(gone).collect()
}

/// Everything that is told of a record; what was not answered is not among it.
fn facts(desk: &Desk, item: &Item) -> Vec<Fact> {
    let mut facts = match item {
        Item::Resident(who) => resident(desk, who),
        Item::Request(request) => moved(desk, request),
        Item::Letter(letter) => issued(letter),
        Item::Office(known) => told(desk, office::FIELDS, &office_answers::answers(known)),
        Item::Clerk(known) => told(desk, clerk::FIELDS, &clerk::answers(known)),
        Item::Institution(known) => {
            told(desk, rows::INSTITUTION, &rows::institution_answers(known))
        }
        Item::Service(known) => told(desk, rows::SERVICE, &rows::service_answers(known)),
        Item::Rule(known) => told(desk, rows::LETTER, &rows::rule_answers(known)),
        Item::Import(known) => imported(known),
        Item::Filter(known) => kept(desk, known),
        Item::Printing(known) => told(desk, printing::FIELDS, &printing_answers(known)),
        // Told line by line.
        Item::Wording(_) => vec![],
    };
    facts.retain(|fact| !fact.raw.is_empty());
    facts
}

fn printing_answers(known: &Printing) -> Draft {
    printing::answers(known.way.as_ref(), are_slips(&known.of))
}

fn imported(known: &Import) -> Vec<Fact> {
    let fact = |key: &str, label: &str, words: String| Fact {
        key: key.to_owned(),
        label: label.to_owned(),
        raw: words.clone(),
        words,
    };
    let undone = known.undone.map(|undone| match undone.kept {
        0 => "semua".to_owned(),
        kept => format!("kecuali {kept} yang sudah dipakai"),
    });
    vec![
        fact("berkas", "Berkas", known.file.to_string()),
        fact("hasil", "Hasil", known.counts.words()),
        fact("dibatalkan", "Dibatalkan", undone.unwrap_or_default()),
    ]
}

fn kept(desk: &Desk, known: &SavedFilter) -> Vec<Fact> {
    let mut facts = told(desk, filter::SAVED, &filter::saved_answers(known));
    facts.extend(known.removed.then(|| fact("dihapus", "Dihapus", YES)));
    facts
}

fn told(desk: &Desk, fields: &[&Field], draft: &Draft) -> Vec<Fact> {
    let asked = fields.iter().filter(|field| !matches!(field.kind, Kind::Heading | Kind::Secret));
    let fact = |field: &&Field| Fact {
        key: field.id.to_owned(),
        label: field.label.to_owned(),
        raw: draft.text(field).trim().to_owned(),
        words: words(desk, field, draft.text(field).trim()),
    };
    asked.map(fact).collect()
}

/// An answer as the screens show it.
fn words(desk: &Desk, field: &Field, answer: &str) -> String {
    let several = |label: &dyn Fn(&str) -> String| {
        answer.split(';').map(|code| label(code.trim())).collect::<Vec<_>>().join(", ")
    };
    match field.kind {
        _ if answer.is_empty() => String::new(),
        Kind::Mark if answer == YES => YES.to_owned(),
        Kind::One(Source::Area) => {
            directory::area_words(answer).unwrap_or_else(|| answer.to_owned())
        }
        Kind::One(Source::Fixed(list)) | Kind::Many(Source::Fixed(list)) => {
            let offers = list();
            let label = |code: &str| offers.iter().find(|offer| offer.code == code);
            several(&|code| label(code).map_or(code, |offer| offer.label.as_str()).to_owned())
        }
        Kind::One(Source::Language) => answer
            .parse()
            .map_or_else(|_| answer.to_owned(), |known: Language| known.label().to_owned()),
        Kind::One(Source::Service) => {
            let known = desk.book.directory.services.get(answer);
            known.map_or_else(|| answer.to_owned(), |known| known.name.to_string())
        }
        _ => answer.replace('\n', " "),
    }
}

fn resident(desk: &Desk, who: &Resident) -> Vec<Fact> {
    let mut facts = told(desk, person::FIELDS, &resident_answers::answers(who));
    for fact in &mut facts {
        if fact.key == NIK.id {
            fact.raw = who.nik().map(|nik| nik.to_string()).unwrap_or_default();
        } else if fact.key == KK.id {
            fact.raw = who.family.kk.map(|kk| kk.to_string()).unwrap_or_default();
        } else if fact.key == PHONE.id {
            fact.words = masked(&fact.raw);
        }
    }
    facts.extend(
        who.benefits.iter().enumerate().map(|(place, known)| {
            fact(format!("bantuan {place}"), "Bansos", aid::told(desk, known))
        }),
    );
    facts.extend(who.unlike.iter().map(|other| {
        let name = lists::resident_name(desk, desk.now_kept(*other)).unwrap_or_default();
        let name = if name.is_empty() { "data yang sudah tidak ada".to_owned() } else { name };
        fact(format!("bukan {other:?}"), "Bukan orang yang sama dengan", name)
    }));
    facts.extend(
        who.was
            .iter()
            .map(|old| fact(format!("gabungan {old:?}"), JOINED, "data lain dari orang yang sama")),
    );
    facts
}

/// A telephone number of which only the last four digits are told.
fn masked(phone: &str) -> String {
    let shown = phone.chars().count().saturating_sub(4);
    phone.chars().enumerate().map(|(place, c)| if place < shown { '*' } else { c }).collect()
}

fn fact(key: impl Into<String>, label: impl Into<String>, words: impl Into<String>) -> Fact {
    let words = words.into();
    Fact { key: key.into(), label: label.into(), raw: words.clone(), words }
}

fn moved(desk: &Desk, request: &Request) -> Vec<Fact> {
    let mut facts = vec![
        fact("jenis", asked::KIND.label, request.kind.label()),
        fact("perihal", "Perihal", lists::about(desk, request)),
        fact("status", "Status", request.status.label()),
        fact("janji", "Janji selesai", request.promise.words(desk.zone())),
    ];
    let draft = request_answers::answers(request);
    let fixed = asked::MENDED.iter().filter(|field| field.id != asked::PAPERS.id).copied();
    let mut said = told(desk, &fixed.collect::<Vec<_>>(), &draft);
    for fact in said.iter_mut().filter(|fact| fact.key == asked::CALLER_PHONE.id) {
        fact.words = masked(&fact.raw);
    }
    facts.extend(said);
    facts.extend(request.same_as.map(|first| fact("sama", "Duplikat dari", first.to_string())));
    facts.extend(request.papers.iter().map(|paper| {
        let day = paper.brought.map_or_else(|| "belum dibawa".to_owned(), |day| day.to_string());
        fact(format!("berkas {}{}", paper.code, paper.name), format!("Berkas {}", paper.name), day)
    }));
    facts.extend(request.road.iter().enumerate().map(|(place, event)| {
        let why = (event.step.reasons(), event.reason.as_deref());
        let words = happened(event.step.label(), why, event.note.as_ref());
        fact(format!("langkah {place}"), "Langkah", words)
    }));
    for referral in &request.referrals {
        let (ticket, name) = (referral.ticket, &referral.institution_name);
        let words = format!("{} ({ticket})", referral.status);
        facts.push(fact(format!("rujukan {ticket}"), format!("Rujukan {name}"), words));
        facts.extend(referral.road.iter().enumerate().map(|(place, event)| {
            let why = (event.step.reasons(), event.reason.as_deref());
            let words = happened(event.step.label(), why, event.note.as_ref());
            fact(format!("kabar {ticket} {place}"), "Kabar rujukan", words)
        }));
    }
    facts
}

/// A step of any road: what, why, and what was noted.
fn happened(step: &str, (reasons, code): (&[Reason], Option<&str>), note: Option<&Note>) -> String {
    let why = code.map(|code| reason::words(reasons, code).to_owned());
    let note = note.map(|note| note.as_str().replace('\n', " "));
    [step.to_owned()].into_iter().chain(why).chain(note).collect::<Vec<_>>().join(" · ")
}

fn issued(letter: &Letter) -> Vec<Fact> {
    let copies = match letter.copies.last() {
        None => String::new(),
        Some(last) => {
            let printer = last.printer.as_ref().map(|printer| format!(" {printer}"));
            let (to, end) = (last.to.label().to_lowercase(), last.end.label().to_lowercase());
            let printer = printer.unwrap_or_default();
            format!("{} kali keluar; terakhir ke {to}{printer}: {end}", letter.outs())
        }
    };
    let words = |line: Option<&Line>| line.map(ToString::to_string).unwrap_or_default();
    let voided = letter.voided.as_ref().map(|voided| voided.reason.to_string());
    vec![
        fact("nomor", "Nomor", letter.number.as_str()),
        fact("keadaan", "Keadaan", letter.state.label()),
        fact("tujuan", "Tujuan", words(letter.goal.as_ref())),
        fact("hal", "Hal", words(letter.matter.as_ref())),
        fact("salinan", "Salinan", copies),
        fact("batal", "Batal karena", voided.unwrap_or_default()),
    ]
}
