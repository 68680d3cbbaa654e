//! Made-up residents in any number, with as many different names as a real crowd has: the same
//! number gives the same people.
//!
//! # Why
//! The practice data has a few hundred names, which is plenty for learning and far too easy for a
//! search. Here a third of the words are common ones, drawn so that the first are many times as
//! frequent as the last, and the others are put together from syllables: some 36,000 different
//! words in 122,324 residents, 132,000 in a million.
use std::sync::LazyLock;

use loket::{desk::practice::names::CULTURES, domain::atlas::Atlas};

/// Somebody.
pub struct Row {
    pub name: String,
    pub nik: String,
    pub kk: String,
    /// `dd-mm-yyyy`
    pub born: String,
    pub sex: &'static str,
    pub mother: String,
    pub street: String,
    pub rt: u64,
    pub area: String,
    pub phone: String,
}

const STARTS: &[&str] = &[
    "su", "ha", "ri", "wa", "ma", "sa", "ka", "nu", "di", "yu", "ar", "an", "mu", "fa", "ra", "si",
    "ta", "ba", "er", "in", "ju", "la", "pur", "har", "her", "mar", "sul", "tri", "wi", "bu",
];
const MIDDLES: &[&str] = &[
    "ra", "di", "ti", "na", "ma", "li", "ya", "ri", "sa", "lu", "wi", "to", "mi", "ni", "hi", "ka",
    "ja", "su", "man", "har", "dar", "tan", "sin", "ro", "yo", "ba", "da",
];
const ENDS: &[&str] = &[
    "no", "ti", "wati", "yah", "din", "man", "to", "ni", "sih", "yanto", "yani", "rah", "lan",
    "san", "di", "ma", "nah", "mad", "wan", "ro", "ko", "ningsih", "tun", "lia",
];

/// Throws the dice for one resident of a seed.
struct Dice(u64);

impl Dice {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    const fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or_default()]
    }

    fn word(&mut self) -> String {
        if self.below(3) == 0 {
            // The common ones: the lower the number thrown, the more often.
            let culture =
                &CULTURES[usize::try_from(self.below(CULTURES.len() as u64)).unwrap_or_default()];
            let names = if self.below(2) == 0 { culture.men } else { culture.women };
            let (one, two) = (self.below(names.len() as u64), self.below(names.len() as u64));
            return names[usize::try_from(one.min(two)).unwrap_or_default()].to_lowercase();
        }
        let mut word = self.pick(STARTS).to_owned();
        if self.below(5) > 0 {
            word += self.pick(MIDDLES);
        }
        if self.below(20) == 0 {
            word += self.pick(MIDDLES);
        }
        word + self.pick(ENDS)
    }

    fn name(&mut self) -> String {
        let words = [1, 2, 2, 2, 2, 3, 3, 4][usize::try_from(self.below(8)).unwrap_or_default()];
        let words: Vec<String> = (0..words).map(|_| capital(&self.word())).collect();
        words.join(" ")
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// The codes of the districts in which cards were made out: those of Kalimantan, 9,999 people each.
static DISTRICTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let cities = [64, 63, 62]
        .into_iter()
        .flat_map(|province| (71..80).chain(1..40).map(move |city| (province, city)));
    let all =
        cities.flat_map(|(province, city)| (1..60).map(move |district| (province, city, district)));
    let known = |(province, city, district): &(u8, u8, u8)| {
        Atlas::get().district_name(*province, *city, *district).is_some()
    };
    all.filter(known).map(|(p, c, d)| format!("{p}{c:02}{d:02}")).collect()
});

/// The resident of that number.
pub fn row(number: usize) -> Row {
    let mut dice = Dice(number as u64);
    let woman = dice.below(2) == 0;
    let (day, month, year) = (1 + dice.below(28), 1 + dice.below(12), 1930 + dice.below(96));
    let day_in_nik = if woman { day + 40 } else { day };
    let district = &DISTRICTS[number / 9_999 % DISTRICTS.len()];
    let serial = 1 + number as u64 % 9_999;
    let nik = format!("{district}{day_in_nik:02}{month:02}{:02}{serial:04}", year % 100);
    let household = number / 3;
    let mut home = Dice(household as u64 | 1 << 40);
    Row {
        name: dice.name(),
        nik,
        kk: format!(
            "647101{:02}{:02}{:02}{:04}",
            1 + household % 28,
            1 + household / 28 % 12,
            10 + household / 3_360_000 % 20,
            1 + household % 9_999
        ),
        born: format!("{day:02}-{month:02}-{year}"),
        sex: if woman { "P" } else { "L" },
        mother: dice.name(),
        street: format!("Jl. {} No. {}", capital(&home.word()), 1 + home.below(200)),
        rt: 1 + home.below(60),
        area: format!("64.71.{:02}.{:04}", 1 + home.below(4), 1001 + home.below(4)),
        phone: format!("08{:010}", dice.below(10_000_000_000)),
    }
}

impl Row {
    /// What is answered to each question of the form.
    pub fn answers(&self) -> [(&'static str, String); 10] {
        let Self { name, nik, kk, born, sex, mother, street, rt, area, phone } = self;
        let told = |id, answer: &str| (id, answer.to_owned());
        [
            told("nama", name),
            told("nik", nik),
            told("kk", kk),
            told("tanggal_lahir", born),
            told("jenis_kelamin", sex),
            told("nama_ibu", mother),
            told("alamat", street),
            ("rt", rt.to_string()),
            told("kelurahan", area),
            told("hp", phone),
        ]
    }
}
