//! Giving someone a name.
use crate::{
    desk::practice::{
        dice::Dice,
        names::{BEFORE, CULTURES, Culture, End, ORDER},
    },
    domain::{person::Religion, sex::Sex},
};

/// A family's way of naming: its people, faith and clan.
#[derive(Debug)]
pub struct Kin {
    culture: &'static Culture,
    pub faith: Religion,
    clan: &'static str,
}

/// A name, and the part of it that children may bear.
#[derive(Debug, Clone)]
pub struct Named {
    pub full: String,
    pub given: String,
}

impl Kin {
    /// A family.
    #[must_use]
    pub fn thrown(dice: &mut Dice) -> Self {
        let culture = dice.weighed(CULTURES, |culture| culture.weight);
        let faith = dice.weighed(culture.faiths, |(_, weight)| *weight).0;
        let clan = match culture.end {
            End::Clan(clans) => dice.pick(clans),
            _ => "",
        };
        Self { culture, faith, clan }
    }

    /// A name for a member of the family: `father` for who has one here, `nth` among the children.
    #[must_use]
    pub fn name(&self, dice: &mut Dice, sex: Sex, (father, nth): (Option<&Named>, u32)) -> Named {
        let male = sex == Sex::Male;
        let side = |men: &'static [&str], women: &'static [&str]| if male { men } else { women };
        let mut given = dice.pick(side(self.culture.men, self.culture.women)).to_owned();
        if self.faith == Religion::Islam && dice.percent(14) && !given.contains(' ') {
            let before = dice.pick(side(BEFORE[0], BEFORE[1]));
            if !given.starts_with(before) {
                given = format!("{before} {given}");
            }
        }
        let full = match &self.culture.end {
            End::Clan(_) => format!("{given} {}", self.clan),
            End::Second { single, .. } if dice.percent(*single) => given.clone(),
            End::Second { men, women, .. } => with(&given, dice.pick(side(men, women))),
            End::Father { men, women } => match father {
                Some(father) if dice.percent(35) => {
                    format!("{given} {} {}", if male { "bin" } else { "binti" }, father.given)
                }
                _ => with(&given, dice.pick(side(men, women))),
            },
            End::Birth { castes } => {
                let (man, woman) = dice.pick(castes);
                let title = if male { man } else { woman };
                let order = ORDER[(nth % 4) as usize];
                format!("{title} {order} {given}")
            }
        };
        Named { full, given }
    }
}

/// Both names, or one where they are the same.
fn with(given: &str, second: &str) -> String {
    if given.ends_with(second) { given.to_owned() } else { format!("{given} {second}") }
}
