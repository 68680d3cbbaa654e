//! What must hold of every command.
use std::collections::HashSet;

use crossterm::event::KeyCode;
use loket::tui::{
    command::{COMMANDS, Command, GLOBAL, MOVES, card},
    key::Key,
    overlay::help::{TEXTS, text},
};

#[test]
fn every_command_has_its_row_its_name_and_a_sentence() {
    let mut names = HashSet::new();
    for (place, row) in COMMANDS.iter().enumerate() {
        assert_eq!(row.command as usize, place, "{} is out of order", row.name);
        assert!(names.insert(row.name), "{} is there twice", row.name);
        assert!(row.name.chars().count() <= 13, "{}", row.name);
        assert!(row.help.ends_with('.') && row.help.chars().count() < 70, "{}", row.help);
        assert!(!row.keys.is_empty());
    }
    assert_eq!(COMMANDS.len(), Command::Last as usize + 1);
}

#[test]
fn no_command_asks_for_a_key_that_terminals_keep() {
    let kept = ['c', 'h', 'i', 'j', 'm', 'u', 'v', 'w', '['].map(Key::ctrl);
    for row in COMMANDS {
        assert!(!matches!(row.keys[0].code, KeyCode::F(10..)), "{}", row.name);
        assert!(!row.keys.iter().any(|key| kept.contains(key)), "{}", row.name);
        let shown = matches!(row.keys[0].code, KeyCode::F(_));
        assert!(!shown || row.keys.len() > 1, "{} has an F key only", row.name);
    }
}

#[test]
fn commands_that_may_meet_on_a_screen_have_keys_of_their_own() {
    let twins: &[&[Command]] = &[
        &[Command::Walkin, Command::New],
        &[
            Command::Save,
            Command::Judge,
            Command::Enter,
            Command::AsNew,
            Command::Join,
            Command::Apply,
            Command::TakeBack,
        ],
        &[Command::History, Command::Forgot],
        &[Command::LookUp, Command::Card, Command::Same, Command::Filters],
        &[Command::NextPart, Command::Narrow, Command::Original],
        &[Command::Letter, Command::Words, Command::Held],
        &[Command::Printer, Command::Passphrase],
        &[Command::PrintAll, Command::Checked],
        &[Command::Import, Command::Same],
        &[Command::Import, Command::Split],
        &[Command::Agenda, Command::Member],
        &[Command::Held, Command::Letter],
        &[Command::Correct, Command::Sit],
        &[Command::Void, Command::Cease],
        &[Command::Open, Command::Choose, Command::Next],
        &[Command::Next, Command::Down],
        &[Command::Previous, Command::Up],
    ];
    for a in COMMANDS {
        for b in &COMMANDS[..a.command as usize] {
            let both = |twin: &&&[Command]| twin.contains(&a.command) && twin.contains(&b.command);
            let clash = a.keys.iter().any(|key| b.keys.contains(key));
            assert_eq!(clash, twins.iter().any(|twin| both(&twin)), "{} {}", a.name, b.name);
        }
    }
}

#[test]
fn a_key_asks_the_screen_first_and_a_letter_only_where_nothing_is_typed() {
    let asked = |key: &str, offered: &[Command], typing| {
        Command::asked(key.parse().unwrap(), offered, typing)
    };
    assert_eq!(asked("down", &[Command::Next], true), Some(Command::Next));
    assert_eq!(asked("down", &[], true), Some(Command::Down));
    assert_eq!(asked("f2", &[], true), None);
    let letter = |typing| Command::asked(Key::letter('r'), &[Command::Referral], typing);
    assert_eq!((letter(false), letter(true)), (Some(Command::Referral), None));
    assert!(GLOBAL.iter().all(|command| !command.is_move()));
    assert!(MOVES.iter().all(|command| command.is_move()));
}

#[test]
fn the_key_card_has_a_line_for_every_command() {
    let card = card();
    assert_eq!(card.lines().count(), COMMANDS.len() + 2);
    assert!(card.contains("| F2, Ctrl-S | Simpan | Menyimpan isian ini. |"), "{card}");
}

#[test]
fn every_help_text_is_short_and_fits_its_window() {
    for (name, text) in TEXTS {
        assert!((1..=15).contains(&text.lines().count()), "{name}");
        assert!(text.lines().all(|line| line.chars().count() <= 78), "{name}");
        assert!(!text.contains('!'), "{name}");
    }
    assert_eq!(text("umum"), text("layar yang belum punya bantuan"));
    assert!(!text("umum").is_empty());
}
