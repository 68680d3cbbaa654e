//! How closely a record is kept.
//!
//! # Why
//! The law (UU 27/2022) asks more care for violence, children in need of protection, HIV, NAPZA,
//! trafficking and shackling. Which services and kinds of PPKS that means is a setting of the
//! office with a preset, because cities sort them differently; what follows from it is said here.
use crate::{
    choices,
    domain::{ppks::Ppks, request::Request, resident::Resident, service::Service},
};

choices! {
    /// A class of confidentiality.
    Class {
        General = "umum", "Umum";
        Restricted = "terbatas", "Terbatas";
    }
}

impl Class {
    const fn restricted_if(restricted: bool) -> Self {
        if restricted { Self::Restricted } else { Self::General }
    }
}

impl Resident {
    /// The class of a resident, where these kinds of PPKS are kept restricted.
    #[must_use]
    pub fn class(&self, restricted: &[Ppks]) -> Class {
        Class::restricted_if(self.kinds.iter().any(|kind| restricted.contains(kind)))
    }
}

impl Request {
    /// The class of a request for that service, about someone of that class. Its letters have it
    /// too.
    #[must_use]
    pub fn class(&self, service: Option<&Service>, subject: Option<Class>) -> Class {
        let service = service.is_some_and(|service| service.restricted);
        Class::restricted_if(self.confidential || service || subject == Some(Class::Restricted))
    }
}
