//! Making a backup beside a desk that works on, onto sticks that do not.
use std::{
    fs::{self, File, OpenOptions},
    io::{Seek as _, SeekFrom, Write as _},
};

use loket::{
    domain::unfit::Unfit,
    fault::Fault,
    store::backup::{
        make::make,
        scan::{prove, scan},
    },
};

use crate::{
    safekeeping::store::Office,
    store::folder::{save, slip},
};

#[test]
fn a_backup_says_how_far_it_reaches_and_holds_it() {
    let office = Office::with(5);
    let made = office.backs_up(800).unwrap();
    assert_eq!(office.files(), ["loket-64.71.06.1001-20261122-132000.cadangan"]);
    assert_eq!((made.facts.sequence, made.gone.len()), (5, 0));
    assert_eq!(made.size, fs::metadata(&made.path).unwrap().len());
    let mut whys = vec![];
    let found = prove(&made.path, &office.vault, &mut |header, entry| {
        whys.push((header.sequence, entry.puts.len()));
        Ok(())
    });
    assert_eq!(found.unwrap().facts, made.facts);
    assert_eq!(whys, (1..=5).map(|sequence| (sequence, 1)).collect::<Vec<_>>());
}

#[test]
fn the_desk_saves_on_while_it_is_backed_up_and_the_backup_ends_where_it_began() {
    let mut office = Office::with(9);
    let plan = office.plan(0);
    let mut number = 9;
    let made = make(&plan, &mut |_, _| {
        number += 1;
        save(&mut office.store, &[slip(number, "sementara itu")]);
        true
    })
    .unwrap();
    assert!(number > 20, "it was told often");
    assert_eq!(made.facts.sequence, 9);
    scan(&made.path, &mut |_, _| Ok(())).unwrap();
    assert_eq!(office.store.read().sequence(), number);
    assert_eq!(office.backs_up(1).unwrap().facts.sequence, number);
}

#[test]
fn a_change_of_many_frames_and_many_segments_is_backed_up_whole() {
    let mut office = Office::with(1);
    office.grows();
    let made = office.backs_up(0).unwrap();
    assert!(made.size > 1 << 20, "{}", made.size);
    assert_eq!(made.facts.sequence, office.store.read().sequence());
}

#[test]
fn stopped_anywhere_it_leaves_nothing_and_the_one_before_stays() {
    let office = Office::with(6);
    office.backs_up(0).unwrap();
    let before = office.files();
    for stop in 0..12 {
        let mut left = stop;
        let told = make(&office.plan(1), &mut |_, _| {
            left -= 1;
            left >= 0
        });
        assert!(matches!(told, Err(Fault::Stopped)), "{stop}: {told:?}");
        assert_eq!(office.files(), before, "{stop}");
    }
}

#[test]
fn a_stick_that_keeps_other_bytes_than_were_written_is_found_out() {
    let mut office = Office::with(1);
    office.backs_up(0).unwrap();
    office.grows();
    let plan = office.plan(1);
    let half = plan.folder.join(plan.name.half_file());
    let last = plan.sequence;
    let told = make(&plan, &mut |done, _| {
        if done == last {
            let mut file = OpenOptions::new().write(true).open(&half).unwrap();
            file.seek(SeekFrom::Start(700_000)).unwrap();
            file.write_all(b"bukan itu").unwrap();
        }
        true
    });
    assert!(matches!(told, Err(Fault::Backup(Unfit::Unproved))), "{told:?}");
    assert_eq!(office.files(), ["loket-64.71.06.1001-20261122-000000.cadangan"]);
}

#[test]
fn what_a_pulled_stick_left_is_removed_and_nothing_else() {
    let office = Office::with(2);
    let others = [
        "foto.jpg",
        "loket-64.71.06.1002-20261101-080000.cadangan.baru",
        "loket-64.71.06.1001-20261101-080000.cadangan",
        "loket-64.71.06.1001-kemarin.cadangan.baru",
    ];
    for name in others {
        fs::write(office.stick.at(name), "milik orang").unwrap();
    }
    fs::write(office.stick.at("loket-64.71.06.1001-20261101-080000.cadangan.baru"), "x").unwrap();
    office.backs_up(0).unwrap();
    let files = office.files();
    assert_eq!(files.len(), 5, "{files:?}");
    assert!(others.iter().all(|name| files.contains(&(*name).to_owned())), "{files:?}");
}

#[test]
fn backups_of_the_same_second_stand_beside_each_other() {
    let office = Office::with(1);
    office.backs_up(0).unwrap();
    let made = office.backs_up(0).unwrap();
    assert!(made.path.ends_with("loket-64.71.06.1001-20261122-000001.cadangan"));
    assert_eq!(office.files().len(), 2);
}

#[test]
fn old_ones_go_when_a_newer_one_counts_but_none_that_is_not_proved_our_own() {
    let mut office = Office::with(0);
    let foreign = Office::with(1).bytes();
    fs::write(office.stick.at("loket-64.71.06.1001-20261101-080000.cadangan"), foreign).unwrap();
    for number in 1..=12 {
        office.saves(u64::from(number));
        office.backs_up(number).unwrap();
    }
    // Seven by day, one of the week they are all from, and the one that is not ours.
    assert_eq!(office.files().len(), 9);
    assert!(office.files()[0].contains("20261101"));
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let office = Office::with(1);
    let mut plan = office.plan(0);
    plan.folder = office.stick.at("dicabut");
    let told = make(&plan, &mut |_, _| true);
    assert!(matches!(told, Err(Fault::Device { name: "folder cadangan", .. })), "{told:?}");
    assert!(!plan.folder.exists());
}

#[test]
fn a_journal_or_keys_that_are_damaged_are_not_backed_up_as_if_they_were_whole() {
    let office = Office::with(4);
    let keys = fs::read(office.data.at("kunci")).unwrap();
    fs::write(office.data.at("kunci"), &keys[..keys.len() - 1]).unwrap();
    assert!(office.backs_up(0).is_err());
    fs::write(office.data.at("kunci"), keys).unwrap();
    let mut file: File =
        OpenOptions::new().write(true).open(office.data.at("jurnal/000001")).unwrap();
    file.seek(SeekFrom::Start(700)).unwrap();
    file.write_all(&[0xff; 8]).unwrap();
    assert!(matches!(office.backs_up(0), Err(Fault::Damaged { .. })));
    assert!(office.files().is_empty());
}

#[test]
fn a_backup_that_may_become_larger_than_four_gib_is_asked_for_first_and_made_where_it_fits() {
    let office = Office::with(2);
    // Full of nothing: it takes no room, and is never read.
    File::create(office.data.at("jurnal/000002")).unwrap().set_len(5 << 30).unwrap();
    let made = office.backs_up(0).unwrap();
    assert!(made.size < 10_000, "{}", made.size);
    scan(&made.path, &mut |_, _| Ok(())).unwrap();
    // The store looks at every segment when it is closed.
    fs::remove_file(office.data.at("jurnal/000002")).unwrap();
}
