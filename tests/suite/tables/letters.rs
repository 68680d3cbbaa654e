//! Questions of letters: they fill the fields of their names, in the words of letters.
use chrono::NaiveDate;
use loket::{
    domain::reject::Reject,
    fault::Fault,
    form::{
        all::FORMS,
        field::{Draft, YES},
        letter::parts::{DATED, DAY, HOUR, SECRECY, SHARED},
        step::INSTITUTION,
    },
    letter::kinds::{KINDS, Kind},
};

const fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn told(code: &str, answers: &[(&str, &str)]) -> Result<Vec<(&'static str, String)>, Fault> {
    let mut draft = Draft::default();
    for (id, answer) in answers {
        draft.put(id, *answer);
    }
    Kind::coded(code).unwrap().answers(&draft, today())
}

#[test]
fn an_answer_fills_the_field_of_its_name_or_is_for_the_desk() {
    for kind in KINDS {
        for question in kind.asked {
            let desk = [INSTITUTION.id, SHARED.id].contains(&question.id);
            assert!(kind.takes(question.id) || desk, "{} asks {}", kind.code, question.id);
        }
        let own = kind.asked.iter().filter(|asked| asked.id != SHARED.id);
        assert!(own.count() <= 10, "the form of {} is not short", kind.code);
    }
}

#[test]
fn what_no_record_holds_is_asked() {
    // A referral says it all, and so does a request to its receipt.
    for kind in KINDS.iter().filter(|kind| !["RUJUKAN", "TANDA-TERIMA"].contains(&kind.code)) {
        let name = format!("surat-{}", kind.code.to_lowercase());
        let form = FORMS.iter().find(|form| form.name == name).expect(&name);
        let ids = |fields: &[&loket::form::field::Field]| -> Vec<_> {
            fields.iter().map(|field| field.id).collect()
        };
        assert_eq!(ids(form.fields), ids(kind.asked), "{name}");
    }
}

#[test]
fn the_names_of_days_and_times_say_that_they_are() {
    for question in KINDS.iter().flat_map(|kind| kind.asked) {
        let takes = |answer: &str| (question.check)(answer, today()).is_ok();
        let day = [DAY, DATED].iter().any(|prefix| question.id.starts_with(prefix));
        assert_eq!(takes("17-08-1985") && !takes("besok pagi"), day, "{}", question.id);
        let hour = question.id.starts_with(HOUR);
        assert_eq!(takes("09.30") && !takes("pagi"), hour, "{}", question.id);
    }
}

#[test]
fn answers_are_written_as_letters_write_them() {
    let values = told(
        "TUGAS",
        &[
            ("petugas_tugas", " Rina Wulandari;Hasan  Basri, relawan ; "),
            ("hari_kunjungan", "h+1"),
            ("jam_kunjungan", "9"),
            ("alamat_kunjungan", "Jalan Melati 5"),
            ("maksud", "verifikasi"),
        ],
    );
    let expected = [
        ("petugas_tugas", "Rina Wulandari\nHasan Basri, relawan"),
        ("hari_kunjungan", "Rabu, 25 November 2026"),
        ("jam_kunjungan", "09.00"),
        ("alamat_kunjungan", "Jalan Melati 5"),
        ("maksud", "verifikasi"),
        ("kendaraan", ""),
    ];
    assert_eq!(values.unwrap(), expected.map(|(name, value)| (name, value.to_owned())));
    let values = told(
        "DUKCAPIL",
        &[
            ("lembaga", "DUKCAPIL"),
            ("dokumen_ada", "tidak ada"),
            ("dokumen_dimohon", "biodata; KTP"),
            ("tanggal_tinggal", "1-6-2026"),
        ],
    );
    let values = values.unwrap();
    let value = |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    assert_eq!(value("dokumen_dimohon").unwrap(), "Biodata dan NIK, KTP-el");
    assert_eq!(value("tanggal_tinggal").unwrap(), "1 Juni 2026");
    assert!(value("lembaga").is_none());
}

#[test]
fn a_wrong_answer_is_refused_by_its_question() {
    let refused = |answers: &[(&str, &str)]| match told("RUJUK-SINGGAH", answers).unwrap_err() {
        Fault::Rejected { field, why } => (field, why),
        other => panic!("{other}"),
    };
    assert_eq!(refused(&[]), ("tanggal_temu", Reject::Empty));
    assert_eq!(refused(&[("tanggal_temu", "h+1")]), ("tanggal_temu", Reject::Future));
    assert_eq!(refused(&[("tanggal_temu", "h-1")]), ("keadaan", Reject::Empty));
}

#[test]
fn a_code_is_asked_only_of_a_secret_letter() {
    let answers = [("tanggal_temu", "h"), ("keadaan", "sadar")];
    let code = |values: Vec<(&str, String)>| {
        values.into_iter().find(|(name, _)| *name == "kode_kasus").unwrap().1
    };
    assert_eq!(code(told("RUJUK-SINGGAH", &answers).unwrap()), "");
    let secret = [answers[0], answers[1], (SECRECY, YES)];
    assert!(told("RUJUK-SINGGAH", &secret).is_err());
    let coded = [answers[0], answers[1], (SECRECY, YES), ("kode_kasus", "S-12")];
    assert_eq!(code(told("RUJUK-SINGGAH", &coded).unwrap()), "S-12");
}
