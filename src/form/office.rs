//! Asking what office this is, and who works in it.
use chrono::{Datelike as _, NaiveDate};

use crate::{
    domain::{
        atlas::Place,
        clock::TimeOfDay,
        date::Day,
        letter_number::Pattern,
        moment::Zone,
        office::{Hours, Nip, Office, Official, Standing},
        paper::Paper,
        phone::Phone,
        ppks::Ppks,
        reject::Reject,
        serial::{First, Scope},
        text::{Line, Name},
        workday::Holiday,
    },
    fault::Fault,
    form::{
        field::{Answer as _, Draft, Field, Kind, Source, many, may, must},
        ground::Ground,
        offers::{digits, heading, line, one, ppks, several},
    },
};

pub const PLACE: Field = heading("bagian_kantor", "Kantor");
pub const AREA: Field = Field {
    check: must::<Place>,
    kind: Kind::One(Source::Area),
    width: 54,
    ..line("wilayah", "Kelurahan/desa", "Ketik sebagian namanya, lalu F4 dan pilih.")
};
pub const UNIT: Field = Field {
    check: must::<Line>,
    ..line("sebutan", "Sebutan", "Kelurahan, Desa, Gampong, Nagari, Pekon, dan lainnya.")
};
pub const NAME: Field = Field {
    check: must::<Name>,
    width: 40,
    ..line("nama_kantor", "Nama loket", "Seperti pada kop surat, misalnya Puskesos Harapan.")
};
pub const ADDRESS: Field = Field {
    check: may::<Line>,
    width: 54,
    ..line("alamat_kantor", "Alamat", "Alamat kantor, seperti pada kop surat.")
};
pub const PHONE: Field = Field {
    check: may::<Phone>,
    width: 20,
    ..line("telepon_kantor", "Telepon", "Nomor yang dapat dihubungi warga.")
};
pub const EMAIL: Field =
    Field { check: may::<Line>, ..line("surel_kantor", "Pos-el", "Alamat surel. Boleh kosong.") };
pub const ZONE: Field =
    Field { check: must::<Zone>, ..one::<Zone>("zona", "Zona waktu", "WIB, WITA, atau WIT.") };
pub const HEAD: Field = heading("bagian_kepala", "Kepala wilayah (mengetahui)");
pub const HEAD_TITLE: Field = Field {
    check: must::<Line>,
    ..line("jabatan_kepala", "Jabatan", "Lurah, Kepala Desa, Keuchik, dan lainnya.")
};
pub const HEAD_NAME: Field = Field {
    check: may::<Name>,
    width: 40,
    ..line("nama_kepala", "Nama", "Nama dengan gelar, seperti pada surat.")
};
pub const HEAD_STANDING: Field = Field {
    check: may::<Standing>,
    ..one::<Standing>("status_kepala", "Status", "Tetap, Pj., Plt., Plh., atau a.n.")
};
pub const HEAD_RANK: Field =
    Field { check: may::<Line>, ..line("pangkat_kepala", "Pangkat", "Boleh kosong.") };
pub const HEAD_NIP: Field = Field {
    check: may::<Nip>,
    ..digits("nip_kepala", "NIP", "18 angka. Kosongkan bila tidak ada.", 18)
};
pub const COORDINATOR: Field =
    heading("bagian_koordinator", "Koordinator Puskesos (penanda tangan)");
pub const COORDINATOR_NAME: Field = Field {
    check: may::<Name>,
    width: 40,
    ..line("nama_koordinator", "Nama", "Nama dengan gelar, seperti pada surat.")
};
pub const COORDINATOR_STANDING: Field = Field {
    check: may::<Standing>,
    ..one::<Standing>("status_koordinator", "Status", "Tetap, Pj., Plt., Plh., atau a.n.")
};
pub const COORDINATOR_RANK: Field =
    Field { check: may::<Line>, ..line("pangkat_koordinator", "Pangkat", "Boleh kosong.") };
pub const COORDINATOR_NIP: Field = Field {
    check: may::<Nip>,
    ..digits("nip_koordinator", "NIP", "18 angka. Kosongkan bila tidak ada.", 18)
};
pub const TIMES: Field = heading("bagian_jam", "Jam layanan dan libur setempat");
pub const OPEN: Field =
    Field { check: must::<TimeOfDay>, width: 5, ..line("jam_buka", "Buka", "Misalnya 08.00.") };
pub const CLOSE: Field = Field {
    check: must::<TimeOfDay>,
    width: 5,
    ..line("jam_tutup", "Tutup", "Senin sampai Kamis, misalnya 15.00.")
};
pub const FRIDAY: Field = Field {
    check: must::<TimeOfDay>,
    width: 5,
    ..line("jam_tutup_jumat", "Tutup Jumat", "Misalnya 14.30.")
};
pub const HOLIDAYS: Field = Field {
    check: |told, today| holidays(told, today).map(drop),
    kind: Kind::Long(3),
    width: 54,
    ..line("libur", "Libur setempat", "Tanggal dan nama, dipisah titik koma: 10-2-2027 HUT kota; …")
};
pub const LETTERS: Field = heading("bagian_surat", "Surat");
pub const NUMBERS: Field = Field {
    check: must::<Pattern>,
    width: 50,
    ..line("pola_nomor", "Pola nomor", "Pakai {kode} {jenis} {nomor} {bulan} {tahun}.")
};
pub const SCOPE: Field = Field {
    check: may::<Scope>,
    width: 50,
    ..one::<Scope>("seri_nomor", "Seri nomor", "Surat mana saja yang memakai satu urutan nomor.")
};
pub const FIRST: Field = Field {
    check: may::<First>,
    width: 12,
    ..line(
        "nomor_awal",
        "Nomor awal",
        "Bila buku agenda tahun ini sudah berjalan: nomor berikutnya, misalnya 57/2026.",
    )
};
pub const PAPER: Field = Field {
    check: must::<Paper>,
    ..one::<Paper>("kertas", "Kertas", "Kertas yang biasa dipakai printer kantor.")
};
pub const KEPT: Field = heading("bagian_terbatas", "Data terbatas");
pub const RESTRICTED_KINDS: Field = Field {
    check: many::<Ppks>,
    ..several(
        "ppks_terbatas",
        "PPKS terbatas",
        "Warga jenis ini hanya dibuka petugas yang berhak. F4 mencentang.",
        ppks,
    )
};

pub const FIELDS: &[&Field] = &[
    &PLACE,
    &AREA,
    &UNIT,
    &NAME,
    &ADDRESS,
    &PHONE,
    &EMAIL,
    &ZONE,
    &HEAD,
    &HEAD_TITLE,
    &HEAD_NAME,
    &HEAD_STANDING,
    &HEAD_RANK,
    &HEAD_NIP,
    &COORDINATOR,
    &COORDINATOR_NAME,
    &COORDINATOR_STANDING,
    &COORDINATOR_RANK,
    &COORDINATOR_NIP,
    &TIMES,
    &OPEN,
    &CLOSE,
    &FRIDAY,
    &HOLIDAYS,
    &LETTERS,
    &NUMBERS,
    &SCOPE,
    &FIRST,
    &PAPER,
    &KEPT,
    &RESTRICTED_KINDS,
];

/// The office these answers describe, or the first answer that describes none.
pub fn office(draft: &Draft, ground: &Ground) -> Result<Office, Fault> {
    let today = ground.today;
    Ok(Office {
        area: draft.must::<Place>(&AREA, today)?.code,
        unit: draft.must(&UNIT, today)?,
        name: draft.must(&NAME, today)?,
        address: draft.may(&ADDRESS, today)?,
        phone: draft.may(&PHONE, today)?,
        email: draft.may(&EMAIL, today)?,
        zone: draft.must(&ZONE, today)?,
        head_title: draft.must(&HEAD_TITLE, today)?,
        head: official(draft, ground, [&HEAD_NAME, &HEAD_STANDING, &HEAD_RANK, &HEAD_NIP])?,
        coordinator: official(
            draft,
            ground,
            [&COORDINATOR_NAME, &COORDINATOR_STANDING, &COORDINATOR_RANK, &COORDINATOR_NIP],
        )?,
        hours: hours(draft, today)?,
        holidays: holidays(draft.text(&HOLIDAYS), today)
            .map_err(|why| Fault::Rejected { field: HOLIDAYS.id, why })?,
        numbers: numbers(draft, today)?,
        scope: draft.may(&SCOPE, today)?.unwrap_or(Scope::One),
        first: draft.may(&FIRST, today)?,
        paper: draft.must(&PAPER, today)?,
        restricted_kinds: draft.many(&RESTRICTED_KINDS, today)?,
    })
}

/// The pattern, if its numbers are different for all letters of its series.
fn numbers(draft: &Draft, today: NaiveDate) -> Result<Pattern, Fault> {
    let pattern: Pattern = draft.must(&NUMBERS, today)?;
    let apart = draft.may(&SCOPE, today)? == Some(Scope::Kinds);
    if apart && !pattern.tells_kinds() {
        return Err(Fault::Rejected { field: NUMBERS.id, why: Reject::NoKind });
    }
    Ok(pattern)
}

fn hours(draft: &Draft, today: NaiveDate) -> Result<Hours, Fault> {
    let open: TimeOfDay = draft.must(&OPEN, today)?;
    let after = |field: &Field| match draft.must::<TimeOfDay>(field, today)? {
        close if close > open => Ok(close),
        _ => Err(Fault::Rejected { field: field.id, why: Reject::ClosesFirst }),
    };
    Ok(Hours { open, close: after(&CLOSE)?, friday_close: after(&FRIDAY)? })
}

fn official(draft: &Draft, ground: &Ground, f: [&Field; 4]) -> Result<Option<Official>, Fault> {
    let [name, standing, rank, nip] = f;
    let Some(name) = draft.may(name, ground.today)? else { return Ok(None) };
    Ok(Some(Official {
        name,
        standing: draft.may(standing, ground.today)?.unwrap_or(Standing::Full),
        rank: draft.may(rank, ground.today)?,
        nip: draft.may(nip, ground.today)?,
    }))
}

/// The first year that a list of holidays can have to do with.
const FIRST_YEAR: i32 = 2000;

/// Days and their names, with `;` between: `10-2-2027 HUT kota; 17 Agustus 2027 Upacara`.
fn holidays(told: &str, today: NaiveDate) -> Result<Vec<Holiday>, Reject> {
    let told = told.split(';').map(str::trim).filter(|told| !told.is_empty());
    told.map(|told| holiday(told, today)).collect()
}

fn holiday(told: &str, today: NaiveDate) -> Result<Holiday, Reject> {
    let words: Vec<&str> = told.split_whitespace().collect();
    // A day may be written in one word or in three.
    let read = |count: usize| {
        let (day, name) = words.split_at_checked(count)?;
        Some((Day::read(&day.join(" "), today), name.join(" ")))
    };
    let long = read(3).filter(|(day, _)| day.is_ok());
    let (day, name) = long.or_else(|| read(1)).ok_or(Reject::NoSuchDate)?;
    let day = day?;
    if day.0.year() < FIRST_YEAR {
        return Err(Reject::TooOld);
    }
    let name = if name.is_empty() { "Libur setempat".to_owned() } else { name };
    Ok(Holiday { day, name, joint: false })
}
