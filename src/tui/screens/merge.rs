//! Two records that may be one person, side by side: part by part which one is taken.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        audit,
        counter::Desk,
        likeness,
        merging::{self, Pair, Why},
    },
    domain::{
        choice::Choice as _,
        class::Class,
        id::Id,
        likeness::Likeness,
        may::Action,
        sides::{PARTS, preset},
    },
    form::field::Offer,
    store::record::Table,
    tui::{
        command::Command,
        picking::Picking,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::beside::{Beside, Row},
    },
};

/// What was asked, and is done once it is agreed to.
#[derive(Debug, Clone, Copy)]
enum Asked {
    Apart,
    Join(Why),
}

/// Asked before the two are told apart.
const APART: &str =
    "Catat bahwa keduanya bukan orang yang sama? Sesudah itu tidak ditanyakan lagi.";

/// The two, and what is taken of each.
#[derive(Debug)]
pub struct Join {
    pair: Pair,
    /// Of each part, whether it is taken from the record that goes.
    taken: Vec<bool>,
    /// Why the officer who sits here may not merge.
    refused: bool,
    asked: Option<Asked>,
    beside: Beside,
}

impl Join {
    /// Both records, with the presets taken.
    pub fn open(desk: &mut Desk, one: Id, other: Id) -> Opened {
        for id in [one, other] {
            audit::opened(desk, (Table::Resident, id))?;
        }
        let pair = merging::pair(desk, one, other)?;
        let taken = preset(&pair.keep, &pair.other);
        let refused = desk.permit(Action::Merge, Some(Class::Restricted)).is_err();
        let mut join = Self { pair, taken, refused, asked: None, beside: Beside::new(vec![]) };
        join.beside = Beside::new(join.rows());
        Ok(Box::new(join))
    }

    fn rows(&self) -> Vec<Row> {
        let Pair { keep, other, likeness, moves, .. } = &self.pair;
        let mut rows =
            vec![Row::Heading(["  Data yang tinggal".into(), "  Data yang lain".into()])];
        let told = PARTS.iter().zip(&self.taken).filter_map(|(part, taken)| {
            let sides = [(part.words)(keep), (part.words)(other)];
            let told = sides.iter().any(|words| !words.is_empty());
            let (sign, taken) = (part.sign(keep, other), Some(usize::from(*taken)));
            told.then_some(Row::Pair { label: part.label, sign, sides, taken })
        });
        rows.extend(told);
        rows.push(Row::Words(String::new()));
        rows.extend(reasons(likeness));
        let moves = if moves.is_empty() { "tidak ada".to_owned() } else { moves.join(": ") };
        rows.push(Row::Words(format!("Ikut pindah: {moves}.")));
        rows.push(Row::Words(
            "Jenis PPKS, disabilitas dan bantuan disatukan; surat yang sudah terbit tetap.".into(),
        ));
        rows
    }

    /// Takes the other side of the part where the cursor stands.
    fn turn(&mut self) {
        let Some(label) = self.beside.label() else { return };
        let parts = PARTS.iter().zip(&mut self.taken);
        for (_, taken) in parts.filter(|(part, _)| part.label == label) {
            *taken = !*taken;
        }
        self.beside.fill(self.rows());
    }

    /// Makes one record of the two, or first asks whether it can be true.
    fn join(&mut self, desk: &mut Desk, why: Why) -> Step {
        if self.asked.is_none()
            && let Some(against) = self.pair.strangers()
        {
            self.asked = Some(Asked::Join(why));
            let words = format!(
                "Keduanya tampak dua orang: {against}. Data {} menjadi satu dengan data {}. \
                 Benarkah satu orang?",
                self.pair.other.name(),
                self.pair.keep.name()
            );
            return Ok(vec![Effect::Ask(words)]);
        }
        let (keep, other) = (self.pair.keep.id, self.pair.other.id);
        let one = merging::merge(desk, (keep, other), &self.taken, why)?;
        let said = format!("Digabung: {}. Riwayatnya (F7) dapat memisahkan lagi.", one.name());
        Ok(vec![Effect::Home, Effect::Go(Route::Resident(one.id)), Effect::Say(said)])
    }
}

fn reasons(likeness: &Likeness) -> Vec<Row> {
    let told = [("Mendukung", likeness.reasons_for()), ("Menentang", likeness.against())];
    let told = told.into_iter().filter(|(_, words)| !words.is_empty());
    told.map(|(name, words)| Row::Words(format!("{name}: {}.", words.join(", ")))).collect()
}

/// Why the two are one, to choose from.
fn whys() -> Picking {
    let offers =
        Why::ALL.iter().map(|why| Offer { code: why.code().into(), label: why.label().into() });
    Picking {
        title: "Mengapa digabung".to_owned(),
        offers: offers.collect(),
        chosen: vec![],
        many: false,
        areas: false,
        typed: String::new(),
    }
}

impl Screen for Join {
    fn name(&self) -> &'static str {
        "gabung"
    }

    fn title(&self) -> Cow<'_, str> {
        format!("Gabung: {}", self.pair.keep.name()).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.pair.half_typed {
            return "Ada isian setengah jadi tentang salah satunya: selesaikan dulu di Konsep."
                .into();
        }
        "Spasi memilih yang benar (*). F2 menggabungkan; dapat dipisahkan lagi.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Join, Command::Other, Command::Mark, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Join if self.refused => {
                Some("panggil petugas yang berhak membuka data terbatas")
            }
            Command::Join if self.pair.half_typed => {
                Some("ada isian setengah jadi tentang salah satunya di Konsep")
            }
            Command::Mark if self.beside.label().is_none() => {
                Some("tidak ada yang dipilih di sini")
            }
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        let (keep, other) = (self.pair.keep.id, self.pair.other.id);
        Ok(match msg {
            Msg::Command(Command::Join) => {
                self.asked = None;
                vec![Effect::Pick(whys())]
            }
            Msg::Picked(codes) => {
                let why = codes.first().and_then(|code| Why::coded(code));
                return why.map_or(Ok(vec![]), |why| self.join(desk, why));
            }
            Msg::Command(Command::Mark) => {
                self.turn();
                vec![]
            }
            Msg::Command(Command::Other) => {
                self.asked = Some(Asked::Apart);
                vec![Effect::Ask(APART.to_owned())]
            }
            Msg::Agreed => match self.asked {
                Some(Asked::Join(why)) => return self.join(desk, why),
                Some(Asked::Apart) => {
                    likeness::part(desk, keep, other)?;
                    vec![Effect::Back, Effect::Say("Tercatat: bukan orang yang sama.".to_owned())]
                }
                None => vec![],
            },
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Again => {
                self.pair = merging::pair(desk, keep, other)?;
                self.beside.fill(self.rows());
                vec![]
            }
            other => {
                self.beside.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.beside.view(area, buf, theme)
    }
}
