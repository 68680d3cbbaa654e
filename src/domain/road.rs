//! The road of a request: every status, every step, and the one table that joins them.
use crate::choices;

choices! {
    /// Where a request stands.
    Status {
        Received = "diterima", "Diterima";
        Checking = "periksa_berkas", "Periksa berkas";
        Lacking = "kurang_berkas", "Kurang berkas";
        Working = "diproses", "Diproses";
        AwaitsVisit = "menunggu_kunjungan", "Menunggu kunjungan rumah";
        AwaitsDecision = "menunggu_keputusan", "Menunggu keputusan koordinator";
        AwaitsResident = "menunggu_warga", "Menunggu warga";
        Clarifying = "klarifikasi", "Klarifikasi";
        Referred = "dirujuk", "Dirujuk";
        Forwarded = "diteruskan_trc", "Diteruskan ke TRC";
        Settled = "selesai_di_tempat", "Selesai di tempat";
        Refused = "tidak_dapat_diproses", "Tidak dapat diproses";
        Done = "selesai", "Selesai";
        Cancelled = "batal", "Batal";
        Unreachable = "tidak_dapat_dihubungi", "Tidak dapat dihubungi";
        Departed = "meninggal_pindah", "Meninggal atau pindah";
        Duplicate = "duplikat", "Duplikat";
        Untrue = "tidak_valid", "Tidak valid";
    }
}

choices! {
    /// What the desk does with a request.
    Step {
        Check = "periksa", "Periksa berkas";
        Lack = "kurang", "Catat berkas kurang";
        Complete = "lengkapi", "Terima berkas yang kurang";
        Work = "proses", "Mulai proses";
        AwaitVisit = "tunggu_kunjungan", "Jadwalkan kunjungan rumah";
        AwaitDecision = "tunggu_keputusan", "Minta keputusan koordinator";
        AwaitResident = "tunggu_warga", "Tunggu warga";
        Clarify = "klarifikasi", "Minta klarifikasi";
        Resume = "lanjutkan", "Lanjutkan proses";
        Refer = "rujuk", "Rujuk ke lembaga";
        Forward = "teruskan_trc", "Teruskan ke TRC";
        Settle = "selesai_di_tempat", "Selesaikan di tempat";
        Refuse = "tidak_dapat", "Nyatakan tidak dapat diproses";
        Close = "tutup", "Tutup dengan hasil";
        Cancel = "batal", "Batalkan";
        LoseContact = "tidak_terhubung", "Nyatakan tidak dapat dihubungi";
        Depart = "meninggal_pindah", "Catat meninggal atau pindah";
        MarkDuplicate = "duplikat", "Tandai duplikat";
        MarkUntrue = "tidak_valid", "Tandai tidak valid";
    }
}

/// One row of the road: from any of these, the step leads there.
#[derive(Debug)]
pub struct Turn {
    pub step: Step,
    pub from: &'static [Status],
    pub to: Status,
    /// Only complaints and emergency reports know it.
    pub complaints_only: bool,
}

use Status::{
    AwaitsDecision, AwaitsResident, AwaitsVisit, Cancelled, Checking, Clarifying, Departed, Done,
    Duplicate, Forwarded, Lacking, Received, Referred, Refused, Settled, Unreachable, Untrue,
    Working,
};

/// Everything in hand, before it went elsewhere.
const IN_HAND: &[Status] = &[
    Received,
    Checking,
    Lacking,
    Working,
    AwaitsVisit,
    AwaitsDecision,
    AwaitsResident,
    Clarifying,
];
/// Everything that is not closed.
const OPEN: &[Status] = &[
    Received,
    Checking,
    Lacking,
    Working,
    AwaitsVisit,
    AwaitsDecision,
    AwaitsResident,
    Clarifying,
    Referred,
    Forwarded,
    Settled,
    Refused,
];

const fn turn(step: Step, from: &'static [Status], to: Status) -> Turn {
    Turn { step, from, to, complaints_only: false }
}

const fn complaint(step: Step, from: &'static [Status], to: Status) -> Turn {
    Turn { step, from, to, complaints_only: true }
}

/// The whole road: what is not in this table cannot happen.
#[rustfmt::skip]
pub const ROAD: &[Turn] = &[
    turn(Step::Check,         &[Received],                                        Checking),
    turn(Step::Lack,          &[Received, Checking, Working, AwaitsDecision],     Lacking),
    turn(Step::Complete,      &[Lacking],                                         Checking),
    turn(Step::Work,          &[Received, Checking],                              Working),
    turn(Step::AwaitVisit,    &[Working],                                         AwaitsVisit),
    turn(Step::AwaitDecision, &[Working, AwaitsVisit],                            AwaitsDecision),
    turn(Step::AwaitResident, &[Working, AwaitsVisit, AwaitsDecision],            AwaitsResident),
    complaint(Step::Clarify,  &[Received, Checking, Working],                     Clarifying),
    turn(Step::Resume,        &[AwaitsVisit, AwaitsDecision, AwaitsResident, Clarifying, Referred,
                                Forwarded, Refused, Unreachable],                 Working),
    turn(Step::Refer,         &[Received, Checking, Lacking, Working, AwaitsVisit, AwaitsDecision,
                                AwaitsResident, Clarifying, Referred, Forwarded], Referred),
    turn(Step::Forward,       IN_HAND,                                            Forwarded),
    turn(Step::Settle,        IN_HAND,                                            Settled),
    turn(Step::Refuse,        IN_HAND,                                            Refused),
    turn(Step::Close,         &[Referred, Forwarded, Settled, Refused],           Done),
    turn(Step::Cancel,        OPEN,                                               Cancelled),
    turn(Step::LoseContact,   OPEN,                                               Unreachable),
    turn(Step::Depart,        OPEN,                                               Departed),
    complaint(Step::MarkDuplicate, IN_HAND,                                       Duplicate),
    complaint(Step::MarkUntrue,    IN_HAND,                                       Untrue),
];

impl Status {
    /// Where the step leads from here; nothing where the road has no such turn.
    #[must_use]
    pub fn after(self, step: Step, complaint: bool) -> Option<Self> {
        let turn = ROAD.iter().find(|turn| {
            turn.step == step && turn.from.contains(&self) && (complaint || !turn.complaints_only)
        });
        turn.map(|turn| turn.to)
    }

    /// Whether that step from here is a coordinator's decision. What only happens to the resident
    /// meanwhile is none.
    #[must_use]
    pub const fn decides(self, step: Step) -> bool {
        matches!(self, AwaitsDecision)
            && !matches!(
                step,
                Step::Cancel | Step::LoseContact | Step::Depart | Step::MarkDuplicate
            )
    }

    /// The steps that can be taken from here, in the order of the table.
    #[must_use]
    pub fn steps(self, complaint: bool) -> Vec<Step> {
        let open = |turn: &&Turn| self.after(turn.step, complaint).is_some();
        ROAD.iter().filter(open).map(|turn| turn.step).collect()
    }

    /// Whether something remains to be done.
    #[must_use]
    pub fn is_open(self) -> bool {
        OPEN.contains(&self)
    }

    /// Whether the clock of the promised date runs: it stops while the desk waits for the resident.
    #[must_use]
    pub const fn clock_runs(self) -> bool {
        matches!(
            self,
            Received
                | Checking
                | Working
                | AwaitsVisit
                | AwaitsDecision
                | Clarifying
                | Referred
                | Forwarded
        )
    }
}
