//! Backups at the desk: the reminder, the folder that is asked once, the file that counts.
use std::{fs, path::PathBuf};

use chrono::NaiveDateTime;
use loket::{
    desk::{
        counter::{Clock, Desk},
        keys, residents, safekeeping, setup,
    },
    domain::{
        may::Refusal,
        moment::{Moment, Zone},
    },
    fault::Fault,
    form::{field::Draft, office_answers},
    print::spool::printers::Spool,
    tui::{app::App, doors::DOORS, job::Job, shell::Order, theme::Theme},
};

use crate::{
    case_desk::work,
    clerk::Clerk,
    place::{Place, opened, passphrase},
};

fn answers(pairs: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (name, answer) in pairs {
        draft.put(name, *answer);
    }
    draft
}

/// An office with one officer, and a stick.
struct Office {
    place: Place,
    stick: Place,
}

fn at(time: &str) -> Clock {
    let local = NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap();
    Clock::Set(Moment::at(local, Zone::Wita))
}

impl Office {
    fn founded() -> Self {
        let office = Self { place: Place::new(), stick: Place::new() };
        let mut desk = office.place.desk(at("2026-11-24 09:00"));
        let place = office_answers::preset("64.71.05.1002".parse().unwrap());
        let officer = answers(&[("nama_petugas", "Rina Wulandari")]);
        setup::found(&mut desk, &place, &officer, &passphrase()).unwrap();
        keys::noted(&mut desk).unwrap();
        office
    }

    fn desk(&self, time: &str) -> Desk {
        opened(self.place.path(), at(time))
    }

    fn sits(&self, time: &str) -> Clerk {
        Clerk::sits_down(App::new(self.desk(time), DOORS, Theme::MONO).unwrap())
    }

    fn stick(&self) -> String {
        self.stick.path().display().to_string()
    }

    fn files(&self) -> Vec<PathBuf> {
        fs::read_dir(self.stick.path()).unwrap().map(|file| file.unwrap().path()).collect()
    }
}

/// Backs a desk up into the folder that it remembers.
fn backs_up(desk: &Desk) {
    let folder = safekeeping::folder(desk).unwrap();
    let plan = safekeeping::plan(desk, &folder).unwrap();
    safekeeping::back_up(&plan, &mut |_, _| true).unwrap();
}

fn folder(path: &str) -> Draft {
    answers(&[("folder_cadangan", path)])
}

#[test]
fn the_first_backup_asks_for_the_folder_and_the_next_does_not() {
    let office = Office::founded();
    let mut clerk = office.sits("2026-11-24 09:00");
    clerk.sees("Belum pernah dibuat cadangan: buka Setelan, lalu Cadangan.");
    clerk.types("9").sees("belum pernah dibuat").types("<end><up><enter>");
    clerk.sees("Belum ada cadangan di sini.").sees("F2 menanyakan foldernya").types("<f2>");
    clerk.sees("Folder cadangan").types(&office.stick()).types("<f2>");
    clerk.sees("F2 membuatnya").types("<f2>").sees("Sedang dikerjakan");
    clerk.types("<f2>").sees("Simpan belum bisa: cadangan yang tadi masih dibuat");
    work(&mut clerk, &Spool::default());
    clerk.sees("Cadangan sah: ").sees("kejadian").sees("24-11-2026 09.00");
    assert_eq!(office.files().len(), 1);
    clerk.types("<esc>").sees("terakhir 24-11-2026 pukul 09.00");
    clerk.types("<esc>").misses("Belum pernah dibuat cadangan");
    drop(clerk);
    let mut clerk = office.sits("2026-11-25 10:00");
    clerk.types("<end><enter><end><up><enter>").sees("24-11-2026 09.00").types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("25-11-2026 10.00").sees("24-11-2026 09.00");
    assert_eq!(office.files().len(), 2);
}

#[test]
fn a_stick_that_is_not_there_is_told_and_the_screen_opens_all_the_same() {
    let office = Office::founded();
    safekeeping::choose(&office.desk("2026-11-24 09:00"), &folder(&office.stick())).unwrap();
    fs::remove_dir_all(office.stick.path()).unwrap();
    let mut clerk = office.sits("2026-11-24 09:00");
    clerk.types("<end><enter><end><up><enter>").sees("pasang stick-nya").types("<f2>");
    clerk.sees("Folder cadangan tidak dapat dipakai: tidak ada.");
    assert!(clerk.orders.is_empty());
    fs::create_dir_all(office.stick.path()).unwrap();
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("Cadangan sah: ");
}

#[test]
fn the_desk_reminds_after_a_day_in_which_something_happened_and_never_blocks() {
    let office = Office::founded();
    let mut desk = office.desk("2026-11-24 09:00");
    safekeeping::choose(&desk, &folder(&office.stick())).unwrap();
    backs_up(&desk);
    desk.set_clock(at("2026-11-27 09:00"));
    assert_eq!(safekeeping::reminder(&desk), None, "nothing is new");
    let who = answers(&[("nama", "Siti Aminah"), ("alasan_tanpa_nik", "lupa")]);
    residents::register(&mut desk, &who, true).unwrap();
    desk.set_clock(at("2026-11-25 08:59"));
    assert_eq!(safekeeping::reminder(&desk), None, "a day is not over");
    desk.set_clock(at("2026-11-27 09:01"));
    let told = "Cadangan terakhir 3 hari yang lalu: buka Setelan, lalu Cadangan.";
    assert_eq!(safekeeping::reminder(&desk).as_deref(), Some(told));
    desk.set_clock(at("2026-01-01 09:00"));
    assert!(safekeeping::reminder(&desk).is_some(), "a clock that was set back is no excuse");
    drop(desk);
    office.sits("2026-11-27 09:01").sees(told).types("<c-n>").misses(told);
}

#[test]
fn who_may_not_back_up_is_neither_reminded_nor_let_in() {
    let office = Office::founded();
    let mut desk = office.desk("2026-11-24 09:00");
    let told = answers(&[("nama_petugas", "Ayu"), ("peran", "auditor")]);
    setup::add_clerk(&mut desk, &told, Some(&passphrase())).unwrap();
    drop(desk);
    let pass = loket::desk::entrance::Pass::new("ayu", crate::place::PASSPHRASE);
    let entered = Desk::enter(office.place.path(), &pass, at("2026-11-26 09:00"), &mut |_| {});
    let desk = entered.unwrap().0;
    assert_eq!(safekeeping::reminder(&desk), None);
    let refused = |fault| matches!(fault, Fault::Forbidden(Refusal::Hat(_)));
    assert!(refused(safekeeping::plan(&desk, office.stick.path()).unwrap_err()));
    assert!(refused(safekeeping::shelf(&desk, office.stick.path()).unwrap_err()));
    assert!(refused(safekeeping::choose(&desk, &folder(&office.stick())).unwrap_err()));
    let mut clerk = Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap());
    clerk.types("<end><enter><end><up><enter>").sees("yang boleh membuat cadangan").sees("Setelan");
}

#[test]
fn what_the_desk_remembers_of_its_backups_is_sealed_and_may_be_lost() {
    let office = Office::founded();
    let desk = office.desk("2026-11-24 09:00");
    safekeeping::choose(&desk, &folder(&office.stick())).unwrap();
    backs_up(&desk);
    drop(desk);
    for name in ["catatan-cadangan", "folder-cadangan"] {
        let path = office.place.path().join(name);
        let bytes = fs::read(&path).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("loket-"), "{name}");
        fs::write(&path, &bytes[1..]).unwrap();
    }
    let desk = office.desk("2026-11-24 10:00");
    assert_eq!((safekeeping::last(&desk), safekeeping::folder(&desk)), (None, None));
    assert!(safekeeping::reminder(&desk).is_some());
}

#[test]
fn locking_the_desk_stops_the_backup_that_holds_its_keys() {
    let office = Office::founded();
    let desk = office.desk("2026-11-24 09:00");
    safekeeping::choose(&desk, &folder(&office.stick())).unwrap();
    let mut clerk = Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap());
    clerk.types("9<end><up><enter><f2>").types("<c-l>").sees("Loket terkunci");
    let orders = &clerk.orders;
    assert!(matches!(&orders[..], [Order::Run(Job::BackUp(_)), Order::Stop]), "{orders:?}");
}
