//! `kill -9` at any moment, again and again on one growing store.
use crate::{
    harsh::{book::Book, dice::Dice, machine::tell, moment::work, office::found, run::loket},
    place::Place,
};

/// How many times.
const ROUNDS: u32 = 300;

/// Rounds on one store before a fresh one is taken.
const ONE_STORE: u32 = 25;

#[test]
#[ignore = "takes minutes"]
fn whatever_was_said_to_be_saved_survives_every_kill() {
    let mut dice = Dice::of_this_run("mati mendadak");
    let (mut alive, mut said) = (0, 0);
    for store in 0..ROUNDS / ONE_STORE {
        let place = Place::new();
        found(place.path());
        let mut book = Book::default();
        for round in 0..ONE_STORE {
            let mut desk = work(loket(place.path(), &["terima"]), &mut book, &mut dice);
            desk.kill();
            let end = desk.end().unwrap();
            alive += u32::from(end.signal == Some(9));
            book.hear(&end.out);
            book.cut();
            let whole = round % 8 == 7;
            let kept = if whole { book.check_all(place.path()) } else { book.check(place.path()) };
            kept.unwrap_or_else(|why| panic!("toko {store}, putaran {round}: {why}"));
        }
        said += book.said();
    }
    assert!(alive > ROUNDS / 2, "only {alive} of {ROUNDS} were killed while they worked");
    tell(&format!(
        "mati mendadak: {ROUNDS} putaran, {alive} di tengah kerja, {said} tersimpan, 0 hilang, \
         0 tidak terbuka"
    ));
}
