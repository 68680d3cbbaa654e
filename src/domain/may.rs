//! Who may do what: the one place where rights are decided.
//!
//! # Why
//! One row an action, read by every use case and by nothing else, so that screens, command line and
//! imports cannot disagree. Rights add up over the hats of an officer, so a hat more never takes
//! anything away. Besides the hats there is one right, *terbatas*: restricted records are for those
//! who have it, whatever they wear. Registering and taking a request are exempt, since somebody in
//! need must not be sent away; the officer cannot open what was made then. So is the slip of a
//! request: it holds initials and a ticket, and the visitor waits for it.
//!
//! Two records of one person are merged by whoever keeps records, for at a desk of two nobody else
//! is there, and a merge can be taken back; but only by those who see all, like an erasure: a
//! request that an officer must not see would be left behind with nobody it is about.
//!
//! A coordinator decides and hands data out; an admin keeps the desk running and knows no resident;
//! an auditor looks and changes nothing.
use std::fmt;

use crate::{
    choices,
    domain::{
        choice::Choice as _,
        class::Class,
        clerk::Clerk,
        role::Role::{self, Admin, Auditor, Clerk as Front, Coordinator},
    },
};

choices! {
    /// What can be done with the records of an office.
    Action {
        Read = "baca", "membuka data ini";
        ShowNik = "lihat_nik", "melihat NIK lengkap";
        Register = "daftar", "mendaftarkan warga";
        ChangeResident = "ubah_warga", "mengubah data warga";
        TakeRequest = "terima", "menerima permohonan";
        MendRequest = "perbaiki", "mengubah permohonan";
        HandSlip = "tanda_terima", "membuat tanda terima";
        Step = "langkah", "memindahkan permohonan";
        Decide = "putuskan", "memberi keputusan";
        Refer = "rujuk", "merujuk dan mencatat kabar rujukan";
        IssueLetter = "terbitkan", "menerbitkan surat";
        Print = "cetak", "mengeluarkan surat";
        ChoosePrinter = "printer", "memilih printer";
        Export = "ekspor", "mengeluarkan tabel data";
        ExportAudit = "ekspor_audit", "mengeluarkan jejak audit";
        ReadAudit = "audit", "membaca jejak audit";
        Undo = "urungkan", "membatalkan perubahan terakhir";
        ChangeOffice = "ubah_kantor", "mengubah data kantor";
        ChangeTables = "ubah_tabel", "mengubah lembaga, layanan, aturan dan kata-kata surat";
        ManageOfficers = "petugas", "mengatur petugas";
        Classify = "atur_terbatas", "mengatur apa yang terbatas dan siapa yang berhak";
        BackUp = "cadangkan", "membuat cadangan";
        Restore = "pulihkan", "memulihkan cadangan";
        Verify = "periksa", "memeriksa keutuhan data";
        SubjectAccess = "salinan_warga", "mencetak salinan data bagi warga";
        RestrictProcessing = "batasi", "membatasi pemakaian data warga";
        Erase = "hapus", "menghapus data warga";
        BreachSheet = "lembar_kebocoran", "membuat lembar pemberitahuan kebocoran";
        Merge = "gabung", "menggabungkan data warga";
        Import = "impor", "mengimpor daftar warga";
        KeepFilter = "saringan", "menyimpan saringan pencarian";
        HoldNumbers = "sisihkan_nomor", "menyisihkan nomor surat";
        VoidLetter = "batalkan_surat", "membatalkan nomor surat";
    }
}

/// One row: the hats any of which allows an action.
#[derive(Debug)]
struct Right {
    action: Action,
    roles: &'static [Role],
    /// Whether the right *terbatas* is not asked for.
    exempt: bool,
}

const fn right(action: Action, roles: &'static [Role]) -> Right {
    Right { action, roles, exempt: false }
}

const fn exempt(action: Action, roles: &'static [Role]) -> Right {
    Right { action, roles, exempt: true }
}

/// Every action, in the order of [`Action`]; who is asked for help first stands first.
#[rustfmt::skip]
const RIGHTS: &[Right] = &[
    right(Action::Read,               &[Front, Coordinator, Auditor]),
    right(Action::ShowNik,            &[Front, Coordinator]),
    exempt(Action::Register,          &[Front, Coordinator]),
    right(Action::ChangeResident,     &[Front, Coordinator]),
    exempt(Action::TakeRequest,       &[Front, Coordinator]),
    right(Action::MendRequest,        &[Front, Coordinator]),
    exempt(Action::HandSlip,          &[Front, Coordinator]),
    right(Action::Step,               &[Front, Coordinator]),
    right(Action::Decide,             &[Coordinator]),
    right(Action::Refer,              &[Front, Coordinator]),
    right(Action::IssueLetter,        &[Front, Coordinator]),
    right(Action::Print,              &[Front, Coordinator]),
    right(Action::ChoosePrinter,      &[Front, Coordinator, Admin]),
    right(Action::Export,             &[Coordinator]),
    right(Action::ExportAudit,        &[Auditor, Coordinator]),
    right(Action::ReadAudit,          &[Auditor, Coordinator]),
    right(Action::Undo,               &[Front, Coordinator]),
    right(Action::ChangeOffice,       &[Admin, Coordinator]),
    right(Action::ChangeTables,       &[Coordinator, Admin]),
    right(Action::ManageOfficers,     &[Admin]),
    right(Action::Classify,           &[Coordinator]),
    right(Action::BackUp,             &[Front, Coordinator, Admin]),
    right(Action::Restore,            &[Admin]),
    right(Action::Verify,             &[Front, Coordinator, Admin, Auditor]),
    right(Action::SubjectAccess,      &[Coordinator]),
    right(Action::RestrictProcessing, &[Coordinator]),
    right(Action::Erase,              &[Coordinator]),
    right(Action::BreachSheet,        &[Coordinator, Auditor]),
    right(Action::Merge,              &[Front, Coordinator]),
    // Thousands at once is a decision about the office's data; an admin brings an old list in before
    // the desk opens. As with registering, what turns out restricted is covered at once.
    exempt(Action::Import,            &[Coordinator, Admin]),
    // It says nothing of anybody: only what those are asked for who search.
    right(Action::KeepFilter,         &[Front, Coordinator]),
    right(Action::HoldNumbers,        &[Front, Coordinator]),
    // A number that is out of use is seen by everybody who reads the book; at a desk of two it cannot
    // wait for a coordinator.
    right(Action::VoidLetter,         &[Front, Coordinator]),
];

/// Why somebody may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The officer works here no more.
    Retired,
    /// None of the officer's hats allows it.
    Hat(Action),
    /// The record is restricted, and the officer has no right to it.
    Restricted,
    /// The use of this person's data is restricted at their request.
    Limited,
}

/// Decides whether an officer may do something, with a record of that class where there is one.
pub fn may(officer: &Clerk, action: Action, class: Option<Class>) -> Result<(), Refusal> {
    let right = action.right();
    if !officer.active {
        Err(Refusal::Retired)
    } else if !right.roles.iter().any(|role| officer.roles.contains(role)) {
        Err(Refusal::Hat(action))
    } else if class == Some(Class::Restricted) && !action.is_exempt() && !officer.restricted {
        Err(Refusal::Restricted)
    } else {
        Ok(())
    }
}

impl Action {
    const fn right(self) -> &'static Right {
        &RIGHTS[self as usize]
    }

    /// The hats any of which allows it.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        self.right().roles
    }

    /// Whether it is allowed with a restricted record without the right to it.
    #[must_use]
    pub const fn is_exempt(self) -> bool {
        self.right().exempt
    }
}

/// The table cannot stand in another order than the list of actions.
const _: () = {
    assert!(RIGHTS.len() == Action::ALL.len());
    let mut place = 0;
    while place < RIGHTS.len() {
        assert!(RIGHTS[place].action as usize == place);
        place += 1;
    }
};

impl Refusal {
    /// Who can help, in one sentence.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Retired => "Minta admin mengaktifkan kode petugas ini lagi.",
            Self::Limited => "Buka kartunya: koordinator dapat mencabut pembatasan itu.",
            Self::Restricted => "Panggil petugas yang berhak membuka data terbatas.",
            Self::Hat(action) => match action.roles() {
                [Coordinator, ..] => "Panggil koordinator.",
                [Admin, ..] => "Panggil admin.",
                [Auditor, ..] => "Panggil auditor.",
                _ => "Panggil petugas loket.",
            },
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Retired => write!(f, "petugas ini tidak aktif lagi"),
            Self::Restricted => write!(f, "data ini terbatas, dan Anda belum diberi hak atasnya"),
            Self::Limited => write!(f, "pemakaian data warga ini sedang dibatasi"),
            Self::Hat(action) => {
                let roles = action.roles().iter().map(|role| role.label().to_lowercase());
                let roles = roles.collect::<Vec<_>>().join(" atau ");
                write!(f, "hanya {roles} yang boleh {action}")
            }
        }
    }
}
