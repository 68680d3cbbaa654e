//! What the program keeps out of files.
use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::{fs::MetadataExt as _, process::ExitStatusExt as _},
    process::{Command, Stdio},
};

use crate::{
    cli::{intakes::lines, program::office},
    place::PASSPHRASE,
};

#[test]
fn no_core_dump_is_written_even_where_the_shell_allows_it() {
    let place = office();
    // The program takes over the shell's process, its folder and its limits.
    let mut child = Command::new("sh")
        .args(["-c", "ulimit -c unlimited 2>/dev/null; exec \"$0\" terima"])
        .arg(env!("CARGO_BIN_EXE_loket"))
        .env("LOKET_DATA", place.path())
        .env("LOKET_SANDI", PASSPHRASE)
        .env_remove("LOKET_PETUGAS")
        .current_dir(place.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(lines(0..1).as_bytes()).unwrap();
    let mut told = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut told).unwrap();
    assert!(told.starts_with("tersimpan\t"), "{told}");

    let process = format!("/proc/{}", child.id());
    let limits = fs::read_to_string(format!("{process}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().collect::<Vec<_>>()[4..6], ["0", "0"], "{core}");
    // What the system does not dump belongs to root, whoever started it.
    let owner = |of: &str| fs::metadata(format!("{of}/environ")).unwrap().uid();
    assert_eq!(owner(&process), 0);

    let kill = Command::new("kill").args(["-ABRT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let ended = child.wait().unwrap();
    assert_eq!((ended.signal(), ended.core_dumped()), (Some(6), false));
    let left = fs::read_dir(place.path()).unwrap().map(|file| file.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().contains("core")));
}
