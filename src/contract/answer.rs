//! Answers, read from JSON.

use std::borrow::Cow;

use super::json::{Json, Object, pointer_step};
use super::problem::{Codes, Expected, Problem, ProblemKind, note};
use crate::items::{Answer, Glucocorticoid, Item, Kind, Measured};
use crate::scoring::{Exact, Finding, LimitName, Role, Scale, Unit, Units};

/// Reads the answers to one item and keeps what is wrong with them.
pub(super) struct AnswerReader<'a> {
    pub role: Role,
    pub item: Item,
    pub problems: &'a mut Vec<Problem>,
}

/// Answered, unanswered, or refused with a problem on record.
type Answered<T> = Option<T>;

impl AnswerReader<'_> {
    /// Reads an answer of any kind; `null` is no answer.
    pub(super) fn read(&mut self, json: &Json) -> Answered<Answer> {
        if *json == Json::Null {
            return None;
        }
        match self.item.kind() {
            Kind::Finding => self.finding(json).map(Answer::Finding),
            Kind::Measurement(scale) => self.measurement(scale, json).map(Answer::Measured),
            Kind::Count { highest } => self.count(highest, json).map(Answer::Count),
            Kind::Choice(codes) => self.choice(codes, json).map(Answer::Choice),
            Kind::Attestation => match json {
                Json::Bool(attested) => Some(Answer::Attested(*attested)),
                _ => self.wrong_type(Expected::Attestation),
            },
        }
    }

    /// Puts a problem on record, at the answer or at one of its keys.
    fn refuse<T>(&mut self, key: Option<&str>, kind: ProblemKind) -> Answered<T> {
        let key = key.map(pointer_step).unwrap_or_default();
        let path = format!("/{}/{}{key}", self.role.key(), self.item.id());
        note(self.problems, Problem { path, item: Some(self.item), kind });
        None
    }

    fn wrong_type<T>(&mut self, expected: Expected) -> Answered<T> {
        self.refuse(None, ProblemKind::WrongType { expected })
    }

    fn finding(&mut self, json: &Json) -> Answered<Finding> {
        match json {
            Json::Bool(true) => Some(Finding::Present),
            Json::Bool(false) => Some(Finding::Absent),
            Json::Text(code) => Finding::from_code(code).or_else(|| {
                let allowed = codes(Finding::ALL.map(Finding::code));
                self.refuse(None, ProblemKind::UnknownValue { allowed })
            }),
            _ => self.wrong_type(Expected::Finding),
        }
    }

    fn choice(&mut self, known: &'static [&'static str], json: &Json) -> Answered<&'static str> {
        match json {
            Json::Text(code) => known.iter().copied().find(|known| known == code).or_else(|| {
                let allowed = codes(known.iter().copied());
                self.refuse(None, ProblemKind::UnknownValue { allowed })
            }),
            _ => self.wrong_type(Expected::Choice),
        }
    }

    fn count(&mut self, highest: u32, json: &Json) -> Answered<u32> {
        let Json::Number(text) = json else { return self.wrong_type(Expected::Count) };
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.refuse(None, ProblemKind::NumberFormat { whole: true });
        }
        // Digits that do not even fit are out of range as well.
        text.parse().ok().filter(|count| *count <= highest).or_else(|| {
            self.refuse(
                None,
                ProblemKind::OutOfRange {
                    lowest: Exact::ZERO,
                    highest: Exact::from(highest),
                    unit: "",
                    above: false,
                },
            )
        })
    }

    fn measurement(&mut self, scale: &'static Scale, json: &Json) -> Answered<Measured> {
        let written = match json {
            Json::Object(members) => self.members(scale, members),
            Json::Number(_) | Json::Text(_) => Written { value: Some(json), ..Written::default() },
            _ => return self.wrong_type(Expected::Quantity),
        };
        let value = match written.value {
            Some(value) => self.number(written.value_key, value),
            None => self.refuse(None, ProblemKind::MissingValue),
        };
        let unit = self.unit(scale, written.unit);
        let limit = self.limit(scale, written.limit);
        let drug = self.drug(written.drug);
        let (value, unit, limit, drug) = (value?, unit?, limit?, drug?);

        let value = unit.map_or(value, |unit| unit.canonical_value(value));
        if !scale.contains(value) {
            return self.refuse(
                written.value_key,
                ProblemKind::OutOfRange {
                    lowest: scale.lowest,
                    highest: scale.highest,
                    unit: scale.canonical_code(),
                    above: false,
                },
            );
        }
        let value = drug.map_or(value, |drug| drug.as_prednisolone(value));
        Some(Measured { value, limit })
    }

    /// Sorts the members of a quantity. `null` is the same as absent.
    fn members<'j>(&mut self, scale: &Scale, members: &'j Object) -> Written<'j> {
        let limit_key = scale.limit.map(LimitName::key);
        let mut written = Written { value_key: Some("value"), ..Written::default() };
        for (key, json) in members {
            let json = Some(json).filter(|json| **json != Json::Null);
            match key.as_ref() {
                "value" => written.value = json,
                "unit" => written.unit = json,
                "drug" if scale.drug => written.drug = json,
                key if Some(key) == limit_key => written.limit = json,
                key => {
                    let drug_key = scale.drug.then_some("drug");
                    let allowed = ["value", "unit"].into_iter().chain(limit_key).chain(drug_key);
                    let allowed = codes(allowed);
                    self.refuse::<()>(Some(key), ProblemKind::UnknownField { allowed });
                }
            }
        }
        written
    }

    /// A number, or a text of the same form.
    fn number(&mut self, key: Option<&str>, json: &Json) -> Answered<Exact> {
        match json {
            Json::Number(text) | Json::Text(text) => match Exact::parse(text) {
                Ok(number) => Some(number),
                Err(_) => self.refuse(key, ProblemKind::NumberFormat { whole: false }),
            },
            _ => {
                let expected = Expected::Number;
                self.refuse(key, ProblemKind::WrongType { expected })
            }
        }
    }

    /// The unit that a value has to be converted from, where it names one that
    /// is listed.
    fn unit(&mut self, scale: &Scale, json: Option<&Json>) -> Answered<Option<&'static Unit>> {
        let allowed = || codes(scale.unit_codes());
        match (json, scale.units) {
            (None, _) if scale.needs_unit() => {
                self.refuse(None, ProblemKind::MissingUnit { allowed: allowed() })
            }
            (None, _) | (Some(Json::Text(_)), Units::Any) => Some(None),
            (Some(Json::Text(code)), Units::Listed(_)) => match scale.unit(code) {
                Some(unit) => Some(Some(unit)),
                None => self.refuse(Some("unit"), ProblemKind::UnknownUnit { allowed: allowed() }),
            },
            (Some(_), _) => {
                let expected = Expected::Text;
                self.refuse(Some("unit"), ProblemKind::WrongType { expected })
            }
        }
    }

    /// The reference limit, where the scale has one.
    fn limit(&mut self, scale: &Scale, json: Option<&Json>) -> Answered<Option<Exact>> {
        let Some(name) = scale.limit else { return Some(None) };
        let Some(json) = json else {
            return self.refuse(None, ProblemKind::MissingLimit { key: name.key() });
        };
        let limit = self.number(Some(name.key()), json)?;
        if limit <= Exact::ZERO || limit > scale.highest {
            return self.refuse(
                Some(name.key()),
                ProblemKind::OutOfRange {
                    lowest: Exact::ZERO,
                    highest: scale.highest,
                    unit: "",
                    above: true,
                },
            );
        }
        Some(Some(limit))
    }

    /// The glucocorticoid; prednisolone, which needs no conversion, where none
    /// is named.
    fn drug(&mut self, json: Option<&Json>) -> Answered<Option<&'static Glucocorticoid>> {
        match json {
            None => Some(None),
            Some(Json::Text(code)) => match Glucocorticoid::from_code(code) {
                Some(drug) => Some(Some(drug)),
                None => {
                    let allowed = codes(Glucocorticoid::ALL.map(|drug| drug.code));
                    self.refuse(Some("drug"), ProblemKind::UnknownDrug { allowed })
                }
            },
            Some(_) => {
                let expected = Expected::Text;
                self.refuse(Some("drug"), ProblemKind::WrongType { expected })
            }
        }
    }
}

/// A quantity, as it was written.
#[derive(Default)]
struct Written<'j> {
    value: Option<&'j Json<'j>>,
    /// The key of the value; a bare value has none.
    value_key: Option<&'static str>,
    unit: Option<&'j Json<'j>>,
    limit: Option<&'j Json<'j>>,
    drug: Option<&'j Json<'j>>,
}

/// Codes, as a problem lists them.
pub(super) fn codes(codes: impl IntoIterator<Item = &'static str>) -> Codes {
    codes.into_iter().map(Cow::Borrowed).collect()
}
