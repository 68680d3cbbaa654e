//! What printing systems say, in words that a clerk can do something with.

/// No queue is named, and the computer has none of its own choice.
pub const NO_DEFAULT: &str = "belum ada printer utama di komputer ini";

/// There is no queue of that name.
pub const NO_QUEUE: &str = "printer itu tidak ada di komputer ini; pilih printer yang lain";

/// A printer that prints nothing, and does not say why.
pub const STOPPED: &str = "printer sedang dihentikan di komputer ini";

/// A job that was taken out of its queue.
pub const CANCELLED: &str = "dibatalkan sebelum selesai dicetak";

/// There is nobody to ask for queues.
pub const NO_SERVER: &str =
    "layanan cetak di komputer ini tidak berjalan; hidupkan ulang komputernya";
const CLOSED: &str = "printer itu sedang tidak menerima cetakan; pilih printer yang lain";
const AWAY: &str = "printer mati atau tidak tersambung";

/// What is said when a job is refused.
const REFUSALS: &[(&str, &str)] = &[
    ("no default destination", NO_DEFAULT),
    ("printer or class does not exist", NO_QUEUE),
    ("invalid destination", NO_QUEUE),
    ("unknown destination", NO_QUEUE),
    ("not accepting", CLOSED),
    ("scheduler not responding", NO_SERVER),
    ("scheduler is not running", NO_SERVER),
    ("unable to connect to server", NO_SERVER),
    ("failed to connect to server", NO_SERVER),
    ("connection refused", NO_SERVER),
    ("transport endpoint", NO_SERVER),
    ("bad file descriptor", NO_SERVER),
];

/// What is said of a printer that prints nothing: keywords of the printing protocol (RFC 8011,
/// 5.4.12) and sentences of the programs behind the queues.
const TROUBLES: &[(&str, &str)] = &[
    ("media-empty", "kertas habis"),
    ("media-needed", "kertas habis"),
    ("out of paper", "kertas habis"),
    ("media-jam", "kertas macet"),
    ("toner-empty", "tinta atau toner habis"),
    ("marker-supply-empty", "tinta atau toner habis"),
    ("cover-open", "tutup printer terbuka"),
    ("door-open", "tutup printer terbuka"),
    ("offline", AWAY),
    ("connecting-to-device", AWAY),
    ("timed-out", AWAY),
    ("unplugged or turned off", AWAY),
    ("waiting for printer to become available", AWAY),
    ("unable to locate printer", AWAY),
    ("not responding", AWAY),
    ("unreachable", AWAY),
    ("may not exist or is unavailable", AWAY),
];

/// Why a job was refused; what is not known stays in the system's words.
#[must_use]
pub fn refusal(said: &str) -> String {
    ours(REFUSALS, said).map_or_else(|| said.to_owned(), ToOwned::to_owned)
}

/// What hinders a printer, if what is said of it names anything that does.
#[must_use]
pub fn trouble(said: &str) -> Option<&'static str> {
    ours(TROUBLES, said)
}

fn ours(table: &'static [(&str, &str)], said: &str) -> Option<&'static str> {
    let said = said.to_lowercase();
    table.iter().find(|(theirs, _)| said.contains(theirs)).map(|(_, ours)| *ours)
}
