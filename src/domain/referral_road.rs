//! The road of a referral, from the draft to the result that came back.
use crate::choices;

choices! {
    /// Where a referral stands.
    Status {
        Draft = "draf", "Draf";
        Handed = "diserahkan", "Diserahkan ke warga";
        Sent = "dikirim", "Dikirim ke lembaga";
        Arrived = "diterima_lembaga", "Diterima lembaga";
        Served = "dilayani", "Dilayani";
        Finished = "selesai", "Selesai";
        Refused = "ditolak", "Ditolak lembaga";
        Full = "penuh", "Lembaga penuh";
        NoShow = "tidak_datang", "Warga tidak datang";
        Returned = "kembali", "Kembali tanpa hasil";
        Cancelled = "dibatalkan", "Dibatalkan";
        Pointed = "arahan", "Hanya arahan";
    }
}

choices! {
    /// What happens to a referral.
    Step {
        Hand = "serahkan", "Surat diserahkan ke warga";
        Send = "kirim", "Surat dikirim ke lembaga";
        Arrive = "diterima", "Diterima lembaga";
        Serve = "dilayani", "Sedang dilayani lembaga";
        Finish = "selesai", "Selesai dilayani";
        Refuse = "ditolak", "Ditolak lembaga";
        Full = "penuh", "Lembaga penuh";
        NoShow = "tidak_datang", "Warga tidak datang";
        Return = "kembali", "Kembali tanpa hasil";
        Cancel = "batalkan", "Batalkan rujukan";
        Point = "arahan", "Hanya arahan, tanpa surat";
    }
}

/// One row of the road: from any of these, the step leads there.
#[derive(Debug)]
pub struct Turn {
    pub step: Step,
    pub from: &'static [Status],
    pub to: Status,
}

use Status::{
    Arrived, Cancelled, Draft, Finished, Full, Handed, NoShow, Pointed, Refused, Returned, Sent,
    Served,
};

/// Out of the house, no result yet.
const OUT: &[Status] = &[Handed, Sent, Arrived, Served];

const fn turn(step: Step, from: &'static [Status], to: Status) -> Turn {
    Turn { step, from, to }
}

/// The whole road. News often skips a station, so later ones can be reached from any earlier one.
#[rustfmt::skip]
pub const ROAD: &[Turn] = &[
    turn(Step::Hand,   &[Draft],                   Handed),
    turn(Step::Send,   &[Draft, Handed],           Sent),
    turn(Step::Arrive, &[Handed, Sent],            Arrived),
    turn(Step::Serve,  &[Handed, Sent, Arrived],   Served),
    turn(Step::Finish, OUT,                        Finished),
    turn(Step::Refuse, &[Handed, Sent, Arrived],   Refused),
    turn(Step::Full,   &[Handed, Sent, Arrived],   Full),
    turn(Step::NoShow, &[Handed, Sent, Arrived],   NoShow),
    turn(Step::Return, OUT,                        Returned),
    turn(Step::Cancel, &[Draft, Handed, Sent, Arrived], Cancelled),
    turn(Step::Point,  &[Draft],                   Pointed),
];

impl Status {
    /// Where the step leads from here; nothing where the road has no such turn.
    #[must_use]
    pub fn after(self, step: Step) -> Option<Self> {
        ROAD.iter().find(|turn| turn.step == step && turn.from.contains(&self)).map(|turn| turn.to)
    }

    /// The steps that can be taken from here, in the order of the table.
    #[must_use]
    pub fn steps(self) -> Vec<Step> {
        ROAD.iter().filter(|turn| turn.from.contains(&self)).map(|turn| turn.step).collect()
    }

    /// Whether its result is still to come.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Draft || OUT.contains(&self)
    }

    /// Whether it left the house and nothing was heard since.
    #[must_use]
    pub const fn awaits_news(self) -> bool {
        matches!(self, Handed | Sent)
    }
}
