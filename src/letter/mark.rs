//! The words that begin the lines of a template, each saying what becomes of its line.
use crate::choices;

choices! {
    /// What a line of a template becomes. The codes are never changed: issued letters are kept in
    /// them. The labels explain them to the office.
    Mark {
        Document = "dokumen", "keterangan berkas: judul | kantor | tanggal (2026-11-24)";
        Slip = "slip", "dicetak sebagai slip sepertiga halaman";
        Pages = "halaman", "tidak perlu lagi: setiap surat yang panjang berlanjut ke halaman berikutnya";
        Gap = "jarak", "sela antarbagian; sama dengan baris kosong";
        Head = "kop", "baris kop, di tengah";
        Office = "kop-besar", "nama kantor dalam kop, di tengah";
        Address = "kop-kecil", "alamat dalam kop, di tengah";
        DoubleRule = "garis", "garis ganda di bawah kop";
        ThinRule = "garis-tipis", "garis tipis";
        Title = "judul", "judul tebal, di tengah";
        Centred = "tengah", "tulisan di tengah";
        Big = "besar", "tulisan sangat besar, di tengah";
        Right = "kanan", "tulisan di kanan, sejajar dengan baris berikutnya";
        Row = "baris", "label | isi";
        Inset = "data", "label | isi, menjorok ke dalam";
        Paragraph = "par", "paragraf, baris pertama menjorok";
        Flush = "rata", "paragraf tanpa menjorok";
        Strong = "tebal", "paragraf tebal tanpa menjorok";
        Item = "butir", "butir bernomor; isi beberapa baris menjadi beberapa butir";
        Signature = "ttd", "pembuka | jabatan | nama | NIP; dua ttd berturut-turut berdampingan";
        Copy = "tembusan", "tembusan bernomor; isi beberapa baris menjadi beberapa nomor";
        Code = "qr", "kotak QR di kanan bawah dengan tulisan di sampingnya: baris | baris | …";
        CodeRight = "qr-kanan", "kotak QR di kanan";
        Stub = "potongan", "potongan di kaki surat, di bawah garis sobek: baris | baris | …";
        Square = "tanda", "isi kotak QR; ditulis sendiri oleh program";
    }
}

impl Mark {
    /// How many parts, parted by `|`, its line has: the fewest and the most.
    #[must_use]
    pub const fn parts(self) -> (usize, usize) {
        match self {
            Self::Slip
            | Self::Pages
            | Self::Gap
            | Self::DoubleRule
            | Self::ThinRule
            | Self::CodeRight => (0, 0),
            Self::Row | Self::Inset => (2, 2),
            Self::Document => (3, 3),
            Self::Signature => (4, 4),
            Self::Code | Self::Stub => (1, 4),
            _ => (1, 1),
        }
    }
}
