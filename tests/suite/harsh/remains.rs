//! Nothing of anyone is left in the memory of a desk that was locked.
use std::{
    fs::{self, File},
    io::{Read as _, Seek as _, SeekFrom},
};

use crate::{
    harsh::{
        book::name,
        canary::{Words, office},
        machine::{is_root, tell},
        run::OFFICER,
    },
    terminal::window::Window,
};

/// Everything that a process can write to, as a dump of it would show it.
fn memory(process: &str) -> Vec<Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut file = File::open(format!("/proc/{process}/mem")).unwrap();
    let written = maps.lines().filter(|line| line.split(' ').nth(1).unwrap().starts_with("rw"));
    let part = |line: &str| {
        let (from, rest) = line.split_once('-').unwrap();
        let upto = rest.split(' ').next().unwrap();
        let [from, upto] = [from, upto].map(|place| u64::from_str_radix(place, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(upto - from).unwrap()];
        file.seek(SeekFrom::Start(from)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    };
    written.filter_map(part).collect()
}

fn found(words: &Words, process: &str) -> Vec<String> {
    let parts = memory(process);
    assert!(parts.iter().map(Vec::len).sum::<usize>() > 1 << 20, "hardly anything could be read");
    parts.iter().flat_map(|part| words.within(part)).map(ToOwned::to_owned).collect()
}

#[test]
#[ignore = "needs root, to read what a process keeps to itself"]
fn nothing_of_anyone_is_left_in_memory_once_the_desk_is_locked() {
    if !is_root("isi memori sesudah dikunci") {
        return;
    }
    let words = Words::of_everyone();
    let place = office(false);
    let mut window = Window::open(place.path(), &[]);
    window.sees("Loket terkunci").types(OFFICER.0).types("<enter>").types(OFFICER.1);
    window.types("<enter>").sees("Kunjungan hari ini");
    window.types("<f3>").types(&name(17)).sees("6471**").types("<enter>").sees("Permohonan");
    let process = window.process();
    let open = found(&words, &process).len();
    assert!(open > 900, "only {open} words of an open desk were seen: nothing is proved");
    window.types("<f12>").sees("Loket terkunci");
    let left = found(&words, &process);
    assert!(left.is_empty(), "{} words, like {:?}", left.len(), &left[..left.len().min(5)]);
    tell(&format!("kenari: {open} kata di memori loket yang terbuka, 0 sesudah dikunci"));
}
