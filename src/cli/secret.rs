//! A passphrase from the keyboard or from a file.
use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _},
    path::Path,
};

use crate::cli::failure::Failure;

/// The most bytes that the line of a passphrase may have.
const MOST: u64 = 4096;

/// Asks at the keyboard; nothing is shown.
pub fn asked(question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(question).map_err(|_| Failure::Wrong {
        what: "kata sandi tidak dapat ditanyakan di sini".to_owned(),
        instead: "Sebutkan dengan LOKET_SANDI atau --sandi-dari BERKAS.",
    })
}

/// Asks for a new one, twice.
pub fn chosen() -> Result<String, Failure> {
    let first = asked("Kata sandi baru (12 huruf atau lebih): ")?;
    if asked("Sekali lagi: ")? == first {
        return Ok(first);
    }
    Err(Failure::Wrong {
        what: "kedua kata sandi itu tidak sama".to_owned(),
        instead: "Jalankan lagi, lalu ketik yang sama dua kali.",
    })
}

/// The first line of a file, or of what comes in; the rest of that stays there.
pub fn first_line(file: &Path) -> io::Result<String> {
    let mut line = String::new();
    if file == Path::new("-") {
        io::stdin().lock().take(MOST).read_line(&mut line)?;
    } else {
        BufReader::new(File::open(file)?).take(MOST).read_line(&mut line)?;
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
