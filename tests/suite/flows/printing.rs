//! Letters and printers that do what printers do.
use std::{fs, os::unix::fs::PermissionsExt as _, time::Duration};

use loket::{
    domain::{letter::State, referral_road},
    print::spool::printers::Spool,
};

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
};

/// What a well printer says.
pub(crate) const TAKES: &str = "cat > \"$0.pdf\"; echo \"$@\" > \"$0.words\"\n\
                     echo 'request id is KANTOR-7 (1 file(s))'";

/// A printing program that does this.
pub(crate) fn printer(place: &Place, script: &str) -> Spool {
    let folder = place.folder().join("printer");
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("lp");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    Spool::at(folder, Duration::from_secs(20))
}

/// A letter on the screen, not yet printed.
pub(crate) fn letter(place: &Place) -> (Clerk, String) {
    let ticket =
        place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2>").sees("Surat 400.9/001/PSKS/XI/2026");
    (clerk, ticket)
}

#[test]
fn a_letter_is_printed_and_said_to_be_out() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    clerk.types("<f9>").sees("Sedang dikerjakan").types("<f9>").sees("masih berjalan");
    work(&mut clerk, &printer(&place, TAKES));
    clerk.sees("Dikirim ke printer sebagai KANTOR-7.").sees("sudah keluar dan benar?");
    clerk.types("y<enter>").sees("sudah pasti");
    drop(clerk);
    let pdf = fs::read(place.folder().join("printer/lp.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let words = fs::read_to_string(place.folder().join("printer/lp.words")).unwrap();
    assert!(words.contains("media=A4"), "{words}");
    let referral = &place.request(&ticket).referrals[0];
    assert_eq!(referral.status, referral_road::Status::Handed);
    let issued = place.issued(referral.letters[0]);
    assert_eq!((issued.state, issued.copies.len()), (State::Final, 1));
}

#[test]
fn a_printer_that_fails_costs_no_number() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    let failing = "echo 'lp: Error - no default destination available.' >&2; exit 1";
    clerk.types("<f9>");
    work(&mut clerk, &printer(&place, failing));
    clerk.sees("Surat belum keluar: printer menolak: belum ada printer utama di komputer ini");
    clerk.sees("F9 mencoba lagi, F2 menyimpan berkas.").misses("..").misses("keluar dan benar?");
    clerk.types("<f9>");
    work(&mut clerk, &printer(&place, TAKES));
    clerk.types("y<enter>").sees("Nomor 400.9/001/PSKS/XI/2026 sudah pasti.");
    clerk.types("<esc>rdinas sosial kota<enter><f2>").sees("Surat 400.9/002/PSKS/XI/2026");
    drop(clerk);
    let letters = &place.request(&ticket).referrals[0].letters;
    assert_eq!((letters.len(), place.issued(letters[0]).outs()), (1, 1));
}

#[test]
fn a_computer_without_printing_says_so_and_the_letter_can_be_saved() {
    let place = Place::founded();
    let (mut clerk, _) = letter(&place);
    let nowhere = Spool::at(place.folder().join("tidak-ada"), Duration::from_secs(20));
    clerk.types("<f9>");
    work(&mut clerk, &nowhere);
    clerk.sees("program lp belum terpasang").types("<f2>");
    work(&mut clerk, &nowhere);
    clerk.sees("sudah keluar dan benar?");
    assert_eq!(place.letters().len(), 2);
}

#[test]
fn a_printer_that_does_not_answer_is_given_up() {
    let place = Place::founded();
    let (mut clerk, _) = letter(&place);
    printer(&place, "exec sleep 600");
    let impatient = Spool::at(place.folder().join("printer"), Duration::from_millis(50));
    clerk.types("<f9>");
    work(&mut clerk, &impatient);
    clerk.sees("tidak menjawab, mungkin mati atau tidak").sees("F9 mencoba lagi");
}

#[test]
fn a_folder_that_cannot_be_written_loses_nothing() {
    let place = Place::founded();
    let (mut clerk, _) = letter(&place);
    fs::write(place.folder().join("surat"), "bukan folder").unwrap();
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("Surat belum keluar: folder surat tidak dapat dipakai").sees("Nomornya tetap");
}
