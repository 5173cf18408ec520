//! A draft, read: as a request of the contract and as an assessment.

use std::borrow::Cow;

use super::numeral::{unmistakable, without_field, written};
use super::{Draft, Entry, Field, Numeral, numeral};
use crate::contract::{Json, Object, Problem, ProblemKind, Reading};
use crate::instruments::{Assessment, assess, find};
use crate::items::{Answer, Item, Visits};
use crate::scoring::{Exact, Finding, Role};

/// A draft, read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The request of what could be read; the rest is in `problems`.
    pub request: Json<'static>,
    /// The visits of that request.
    pub visits: Visits,
    /// What the instrument makes of them; `None` while none is chosen, or where
    /// its options exclude each other.
    pub assessment: Option<Assessment>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Numbers that can mean either of two.
    pub ambiguous: Vec<Ambiguous>,
    /// Whether anything that the instrument reads says something yet.
    pub answered: bool,
}

/// A number that can mean either of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The visit.
    pub role: Role,
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

impl Draft {
    /// Reads the draft. What cannot be read is left out of the request and
    /// named; everything else is assessed.
    #[must_use]
    pub fn read(&self) -> Read {
        let mut ambiguous = Vec::new();
        let mut members: Object<'static> = Vec::new();
        let instrument = find(&self.instrument);
        if let Some(instrument) = instrument {
            let definition = instrument.definition();
            members.push(("instrument".into(), text(definition.id)));
            let options = definition.chosen(self.choices).map(|(option, value)| {
                let code = Cow::Borrowed(value.code);
                let code = if option.integer { Json::Number(code) } else { Json::Text(code) };
                (Cow::Borrowed(option.id), code)
            });
            members.push(("options".into(), Json::Object(options.collect())));
        }
        for role in Role::ALL {
            let visit: Object<'static> = self
                .entries(role)
                .filter_map(|(item, entry)| {
                    let json = answer(role, item, entry, &mut ambiguous)?;
                    Some((Cow::Borrowed(item.id()), json))
                })
                .collect();
            if role == Role::Current || !visit.is_empty() {
                members.push((role.key().into(), Json::Object(visit)));
            }
        }
        let mut request = Json::Object(members);
        let Reading { visits, problems, .. } = Reading::of(&request);
        remove_refused(&mut request, &problems);
        // A rule set that is refused scores nothing, here as in a file.
        let rules_stand = !problems.iter().any(|problem| problem.path.starts_with("/options"));
        let assessment = instrument
            .filter(|_| rules_stand)
            .map(|instrument| assess(instrument, self.choices, &visits));
        let answered =
            assessment.as_ref().is_some_and(|assessment| says_something(assessment, &visits));
        Read { request, visits, assessment, problems, ambiguous, answered }
    }
}

/// Whether visits say anything that an instrument reads. That something was not
/// assessed, or which visit it is, says nothing of the patient.
fn says_something(assessment: &Assessment, visits: &Visits) -> bool {
    let Assessment { definition, choices, .. } = assessment;
    let says = |role: Role, item: Item| match visits.of(role).answer(item) {
        None | Some(Answer::Finding(Finding::NotAssessed)) => false,
        Some(Answer::Attested(_)) => item != Item::FirstVisit,
        Some(Answer::Finding(_) | Answer::Measured(_) | Answer::Count(_) | Answer::Choice(_)) => {
            true
        }
    };
    Role::ALL.into_iter().any(|role| {
        definition
            .reads_at(role, *choices)
            .any(|item| says(role, item) || item.measured_by().iter().any(|by| says(role, *by)))
    })
}

/// An entry as an answer of the contract; `None` where there is none yet.
fn answer(
    role: Role,
    item: Item,
    entry: &Entry,
    ambiguous: &mut Vec<Ambiguous>,
) -> Option<Json<'static>> {
    match entry {
        Entry::Finding(finding) => Some(text(finding.code())),
        Entry::Attested(attested) => Some(Json::Bool(*attested)),
        Entry::Choice(code) => Some(text(code)),
        Entry::Typed(typed) if typed.value.trim().is_empty() => None,
        Entry::Typed(typed) => {
            let asked = ambiguous.len();
            let mut ask = |field, [decimal, grouped]: [String; 2]| {
                ambiguous.push(Ambiguous { role, item, field, decimal, grouped });
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
    }
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

/// Takes the answers out of a request that were refused.
fn remove_refused(request: &mut Json<'static>, problems: &[Problem]) {
    let Json::Object(members) = request else { return };
    for (role, visit) in members {
        if let Json::Object(answers) = visit {
            answers.retain(|(id, _)| {
                let path = format!("/{role}/{id}");
                !problems.iter().any(|problem| {
                    problem
                        .path
                        .strip_prefix(&path)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })
            });
        }
    }
}

fn text(text: &'static str) -> Json<'static> {
    Json::Text(Cow::Borrowed(text))
}

impl Read {
    /// What could not be read of an input.
    pub fn problems_of(&self, role: Role, item: Item) -> impl Iterator<Item = (Field, &Problem)> {
        let path = format!("/{}/{}", role.key(), item.id());
        self.problems.iter().filter_map(move |problem| {
            let key = problem.path.strip_prefix(&path)?;
            let field = match key.strip_prefix('/') {
                None if key.is_empty() => Field::of_whole(problem),
                None => return None,
                Some("unit") => Field::Unit,
                Some("drug") => Field::Drug,
                Some("low" | "high" | "uln") => Field::Limit,
                Some(_) => Field::Value,
            };
            Some((field, problem))
        })
    }

    /// What is wrong with an option.
    #[must_use]
    pub fn problem_of_option(&self, option: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.path.strip_prefix("/options/") == Some(option))
    }

    /// The numbers of an item that can mean either of two.
    pub fn ambiguous_of(&self, role: Role, item: Item) -> impl Iterator<Item = &Ambiguous> {
        self.ambiguous
            .iter()
            .filter(move |ambiguous| (ambiguous.role, ambiguous.item) == (role, item))
    }
}

impl Field {
    /// The input that a problem of a whole answer is about.
    fn of_whole(problem: &Problem) -> Field {
        match problem.kind {
            ProblemKind::MissingUnit { .. } => Field::Unit,
            ProblemKind::MissingLimit { .. } => Field::Limit,
            _ => Field::Value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Counted;
    use crate::session::Edit;

    fn draft(instrument: &str, edits: impl IntoIterator<Item = Edit>) -> Draft {
        let mut draft = Draft::for_instrument(instrument);
        for edit in edits {
            draft.apply(edit);
        }
        draft
    }

    fn typed(item: Item, field: Field, text: &str) -> Edit {
        Edit::Type(Role::Current, item, field, text.to_owned())
    }

    #[test]
    fn a_decimal_comma_is_read() {
        let read = draft("doris-2021", [typed(Item::Pga, Field::Value, "0,4")]).read();
        let measured = read.visits.current.measured(Item::Pga).expect("measured");
        assert_eq!(measured.value.known(), Some(Exact::ratio(2, 5)));
        assert!(read.problems.is_empty());
    }

    #[test]
    fn a_number_that_can_mean_two_is_asked_about_and_left_out() {
        let edits = [
            typed(Item::Platelets, Field::Value, "150,000"),
            typed(Item::Platelets, Field::Unit, "/uL"),
        ];
        let read = draft("sledai-2k", edits).read();
        assert_eq!(read.visits.current.measured(Item::Platelets), None);
        let ambiguous = read.ambiguous_of(Role::Current, Item::Platelets).next().expect("asked");
        assert_eq!((ambiguous.decimal.as_str(), ambiguous.grouped.as_str()), ("150.000", "150000"));
    }

    #[test]
    fn the_answer_to_which_was_meant_is_not_asked_about_again() {
        for (typed, meant) in [("1,000", "1"), ("1.250", "1.25"), ("1,255", "1.2550")] {
            let Numeral::Either { decimal, grouped } = numeral(typed) else {
                panic!("{typed} can mean two numbers");
            };
            let (role, item, field) = (Role::Current, Item::Platelets, Field::Value);
            let ambiguous = Ambiguous { role, item, field, decimal, grouped };
            assert_eq!(ambiguous.unmistakable_decimal(), meant);
            assert!(matches!(numeral(meant), Numeral::Number(_)), "{meant}");
        }
    }

    #[test]
    fn the_range_tells_where_only_one_meaning_is_possible() {
        let edits =
            [typed(Item::Crp, Field::Value, "1,250"), typed(Item::Crp, Field::Unit, "mg/dL")];
        let read = draft("eustar-2017", edits).read();
        let measured = read.visits.current.measured(Item::Crp).expect("measured");
        assert_eq!(measured.value.known(), Some(Exact::ratio(5, 4)));
    }

    #[test]
    fn one_unreadable_answer_keeps_none_of_the_others_from_being_scored() {
        let edits = [
            Edit::Find(Role::Current, Item::TendonFrictionRubs, Finding::Present),
            typed(Item::Crp, Field::Value, "5"),
        ];
        let read = draft("eustar-2017", edits).read();
        let problems: Vec<_> = read.problems_of(Role::Current, Item::Crp).collect();
        assert!(matches!(
            problems.as_slice(),
            [(Field::Unit, Problem { kind: ProblemKind::MissingUnit { .. }, .. })]
        ));
        let score = read.assessment.and_then(|assessment| assessment.judgement.score);
        assert_eq!(score.map(|score| score.lowest()), Some(Exact::ratio(9, 4)));
        assert_eq!(read.request.member("current").and_then(|visit| visit.member("crp")), None);
    }

    #[test]
    fn options_that_exclude_each_other_score_nothing() {
        // Adults on the scale for children.
        let read = draft("acr-eular-myositis-2016", [Edit::Choose { option: 1, value: 3 }]).read();
        assert!(read.assessment.is_none());
        assert!(read.problem_of_option("strength_scale").is_some());
    }

    #[test]
    fn an_answer_that_says_nothing_leaves_the_form_blank() {
        for edit in [
            Edit::Find(Role::Current, Item::Seizure, Finding::NotAssessed),
            Edit::Attest(Role::Current, Item::FirstVisit, Some(true)),
        ] {
            assert!(!draft("selena-sledai", [edit]).read().answered);
        }
        let absent = Edit::Find(Role::Current, Item::Seizure, Finding::Absent);
        assert!(draft("selena-sledai", [absent]).read().answered);
    }

    #[test]
    fn a_limit_without_a_value_is_no_answer_and_no_problem() {
        let read = draft("sledai-2k", [typed(Item::C3, Field::Limit, "0.9")]).read();
        assert!(read.problems.is_empty());
        assert!(!read.answered);
    }

    #[test]
    fn a_bound_and_a_range_are_read_as_the_contract_writes_them() {
        let edits = [
            typed(Item::UrineRbcHpf, Field::Value, "5–10/hpf"),
            typed(Item::UrineWbcHpf, Field::Value, ">5"),
            typed(Item::Upcr, Field::Value, "< 0,3"),
            typed(Item::Upcr, Field::Unit, "g/g"),
        ];
        let read = draft("sledai-2k", edits).read();
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let current = &read.visits.current;
        assert_eq!(current.count(Item::UrineRbcHpf), Counted::between(5, 10));
        assert_eq!(current.count(Item::UrineWbcHpf), Counted::between(6, 10_000));
        let ratio = current.measured(Item::Upcr).expect("measured").value;
        assert_eq!((ratio.known(), ratio.stated_highest()), (None, Some(Exact::ratio(3, 10))));
    }

    #[test]
    fn a_bound_that_can_mean_two_is_asked_about() {
        let edits = [
            typed(Item::Platelets, Field::Value, "<1,000"),
            typed(Item::Platelets, Field::Unit, "/uL"),
        ];
        let read = draft("sledai-2k", edits).read();
        let ambiguous = read.ambiguous_of(Role::Current, Item::Platelets).next().expect("asked");
        assert_eq!((ambiguous.decimal.as_str(), ambiguous.grouped.as_str()), ("<1.000", "<1000"));
        assert_eq!(ambiguous.unmistakable_decimal(), "<1");
        // A thousand grams of protein are beyond every range.
        let edits =
            [typed(Item::Upcr, Field::Value, "<1,250"), typed(Item::Upcr, Field::Unit, "g/g")];
        let read = draft("sledai-2k", edits).read();
        let ratio = read.visits.current.measured(Item::Upcr).expect("measured").value;
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
            let read = draft("sledai-2k", edits).read();
            let problems: Vec<_> = read.problems_of(Role::Current, item).collect();
            assert!(matches!(problems.as_slice(), [(Field::Value, _)]), "{text}: {problems:?}");
        }
    }

    #[test]
    fn a_limit_is_one_number() {
        let edits =
            [typed(Item::C3, Field::Value, "0.8"), typed(Item::C3, Field::Limit, "0.9-1.8")];
        let read = draft("sledai-2k", edits).read();
        let problems: Vec<_> = read.problems_of(Role::Current, Item::C3).collect();
        assert!(matches!(problems.as_slice(), [(Field::Limit, _)]), "{problems:?}");
    }

    #[test]
    fn a_letter_among_the_digits_is_refused_by_name() {
        let read = draft("sledai-2k", [typed(Item::InflamedJoints, Field::Value, "3a")]).read();
        assert_eq!(read.problems_of(Role::Current, Item::InflamedJoints).count(), 1);
    }
}
