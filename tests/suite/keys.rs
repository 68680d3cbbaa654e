//! Keys as terminals send them.
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use loket::tui::{key::Key, run::pasted, screen::Msg};

fn pressed(code: KeyCode, held: KeyModifiers) -> Key {
    Key::from(KeyEvent::new(code, held))
}

#[test]
fn keys_that_mean_the_same_are_the_same() {
    let (ctrl, shift) = (KeyModifiers::CONTROL, KeyModifiers::SHIFT);
    assert_eq!(pressed(KeyCode::Char('S'), ctrl | shift), Key::ctrl('s'));
    assert_eq!(pressed(KeyCode::Char('S'), shift), Key::letter('S'));
    assert_eq!(pressed(KeyCode::Char('h'), ctrl), Key::plain(KeyCode::Backspace));
    assert_eq!(pressed(KeyCode::Char('j'), ctrl), Key::plain(KeyCode::Enter));
    assert_eq!(pressed(KeyCode::BackTab, shift), pressed(KeyCode::Tab, shift));
    assert_eq!(pressed(KeyCode::Char('@'), ctrl | KeyModifiers::ALT), Key::letter('@'));
    assert_eq!(pressed(KeyCode::F(9), shift), Key::shift(KeyCode::F(9)));
    assert_eq!(pressed(KeyCode::Char('a'), KeyModifiers::ALT).typed(), None);
    assert_eq!(Key::ctrl('a').typed(), None);
}

#[test]
fn keys_are_named_in_words_that_stand_on_the_keyboard() {
    let names = ["f2", "c-s", "enter", "up", "s-tab", "s-f9", "space", "pgdn"];
    let shown = names.map(|name| name.parse::<Key>().unwrap().to_string());
    let read = ["F2", "Ctrl-S", "Enter", "Panah atas", "Shift-Tab", "Shift-F9", "Spasi", "PgDn"];
    assert_eq!(shown, read);
    assert!("hyper".parse::<Key>().is_err() && "c-".parse::<Key>().is_err());
}

fn letters(text: &str) -> Vec<Msg> {
    let key = |c| if c == '\n' { Key::plain(KeyCode::Enter) } else { Key::letter(c) };
    text.chars().map(|c| Msg::Key(key(c))).collect()
}

#[test]
fn a_burst_of_letters_is_a_paste_and_its_last_line_end_a_key() {
    let mut waiting = letters("Jalan Mawar\nRT 03\n");
    waiting.push(Msg::Resize);
    match &pasted(waiting)[..] {
        [Msg::Paste(text), Msg::Key(key), Msg::Resize] => {
            assert_eq!(text, "Jalan Mawar\nRT 03");
            assert_eq!(key.code, KeyCode::Enter);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_hand_can_type_stays_keys() {
    let found = pasted(letters("\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"));
    assert!(found.iter().all(|msg| matches!(msg, Msg::Key(_))) && found.len() == 16);
    assert_eq!(pasted(letters("siti\n")).len(), 5);
}
