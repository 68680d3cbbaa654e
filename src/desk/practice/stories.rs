//! The stories of the practice desk: every state of a request and of a referral is in one of them.
use crate::{
    desk::practice::story::{
        Act::{Complete, Jammed, Letter, News, Point, Refer, Repeats, Step},
        Brings::{All, Nothing, Some},
        Story,
        Whom::{Adult, Anyone, Child, Old, Passer, Stranger},
        beat,
    },
    domain::{
        referral_road::Step as Road,
        request::Kind::{Complaint, Emergency, Information, Service},
        road::Step as Way,
    },
};

const HEALTH: &[&str] = &[
    "KIS tidak aktif sejak bulan lalu, ibu harus cuci darah.",
    "Kartu BPJS ditolak di puskesmas, anak sedang demam tinggi.",
    "Mau kontrol ke RSUD tetapi kepesertaannya nonaktif.",
];
const POOR: &[&str] = &[
    "Minta surat keterangan tidak mampu untuk keringanan biaya sekolah.",
    "Suami di-PHK, butuh surat untuk mengurus bantuan.",
    "Untuk mengurus pembebasan biaya rumah sakit.",
];
const DATA: &[&str] = &[
    "Ingin tahu desil dan apakah masih terdaftar sebagai penerima bansos.",
    "Bantuan sembako tidak cair tiga bulan ini.",
    "Keluarga belum pernah didata.",
];
const AID: &[&str] = &[
    "Minta bantuan kursi roda, tidak bisa jalan sejak stroke.",
    "Alat bantu dengar yang lama rusak.",
    "Ingin ikut pelatihan menjahit.",
    "Minta modal untuk jualan kue.",
];
const OLD_AGE: &[&str] = &[
    "Tinggal sendirian, anak-anak di luar kota, sering tidak makan.",
    "Kakek sudah tidak bisa mengurus diri, keluarga tidak sanggup.",
];
const CHILD: &[&str] = &[
    "Anak tidak sekolah karena tidak punya akta kelahiran.",
    "Ditinggal kedua orang tua, diasuh nenek yang sudah tua.",
];
const STREET: &[&str] = &[
    "Ditemukan tidur di emperan toko, tidak tahu asalnya.",
    "Mengamuk di pasar, warga khawatir.",
    "Orang telantar ingin pulang ke kampungnya, tidak punya ongkos.",
];
const UNFAIR: &[&str] = &[
    "Tetangga yang mampu justru menerima bantuan.",
    "Ada pungutan saat pembagian sembako.",
    "Laporan orang dalam pasung di belakang rumah.",
];
const QUESTION: &[&str] = &[
    "Bertanya syarat reaktivasi PBI-JK.",
    "Bertanya jadwal pembagian bantuan.",
    "Bertanya cara mengusulkan DTSEN.",
    "Bertanya alamat Dinas Sosial.",
];
const FIRE: &[&str] = &["Rumah terbakar tadi malam, lima jiwa mengungsi di mushala."];

/// Long ago enough for everything to have ended.
const PAST: (u32, u32) = (22, 121);

#[rustfmt::skip]
pub const STORIES: &[Story] = &[
    Story { weight: 120, kind: Information, services: &["INFO"], brings: Nothing, whom: Passer, words: QUESTION, began: (0, 121), beats: &[] },
    // Settled at the counter.
    Story { weight: 40, kind: Service, services: &["CEKDT"], brings: All, whom: Adult, words: DATA, began: (1, 121),
        beats: &[beat(0, Step(Way::Settle, "terlayani")), beat(0, Step(Way::Close, "terlayani"))] },
    Story { weight: 40, kind: Service, services: &["SKTM", "SKDTSEN"], brings: All, whom: Adult, words: POOR, began: PAST,
        beats: &[beat(1, Step(Way::Settle, "terlayani")), beat(0, Step(Way::Close, "terlayani"))] },
    Story { weight: 12, kind: Service, services: &["SKTM", "PIP"], brings: Some, whom: Adult, words: POOR, began: PAST,
        beats: &[beat(3, Complete), beat(1, Step(Way::Settle, "terlayani")), beat(1, Step(Way::Close, "sebagian"))] },
    Story { weight: 5, kind: Service, services: &["LATIH", "MODAL"], brings: All, whom: Adult, words: AID, began: (1, 6),
        beats: &[beat(1, Step(Way::Settle, "sebagian"))] },
    // Waiting for papers.
    Story { weight: 14, kind: Service, services: &["PBI-REAKT", "USULDT", "PKH"], brings: Some, whom: Adult, words: HEALTH, began: (0, 20), beats: &[] },
    // In work: due today, overdue, later.
    Story { weight: 4, kind: Service, services: &["CEKDT"], brings: All, whom: Adult, words: DATA, began: (0, 0), beats: &[] },
    Story { weight: 5, kind: Service, services: &["SKTM"], brings: All, whom: Adult, words: POOR, began: (1, 1), beats: &[] },
    Story { weight: 4, kind: Service, services: &["PBI-REAKT", "SKDTSEN"], brings: All, whom: Adult, words: HEALTH, began: (3, 3), beats: &[] },
    Story { weight: 3, kind: Service, services: &["SKTM", "PBI-REAKT", "SKDTSEN"], brings: All, whom: Adult, words: HEALTH, began: (5, 12), beats: &[] },
    Story { weight: 4, kind: Service, services: &["PULANG", "LANSIA"], brings: All, whom: Old, words: OLD_AGE, began: (0, 3), beats: &[] },
    // Waiting for something.
    Story { weight: 5, kind: Service, services: &["ALATBANTU", "RST"], brings: All, whom: Adult, words: AID, began: (2, 15),
        beats: &[beat(1, Step(Way::AwaitVisit, "jadwal"))] },
    Story { weight: 4, kind: Service, services: &["ALATBANTU", "PERMAKANAN"], brings: All, whom: Old, words: OLD_AGE, began: (6, 20),
        beats: &[beat(1, Step(Way::AwaitVisit, "jadwal")), beat(3, Step(Way::AwaitDecision, "data"))] },
    Story { weight: 4, kind: Service, services: &["MODAL", "KUBE"], brings: All, whom: Adult, words: AID, began: (4, 20),
        beats: &[beat(2, Step(Way::AwaitResident, "keputusan_warga"))] },
    Story { weight: 3, kind: Service, services: &["RST"], brings: All, whom: Adult, words: AID, began: PAST,
        beats: &[beat(1, Step(Way::AwaitVisit, "jadwal")), beat(3, Step(Way::Resume, "")), beat(1, Step(Way::Refuse, "kuota_habis")), beat(1, Step(Way::Close, "tidak_memenuhi"))] },
    Story { weight: 3, kind: Service, services: &["PKH", "SEMBAKO"], brings: All, whom: Adult, words: DATA, began: (2, 10),
        beats: &[beat(1, Step(Way::Refuse, "program_tutup"))] },
    // Referred, with a letter: no news yet, some, and every way to end.
    Story { weight: 6, kind: Service, services: &["PBI-REAKT", "PBI-APBD"], brings: All, whom: Adult, words: HEALTH, began: (8, 20),
        beats: &[beat(0, Refer("BPJSKES")), beat(0, Letter)] },
    Story { weight: 5, kind: Service, services: &["ALATBANTU"], brings: All, whom: Adult, words: AID, began: (9, 25),
        beats: &[beat(1, Refer("DINSOS")), beat(0, Letter), beat(1, News(Road::Send, ""))] },
    Story { weight: 4, kind: Service, services: &["DUKCAPIL"], brings: All, whom: Child, words: CHILD, began: (4, 12),
        beats: &[beat(0, Refer("DUKCAPIL")), beat(0, Letter), beat(2, News(Road::Arrive, ""))] },
    Story { weight: 4, kind: Service, services: &["LANSIA"], brings: All, whom: Old, words: OLD_AGE, began: (7, 20),
        beats: &[beat(2, Refer("PSTW")), beat(0, Letter), beat(1, News(Road::Arrive, "")), beat(2, News(Road::Serve, ""))] },
    Story { weight: 22, kind: Service, services: &["PBI-REAKT", "PBI-BARU"], brings: All, whom: Adult, words: HEALTH, began: PAST,
        beats: &[beat(0, Refer("BPJSKES")), beat(0, Letter), beat(3, News(Road::Arrive, "")), beat(4, News(Road::Finish, "terlayani")), beat(1, Step(Way::Close, "terlayani"))] },
    Story { weight: 5, kind: Service, services: &["ALATBANTU"], brings: All, whom: Adult, words: AID, began: PAST,
        beats: &[beat(1, Refer("DINSOS")), beat(0, Letter), beat(5, News(Road::Refuse, "tidak_memenuhi")), beat(1, Step(Way::Close, "ditolak_lembaga"))] },
    Story { weight: 4, kind: Service, services: &["LANSIA"], brings: All, whom: Old, words: OLD_AGE, began: PAST,
        beats: &[beat(1, Refer("PSTW")), beat(0, Letter), beat(4, News(Road::Full, "kapasitas")), beat(1, Refer("DINSOS")), beat(0, Letter), beat(5, News(Road::Finish, "dalam_antrean")), beat(1, Step(Way::Close, "sebagian"))] },
    Story { weight: 4, kind: Service, services: &["LATIH"], brings: All, whom: Adult, words: AID, began: PAST,
        beats: &[beat(1, Refer("DISNAKER")), beat(0, Letter), beat(9, News(Road::NoShow, "tidak_ada_biaya")), beat(0, Step(Way::Close, "tidak_terlayani"))] },
    Story { weight: 3, kind: Service, services: &["MODAL"], brings: All, whom: Adult, words: AID, began: PAST,
        beats: &[beat(1, Refer("BAZNAS")), beat(0, Letter), beat(6, News(Road::Return, "berkas_kurang")), beat(1, Step(Way::Resume, ""))] },
    Story { weight: 3, kind: Service, services: &["DUKCAPIL"], brings: All, whom: Child, words: CHILD, began: PAST,
        beats: &[beat(0, Refer("DUKCAPIL")), beat(0, Letter), beat(1, News(Road::Cancel, "permintaan_warga")), beat(0, Step(Way::Cancel, "permintaan_warga"))] },
    Story { weight: 3, kind: Service, services: &["PBI-APBD"], brings: All, whom: Adult, words: HEALTH, began: (0, 1),
        beats: &[beat(0, Refer("DINKES")), beat(0, Jammed)] },
    Story { weight: 6, kind: Service, services: &["DAMPING", "CSR"], brings: All, whom: Adult, words: AID, began: (1, 60),
        beats: &[beat(0, Point("DISKOP")), beat(0, Step(Way::Settle, "informasi")), beat(0, Step(Way::Close, "informasi"))] },
    // Ended otherwise.
    Story { weight: 4, kind: Service, services: &["SKTM"], brings: Some, whom: Adult, words: POOR, began: PAST,
        beats: &[beat(12, Step(Way::LoseContact, "tidak_datang"))] },
    Story { weight: 3, kind: Service, services: &["PERMAKANAN"], brings: All, whom: Old, words: OLD_AGE, began: PAST,
        beats: &[beat(9, Step(Way::Depart, "pindah"))] },
    Story { weight: 3, kind: Service, services: &["SEMBAKO"], brings: Some, whom: Adult, words: DATA, began: PAST,
        beats: &[beat(2, Step(Way::Cancel, "sudah_tertangani"))] },
    // Complaints.
    Story { weight: 7, kind: Complaint, services: &[], brings: Nothing, whom: Adult, words: UNFAIR, began: (0, 1), beats: &[] },
    Story { weight: 8, kind: Complaint, services: &["SANGGAH", "ADU"], brings: Nothing, whom: Adult, words: UNFAIR, began: PAST,
        beats: &[beat(1, Step(Way::Clarify, "")), beat(3, Step(Way::Resume, "")), beat(2, Step(Way::Settle, "terlayani")), beat(1, Step(Way::Close, "terlayani"))] },
    Story { weight: 4, kind: Complaint, services: &[], brings: Nothing, whom: Adult, words: UNFAIR, began: (2, 8),
        beats: &[beat(1, Step(Way::Clarify, ""))] },
    Story { weight: 3, kind: Complaint, services: &[], brings: Nothing, whom: Adult, words: UNFAIR, began: (2, 60),
        beats: &[beat(1, Repeats)] },
    Story { weight: 3, kind: Complaint, services: &[], brings: Nothing, whom: Adult, words: UNFAIR, began: PAST,
        beats: &[beat(2, Step(Way::MarkUntrue, "tidak_terbukti"))] },
    // Emergencies.
    Story { weight: 5, kind: Emergency, services: &["TERLANTAR", "ODGJ"], brings: Nothing, whom: Stranger, words: STREET, began: (0, 3),
        beats: &[beat(0, Step(Way::Forward, ""))] },
    Story { weight: 6, kind: Emergency, services: &["TERLANTAR", "SINGGAH"], brings: Nothing, whom: Stranger, words: STREET, began: PAST,
        beats: &[beat(0, Refer("SHELTER")), beat(0, Letter), beat(0, News(Road::Serve, "")), beat(6, News(Road::Finish, "terlayani")), beat(1, Step(Way::Close, "terlayani"))] },
    Story { weight: 4, kind: Emergency, services: &["BENCANA"], brings: Nothing, whom: Anyone, words: FIRE, began: PAST,
        beats: &[beat(0, Step(Way::Forward, "")), beat(2, Step(Way::Close, "terlayani"))] },
];
