//! Asking what a letter for one person needs: papers, the way home, an aid, a statement.
use chrono::NaiveDate;

use crate::{
    domain::{date::Day, reject::Reject},
    form::{
        field::{Field, many, may, must},
        letter::{
            introduction::PURPOSE,
            parts::{CASE, SHARED, day, long, past_if_any, some, words},
            referral::TRANSPORT,
        },
        offers::{every, one, several},
        step::INSTITUTION,
    },
};

crate::choices! {
    /// A paper of the civil registry.
    Paper {
        Biodata = "biodata", "Biodata dan NIK";
        Family = "kk", "Kartu Keluarga";
        Card = "ktp", "KTP-el";
        Child = "kia", "Kartu Identitas Anak";
        Birth = "akta", "Akta kelahiran";
        Substitute = "skpti", "Surat keterangan pengganti tanda identitas";
    }
}

pub const PRESENT: Field = words(
    "dokumen_ada",
    "Yang ada",
    "Dokumen yang masih ada, misalnya surat lahir dari bidan; atau tidak ada.",
);
pub const WANTED: Field = Field {
    check: some_papers,
    ..several(
        "dokumen_dimohon",
        "Dimohonkan",
        "Dokumen yang dimohonkan. F4 membuka daftarnya; spasi mencentang.",
        every::<Paper>,
    )
};
pub const SINCE: Field = Field {
    check: past_if_any,
    ..day("tanggal_tinggal", "Tinggal sejak", "Sejak kapan tinggal di sini. Boleh kosong.")
};
pub const KEEPER: Field = some(
    "pengampu",
    "Penanggung",
    "Lembaga atau orang yang bertanggung jawab atasnya. Boleh kosong.",
);
/// Questions about somebody without papers.
pub const PAPERLESS: &[&Field] =
    &[&INSTITUTION, &CASE, &PRESENT, &SINCE, &KEEPER, &WANTED, &SHARED];

fn some_papers(text: &str, today: NaiveDate) -> Result<(), Reject> {
    if text.trim().is_empty() { Err(Reject::Empty) } else { many::<Paper>(text, today) }
}

crate::choices! {
    /// Whether somebody can travel.
    Fitness {
        Fit = "sehat", "Sehat, dapat berangkat sendiri";
        Escorted = "pendamping", "Perlu pendamping selama perjalanan";
        Treated = "berobat", "Perlu perawatan dulu sebelum berangkat";
    }
}

pub const ORIGIN: Field =
    words("asal", "Daerah asal", "Desa, kecamatan dan kabupaten yang dituju pulang.");
pub const KIN: Field =
    some("keluarga", "Keluarga", "Siapa di sana yang dapat dihubungi, dan nomornya. Boleh kosong.");
pub const FITNESS: Field = Field {
    check: must::<Fitness>,
    width: 40,
    ..one::<Fitness>("keadaan", "Keadaan", "Apakah dapat berangkat. F4 melihat pilihan.")
};
pub const POLICE: Field = some(
    "surat_polisi",
    "Surat polisi",
    "Nomor surat keterangan kepolisian; hampir selalu diminta. Boleh kosong.",
);
pub const LEAVING: Field = Field {
    check: may::<Day>,
    ..day("hari_berangkat", "Berangkat", "Rencana hari berangkat, misalnya h+2. Boleh kosong.")
};
pub const BEFORE: Field = some(
    "riwayat",
    "Sebelumnya",
    "Bantuan pulang yang pernah diterima, atau belum pernah dari kantor ini.",
);
/// Questions about somebody who is to be brought home.
pub const HOMEWARD: &[&Field] = &[
    &INSTITUTION,
    &CASE,
    &ORIGIN,
    &KIN,
    &FITNESS,
    &POLICE,
    &LEAVING,
    &TRANSPORT,
    &BEFORE,
    &SHARED,
];

pub const AID_WANTED: Field =
    words("alat", "Alat bantu", "Misalnya kursi roda standar, kruk, alat bantu dengar.");
pub const MEASURE: Field =
    some("ukuran", "Ukuran", "Lebar dudukan, tinggi atau berat badan. Boleh kosong.");
pub const USE: Field = some("guna", "Kegunaan", "Untuk apa alat itu sehari-hari. Boleh kosong.");
pub const DOCTOR: Field =
    some("surat_dokter", "Surat dokter", "Nomor surat keterangan dokter. Boleh kosong.");
pub const SEEN: Field = Field {
    check: past_if_any,
    ..day("tanggal_kunjungan", "Dikunjungi", "Kapan petugas melihat keadaannya. Boleh kosong.")
};
/// Questions about an aid that is proposed.
pub const AID: &[&Field] =
    &[&INSTITUTION, &CASE, &AID_WANTED, &MEASURE, &USE, &DOCTOR, &SEEN, &SHARED];

pub const KNOWN: Field = long(
    "keterangan",
    "Keterangan",
    "Yang diketahui kantor ini sendiri, dengan singkat. Bukan desil, bukan SKTM.",
);
/// Questions about what the office certifies.
pub const STATEMENT: &[&Field] = &[&CASE, &KNOWN, &PURPOSE, &SHARED];
