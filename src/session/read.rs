//! A visit while it is entered, read: as a visit of the contract.

use std::borrow::Cow;

use super::numeral::{unmistakable, without_field, written};
use super::worksheet::{BilagState, Counted};
use super::{Entry, Field, Laboratory, Numeral, Typed, VisitDraft, Worksheets, numeral};
use crate::contract::{Json, Object, Problem, ProblemKind, Reading};
use crate::items::{self, Item, Visit};
use crate::scoring::{Exact, Role};

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
        unmistakable(&self.decimal)
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
        let mut answers = answers;
        answers.extend(self.counted_beside());
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

impl VisitDraft {
    /// What worksheets count, where no count was typed.
    fn counted_beside(&self) -> impl Iterator<Item = (Cow<'static, str>, Json<'static>)> {
        let Worksheets { joints, ice, bilag, .. } = &self.worksheets;
        let new = |state| bilag.new_in(state).map(range);
        let counts = [
            (Item::InflamedJoints, (joints.examined() > 0).then(|| at_least(joints.inflamed()))),
            (Item::IceScore, ice.score().map(whole)),
            (Item::BilagNewA, new(BilagState::NewA)),
            (Item::BilagNewB, new(BilagState::NewB)),
        ];
        let is_typed =
            |item| self.record(item).is_some_and(|it| it.entry.is_some() && !it.is_carried());
        counts.into_iter().filter_map(move |(item, count)| {
            count.filter(|_| !is_typed(item)).map(|count| (Cow::Borrowed(item.id()), count))
        })
    }
}

fn whole(number: u32) -> Json<'static> {
    Json::Number(number.to_string().into())
}

/// As many or, until everything was examined, at least so many.
fn at_least(counted: Counted) -> Json<'static> {
    match counted {
        Counted::Exactly(count) => whole(count),
        Counted::AtLeast(count) => {
            Json::Object(vec![("value".into(), whole(count)), ("comparator".into(), text(">="))])
        }
    }
}

/// As many, or from so many to so many.
fn range(counted: items::Counted) -> Json<'static> {
    counted.known().map_or_else(
        || {
            let ends = [("from", counted.lowest()), ("to", counted.highest())];
            Json::Object(ends.map(|(key, end)| (key.into(), whole(end))).into())
        },
        whole,
    )
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
    let asked = ambiguous.len();
    let mut ask = |field, [decimal, grouped]: [String; 2]| {
        ambiguous.push(Ambiguous { item, field, decimal, grouped });
        Object::new()
    };
    let value = stated(meant(&typed.value, item, &typed.unit));
    let mut members = value.unwrap_or_else(|readings| ask(Field::Value, readings));
    let Some(scale) = item.kind().scale() else { return count(members) };
    let word = |key: &'static str, word: &str| {
        let word = word.trim();
        (!word.is_empty()).then(|| (Cow::Borrowed(key), Json::Text(word.to_owned().into())))
    };
    members.extend(word("unit", &typed.unit));
    if let Some(limit) = scale.limit {
        match numeral(&typed.limit) {
            Numeral::Either { decimal, grouped } => {
                ask(Field::Limit, [decimal, grouped]);
            }
            Numeral::Number(number) => members.extend(word(limit.key(), &number)),
            // A limit is one number: the contract refuses anything else.
            Numeral::Compared { .. }
            | Numeral::Range { .. }
            | Numeral::Dipstick(_)
            | Numeral::Other(_) => members.extend(word(limit.key(), &typed.limit)),
        }
    }
    members.extend(word("drug", &typed.drug));
    (ambiguous.len() == asked).then_some(Json::Object(members))
}

/// The members that state a value; of one that can mean two, its readings. What
/// is no number is stated as it was typed: the contract refuses it.
fn stated(numeral: Numeral) -> Result<Object<'static>, [String; 2]> {
    let number = |key: &'static str, number: String| (key.into(), Json::Text(number.into()));
    match numeral {
        Numeral::Number(value) | Numeral::Dipstick(value) | Numeral::Other(value) => {
            Ok(vec![number("value", value)])
        }
        Numeral::Compared { comparator, number: value } => {
            Ok(vec![("comparator".into(), text(comparator)), number("value", value)])
        }
        Numeral::Range { from, to } => Ok(vec![number("from", from), number("to", to)]),
        Numeral::Either { decimal, grouped } => Err([decimal, grouped]),
    }
}

/// A count of what states it: a bare number, or an object of such numbers.
fn count(members: Object<'static>) -> Option<Json<'static>> {
    let bare = |(key, json): (Cow<'static, str>, Json<'static>)| match json {
        Json::Text(number) if key != "comparator" => (key, Json::Number(number)),
        json => (key, json),
    };
    let mut members: Object<'static> = members.into_iter().map(bare).collect();
    match members.len() {
        0 | 1 => members.pop().map(|(_, number)| number),
        _ => Some(Json::Object(members)),
    }
}

/// What a typed value means where its item tells: cells are counted by the
/// field, and of two readings the range may leave one that is possible.
fn meant(typed: &str, item: Item, unit: &str) -> Numeral {
    let typed = typed.trim();
    let by_field = matches!(item, Item::UrineRbcHpf | Item::UrineWbcHpf);
    if without_field(typed).is_some() && !by_field {
        return Numeral::Other(typed.to_owned());
    }
    let numeral = numeral(typed);
    let (Numeral::Either { decimal, grouped }, Some(scale)) = (&numeral, item.kind().scale())
    else {
        return numeral;
    };
    let possible = |number: &str| {
        Exact::parse(number).is_ok_and(|number| {
            scale.contains(scale.unit(unit).map_or(number, |unit| unit.canonical_value(number)))
        })
    };
    let possible = |reading: &str| match written(reading) {
        Numeral::Number(number) | Numeral::Compared { number, .. } => possible(&number),
        Numeral::Range { from, to } => possible(&from) && possible(&to),
        Numeral::Either { .. } | Numeral::Dipstick(_) | Numeral::Other(_) => false,
    };
    match (possible(decimal), possible(grouped)) {
        (true, false) => written(decimal),
        (false, true) => written(grouped),
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
    use crate::session::worksheet::{Joint, JointName, JointState, Side};
    use crate::session::{Course, Edit};

    fn entered(edits: impl IntoIterator<Item = Edit>) -> Read {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        course.open_visit().expect("one is open").read(&course.laboratory)
    }

    fn known(read: &Read, item: Item) -> Option<Exact> {
        read.visit.number(item)?.known()
    }

    fn typed(item: Item, field: Field, text: &str) -> Edit {
        Edit::Type(item, field, text.to_owned())
    }

    #[test]
    fn a_decimal_comma_is_read() {
        let read = entered([typed(Item::Pga, Field::Value, "0,4")]);
        assert_eq!(known(&read, Item::Pga), Some(Exact::ratio(2, 5)));
        assert_eq!(read.problems, []);
    }

    #[test]
    fn a_number_that_can_mean_two_is_asked_about_and_left_out() {
        let read = entered([
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
        let read = entered([
            typed(Item::Crp, Field::Value, "1,250"),
            typed(Item::Crp, Field::Unit, "mg/dL"),
        ]);
        assert_eq!(known(&read, Item::Crp), Some(Exact::ratio(5, 4)));
    }

    #[test]
    fn one_unreadable_answer_leaves_the_others() {
        let read = entered([
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
        let read = entered([typed(Item::C3, Field::Limit, "0.9")]);
        assert_eq!(read.problems, []);
        assert!(read.visit.is_blank());
    }

    #[test]
    fn a_bound_and_a_range_are_read_as_the_contract_writes_them() {
        let edits = [
            typed(Item::UrineRbcHpf, Field::Value, "5–10/hpf"),
            typed(Item::UrineWbcHpf, Field::Value, ">5"),
            typed(Item::Upcr, Field::Value, "< 0,3"),
            typed(Item::Upcr, Field::Unit, "g/g"),
        ];
        let read = entered(edits);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let current = &read.visit;
        assert_eq!(current.count(Item::UrineRbcHpf), crate::items::Counted::between(5, 10));
        assert_eq!(current.count(Item::UrineWbcHpf), crate::items::Counted::between(6, 10_000));
        let ratio = current.measured(Item::Upcr).expect("measured").value;
        assert_eq!((ratio.known(), ratio.stated_highest()), (None, Some(Exact::ratio(3, 10))));
    }

    #[test]
    fn a_bound_that_can_mean_two_is_asked_about() {
        let edits = [
            typed(Item::Platelets, Field::Value, "<1,000"),
            typed(Item::Platelets, Field::Unit, "/uL"),
        ];
        let read = entered(edits);
        let ambiguous = read.ambiguous.first().expect("asked");
        assert_eq!((ambiguous.decimal.as_str(), ambiguous.grouped.as_str()), ("<1.000", "<1000"));
        assert_eq!(ambiguous.unmistakable_decimal(), "<1");
        // A thousand grams of protein are beyond every range.
        let edits =
            [typed(Item::Upcr, Field::Value, "<1,250"), typed(Item::Upcr, Field::Unit, "g/g")];
        let read = entered(edits);
        let ratio = read.visit.measured(Item::Upcr).expect("measured").value;
        assert_eq!(ratio.stated_highest(), Some(Exact::ratio(5, 4)));
    }

    #[test]
    fn what_gives_no_amount_is_refused_by_name() {
        for (item, text) in [
            (Item::UrineRbcHpf, "trace"),
            (Item::Upcr, "++"),
            (Item::UrineRbcHpf, "10-5"),
            // Cells are counted by the field, and nothing else is.
            (Item::Mrss, "5/hpf"),
        ] {
            let edits = [typed(item, Field::Value, text), typed(item, Field::Unit, "g/g")];
            let read = entered(edits);
            let problems: Vec<Field> = read.problems.iter().map(field_of).collect();
            assert!(matches!(problems.as_slice(), [Field::Value]), "{text}: {problems:?}");
        }
    }

    #[test]
    fn a_limit_is_one_number() {
        let edits =
            [typed(Item::C3, Field::Value, "0.8"), typed(Item::C3, Field::Limit, "0.9-1.8")];
        let read = entered(edits);
        let problems: Vec<Field> = read.problems.iter().map(field_of).collect();
        assert!(matches!(problems.as_slice(), [Field::Limit]), "{problems:?}");
    }

    #[test]
    fn marked_joints_are_counted_where_no_count_was_typed() {
        let knee = Joint { name: JointName::Knee, side: Side::Left };
        let wrist = Joint { name: JointName::Wrist, side: Side::Left };
        let marked =
            [Edit::Joint(knee, JointState::Inflamed), Edit::Joint(wrist, JointState::Inflamed)];
        let joints = |edits: Vec<Edit>| entered(edits).visit.count(Item::InflamedJoints);
        let at_least = joints(marked.to_vec()).expect("marked");
        assert_eq!((at_least.known(), at_least.lowest()), (None, 2));
        let complete = [&marked[..], &[Edit::RestOfJoints]].concat();
        assert_eq!(joints(complete.clone()).and_then(|count| count.known()), Some(2));
        let typed = [&complete[..], &[typed(Item::InflamedJoints, Field::Value, "5")]].concat();
        assert_eq!(joints(typed).and_then(|count| count.known()), Some(5));
    }

    #[test]
    fn points_are_a_score_once_all_were_tested_and_domains_a_range_before() {
        use crate::session::worksheet::{BilagDomain, BilagSheet, IcePoint, IceSheet, IceState};
        let mut ice = IceSheet::default();
        ice.mark(IcePoint::Year, IceState::Failed);
        let mut bilag = BilagSheet::default();
        bilag.mark(BilagDomain::Renal, BilagState::NewB);
        let some = [Edit::Ice(ice.clone()), Edit::Bilag(bilag.clone())];
        let read = entered(some.clone());
        assert_eq!(read.problems, []);
        assert_eq!(read.visit.count(Item::IceScore), None);
        assert_eq!(read.visit.count(Item::BilagNewA), items::Counted::between(0, 8));
        assert_eq!(read.visit.count(Item::BilagNewB), items::Counted::between(1, 9));
        ice.mark_rest(&IcePoint::ALL, IceState::Done);
        bilag.mark_rest(&BilagDomain::ALL, BilagState::NotNew);
        let all = [Edit::Ice(ice), Edit::Bilag(bilag)];
        let read = entered(all.clone());
        let count = |read: &Read, item| read.visit.count(item).and_then(|count| count.known());
        let counts = |read: &Read| {
            [Item::IceScore, Item::BilagNewA, Item::BilagNewB].map(|item| count(read, item))
        };
        assert_eq!(counts(&read), [Some(9), Some(0), Some(1)]);
        // What was typed goes before.
        let typed =
            [typed(Item::IceScore, Field::Value, "4"), typed(Item::BilagNewB, Field::Value, "2")];
        assert_eq!(counts(&entered(all.into_iter().chain(typed))), [Some(4), Some(0), Some(2)]);
    }

    #[test]
    fn a_letter_among_the_digits_is_refused_by_name() {
        let read = entered([typed(Item::InflamedJoints, Field::Value, "3a")]);
        assert!(read.is_unused(Item::InflamedJoints));
    }

    #[test]
    fn units_and_limits_come_from_the_laboratory() {
        let read = entered([
            Edit::Laboratory(Item::Crp, Field::Unit, "mg/L".into()),
            Edit::Laboratory(Item::C3, Field::Limit, "0,9".into()),
            typed(Item::Crp, Field::Value, "5"),
            typed(Item::C3, Field::Value, "0,7"),
        ]);
        assert_eq!(read.problems, []);
        assert_eq!(known(&read, Item::Crp), Some(Exact::ratio(1, 2)));
        assert!(read.visit.number(Item::C3).is_some());
    }

    #[test]
    fn what_was_carried_over_is_not_read_before_it_is_confirmed() {
        let carried = [typed(Item::Pga, Field::Value, "1"), Edit::CopyLast];
        assert!(entered(carried.clone()).visit.is_blank());
        let confirmed = carried.into_iter().chain([Edit::Confirm(vec![Item::Pga])]);
        assert_eq!(known(&entered(confirmed), Item::Pga), Some(Exact::integer(1)));
    }
}
