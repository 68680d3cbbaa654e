//! Numbers of made-up people: NIK and KK that decode to who they are, telephones.
use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::{
    desk::{counter::Desk, practice::dice::Dice},
    domain::{area::Area, atlas::Atlas, nik::Nik, sex::Sex},
};

/// The districts in which people were registered first.
#[derive(Debug)]
pub struct Districts {
    /// The office's own.
    own: u64,
    /// Of the same city.
    near: Vec<u64>,
    /// Of all Indonesia, one or two a city.
    far: Vec<u64>,
}

/// The first six digits of a NIK of that district.
fn six(province: u8, city: u8, district: u8) -> u64 {
    (u64::from(province) * 100 + u64::from(city)) * 100 + u64::from(district)
}

impl Districts {
    /// The districts around an office.
    #[must_use]
    pub fn around(area: Area) -> Self {
        let atlas = Atlas::get();
        let known = |province, city, district| {
            atlas.district_name(province, city, district).map(|_| six(province, city, district))
        };
        let near = (1..100).filter_map(|district| known(area.province, area.city, district));
        let far = (11..100).filter(|province| atlas.province_name(*province).is_some());
        let far = far.flat_map(|province| (1..100).map(move |city| (province, city)));
        let far =
            far.flat_map(|(province, city)| [known(province, city, 1), known(province, city, 2)]);
        Self {
            own: six(area.province, area.city, area.district),
            near: near.collect(),
            far: far.flatten().collect(),
        }
    }

    /// Where someone of here was registered first; some came from elsewhere.
    fn thrown(&self, dice: &mut Dice) -> u64 {
        match dice.below(100) {
            0..62 => self.own,
            62..82 => dice.pick(&self.near),
            _ => dice.pick(&self.far),
        }
    }

    /// A NIK that nobody holds, for someone born on that day.
    #[must_use]
    pub fn nik(&self, desk: &Desk, dice: &mut Dice, (born, sex): (NaiveDate, Sex)) -> Option<Nik> {
        let shift = if sex == Sex::Female { 40 } else { 0 };
        let first = (self.thrown(dice) * 1_000_000 + date(born, shift)) * 10_000;
        let free = |nik: &Nik| desk.book.people.with_nik(*nik).is_none();
        (1..10_000).filter_map(|serial| Nik::of_number(first + serial)).find(free)
    }

    /// The number of a family card of that city, recorded on a day of the last twenty years.
    pub fn kk(&self, dice: &mut Dice, today: NaiveDate) -> u64 {
        let recorded = today - TimeDelta::days(i64::from(dice.within(30, 7_000)));
        let district = dice.pick(&self.near);
        (district * 1_000_000 + date(recorded, 0)) * 10_000 + u64::from(dice.within(1, 9_999))
    }
}

/// Six digits DDMMYY, the day shifted.
fn date(day: NaiveDate, shift: u64) -> u64 {
    let year = u64::try_from(day.year().rem_euclid(100)).unwrap_or_default();
    ((u64::from(day.day()) + shift) * 100 + u64::from(day.month())) * 100 + year
}

/// First digits of the mobile networks.
const NETWORKS: &[&str] =
    &["0811", "0812", "0813", "0821", "0822", "0852", "0853", "0857", "0878", "0895", "0896"];

/// A mobile number.
pub fn phone(dice: &mut Dice) -> String {
    let digits = dice.within(10_000_000, 99_999_999);
    format!("{}{digits}", dice.pick(NETWORKS))
}
