//! The office of the practice desk.
use crate::{
    desk::{counter::Desk, keys, setup},
    domain::{area::Area, passphrase::Passphrase},
    fault::Fault,
    form::{
        clerk,
        field::{Draft, YES},
        office,
        office_answers::preset,
    },
};

/// The officers, the first of whom opens the desk and may do everything: code, name and hats. All
/// may open what is restricted, since any of them may have to go on with it.
pub const OFFICERS: [(&str, &str, &str); 3] = [
    ("latihan", "Petugas Latihan", ""),
    ("rina", "Rina Wulandari", "petugas;koordinator"),
    ("yusuf", "Muhammad Yusuf", "petugas"),
];

/// What the first of them comes in with.
pub const PASSPHRASE: &str = "latihan-latihan";

/// Founds the office in that area.
pub fn found(desk: &mut Desk, area: Area) -> Result<(), Fault> {
    let mut place = preset(area);
    for (field, answer) in [
        (&office::ADDRESS, "Jalan Marsma R. Iswahyudi No. 12"),
        (&office::PHONE, "0542-7212345"),
        (&office::HEAD_NAME, "Ahmad Fauzi, S.STP."),
        (&office::HEAD_NIP, "197803122002121004"),
        (&office::COORDINATOR_NAME, "Rina Wulandari, S.Sos."),
    ] {
        place.put(field.id, answer);
    }
    let [first, others @ ..] = OFFICERS.map(|(code, name, roles)| {
        let mut draft = Draft::default();
        draft.put(clerk::CODE.id, code);
        draft.put(clerk::NAME.id, name);
        draft.put(clerk::ROLES.id, roles);
        draft.put(clerk::RESTRICTED.id, YES);
        draft
    });
    setup::found(desk, &place, &first, &Passphrase::typed(PASSPHRASE))?;
    keys::noted(desk)?;
    others.iter().try_for_each(|other| setup::add_clerk(desk, other, None).map(drop))
}

/// Seats a made-up officer, who needs no passphrase.
pub fn seat(desk: &mut Desk, code: &str) {
    if let Some(officer) = setup::with_code(desk, code) {
        desk.seat(officer);
    }
}
