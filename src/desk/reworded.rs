//! What was changed in the words of a piece, line by line.
use crate::{domain::wording::Wording, letter::piece::Piece};

/// The lines that are others now: the number of each, and what it was and is.
#[must_use]
pub fn reworded(old: Option<&Wording>, new: Option<&Wording>) -> Vec<(usize, [String; 2])> {
    let piece = old.or(new).and_then(|known| Piece::coded(&known.piece));
    let original = piece.map(|piece| piece.original()).unwrap_or_default();
    let text = |known: Option<&Wording>| -> Vec<String> {
        let own = known.and_then(|known| known.words.as_ref());
        own.map_or(original, |words| words.as_str()).lines().map(str::to_owned).collect()
    };
    let (old, new) = (text(old), text(new));
    let mut told = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (one, other) in common(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        let (gone, come) = (&old[from..one], &new[to..other]);
        for place in 0..gone.len().max(come.len()) {
            let line = |lines: &[String]| lines.get(place).cloned().unwrap_or_default();
            told.push((to + place + 1, [line(gone), line(come)]));
        }
        (from, to) = (one + 1, other + 1);
    }
    // An empty line that came or went says nothing.
    told.retain(|(_, [old, new])| old != new);
    told
}

/// Where the lines stand that both have, in their order: a longest common subsequence.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let wide = new.len() + 1;
    let mut longest = vec![0_usize; (old.len() + 1) * wide];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            longest[i * wide + j] = if one == other {
                longest[(i + 1) * wide + j + 1] + 1
            } else {
                longest[(i + 1) * wide + j].max(longest[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j, mut both) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            both.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * wide + j] >= longest[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    both
}
