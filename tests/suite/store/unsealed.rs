//! Stores from before there were keys: written here as the first release wrote them, and read.
use std::{collections::HashMap, fs, path::Path};

use loket::{
    domain::{
        clerk::{Clerk, Stamp},
        id::Id,
        letter::Letter,
        moment::Moment,
        office::Office,
    },
    fault::Fault,
    store::{
        anchor::Anchors,
        cipher, codec, cover,
        entry::{Bytes, Entry, Key, Put},
        frame,
        record::Table,
        segment::Segments,
        unsealed::{self, Header, Journal},
        vault::Vault,
        walk::{self, Place},
    },
};
use serde::Serialize;

use crate::store::folder::Folder;

/// As the first release wrote it; never edited.
const GOLDEN: &[u8] = include_bytes!("../../data/v1/frame.bin");

/// Bytes of a segment; smaller than any was, so that a small store has several.
const SEGMENT: usize = 16 << 10;

/// Puts of a frame, so that founding an office takes several.
const PUTS: usize = 25;

#[derive(Serialize)]
struct Entry1 {
    why: String,
    puts: Vec<Put>,
}

/// What guards bytes without hiding them.
pub fn marked(context: &[u8], plain: &[u8]) -> Vec<u8> {
    let whole = cipher::digest(&[&[0, 0], &(context.len() as u64).to_le_bytes(), context, plain]);
    [&[0, 0], plain, &whole[..16]].concat()
}

/// A frame, padded to where the next one may begin; and its chain value.
fn framed(
    stamp: Stamp,
    (last, part, more): (&Place, u32, bool),
    entry: Entry,
) -> (Vec<u8>, [u8; 32]) {
    let sequence = last.sequence + 1;
    let packed = codec::pack(&Entry1 { why: entry.why, puts: entry.puts }).unwrap();
    let body = marked(&[&b"jurnal"[..], &sequence.to_le_bytes()].concat(), &packed);
    let mut bytes = b"LKT1".to_vec();
    bytes.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
    bytes.extend(sequence.to_le_bytes());
    bytes.extend(stamp.at.0.to_le_bytes());
    bytes.extend(stamp.by.bytes());
    bytes.extend([0, u8::from(more), 0, 0]);
    bytes.extend(part.to_le_bytes());
    bytes.extend(last.head);
    bytes.extend(cipher::digest(&[&body]));
    let chain = cipher::digest(&[b"loket frame", &bytes]);
    bytes.extend(chain);
    bytes.extend(body);
    bytes.resize(bytes.len().next_multiple_of(16), 0);
    (bytes, chain)
}

/// Writes frames into segments.
struct Writer {
    segments: Vec<Vec<u8>>,
    last: Place,
}

impl Writer {
    fn add(&mut self, stamp: Stamp, (entry, part, more): (Entry, u32, bool)) {
        let (bytes, head) = framed(stamp, (&self.last, part, more), entry);
        if self.segments.last().unwrap().len() + bytes.len() > SEGMENT {
            self.segments.push(vec![]);
        }
        let segment = self.segments.len() as u64;
        let filled = self.segments.last_mut().unwrap();
        let start = filled.len() as u64;
        filled.extend(&bytes);
        let (end, sequence) = (filled.len() as u64, self.last.sequence + 1);
        self.last = Place { segment, start, end, sequence, head };
    }
}

/// Writes the store of a sealed desk as the first release would have written it, with the end of
/// a change that the power cut; returns how many frames there are.
pub fn write(to: &Path, from: &Path, vault: &Vault) -> u64 {
    let segments = Segments::open(from.join("jurnal")).unwrap();
    let last = walk::trail(&segments, Place::ORIGIN, None);
    let mut writer = Writer { segments: vec![vec![]], last: Place::ORIGIN };
    let (mut written, mut ids) = (HashMap::new(), HashMap::new());
    let last = last.unwrap().sequence;
    walk::replay((&segments, vault), (0, last), &mut |header, entry| {
        let stamp = frame::signed(vault, header).unwrap();
        let puts: Vec<Put> =
            entry.puts.into_iter().map(|put| first_shape(vault, put, &mut ids)).collect();
        let by = ids.get(&stamp.by).copied().unwrap_or(stamp.by);
        let parts = u32::try_from(puts.chunks(PUTS).count()).unwrap();
        for (part, puts) in (0..).zip(puts.chunks(PUTS)) {
            let sequence = writer.last.sequence + 1;
            let mut puts = puts.to_vec();
            for put in &mut puts {
                put.before = written.insert(put.key, sequence).unwrap_or(0);
            }
            let entry = Entry { why: entry.why.clone(), reason: String::new(), seen: vec![], puts };
            writer.add(Stamp { at: stamp.at, by }, (entry, part, part + 1 < parts));
        }
        Ok(())
    })
    .unwrap();
    let folder = to.join("jurnal");
    fs::create_dir_all(&folder).unwrap();
    let torn = framed(
        Stamp { at: Moment(0), by: Id::named("rina") },
        (&writer.last, 0, false),
        Entry { why: "Terpotong".to_owned(), reason: String::new(), seen: vec![], puts: vec![] },
    );
    writer.segments.last_mut().unwrap().extend(&torn.0[..torn.0.len() - 16]);
    for (number, mut bytes) in (1..).zip(writer.segments) {
        bytes.resize(SEGMENT.max(bytes.len()), 0);
        fs::write(folder.join(format!("{number:06}")), bytes).unwrap();
    }
    Anchors::read(to).write(writer.last, false).unwrap();
    writer.last.sequence
}

/// A put as the first release knew it: nothing covered, officers named by their codes.
fn first_shape(vault: &Vault, put: Put, ids: &mut HashMap<Id, Id>) -> Put {
    let mut key = put.key;
    let mut shape = |bytes: Bytes| {
        let bytes = cover::uncovered(vault, put.key, &bytes.0).unwrap().into_owned();
        let mut bytes = match put.key.table().unwrap() {
            Table::Clerk => {
                let clerk: Clerk = codec::decode(&bytes).unwrap();
                let named = Id::named(&clerk.code);
                ids.insert(clerk.id, named);
                key = Key::of::<Clerk>(named);
                [vec![1], codec::pack(&(clerk.code, clerk.name, clerk.active)).unwrap()].concat()
            }
            Table::Office => {
                let office: Office = codec::decode(&bytes).unwrap();
                let added = (&office.restricted_kinds, office.scope, office.first);
                first(&bytes[..bytes.len() - codec::pack(&added).unwrap().len()])
            }
            Table::Letter => {
                let Letter { id, kind, serial, number, day, request, ticket, .. } =
                    codec::decode(&bytes).unwrap();
                let told: Letter = codec::decode(&bytes).unwrap();
                let (request, ticket) = (request.unwrap(), ticket.unwrap());
                let named = (id, kind, serial.year, serial.number, number, day, request, ticket);
                let copies: Vec<_> = told.copies.iter().map(|copy| (copy.to, copy.stamp)).collect();
                let rest = (told.state, told.text, told.valid_until, told.issued, copies);
                [vec![1], codec::pack(&named).unwrap(), codec::pack(&rest).unwrap()].concat()
            }
            // One mark was added at the end of both.
            Table::Request | Table::Service => first(&bytes[..bytes.len() - 1]),
            _ => bytes,
        };
        for (id, named) in &*ids {
            let (from, to) = (reversed(*id), reversed(*named));
            for at in 0..bytes.len().saturating_sub(15) {
                if bytes[at..at + 16] == from {
                    bytes[at..at + 16].copy_from_slice(&to);
                }
            }
        }
        Bytes(bytes)
    };
    let (old, new) = (put.old.map(&mut shape), put.new.map(&mut shape));
    Put { key, before: put.before, old, new }
}

fn first(bytes: &[u8]) -> Vec<u8> {
    [&[1], &bytes[1..]].concat()
}

const fn reversed(id: Id) -> [u8; 16] {
    let mut bytes = id.bytes();
    bytes.reverse();
    bytes
}

#[test]
fn a_frame_of_the_first_release_is_still_read() {
    let (header, body) = unsealed::read(GOLDEN).unwrap();
    assert_eq!((header.sequence, header.part, header.more, header.first()), (42, 3, true, 39));
    let stamp = Stamp { at: Moment(1_763_792_723_456), by: Id::named("siti") };
    assert_eq!((header.stamp, header.previous), (stamp, [0xa5; 32]));
    let entry = unsealed::open(&header, body).unwrap();
    let put = |table, old: Option<&[u8]>, new: Option<&[u8]>| Put {
        key: Key::new(table, Id::new(1_763_792_723_000, 0x1234_5678)),
        before: if old.is_some() { 41 } else { 0 },
        old: old.map(|bytes| Bytes(bytes.to_vec())),
        new: new.map(|bytes| Bytes(bytes.to_vec())),
    };
    let puts = vec![
        put(1, Some(b"\x01lama"), Some(b"\x01baru")),
        put(2, None, Some(b"\x01permohonan")),
        put(3, Some(b"\x01dihapus"), None),
    ];
    let why = "terima permohonan".to_owned();
    assert_eq!(entry, Entry { why, reason: String::new(), seen: vec![], puts });
}

#[test]
fn no_changed_bit_of_an_old_frame_passes() {
    for at in 0..GOLDEN.len() {
        let mut bytes = GOLDEN.to_vec();
        bytes[at] ^= 1 << (at % 8);
        assert!(unsealed::read(&bytes).is_none(), "byte {at}");
    }
    let (header, body) = unsealed::read(GOLDEN).unwrap();
    let elsewhere = Header { sequence: 41, ..header };
    assert!(unsealed::open(&elsewhere, body).is_none());
}

/// A journal of three small changes in the old layout.
fn small(folder: &Folder) -> Vec<usize> {
    let mut writer = Writer { segments: vec![vec![]], last: Place::ORIGIN };
    let mut ends = vec![];
    for why in ["satu", "dua", "tiga"] {
        let stamp = Stamp { at: Moment(1), by: Id::named("rina") };
        let entry =
            Entry { why: why.to_owned(), reason: String::new(), seen: vec![], puts: vec![] };
        writer.add(stamp, (entry, 0, false));
        ends.push(usize::try_from(writer.last.end).unwrap());
    }
    fs::create_dir_all(folder.at("jurnal")).unwrap();
    let mut bytes = writer.segments.remove(0);
    bytes.resize(SEGMENT, 0);
    fs::write(folder.at("jurnal/000001"), bytes).unwrap();
    ends
}

#[test]
fn an_old_journal_is_proved_with_its_torn_end_left_out_and_its_damage_told() {
    let folder = Folder::new();
    let ends = small(&folder);
    assert_eq!(Journal::prove(folder.path()).unwrap().sequence, 3);
    let (second, third) = (ends[0], ends[1]);
    for (at, told) in [(third + 150, Ok(2)), (second + 150, Err(2)), (0, Err(1))] {
        let folder = folder.copy();
        folder.change("jurnal/000001", |bytes| bytes[at] ^= 1);
        let proved = Journal::prove(folder.path());
        let found = match proved {
            Ok(journal) => Ok(journal.sequence),
            Err(Fault::Damaged { sequence }) => Err(sequence),
            Err(other) => panic!("{other}"),
        };
        assert_eq!(found, told, "byte {at}");
    }
}

#[test]
fn an_old_journal_that_lost_its_end_is_damaged() {
    let folder = Folder::new();
    let ends = small(&folder);
    let bytes = fs::read(folder.at("jurnal/000001")).unwrap();
    let (header, _) = unsealed::read(&bytes[ends[1]..]).unwrap();
    let place = Place {
        segment: 1,
        start: ends[1] as u64,
        end: ends[2] as u64,
        sequence: 3,
        head: header.chain,
    };
    Anchors::read(folder.path()).write(place, false).unwrap();
    assert_eq!(Journal::prove(folder.path()).unwrap().sequence, 3);
    folder.change("jurnal/000001", |bytes| bytes[ends[1]..].fill(0));
    assert!(matches!(Journal::prove(folder.path()), Err(Fault::Damaged { sequence: 3 })));
}
