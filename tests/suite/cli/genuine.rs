//! Asking on the command line whether a letter is genuine, without a store and without a passphrase.
use std::{env, fs, path::Path};

use loket::desk::verdicts::UNCOMPARED;

use crate::{
    cli::program::{fed, loket},
    desk::{
        counter::Counter,
        genuine::{issued, square},
    },
};

#[test]
fn an_institution_asks_with_the_file_of_keys_and_what_stands_on_the_card() {
    let mut counter = Counter::opens("2026-11-24");
    let (letter, goal) = issued(&mut counter);
    let (square, nowhere) = (square(&letter), Path::new("/nonexistent"));
    let keys = env::temp_dir().join(format!("loket-kunci-{}.txt", std::process::id()));
    let keys = keys.to_str().unwrap();
    counter.reopens_after(|folder| {
        loket(folder, &["--petugas", "rina", "kunci", "--ke", keys]).done();
    });
    let asked = |words: &[&str]| {
        let words = [&["verifikasi", &square, "--kunci", keys], words].concat();
        loket(nowhere, &words)
    };
    let answer = asked(&[]);
    // The letter counts for thirty days from a day that may be long gone when this runs.
    let title = answer.out.lines().next().unwrap();
    assert!(["ASLI", "KEDALUWARSA"].contains(&title), "{}", answer.out);
    assert_eq!(answer.status, i32::from(title != "ASLI"));
    assert!(answer.out.contains(letter.number.as_str()), "{}", answer.out);
    let piped = fed(nowhere, &["verifikasi", "--kunci", keys], format!("{square}\n").as_bytes());
    assert_eq!(piped.out, answer.out);
    let card = ["--nik", "6471055708850001", "--nama", "Siti Aminah", "--tujuan"];
    // Without the card the answer says that nobody was compared, and is the same otherwise.
    let compared = answer.out.replace(&format!("{UNCOMPARED}\n"), "");
    assert_eq!(asked(&[&card[..], &[&goal]].concat()).out, compared);
    assert_eq!(compared != answer.out, title == "ASLI");
    let other = asked(&[&card[..], &["Puskesmas Damai"]].concat());
    assert_eq!((other.status, other.out.lines().next()), (1, Some("TIDAK COCOK")));
    let forged = square.replace("2026", "2027");
    let forged = loket(nowhere, &["verifikasi", &forged, "--kunci", keys]);
    assert_eq!((forged.status, forged.out.lines().next()), (1, Some("BUKAN SURAT KAMI")));
    assert!(forged.told.is_empty(), "{}", forged.told);
    let half = asked(&["--nama", "Siti Aminah"]);
    assert_eq!(half.status, 2, "{}", half.told);
    fs::write(keys, "bukan kunci").unwrap();
    let damaged = asked(&[]);
    assert_eq!(damaged.status, 2, "{}", damaged.told);
    fs::remove_file(keys).unwrap();
}
