//! What must be known on every screen until it is over: mostly nothing.
use crate::desk::{counter::Desk, rounds::Checked};

impl Desk {
    /// Looks after what is due in the background: room on the disk, the daily check. Never waits.
    pub fn tend(&self) {
        if !self.is_new() {
            self.rounds.tend(self.now(), || self.store.present());
        }
    }

    /// Waits for what is being looked after.
    pub fn settle_rounds(&self) {
        self.rounds.settle();
    }

    /// Keeps room on the disk for the day when it is full.
    pub fn keep_room(&self) {
        self.store.present().ground().ballast.lay();
    }

    /// What the last full check came to, if there ever was one.
    #[must_use]
    pub fn checked(&self) -> Option<Checked> {
        self.rounds.last()
    }

    /// What must be known now, the worst first; empty where all is well.
    #[must_use]
    pub fn alarm(&self) -> String {
        let unnoted = if self.session.unnoted {
            "Kunci sudah diubah, tetapi jurnal tidak dapat mencatatnya: tulis di kertas siapa \
             mengubah apa."
        } else {
            ""
        };
        let older = match self.rounds.newer_keys() {
            Some(_) => {
                "Berkas kunci lebih lama daripada catatan jurnal; kata sandi lama mungkin berlaku \
                 lagi. Ganti kata sandi Anda dan panggil admin."
            }
            None => "",
        };
        let told = [self.trouble(), older.to_owned(), unnoted.to_owned()];
        told.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn trouble(&self) -> String {
        let found = self.checked().filter(|checked| checked.findings > 0);
        if self.store.refuses() {
            "Jurnal tidak dapat ditulis: yang Anda simpan belum tersimpan. Membaca dan mencetak bisa."
                .to_owned()
        } else if self.store.present().ground().ballast.is_low() {
            "Diska hampir penuh: hapus atau pindahkan berkas lain dari diska ini sekarang."
                .to_owned()
        } else if self.drafts.troubled() {
            "Isian yang sedang diketik belum dapat ditulis ke diska: simpan dengan F2.".to_owned()
        } else if let Some(Checked { at, losses, .. }) = found {
            let zone = self.zone();
            let what = if losses { "kerusakan pada jurnal" } else { "sesuatu yang berubah" };
            let when = format!("{} pukul {}", at.day(zone).long(), at.clock(zone));
            format!(
                "Pemeriksaan {when} menemukan {what}: panggil admin; ia menjalankan loket periksa."
            )
        } else {
            String::new()
        }
    }
}
