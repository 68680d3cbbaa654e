//! A resident in words: one line in a list, and the card that tells who it is.
use crate::{
    desk::{
        aid::{Near, Tie},
        counter::Desk,
        letterhead::address,
    },
    domain::{
        atlas::Atlas,
        choice::Choice as _,
        class::Class,
        nik::Nik,
        person::Life,
        resident::{Address, Birth, Checked, Identity, Resident},
    },
    fault::Fault,
};

/// Something known of a resident: what it is, and the words for it.
pub type Fact = (&'static str, String);

/// The words that tell a resident from others in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The name, and what the person is called.
    pub name: String,
    /// Masked; a dash where there is none.
    pub nik: String,
    /// Birth date and age, `17-08-1985/41`.
    pub born: String,
    /// RT first: within one village it tells most.
    pub home: String,
    /// The name of the kelurahan or desa.
    pub village: String,
}

/// The line of a resident.
#[must_use]
pub fn line(desk: &Desk, who: &Resident) -> Line {
    let Address { street, rt, area, .. } = &who.domicile;
    let village = area.and_then(|area| Atlas::get().name(area)).unwrap_or_default();
    let rt = rt.map(|rt| format!("RT {}", rt.get()));
    let street = street.as_ref().map(ToString::to_string);
    let alias = who.alias().filter(|alias| alias.as_str() != who.name());
    Line {
        name: match alias {
            Some(alias) => format!("{} ({alias})", who.shown()),
            None => who.shown().into_owned(),
        },
        nik: who.nik().map_or_else(|| "tanpa NIK".to_owned(), Nik::masked),
        born: born(desk, who),
        home: rt.into_iter().chain(street).collect::<Vec<_>>().join(" "),
        village: village.to_owned(),
    }
}

/// The line of somebody of a household: what that one is to it, the name, the card, sex and age.
#[must_use]
pub fn member(desk: &Desk, near: &Near) -> Vec<String> {
    let who = &near.who;
    let roof = match (near.tie, who.family.kk) {
        (Tie::House, Some(_)) => "serumah, KK lain",
        (Tie::House, None) => "serumah, tanpa KK",
        _ => "satu KK",
    };
    let tie =
        who.family.relation.map_or_else(|| "Belum tercatat".to_owned(), |tie| tie.to_string());
    let life = (who.life != Life::Alive).then(|| who.life.to_string().to_lowercase());
    let sex = who.sex.map(|sex| sex.code().to_owned());
    let age = who.age_on(desk.today()).map(|age| format!("{age} th"));
    let person = life.unwrap_or_else(|| joined([sex, age], " "));
    vec![tie, line(desk, who).name, roof.to_owned(), person]
}

fn born(desk: &Desk, who: &Resident) -> String {
    let age = who.age_on(desk.today());
    match (who.birth, age) {
        (Birth::On(day), Some(age)) => format!("{day}/{age}"),
        (_, Some(age)) => format!("kira-kira {age}"),
        _ => "tidak tahu".to_owned(),
    }
}

/// The name of the fact that says so; it is for the desk, and on no paper.
pub const RESTRICTED: &str = "TERBATAS";

/// What is said of a record that is restricted, to those who may see it.
pub const SEALED: &str = "hanya dibuka petugas yang berhak; jangan disebut di depan orang lain";

/// The name of the fact that tells the NIK.
pub const NIK: &str = "NIK";

/// Everything that the card of a resident tells, what identifies the person first.
pub fn card(desk: &Desk, who: &Resident) -> Result<Vec<Fact>, Fault> {
    let own = desk.office()?.area;
    let mut facts = vec![("", headline(desk, who)), (NIK, identity(who)), ("Keluarga", kin(who))];
    if desk.class_of_resident(who) == Class::Restricted {
        facts.push((RESTRICTED, SEALED.to_owned()));
    }
    facts.extend(who.restriction.as_ref().map(|limit| {
        let day = limit.set.at.day(desk.zone());
        let asker = limit.asker.to_string().to_lowercase();
        ("DIBATASI", format!("sejak {day} atas permintaan {asker}: {}", limit.reason))
    }));
    facts.extend(who.marks().map(|marks| ("Ciri-ciri", marks.to_string())));
    facts.push(("Tinggal di", address(&who.domicile, own)));
    facts.extend(who.card.as_ref().map(|card| ("Menurut KTP", address(card, own))));
    facts.push(("Telepon", phone(who)));
    facts.push(("PPKS", kinds(who)));
    facts.push(("Desil DTSEN", who.desil.map(|seen| desil(desk, seen)).unwrap_or_default()));
    facts.push(("Lain-lain", rest(who)));
    facts.retain(|(_, words)| !words.is_empty());
    Ok(facts)
}

/// Sex, age, birth and what the person is called.
pub(crate) fn headline(desk: &Desk, who: &Resident) -> String {
    let life = (who.life != Life::Alive).then(|| who.life.to_string().to_uppercase());
    let alias = who.alias().map(|alias| format!("dipanggil {alias}"));
    let sex = who.sex.map(|sex| sex.to_string().to_lowercase());
    let age = who.age_on(desk.today()).map(|age| match who.birth {
        Birth::On(_) => format!("{age} tahun"),
        _ => format!("kira-kira {age} tahun"),
    });
    let place = who.birth_place.as_ref().map(ToString::to_string);
    let day = if let Birth::On(day) = who.birth { Some(day.to_string()) } else { None };
    let birth = Some(joined([place, day], " ")).filter(|birth| !birth.is_empty());
    let birth = birth.map(|birth| format!("lahir {birth}"));
    joined([life, sex, age, birth, alias], ", ")
}

fn identity(who: &Resident) -> String {
    match who.identity {
        Identity::Nik(nik) => nik.masked(),
        Identity::Missing(why) => format!("belum ada ({})", why.to_string().to_lowercase()),
    }
}

fn kin(who: &Resident) -> String {
    let family = &who.family;
    let kk = family.kk.map(|kk| format!("KK {}", kk.masked()));
    let relation = family.relation.map(|relation| relation.to_string().to_lowercase());
    let head = family.head.as_ref().map(|head| format!("kepala keluarga {head}"));
    let mother = family.mother.as_ref().map(|mother| format!("ibu {mother}"));
    joined([kk, relation, head, mother], ", ")
}

fn phone(who: &Resident) -> String {
    let owner = who.phone_owner.as_ref().map(|owner| format!("({owner})"));
    joined([who.phone.as_ref().map(ToString::to_string), owner], " ")
}

fn kinds(who: &Resident) -> String {
    let kinds: Vec<String> =
        who.kinds.iter().map(|kind| format!("{:02} {}", kind.number(), kind.name())).collect();
    let sorts: Vec<String> =
        who.disabilities.iter().map(|sort| sort.to_string().to_lowercase()).collect();
    let sorts = (!sorts.is_empty()).then(|| format!("ragam disabilitas {}", sorts.join(", ")));
    joined([(!kinds.is_empty()).then(|| kinds.join("; ")), sorts], "; ")
}

fn desil(desk: &Desk, seen: Checked) -> String {
    let clerk = desk.book.directory.clerks.get(&seen.by);
    let by = clerk.map(|clerk| format!(" oleh {}", clerk.name)).unwrap_or_default();
    format!("{}, dicek {}{by}", seen.desil, seen.on)
}

fn rest(who: &Resident) -> String {
    let words = [
        who.religion.map(|religion| religion.to_string()),
        who.marital.map(|marital| marital.to_string().to_lowercase()),
        who.occupation.as_ref().map(ToString::to_string),
    ];
    joined(words, ", ")
}

fn joined<const N: usize>(words: [Option<String>; N], between: &str) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join(between)
}

/// Whose NIK it is, for someone who has just typed it: name, birth and home.
#[must_use]
pub fn holder(desk: &Desk, who: &Resident) -> String {
    let Line { name, born, home, .. } = line(desk, who);
    [name, born, home].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}
