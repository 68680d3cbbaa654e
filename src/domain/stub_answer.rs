//! What an institution ticks on the tear-off stub of a referral letter.
//!
//! # Why
//! The stub, the screen that takes it back and the road of the referral must mean the same by a
//! tick, so each is one row here: its digit on the paper is its key on the screen.
use crate::domain::referral_road::Step;

/// One answer on the stub.
#[derive(Debug)]
pub struct StubAnswer {
    /// What stands beside its box.
    pub words: &'static str,
    /// What it means for the referral.
    pub step: Step,
    /// Code of the reason, one of those of the step.
    pub reason: &'static str,
}

const fn answer(words: &'static str, step: Step, reason: &'static str) -> StubAnswer {
    StubAnswer { words, step, reason }
}

/// All of them, the first with the digit 1.
pub const ANSWERS: &[StubAnswer] = &[
    answer("Selesai dilayani", Step::Finish, "terlayani"),
    answer("Dilayani sebagian", Step::Finish, "sebagian"),
    answer("Masuk daftar tunggu", Step::Finish, "dalam_antrean"),
    answer("Berkas kurang", Step::Return, "berkas_kurang"),
    answer("Tidak memenuhi syarat", Step::Refuse, "tidak_memenuhi"),
    answer("Bukan wewenang kami", Step::Refuse, "salah_alamat"),
    answer("Penuh", Step::Full, "kapasitas"),
];

/// Boxes in a line: more would not stand side by side.
const BESIDE: usize = 3;

/// The boxes as they stand on the paper, in lines.
#[must_use]
pub fn boxes() -> String {
    let answers = (1..).zip(ANSWERS);
    let boxes: Vec<String> =
        answers.map(|(digit, answer)| format!("[ ] {digit} {}", answer.words)).collect();
    boxes.chunks(BESIDE).map(|line| line.join("  ")).collect::<Vec<_>>().join("\n")
}
