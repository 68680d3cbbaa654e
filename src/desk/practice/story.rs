//! What can happen to a request, as a story told in steps.
use crate::domain::{referral_road, request::Kind, road::Step};

/// A story.
#[derive(Debug)]
pub struct Story {
    /// How often it happens; each happens at least once.
    pub weight: u32,
    pub kind: Kind,
    /// Codes of the services it may be about; none where it is about no service.
    pub services: &'static [&'static str],
    pub brings: Brings,
    pub whom: Whom,
    /// What is told at the counter.
    pub words: &'static [&'static str],
    /// How many working days ago it began: the latest and the earliest.
    pub began: (u32, u32),
    pub beats: &'static [Beat],
}

/// Which papers come with the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brings {
    Nothing,
    Some,
    All,
}

/// Whom a story is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    Anyone,
    Child,
    Adult,
    Old,
    Stranger,
    /// A question; half of those who ask are not registered for it.
    Passer,
}

/// Something that happens so many working days after what happened before.
#[derive(Debug, Clone, Copy)]
pub struct Beat {
    pub after: u32,
    pub act: Act,
}

/// What happens.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// A step of the request, and the code of its reason.
    Step(Step, &'static str),
    /// The missing papers are brought.
    Complete,
    /// It turns out that it was told before.
    Repeats,
    /// It is referred to the institution of this code.
    Refer(&'static str),
    /// The resident is only told where to go.
    Point(&'static str),
    /// The letter of the referral is issued and comes out of the printer.
    Letter,
    /// The letter is issued, and the printer jams.
    Jammed,
    /// News about the referral, and the code of the reason.
    News(referral_road::Step, &'static str),
}

/// Something that happens so many working days later.
#[must_use]
pub const fn beat(after: u32, act: Act) -> Beat {
    Beat { after, act }
}
