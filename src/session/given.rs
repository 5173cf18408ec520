//! Answers of the contract as entries, and entries as answers of the contract:
//! what a page of others gives, and what it gets.

use std::borrow::Cow;

use super::numeral::unmistakable;
use super::{Entry, Field, Numeral, Read, Typed, VisitDraft, VisitId, numeral};
use crate::contract::{Json, Object, Problem, ProblemKind};
use crate::items::{Item, Kind};
use crate::scoring::Finding;

impl VisitDraft {
    /// A visit as a request gives it, which the contract has read and not
    /// refused. What is no answer of an item is passed over.
    #[must_use]
    pub fn given(id: VisitId, answers: &Json) -> VisitDraft {
        let mut visit = VisitDraft::new(id);
        let Json::Object(members) = answers else { return visit };
        for (item, json) in members {
            let entry = Item::from_id(item).and_then(|item| Some((item, entry(item, json)?)));
            if let Some((item, entry)) = entry {
                visit.record_mut(item, |record| record.entry = Some(entry));
            }
        }
        visit
    }
}

fn entry(item: Item, json: &Json) -> Option<Entry> {
    match (item.kind(), json) {
        (Kind::Finding, Json::Bool(true)) => Some(Entry::Finding(Finding::Present)),
        (Kind::Finding, Json::Bool(false)) => Some(Entry::Finding(Finding::Absent)),
        (Kind::Finding, Json::Text(code)) => Finding::from_code(code).map(Entry::Finding),
        (Kind::Attestation, Json::Bool(attested)) => Some(Entry::Attested(*attested)),
        (Kind::Choice(codes), Json::Text(code)) => {
            codes.iter().find(|known| *known == code).map(|code| Entry::Choice(code))
        }
        (Kind::Measurement(_) | Kind::Count { .. }, json) => typed(item, json),
        (Kind::Finding | Kind::Attestation | Kind::Choice(_), _) => None,
    }
}

/// A number, as it would be typed.
fn typed(item: Item, json: &Json) -> Option<Entry> {
    let mut typed = Typed::default();
    let part = |key: &str| json.member(key).and_then(word);
    typed.value = match (word(json), part("from"), part("to")) {
        (Some(number), ..) => typed_number(number),
        (None, Some(from), Some(to)) => format!("{}–{}", typed_number(from), typed_number(to)),
        (None, ..) => {
            format!("{}{}", part("comparator").unwrap_or_default(), typed_number(part("value")?))
        }
    };
    let limit = item.kind().limit();
    typed.limit = limit.and_then(|it| part(it.key())).map(typed_number).unwrap_or_default();
    for (field, text) in [(Field::Unit, part("unit")), (Field::Drug, part("drug"))] {
        text.unwrap_or_default().clone_into(typed.text_mut(field));
    }
    Some(Entry::Typed(typed))
}

/// A number as somebody would type it who means no other.
fn typed_number(number: &str) -> String {
    match numeral(number) {
        Numeral::Either { decimal, .. } => unmistakable(&decimal),
        _ => number.to_owned(),
    }
}

/// A number or a text, as it was written.
fn word<'j>(json: &'j Json) -> Option<&'j str> {
    match json {
        Json::Number(word) | Json::Text(word) => Some(word),
        Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
    }
}

impl Read {
    /// What could be read, as a page of others would write it: numbers as
    /// numbers, and a value that nothing stands beside by itself.
    #[must_use]
    pub fn plain_answers(&self) -> Json<'_> {
        let Json::Object(answers) = &self.answers else { return Json::Object(Vec::new()) };
        Json::Object(answers.iter().map(|(id, answer)| (id.clone(), plain(answer))).collect())
    }

    /// The same of one item; `None` where it has no answer that could be read.
    #[must_use]
    pub fn plain_answer(&self, item: Item) -> Option<Json<'_>> {
        self.answers.member(item.id()).map(plain)
    }

    /// Why a request with these entries would be refused: what cannot be read,
    /// and what can mean either of two numbers.
    #[must_use]
    pub fn refusals(&self) -> Vec<Problem> {
        let ambiguous = self.ambiguous.iter().map(|it| Problem {
            path: format!("/current/{}/{}", it.item.id(), it.field.key()),
            item: Some(it.item),
            kind: ProblemKind::NumberFormat { whole: false },
        });
        self.problems.iter().cloned().chain(ambiguous).collect()
    }
}

fn plain<'a>(answer: &'a Json) -> Json<'a> {
    let Json::Object(members) = answer else { return answer.clone() };
    if let [(key, Json::Text(value) | Json::Number(value))] = members.as_slice()
        && key == "value"
    {
        return number(value);
    }
    let member = |(key, json): &'a (Cow<'a, str>, Json<'a>)| match (key.as_ref(), json) {
        ("comparator" | "unit" | "drug", _) => (key.clone(), json.clone()),
        (_, Json::Text(value)) => (key.clone(), number(value)),
        _ => (key.clone(), json.clone()),
    };
    Json::Object(members.iter().map(member).collect::<Object>())
}

/// A number without the zeros that JSON does not take in front of one.
fn number(text: &str) -> Json<'_> {
    let shorter = text.trim_start_matches('0');
    Json::Number(match shorter.chars().next() {
        Some(first) if first.is_ascii_digit() => shorter.into(),
        _ if shorter.len() == text.len() => text.into(),
        _ => Cow::Owned(format!("0{shorter}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Reading;
    use crate::session::Laboratory;

    fn back(answers: &str) -> String {
        let given = Json::read(answers).expect("JSON").json;
        let read = VisitDraft::given(VisitId(1), &given).read(&Laboratory::default());
        assert_eq!(read.refusals(), []);
        read.plain_answers().to_text()
    }

    #[test]
    fn what_was_given_comes_back_as_it_was_given() {
        for answers in [
            "{}",
            r#"{"first_visit":true,"rash":"present","fever":"not_assessed"}"#,
            r#"{"pga":0.4,"mrss":3}"#,
            r#"{"crp":{"value":5,"unit":"mg/L"}}"#,
            r#"{"c3":{"value":0.71,"unit":"g/L","low":0.9}}"#,
            r#"{"upcr":{"comparator":"<","value":0.3,"unit":"g/g"}}"#,
            r#"{"urine_rbc_hpf":{"from":5,"to":10}}"#,
            r#"{"glucocorticoid":{"value":16,"unit":"mg/d","drug":"methylprednisolone"}}"#,
        ] {
            assert_eq!(back(answers), answers);
        }
    }

    #[test]
    fn a_number_is_given_back_in_one_form() {
        assert_eq!(back(r#"{"pga":"1.250"}"#), r#"{"pga":1.25}"#);
        assert_eq!(back(r#"{"pga":{"value":"0.40"}}"#), r#"{"pga":0.40}"#);
        let cells = r#"{"platelets":{"value":"150000","unit":"/uL"}}"#;
        assert_eq!(back(cells), r#"{"platelets":{"value":150000,"unit":"/uL"}}"#);
        assert_eq!(back(r#"{"rash":true,"fever":null}"#), r#"{"rash":"present"}"#);
    }

    #[test]
    fn what_was_given_is_read_as_the_contract_reads_it() {
        let answers = r#"{"platelets":{"value":90.125,"unit":"10*9/L"},"haq":1.125,"pga":1.255}"#;
        let given = Json::read(answers).expect("JSON").json;
        let request = Json::Object(vec![("current".into(), given.clone())]);
        let draft = VisitDraft::given(VisitId(1), &given);
        let read = draft.read(&Laboratory::default());
        assert_eq!(read.visit, Reading::of(&request).visits.current);
    }
}
