//! Reads a backup from its first byte to its last, believing none of them.
//!
//! # Why
//! It is read as it comes, a frame at a time: a stick that was damaged, or somebody's forged file,
//! must not be able to ask for more memory than the largest frame takes.
use std::{
    collections::HashSet,
    fs::File,
    io::{self, ErrorKind, Read},
    path::Path,
};

use crate::{
    domain::unfit::Unfit,
    fault::Fault,
    store::{
        backup::layout::{self, END, FRONT, Facts, Front, SEAL},
        cipher::Hash,
        codec::PACK_LIMIT,
        entry::Entry,
        frame::{self, HEADER, Header},
        segment::LATER,
        vault::Vault,
        walk::{self, Place},
    },
};

/// The most bytes of a file `kunci`.
const KEYS: u64 = PACK_LIMIT + 1024;

/// Bytes that are read from the disk at a time.
const ROOM: usize = 256 << 10;

/// Is shown each frame, with its header.
pub type See<'a> = &'a mut dyn FnMut(&Header, &[u8]) -> Result<(), Fault>;

/// What a whole backup was found to hold.
#[derive(Debug)]
pub struct Scanned {
    pub facts: Facts,
    /// The file `kunci`.
    pub keys: Vec<u8>,
    /// The hash of everything before the seal.
    pub hash: [u8; 32],
    front: Front,
    seal: [u8; SEAL],
}

impl Scanned {
    /// Whether someone of this office wrote it, from the first byte to the last.
    #[must_use]
    pub fn is_ours(&self, vault: &Vault) -> bool {
        self.front.is_ours(vault) && layout::is_whole(vault, self.hash, &self.seal)
    }
}

/// Names a failure to read a backup.
#[must_use]
pub const fn unread(why: io::Error) -> Fault {
    Fault::Device { name: "berkas cadangan", why }
}

/// Proves a file whole: every byte by the hash, every frame by the chain; a body may be blank, as
/// erased ones are. No key is needed.
pub fn scan(path: &Path, see: See<'_>) -> Result<Scanned, Fault> {
    let file = File::open(path).map_err(unread)?;
    let size = file.metadata().map_err(unread)?.len();
    read(io::BufReader::with_capacity(ROOM, file), size, see)
}

/// Proves a file whole, and with the keys of this office every seal and every entry in it; for
/// every blank body a later frame must vouch. Blank ones are not shown.
pub fn prove(
    path: &Path,
    vault: &Vault,
    see: &mut dyn FnMut(&Header, Entry) -> Result<(), Fault>,
) -> Result<Scanned, Fault> {
    let mut blank = HashSet::new();
    let scanned = scan(path, &mut |header, body| {
        if walk::is_blank(body) {
            blank.insert(header.chain());
            return Ok(());
        }
        for vouched in frame::vouched(vault, header, body) {
            blank.remove(&vouched.chain);
        }
        see(header, frame::open(vault, header, body).ok_or(Fault::Backup(Unfit::Foreign))?)
    })?;
    let ours = blank.is_empty() && scanned.is_ours(vault);
    if ours { Ok(scanned) } else { Err(Fault::Backup(Unfit::Foreign)) }
}

/// The front of a file, unproved.
pub fn front(path: &Path) -> Result<Front, Fault> {
    let mut bytes = [0; FRONT];
    File::open(path).and_then(|mut file| file.read_exact(&mut bytes)).map_err(short)?;
    Front::read(&bytes).map_err(Fault::Backup)
}

/// The same as [`scan`] for bytes from anywhere, of which there are that many.
pub fn read(from: impl Read, size: u64, see: See<'_>) -> Result<Scanned, Fault> {
    let mut from = Source { from, left: size, hash: Hash::default(), room: vec![] };
    let damaged = || Fault::Backup(Unfit::Damaged);
    let front = from.take(FRONT)?.try_into().map_err(|_| damaged())?;
    let front = Front::read(front).map_err(Fault::Backup)?;
    if u64::from(front.keys) > KEYS {
        return Err(damaged());
    }
    let keys = from.take(usize::try_from(front.keys).map_err(|_| damaged())?)?.to_vec();
    let mut last = Place::ORIGIN;
    let mut whole = true;
    while from.left > END as u64 {
        let header = from.frame()?;
        if !last.continues(&header) {
            return Err(damaged());
        }
        last = Place::of(&header, 1, 0);
        whole = !header.more;
        let stored = &from.room[HEADER..];
        let body = match frame::read(&from.room) {
            Some((_, body)) => body,
            None if walk::is_blank(stored) => &stored[..header.length as usize],
            None => return Err(damaged()),
        };
        see(&header, body)?;
    }
    let hash = from.hash.value();
    let seal = *from.take(SEAL)?.first_chunk().ok_or_else(damaged)?;
    let all = from.hash.value();
    if from.take(32)? != all || from.left > 0 || !whole {
        return Err(damaged());
    }
    let facts = front.facts;
    if (facts.sequence, facts.head) != (last.sequence, last.head) {
        return Err(damaged());
    }
    Ok(Scanned { facts, keys, hash, front, seal })
}

/// Bytes that come one after another.
struct Source<R> {
    from: R,
    /// How many there still are.
    left: u64,
    /// Of all that were taken.
    hash: Hash,
    room: Vec<u8>,
}

impl<R: Read> Source<R> {
    /// The next so many bytes.
    fn take(&mut self, size: usize) -> Result<&[u8], Fault> {
        self.room.clear();
        self.add(size)?;
        Ok(&self.room)
    }

    /// So many more bytes behind those that were taken last.
    fn add(&mut self, size: usize) -> Result<(), Fault> {
        let left = self.left.checked_sub(size as u64).ok_or(Fault::Backup(Unfit::Damaged))?;
        let start = self.room.len();
        self.room.resize(start + size, 0);
        self.from.read_exact(&mut self.room[start..]).map_err(short)?;
        self.hash.feed(&self.room[start..]);
        self.left = left;
        Ok(())
    }

    /// The next frame, which then lies in the room; only its header is proved.
    fn frame(&mut self) -> Result<Header, Fault> {
        let damaged = Fault::Backup(Unfit::Damaged);
        let Some(header) = Header::read(self.take(HEADER)?) else { return Err(damaged) };
        if header.size() as u64 > LATER {
            return Err(damaged);
        }
        self.add(header.size() - HEADER)?;
        Ok(header)
    }
}

/// A file that ends too early is damaged; what else a disk says is its own fault.
fn short(why: io::Error) -> Fault {
    match why.kind() {
        ErrorKind::UnexpectedEof => Fault::Backup(Unfit::Damaged),
        _ => unread(why),
    }
}
