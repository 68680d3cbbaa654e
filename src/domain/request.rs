//! A request and all that happened to it: the case file.
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{
        clerk::Stamp,
        date::Day,
        id::Id,
        nik::Nik,
        phone::Phone,
        promise::Promise,
        referral::Referral,
        reject::Reject,
        road::{Status, Step},
        text::{Line, Name, Note},
        ticket::{Register, Series, Ticket},
    },
};

choices! {
    /// The four kinds of walk-in.
    Kind {
        Information = "informasi", "Informasi";
        Service = "permohonan", "Permohonan layanan";
        Complaint = "pengaduan", "Pengaduan";
        Emergency = "darurat", "Laporan darurat";
    }
}

choices! {
    /// How a request reached the desk.
    Channel {
        Visit = "datang", "Datang";
        Phone = "telepon", "Telepon";
        WhatsApp = "wa", "WhatsApp";
        Emergency112 = "112", "112";
        Outreach = "kunjungan", "Kunjungan petugas";
        Letter = "surat", "Surat";
        Social = "medsos", "Media sosial";
        Lapor = "lapor", "SP4N-LAPOR";
    }
}

choices! {
    /// Why the desk may hold these data (UU 27/2022 Art 20).
    Basis {
        Spoken = "lisan", "Persetujuan lisan";
        Written = "tertulis", "Persetujuan tertulis";
        Duty = "kewajiban_hukum", "Kewajiban hukum atau tugas publik";
    }
}

choices! {
    /// Who came, where it is not the person.
    Tie {
        Family = "keluarga", "Keluarga";
        Proxy = "kuasa", "Kuasa";
        Neighbourhood = "rt", "Ketua RT/RW";
        Neighbour = "tetangga", "Tetangga";
        Officer = "petugas", "Petugas";
        Anonymous = "anonim", "Anonim";
        Other = "lainnya", "Lainnya";
    }
}

choices! {
    /// Why health cover is wanted back (PBI-JK).
    Need {
        Chronic = "kronis", "Sakit kronis";
        Catastrophic = "katastropik", "Sakit katastropik";
        Urgent = "darurat", "Darurat medis";
        Newborn = "bayi", "Bayi baru lahir";
        Other = "lain", "Lainnya";
    }
}

/// One request, from the greeting to its outcome. It is one value in the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub id: Id,
    pub register: Register,
    pub ticket: Ticket,
    pub kind: Kind,
    pub channel: Channel,
    /// Whom it is about; nobody for a nameless question.
    pub subject: Option<Id>,
    /// The name given with a question, where the person is not registered.
    pub name: Option<Name>,
    pub caller: Caller,
    /// Code of the service in the directory.
    pub service: Option<String>,
    /// The resident's own words.
    pub words: Option<Note>,
    /// What it is needed for.
    pub purpose: Option<Line>,
    pub urgent: bool,
    pub basis: Option<Basis>,
    pub papers: Vec<Paper>,
    pub cover: Option<Cover>,
    pub promise: Promise,
    pub status: Status,
    pub road: Vec<Event>,
    pub referrals: Vec<Referral>,
    /// The other complaint that this one repeats.
    pub same_as: Option<Ticket>,
    pub received: Stamp,
    /// The clerk who took it said that only authorised officers may open it.
    pub confidential: bool,
}

/// Who came to the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// Nothing where the person came in person.
    pub tie: Option<CallerTie>,
    pub name: Option<Name>,
    pub phone: Option<Phone>,
}

/// A tie, and the words for one that is not in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallerTie {
    pub tie: Tie,
    pub told: Option<Line>,
}

/// A paper on the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Code in the directory; empty for one that is not listed.
    pub code: String,
    pub name: Line,
    pub required: bool,
    /// When it was brought.
    pub brought: Option<Day>,
}

/// What the reactivation of health cover (PBI-JK) asks besides (`domain.md` 1.6 G).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The insured, where it is not the subject.
    pub member: Option<Name>,
    pub member_nik: Option<Nik>,
    pub card: Option<Line>,
    pub ended: Option<Day>,
    pub need: Option<Need>,
    pub facility: Option<Line>,
    pub facility_letter: Option<Line>,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub step: Step,
    pub stamp: Stamp,
    pub reason: Option<String>,
    pub note: Option<Note>,
}

impl Kind {
    /// The prefix of its tickets.
    #[must_use]
    pub const fn series(self) -> Series {
        match self {
            Self::Information => Series::Information,
            Self::Service => Series::Service,
            Self::Complaint => Series::Complaint,
            Self::Emergency => Series::Emergency,
        }
    }

    /// Whether clarification, duplicates and invalid reports are on its road.
    #[must_use]
    pub const fn is_complaint(self) -> bool {
        matches!(self, Self::Complaint | Self::Emergency)
    }
}

impl Request {
    /// Whether somebody's need cannot wait.
    #[must_use]
    pub const fn presses(&self) -> bool {
        self.urgent || matches!(self.kind, Kind::Emergency)
    }

    /// The required papers that are still missing.
    pub fn missing(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| paper.required && paper.brought.is_none())
    }

    /// The steps that can be taken now.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        self.status.steps(self.kind.is_complaint())
    }

    /// How it ended: the reason of the last step that gave one.
    #[must_use]
    pub fn outcome(&self) -> Option<&Event> {
        if self.status.is_open() { None } else { self.road.last() }
    }

    /// The referral with that ticket.
    #[must_use]
    pub fn referral(&self, ticket: Ticket) -> Option<&Referral> {
        self.referrals.iter().find(|referral| referral.ticket == ticket)
    }
}

impl FromStr for CallerTie {
    type Err = Reject;

    /// Reads `keluarga`, or `lainnya: teman kerja`.
    fn from_str(text: &str) -> Result<Self, Reject> {
        let (tie, told) = text.split_once(':').unwrap_or((text, ""));
        let told = told.trim();
        let tie: Tie = tie.parse()?;
        match (tie, told.is_empty()) {
            (Tie::Other, false) => Ok(Self { tie, told: Some(told.parse()?) }),
            (_, true) => Ok(Self { tie, told: None }),
            (_, false) => Err(Reject::NotOffered),
        }
    }
}

impl std::fmt::Display for CallerTie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.told {
            Some(told) => write!(f, "{told}"),
            None => write!(f, "{}", self.tie),
        }
    }
}
