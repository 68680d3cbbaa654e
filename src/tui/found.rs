//! What a search found, in words: a line of the list, and what stands below it.
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        glance::Glance,
        lists::{self, Posted, Referred},
        portrait,
        search::{self, Found, How},
    },
    domain::{id::Id, letter::State, ticket::Ticket},
    fault::Fault,
    tui::{line, theme::Theme, widget::table::Column},
};

/// Where the best find is a resident.
pub const PEOPLE: &[Column] = &[
    Column::new("Nama", 25),
    Column::new("NIK", 16),
    Column::new("Lahir/umur", 14),
    Column::new("Alamat", 0),
];

/// The same where there is room for whole names and for the village.
pub const WIDE: &[Column] = &[
    Column::new("Nama", 38),
    Column::new("NIK", 16),
    Column::new("Lahir/umur", 14),
    Column::new("Alamat", 0),
    Column::new("Kelurahan/desa", 18),
];

/// Where the best find is no resident.
pub const PAPERS: &[Column] = &[
    Column::new("Tiket", 18),
    Column::new("Nama", 18),
    Column::new("Keadaan", 14),
    Column::new("Perihal", 0),
];

/// Rows of the screen that [`tell`] needs, with an empty one above.
pub const TOLD: u16 = 6;

/// Said where nothing fits; what is not searched would be looked for in vain.
const SEARCHED: &str = "Yang dicari: nama, alias, NIK, KK, HP, kelurahan, RT, tanggal lahir lengkap \
                        (28-08-1976), tiket, dan nomor surat. Jalan dan nomor rumah tidak dicari.";

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    Resident(Id),
    Request(Id),
    Referral { request: Id, ticket: Ticket },
    Letter(Id),
    Stub(Id),
}

/// Tells what is known of the person whom the list points at, and why that one stands there.
pub fn tell(
    glance: &Glance,
    reason: Option<&str>,
    (area, buf): (Rect, &mut Buffer),
    theme: &Theme,
) {
    let reason = reason.map(|reason| format!("({reason})"));
    let who = reason.into_iter().chain([glance.person.clone()]).collect::<Vec<_>>().join(" ");
    let lines = [
        ("Orangnya", &who),
        ("Alamat", &glance.address),
        ("Keluarga", &glance.family),
        ("Terbuka", &glance.cases),
        ("Bantuan", &glance.aid),
    ];
    for ((label, words), spot) in lines.into_iter().zip(area.rows().skip(1)) {
        let room = usize::from(spot.width.saturating_sub(11));
        let words = Span::raw(line::clip(words, room));
        let label = Span::styled(format!("{label:>9}  "), theme.label);
        Line::from_iter([label, words]).render(spot, buf);
    }
}

/// Tells what is searched, where nothing fits.
pub fn tell_searched(area: Rect, buf: &mut Buffer, theme: &Theme) {
    let room = usize::from(area.width.saturating_sub(3));
    for (words, spot) in line::wrap(SEARCHED, room).into_iter().zip(area.rows().skip(2)) {
        Line::styled(format!("  {words}"), theme.label).render(spot, buf);
    }
}

/// The line of what was found, with the reason where the name is not what was typed: before the
/// address where nothing else in the line shows it, behind it where the line does.
pub fn row(desk: &Desk, found: Found, typed: &str) -> Result<(Goal, Vec<String>), Fault> {
    Ok(match found {
        Found::Resident(found) => {
            let line = portrait::line(desk, &found.who);
            let phone = found.who.phone.as_ref().filter(|_| found.how == How::Phone);
            let last = match (phone, found.reason()) {
                (Some(phone), _) => format!("HP {phone}"),
                (None, Some(reason)) if found.is_seen() => {
                    format!("{} ({reason})", line.home).trim_start().to_owned()
                }
                (None, Some(reason)) => format!("({reason}) {}", line.home),
                (None, None) => line.home,
            };
            let cells = vec![line.name, line.nik, line.born, last, line.village];
            (Goal::Resident(found.who.id), cells)
        }
        Found::Request(id) => {
            let line = lists::line(desk, id)?;
            let about = if search::is_register(typed) {
                format!("{} · {}", line.register, line.about)
            } else {
                line.about
            };
            (Goal::Request(id), vec![line.ticket, line.name, line.status.to_string(), about])
        }
        Found::Referral { request, ticket } => {
            let Referred { request: line, status, institution } =
                lists::referred(desk, request, ticket)?;
            let cells = vec![ticket.to_string(), line.name, status.to_string(), institution];
            (Goal::Referral { request, ticket }, cells)
        }
        Found::Stub(id) => {
            let Posted { request, number, ticket, .. } = lists::posted(desk, id)?;
            let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
            let name = request.map(|request| request.name).unwrap_or_default();
            (Goal::Stub(id), vec![ticket, name, "potongan".to_owned(), number])
        }
        Found::Letter(id) => {
            let Posted { request, number, ticket, state, matter } = lists::posted(desk, id)?;
            let ticket = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
            let about = request.map_or(matter, |request| request.name);
            let kind = match state {
                State::Reserved | State::Final => "surat",
                State::Held => "nomor",
                State::Void => "surat batal",
            };
            (Goal::Letter(id), vec![ticket, about, kind.to_owned(), number])
        }
    })
}
