//! From a key to its painted frame.
use std::error::Error;

use loket::tui::{app::App, doors::DOORS, key::Key, screen::Msg, theme::Theme};
use ratatui::{Terminal, backend::TestBackend};

use crate::{
    figures::{Table, Times},
    place::Place,
};

/// What a clerk types in the search; each letter is a key.
const NAMES: &[&str] = &["siti aminah", "muhammad", "a", "budi san", "nur", "6471", "0812", "wati"];

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut app = App::new(place.desk()?, DOORS, Theme::MONO)?;
    let mut window = Terminal::new(TestBackend::new(80, 24))?;
    let mut times = Times::default();
    let mut press = |key: &str, times: &mut Times| -> Result<(), Box<dyn Error>> {
        let mut letters = key.chars();
        let key = match (letters.next(), letters.next()) {
            (Some(letter), None) => Key::letter(letter),
            _ => key.parse().map_err(|_| "no such key")?,
        };
        times.of(|| {
            app.update(Msg::Key(key));
            window.draw(|frame| {
                let area = frame.area();
                let cursor = app.view(area, frame.buffer_mut());
                frame.set_cursor_position(cursor);
            })
        })?;
        Ok(())
    };
    for _ in 0..10 {
        press("f3", &mut times)?;
        for name in NAMES {
            for letter in name.chars() {
                press(&letter.to_string(), &mut times)?;
            }
            for _ in 0..name.len() {
                press("bs", &mut times)?;
            }
        }
        press("esc", &mut times)?;
    }
    let (middle, late) = (times.quantile(0.5), times.quantile(0.99));
    table.row(
        "key to painted frame, search over the full store",
        format!("p50 {middle:.2} ms, p99 {late:.2} ms"),
        "p99 < 16 ms",
    );
    Ok(())
}
