//! Finding residents from the command line.
use crate::cli::{
    intakes::lines,
    program::{fed, loket, office},
};

#[test]
fn residents_are_found_by_words_in_any_order_and_their_nik_is_masked() {
    let place = office();
    fed(place.path(), &["terima"], lines(0..40).as_bytes()).done();
    let answer = loket(place.path(), &["cari", "aminah", "siti"]).done();
    assert_eq!(answer.rows().len(), 4);
    for row in answer.rows() {
        assert_eq!((row[0], row.len()), ("Siti Aminah", 4));
        assert!(row[1].starts_with("6471**") && row[1].ends_with("******"), "{row:?}");
    }
    let limited = loket(place.path(), &["cari", "siti", "--batas", "2"]).done();
    assert_eq!(limited.rows().len(), 2);
}

#[test]
fn found_residents_come_as_objects_like_those_of_the_export() {
    let place = office();
    fed(place.path(), &["terima"], lines(0..12).as_bytes()).done();
    let found = loket(place.path(), &["cari", "suharto", "--json"]).done().objects();
    let all = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done().objects();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| all.contains(one)));
    assert_eq!(found[0]["nik"].as_str().unwrap().len(), 16);
}

#[test]
fn finding_nobody_is_no_failure() {
    let place = office();
    for query in [".*", "(a+)+$", "[", "\\", "\u{301}"] {
        let answer = loket(place.path(), &["cari", query]);
        assert_eq!((answer.status, answer.out.as_str()), (0, ""), "{query}");
        assert_eq!(answer.told, "Tidak ada warga yang cocok.\n");
        assert_eq!(loket(place.path(), &["cari", query, "--json"]).done().out, "");
    }
}
