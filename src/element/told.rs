//! What a page of others is told: answers, options and result, as the contract
//! writes them.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::ser::Formatter;
use wasm_bindgen::prelude::*;

use crate::contract::{Problem, Refusal};
use crate::report::{AssessmentJson, CONTRACT, Detail, ENGINE, RefusalJson, options};
use crate::session::{Overview, Scored, Standing};
use crate::ui::language;

#[wasm_bindgen]
extern "C" {
    /// The shortest decimal of a number, as every browser writes it.
    #[wasm_bindgen(js_name = String)]
    fn shortest(number: f64) -> String;
}

/// What stands there now.
pub(super) fn now(overview: &Overview) -> String {
    let answers = overview.read.plain_answers().to_text();
    let scored = overview.scored.first();
    let options = scored.map_or_else(
        || "{}".to_owned(),
        |scored| options(scored.definition(), scored.choices).to_text(),
    );
    let result = scored.map_or_else(|| "null".to_owned(), |scored| result(overview, scored));
    let definitions = scored.map_or("", |scored| scored.definition().fingerprint());
    let version = format!(
        "{{\"engine\":\"{ENGINE}\",\"contract\":{CONTRACT},\"definitions\":\"{definitions}\"}}"
    );
    format!(
        "{{\"version\":{version},\"answers\":{answers},\"options\":{options},\"result\":{result}}}"
    )
}

/// The result of the contract. What cannot be read is refused there, and leaves
/// no result.
fn result(overview: &Overview, scored: &Scored) -> String {
    let mut problems = overview.read.refusals();
    match &scored.standing {
        Standing::Assessed(assessed) if problems.is_empty() && assessed.problems.is_empty() => {
            let (assessment, detail) = (&assessed.assessment, Detail::Full(language()));
            return json(&AssessmentJson { id: None, assessment, detail });
        }
        Standing::Assessed(assessed) => problems.extend(assessed.problems.iter().cloned()),
        Standing::Refused(refused) => problems.extend(refused.iter().cloned()),
        Standing::IsBaseline => {}
    }
    refused(&Refusal { id: None, problems })
}

/// A refusal: `{id, errors}`.
fn refused(refusal: &Refusal) -> String {
    json(&RefusalJson { refusal, language: language() })
}

/// What is wrong with a request: the same, for a page that hears of it.
pub(super) fn errors(problems: Vec<Problem>) -> String {
    refused(&Refusal { id: None, problems })
}

/// A value of the contract as text.
fn json(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Shortest);
    // Memory takes every value, and JSON is UTF-8.
    let written =
        value.serialize(&mut serializer).ok().and_then(|()| String::from_utf8(bytes).ok());
    written.unwrap_or_default()
}

/// JSON without spaces. Its fractions are written by the browser, which knows
/// how without ten kilobytes of tables.
struct Shortest;

impl Formatter for Shortest {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        writer.write_all(shortest(value).as_bytes())
    }
}
