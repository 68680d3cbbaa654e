//! What a check finds: where something is not as it was written, and what to do about it.
use std::fmt;

/// Something that is not as it was written. Says where, and nothing of anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Frames of the journal, from one sequence to another, are damaged or gone.
    Lost { from: u64, to: u64 },
    /// What a frame of the journal says is damaged; the frame itself still stands there.
    Body { sequence: u64 },
    /// A frame that none of this office's keys has sealed.
    Seal { sequence: u64 },
    /// A frame that does not go on where the one before it ended.
    Chain { sequence: u64 },
    /// Behind the last whole change stands something that is no whole change.
    Unfinished { after: u64 },
    /// Bytes that should be zero, or that no frame accounts for.
    Soiled { segment: u64, offset: u64 },
    /// Frames of a newer program.
    Newer { segment: u64 },
    /// Files among the segments that the desk never made.
    Stray { files: usize },
    /// One of the small files beside the journal.
    File { name: &'static str, state: State },
    /// The file of the keys is from before the last change of them of which the journal tells.
    Keys { serial: u64, noted: u64 },
    /// The index cannot be used.
    Index { why: String },
    /// A value of the index is not what the journal says of that record.
    Value { table: &'static str, sequence: u64, how: How },
    /// So many more values are not what the journal says.
    Values { more: u64 },
    /// So many values cannot be proved, for the journal that would prove them is damaged.
    Unproved { values: u64 },
    /// A form that was left half-typed, by the name it is kept under.
    Draft { name: String },
    /// Something could not be read at all.
    Unread { what: String },
}

/// How a small file is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its bytes are not those that were written.
    Broken,
    /// It should be there.
    Missing,
    /// It is whole, but does not belong to this store, or not to what it holds now.
    Other,
}

/// How a value of the index is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The journal knows the record, the index does not.
    Missing,
    /// The index holds the record as it was before.
    Stale,
    /// The index holds a record that was removed, or never was.
    Risen,
    /// Its bytes are not those that the journal says.
    Changed,
}

impl Finding {
    /// Whether something that was saved is no longer where it was, so that only a backup, or the
    /// index, still has it. All else can be made again.
    #[must_use]
    pub const fn is_loss(&self) -> bool {
        matches!(
            self,
            Self::Lost { .. }
                | Self::Body { .. }
                | Self::Seal { .. }
                | Self::Chain { .. }
                | Self::Unread { .. }
        )
    }

    /// What to do, in one sentence.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unfinished { .. } => {
                "Buka Loket: sisa itu disisihkan, dan yang belum tersimpan diberitahukan."
            }
            Self::Soiled { .. } => "Buat cadangan sekarang, lalu periksa diskanya.",
            Self::Newer { .. } => "Pasang Loket yang terbaru, lalu periksa lagi.",
            Self::Stray { .. } => "Pindahkan berkas itu dari folder jurnal.",
            Self::File { name, .. } if name.starts_with("kunci") => {
                "Ganti kata sandi seorang petugas di Loket, supaya berkas kunci ditulis ulang."
            }
            Self::Keys { .. } => {
                "Minta setiap petugas mengganti kata sandinya di Loket, dan periksa siapa yang \
                 menyentuh folder data."
            }
            Self::File { .. } => "Buka lalu tutup Loket: berkas itu dibuat lagi dari jurnal.",
            Self::Index { .. } | Self::Value { .. } | Self::Values { .. } => {
                "Buka Loket: indeks disusun ulang dari jurnal."
            }
            Self::Draft { .. } => "Ketik ulang isian yang belum selesai itu.",
            Self::Lost { .. }
            | Self::Body { .. }
            | Self::Seal { .. }
            | Self::Chain { .. }
            | Self::Unproved { .. }
            | Self::Unread { .. } => "Jangan menyimpan apa pun; pulihkan dari cadangan terakhir.",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost { from, to } if from == to => {
                write!(f, "jurnal: urutan {from} rusak atau hilang")
            }
            Self::Lost { from, to } => {
                write!(f, "jurnal: urutan {from} sampai {to} rusak atau hilang")
            }
            Self::Body { sequence } => write!(f, "jurnal: isi urutan {sequence} rusak"),
            Self::Seal { sequence } => {
                write!(f, "jurnal: segel urutan {sequence} tidak cocok dengan kunci kantor ini")
            }
            Self::Chain { sequence } => {
                write!(f, "jurnal: urutan {sequence} tidak menyambung yang sebelumnya")
            }
            Self::Unfinished { after } => {
                write!(f, "jurnal: di belakang urutan {after} ada sisa yang bukan catatan utuh")
            }
            Self::Soiled { segment, offset } => {
                write!(f, "jurnal: segmen {segment} mulai bita {offset} tidak kosong lagi")
            }
            Self::Newer { segment } => {
                write!(f, "jurnal: segmen {segment} ditulis oleh Loket yang lebih baru")
            }
            Self::Stray { files } => write!(f, "jurnal: ada {files} berkas yang bukan segmen"),
            Self::File { name, state } => write!(f, "{name}: {state}"),
            Self::Keys { serial, noted } => write!(
                f,
                "kunci: berkas ke-{serial}, padahal jurnal mencatat yang ke-{noted}; kata sandi \
                 yang lama mungkin berlaku lagi"
            ),
            Self::Index { why } => write!(f, "indeks: {why}"),
            Self::Value { table, sequence, how } => {
                write!(f, "indeks: data {table} dari urutan {sequence} {how}")
            }
            Self::Values { more } => write!(f, "indeks: {more} data lain juga tidak cocok"),
            Self::Unproved { values } => {
                write!(f, "indeks: {values} data hanya ada di indeks, karena jurnalnya rusak")
            }
            Self::Draft { name } => write!(f, "konsep {name}: rusak"),
            Self::Unread { what } => write!(f, "{what}"),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "rusak",
            Self::Missing => "tidak ada",
            Self::Other => "tidak cocok dengan data ini",
        })
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "hilang",
            Self::Stale => "tertinggal",
            Self::Risen => "seharusnya tidak ada",
            Self::Changed => "berubah",
        })
    }
}
