//! Every list of answers, and every list of reasons.
use std::collections::BTreeSet;

use loket::{
    cli::{ekspor, impor, rekap},
    desk::{exports, merging},
    domain::{
        area::AreaKind,
        benefit,
        choice::Choice,
        class::Class,
        glimpse, law,
        letter::{End, Outlet, Signer, State, Weight},
        may::Action,
        misfit::Misfit,
        moment::Zone,
        office::Standing,
        paper::Paper,
        period::Period,
        person::{Disability, Life, Marital, NoNik, Relation, Religion},
        printer::Language,
        promise::{Start, Unit},
        reason::{Reason, words},
        referral_road,
        request::{Basis, Channel, Kind, Need, Tie},
        road,
        role::Role,
        serial::Scope,
        sex::Sex,
        ticket::Series,
        unfit::Unfit,
    },
    form::{
        letter::{handover::Onward, person},
        step::Manner,
    },
    letter::mark::Mark,
    print::roll::Width,
    roster::letters::Letters,
};

use crate::layers::source::{places, sources};

fn holds<C: Choice + std::fmt::Debug>() {
    let name = std::any::type_name::<C>();
    let (mut codes, mut labels) = (BTreeSet::new(), BTreeSet::new());
    for choice in C::ALL {
        let (code, label) = (choice.code(), choice.label());
        assert!(!code.is_empty() && code.trim() == code && codes.insert(code), "{name} {code:?}");
        assert!(!label.is_empty() && labels.insert(label), "{name} {label:?}");
        assert_eq!(C::told(code), Some(*choice), "{name} reads {code} as another");
        assert_eq!(C::told(&code.to_uppercase()), Some(*choice), "{name} reads {code} as another");
        assert_eq!(C::told(label), Some(*choice), "{name} reads {label} as another");
        assert_eq!(C::coded(code), Some(*choice), "{name} {code}");
    }
}

/// One call for every list of the program.
const LISTS: &[fn()] = &[
    holds::<AreaKind>,
    holds::<Basis>,
    holds::<Channel>,
    holds::<Disability>,
    holds::<Kind>,
    holds::<Language>,
    holds::<Life>,
    holds::<Manner>,
    holds::<Marital>,
    holds::<Mark>,
    holds::<Need>,
    holds::<NoNik>,
    holds::<Onward>,
    holds::<Outlet>,
    holds::<End>,
    holds::<Scope>,
    holds::<Paper>,
    holds::<Period>,
    holds::<Relation>,
    holds::<Religion>,
    holds::<Series>,
    holds::<Sex>,
    holds::<Signer>,
    holds::<Standing>,
    holds::<Start>,
    holds::<State>,
    holds::<Role>,
    holds::<Class>,
    holds::<Action>,
    holds::<glimpse::Need>,
    holds::<person::Fitness>,
    holds::<person::Paper>,
    holds::<merging::Why>,
    holds::<benefit::Reach>,
    holds::<benefit::State>,
    holds::<benefit::Source>,
    holds::<law::Asker>,
    holds::<law::Basis>,
    holds::<Tie>,
    holds::<Unfit>,
    holds::<Unit>,
    holds::<Weight>,
    holds::<Width>,
    holds::<Zone>,
    holds::<exports::Table>,
    holds::<ekspor::Format>,
    holds::<rekap::Format>,
    holds::<impor::Subject>,
    holds::<Letters>,
    holds::<Misfit>,
    holds::<referral_road::Status>,
    holds::<referral_road::Step>,
    holds::<road::Status>,
    holds::<road::Step>,
];

#[test]
fn every_answer_is_told_apart_by_its_code_and_by_its_words() {
    for list in LISTS {
        list();
    }
}

#[test]
fn no_list_of_answers_is_forgotten_here() {
    let declared: usize =
        sources("src").iter().map(|source| places(&source.code, "choices! {").len()).sum();
    assert_eq!(LISTS.len(), declared, "add the new list to LISTS");
}

#[test]
fn every_reason_has_a_code_of_its_own_in_its_list() {
    let requests = road::Step::ALL.iter().map(|step| step.reasons());
    let referrals = referral_road::Step::ALL.iter().map(|step| step.reasons());
    let lists: Vec<&[Reason]> = requests.chain(referrals).collect();
    assert!(lists.iter().any(|list| !list.is_empty()));
    for list in lists {
        let mut codes = BTreeSet::new();
        for Reason { code, label } in list {
            let good = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(code.chars().all(good) && codes.insert(code), "{code}");
            assert!(!label.is_empty());
            assert_eq!(words(list, code), *label);
        }
        assert_ne!(list.len(), 1, "one reason alone is no choice");
    }
    assert_eq!(words(&[], "lama"), "lama");
}
