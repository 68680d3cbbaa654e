//! What the office makes of the words of its letters.
use loket::{
    desk::{
        facts::Difference,
        history, letters, setup, tables,
        trace::{Sought, Trace},
        undo, wordings,
    },
    domain::{choice::Choice as _, id::Id, may::Refusal, paper::Paper, wording::Wording},
    fault::Fault,
    form::{field::Draft, office_answers, wording::TEXT},
    letter::piece::Piece,
    print::text,
    store::record::Table,
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

fn draft(text: &str) -> Draft {
    answers(&[(TEXT.id, text)])
}

fn keep(counter: &mut Counter, piece: &str, text: &str) -> Result<Wording, Fault> {
    wordings::keep(counter, piece, &draft(text), false)
}

fn original(piece: &str) -> &'static str {
    Piece::coded(piece).unwrap().original()
}

/// The program's own words with something else in the place of these.
fn with(piece: &str, old: &str, new: &str) -> String {
    assert!(original(piece).contains(old), "{piece} has no {old:?}");
    original(piece).replacen(old, new, 1)
}

/// The letter of a new referral, as it is read.
fn letter(counter: &mut Counter) -> (Id, String) {
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "").id;
    let ticket = counter.refers(request, "surat").unwrap().1;
    let letter = letters::issue(counter, request, ticket).unwrap();
    (letter.id, text::render(&letters::fitting(counter, &letter).unwrap()))
}

/// Why words are not taken, and in which line.
fn refused(counter: &mut Counter, piece: &str, text: &str) -> (Option<usize>, String) {
    match keep(counter, piece, text) {
        Err(Fault::Template { line, why, .. }) => (line, why),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn the_next_letter_has_the_new_words_and_an_old_one_has_not() {
    let mut counter = Counter::opens("2026-11-24");
    let (old, before) = letter(&mut counter);
    assert!(before.contains("Dengan hormat,"));
    let words = with("kepala", "rata: Dengan hormat,", "rata: Salam sejahtera,");
    keep(&mut counter, "kepala", &words).unwrap();
    let head = with("kop", "kop: {{puskesos}}", "kop: {{puskesos}} KAMI");
    keep(&mut counter, "kop", &head).unwrap();
    for _ in 0..2 {
        let (_, after) = letter(&mut counter);
        assert!(after.contains("Salam sejahtera,") && !after.contains("Dengan hormat,"));
        assert!(after.contains(" KAMI\n"));
        let old = letters::leaving(&counter, old).unwrap();
        let again = text::render(&letters::fitting(&counter, &old).unwrap());
        assert_eq!(again, before);
        counter.reopens();
    }
    let rows = wordings::rows(&counter, None);
    let own: Vec<&str> =
        rows.iter().filter(|row| row.since.is_some()).map(|row| row.code).collect();
    assert_eq!(own, ["kop", "kepala"]);
}

#[test]
fn a_slip_is_written_in_the_words_of_the_office_too() {
    let mut counter = Counter::opens("2026-11-24");
    let words = with("tanda-terima", "Simpan slip ini.", "Jangan sampai hilang.");
    keep(&mut counter, "tanda-terima", &words).unwrap();
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "");
    let slip = counter.hands("TANDA-TERIMA", request.id, &[]);
    assert!(slip.contains("Jangan sampai hilang."), "{slip}");
}

/// The line in which these words stand first.
fn line_of(text: &str, words: &str) -> usize {
    text.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn a_mistake_is_told_with_its_line_and_nothing_is_kept() {
    let mut counter = Counter::opens("2026-11-24");
    let tries = [
        (
            "warga",
            "data: NIK | {{nik}}",
            "data: NIK | {{nomor_nik}}",
            "{{nomor_nik}} tidak dikenal",
        ),
        ("kepala", "rata: Dengan hormat,", "Dengan hormat,", "harus diawali penanda"),
        ("kepala", "rata: Dengan hormat,", "salam: hormat", "penanda \"salam:\" tidak dikenal"),
        ("warga", "data: NIK | {{nik}}", "data: {{nik}}", "berisi 1 bagian, seharusnya 2"),
        ("warga", "{{#jika ciri}}\ndata: Ciri", "data: Ciri", "{{/jika}} tanpa {{#jika …}}"),
        // Not every letter with a head is about somebody.
        ("kop", "kop: {{pemda}}", "kop: {{nama}}", "{{nama}} tidak dikenal (Undangan)"),
    ];
    for (piece, old, new, why) in tries {
        let text = with(piece, old, new);
        let after = usize::from(why.contains("/jika"));
        let told = refused(&mut counter, piece, &text);
        assert_eq!(told.0, Some(line_of(&text, new) + after), "{told:?}");
        assert!(told.1.contains(why), "{told:?}");
    }
    let open = format!("{}{{{{#jika kk}}}}\nrata: akhir\n", original("rujukan"));
    let told = refused(&mut counter, "rujukan", &open);
    let line = line_of(&open, "rata: akhir") - 1;
    assert_eq!(told, (Some(line), "{{#jika …}} belum ditutup dengan {{/jika}}".to_owned()));
    assert!(wordings::record(&counter, "rujukan").is_none());
    assert_eq!(wordings::text(&counter, "rujukan").unwrap(), original("rujukan"));
}

#[test]
fn what_no_letter_may_lack_stays() {
    let mut counter = Counter::opens("2026-11-24");
    let tries = [
        ("kepala", "baris: Nomor | {{nomor}}\n", "", "isian {{nomor}} (Nomor surat) harus tetap"),
        ("warga", "data: Nama | {{nama}}\n", "", "{{nama}}"),
        ("warga", "data: Nama | {{nama}}", "par: {{#jika ciri}}{{nama}}{{/jika}}", "{{nama}}"),
        ("warga", "data: Kode kasus | {{kode_kasus}}", "# rahasia", "{{kode_kasus}}"),
        ("penutup", "surat nomor {{pengganti}}", "surat lama", "{{pengganti}}"),
        ("potongan", "kode {{potongan}}", "kode", "{{potongan}}"),
        ("potongan", "{{jawaban}}", "dibantu / ditolak", "{{jawaban}}"),
        ("kepala", "Yth. {{tujuan}}", "Yth. Bapak", "{{tujuan}}"),
        ("tanda-tangan", "{{nama_koordinator}}", "Budi", "{{nama_koordinator}}"),
        ("qr-warga", "qr: ", "# ", "kotak QR harus ada satu"),
        ("rujukan", "Surat Rujukan {{nomor}}", "{{nama}}", "baris dokumen: harus tetap seperti"),
        ("rujukan", "dokumen: ", "# ", "baris dokumen:"),
        ("qr-warga", "qr: Tiket", "qr-kanan:\nqr: Tiket", "kotak QR harus ada satu"),
        ("qr-warga", "qr: Tiket", "tanda: palsu\nqr: Tiket", "baris tanda:"),
        ("qr-warga", "qr: Tiket", "slip:\nqr: Tiket", "baris slip:"),
        ("tanda-terima", "qr-kanan:\n", "", "kotak QR harus ada satu"),
        ("tanda-terima", "baris: Tiket | {{tiket}}\n", "", "{{tiket}}"),
        ("antrean", "{{nomor_antrean}}", "7", "baris dokumen:"),
        ("kop", "judul: CONTOH LATIHAN", "judul: CONTOH", "LATIHAN"),
        ("kop", "kop-besar: {{kantor}}\n", "", "{{kantor}}"),
    ];
    for (piece, old, new, why) in tries {
        let told = refused(&mut counter, piece, &with(piece, old, new));
        assert!(told.1.contains(why), "{old:?}: {told:?}");
    }
    let hidden = format!("{{{{#jika kk}}}}\n{}{{{{/jika}}}}\n", original("qr-warga"));
    let told = refused(&mut counter, "qr-warga", &hidden).1;
    assert!(told.contains("kotak QR harus ada satu") || told.contains("{{kk}} tidak"), "{told}");
    // A line to blame is named.
    let twice = with("qr-warga", "qr: Tiket", "tanda: palsu\nqr: Tiket");
    let line = line_of(&twice, "tanda: palsu");
    assert_eq!(refused(&mut counter, "qr-warga", &twice).0, Some(line));
}

#[test]
fn a_mark_that_has_no_use_any_more_is_still_read() {
    let mut counter = Counter::opens("2026-11-24");
    for piece in ["rujukan", "ba-masuk"] {
        let kept = keep(&mut counter, piece, &with(piece, "dokumen: ", "halaman:\ndokumen: "));
        assert!(kept.unwrap().words.is_some());
    }
    let (_, read) = letter(&mut counter);
    assert!(read.contains("Dengan hormat,") && !read.contains("halaman"), "{read}");
}

#[test]
fn an_office_may_leave_out_what_is_only_usual() {
    let mut counter = Counter::opens("2026-11-24");
    let tries = [
        ("kepala", "baris: Sifat | {{sifat}}\nbaris: Lampiran | {{lampiran}}\n", ""),
        ("buka-rujuk", "{{yang_dirujuk}}", "warga kami"),
        ("tanda-tangan", "tembusan: {{tembusan}}\n", ""),
    ];
    for (piece, old, new) in tries {
        keep(&mut counter, piece, &with(piece, old, new)).unwrap();
    }
    assert!(letter(&mut counter).1.contains("merujuk warga kami"));
}

/// The end of correspondences with so many lines more.
fn longer(line: &str, times: usize) -> String {
    format!("{}{}", original("penutup"), line.repeat(times))
}

/// Says the same in every letter.
const SAID: &str = "par: Kami mohon perhatian Bapak atau Ibu.\n";
/// Says something in the fullest letters only.
const RARE: &str = "par: {{pengganti}}\n";

/// What is told of words that make letters long, before they are kept all the same.
fn long(counter: &mut Counter, piece: &str, text: &str) -> String {
    let told = match keep(counter, piece, text) {
        Err(Fault::Long(told)) => told,
        other => panic!("{text}: {other:?}"),
    };
    assert_ne!(wordings::text(counter, piece).unwrap(), text);
    wordings::keep(counter, piece, &draft(text), true).unwrap();
    assert_eq!(wordings::text(counter, piece).unwrap(), text);
    told
}

#[test]
fn a_usual_letter_that_needs_a_second_page_is_told_with_its_papers_and_may_be() {
    let mut counter = Counter::opens("2026-11-24");
    let texts: Vec<String> = (1..40).map(|times| longer(SAID, times)).collect();
    // What is shorter is kept without a word.
    let first = texts.iter().position(|text| keep(&mut counter, "penutup", text).is_err()).unwrap();
    let told = long(&mut counter, "penutup", &texts[first]);
    assert_eq!(told, "Surat Rujukan Rumah Singgah yang biasa pun menjadi 2 halaman pada A4");
    assert!(letter(&mut counter).1.contains("Kami mohon perhatian"));
    let told = long(&mut counter, "penutup", &texts[25]);
    let papers = "menjadi 2 halaman pada A4 dan F4 dan F4 sempit";
    assert!(told.ends_with(papers) && told.contains(" yang biasa pun "), "{told}");
    let told = long(&mut counter, "penutup", &longer(SAID, 100));
    assert!(told.contains("3 halaman pada A4"), "{told}");
}

#[test]
fn the_fullest_letter_may_take_two_pages_and_a_third_is_told() {
    let mut counter = Counter::opens("2026-11-24");
    keep(&mut counter, "penutup", &longer(RARE, 10)).unwrap();
    let told = long(&mut counter, "penutup", &longer(RARE, 30));
    assert!(told.contains("yang isiannya sangat panjang menjadi 3 halaman pada A4"), "{told}");
}

#[test]
fn a_slip_that_outgrows_its_third_of_a_page_is_told_and_may() {
    let mut counter = Counter::opens("2026-11-24");
    let line = |words: &str, times: usize| {
        format!("{}{}", original("tanda-terima"), format!("rata: {words}\n").repeat(times))
    };
    let told = long(&mut counter, "tanda-terima", &line("Terima kasih.", 30));
    assert_eq!(told, "Tanda Terima yang biasa pun lebih panjang dari sepertiga halaman");
    let told = long(&mut counter, "tanda-terima", &line("{{#jika latihan}}Contoh.{{/jika}}", 30));
    assert_eq!(
        told,
        "Tanda Terima yang isiannya sangat panjang lebih panjang dari sepertiga halaman"
    );
    // No slip goes on to another page.
    let told = refused(&mut counter, "tanda-terima", &line("Terima kasih.", 300));
    let why = "Tanda Terima punya bagian yang tidak muat pada satu halaman A4";
    assert_eq!(told, (None, why.to_owned()));
}

#[test]
fn a_piece_that_no_page_has_room_for_is_refused() {
    let mut counter = Counter::opens("2026-11-24");
    let signers = format!("ttd: | {} | |\n", "Saksi ".repeat(600)).repeat(2);
    let text = original("tanda-tangan").to_owned() + &signers;
    let told = refused(&mut counter, "tanda-tangan", &text);
    let why = "Surat Rujukan punya bagian yang tidak muat pada satu halaman A4";
    assert_eq!(told, (None, why.to_owned()));
    // Whoever insists is told the same.
    let told = wordings::keep(&mut counter, "tanda-tangan", &draft(&text), true);
    assert!(matches!(told, Err(Fault::Template { line: None, .. })));
}

#[test]
fn the_programs_own_words_come_back_and_so_do_the_offices() {
    let mut counter = Counter::opens("2026-11-24");
    let own = with("kepala", "Dengan hormat,", "Salam,");
    let kept = keep(&mut counter, "kepala", &own).unwrap();
    assert!(kept.words.is_some());
    counter.waits(1);
    let back = keep(&mut counter, "kepala", original("kepala")).unwrap();
    assert_eq!((back.words, wordings::rows(&counter, None)[1].since), (None, None));
    assert!(letter(&mut counter).1.contains("Dengan hormat,"));
    // The letter is behind it: that stays, and so the words are changed by hand.
    let told = undo::last(&mut counter).unwrap_err();
    assert!(matches!(told, Fault::Lasting(_)));
    keep(&mut counter, "kepala", &own).unwrap();
    let told = undo::last(&mut counter).unwrap();
    assert_eq!(told, "Dibatalkan: templat Kepala surat korespondensi kembali seperti semula.");
    assert_eq!(wordings::text(&counter, "kepala").unwrap(), original("kepala"));
}

#[test]
fn the_first_change_is_taken_back_to_the_programs_own_words() {
    let mut counter = Counter::opens("2026-11-24");
    keep(&mut counter, "kop", &with("kop", "kop: {{puskesos}}\n", "")).unwrap();
    keep(&mut counter, "kop", &with("kop", "kop: {{pemda}}", "kop: {{pemda}} TERCINTA")).unwrap();
    undo::last(&mut counter).unwrap();
    assert!(!wordings::text(&counter, "kop").unwrap().contains("puskesos"));
    undo::last(&mut counter).unwrap();
    assert_eq!(wordings::text(&counter, "kop").unwrap(), original("kop"));
    counter.reopens();
    assert_eq!(wordings::text(&counter, "kop").unwrap(), original("kop"));
}

#[test]
fn the_history_tells_which_lines_became_what() {
    let mut counter = Counter::opens("2026-11-24");
    let own = with("kepala", "rata: Dengan hormat,", "rata: Salam,");
    keep(&mut counter, "kepala", &own).unwrap();
    let more = own
        .replace("baris: Lampiran | {{lampiran}}\n", "")
        .replace("rata: Salam,", "rata: Salam,\n# catatan");
    keep(&mut counter, "kepala", &more).unwrap();
    let record = (Table::Template, wordings::record(&counter, "kepala").unwrap());
    let trace = Trace::new(&counter, Sought::Record(record.0, record.1));
    trace.read(|_, _| true).unwrap();
    let told = history::of(&counter, record, &trace.take().unwrap()).unwrap();
    let told: Vec<Vec<String>> = told
        .iter()
        .map(|one| {
            let line = |one: &Difference| format!("{}: {}", one.label, one.words());
            one.changes.iter().map(line).collect()
        })
        .collect();
    let (greeting, copy) =
        (line_of(&own, "rata: Salam,"), line_of(original("kepala"), "baris: Lampiran"));
    assert_eq!(
        told,
        [
            vec![
                format!("Baris {copy}: dikosongkan, semula baris: Lampiran | {{{{lampiran}}}}"),
                format!("Baris {greeting}: # catatan"),
            ],
            vec![format!("Baris {greeting}: rata: Dengan hormat, menjadi rata: Salam,")],
        ]
    );
}

#[test]
fn only_those_who_change_tables_change_the_words() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    assert!(counter.sits("budi"));
    let told = keep(&mut counter, "kop", original("kop"));
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{told:?}");
    assert!(wordings::text(&counter, "kop").is_ok());
    let told = wordings::text(&counter, "surat-cinta");
    assert!(matches!(told, Err(Fault::Missing { what: "templat surat" })));
}

#[test]
fn a_sample_has_the_letterhead_of_the_office_and_made_up_people() {
    let mut counter = Counter::opens("2026-11-24");
    let mut office = office_answers::answers(counter.office().unwrap());
    office.put("telepon", "0542-7001");
    setup::change_office(&mut counter, &office).unwrap();
    let text = with("kepala", "Dengan hormat,", "Salam dari kami,");
    for paper in Paper::ALL {
        let read = text::render(&wordings::sample(&counter, "kepala", &text, *paper).unwrap());
        assert!(read.contains("Salam dari kami,") && read.contains("Siti Aminah"), "{read}");
        assert!(read.contains(&counter.office().unwrap().name.as_str().to_uppercase()), "{read}");
    }
    let told = wordings::sample(&counter, "rujukan", "dokumen: {{x}}", Paper::A4).unwrap_err();
    assert!(matches!(told, Fault::Template { line: Some(1), .. }));
    assert!(tables::rule(&counter, "RUJUKAN").is_ok());
}

#[test]
fn the_programs_own_words_pass_their_own_proof() {
    let mut counter = Counter::opens("2026-11-24");
    for piece in Piece::all() {
        assert_eq!(keep(&mut counter, piece.code(), piece.original()).unwrap().words, None);
        // A remark changes nothing, but it is the office's text then.
        let text = format!("{}# catatan kami\n", piece.original());
        assert!(keep(&mut counter, piece.code(), &text).unwrap().words.is_some(), "{piece:?}");
    }
}
