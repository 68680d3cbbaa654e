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

/// Some digits that numbers are searched for.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    digits: u64,
    count: u32,
}

impl Part {
    /// The digits of a text, if there are at most sixteen.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let count = u32::try_from(text.len()).ok().filter(|count| (1..=16).contains(count))?;
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| Self { digits: packed(text), count })
    }

    /// How many digits it has.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.count
    }

    /// Where the last of its digits stands in a number: each such place is a set bit, at the
    /// highest bit of the four.
    const fn places(self, number: u64) -> u64 {
        let mut places = ONES << 3;
        let mut at = 0;
        while at < self.count && places != 0 {
            let digit = self.digits >> (4 * at) & BLANK;
            let other = number ^ digit * ONES;
            // The highest bit of the four is set where none of them differs.
            let same = !(((other & ONES * 7) + ONES * 7) | other) & (ONES << 3);
            places &= same >> (4 * at);
            at += 1;
        }
        places
    }

    /// Whether a number has these digits in this order.
    #[must_use]
    pub const fn is_in(self, number: u64) -> bool {
        self.places(number) != 0
    }

    /// Whether a number begins with them.
    #[must_use]
    pub const fn begins(self, number: u64) -> bool {
        let blanks = (!number).leading_zeros() / 4;
        let Some(last) = 16_u32.checked_sub(blanks + self.count) else { return false };
        self.places(number) >> (4 * last + 3) & 1 == 1
    }

    /// Whether a number is just that.
    #[must_use]
    pub const fn is(self, number: u64) -> bool {
        self.digits == number
    }

    /// How far a number of sixteen digits is from these sixteen: digits that differ, two swapped
    /// neighbours counted as one.
    #[must_use]
    pub const fn apart(self, number: u64) -> u32 {
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
