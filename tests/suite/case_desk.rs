//! A founded office in a folder of its own, with requests that were taken before the story begins.
use std::{
    cell::Cell,
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
};

use chrono::NaiveDateTime;
use loket::{
    desk::{
        agenda,
        counter::{Clock, Desk},
        keys, letters,
        lists::{self, Which},
        requests::{self, Subject},
        residents, setup,
    },
    domain::{
        id::Id,
        letter::Letter,
        moment::{Moment, Zone},
        request::Request,
    },
    form::{field::Draft, office_answers},
    print::spool::printers::Spool,
    tui::{
        app::App,
        doors::{self, DOORS},
        screen::{Msg, Opened, Route},
        screens::open,
        shell::{Doors, Order},
        theme::Theme,
        worker::Worker,
    },
};

use crate::{
    clerk::Clerk,
    place::{opened, passphrase},
};

/// Tuesday morning.
pub const TODAY: &str = "2026-11-24 09:15";

/// The folder of an office; it goes with the test.
pub struct Place {
    folder: PathBuf,
    who: Id,
    /// Requests taken so far, a minute apart.
    taken: Cell<u32>,
}

impl Place {
    /// An office with one officer and one resident.
    pub fn founded() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("loket-case-{}-{number}", process::id()));
        let mut desk = sat(&folder, TODAY);
        let mut place = office_answers::preset("64.71.05.1002".parse().unwrap());
        place.put("alamat_kantor", "Jalan Marsma R. Iswahyudi No. 12");
        place.put("telepon_kantor", "0542760123");
        place.put("nama_kepala", "Ahmad Fauzi, S.STP.");
        place.put("nip_kepala", "197803122002121004");
        place.put("nama_koordinator", "Dewi Lestari, S.Sos.");
        let person = draft(&[("nama_petugas", "Rina Wulandari")]);
        setup::found(&mut desk, &place, &person, &passphrase()).unwrap();
        keys::noted(&mut desk).unwrap();
        let person = draft(&[
            ("nik", "6471055405850003"),
            ("nama", "Siti Aminah"),
            ("jenis_kelamin", "P"),
            ("tempat_lahir", "Balikpapan"),
            ("tanggal_lahir", "14-5-1985"),
            ("alamat", "Jalan Sepinggan Baru III No. 21"),
            ("rt", "14"),
            ("hp", "081234567890"),
        ]);
        let who = residents::register(&mut desk, &person, true).unwrap().id;
        Self { folder, who, taken: Cell::new(0) }
    }

    /// Takes a request; answers with its ticket.
    pub fn takes(&self, answers: &[(&str, &str)]) -> String {
        self.taken.set(self.taken.get() + 1);
        let mut desk = sat(&self.folder, &format!("2026-11-24 08:{:02}", self.taken.get()));
        let taken = requests::take(&mut desk, &draft(answers), Subject::Known(self.who), true);
        taken.unwrap().request.ticket.to_string()
    }

    /// Takes a request for health cover; of its four papers these were brought.
    pub fn takes_cover(&self, papers: &str) -> String {
        self.takes(&[
            ("jenis", "permohonan"),
            ("layanan", "PBI-REAKT"),
            ("uraian", "Kartu KIS mati, harus cuci darah dua kali seminggu"),
            ("keperluan", "berobat"),
            ("persetujuan", "lisan"),
            ("hubungan_pelapor", "keluarga"),
            ("pelapor", "Budi Santoso"),
            ("pbi_alasan", "kronis"),
            ("berkas", papers),
        ])
    }

    /// A clerk sits down before the newest request, at that time.
    pub fn at(&self, time: &str) -> Clerk {
        let doors = Doors { open: newest_first, ..DOORS };
        let app = App::new(sat(&self.folder, time), doors, Theme::MONO).unwrap();
        Clerk::sits_down(app)
    }

    /// A clerk sits down before the first screen, at that time.
    pub fn at_home(&self, time: &str) -> Clerk {
        Clerk::sits_down(App::new(sat(&self.folder, time), DOORS, Theme::MONO).unwrap())
    }

    /// How many requests a list holds, once the clerk has gone home.
    pub fn counts(&self, which: Which) -> usize {
        lists::count(&sat(&self.folder, TODAY), which)
    }

    /// The request of a ticket, once the clerk has gone home.
    pub fn request(&self, ticket: &str) -> Request {
        let desk = sat(&self.folder, TODAY);
        desk.must(lists::with_ticket(&desk, ticket).unwrap()).unwrap()
    }

    /// A letter, once the clerk has gone home.
    pub fn issued(&self, letter: Id) -> Letter {
        sat(&self.folder, TODAY).must(letter).unwrap()
    }

    /// The letters of the ledger in their order, once the clerk has gone home.
    pub fn posted(&self) -> Vec<Letter> {
        let desk = sat(&self.folder, TODAY);
        let rows = agenda::rows(&desk, 2026, false).unwrap();
        rows.iter().map(|row| desk.must(row.letter.unwrap()).unwrap()).collect()
    }

    /// The letter of a number, once the clerk has gone home.
    pub fn numbered(&self, number: &str) -> Letter {
        letters::with_number(&sat(&self.folder, TODAY), number).unwrap()
    }

    /// What stands in the folder of letters, by name.
    pub fn letters(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.letter("")) else { return vec![] };
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    pub fn letter(&self, name: &str) -> PathBuf {
        self.folder.join("surat").join(name)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Does every job that the clerk asked for, and lets the clerk hear what came of it.
pub fn work(clerk: &mut Clerk, spool: &Spool) {
    let (told, heard) = mpsc::channel();
    let spool = spool.clone();
    let worker = Worker::start(move |job, watch| doors::work_through(&spool, job, watch), told);
    let jobs: Vec<Order> = std::mem::take(&mut clerk.orders);
    for job in jobs {
        worker.take(job);
        loop {
            let msg = heard.recv().unwrap();
            let last = matches!(msg, Msg::Finished(_));
            clerk.hears(msg);
            if last {
                break;
            }
        }
    }
}

fn sat(folder: &Path, time: &str) -> Desk {
    let time = NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap();
    let clock = Clock::Set(Moment::at(time, Zone::Wita));
    opened(folder, clock)
}

fn newest_first(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        Route::Home => open::open(&Route::Request(lists::ids(desk, Which::All)[0]), desk),
        other => open::open(other, desk),
    }
}

fn draft(answers: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (id, answer) in answers {
        draft.put(id, *answer);
    }
    draft
}
