use loket::domain::choice::Choice as _;
use loket::letter::{filled::lay, kinds::KINDS};
use loket::print::{page::Paper, pdf, text};
#[test]
fn look() {
    for kind in KINDS {
        for (n, f) in [("s", kind.sample().unwrap()), ("l", kind.longest().unwrap())] {
            for p in Paper::ALL {
                match lay(&f, *p, Some("RJK-202611-00017-5")) {
                    Ok(d) => {
                        let b = pdf::render(&d).unwrap();
                        let name = format!("/tmp/look/{}-{n}-{}", kind.code, p.code());
                        std::fs::write(format!("{name}.pdf"), &b).unwrap();
                        std::fs::write(format!("{name}.txt"), text::render(&d)).unwrap();
                        let sz = d.pages[0].lines.iter().map(|l| l.size).fold(0.0, f32::max) / 1.3;
                        println!("{name} {} body {sz}", b.len());
                    }
                    Err(e) => println!("{} {n} {} {e}", kind.code, p.code()),
                }
            }
        }
    }
}
