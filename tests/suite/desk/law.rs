//! The rights of a person: a copy of everything, and an end of everything.
use std::fs;

use loket::{
    desk::{
        affected,
        counter::Clock,
        entrance::{Pass, admitted},
        erasure,
        exports::{self, Span},
        keeping, letters, limits, residents, safekeeping, search, subject,
    },
    domain::{id::Id, letter::Letter, paper::Paper, resident::Resident},
    fault::Fault,
    print::{pages::Sheets, text},
    report::csv::Csv,
    store::{db::Store, reader::Deed, vault::Vault},
};

use crate::{
    desk::counter::{Counter, answers, refused},
    place::PASSPHRASE,
    store::folder::Folder,
};

const NIK: &str = "6471054101900001";

/// Siti, whose request was referred with a letter, and Budi, whose was too.
fn office() -> (Counter, Id) {
    let mut counter = Counter::opens("2026-11-24");
    let mut people = vec![];
    for (name, nik, words) in [
        ("Siti Hawwa", NIK, "rumah bocor parah"),
        ("Budi Karya", "6471055708850001", "minta kursi roda"),
    ] {
        let told =
            [("nama", name), ("nik", nik), ("tanggal_lahir", "01-01-1990"), ("hp", "081234567890")];
        let who = residents::register(&mut counter, &answers(&told), true).unwrap().id;
        let told =
            [("jenis", "permohonan"), ("layanan", "SKTM"), ("uraian", words), ("berkas", "ktp")];
        let request = counter.takes(who, &told).request.id;
        let ticket = counter.refers(request, "surat").unwrap().1;
        let Letter { id, .. } = letters::issue(&mut counter, request, ticket).unwrap();
        letters::confirm(&mut counter, id, loket::domain::letter::Outlet::Printer).unwrap();
        people.push(who);
    }
    (counter, people[0])
}

fn read(counter: &Counter, sheets: &Sheets) -> String {
    let paper = counter.office().unwrap().paper;
    text::render(&sheets.lay(paper).unwrap())
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(counter: &mut Counter, table: exports::Table) -> Vec<String> {
    let mut bytes = vec![];
    exports::export(counter, table, Span::default(), &mut Csv::new(&mut bytes)).unwrap();
    String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
}

const TABLES: [exports::Table; 4] = [
    exports::Table::Residents,
    exports::Table::Requests,
    exports::Table::Referrals,
    exports::Table::Letters,
];

#[test]
fn a_copy_tells_the_person_everything_and_nothing_of_others() {
    let (mut counter, siti) = office();
    let told = answers(&[("peminta", "warga"), ("bukti_diri", "KTP asli")]);
    let sheets = subject::copy(&mut counter, siti, &told).unwrap();
    let text = flat(&read(&counter, &sheets));
    for words in [
        NIK,
        "Siti Hawwa",
        "PMH-202611-00001",
        "00001/2026",
        "rumah bocor parah",
        "Mohon dibantu",
        "surat terbit",
        "warga baru",
        "oleh petugas",
        "0812",
        "3x24 jam",
        "halaman 1 dari",
        "KTP asli",
    ] {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    for words in ["Budi", "kursi roda", "PMH-202611-00002", "Rina Wati, "] {
        assert!(!text.contains(words), "{words:?} in {text}");
    }
}

#[test]
fn a_copy_is_refused_without_saying_who_asks() {
    let (mut counter, siti) = office();
    let told = subject::copy(&mut counter, siti, &answers(&[]));
    assert_eq!(refused(told), "peminta");
}

#[test]
fn a_long_copy_goes_over_several_pages_of_any_paper() {
    let (mut counter, siti) = office();
    for n in 0..40 {
        counter.hears(siti, &format!("keluhan nomor {n}"));
    }
    let told = answers(&[("peminta", "kuasa"), ("bukti_diri", "surat kuasa")]);
    let sheets = subject::copy(&mut counter, siti, &told).unwrap();
    for paper in [Paper::A4, Paper::F4] {
        let document = sheets.lay(paper).unwrap();
        assert!(document.pages.len() > 2, "{} pages", document.pages.len());
        let text = text::render(&document);
        assert!((0..40).all(|n| text.contains(&format!("keluhan nomor {n}"))));
        for page in &document.pages {
            assert!(page.lines.iter().all(|line| line.y < paper.height() - 5.0));
        }
        loket::print::pdf::render(&document).unwrap();
    }
}

/// Everything in the files of the folder, for whoever holds the keys.
pub(crate) fn everything(counter: &mut Counter) -> String {
    let mut told = String::new();
    counter.reopens_after(|folder| {
        let (_, ring) = admitted(folder, &Pass::new("rina", PASSPHRASE), Clock::Wall).unwrap();
        let vault = Vault::of(ring);
        for file in fs::read_dir(folder.join("konsep")).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let plain = vault.open(format!("konsep {name}").as_bytes(), &fs::read(&path).unwrap());
            told.push_str(&String::from_utf8_lossy(&plain.unwrap_or_default()));
        }
        if let Ok(files) = fs::read_dir(folder.join("surat")) {
            for file in files {
                told.push_str(&String::from_utf8_lossy(&fs::read(file.unwrap().path()).unwrap()));
            }
        }
        let columns = fs::read(folder.join("kolom.terbatas")).unwrap_or_default();
        let plain = vault.open_restricted(b"kolom.terbatas", &columns);
        told.push_str(&String::from_utf8_lossy(&plain.unwrap_or_default()));
        let (store, _) = Store::open(folder, &vault, &mut |_| {}).unwrap();
        let mut add = |key, bytes: &[u8]| {
            told.push_str(&String::from_utf8_lossy(bytes));
            if let Ok(open) = store.read().open(key, bytes) {
                told.push_str(&String::from_utf8_lossy(&open));
            }
        };
        let tell = |deed: &Deed| {
            for put in &deed.entry.puts {
                for bytes in [&put.old, &put.new].into_iter().flatten() {
                    add(put.key, &bytes.0);
                }
            }
        };
        store.read().deeds(tell).unwrap();
        for stored in store.read().stored::<Resident>() {
            let (key, bytes) = stored.unwrap();
            add(key, &bytes);
        }
    });
    told
}

#[test]
fn an_erased_person_is_in_no_file_any_more_and_nothing_else_has_changed() {
    let (mut counter, siti) = office();
    let mut half = answers(&[("nama", "siti hawwa"), ("uraian", "belum selesai")]);
    half.put(keeping::APART, "1");
    keeping::keep(&counter, "warga", &half).unwrap();
    let mut other = answers(&[("nama", "orang lain")]);
    other.put(keeping::APART, "2");
    keeping::keep(&counter, "warga", &other).unwrap();
    let saved = letters::file(&counter, "tanda-terima-PMH-202611-00001-G", "txt");
    fs::create_dir_all(saved.parent().unwrap()).unwrap();
    for case in table(&mut counter, exports::Table::Requests).iter().skip(1).take(1) {
        let ticket = case.split(',').find(|cell| cell.starts_with("PMH-")).unwrap();
        let slip = letters::file(&counter, &format!("tanda-terima-{ticket}"), "txt");
        fs::write(slip, "Siti Hawwa").unwrap();
    }
    let before = TABLES.map(|name| table(&mut counter, name));
    assert!(everything(&mut counter).contains("bocor parah"));
    let told =
        answers(&[("dasar_hapus", "permintaan"), ("pemutus", "Koordinator"), ("yakin", "SH1989")]);
    assert_eq!(refused(erasure::erase(&mut counter, siti, &told)), "yakin");
    assert_eq!(TABLES.map(|name| table(&mut counter, name)), before);
    let told = answers(&[
        ("dasar_hapus", "permintaan"),
        ("pemutus", "Koordinator"),
        ("yakin", "s.h. 1990"),
    ]);
    let sheets = erasure::erase(&mut counter, siti, &told).unwrap();
    let text = flat(&read(&counter, &sheets));
    for words in
        ["S. H.", "00001/2026", "PMH-202611-00001", "Koordinator", "Permintaan warga", "Cadangan"]
    {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    for words in ["Siti", "Hawwa", NIK, "bocor"] {
        assert!(!text.contains(words), "{words:?} in {text}");
    }
    for reopened in [false, true] {
        if reopened {
            counter.reopens();
        }
        let after = TABLES.map(|name| table(&mut counter, name));
        for (before, after) in before.iter().zip(&after) {
            let mut rest = before.clone();
            rest.remove(1);
            assert_eq!(&rest, after);
        }
        assert!(search::residents(&counter, "siti", 5).unwrap().is_empty());
        assert!(matches!(counter.opened::<Resident>(siti), Err(Fault::Missing { .. })));
    }
    let all = everything(&mut counter);
    for words in ["Siti", "siti", "Hawwa", NIK, "bocor", "belum selesai"] {
        assert!(!all.contains(words), "{words:?} is still there");
    }
    assert!(all.contains("Budi Karya") && all.contains("kursi roda") && all.contains("orang lain"));
}

#[test]
fn the_certificate_names_the_backups_that_still_hold_the_erased() {
    let (mut counter, siti) = office();
    let stick = Folder::new();
    let backs_up = |counter: &Counter| {
        let plan = safekeeping::plan(counter, stick.path()).unwrap();
        let made = safekeeping::back_up(&plan, &mut |_, _| true).unwrap();
        made.path.file_name().unwrap().to_str().unwrap().to_owned()
    };
    let told = answers(&[("nama", "Dewi Ayu"), ("alasan_tanpa_nik", "lupa")]);
    let before = backs_up(&counter);
    let dewi = residents::register(&mut counter, &told, true).unwrap().id;
    counter.is("2026-11-25", "10:00:00");
    let after = backs_up(&counter);
    let erases = |counter: &mut Counter, who, sure| {
        let told = answers(&[("dasar_hapus", "putusan"), ("pemutus", "Lurah"), ("yakin", sure)]);
        let sheets = erasure::erase(counter, who, &told).unwrap();
        let text = read(counter, &sheets);
        text.split_whitespace().collect::<String>()
    };
    let text = erases(&mut counter, dewi, "DA");
    assert!(text.contains(&after) && !text.contains(&before), "{text}");
    let text = erases(&mut counter, siti, "SH1990");
    assert!(text.contains(&after) && text.contains(&before), "{text}");
    // A backup made from now on holds neither.
    backs_up(&counter);
    let told = answers(&[("nama", "Eka"), ("alasan_tanpa_nik", "lupa")]);
    let eka = residents::register(&mut counter, &told, true).unwrap().id;
    let text = erases(&mut counter, eka, "E");
    assert!(text.contains("Tidakadacadangantercatat"), "{text}");
}

#[test]
fn the_numbers_of_the_erased_are_never_given_again() {
    let (mut counter, siti) = office();
    let last = counter.hears(siti, "keluhan terakhir");
    let told = answers(&[("dasar_hapus", "putusan"), ("pemutus", "Lurah"), ("yakin", "SH1990")]);
    erasure::erase(&mut counter, siti, &told).unwrap();
    for reopened in [false, true] {
        if reopened {
            counter.reopens();
        }
        let budi = search::residents(&counter, "budi", 1).unwrap()[0].who.id;
        let next = counter.hears(budi, "keluhan baru");
        assert!(next.register.number > last.register.number);
        assert!(next.ticket.number > last.ticket.number);
        let request = counter.serves(budi, "SKTM", "ktp").id;
        let ticket = counter.refers(request, "surat").unwrap().1;
        let letter = letters::issue(&mut counter, request, ticket).unwrap();
        assert!(letter.serial.number > 2, "{:?}", letter.serial);
    }
    // The same person may come again.
    let again = answers(&[("nama", "Siti Hawwa"), ("nik", NIK)]);
    residents::register(&mut counter, &again, true).unwrap();
}

#[test]
fn whoever_may_not_see_everything_erases_nobody() {
    let (mut counter, siti) = office();
    let dewi = answers(&[("nama_petugas", "Dewi"), ("peran", "koordinator;petugas")]);
    loket::desk::setup::add_clerk(&mut counter, &dewi, Some(&crate::place::passphrase())).unwrap();
    assert!(counter.sits("dewi"));
    let told = answers(&[("dasar_hapus", "putusan"), ("pemutus", "Lurah"), ("yakin", "SH1990")]);
    assert!(matches!(erasure::erase(&mut counter, siti, &told), Err(Fault::Forbidden(_))));
    counter.opened::<Resident>(siti).unwrap();
}

#[test]
fn a_breach_sheet_counts_whom_the_journal_names_and_says_until_when() {
    let (mut counter, siti) = office();
    counter.is("2026-11-26", "10:00:00");
    counter.hears(siti, "keluhan lagi");
    let breach = |more: &[(&str, &str)]| {
        let mut told = answers(&[
            ("peristiwa", "Kartu memori hilang"),
            ("sejak", "25-11-2026"),
            ("sampai", "26-11-2026"),
            ("diketahui", "26-11-2026"),
            ("jam_diketahui", "09.30"),
            ("tindakan", "Kunci diganti"),
        ]);
        for (id, answer) in more {
            told.put(id, *answer);
        }
        told
    };
    let (sheets, people) = affected::sheet(&mut counter, &breach(&[])).unwrap();
    assert_eq!(people.iter().map(Resident::name).collect::<Vec<_>>(), ["Siti Hawwa"]);
    let text = flat(&read(&counter, &sheets));
    for words in ["29 November 2026 pukul 09.30", "1 orang", "Kartu memori hilang", "Kunci diganti"]
    {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    assert_eq!(affected::sheet(&mut counter, &breach(&[("semua", "ya")])).unwrap().1.len(), 2);
    assert_eq!(
        affected::sheet(&mut counter, &breach(&[("kode_petugas", "rina")])).unwrap().1.len(),
        1
    );
    let told = affected::sheet(&mut counter, &breach(&[("kode_petugas", "entah")]));
    assert_eq!(refused(told), "kode_petugas");
    assert_eq!(
        refused(affected::sheet(&mut counter, &breach(&[("sampai", "01-11-2026")]))),
        "sampai"
    );
    let mut bytes = vec![];
    affected::list(&people, &mut Csv::new(&mut bytes)).unwrap();
    let list = String::from_utf8(bytes).unwrap();
    assert!(list.contains("S. H.,6471**4101******,"), "{list}");
    assert!(!list.contains("Siti") && !list.contains(NIK));
}

#[test]
fn a_restricted_use_stops_changing_referring_printing_and_handing_out_until_it_is_lifted() {
    let (mut counter, siti) = office();
    let request = counter.serves(siti, "SKTM", "ktp").id;
    let told = answers(&[("peminta", "warga"), ("alasan_batas", "desil dibantah")]);
    limits::restrict(&mut counter, siti, &told).unwrap();
    counter.reopens();
    // Budi alone is in every table, and each row says who signed.
    for name in TABLES {
        let rows = table(&mut counter, name);
        let at = rows[0].split(',').position(|column| column == "petugas").unwrap();
        assert_eq!(rows.len(), 2, "{name}");
        assert_eq!(rows[1].split(',').nth(at), Some("rina"), "{name}");
    }
    let mend = answers(&[("nama", "Siti"), ("nik", NIK)]);
    assert!(matches!(residents::amend(&mut counter, siti, &mend, true), Err(Fault::Forbidden(_))));
    assert!(matches!(counter.refers(request, "surat"), Err(Fault::Forbidden(_))));
    // Nobody in need is sent away, and the person's own rights are served.
    counter.hears(siti, "datang lagi");
    let told = answers(&[("peminta", "warga"), ("bukti_diri", "KTP")]);
    let sheets = subject::copy(&mut counter, siti, &told).unwrap();
    assert!(flat(&read(&counter, &sheets)).contains("desil dibantah"));
    limits::lift(&mut counter, siti).unwrap();
    residents::amend(&mut counter, siti, &mend, true).unwrap();
    counter.refers(request, "surat").unwrap();
    assert_eq!(table(&mut counter, exports::Table::Residents).len(), 3);
}
