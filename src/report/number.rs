//! Exact numbers on the wire.

use serde::{Serialize, Serializer};

use crate::scoring::Exact;

/// Above this a whole number may not be a double.
const EXACT_DOUBLES: i128 = 1 << 53;
/// The same, of the width that is written.
const EXACT_WHOLE: i64 = 1 << 53;

/// A number of a result: the shortest decimal of its nearest double.
pub(super) struct Number(pub(super) Exact);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (numerator, denominator) = self.0.fraction();
        let whole = numerator / denominator;
        match i64::try_from(whole) {
            Ok(whole) if numerator % denominator == 0 && whole.abs() < EXACT_WHOLE => {
                serializer.serialize_i64(whole)
            }
            _ => serializer.serialize_f64(nearest_double(self.0)),
        }
    }
}

/// The double that lies nearest to an exact number.
///
/// This is the one place where a number of an assessment becomes a binary
/// fraction, after all decisions.
#[must_use]
#[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "each cast is argued for")]
pub fn nearest_double(value: Exact) -> f64 {
    let (numerator, denominator) = value.fraction();
    if numerator.abs() < EXACT_DOUBLES && denominator < EXACT_DOUBLES {
        // Both are doubles as they are, and one division rounds once.
        return numerator as f64 / denominator as f64;
    }
    // More digits than a double has, and a last one for all that follow: then
    // the cast rounds as if it saw the whole quotient.
    let mut quotient = numerator.abs() / denominator;
    let mut remainder = numerator.abs() % denominator;
    let mut halvings = 0_i32;
    while quotient < EXACT_DOUBLES << 10 && remainder != 0 {
        remainder *= 2;
        quotient = quotient * 2 + remainder / denominator;
        remainder %= denominator;
        halvings += 1;
    }
    quotient |= i128::from(remainder != 0);
    let magnitude = quotient as f64 * 0.5_f64.powi(halvings);
    if numerator < 0 { -magnitude } else { magnitude }
}

/// The square root of a number that is not below zero, rounded half up to so
/// many decimals. Only for reading, like every root.
pub(super) fn square_root(value: Exact, places: u32) -> Exact {
    let (numerator, denominator) = value.fraction();
    let scale = 10_i128.pow(places);
    // The root of what is below a whole number has the same whole part.
    let twice = numerator.max(0).saturating_mul(4 * scale * scale) / denominator;
    let twice = u128::try_from(twice).unwrap_or_default().isqrt();
    let whole = |number: u128| Exact::integer(i64::try_from(number).unwrap_or(i64::MAX));
    (whole(twice.div_ceil(2)) / whole(scale.unsigned_abs())).reduced()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: Exact) -> String {
        serde_json::to_string(&Number(value)).expect("a number is written")
    }

    #[test]
    fn a_decimal_is_written_as_it_was_read() {
        for text in ["2.502", "0.168", "0.1", "-12.5", "80", "0", "999999.999999"] {
            assert_eq!(json(Exact::parse(text).expect("a number")), text);
        }
    }

    #[test]
    fn a_fraction_is_written_as_its_nearest_double() {
        assert_eq!(json(Exact::ratio(7, 6)), "1.1666666666666667");
        assert_eq!(json(Exact::ratio(40, 20)), "2");
        assert_eq!(json(Exact::integer(-1_000_000_000_000)), "-1000000000000");
    }

    #[test]
    fn many_digits_round_once() {
        // 9007199254740993 / 2^53 lies between two doubles; over a denominator
        // too large to be one, the long way has to agree with the parser.
        let one = Exact::parse("999999999.999999").expect("a number");
        let other = Exact::parse("0.000007").expect("a number");
        let third = Exact::ratio(1, 3);
        for (value, decimal) in [
            (one * one, "999999999999998000.000000000001"),
            (one * one * third, "333333333333332666.666666666667"),
            (one * third * other, "2333.333333333331"),
            (one * third * other * third, "777.777777777777"),
        ] {
            let parsed: f64 = decimal.parse().expect("a double");
            assert_eq!(nearest_double(value).to_bits(), parsed.to_bits(), "{decimal}");
        }
    }

    #[test]
    fn a_root_is_rounded_half_up() {
        for (value, places, root) in [
            ("2209", 1, "47"),
            ("2", 3, "1.414"),
            ("3", 4, "1.7321"),
            ("0.0025", 1, "0.1"),
            ("0.0024", 1, "0"),
            ("0", 2, "0"),
        ] {
            let [value, root] = [value, root].map(|it| Exact::parse(it).expect("a number"));
            assert_eq!(square_root(value, places), root);
        }
    }
}
