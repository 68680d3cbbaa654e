//! What a power cut may leave of a disk: each uncertain edit kept, lost or torn.
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
    sync::Arc,
};

use crate::harsh::{
    content::{Content, SECTOR},
    dice::Dice,
    disk::{Disk, Edit, Node, Stand, Step},
};

/// Files by their paths; a folder has no content.
#[derive(Debug, Clone, Default)]
pub struct Tree(BTreeMap<String, Option<Arc<Content>>>);

impl Tree {
    /// A number that other trees do not have.
    pub fn print(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (path, content) in &self.0 {
            (path, content.as_ref().map(|content| content.print())).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Makes the folder hold exactly this.
    pub fn store(&self, folder: &Path) -> std::io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        for (path, content) in &self.0 {
            let path = folder.join(path);
            match content {
                None => fs::create_dir(path)?,
                Some(content) => content.store(&path)?,
            }
        }
        Ok(())
    }
}

/// Contents by their prints.
pub type Held = HashMap<(usize, u64), Arc<Content>>;

/// How a cut treats what is uncertain.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    /// Everything is kept.
    Kept,
    /// Everything is lost.
    Lost,
    /// What was done up to that edit is kept, that one is torn, the rest is lost.
    Upto(u64),
    /// Only that edit is lost.
    Without(u64),
    /// Only that edit is kept.
    Only(u64),
    /// So many of a hundred writes are kept, others lost or torn; names are kept up to an edit,
    /// or as they fall.
    Mixed { kept: u64, names: Option<u64> },
}

/// What becomes of one edit.
enum Lot {
    Kept,
    Lost,
    /// In sectors of so many bytes.
    Torn(usize),
    /// The file has its new size, but not the bytes.
    Room,
}

impl Fate {
    /// Some fate for what is uncertain now.
    pub fn drawn(open: &[u64], dice: &mut Dice) -> Self {
        let one = open[usize::try_from(dice.below(open.len() as u64)).unwrap()];
        match dice.below(8) {
            0 => Self::Upto(one),
            1 => Self::Without(one),
            2 => Self::Only(one),
            way => {
                let names = (way % 2 == 0).then_some(one);
                Self::Mixed { kept: [10, 50, 90][usize::try_from(dice.below(3)).unwrap()], names }
            }
        }
    }

    fn lot(self, step: &Step, dice: &mut Dice) -> Lot {
        let write = matches!(step.edit, Edit::Write { .. });
        let torn = |dice: &mut Dice| Lot::Torn(SECTOR << (3 * dice.below(2)));
        let kept = match self {
            _ if step.stand == Stand::Safe => true,
            Self::Kept => true,
            Self::Lost => false,
            Self::Upto(last) if step.serial == last && write => return torn(dice),
            Self::Upto(last) => step.serial <= last,
            Self::Without(one) => step.serial != one,
            Self::Only(one) => step.serial == one,
            Self::Mixed { names: Some(last), .. } if !write => step.serial <= last,
            Self::Mixed { kept, .. } if write && dice.below(100) >= kept => match dice.below(3) {
                0 => return torn(dice),
                1 => return Lot::Room,
                _ => false,
            },
            Self::Mixed { .. } => write || dice.once_in(2),
        };
        if kept { Lot::Kept } else { Lot::Lost }
    }
}

/// The serials of everything uncertain on a disk.
pub fn open(disk: &Disk) -> Vec<u64> {
    let steps = disk.nodes.iter().flat_map(|node| &node.steps);
    steps.filter(|step| step.stand != Stand::Safe).map(|step| step.serial).collect()
}

/// What is left of a disk by that fate. Equal contents are held once.
pub fn left(disk: &Disk, fate: Fate, dice: &mut Dice, held: &mut Held) -> Tree {
    let nodes: Vec<Node> = disk.nodes.iter().map(|node| one(node, fate, dice)).collect();
    let mut tree = Tree::default();
    let mut folders = vec![(0, String::new())];
    while let Some((folder, path)) = folders.pop() {
        for (name, number) in nodes[folder].names.iter().flatten() {
            let path = format!("{path}{name}");
            let node = &nodes[*number];
            if node.names.is_some() {
                folders.push((*number, format!("{path}/")));
                tree.0.insert(path, None);
            } else {
                let content = held
                    .entry(node.content.print())
                    .or_insert_with(|| Arc::new(node.content.clone()));
                tree.0.insert(path, Some(Arc::clone(content)));
            }
        }
    }
    tree
}

fn one(node: &Node, fate: Fate, dice: &mut Dice) -> Node {
    let (content, names) = (node.content.clone(), node.names.clone());
    let mut left = Node { content, names, ..Node::default() };
    for step in &node.steps {
        match (fate.lot(step, dice), &step.edit) {
            (Lot::Kept, edit) => left.take(edit),
            (Lot::Room, Edit::Write { at, bytes }) => left.content.reach(at + bytes.len()),
            (Lot::Torn(sector), Edit::Write { at, bytes }) => {
                let parts = sectors(*at, bytes, sector);
                let whole = dice.once_in(2).then(|| dice.below(parts.len() as u64 + 1));
                for (number, (at, part)) in (0..).zip(parts) {
                    if whole.map_or_else(|| dice.once_in(2), |whole| number < whole) {
                        left.content.write(at, part);
                    }
                }
            }
            (Lot::Lost | Lot::Room | Lot::Torn(_), _) => {}
        }
    }
    left
}

/// The parts of a write that stand in different sectors.
fn sectors(mut at: usize, mut bytes: &[u8], sector: usize) -> Vec<(usize, &[u8])> {
    let mut parts = vec![];
    while !bytes.is_empty() {
        let (part, rest) = bytes.split_at((sector - at % sector).min(bytes.len()));
        parts.push((at, part));
        at += part.len();
        bytes = rest;
    }
    parts
}

#[test]
fn a_write_is_torn_where_sectors_begin() {
    let lengths = |at, size| -> Vec<usize> {
        sectors(at, &vec![1; size], 512).iter().map(|(_, part)| part.len()).collect()
    };
    assert_eq!(lengths(0, 1024), [512, 512]);
    assert_eq!(lengths(500, 600), [12, 512, 76]);
    assert!(lengths(7, 0).is_empty());
}
