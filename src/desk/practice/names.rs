//! Names as they are given in many parts of Indonesia, and the faiths that go with them.
//!
//! All are common given names and clan names; whoever is made of them does not exist.
use crate::domain::person::Religion::{
    self, Buddha, Catholic, Confucian, Hindu, Islam, Protestant,
};

/// How the people of a region are called.
#[derive(Debug)]
pub struct Culture {
    /// How many of a hundred residents, roughly.
    pub weight: u32,
    pub men: &'static [&'static str],
    pub women: &'static [&'static str],
    pub end: End,
    pub faiths: &'static [(Religion, u32)],
}

/// What follows the first name.
#[derive(Debug)]
pub enum End {
    /// A second name that means nothing but itself; some have none at all.
    Second { men: &'static [&'static str], women: &'static [&'static str], single: u32 },
    /// The clan of the father (marga, fam).
    Clan(&'static [&'static str]),
    /// `bin` or `binti` and the father's name, or a second name.
    Father { men: &'static [&'static str], women: &'static [&'static str] },
    /// Balinese: title and order of birth before the name.
    Birth { castes: &'static [(&'static str, &'static str)] },
}

/// Before the names of Muslims, men and women.
pub const BEFORE: [&[&str]; 2] = [&["Muhammad", "Ahmad", "Abdul"], &["Siti", "Nur"]];

/// Balinese order of birth: the fifth child begins again.
pub const ORDER: [&str; 4] = ["Wayan", "Made", "Nyoman", "Ketut"];

#[rustfmt::skip]
pub const CULTURES: &[Culture] = &[
    // Jawa
    Culture { weight: 30, men: &["Agus", "Budi", "Slamet", "Sutrisno", "Bambang", "Joko", "Eko", "Dwi", "Tri", "Wahyu",
            "Suparman", "Sugeng", "Hariyanto", "Mulyono", "Suharto", "Paijo", "Sumarno", "Teguh", "Yudi", "Rudi", "Dimas", "Bayu"],
        women: &["Sri", "Endang", "Sulastri", "Wahyuni", "Ningsih", "Suparti", "Yuliana", "Dewi", "Rini", "Tutik",
            "Siti", "Sumiati", "Painem", "Lestari", "Eko", "Dwi", "Tri", "Ratna", "Indah", "Wulan", "Anisa", "Putri"],
        end: End::Second { single: 22,
            men: &["Santoso", "Prasetyo", "Wibowo", "Nugroho", "Setiawan", "Purnomo", "Hidayat", "Saputra", "Susilo", "Kurniawan", "Utomo", "Widodo"],
            women: &["Rahayu", "Astuti", "Handayani", "Wahyuni", "Lestari", "Utami", "Setyowati", "Purwanti", "Susanti", "Ningrum", "Mulyani", "Kusuma"] },
        faiths: &[(Islam, 92), (Protestant, 4), (Catholic, 4)] },
    // Bugis, Makassar
    Culture { weight: 20, men: &["Andi", "Baharuddin", "Syamsuddin", "Rustam", "Hasanuddin", "Arifin", "Sudirman", "Amiruddin", "Baso", "Ambo",
            "Nasir", "Jamaluddin", "Firman", "Ilham", "Takdir", "Ridwan"],
        women: &["Besse", "Hasnah", "Rosmiati", "Nurhayati", "Hartati", "Indo", "Sitti", "Darmawati", "Nuraeni", "Suriani",
            "Rahmawati", "Fatmawati", "Kasmawati", "Hasmah", "Jumriah", "Mutmainnah"],
        end: End::Father { men: &["Daeng Mattawang", "Akbar", "Rahman", "Saleh", "Mappa", "Yusuf", "Halim"],
            women: &["Daeng Kanang", "Amir", "Rahman", "Yusuf", "Halim", "Saleh"] },
        faiths: &[(Islam, 100)] },
    // Banjar
    Culture { weight: 15, men: &["Rahmadi", "Syahrani", "Jumberi", "Hamdani", "Gazali", "Idrus", "Masrani", "Ardiansyah", "Fauzi", "Zainal",
            "Rusdi", "Anang", "Utuh", "Mahyuni", "Hairul", "Syaifullah"],
        women: &["Norhayati", "Masitah", "Rusmini", "Aluh", "Galuh", "Jumiati", "Mastura", "Norjannah", "Halimah", "Rabiatul",
            "Hamidah", "Salasiah", "Mariatul", "Fitriah", "Raudah", "Noraida"],
        end: End::Father { men: &["Ansari", "Noor", "Abidin", "Effendi", "Hadi", "Ramadhan"],
            women: &["Jannah", "Adawiyah", "Hasanah", "Qibtiah", "Aulia", "Zahra"] },
        faiths: &[(Islam, 100)] },
    // Kutai, Paser, Dayak
    Culture { weight: 7, men: &["Awang", "Encik", "Aji", "Markus", "Yohanes", "Lukas", "Dalmasius", "Petrus", "Ding", "Lencau", "Alung", "Bit"],
        women: &["Dayang", "Aji", "Yuliana", "Maria", "Hulo", "Bulan", "Ping", "Lawing", "Margareta", "Devung", "Uding", "Kristina"],
        end: End::Second { single: 8,
            men: &["Lawai", "Ngau", "Jau", "Bilung", "Anyeq", "Rusdiansyah", "Syahril", "Juk", "Ajang"],
            women: &["Lawai", "Ngau", "Lirin", "Bilung", "Anyeq", "Rusdiana", "Sari", "Usun", "Tipung"] },
        faiths: &[(Islam, 45), (Catholic, 25), (Protestant, 30)] },
    // Sunda
    Culture { weight: 5, men: &["Asep", "Ujang", "Dadang", "Cecep", "Deden", "Iwan", "Yayan", "Endang", "Entis", "Jajang"],
        women: &["Neneng", "Euis", "Imas", "Cucu", "Iis", "Lilis", "Eneng", "Yayah", "Teti", "Elis"],
        end: End::Second { single: 14, men: &["Sutisna", "Hidayat", "Suryana", "Permana", "Kosasih", "Supriatna", "Gunawan"],
            women: &["Nurhasanah", "Rohaeni", "Komalasari", "Sumiati", "Kurniasih", "Rosmawati", "Fitriani"] },
        faiths: &[(Islam, 98), (Protestant, 2)] },
    // Batak
    Culture { weight: 4, men: &["Jonny", "Parlindungan", "Sahat", "Tumpal", "Hotman", "Saut", "Binsar", "Ucok", "Maruli", "Rikson"],
        women: &["Rosmaida", "Tiurma", "Duma", "Lamria", "Hotmauli", "Rumondang", "Mariana", "Delima", "Nurmala", "Romauli"],
        end: End::Clan(&["Simanjuntak", "Siregar", "Hutapea", "Nainggolan", "Sinaga", "Panjaitan", "Harahap", "Lubis", "Tobing", "Sihombing"]),
        faiths: &[(Protestant, 75), (Catholic, 10), (Islam, 15)] },
    // Toraja
    Culture { weight: 4, men: &["Yohanis", "Daniel", "Marthen", "Agustinus", "Simon", "Lukas", "Alfius", "Pither"],
        women: &["Naomi", "Ludia", "Yuliana", "Damaris", "Elisabeth", "Marthina", "Alfrida", "Rahel"],
        end: End::Clan(&["Pasang", "Tandi", "Rante", "Sampe", "Bara", "Palayukan", "Pongtiku", "Allo", "Tangdilintin"]),
        faiths: &[(Protestant, 80), (Catholic, 18), (Islam, 2)] },
    // Minangkabau
    Culture { weight: 3, men: &["Zulkifli", "Afrizal", "Yusrizal", "Mardison", "Syafril", "Hendri", "Edison", "Rafki"],
        women: &["Yusnidar", "Erlina", "Murniati", "Desmawati", "Upik", "Rosnida", "Gustina", "Zuraida"],
        end: End::Clan(&["Chaniago", "Koto", "Piliang", "Tanjung", "Sikumbang", "Jambak"]),
        faiths: &[(Islam, 100)] },
    // Madura
    Culture { weight: 3, men: &["Moh. Hasan", "Matsuri", "Sahri", "Buni", "Syaiful", "Hosen", "Mat Rais", "Abd. Rohim"],
        women: &["Sumiyati", "Hosniyah", "Munawaroh", "Sutinah", "Juhairiyah", "Misnati", "Rohemah", "Sahriya"],
        end: End::Second { single: 55, men: &["Arifin", "Maulana", "Fadli"], women: &["Ningsih", "Fitria", "Hasanah"] },
        faiths: &[(Islam, 100)] },
    // Bali
    Culture { weight: 3, men: &["Sudiarta", "Suardana", "Adnyana", "Wirawan", "Mahendra", "Artawan", "Budiasa", "Parwata"],
        women: &["Sukerti", "Suartini", "Ariani", "Widiastuti", "Puspawati", "Sutarmi", "Kertiasih", "Mertasari"],
        end: End::Birth { castes: &[("I", "Ni"), ("I", "Ni"), ("I", "Ni Luh"), ("I Gusti", "I Gusti Ayu"), ("Ida Bagus", "Ida Ayu")] },
        faiths: &[(Hindu, 97), (Islam, 3)] },
    // Flores, Timor, Sumba
    Culture { weight: 2, men: &["Yosef", "Fransiskus", "Kornelis", "Yakobus", "Stefanus", "Aloysius", "Dominggus", "Umbu"],
        women: &["Maria", "Theresia", "Yuliana", "Katarina", "Agnes", "Bernadeta", "Rambu", "Dorkas"],
        end: End::Clan(&["da Silva", "Fernandez", "Seran", "Bria", "Ndjurumana", "Lamahala", "Tukan", "Bete", "Kedang"]),
        faiths: &[(Catholic, 75), (Protestant, 22), (Islam, 3)] },
    // Minahasa, Maluku
    Culture { weight: 2, men: &["Jantje", "Ferdy", "Noldy", "Jemmy", "Alex", "Berthy", "Ronny", "Max"],
        women: &["Meiske", "Olvie", "Deetje", "Selvie", "Grace", "Jeane", "Yanti", "Merry"],
        end: End::Clan(&["Mandagi", "Tumbuan", "Wowor", "Rumengan", "Latuconsina", "Pattiasina", "Matulessy", "Lumentut"]),
        faiths: &[(Protestant, 80), (Catholic, 8), (Islam, 12)] },
    // Tionghoa
    Culture { weight: 1, men: &["Hendra", "Steven", "Liem", "Tan", "Robert", "Andy"],
        women: &["Lanny", "Meilani", "Oei", "Jenny", "Susan", "Linda"],
        end: End::Second { single: 0, men: &["Wijaya", "Halim", "Gunawan", "Sanjaya", "Kok Liong"], women: &["Wijaya", "Halim", "Gunawan", "Tanuwijaya", "Siok Hwa"] },
        faiths: &[(Buddha, 40), (Catholic, 25), (Protestant, 25), (Confucian, 10)] },
    // Papua
    Culture { weight: 1, men: &["Yulianus", "Melkias", "Elieser", "Obet", "Isak", "Yonas"],
        women: &["Orpa", "Yosina", "Dorkas", "Mince", "Adolfina", "Welmince"],
        end: End::Clan(&["Wenda", "Kogoya", "Rumbiak", "Mandacan", "Awom", "Yikwa", "Tabuni", "Wanggai"]),
        faiths: &[(Protestant, 85), (Catholic, 13), (Islam, 2)] },
];
