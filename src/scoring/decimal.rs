//! Numbers as people read them.

use super::Exact;

/// A number rounded half up to at most `places` decimals, without trailing
/// zeros, written with the decimal mark of a language.
///
/// Only for reading: every decision has been taken on the exact number.
#[must_use]
pub fn decimal(value: Exact, places: u32, mark: char) -> String {
    let (numerator, denominator) = value.fraction();
    let scale = 10_i128.pow(places);
    let rounded = (numerator.abs() * scale * 2 + denominator) / (denominator * 2);
    // Nothing that is shown has more digits, and these are written in less code.
    let [whole, fraction] =
        [rounded / scale, rounded % scale].map(|part| u64::try_from(part).unwrap_or(u64::MAX));
    let sign = if numerator < 0 && rounded != 0 { "\u{2212}" } else { "" };
    let width = usize::try_from(places).unwrap_or(0);
    let decimals = format!("{fraction:0width$}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}{mark}{decimals}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_rounded_half_up_and_loses_its_trailing_zeros() {
        for (text, places, shown) in [
            ("2.502", 3, "2.502"),
            ("2.502", 2, "2.5"),
            ("2.505", 2, "2.51"),
            ("80", 2, "80"),
            ("0.0004", 3, "0"),
            ("-0.0004", 3, "0"),
            ("-12.5", 1, "\u{2212}12.5"),
            ("0.5", 0, "1"),
        ] {
            let value = Exact::parse(text).expect("a number");
            assert_eq!(decimal(value, places, '.'), shown, "{text} to {places}");
        }
        assert_eq!(decimal(Exact::ratio(1, 3), 3, ','), "0,333");
    }
}
