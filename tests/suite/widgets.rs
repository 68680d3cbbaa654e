//! The parts by themselves.
use std::sync::mpsc;

use loket::{
    fault::Fault,
    form::field::Offer,
    tui::{
        choices::Choices,
        job::Job,
        line::{clean, clip, columns, window, wrap},
        screen::Msg,
        shell::Order,
        theme::Theme,
        widget::{
            gauge::gauge,
            marked::marked,
            table::{Column, Table},
        },
        worker::Worker,
    },
};
use proptest::prelude::{any, proptest};
use ratatui::style::{Modifier, Style};

#[test]
fn a_clipped_text_says_that_something_is_missing() {
    assert_eq!(clip("Siti Aminah", 11), "Siti Aminah");
    assert_eq!(clip("Siti Aminah", 6), "Siti …");
    assert_eq!(clip("愛愛愛", 4), "愛…");
    assert_eq!(clip("Siti", 0), "");
}

#[test]
fn a_window_follows_the_cursor() {
    assert_eq!(window("abcdef", 6, 6), ("abcdef".to_owned(), 6));
    assert_eq!(window("abcdefgh", 8, 6), ("cdefgh".to_owned(), 6));
    assert_eq!(window("abcdefgh", 2, 6), ("abcdef".to_owned(), 2));
}

#[test]
fn signs_that_steer_a_terminal_are_dropped() {
    assert_eq!(clean("Si\u{1b}[2Jti\u{200b}\u{0}\r\nA\tB\u{9b}"), "Si[2Jti A B");
}

proptest! {
    #[test]
    fn a_wrapped_text_loses_nothing(text in any::<String>(), width in 0_usize..50) {
        assert_eq!(wrap(&text, width).concat(), text);
    }

    #[test]
    fn no_line_is_wider_than_its_window(text in "[a-z愛 ]{0,200}", width in 2_usize..50) {
        for line in wrap(&text, width) {
            assert!(columns(line.trim_end()) <= width, "{line:?}");
        }
    }

    #[test]
    fn a_text_is_cut_inside_its_columns(text in any::<String>(), width in 0_usize..50, at in 0_usize..80) {
        assert!(columns(&clip(&text, width)) <= width);
        let at = at.min(text.chars().count());
        let (shown, column) = window(&text, at, width);
        assert!(columns(&shown) <= width && column <= width, "{shown:?} {column}");
    }

    #[test]
    fn a_gauge_never_leaves_its_brackets(done in any::<u64>(), of in 1..u64::MAX) {
        let bar = gauge(done, of);
        assert_eq!(bar.split_once('[').unwrap().1.len(), 21, "{bar}");
    }
}

#[test]
fn a_gauge_without_an_end_counts() {
    assert_eq!(gauge(1_234_567, 0), "1.234.567");
}

#[test]
fn what_was_searched_for_stands_out() {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let parts = |text: &str, words: &str| -> Vec<(String, bool)> {
        let line = marked(text, words.split(' '), bold);
        line.spans.iter().map(|s| (s.content.to_string(), s.style == bold)).collect()
    };
    let told = |text: &str, marked: bool| (text.to_owned(), marked);
    let siti = [told("Si", true), told("ti ", false), told("Am", true), told("inah", false)];
    assert_eq!(parts("Siti Aminah", "AM si"), siti);
    assert_eq!(parts("Ma'ruf", "maru"), [told("Ma'ru", true), told("f", false)]);
    assert_eq!(parts("José", "jose"), [told("José", true)]);
}

fn offer(code: &str, label: &str) -> Offer {
    Offer { code: code.to_owned(), label: label.to_owned() }
}

#[test]
fn offers_that_begin_with_what_was_typed_come_first() {
    let choices = Choices::new(vec![offer("1", "Kota Baru"), offer("2", "Baru Tengah")]);
    assert_eq!(choices.fitting("baru"), [1, 0]);
    assert_eq!(choices.fitting("ru ko"), [0]);
    assert_eq!(choices.fitting(""), [0, 1]);
    assert_eq!(choices.meant("baru", false).unwrap()[0].code, "2");
    assert_eq!(choices.meant("1", false).unwrap()[0].label, "Kota Baru");
}

const COLUMNS: &[Column] = &[Column::new("Nama", 0)];

#[test]
fn the_selection_stays_with_its_row_when_a_list_is_read_again() {
    let mut table = Table::new(COLUMNS, "Kosong.");
    let rows = |keys: &[u8]| keys.iter().map(|key| (*key, vec![key.to_string()])).collect();
    table.fill(rows(&[1, 2, 3]));
    table.update(&Msg::Command(loket::tui::command::Command::Last));
    table.fill(rows(&[9, 3, 1, 2]));
    assert_eq!(table.selected(), Some(&3));
    table.fill(rows(&[7]));
    assert_eq!(table.selected(), Some(&7));
    table.fill(rows(&[]));
    assert!(table.is_empty() && table.selected().is_none());
}

#[test]
fn themes_differ_in_colour_only() {
    let roles = |theme: Theme| {
        [theme.title, theme.label, theme.focus, theme.wrong, theme.doubt, theme.matched]
            .map(|style| style.add_modifier)
    };
    assert_eq!(roles(Theme::MONO), roles(Theme::COLOUR));
}

const fn print() -> Order {
    Order::Run(Job::Save { files: vec![] })
}

#[test]
fn a_job_tells_how_far_it_is_and_what_came_of_it() {
    let (told, heard) = mpsc::channel();
    let work = |_: &Job, watch: &loket::tui::worker::Watch<'_>| {
        assert!(watch.at(1, 2));
        Ok("Tercetak.".to_owned())
    };
    Worker::start(work, told).take(print());
    assert!(matches!(heard.recv(), Ok(Msg::Progress { done: 1, of: 2 })));
    assert!(matches!(heard.recv(), Ok(Msg::Finished(Ok(words))) if words == "Tercetak."));
}

#[test]
fn a_job_that_is_stopped_learns_it_and_the_next_one_runs() {
    let (told, heard) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let work = move |_: &Job, watch: &loket::tui::worker::Watch<'_>| {
        let _ = watch.at(0, 1);
        wait.recv().unwrap();
        Ok(if watch.at(1, 1) { "selesai" } else { "berhenti" }.to_owned())
    };
    let worker = Worker::start(work, told);
    for (stop, outcome) in [(true, "berhenti"), (false, "selesai")] {
        worker.take(print());
        assert!(matches!(heard.recv(), Ok(Msg::Progress { done: 0, .. })));
        if stop {
            worker.take(Order::Stop);
        }
        go.send(()).unwrap();
        assert!(matches!(heard.recv(), Ok(Msg::Progress { done: 1, .. })));
        assert!(matches!(heard.recv(), Ok(Msg::Finished(Ok(words))) if words == outcome));
    }
}

#[test]
fn a_job_that_panics_is_told_as_a_fault_and_the_next_one_runs() {
    let (told, heard) = mpsc::channel();
    let work = |_: &Job, _: &loket::tui::worker::Watch<'_>| panic!("runs out of paper");
    let worker = Worker::start(work, told);
    for _ in 0..2 {
        worker.take(print());
        assert!(matches!(heard.recv(), Ok(Msg::Finished(Err(Fault::Asset(_))))));
    }
}
