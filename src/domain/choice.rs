//! Answers picked from a short fixed list, each said once as a row: name, code, words.

/// One of a fixed list of answers.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every answer, in the order in which it is offered.
    const ALL: &'static [Self];

    /// How files and the command line write it; never changed.
    fn code(self) -> &'static str;

    /// How the clerk reads it.
    fn label(self) -> &'static str;

    /// The answer with exactly this code.
    #[must_use]
    fn coded(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }

    /// The answer with this code or label, whatever the case; blanks and dashes count as `_`.
    #[must_use]
    fn told(text: &str) -> Option<Self> {
        Self::coded(text).or_else(|| {
            let wanted = fold(text);
            let mut all = Self::ALL.iter().copied();
            all.find(|choice| wanted == fold(choice.code()) || wanted == fold(choice.label()))
        })
    }
}

fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-', '/'], "_")
}

/// Declares a list of answers. New rows go to the end: the order is how they are kept on disk.
#[macro_export]
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$row:meta])* $variant:ident = $code:literal, $label:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$row])* $variant,)+ }

        impl $crate::domain::choice::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::reject::Reject;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if text.trim().is_empty() {
                    return Err($crate::domain::reject::Reject::Empty);
                }
                <Self as $crate::domain::choice::Choice>::told(text)
                    .ok_or($crate::domain::reject::Reject::NotOffered)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::domain::choice::Choice::label(*self))
            }
        }
    };
}
