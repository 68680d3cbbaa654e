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
    // How many are handed in, how many must be said before, whether that is all; and how many
    // microseconds after that, at least and in between.
    let (intakes, said, all, (least, most)) = match dice.below(8) {
        // At any moment from the start on; opening may take a while.
        0..=2 => (40, 0, false, (0, 50_000 << dice.below(4))),
        // Behind a save.
        3 | 4 => (100, 1 + dice.below(80), false, (0, 3_000)),
        // While what was saved goes into the index, some time after the last save.
        5 | 6 => (few, u64::from(few), false, (290_000, 60_000)),
        // While the desk closes.
        _ => (few, u64::from(few), true, (0, 25_000)),
    };
    desk.feed(&book.lines(intakes));
    if all {
        desk.hang_up();
    }
    desk.count(usize::try_from(said).unwrap(), far);
    desk.listen(Instant::now() + Duration::from_micros(least + dice.below(most)));
    desk
}
