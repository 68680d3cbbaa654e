//! Help, three deep: the question, the screen, and all keys.
use std::{borrow::Cow, fmt::Write as _};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    form::field::Field,
    tui::{
        command::{COMMANDS, Command},
        screen::{Effect, Msg, Screen, Step},
        theme::Theme,
        widget::pager::Pager,
    },
};

/// The help texts, by the name of their screen; at most 15 lines of at most 76 columns.
pub const TEXTS: &[(&str, &str)] = &[
    ("agenda", include_str!("../../../assets/bantuan/agenda.txt")),
    ("aturan-surat", include_str!("../../../assets/bantuan/aturan-surat.txt")),
    ("bantuan-warga", include_str!("../../../assets/bantuan/bantuan-warga.txt")),
    ("batal-nomor", include_str!("../../../assets/bantuan/batal-nomor.txt")),
    ("batasi-data", include_str!("../../../assets/bantuan/batasi-data.txt")),
    ("beranda", include_str!("../../../assets/bantuan/beranda.txt")),
    ("cadangan", include_str!("../../../assets/bantuan/cadangan.txt")),
    ("cari", include_str!("../../../assets/bantuan/cari.txt")),
    ("catat-bantuan", include_str!("../../../assets/bantuan/catat-bantuan.txt")),
    ("daftar", include_str!("../../../assets/bantuan/daftar.txt")),
    ("daftar-layanan", include_str!("../../../assets/bantuan/daftar-layanan.txt")),
    ("daftar-lembaga", include_str!("../../../assets/bantuan/daftar-lembaga.txt")),
    ("daftar-petugas", include_str!("../../../assets/bantuan/daftar-petugas.txt")),
    ("daftar-surat", include_str!("../../../assets/bantuan/daftar-surat.txt")),
    ("data-warga", include_str!("../../../assets/bantuan/data-warga.txt")),
    ("folder-cadangan", include_str!("../../../assets/bantuan/folder-cadangan.txt")),
    ("hapus-data", include_str!("../../../assets/bantuan/hapus-data.txt")),
    ("impor", include_str!("../../../assets/bantuan/impor.txt")),
    ("impor-berkas", include_str!("../../../assets/bantuan/impor-berkas.txt")),
    ("impor-daftar", include_str!("../../../assets/bantuan/impor-daftar.txt")),
    ("informasi", include_str!("../../../assets/bantuan/informasi.txt")),
    ("insiden", include_str!("../../../assets/bantuan/insiden.txt")),
    ("jejak", include_str!("../../../assets/bantuan/jejak.txt")),
    ("kabar-rujukan", include_str!("../../../assets/bantuan/kabar-rujukan.txt")),
    ("kantor", include_str!("../../../assets/bantuan/kantor.txt")),
    ("konsep", include_str!("../../../assets/bantuan/konsep.txt")),
    ("kunci-surat", include_str!("../../../assets/bantuan/kunci-surat.txt")),
    ("langkah", include_str!("../../../assets/bantuan/langkah.txt")),
    ("layanan", include_str!("../../../assets/bantuan/layanan.txt")),
    ("lembaga", include_str!("../../../assets/bantuan/lembaga.txt")),
    ("lihat-nik", include_str!("../../../assets/bantuan/lihat-nik.txt")),
    ("nomor-disisihkan", include_str!("../../../assets/bantuan/nomor-disisihkan.txt")),
    ("pengaturan", include_str!("../../../assets/bantuan/pengaturan.txt")),
    ("perintah", include_str!("../../../assets/bantuan/perintah.txt")),
    ("periksa-surat", include_str!("../../../assets/bantuan/periksa-surat.txt")),
    ("permohonan", include_str!("../../../assets/bantuan/permohonan.txt")),
    ("permohonan-baru", include_str!("../../../assets/bantuan/permohonan-baru.txt")),
    ("pertanyaan", include_str!("../../../assets/bantuan/pertanyaan.txt")),
    ("petugas", include_str!("../../../assets/bantuan/petugas.txt")),
    ("pilihan", include_str!("../../../assets/bantuan/pilihan.txt")),
    ("potongan", include_str!("../../../assets/bantuan/potongan.txt")),
    ("riwayat", include_str!("../../../assets/bantuan/riwayat.txt")),
    ("rujuk", include_str!("../../../assets/bantuan/rujuk.txt")),
    ("rujukan", include_str!("../../../assets/bantuan/rujukan.txt")),
    ("ganti-sandi", include_str!("../../../assets/bantuan/ganti-sandi.txt")),
    ("sandi-petugas", include_str!("../../../assets/bantuan/sandi-petugas.txt")),
    ("sandi-pertama", include_str!("../../../assets/bantuan/sandi-pertama.txt")),
    ("masuk", include_str!("../../../assets/bantuan/masuk.txt")),
    ("masuk-pemulihan", include_str!("../../../assets/bantuan/masuk-pemulihan.txt")),
    ("menyegel", include_str!("../../../assets/bantuan/menyegel.txt")),
    ("pemulihan", include_str!("../../../assets/bantuan/pemulihan.txt")),
    ("salinan-data", include_str!("../../../assets/bantuan/salinan-data.txt")),
    ("ubah-permohonan", include_str!("../../../assets/bantuan/ubah-permohonan.txt")),
    ("saring", include_str!("../../../assets/bantuan/saring.txt")),
    ("saringan", include_str!("../../../assets/bantuan/saringan.txt")),
    ("siapkan", include_str!("../../../assets/bantuan/siapkan.txt")),
    ("slip", include_str!("../../../assets/bantuan/slip.txt")),
    ("surat-tangan", include_str!("../../../assets/bantuan/surat-tangan.txt")),
    ("surat", include_str!("../../../assets/bantuan/surat.txt")),
    ("gabung", include_str!("../../../assets/bantuan/gabung.txt")),
    ("gabung-cari", include_str!("../../../assets/bantuan/gabung-cari.txt")),
    ("kembar", include_str!("../../../assets/bantuan/kembar.txt")),
    ("mirip", include_str!("../../../assets/bantuan/mirip.txt")),
    ("tamu", include_str!("../../../assets/bantuan/tamu.txt")),
    ("contoh-surat", include_str!("../../../assets/bantuan/contoh-surat.txt")),
    ("cetak-semua", include_str!("../../../assets/bantuan/cetak-semua.txt")),
    ("daftar-printer", include_str!("../../../assets/bantuan/daftar-printer.txt")),
    ("printer", include_str!("../../../assets/bantuan/printer.txt")),
    ("daftar-templat", include_str!("../../../assets/bantuan/daftar-templat.txt")),
    ("templat", include_str!("../../../assets/bantuan/templat.txt")),
    ("templat-bawaan", include_str!("../../../assets/bantuan/templat-bawaan.txt")),
    ("umum", include_str!("../../../assets/bantuan/umum.txt")),
    ("warga", include_str!("../../../assets/bantuan/warga.txt")),
    ("tulis-surat", include_str!("../../../assets/bantuan/tulis-surat.txt")),
];

/// The text for a screen, or the one for all of them.
#[must_use]
pub fn text(name: &str) -> &'static str {
    let named = |name: &str| TEXTS.iter().find(|row| row.0 == name).map(|row| row.1);
    named(name).or_else(|| named("umum")).unwrap_or_default()
}

/// A page of help on top of the screen that it explains.
#[derive(Debug)]
pub struct Help {
    pager: Pager,
    card: bool,
}

impl Help {
    /// The question where the cursor stands comes first, then the screen, then what it can do.
    #[must_use]
    pub fn new(name: &str, field: Option<&Field>, commands: &[Command]) -> Self {
        let mut page = String::new();
        if let Some(field) = field {
            let _ = writeln!(page, "{}\n  {}\n", field.label, field.hint);
        }
        page.push_str(text(name));
        let shown: Vec<_> = commands.iter().filter(|command| !command.is_move()).collect();
        if !shown.is_empty() {
            page.push_str("\nDi layar ini:\n");
        }
        for command in shown {
            let row = command.row();
            let _ =
                writeln!(page, "  {:<9} {:<13} {}", row.keys[0].to_string(), row.name, row.help);
        }
        Self { pager: Pager::flowing(&page), card: false }
    }
}

/// Every command with all of its keys.
fn card() -> String {
    let rows = COMMANDS.iter().map(|row| {
        let keys: Vec<_> = row.keys.iter().map(ToString::to_string).collect();
        format!("{:<13} {}\n  {}\n", row.name, keys.join(", "), row.help)
    });
    rows.collect()
}

impl Screen for Help {
    fn name(&self) -> &'static str {
        "umum"
    }

    fn title(&self) -> Cow<'_, str> {
        if self.card { "Semua tombol" } else { "Bantuan" }.into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.card { "Esc kembali." } else { "F1 sekali lagi: semua tombol. Esc kembali." }.into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Help, Command::Back]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        self.alone(&msg)
    }

    fn alone(&mut self, msg: &Msg) -> Step {
        Ok(match msg {
            Msg::Command(Command::Help) => {
                *self = Self { pager: Pager::flowing(&card()), card: true };
                vec![]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            other => {
                self.pager.update(other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.pager.view(area, buf)
    }
}
