//! What a page is made of, before anyone knows where on the paper it stands.

/// How words look beside the body text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Times the size of the body text.
    pub scale: f32,
    pub bold: bool,
}

/// The body text.
pub const BODY: Style = Style { scale: 1.0, bold: false };
/// Words that stand out in the body text.
pub const STRONG: Style = Style { scale: 1.0, bold: true };
/// The offices above this one, in the letterhead.
pub const HEAD: Style = Style { scale: 1.1, bold: true };
/// The office itself, in the letterhead.
pub const OFFICE: Style = Style { scale: 1.3, bold: true };
/// What is read from across a room.
pub const BIG: Style = Style { scale: 4.0, bold: true };
/// Addresses, copies, what stands beside the QR square.
pub const SMALL: Style = Style { scale: 0.8, bold: false };

/// Someone who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// What stands above the office, such as "Mengetahui,"; may be empty.
    pub opening: String,
    /// The office, one line each: "a.n. Lurah Sepinggan", "Sekretaris".
    pub role: String,
    pub name: String,
    /// Rank or staff number below the name; may be empty.
    pub number: String,
}

/// Where the QR square stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// In the lower right corner of the page, its words left of it.
    Foot,
    /// Where the block comes, the following blocks flowing past it; its words are left out.
    Right,
}

/// A part of a page that is laid out as a whole.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A little room.
    Gap,
    /// Centred lines.
    Centred(String, Style),
    /// The line under a letterhead, thick over thin.
    DoubleRule,
    /// A thin line across.
    ThinRule,
    /// Words at the right margin, on the line of what follows if that leaves room.
    Right(String),
    /// "Label : value" lines whose colons stand under each other.
    Rows { rows: Vec<(String, String)>, inset: bool },
    /// A paragraph.
    Paragraph { text: String, style: Style, indented: bool },
    /// A numbered list.
    Items(Vec<String>),
    /// A headed, numbered list in small type: who else gets the letter.
    Copies { heading: String, items: Vec<String> },
    /// Who signs, two at most: the last one stands right.
    Signatures(Vec<Signature>),
    /// Lines at the very foot of the page, under a line where they are torn off.
    Stub(Vec<String>),
    /// A QR square, or only its words where there is nothing to encode.
    Code { content: Option<String>, words: Vec<String>, corner: Corner },
}
