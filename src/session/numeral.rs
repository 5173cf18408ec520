//! Numbers as people type them and as laboratories print them.

/// What a typed number can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// One number, in the contract's form.
    Number(String),
    /// A number on one side of which the value lies.
    Compared {
        /// The side, as the contract writes it.
        comparator: &'static str,
        /// The number.
        number: String,
    },
    /// Two numbers between which the value lies.
    Range {
        /// The first.
        from: String,
        /// The second.
        to: String,
    },
    /// One or the other: `1,000` is one or a thousand, and only the writer
    /// knows. So is `<1,000`; both are then written with the comparator, or as
    /// the range, that was typed.
    Either {
        /// With the mark before decimals.
        decimal: String,
        /// With the mark between thousands.
        grouped: String,
    },
    /// The sign of a dipstick, which gives no amount: kept as it was typed.
    Dipstick(String),
    /// No number: kept as it was typed, for the reader to refuse.
    Other(String),
}

/// Comparators as they are printed, and as the contract writes them.
const COMPARATORS: [(&str, &str); 6] =
    [("<=", "<="), ("\u{2264}", "<="), (">=", ">="), ("\u{2265}", ">="), ("<", "<"), (">", ">")];

/// What stands between the ends of a range where this module writes one.
const RANGE_MARK: char = '\u{2013}';

/// The unit of cells in the urine, which may stand behind their number.
const PER_FIELD: &str = "/hpf";

/// What a dipstick shows besides plus signs, in small letters.
const DIPSTICK: [&str; 9] =
    ["neg", "neg.", "negative", "pos", "pos.", "positive", "trace", "traces", "\u{b1}"];

/// Reads a number with a decimal comma or point, with or without marks between
/// thousands: by itself, behind a comparator, or as an end of a range.
///
/// A half-typed `0.` or `.5` is the number it will be. One mark before exactly
/// three digits can mean either; two different marks, or several of one, cannot.
/// A minus in front belongs to its number, one behind a number makes a range.
#[must_use]
pub fn numeral(typed: &str) -> Numeral {
    let typed = typed.trim();
    let amount = without_field(typed).unwrap_or(typed);
    let printed =
        COMPARATORS.iter().find_map(|(sign, code)| Some((code, amount.strip_prefix(sign)?)));
    let read = match printed {
        Some((code, number)) => single(number.trim()).map(|number| number.behind(code)),
        None => single(amount).or_else(|| {
            let (from, to) = ends(amount)?;
            Some(single(from.trim())?.up_to(single(to.trim())?))
        }),
    };
    match read {
        Some(Single { decimal, grouped: Some(grouped) }) => Numeral::Either { decimal, grouped },
        Some(Single { decimal, grouped: None }) => written(&decimal),
        None if is_dipstick(typed) => Numeral::Dipstick(typed.to_owned()),
        None => Numeral::Other(typed.to_owned()),
    }
}

/// What stands before the unit of cells in the urine, where that unit stands.
pub(super) fn without_field(typed: &str) -> Option<&str> {
    let (amount, unit) = typed.split_at_checked(typed.len().checked_sub(PER_FIELD.len())?)?;
    unit.eq_ignore_ascii_case(PER_FIELD).then(|| amount.trim_end())
}

/// A number as this module writes it, with its comparator or as a range.
pub(super) fn written(text: &str) -> Numeral {
    if let Some((from, to)) = text.split_once(RANGE_MARK) {
        return Numeral::Range { from: from.to_owned(), to: to.to_owned() };
    }
    let compared = COMPARATORS.iter().find_map(|(_, code)| Some((*code, text.strip_prefix(code)?)));
    match compared {
        Some((comparator, number)) => Numeral::Compared { comparator, number: number.to_owned() },
        None => Numeral::Number(text.to_owned()),
    }
}

/// A number as this module writes it, made so that no mark in it can be taken
/// for one between thousands: without its trailing zeros, or with one more.
pub(super) fn unmistakable(text: &str) -> String {
    if let Some((from, to)) = text.split_once(RANGE_MARK) {
        return format!("{}{RANGE_MARK}{}", unmistakable(from), unmistakable(to));
    }
    match text.split_once('.') {
        Some((whole, decimals)) => match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            shorter if shorter.len() < decimals.len() => format!("{whole}.{shorter}"),
            same => format!("{whole}.{same}0"),
        },
        None => text.to_owned(),
    }
}

/// The two texts around what makes a range: a dash behind the first digit, or
/// the word.
fn ends(typed: &str) -> Option<(&str, &str)> {
    if let Some(ends) = around(typed, "to").or_else(|| around(typed, "TO")) {
        return Some(ends);
    }
    let digit = typed.find(|character: char| character.is_ascii_digit())?;
    let dash = digit + typed.get(digit..)?.find(is_dash)?;
    let (from, rest) = typed.split_at_checked(dash)?;
    Some((from, rest.trim_start_matches(' ').strip_prefix(is_dash)?))
}

/// The two texts around a word. (The search of the standard library is quick in
/// long texts, and would be 1 kB of the page for these short ones.)
fn around<'a>(typed: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut windows = typed.as_bytes().windows(word.len());
    let at = windows.position(|window| window == word.as_bytes())?;
    Some((typed.get(..at)?, typed.get(at + word.len()..)?))
}

/// A hyphen, a dash or a minus.
fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// Whether a dipstick shows this: `negative`, `trace`, `++`, `1+`.
fn is_dipstick(typed: &str) -> bool {
    let unbracketed = typed.trim_start_matches('(').trim_end_matches(')');
    let is_plus = unbracketed.contains('+')
        && unbracketed.chars().filter(char::is_ascii_digit).count() < 2
        && unbracketed
            .chars()
            .all(|character| matches!(character, '+' | '0'..='4' | '/' | '-' | ' '));
    is_plus || DIPSTICK.iter().any(|sign| typed.eq_ignore_ascii_case(sign))
}

/// One number, or a range of them, in the contract's form.
struct Single {
    /// With its marks before decimals, where they can stand there.
    decimal: String,
    /// With its marks between thousands, where they could also stand there.
    grouped: Option<String>,
}

impl Single {
    /// The number behind a comparator.
    fn behind(self, comparator: &str) -> Single {
        let behind = |number: String| [comparator, &number].concat();
        Single { decimal: behind(self.decimal), grouped: self.grouped.map(behind) }
    }

    /// The range from this number to another. Where either can mean two, all of
    /// the range is read the one way or the other.
    fn up_to(self, to: Single) -> Single {
        let range = |from: &str, to: &str| format!("{from}{RANGE_MARK}{to}");
        let grouped = match (&self.grouped, &to.grouped) {
            (None, None) => None,
            (from, other) => Some(range(
                from.as_ref().unwrap_or(&self.decimal),
                other.as_ref().unwrap_or(&to.decimal),
            )),
        };
        Single { decimal: range(&self.decimal, &to.decimal), grouped }
    }
}

/// Reads one number.
fn single(typed: &str) -> Option<Single> {
    let (sign, unsigned) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", typed),
    };
    let groups: Vec<&str> = unsigned.split(is_mark).collect();
    let marks: Vec<char> = unsigned.chars().filter(|character| is_mark(*character)).collect();
    let only_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if !only_digits || groups.iter().all(|group| group.is_empty()) {
        return None;
    }
    let decimal = |whole: &str, decimals: &str| {
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{decimals}")
    };
    let only = |decimal: String| Some(Single { decimal, grouped: None });
    let is_grouped = |groups: &[&str]| match groups {
        [] | [_] => true,
        [first, others @ ..] => {
            (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3)
        }
    };
    match (groups.as_slice(), marks.as_slice()) {
        ([whole], []) => only(decimal(whole, "")),
        ([whole, decimals], [mark]) if stands_before_decimals(*mark) => {
            let grouped = is_grouped(&groups) && !whole.starts_with('0');
            Some(Single {
                decimal: decimal(whole, decimals),
                grouped: grouped.then(|| decimal(&groups.concat(), "")),
            })
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
                only(decimal(&whole.concat(), decimals))
            } else {
                None
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
            "<",
            "<<3",
            "< -",
            "5-",
            "5 to",
            "to 5",
            "1-2-3",
            "<5-10",
            "2024-01-05",
            "/hpf",
            "5/lpf",
            "5+ mg",
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

    fn compared(comparator: &'static str, number: &str) -> Numeral {
        Numeral::Compared { comparator, number: number.to_owned() }
    }

    fn range(from: &str, to: &str) -> Numeral {
        Numeral::Range { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn comparators_are_read_as_laboratories_print_them() {
        for (typed, comparator, read) in [
            ("<0.3", "<", "0.3"),
            ("< 0,3", "<", "0.3"),
            ("\u{2264}5", "<=", "5"),
            ("<=5", "<=", "5"),
            (">400", ">", "400"),
            ("\u{2265} 5", ">=", "5"),
            (" >= 1'234.5 ", ">=", "1234.5"),
            (">50/hpf", ">", "50"),
            ("> -3", ">", "-3"),
        ] {
            assert_eq!(numeral(typed), compared(comparator, read), "{typed}");
        }
    }

    #[test]
    fn ranges_are_read_as_laboratories_print_them() {
        for (typed, from, to) in [
            ("5-10", "5", "10"),
            ("5\u{2013}10", "5", "10"),
            ("5 - 10", "5", "10"),
            ("5 to 10", "5", "10"),
            ("5\u{2013}10/hpf", "5", "10"),
            ("0-2 /HPF", "0", "2"),
            ("0,5-1,25", "0.5", "1.25"),
            ("1 000 \u{2013} 2 000", "1000", "2000"),
            ("10-5", "10", "5"),
        ] {
            assert_eq!(numeral(typed), range(from, to), "{typed}");
        }
    }

    #[test]
    fn a_minus_in_front_stays_a_minus() {
        assert_eq!(numeral("-3"), number("-3"));
        assert_eq!(numeral("3-5"), range("3", "5"));
        assert_eq!(numeral("-3-5"), range("-3", "5"));
        assert_eq!(numeral("-5 to -3"), range("-5", "-3"));
        assert_eq!(numeral("-5--3"), range("-5", "-3"));
    }

    #[test]
    fn a_number_that_can_mean_two_does_so_behind_a_comparator_and_in_a_range() {
        for (typed, decimal, grouped) in [
            ("<1,000", "<1.000", "<1000"),
            ("\u{2265} 1.500", ">=1.500", ">=1500"),
            ("1,000-2,500", "1.000\u{2013}2.500", "1000\u{2013}2500"),
            ("500-1,000", "500\u{2013}1.000", "500\u{2013}1000"),
        ] {
            let Numeral::Either { decimal: one, grouped: other } = numeral(typed) else {
                panic!("{typed} can mean two");
            };
            assert_eq!((one.as_str(), other.as_str()), (decimal, grouped));
            // Either reading, taken over into the input, is not asked about again.
            for chosen in [unmistakable(&one), other] {
                let read = numeral(&chosen);
                assert!(
                    matches!(read, Numeral::Compared { .. } | Numeral::Range { .. }),
                    "{chosen}: {read:?}"
                );
                assert_eq!(read, written(&chosen));
            }
        }
    }

    #[test]
    fn a_dipstick_gives_no_amount() {
        for typed in [
            "neg", "Negative", "trace", "Trace", "+", "++", "+++", "1+", "3+", "+2", "(+)", "+/-",
            "\u{b1}", "pos.",
        ] {
            assert_eq!(numeral(typed), Numeral::Dipstick(typed.to_owned()), "{typed}");
        }
        for typed in ["12+3", "5+", "-", "/"] {
            assert_eq!(numeral(typed), Numeral::Other(typed.to_owned()), "{typed}");
        }
    }
}
