//! The moment at which a working desk is hit: while opening, saving, idle or closing.
use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::harsh::{
    book::Book,
    dice::Dice,
    run::{LIMIT, Running},
};

/// Starts `terima` and feeds it; returns at a random moment of its work, while it goes on.
pub fn work(terima: Command, book: &mut Book, dice: &mut Dice) -> Running {
    let mut desk = Running::start(terima);
    let far = Instant::now() + LIMIT;
    let few = 1 + u32::try_from(dice.below(8)).unwrap();
    // How many are handed in, how many must be said before, and some microseconds after that.
    let (intakes, said, least, most) = match dice.below(8) {
        // At any moment from the start on.
        0..=2 => (40, 0, 0, 100_000),
        // Behind a save.
        3 | 4 => (100, 1 + dice.below(80), 0, 3_000),
        // While what was saved goes into the index, some time after the last save.
        5 | 6 => (few, u64::from(few), 290_000, 60_000),
        // While the desk closes.
        _ => (few, u64::from(few), 0, 25_000),
    };
    desk.feed(&book.lines(intakes));
    if said == u64::from(few) && least == 0 {
        desk.hang_up();
    }
    desk.count(usize::try_from(said).unwrap(), far);
    desk.listen(Instant::now() + Duration::from_micros(least + dice.below(most)));
    desk
}
