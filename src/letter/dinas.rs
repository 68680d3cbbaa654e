//! The fields of letters that the office may write of its own accord.
use crate::letter::field::{Field, may, must};

/// An invitation.
#[rustfmt::skip]
pub const INVITATION: &[Field] = &[
    must("acara", "Acara",
        "musyawarah usulan data kesejahteraan",
        "musyawarah kelurahan tentang usulan pemutakhiran data kesejahteraan sosial triwulan keempat"),
    must("hari_acara", "Hari, tanggal", "Selasa, 1 Desember 2026", "Kamis, 24 September 2026"),
    must("jam_acara", "Pukul", "09.00", "13.30"),
    must("tempat_acara", "Tempat",
        "Balai Kelurahan Sepinggan",
        "Balai Pertemuan Kantor Kelurahan Mattiro Baji Pulau Satando Kecil lantai dua"),
    may("bawaan", "Mohon membawa",
        "",
        "Kartu Keluarga asli, KTP, dan foto rumah tampak depan"),
];

/// An order to visit a home.
#[rustfmt::skip]
pub const VISIT: &[Field] = &[
    must("petugas_tugas", "Petugas",
        "Rina Wulandari\nHasan Basri, relawan sosial",
        "Andi Muhammad Fachruddin Daeng Mattawang, Koordinator Puskesos\nDra. Hj. Andi Nurhayati Tenriawaru, Tenaga Kesejahteraan Sosial Kecamatan\nMuhammad Rizky Ramadhan Prawirodirdjo, relawan sosial"),
    must("hari_kunjungan", "Hari, tanggal", "Rabu, 25 November 2026", "Kamis, 24 September 2026"),
    may("jam_kunjungan", "Pukul", "09.00", "13.30"),
    must("alamat_kunjungan", "Alamat",
        "Jalan Sepinggan Baru III No. 21 RT 014",
        "Jalan Poros Pelabuhan Rakyat Blok C-12 Nomor 118 B RT 001 RW 002, Lingkungan Mattiro Baji Timur"),
    must("maksud", "Keperluan",
        "verifikasi keadaan rumah dan keluarga",
        "verifikasi keadaan rumah dan keluarga, pengukuran untuk usulan alat bantu, dan penyampaian hasil permohonan"),
    may("kendaraan", "Kendaraan", "sepeda motor dinas", "perahu motor dinas dan ojek"),
];

/// A report of something that happened.
#[rustfmt::skip]
pub const INCIDENT: &[Field] = &[
    must("tujuan", "Kepada",
        "Kepala Dinas Sosial Kota Balikpapan",
        "Kepala Dinas Sosial Kabupaten Pangkajene dan Kepulauan"),
    must("kejadian", "Jenis kejadian",
        "Kebakaran rumah",
        "Kebakaran permukiman yang menghanguskan sebelas rumah panggung"),
    must("hari_kejadian", "Hari, tanggal", "Senin, 23 November 2026", "Rabu, 23 September 2026"),
    may("jam_kejadian", "Pukul", "02.15", "23.45"),
    must("lokasi", "Tempat",
        "RT 014 Kelurahan Sepinggan",
        "Lingkungan Mattiro Baji Timur RT 003 RW 001, sebelah barat Terminal Penyeberangan"),
    may("terdampak", "Yang terdampak",
        "dua keluarga, tujuh jiwa",
        "sebelas keluarga, empat puluh dua jiwa, di antaranya sembilan anak balita, lima lanjut usia dan dua penyandang disabilitas"),
    must("uraian", "Uraian",
        "Api terlihat dari dapur sebuah rumah kayu dan merambat ke rumah di sebelahnya. Warga memadamkan api sampai mobil pemadam tiba. Tidak ada korban jiwa.",
        "Api pertama kali terlihat oleh penjaga malam dari dapur sebuah rumah panggung, lalu merambat ke rumah-rumah di sebelahnya karena angin kencang dan jarak rumah yang rapat. Warga memadamkan api dengan pompa perahu sampai kapal pemadam tiba satu jam kemudian. Tidak ada korban jiwa; tiga orang dirawat karena luka bakar ringan dan dipulangkan pada pagi harinya. Sebelas keluarga mengungsi ke balai pertemuan, sebagian menumpang pada saudaranya. Surat-surat penting milik tujuh keluarga ikut terbakar. Sekolah dasar yang berdekatan meliburkan murid selama dua hari karena ruang kelasnya dipakai sebagai dapur umum dan tempat menyimpan bantuan."),
    must("tindakan", "Yang sudah dilakukan",
        "Melapor ke 112 dan Dinas Sosial\nMendata keluarga yang terdampak",
        "Melapor ke 112, Badan Penanggulangan Bencana Daerah dan Dinas Sosial\nMendata keluarga yang terdampak bersama ketua RT\nMembuka tempat mengungsi di balai pertemuan\nMemasak di dapur umum bersama Tagana dan ibu-ibu PKK\nMengantar tiga orang yang terluka ke puskesmas"),
    may("usul", "Yang masih diperlukan",
        "Terpal, selimut dan makanan siap saji\nPenggantian KTP dan Kartu Keluarga yang terbakar",
        "Terpal, selimut, pakaian sekolah dan makanan siap saji untuk empat puluh dua jiwa selama tujuh hari\nPenggantian KTP, Kartu Keluarga dan akta yang terbakar\nPendampingan psikososial bagi sembilan anak balita dan ibunya\nUsulan bantuan perbaikan rumah"),
];
