//! What an area calls itself and its head, and its time zone: presets, all of them editable.
use crate::domain::{
    area::{Area, AreaKind},
    moment::Zone,
};

/// The words of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Titles {
    pub unit: &'static str,
    pub head: &'static str,
}

const fn titles(unit: &'static str, head: &'static str) -> Titles {
    Titles { unit, head }
}

/// Province or regency by its code, and what a desa is called there. The longest code wins.
/// General knowledge, not a regulation: each office can change its own.
#[rustfmt::skip]
const LOCAL: &[(&str, Titles)] = &[
    ("11",    titles("Gampong",  "Keuchik")),
    ("13",    titles("Nagari",   "Wali Nagari")),
    ("13.09", titles("Desa",     "Kepala Desa")),
    ("13.77", titles("Desa",     "Kepala Desa")),
    ("14.08", titles("Kampung",  "Penghulu")),
    ("15.08", titles("Dusun",    "Rio")),
    ("18.02", titles("Kampung",  "Kepala Kampung")),
    ("18.04", titles("Pekon",    "Peratin")),
    ("18.05", titles("Kampung",  "Kepala Kampung")),
    ("18.06", titles("Pekon",    "Kepala Pekon")),
    ("18.08", titles("Kampung",  "Kepala Kampung")),
    ("18.10", titles("Pekon",    "Kepala Pekon")),
    ("18.12", titles("Tiyuh",    "Kepalo Tiyuh")),
    ("18.13", titles("Pekon",    "Peratin")),
    ("34",    titles("Kalurahan", "Lurah")),
    ("51",    titles("Desa",     "Perbekel")),
    ("64.03", titles("Kampung",  "Kepala Kampung")),
    ("64.07", titles("Kampung",  "Petinggi")),
    ("64.11", titles("Kampung",  "Petinggi")),
    ("73.18", titles("Lembang",  "Kepala Lembang")),
    ("73.26", titles("Lembang",  "Kepala Lembang")),
    ("91",    titles("Kampung",  "Kepala Kampung")),
    ("92",    titles("Kampung",  "Kepala Kampung")),
    ("93",    titles("Kampung",  "Kepala Kampung")),
    ("94",    titles("Kampung",  "Kepala Kampung")),
    ("95",    titles("Kampung",  "Kepala Kampung")),
    ("96",    titles("Kampung",  "Kepala Kampung")),
    ("97",    titles("Kampung",  "Kepala Kampung")),
];

impl Titles {
    /// What that area is likely to call itself.
    #[must_use]
    pub fn of(area: Area) -> Self {
        match area.kind() {
            AreaKind::Kelurahan => titles("Kelurahan", "Lurah"),
            AreaKind::DesaAdat => titles("Desa Adat", "Kepala Desa Adat"),
            AreaKind::Desa => {
                let code = area.to_string();
                let local = LOCAL.iter().filter(|(prefix, _)| code.starts_with(prefix));
                local
                    .max_by_key(|(prefix, _)| prefix.len())
                    .map_or(titles("Desa", "Kepala Desa"), |(_, titles)| *titles)
            }
        }
    }
}

/// The provinces whose names everybody shortens, and how.
#[rustfmt::skip]
const SHORT: &[(u8, &str)] = &[
    (12, "Sumut"),  (13, "Sumbar"),  (16, "Sumsel"), (19, "Babel"),  (21, "Kepri"),
    (32, "Jabar"),  (33, "Jateng"),  (34, "DIY"),    (35, "Jatim"),  (52, "NTB"),
    (53, "NTT"),    (61, "Kalbar"),  (62, "Kalteng"), (63, "Kalsel"), (64, "Kaltim"),
    (65, "Kaltara"), (71, "Sulut"),  (72, "Sulteng"), (73, "Sulsel"), (74, "Sultra"),
    (76, "Sulbar"), (82, "Malut"),
];

/// What everybody calls a province for short, where there is such a word.
#[must_use]
pub fn short_province(province: u8) -> Option<&'static str> {
    SHORT.iter().find(|(code, _)| *code == province).map(|(_, short)| *short)
}

/// The time zone of a province (Keppres 41/1987).
#[must_use]
pub const fn zone_of(province: u8) -> Zone {
    match province {
        51..=53 | 63..=65 | 71..=76 => Zone::Wita,
        81..=99 => Zone::Wit,
        _ => Zone::Wib,
    }
}
