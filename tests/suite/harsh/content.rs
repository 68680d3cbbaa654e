//! The bytes of a file, without the zeros behind the last that is none.
use std::{
    fs::File,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, Write as _},
    ops::Range,
    path::Path,
};

/// Bytes of a sector, the least that a disk writes wholly or not at all.
pub const SECTOR: usize = 512;

/// Bytes that are summed up together.
const BLOCK: usize = 4096;

/// What is in a file.
#[derive(Debug, Clone, Default)]
pub struct Content {
    size: usize,
    /// No longer than that; everything behind is zero.
    bytes: Vec<u8>,
    /// The sums of all blocks that are not only zeros, together.
    sum: u64,
}

impl Content {
    pub fn of(mut bytes: Vec<u8>) -> Self {
        let size = bytes.len();
        bytes.truncate(used(&bytes));
        let mut content = Self { size, bytes, sum: 0 };
        content.sum = content.sums(0..size);
        content
    }

    /// Writes bytes at an offset.
    pub fn write(&mut self, at: usize, bytes: &[u8]) {
        let there = at..at + bytes.len();
        self.sum ^= self.sums(there.clone());
        self.size = self.size.max(there.end);
        let end = at + used(bytes);
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        let over = self.bytes.len().saturating_sub(at).min(bytes.len());
        if over > 0 {
            self.bytes[at..at + over].copy_from_slice(&bytes[..over]);
        }
        self.sum ^= self.sums(there);
    }

    /// Only makes room: as the size of a write that came without its bytes.
    pub fn reach(&mut self, size: usize) {
        self.size = self.size.max(size);
    }

    /// Makes it that long.
    pub fn cut(&mut self, size: usize) {
        let gone = size..self.size.max(size + 1);
        self.sum ^= self.sums(gone.clone());
        self.bytes.truncate(size);
        self.sum ^= self.sums(gone);
        self.size = size;
    }

    /// Two numbers that are the same only for what is the same.
    pub const fn print(&self) -> (usize, u64) {
        (self.size, self.sum)
    }

    /// Writes it to a file.
    pub fn store(&self, path: &Path) -> io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(&self.bytes)?;
        file.set_len(self.size as u64)
    }

    /// The sums of the blocks in which a range stands.
    fn sums(&self, range: Range<usize>) -> u64 {
        let blocks = range.start / BLOCK..range.end.div_ceil(BLOCK);
        blocks.map(|block| self.block(block)).fold(0, |sum, block| sum ^ block)
    }

    fn block(&self, number: usize) -> u64 {
        let Some(bytes) = self.bytes.get(number * BLOCK..) else { return 0 };
        let bytes = &bytes[..bytes.len().min(BLOCK)];
        let bytes = &bytes[..used(bytes)];
        if bytes.is_empty() {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        (number, bytes).hash(&mut hasher);
        hasher.finish()
    }
}

fn used(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1)
}

#[test]
fn zeros_at_the_end_are_only_a_size() {
    let same = |content: &Content, bytes: &[u8]| {
        assert_eq!(content.print(), Content::of(bytes.to_vec()).print(), "{content:?}");
    };
    let mut content = Content::of(vec![1, 2, 0, 0]);
    content.write(1, &[0, 7, 0]);
    same(&content, &[1, 0, 7, 0]);
    content.write(2, &[0; 4]);
    same(&content, &[1, 0, 0, 0, 0, 0]);
    content.reach(8);
    same(&content, &[1, 0, 0, 0, 0, 0, 0, 0]);
    content.write(BLOCK - 1, &[3, 4]);
    content.cut(BLOCK);
    content.cut(BLOCK + 1);
    let mut whole = [&[1][..], &[0; BLOCK], &[][..]].concat();
    whole[BLOCK - 1] = 3;
    same(&content, &whole);
    content.cut(1);
    same(&content, &[1]);
}
