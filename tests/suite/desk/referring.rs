//! Referrals: from the draft to the result, and what they do to their request.
use loket::{
    desk::{
        directory::{About, offers},
        tables::{add_institution, change_institution},
    },
    domain::{institution::Institution, referral_road, road::Status},
    fault::Fault,
    form::{
        directory::institution_answers,
        field::{Draft, Source},
    },
};

use crate::desk::counter::{Counter, answers, refused};

#[test]
fn a_referral_goes_out_and_its_result_comes_back() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (request, ticket) = counter.refers(id, "surat").unwrap();
    assert_eq!(request.status, Status::Referred);
    assert_eq!(request.referral(ticket).unwrap().status, referral_road::Status::Draft);
    for (step, reason, status) in [
        ("kirim", "", referral_road::Status::Sent),
        ("diterima", "", referral_road::Status::Arrived),
        ("dilayani", "", referral_road::Status::Served),
        ("selesai", "terlayani", referral_road::Status::Finished),
    ] {
        counter.waits(1);
        let told = [("langkah", step), ("alasan", reason), ("catatan", "Kabar lewat telepon")];
        let request = counter.news(id, ticket, &told).unwrap();
        assert_eq!(request.referral(ticket).unwrap().status, status);
        // The request waits for its clerk: only a recorded outcome closes it.
        assert_eq!(request.status, Status::Referred);
    }
    let road = counter.kept(id).referral(ticket).unwrap().road.clone();
    assert_eq!(road.len(), 4);
    assert!(road.windows(2).all(|two| two[0].stamp.at < two[1].stamp.at));
    let done = counter.steps(id, &[("langkah", "tutup"), ("alasan", "terlayani")]).unwrap();
    assert_eq!(done.status, Status::Done);
}

#[test]
fn pointing_the_way_is_no_referral() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let before = counter.serves(who, "SKTM", "");
    let (request, ticket) = counter.refers(before.id, "arahan").unwrap();
    assert_eq!((request.status, &request.road), (before.status, &before.road));
    let pointed = request.referral(ticket).unwrap();
    assert_eq!(pointed.status, referral_road::Status::Pointed);
    assert!(!pointed.status.is_open() && pointed.letters.is_empty());
    let told = counter.news(before.id, ticket, &[("langkah", "kirim")]);
    assert!(matches!(told, Err(Fault::OffTheRoad)));
}

#[test]
fn an_end_without_success_says_why() {
    for (step, reasons) in [
        ("ditolak", "tidak_memenuhi"),
        ("penuh", "kapasitas"),
        ("tidak_datang", "tidak_ada_biaya"),
        ("kembali", "salah_alamat"),
        ("batalkan", "permintaan_warga"),
    ] {
        let mut counter = Counter::opens("2026-11-24");
        let who = counter.meets("Siti Aminah");
        let id = counter.serves(who, "SKTM", "").id;
        let (_, ticket) = counter.refers(id, "surat").unwrap();
        counter.news(id, ticket, &[("langkah", "serahkan")]).unwrap();
        assert_eq!(refused(counter.news(id, ticket, &[("langkah", step)])), "alasan", "{step}");
        let odd = counter.news(id, ticket, &[("langkah", step), ("alasan", "terserah")]);
        assert_eq!(refused(odd), "alasan", "{step}");
        let told = counter.news(id, ticket, &[("langkah", step), ("alasan", reasons)]).unwrap();
        let last = told.referral(ticket).unwrap().road.last().unwrap();
        assert_eq!(last.reason.as_deref(), Some(reasons));
    }
}

#[test]
fn a_second_referral_may_follow_the_first() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, first) = counter.refers(id, "surat").unwrap();
    counter.news(id, first, &[("langkah", "kirim")]).unwrap();
    counter.news(id, first, &[("langkah", "penuh"), ("alasan", "kapasitas")]).unwrap();
    let (request, second) = counter.refers(id, "surat").unwrap();
    assert_eq!(request.referrals.len(), 2);
    assert_ne!(first, second);
    let stray = counter.hears(who, "Lain").id;
    assert!(matches!(
        counter.news(stray, second, &[("langkah", "kirim")]),
        Err(Fault::Missing { .. })
    ));
}

#[test]
fn only_institutions_of_the_directory_are_referred_to() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let presets = Institution::presets();
    let dinsos = presets.iter().find(|known| known.code == "DINSOS").unwrap();
    let mut closed = institution_answers(dinsos);
    closed.put("tutup", "ya");
    let open = || presets.len();
    let offered = |counter: &Counter| {
        offers(counter, Source::Institution, &Draft::default(), About::Nothing).len()
    };
    assert_eq!(offered(&counter), open());
    change_institution(&mut counter, "DINSOS", &closed).unwrap();
    assert_eq!(offered(&counter), open() - 1);
    assert_eq!(refused(counter.refers(id, "surat")), "lembaga");
    let own = answers(&[
        ("kode", "PANTI-BPN"),
        ("nama_baris", "Panti Asuhan Harapan"),
        ("jenis_lembaga", "lks"),
        ("yth", "Pimpinan Panti Asuhan Harapan"),
    ]);
    add_institution(&mut counter, &own).unwrap();
    let told = answers(&[("lembaga", "PANTI-BPN"), ("permintaan", "Mohon"), ("cara", "surat")]);
    let (request, ticket) = loket::desk::roads::refer(&mut counter, id, &told).unwrap();
    let named = &request.referral(ticket).unwrap().institution_name;
    assert_eq!(named.as_str(), "Panti Asuhan Harapan");
}
