//! What the screens of the office look like, and that none falls over at any size.
use crate::flows::settled::Office;

/// The way from the settings to each screen.
const WAYS: &[(&str, &str)] = &[
    ("pengaturan", ""),
    ("kantor", "<enter>"),
    ("daftar_petugas", "<down><enter>"),
    ("petugas", "<down><enter><enter>"),
    ("petugas_baru", "<down><enter><c-n>"),
    ("daftar_lembaga", "<down><down><enter>"),
    ("lembaga", "<down><down><enter><enter>"),
    ("daftar_layanan", "<down><down><down><enter>"),
    ("layanan", "<down><down><down><enter><enter>"),
    ("daftar_templat", "<down><down><down><down><down><enter>"),
    ("daftar_surat", "<down><down><down><down><enter>"),
    ("surat", "<down><down><down><down><enter><enter>"),
    ("insiden", "<down><down><down><down><down><down><enter>"),
    ("cadangan", "<end><up><enter>"),
    ("folder_cadangan", "<end><up><enter><f2>"),
];

#[test]
fn every_screen_of_the_office_at_two_sizes() {
    let mut office = Office::settled("layar");
    let clerk = &mut office.clerk;
    let folder = std::env::temp_dir().display().to_string();
    for (name, way) in WAYS {
        clerk.types("<esc><esc><esc><home>").types(way);
        for (width, height) in [(80, 24), (40, 12)] {
            let seen = clerk.size(width, height).screen();
            let seen: Vec<_> = seen.lines().filter(|line| !line.contains(&folder)).collect();
            insta::assert_snapshot!(format!("{name}_{width}"), seen.join("\n"));
        }
        clerk.size(80, 24);
    }
    office.done();
}

#[test]
fn no_screen_of_the_office_falls_over_at_any_size() {
    let mut office = Office::settled("ukuran");
    for (_, way) in WAYS {
        office.clerk.types("<esc><esc><esc><home>").types(way);
        sweep(&mut office.clerk);
    }
    office.done();
}

#[test]
fn no_step_of_the_first_run_falls_over_at_any_size() {
    let mut office = Office::empty("ukuran-pertama");
    sweep(&mut office.clerk);
    for keys in ["damai", "<down><down>", "<enter>", "<f2>"] {
        sweep(office.clerk.types(keys));
    }
    office.clerk.size(40, 12).types("<esc><esc>");
    insta::assert_snapshot!("langkah_1_40", office.clerk.screen());
    office.clerk.types("<enter>");
    insta::assert_snapshot!("langkah_2_40", office.clerk.screen());
    office.clerk.types("<f2>");
    insta::assert_snapshot!("langkah_3_40", office.clerk.screen());
    office.done();
}

fn sweep(clerk: &mut crate::clerk::Clerk) {
    for width in (1..=100).step_by(9) {
        for height in (1..=40).step_by(3) {
            clerk.size(width, height).screen();
        }
    }
    clerk.size(80, 24);
}
