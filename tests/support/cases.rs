//! The worked cases of `tests/vignettes`, as every test reads them.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// The files. They are built in, as a browser has no folder to read.
pub const FILES: [(&str, &str); 23] = [
    ("sledai-2k", include_str!("../vignettes/sledai-2k.jsonl")),
    ("selena-sledai", include_str!("../vignettes/selena-sledai.jsonl")),
    ("selena-sledai-hybrid", include_str!("../vignettes/selena-sledai-hybrid.jsonl")),
    ("sledai-1992", include_str!("../vignettes/sledai-1992.jsonl")),
    ("doris-2021", include_str!("../vignettes/doris-2021.jsonl")),
    ("doris-2017", include_str!("../vignettes/doris-2017.jsonl")),
    ("lldas", include_str!("../vignettes/lldas.jsonl")),
    ("selena-flare-index", include_str!("../vignettes/selena-flare-index.jsonl")),
    ("sri", include_str!("../vignettes/sri.jsonl")),
    ("sle-das", include_str!("../vignettes/sle-das.jsonl")),
    ("eustar-2017", include_str!("../vignettes/eustar-2017.jsonl")),
    ("escsg-2001", include_str!("../vignettes/escsg-2001.jsonl")),
    ("mrss", include_str!("../vignettes/mrss.jsonl")),
    ("acr-eular-myositis-2016", include_str!("../vignettes/acr-eular-myositis-2016.jsonl")),
    ("mmt8", include_str!("../vignettes/mmt8.jsonl")),
    ("haq-di", include_str!("../vignettes/haq-di.jsonl")),
    ("imacs-improvement", include_str!("../vignettes/imacs-improvement.jsonl")),
    ("crs-astct-2019", include_str!("../vignettes/crs-astct-2019.jsonl")),
    ("icans-astct-2019", include_str!("../vignettes/icans-astct-2019.jsonl")),
    ("licats", include_str!("../vignettes/licats.jsonl")),
    ("icaht-platelets", include_str!("../vignettes/icaht-platelets.jsonl")),
    ("patients", include_str!("../vignettes/patients.jsonl")),
    ("refused", include_str!("../vignettes/refused.jsonl")),
];

/// A worked case.
pub struct Case {
    /// Its file and line.
    pub place: String,
    /// What it shows.
    pub why: String,
    /// The line that is sent.
    pub text: String,
    /// Whether a JavaScript object can stand for the line.
    pub has_object_form: bool,
    /// What is expected of the result.
    pub expect: Value,
}

/// A line of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    why: String,
    #[serde(borrow)]
    request: Option<&'a RawValue>,
    line: Option<String>,
    expect: Value,
}

/// All cases of all files.
pub fn cases() -> impl Iterator<Item = Case> {
    FILES.into_iter().flat_map(|(name, text)| {
        text.lines().zip(1..).map(move |(text, number)| {
            let place = format!("tests/vignettes/{name}.jsonl:{number}");
            read(text, place)
        })
    })
}

fn read(text: &str, place: String) -> Case {
    let line: Line = serde_json::from_str(text).unwrap_or_else(|error| panic!("{place}: {error}"));
    let (text, has_object_form) = match (line.request, line.line) {
        (Some(request), None) => (request.get().to_owned(), true),
        (None, Some(text)) => (text, false),
        _ => panic!("{place}: a case has a request or a line"),
    };
    Case { place, why: line.why, text, has_object_form, expect: line.expect }
}

impl Case {
    /// Ends the test where a result is not the one that is expected.
    pub fn check(&self, result: &Value) {
        let differences = differences(&self.expect, result);
        let Case { place, why, text, .. } = self;
        assert!(
            differences.is_empty(),
            "{place}: {why}\n{}\nrequest: {text}\nresult: {result}",
            differences.join("\n")
        );
    }

    /// Whether the request is to be refused.
    pub fn is_refused(&self) -> bool {
        self.expect.get("errors").is_some()
    }
}

/// Where a result differs from what is expected of it.
fn differences(expect: &Value, result: &Value) -> Vec<String> {
    members(expect)
        .filter(|(field, expected)| {
            let got = &result[field.as_str()];
            !match field.as_str() {
                "missing" => set(expected) == set(got),
                "errors" => set(expected) == set(&without_messages(got)),
                "warnings" => **expected == without_messages(got),
                "parts" => members(expected).all(|(id, part)| has_part(got, id, part)),
                _ => *expected == got,
            }
        })
        .map(|(field, expected)| {
            format!("{field}: {expected} is expected, not {}", result[field.as_str()])
        })
        .collect()
}

/// Whether there is a part with this id and these fields.
fn has_part(parts: &Value, id: &str, expected: &Value) -> bool {
    elements(parts)
        .filter(|part| part["id"] == id)
        .any(|part| members(expected).all(|(field, value)| part.get(field) == Some(value)))
}

/// A list as a set.
fn set(list: &Value) -> Option<BTreeSet<String>> {
    Some(list.as_array()?.iter().map(Value::to_string).collect())
}

/// Warnings or errors without the sentences that explain them.
fn without_messages(list: &Value) -> Value {
    elements(list)
        .cloned()
        .map(|mut element| {
            element.as_object_mut().map(|members| members.remove("message"));
            element
        })
        .collect()
}

/// The elements of a list.
pub fn elements(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// The members of an object.
pub fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}
