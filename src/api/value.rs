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

/// The kind of a list.
const LIST: &str = "[object Array]";

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
    if value.is_null() || value.is_undefined() {
        Ok(Json::Null)
    } else if let Some(truth) = value.as_bool() {
        Ok(Json::Bool(truth))
    } else if let Some(double) = value.as_f64() {
        Ok(number(double))
    } else if let Some(text) = value.as_string() {
        Ok(Json::Text(text.into()))
    } else {
        match kind(value).map_err(thrown)?.as_str() {
            LIST => list(value, depth),
            "[object Object]" => members(value, depth),
            "[object BigInt]" => Ok(NO_NUMBER),
            _ => Ok(NO_JSON),
        }
    }
}

/// Whether a value is a list. Unlike `Array.isArray`, it throws at nothing.
pub(super) fn is_list(value: &JsValue) -> bool {
    kind(value).is_ok_and(|kind| kind == LIST)
}

/// The values of a list, its holes included.
fn list(list: &JsValue, depth: u32) -> Result<Json<'static>, NotJson> {
    let list: &Array = list.unchecked_ref();
    let mut values = Vec::new();
    for at in 0..list.length() {
        let value = Reflect::get_u32(list, at).map_err(thrown)?;
        values.push(read(&value, depth + 1)?);
    }
    Ok(Json::List(values))
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
fn members(object: &JsValue, depth: u32) -> Result<Json<'static>, NotJson> {
    let keys = Reflect::own_keys(object).map_err(thrown)?;
    let mut members = Vec::new();
    for at in 0..keys.length() {
        let key = keys.get(at);
        // A symbol is no key of JSON.
        let Some(name) = key.as_string() else { continue };
        let value = Reflect::get(object, &key).map_err(thrown)?;
        members.push((name.into(), read(&value, depth + 1)?));
    }
    Ok(Json::Object(members))
}

/// A value that throws when it is looked at is none that can be read.
fn thrown(_: JsValue) -> NotJson {
    NotJson
}
