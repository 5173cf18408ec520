//! JSON Schemas of requests, visits and results.
//!
//! They say what their language can say. What it cannot is left to the engine:
//! the range of a value that comes in another unit, how many digits a number
//! has, options that exclude each other, a key that stands twice.

use serde_json::{Map, Value, json};

use super::{all, categories, parts};
use crate::contract::ProblemKind;
use crate::instruments::{Definition, OptionDefinition};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::report::CONTRACT;
use crate::report::number::Number;
use crate::scoring::{Exact, Finding, Role, Scale, Units, Verdict, WarningCode};

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// A request.
    Request,
    /// The answers of a visit.
    Visit,
    /// A result, or a refusal.
    Result,
}

impl Schema {
    /// All of them.
    pub const ALL: [Schema; 3] = [Schema::Request, Schema::Visit, Schema::Result];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Schema::Request => "request",
            Schema::Visit => "visit",
            Schema::Result => "result",
        }
    }
}

/// A schema as JSON, by itself: it refers to no other.
#[must_use]
pub fn schema(schema: Schema) -> String {
    let described = match schema {
        Schema::Request => request(),
        Schema::Visit => visit(),
        Schema::Result => result(),
    };
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:rheumscore:{CONTRACT}:{}", schema.name()),
    });
    if let (Value::Object(whole), Value::Object(described)) = (&mut whole, described) {
        whole.extend(described);
    }
    // It has texts for keys and finite numbers.
    serde_json::to_string(&whole).unwrap_or_default() + "\n"
}

fn request() -> Value {
    let visit_or_null = json!({ "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/visit" }] });
    let mut properties = Map::from_iter([
        ("id".to_owned(), json!({ "type": ["string", "null"] })),
        ("instrument".to_owned(), json!({ "enum": ids() })),
        ("options".to_owned(), json!({ "type": ["object", "null"] })),
    ]);
    for role in Role::ALL {
        properties.insert(role.key().to_owned(), visit_or_null.clone());
    }
    json!({
        "title": "A request to score a visit",
        "type": "object",
        "properties": properties,
        "required": ["instrument"],
        "additionalProperties": false,
        "allOf": by_instrument(|definition| json!({
            "options": { "properties": options(definition, true), "additionalProperties": false },
        })),
        "$defs": { "visit": visit() },
    })
}

/// The answers of a visit.
fn visit() -> Value {
    let properties: Map<String, Value> =
        Item::all().map(|item| (item.id().to_owned(), or_null(answer(item.kind())))).collect();
    json!({
        "title": "The answers of a visit",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn answer(kind: Kind) -> Vec<Value> {
    match kind {
        Kind::Finding => {
            vec![json!({ "type": "boolean" }), json!({ "enum": Finding::ALL.map(Finding::code) })]
        }
        Kind::Measurement(scale) => quantity(scale),
        Kind::Count { highest } => {
            let count = json!({ "type": "integer", "minimum": 0, "maximum": highest });
            let [compared, range] = stated(&count, true);
            vec![count, object(&compared, &[], &[]), object(&range, &[], &[])]
        }
        Kind::Choice(codes) => vec![json!({ "enum": codes })],
        Kind::Attestation => vec![json!({ "type": "boolean" })],
    }
}

/// A quantity; a bare number as well where it needs no unit and no limit.
fn quantity(scale: &Scale) -> Vec<Value> {
    let converts = scale.needs_unit() || scale.drug;
    let number = if converts { amount(None) } else { amount(Some((scale.lowest, scale.highest))) };
    let unit = match scale.units {
        Units::Listed([]) => None,
        Units::Listed(_) => Some(json!({ "enum": scale.unit_codes().collect::<Vec<&str>>() })),
        Units::Any => Some(json!({ "type": "string" })),
    };
    let limit = scale.limit.map(|limit| (limit.key(), positive(scale.highest)));
    let drug = scale.drug.then(|| json!({ "enum": Glucocorticoid::ALL.map(|drug| drug.code) }));
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    match unit {
        Some(unit) if scale.needs_unit() => required.push(("unit", unit)),
        Some(unit) => optional.push(("unit", unit)),
        None => {}
    }
    required.extend(limit);
    optional.extend(drug.map(|drug| ("drug", drug)));
    let bare = (!scale.needs_unit() && scale.limit.is_none()).then(|| number.clone());
    let objects = stated(&number, false).map(|stated| object(&stated, &required, &optional));
    bare.into_iter().chain(objects).collect()
}

/// The two ways to state a number: with a comparator, required where there
/// would be no object without one, or as a range.
fn stated(number: &Value, compared: bool) -> [Stated; 2] {
    let comparator = ("comparator", json!({ "enum": ["<", "<=", ">", ">="] }));
    let value = ("value", number.clone());
    let (required, optional) =
        if compared { (vec![value, comparator], vec![]) } else { (vec![value], vec![comparator]) };
    [
        Stated { required, optional, absent: ["from", "to"] },
        Stated {
            required: vec![("from", number.clone()), ("to", number.clone())],
            optional: vec![],
            absent: ["value", "comparator"],
        },
    ]
}

/// The keys that state a number.
struct Stated {
    required: Vec<(&'static str, Value)>,
    optional: Vec<(&'static str, Value)>,
    absent: [&'static str; 2],
}

/// An object that states a number, with what stands beside it.
fn object(
    stated: &Stated,
    required: &[(&'static str, Value)],
    optional: &[(&'static str, Value)],
) -> Value {
    let mut properties = Map::new();
    let mut names = Vec::new();
    for (key, schema) in stated.required.iter().chain(required) {
        properties.insert((*key).to_owned(), schema.clone());
        names.push(*key);
    }
    for (key, schema) in stated.optional.iter().chain(optional) {
        properties.insert((*key).to_owned(), or_null(vec![schema.clone()]));
    }
    for key in stated.absent {
        properties.insert(key.to_owned(), json!({ "type": "null" }));
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

/// A number, within a range where it comes in one unit, or a text of its form.
fn amount(range: Option<(Exact, Exact)>) -> Value {
    let number = match range {
        Some((lowest, highest)) => {
            json!({ "type": "number", "minimum": Number(lowest), "maximum": Number(highest) })
        }
        None => json!({ "type": "number" }),
    };
    json!({ "anyOf": [number, { "type": "string", "pattern": NUMBER }] })
}

/// A reference limit.
fn positive(highest: Exact) -> Value {
    let number = json!({ "type": "number", "exclusiveMinimum": 0, "maximum": Number(highest) });
    json!({ "anyOf": [number, { "type": "string", "pattern": NUMBER }] })
}

/// The form of a number in a text.
const NUMBER: &str = r"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$";

fn result() -> Value {
    json!({
        "title": "A result, or a request that was refused",
        "oneOf": [{ "$ref": "#/$defs/result" }, { "$ref": "#/$defs/refusal" }],
        "$defs": {
            "result": assessed(),
            "refusal": refusal(),
            "part": part(),
            "warning": warning(),
        },
    })
}

fn assessed() -> Value {
    let number = json!({ "type": ["number", "null"] });
    json!({
        "type": "object",
        "properties": {
            "id": { "type": ["string", "null"] },
            "contract": { "const": CONTRACT },
            "engine": { "type": "string" },
            "definitions": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
            "instrument": { "enum": ids() },
            "rule_set": { "type": "string" },
            "rule_set_text": { "type": "string" },
            "status": { "enum": ["complete", "partial"] },
            "score": number,
            "min": number,
            "max": number,
            "verdict": { "enum": [null, "met", "not_met", "undetermined"] },
            "category": { "type": ["string", "null"] },
            "clinical": {
                "type": "object",
                "properties": {
                    "score": number, "min": { "type": "number" }, "max": { "type": "number" },
                },
                "required": ["score", "min", "max"],
            },
            "parts": { "type": "array", "items": { "$ref": "#/$defs/part" } },
            "missing": { "type": "array", "items": { "type": "string" } },
            "warnings": { "type": "array", "items": { "$ref": "#/$defs/warning" } },
            "options": { "type": "object" },
        },
        "required": [
            "id", "contract", "engine", "definitions", "instrument", "rule_set", "status", "score",
            "min", "max", "verdict", "category", "warnings", "options",
        ],
        "allOf": by_instrument(|definition| {
            let categories: Vec<Value> = std::iter::once(Value::Null)
                .chain(categories(definition).into_iter().map(Value::from))
                .collect();
            let parts = parts(definition);
            let options = options(definition, false);
            let all: Vec<&String> = options.keys().collect();
            json!({
                "category": { "enum": categories },
                "parts": { "items": { "properties": { "id": { "enum": parts } } } },
                "options": {
                    "properties": options, "required": all, "additionalProperties": false,
                },
            })
        }),
    })
}

fn part() -> Value {
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Undetermined].map(Verdict::code);
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "string" },
            "points": { "type": "number" },
            "min": { "type": "number" },
            "max": { "type": "number" },
            "verdict": { "enum": verdicts },
            "value": { "type": ["number", "string", "boolean", "null"] },
            "percent": { "type": ["number", "null"] },
            "item": { "type": ["string", "null"] },
        },
        "required": ["id", "value"],
        "oneOf": [
            { "required": ["points"] },
            { "required": ["min", "max"] },
            { "required": ["verdict"] },
        ],
    })
}

fn warning() -> Value {
    json!({
        "type": "object",
        "properties": {
            "code": { "enum": WarningCode::ALL.map(WarningCode::code) },
            "items": { "type": "array", "items": { "type": "string" } },
            "option": { "type": "string" },
            "message": { "type": "string" },
        },
        "required": ["code"],
        "oneOf": [{ "required": ["items"] }, { "required": ["option"] }],
    })
}

fn refusal() -> Value {
    json!({
        "type": "object",
        "properties": {
            "id": { "type": ["string", "null"] },
            "errors": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "properties": {
                        "path": { "type": "string" },
                        "code": { "enum": ProblemKind::CODES },
                        "message": { "type": "string" },
                    },
                    "required": ["path", "code", "message"],
                },
            },
        },
        "required": ["id", "errors"],
    })
}

/// What holds where an instrument is named: schemas of properties.
fn by_instrument(properties: impl Fn(&'static Definition) -> Value) -> Vec<Value> {
    let condition = |definition: &'static Definition| {
        json!({
            "if": {
                "properties": { "instrument": { "const": definition.id } },
                "required": ["instrument"],
            },
            "then": { "properties": properties(definition) },
        })
    };
    all().map(condition).collect()
}

/// The values of each option; `null` stands for the default.
fn options(definition: &Definition, nullable: bool) -> Map<String, Value> {
    let values = |option: &OptionDefinition| {
        let nothing = nullable.then_some(Value::Null);
        let values = option.values.iter().map(|value| match value.code.parse::<u32>() {
            Ok(number) if option.integer => json!(number),
            _ => json!(value.code),
        });
        json!({ "enum": nothing.into_iter().chain(values).collect::<Vec<Value>>() })
    };
    definition.options.iter().map(|option| (option.id.to_owned(), values(option))).collect()
}

fn ids() -> Vec<&'static str> {
    all().map(|definition| definition.id).collect()
}

fn or_null(mut schemas: Vec<Value>) -> Value {
    schemas.push(json!({ "type": "null" }));
    json!({ "anyOf": schemas })
}
