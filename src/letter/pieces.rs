//! The texts of the templates, each a file that the office can read and change.
use crate::letter::template::Source;

/// A template file under `assets/surat`.
macro_rules! piece {
    ($name:literal) => {
        Source { name: $name, text: include_str!(concat!("../../assets/surat/", $name)) }
    };
}

/// The letterhead, the same on every letter.
pub const KOP: Source<'_> = piece!("kop.txt");
/// Place, date, number, matter and addressee of a correspondence.
pub const KEPALA: Source<'_> = piece!("kepala.txt");
/// How a referral begins.
pub const BUKA_RUJUK: Source<'_> = piece!("buka-rujuk.txt");
/// How a letter begins that asks something for somebody.
pub const BUKA_ANTAR: Source<'_> = piece!("buka-antar.txt");
/// Who it is.
pub const WARGA: Source<'_> = piece!("warga.txt");
/// Somebody's civil state.
pub const WARGA_SIPIL: Source<'_> = piece!("warga-sipil.txt");
/// Somebody's family and addresses.
pub const WARGA_RUMAH: Source<'_> = piece!("warga-rumah.txt");
/// Enclosures, the news that are wanted, and the greeting.
pub const PENUTUP: Source<'_> = piece!("penutup.txt");
/// Who signs, and who gets a copy.
pub const TANDA_TANGAN: Source<'_> = piece!("tanda-tangan.txt");
/// The same of a letter that says its place and date there.
pub const TANDA_TANGAN_JUDUL: Source<'_> = piece!("tanda-tangan-judul.txt");
/// What an institution fills in and a resident brings back.
pub const POTONGAN: Source<'_> = piece!("potongan.txt");
/// The square of a letter that a resident carries.
pub const QR_WARGA: Source<'_> = piece!("qr-warga.txt");
/// The square of a letter between offices.
pub const QR_DINAS: Source<'_> = piece!("qr-dinas.txt");

pub const RUJUKAN: Source<'_> = piece!("rujukan.txt");
pub const RUJUK_RSJ: Source<'_> = piece!("rujuk-rsj.txt");
pub const RUJUK_SINGGAH: Source<'_> = piece!("rujuk-singgah.txt");
pub const PENGANTAR: Source<'_> = piece!("pengantar.txt");
pub const PENGANTAR_DTSEN: Source<'_> = piece!("pengantar-dtsen.txt");
pub const PENGANTAR_PBI: Source<'_> = piece!("pengantar-pbi.txt");
pub const PENGANTAR_SKTM: Source<'_> = piece!("pengantar-sktm.txt");
pub const DUKCAPIL: Source<'_> = piece!("dukcapil.txt");
pub const PULANG: Source<'_> = piece!("pulang.txt");
pub const USUL_ALAT: Source<'_> = piece!("usul-alat.txt");
pub const KET: Source<'_> = piece!("ket.txt");
pub const KET_ISI: Source<'_> = piece!("ket-isi.txt");
pub const UNDANGAN: Source<'_> = piece!("undangan.txt");
pub const TUGAS: Source<'_> = piece!("tugas.txt");
pub const LAP_KEJADIAN: Source<'_> = piece!("lap-kejadian.txt");
pub const BA_SERAH: Source<'_> = piece!("ba-serah.txt");
pub const BA_MASUK: Source<'_> = piece!("ba-masuk.txt");
pub const BA_KELUAR: Source<'_> = piece!("ba-keluar.txt");
pub const TANDA_TERIMA: Source<'_> = piece!("tanda-terima.txt");
pub const BAWA_BERKAS: Source<'_> = piece!("bawa-berkas.txt");
pub const ANTREAN: Source<'_> = piece!("antrean.txt");
pub const TINDAK_LANJUT: Source<'_> = piece!("tindak-lanjut.txt");
