//! Every form: its questions fit the screen, are named for good and explain themselves.
use std::collections::BTreeSet;

use loket::form::{
    all::FORMS,
    field::{Field, Kind, Source},
};
use unicode_width::UnicodeWidthStr as _;

/// Columns of a label, and of label and entry together.
const LABEL: usize = 14;
const BEFORE_ENTRY: u16 = 18;
const SCREEN: u16 = 80;

const fn is_heading(field: &Field) -> bool {
    matches!(field.kind, Kind::Heading)
}

fn is_name(id: &str, also: char) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == also)
}

#[test]
fn every_form_has_a_name_of_its_own_that_drafts_can_keep() {
    let mut names = BTreeSet::new();
    for form in FORMS {
        assert!(is_name(form.name, '-') && names.insert(form.name), "{}", form.name);
        assert!(!form.title.is_empty() && !form.fields.is_empty(), "{}", form.name);
    }
}

#[test]
fn every_question_is_named_once_in_its_form() {
    for form in FORMS {
        let mut ids = BTreeSet::new();
        for field in form.fields {
            let id = field.id;
            assert!(is_name(id, '_') && ids.insert(id), "{} asks {id:?} twice", form.name);
        }
    }
}

#[test]
fn every_question_fits_the_screen_and_explains_itself() {
    for form in FORMS {
        for field in form.fields.iter().filter(|field| !is_heading(field)) {
            let place = format!("{} of {}", field.id, form.name);
            let label = field.label.width();
            assert!((1..=LABEL).contains(&label), "the label of {place} has {label} columns");
            assert!(field.width > 0 && BEFORE_ENTRY + field.width <= SCREEN, "{place} is too wide");
            let ended = field.hint.ends_with('.') || field.hint.ends_with('…');
            assert!(ended, "the hint of {place} has no end: {}", field.hint);
            assert!(field.hint.width() <= usize::from(SCREEN), "the hint of {place} is too long");
        }
    }
}

#[test]
fn a_heading_has_words_and_asks_nothing() {
    for field in FORMS.iter().flat_map(|form| form.fields).filter(|field| is_heading(field)) {
        assert!(!field.label.is_empty() && field.hint.is_empty(), "{}", field.id);
        assert!(field.label.width() <= usize::from(SCREEN), "{}", field.id);
    }
}

#[test]
fn every_answer_on_offer_is_accepted() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    for field in FORMS.iter().flat_map(|form| form.fields) {
        let (Kind::One(Source::Fixed(list)) | Kind::Many(Source::Fixed(list))) = field.kind else {
            continue;
        };
        let mut codes = BTreeSet::new();
        for offer in list() {
            assert!(!offer.label.is_empty() && codes.insert(offer.code.clone()), "{}", field.id);
            // A tie that is in no list is told with words of its own.
            let answer = match (field.id, offer.code.as_str()) {
                ("hubungan_pelapor", "lainnya") => "lainnya: teman kerja",
                (_, code) => code,
            };
            assert_eq!((field.check)(answer, today), Ok(()), "{} offers {answer}", field.id);
        }
        assert!(codes.len() > 1, "{} offers nothing to choose from", field.id);
    }
}
