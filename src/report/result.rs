//! The result of a request, as the contract writes it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::number::Number;
use super::{CONTRACT, ENGINE};
use crate::contract::{Problem, Refusal};
use crate::instruments::{Assessment, Choices, Definition};
use crate::scoring::{
    Bounds, Category, Finding, Mention, Outcome, Part, PartValue, Role, Verdict, Warning,
};
use crate::text::Language;

/// How much of a result is written.
#[derive(Clone, Copy)]
pub enum Detail<'a> {
    /// All of it, with texts in a language.
    Full(&'a dyn Language),
    /// Without parts, missing and texts.
    Brief,
}

/// An assessment, to be serialized as the result of a request.
pub struct AssessmentJson<'a> {
    /// The id of the request.
    pub id: Option<&'a str>,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// How much of it.
    pub detail: Detail<'a>,
}

/// A refusal, to be serialized as the result of a request.
pub struct RefusalJson<'a> {
    /// The refusal.
    pub refusal: &'a Refusal,
    /// The language of its messages.
    pub language: &'a dyn Language,
}

impl Serialize for AssessmentJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Assessment { definition, choices, judgement } = self.assessment;
        let language = match self.detail {
            Detail::Full(language) => Some(language),
            Detail::Brief => None,
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("contract", &CONTRACT)?;
        map.serialize_entry("engine", ENGINE)?;
        map.serialize_entry("definitions", definition.fingerprint())?;
        map.serialize_entry("instrument", definition.id)?;
        map.serialize_entry("rule_set", &rule_set(definition, *choices))?;
        if let Some(language) = language {
            let values: Vec<&str> =
                definition.chosen(*choices).map(|(_, value)| value.code).collect();
            map.serialize_entry("rule_set_text", &language.rule_set(definition, &values))?;
        }
        map.serialize_entry(
            "status",
            if judgement.is_complete() { "complete" } else { "partial" },
        )?;
        map.serialize_entry("score", &judgement.score.and_then(Bounds::known).map(Number))?;
        map.serialize_entry("min", &judgement.score.map(|score| Number(score.lowest())))?;
        map.serialize_entry("max", &judgement.score.map(|score| Number(score.highest())))?;
        map.serialize_entry("verdict", &judgement.verdict.map(Verdict::code))?;
        map.serialize_entry(
            "category",
            &match judgement.category {
                Some(Category::Known(name)) => Some(name),
                Some(Category::Open) | None => None,
            },
        )?;
        if let Some(clinical) = judgement.clinical {
            map.serialize_entry("clinical", &ClinicalJson::from(clinical))?;
        }
        if language.is_some() {
            map.serialize_entry("parts", &Each(&judgement.parts, PartJson))?;
            map.serialize_entry("missing", &Each(&judgement.missing, MentionJson))?;
        }
        map.serialize_entry(
            "warnings",
            &Each(&judgement.warnings, |warning| WarningJson { warning, language }),
        )?;
        map.serialize_entry("options", &OptionsJson(definition, *choices))?;
        map.end()
    }
}

impl<'a> Serialize for RefusalJson<'a> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Error<'a> {
            path: &'a str,
            code: &'static str,
            message: String,
        }
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("id", &self.refusal.id)?;
        map.serialize_entry(
            "errors",
            &Each(&self.refusal.problems, |problem: &'a Problem| Error {
                path: &problem.path,
                code: problem.kind.code(),
                message: self.language.problem(problem),
            }),
        )?;
        map.end()
    }
}

/// A list whose elements are serialized through a view of them.
struct Each<'a, T, F>(&'a [T], F);

impl<'a, T, J: Serialize, F: Fn(&'a T) -> J> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// The instrument's id and its option values, joined by `/`.
pub(super) fn rule_set(definition: &Definition, choices: Choices) -> String {
    let mut rule_set = definition.id.to_owned();
    for (_, value) in definition.chosen(choices) {
        rule_set.push('/');
        rule_set.push_str(value.code);
    }
    rule_set
}

/// The options of a rule set; those that are numbers are written as such.
struct OptionsJson(&'static Definition, Choices);

impl Serialize for OptionsJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let OptionsJson(definition, choices) = self;
        serializer.collect_map(definition.chosen(*choices).map(|(option, value)| {
            let number = value.code.parse().ok().filter(|_| option.integer);
            (option.id, number.map_or(OptionCode::Text(value.code), OptionCode::Number))
        }))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum OptionCode {
    Number(u32),
    Text(&'static str),
}

#[derive(Serialize)]
struct ClinicalJson {
    score: Option<Number>,
    min: Number,
    max: Number,
}

impl From<Bounds> for ClinicalJson {
    fn from(bounds: Bounds) -> ClinicalJson {
        ClinicalJson {
            score: bounds.known().map(Number),
            min: Number(bounds.lowest()),
            max: Number(bounds.highest()),
        }
    }
}

struct PartJson<'a>(&'a Part);

impl Serialize for PartJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let PartJson(part) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", part.id)?;
        match part.outcome {
            Outcome::Points(points) => match points.known() {
                Some(points) => map.serialize_entry("points", &Number(points))?,
                None => {
                    map.serialize_entry("min", &Number(points.lowest()))?;
                    map.serialize_entry("max", &Number(points.highest()))?;
                }
            },
            Outcome::Criterion(verdict) => map.serialize_entry("verdict", verdict.code())?,
        }
        map.serialize_entry("value", &ValueJson(part.value))?;
        if let Some(percent) = part.percent {
            map.serialize_entry("percent", &percent.map(Number))?;
        }
        if let Some(chosen) = part.chosen {
            map.serialize_entry("item", &chosen)?;
        }
        map.end()
    }
}

struct ValueJson(PartValue);

impl Serialize for ValueJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            PartValue::Open | PartValue::State(Finding::NotAssessed) => serializer.serialize_none(),
            PartValue::State(finding) => serializer.serialize_str(finding.code()),
            PartValue::Number(number) => Number(number).serialize(serializer),
            PartValue::Attested(attested) => serializer.serialize_bool(attested),
            PartValue::Code(code) => serializer.serialize_str(code),
        }
    }
}

struct MentionJson<'a>(&'a Mention);

impl Serialize for MentionJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let MentionJson(Mention { role, id }) = self;
        match role {
            Role::Current => serializer.serialize_str(id),
            Role::Previous | Role::Baseline => {
                serializer.collect_str(&format_args!("{}.{id}", role.key()))
            }
        }
    }
}

struct WarningJson<'a> {
    warning: &'a Warning,
    language: Option<&'a dyn Language>,
}

impl Serialize for WarningJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Warning { code, items, option } = self.warning;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", code.code())?;
        match option {
            Some(option) => map.serialize_entry("option", option)?,
            None => map.serialize_entry("items", &Each(items, MentionJson))?,
        }
        if let Some(language) = self.language {
            map.serialize_entry("message", &language.warning(self.warning))?;
        }
        map.end()
    }
}
