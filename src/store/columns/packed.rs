//! Numbers of at most sixteen digits in 64 bits, four a digit: a part of one is found without
//! writing it out.
/// The most digits.
const DIGITS: u32 = 16;

/// A digit's bits that stand for no digit; a number begins behind them.
const BLANK: u64 = 0xf;

/// No number.
pub const NONE: u64 = u64::MAX;

/// A one in every digit.
const ONES: u64 = 0x1111_1111_1111_1111;

/// The digits of a text, the last sixteen of them; what is no digit is left out.
#[must_use]
pub fn packed(text: &str) -> u64 {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    digits.fold(NONE, |packed, digit| packed << 4 | u64::from(digit - b'0'))
}

/// A number of exactly sixteen digits, such as a NIK.
#[must_use]
pub fn sixteen(mut number: u64) -> u64 {
    (0..DIGITS).fold(0, |packed, place| {
        let digit = number % 10;
        number /= 10;
        packed | digit << (4 * place)
    })
}

/// The number that sixteen digits are; nothing where there are fewer.
#[must_use]
pub fn number(packed: u64) -> Option<u64> {
    let mut number = 0;
    for place in (0..DIGITS).rev() {
        let digit = packed >> (4 * place) & BLANK;
        number = if digit > 9 { return None } else { number * 10 + digit };
    }
    Some(number)
}

/// The highest bit of every digit.
const HIGH: u64 = ONES << 3;

/// Some digits that numbers are searched for.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    digits: u64,
    count: u32,
    /// Numbers that are all one digit: of the last digit of the part, the one before it, and so on.
    alike: [u64; DIGITS as usize],
}

/// The highest bit of every digit in which two numbers do not differ.
const fn same(one: u64, other: u64) -> u64 {
    let differ = one ^ other;
    !(((differ & !HIGH) + (ONES * 7)) | differ) & HIGH
}

impl Part {
    /// The digits of a text, if there are at most sixteen.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let count = u32::try_from(text.len()).ok().filter(|count| (1..=DIGITS).contains(count))?;
        let digits = packed(text);
        let mut alike = [NONE; DIGITS as usize];
        for (at, number) in (0..count).zip(&mut alike) {
            *number = (digits >> (4 * at) & BLANK) * ONES;
        }
        text.bytes().all(|byte| byte.is_ascii_digit()).then_some(Self { digits, count, alike })
    }

    /// How many digits it has.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Whether nothing of a number is missing.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.count == DIGITS
    }

    /// Whether a number has these digits in this order.
    #[must_use]
    pub fn is_in(&self, number: u64) -> bool {
        // Where the last of the digits stands, a bit each; two digits leave few numbers.
        let mut places = same(number, self.alike[0]);
        if self.count > 1 {
            places &= same(number, self.alike[1]) >> 4;
        }
        if places == 0 || self.count < 3 {
            return places != 0;
        }
        let rest = (2..self.count).zip(self.alike.iter().skip(2));
        rest.fold(places, |places, (at, alike)| places & same(number, *alike) >> (4 * at)) != 0
    }

    /// Whether a number of sixteen digits begins with them.
    #[must_use]
    pub const fn begins(&self, number: u64) -> bool {
        number != NONE && (self.digits ^ number >> (4 * (DIGITS - self.count))) & self.mask() == 0
    }

    /// The bits of its digits.
    const fn mask(&self) -> u64 {
        u64::MAX >> (4 * (DIGITS - self.count))
    }

    /// Whether a number is just that.
    #[must_use]
    pub const fn is(&self, number: u64) -> bool {
        self.digits == number
    }

    /// How far a number of sixteen digits is from these sixteen: digits that differ, two swapped
    /// neighbours counted as one.
    #[must_use]
    pub const fn apart(&self, number: u64) -> u32 {
        apart(self.digits, number)
    }
}

/// In how many digits two numbers differ, two swapped neighbours counted as one.
#[must_use]
pub const fn apart(one: u64, other: u64) -> u32 {
    let differ = one ^ other;
    let marks = (differ | differ >> 1 | differ >> 2 | differ >> 3) & ONES;
    let count = marks.count_ones();
    if count == 2 {
        let low = marks.trailing_zeros();
        let (a, b) = (one >> low & 0xff, other >> low & 0xff);
        if marks == 0x11 << low && a == (b >> 4 | (b & BLANK) << 4) {
            return 1;
        }
    }
    count
}
