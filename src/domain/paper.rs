//! The papers an office prints on.
use crate::choices;

choices! {
    /// A paper size. "F4" means two sizes in the shops; both are here.
    Paper {
        A4 = "a4", "A4 (210 x 297 mm)";
        F4 = "f4", "F4 (215 x 330 mm)";
        F4Narrow = "f4-210", "F4 sempit (210 x 330 mm)";
    }
}

impl Paper {
    /// Width and height in millimetres.
    #[must_use]
    pub const fn size(self) -> (u16, u16) {
        match self {
            Self::A4 => (210, 297),
            Self::F4 => (215, 330),
            Self::F4Narrow => (210, 330),
        }
    }
}
