//! A disk as a log of calls leaves it: what is on it for certain, and what may be.
//!
//! # Why
//! Only what was done before a sync began is certain when that sync is done: bytes by a sync of
//! their file, names by a sync of their folder, and neither by the other. Writes past the system's
//! cache are no better. Real file systems promise more; a store that holds here holds on them all.
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

use crate::harsh::{
    content::Content,
    trace::{Call, Moment, bytes, open_file},
};

/// Something done to a file or a folder.
#[derive(Debug, Clone)]
pub enum Edit {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
    Put(String, usize),
    Take(String),
    Move(String, String, usize),
}

/// Whether an edit is under way, done, or done for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Flying,
    Done,
    Safe,
}

/// An edit and how it stands.
#[derive(Debug, Clone)]
pub struct Step {
    /// Counts all edits of a disk.
    pub serial: u64,
    pub edit: Edit,
    pub stand: Stand,
}

/// A file or a folder: what it was for certain, and what was done to it since.
#[derive(Debug, Clone, Default)]
pub struct Node {
    pub content: Content,
    /// Whether it is a folder, and its names.
    pub names: Option<BTreeMap<String, usize>>,
    pub steps: Vec<Step>,
    /// The names of a folder as the running program sees them.
    pub live: BTreeMap<String, usize>,
}

/// Whether a file only takes room: it is noise that nobody reads, here as good as zeros.
pub fn is_ballast(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with("cadangan-ruang"))
}

/// The disk under one folder.
#[derive(Debug, Default)]
pub struct Disk {
    root: String,
    pub nodes: Vec<Node>,
    serial: u64,
    /// Where the next byte goes, by number and path of an open file.
    offsets: HashMap<(String, String), usize>,
    /// What each thread's call under way did, or makes certain.
    flying: HashMap<u32, (usize, Vec<u64>)>,
    /// What was said on standard output.
    pub said: String,
}

impl Disk {
    /// The disk under a folder as it is now, all of it certain.
    pub fn of(folder: &Path) -> Self {
        let mut disk = Self { root: folder.to_str().unwrap().to_owned(), ..Self::default() };
        disk.add(folder);
        disk
    }

    fn add(&mut self, path: &Path) -> usize {
        let number = self.nodes.len();
        self.nodes.push(Node::default());
        if path.is_dir() {
            let mut names = BTreeMap::new();
            for entry in fs::read_dir(path).unwrap() {
                let entry = entry.unwrap();
                let inside = self.add(&entry.path());
                names.insert(entry.file_name().into_string().unwrap(), inside);
            }
            self.nodes[number].live.clone_from(&names);
            self.nodes[number].names = Some(names);
        } else {
            let bytes = fs::read(path).unwrap();
            let noise = is_ballast(&path.to_string_lossy());
            let bytes = if noise { vec![0; bytes.len()] } else { bytes };
            self.nodes[number].content = Content::of(bytes);
        }
        number
    }

    /// Goes on by one moment of the log.
    pub fn go(&mut self, moment: &Moment) {
        match moment {
            Moment::Begins { thread, call } => self.begin(*thread, call),
            Moment::Done { thread, call, answer } => {
                let number = answer.split(['<', ' ']).next().unwrap().parse::<i64>();
                self.done(*thread, call, number.unwrap_or(-1), answer);
            }
        }
    }

    fn begin(&mut self, thread: u32, call: &Call) {
        let Some((number, path)) = call.words.first().and_then(|word| open_file(word)) else {
            return;
        };
        let node = self.find(&path);
        match (call.name.as_str(), node) {
            ("write" | "writev", None) if number == "1" => {
                self.said.push_str(&String::from_utf8_lossy(&bytes(&call.words[1])));
            }
            ("write" | "writev" | "pwrite64" | "pwritev", Some(node)) => {
                let place: Option<usize> = call.words.last().and_then(|word| word.parse().ok());
                let bytes = match place {
                    Some(count) if is_ballast(&path) => vec![0; count],
                    _ => call.words[1..].iter().flat_map(|word| bytes(word)).collect(),
                };
                let own = self.offsets.get(&(number.to_owned(), path.clone())).copied();
                let at = if call.name.starts_with('p') { place } else { own };
                let serial = self.step(node, Edit::Write { at: at.unwrap_or(0), bytes });
                self.stand(node, &[serial], Stand::Flying);
                self.flying.insert(thread, (node, vec![serial]));
            }
            ("fsync" | "fdatasync", Some(node)) => {
                let done = self.nodes[node].steps.iter().filter(|step| step.stand == Stand::Done);
                let serials = done.map(|step| step.serial).collect();
                self.flying.insert(thread, (node, serials));
            }
            _ => {}
        }
    }

    fn done(&mut self, thread: u32, call: &Call, number: i64, answer: &str) {
        let count = usize::try_from(number).ok();
        let first = call.words.first().and_then(|word| open_file(word));
        let key = first.map(|(number, path)| (number.to_owned(), path));
        match (call.name.as_str(), count) {
            ("write" | "writev" | "pwrite64" | "pwritev", _) => {
                let Some((node, serials)) = self.flying.remove(&thread) else { return };
                match count {
                    Some(_) => self.stand(node, &serials, Stand::Done),
                    None => self.nodes[node].steps.retain(|step| !serials.contains(&step.serial)),
                }
                if !call.name.starts_with('p')
                    && let (Some(key), Some(count)) = (key, count)
                {
                    *self.offsets.entry(key).or_default() += count;
                }
            }
            ("fsync" | "fdatasync", _) => {
                if let (Some((node, serials)), Some(0)) = (self.flying.remove(&thread), count) {
                    self.stand(node, &serials, Stand::Safe);
                    self.settle(node);
                }
            }
            ("read", Some(count)) => {
                *self.offsets.entry(key.unwrap_or_default()).or_default() += count;
            }
            ("lseek", Some(count)) => {
                self.offsets.insert(key.unwrap_or_default(), count);
            }
            ("openat" | "creat", Some(_)) => self.opened(call, answer),
            ("ftruncate", Some(_)) => {
                let node = key.and_then(|(_, path)| self.find(&path));
                if let Some(node) = node {
                    self.step(node, Edit::Cut(call.words[1].parse().unwrap()));
                }
            }
            (_, Some(_)) => self.named(call),
            _ => {}
        }
    }

    fn opened(&mut self, call: &Call, answer: &str) {
        let Some((number, path)) = open_file(answer) else { return };
        let flags = call.words.get(2).map_or("", String::as_str);
        let there = self.find(&path);
        if there.is_none() && flags.contains("O_CREAT") {
            self.make(&path, false);
        }
        let Some(node) = self.find(&path) else { return };
        if there.is_some() && flags.contains("O_TRUNC") {
            self.step(node, Edit::Cut(0));
        }
        assert!(!flags.contains("O_APPEND"), "appending is not modelled: {path}");
        self.offsets.insert((number.to_owned(), path), 0);
    }

    /// Calls that only change names.
    fn named(&mut self, call: &Call) {
        let texts: Vec<String> = call
            .words
            .iter()
            .filter(|word| word.starts_with('"'))
            .map(|word| String::from_utf8_lossy(&bytes(word)).into_owned())
            .collect();
        // The programs under test give whole paths, or names inside an open folder.
        let base = call.words.first().and_then(|word| open_file(word));
        let base = base.map_or_else(String::new, |(_, path)| path);
        let whole = |text: &String| {
            if text.starts_with('/') { text.clone() } else { format!("{base}/{text}") }
        };
        let paths: Vec<String> = texts.iter().map(whole).collect();
        match (call.name.as_str(), &paths[..]) {
            ("mkdir" | "mkdirat", [path]) => self.make(path, true),
            ("unlink" | "unlinkat" | "rmdir", [path]) => {
                if let Some((folder, name)) = self.home(path) {
                    self.nodes[folder].live.remove(&name);
                    self.step(folder, Edit::Take(name));
                }
            }
            ("rename" | "renameat" | "renameat2", [from, to]) => self.rename(from, to),
            ("lseek" | "pread64" | "read", _) => {}
            (name, [path, ..]) if self.find(path).is_some() => {
                panic!("{name} is not modelled: {paths:?}")
            }
            _ => {}
        }
    }

    fn make(&mut self, path: &str, folder: bool) {
        let Some((home, name)) = self.home(path) else { return };
        let number = self.nodes.len();
        let names = folder.then(BTreeMap::new);
        self.nodes.push(Node { names, ..Node::default() });
        self.nodes[home].live.insert(name.clone(), number);
        self.step(home, Edit::Put(name, number));
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (Some((home, old)), Some((goal, new))) = (self.home(from), self.home(to)) else {
            return;
        };
        let Some(node) = self.nodes[home].live.remove(&old) else { return };
        self.nodes[goal].live.insert(new.clone(), node);
        if home == goal {
            self.step(home, Edit::Move(old, new, node));
        } else {
            self.step(goal, Edit::Put(new, node));
            self.step(home, Edit::Take(old));
        }
    }

    fn step(&mut self, node: usize, edit: Edit) -> u64 {
        self.serial += 1;
        let serial = self.serial;
        self.nodes[node].steps.push(Step { serial, edit, stand: Stand::Done });
        serial
    }

    fn stand(&mut self, node: usize, serials: &[u64], stand: Stand) {
        let steps = self.nodes[node].steps.iter_mut();
        steps.filter(|step| serials.contains(&step.serial)).for_each(|step| step.stand = stand);
    }

    /// What is certain, and has nothing uncertain before it, is what the node was.
    fn settle(&mut self, node: usize) {
        let node = &mut self.nodes[node];
        let open = node.steps.iter().position(|step| step.stand != Stand::Safe);
        let certain = open.unwrap_or(node.steps.len());
        let steps: Vec<Step> = node.steps.drain(..certain).collect();
        for step in steps {
            node.take(&step.edit);
        }
    }

    /// The node of a path under this folder.
    fn find(&self, path: &str) -> Option<usize> {
        let inside = path.strip_prefix(&self.root)?;
        let mut names = inside.split('/').filter(|name| !name.is_empty());
        names.try_fold(0, |node: usize, name| self.nodes[node].live.get(name).copied())
    }

    /// The folder of a path, and the name in it.
    fn home(&self, path: &str) -> Option<(usize, String)> {
        let (folder, name) = path.trim_end_matches('/').rsplit_once('/')?;
        Some((self.find(folder)?, name.to_owned()))
    }
}

impl Node {
    /// Does an edit for certain.
    pub fn take(&mut self, edit: &Edit) {
        match edit {
            Edit::Write { at, bytes } => self.content.write(*at, bytes),
            Edit::Cut(size) => self.content.cut(*size),
            Edit::Put(name, node) => self.name(name, Some(*node)),
            Edit::Take(name) => self.name(name, None),
            Edit::Move(from, to, node) => {
                self.name(from, None);
                self.name(to, Some(*node));
            }
        }
    }

    fn name(&mut self, name: &str, node: Option<usize>) {
        let names = self.names.as_mut().expect("a folder");
        match node {
            Some(node) => names.insert(name.to_owned(), node),
            None => names.remove(name),
        };
    }
}
