//! Exact rational numbers.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Places kept behind the decimal point when a literal is read.
const PLACES: usize = 6;
/// Ten to the power of [`PLACES`]: the common denominator of all literals.
const MILLION: i128 = 1_000_000;
/// Digits allowed before the decimal point.
const WHOLE_DIGITS: usize = 9;

/// An exact rational number: a numerator over a positive denominator.
///
/// It is not reduced unless asked to, and need not be: literals have at most nine digits and
/// six decimals and share one denominator, and the longest chain of operations
/// (the myositis enzyme: two quotients, their difference, a percentage, one
/// comparison) stays below 10³⁴ where `i128` reaches 10³⁸.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

/// Why a text is not a number of the contract's form: an optional minus, at
/// most nine digits, optionally a point and at most six digits; no exponent,
/// no comma, no leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberForm;

impl Exact {
    /// Zero.
    pub const ZERO: Exact = Exact::integer(0);

    /// A whole number.
    #[must_use]
    pub const fn integer(value: i64) -> Exact {
        Exact { numerator: widen(value), denominator: 1 }
    }

    /// A whole number from zero.
    #[must_use]
    #[allow(clippy::as_conversions, reason = "widening keeps the value; `From` is not yet const")]
    pub const fn whole(value: u32) -> Exact {
        Exact { numerator: value as i128, denominator: 1 }
    }

    /// A fraction. The denominator is written in a table, never computed, so a
    /// zero there stops the build.
    #[must_use]
    #[allow(clippy::as_conversions, reason = "widening keeps the value; `From` is not yet const")]
    pub const fn ratio(numerator: i32, denominator: i32) -> Exact {
        assert!(denominator > 0, "a denominator is positive");
        Exact { numerator: widen(numerator as i64), denominator: widen(denominator as i64) }
    }

    /// A number in millionths, which is how literals are kept.
    #[must_use]
    pub const fn millionths(millionths: i64) -> Exact {
        Exact { numerator: widen(millionths), denominator: MILLION }
    }

    /// Reads a literal exactly as the decimal it shows.
    ///
    /// # Errors
    /// [`NumberForm`] where the text has any other form.
    pub fn parse(text: &str) -> Result<Exact, NumberForm> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
            Some(_) => return Err(NumberForm),
            None => (digits, ""),
        };
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty()
            || leading_zero
            || whole.len() > WHOLE_DIGITS
            || decimals.len() > PLACES
            || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            || decimals.contains('.')
        {
            return Err(NumberForm);
        }
        let padding = std::iter::repeat_n(b'0', PLACES - decimals.len());
        let millionths = whole
            .bytes()
            .chain(decimals.bytes())
            .chain(padding)
            .fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let numerator = i128::from(if negative { -millionths } else { millionths });
        Ok(Exact { numerator, denominator: MILLION })
    }

    /// The same number in lowest terms, for sums of many terms whose
    /// denominators differ.
    #[must_use]
    pub const fn reduced(self) -> Exact {
        let (mut divisor, mut rest) = (self.denominator, self.numerator.abs());
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        Exact { numerator: self.numerator / divisor, denominator: self.denominator / divisor }
    }

    /// The same number below zero, or above it again.
    #[must_use]
    pub const fn negated(self) -> Exact {
        Exact { numerator: -self.numerator, denominator: self.denominator }
    }

    /// The number over its denominator, which is positive.
    #[must_use]
    pub const fn fraction(self) -> (i128, i128) {
        (self.numerator, self.denominator)
    }

    /// Whether the number is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }
}

/// `i128::from` in a constant.
#[allow(clippy::as_conversions, reason = "widening keeps the value; `From` is not yet const")]
const fn widen(value: i64) -> i128 {
    value as i128
}

impl From<u32> for Exact {
    fn from(value: u32) -> Exact {
        Exact::whole(value)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if self.denominator == other.denominator {
            self.numerator.cmp(&other.numerator)
        } else {
            (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Exact) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl Add for Exact {
    type Output = Exact;

    fn add(self, other: Exact) -> Exact {
        if self.denominator == other.denominator {
            Exact { numerator: self.numerator + other.numerator, ..self }
        } else {
            Exact {
                numerator: self.numerator * other.denominator + other.numerator * self.denominator,
                denominator: self.denominator * other.denominator,
            }
        }
    }
}

impl Neg for Exact {
    type Output = Exact;

    fn neg(self) -> Exact {
        self.negated()
    }
}

impl Sub for Exact {
    type Output = Exact;

    fn sub(self, other: Exact) -> Exact {
        self + -other
    }
}

impl Mul for Exact {
    type Output = Exact;

    fn mul(self, other: Exact) -> Exact {
        Exact {
            numerator: self.numerator * other.numerator,
            denominator: self.denominator * other.denominator,
        }
    }
}

/// Division by a number that is known to be above zero: a reference limit or a
/// constant of a table. Division by zero or less gives zero instead of a panic;
/// the readers of limits refuse such values before they get here.
impl Div for Exact {
    type Output = Exact;

    fn div(self, divisor: Exact) -> Exact {
        if divisor.numerator <= 0 {
            Exact::ZERO
        } else if self.denominator == divisor.denominator {
            Exact { numerator: self.numerator, denominator: divisor.numerator }
        } else {
            Exact {
                numerator: self.numerator * divisor.denominator,
                denominator: self.denominator * divisor.numerator,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Exact {
        Exact::parse(text).unwrap_or_else(|_| panic!("{text} is a number"))
    }

    #[test]
    fn a_literal_is_the_decimal_it_shows() {
        assert_eq!(number("0.7") - number("0.4"), number("0.3"));
        assert_eq!(number("-12.500000"), Exact::ratio(-25, 2));
        assert_eq!(number("999999999.999999").fraction(), (999_999_999_999_999, 1_000_000));
        assert_eq!(number("-0"), Exact::ZERO);
    }

    #[test]
    fn other_forms_are_no_numbers() {
        for text in [
            "",
            "-",
            "+1",
            "01",
            "00",
            "-01",
            ".5",
            "5.",
            "1e2",
            "1,5",
            " 1",
            "1 ",
            "0.1234567",
            "1234567890",
            "1.2.3",
            "0x1",
            "١",
            "--1",
            "1-",
            "NaN",
        ] {
            assert_eq!(Exact::parse(text), Err(NumberForm), "{text:?}");
        }
    }

    #[test]
    fn lowest_terms_are_the_same_number() {
        assert_eq!(number("-12.5").reduced().fraction(), (-25, 2));
        assert_eq!((number("0.75") / number("0.9")).reduced().fraction(), (5, 6));
        assert_eq!(number("0").reduced().fraction(), (0, 1));
        assert_eq!(Exact::integer(7).reduced().fraction(), (7, 1));
    }

    #[test]
    fn thirds_add_up_to_one() {
        let third = Exact::ratio(1, 3);
        assert_eq!(third + third + third, Exact::integer(1));
        assert_eq!(Exact::integer(1) / Exact::integer(3), third);
    }

    #[test]
    fn the_longest_chain_keeps_its_meaning_at_the_largest_literals() {
        let largest = number("999999999.999999");
        let value = number("1000000");
        let quotient = value / largest - number("999999.999999") / number("999999999.999998");
        let percent = quotient / Exact::integer(15) * Exact::integer(100);
        assert!(percent < Exact::integer(40));
        assert!(percent > Exact::integer(-40));
    }
}
