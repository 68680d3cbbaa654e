//! The provinces, cities, districts and villages of Indonesia (Kepmendagri 300.2.2-2138/2025).
//!
//! # Why
//! The table is embedded, so that a desk without a network knows every area, and compressed, since
//! it would be a quarter of the program otherwise. It is unpacked when somebody asks first.
use std::{io::Read as _, str::FromStr, sync::OnceLock};

use flate2::read::GzDecoder;

use crate::domain::{
    area::Area,
    areas::{Areas, CITY, DISTRICT, PROVINCE, VILLAGE},
    reject::Reject,
    seek::seek,
    titles::short_province,
};

/// All areas of today.
#[derive(Debug)]
pub struct Atlas(Areas);

/// A village and where it lies, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is known by.
    pub code: Area,
    /// The kelurahan or desa.
    pub name: String,
    /// The kecamatan or distrik.
    pub district: String,
    /// With `Kota` or `Kabupaten` before it.
    pub city: String,
    /// Without a word before it.
    pub province: String,
    /// Five digits.
    pub postcode: String,
}

impl Atlas {
    /// The table, unpacked by the first caller.
    pub fn get() -> &'static Self {
        static ATLAS: OnceLock<Atlas> = OnceLock::new();
        ATLAS.get_or_init(|| {
            let mut table = String::new();
            let packed = include_bytes!("../../assets/ref/wilayah.tsv.gz");
            // A damaged asset makes an atlas without areas; a test would show it.
            let whole = GzDecoder::new(&packed[..]).read_to_string(&mut table).is_ok();
            Self(if whole { Areas::read(&table) } else { Areas::default() })
        })
    }

    /// The name of a village.
    #[must_use]
    pub fn name(&self, code: Area) -> Option<&str> {
        self.0.name(VILLAGE, self.village(code)?)
    }

    /// The name of a kecamatan or distrik.
    #[must_use]
    pub fn district_name(&self, province: u8, city: u8, district: u8) -> Option<&str> {
        let row = self.0.row(&[province.into(), city.into(), district.into()])?;
        self.0.name(DISTRICT, row)
    }

    /// The name of a city, with `Kota` or `Kabupaten` before it.
    #[must_use]
    pub fn city_name(&self, province: u8, city: u8) -> Option<&str> {
        self.0.name(CITY, self.0.row(&[province.into(), city.into()])?)
    }

    /// The name of a province.
    #[must_use]
    pub fn province_name(&self, province: u8) -> Option<&str> {
        self.0.name(PROVINCE, self.0.row(&[province.into()])?)
    }

    /// The postcode of a village, five digits.
    #[must_use]
    pub fn postcode(&self, code: Area) -> Option<&str> {
        self.0.postcode(self.village(code)?)
    }

    /// A village and where it lies.
    #[must_use]
    pub fn path(&self, code: Area) -> Option<Place> {
        let Area { province, city, district, .. } = code;
        Some(Place {
            code,
            name: self.name(code)?.to_owned(),
            district: self.district_name(province, city, district)?.to_owned(),
            city: self.city_name(province, city)?.to_owned(),
            province: self.province_name(province)?.to_owned(),
            postcode: self.postcode(code)?.to_owned(),
        })
    }

    /// The villages that a few words mean, the likeliest first.
    ///
    /// Every word must be part of the name of the village or of an area around it, be the
    /// beginning of its code (with dots or without), be its postcode, or say what kind it is.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Area> {
        self.near(query, None, limit)
    }

    /// The same; of those that fit alike, the ones around this place come first.
    #[must_use]
    pub fn near(&self, query: &str, home: Option<Area>, limit: usize) -> Vec<Area> {
        let found = seek(&self.0, query, home, limit).into_iter();
        found.filter_map(|row| self.0.area(row)).collect()
    }

    fn village(&self, code: Area) -> Option<usize> {
        let Area { province, city, district, village } = code;
        self.0.row(&[province.into(), city.into(), district.into(), village])
    }
}

impl Place {
    /// Kind, name and path in little room: `Kel. Damai, Balikpapan Kota, Kota Balikpapan, Kaltim`.
    #[must_use]
    pub fn words(&self) -> String {
        let kind = self.code.kind().short();
        let city = short_city(&self.city);
        let province = short_province(self.code.province).unwrap_or(&self.province);
        format!("{kind} {}, {}, {city}, {province}", self.name, self.district)
    }
}

/// `Kab. Subang`, `Kota Balikpapan`.
#[must_use]
pub fn short_city(city: &str) -> String {
    city.replacen("Kabupaten ", "Kab. ", 1)
}

impl FromStr for Place {
    type Err = Reject;

    /// Reads the code of a village that exists.
    fn from_str(code: &str) -> Result<Self, Reject> {
        Atlas::get().path(code.parse()?).ok_or(Reject::NotArea)
    }
}
