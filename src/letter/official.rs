//! Letters of the office: records of handing over, invitations, orders, reports.
use crate::{
    form::letter::{event, handover},
    letter::{
        berita_acara, dinas,
        heading::{ADDRESSED, KNOWN, NUMBERED, SIGNED, TICKET, TICKET_IF_ANY, VALID},
        kind::{Goal, Kind, Occasion, REQUESTED, Shape},
        office::OFFICE,
        person::IDENTITY,
        pieces::{self, KEPALA, KOP, QR_DINAS, TANDA_TANGAN, TANDA_TANGAN_JUDUL},
    },
};

/// A record that both parties sign.
const HANDING: Kind = Kind { shape: Shape::Title, goal: Goal::Nobody, ..REQUESTED };

pub const BA_SERAH: Kind = Kind {
    code: "BA-SERAH",
    label: "Berita Acara Serah Terima",
    template: &[KOP, pieces::BA_SERAH, QR_DINAS],
    fields: &[
        OFFICE,
        NUMBERED,
        TICKET,
        IDENTITY,
        SIGNED,
        berita_acara::PARTIES,
        berita_acara::HANDED,
    ],
    asked: handover::HANDED,
    ..HANDING
};

pub const BA_MASUK: Kind = Kind {
    code: "BA-MASUK",
    label: "Berita Acara Masuk Rumah Singgah",
    template: &[KOP, pieces::BA_MASUK, QR_DINAS],
    fields: &[
        OFFICE,
        NUMBERED,
        TICKET,
        IDENTITY,
        SIGNED,
        berita_acara::PARTIES,
        berita_acara::SHELTERED,
    ],
    asked: handover::SHELTERED,
    ..HANDING
};

pub const BA_KELUAR: Kind = Kind {
    code: "BA-KELUAR",
    label: "Berita Acara Keluar Rumah Singgah",
    template: &[KOP, pieces::BA_KELUAR, QR_DINAS],
    fields: &[
        OFFICE,
        NUMBERED,
        TICKET,
        IDENTITY,
        SIGNED,
        berita_acara::PARTIES,
        berita_acara::SHELTERED,
        berita_acara::LEFT,
    ],
    asked: handover::LEFT,
    ..HANDING
};

pub const UNDANGAN: Kind = Kind {
    code: "UNDANGAN",
    label: "Undangan",
    occasion: Occasion::Either,
    goal: Goal::Named,
    template: &[KOP, KEPALA, pieces::UNDANGAN, TANDA_TANGAN, QR_DINAS],
    fields: &[OFFICE, NUMBERED, VALID, ADDRESSED, TICKET_IF_ANY, SIGNED, KNOWN, dinas::INVITATION],
    asked: event::INVITATION,
    examples: &[
        ("tujuan", "Ketua RT 014"),
        ("alamat_tujuan", "di tempat"),
        ("lampiran", "-"),
        ("nama_lurah", ""),
        ("berlaku_sampai", ""),
        ("tembusan", ""),
    ],
    ..REQUESTED
};

pub const TUGAS: Kind = Kind {
    code: "TUGAS",
    label: "Surat Tugas Kunjungan Rumah",
    shape: Shape::Title,
    occasion: Occasion::Either,
    goal: Goal::Nobody,
    template: &[KOP, pieces::TUGAS, TANDA_TANGAN_JUDUL, QR_DINAS],
    fields: &[OFFICE, NUMBERED, VALID, TICKET_IF_ANY, SIGNED, KNOWN, dinas::VISIT],
    asked: event::VISIT,
    examples: &[
        ("jabatan_koordinator", "Lurah Sepinggan"),
        ("nama_koordinator", "Ahmad Fauzi, S.STP."),
        ("nip_koordinator", "Penata Tk. I\nNIP 19780312 200212 1 004"),
        ("nama_lurah", ""),
        ("tembusan", ""),
    ],
};

pub const LAP_KEJADIAN: Kind = Kind {
    code: "LAP-KEJADIAN",
    label: "Laporan Kejadian",
    shape: Shape::Title,
    occasion: Occasion::Either,
    template: &[KOP, pieces::LAP_KEJADIAN, TANDA_TANGAN_JUDUL, QR_DINAS],
    fields: &[OFFICE, NUMBERED, VALID, TICKET_IF_ANY, SIGNED, KNOWN, dinas::INCIDENT],
    asked: event::INCIDENT,
    examples: &[
        ("sifat", "Rahasia"),
        ("nama_lurah", ""),
        ("berlaku_sampai", ""),
        ("tiket", "DRT-202611-00009-2"),
    ],
    ..REQUESTED
};
