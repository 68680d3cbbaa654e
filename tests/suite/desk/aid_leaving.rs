//! Where the aid of somebody goes: into the copy for the person, the table, the history, and away.
use loket::{
    desk::{
        aid, aid_notes, erasure,
        exports::{self, Span},
        facts, keeping, residents, subject,
    },
    domain::{id::Id, paper::Paper, resident::Resident},
    print::text,
    report::csv::Csv,
    store::item::Kept as _,
};

use crate::desk::counter::{Counter, answers};

fn gets(counter: &mut Counter, who: Id, programme: &str, state: &str) {
    let told = answers(&[
        ("program_bantuan", programme),
        ("jangkauan_bantuan", "keluarga"),
        ("keadaan_bantuan", state),
        ("bantuan_dicek", "h"),
        ("bantuan_sumber", "dicek"),
    ]);
    aid_notes::note(counter, (who, None), &told, true).unwrap();
}

fn lives(counter: &mut Counter, name: &str) -> Id {
    let told = answers(&[
        ("nama", name),
        ("alasan_tanpa_nik", "lupa"),
        ("alamat", "Jl. Melati No. 3"),
        ("rt", "3"),
    ]);
    residents::register(counter, &told, true).unwrap().id
}

#[test]
fn the_copy_the_table_and_the_history_tell_the_aid() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = lives(&mut counter, "Siti Aminah");
    for (programme, state) in [("PKH", "aktif"), ("SEMBAKO", "aktif"), ("PIP", "berhenti")] {
        gets(&mut counter, siti, programme, state);
    }
    let told = answers(&[("peminta", "warga"), ("bukti_diri", "KTP")]);
    let sheets = subject::copy(&mut counter, siti, &told).unwrap();
    let paper = text::render(&sheets.lay(Paper::A4).unwrap());
    let plain: String = paper.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("3. Bantuan yang tercatat pada Anda"), "{paper}");
    assert!(
        plain.contains("PIP (Indonesia Pintar), satu keluarga: berhenti; Dicek di SIKS-NG"),
        "{paper}"
    );

    let mut bytes = vec![];
    let table = exports::Table::Residents;
    exports::export(&mut counter, table, Span::default(), &mut Csv::new(&mut bytes)).unwrap();
    let table = String::from_utf8(bytes).unwrap();
    let (heads, row) = table.split_once('\n').unwrap();
    let place = heads.split([',', ';']).position(|name| name.trim() == "bantuan").unwrap();
    let sign = if heads.contains(';') { ';' } else { ',' };
    assert_eq!(row.split(sign).nth(place), Some("PKH|SEMBAKO"), "{row}");

    let before: Resident = counter.opened(siti).unwrap();
    let after = aid_notes::stop(&mut counter, siti, 1).unwrap();
    let told = facts::differences(&counter, Some(&before.item()), Some(&after.item()));
    let told: Vec<String> = told.iter().map(facts::Difference::words).collect();
    let words = "Sembako/BPNT, satu keluarga: aktif; Dicek di SIKS-NG/Cek Bansos, 24-11-2026 \
                 menjadi Sembako/BPNT, satu keluarga: berhenti sejak 24-11-2026";
    assert!(told.len() == 1 && told[0].starts_with(words), "{told:?}");
}

#[test]
fn who_is_erased_is_under_no_roof_and_no_aid_of_theirs_is_half_typed() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = lives(&mut counter, "Siti Aminah");
    let budi = lives(&mut counter, "Budi Santoso");
    gets(&mut counter, siti, "LISTRIK", "aktif");
    let near = |counter: &Counter| {
        let who = counter.opened(budi).unwrap();
        aid::household(counter, who).unwrap().len()
    };
    assert_eq!(near(&counter), 2);
    let half = answers(&[("program_bantuan", "PKH"), ("konsep", &format!("{siti:?}-baru"))]);
    keeping::keep(&counter, "bantuan", &half).unwrap();
    assert_eq!(keeping::unfinished(&counter).len(), 1);
    let told = answers(&[("dasar_hapus", "putusan"), ("pemutus", "Lurah"), ("yakin", "SA")]);
    erasure::erase(&mut counter, siti, &told).unwrap();
    assert_eq!((near(&counter), keeping::unfinished(&counter).len()), (1, 0));
    counter.reopens();
    assert_eq!(near(&counter), 1);
}
