//! Compares every value of the index with what the journal says of that record.
use crate::{
    fault::Fault,
    store::{
        check::{
            finding::{Finding, How},
            frames::{Pace, Walk},
            ledger::{Ledger, Line, print},
        },
        entry::Key,
        errand::Trouble,
        index::{APPLIED, Index},
        present::Present,
        record::Table,
        roll::Written,
    },
};

/// How many values are read at a time.
const PAGE: usize = 2_000;

/// The most values that are named one by one.
const NAMED: usize = 200;

/// How often a value of a living store is looked at again before it is told to be wrong.
const LOOKS: usize = 3;

/// An index to compare.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    pub index: &'a Index,
    /// The last sequence that it must have.
    pub applied: u64,
    /// The state of the store, where its desk is open.
    pub living: Option<&'a Present>,
}

/// Compares an index with a journal that was walked; returns how many values it holds.
pub fn compare(walk: &mut Walk, held: &Held<'_>, pace: Pace<'_>) -> Result<u64, Fault> {
    let mut told = Told::default();
    let (mut behind, mut values) = (APPLIED.to_vec(), 0);
    let of = walk.ledger.len() as u64;
    loop {
        if !pace(values, of) {
            return Err(Fault::Stopped);
        }
        let page = match held.index.survey(behind.clone(), PAGE) {
            Ok(page) => page,
            Err(trouble) => {
                walk.findings.push(unusable(&trouble));
                return Ok(values);
            }
        };
        let Some(last) = page.last() else { break };
        behind.clone_from(&last.key);
        for found in page {
            values += 1;
            let Some(key) = Key::read(&found.key) else {
                told.say("", 0, How::Risen);
                continue;
            };
            let line = walk.ledger.take(key);
            let value = found.written.as_ref().map_or(Value::Broken, Value::Sound);
            judge(walk, held, (key, line, value), &mut told);
        }
    }
    for (key, line) in std::mem::take::<Ledger>(&mut walk.ledger).rest() {
        judge(walk, held, (key, Some(line), Value::Absent), &mut told);
    }
    told.end(&mut walk.findings);
    Ok(values)
}

/// Says why an index cannot be used.
#[must_use]
pub fn unusable(trouble: &Trouble) -> Finding {
    let why = match trouble {
        Trouble::Disk(why) => format!("tidak dapat dibuka, {why}"),
        Trouble::Broken(_) => "rusak".to_owned(),
        Trouble::Hung => "tidak menjawab".to_owned(),
    };
    Finding::Index { why }
}

/// A record: what the journal says of it, and what the index holds.
type Record<'a> = (Key, Option<Line>, Value<'a>);

/// What the index holds of a record.
#[derive(Debug, Clone, Copy)]
enum Value<'a> {
    Absent,
    /// Something that its seal does not open.
    Broken,
    Sound(&'a Written),
}

fn judge(walk: &Walk, held: &Held<'_>, (key, line, value): Record<'_>, told: &mut Told) {
    let Some(how) = wrong(line, value) else { return };
    let said = line.map_or(0, |line| line.sequence);
    let (sequence, proved) = match value {
        Value::Sound(written) => (said.max(written.sequence), !walk.misses(written.sequence)),
        Value::Broken => (said, true),
        Value::Absent => (said, !walk.misses_since(said)),
    };
    if !proved {
        told.unproved += 1;
    } else if !excused(held, (key, line, value)) {
        told.say(name(key), sequence, how);
    }
}

/// What the journal says of a record that is there.
fn said(line: Option<Line>) -> Option<(u64, [u8; 16])> {
    line.and_then(|line| Some((line.sequence, line.print?)))
}

/// How a value differs from what the journal says.
fn wrong(line: Option<Line>, value: Value<'_>) -> Option<How> {
    match (said(line), value) {
        (None, Value::Absent) => None,
        (None, _) => Some(How::Risen),
        (Some(_), Value::Absent) => Some(How::Missing),
        (Some(_), Value::Broken) => Some(How::Changed),
        (Some((sequence, _)), Value::Sound(written)) if written.sequence != sequence => {
            Some(How::Stale)
        }
        (Some((_, said)), Value::Sound(written)) => {
            (print(&written.bytes) != said).then_some(How::Changed)
        }
    }
}

/// Whether the index need not have it yet, or the desk has changed it meanwhile.
fn excused(held: &Held<'_>, (key, line, _): Record<'_>) -> bool {
    let Some(present) = held.living else {
        return line.is_some_and(|line| line.sequence > held.applied);
    };
    (0..LOOKS).any(|_| {
        let (sequence, waits) = present.standing(key);
        let now = held.index.get(key);
        let now = match &now {
            Ok(Some(written)) => Value::Sound(written),
            Ok(None) => Value::Absent,
            Err(_) => Value::Broken,
        };
        let changed = sequence != said(line).map(|(sequence, _)| sequence);
        waits || changed || wrong(line, now).is_none()
    })
}

const fn name(key: Key) -> &'static str {
    match key.table() {
        Some(Table::Resident) => "warga",
        Some(Table::Request) => "permohonan",
        Some(Table::Letter) => "surat",
        Some(Table::Office) => "kantor",
        Some(Table::Clerk) => "petugas",
        Some(Table::Institution) => "lembaga",
        Some(Table::Service) => "layanan",
        Some(Table::LetterRule) => "aturan surat",
        Some(Table::Import) => "impor",
        Some(Table::Filter) => "saringan",
        Some(Table::Template) => "templat surat",
        Some(Table::Printing) => "printer",
        None => "lain",
    }
}

/// What was told, and how much more there is.
#[derive(Debug, Default)]
struct Told {
    named: Vec<Finding>,
    more: u64,
    unproved: u64,
}

impl Told {
    fn say(&mut self, table: &'static str, sequence: u64, how: How) {
        if self.named.len() < NAMED {
            self.named.push(Finding::Value { table, sequence, how });
        } else {
            self.more += 1;
        }
    }

    fn end(self, findings: &mut Vec<Finding>) {
        findings.extend(self.named);
        if self.more > 0 {
            findings.push(Finding::Values { more: self.more });
        }
        if self.unproved > 0 {
            findings.push(Finding::Unproved { values: self.unproved });
        }
    }
}
