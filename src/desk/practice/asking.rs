//! What made-up visitors say at the counter: the answers to the questions of a request.
use crate::{
    desk::{
        counter::Desk,
        practice::{
            dice::Dice,
            naming::Kin,
            numbers::phone,
            story::{Brings, Story, Whom},
        },
    },
    domain::{
        choice::Choice as _,
        request::{Channel, Kind},
        sex::Sex,
    },
    form::{
        field::{Draft, YES},
        request::{
            BASIS, CALLER, CALLER_PHONE, CHANNEL, COVER_SERVICE, FACILITY, KIND, MEMBER_CARD, NEED,
            PAPERS, PURPOSE, SERVICE, TIE, URGENT, WORDS,
        },
    },
};

const PURPOSES: &[&str] = &["Berobat", "Sekolah anak", "Mengurus bantuan", "Melamar kerja"];

/// What is asked, without the service.
#[must_use]
pub fn asked(dice: &mut Dice, story: &Story) -> Draft {
    let mut draft = Draft::default();
    let emergency = story.kind == Kind::Emergency;
    let channels: &[(Channel, u32)] = if emergency {
        &[(Channel::Emergency112, 40), (Channel::Phone, 35), (Channel::Outreach, 25)]
    } else {
        &[
            (Channel::Visit, 80),
            (Channel::WhatsApp, 10),
            (Channel::Phone, 5),
            (Channel::Outreach, 3),
            (Channel::Lapor, 1),
            (Channel::Letter, 1),
        ]
    };
    let basis = match story.kind {
        Kind::Information => "",
        Kind::Emergency => "kewajiban_hukum",
        _ => dice.pick(&["lisan", "lisan", "tertulis"]),
    };
    draft.put(KIND.id, story.kind.code());
    draft.put(CHANNEL.id, dice.weighed(channels, |(_, weight)| *weight).0.code());
    draft.put(WORDS.id, dice.pick(story.words));
    draft.put(BASIS.id, basis);
    if story.kind == Kind::Service && dice.percent(50) {
        draft.put(PURPOSE.id, dice.pick(PURPOSES));
    }
    if emergency || dice.percent(4) {
        draft.put(URGENT.id, YES);
    }
    draft
}

/// Who comes: most come for themselves, children and the very old are brought.
pub fn comes(dice: &mut Dice, draft: &mut Draft, whom: Whom) {
    let ties: &[&str] = match whom {
        Whom::Stranger => &["petugas", "rt", "tetangga", "lainnya: pemilik toko"],
        Whom::Child => &["keluarga"],
        Whom::Old if dice.percent(60) => &["keluarga", "tetangga", "rt"],
        _ if dice.percent(80) => return,
        _ => &["keluarga", "keluarga", "rt", "kuasa"],
    };
    let sex = dice.pick(&[Sex::Male, Sex::Female]);
    draft.put(TIE.id, dice.pick(ties));
    draft.put(CALLER.id, Kin::thrown(dice).name(dice, sex, (None, 0)).full);
    draft.put(CALLER_PHONE.id, phone(dice));
}

/// The service, its papers, and what it asks besides.
pub fn serve(desk: &Desk, dice: &mut Dice, (draft, story): (&mut Draft, &Story)) {
    if story.services.is_empty() {
        return;
    }
    let service = dice.pick(story.services);
    draft.put(SERVICE.id, service);
    draft.put(PAPERS.id, papers(desk, service, story.brings));
    if service == COVER_SERVICE {
        draft.put(MEMBER_CARD.id, format!("00012{:08}", dice.below(100_000_000)));
        draft.put(NEED.id, dice.pick(&["kronis", "katastropik", "darurat", "lain"]));
        draft.put(FACILITY.id, "RSUD dr. Kanujoso Djatiwibowo");
    }
}

/// The papers that are brought, by their codes.
fn papers(desk: &Desk, service: &str, brings: Brings) -> String {
    let Some(service) = desk.book.directory.services.get(service) else { return String::new() };
    let required = service.papers.iter().filter(|paper| paper.required);
    let all: Vec<&str> = required.map(|paper| paper.code.as_str()).collect();
    let brought = match brings {
        Brings::Nothing => 0,
        Brings::Some => all.len() / 2,
        Brings::All => all.len(),
    };
    all[..brought].join(";")
}
