//! Many desks on one folder at once: one opens it, the others are told who has it.
use std::{
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use crate::{
    harsh::{
        book::Book,
        machine::tell,
        office::found,
        run::{Heard, LIMIT, Running, loket},
    },
    place::Place,
};

/// Desks that start at once.
const DESKS: usize = 50;

/// How often.
const ROUNDS: u32 = 3;

#[test]
#[ignore = "starts fifty programs at once"]
fn of_fifty_desks_on_one_folder_one_opens_it_and_is_named_to_the_others() {
    let place = Place::new();
    found(place.path());
    let mut book = Book::default();
    let mut longest = Duration::ZERO;
    for _ in 0..ROUNDS {
        let line = book.lines(1);
        let (mouth, ear) = mpsc::channel();
        let begun = Instant::now();
        for _ in 0..DESKS {
            let desk = Running::start(loket(place.path(), &["terima", "-"]));
            let mouth = mouth.clone();
            thread::spawn(move || {
                // Whoever is refused ends by itself; the other waits for its input.
                let mut desk = desk;
                let ended = desk.listen(begun + LIMIT / 8) == Heard::End;
                let took = begun.elapsed();
                drop(mouth.send((desk, ended, took)));
            });
        }
        drop(mouth);
        let mut winner = None;
        let mut refused = vec![];
        for (desk, gone, took) in ear {
            if gone {
                longest = longest.max(took);
                refused.push(desk.end().unwrap().calm().unwrap());
            } else {
                assert!(winner.is_none(), "two desks on one folder");
                winner = Some(desk);
            }
        }
        let winner = winner.expect("one desk that opens the folder");
        let holder = format!("nomor {})", winner.id());
        for end in &refused {
            assert_eq!(end.status, Some(3), "{end:?}");
            assert!(end.out.is_empty(), "{end:?}");
            let named = end.told.contains(&holder) || end.told.contains("Loket yang lain");
            assert!(named, "{holder} holds it: {end:?}");
        }
        winner.feed(&line);
        let end = winner.end().unwrap().well().unwrap();
        assert_eq!((book.hear(&end.out), refused.len()), (1, DESKS - 1));
        book.check(place.path()).unwrap();
    }
    tell(&format!(
        "buka bersamaan: {ROUNDS} kali {DESKS}, satu yang membuka, yang lain tahu dalam {longest:?}"
    ));
}
