//! Making a practice desk.
use chrono::NaiveDate;

use crate::{
    desk::{
        counter::{Chance, Clock, Desk},
        practice::{
            calendar::Days,
            dice::Dice,
            household::Neighbourhood,
            numbers::Districts,
            office::{OFFICERS, found, seat},
            plan::planned,
            player::Player,
            receiving::Household,
            stories::STORIES,
        },
    },
    domain::{area::Area, moment::Moment, titles::zone_of},
    fault::Fault,
};

/// What kind of practice desk is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// How many residents; one in three of them comes with a request.
    pub residents: u32,
    pub seed: u64,
    /// The day on which practice begins; work began half a year before.
    pub today: NaiveDate,
    pub area: Area,
}

/// How many residents live in an RT.
const RESIDENTS_AN_RT: u32 = 160;

/// When today's practice begins, in minutes after midnight: all that is made up lies before.
const BEGIN: i64 = 11 * 60;

/// Fills an empty desk as was wished, and seats its first officer. Everything is durable when this
/// returns; the clock stands still at the beginning of the day's practice.
pub fn fill(desk: &mut Desk, wish: Wish) -> Result<(), Fault> {
    let mut dice = Dice::new(wish.seed);
    let zone = zone_of(wish.area.province);
    desk.set_chance(Chance::Seeded(wish.seed));
    let days = Days::until(desk, wish.today);
    let founded = Moment::midnight(days.ago(u32::MAX), zone).0 + 7 * 3_600_000;
    desk.set_clock(Clock::Set(Moment(founded)));
    desk.make_practice()?;
    found(desk, wish.area)?;
    desk.batch("latihan", |desk| play(desk, &mut dice, (wish, &days)))?;
    let begin = Moment::midnight(wish.today, zone).0 + BEGIN * 60_000;
    desk.set_clock(Clock::Set(Moment(begin)));
    seat(desk, OFFICERS[0].0);
    desk.rest()
}

fn play(desk: &mut Desk, dice: &mut Dice, (wish, days): (Wish, &Days)) -> Result<(), Fault> {
    let least = u32::try_from(STORIES.len()).unwrap_or(u32::MAX).min(wish.residents);
    let count = (wish.residents / 3).max(least);
    let (stories, plan) = planned(desk, dice, (days, count));
    let place = Neighbourhood {
        area: wish.area,
        districts: Districts::around(wish.area),
        rts: (wish.residents / RESIDENTS_AN_RT).clamp(5, 120),
    };
    let mut player = Player::new(count);
    let mut plan = plan.into_iter().peekable();
    for ago in (0..days.len()).rev() {
        arrive(desk, dice, (&mut player, &place), (wish, days, ago))?;
        let night = days.at(desk, ago, 24 * 3_600);
        while let Some(next) = plan.next_if(|next| next.at < night) {
            desk.set_clock(Clock::Set(next.at));
            player.play(desk, dice, (stories[next.case as usize], next))?;
        }
    }
    Ok(())
}

/// Registers the households of a day, before the doors open.
fn arrive(
    desk: &mut Desk,
    dice: &mut Dice,
    (player, place): (&mut Player, &Neighbourhood),
    (wish, days, ago): (Wish, &Days, u32),
) -> Result<(), Fault> {
    let done = u64::from(days.len() - ago);
    let due = u64::from(wish.residents) * done / u64::from(days.len());
    let due = usize::try_from(due).unwrap_or(usize::MAX);
    let first = player.residents();
    while player.residents() < due {
        let share = (player.residents() - first) * 1_700 / (due - first).max(1);
        let seconds = 7 * 3_600 + 1_800 + u32::try_from(share).unwrap_or_default();
        desk.set_clock(Clock::Set(days.at(desk, ago, seconds)));
        if player.register_twice(desk, wish.residents)? {
            continue;
        }
        let members = place.household(desk, dice, days.ago(ago));
        // A household is registered whole, but nobody beyond the wish.
        let left = (wish.residents as usize).saturating_sub(player.residents());
        let mut registered = Vec::new();
        // Its own dice: the people and the requests stay the same whatever they receive.
        let mut own = Dice::new(wish.seed ^ player.residents() as u64);
        for (member, second) in members.iter().take(left).zip(seconds..) {
            desk.set_clock(Clock::Set(days.at(desk, ago, second)));
            registered.push((player.register(desk, member)?, member));
        }
        let today = desk.today();
        Household { members: &registered, today }.receives(desk, &mut own)?;
    }
    Ok(())
}
