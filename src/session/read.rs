//! A visit while it is entered, read: as a visit of the contract.

use std::borrow::Cow;

use super::{Entry, Field, Laboratory, Numeral, Typed, VisitDraft, numeral};
use crate::contract::{Json, Object, Problem, ProblemKind, Reading};
use crate::items::{Item, Kind, Visit};
use crate::scoring::{Exact, Role, Scale};

/// A visit, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What could be read, as the contract writes it.
    pub answers: Json<'static>,
    /// The visit of that.
    pub visit: Visit,
    /// What could not be read. Paths begin with `/current`.
    pub problems: Vec<Problem>,
    /// Numbers that can mean either of two.
    pub ambiguous: Vec<Ambiguous>,
}

/// A number that can mean either of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The item.
    pub item: Item,
    /// The input.
    pub field: Field,
    /// With the mark before decimals.
    pub decimal: String,
    /// With the mark between thousands.
    pub grouped: String,
}

impl Ambiguous {
    /// The reading with decimals, written so that it cannot be taken for the
    /// other: without its trailing zeros, or with one more.
    #[must_use]
    pub fn unmistakable_decimal(&self) -> String {
        match self.decimal.split_once('.') {
            Some((whole, decimals)) => match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                shorter if shorter.len() < decimals.len() => format!("{whole}.{shorter}"),
                same => format!("{whole}.{same}0"),
            },
            None => self.decimal.clone(),
        }
    }
}

impl VisitDraft {
    /// Reads the visit. What cannot be read is left out and named. What was
    /// carried over and not confirmed is left out as well.
    #[must_use]
    pub fn read(&self, laboratory: &Laboratory) -> Read {
        let mut ambiguous = Vec::new();
        let answers: Object<'static> = self
            .records()
            .filter(|(_, record)| !record.is_carried())
            .filter_map(|(item, record)| {
                let json = answer(item, record.entry.as_ref()?, laboratory, &mut ambiguous)?;
                Some((Cow::Borrowed(item.id()), json))
            })
            .collect();
        let request = Json::Object(vec![(Role::Current.key().into(), Json::Object(answers))]);
        let Reading { visits, mut problems, .. } = Reading::of(&request);
        // No instrument is asked here, and none is missed.
        problems.retain(|problem| problem.kind != ProblemKind::MissingInstrument);
        Read {
            answers: without_refused(request, &problems),
            visit: visits.current,
            problems,
            ambiguous,
        }
    }
}

/// An entry as an answer of the contract; `None` where there is none yet.
fn answer(
    item: Item,
    entry: &Entry,
    laboratory: &Laboratory,
    ambiguous: &mut Vec<Ambiguous>,
) -> Option<Json<'static>> {
    match entry {
        Entry::Finding(finding) => Some(text(finding.code())),
        Entry::Attested(attested) => Some(Json::Bool(*attested)),
        Entry::Choice(code) => Some(text(code)),
        Entry::Typed(typed) if typed.value.trim().is_empty() => None,
        Entry::Typed(typed) => number(item, &laboratory.fill(item, typed), ambiguous),
    }
}

/// What was typed, as an answer of the contract.
fn number(item: Item, typed: &Typed, ambiguous: &mut Vec<Ambiguous>) -> Option<Json<'static>> {
    let mut number = |field| {
        let scale = item.kind().scale().filter(|_| field == Field::Value);
        match meant(typed.text(field), scale, &typed.unit) {
            Numeral::Number(number) => Some(number),
            Numeral::Other(typed) => Some(typed),
            Numeral::Either { decimal, grouped } => {
                ambiguous.push(Ambiguous { item, field, decimal, grouped });
                None
            }
        }
    };
    let value = number(Field::Value);
    if let Kind::Count { .. } = item.kind() {
        return Some(Json::Number(value?.into()));
    }
    let scale = item.kind().scale()?;
    let limit = match scale.limit {
        Some(limit) if !typed.limit.trim().is_empty() => {
            Some((Cow::Borrowed(limit.key()), Json::Text(number(Field::Limit)?.into())))
        }
        Some(_) | None => None,
    };
    let word = |key: &'static str, word: &str| {
        let word = word.trim();
        (!word.is_empty()).then(|| (Cow::Borrowed(key), Json::Text(word.to_owned().into())))
    };
    let members = [(Cow::Borrowed("value"), Json::Text(value?.into()))];
    Some(Json::Object(
        members
            .into_iter()
            .chain(word("unit", &typed.unit))
            .chain(limit)
            .chain(word("drug", &typed.drug))
            .collect(),
    ))
}

/// What a typed number means where its range tells: of two readings, the only
/// one that is possible.
fn meant(typed: &str, scale: Option<&'static Scale>, unit: &str) -> Numeral {
    let numeral = numeral(typed);
    let (Numeral::Either { decimal, grouped }, Some(scale)) = (&numeral, scale) else {
        return numeral;
    };
    let possible = |number: &String| {
        Exact::parse(number).is_ok_and(|number| {
            scale.contains(scale.unit(unit).map_or(number, |unit| unit.canonical_value(number)))
        })
    };
    match (possible(decimal), possible(grouped)) {
        (true, false) => Numeral::Number(decimal.clone()),
        (false, true) => Numeral::Number(grouped.clone()),
        (true, true) | (false, false) => numeral,
    }
}

/// The answers of a request without those that were refused.
fn without_refused(request: Json<'static>, problems: &[Problem]) -> Json<'static> {
    let Json::Object(members) = request else { return Json::Object(Vec::new()) };
    let Some((_, Json::Object(mut answers))) = members.into_iter().next() else {
        return Json::Object(Vec::new());
    };
    answers.retain(|(id, _)| {
        !problems.iter().any(|problem| problem.item.is_some_and(|item| item.id() == id))
    });
    Json::Object(answers)
}

fn text(text: &'static str) -> Json<'static> {
    Json::Text(Cow::Borrowed(text))
}

impl Read {
    /// Whether an item was entered and cannot be used: it cannot be read, or
    /// can mean two things.
    #[must_use]
    pub fn is_unused(&self, item: Item) -> bool {
        self.problems.iter().any(|problem| problem.item == Some(item))
            || self.ambiguous.iter().any(|ambiguous| ambiguous.item == item)
    }
}

/// The input that a problem of an item is about.
#[must_use]
pub fn field_of(problem: &Problem) -> Field {
    // `/current/crp/unit`: the visit, the item, and the key where it has one.
    match problem.path.split('/').nth(3) {
        Some("unit") => Field::Unit,
        Some("drug") => Field::Drug,
        Some("low" | "high" | "uln") => Field::Limit,
        Some(_) => Field::Value,
        None => match problem.kind {
            ProblemKind::MissingUnit { .. } => Field::Unit,
            ProblemKind::MissingLimit { .. } => Field::Limit,
            _ => Field::Value,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Course, Edit};

    fn read(edits: impl IntoIterator<Item = Edit>) -> Read {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        course.open_visit().expect("one is open").read(&course.laboratory)
    }

    fn typed(item: Item, field: Field, text: &str) -> Edit {
        Edit::Type(item, field, text.to_owned())
    }

    #[test]
    fn a_decimal_comma_is_read() {
        let read = read([typed(Item::Pga, Field::Value, "0,4")]);
        assert_eq!(read.visit.number(Item::Pga), Some(Exact::ratio(2, 5)));
        assert_eq!(read.problems, []);
    }

    #[test]
    fn a_number_that_can_mean_two_is_asked_about_and_left_out() {
        let read = read([
            typed(Item::Platelets, Field::Value, "150,000"),
            typed(Item::Platelets, Field::Unit, "/uL"),
        ]);
        assert_eq!(read.visit.number(Item::Platelets), None);
        let ambiguous = read.ambiguous.first().expect("asked");
        assert_eq!((ambiguous.decimal.as_str(), ambiguous.grouped.as_str()), ("150.000", "150000"));
        assert!(read.is_unused(Item::Platelets));
    }

    #[test]
    fn the_answer_to_which_was_meant_is_not_asked_about_again() {
        for (typed, meant) in [("1,000", "1"), ("1.250", "1.25"), ("1,255", "1.2550")] {
            let Numeral::Either { decimal, grouped } = numeral(typed) else {
                panic!("{typed} can mean two numbers");
            };
            let (item, field) = (Item::Platelets, Field::Value);
            let ambiguous = Ambiguous { item, field, decimal, grouped };
            assert_eq!(ambiguous.unmistakable_decimal(), meant);
            assert!(matches!(numeral(meant), Numeral::Number(_)), "{meant}");
        }
    }

    #[test]
    fn the_range_tells_where_only_one_meaning_is_possible() {
        let read =
            read([typed(Item::Crp, Field::Value, "1,250"), typed(Item::Crp, Field::Unit, "mg/dL")]);
        assert_eq!(read.visit.number(Item::Crp), Some(Exact::ratio(5, 4)));
    }

    #[test]
    fn one_unreadable_answer_leaves_the_others() {
        let read = read([
            Edit::Find(Item::TendonFrictionRubs, crate::scoring::Finding::Present),
            typed(Item::Crp, Field::Value, "5"),
        ]);
        let fields: Vec<Field> = read.problems.iter().map(field_of).collect();
        assert_eq!(fields, [Field::Unit]);
        assert!(read.is_unused(Item::Crp));
        assert_eq!(read.answers.member("crp"), None);
        assert!(read.answers.member("tendon_friction_rubs").is_some());
    }

    #[test]
    fn a_limit_without_a_value_is_no_answer_and_no_problem() {
        let read = read([typed(Item::C3, Field::Limit, "0.9")]);
        assert_eq!(read.problems, []);
        assert!(read.visit.is_blank());
    }

    #[test]
    fn a_letter_among_the_digits_is_refused_by_name() {
        let read = read([typed(Item::InflamedJoints, Field::Value, "3a")]);
        assert!(read.is_unused(Item::InflamedJoints));
    }

    #[test]
    fn units_and_limits_come_from_the_laboratory() {
        let read = read([
            Edit::Laboratory(Item::Crp, Field::Unit, "mg/L".into()),
            Edit::Laboratory(Item::C3, Field::Limit, "0,9".into()),
            typed(Item::Crp, Field::Value, "5"),
            typed(Item::C3, Field::Value, "0,7"),
        ]);
        assert_eq!(read.problems, []);
        assert_eq!(read.visit.number(Item::Crp), Some(Exact::ratio(1, 2)));
        assert!(read.visit.number(Item::C3).is_some());
    }

    #[test]
    fn what_was_carried_over_is_not_read_before_it_is_confirmed() {
        let carried = [typed(Item::Pga, Field::Value, "1"), Edit::CopyLast];
        assert!(read(carried.clone()).visit.is_blank());
        let confirmed = carried.into_iter().chain([Edit::Confirm(vec![Item::Pga])]);
        assert_eq!(read(confirmed).visit.number(Item::Pga), Some(Exact::integer(1)));
    }
}
