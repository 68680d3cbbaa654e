//! Asking where the papers of a kind are printed.
use chrono::NaiveDate;

use crate::{
    domain::{
        choice::Choice as _,
        paper::Paper,
        printer::{Language, Printer},
        printing::Way,
        reject::Reject,
        text::Line,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Offer, Source, YES, may, must},
        ground::Ground,
        offers::{line, offer, one},
    },
};

/// Stands where a printer in the network is meant, whose address is then asked.
pub const NETWORK: &str = "alamat";

/// Marks the form of a kind of slip: only those come on rolls.
pub const ROLLS: &str = "gulungan";

fn is_network(draft: &Draft) -> bool {
    draft.text(&PRINTER) == NETWORK
}

fn is_named(draft: &Draft) -> bool {
    !draft.text(&PRINTER).is_empty()
}

fn has_pages(draft: &Draft) -> bool {
    let language: Option<Language> = draft.text(&LANGUAGE).parse().ok();
    is_named(draft) && language.is_some_and(|language| !language.is_roll())
}

/// The languages on offer: a letter does not come on a roll.
#[must_use]
pub fn languages(draft: &Draft) -> Vec<Offer> {
    let fits = |language: &&Language| draft.named(ROLLS) == YES || !language.is_roll();
    Language::ALL.iter().filter(fits).map(offer).collect()
}

fn address(text: &str, _: NaiveDate) -> Result<(), Reject> {
    match text.parse()? {
        Printer::Network(..) => Ok(()),
        Printer::Default | Printer::Queue(_) => Err(Reject::NoAddress),
    }
}

pub const PRINTER: Field = Field {
    kind: Kind::One(Source::Printer),
    check: may::<Line>,
    width: 40,
    ..line("printer", "Printer", "F4 melihat printer di komputer ini. Kosong: seperti yang lain.")
};
pub const ADDRESS: Field = Field {
    check: address,
    when: is_network,
    ..line("alamat_printer", "Alamat", "Alamat IP printernya, misalnya 192.168.1.50.")
};
pub const LANGUAGE: Field = Field {
    kind: Kind::One(Source::Language),
    check: must::<Language>,
    when: is_named,
    ..line("cara_cetak", "Cara cetak", "F4 melihat pilihan. Slip 58 dan 80 mm hanya untuk slip.")
};
pub const PAPER: Field = Field {
    check: may::<Paper>,
    when: has_pages,
    ..one::<Paper>("kertas_printer", "Kertas", "Yang ada di printer itu. Kosong: kertas kantor.")
};

/// All questions, in order.
pub const FIELDS: &[&Field] = &[&PRINTER, &ADDRESS, &LANGUAGE, &PAPER];

/// The way that was described; none where it is printed as all the others.
pub fn way(draft: &Draft, ground: &Ground) -> Result<Option<Way>, Fault> {
    let today = ground.today;
    if !is_named(draft) {
        return Ok(None);
    }
    let asked = if is_network(draft) { &ADDRESS } else { &PRINTER };
    let printer = draft.must::<Line>(asked, today)?.as_str().parse();
    let printer = printer.map_err(|why| Fault::Rejected { field: asked.id, why })?;
    let language: Language = draft.must(&LANGUAGE, today)?;
    let refused = |why| Err(Fault::Rejected { field: LANGUAGE.id, why });
    if language.is_roll() && draft.named(ROLLS) != YES {
        return refused(Reject::NotOffered);
    }
    if let (Printer::Network(..), Language::Pages) = (&printer, language) {
        return refused(Reject::PagesByQueue);
    }
    let paper = if language.is_roll() { None } else { draft.may(&PAPER, today)? };
    Ok(Some(Way { printer, language, paper }))
}

/// The answers that describe this way.
#[must_use]
pub fn answers(way: Option<&Way>, rolls: bool) -> Draft {
    let mut draft = Draft::default();
    draft.put(ROLLS, if rolls { YES } else { "" });
    let Some(way) = way else { return draft };
    let name = way.printer.to_string();
    if let Printer::Network(..) = way.printer {
        draft.put(PRINTER.id, NETWORK);
        draft.put(ADDRESS.id, name);
    } else {
        draft.put(PRINTER.id, name);
    }
    draft.put(LANGUAGE.id, way.language.code());
    draft.put(PAPER.id, way.paper.map_or("", |paper| paper.code()));
    draft
}
