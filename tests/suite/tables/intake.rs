//! The intake line of the command line asks what the forms ask, in words that never change.
use loket::{
    domain::{
        choice::Choice,
        person::{Disability, NoNik},
        request::{Basis, Channel, Kind, Tie},
        sex::Sex,
    },
    form::{request, resident},
};

/// Every key of an intake line; `abaikan_peringatan` confirms warnings and is no question.
const KEYS: &[&str] = &[
    "nama",
    "tanpa_nama",
    "ciri",
    "nik",
    "alasan_tanpa_nik",
    "alias",
    "nama_ibu",
    "kk",
    "hubungan_kk",
    "tempat_lahir",
    "tanggal_lahir",
    "perkiraan_umur",
    "jenis_kelamin",
    "agama",
    "pekerjaan",
    "status_kawin",
    "hp",
    "pemilik_hp",
    "alamat",
    "rt",
    "rw",
    "kelurahan",
    "alamat_ktp",
    "rt_ktp",
    "rw_ktp",
    "kelurahan_ktp",
    "ppks",
    "ragam_disabilitas",
    "desil",
    "desil_dicek",
    "jenis",
    "kanal",
    "layanan",
    "uraian",
    "keperluan",
    "mendesak",
    "terbatas",
    "persetujuan",
    "pelapor",
    "hubungan_pelapor",
    "berkas",
];

#[test]
fn every_key_of_an_intake_line_is_a_question() {
    for key in KEYS {
        let asked = resident::FIELDS.iter().chain(request::FIELDS);
        assert_eq!(asked.filter(|field| field.id == *key).count(), 1, "{key}");
    }
}

fn codes<C: Choice>() -> Vec<&'static str> {
    C::ALL.iter().map(|choice| choice.code()).collect()
}

#[test]
#[rustfmt::skip]
fn the_codes_of_an_intake_line_stay_as_they_are() {
    assert_eq!(codes::<NoNik>(), [
        "tidak_dibawa", "belum_rekam", "belum_punya", "hilang", "lupa",
        "tidak_dapat_berkomunikasi", "menolak", "bayi", "wna", "jenazah",
    ]);
    assert_eq!(codes::<Sex>(), ["L", "P"]);
    assert_eq!(codes::<Kind>(), ["informasi", "permohonan", "pengaduan", "darurat"]);
    assert_eq!(codes::<Channel>(), [
        "datang", "telepon", "wa", "112", "kunjungan", "surat", "medsos", "lapor",
    ]);
    assert_eq!(codes::<Basis>(), ["lisan", "tertulis", "kewajiban_hukum"]);
    assert_eq!(codes::<Tie>(), [
        "keluarga", "kuasa", "rt", "tetangga", "petugas", "anonim", "lainnya",
    ]);
    assert_eq!(codes::<Disability>(), ["fisik", "intelektual", "mental", "sensorik"]);
}
