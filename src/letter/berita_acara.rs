//! The fields of records of handing over: both parties, what is handed over, and who saw it.
use crate::letter::field::{Field, may, must};

/// The other party, the time and the witnesses.
#[rustfmt::skip]
pub const PARTIES: &[Field] = &[
    must("jam_serah", "Pukul", "09.30", "23.30"),
    must("nama_pihak", "Pihak lain",
        "Budi Santoso",
        "Andi Baso Fachruddin Daeng Mattawang Prawirodirdjo, S.H."),
    must("jabatan_pihak", "Sebagai",
        "anak kandung",
        "Kepala Seksi Rehabilitasi Sosial Tuna Sosial Dinas Sosial"),
    may("saksi_1", "Saksi pertama", "Hasan Basri", "Dra. Hj. Andi Nurhayati Tenriawaru Sulthani, M.A.P."),
    may("saksi_2", "Saksi kedua", "", "Aiptu Muhammad Fachruddin Daeng Mattawang"),
    must("keadaan", "Keadaan",
        "sehat dan sadar",
        "sadar, berjalan dengan bantuan, luka lama di kaki kanan sudah dibalut, tidak ada luka baru"),
];

/// Handing over anything.
#[rustfmt::skip]
pub const HANDED: &[Field] = &[
    must("tempat_serah", "Tempat",
        "Kantor Kelurahan Sepinggan",
        "ruang pelayanan Kantor Kelurahan Mattiro Baji Pulau Satando Kecil"),
    must("diserahkan", "Yang diserahkan",
        "Satu unit kursi roda standar, baru",
        "Satu unit kursi roda khusus palsi serebral, baru, lengkap dengan sandaran kepala\nSatu pasang kruk ketiak aluminium\nSatu map berisi Kartu Keluarga asli dan surat keterangan dokter\nUang Rp35.000 dalam amplop bersegel\nSatu tas pakaian"),
];

/// Into and out of a shelter.
#[rustfmt::skip]
pub const SHELTERED: &[Field] = &[
    must("rumah_singgah", "Rumah singgah",
        "Rumah Singgah Dinas Sosial Kota Balikpapan",
        "Rumah Singgah Dinas Sosial Kabupaten Pangkajene dan Kepulauan, kamar 3"),
    may("barang", "Barang",
        "Satu tas pakaian\nSatu telepon genggam",
        "Satu tas pakaian\nSatu telepon genggam rusak\nUang Rp35.000 dalam amplop bersegel\nSatu map berisi Kartu Keluarga asli dan surat keterangan dokter"),
];

/// Out of a shelter.
#[rustfmt::skip]
pub const LEFT: &[Field] = &[
    must("tujuan_keluar", "Selanjutnya", "Kembali kepada keluarga", "Dipindahkan ke panti, sentra atau LKS"),
];
