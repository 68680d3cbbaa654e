//! The two sexes that Indonesian papers know.
use crate::choices;

choices! {
    /// The sex of a resident, as on the KTP.
    Sex {
        Male = "L", "Laki-laki";
        Female = "P", "Perempuan";
    }
}
