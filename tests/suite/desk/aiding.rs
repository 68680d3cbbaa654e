//! Aid that is written down, and what the benefit card says of it.
use loket::{
    desk::{
        aid,
        aid_card::{self, AidCard, Matter},
        aid_notes,
        directory::{About, offers},
        glance::glance,
        newcomer, residents, undo,
    },
    domain::{benefit::State, doubt::Odd, family, id::Id, may::Refusal, resident::Resident},
    fault::Fault,
    form::{
        field::{Draft, Source},
        resident_answers,
    },
};

use crate::{
    desk::{
        counter::{Counter, answers, refused},
        glancing::joins,
    },
    place::passphrase,
};

fn office() -> Counter {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas;koordinator")]);
    loket::desk::setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    counter
}

fn aid_of(programme: &str, told: &[(&str, &str)]) -> Draft {
    let mut draft = answers(&[
        ("program_bantuan", programme),
        ("jangkauan_bantuan", "keluarga"),
        ("keadaan_bantuan", "aktif"),
        ("bantuan_dicek", "h"),
        ("bantuan_sumber", "dicek"),
    ]);
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    draft
}

/// Writes an aid down, for the family where nothing else is told.
fn gets(counter: &mut Counter, who: Id, programme: &str, told: &[(&str, &str)]) {
    aid_notes::note(counter, (who, None), &aid_of(programme, told), false).unwrap();
}

fn card(counter: &Counter, who: Id) -> AidCard {
    aid_card::card(counter, who).unwrap()
}

fn asks(counter: &Counter, who: Id) -> Vec<(Matter, String)> {
    card(counter, who).asks.into_iter().map(|ask| (ask.matter, ask.words)).collect()
}

/// Slamet, his wife Siti and their daughter Ani, on one card.
fn family(counter: &mut Counter) -> [Id; 3] {
    let grown = [("tanggal_lahir", "17-8-1985")];
    let of = |tie: &'static str, sex: &'static str| [("hubungan_kk", tie), ("jenis_kelamin", sex)];
    let told = |tie, sex| [&of(tie, sex)[..], &grown].concat();
    let slamet = joins(counter, "Slamet Riyadi", &told("kepala_keluarga", "L"));
    let siti = joins(counter, "Siti Aminah", &told("istri", "P"));
    let child = [&of("anak", "P")[..], &[("tanggal_lahir", "1-3-2015")]].concat();
    let ani = joins(counter, "Ani", &child);
    [slamet, siti, ani]
}

#[test]
fn aid_is_written_down_looked_up_again_and_stopped() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    gets(&mut counter, siti, "PKH", &[("bantuan_sejak", "1-2-2025")]);
    let kept = |counter: &Counter| counter.opened::<Resident>(siti).unwrap().benefits;
    assert_eq!(kept(&counter).len(), 1);
    counter.waits(100);
    aid_notes::confirm(&mut counter, siti, 0).unwrap();
    assert_eq!(kept(&counter)[0].checked.to_string(), "04-03-2027");
    assert_eq!(kept(&counter)[0].since.unwrap().to_string(), "01-02-2025");
    aid_notes::stop(&mut counter, siti, 0).unwrap();
    assert_eq!(kept(&counter)[0].state, State::Stopped);
    let note = kept(&counter)[0].note.as_ref().unwrap().to_string();
    assert_eq!(note, "diterima sejak 01-02-2025");
    undo::last(&mut counter).unwrap();
    assert_eq!(kept(&counter)[0].state, State::Active);
    let missing = aid_notes::stop(&mut counter, siti, 1);
    assert!(matches!(missing, Err(Fault::Missing { .. })));
    // What is mended otherwise keeps the aid.
    let who: Resident = counter.opened(siti).unwrap();
    residents::amend(&mut counter, siti, &resident_answers::answers(&who), true).unwrap();
    assert_eq!(kept(&counter).len(), 1);
}

#[test]
fn the_same_programme_twice_on_one_person_is_asked_and_what_is_no_aid_is_refused() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    gets(&mut counter, siti, "PKH", &[]);
    let again = aid_notes::note(&mut counter, (siti, None), &aid_of("PKH", &[]), false);
    let Err(Fault::Doubtful(doubts)) = again else { panic!("{again:?}") };
    assert_eq!(doubts[0].field, "program_bantuan");
    aid_notes::note(&mut counter, (siti, None), &aid_of("PKH", &[]), true).unwrap();
    assert_eq!(asks(&counter, siti)[0].0, Matter::Overlap);
    // An own row that is mended is no twin of itself.
    let stopped = aid_of("PKH", &[("keadaan_bantuan", "berhenti")]);
    aid_notes::note(&mut counter, (siti, Some(1)), &stopped, false).unwrap();
    aid_notes::note(&mut counter, (siti, Some(0)), &aid_of("PKH", &[]), false).unwrap();
    assert_eq!(asks(&counter, siti), []);
    for code in ["SKTM", "PPA", "PBI-REAKT", "TIDAKADA"] {
        let told = aid_notes::note(&mut counter, (siti, None), &aid_of(code, &[]), true);
        assert_eq!(refused(told), "program_bantuan", "{code}");
    }
    for field in ["bantuan_dicek", "bantuan_sejak"] {
        let told = aid_of("PIP", &[(field, "25-11-2026")]);
        assert_eq!(refused(aid_notes::note(&mut counter, (siti, None), &told, true)), field);
    }
    let offered = offers(&counter, Source::Programme, &Draft::default(), About::Nothing);
    assert!(offered.iter().any(|offer| offer.label == "PBI-JK (iuran dibayar pusat)"));
}

#[test]
fn who_may_not_change_a_resident_writes_no_aid_and_a_limited_one_is_left_alone() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    gets(&mut counter, siti, "PKH", &[]);
    let told = answers(&[("peminta", "warga"), ("alasan_batas", "Desil dibantah")]);
    loket::desk::limits::restrict(&mut counter, siti, &told).unwrap();
    for told in [
        aid_notes::note(&mut counter, (siti, None), &aid_of("PIP", &[]), true),
        aid_notes::stop(&mut counter, siti, 0),
        aid_notes::confirm(&mut counter, siti, 0),
    ] {
        assert!(matches!(told, Err(Fault::Forbidden(Refusal::Limited))), "{told:?}");
    }
}

#[test]
fn a_family_that_has_a_programme_twice_is_asked_about_from_every_member() {
    let mut counter = Counter::opens("2026-11-24");
    let [slamet, siti, ani] = family(&mut counter);
    gets(&mut counter, slamet, "SEMBAKO", &[]);
    gets(&mut counter, siti, "SEMBAKO", &[]);
    let words = "Sembako/BPNT tercatat dua kali untuk satu keluarga: ";
    assert_eq!(
        asks(&counter, siti),
        [(Matter::Overlap, format!("{words}Siti Aminah dan Slamet Riyadi"))]
    );
    assert_eq!(asks(&counter, ani).len(), 1);
    assert_eq!(card(&counter, ani).line(), "SEMBAKO; 1 hal perlu ditanyakan");
    assert_eq!(glance(&counter, ani).unwrap().aid, "Menerima SEMBAKO; ada yang tumpang tindih");
    aid_notes::stop(&mut counter, slamet, 0).unwrap();
    assert_eq!(asks(&counter, ani), []);
    assert_eq!(glance(&counter, ani).unwrap().aid, "Menerima SEMBAKO");
    // A person's own aid does not reach the others.
    gets(&mut counter, siti, "PBI-BARU", &[("jangkauan_bantuan", "perorangan")]);
    assert_eq!(glance(&counter, ani).unwrap().aid, "Menerima SEMBAKO");
    gets(&mut counter, siti, "PBI-APBD", &[("jangkauan_bantuan", "perorangan")]);
    let asked = asks(&counter, siti);
    assert!(asked[0].1.contains("Tanyakan: iuran JKN"), "{asked:?}");
}

#[test]
fn the_aid_of_somebody_who_died_names_who_of_the_family_could_be_asked() {
    let mut counter = Counter::opens("2026-11-24");
    let [slamet, siti, _] = family(&mut counter);
    gets(&mut counter, slamet, "PKH", &[]);
    gets(&mut counter, slamet, "PBI-BARU", &[("jangkauan_bantuan", "perorangan")]);
    assert_eq!(asks(&counter, siti), []);
    let dies = |counter: &mut Counter, id: Id| {
        let who: Resident = counter.opened(id).unwrap();
        let mut draft = resident_answers::answers(&who);
        draft.put("status_hidup", "meninggal");
        residents::amend(counter, id, &draft, true).unwrap();
    };
    dies(&mut counter, slamet);
    let asked = asks(&counter, siti);
    assert_eq!(
        asked,
        [
            (
                Matter::Gone,
                "PKH (Keluarga Harapan) masih aktif pada Slamet Riyadi, yang sudah meninggal: \
             tanyakan apakah Siti Aminah yang meneruskan"
                    .to_owned()
            ),
            (
                Matter::Gone,
                "PBI-JK (iuran dibayar pusat) masih aktif pada Slamet Riyadi, yang sudah \
             meninggal: laporkan ke pendampingnya, lalu catat berhenti"
                    .to_owned()
            ),
        ]
    );
    // The child cannot, and the mother is no more either.
    dies(&mut counter, siti);
    assert!(asks(&counter, slamet)[0].1.contains("laporkan ke pendampingnya"));
}

#[test]
fn what_was_looked_up_more_than_three_months_ago_is_asked_again() {
    let mut counter = Counter::opens("2026-11-24");
    let [slamet, siti, _] = family(&mut counter);
    gets(&mut counter, slamet, "PKH", &[]);
    gets(&mut counter, siti, "PIP", &[("keadaan_bantuan", "berhenti")]);
    counter.is("2027-02-24", "09:00:00");
    assert_eq!(asks(&counter, siti), []);
    counter.is("2027-02-25", "09:00:00");
    let asked = asks(&counter, siti);
    assert_eq!((asked.len(), asked[0].0), (1, Matter::Stale));
    assert!(asked[0].1.starts_with("1 bantuan"), "{asked:?}");
    aid_notes::confirm(&mut counter, slamet, 0).unwrap();
    assert_eq!(asks(&counter, siti), []);
}

#[test]
fn those_under_one_roof_are_one_household_and_neighbours_in_the_street_are_not() {
    let mut counter = Counter::opens("2026-11-24");
    let lives = |counter: &mut Counter, name: &str, kk: &str, street: &str| {
        let told = [
            ("nama", name),
            ("alasan_tanpa_nik", "tidak_dibawa"),
            ("kk", kk),
            ("alamat", street),
            ("rt", "3"),
        ];
        residents::register(counter, &answers(&told), true).unwrap().id
    };
    let siti = lives(&mut counter, "Siti Aminah", "6471061708090001", "Jl. Melati No. 3");
    let budi = lives(&mut counter, "Budi", "6471061708090002", "Jalan Melati 3");
    let wati = lives(&mut counter, "Wati", "6471061708090003", "Jl. Melati");
    let near = |counter: &Counter, id: Id| -> Vec<Id> {
        let who = counter.opened(id).unwrap();
        let people = aid::household(counter, who).unwrap();
        people.iter().map(|near| near.who.id).collect()
    };
    assert_eq!(near(&counter, siti), [siti, budi]);
    assert_eq!(near(&counter, wati), [wati]);
    let house = [("jangkauan_bantuan", "rumah_tangga")];
    gets(&mut counter, siti, "LISTRIK", &house);
    gets(&mut counter, budi, "LISTRIK", &house);
    assert!(asks(&counter, siti)[0].1.contains("untuk satu rumah"));
    assert_eq!(asks(&counter, wati), []);
    // It stays so after the desk was closed; who moves is no longer there.
    counter.reopens();
    assert_eq!(near(&counter, budi), [budi, siti]);
    let who: Resident = counter.opened(budi).unwrap();
    let mut draft = resident_answers::answers(&who);
    draft.put("alamat", "Jl. Mawar No. 9");
    residents::amend(&mut counter, budi, &draft, true).unwrap();
    assert_eq!(near(&counter, siti), [siti]);
    assert_eq!(asks(&counter, siti), []);
}

#[test]
fn a_shelter_is_no_household() {
    let mut counter = Counter::opens("2026-11-24");
    let ids: Vec<Id> = (0..25)
        .map(|nth| {
            let name = format!("Penghuni {nth}");
            let told = [
                ("nama", name.as_str()),
                ("alasan_tanpa_nik", "lupa"),
                ("alamat", "Jl. Pasar Baru No. 1"),
            ];
            residents::register(&mut counter, &answers(&told), true).unwrap().id
        })
        .collect();
    let who = counter.opened(ids[0]).unwrap();
    assert_eq!(aid::household(&counter, who).unwrap().len(), 1);
}

#[test]
fn a_restricted_member_shows_nowhere_on_the_card_of_the_family() {
    let mut counter = office();
    let home = [("alamat", "Jl. Melati No. 3"), ("rt", "3")];
    let ani = joins(&mut counter, "Ani", &[&[("hubungan_kk", "anak")][..], &home].concat());
    let hidden = [&[("ppks", "PPKS-19"), ("hubungan_kk", "istri")][..], &home].concat();
    let siti = joins(&mut counter, "Siti Terlindung", &hidden);
    gets(&mut counter, siti, "SEMBAKO", &[]);
    gets(&mut counter, ani, "SEMBAKO", &[]);
    assert_eq!(asks(&counter, ani).len(), 1);
    assert!(counter.sits("budi"));
    let shown = card(&counter, ani);
    assert_eq!((shown.given.len(), shown.asks.len()), (1, 0));
    assert_eq!(shown.line(), "SEMBAKO");
    assert_eq!(glance(&counter, ani).unwrap().aid, "Menerima SEMBAKO");
    let who = counter.opened(ani).unwrap();
    assert_eq!(aid::household(&counter, who).unwrap().len(), 1);
    assert!(matches!(aid_card::card(&counter, siti), Err(Fault::Forbidden(_))));
}

#[test]
fn what_a_request_gave_is_offered_once_and_never_written_by_itself() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let request = counter.serves(siti, "PBI-REAKT", "ktp").id;
    let offered = |counter: &Counter| {
        let request = counter.kept(request);
        aid_notes::served(counter, &request).unwrap()
    };
    assert_eq!(offered(&counter), None);
    let (_, ticket) = counter.refers(request, "surat").unwrap();
    let letter = loket::desk::letters::issue(&mut counter, request, ticket).unwrap();
    let printer = loket::domain::letter::Outlet::Printer;
    loket::desk::letters::confirm(&mut counter, letter.id, printer).unwrap();
    counter.waits(3);
    let told = [("langkah", "selesai"), ("alasan", "terlayani")];
    counter.news(request, ticket, &told).unwrap();
    let draft = offered(&counter).expect("the referral was served");
    assert_eq!(draft.named("program_bantuan"), "PBI-BARU");
    assert_eq!(draft.named("bantuan_sumber"), "layanan");
    assert_eq!(draft.named("bantuan_sejak"), "27-11-2026");
    assert_eq!(counter.opened::<Resident>(siti).unwrap().benefits.len(), 0);
    aid_notes::note(&mut counter, (siti, None), &draft, false).unwrap();
    assert_eq!(offered(&counter), None);
    assert_eq!(card(&counter, siti).line(), "PBI-BARU");
}

#[test]
fn a_request_that_ended_without_aid_offers_none() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    for (service, reason) in
        [("PKH", "informasi"), ("PKH", "tidak_terlayani"), ("SKTM", "terlayani")]
    {
        let request = counter.serves(siti, service, "").id;
        counter.steps(request, &[("langkah", "selesai_di_tempat"), ("alasan", reason)]).unwrap();
        let request = counter.kept(request);
        assert_eq!(aid_notes::served(&counter, &request).unwrap(), None, "{service} {reason}");
    }
}

#[test]
fn a_family_that_cannot_be_so_is_asked_about() {
    let mut counter = Counter::opens("2026-11-24");
    let [slamet, siti, ani] = family(&mut counter);
    let odd = |counter: &Counter, id: Id, told: &[(&str, &str)]| -> Vec<Odd> {
        let who: Resident = counter.opened(id).unwrap();
        let mut draft = resident_answers::answers(&who);
        for (field, answer) in told {
            draft.put(field, *answer);
        }
        let ground = loket::form::ground::Ground {
            id,
            stamp: who.registered,
            today: counter.today(),
            area: who.domicile.area.unwrap(),
        };
        let draft = resident_answers::kept(&draft, &who);
        let who = loket::form::resident::resident(&draft, &ground).unwrap();
        let doubts = residents::doubts(counter, &who).unwrap();
        doubts.into_iter().map(|doubt| doubt.why).collect()
    };
    for id in [slamet, siti, ani] {
        assert_eq!(odd(&counter, id, &[]), []);
    }
    assert_eq!(odd(&counter, siti, &[("hubungan_kk", "kepala_keluarga")]), [Odd::SecondHead]);
    assert_eq!(odd(&counter, slamet, &[("hubungan_kk", "famili_lain")]), [family::NO_HEAD]);
    let named = [("hubungan_kk", "famili_lain"), ("kepala_keluarga", "Karto")];
    assert_eq!(odd(&counter, slamet, &named), []);
    assert_eq!(odd(&counter, siti, &[("jenis_kelamin", "L")]), [family::WIFE]);
    assert_eq!(odd(&counter, siti, &[("hubungan_kk", "suami")]), [family::HUSBAND]);
    assert_eq!(odd(&counter, slamet, &[("jenis_kelamin", "P")]), [family::COUPLE]);
    assert_eq!(odd(&counter, ani, &[("tanggal_lahir", "1-3-1980")]), [family::OLDER]);
    assert_eq!(odd(&counter, ani, &[("hubungan_kk", "orang_tua")]), [family::YOUNGER]);
    assert_eq!(odd(&counter, slamet, &[("tanggal_lahir", "1-3-2016")]), [family::HEAD_AGE]);
}

#[test]
fn a_new_member_begins_with_the_card_and_the_address_of_the_family() {
    let mut counter = office();
    let home = [("hubungan_kk", "kepala_keluarga"), ("alamat", "Jl. Melati No. 3"), ("rt", "3")];
    let siti = joins(&mut counter, "Siti Aminah", &home);
    let slot = newcomer::begin(&counter, siti).unwrap();
    let mut draft = loket::desk::keeping::of(&counter, &slot).unwrap();
    assert_eq!(draft.named("kk"), "6471**1708******");
    assert_eq!(draft.named("kepala_keluarga"), "Siti Aminah");
    draft.put("nama", "Ani");
    draft.put("alasan_tanpa_nik", "belum_punya");
    let ani = residents::register(&mut counter, &draft, true).unwrap();
    let head: Resident = counter.opened(siti).unwrap();
    assert_eq!((ani.family.kk, &ani.domicile), (head.family.kk, &head.domicile));
    let alone = counter.meets("Budi");
    assert!(matches!(newcomer::begin(&counter, alone), Err(Fault::Missing { .. })));
    // Where a protected person lives is not told by a draft either.
    let hidden = [("ppks", "PPKS-19"), ("alamat", "Jl. Rahasia No. 8")];
    let told = joins(&mut counter, "Dewi Terlindung", &hidden);
    let slot = newcomer::begin(&counter, told).unwrap();
    assert!(loket::desk::keeping::of(&counter, &slot).is_some());
    assert!(counter.sits("budi"));
    assert!(loket::desk::keeping::of(&counter, &slot).is_none());
}
