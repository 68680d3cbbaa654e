//! The lines that were asked for beside SQLite, at several sizes, as one table.
//!
//! `-- banding [RESIDENTS…] [LINE…]`: without numbers at ten thousand, a city and a million; without
//! names all the lines. With `LOKET_README=tulis` the table is put into the README.
use std::{error::Error, fmt::Write as _, fs, path::Path, time::Instant};

use crate::{
    SIZES, figures::Table, filling, importing, months, nik, opening, place::Place, room, saving,
    seeking, twins,
};

/// Measures one group of lines at a size.
type Measure = fn(&Place, usize, &mut Table) -> Result<(), Box<dyn Error>>;

/// The groups, by the names under which they are asked for, in the order in which they are measured:
/// those that change the store come last.
const LINES: [(&str, Measure); 8] = [
    ("buka", opening::measure),
    ("cari", seeking::measure),
    ("nik", nik::measure),
    ("kembar", twins::measure),
    ("impor", importing::measure),
    ("simpan", |place, _, table| saving::measure(place, table)),
    ("rekap", |place, _, table| months::measure(place, table)),
    ("ruang", room::measure),
];

pub fn run(place: &mut Place, words: &[String]) -> Result<(), Box<dyn Error>> {
    let sizes: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let named: Vec<&String> = words.iter().filter(|word| word.parse::<usize>().is_err()).collect();
    if let Some(unknown) = named.iter().find(|word| LINES.iter().all(|line| line.0 != **word)) {
        return Err(format!("there is no line {unknown}").into());
    }
    let mut tables = vec![];
    for size in &sizes {
        eprintln!("\n{size} residents");
        let (start, mut table) = (Instant::now(), Table::default());
        filling::fill(place, *size, &mut table)?;
        for (name, measure) in LINES {
            if named.is_empty() || named.iter().any(|word| *word == name) {
                measure(place, *size, &mut table)?;
            }
        }
        place.clear()?;
        eprintln!("{:.0} s", start.elapsed().as_secs_f64());
        tables.push(table);
    }
    let whole = markdown(&sizes, &tables);
    println!("{whole}");
    let wanted = std::env::var("LOKET_README").is_ok_and(|wish| wish == "tulis");
    if wanted { write(&whole) } else { Ok(()) }
}

/// One table: a row a line, a column a size.
fn markdown(sizes: &[usize], tables: &[Table]) -> String {
    let heads: Vec<String> = sizes.iter().map(|size| grouped(*size)).collect();
    let mut told = format!("| what | asked | {} |\n", heads.join(" | "));
    let _ = writeln!(told, "|---|---|{}", "---|".repeat(sizes.len()));
    let rows = tables.first().map(Table::rows).unwrap_or_default();
    for [what, _, asked] in rows {
        let cells = tables.iter().map(|table| {
            let row = table.rows().iter().find(|row| row[0] == *what);
            row.map_or("", |row| row[1].as_str())
        });
        let cells: Vec<&str> = cells.collect();
        let _ = writeln!(told, "| {what} | {asked} | {} |", cells.join(" | "));
    }
    told
}

/// A number as people read it: `122,324`.
fn grouped(number: usize) -> String {
    let rest = number % 1_000;
    match number / 1_000 {
        0 => rest.to_string(),
        more => format!("{},{rest:03}", grouped(more)),
    }
}

fn write(table: &str) -> Result<(), Box<dyn Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(&file)?;
    let (open, close) = ("<!-- banding -->\n", "<!-- /banding -->\n");
    let parts = readme.split_once(open).zip(readme.split_once(close));
    let ((before, _), (_, after)) = parts.ok_or("the README has no place for it")?;
    Ok(fs::write(file, format!("{before}{open}{table}{close}{after}"))?)
}
