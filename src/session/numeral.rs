//! Numbers as people type them.

/// What a typed number can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// One number, in the contract's form.
    Number(String),
    /// Two numbers: `1,000` is one or a thousand, and only the writer knows.
    Either {
        /// With the mark before decimals.
        decimal: String,
        /// With the mark between thousands.
        grouped: String,
    },
    /// No number: kept as it was typed, for the reader to refuse.
    Other(String),
}

/// Reads a number with a decimal comma or point, with or without marks between
/// thousands.
///
/// A half-typed `0.` or `.5` is the number it will be. One mark before exactly
/// three digits can mean either; two different marks, or several of one, cannot.
#[must_use]
pub fn numeral(typed: &str) -> Numeral {
    let typed = typed.trim();
    let (sign, unsigned) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", typed),
    };
    let groups: Vec<&str> = unsigned.split(is_mark).collect();
    let marks: Vec<char> = unsigned.chars().filter(|character| is_mark(*character)).collect();
    let only_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if !only_digits || groups.iter().all(|group| group.is_empty()) {
        return Numeral::Other(typed.to_owned());
    }
    let decimal = |whole: &str, decimals: &str| {
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{decimals}")
    };
    let is_grouped = |groups: &[&str]| match groups {
        [] | [_] => true,
        [first, others @ ..] => {
            (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3)
        }
    };
    match (groups.as_slice(), marks.as_slice()) {
        ([whole], []) => Numeral::Number(decimal(whole, "")),
        ([whole, decimals], [mark]) if stands_before_decimals(*mark) => {
            let grouped = is_grouped(&groups) && !whole.starts_with('0');
            if grouped {
                Numeral::Either {
                    decimal: decimal(whole, decimals),
                    grouped: decimal(&groups.concat(), ""),
                }
            } else {
                Numeral::Number(decimal(whole, decimals))
            }
        }
        (groups, marks) => {
            let ends_in_decimals = match marks {
                [others @ .., last] => stands_before_decimals(*last) && !others.contains(last),
                [] => false,
            };
            let (whole, decimals) = match groups {
                [whole @ .., decimals] if ends_in_decimals => (whole, *decimals),
                _ => (groups, ""),
            };
            let group_marks = marks.get(..whole.len().saturating_sub(1)).unwrap_or_default();
            let one_kind = group_marks.windows(2).all(|pair| pair.first() == pair.last());
            if is_grouped(whole) && one_kind {
                Numeral::Number(decimal(&whole.concat(), decimals))
            } else {
                Numeral::Other(typed.to_owned())
            }
        }
    }
}

/// What stands before decimals; everything else that is a mark only stands
/// between thousands.
fn stands_before_decimals(mark: char) -> bool {
    matches!(mark, '.' | ',')
}

/// What stands before decimals or between thousands somewhere in the world.
fn is_mark(character: char) -> bool {
    matches!(character, '.' | ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Numeral {
        Numeral::Number(text.to_owned())
    }

    #[test]
    fn comma_and_point_both_stand_before_decimals() {
        for (typed, read) in [
            ("2.1", "2.1"),
            ("2,1", "2.1"),
            (" 2,10 ", "2.10"),
            ("0,500", "0.500"),
            (".5", "0.5"),
            ("5.", "5"),
            ("0.", "0"),
            ("007", "7"),
            ("-3,5", "-3.5"),
            ("\u{2212}3", "-3"),
            ("150", "150"),
            ("1234,5", "1234.5"),
            ("1234,500", "1234.500"),
        ] {
            assert_eq!(numeral(typed), number(read), "{typed}");
        }
    }

    #[test]
    fn marks_between_thousands_are_told_by_there_being_two() {
        for (typed, read) in [
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1,234,567", "1234567"),
            ("150 000", "150000"),
            ("1\u{202f}234,5", "1234.5"),
            ("1'234.5", "1234.5"),
            ("1'000", "1000"),
            ("1\u{2019}000", "1000"),
        ] {
            assert_eq!(numeral(typed), number(read), "{typed}");
        }
    }

    #[test]
    fn one_mark_before_three_digits_can_mean_either() {
        for typed in ["1,000", "1.000", "150,000", "-1,000"] {
            assert!(matches!(numeral(typed), Numeral::Either { .. }), "{typed}");
        }
        assert_eq!(
            numeral("1,500"),
            Numeral::Either { decimal: "1.500".to_owned(), grouped: "1500".to_owned() }
        );
    }

    #[test]
    fn anything_else_is_kept_as_it_was_typed() {
        for typed in [
            "",
            "-",
            "abc",
            "1e5",
            "<0.3",
            "1.2.3",
            "1,2,3",
            "1 2",
            "5'5",
            "12\u{2019}5",
            ",",
            "1,23,456",
            "5 mg",
        ] {
            assert_eq!(numeral(typed), Numeral::Other(typed.to_owned()), "{typed}");
        }
    }
}
