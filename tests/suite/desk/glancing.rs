//! What stands beside a person who was found: one line about the family, the cases and the aid.
use loket::desk::{glance::glance, residents};

use crate::desk::counter::{Counter, answers};

const KK: &str = "6471061708090001";

/// Somebody on the card, who has no NIK at hand.
pub(crate) fn joins(
    counter: &mut Counter,
    name: &str,
    told: &[(&str, &str)],
) -> loket::domain::id::Id {
    let mut draft = answers(&[("nama", name), ("alasan_tanpa_nik", "tidak_dibawa"), ("kk", KK)]);
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    residents::register(counter, &draft, true).unwrap().id
}

#[test]
fn a_glance_tells_the_head_the_members_and_the_newest_open_case() {
    let mut counter = Counter::opens("2026-11-24");
    let alone = counter.meets("Budi Santoso");
    let told = glance(&counter, alone).unwrap();
    assert_eq!(told.family, "KK belum tercatat");
    assert_eq!(told.cases, "Tidak ada permohonan terbuka");
    assert_eq!(told.aid, "Belum ada bantuan tercatat");

    let siti = joins(&mut counter, "Siti Aminah", &[("hubungan_kk", "kepala_keluarga")]);
    let ani = joins(&mut counter, "Ani", &[("hubungan_kk", "anak")]);
    let family = |who| glance(&counter, who).unwrap().family;
    assert_eq!(family(siti), "KK 6471**1708******, kepala keluarga; 2 anggota tercatat");
    assert_eq!(family(ani), "KK 6471**1708******, kepala keluarga Siti Aminah; 2 anggota tercatat");

    let first = counter.serves(ani, "SKTM", "");
    counter.waits(1);
    let second = counter.serves(ani, "PKH", "");
    let cases = |counter: &Counter| glance(counter, ani).unwrap().cases;
    let newest = format!(
        "2 permohonan terbuka; terbaru {} Program Keluarga Harapan, {}",
        second.ticket, second.status
    );
    assert_eq!(cases(&counter), newest);
    for id in [first.id, second.id] {
        counter.steps(id, &[("langkah", "batal"), ("alasan", "permintaan_warga")]).unwrap();
    }
    assert_eq!(cases(&counter), "Tidak ada permohonan terbuka");
    counter.reopens();
    assert_eq!(cases(&counter), "Tidak ada permohonan terbuka");
}

#[test]
fn a_restricted_member_is_neither_named_nor_counted_at_a_glance() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    let key = crate::place::passphrase();
    loket::desk::setup::add_clerk(&mut counter, &budi, Some(&key)).unwrap();
    let ani = joins(&mut counter, "Ani", &[("hubungan_kk", "anak")]);
    let hidden = [("hubungan_kk", "kepala_keluarga"), ("ppks", "PPKS-19")];
    joins(&mut counter, "Siti Terlindung", &hidden);
    let told = glance(&counter, ani).unwrap().family;
    assert!(told.contains("Siti Terlindung; 2 anggota"), "{told}");
    assert!(counter.sits("budi"));
    let told = glance(&counter, ani).unwrap().family;
    assert_eq!(told, "KK 6471**1708******, kepala keluarga belum tercatat; 1 anggota tercatat");
}

#[test]
fn a_glance_tells_who_it_is_and_where_the_home_is() {
    let mut counter = Counter::opens("2026-11-24");
    let told = [("jenis_kelamin", "P"), ("alamat", "Jl. Melati 3"), ("rt", "5"), ("rw", "2")];
    let siti = joins(&mut counter, "Siti Aminah", &told);
    let glance = glance(&counter, siti).unwrap();
    assert_eq!(glance.person, "perempuan");
    assert!(glance.address.starts_with("Jl. Melati 3, RT 005/RW 002, Kelurahan "), "{glance:?}");
}
