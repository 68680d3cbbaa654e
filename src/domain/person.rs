//! The short lists that describe a person: as on the card, as told.
use crate::choices;

choices! {
    /// Why a NIK is missing. There is no default: someone said it.
    NoNik {
        NotBrought = "tidak_dibawa", "Tidak dibawa";
        NotRecorded = "belum_rekam", "Belum rekam KTP-el";
        NotIssued = "belum_punya", "Belum punya";
        Lost = "hilang", "Hilang";
        Forgotten = "lupa", "Lupa";
        CannotTell = "tidak_dapat_berkomunikasi", "Tidak dapat berkomunikasi";
        Declined = "menolak", "Menolak menyebutkan";
        Newborn = "bayi", "Bayi, belum tercatat";
        Foreigner = "wna", "Warga negara asing";
        Corpse = "jenazah", "Jenazah tanpa identitas";
    }
}

choices! {
    /// Place in the household, in the words of the KK card.
    Relation {
        Head = "kepala_keluarga", "Kepala keluarga";
        Husband = "suami", "Suami";
        Wife = "istri", "Istri";
        Child = "anak", "Anak";
        ChildInLaw = "menantu", "Menantu";
        Grandchild = "cucu", "Cucu";
        Parent = "orang_tua", "Orang tua";
        ParentInLaw = "mertua", "Mertua";
        Kin = "famili_lain", "Famili lain";
        Servant = "pembantu", "Pembantu";
        Other = "lainnya", "Lainnya";
    }
}

choices! {
    /// Religion or belief, as on the KTP-el.
    Religion {
        Islam = "islam", "Islam";
        Protestant = "kristen", "Kristen";
        Catholic = "katolik", "Katolik";
        Hindu = "hindu", "Hindu";
        Buddha = "buddha", "Buddha";
        Confucian = "khonghucu", "Khonghucu";
        Belief = "kepercayaan", "Kepercayaan terhadap Tuhan YME";
    }
}

choices! {
    /// Marital status, as on the KTP-el.
    Marital {
        Single = "belum_kawin", "Belum kawin";
        Married = "kawin", "Kawin";
        Divorced = "cerai_hidup", "Cerai hidup";
        Widowed = "cerai_mati", "Cerai mati";
    }
}

choices! {
    /// Kinds of disability (UU 8/2016 Art 4); several may be true of one person.
    Disability {
        Physical = "fisik", "Fisik";
        Intellectual = "intelektual", "Intelektual";
        Mental = "mental", "Mental";
        Sensory = "sensorik", "Sensorik";
    }
}

choices! {
    /// Whether a resident is still with us.
    Life {
        Alive = "hidup", "Hidup";
        Dead = "meninggal", "Meninggal";
        Moved = "pindah", "Pindah";
    }
}
