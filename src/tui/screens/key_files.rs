//! The files with which others check the letters of this office.
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        key_files::{self, KeyFiles},
    },
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        widget::pager::Pager,
    },
};

/// What they are for, and the way to save them.
#[derive(Debug)]
pub struct Handout {
    words: Pager,
    folder: PathBuf,
    busy: bool,
}

impl Handout {
    pub fn open(desk: &Desk) -> Opened {
        let files = key_files::files(desk)?;
        let folder = files.to.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Box::new(Self { words: Pager::flowing(&words(&files)), folder, busy: false }))
    }
}

/// What the clerk reads.
fn words(files: &KeyFiles) -> String {
    let name = |file: &Path| file.file_name().map(|name| name.display().to_string());
    let keys = name(&files.to).unwrap_or_default();
    let list = match files.list.as_deref().and_then(name) {
        Some(list) => format!(
            "{list}: surat yang sudah keluar lalu batal atau diganti, hanya nomor dan tanggalnya. \
             Berikan yang baru secara berkala, dan setiap kali ada surat yang dibatalkan."
        ),
        None => "Daftar surat yang dicabut memuat juga surat yang terbatas. Petugas yang berhak \
                 membuka data terbatas menyimpannya dari layar ini."
            .to_owned(),
    };
    let many = files.keys;
    format!(
        "Dengan berkas ini lembaga lain dapat memeriksa sendiri apakah surat dari kantor ini asli. \
         Isinya bukan rahasia dan tidak menyebut nama warga.\n\n\
         {keys}: kunci surat, sekarang {many} buah. Berikan lagi setelah kuncinya bertambah, \
         misalnya karena ada petugas yang berhenti.\n\n\
         {list}\n\n\
         Berikan kepada lembaga yang menerima surat kantor ini, misalnya Dinas Sosial, rumah sakit \
         atau BPJS: lewat stick, atau dikirim seperti berkas biasa.\n\n\
         Di sana isi kotak QR diperiksa di Loket (buku agenda, huruf v), atau dengan perintah\n\
         loket verifikasi ISI --kunci BERKAS --dicabut BERKAS"
    )
}

impl Screen for Handout {
    fn name(&self) -> &'static str {
        "kunci-surat"
    }

    fn title(&self) -> Cow<'_, str> {
        "Kunci surat".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        format!("F2 menyimpannya di {}.", self.folder.display()).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Save, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let again = self.busy && command == Command::Save;
        again.then_some("berkas yang tadi masih ditulis")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                let files = key_files::written(desk)?;
                self.busy = true;
                return Ok(vec![Effect::Run(Job::Save { files })]);
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Finished(_) => self.busy = false,
            other => drop(self.words.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.words.view(area, buf)
    }
}
