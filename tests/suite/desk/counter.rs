//! A desk that opens for a test: an office in Balikpapan, its first officer and a clock that is set.
use std::{
    env, fs,
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::place::{PASSPHRASE, opened, passphrase};
use chrono::NaiveDate;
use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::Pass,
        requests::{self, Subject, Taken},
        residents, roads, setup, slips,
    },
    domain::{
        id::Id,
        moment::{Moment, Zone},
        paper::Paper,
        request::Request,
        ticket::Ticket,
    },
    fault::Fault,
    form::{field::Draft, office_answers},
    letter::kind::Kind,
    print::text,
};

/// The desk of a test. Its folder goes with it.
pub(crate) struct Counter {
    desk: Option<Desk>,
    now: Moment,
    folder: PathBuf,
}

/// Answers by the names of their questions.
pub(crate) fn answers(told: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    draft
}

/// The moment of a day and a time of day at the office.
fn at(day: &str, time: &str) -> Moment {
    let day: NaiveDate = day.parse().unwrap();
    Moment::at(day.and_time(time.parse().unwrap()), Zone::Wita)
}

impl Counter {
    /// A new office, opened at nine on that day.
    pub(crate) fn opens(day: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("loket-meja-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        let mut counter = Self { desk: None, now: at(day, "09:00:00"), folder };
        counter.sit_down();
        let place = office_answers::preset("64.71.06.1001".parse().unwrap());
        let person = answers(&[("nama_petugas", "Rina Wati")]);
        setup::found(&mut counter, &place, &person, &passphrase()).unwrap();
        counter
    }

    /// Closes the desk and opens it again.
    pub(crate) fn reopens(&mut self) {
        self.reopens_after(|_| {});
    }

    /// Closes the desk, has something happen to its folder, and opens it again.
    pub(crate) fn reopens_after(&mut self, happens: impl FnOnce(&Path)) {
        self.desk = None;
        happens(&self.folder);
        self.sit_down();
    }

    fn sit_down(&mut self) {
        self.desk = Some(opened(&self.folder, Clock::Set(self.now)));
    }

    /// Another officer comes in; says whether the desk opened for that officer.
    pub(crate) fn sits(&mut self, code: &str) -> bool {
        let before = self.clerk().unwrap().code.clone();
        self.desk = None;
        let clock = Clock::Set(self.now);
        let enter = |code| {
            let pass = Pass::new(code, PASSPHRASE);
            Desk::enter(&self.folder, &pass, clock, &mut |_| {}).map(|(desk, _)| desk)
        };
        let entered = enter(code);
        let came = entered.is_ok();
        self.desk = Some(entered.or_else(|_| enter(&before)).unwrap());
        came
    }

    /// It is that day and time now.
    pub(crate) fn is(&mut self, day: &str, time: &str) {
        self.now = at(day, time);
        let now = self.now;
        self.set_clock(Clock::Set(now));
    }

    /// So many days have passed.
    pub(crate) fn waits(&mut self, days: i64) {
        self.now = Moment(self.now.0 + days * 86_400_000);
        let now = self.now;
        self.set_clock(Clock::Set(now));
    }

    /// Registers someone who has no NIK at hand.
    pub(crate) fn meets(&mut self, name: &str) -> Id {
        let told = answers(&[("nama", name), ("alasan_tanpa_nik", "tidak_dibawa")]);
        residents::register(self, &told, false).unwrap().id
    }

    /// Takes what someone came for.
    pub(crate) fn takes(&mut self, who: Id, told: &[(&str, &str)]) -> Taken {
        requests::take(self, &answers(told), Subject::Known(who), false).unwrap()
    }

    /// Takes a request of that kind and service, with these papers.
    pub(crate) fn serves(&mut self, who: Id, service: &str, papers: &str) -> Request {
        let told = [("jenis", "permohonan"), ("layanan", service), ("berkas", papers)];
        self.takes(who, &told).request
    }

    /// A slip of that kind for a request, as it is read on A4.
    pub(crate) fn hands(&self, kind: &str, request: Id, told: &[(&str, &str)]) -> String {
        let kind = Kind::coded(kind).unwrap();
        let slip = slips::handed(self, kind, Some(request), &answers(told)).unwrap();
        text::render(&slip.lay(Paper::A4).unwrap())
    }

    /// A complaint of someone.
    pub(crate) fn hears(&mut self, who: Id, words: &str) -> Request {
        self.takes(who, &[("jenis", "pengaduan"), ("uraian", words)]).request
    }

    /// Moves a request on.
    pub(crate) fn steps(&mut self, id: Id, told: &[(&str, &str)]) -> Result<Request, Fault> {
        roads::step(self, id, &answers(told))
    }

    /// Refers a request, with a letter or by word of mouth.
    pub(crate) fn refers(&mut self, id: Id, manner: &str) -> Result<(Request, Ticket), Fault> {
        let told = [("lembaga", "DINSOS"), ("permintaan", "Mohon dibantu"), ("cara", manner)];
        roads::refer(self, id, &answers(&told))
    }

    /// Notes what was heard of a referral.
    pub(crate) fn news(
        &mut self,
        id: Id,
        of: Ticket,
        told: &[(&str, &str)],
    ) -> Result<Request, Fault> {
        roads::news(self, id, of, &answers(told))
    }

    /// The request as it is kept.
    pub(crate) fn kept(&self, id: Id) -> Request {
        self.must(id).unwrap()
    }
}

impl Deref for Counter {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        self.desk.as_ref().unwrap()
    }
}

impl DerefMut for Counter {
    fn deref_mut(&mut self) -> &mut Desk {
        self.desk.as_mut().unwrap()
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.desk = None;
        // What is left behind in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Says which field was refused.
pub(crate) fn refused<T: std::fmt::Debug>(told: Result<T, Fault>) -> &'static str {
    match told {
        Err(Fault::Rejected { field, .. }) => field,
        other => panic!("no field was refused: {other:?}"),
    }
}
