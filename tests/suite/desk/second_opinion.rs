//! Another program, which shares no code with this one, reads the squares of letters and agrees.
use std::{
    env, fs,
    io::Write as _,
    process::{Command, Stdio},
};

use loket::{
    desk::{
        genuine::{Foreign, Verdict},
        imprints::Imprints,
    },
    domain::{
        date::Day,
        hallmark::{Hallmark, Signed},
        ticket::{Series, Ticket},
    },
    store::signet::Signet,
};

use crate::desk::genuine::verdict;

const OTHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/desk/verifikasi.py");

/// Throws the same dice in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        [(); N].map(|()| u8::try_from(self.below(256)).unwrap())
    }
}

const fn today() -> Day {
    Day(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())
}

/// A square as some office might write it, with numbers of all shapes.
fn square(dice: &mut Dice, signets: &[Signet]) -> String {
    let numbers = ["400.9/017/PSK/XI/2026", "474 / é*% / desa_baru", "B-12", "Ketr.\u{1f4dc}/3"];
    let key = dice.below(signets.len());
    let number = u32::try_from(1 + dice.below(99_999)).unwrap();
    let mark = Hallmark {
        practice: dice.below(10) == 0,
        office: "64.71.06.1001".parse().unwrap(),
        key: u16::try_from(key).unwrap(),
        number: numbers[dice.below(numbers.len())].to_owned(),
        kind: ["RUJUKAN", "RUJUK-RSJ", "ket"][dice.below(3)].to_owned(),
        ticket: (number % 5 > 0).then_some(Ticket {
            series: Series::Referral,
            year: 2026,
            month: 11,
            number,
        }),
        day: today(),
        valid_until: (dice.below(2) == 0).then(today),
        head: dice.bytes(),
        salt: dice.bytes(),
        bound: dice.bytes(),
    };
    let signature = signets[key].sign(mark.to_string().as_bytes());
    Signed { mark, signature }.to_string()
}

/// The square with a few of its signs changed, dropped or doubled.
fn forged(dice: &mut Dice, square: &str) -> String {
    let mut signs: Vec<char> = square.chars().collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(signs.len());
        match dice.below(3) {
            0 => signs[at] = char::from(b'A' + u8::try_from(dice.below(26)).unwrap()),
            1 => drop(signs.remove(at)),
            _ => signs.insert(at, signs[at]),
        }
    }
    signs.into_iter().collect()
}

/// What this program says, in the other one's words.
fn own(square: &str, imprints: &Imprints) -> String {
    let told = |mark: &Hallmark| {
        let until = mark.valid_until.map(|day| day.iso().replace('-', "")).unwrap_or_default();
        let day = mark.day.iso().replace('-', "");
        let Hallmark { number, kind, .. } = mark;
        let ticket = mark.ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
        format!("{number}\t{kind}\t{ticket}\t{day}\t{until}")
    };
    match verdict(square, imprints, None, today()) {
        Verdict::Genuine(mark) => format!("ya\tLOKET1\t{}", told(&mark)),
        Verdict::Foreign(Foreign::Practice) => {
            format!("ya\tLATIHAN1\t{}", told(&square.parse::<Signed>().unwrap().mark))
        }
        _ => "tidak".to_owned(),
    }
}

#[test]
fn a_verifier_that_shares_no_code_agrees_on_a_thousand_squares() {
    let known = Command::new("python3").args(["-c", "import cryptography"]).output();
    if !known.is_ok_and(|answer| answer.status.success()) {
        println!("DILEWATI: python3 dengan cryptography tidak ada");
        return;
    }
    let signets = [[1; 32], [2; 32]].map(|secret| Signet::of(&secret));
    let imprints = Imprints {
        office: "64.71.06.1001".parse().unwrap(),
        name: "Kelurahan Sepinggan".to_owned(),
        keys: (0..).zip(signets.iter().map(Signet::imprint)).collect(),
    };
    let file = env::temp_dir().join(format!("loket-kunci-kedua-{}.txt", std::process::id()));
    fs::write(&file, imprints.to_string()).unwrap();
    let mut dice = Dice(20_261_124);
    let squares: Vec<String> = (0..1_000)
        .map(|nth| {
            let square = square(&mut dice, &signets);
            if nth % 2 == 0 { square } else { forged(&mut dice, &square) }
        })
        .collect();
    let mut other = Command::new("python3")
        .arg(OTHER)
        .arg(&file)
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, lines) = (other.stdin.take().unwrap(), squares.join("\n"));
    let feeder = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let answer = other.wait_with_output().unwrap();
    feeder.join().unwrap().unwrap();
    fs::remove_file(file).unwrap();
    assert!(answer.status.success());
    let told = String::from_utf8(answer.stdout).unwrap();
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), squares.len());
    for (square, told) in squares.iter().zip(&told) {
        assert_eq!(*told, own(square, &imprints), "{square}");
    }
    let yes = told.iter().filter(|told| told.starts_with("ya")).count();
    assert!((500..520).contains(&yes), "{yes} of them genuine");
}
