//! JavaScript values, read as JSON without losing any of them on the way.
//!
//! `JSON.stringify` would drop a function, write `null` for `NaN` and `{}` for
//! a `Map`: answers lost in silence. Here such a value stays in its place and is
//! refused there.

use std::borrow::Cow;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use crate::contract::{Json, NotJson};

/// How deep values may nest; an object that holds itself nests deeper.
const DEEPEST: u32 = 128;

/// A number that no JSON can write. The form of it is refused.
const NO_NUMBER: Json = Json::Number(Cow::Borrowed("NaN"));

/// What JSON has no word for: a list, which no field of a request takes.
const NO_JSON: Json = Json::List(Vec::new());

#[wasm_bindgen]
extern "C" {
    /// What kind of object a value is, in whatever window it was made:
    /// `[object Map]`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn kind(value: &JsValue) -> Result<String, JsValue>;

    /// A number as the shortest decimal that reads back as it.
    #[wasm_bindgen(js_name = String)]
    fn shortest(double: f64) -> String;
}

/// A value as JSON.
///
/// # Errors
/// [`NotJson`] where it nests too deep, or throws when it is looked at.
pub(super) fn json(value: &JsValue) -> Result<Json<'static>, NotJson> {
    read(value, 0)
}

fn read(value: &JsValue, depth: u32) -> Result<Json<'static>, NotJson> {
    if depth > DEEPEST {
        return Err(NotJson);
    }
    let json = match kind(value).map_err(thrown)?.as_str() {
        "[object Null]" | "[object Undefined]" => Some(Json::Null),
        "[object Boolean]" => value.as_bool().map(Json::Bool),
        "[object Number]" => value.as_f64().map(number),
        "[object BigInt]" => Some(NO_NUMBER),
        "[object String]" => value.as_string().map(|text| Json::Text(text.into())),
        "[object Array]" => {
            let values = Array::from(value);
            let values = values.iter().map(|value| read(&value, depth + 1));
            Some(Json::List(values.collect::<Result<_, _>>()?))
        }
        "[object Object]" => Some(Json::Object(members(value, depth)?)),
        _ => None,
    };
    Ok(json.unwrap_or(NO_JSON))
}

/// A number as the shortest decimal that reads back as it. There is no minus
/// zero in it. JavaScript writes it, and so large ones with an exponent: these
/// are out of range wherever a number is due, and are written out here.
fn number(double: f64) -> Json<'static> {
    if !double.is_finite() {
        NO_NUMBER
    } else if double >= 1e21 {
        Json::Number(Cow::Borrowed("1000000000000000000000"))
    } else {
        Json::Number(shortest(double).into())
    }
}

/// The members of an object that JSON would write.
fn members(
    object: &JsValue,
    depth: u32,
) -> Result<Vec<(Cow<'static, str>, Json<'static>)>, NotJson> {
    let keys = Reflect::own_keys(object).map_err(thrown)?;
    let mut members = Vec::new();
    for key in keys.iter() {
        // A symbol is no key of JSON.
        let Some(name) = key.as_string() else { continue };
        let value = Reflect::get(object, &key).map_err(thrown)?;
        members.push((name.into(), read(&value, depth + 1)?));
    }
    Ok(members)
}

/// A value that throws when it is looked at is none that can be read.
fn thrown(_: JsValue) -> NotJson {
    NotJson
}
