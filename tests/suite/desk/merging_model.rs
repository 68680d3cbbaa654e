//! Whatever is done in a sitting: nothing is lost, and nothing is ever about nobody.
use std::collections::{BTreeMap, BTreeSet};

use loket::{
    desk::{counter::Clock, entrance::Pass, parting, residents, undo, verify::verify},
    domain::{id::Id, request::Request, resident::Resident},
    fault::Fault,
    form::resident_answers,
};
use proptest::prelude::{
    ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use crate::{
    desk::{
        counter::Counter,
        merging::{about, merges, registers, standing},
    },
    place::PASSPHRASE,
};

/// What is done in a sitting.
#[derive(Debug, Clone)]
enum Act {
    Register { nik: bool },
    Ask(usize),
    Merge(usize, usize),
    TakeBack,
    Part(usize),
    Amend(usize),
    Reopen { columns: bool },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => prop::bool::ANY.prop_map(|nik| Act::Register { nik }),
        4 => (0..8_usize).prop_map(Act::Ask),
        4 => (0..8_usize, 0..8_usize).prop_map(|(one, other)| Act::Merge(one, other)),
        2 => prop::strategy::Just(Act::TakeBack),
        3 => (0..8_usize).prop_map(Act::Part),
        1 => (0..8_usize).prop_map(Act::Amend),
        1 => prop::bool::ANY.prop_map(|columns| Act::Reopen { columns }),
    ]
}

/// A merge as the model remembers it.
#[derive(Debug, Clone)]
struct Merged {
    keep: Id,
    gone: Id,
    moved: BTreeSet<Id>,
    was: BTreeSet<Id>,
}

/// What ought to be there: the living with their requests and the records that became theirs.
#[derive(Debug, Default)]
struct Model {
    people: BTreeMap<Id, (BTreeSet<Id>, BTreeSet<Id>)>,
    merges: Vec<Merged>,
}

impl Model {
    fn nth(&self, place: usize) -> Option<Id> {
        self.people.keys().nth(place % self.people.len().max(1)).copied()
    }

    fn merge(&mut self, keep: Id, gone: Id) {
        let (moved, was) = self.people.remove(&gone).unwrap();
        let (requests, now) = self.people.get_mut(&keep).unwrap();
        requests.extend(&moved);
        now.insert(gone);
        now.extend(&was);
        self.merges.push(Merged { keep, gone, moved, was });
    }

    /// The one that went lives again.
    fn part(&mut self, gone: Id) {
        let place = self.merges.iter().rposition(|merge| merge.gone == gone).unwrap();
        let merge = self.merges.remove(place);
        let (requests, was) = self.people.get_mut(&merge.keep).unwrap();
        requests.retain(|id| !merge.moved.contains(id));
        was.retain(|id| *id != gone && !merge.was.contains(id));
        self.people.insert(gone, (merge.moved, merge.was));
    }
}

/// Whether everything is as the model says.
fn agrees(counter: &Counter, model: &Model) {
    let people: BTreeSet<Id> = counter.all::<Resident>().map(|who| who.unwrap().id).collect();
    assert_eq!(people, model.people.keys().copied().collect());
    assert_eq!(counter.residents(), people.len());
    let mut all = BTreeSet::new();
    for (id, (requests, was)) in &model.people {
        assert_eq!(&about(counter, *id), requests);
        let who: Resident = counter.must(*id).unwrap();
        assert_eq!(&who.was.iter().copied().collect::<BTreeSet<_>>(), was);
        assert!(was.iter().all(|old| counter.now_kept(*old) == *id));
        assert_eq!(counter.now_kept(*id), *id);
        if let Some(nik) = who.nik() {
            assert_eq!(residents::known_nik(counter, &nik.to_string()), Some(*id));
        }
        all.extend(requests);
    }
    let kept: BTreeSet<Id> = counter.all::<Request>().map(|one| one.unwrap().id).collect();
    assert_eq!(kept, all, "a request is about nobody, or lost");
}

fn plays(acts: Vec<Act>) -> Result<(), proptest::test_runner::TestCaseError> {
    let mut counter = Counter::opens("2026-11-24");
    let mut model = Model::default();
    // What the last change of this sitting was: a merge by whom it removed, or anything else.
    let mut last: Vec<Option<Id>> = vec![];
    for (nth, act) in acts.into_iter().enumerate() {
        counter.waits(1);
        match act {
            Act::Register { nik } => {
                let number = format!("64710541019{nth:05}");
                let number = if nik { number.as_str() } else { "" };
                let phone = format!("0812543210{nth:02}");
                let told = [("nama", "Siti Aminah"), ("nik", number), ("hp", &phone)];
                let who = registers(&mut counter, &told);
                model.people.insert(who, (BTreeSet::new(), BTreeSet::new()));
                last.push(None);
            }
            Act::Ask(place) => {
                let Some(who) = model.nth(place) else { continue };
                let request = counter.hears(who, "Atap bocor").id;
                model.people.get_mut(&who).unwrap().0.insert(request);
                last.push(None);
            }
            Act::Amend(place) => {
                let Some(who) = model.nth(place) else { continue };
                let mut told = resident_answers::answers(&counter.must(who).unwrap());
                told.put("pekerjaan", format!("Pekerjaan {nth}"));
                residents::amend(&mut counter, who, &told, true).unwrap();
                last.push(None);
            }
            Act::Merge(one, other) => {
                let (Some(one), Some(other)) = (model.nth(one), model.nth(other)) else { continue };
                let merged = merges(&mut counter, one, other);
                prop_assert_eq!(merged.is_ok(), one != other);
                if let Ok(keep) = merged {
                    let gone = if keep.id == one { other } else { one };
                    model.merge(keep.id, gone);
                    last.push(Some(gone));
                }
            }
            Act::TakeBack => {
                if let Some(Some(gone)) = last.last().copied() {
                    let said = undo::last(&mut counter);
                    prop_assert!(said.is_ok(), "{said:?}");
                    model.part(gone);
                    last.pop();
                }
            }
            Act::Part(place) => {
                let Some(who) = model.nth(place) else { continue };
                let merges = standing(&counter, who);
                let kept: BTreeSet<Id> = model.people[&who].1.clone();
                prop_assert!(merges.is_empty() == kept.is_empty());
                let Some(sequence) = merges.get(place % merges.len().max(1)) else { continue };
                match parting::part(&mut counter, *sequence) {
                    Ok(_) => {
                        let lives = |id: &&Id| counter.has::<Resident>(**id);
                        let gone = kept.iter().find(lives).copied().unwrap();
                        model.part(gone);
                        last.push(None);
                    }
                    Err(Fault::Standing(_)) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            Act::Reopen { columns } => {
                counter.reopens_after(|folder| {
                    if columns {
                        std::fs::remove_file(folder.join("kolom.terbatas")).unwrap();
                    }
                });
                last.clear();
            }
        }
        agrees(&counter, &model);
    }
    // The index is made anew from the journal, and is sound.
    counter.reopens_after(|folder| {
        let pass = Pass::new("rina", PASSPHRASE);
        let report = verify(folder, &pass, Clock::Wall, &mut |_, _| {}).unwrap();
        assert!(report.is_sound(), "{report:?}");
        std::fs::remove_dir_all(folder.join("indeks")).unwrap();
    });
    agrees(&counter, &model);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is registered, asked for, merged and taken back: nothing is lost, and nothing is
    /// ever about nobody.
    #[test]
    fn no_request_is_ever_about_nobody_and_nothing_is_lost(
        acts in prop::collection::vec(act(), 4..24),
    ) {
        plays(acts)?;
    }
}
