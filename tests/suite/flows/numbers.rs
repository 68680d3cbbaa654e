//! Each number of the first screen opens exactly its list.
use crate::{clerk::Clerk, front_desk::Office};

/// The rows of the first screen with their numbers.
const ROWS: &[(&str, &str)] = &[
    ("1", "Kunjungan hari ini"),
    ("2", "Berkas kurang"),
    ("3", "Rujukan tanpa kabar"),
    ("4", "Jatuh tempo hari ini"),
    ("5", "Lewat waktu"),
    ("6", "Semua yang terbuka"),
    ("7", "Semua permohonan"),
];

/// The number that stands behind a name on the first screen.
fn told(clerk: &mut Clerk, name: &str) -> usize {
    let screen = clerk.screen();
    let row = screen.lines().find(|line| line.contains(name)).unwrap();
    let (_, behind) = row.split_once(name).unwrap();
    behind.split_whitespace().next().unwrap().parse().unwrap()
}

/// The rows of the list that is open, none of which is empty.
fn listed(clerk: &mut Clerk) -> usize {
    clerk.screen().lines().filter(|line| line.contains("-202611-")).count()
}

/// A complaint, a request that lacks its papers, an emergency and a question.
fn morning(clerk: &mut Clerk) {
    clerk.types("<f3>suharto<c-n><enter>tidak dibawa<f2><esc><esc>");
    clerk.types("<c-n>3suh<enter>bantuan salah sasaran<f2>");
    home(clerk);
    clerk.types("<c-n>2suh<enter>sktm<enter>perlu surat<f2>");
    home(clerk);
    clerk.types("<c-n>4suh<enter>jatuh di pasar<f2>");
    home(clerk);
    clerk.types("<c-n>1tanya<f2>");
    home(clerk);
}

/// Back to the first screen, however deep.
fn home(clerk: &mut Clerk) {
    for _ in 0..8 {
        if clerk.screen().contains("Setelan") {
            return;
        }
        clerk.types("<esc>");
    }
    panic!("no way home from\n{}", clerk.screen());
}

#[test]
fn each_number_opens_its_list_with_as_many_rows() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    morning(&mut clerk);
    let counts: Vec<usize> = ROWS.iter().map(|(_, name)| told(&mut clerk, name)).collect();
    assert_eq!(counts, [4, 1, 0, 0, 0, 3, 4]);
    for ((key, name), count) in ROWS.iter().zip(counts) {
        clerk.types(key).sees(name);
        assert_eq!(listed(&mut clerk), count, "{name}");
        clerk.types("<esc>");
    }
}

#[test]
fn what_was_promised_is_due_and_then_overdue() {
    let office = Office::new();
    morning(&mut office.sit(0));
    let mut clerk = office.sit(1);
    assert_eq!(told(&mut clerk, "Kunjungan hari ini"), 0);
    let due = told(&mut clerk, "Jatuh tempo hari ini");
    clerk.types("4");
    assert_eq!(listed(&mut clerk), due);
    drop(clerk);
    let mut clerk = office.sit(60);
    let late = told(&mut clerk, "Lewat waktu");
    assert!(late > 0);
    clerk.sees("!").types("5");
    assert_eq!(listed(&mut clerk), late);
}

#[test]
fn a_long_list_stays_true_to_its_end() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    for _ in 0..300 {
        clerk.types("<c-n>1tanya<f2>");
    }
    assert_eq!(told(&mut clerk, "Semua permohonan"), 300);
    clerk.types("7").sees("1/300").sees("INF-202611-00300").types("<end>");
    clerk.sees("300/300").stands_at("INF-202611-00001").types("<pgup>");
    assert!(listed(&mut clerk) > 15, "{}", clerk.screen());
    clerk.types("<home>").stands_at("INF-202611-00300").types("<pgdn><pgdn>").misses("1/300");
    assert!(listed(&mut clerk) > 15, "{}", clerk.screen());
}
