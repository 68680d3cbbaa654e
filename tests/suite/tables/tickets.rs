//! Numbers that people read out over the telephone, and the sign that catches their slips.
use loket::domain::{
    choice::Choice as _,
    reject::Reject,
    ticket::{Beginning, Register, RegisterPart, Series, Ticket, check_sign, is_ticket_like},
};
use proptest::{prop_assert_eq, prop_compose, proptest, sample::select, test_runner::Config};

prop_compose! {
    fn ticket()(
        series in select(Series::ALL), year in 2020..2100_u16, month in 1..=12_u8,
        number in 1..=99_999_u32,
    ) -> Ticket {
        Ticket { series, year, month, number }
    }
}

#[test]
fn the_check_sign_is_that_of_iso_7064() {
    // The first is the example of the GRid standard, which takes MOD 37,36 from ISO 7064.
    assert_eq!(check_sign("A12425GABC1234002"), 'M');
    assert_eq!(check_sign("a12425-gabc1234002"), 'M');
    assert_eq!(check_sign("PMH-202611-00001"), '1');
    assert_eq!(check_sign(""), '1');
}

#[test]
fn numbers_are_shown_as_the_papers_show_them() {
    assert_eq!(Register { year: 2026, number: 7 }.to_string(), "00007/2026");
    assert_eq!(Register { year: 2026, number: 123_456 }.to_string(), "123456/2026");
    let shown = |series, number| Ticket { series, year: 2026, month: 3, number }.to_string();
    assert!(shown(Series::Service, 1).starts_with("PMH-202603-00001-"));
    assert!(shown(Series::Referral, 100_000).starts_with("RJK-202603-100000-"));
}

#[test]
fn the_shape_of_a_ticket_is_known_before_it_is_right() {
    for text in ["PMH-", "pmh-2", "RJK 202611", "ADU202611", "INF-202611-00001-?", "pgd-2026"] {
        assert!(is_ticket_like(text), "{text}");
    }
    for text in ["", "é-1", "Adu", "adu domba", "ali 6471", "Siti-2026", "Ali-2", "6471", "PMH"] {
        assert!(!is_ticket_like(text), "{text}");
    }
    let whole = "PMH-202611-00001-1".parse().ok();
    assert_eq!((Ticket::unsigned("pmh-202611-00001"), whole.is_some()), (whole, true));
    for text in
        ["", "é", "PMH-202611-00001-1", "PMH-202611-00001-7", "PMH-202611", "PMH-202613-00001"]
    {
        assert_eq!(Ticket::unsigned(text), None, "{text}");
    }
}

#[test]
fn a_register_number_is_read_as_the_slip_shows_it_and_as_far_as_it_is_typed() {
    let fits = |text, year, number| {
        RegisterPart::read(text).is_some_and(|part| part.fits(Register { year, number }))
    };
    for text in ["00007/2026", " 7/2026 ", "7/", "7/2", "7/202", "7/26", "00007"] {
        assert!(fits(text, 2026, 7), "{text}");
        assert!(!fits(text, 2026, 70) && !fits(text, 1999, 70), "{text}");
    }
    assert!(!fits("7/2026", 2025, 7) && fits("7/", 2025, 7) && fits("123456/", 2026, 123_456));
    let odd = ["", "/", "/2026", "+7/2026", "7/2026/1", "99999999999/2026", "7/20260", "7", "0007"];
    for text in odd.into_iter().chain(["12345", "081234", "x/2", "7/x"]) {
        assert_eq!(RegisterPart::read(text), None, "{text}");
    }
}

#[test]
fn a_ticket_begins_as_far_as_it_is_typed() {
    let ticket = |number| Ticket { series: Series::Service, year: 2026, month: 11, number };
    let fits =
        |text: &str, number| Beginning::read(text).is_some_and(|begun| begun.fits(ticket(number)));
    let whole = "PMH-202611-00012";
    for end in 4..=whole.len() {
        let text = &whole[..end];
        let plain = text.to_lowercase().replace('-', "");
        assert!(fits(text, 12), "{text}");
        assert_eq!(fits(&plain, 12), end > 4, "{plain}");
        assert_eq!(fits(text, 11), end < whole.len(), "{text}");
    }
    assert!(fits("PMH-202611-1", 12_345) && fits("PMH-202611-12345", 123_456));
    assert!(!fits("PMH-202611-1", 12) && !fits("PMH-202611-123456", 12_345));
    assert!(fits("202611-", 12) && fits("202611-000", 12) && !fits("202612-", 12));
    for text in ["", "PMH", "202611", "2026-", "647105-5708850001", "ADU-", "PMH-202611-00012-K"] {
        assert!(!fits(text, 12), "{text}");
    }
    assert_eq!(Beginning::read("PMH-202611-99999999999999999999"), None);
    assert_eq!(Beginning::read("é-202611"), None);
}

#[test]
fn what_is_no_ticket_is_refused() {
    assert_eq!("".parse::<Ticket>(), Err(Reject::Empty));
    for text in ["PMH", "PMH-202611-00001", "XYZ-202611-00001-1", "PMH-202613-00001-1", "é-1", "-"]
    {
        assert!(text.parse::<Ticket>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_ticket_is_read_however_it_is_typed(ticket in ticket()) {
        let shown = ticket.to_string();
        prop_assert_eq!(shown.parse(), Ok(ticket));
        prop_assert_eq!(shown.to_lowercase().replace('-', " ").parse(), Ok(ticket));
        prop_assert_eq!(shown.replace('-', "").parse(), Ok(ticket));
    }
}

proptest! {
    #![proptest_config(Config { cases: 32, ..Config::default() })]
    #[test]
    fn every_wrong_sign_is_caught(ticket in ticket()) {
        let shown = ticket.to_string();
        for (at, right) in shown.char_indices().filter(|(_, sign)| *sign != '-') {
            for wrong in ('0'..='9').chain('A'..='Z').filter(|wrong| *wrong != right) {
                let slip = format!("{}{wrong}{}", &shown[..at], &shown[at + 1..]);
                prop_assert_eq!(slip.parse::<Ticket>(), Err(Reject::NotTicket), "{}", slip);
            }
        }
    }
}

/// MOD 37,36 lets one pair of neighbouring digits through in some places: about 1 swap in 600.
#[test]
fn all_but_a_few_swapped_neighbours_are_caught() {
    let (mut swapped, mut missed) = (0, 0);
    for number in 1..20_000 {
        let shown = Ticket { series: Series::Service, year: 2026, month: 11, number }.to_string();
        let signs: Vec<char> = shown.chars().filter(|sign| *sign != '-').collect();
        for at in 1..signs.len() {
            let mut slip = signs.clone();
            slip.swap(at - 1, at);
            if slip != signs {
                swapped += 1;
                missed += usize::from(slip.iter().collect::<String>().parse::<Ticket>().is_ok());
            }
        }
    }
    assert!(swapped > 100_000 && missed * 200 < swapped, "{missed} of {swapped}");
}
