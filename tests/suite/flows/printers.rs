//! Printers, each for its papers, chosen once.
use std::{fs, os::unix::fs::PermissionsExt as _};

use insta::assert_snapshot;

use crate::{
    case_desk::{Place, TODAY, work},
    flows::{
        auditing::reads,
        printing::{letter, printer},
        settled::{Office, goes},
    },
};

/// Takes what it is given, and says what of.
const KEEPS: &str = "cat > \"$0.bytes\"; echo \"$@\" > \"$0.words\"\n\
                     echo 'request id is JARUM-3 (1 file(s))'";

/// A program beside that of [`printer`].
pub(crate) fn lpstat(place: &Place, script: &str) {
    let program = place.folder().join("printer/lpstat");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Two queues, and a job of which this is told.
fn queues(place: &Place, waiting: &str, ended: &str) {
    let script = format!(
        "case \"$*\" in\n-e) printf 'EPSON_L3110\\nJARUM\\n';;\n*not-completed*) printf '{waiting}';;\n\
         *completed*) printf '{ended}';;\n*-p*) echo 'printer JARUM is idle.  enabled since today';;\n\
         *) :;;\nesac"
    );
    lpstat(place, &script);
}

#[test]
fn a_printer_is_chosen_for_a_kind_of_letter_and_remembered() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    let spool = printer(&place, KEEPS);
    queues(&place, "", "JARUM-3 rina 1024 today\\n\\tStatus: \\n\\tAlerts: job-completed\\n");
    clerk.sees("P printer: utama").types("p").sees("Printer");
    work(&mut clerk, &spool);
    clerk.types("<f4>").sees("EPSON_L3110").sees("Printer jaringan").types("jarum<enter>");
    clerk.types("<enter>dot<enter>f4 sempit<enter>");
    assert_snapshot!("printer_80", clerk.screen());
    clerk.types("<f2>");
    clerk.sees("Surat Rujukan dicetak di JARUM, F4 sempit (210 x 330 mm).");
    // The letter is there again, on that paper.
    clerk.types("<down>").sees("K kertas: F4 sempit").sees("P printer: JARUM").types("<f9>");
    work(&mut clerk, &spool);
    clerk.sees("JARUM-3. Antrean sudah mencetak semuanya.").sees("sudah keluar dan benar?");
    clerk.types("y<enter>").types("<f7>");
    reads(&mut clerk).sees("0 kali keluar; terakhir ke printer JARUM: belum dipastikan");
    clerk.sees("1 kali keluar; terakhir ke printer JARUM: keluar");
    let words = fs::read_to_string(place.folder().join("printer/lp.words")).unwrap();
    assert_eq!(words.trim(), "-t Loket -d JARUM -o raw");
    assert!(fs::read(place.folder().join("printer/lp.bytes")).unwrap().starts_with(b"\x1b@"));
    drop(clerk);
    let request = place.request(&ticket);
    let copies = place.issued(request.referrals[0].letters[0]).copies;
    assert_eq!(copies[0].printer.as_ref().unwrap().as_str(), "JARUM");
    // Another letter of that kind goes the same way.
    let mut clerk = place.at(TODAY);
    clerk.types("rdinas sosial kota<enter><f2>").sees("P printer: JARUM");
}

#[test]
fn a_job_that_waits_or_was_dropped_is_told_as_such() {
    let place = Place::founded();
    let (mut clerk, _) = letter(&place);
    let spool = printer(&place, KEEPS);
    lpstat(
        &place,
        "case \"$*\" in\n*not-completed*) echo 'JARUM-3 rina 1024 today';;\n\
         *-p*) printf 'printer JARUM disabled since today -\\n\\tkertas habis\\n';;\nesac",
    );
    clerk.types("<f9>");
    work(&mut clerk, &spool);
    clerk.sees("Belum dicetak: ").sees("kertas habis").sees("sudah keluar dan benar?");
    clerk.types("<esc>").types("<f9>");
    queues(&place, "", "JARUM-3 rina 1024 today\\n\\tAlerts: job-canceled-by-user\\n");
    work(&mut clerk, &spool);
    clerk.sees("Surat belum keluar").sees("Nomornya tetap").misses("keluar dan benar?");
}

#[test]
fn a_slip_goes_onto_a_roll_once_its_printer_has_one() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp;kk");
    let spool = printer(&place, KEEPS);
    queues(&place, "", "JARUM-3 rina 1024 today\\n\\tStatus: \\n\\tAlerts: job-completed\\n");
    let mut clerk = place.at(TODAY);
    clerk.types("sbawa<enter><f2>").sees("MOHON BAWA BERKAS INI").sees("P printer: utama");
    clerk.types("p").sees("Printer");
    work(&mut clerk, &spool);
    clerk.types("<f4>jarum<enter><enter>slip 58<enter><f2>").sees("Bawa Berkas Ini dicetak di");
    clerk.types("<down><up>").sees("K kertas: Slip 58 mm (ESC/POS). P printer: JARUM.");
    assert_snapshot!("bawa_berkas_58", clerk.screen().replace(&ticket, "TIKET"));
    clerk.types("k").sees("slip ini dicetak pada gulungan").types("<f9>");
    work(&mut clerk, &spool);
    clerk.sees("JARUM-3. Antrean sudah mencetak semuanya.");
    assert!(fs::read(place.folder().join("printer/lp.bytes")).unwrap().starts_with(b"\x1b@"));
    // The other slips go where all slips go.
    clerk.types("<esc>t").sees("P printer: utama");
}

#[test]
fn the_office_sees_all_its_printers_in_one_list() {
    let mut office = Office::settled("printer");
    let clerk = &mut office.clerk;
    goes(clerk, "<down>", "Printer");
    clerk.stands_at("printer utama, ").types("<enter>").sees("Semua surat");
    assert_snapshot!("daftar_printer_80", clerk.screen());
    clerk.types("<down>").stands_at("Semua slip").types("<enter>alamat<enter>kantor<enter>");
    clerk.sees("! harus alamat IP printer").types("<up><c-u>192.168.1.50<enter>hal<enter><f2>");
    clerk.sees("harus dot-matrix atau slip").types("slip 58<enter><f2>");
    clerk.sees("Semua slip dicetak di 192.168.1.50:9100, Slip 58 mm (ESC/POS).");
    goes(clerk, "<down>", "Tanda Terima");
    clerk.stands_at("seperti semua slip").types("<c-z>");
    clerk.sees("printernya kembali seperti semula");
    office.done();
}
