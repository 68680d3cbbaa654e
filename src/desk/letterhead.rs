//! What a letter says of the office and of a person, in the words of letters.
use crate::{
    desk::counter::Desk,
    domain::{
        area::Area,
        atlas::Atlas,
        date::Day,
        letter::Signer,
        office::{Office, Official, Standing},
        resident::{Address, Birth, Identity, Resident},
    },
    fault::Fault,
};

/// The values of a letter's fields, by their names.
pub(crate) type Values = Vec<(&'static str, String)>;

/// The fields that every letter has; `ticket` stands in its square.
pub(crate) fn office(desk: &Desk, day: Day, ticket: &str) -> Result<Values, Fault> {
    let office = desk.office()?;
    let place = Atlas::get().path(office.area).ok_or(Fault::Missing { what: "wilayah kantor" })?;
    let address = match &office.address {
        Some(address) if tells_postcode(address.as_str()) => address.to_string(),
        Some(address) => format!("{address} {}", place.postcode),
        None => format!("Kecamatan {}, {} {}", place.district, place.city, place.postcode),
    };
    let phone = office.phone.as_ref().map(|phone| format!("Telepon {phone}"));
    let email = office.email.as_ref().map(|email| format!("Pos-el {email}"));
    let contact: Vec<String> = phone.into_iter().chain(email).collect();
    Ok(vec![
        ("latihan", if desk.is_practice() { "ya".to_owned() } else { String::new() }),
        ("pemda", format!("PEMERINTAH {}", place.city.to_uppercase())),
        ("kecamatan", format!("KECAMATAN {}", place.district.to_uppercase())),
        ("kantor", format!("{} {}", office.unit, place.name).to_uppercase()),
        ("puskesos", office.name.as_str().to_uppercase()),
        ("alamat_kantor", address.trim().to_owned()),
        ("kontak_kantor", contact.join(" · ")),
        ("tanggal_iso", day.iso()),
        ("tiket", ticket.to_owned()),
    ])
}

/// Whether an address already ends in a postcode, or holds one: a number of five digits.
fn tells_postcode(address: &str) -> bool {
    address.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() == 5)
}

/// The city without its kind: where a letter is dated.
pub(crate) fn town(office: &Office) -> String {
    let city = Atlas::get().city_name(office.area.province, office.area.city).unwrap_or_default();
    city.trim_start_matches("Kota ").trim_start_matches("Kabupaten ").to_owned()
}

/// `Kelurahan Sepinggan`.
pub(crate) fn village(office: &Office) -> String {
    format!("{} {}", office.unit, Atlas::get().name(office.area).unwrap_or_default())
}

/// The role, name, and rank and number of whoever signs; without a coordinator it is the clerk.
pub(crate) fn signature(desk: &Desk, signer: Signer) -> Result<[String; 3], Fault> {
    let office = desk.office()?;
    let (official, role) = match signer {
        Signer::Head => {
            let name = Atlas::get().name(office.area).unwrap_or_default();
            (office.head.as_ref(), format!("{} {name}", office.head_title))
        }
        _ => (office.coordinator.as_ref(), format!("Koordinator {}", office.name)),
    };
    Ok(match official {
        Some(official) => [titled(official, &role), official.name.to_string(), number(official)],
        None if signer == Signer::Head => [String::new(), String::new(), String::new()],
        None => {
            let clerk = desk.clerk().ok_or(Fault::Missing { what: "petugas" })?;
            [format!("Petugas {}", office.name), clerk.name.to_string(), String::new()]
        }
    })
}

fn titled(official: &Official, role: &str) -> String {
    match official.standing {
        Standing::Full => role.to_owned(),
        standing => format!("{standing} {role}"),
    }
}

/// What stands below the name: the rank, and the number on its own line.
fn number(official: &Official) -> String {
    let rank = official.rank.as_ref().map(ToString::to_string);
    let nip = official.nip.map(|nip| format!("NIP {nip}"));
    rank.into_iter().chain(nip).collect::<Vec<_>>().join("\n")
}

/// What a referral letter says of a person.
pub(crate) fn person(desk: &Desk, who: &Resident) -> Result<Values, Fault> {
    let own = desk.office()?.area;
    let nik = match who.identity {
        Identity::Nik(nik) => grouped(&nik.to_string()),
        Identity::Missing(why) => format!("belum ada ({})", why.to_string().to_lowercase()),
    };
    let kk = who.family.kk.map(|kk| grouped(&kk.to_string())).unwrap_or_default();
    let word = |text: Option<String>| text.unwrap_or_default();
    let [card, domicile] = homes(who, own).map(|home| home.map(|home| address(home, own)));
    // Nobody is called a resident of the office's own area who told no address.
    let referred = match card.as_ref().or(domicile.as_ref()) {
        Some(_) => format!("warga {}", village(desk.office()?)),
        None => "seseorang".to_owned(),
    };
    let marks = who.marks().map(|marks| in_short(marks.as_str())).unwrap_or_default();
    let (card, domicile) = if card.is_some() { (card, domicile) } else { (domicile, None) };
    Ok(vec![
        ("yang_dirujuk", referred),
        ("nama", who.name().to_owned()),
        ("ciri", marks),
        ("nik", nik),
        ("kk", kk),
        ("ttl", birth(who)),
        ("jenis_kelamin", word(who.sex.map(|sex| sex.to_string()))),
        ("agama", word(who.religion.map(|religion| religion.to_string()))),
        ("pekerjaan", word(who.occupation.as_ref().map(ToString::to_string))),
        ("status_kawin", word(who.marital.map(|marital| marital.to_string()))),
        ("alamat_ktp", card.unwrap_or_else(|| "tidak diketahui".to_owned())),
        ("domisili", word(domicile)),
    ])
}

/// The most characters of somebody's marks in a letter, which has one page for everything.
const MARKS: usize = 400;

/// As many whole words of a note as a letter has room for.
fn in_short(note: &str) -> String {
    let mut told = String::new();
    for word in note.split_whitespace() {
        if told.chars().count() + word.chars().count() > MARKS {
            return told + " …";
        }
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(word);
    }
    told
}

/// The address on the card and the domicile, where anything was told of them. The office's own area
/// is taken for an answer that was left empty, so alone it tells nothing.
fn homes(who: &Resident, own: Area) -> [Option<&Address>; 2] {
    let told =
        |home: &Address| !home.short().is_empty() || home.area.is_some_and(|area| area != own);
    [who.card.as_ref(), Some(&who.domicile)].map(|home| home.filter(|home| told(home)))
}

fn grouped(digits: &str) -> String {
    let signs: Vec<char> = digits.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn birth(who: &Resident) -> String {
    let place = who.birth_place.as_ref().map(ToString::to_string);
    let day = match who.birth {
        Birth::Unknown => None,
        Birth::On(day) => Some(day.long()),
        Birth::About { age, .. } => Some(format!("kira-kira {age} tahun")),
    };
    place.into_iter().chain(day).collect::<Vec<_>>().join(", ")
}

/// An address in a letter: the area is named in full where it is not the office's own.
pub(crate) fn address(address: &Address, own: Area) -> String {
    let area = address.area.unwrap_or(own);
    let place = Atlas::get().path(area).map(|place| {
        let kind = area.kind();
        if area == own {
            format!("{kind} {}", place.name)
        } else {
            format!("{kind} {}, Kecamatan {}, {}", place.name, place.district, place.city)
        }
    });
    let street = Some(address.short()).filter(|street| !street.is_empty());
    street.into_iter().chain(place).collect::<Vec<_>>().join(", ")
}
