//! The rows behind the atlas: four levels of areas, each row knowing its children.
//!
//! # Why
//! A record for each area, with its whole code and its own strings, would take three times the
//! memory. Rows of a level stand in the order of their codes, so children are a range and parents
//! are found by halving.
use std::ops::Range;

use crate::domain::{
    area::{Area, AreaKind},
    names::Names,
    text::folded,
};

/// Provinces, cities, districts and villages.
#[derive(Debug, Default)]
pub struct Areas {
    levels: [Level; 4],
    /// Five digits a village, without anything between.
    postcodes: String,
}

/// The rows of one level.
#[derive(Debug, Default)]
struct Level {
    /// The last part of each code.
    codes: Vec<u16>,
    /// Where the children of each row begin in the next level.
    children: Vec<u32>,
    names: Names,
    /// The names as they are searched, and the same without blanks.
    keys: Names,
    glued: Names,
}

/// The level of the provinces.
pub const PROVINCE: usize = 0;
/// The level of kabupaten and kota.
pub const CITY: usize = 1;
/// The level of kecamatan and distrik.
pub const DISTRICT: usize = 2;
/// The level of kelurahan and desa.
pub const VILLAGE: usize = 3;

impl Areas {
    /// Reads the unpacked table; `assets/ref/README.md` tells how its lines are made. Lines that
    /// do not fit are left out.
    #[must_use]
    pub fn read(table: &str) -> Self {
        let mut areas = Self::default();
        let (mut village, mut postcode) = (0, "00000");
        for line in table.lines() {
            let mut columns = line.split('\t');
            let (Some(code), Some(name)) = (columns.next(), columns.next()) else { continue };
            let Some((level, code)) = code.split_at_checked(1) else { continue };
            let Some(level) = level.parse().ok().and_then(|level: usize| level.checked_sub(1))
            else {
                continue;
            };
            postcode = columns.next().filter(|digits| digits.len() == 5).unwrap_or(postcode);
            if level == VILLAGE {
                village = code.parse().unwrap_or(village + 1);
                areas.postcodes.push_str(postcode);
                areas.push(level, village, name);
            } else if let Ok(code) = code.parse() {
                village = 0;
                areas.push(level, code, name);
            }
        }
        for level in &mut areas.levels {
            for names in [&mut level.names, &mut level.keys, &mut level.glued] {
                names.close();
            }
        }
        areas
    }

    fn push(&mut self, level: usize, code: u16, name: &str) {
        let below = self.levels.get(level + 1).map_or(0, |next| next.codes.len());
        if let Some(level) = self.levels.get_mut(level) {
            level.codes.push(code);
            level.children.push(u32::try_from(below).unwrap_or(u32::MAX));
            level.names.push(name);
            let mut key = folded(name);
            level.keys.push(&key);
            key.retain(|c| c != ' ');
            level.glued.push(&key);
        }
    }

    /// How many rows a level has.
    #[must_use]
    pub const fn len(&self, level: usize) -> usize {
        self.levels[level].codes.len()
    }

    /// The row that the first parts of a code lead to: one part a province, four a village.
    #[must_use]
    pub fn row(&self, code: &[u16]) -> Option<usize> {
        let mut rows = 0..self.len(PROVINCE);
        let mut found = None;
        for (level, part) in code.iter().enumerate() {
            let codes = self.levels.get(level)?.codes.get(rows.clone())?;
            let row = rows.start + codes.binary_search(part).ok()?;
            rows = if level < VILLAGE { self.children(level, row) } else { 0..0 };
            found = Some(row);
        }
        found
    }

    /// The name in a row.
    #[must_use]
    pub fn name(&self, level: usize, row: usize) -> Option<&str> {
        self.levels[level].names.get(row)
    }

    /// The names of a level as they are searched: folded.
    #[must_use]
    pub const fn keys(&self, level: usize) -> &Names {
        &self.levels[level].keys
    }

    /// The same names without blanks.
    #[must_use]
    pub const fn glued(&self, level: usize) -> &Names {
        &self.levels[level].glued
    }

    /// The postcode of a village.
    #[must_use]
    pub fn postcode(&self, village: usize) -> Option<&str> {
        self.postcodes.get(village * 5..village * 5 + 5)
    }

    /// The villages with this postcode.
    pub fn with_postcode(&self, digits: &str) -> impl Iterator<Item = usize> {
        let rows = self.postcodes.as_bytes().chunks_exact(5).enumerate();
        rows.filter(|(_, postcode)| *postcode == digits.as_bytes()).map(|(row, _)| row)
    }

    /// The villages whose ten digits begin with these.
    #[must_use]
    pub fn coded(&self, digits: &str) -> Range<usize> {
        if digits.len() > 10 {
            return 0..0;
        }
        let first = |padded: String, past| {
            padded.parse().map_or(0, |code: u64| self.first_from(code + past))
        };
        first(format!("{digits:0<10}"), 0)..first(format!("{digits:9<10}"), 1)
    }

    /// What kind of village it is.
    #[must_use]
    pub fn kind(&self, village: usize) -> Option<AreaKind> {
        self.levels[VILLAGE].codes.get(village).copied().map(AreaKind::of)
    }

    /// The villages inside an area.
    #[must_use]
    pub fn villages(&self, level: usize, row: usize) -> Range<usize> {
        let mut rows = row..row + 1;
        for level in level..VILLAGE {
            rows = self.first_child(level, rows.start)..self.first_child(level, rows.end);
        }
        rows
    }

    /// The code of a village.
    #[must_use]
    pub fn area(&self, village: usize) -> Option<Area> {
        let district = self.parent(VILLAGE, village);
        let city = self.parent(DISTRICT, district);
        let province = self.parent(CITY, city);
        let part = |level: usize, row| self.levels[level].codes.get(row).copied();
        let small = |level, row| part(level, row).and_then(|code| u8::try_from(code).ok());
        Some(Area {
            province: small(PROVINCE, province)?,
            city: small(CITY, city)?,
            district: small(DISTRICT, district)?,
            village: part(VILLAGE, village)?,
        })
    }

    /// The first village whose ten digits are at least this number.
    fn first_from(&self, least: u64) -> usize {
        let mut rows = 0..self.len(VILLAGE);
        while !rows.is_empty() {
            let middle = rows.start.midpoint(rows.end);
            if self.area(middle).is_some_and(|area| area.number() < least) {
                rows.start = middle + 1;
            } else {
                rows.end = middle;
            }
        }
        rows.start
    }

    fn children(&self, level: usize, row: usize) -> Range<usize> {
        self.first_child(level, row)..self.first_child(level, row + 1)
    }

    fn first_child(&self, level: usize, row: usize) -> usize {
        let first = self.levels[level].children.get(row);
        first.map_or_else(|| self.len(level + 1), |first| *first as usize)
    }

    fn parent(&self, level: usize, row: usize) -> usize {
        let children = &self.levels[level - 1].children;
        children.partition_point(|first| *first as usize <= row).saturating_sub(1)
    }
}
