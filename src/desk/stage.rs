//! How far a request or a referral is, in words for everybody.
//!
//! # Why
//! They are told to whoever holds a ticket and stand on slips, which are lost easily: no
//! institution and no reason is named, and what tells of a person's life is one sentence that asks
//! to come by.
use crate::domain::{referral_road, request::Request, road::Status};

/// How far it is: by its latest referral, once it went elsewhere.
pub(crate) fn stage(request: &Request) -> &'static str {
    match (request.status, request.referrals.last()) {
        (Status::Referred, Some(latest)) => news(latest.status),
        (status, _) => words(status),
    }
}

/// What usually comes next; nothing where nobody can know.
pub(crate) fn next(request: &Request) -> &'static str {
    use referral_road::Status as Road;
    let sent = request.referrals.last().map(|latest| latest.status);
    match (request.status, sent) {
        (Status::Received | Status::Checking | Status::Working | Status::Clarifying, _) => {
            "menunggu kabar dari loket"
        }
        (Status::Lacking, _) => "membawa berkas yang masih kurang ke loket",
        (Status::AwaitsVisit, _) => "petugas berkunjung ke rumah",
        (Status::AwaitsDecision, _) => "menunggu keputusan koordinator",
        (Status::Referred, Some(Road::Draft | Road::Handed)) => {
            "membawa surat rujukan ke lembaga tujuan"
        }
        (Status::Referred, Some(Road::Sent | Road::Arrived | Road::Served)) => {
            "menunggu kabar dari lembaga tujuan"
        }
        (Status::Forwarded, _) => "menunggu kabar dari tim reaksi cepat",
        _ => "",
    }
}

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
