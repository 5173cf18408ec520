//! Answers, read from JSON.

use std::borrow::Cow;

use super::json::{Json, Object, pointer_step};
use super::problem::{Codes, Expected, Problem, ProblemKind, note};
use super::stated::{COMPARATORS, Stated, Written};
use crate::items::{Answer, Counted, Glucocorticoid, Item, Kind, Measured};
use crate::scoring::{Exact, Finding, LimitName, Relation, Role, Scale, Unit, Units};

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

    /// A count: a bare number, or an object that gives it with a comparator or
    /// as a range.
    fn count(&mut self, highest: u32, json: &Json) -> Answered<Counted> {
        let stated = match json {
            Json::Object(members) => {
                let mut written = Written::object();
                let mut has_others = false;
                for (key, json) in members {
                    has_others |= !written.take(key, stated(json));
                }
                if written.comparator.is_none() && !written.is_range() {
                    return self.wrong_type(Expected::Count);
                }
                if has_others || written.is_twofold() {
                    self.refuse_others(members, &written, std::iter::empty());
                }
                self.stated(&written, |reader, key, json| reader.digits(key, highest, json))?
            }
            bare => Stated::Value(None, self.digits(None, highest, bare)?),
        };
        stated.up_to(highest).or_else(|| {
            let (key, lowest) = stated.impossible();
            self.refuse(key, counts_between(lowest.unwrap_or(0), highest))
        })
    }

    /// A number of digits only, up to the highest.
    fn digits(&mut self, key: Option<&str>, highest: u32, json: &Json) -> Answered<u32> {
        let Json::Number(text) = json else {
            let expected = Expected::Count;
            return self.refuse(key, ProblemKind::WrongType { expected });
        };
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.refuse(key, ProblemKind::NumberFormat { whole: true });
        }
        // Digits that do not even fit are out of range as well.
        let count = text.parse().ok().filter(|count| *count <= highest);
        count.or_else(|| self.refuse(key, counts_between(0, highest)))
    }

    fn measurement(&mut self, scale: &'static Scale, json: &Json) -> Answered<Measured> {
        let written = match json {
            Json::Object(members) => self.members(scale, members),
            Json::Number(_) | Json::Text(_) => Written::bare(json),
            _ => return self.wrong_type(Expected::Quantity),
        };
        let stated = self.stated(&written, Self::number);
        let unit = self.unit(scale, written.unit);
        let limit = self.limit(scale, written.limit);
        let drug = self.drug(written.drug);
        let (stated, unit, limit, drug) = (stated?, unit?, limit?, drug?);

        let stated = match unit {
            Some(unit) => stated.map(|value| unit.canonical_value(value)),
            None => stated,
        };
        let beyond = |lowest| ProblemKind::OutOfRange {
            lowest,
            highest: scale.highest,
            unit: scale.canonical_code(),
            above: false,
        };
        let strays = stated.numbers().filter(|(_, number)| !scale.contains(*number));
        let strays: Vec<_> = strays.map(|(key, _)| key).collect();
        for key in &strays {
            self.refuse::<()>(*key, beyond(scale.lowest));
        }
        if !strays.is_empty() {
            return None;
        }
        let Some(value) = stated.on(scale) else {
            let (key, lowest) = stated.impossible();
            return self.refuse(key, beyond(lowest.unwrap_or(scale.lowest)));
        };
        let value = match drug {
            Some(drug) => value.map_rising(|dose| drug.as_prednisolone(dose)),
            None => value,
        };
        Some(Measured { value, limit })
    }

    /// Sorts the members of a quantity.
    fn members<'j>(&mut self, scale: &Scale, members: &'j Object) -> Written<'j> {
        let limit_key = scale.limit.map(LimitName::key);
        let mut written = Written::object();
        let mut has_others = false;
        for (key, json) in members {
            let json = stated(json);
            match key.as_ref() {
                key if written.take(key, json) => {}
                "unit" => written.unit = json,
                "drug" if scale.drug => written.drug = json,
                key if Some(key) == limit_key => written.limit = json,
                _ => has_others = true,
            }
        }
        if has_others || written.is_twofold() {
            let drug_key = scale.drug.then_some("drug");
            let others = ["unit"].into_iter().chain(limit_key).chain(drug_key);
            self.refuse_others(members, &written, others);
        }
        written
    }

    /// Refuses the keys that have no meaning here: what states the number again
    /// in another way, and all that are none of the others either.
    fn refuse_others(
        &mut self,
        members: &Object,
        written: &Written,
        others: impl Iterator<Item = &'static str>,
    ) {
        let allowed: Vec<&'static str> = written.keys().iter().copied().chain(others).collect();
        for (key, json) in members {
            let is_absent = *json == Json::Null && Written::default().take(key, None);
            if !is_absent && !allowed.contains(&key.as_ref()) {
                let allowed = codes(allowed.iter().copied());
                self.refuse::<()>(Some(key), ProblemKind::UnknownField { allowed });
            }
        }
    }

    /// The numbers of a quantity or count, each read by the same reader.
    fn stated<T>(
        &mut self,
        written: &Written,
        read: impl Fn(&mut Self, Option<&str>, &Json) -> Answered<T>,
    ) -> Answered<Stated<T>> {
        if let Some(value) = written.value {
            let value = read(self, written.value_key, value);
            return Some(match written.comparator {
                Some(comparator) => Stated::Compared(self.relation(comparator)?, value?),
                None => Stated::Value(written.value_key, value?),
            });
        }
        if !written.is_range() {
            written.comparator.and_then(|comparator| self.relation(comparator));
            return self.refuse(None, ProblemKind::MissingValue);
        }
        let mut end = |key, json: Option<&Json>| match json {
            Some(json) => read(self, Some(key), json),
            None => self.refuse(None, ProblemKind::MissingEnd { key }),
        };
        let (from, to) = (end("from", written.from), end("to", written.to));
        Some(Stated::Range { from: from?, to: to? })
    }

    /// A comparator.
    fn relation(&mut self, json: &Json) -> Answered<Relation> {
        let key = Some("comparator");
        match json {
            Json::Text(code) => match COMPARATORS.iter().find(|(known, _)| known == code) {
                Some((_, relation)) => Some(*relation),
                None => {
                    let allowed = codes(COMPARATORS.map(|(known, _)| known));
                    self.refuse(key, ProblemKind::UnknownValue { allowed })
                }
            },
            _ => {
                let expected = Expected::Text;
                self.refuse(key, ProblemKind::WrongType { expected })
            }
        }
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

/// What a member says: `null` is the same as absent.
fn stated<'j>(json: &'j Json<'j>) -> Option<&'j Json<'j>> {
    Some(json).filter(|json| **json != Json::Null)
}

/// That a count is outside of these.
fn counts_between(lowest: u32, highest: u32) -> ProblemKind {
    ProblemKind::OutOfRange {
        lowest: Exact::from(lowest),
        highest: Exact::from(highest),
        unit: "",
        above: false,
    }
}

/// Codes, as a problem lists them.
pub(super) fn codes(codes: impl IntoIterator<Item = &'static str>) -> Codes {
    codes.into_iter().map(Cow::Borrowed).collect()
}
