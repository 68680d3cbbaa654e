//! Power cuts: the file system under the store is shut down at any moment, as if the power failed.
//!
//! # Why
//! The system call that shuts a file system down throws away what only its memory held, with or
//! without what it had gathered for its own journal. What was handed to the disk stays; disks that
//! lose that too are the business of the made-up states.
use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};

use crate::harsh::{
    book::Book,
    dice::Dice,
    machine::{is_root, offers, skip, tell},
    moment::work,
    office::{cheapen, found_anew},
    run::{Ended, FOUND, Heard, LIMIT, Running, loket},
    volume::Volume,
};

/// Cuts on each kind of file system.
const CUTS: u32 = 60;

/// Cuts on one disk before a fresh one is taken.
const ONE_DISK: u32 = 10;

/// Shuts a file system down when a line comes; `FS_IOC_GOINGDOWN`.
const SHUT: &str = "
import fcntl, os, struct, sys
disk = os.open(sys.argv[1], os.O_RDONLY)
print('siap', flush=True)
sys.stdin.readline()
fcntl.ioctl(disk, 0x8004587d, struct.pack('I', int(sys.argv[2])))
print('putus', flush=True)
";

/// Someone at the plug of a disk.
struct Plug(Running);

impl Plug {
    fn hold(volume: &Volume, dice: &mut Dice) -> Self {
        // 2: nothing is flushed any more; 1: the file system's own journal still is.
        let way = if dice.once_in(4) { "1" } else { "2" };
        let mut command = Command::new("python3");
        command.args(["-c", SHUT, volume.root().to_str().unwrap(), way]);
        let mut plug = Running::start(command);
        assert_eq!(plug.count(1, Instant::now() + LIMIT), Heard::Line, "{plug:?}");
        Self(plug)
    }

    fn pull(mut self) {
        self.0.feed("\n");
        self.0.count(1, Instant::now() + LIMIT);
        self.0.end().and_then(Ended::well).unwrap();
    }
}

/// One disk and its office, cut again and again.
fn one_disk(kind: &str, size: u64, dice: &mut Dice) -> Result<usize, String> {
    let mut volume = Volume::in_file(kind, size)?;
    let data = volume.root().join("data");
    let mut book = Book::default();
    for cut in 0..ONE_DISK {
        let plug = Plug::hold(&volume, dice);
        let mut desk = if cut == 0 {
            // While the office is founded.
            let mut desk = Running::start(loket(&data, &FOUND));
            let most = 80_000 << (2 * dice.below(2));
            desk.listen(Instant::now() + Duration::from_micros(dice.below(most)));
            desk
        } else {
            if cut % 3 == 0 {
                // While the index is made anew.
                let _ = fs::remove_dir_all(data.join("indeks"));
            }
            work(loket(&data, &["terima"]), &mut book, dice)
        };
        plug.pull();
        desk.kill();
        let end = desk.end()?;
        let founded = cut == 0 && end.status == Some(0);
        book.hear(&end.out);
        book.cut();
        volume.unmount()?;
        volume.mount()?;
        if cut == 0 && !founded {
            found_anew(&data)?;
        }
        let checked = if cut % 5 == 4 { book.check_all(&data) } else { book.check(&data) };
        checked.map_err(|why| format!("putusan {cut}: {why}"))?;
        if cut == 0 {
            cheapen(&data);
        }
    }
    Ok(book.said())
}

fn cuts(kind: &str, size: u64) {
    let what = format!("listrik padam pada {kind}");
    let mkfs = format!("mkfs.{kind}");
    if !is_root(&what) || !offers(&what, &["python3", "mount", &mkfs]) {
        return;
    }
    if let Err(why) = Volume::in_file(kind, size) {
        return skip(&what, &why);
    }
    let mut dice = Dice::of_this_run(&what);
    let mut said = 0;
    for disk in 0..CUTS / ONE_DISK {
        said += one_disk(kind, size, &mut dice).unwrap_or_else(|why| panic!("diska {disk}, {why}"));
    }
    tell(&format!("{what}: {CUTS} putusan, {said} tersimpan, 0 hilang, 0 tidak terbuka"));
}

#[test]
#[ignore = "needs root and loop devices"]
fn whatever_was_said_to_be_saved_survives_power_cuts_on_ext4() {
    cuts("ext4", 96);
}

#[test]
#[ignore = "needs root, loop devices and xfsprogs"]
fn whatever_was_said_to_be_saved_survives_power_cuts_on_xfs() {
    cuts("xfs", 320);
}
