//! Filters of each shape that there is.
use loket::domain::{
    filter::Filter, period::Period, request::Kind, road, saved_filter::SavedFilter, stand::Stand,
};

use crate::store::samples::{area, day, id, say};

pub fn filters() -> [SavedFilter; 3] {
    let dated = Filter {
        kind: Some(Kind::Emergency),
        stand: Some(Stand::At(road::Status::Working)),
        officer: Some("siti".to_owned()),
        period: None,
        from: Some(day(2026, 11, 1)),
        until: Some(day(2026, 11, 30)),
        ppks: Some(say("9")),
        area: Some(area()),
        rt: Some(say("5")),
    };
    let (open, closed) = (Some(Stand::Open), Some(Stand::Closed));
    let moving = Filter { stand: open, period: Some(Period::Week), ..Filter::default() };
    let saved = |random, name, filter, removed| SavedFilter {
        id: id(random),
        name: say(name),
        filter,
        removed,
    };
    [
        saved(41, "Darurat di Damai", dated, false),
        saved(42, "Minggu ini", moving, true),
        saved(43, "Sudah selesai", Filter { stand: closed, ..Filter::default() }, false),
    ]
}
