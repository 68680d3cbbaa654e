//! Asking what someone came for.
use std::str::FromStr;

use crate::{
    domain::{
        date::Day,
        nik::Nik,
        phone::Phone,
        reject::Reject,
        request::{Basis, Caller, CallerTie, Channel, Cover, Kind as RequestKind, Need, Tie},
        text::{Line, Name, Note},
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Source, many, may, must},
        ground::Ground,
        offers::{digits, every, heading, line, mark, one},
    },
};

/// The service that asks for the fields of health cover.
pub const COVER_SERVICE: &str = "PBI-REAKT";

fn has_service(draft: &Draft) -> bool {
    !draft.text(&SERVICE).trim().is_empty()
}
fn is_cover(draft: &Draft) -> bool {
    draft.text(&SERVICE).trim() == COVER_SERVICE
}
fn someone_else_came(draft: &Draft) -> bool {
    let tie = draft.text(&TIE).trim();
    !tie.is_empty() && tie != "anonim"
}

pub const WHAT: Field = heading("bagian_permohonan", "Keperluan");
pub const KIND: Field = Field {
    check: must::<RequestKind>,
    ..one::<RequestKind>("jenis", "Jenis", "Informasi, permohonan, pengaduan, atau darurat.")
};
pub const CHANNEL: Field = Field {
    check: may::<Channel>,
    ..one::<Channel>("kanal", "Lewat", "Bagaimana permintaan ini sampai. Kosong berarti datang.")
};
pub const SERVICE: Field = Field {
    check: may::<Code>,
    kind: Kind::One(Source::Service),
    width: 50,
    ..line("layanan", "Layanan", "Ketik sebagian namanya, atau F4 melihat direktori.")
};
pub const WORDS: Field = Field {
    check: may::<Note>,
    kind: Kind::Long(3),
    width: 58,
    ..line("uraian", "Kata warga", "Tulis seperti yang diceritakan.")
};
pub const PURPOSE: Field = Field {
    check: may::<Line>,
    width: 50,
    ..line("keperluan", "Untuk apa", "Misalnya berobat, sekolah, melamar bantuan.")
};
pub const URGENT: Field = mark("mendesak", "Mendesak", "Spasi bila menyangkut keselamatan.");
pub const CONFIDENTIAL: Field =
    mark("terbatas", "Terbatas", "Hanya petugas berwenang yang boleh membukanya. Spasi menandai.");
pub const BASIS: Field = Field {
    check: may::<Basis>,
    ..one::<Basis>("persetujuan", "Dasar data", "Persetujuan warga, atau kewajiban hukum.")
};
pub const WHO_CAME: Field = heading("bagian_pelapor", "Yang datang, bila bukan orangnya sendiri");
pub const TIE: Field = Field {
    check: may::<CallerTie>,
    kind: Kind::One(Source::Fixed(every::<Tie>)),
    ..line("hubungan_pelapor", "Hubungan", "Kosong berarti orangnya sendiri. F4 melihat pilihan.")
};
pub const CALLER: Field = Field {
    check: may::<Name>,
    when: someone_else_came,
    width: 40,
    ..line("pelapor", "Nama pelapor", "Nama yang datang atau menelepon.")
};
pub const CALLER_PHONE: Field = Field {
    check: may::<Phone>,
    when: someone_else_came,
    width: 20,
    ..line("hp_pelapor", "HP pelapor", "Nomor yang dapat dihubungi.")
};
pub const BROUGHT: Field = heading("bagian_berkas", "Berkas");
pub const PAPERS: Field = Field {
    check: many::<PaperTold>,
    when: has_service,
    kind: Kind::Many(Source::Paper),
    width: 50,
    ..line("berkas", "Sudah dibawa", "F4 membuka daftar berkas layanan ini; spasi mencentang.")
};
pub const COVER: Field = heading("bagian_pbi", "Reaktivasi PBI-JK");
pub const MEMBER: Field = Field {
    check: may::<Name>,
    when: is_cover,
    width: 40,
    ..line("pbi_nama", "Nama peserta", "Kosong berarti warga ini sendiri.")
};
pub const MEMBER_NIK: Field = Field {
    check: may::<Nik>,
    when: is_cover,
    ..digits("pbi_nik", "NIK peserta", "16 angka. Kosong berarti warga ini sendiri.", 16)
};
pub const MEMBER_CARD: Field = Field {
    check: may::<Line>,
    when: is_cover,
    ..digits("pbi_kartu", "Nomor kartu", "13 angka pada kartu BPJS/KIS.", 13)
};
pub const ENDED: Field = Field {
    check: may::<Day>,
    when: is_cover,
    width: 18,
    ..line("pbi_nonaktif", "Nonaktif sejak", "Tanggal nonaktif, bila diketahui.")
};
pub const NEED: Field = Field {
    check: may::<Need>,
    when: is_cover,
    ..one::<Need>("pbi_alasan", "Alasan", "Kronis, katastropik, darurat, bayi, atau lain.")
};
pub const FACILITY: Field = Field {
    check: may::<Line>,
    when: is_cover,
    width: 40,
    ..line("pbi_faskes", "Faskes", "Puskesmas atau rumah sakit yang memberi keterangan.")
};
pub const FACILITY_LETTER: Field = Field {
    check: may::<Line>,
    when: is_cover,
    width: 40,
    ..line("pbi_surat_faskes", "Surat faskes", "Nomor surat keterangan butuh layanan.")
};

pub const FIELDS: &[&Field] = &[
    &WHAT,
    &KIND,
    &CHANNEL,
    &SERVICE,
    &WORDS,
    &PURPOSE,
    &URGENT,
    &CONFIDENTIAL,
    &BASIS,
    &WHO_CAME,
    &TIE,
    &CALLER,
    &CALLER_PHONE,
    &BROUGHT,
    &PAPERS,
    &COVER,
    &MEMBER,
    &MEMBER_NIK,
    &MEMBER_CARD,
    &ENDED,
    &NEED,
    &FACILITY,
    &FACILITY_LETTER,
];

/// What can be corrected of a saved request: all but what its number, road and promise hang on.
pub const MENDED: &[&Field] = &[
    &WHAT,
    &CHANNEL,
    &WORDS,
    &PURPOSE,
    &URGENT,
    &BASIS,
    &WHO_CAME,
    &TIE,
    &CALLER,
    &CALLER_PHONE,
    &BROUGHT,
    &PAPERS,
    &COVER,
    &MEMBER,
    &MEMBER_NIK,
    &MEMBER_CARD,
    &ENDED,
    &NEED,
    &FACILITY,
    &FACILITY_LETTER,
];

/// The one screen of a question at the counter. The name is optional.
pub const QUESTION: &[&Field] = &[&WORDS, &SERVICE, &crate::form::resident::NAME, &CHANNEL];

/// What was asked, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub kind: RequestKind,
    pub channel: Channel,
    pub service: Option<String>,
    pub words: Option<Note>,
    pub purpose: Option<Line>,
    pub urgent: bool,
    pub confidential: bool,
    pub basis: Option<Basis>,
    pub caller: Caller,
    pub papers: Vec<PaperTold>,
    pub cover: Option<Cover>,
}

/// A code of the directory: letters, digits and dashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(pub String);

/// A paper that was brought: a code of the checklist, or the words for another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperTold {
    Listed(Code),
    Other(Line),
}

/// The request these answers describe, or the first answer that describes none.
pub fn asked(draft: &Draft, ground: &Ground) -> Result<Asked, Fault> {
    let today = ground.today;
    let kind = draft.must(&KIND, today)?;
    let service: Option<Code> = draft.may(&SERVICE, today)?;
    if kind == RequestKind::Service && service.is_none() {
        return Err(Fault::Rejected { field: SERVICE.id, why: Reject::Empty });
    }
    Ok(Asked {
        kind,
        channel: draft.may(&CHANNEL, today)?.unwrap_or(Channel::Visit),
        service: service.map(|Code(code)| code),
        words: draft.may(&WORDS, today)?,
        purpose: draft.may(&PURPOSE, today)?,
        urgent: draft.marked(&URGENT),
        confidential: draft.marked(&CONFIDENTIAL),
        basis: draft.may(&BASIS, today)?,
        caller: Caller {
            tie: draft.may(&TIE, today)?,
            name: draft.may(&CALLER, today)?,
            phone: draft.may(&CALLER_PHONE, today)?,
        },
        papers: draft.many(&PAPERS, today)?,
        cover: if is_cover(draft) { Some(cover(draft, ground)?) } else { None },
    })
}

/// Whether the answers say anything that somebody could work on: a complaint or a report needs
/// words, a question its words or its subject. At the counter nothing less is saved, since two
/// hasty keys would count a visitor who never spoke.
pub fn says_something(draft: &Draft) -> Result<(), Fault> {
    let silent = |field: &Field| draft.text(field).trim().is_empty();
    let told = match draft.text(&KIND).parse() {
        Ok(RequestKind::Complaint | RequestKind::Emergency) => !silent(&WORDS),
        _ => !silent(&WORDS) || !silent(&SERVICE),
    };
    if told { Ok(()) } else { Err(Fault::Rejected { field: WORDS.id, why: Reject::Empty }) }
}

fn cover(draft: &Draft, ground: &Ground) -> Result<Cover, Fault> {
    let today = ground.today;
    Ok(Cover {
        member: draft.may(&MEMBER, today)?,
        member_nik: draft.may(&MEMBER_NIK, today)?,
        card: draft.may(&MEMBER_CARD, today)?,
        ended: draft.may(&ENDED, today)?,
        need: draft.may(&NEED, today)?,
        facility: draft.may(&FACILITY, today)?,
        facility_letter: draft.may(&FACILITY_LETTER, today)?,
    })
}

impl FromStr for Code {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let good = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        match text.trim() {
            "" => Err(Reject::Empty),
            text => text
                .chars()
                .find(|c| !good(c))
                .map_or_else(|| Ok(Self(text.to_owned())), |sign| Err(Reject::Sign(sign))),
        }
    }
}

impl FromStr for PaperTold {
    type Err = Reject;

    /// Reads `ktp`, or `lainnya: kartu veteran`.
    fn from_str(text: &str) -> Result<Self, Reject> {
        match text.split_once(':') {
            Some((head, told)) if head.trim() == "lainnya" => told.parse().map(Self::Other),
            Some(_) => Err(Reject::NotOffered),
            None => text.parse().map(Self::Listed),
        }
    }
}
