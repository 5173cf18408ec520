//! The scorer as JavaScript functions (feature `api`).
//!
//! What goes in is never changed, what comes out is made of objects, lists,
//! texts, numbers, booleans and `null`. Nothing throws: a request that cannot
//! be scored is answered with its errors, as on the command line.

mod value;

use js_sys::{Array, JSON};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::contract::{self, NotJson, Problem, ProblemKind, Reading, Refusal, Request};
use crate::instruments::{self, Definition, OptionDefinition, REGISTRY};
use crate::report::{AssessmentJson, CONTRACT, Detail, ENGINE, RefusalJson};
use crate::text::{ENGLISH, Language};

/// Scores a request given as an object: the result, or `{id, errors}`.
///
/// A number counts as the shortest decimal that reads back as it: `0.3` is 0.3,
/// and `0.1 + 0.2`, which has seventeen decimals, is refused. `undefined` is the
/// same as `null`. What JSON has no word for, a `Map` or a function, is refused
/// where it stands.
#[wasm_bindgen]
#[must_use]
pub fn assess(request: &JsValue) -> JsValue {
    let answer = match value::json(request) {
        Ok(json) => answer(Reading::of(&json).accept()),
        Err(NotJson) => answer(Err(not_json())),
    };
    parsed(&answer)
}

/// Scores a request given as JSON text, and gives the result as JSON text.
///
/// Only text shows a key that stands twice, and a number exactly as it was
/// written.
#[wasm_bindgen(js_name = assessText)]
#[must_use]
pub fn assess_text(request: &str) -> String {
    answer(contract::read(request))
}

/// Scores a list of requests: a list of their results, in the same order. What
/// is no list is taken for the only request of one.
#[wasm_bindgen(js_name = assessMany)]
#[must_use]
pub fn assess_many(requests: &JsValue) -> Array {
    if value::is_list(requests) {
        Array::from(requests).iter().map(|request| assess(&request)).collect()
    } else {
        Array::of1(&assess(requests))
    }
}

/// The instruments, in the order in which they are offered: of each its `id`,
/// `name` and `disease`, the hash of its `definitions`, and its `options` with
/// their `values`, the default first.
#[wasm_bindgen]
#[must_use]
pub fn instruments() -> JsValue {
    let entries: Vec<Entry> = REGISTRY.iter().map(|it| Entry::of(it.definition())).collect();
    written(&entries)
}

/// The version of the `engine`, and that of the `contract` its results follow.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    written(&Version { engine: ENGINE, contract: CONTRACT })
}

/// The answer to a request, as text.
fn answer(request: Result<Request, Refusal>) -> String {
    // A result has texts for keys and nothing in it that could fail to be
    // written.
    match request {
        Ok(Request { id, instrument, choices, visits }) => {
            let assessment = instruments::assess(instrument, choices, &visits);
            let (id, detail) = (id.as_deref(), Detail::Full(&ENGLISH));
            serde_json::to_string(&AssessmentJson { id, assessment: &assessment, detail })
        }
        Err(refusal) => {
            serde_json::to_string(&RefusalJson { refusal: &refusal, language: &ENGLISH })
        }
    }
    .unwrap_or_default()
}

/// The refusal of something that cannot even be read.
fn not_json() -> Refusal {
    let problem = Problem { path: String::new(), item: None, kind: ProblemKind::NotJson };
    Refusal { id: None, problems: vec![problem] }
}

/// An instrument, as a host offers it.
#[derive(Serialize)]
struct Entry {
    id: &'static str,
    name: &'static str,
    disease: &'static str,
    definitions: &'static str,
    options: Vec<OptionEntry>,
}

/// An option and its values.
#[derive(Serialize)]
struct OptionEntry {
    id: &'static str,
    values: Vec<Code>,
}

/// A value of an option; one that is a number is written as such.
#[derive(Serialize)]
#[serde(untagged)]
enum Code {
    Number(u32),
    Text(&'static str),
}

impl Code {
    fn of(option: &OptionDefinition, code: &'static str) -> Code {
        let number = code.parse().ok().filter(|_| option.integer);
        number.map_or(Code::Text(code), Code::Number)
    }
}

impl Entry {
    fn of(definition: &'static Definition) -> Entry {
        let options = definition.options.iter().map(|option| OptionEntry {
            id: option.id,
            values: option.values.iter().map(|value| Code::of(option, value.code)).collect(),
        });
        Entry {
            id: definition.id,
            name: ENGLISH.instrument_name(definition.id),
            disease: ENGLISH.disease(definition.disease),
            definitions: definition.fingerprint(),
            options: options.collect(),
        }
    }
}

#[derive(Serialize)]
struct Version {
    engine: &'static str,
    contract: u32,
}

/// A value as JavaScript sees what `JSON.parse` makes.
fn written(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// An answer. What is written is JSON, and the browser makes objects of it in
/// less code than a second serializer of all that an answer holds.
fn parsed(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}
