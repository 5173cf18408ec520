//! Questions about values that are possible and hardly ever seen.

use super::{DECIMAL_MARK, items, vocabulary};
use crate::items::plausible::{Beyond, Implausible, Measure, UnitsDiffer};
use crate::scoring::{Exact, decimal};

/// Asks about a value.
pub(super) fn value(question: &Implausible) -> String {
    let Implausible { item, beyond, by } = question;
    let unusually = match beyond {
        Beyond::Low => "unusually low",
        Beyond::High => "unusually high",
    };
    let label = items::label(*item);
    match by {
        Measure::Value { given, unit, instead } => {
            let value = with_unit(*given, unit);
            match instead {
                Some(instead) => format!(
                    "{label}: {value} would be {unusually}. Was it {}?",
                    with_unit(*given, instead)
                ),
                None => format!("{label}: {value} would be {unusually}. Is it right?"),
            }
        }
        Measure::Limit(limit) => format!(
            "{label}: {} would be {unusually} for a limit of detection. Is it that, and not the lower \
             limit of normal?",
            decimal(*limit, 6, DECIMAL_MARK)
        ),
        Measure::Multiple(multiple) => {
            let limit = item.kind().limit().map_or("", vocabulary::limit);
            format!(
                "{label}: {} times its {limit} limit would be {unusually}. Are value and limit in \
                 the same unit?",
                few_digits(*multiple)
            )
        }
    }
}

/// Asks about two units of one item.
pub(super) fn units_differ(question: &UnitsDiffer) -> String {
    let UnitsDiffer { item, now, then } = question;
    format!(
        "{}: in {} at this visit, in {} at the other. Are both right?",
        items::label(*item),
        vocabulary::unit(now),
        vocabulary::unit(then)
    )
}

/// A number and its unit, as they are written.
fn with_unit(number: Exact, unit: &'static str) -> String {
    let number = decimal(number, 6, DECIMAL_MARK);
    match vocabulary::unit(unit) {
        none_or_percent @ ("" | "%") => format!("{number}{none_or_percent}"),
        unit => format!("{number} {unit}"),
    }
}

/// A multiple, with as many decimals as show that it is not zero.
fn few_digits(multiple: Exact) -> String {
    let places = if multiple < Exact::ratio(1, 100) { 6 } else { 2 };
    decimal(multiple, places, DECIMAL_MARK)
}
