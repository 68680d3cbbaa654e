//! Names that only some files may say, so that what they stand for is done in one place.
use crate::layers::source::Source;

/// A fence around some names.
#[derive(Debug)]
pub(crate) struct Fence {
    /// The names; `x*` is every name that begins so.
    words: &'static [&'static str],
    /// Where they may stand: a folder (`src/tui/`), a file, or every file of a name (`*/windows.rs`).
    inside: &'static [&'static str],
    /// What to do instead.
    instead: &'static str,
}

/// The fences around `src`.
pub(crate) const FENCES: &[Fence] = &[
    Fence {
        words: &["ratatui*", "crossterm", "tui_input"],
        inside: &["src/tui/"],
        instead: "whatever is drawn or typed belongs to tui",
    },
    Fence {
        words: &["sled"],
        inside: &["src/store/index.rs", "src/fault.rs"],
        instead: "go through the store's Reader and Change",
    },
    Fence {
        words: &["bincode"],
        inside: &["src/store/codec.rs"],
        instead: "let store/codec.rs turn it into bytes",
    },
    Fence {
        words: &[
            "sha1*", "sha2", "sha3", "blake*", "md5", "aes*", "chacha*", "argon2", "hmac", "hkdf",
            "x25519*", "p256", "rsa",
        ],
        inside: &["src/store/cipher.rs"],
        instead: "hand the bytes to store/cipher.rs",
    },
    Fence {
        words: &["ed25519*"],
        inside: &["src/store/signet.rs"],
        instead: "have store/signet.rs sign it",
    },
    Fence {
        words: &["zeroize"],
        inside: &["src/store/cipher.rs", "src/store/slot.rs"],
        instead: "keys are handled in the store; everything else is wiped by the allocator",
    },
    Fence {
        words: &["trifle", "set_cost"],
        inside: &["src/store/cipher.rs", "src/desk/counter.rs"],
        instead: "only tests may make a passphrase cheap to guess",
    },
    Fence {
        words: &["seat"],
        inside: &[
            "src/desk/counter.rs",
            "src/desk/entrance.rs",
            "src/desk/setup.rs",
            "src/desk/practice/",
            "src/tui/stack.rs",
        ],
        instead: "an officer sits down by a passphrase: Desk::enter",
    },
    Fence {
        words: &["libc"],
        inside: &["src/store/blocks.rs"],
        instead: "what only one system has stands where its twin for the others stands",
    },
    Fence {
        words: &["rustix"],
        inside: &["src/store/memory.rs", "src/store/sync.rs", "src/tui/terminal.rs"],
        instead: "what only one system has stands where its twin for the others stands",
    },
    Fence {
        words: &["windows_sys"],
        inside: &["*/windows.rs"],
        instead: "what only Windows offers goes into a file named windows.rs, with a twin beside it",
    },
    Fence {
        words: &["signal_hook"],
        inside: &["src/tui/terminal.rs"],
        instead: "tui/terminal.rs turns signals into calls that every system could make",
    },
    Fence {
        words: &["zeroizing_alloc"],
        inside: &["src/main.rs"],
        instead: "the whole program has one allocator",
    },
    Fence {
        words: &["SystemTime", "UNIX_EPOCH", "Utc::now", "Local::now"],
        inside: &["src/desk/counter.rs"],
        instead: "ask the desk what time it is, or be told",
    },
    Fence {
        words: &["Instant::now"],
        inside: &["src/tui/run.rs", "src/store/keeper.rs"],
        instead: "deadlines belong to the loop in tui/run.rs; everything else is told the time",
    },
    Fence {
        words: &["println!", "print!", "eprintln!", "eprint!"],
        inside: &["src/cli/", "src/plain/"],
        instead: "return what is to be said; cli and plain say it",
    },
    Fence {
        words: &["io::stdout", "io::stderr", "stdout()", "stderr()"],
        inside: &["src/cli/", "src/plain/", "src/tui/terminal.rs"],
        instead: "write to what is handed in; cli, plain and tui/terminal.rs own the terminal",
    },
    Fence {
        words: &["unsafe"],
        inside: &["*/windows.rs"],
        instead: "find a safe way; what only Windows offers goes into a file named windows.rs",
    },
];

/// The fences around tests.
pub(crate) const TEST_FENCES: &[Fence] = &[
    Fence {
        words: &["thread::sleep", "sleep"],
        inside: &[],
        instead: "wait for what is to come, on a channel or a deadline of the driver",
    },
    Fence { words: &["unsafe"], inside: &[], instead: "a test needs none" },
];

impl Fence {
    fn lets(&self, path: &str) -> bool {
        self.inside.iter().any(|place| match place.strip_prefix('*') {
            Some(name) => path.ends_with(name),
            None => path == *place || (place.ends_with('/') && path.starts_with(place)),
        })
    }
}

/// The names in a file that are fenced off from it.
pub(crate) fn crossed(fences: &[Fence], source: &Source) -> Vec<String> {
    let fences = fences.iter().filter(|fence| !fence.lets(&source.path));
    fences
        .flat_map(|fence| {
            let said = fence.words.iter().filter(|word| source.names(word));
            said.map(|word| format!("{} must not name {word}: {}", source.path, fence.instead))
        })
        .collect()
}

#[test]
fn every_fence_stops_every_name_outside_and_none_inside() {
    for fence in FENCES.iter().chain(TEST_FENCES) {
        for word in fence.words {
            let code = format!("fn a() {{ {} (b) }}", word.trim_end_matches('*'));
            let told = |path: &str| crossed(std::slice::from_ref(fence), &Source::of(path, &code));
            assert!(!told("src/report/counts.rs").is_empty(), "{word}");
            for place in fence.inside {
                let path = match place.strip_prefix('*') {
                    Some(name) => format!("src/print{name}"),
                    None if place.ends_with('/') => format!("{place}x.rs"),
                    None => (*place).to_owned(),
                };
                assert_eq!(told(&path), [""; 0], "{word}");
            }
        }
    }
}

#[test]
fn a_fence_leaves_words_and_fields_alone() {
    let code = "//! As sled does.\nlet a = \"unsafe\"; child.stdout.take(); unsafe_code;";
    assert_eq!(crossed(FENCES, &Source::of("src/print/spool.rs", code)), [""; 0]);
}
