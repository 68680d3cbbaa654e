//! What becomes of answers when a form is finished.
use chrono::NaiveDate;
use loket::{
    domain::{
        area::Area,
        clerk::Stamp,
        id::Id,
        letter::Rule,
        moment::Moment,
        recovery::Recovery,
        service::Service,
        text::{Line, Name},
    },
    fault::Fault,
    form::{
        aid,
        all::{FORMS, Form},
        clerk,
        clerk_code::Code,
        directory,
        field::{Draft, Field, Kind as Answered, Source, YES},
        filter, genuine, glimpse,
        ground::Ground,
        import, law, ledger, office, passphrase, printing, request, resident, safekeeping, step,
        wording,
    },
    letter::kinds::Kind,
};

fn ground() -> Ground {
    Ground {
        id: Id::named("warga"),
        stamp: Stamp { at: Moment(0), by: Id::named("rina") },
        today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        area: Area { province: 64, city: 71, district: 6, village: 1001 },
    }
}

/// Finishes a form; every form of the program is here.
fn finish(form: &Form, draft: &Draft) -> Result<(), Fault> {
    let ground = &ground();
    match form.name {
        "warga" => resident::resident(draft, ground).map(drop),
        "permohonan" => request::asked(draft, ground).map(drop),
        "informasi" => {
            let mut draft = draft.clone();
            draft.put(request::KIND.id, "informasi");
            request::asked(&draft, ground)?;
            draft.may::<Name>(&resident::NAME, ground.today).map(drop)
        }
        "ubah-permohonan" => {
            let mut draft = draft.clone();
            draft.put(request::KIND.id, "permohonan");
            draft.put(request::SERVICE.id, request::COVER_SERVICE);
            request::asked(&draft, ground).map(drop)
        }
        "langkah" => step::taken(draft, ground).map(drop),
        "kabar-rujukan" => step::referral_taken(draft, ground).map(drop),
        "rujukan" => step::wanted(draft, ground).map(drop),
        "saring" => filter::filter(draft, ground.today).map(drop),
        "saringan" => filter::saved(draft, ground.today).map(drop),
        "bantuan" => aid::benefit(draft, ground).map(drop),
        "lihat-nik" => glimpse::glimpse(draft, ground).map(drop),
        "salinan-data" => law::copy(draft, ground).map(drop),
        "batasi-data" => law::limit(draft, ground).map(drop),
        "hapus-data" => law::erasure(draft, ground).map(drop),
        "periksa-surat" => genuine::asked(draft, ground.today).map(drop),
        "insiden" => law::breach(draft, ground).map(drop),
        "kantor" => office::office(draft, ground).map(drop),
        "petugas" => clerk::clerk(draft, ground, |_| false).map(drop),
        "petugas-baru" => {
            clerk::clerk(draft, ground, |_| false)?;
            passphrase::chosen(draft).map(drop)
        }
        "lembaga" => directory::institution(draft, None, ground).map(drop),
        "layanan" => directory::service(draft, &Service::presets()[0], ground).map(drop),
        "nomor-disisihkan" => ledger::held(draft, ground).map(drop),
        "surat-tangan" => ledger::written(draft, ground).map(drop),
        "batal-nomor" => ledger::voided(draft, ground).map(drop),
        "aturan-surat" => directory::rule(draft, &Rule::presets()[0], ground).map(drop),
        // Whether it is there is for the desk to say.
        "folder-cadangan" => draft.must::<Line>(&safekeeping::FOLDER, ground.today).map(drop),
        "templat" => wording::words(draft, ground.today).map(drop),
        "printer" => printing::way(draft, ground).map(drop),
        "impor-berkas" => import::file(draft).map(drop),
        // Whether it fits is only known where it is tried.
        "masuk" => Ok(()),
        "ganti-sandi" | "segel" => passphrase::chosen(draft).map(drop),
        "sandi-petugas" => {
            draft.must::<Code>(&passphrase::WITNESS, ground.today)?;
            passphrase::chosen(draft).map(drop)
        }
        "pemulihan" => draft.must::<Recovery>(&passphrase::RECOVERY, ground.today).map(drop),
        name => {
            let kind =
                name.strip_prefix("surat-").and_then(|code| Kind::coded(&code.to_uppercase()));
            let kind = kind.unwrap_or_else(|| panic!("say here how {name} is finished"));
            kind.answers(draft, ground.today).map(drop)
        }
    }
}

/// An answer that the field accepts by itself.
fn good(field: &Field) -> String {
    let fixed = match field.kind {
        Answered::Heading => return String::new(),
        Answered::Mark => return YES.to_owned(),
        Answered::One(Source::Fixed(list)) | Answered::Many(Source::Fixed(list)) => {
            list()[0].code.clone()
        }
        _ => String::new(),
    };
    let tried = [
        &fixed,
        "6471055708850001",
        "199001012015012001",
        "08.00",
        "17-08-1985",
        "64.71.06.1001",
        "0812-3456-7890",
        "periksa",
        "serahkan",
        "5",
        "siti",
        "kopi pahit pagi hari",
        "0123-4567-89AB-CDEF-0123-4567-89AB-CDEF",
        "{jenis}/{nomor}/{tahun}",
        "57/2026",
        "PMH-202611-00001-1",
    ];
    let fits = |answer: &&&str| !answer.is_empty() && (field.check)(answer, ground().today).is_ok();
    match field.id {
        id if id == genuine::SQUARE.id => "LOKET1*6471061001*0".to_owned(),
        id if id == printing::ADDRESS.id => "192.168.1.50".to_owned(),
        id if id == printing::LANGUAGE.id => "halaman".to_owned(),
        id if id == passphrase::AGAIN.id => "kopi pahit pagi hari".to_owned(),
        id if id == office::HOLIDAYS.id => "10-2-2027 HUT kota".to_owned(),
        id if id == office::CLOSE.id || id == office::FRIDAY.id => "15.30".to_owned(),
        _ => (*tried.iter().find(fits).unwrap()).to_owned(),
    }
}

/// A form with an answer to every question that applies.
fn filled(form: &Form) -> Draft {
    let mut draft = Draft::default();
    for field in form.fields.iter().filter(|field| !matches!(field.kind, Answered::Mark)) {
        if (field.when)(&draft) {
            draft.put(field.id, good(field));
        }
    }
    draft
}

fn hostile() -> Vec<String> {
    let long = "ab ".repeat(3_000);
    let all = [
        "",
        " ",
        "?",
        "x",
        "0",
        "-1",
        "17",
        "99999999999999999999",
        "3201",
        "31-02-2026",
        "64.71.06.9999",
        "25.00",
        "{",
        "a;a",
        "ktp;ktp",
        "lainnya:",
        "lainnya: ",
        "tutup",
        "duplikat",
        "selesai",
        "PMH-202611-00001-X",
        "\u{202e}",
        "\0",
        "𝟙𝟚𝟛",
    ];
    all.iter().map(ToString::to_string).chain([long]).collect()
}

#[test]
fn a_form_that_is_filled_in_well_can_be_finished() {
    for form in FORMS {
        if let Err(fault) = finish(form, &filled(form)) {
            panic!("{}: {fault}", form.name);
        }
    }
}

#[test]
fn a_fault_of_finishing_names_a_field_of_the_form() {
    for form in FORMS {
        let named = |draft: &Draft, tried: &str| match finish(form, draft) {
            Err(Fault::Rejected { field, .. }) => {
                let known = form.fields.iter().any(|asked| asked.id == field);
                assert!(known, "{} has no {field}; tried {tried}", form.name);
            }
            Err(fault) => panic!("{} fails with {fault}; tried {tried}", form.name),
            Ok(()) => {}
        };
        named(&Draft::default(), "nothing");
        for field in form.fields {
            for answer in hostile() {
                let mut draft = filled(form);
                draft.put(field.id, answer.clone());
                named(&draft, &format!("{} = {answer:.40}", field.id));
            }
        }
    }
}

#[test]
fn an_answer_that_its_own_question_refuses_is_never_taken() {
    for form in FORMS {
        for field in form.fields {
            for answer in hostile() {
                let mut draft = filled(form);
                draft.put(field.id, answer.clone());
                let refused = (field.check)(&answer, ground().today).is_err();
                if refused && (field.when)(&draft) {
                    let taken = finish(form, &draft).is_ok();
                    assert!(!taken, "{} takes {} = {answer:.40}", form.name, field.id);
                }
            }
        }
    }
}

#[test]
fn an_office_closes_after_it_opened() {
    let form = FORMS.iter().find(|form| form.name == "kantor").unwrap();
    for field in [&office::CLOSE, &office::FRIDAY] {
        let mut draft = filled(form);
        draft.put(field.id, "07.45");
        let fault = finish(form, &draft).unwrap_err();
        assert_eq!(fault.to_string(), format!("{} harus sesudah jam buka", field.id));
    }
}
