//! Asking what happens next with a request or a referral.
use crate::{
    domain::{
        choice::Choice as _,
        reason::Reason,
        referral_road,
        reject::Reject,
        road,
        text::{Line, Note, Text},
        ticket::Ticket,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Source, always, many, may, must},
        ground::Ground,
        offers::{every, line},
        request::PaperTold,
    },
};

/// The longest answer to "Yang dimohon" in characters: more would not fit the letter's page.
const ASK_MOST: usize = 500;

fn has_reasons(draft: &Draft) -> bool {
    road::Step::coded(draft.text(&STEP).trim()).is_some_and(|step| !step.reasons().is_empty())
}
fn news_has_reasons(draft: &Draft) -> bool {
    referral_road::Step::coded(draft.text(&REFERRAL_STEP).trim())
        .is_some_and(|step| !step.reasons().is_empty())
}
fn is_duplicate(draft: &Draft) -> bool {
    draft.text(&STEP) == "duplikat"
}
fn brings_papers(draft: &Draft) -> bool {
    matches!(draft.text(&STEP), "lengkapi" | "kurang")
}

pub const STEP: Field = Field {
    check: must::<road::Step>,
    kind: Kind::One(Source::Step),
    width: 40,
    ..line("langkah", "Langkah", "Apa yang terjadi sekarang. F4 melihat pilihan.")
};
pub const REASON: Field = Field {
    check: must::<Line>,
    when: has_reasons,
    kind: Kind::One(Source::Reason),
    width: 40,
    ..line("alasan", "Alasan/hasil", "Alasan atau hasilnya. F4 melihat pilihan.")
};
pub const NOTE: Field = Field {
    check: may::<Note>,
    kind: Kind::Long(3),
    width: 58,
    ..line("catatan", "Catatan", "Keterangan bagi petugas berikutnya. Boleh kosong.")
};
pub const SAME_AS: Field = Field {
    check: must::<Ticket>,
    when: is_duplicate,
    width: 24,
    ..line("tiket_induk", "Duplikat dari", "Tiket laporan yang pertama.")
};
pub const PAPERS: Field = Field {
    check: many::<PaperTold>,
    when: brings_papers,
    kind: Kind::Many(Source::Paper),
    width: 50,
    ..line("berkas", "Sudah dibawa", "F4 membuka daftar berkas; spasi mencentang.")
};
/// The questions of a step of a request.
pub const FIELDS: &[&Field] = &[&STEP, &REASON, &SAME_AS, &PAPERS, &NOTE];

pub const REFERRAL_STEP: Field = Field {
    check: must::<referral_road::Step>,
    kind: Kind::One(Source::ReferralStep),
    width: 40,
    ..line("langkah", "Kabar", "Kabar apa tentang rujukan ini. F4 melihat pilihan.")
};
pub const REFERRAL_REASON: Field = Field { when: news_has_reasons, ..REASON };
/// The questions of a step of a referral.
pub const REFERRAL_FIELDS: &[&Field] = &[&REFERRAL_STEP, &REFERRAL_REASON, &NOTE];

pub const INSTITUTION: Field = Field {
    check: must::<Line>,
    kind: Kind::One(Source::Institution),
    width: 50,
    ..line("lembaga", "Lembaga tujuan", "Ketik sebagian namanya, atau F4 melihat direktori.")
};
pub const ASK: Field = Field {
    check: must::<Text<ASK_MOST>>,
    kind: Kind::Long(4),
    width: 58,
    ..line("permintaan", "Yang dimohon", "Apa yang diharapkan warga dari lembaga itu.")
};
pub const MANNER: Field = Field {
    check: must::<Manner>,
    kind: Kind::One(Source::Fixed(every::<Manner>)),
    when: always,
    ..line("cara", "Cara", "Rujukan dengan surat bernomor, atau hanya arahan lisan.")
};
/// The questions of a new referral.
pub const REFERRAL: &[&Field] = &[&INSTITUTION, &ASK, &MANNER];

crate::choices! {
    /// How a resident is sent on.
    Manner {
        Letter = "surat", "Rujukan dengan surat";
        Pointed = "arahan", "Hanya arahan, tanpa surat";
    }
}

/// A step that was asked for, with what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken<S> {
    pub step: S,
    pub reason: Option<String>,
    pub note: Option<Note>,
    pub same_as: Option<Ticket>,
    pub papers: Vec<PaperTold>,
}

/// A referral that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub institution: String,
    pub ask: Note,
    pub manner: Manner,
}

/// The step of a request that these answers describe.
pub fn taken(draft: &Draft, ground: &Ground) -> Result<Taken<road::Step>, Fault> {
    let step: road::Step = draft.must(&STEP, ground.today)?;
    let same_as = match step {
        road::Step::MarkDuplicate => Some(draft.must(&SAME_AS, ground.today)?),
        _ => None,
    };
    let papers = if brings_papers(draft) { draft.many(&PAPERS, ground.today)? } else { vec![] };
    let reason = reason(draft, step.reasons())?;
    Ok(Taken { step, reason, note: draft.may(&NOTE, ground.today)?, same_as, papers })
}

/// The step of a referral that these answers describe.
pub fn referral_taken(draft: &Draft, ground: &Ground) -> Result<Taken<referral_road::Step>, Fault> {
    let step: referral_road::Step = draft.must(&REFERRAL_STEP, ground.today)?;
    let reason = reason(draft, step.reasons())?;
    let note = draft.may(&NOTE, ground.today)?;
    Ok(Taken { step, reason, note, same_as: None, papers: vec![] })
}

/// The referral that these answers describe.
pub fn wanted(draft: &Draft, ground: &Ground) -> Result<Wanted, Fault> {
    let ask: Text<ASK_MOST> = draft.must(&ASK, ground.today)?;
    Ok(Wanted {
        institution: draft.must::<Line>(&INSTITUTION, ground.today)?.to_string(),
        ask: ask.as_str().parse().map_err(|why| Fault::Rejected { field: ASK.id, why })?,
        manner: draft.must(&MANNER, ground.today)?,
    })
}

fn reason(draft: &Draft, offered: &[Reason]) -> Result<Option<String>, Fault> {
    let refuse = |why| Err(Fault::Rejected { field: REASON.id, why });
    match draft.text(&REASON).trim() {
        _ if offered.is_empty() => Ok(None),
        "" => refuse(Reject::Empty),
        code if offered.iter().any(|reason| reason.code == code) => Ok(Some(code.to_owned())),
        _ => refuse(Reject::NotOffered),
    }
}
