//! The plan of the half year: which story happens to which request, and when each beat of it.
use crate::{
    desk::{
        counter::Desk,
        practice::{
            calendar::Days,
            dice::Dice,
            stories::STORIES,
            story::{Act, Story},
        },
    },
    domain::moment::Moment,
};

/// Something that will happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned {
    pub at: Moment,
    /// Which request, in the order of the plan.
    pub case: u32,
    /// 0: it is taken; 1: its first beat; and so on.
    pub beat: u32,
}

/// The stories of so many requests, and all that happens in them, in the order of time.
#[must_use]
pub fn planned(
    desk: &Desk,
    dice: &mut Dice,
    (days, count): (&Days, u32),
) -> (Vec<&'static Story>, Vec<Planned>) {
    let mut stories = Vec::new();
    let mut plan = Vec::new();
    for case in 0..count {
        let story = match STORIES.get(case as usize) {
            Some(story) => story,
            None => dice.weighed(STORIES, |story| story.weight),
        };
        stories.push(story);
        let (mut ago, mut minute) = start(dice, days, story);
        let mut put = |dice: &mut Dice, beat: u32, (ago, minute): (u32, u32)| {
            let at = days.at(desk, ago, minute * 60 + dice.below(60));
            plan.push(Planned { at, case, beat });
        };
        put(dice, 0, (ago, minute));
        for (beat, next) in (1..).zip(story.beats) {
            if next.after > 0 && ago > 0 {
                ago = ago.saturating_sub(next.after);
                minute = days.minute(dice, ago);
            } else {
                minute += match next.act {
                    Act::Letter | Act::Jammed => 2,
                    _ => dice.within(4, 15),
                };
            }
            put(dice, beat, (ago, minute));
        }
    }
    plan.sort_unstable();
    (stories, plan)
}

/// When a story begins: so many working days ago, at that minute.
fn start(dice: &mut Dice, days: &Days, story: &Story) -> (u32, u32) {
    let first = days.len() - 1;
    let (latest, earliest) = story.began;
    let ago = dice.within(latest.min(first), earliest.min(first));
    (ago, days.minute(dice, ago))
}
