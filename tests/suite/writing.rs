//! A text of many lines under the hands of somebody who writes.
use loket::tui::{command::Command, key::Key, screen::Msg, widget::writing::Writing};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// What a screen does with keys: moves are commands, all else stays a key.
fn types(writing: &mut Writing, keys: &str) {
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        let (key, tail) = match name {
            Some((name, tail)) => (name.parse().unwrap(), tail),
            None => (Key::letter(c), &rest[c.len_utf8()..]),
        };
        rest = tail;
        let msg = Command::asked(key, &[Command::Undo], true).map_or(Msg::Key(key), Msg::Command);
        writing.update(&msg);
    }
}

/// The window, and the sign under the cursor.
fn seen(writing: &Writing, width: u16, height: u16) -> (String, Position) {
    let area = Rect::new(3, 2, width, height);
    let mut buf = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
    let cursor = writing.view(area, &mut buf);
    assert!(area.contains(cursor) || area.is_empty(), "{cursor} is outside of {area}");
    let row = |y| (area.left()..area.right()).map(|x| buf[(x, y)].symbol()).collect::<String>();
    let rows: Vec<String> =
        (area.top()..area.bottom()).map(|y| row(y).trim_end().to_owned()).collect();
    (rows.join("\n"), Position::new(cursor.x - 3, cursor.y - 2))
}

const TEXT: &str = "satu\n\npar: kalimat yang panjang sekali, lebih dari selebar jendela\nakhir";

#[test]
fn lines_are_numbered_and_broken_where_the_window_ends() {
    let (seen, cursor) = seen(&Writing::new(TEXT), 30, 6);
    assert_eq!(cursor, Position::new(3, 0));
    assert_eq!(
        seen,
        " 1 satu\n 2\n 3 par: kalimat yang panjang\n   sekali, lebih dari selebar\n   \
         jendela\n 4 akhir"
    );
}

/// A sign that is typed stands left of the cursor, wherever that was brought.
#[test]
fn the_cursor_stands_where_one_writes() {
    for (width, height) in [(30, 6), (30, 3), (12, 4), (80, 20)] {
        for way in [
            "",
            "<down>",
            "<down><down><end>",
            "<down><down><down><right>",
            "<pgdn>",
            "<down><down><down><down><down><up><left>",
            "<down><down><right><right><right>",
        ] {
            let mut writing = Writing::new(TEXT);
            seen(&writing, width, height);
            types(&mut writing, way);
            seen(&writing, width, height);
            types(&mut writing, "@");
            let (window, cursor) = seen(&writing, width, height);
            let rows: Vec<Vec<char>> = window.lines().map(|row| row.chars().collect()).collect();
            let (x, y) = (usize::from(cursor.x), usize::from(cursor.y));
            let wrapped = x == 3 && y > 0 && rows[y - 1].last() == Some(&'@');
            let end = x + 1 == usize::from(width) && rows[y].get(x) == Some(&'@');
            assert!(rows[y][x - 1] == '@' || wrapped || end, "{width} {way} {cursor}\n{window}");
        }
    }
}

#[test]
fn what_was_typed_goes_back_word_by_word_and_a_paste_as_a_whole() {
    let mut writing = Writing::new("");
    types(&mut writing, "dua kata<enter>lagi<bs><bs>");
    writing.update(&Msg::Paste("baris satu\r\nbaris\tdua\u{1b}[2J".to_owned()));
    assert_eq!(writing.text(), "dua kata\nlabaris satu\nbaris dua[2J");
    for left in ["dua kata\nla", "dua kata\nlagi", "dua kata\n", "dua kata", "dua ", "dua", ""] {
        assert!(writing.is_edited());
        types(&mut writing, "<c-z>");
        assert_eq!(writing.text(), left);
    }
    assert!(!writing.is_edited());
    types(&mut writing, "<c-z>");
    assert_eq!(writing.text(), "");
}

#[test]
fn moving_ends_what_goes_back_together() {
    let mut writing = Writing::new("");
    types(&mut writing, "ab<left><right>cd<c-z>");
    assert_eq!(writing.text(), "ab");
}

#[test]
fn another_text_in_its_place_is_one_step() {
    for first in ["", "lama\nsekali"] {
        let mut writing = Writing::new(first);
        writing.fill("baru\n\nbagus\n");
        assert_eq!((writing.text().as_str(), writing.line()), ("baru\n\nbagus", "baru"));
        types(&mut writing, "<c-z>");
        assert_eq!(writing.text(), first);
    }
}

#[test]
fn what_is_inserted_lets_one_write_on_in_the_middle_of_it() {
    let mut writing = Writing::new("a\nb");
    writing.point(2);
    writing.insert("{{#jika x}}{{/jika}}", 9);
    types(&mut writing, "c");
    assert_eq!(
        (writing.text().as_str(), writing.line()),
        ("a\n{{#jika x}}c{{/jika}}b", "{{#jika x}}c{{/jika}}b")
    );
    writing.point(99);
    writing.point(0);
    assert_eq!(writing.line(), "a");
}

#[test]
fn keys_edit_as_in_any_other_entry() {
    let mut writing = Writing::new("satu dua\ntiga");
    types(&mut writing, "<end><c-w>2<right><del><bs>");
    assert_eq!(writing.text(), "satu 2iga");
    types(&mut writing, "<c-u>");
    assert_eq!(writing.text(), "iga");
    types(&mut writing, "<c-x><c-y><f9>");
    assert_eq!(writing.text(), "iga");
}

#[test]
fn no_window_is_too_small() {
    for text in ["", TEXT, "漢字漢字 é́́ x"] {
        let mut writing = Writing::new(text);
        for width in 0..12 {
            for height in 0..6 {
                types(&mut writing, "<pgdn><end>");
                seen(&writing, width, height);
                types(&mut writing, "<pgup><home>");
                seen(&writing, width, height);
            }
        }
    }
}
