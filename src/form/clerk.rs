//! Asking who works at the desk.
use crate::{
    domain::{choice::Choice as _, clerk::Clerk, reject::Reject, role::Role, text::Name},
    fault::Fault,
    form::{
        clerk_code::Code,
        field::{Draft, Field, SUBJECT, YES, many, may, must},
        ground::Ground,
        offers::{every, line, mark, several},
        passphrase::{AGAIN, CHOSEN},
    },
};

pub const NAME: Field = Field {
    check: must::<Name>,
    width: 40,
    ..line("nama_petugas", "Nama petugas", "Nama yang melayani di loket ini.")
};
pub const CODE: Field = Field {
    check: may::<Code>,
    width: 16,
    when: |draft| draft.named(SUBJECT).is_empty(),
    ..line("kode_petugas", "Kode", "Huruf kecil dan angka. Kosong: dibuat dari nama.")
};
pub const ROLES: Field = Field {
    check: many::<Role>,
    ..several("peran", "Peran", "Boleh lebih dari satu. F4 melihat pilihan.", every::<Role>)
};
pub const RESTRICTED: Field =
    mark("hak_terbatas", "Hak terbatas", "Spasi bila boleh membuka data yang terbatas.");
pub const RETIRED: Field =
    mark("tidak_aktif", "Tidak aktif", "Spasi bila petugas ini tidak bekerja di loket lagi.");
pub const FIELDS: &[&Field] = &[&NAME, &CODE, &ROLES, &RESTRICTED, &RETIRED];
/// The questions about a new officer.
pub const NEW: &[&Field] = &[&NAME, &CODE, &ROLES, &RESTRICTED, &CHOSEN, &AGAIN];
/// The questions about the first officer of an office, who may do everything.
pub const FIRST: &[&Field] = &[&NAME, &CODE, &CHOSEN, &AGAIN];

/// The new clerk these answers describe, who serves visitors unless other hats are named; `taken`
/// says whether another clerk has a code.
pub fn clerk(draft: &Draft, ground: &Ground, taken: impl Fn(&str) -> bool) -> Result<Clerk, Fault> {
    let name: Name = draft.must(&NAME, ground.today)?;
    let code = match draft.may(&CODE, ground.today)? {
        Some(Code(code)) if taken(&code) => {
            return Err(Fault::Rejected { field: CODE.id, why: Reject::Taken });
        }
        Some(Code(code)) => code,
        None => free(Clerk::code_from(&name), taken),
    };
    let told = roles(draft, ground)?;
    Ok(Clerk {
        id: ground.id,
        code,
        name,
        roles: if told.is_empty() { vec![Role::Clerk] } else { told },
        restricted: draft.marked(&RESTRICTED),
        active: true,
    })
}

/// The hats that are told, in their order.
fn roles(draft: &Draft, ground: &Ground) -> Result<Vec<Role>, Fault> {
    let mut roles: Vec<Role> = draft.many(&ROLES, ground.today)?;
    roles.sort_unstable();
    Ok(roles)
}

/// That code, or the first with a number behind it that nobody has.
fn free(code: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&code) {
        return code;
    }
    let mut numbered = (2_u32..).map(|number| {
        let number = number.to_string();
        let stem: String = code.chars().take(Clerk::CODE_MOST - number.len()).collect();
        stem + &number
    });
    numbered.find(|code| !taken(code)).unwrap_or(code)
}

/// That clerk with these answers.
pub fn changed(draft: &Draft, known: &Clerk, ground: &Ground) -> Result<Clerk, Fault> {
    let roles = roles(draft, ground)?;
    if roles.is_empty() {
        return Err(Fault::Rejected { field: ROLES.id, why: Reject::Empty });
    }
    Ok(Clerk {
        id: known.id,
        code: known.code.clone(),
        name: draft.must(&NAME, ground.today)?,
        roles,
        restricted: draft.marked(&RESTRICTED),
        active: !draft.marked(&RETIRED),
    })
}

/// The answers that a new clerk begins with.
#[must_use]
pub fn begun() -> Draft {
    let mut draft = Draft::default();
    draft.put(ROLES.id, Role::Clerk.code());
    draft
}

/// The answers that describe this clerk.
#[must_use]
pub fn answers(known: &Clerk) -> Draft {
    let mut draft = Draft::default();
    draft.put(SUBJECT, known.code.clone());
    draft.put(NAME.id, known.name.as_str());
    draft.put(CODE.id, known.code.clone());
    let roles: Vec<&str> = known.roles.iter().map(|role| role.code()).collect();
    draft.put(ROLES.id, roles.join(";"));
    draft.put(RESTRICTED.id, if known.restricted { YES } else { "" });
    draft.put(RETIRED.id, if known.active { "" } else { YES });
    draft
}
