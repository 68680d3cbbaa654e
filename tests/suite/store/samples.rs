//! One record of each shape that there is, every answer given; all made up.
use std::str::FromStr;

use chrono::NaiveDate;
use loket::domain::{
    area::Area,
    benefit::{self, Benefit, Reach, Source},
    choice::Choice as _,
    clerk::{Clerk, Stamp},
    date::Day,
    id::Id,
    import::{Counts, Import, Undone},
    institution::Institution,
    law::{Asker, Restriction},
    letter::{Rule, Signer, Weight},
    moment::{Moment, Zone},
    office::{Hours, Office, Official, Standing},
    paper,
    person::{Disability, Life, Marital, NoNik, Relation, Religion},
    ppks::Ppks,
    promise::{Clock, Promise, Start, Unit},
    referral::{self, Referral},
    referral_road,
    request::{Basis, Caller, CallerTie, Channel, Cover, Event, Kind, Need, Paper, Request, Tie},
    resident::{Address, Birth, Called, Checked, Family, Identity, Resident},
    road,
    role::Role,
    serial::{First, Scope},
    service::{Asked, Service},
    sex::Sex,
    ticket::{Register, Series, Ticket},
    workday::Holiday,
};

/// What this text says.
pub fn say<T: FromStr>(text: &str) -> T {
    text.parse().ok().unwrap_or_else(|| panic!("{text} is not an answer"))
}

/// What this text says, where it says something.
pub fn told<T: FromStr>(text: &str) -> Option<T> {
    if text.is_empty() { None } else { Some(say(text)) }
}

pub const fn day(year: i32, month: u32, day: u32) -> Day {
    Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

pub const fn id(random: u128) -> Id {
    Id::new(1_763_792_723_000, random)
}

pub fn stamp() -> Stamp {
    Stamp { at: Moment(1_763_792_723_456), by: Id::named("siti") }
}

pub const fn area() -> Area {
    Area { province: 64, city: 71, district: 2, village: 1004 }
}

pub const fn ticket(series: Series, number: u32) -> Ticket {
    Ticket { series, year: 2026, month: 11, number }
}

pub fn residents() -> [Resident; 2] {
    let home = Address {
        street: told("Jl. Contoh No. 7"),
        rt: told("12"),
        rw: told("3"),
        area: Some(area()),
    };
    let known = Resident {
        id: id(1),
        called: Called::Name { name: say("Contoh Warga"), alias: told("Cocong") },
        identity: Identity::Nik(say("6471025705850001")),
        family: Family {
            kk: told("6471020101100002"),
            relation: Some(Relation::ALL[1]),
            head: told("Contoh Kepala"),
            mother: told("Contoh Ibu"),
        },
        birth: Birth::On(day(1985, 5, 17)),
        birth_place: told("Balikpapan"),
        sex: Some(Sex::ALL[1]),
        religion: Some(Religion::ALL[0]),
        occupation: told("Pedagang"),
        marital: Some(Marital::ALL[1]),
        domicile: home.clone(),
        card: Some(Address { rw: None, ..home }),
        phone: told("0812 3456 7890"),
        phone_owner: told("anak"),
        disabilities: vec![Disability::ALL[0], Disability::ALL[2]],
        kinds: vec![say::<Ppks>("2"), say::<Ppks>("26")],
        desil: Some(Checked { desil: say("2"), on: day(2026, 10, 1), by: Id::named("budi") }),
        life: Life::ALL[0],
        registered: stamp(),
        restriction: Some(Restriction {
            asker: Asker::ALL[1],
            reason: say("Desil dibantah"),
            set: stamp(),
        }),
        benefits: vec![Benefit {
            programme: "PKH".to_owned(),
            reach: Reach::ALL[1],
            state: benefit::State::ALL[0],
            since: Some(day(2025, 1, 1)),
            checked: day(2026, 10, 1),
            source: Source::ALL[2],
            note: told("tahap 4"),
            set: stamp(),
        }],
        unlike: vec![id(3)],
        was: vec![id(4)],
    };
    let nameless = Resident {
        id: id(2),
        called: Called::Nameless { marks: say("Baju biru, sekitar pasar"), alias: None },
        identity: Identity::Missing(NoNik::ALL[0]),
        family: Family::default(),
        birth: Birth::About { age: 60, on: day(2026, 11, 22) },
        birth_place: None,
        sex: None,
        religion: None,
        occupation: None,
        marital: None,
        domicile: Address::default(),
        card: None,
        phone: None,
        phone_owner: None,
        disabilities: vec![],
        kinds: vec![],
        desil: None,
        life: Life::ALL[1],
        registered: stamp(),
        restriction: None,
        benefits: vec![],
        unlike: vec![],
        was: vec![],
    };
    [known, nameless]
}

fn referral() -> Referral {
    Referral {
        ticket: ticket(Series::Referral, 5),
        institution: "dinsos".to_owned(),
        institution_name: say("Dinas Sosial"),
        ask: say("Mohon diperiksa kembali"),
        letters: vec![id(5), id(6)],
        status: referral_road::Status::ALL[2],
        road: vec![referral::Event {
            step: referral_road::Step::ALL[1],
            stamp: stamp(),
            reason: Some("penuh".to_owned()),
            note: told("Diantar sendiri"),
        }],
    }
}

pub fn requests() -> [Request; 2] {
    let full = Request {
        id: id(3),
        register: Register { year: 2026, number: 318 },
        ticket: ticket(Series::Service, 77),
        kind: Kind::Service,
        channel: Channel::WhatsApp,
        subject: Some(id(1)),
        name: told("Contoh Warga"),
        caller: Caller {
            tie: Some(CallerTie { tie: Tie::Other, told: told("guru") }),
            name: told("Contoh Pelapor"),
            phone: told("0541-123456"),
        },
        service: Some("SKTM".to_owned()),
        words: told("Anak saya sakit\ndan kartunya mati"),
        purpose: told("berobat"),
        urgent: true,
        basis: Some(Basis::Written),
        papers: vec![Paper {
            code: "ktp".to_owned(),
            name: say("KTP"),
            required: true,
            brought: Some(day(2026, 11, 20)),
        }],
        cover: Some(Cover {
            member: told("Contoh Anak"),
            member_nik: told("6471021708150003"),
            card: told("0001234567890"),
            ended: Some(day(2026, 9, 30)),
            need: Some(Need::Urgent),
            facility: told("Puskesmas Contoh"),
            facility_letter: told("12/PKM/2026"),
        }),
        promise: Promise::Day(day(2026, 11, 25)),
        status: road::Status::Referred,
        road: vec![Event {
            step: road::Step::Refer,
            stamp: stamp(),
            reason: Some("lain".to_owned()),
            note: told("Berkas lengkap"),
        }],
        referrals: vec![referral()],
        same_as: Some(ticket(Series::Complaint, 4)),
        received: stamp(),
        confidential: true,
    };
    let bare = Request {
        id: id(4),
        kind: Kind::Information,
        channel: Channel::Visit,
        subject: None,
        name: None,
        caller: Caller::default(),
        service: None,
        words: None,
        purpose: None,
        urgent: false,
        basis: None,
        papers: vec![],
        cover: None,
        promise: Promise::Open,
        status: road::Status::Received,
        road: vec![],
        referrals: vec![],
        same_as: None,
        confidential: false,
        ..full.clone()
    };
    [full, bare]
}

/// Every way in which something can have been promised.
pub const fn promises() -> [Promise; 4] {
    let time = Promise::Time(Moment(1_763_792_723_456));
    [Promise::Open, Promise::OnceComplete, Promise::Day(day(2026, 11, 25)), time]
}

pub fn offices() -> [Office; 2] {
    let full = Office {
        area: area(),
        unit: say("Kelurahan"),
        head_title: say("Lurah"),
        name: say("Contoh"),
        address: told("Jl. Contoh No. 1"),
        phone: told("0542-123456"),
        email: told("puskesos@contoh.go.id"),
        head: Some(Official {
            name: say("Contoh Lurah"),
            standing: Standing::Deputy,
            rank: told("Penata Tk. I"),
            nip: told("198505172010011001"),
        }),
        coordinator: Some(Official {
            name: say("Contoh Koordinator"),
            standing: Standing::Full,
            rank: None,
            nip: None,
        }),
        zone: Zone::Wita,
        hours: Hours { open: say("08.00"), close: say("16.00"), friday_close: say("11.30") },
        holidays: vec![Holiday {
            day: day(2026, 2, 10),
            name: "Hari jadi".to_owned(),
            joint: true,
        }],
        numbers: say("{kode}/{nomor}/PSKS/{bulan}/{tahun}"),

        scope: Scope::Kinds,
        first: Some(First { number: 57, year: 2026 }),
        paper: paper::Paper::ALL[1],
        restricted_kinds: vec![say::<Ppks>("6"), say::<Ppks>("16")],
    };
    let bare = Office {
        address: None,
        phone: None,
        email: None,
        head: None,
        coordinator: None,
        holidays: vec![],
        scope: Scope::One,
        first: None,
        restricted_kinds: vec![],
        ..full.clone()
    };
    [full, bare]
}

pub fn clerks() -> [Clerk; 1] {
    [Clerk {
        id: id(7),
        code: "siti".to_owned(),
        name: say("Contoh Petugas"),
        roles: vec![Role::Clerk, Role::Auditor],
        restricted: true,
        active: true,
    }]
}

pub fn institutions() -> [Institution; 1] {
    [Institution {
        code: "dinsos".to_owned(),
        name: say("Dinas Sosial"),
        sort: say("dinas"),
        addressee: say("Kepala Dinas Sosial"),
        address: told("Jl. Contoh No. 2"),
        phone: told("0542-111222"),
        hours: told("Senin-Jumat 08.00-16.00"),
        closed: true,
    }]
}

pub fn services() -> [Service; 1] {
    [Service {
        code: "SKTM".to_owned(),
        name: say("Surat keterangan tidak mampu"),
        category: say("surat"),
        provider: say("Kelurahan"),
        clock: Some(Clock { amount: say("3"), unit: Unit::WorkingDay, start: Start::Complete }),
        desil_most: told("4"),
        emergency: true,
        note: told("Bawa yang asli"),
        papers: vec![Asked { code: "ktp".to_owned(), name: say("KTP"), required: true }],
        since: Some(day(2026, 1, 1)),
        restricted: true,
    }]
}

pub fn rules() -> [Rule; 1] {
    [Rule {
        code: "RUJUKAN".to_owned(),
        name: say("Surat rujukan"),
        signer: Signer::Coordinator,
        knows: Some(Signer::Head),
        weight: Weight::Important,
        valid: told("30"),
        class: say("400"),
        since: Some(day(2026, 1, 1)),
    }]
}

pub fn imports() -> [Import; 2] {
    let counts = Counts { rows: 120, new: 100, changed: 3, same: 10, left: 2, refused: 5 };
    let import = Import {
        id: id(31),
        taken: stamp(),
        file: say("daftar-ppks.xlsx"),
        counts,
        first: 77,
        headings: 0x1234_5678_9abc_def0,
        columns: ["nik", "nama", "", "ppks"].map(str::to_owned).to_vec(),
        undone: None,
    };
    let undone = Some(Undone { stamp: stamp(), kept: 4 });
    [import.clone(), Import { id: id(32), undone, ..import }]
}
