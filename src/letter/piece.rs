//! A piece that letters are put together of: what an office may put into words of its own.
//!
//! # Why
//! A piece is one file of `assets/surat`. Each can be changed by itself, the letterhead as well as
//! the text of one kind, so what several kinds share is changed once and for all of them.
use std::borrow::Cow;

use crate::{
    domain::wording::Words,
    letter::{kind::Kind, kinds::KINDS, template::Source},
};

/// A piece, as the program words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece(Source<'static>);

impl Piece {
    /// Every piece once, in the order in which the kinds use them.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for source in KINDS.iter().flat_map(|kind| kind.template) {
            if !all.iter().any(|piece| piece.0.name == source.name) {
                all.push(Self(*source));
            }
        }
        all
    }

    /// The pieces of a kind, in the order of the paper.
    #[must_use]
    pub fn of(kind: &Kind) -> Vec<Self> {
        kind.template.iter().map(|source| Self(*source)).collect()
    }

    /// The piece of that code.
    #[must_use]
    pub fn coded(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|piece| piece.code() == code)
    }

    /// How records name it: its file without the ending.
    #[must_use]
    pub fn code(&self) -> &'static str {
        code(&self.0)
    }

    /// The program's own words.
    #[must_use]
    pub const fn original(&self) -> &'static str {
        self.0.text
    }

    /// Whether these are the program's own words.
    #[must_use]
    pub fn is_original(&self, words: &Words) -> bool {
        self.original().parse::<Words>().is_ok_and(|original| original == *words)
    }

    /// The kinds of letter that it is a part of.
    pub fn kinds(&self) -> impl Iterator<Item = &'static Kind> {
        let name = self.0.name;
        KINDS.iter().filter(move |kind| kind.template.iter().any(|source| source.name == name))
    }

    /// How the clerk reads it: the name of the kind that it is the text of, or what its first
    /// remark calls it.
    #[must_use]
    pub fn title(&self) -> Cow<'static, str> {
        if let Some(kind) = KINDS.iter().find(|kind| kind.code.eq_ignore_ascii_case(self.code())) {
            return kind.label.into();
        }
        let remark = self.original().lines().next().and_then(|line| line.strip_prefix('#'));
        let name =
            remark.and_then(|remark| remark.split(['.', ':', ';', ',']).next()).map(str::trim);
        name.unwrap_or(self.code()).into()
    }
}

fn code(source: &Source<'static>) -> &'static str {
    source.name.strip_suffix(".txt").unwrap_or(source.name)
}

/// The template of a kind, each piece in the words that `own` has for its code.
pub fn worded<'a>(kind: &Kind, own: impl Fn(&str) -> Option<&'a str>) -> Vec<Source<'a>> {
    let worded = |source: &Source<'static>| {
        own(code(source)).map_or(*source, |text| Source { name: source.name, text })
    };
    kind.template.iter().map(worded).collect()
}
