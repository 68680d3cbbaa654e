//! A window that is pulled about while somebody types.
use crate::{place::Place, terminal::window::Window};

/// How often the size changes between two looks at the screen, and how often somebody looks.
const CHANGES: u32 = 20;
const LOOKS: u32 = 100;

#[test]
fn two_thousand_sizes_while_keys_are_pressed_break_nothing() {
    let place = Place::new();
    let mut window = Window::open(place.path(), &["latihan", "--warga", "40"]);
    window.sees("Kunjungan hari ini");
    let mut state = 7_u32;
    let mut below = |most: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((state >> 16) % most).unwrap()
    };
    let keys =
        ["<f3>", "siti", "<enter>", "<down>", "<esc>", "<c-n>", "<f1>", "2", "<tab>", "<up>"];
    for _ in 0..LOOKS {
        for _ in 0..CHANGES {
            window.squeezes(1 + below(200), 1 + below(60));
            window.types(keys[usize::from(below(10))]);
        }
        window.size(80, 24).sees("F1 Bantuan");
    }
    assert!(window.quits());
}
