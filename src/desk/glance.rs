//! What stands beside a person who was found: who it is and where the home is, household, open cases
//! and aid, in one line each.
use crate::{
    desk::{
        aid::{self, Near},
        aid_card::reaches,
        counter::Desk,
        letterhead,
        lists::{self, Which},
        portrait,
    },
    domain::{id::Id, person::Relation, resident::Resident},
    fault::Fault,
};

/// Five lines about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// Sex, age and birth: what tells apart who is called the same.
    pub person: String,
    /// Street, RT and RW, and the village.
    pub address: String,
    /// The family card, its head, and how many stand on it.
    pub family: String,
    /// How many requests are open, and the newest of them.
    pub cases: String,
    /// The programmes that the person and the family receive.
    pub aid: String,
}

/// What a list would tell of a person at a glance; nothing of whom the officer who sits here may
/// not see is in it, or counted.
pub fn glance(desk: &Desk, id: Id) -> Result<Glance, Fault> {
    let who: Resident = desk.opened(id)?;
    let people = aid::family(desk, who)?;
    let (person, address) = people
        .first()
        .map_or_else(Default::default, |near| (person(desk, &near.who), address(desk, &near.who)));
    Ok(Glance {
        person,
        address,
        family: family(&people),
        cases: cases(desk, id)?,
        aid: receives(&people),
    })
}

fn person(desk: &Desk, who: &Resident) -> String {
    let told = portrait::headline(desk, who);
    if told.is_empty() { "Jenis kelamin dan umur belum tercatat".to_owned() } else { told }
}

fn address(desk: &Desk, who: &Resident) -> String {
    match desk.office() {
        Ok(office) => letterhead::address(&who.domicile, office.area),
        Err(_) => who.domicile.short(),
    }
}

fn family(people: &[Near]) -> String {
    let Some(who) = people.first().map(|near| &near.who) else { return String::new() };
    let Some(kk) = who.family.kk else { return "KK belum tercatat".to_owned() };
    let is_head = |near: &&Near| near.who.family.relation == Some(Relation::Head);
    let head = match people.iter().find(is_head).map(|near| &near.who) {
        Some(head) if head.id == who.id => "kepala keluarga".to_owned(),
        Some(head) => format!("kepala keluarga {}", head.name()),
        None => match &who.family.head {
            Some(head) => format!("kepala keluarga {head}"),
            None => "kepala keluarga belum tercatat".to_owned(),
        },
    };
    format!("KK {}, {head}; {} anggota tercatat", kk.masked(), people.len())
}

fn cases(desk: &Desk, id: Id) -> Result<String, Fault> {
    let mut open = lists::rows(desk, &lists::ids(desk, Which::About(id)))?;
    open.retain(|row| row.status.is_open());
    Ok(match open.first() {
        None => "Tidak ada permohonan terbuka".to_owned(),
        Some(row) => {
            let (ticket, about, status) = (&row.ticket, &row.about, row.status);
            format!("{} permohonan terbuka; terbaru {ticket} {about}, {status}", open.len())
        }
    })
}

/// The codes, since they are what clerks call the programmes: the person's own first.
fn receives(people: &[Near]) -> String {
    let held = aid::held(people);
    let mut codes: Vec<&str> = Vec::new();
    for near in people {
        for benefit in near.who.benefits.iter().filter(|benefit| reaches(near.tie, benefit)) {
            if !codes.contains(&benefit.programme.as_str()) {
                codes.push(&benefit.programme);
            }
        }
    }
    let mark = if aid::met(&held).is_empty() { "" } else { "; ada yang tumpang tindih" };
    if codes.is_empty() {
        return "Belum ada bantuan tercatat".to_owned();
    }
    format!("Menerima {}{mark}", codes.join(", "))
}
