//! Why a step was taken, coded so that it can be counted, and what a step asks beside it.
use crate::domain::{referral_road, road};

/// A coded reason. The code is what is kept; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    pub code: &'static str,
    pub label: &'static str,
}

const fn reason(code: &'static str, label: &'static str) -> Reason {
    Reason { code, label }
}

const WAIT: &[Reason] = &[
    reason("jadwal", "Menunggu jadwal"),
    reason("data", "Menunggu hasil cek data"),
    reason("lain", "Lainnya, lihat catatan"),
];
const RESIDENT: &[Reason] = &[
    reason("berkas_menyusul", "Warga membawa berkas menyusul"),
    reason("keputusan_warga", "Warga masih mempertimbangkan"),
    reason("lain", "Lainnya, lihat catatan"),
];
const LACK: &[Reason] = &[
    reason("belum_dibawa", "Berkas belum dibawa"),
    reason("tidak_berlaku", "Berkas tidak berlaku lagi"),
    reason("tidak_cocok", "Isi berkas tidak cocok"),
];
const REFUSE: &[Reason] = &[
    reason("tidak_memenuhi", "Tidak memenuhi syarat"),
    reason("bukan_wilayah", "Bukan wilayah kantor ini"),
    reason("kuota_habis", "Kuota atau anggaran habis"),
    reason("program_tutup", "Program tidak dibuka"),
    reason("bukan_wewenang", "Bukan wewenang Puskesos"),
    reason("lain", "Lainnya, lihat catatan"),
];
const CANCEL: &[Reason] = &[
    reason("permintaan_warga", "Permintaan warga"),
    reason("salah_input", "Salah mencatat"),
    reason("sudah_tertangani", "Sudah ditangani pihak lain"),
    reason("lain", "Lainnya, lihat catatan"),
];
const LOST: &[Reason] = &[
    reason("telepon_mati", "Telepon tidak dapat dihubungi"),
    reason("alamat_kosong", "Tidak ditemukan di alamat"),
    reason("tidak_datang", "Tidak datang setelah dipanggil"),
];
const DEPART: &[Reason] =
    &[reason("meninggal", "Meninggal dunia"), reason("pindah", "Pindah domisili")];
const UNTRUE: &[Reason] = &[
    reason("tidak_terbukti", "Tidak terbukti setelah diperiksa"),
    reason("di_luar_wilayah", "Lokasi di luar wilayah"),
    reason("tidak_jelas", "Laporan tidak jelas dan pelapor tidak dapat dihubungi"),
];
const OUTCOME: &[Reason] = &[
    reason("terlayani", "Kebutuhan warga terlayani"),
    reason("sebagian", "Terlayani sebagian"),
    reason("informasi", "Informasi diberikan"),
    reason("tidak_terlayani", "Tidak terlayani"),
    reason("ditolak_lembaga", "Ditolak lembaga"),
    reason("tidak_memenuhi", "Tidak memenuhi syarat"),
];
const SENT_BACK: &[Reason] = &[
    reason("tidak_memenuhi", "Tidak memenuhi syarat lembaga"),
    reason("berkas_kurang", "Berkas kurang menurut lembaga"),
    reason("salah_alamat", "Bukan kewenangan lembaga itu"),
    reason("lain", "Lainnya, lihat catatan"),
];
const FULL: &[Reason] = &[
    reason("kapasitas", "Tempat atau kamar penuh"),
    reason("kuota_habis", "Kuota atau anggaran habis"),
    reason("tutup_sementara", "Untuk sementara tidak menerima"),
];
const ABSENT: &[Reason] = &[
    reason("tidak_ada_biaya", "Tidak ada biaya atau kendaraan"),
    reason("sakit", "Sakit"),
    reason("berubah_pikiran", "Berubah pikiran"),
    reason("tidak_diketahui", "Tidak diketahui"),
];
const WITHDRAWN: &[Reason] = &[
    reason("permintaan_warga", "Permintaan warga"),
    reason("salah_tujuan", "Salah tujuan"),
    reason("diganti", "Diganti rujukan lain"),
    reason("salah_input", "Salah mencatat"),
    reason("lain", "Lainnya, lihat catatan"),
];
const RESULT: &[Reason] = &[
    reason("terlayani", "Terlayani"),
    reason("sebagian", "Terlayani sebagian"),
    reason("dalam_antrean", "Masuk daftar tunggu lembaga"),
];

impl road::Step {
    /// The reasons on offer; where there are any, one must be given.
    #[must_use]
    pub const fn reasons(self) -> &'static [Reason] {
        match self {
            Self::Lack => LACK,
            Self::AwaitVisit | Self::AwaitDecision => WAIT,
            Self::AwaitResident => RESIDENT,
            Self::Settle | Self::Close => OUTCOME,
            Self::Refuse => REFUSE,
            Self::Cancel => CANCEL,
            Self::LoseContact => LOST,
            Self::Depart => DEPART,
            Self::MarkUntrue => UNTRUE,
            _ => &[],
        }
    }
}

impl referral_road::Step {
    /// The reasons on offer; where there are any, one must be given.
    #[must_use]
    pub const fn reasons(self) -> &'static [Reason] {
        match self {
            Self::Finish => RESULT,
            Self::Refuse | Self::Return => SENT_BACK,
            Self::Full => FULL,
            Self::NoShow => ABSENT,
            Self::Cancel => WITHDRAWN,
            _ => &[],
        }
    }
}

/// The words for a code among the reasons of a step; the code itself where it is unknown.
#[must_use]
pub fn words<'a>(reasons: &[Reason], code: &'a str) -> &'a str {
    reasons.iter().find(|reason| reason.code == code).map_or(code, |reason| reason.label)
}
