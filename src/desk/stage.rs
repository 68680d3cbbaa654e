//! How far a request or a referral is, in words for everybody.
//!
//! # Why
//! They are told to whoever holds a ticket, which is lost easily: no institution and no reason is
//! named, and what tells of a person's life is one sentence that asks to come by.
use crate::domain::{referral_road, road::Status};

/// A request's status as the public reads it.
pub(crate) const fn words(status: Status) -> &'static str {
    match status {
        Status::Received => "Sudah kami terima.",
        Status::Checking => "Berkasnya sedang kami periksa.",
        Status::Lacking => "Masih ada berkas yang kurang. Silakan membawanya ke loket.",
        Status::Working => "Sedang kami proses.",
        Status::AwaitsVisit => "Menunggu kunjungan petugas.",
        Status::AwaitsDecision => "Menunggu keputusan.",
        Status::AwaitsResident => "Menunggu kabar dari Anda. Silakan datang ke loket.",
        Status::Clarifying => "Sedang kami mintakan penjelasan.",
        Status::Referred => "Sudah diteruskan ke lembaga yang berwenang.",
        Status::Forwarded => "Sudah diteruskan ke tim reaksi cepat.",
        Status::Settled => "Sudah diselesaikan di loket.",
        Status::Refused => "Tidak dapat diproses. Alasannya dapat ditanyakan di loket.",
        Status::Done => "Sudah selesai.",
        Status::Cancelled => "Sudah dibatalkan.",
        Status::Unreachable | Status::Departed | Status::Duplicate | Status::Untrue => {
            "Sudah ditutup. Keterangannya dapat ditanyakan di loket."
        }
    }
}

/// A referral's status as the public reads it.
pub(crate) const fn news(status: referral_road::Status) -> &'static str {
    use referral_road::Status as Road;
    match status {
        Road::Draft => "Surat rujukannya sedang disiapkan.",
        Road::Handed => "Surat rujukannya sudah diserahkan. Silakan membawanya ke lembaga tujuan.",
        Road::Sent => "Surat rujukannya sudah dikirim ke lembaga tujuan.",
        Road::Arrived => "Sudah diterima lembaga tujuan.",
        Road::Served => "Sedang dilayani lembaga tujuan.",
        Road::Finished => "Sudah selesai dilayani lembaga tujuan.",
        Road::Refused | Road::Returned => {
            "Lembaga tujuan belum dapat melayani. Silakan datang lagi ke loket."
        }
        Road::Full => "Lembaga tujuan sedang penuh. Silakan datang lagi ke loket.",
        Road::NoShow => "Belum ada kedatangan di lembaga tujuan. Silakan datang ke loket.",
        Road::Cancelled => "Rujukannya sudah dibatalkan.",
        Road::Pointed => "Sudah diarahkan ke lembaga tujuan, tanpa surat.",
    }
}
