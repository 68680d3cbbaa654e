//! The papers an office prints on.
use crate::choices;

choices! {
    /// A kind of paper. "F4" in a shop is 215 x 330 mm, in many printer drivers 210 x 330 mm.
    Paper {
        A4 = "a4", "A4 (210 x 297 mm)";
        F4 = "f4", "F4 (215 x 330 mm)";
        F4Narrow = "f4-210", "F4 sempit (210 x 330 mm)";
    }
}

impl Paper {
    /// The width in millimetres.
    #[must_use]
    pub const fn width(self) -> f32 {
        match self {
            Self::A4 | Self::F4Narrow => 210.0,
            Self::F4 => 215.0,
        }
    }

    /// The height in millimetres.
    #[must_use]
    pub const fn height(self) -> f32 {
        match self {
            Self::A4 => 297.0,
            Self::F4 | Self::F4Narrow => 330.0,
        }
    }
}
