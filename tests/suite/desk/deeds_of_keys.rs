//! What the journal says of who can come in, and what is told where it cannot say it.
use std::fs;

use loket::{
    desk::{
        entrance::Pass,
        exports::{self, Span},
        history, keys, setup,
        trace::{Found, Sought, Trace},
    },
    domain::{clerk::Clerk, id::Id, office::Office, passphrase::Passphrase},
    report::csv::Csv,
    store::record::Table,
};

use crate::{
    desk::counter::{Counter, answers},
    place::{PASSPHRASE, passphrase},
};

fn new() -> Passphrase {
    "teh manis hangat sekali".parse().unwrap()
}

fn hires(counter: &mut Counter, name: &str) -> Clerk {
    let told = answers(&[("nama_petugas", name), ("peran", "petugas")]);
    setup::add_clerk(counter, &told, Some(&passphrase())).unwrap()
}

fn changes(counter: &mut Counter, id: Id, answer: (&str, &str)) {
    let mut told = setup::clerk_answers(counter, id).unwrap();
    told.put(answer.0, answer.1);
    setup::change_clerk(counter, id, &told).unwrap();
}

/// The deeds about the keys, each with its reason.
fn deeds(counter: &Counter, sought: Sought) -> Vec<(String, String)> {
    let trace = Trace::new(counter, sought);
    trace.read(|_, _| true).unwrap();
    let found: Vec<Found> = trace.take().unwrap();
    let about_keys = found.into_iter().filter(|deed| deed.why.starts_with("kunci "));
    about_keys.map(|deed| (deed.why, deed.reason)).collect()
}

fn all(counter: &Counter) -> Vec<(String, String)> {
    deeds(counter, Sought::Officer(None, Span::default()))
}

#[test]
fn each_change_of_the_keys_leaves_a_deed_with_its_number_and_no_secret() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = hires(&mut counter, "Budi");
    let ayu = hires(&mut counter, "Ayu");
    keys::change_own(&mut counter, &passphrase(), &new()).unwrap();
    let witness = Pass::new("ayu", PASSPHRASE);
    keys::replace(&mut counter, &budi, (&new(), &witness)).unwrap();
    let code = keys::new_recovery(&counter).unwrap();
    keys::take_recovery(&mut counter, &code).unwrap();
    changes(&mut counter, budi.id, ("hak_terbatas", "ya"));
    changes(&mut counter, budi.id, ("hak_terbatas", ""));
    changes(&mut counter, ayu.id, ("tidak_aktif", "ya"));
    let told = all(&counter);
    let told: Vec<_> = told.iter().map(|(why, reason)| (&**why, &**reason)).collect();
    assert_eq!(
        told,
        [
            ("kunci petugas", "berkas kunci ke-2"),
            ("kunci petugas", "berkas kunci ke-3"),
            ("kunci ganti", "berkas kunci ke-4"),
            ("kunci pengganti", "berkas kunci ke-5; saksi ayu"),
            ("kunci kode", "berkas kunci ke-6"),
            ("kunci terbatas", "berkas kunci ke-7; diberikan"),
            ("kunci terbatas", "berkas kunci ke-8; diambil"),
            ("kunci cabut", "berkas kunci ke-9"),
        ]
    );
    let of = deeds(&counter, Sought::Record(Table::Clerk, budi.id));
    let acts: Vec<_> = of.iter().map(|(why, _)| why.as_str()).collect();
    assert_eq!(acts, ["kunci petugas", "kunci pengganti", "kunci terbatas", "kunci terbatas"]);
    assert_eq!(deeds(&counter, Sought::Record(Table::Office, Office::id())).len(), 1);
    assert_eq!(counter.alarm(), "");
}

#[test]
fn history_and_audit_tell_who_changed_which_key() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = hires(&mut counter, "Budi");
    changes(&mut counter, budi.id, ("tidak_aktif", "ya"));
    let trace = Trace::new(&counter, Sought::Record(Table::Clerk, budi.id));
    trace.read(|_, _| true).unwrap();
    let told = history::of(&counter, (Table::Clerk, budi.id), &trace.take().unwrap()).unwrap();
    let acts: Vec<_> = told.iter().map(|one| one.act.as_str()).collect();
    assert_eq!(
        acts,
        [
            "mencabut kunci petugas",
            "mengubah petugas",
            "memberi kata sandi pertama",
            "menambah petugas"
        ]
    );
    assert_eq!((&*told[0].by, &*told[0].reason), ("Rina Wati", "berkas kunci ke-3"));
    let mut bytes = vec![];
    let table = exports::Table::Audit;
    exports::export(&mut counter, table, Span::default(), &mut Csv::new(&mut bytes)).unwrap();
    let csv = String::from_utf8(bytes).unwrap();
    let row = csv.lines().find(|line| line.contains("kunci cabut")).unwrap();
    assert!(row.contains(",rina,kunci cabut,petugas,budi,berkas kunci ke-3,"), "{row}");
}

#[test]
fn a_key_that_was_changed_holds_where_the_journal_cannot_take_it_down_and_that_is_told() {
    let mut counter = Counter::opens("2026-11-24");
    for _ in 0..3 {
        counter.meets("Siti Aminah");
    }
    counter.reopens_after(|folder| {
        let journal = folder.join("jurnal/000001");
        let mut bytes = fs::read(&journal).unwrap();
        let end = bytes.iter().rposition(|byte| *byte != 0).unwrap();
        bytes[end - 8] ^= 1;
        fs::write(&journal, bytes).unwrap();
    });
    assert!(!counter.alarm().contains("mencatatnya"));
    keys::change_own(&mut counter, &passphrase(), &new()).unwrap();
    assert!(counter.alarm().contains("jurnal tidak dapat mencatatnya"), "{}", counter.alarm());
    keys::change_own(&mut counter, &new(), &passphrase()).unwrap();
}
