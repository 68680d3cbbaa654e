//! What every paper of the office that is not a letter begins and ends with.
use crate::{
    desk::{
        counter::Desk,
        letterhead::{self, Values},
    },
    domain::{date::Day, letter::Signer},
    fault::Fault,
    print::{
        block::{BODY, Block, HEAD, OFFICE, SMALL, STRONG, Signature, Style},
        pages::Sheets,
    },
};

/// A paper of that title: the letterhead, these blocks, and who signs.
pub(crate) fn sheets(desk: &Desk, title: &str, body: Vec<Block>) -> Result<Sheets, Fault> {
    let day = Day(desk.today());
    let values = letterhead::office(desk, day, "")?;
    let mut blocks = head(&values);
    blocks.extend([Block::Gap, Block::Centred(title.to_uppercase(), STRONG), Block::Gap]);
    blocks.extend(body);
    let [role, name, number] = letterhead::signature(desk, Signer::Coordinator)?;
    let opening = format!("{}, {}", letterhead::town(desk.office()?), day.long());
    blocks.extend([Block::Gap, Block::Signatures(vec![Signature { opening, role, name, number }])]);
    let author = desk.office()?.name.to_string();
    Ok(Sheets { title: title.to_owned(), author, date: day.0, blocks })
}

fn head(values: &Values) -> Vec<Block> {
    let value =
        |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let practice = value("latihan").is_some_and(|told| !told.is_empty());
    let banner =
        practice.then(|| Block::Centred("CONTOH LATIHAN — BUKAN SURAT RESMI".into(), STRONG));
    let lines: [(&str, Style); 6] = [
        ("pemda", HEAD),
        ("kecamatan", HEAD),
        ("kantor", OFFICE),
        ("puskesos", HEAD),
        ("alamat_kantor", SMALL),
        ("kontak_kantor", SMALL),
    ];
    let told = lines.into_iter().filter_map(|(name, style)| Some((value(name)?.clone(), style)));
    let told = told.filter(|(text, _)| !text.is_empty());
    let lines = told.map(|(text, style)| Block::Centred(text, style));
    banner.into_iter().chain(lines).chain([Block::DoubleRule]).collect()
}

/// A heading and what stands under it.
pub(crate) fn section(title: &str, rows: Vec<(String, String)>) -> Vec<Block> {
    let mut blocks = vec![Block::Gap, flush(title, STRONG)];
    if rows.is_empty() {
        blocks.push(flush("Tidak ada.", BODY));
    } else {
        blocks.push(Block::Rows { rows, inset: false });
    }
    blocks
}

/// A paragraph from margin to margin.
pub(crate) fn words(text: impl Into<String>) -> Block {
    flush(text, BODY)
}

fn flush(text: impl Into<String>, style: Style) -> Block {
    Block::Paragraph { text: text.into(), style, indented: false }
}
