//! Choosing one or several from a list.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    tui::{
        command::Command,
        offered::areas as areas_near,
        picking::Picking,
        screen::{Answer, Effect, Msg, Screen, Step},
        theme::Theme,
        widget::picker::Picker,
    },
};

/// A list on top of the screen that asked for it.
#[derive(Debug)]
pub struct Pick {
    title: String,
    many: bool,
    areas: bool,
    /// Whether nothing was ticked when it was opened: Enter then never takes nothing.
    fresh: bool,
    picker: Picker,
}

impl Pick {
    #[must_use]
    pub fn new(picking: Picking) -> Self {
        let Picking { title, offers, chosen, many, areas, typed } = picking;
        let mut picker = if areas {
            Picker::sought(areas_near(&offers), &typed)
        } else {
            Picker::new(offers, &typed, many.then_some(&chosen))
        };
        if let [code] = chosen.as_slice() {
            picker.point(code);
        }
        Self { title, many, areas, fresh: chosen.is_empty(), picker }
    }
}

impl Screen for Pick {
    fn name(&self) -> &'static str {
        "pilihan"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.many {
            "Spasi memberi tanda, Enter mengambil semua yang bertanda.".into()
        } else if self.areas {
            "Ketik namanya; tambahkan kecamatan atau kota bila belum tampak.".into()
        } else {
            "Ketik sebagian namanya, lalu Enter mengambil yang ditunjuk.".into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        if self.many {
            &[Command::Choose, Command::Mark, Command::Back]
        } else {
            &[Command::Choose, Command::Back]
        }
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Choose) if self.many || self.picker.pointed().is_some() => {
                let mut chosen = self.picker.chosen();
                if chosen.is_empty() && self.fresh {
                    chosen.extend(self.picker.pointed().map(|offer| offer.code.clone()));
                }
                vec![Effect::Tell(Answer::Picked(chosen))]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            other => {
                self.picker.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.picker.view(area, buf, theme)
    }
}
