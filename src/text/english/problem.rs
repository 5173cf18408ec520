//! What is wrong with a request, and what is allowed instead.

use super::{DECIMAL_MARK, items, options, sentences, vocabulary};
use crate::contract::{Codes, Expected, Problem, ProblemKind};
use crate::items::Item;
use crate::scoring::{Exact, LimitName, decimal};

/// A sentence that names the field, what is wrong and what is allowed.
pub(super) fn sentence(problem: &Problem) -> String {
    let place = Place::of(&problem.path);
    let subject = subject(problem, &place);
    match &problem.kind {
        ProblemKind::NotJson => "The text is not valid JSON in UTF-8.".to_owned(),
        ProblemKind::NotObject => "A request has to be a JSON object, { … }.".to_owned(),
        ProblemKind::DuplicateKey => {
            format!("{} stands twice in one object: keep one.", quoted(&place.key()))
        }
        ProblemKind::UnknownField { allowed } => {
            format!("{} means nothing here{}.", quoted(&place.key()), instead(allowed))
        }
        ProblemKind::MissingInstrument => {
            "No instrument is named: add “instrument” with its id.".to_owned()
        }
        ProblemKind::UnknownInstrument { allowed } => {
            format!("There is no such instrument: choose {}.", one_of(allowed))
        }
        ProblemKind::UnknownOption { allowed } => {
            format!("{} is no option of this instrument{}.", quoted(&place.key()), instead(allowed))
        }
        ProblemKind::UnknownOptionValue { allowed } => {
            format!("{subject}: choose {}.", one_of(allowed))
        }
        ProblemKind::UnknownItem => {
            format!("{} is no item: check its spelling in the dictionary.", quoted(&place.key()))
        }
        ProblemKind::UnknownValue { allowed } => {
            format!("{subject}: no such answer; choose {}.", one_of(allowed))
        }
        ProblemKind::WrongType { expected } => format!("{subject}: give {}.", due(*expected)),
        ProblemKind::NumberFormat { whole: true } => {
            format!("{subject}: enter a whole number, digits only.{}", no_dipstick(problem))
        }
        ProblemKind::NumberFormat { whole: false } => format!(
            "{subject}: enter a number such as 12.5, with at most 9 digits before the point and 6 \
             after it.{}",
            no_dipstick(problem)
        ),
        ProblemKind::UnknownUnit { allowed } if allowed.is_empty() => {
            format!("{subject}: leave out the unit, it has none.")
        }
        ProblemKind::UnknownUnit { allowed } => {
            format!("{subject}: unit not known; use {}.", one_unit_of(allowed))
        }
        ProblemKind::MissingUnit { allowed } => {
            format!("{subject}: name the unit, {}.", one_unit_of(allowed))
        }
        ProblemKind::UnknownDrug { allowed } => {
            format!("{subject}: drug not known; use {}.", one_of(allowed))
        }
        ProblemKind::MissingValue => format!("{subject}: enter the value."),
        ProblemKind::MissingEnd { key } => {
            format!("{subject}: add the {} end of the range (“{key}”).", side(key))
        }
        ProblemKind::MissingLimit { key } => {
            let limit = limit(problem, key);
            format!("{subject}: add the laboratory’s {limit} limit (“{key}”).")
        }
        ProblemKind::OutOfRange { lowest, highest, unit, above } => {
            format!("{subject}: {}.", range(*lowest, *highest, unit, *above))
        }
        ProblemKind::OptionConflict { value, other } => {
            conflict(&subject, &place.key(), value, other)
        }
    }
}

/// What else to enter where people have the result of a dipstick.
fn no_dipstick(problem: &Problem) -> &'static str {
    match problem.item {
        Some(Item::UrineRbcHpf | Item::UrineWbcHpf | Item::UrineProtein24h | Item::Upcr) => {
            " A dipstick (negative, trace, +) gives no amount: enter what was counted or measured, \
             or nothing."
        }
        _ => "",
    }
}

/// A JSON Pointer, taken apart.
struct Place(Vec<String>);

impl Place {
    /// The keys of a pointer, from the outside in.
    fn of(pointer: &str) -> Place {
        Place(pointer.split('/').skip(1).map(Place::step).collect())
    }

    /// The key that a step of a pointer stands for: `~1` is `/`, `~0` is `~`.
    fn step(step: &str) -> String {
        let mut parts = step.split('~');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |key, part| match part.strip_prefix('1') {
            Some(rest) => key + "/" + rest,
            None => key + "~" + part.strip_prefix('0').unwrap_or(part),
        })
    }

    /// A key by its depth.
    fn at(&self, depth: usize) -> &str {
        self.0.get(depth).map_or("", String::as_str)
    }

    /// The innermost key.
    fn key(&self) -> String {
        self.0.last().cloned().unwrap_or_default()
    }
}

/// What the sentence is about: the item at its visit, the option, or the key.
fn subject(problem: &Problem, place: &Place) -> String {
    if let Some(item) = problem.item {
        let field = match (place.at(2), &problem.kind) {
            (key @ ("low" | "high" | "uln"), _) => format!(", {} limit", limit(problem, key)),
            (key @ ("from" | "to"), _) => format!(", {} end", side(key)),
            ("comparator", ProblemKind::UnknownValue { .. }) => ", comparator".to_owned(),
            (key @ ("unit" | "drug" | "comparator"), ProblemKind::WrongType { .. }) => {
                format!(", {key}")
            }
            _ => String::new(),
        };
        let visit = match place.at(0) {
            "previous" => " at the earlier visit",
            "baseline" => " at baseline",
            _ => "",
        };
        return format!("{}{field}{visit}", items::label(item));
    }
    match (place.at(0), options::label(place.at(1))) {
        ("options", label) if !label.is_empty() => label.to_owned(),
        _ => match place.key() {
            key if key.is_empty() => "The request".to_owned(),
            key => quoted(&key),
        },
    }
}

/// Which limit of an item a key names.
fn limit(problem: &Problem, key: &str) -> &'static str {
    match problem.item.and_then(|item| item.kind().scale()).and_then(|scale| scale.limit) {
        Some(LimitName::Detection) => "detection",
        _ => side(key),
    }
}

/// The side of a reference limit.
fn side(key: &str) -> &'static str {
    match key {
        "low" | "from" => "lower",
        _ => "upper",
    }
}

/// A type that is due.
fn due(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text",
        Expected::Visit => "an object of items and their answers",
        Expected::Options => "an object of options and their values",
        Expected::Finding => "present, absent, not_assessed, other_cause, true or false",
        Expected::Quantity => "a number, or an object with “value” and “unit”",
        Expected::Number => "a number",
        Expected::Count => "a whole number, digits only",
        Expected::Choice => "one of its codes, as text",
        Expected::Attestation => "true or false",
    }
}

/// What a value may be.
fn range(lowest: Exact, highest: Exact, unit: &str, above: bool) -> String {
    let [lowest, highest] = [lowest, highest].map(|end| decimal(end, 6, DECIMAL_MARK));
    let unit = match vocabulary::unit(unit) {
        none_or_percent @ ("" | "%") => none_or_percent.to_owned(),
        unit => format!(" {unit}"),
    };
    if above {
        format!("the value has to be above {lowest} and at most {highest}{unit}")
    } else {
        format!("the value is outside {lowest} to {highest}{unit}")
    }
}

/// Two options that exclude each other.
fn conflict(subject: &str, option: &str, value: &str, other: &str) -> String {
    let value = match options::value_label("", option, value) {
        "" => value,
        label => label,
    };
    let other = match options::label(other) {
        "" => other,
        label => label,
    };
    format!(
        "{subject}: {value} does not go with what was chosen for “{other}”. Change one of them."
    )
}

/// What is allowed in place of a key, where anything is.
fn instead(codes: &Codes) -> String {
    if codes.is_empty() { String::new() } else { format!(": use {}", one_of(codes)) }
}

/// The codes to choose from.
fn one_of(codes: &Codes) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    sentences::listed(&codes, "or")
}

/// The units to choose from, with the code where people write another one.
fn one_unit_of(codes: &Codes) -> String {
    let units: Vec<String> = codes.iter().map(|code| unit(code)).collect();
    sentences::listed(&units, "or")
}

/// A unit and its code.
fn unit(code: &str) -> String {
    match vocabulary::unit(code) {
        written if written == code => code.to_owned(),
        written => format!("{written} ({code})"),
    }
}

/// A key between quotation marks.
fn quoted(key: &str) -> String {
    format!("“{key}”")
}
