//! Letters that a resident carries: referrals, introductions, a statement.
use crate::{
    form::letter::{introduction, parts, person, referral},
    letter::{
        heading::{ADDRESSED, ENCLOSED, KNOWN, NUMBERED, REFERRAL_TICKET, SIGNED, TICKET, VALID},
        kind::{Goal, Kind, Occasion, REQUESTED, Shape},
        office::OFFICE,
        pengantar,
        person::{CIVIL, HOME, IDENTITY},
        pieces::{
            self, BUKA_ANTAR, BUKA_RUJUK, KEPALA, KOP, PENUTUP, POTONGAN, QR_WARGA, TANDA_TANGAN,
            TANDA_TANGAN_JUDUL, WARGA, WARGA_RUMAH, WARGA_SIPIL,
        },
        rujukan,
    },
};

/// The pieces of a correspondence about somebody, with its own in the middle.
macro_rules! about {
    ($($own:expr),+) => {
        &[KOP, KEPALA, BUKA_ANTAR, WARGA, $($own),+, PENUTUP, TANDA_TANGAN, QR_WARGA]
    };
}

/// The same of a referral, whose stub comes back.
macro_rules! sent {
    ($($own:expr),+) => {
        &[
            KOP,
            KEPALA,
            BUKA_RUJUK,
            WARGA,
            $($own),+,
            PENUTUP,
            TANDA_TANGAN,
            POTONGAN,
            QR_WARGA,
        ]
    };
}

/// The fields of a correspondence about somebody, with its own.
macro_rules! told {
    ($ticket:ident, $($own:expr),+) => {
        &[OFFICE, NUMBERED, VALID, ADDRESSED, $ticket, IDENTITY, HOME, ENCLOSED, SIGNED, KNOWN, $($own),+]
    };
}

/// A referral to an institution.
pub const RUJUKAN: Kind = Kind {
    code: "RUJUKAN",
    label: "Surat Rujukan",
    asked: parts::PLAIN,
    occasion: Occasion::Referral,
    goal: Goal::Referred,
    template: sent!(WARGA_SIPIL, WARGA_RUMAH, pieces::RUJUKAN),
    fields: told!(REFERRAL_TICKET, rujukan::STUB, CIVIL, rujukan::REFERRAL),
    ..REQUESTED
};

pub const RUJUK_RSJ: Kind = Kind {
    code: "RUJUK-RSJ",
    label: "Surat Rujukan ODGJ ke Faskes/RSJ",
    template: sent!(WARGA_RUMAH, pieces::RUJUK_RSJ),
    fields: told!(REFERRAL_TICKET, rujukan::STUB, rujukan::HOSPITAL),
    asked: referral::HOSPITAL,
    examples: &[
        ("tujuan", "Direktur Rumah Sakit Jiwa Daerah"),
        ("alamat_tujuan", "di tempat"),
        ("sifat", "Rahasia"),
    ],
    ..RUJUKAN
};

pub const RUJUK_SINGGAH: Kind = Kind {
    code: "RUJUK-SINGGAH",
    label: "Surat Rujukan Rumah Singgah",
    template: sent!(WARGA_RUMAH, pieces::RUJUK_SINGGAH),
    fields: told!(REFERRAL_TICKET, rujukan::STUB, rujukan::SHELTER),
    asked: referral::SHELTER,
    examples: &[
        ("tujuan", "Pengelola Rumah Singgah Dinas Sosial"),
        ("alamat_tujuan", "di tempat"),
        ("sifat", "Segera"),
        ("ciri", "perempuan, rambut sebahu"),
        ("domisili", ""),
    ],
    ..RUJUKAN
};

pub const PENGANTAR: Kind = Kind {
    code: "PENGANTAR",
    label: "Surat Pengantar",
    goal: Goal::Institution(None),
    template: about!(WARGA_SIPIL, WARGA_RUMAH, pieces::PENGANTAR),
    fields: told!(TICKET, CIVIL, pengantar::PURPOSE, pengantar::PLAIN),
    asked: introduction::PLAIN,
    examples: &[
        ("tujuan", "Kepala Dinas Tenaga Kerja Kota Balikpapan"),
        ("alamat_tujuan", "di tempat"),
        ("keperluan", "menambah penghasilan keluarga"),
        ("berkas", "Fotokopi KTP\nFotokopi Kartu Keluarga"),
    ],
    ..REQUESTED
};

pub const PENGANTAR_DTSEN: Kind = Kind {
    code: "PENGANTAR-DTSEN",
    label: "Surat Pengantar Keterangan DTSEN/Desil",
    template: about!(WARGA_RUMAH, pieces::PENGANTAR_DTSEN),
    fields: told!(TICKET, pengantar::PURPOSE, pengantar::WELFARE),
    asked: introduction::WELFARE,
    examples: &[("berkas", "Fotokopi KTP\nFotokopi Kartu Keluarga")],
    ..REQUESTED
};

pub const PENGANTAR_PBI: Kind = Kind {
    code: "PENGANTAR-PBI",
    label: "Surat Pengantar Reaktivasi PBI-JK",
    template: about!(WARGA_RUMAH, pieces::PENGANTAR_PBI),
    fields: told!(TICKET, pengantar::COVER),
    asked: introduction::COVER,
    examples: &[("sifat", "Segera")],
    ..REQUESTED
};

pub const PENGANTAR_SKTM: Kind = Kind {
    code: "PENGANTAR-SKTM",
    label: "Surat Pengantar SKTM",
    goal: Goal::Head,
    template: about!(WARGA_SIPIL, WARGA_RUMAH, pieces::PENGANTAR_SKTM),
    fields: told!(TICKET, CIVIL, pengantar::PURPOSE, pengantar::POVERTY),
    asked: introduction::POVERTY,
    examples: &[
        ("tujuan", "Lurah Sepinggan"),
        ("alamat_tujuan", "di tempat"),
        ("nama_lurah", ""),
        ("berkas", "Fotokopi KTP\nFotokopi Kartu Keluarga"),
        ("tembusan", ""),
    ],
    ..REQUESTED
};

pub const DUKCAPIL: Kind = Kind {
    code: "DUKCAPIL",
    label: "Surat Pengantar Dukcapil bagi PPKS tanpa dokumen",
    goal: Goal::Institution(Some("DUKCAPIL")),
    template: about!(WARGA_RUMAH, pieces::DUKCAPIL),
    fields: told!(TICKET, pengantar::PAPERLESS),
    asked: person::PAPERLESS,
    examples: &[
        ("tujuan", "Kepala Dinas Kependudukan dan Pencatatan Sipil"),
        ("alamat_tujuan", "di tempat"),
        ("nik", "belum ada (belum pernah direkam)"),
        ("kk", ""),
        ("alamat_ktp", "tidak diketahui"),
        ("domisili", ""),
        ("berkas", "Formulir F-1.01\nFormulir F-1.04 (pernyataan tidak memiliki dokumen)"),
    ],
    ..REQUESTED
};

pub const PULANG: Kind = Kind {
    code: "PULANG",
    label: "Surat Pengantar Pemulangan Orang Terlantar",
    template: about!(WARGA_RUMAH, pieces::PULANG),
    fields: told!(TICKET, pengantar::HOMEWARD),
    asked: person::HOMEWARD,
    examples: &[("sifat", "Segera"), ("domisili", ""), ("berkas", "Surat keterangan kepolisian")],
    ..REQUESTED
};

pub const USUL_ALAT: Kind = Kind {
    code: "USUL-ALAT",
    label: "Surat Usulan Alat Bantu",
    template: about!(WARGA_RUMAH, pieces::USUL_ALAT),
    fields: told!(TICKET, pengantar::AID),
    asked: person::AID,
    examples: &[(
        "berkas",
        "Fotokopi KTP\nFotokopi Kartu Keluarga\nFoto seluruh badan\nSurat keterangan dokter",
    )],
    ..REQUESTED
};

pub const KET: Kind = Kind {
    code: "KET",
    label: "Surat Keterangan",
    shape: Shape::Title,
    goal: Goal::Nobody,
    template: &[
        KOP,
        pieces::KET,
        WARGA,
        WARGA_SIPIL,
        WARGA_RUMAH,
        pieces::KET_ISI,
        TANDA_TANGAN_JUDUL,
        QR_WARGA,
    ],
    fields: &[
        OFFICE,
        NUMBERED,
        VALID,
        TICKET,
        IDENTITY,
        HOME,
        CIVIL,
        SIGNED,
        KNOWN,
        pengantar::PURPOSE,
        pengantar::STATEMENT,
    ],
    asked: person::STATEMENT,
    ..REQUESTED
};
