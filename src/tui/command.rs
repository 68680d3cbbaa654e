//! Everything the clerk can ask for, each said once: keys, name and help.
//!
//! # Why
//! Footer, help page, palette and the key card of the README are all read from this table, so that
//! none of them can say something else than what a key does. F10 to F12 are never the only key of
//! a command, because terminals take them; Ctrl-C is left free on purpose. Ctrl-Z suspends nothing
//! here: it takes back, as in every other program of the clerk.
use crossterm::event::KeyCode;

use crate::tui::key::Key;

/// What the clerk can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    Help,
    Save,
    Judge,
    Find,
    LookUp,
    Repeat,
    NextPart,
    Narrow,
    Filters,
    Words,
    Original,
    TakeBack,
    History,
    MoveOn,
    Print,
    Walkin,
    New,
    Edit,
    Referral,
    Letter,
    Receipt,
    Paper,
    Printer,
    Correct,
    Void,
    Held,
    PrintAll,
    Check,
    Card,
    ShowNik,
    Aid,
    Checked,
    Cease,
    Member,
    Deeds,
    Rights,
    Import,
    Agenda,
    Sit,
    Passphrase,
    Remove,
    Open,
    Choose,
    Mark,
    Same,
    Other,
    AsNew,
    Merge,
    Join,
    Apply,
    Split,
    Twins,
    Palette,
    Stop,
    Enter,
    Forgot,
    Back,
    Lock,
    Quit,
    Undo,
    Next,
    Previous,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

/// A command as it is shown.
#[derive(Debug)]
pub struct Row {
    pub command: Command,
    /// The first is shown; the others serve terminals that keep the first for themselves.
    pub keys: &'static [Key],
    /// At most 14 columns.
    pub name: &'static str,
    /// One sentence of less than 70 characters.
    pub help: &'static str,
}

const fn row(
    command: Command,
    keys: &'static [Key],
    name: &'static str,
    help: &'static str,
) -> Row {
    Row { command, keys, name, help }
}

const fn k(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn f(n: u8) -> Key {
    Key::f(n)
}

const fn c(letter: char) -> Key {
    Key::ctrl(letter)
}

const fn l(letter: char) -> Key {
    Key::letter(letter)
}

/// Every command, in the order of [`Command`].
#[rustfmt::skip]
pub const COMMANDS: &[Row] = &[
    row(Command::Help,     &[f(1), c('g')],                "Bantuan",      "Menjelaskan isian dan layar ini; dua kali: semua tombol."),
    row(Command::Save,     &[f(2), c('s')],                "Simpan",       "Menyimpan isian ini."),
    row(Command::Judge,    &[f(2), c('s')],                "Periksa",      "Memeriksa semua baris tanpa menyimpan apa pun."),
    row(Command::Find,     &[f(3), c('f')],                "Cari",         "Mencari warga, NIK, tiket atau telepon dari mana saja."),
    row(Command::LookUp,   &[f(4), c('o')],                "Pilihan",      "Membuka daftar pilihan, atau data yang ditunjuk isian ini."),
    row(Command::Repeat,   &[f(5), c('r')],                "Ulangi",       "Mengisi lagi jawaban terakhir untuk isian ini."),
    row(Command::NextPart, &[f(6), c('b')],                "Bagian",       "Pindah ke bagian berikutnya."),
    row(Command::Narrow,   &[f(6), c('b')],                "Saring",       "Menyaring pencarian menurut jenis, keadaan, kelurahan, tanggal."),
    row(Command::Filters,  &[f(4), c('o')],                "Saringan",     "Memakai saringan yang disimpan kantor, atau menyimpan yang baru."),
    row(Command::Words,    &[c('y'), l('s')],                "Templat",      "Menampilkan kata-kata surat ini, bagian demi bagian."),
    row(Command::Original, &[f(6), c('b')],                "Bawaan",       "Menampilkan teks bawaan program; dari sana dapat dipakai lagi."),
    row(Command::TakeBack, &[f(2), c('s')],                "Pakai bawaan", "Menaruh teks bawaan di layar ubah; disimpan di sana."),
    row(Command::History,  &[f(7), c('t')],                "Riwayat",      "Menampilkan apa yang sudah terjadi pada data ini."),
    row(Command::MoveOn,   &[f(8), c('d')],                "Langkah",      "Memilih langkah berikutnya untuk permohonan atau rujukan."),
    row(Command::Print,    &[f(9), c('p')],                "Cetak",        "Mencetak surat atau tanda terima ini."),
    row(Command::Walkin,   &[c('n'), k(KeyCode::Insert)],  "Tamu baru",    "Menerima tamu yang baru datang."),
    row(Command::New,      &[c('n'), k(KeyCode::Insert)],  "Baru",         "Menambah data baru."),
    row(Command::Edit,     &[c('e'), l('u')],              "Ubah",         "Mengubah data ini."),
    row(Command::Referral, &[c('a'), l('r')],              "Rujuk",        "Merujuk permohonan ini ke lembaga lain."),
    row(Command::Letter,   &[c('y'), l('s')],              "Surat",        "Menampilkan suratnya; yang belum ada diterbitkan dengan nomor."),
    row(Command::Receipt,  &[Key::shift(KeyCode::F(9)), l('t')], "Tanda terima", "Menampilkan tanda terima untuk tamu."),
    row(Command::Paper,    &[l('k')],                      "Kertas",       "Mengganti kertas: A4, F4, atau F4 sempit."),
    row(Command::Printer,  &[l('p')],                      "Printer",      "Memilih printer dan kertas untuk jenis surat ini; diingat."),
    row(Command::Correct,  &[l('g')],                      "Ganti surat",  "Menulis surat baru yang menggantikan surat ini."),
    row(Command::Void,     &[l('x')],                      "Nomor batal", "Membatalkan nomor surat ini; alasannya masuk buku agenda."),
    row(Command::Held,     &[l('s')],                      "Sisihkan",    "Menyisihkan nomor berikutnya untuk surat tulis tangan."),
    row(Command::PrintAll, &[l('c')],                      "Cetak semua",  "Mencetak semua surat yang belum keluar, satu per satu."),
    row(Command::Check,    &[l('v')],                      "Periksa surat", "Memeriksa apakah sebuah surat asli, dari kotak QR-nya."),
    row(Command::Card,     &[f(4), c('o'), l('w')],        "Warga",        "Membuka data warga yang bersangkutan."),
    row(Command::ShowNik,  &[l('n')],                      "Tampilkan NIK", "Menampilkan NIK lengkap; alasannya ditanyakan dan dicatat."),
    row(Command::Aid,      &[l('b')],                      "Bansos",       "Menampilkan bantuan keluarga ini, atau mencatat hasil permohonan."),
    row(Command::Checked,  &[l('c')],                      "Masih sama",   "Mencatat bahwa bantuan itu dicek hari ini dan masih sama."),
    row(Command::Cease,    &[l('x')],                      "Berhenti",     "Mencatat bahwa bantuan yang ditunjuk sudah berhenti."),
    row(Command::Member,   &[l('a'), Key::shift(KeyCode::F(6))], "Anggota baru", "Mendaftarkan anggota keluarga pada KK dan alamat warga ini."),
    row(Command::Deeds,    &[l('j'), Key::shift(KeyCode::F(7))], "Jejak",     "Menampilkan semua yang dikerjakan petugas yang ditunjuk."),
    row(Command::Rights,   &[l('h')],                      "Hak warga",    "Membuat salinan data bagi warga, atau menghapus datanya."),
    row(Command::Import,   &[l('i'), Key::shift(KeyCode::F(8))], "Impor warga", "Mengambil daftar warga dari berkas CSV atau XLSX."),
    row(Command::Agenda,   &[l('a')],                      "Buku agenda", "Menampilkan semua nomor surat dan apa yang terjadi dengannya."),
    row(Command::Sit,      &[l('g'), Key::shift(KeyCode::F(2))], "Ganti petugas", "Petugas yang ditunjuk duduk di loket ini."),
    row(Command::Passphrase, &[l('p'), Key::shift(KeyCode::F(4))], "Sandi baru", "Memberi kata sandi kepada petugas yang lupa atau belum punya."),
    row(Command::Remove,   &[k(KeyCode::Delete)],          "Hapus",        "Menghapus baris yang ditunjuk."),
    row(Command::Open,     &[k(KeyCode::Enter)],           "Buka",         "Membuka baris yang ditunjuk."),
    row(Command::Choose,   &[k(KeyCode::Enter)],           "Pilih",        "Mengambil yang ditunjuk."),
    row(Command::Mark,     &[k(KeyCode::Char(' '))],       "Tandai",       "Memberi atau menghapus tanda pada baris yang ditunjuk."),
    row(Command::Same,     &[f(4), c('o'), l('i')],        "Ini orangnya", "Memakai data yang sudah tercatat; yang diketik tidak menimpanya."),
    row(Command::Other,    &[l('l'), Key::shift(KeyCode::F(10))], "Bukan dia",  "Mencatat bahwa keduanya bukan orang yang sama."),
    row(Command::AsNew,    &[f(2), c('s')],                "Tetap simpan", "Menyimpannya sebagai orang lain, meski mirip."),
    row(Command::Merge,    &[l('m'), Key::shift(KeyCode::F(3))], "Gabung",     "Mencari data lain dari orang yang sama, untuk digabungkan."),
    row(Command::Join,     &[f(2), c('s')],                "Gabungkan",    "Menjadikan kedua data ini satu."),
    row(Command::Apply,    &[f(2), c('s')],                "Pakai",        "Memakai isian ini untuk menyaring pencarian."),
    row(Command::Split,    &[l('z'), Key::shift(KeyCode::F(8))], "Pisahkan",   "Memisahkan lagi dua data yang pernah digabungkan."),
    row(Command::Twins,    &[l('d'), Key::shift(KeyCode::F(1))],   "Kembar",     "Mencari warga yang mungkin terdaftar dua kali."),
    row(Command::Palette,  &[c('k'), f(10)],               "Semua",        "Menampilkan semua perintah di layar ini."),
    row(Command::Stop,     &[c('x')],                      "Hentikan",     "Menghentikan pekerjaan yang sedang berjalan."),
    row(Command::Enter,    &[f(2), c('s')],                "Masuk",        "Membuka loket dengan kode petugas dan kata sandi itu."),
    row(Command::Forgot,   &[f(7), c('t')],                "Lupa sandi",   "Masuk dengan kode pemulihan dari tempat terkunci."),
    row(Command::Back,     &[k(KeyCode::Esc)],             "Kembali",      "Kembali ke layar sebelumnya; isian tersimpan sebagai konsep."),
    row(Command::Lock,     &[c('l'), f(12)],               "Kunci",        "Mengunci loket; isian yang belum selesai tetap tersimpan."),
    row(Command::Quit,     &[c('q')],                      "Keluar",       "Menutup Loket; isian yang belum selesai tetap tersimpan."),
    row(Command::Undo,     &[c('z'), Key::shift(KeyCode::F(5))], "Batalkan",  "Membatalkan perubahan terakhir Anda; riwayatnya tetap ada."),
    row(Command::Next,     &[k(KeyCode::Enter), k(KeyCode::Tab), k(KeyCode::Down)], "Lanjut", "Pindah ke isian berikutnya."),
    row(Command::Previous, &[k(KeyCode::Up), k(KeyCode::BackTab)],                  "Mundur", "Pindah ke isian sebelumnya."),
    row(Command::Up,       &[k(KeyCode::Up), k(KeyCode::BackTab)],                  "Naik",   "Naik satu baris."),
    row(Command::Down,     &[k(KeyCode::Down), k(KeyCode::Tab)],                    "Turun",  "Turun satu baris."),
    row(Command::PageUp,   &[k(KeyCode::PageUp)],          "Hal. sebelum", "Naik satu halaman."),
    row(Command::PageDown, &[k(KeyCode::PageDown)],        "Hal. sesudah", "Turun satu halaman."),
    row(Command::First,    &[k(KeyCode::Home)],            "Awal",         "Ke awal baris isian, atau ke baris pertama daftar."),
    row(Command::Last,     &[k(KeyCode::End)],             "Akhir",        "Ke akhir baris isian, atau ke baris terakhir daftar."),
];

/// What can be asked for on every screen.
pub const GLOBAL: &[Command] =
    &[Command::Help, Command::Find, Command::Palette, Command::Lock, Command::Quit, Command::Undo];

/// What moves about on every screen, whether its footer says so or not.
pub const MOVES: &[Command] = &[
    Command::Up,
    Command::Down,
    Command::PageUp,
    Command::PageDown,
    Command::First,
    Command::Last,
];

impl Command {
    /// Its row in the table.
    #[must_use]
    pub const fn row(self) -> &'static Row {
        &COMMANDS[self as usize]
    }

    /// The key that is shown for it.
    #[must_use]
    pub const fn key(self) -> Key {
        self.row().keys[0]
    }

    /// Moving about is not worth a place in the footer.
    #[must_use]
    pub const fn is_move(self) -> bool {
        self as usize >= Self::Next as usize
    }

    /// The place in a list to which it moves from one, where it moves at all.
    #[must_use]
    pub fn moved(self, here: usize, page: usize, count: usize) -> Option<usize> {
        let to = match self {
            Self::Up | Self::Previous => here.saturating_sub(1),
            Self::Down | Self::Next => here + 1,
            Self::PageUp => here.saturating_sub(page),
            Self::PageDown => here + page,
            Self::First => 0,
            Self::Last => count,
            _ => return None,
        };
        Some(to.min(count.saturating_sub(1)))
    }

    /// The command that this key asks for, among those of the screen first, then those of every
    /// screen. Where text can be `typing`, a letter is a letter.
    #[must_use]
    pub fn asked(key: Key, offered: &[Self], typing: bool) -> Option<Self> {
        if typing && key.typed().is_some() {
            return None;
        }
        let all = offered.iter().chain(GLOBAL).chain(&[Self::Stop]).chain(MOVES);
        all.copied().find(|command| command.row().keys.contains(&key))
    }
}

impl Command {
    /// The command that this key asks for on other screens; a letter asks for none.
    #[must_use]
    pub fn elsewhere(key: Key) -> Option<Self> {
        let asks = key.is_ctrl() || matches!(key.code, KeyCode::F(_) | KeyCode::Insert);
        let mut rows = COMMANDS.iter().filter(|_| asks);
        rows.find(|row| row.keys.contains(&key)).map(|row| row.command)
    }
}

/// The key card of the README: a Markdown table.
#[must_use]
pub fn card() -> String {
    let rows = COMMANDS.iter().map(|row| {
        let keys: Vec<_> = row.keys.iter().map(ToString::to_string).collect();
        format!("| {} | {} | {} |\n", keys.join(", "), row.name, row.help)
    });
    ["| Tombol | Nama | Gunanya |\n|---|---|---|\n".to_owned()].into_iter().chain(rows).collect()
}
