//! Where each kind of paper is printed.
use crate::{
    desk::{counter::Desk, queues::Queues},
    domain::{
        choice::Choice as _,
        date::Day,
        id::Id,
        may::Action,
        paper::Paper,
        printer::Printer,
        printing::{LETTERS, Printing, SLIPS, Way},
    },
    fault::Fault,
    form::{
        field::{Draft, Offer},
        printing::{self as form, NETWORK},
    },
    letter::{
        kind::{Kind, Shape},
        kinds::KINDS,
    },
    store::item::Kept as _,
};

/// Those that this desk heard of.
#[must_use]
pub fn queues(desk: &Desk) -> Queues {
    desk.session.queues.clone()
}

/// The printers on offer: what the computer prints on, its queues, and an address.
#[must_use]
pub fn offers(desk: &Desk) -> Vec<Offer> {
    let offer = |code: String, label: String| Offer { code, label };
    let usual = offer(Printer::Default.to_string(), "Printer utama komputer ini".to_owned());
    let queue = |name: String| offer(Printer::Queue(name.clone()).to_string(), name);
    let network = offer(NETWORK.to_owned(), "Printer jaringan, dengan alamat IP".to_owned());
    let queues = desk.session.queues.names().into_iter().map(queue);
    [usual].into_iter().chain(queues).chain([network]).collect()
}

/// A kind of paper in the list of printers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub of: &'static str,
    pub title: &'static str,
    pub way: Way,
    /// Since when it has a way of its own.
    pub since: Option<Day>,
}

/// All letters, all slips, and then each kind.
#[must_use]
pub fn rows(desk: &Desk) -> Vec<Row> {
    let kinds = KINDS.iter().map(|kind| (kind.code, kind.label));
    let all = [(LETTERS, "Semua surat"), (SLIPS, "Semua slip")].into_iter().chain(kinds);
    let row = |(of, title)| Row {
        of,
        title,
        way: way(desk, of),
        since: own(desk, of).map(|(_, since)| since),
    };
    all.map(row).collect()
}

/// What the papers of that name are called.
pub fn title(of: &str) -> Result<&'static str, Fault> {
    match of {
        LETTERS => Ok("Semua surat"),
        SLIPS => Ok("Semua slip"),
        code => {
            Kind::coded(code).map(|kind| kind.label).ok_or(Fault::Missing { what: "jenis surat" })
        }
    }
}

/// The record of what was said of them, if anything was.
#[must_use]
pub fn record(desk: &Desk, of: &str) -> Option<Id> {
    desk.book.directory.printings.get(of).map(Printing::id)
}

/// The way of its own that a kind of paper has, and since when.
fn own<'a>(desk: &'a Desk, of: &str) -> Option<(&'a Way, Day)> {
    let known = desk.book.directory.printings.get(of)?;
    Some((known.way.as_ref()?, known.since))
}

/// Whether papers of that name are slips.
#[must_use]
pub fn are_slips(of: &str) -> bool {
    of == SLIPS || Kind::coded(of).is_some_and(|kind| kind.shape == Shape::Slip)
}

/// All letters or all slips, whichever papers of that name are among.
#[must_use]
pub fn sort(of: &str) -> &'static str {
    if are_slips(of) { SLIPS } else { LETTERS }
}

/// The way that papers of that name go.
#[must_use]
pub fn way(desk: &Desk, of: &str) -> Way {
    let said = own(desk, of).or_else(|| own(desk, sort(of)));
    said.map_or(Way::USUAL, |(way, _)| way.clone())
}

/// The paper that papers of that name are laid out for.
pub fn paper(desk: &Desk, of: &str) -> Result<Paper, Fault> {
    Ok(way(desk, of).paper.unwrap_or(desk.office()?.paper))
}

/// The answers that describe what is said of them now.
#[must_use]
pub fn answers(desk: &Desk, of: &str) -> Draft {
    form::answers(own(desk, of).map(|(way, _)| way), are_slips(of))
}

/// Has papers of that name printed so from now on.
pub fn choose(desk: &mut Desk, of: &str, draft: &Draft) -> Result<Printing, Fault> {
    desk.permit(Action::ChoosePrinter, None)?;
    title(of)?;
    let ground = desk.ground()?;
    let new =
        Printing { of: of.to_owned(), way: form::way(draft, &ground)?, since: Day(ground.today) };
    desk.commit("ubah printer", vec![new.clone().item()])?;
    Ok(new)
}

/// What is said of a way, in words.
#[must_use]
pub fn words(desk: &Desk, way: &Way) -> String {
    let paper = way.paper.or_else(|| desk.office().ok().map(|office| office.paper));
    let on = match paper {
        _ if way.language.is_roll() => way.language.label(),
        Some(paper) => paper.label(),
        None => "",
    };
    let printer = match &way.printer {
        Printer::Default => "printer utama".to_owned(),
        other => other.to_string(),
    };
    format!("{printer}, {on}")
}
