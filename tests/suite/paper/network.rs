//! Printers at an address of their own, with a listener in the place of each.
use std::{
    io::Read as _,
    net::{Ipv4Addr, TcpListener},
    thread,
    time::Duration,
};

use loket::{
    domain::printer::{PORT, Printer},
    letter::{filled::lay, kinds::KINDS},
    print::{
        page::Paper,
        spool::{
            job::{Condition, Job, Load, Progress},
            printers::Spool,
        },
    },
};

fn listener() -> (TcpListener, Printer) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, Printer::Network("127.0.0.1".to_owned(), port))
}

#[test]
fn a_printer_in_the_network_gets_every_byte() {
    let (listener, printer) = listener();
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
    let listening = thread::spawn(move || {
        let mut got = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut got).unwrap();
        got
    });
    let spool = Spool::default();
    let job = spool.print(&printer, Load::Raw(&bytes)).unwrap();
    assert!(listening.join().unwrap() == bytes);
    assert_eq!(job, Job::Sent(printer.to_string()));
    assert_eq!(job.told(), format!("Terkirim seluruhnya ke printer di {printer}."));
    assert_eq!(spool.progress(&job).unwrap(), Progress::Unknown);
}

/// What is said of a printer that does not take a slip.
fn told(printer: &Printer, patience: u64, bytes: &[u8]) -> String {
    let spool = Spool::at("lp".into(), Duration::from_millis(patience));
    spool.print(printer, Load::Raw(bytes)).unwrap_err().told()
}

#[test]
fn a_printer_that_is_off_is_told_with_what_to_do() {
    let (listener, printer) = listener();
    let ready = Spool::default().condition(&printer).unwrap();
    assert_eq!(ready, Condition::Ready);
    drop(listener);
    let told = told(&printer, 5000, b"x");
    assert!(told.contains("tidak menerima cetakan") && told.contains("periksa alamat"), "{told}");
    let gone = Spool::default().condition(&printer).unwrap();
    assert!(matches!(&gone, Condition::Stopped(why) if why.contains("127.0.0.1")), "{gone:?}");
}

#[test]
fn a_printer_that_stops_taking_bytes_is_given_up() {
    let (listener, printer) = listener();
    let told = told(&printer, 100, &vec![0; 30_000_000]);
    assert!(told.contains("putus sebelum semua terkirim"), "{told}");
    drop(listener);
}

#[test]
fn an_address_that_nobody_has_is_told() {
    let printer = Printer::Network("printer.tidak-ada.invalid".to_owned(), PORT);
    let told = told(&printer, 100, b"x");
    assert!(told.contains("printer.tidak-ada.invalid tidak dikenal"), "{told}");
}

#[test]
fn pages_do_not_go_to_an_address() {
    let (_listener, printer) = listener();
    let letter = lay(&KINDS[0].sample().unwrap(), Paper::A4, None).unwrap();
    let told = Spool::default().print(&printer, Load::Pages(&letter)).unwrap_err().told();
    assert!(told.contains("pasang printer ini di komputer"), "{told}");
}
