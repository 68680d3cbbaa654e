//! Ways to a printer, as a setting keeps them.
use loket::domain::{
    printer::{PORT, Printer},
    reject::Reject,
};
use proptest::prelude::{any, proptest};

fn network(host: &str, port: u16) -> Printer {
    Printer::Network(host.to_owned(), port)
}

#[test]
fn what_is_typed_names_a_queue_or_an_address() {
    let queue = |name: &str| Printer::Queue(name.to_owned());
    let cases = [
        ("utama", Printer::Default),
        ("EPSON_L3110", queue("EPSON_L3110")),
        ("  HP LaserJet P1102 ", queue("HP LaserJet P1102")),
        (r"\\SERVER\EPSON", queue(r"\\SERVER\EPSON")),
        ("antrean:utama", queue("utama")),
        ("antrean:slip:9100", queue("slip:9100")),
        ("192.168.1.50", network("192.168.1.50", PORT)),
        ("192.168.1.50:9101", network("192.168.1.50", 9101)),
        ("Slip-Depan.kantor:9100", network("slip-depan.kantor", PORT)),
        ("[fe80::1]:9100", network("fe80::1", PORT)),
        ("fe80::1", network("fe80::1", PORT)),
        ("Fax: Kantor", queue("Fax: Kantor")),
        ("COM1:", queue("COM1:")),
    ];
    for (typed, printer) in cases {
        assert_eq!(typed.parse(), Ok(printer.clone()), "{typed}");
        assert_eq!(printer.to_string().parse(), Ok(printer), "{typed}");
    }
}

#[test]
fn what_can_be_no_printer_is_refused() {
    let cases = [
        ("", Reject::Empty),
        ("  ", Reject::Empty),
        ("antrean:", Reject::Empty),
        ("-h", Reject::Sign('-')),
        ("A\tB", Reject::Sign('\t')),
        ("printer:0", Reject::Range { least: 1, most: 65535 }),
        ("printer:70000", Reject::Range { least: 1, most: 65535 }),
    ];
    for (typed, reject) in cases {
        assert_eq!(typed.parse::<Printer>(), Err(reject), "{typed:?}");
    }
}

proptest! {
    #[test]
    fn a_printer_is_read_as_it_was_written(
        typed in "([a-z]{1,4}|antrean|utama|[0-9.]{1,9}|:|\\[|\\]|-| |9100){1,6}",
        other in any::<String>(),
    ) {
        for typed in [typed, other] {
            if let Ok(printer) = typed.parse::<Printer>() {
                assert_eq!(printer.to_string().parse(), Ok(printer));
            }
        }
    }
}
