//! The log of `strace`: which calls a program made, when each began and when it was done.
use std::{collections::HashMap, path::Path};

/// The calls that change files, or tell what another of them did.
const CALLS: &str = "openat,creat,read,pread64,write,pwrite64,writev,pwritev,lseek,ftruncate,\
                     truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,\
                     rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,copy_file_range,sendfile";

/// The words that start `strace` so that [`moments`] can read what it wrote.
pub fn strace(log: &Path) -> Vec<String> {
    let calls = format!("trace={CALLS}");
    let words = ["strace", "-f", "-y", "-xx", "-s", "16777216", "-e", &calls, "-o"];
    words.into_iter().chain(log.to_str()).map(ToOwned::to_owned).collect()
}

/// A call: its name and its arguments as they are written in the log.
#[derive(Debug, Clone)]
pub struct Call {
    pub name: String,
    pub words: Vec<String>,
}

/// A call begins, or is done.
#[derive(Debug)]
pub enum Moment {
    Begins { thread: u32, call: Call },
    Done { thread: u32, call: Call, answer: String },
}

/// Every moment of a log, in order.
pub fn moments(log: &str) -> Vec<Moment> {
    let mut begun = HashMap::new();
    let mut moments = vec![];
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Ok(thread) = thread.parse::<u32>() else { continue };
        let rest = rest.trim_start();
        let whole = if let Some(head) = rest.strip_suffix(" <unfinished ...>") {
            if let Some(call) = call(head) {
                moments.push(Moment::Begins { thread, call });
            }
            begun.insert(thread, head.to_owned());
            continue;
        } else if let Some((_, tail)) =
            rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>"))
        {
            // `open resumed>) = 3` and `read resumed>"…", 8) = 8` go on where they stopped.
            let Some(head) = begun.remove(&thread) else { continue };
            (format!("{head}{tail}"), true)
        } else {
            (rest.to_owned(), false)
        };
        let (text, resumed) = whole;
        let Some((head, answer)) = text.rsplit_once(") = ").or_else(|| padded(&text)) else {
            continue;
        };
        let Some(call) = call(head) else { continue };
        if !resumed {
            moments.push(Moment::Begins { thread, call: call.clone() });
        }
        moments.push(Moment::Done { thread, call, answer: answer.trim().to_owned() });
    }
    moments
}

/// Short calls are followed by blanks before their answer.
fn padded(text: &str) -> Option<(&str, &str)> {
    let (head, answer) = text.rsplit_once("= ")?;
    Some((head.trim_end().strip_suffix(')')?, answer))
}

fn call(head: &str) -> Option<Call> {
    let (name, words) = head.split_once('(')?;
    // Whatever was text is written in hexadecimal: no comma stands inside it.
    let words = words.split(", ").map(|word| word.trim().to_owned()).collect();
    Some(Call { name: name.to_owned(), words })
}

/// The bytes of all texts in a word: `"\x61\x62"` and `[{iov_base="\x61", …}]`.
pub fn bytes(word: &str) -> Vec<u8> {
    word.split('"').skip(1).step_by(2).flat_map(plain).collect()
}

/// The number and the path of an open file: `3<\x2f\x61>`.
pub fn open_file(word: &str) -> Option<(&str, String)> {
    let (number, rest) = word.split_once('<')?;
    let (path, _) = rest.split_once('>')?;
    Some((number, String::from_utf8(plain(path)).ok()?))
}

fn plain(text: &str) -> Vec<u8> {
    let hex = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = text.split("\\x").skip(1).filter_map(|pair| match pair.as_bytes() {
        [high, low, ..] => Some(hex(*high)? << 4 | hex(*low)?),
        _ => None,
    });
    pairs.collect()
}

#[test]
fn a_log_is_read_as_calls_that_begin_and_are_done() {
    let log = "7 write(1<\\x61>, \"\\x74\\x0a\", 2) = 2\n\
               8 fsync(3<\\x2f\\x62> <unfinished ...>\n\
               7 close(4)                                = 0\n\
               8 <... fsync resumed>)              = 0\n\
               8 openat(AT_FDCWD<\\x2f>, \"\\x62\", O_RDONLY) = -1 ENOENT (No such file)\n\
               8 writev(3<\\x2f\\x62>, [{iov_base=\"\\x61\", iov_len=1}, {iov_base=\"\\x62\", \
               iov_len=1}], 2) = 2\n\
               8 +++ exited with 0 +++\n";
    let told: Vec<String> = moments(log)
        .iter()
        .map(|moment| match moment {
            Moment::Begins { thread, call } => format!("{thread} {}", call.name),
            Moment::Done { thread, call, answer } => format!("{thread} {} {answer}", call.name),
        })
        .collect();
    let open = "8 openat -1 ENOENT (No such file)";
    let whole = ["7 write", "7 write 2", "8 fsync", "7 close", "7 close 0", "8 fsync 0"];
    assert_eq!(told[..6], whole);
    assert_eq!(told[6..], ["8 openat", open, "8 writev", "8 writev 2"]);
    assert_eq!(bytes("[{iov_base=\"\\x61\", iov_len=1}, {iov_base=\"\\x62\""), b"ab");
    assert_eq!(open_file("3<\\x2f\\x62>"), Some(("3", "/b".to_owned())));
}
