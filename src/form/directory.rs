//! Asking about an institution, a service, a kind of letter: the rows the office may change.
use crate::{
    domain::{
        choice::Choice as _,
        count::{Days, Desil},
        date::Day,
        institution::{Code, Institution},
        letter::{Rule, Signer, Weight},
        promise::{Clock, Start, Unit},
        service::Service,
        text::{Line, Name},
    },
    fault::Fault,
    form::{
        asked::{asked, told},
        field::{Draft, Field, Kind, SUBJECT, YES, may, must},
        ground::Ground,
        offers::{digits, line, mark, one},
    },
};

pub const CODE: Field = Field {
    check: must::<Code>,
    width: 16,
    when: |draft| draft.named(SUBJECT).is_empty(),
    ..line("kode", "Kode", "Singkatan tanpa spasi; tidak berubah lagi.")
};
pub const NAME: Field =
    Field { check: must::<Name>, width: 54, ..line("nama_baris", "Nama", "Nama lengkapnya.") };
pub const SORT: Field =
    Field { check: must::<Line>, ..line("jenis_lembaga", "Jenis", "Misalnya opd, faskes, lks.") };
pub const ADDRESSEE: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("yth", "Yth.", "Jabatan yang dituju surat, misalnya Kepala Dinas Sosial.")
};
pub const ADDRESS: Field =
    Field { check: may::<Line>, width: 54, ..line("alamat_lembaga", "Alamat", "Boleh kosong.") };
pub const PHONE: Field =
    Field { check: may::<Line>, ..line("telepon_lembaga", "Telepon", "Boleh kosong.") };
pub const HOURS: Field =
    Field { check: may::<Line>, ..line("jam_lembaga", "Jam layanan", "Boleh kosong.") };
pub const CLOSED: Field = mark("tutup", "Tidak dipakai", "Spasi bila tidak ditawarkan lagi.");
/// The questions about an institution.
pub const INSTITUTION: &[&Field] =
    &[&CODE, &NAME, &SORT, &ADDRESSEE, &ADDRESS, &PHONE, &HOURS, &CLOSED];

pub const AMOUNT: Field = Field {
    check: may::<Days>,
    ..digits("waktu_nilai", "Lama layanan", "Angka saja. Kosong: tanpa janji tanggal.", 3)
};
pub const UNIT: Field = Field {
    check: may::<Unit>,
    when: is_timed,
    ..one::<Unit>("waktu_satuan", "Satuan", "menit, jam, hari, hk.")
};
pub const START: Field = Field {
    check: may::<Start>,
    when: is_timed,
    ..one::<Start>("dihitung_dari", "Dihitung", "Sejak kapan waktu itu dihitung.")
};
pub const DESIL: Field = Field {
    check: may::<Desil>,
    ..digits("desil_maks", "Desil sampai", "Batas desil; hanya mengingatkan.", 2)
};
/// Without a length there is nothing to count.
fn is_timed(draft: &Draft) -> bool {
    !draft.text(&AMOUNT).trim().is_empty()
}

pub const PAPERS: Field = Field {
    check: |text, _| asked(text, &[]).map(drop),
    kind: Kind::Long(6),
    width: 54,
    ..line("syarat", "Berkas", "Dipisah titik koma; tulis (bila ada) di belakang yang tidak wajib.")
};
pub const RESTRICTED: Field = mark(
    "layanan_terbatas",
    "Terbatas",
    "Spasi bila permohonannya hanya untuk petugas yang berhak.",
);
/// The questions about a service.
pub const SERVICE: &[&Field] = &[&NAME, &AMOUNT, &UNIT, &START, &DESIL, &PAPERS, &RESTRICTED];

pub const SIGNER: Field = Field {
    check: must::<Signer>,
    ..one::<Signer>("penanda_tangan", "Ditandatangani", "Siapa yang menandatangani.")
};
pub const KNOWS: Field = Field {
    check: may::<Signer>,
    ..one::<Signer>("mengetahui", "Mengetahui", "Siapa di sebelah kiri. Boleh kosong.")
};
pub const WEIGHT: Field =
    Field { check: must::<Weight>, ..one::<Weight>("sifat", "Sifat", "Biasa, segera, rahasia.") };
pub const VALID: Field = Field {
    check: may::<Days>,
    ..digits("masa_berlaku", "Berlaku (hari)", "Kosong: tanpa batas waktu.", 3)
};
pub const CLASS: Field = Field {
    check: must::<Line>,
    width: 16,
    ..line("kode_klasifikasi", "Klasifikasi", "Kode arsip, bagian pertama nomor surat.")
};
/// The questions about a kind of letter.
pub const LETTER: &[&Field] = &[&NAME, &SIGNER, &KNOWS, &WEIGHT, &VALID, &CLASS];

/// The institution these answers describe: the new one, or that one which is known.
pub fn institution(
    draft: &Draft,
    known: Option<&Institution>,
    ground: &Ground,
) -> Result<Institution, Fault> {
    let today = ground.today;
    let code = match known {
        Some(known) => known.code.clone(),
        None => draft.must::<Code>(&CODE, today)?.0,
    };
    Ok(Institution {
        code,
        name: draft.must(&NAME, today)?,
        sort: draft.must(&SORT, today)?,
        addressee: draft.must(&ADDRESSEE, today)?,
        address: draft.may(&ADDRESS, today)?,
        phone: draft.may(&PHONE, today)?,
        hours: draft.may(&HOURS, today)?,
        closed: draft.marked(&CLOSED),
    })
}

/// That service with these answers, the office's own from today on.
pub fn service(draft: &Draft, known: &Service, ground: &Ground) -> Result<Service, Fault> {
    let today = ground.today;
    let clock = match draft.may::<Days>(&AMOUNT, today)? {
        None => None,
        Some(amount) => Some(Clock {
            amount,
            unit: draft.must(&UNIT, today)?,
            start: draft.must(&START, today)?,
        }),
    };
    Ok(Service {
        name: draft.must(&NAME, today)?,
        clock,
        desil_most: draft.may(&DESIL, today)?,
        papers: asked(draft.text(&PAPERS), &known.papers)
            .map_err(|why| Fault::Rejected { field: PAPERS.id, why })?,
        since: Some(Day(today)),
        restricted: draft.marked(&RESTRICTED),
        ..known.clone()
    })
}

/// That kind of letter with these answers, the office's own from today on.
pub fn rule(draft: &Draft, known: &Rule, ground: &Ground) -> Result<Rule, Fault> {
    let today = ground.today;
    Ok(Rule {
        code: known.code.clone(),
        name: draft.must(&NAME, today)?,
        signer: draft.must(&SIGNER, today)?,
        knows: draft.may(&KNOWS, today)?,
        weight: draft.must(&WEIGHT, today)?,
        valid: draft.may(&VALID, today)?,
        class: draft.must(&CLASS, today)?,
        since: Some(Day(today)),
    })
}

/// The answers that describe this institution.
#[must_use]
pub fn institution_answers(known: &Institution) -> Draft {
    let mut draft = Draft::default();
    draft.put(SUBJECT, known.code.clone());
    draft.put(CODE.id, known.code.clone());
    draft.put(NAME.id, known.name.as_str());
    draft.put(SORT.id, known.sort.as_str());
    draft.put(ADDRESSEE.id, known.addressee.as_str());
    for (field, value) in
        [(&ADDRESS, &known.address), (&PHONE, &known.phone), (&HOURS, &known.hours)]
    {
        draft.put(field.id, value.as_ref().map_or("", Line::as_str));
    }
    draft.put(CLOSED.id, if known.closed { YES } else { "" });
    draft
}

/// The answers that describe this service.
#[must_use]
pub fn service_answers(known: &Service) -> Draft {
    let mut draft = Draft::default();
    draft.put(SUBJECT, known.code.clone());
    draft.put(NAME.id, known.name.as_str());
    if let Some(clock) = known.clock {
        draft.put(AMOUNT.id, clock.amount.to_string());
        draft.put(UNIT.id, clock.unit.code());
        draft.put(START.id, clock.start.code());
    }
    draft.put(DESIL.id, known.desil_most.map(|desil| desil.to_string()).unwrap_or_default());
    draft.put(PAPERS.id, told(&known.papers));
    draft.put(RESTRICTED.id, if known.restricted { YES } else { "" });
    draft
}

/// The answers that describe this kind of letter.
#[must_use]
pub fn rule_answers(known: &Rule) -> Draft {
    let mut draft = Draft::default();
    draft.put(SUBJECT, known.code.clone());
    draft.put(NAME.id, known.name.as_str());
    draft.put(SIGNER.id, known.signer.code());
    draft.put(KNOWS.id, known.knows.map_or("", |knows| knows.code()));
    draft.put(WEIGHT.id, known.weight.code());
    draft.put(VALID.id, known.valid.map(|days| days.to_string()).unwrap_or_default());
    draft.put(CLASS.id, known.class.as_str());
    draft
}
