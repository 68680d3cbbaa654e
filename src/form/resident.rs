//! Asking who someone is.
use crate::{
    domain::{
        atlas::Place,
        count::{Age, Desil, Rt},
        date::{Born, Day},
        digits::masks,
        kk::Kk,
        nik::Nik,
        person::{Disability, Life, Marital, NoNik, Relation, Religion},
        phone::Phone,
        ppks::Ppks,
        reject::Reject,
        resident::{Address, Birth, Called, Checked, Family, Identity, Resident},
        sex::Sex,
        text::{Line, Name, Note},
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Source, many, may},
        ground::Ground,
        offers::{digits, every, heading, line, mark, one, ppks, several},
    },
};

fn nik_is_missing(draft: &Draft) -> bool {
    draft.text(&NIK).trim().is_empty()
}
fn nameless(draft: &Draft) -> bool {
    draft.marked(&NAMELESS)
}
fn named(draft: &Draft) -> bool {
    !nameless(draft)
}
fn birth_is_unknown(draft: &Draft) -> bool {
    draft.text(&BORN).trim().is_empty()
}
fn has_desil(draft: &Draft) -> bool {
    !draft.text(&DESIL).trim().is_empty()
}

pub const WHO: Field = heading("bagian_identitas", "Identitas");
pub const NIK: Field = Field {
    // Of a known resident the masked NIK stands here, and means the one that is known.
    check: |told, today| if masks(told.trim()) { Ok(()) } else { may::<Nik>(told, today) },
    ..digits("nik", "NIK", "16 angka, seperti pada KTP atau KK. Kosongkan bila tidak ada.", 16)
};
pub const NO_NIK: Field = Field {
    check: may::<NoNik>,
    when: nik_is_missing,
    ..one::<NoNik>("alasan_tanpa_nik", "Tanpa NIK", "Mengapa NIK tidak ada. F4 melihat pilihan.")
};
pub const NAME: Field = Field {
    check: may::<Name>,
    when: named,
    width: 40,
    ..line("nama", "Nama lengkap", "Seperti pada KTP, tanpa gelar.")
};
pub const NAMELESS: Field =
    mark("tanpa_nama", "Tanpa nama", "Spasi bila tidak ada yang tahu nama orang ini.");
pub const MARKS: Field = Field {
    check: may::<Note>,
    when: nameless,
    width: 50,
    kind: Kind::Long(2),
    ..line("ciri", "Ciri-ciri", "Perawakan, pakaian, tanda lahir, tempat ditemukan.")
};
pub const ALIAS: Field =
    Field { check: may::<Name>, ..line("alias", "Panggilan", "Nama panggilan. Boleh kosong.") };
pub const SEX: Field = Field {
    check: may::<Sex>,
    width: 12,
    ..one::<Sex>("jenis_kelamin", "Jenis kelamin", "L untuk laki-laki, P untuk perempuan.")
};
pub const BIRTH_PLACE: Field =
    Field { check: may::<Line>, ..line("tempat_lahir", "Tempat lahir", "Seperti pada KTP.") };
pub const BORN: Field = Field {
    check: may::<Born>,
    width: 18,
    ..line("tanggal_lahir", "Tanggal lahir", "Tanggal-bulan-tahun, misalnya 17-8-1985.")
};
pub const AGE: Field = Field {
    check: may::<Age>,
    when: birth_is_unknown,
    ..digits(
        "perkiraan_umur",
        "Kira-kira umur",
        "Umur dalam tahun, bila tanggal lahirnya tidak diketahui.",
        3,
    )
};
pub const HOUSEHOLD: Field = heading("bagian_keluarga", "Keluarga");
pub const KK: Field = Field {
    // As with the NIK.
    check: |told, today| if masks(told.trim()) { Ok(()) } else { may::<Kk>(told, today) },
    ..digits("kk", "Nomor KK", "16 angka pada kartu keluarga.", 16)
};
pub const RELATION: Field = Field {
    check: may::<Relation>,
    ..one::<Relation>("hubungan_kk", "Hubungan", "Hubungan dalam KK: kepala keluarga, istri, anak.")
};
pub const HEAD: Field = Field {
    check: may::<Name>,
    width: 40,
    ..line("kepala_keluarga", "Kepala kel.", "Nama kepala keluarga, bila orang lain.")
};
pub const MOTHER: Field = Field {
    check: may::<Name>,
    width: 40,
    ..line("nama_ibu", "Nama ibu", "Nama ibu kandung. Membantu membedakan nama yang sama.")
};
pub const RELIGION: Field = Field {
    check: may::<Religion>,
    ..one::<Religion>("agama", "Agama", "Seperti pada KTP. Boleh kosong.")
};
pub const MARITAL: Field = Field {
    check: may::<Marital>,
    ..one::<Marital>("status_kawin", "Status kawin", "Seperti pada KTP. Boleh kosong.")
};
pub const OCCUPATION: Field =
    Field { check: may::<Line>, ..line("pekerjaan", "Pekerjaan", "Pekerjaan sehari-hari.") };
pub const HOME: Field = heading("bagian_alamat", "Tempat tinggal sekarang");
pub const STREET: Field = Field {
    check: may::<Line>,
    width: 50,
    ..line("alamat", "Alamat", "Jalan, gang, nomor, atau patokan rumah.")
};
pub const RT: Field = Field { check: may::<Rt>, ..digits("rt", "RT", "Nomor RT.", 3) };
pub const RW: Field =
    Field { check: may::<Rt>, ..digits("rw", "RW", "Nomor RW. Kosongkan bila tidak ada.", 3) };
pub const AREA: Field = Field {
    check: may::<Place>,
    kind: Kind::One(Source::Area),
    width: 50,
    ..line("kelurahan", "Kelurahan/desa", "Kosong berarti wilayah kantor ini. F4 mencari.")
};
pub const CARD: Field = heading("bagian_ktp", "Alamat pada KTP, bila berbeda");
pub const CARD_STREET: Field = Field {
    check: may::<Line>,
    width: 50,
    ..line("alamat_ktp", "Alamat KTP", "Kosong berarti sama dengan tempat tinggal.")
};
pub const CARD_RT: Field =
    Field { check: may::<Rt>, ..digits("rt_ktp", "RT pada KTP", "Nomor RT.", 3) };
pub const CARD_RW: Field =
    Field { check: may::<Rt>, ..digits("rw_ktp", "RW pada KTP", "Nomor RW.", 3) };
pub const CARD_AREA: Field = Field {
    check: may::<Place>,
    kind: Kind::One(Source::Area),
    width: 50,
    ..line("kelurahan_ktp", "Kel. pada KTP", "Kosong berarti sama. F4 mencari.")
};
pub const CONTACT: Field = heading("bagian_kontak", "Kontak");
pub const PHONE: Field = Field {
    check: may::<Phone>,
    width: 20,
    ..line("hp", "Telepon/HP", "Nomor yang dapat dihubungi, misalnya 0812-3456-7890.")
};
pub const PHONE_OWNER: Field = Field {
    check: may::<Line>,
    ..line("pemilik_hp", "Milik siapa", "Sendiri, anak, tetangga. Boleh kosong.")
};
pub const STATE: Field = heading("bagian_keadaan", "Keadaan");
pub const KINDS: Field = Field {
    check: many::<Ppks>,
    ..several("ppks", "Jenis PPKS", "Boleh lebih dari satu. F4 membuka daftar 26 jenis.", ppks)
};
pub const DISABILITIES: Field = Field {
    check: many::<Disability>,
    ..several(
        "ragam_disabilitas",
        "Disabilitas",
        "Ragam disabilitas; wajib untuk PPKS-05 dan PPKS-09.",
        every::<Disability>,
    )
};
pub const DESIL: Field = Field {
    check: may::<Desil>,
    ..digits("desil", "Desil DTSEN", "1 sampai 10, seperti terlihat di SIKS-NG.", 2)
};
pub const DESIL_ON: Field = Field {
    check: may::<Day>,
    when: has_desil,
    width: 18,
    ..line("desil_dicek", "Dicek tanggal", "Kapan desil itu dilihat; h berarti hari ini.")
};
pub const LIFE: Field = Field {
    check: may::<Life>,
    ..one::<Life>("status_hidup", "Status", "Hidup, meninggal, atau pindah.")
};

pub const FIELDS: &[&Field] = &[
    &WHO,
    &NIK,
    &NO_NIK,
    &NAME,
    &NAMELESS,
    &MARKS,
    &ALIAS,
    &SEX,
    &BIRTH_PLACE,
    &BORN,
    &AGE,
    &HOUSEHOLD,
    &KK,
    &RELATION,
    &HEAD,
    &MOTHER,
    &RELIGION,
    &MARITAL,
    &OCCUPATION,
    &HOME,
    &STREET,
    &RT,
    &RW,
    &AREA,
    &CARD,
    &CARD_STREET,
    &CARD_RT,
    &CARD_RW,
    &CARD_AREA,
    &CONTACT,
    &PHONE,
    &PHONE_OWNER,
    &STATE,
    &KINDS,
    &DISABILITIES,
    &DESIL,
    &DESIL_ON,
    &LIFE,
];

/// The resident these answers describe, or the first answer that describes none.
pub fn resident(draft: &Draft, ground: &Ground) -> Result<Resident, Fault> {
    let today = ground.today;
    let kinds: Vec<Ppks> = draft.many(&KINDS, today)?;
    let disabilities: Vec<Disability> = draft.many(&DISABILITIES, today)?;
    if let Some(kind) = kinds.iter().find(|kind| kind.needs_disability())
        && disabilities.is_empty()
    {
        let by = if kind.number() == 5 { "ada PPKS-05" } else { "ada PPKS-09" };
        return Err(Fault::Rejected { field: DISABILITIES.id, why: Reject::CalledFor { by } });
    }
    Ok(Resident {
        id: ground.id,
        identity: identity(draft, ground)?,
        called: called(draft, ground)?,
        sex: draft.may(&SEX, today)?,
        birth_place: draft.may(&BIRTH_PLACE, today)?,
        birth: birth(draft, ground)?,
        family: Family {
            kk: draft.may(&KK, today)?,
            relation: draft.may(&RELATION, today)?,
            head: draft.may(&HEAD, today)?,
            mother: draft.may(&MOTHER, today)?,
        },
        religion: draft.may(&RELIGION, today)?,
        marital: draft.may(&MARITAL, today)?,
        occupation: draft.may(&OCCUPATION, today)?,
        domicile: address(draft, ground, [&STREET, &RT, &RW, &AREA])?,
        card: card(draft, ground)?,
        phone: draft.may(&PHONE, today)?,
        phone_owner: draft.may(&PHONE_OWNER, today)?,
        disabilities,
        kinds,
        desil: desil(draft, ground)?,
        life: draft.may(&LIFE, today)?.unwrap_or(Life::Alive),
        registered: ground.stamp,
        restriction: None,
        benefits: vec![],
        unlike: vec![],
        was: vec![],
    })
}

fn identity(draft: &Draft, ground: &Ground) -> Result<Identity, Fault> {
    match draft.may(&NIK, ground.today)? {
        Some(nik) if draft.text(&NO_NIK).trim().is_empty() => Ok(Identity::Nik(nik)),
        Some(_) => Err(Fault::Rejected {
            field: NO_NIK.id,
            why: Reject::RuledOut { by: "NIK sudah diisi" },
        }),
        None => match draft.may(&NO_NIK, ground.today)? {
            Some(why) => Ok(Identity::Missing(why)),
            None => Err(Fault::Rejected {
                field: NO_NIK.id,
                why: Reject::CalledFor { by: "NIK kosong" },
            }),
        },
    }
}

fn called(draft: &Draft, ground: &Ground) -> Result<Called, Fault> {
    let alias = draft.may(&ALIAS, ground.today)?;
    if nameless(draft) {
        Ok(Called::Nameless { marks: draft.must(&MARKS, ground.today)?, alias })
    } else {
        Ok(Called::Name { name: draft.must(&NAME, ground.today)?, alias })
    }
}

fn birth(draft: &Draft, ground: &Ground) -> Result<Birth, Fault> {
    if let Some(Born(day)) = draft.may(&BORN, ground.today)? {
        return Ok(Birth::On(day));
    }
    let age: Option<Age> = draft.may(&AGE, ground.today)?;
    Ok(age.map_or(Birth::Unknown, |age| Birth::About { age: age.get(), on: Day(ground.today) }))
}

fn address(draft: &Draft, ground: &Ground, fields: [&Field; 4]) -> Result<Address, Fault> {
    let [street, rt, rw, area] = fields;
    Ok(Address {
        street: draft.may(street, ground.today)?,
        rt: draft.may(rt, ground.today)?,
        rw: draft.may(rw, ground.today)?,
        area: Some(draft.may::<Place>(area, ground.today)?.map_or(ground.area, |place| place.code)),
    })
}

fn card(draft: &Draft, ground: &Ground) -> Result<Option<Address>, Fault> {
    let fields = [&CARD_STREET, &CARD_RT, &CARD_RW, &CARD_AREA];
    if fields.iter().all(|field| draft.text(field).trim().is_empty()) {
        return Ok(None);
    }
    address(draft, ground, fields).map(Some)
}

fn desil(draft: &Draft, ground: &Ground) -> Result<Option<Checked>, Fault> {
    let Some(desil) = draft.may(&DESIL, ground.today)? else { return Ok(None) };
    let on = draft.may(&DESIL_ON, ground.today)?.unwrap_or(Day(ground.today));
    Ok(Some(Checked { desil, on, by: ground.stamp.by }))
}
