//! One desk at a time.
use loket::{fault::Fault, store::db::Store};

use crate::store::folder::{Folder, vault};

#[test]
fn a_second_desk_is_refused_and_told_who_holds_the_folder() {
    let folder = Folder::new();
    let (first, _) = folder.open();
    let Err(Fault::Busy { holder }) = Store::open(folder.path(), &vault(), &mut |_| {}) else {
        panic!("two desks on one folder")
    };
    assert!(holder.contains(&std::process::id().to_string()), "{holder}");
    drop(first);
    folder.open();
}

#[test]
fn a_file_that_a_dead_desk_left_behind_locks_nobody_out() {
    let folder = Folder::new();
    std::fs::write(folder.at("gembok"), "").unwrap();
    std::fs::write(folder.at("gembok.siapa"), "Loket lain").unwrap();
    folder.open();
}
