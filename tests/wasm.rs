//! The worked cases through the compiled module, in a browser: as text and as
//! objects.

#![cfg(target_arch = "wasm32")]

mod support;

use js_sys::{Array, Function, JSON, Object, Reflect};
use rheumscore::api::{assess, assess_many, assess_text, instruments, version};
use serde_json::Value;
use support::cases::{Case, cases, elements};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A result as Rust reads it.
fn json(value: &JsValue) -> Value {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string()).expect("plain values");
    serde_json::from_str(&text).expect("JSON")
}

fn parsed(text: &str) -> JsValue {
    JSON::parse(text).expect("JSON")
}

/// What JavaScript makes of an expression.
fn evaluated(expression: &str) -> JsValue {
    let function = Function::new_no_args(&format!("return ({expression})"));
    function.call0(&JsValue::NULL).expect("an expression")
}

/// The paths and codes of a refused request.
fn errors(result: &JsValue) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let result = json(result);
    elements(&result["errors"]).map(|error| (text(&error["path"]), text(&error["code"]))).collect()
}

/// The errors of an activity index whose current visit is this expression.
fn errors_of_visit(current: &str) -> Vec<(String, String)> {
    errors(&assess(&evaluated(&format!("{{instrument: 'eustar-2017', current: {current}}}"))))
}

fn error(path: &str, code: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), code.to_owned())]
}

#[wasm_bindgen_test]
fn the_module_agrees_with_every_worked_case_as_text() {
    for case in cases() {
        let result = assess_text(&case.text);
        case.check(&serde_json::from_str(&result).expect("JSON"));
    }
}

#[wasm_bindgen_test]
fn the_module_agrees_with_every_worked_case_as_an_object() {
    let mut told = 0;
    for case in cases().filter(|case| case.has_object_form) {
        case.check(&json(&assess(&parsed(&case.text))));
        told += 1;
    }
    assert!(told > 1_000, "most cases have an object form");
}

#[wasm_bindgen_test]
fn an_object_and_its_text_have_the_same_result() {
    for case in cases().filter(|case| case.has_object_form).step_by(7) {
        let text: Value = serde_json::from_str(&assess_text(&case.text)).expect("JSON");
        assert_eq!(json(&assess(&parsed(&case.text))), text, "{}", case.place);
    }
}

#[wasm_bindgen_test]
fn many_requests_have_as_many_results_in_their_order() {
    let cases: Vec<Case> = cases().filter(|case| case.has_object_form).step_by(11).collect();
    let requests: Array = cases.iter().map(|case| parsed(&case.text)).collect();
    let results = assess_many(&requests);
    assert_eq!(results.length() as usize, cases.len());
    for (case, result) in cases.iter().zip(results.iter()) {
        case.check(&json(&result));
    }
}

#[wasm_bindgen_test]
fn what_is_no_list_of_requests_is_the_only_request() {
    let one = assess_many(&parsed(r#"{"id":"x","instrument":"eustar-2017"}"#));
    assert_eq!(json(&one.get(0))["id"], "x");
    let none = assess_many(&JsValue::UNDEFINED);
    assert_eq!((none.length(), errors(&none.get(0))), (1, error("", "not_object")));
    assert_eq!(assess_many(&Array::new()).length(), 0);
}

#[wasm_bindgen_test]
fn a_misspelt_key_is_refused_and_no_answer_is_lost() {
    assert_eq!(errors_of_visit("{crq: undefined}"), error("/current/crq", "unknown_item"));
    assert_eq!(errors_of_visit("{crp: {value: 5, units: 'mg/L'}}").len(), 2);
    assert_eq!(
        errors(&assess(&evaluated("{instrument: 'eustar-2017', currant: {}}"))),
        error("/currant", "unknown_field")
    );
}

#[wasm_bindgen_test]
fn undefined_is_the_same_as_null() {
    assert_eq!(errors_of_visit("{crp: undefined, mrss: null}"), []);
    assert_eq!(errors_of_visit("undefined"), []);
}

#[wasm_bindgen_test]
fn numbers_that_no_json_writes_are_refused_where_they_stand() {
    for number in ["NaN", "Infinity", "-Infinity", "5n"] {
        assert_eq!(
            errors_of_visit(&format!("{{dlco_percent: {number}}}")),
            error("/current/dlco_percent", "number_format")
        );
        assert_eq!(
            errors_of_visit(&format!("{{mrss: {number}}}")),
            error("/current/mrss", "number_format")
        );
        assert_eq!(
            errors_of_visit(&format!("{{crp: {{value: {number}, unit: 'mg/L'}}}}")),
            error("/current/crp/value", "number_format")
        );
    }
}

#[wasm_bindgen_test]
fn what_json_has_no_word_for_is_refused_where_it_stands() {
    for value in [
        "() => 1",
        "Symbol('x')",
        "new Map([['crp', 1]])",
        "new Set()",
        "new Date(0)",
        "/x/",
        "new Number(5)",
    ] {
        assert_eq!(errors_of_visit(value), error("/current", "wrong_type"), "{value}");
        assert_eq!(
            errors_of_visit(&format!("{{crp: {value}}}")),
            error("/current/crp", "wrong_type"),
            "{value}"
        );
        assert_eq!(errors(&assess(&evaluated(value))), error("", "not_object"), "{value}");
    }
}

#[wasm_bindgen_test]
fn what_cannot_be_looked_at_is_not_json() {
    for value in [
        "(() => { const endless = {}; endless.extra = endless; return endless })()",
        "{get instrument() { throw new Error('no') }}",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
    ] {
        let value = evaluated(value);
        assert_eq!(errors(&assess(&value)), error("", "not_json"), "{value:?}");
        assert_eq!(errors(&assess_many(&value).get(0)), error("", "not_json"), "{value:?}");
    }
}

#[wasm_bindgen_test]
fn objects_of_other_makers_are_read_like_any_other() {
    for value in [
        "Object.assign(Object.create(null), {mrss: 3})",
        "new Proxy({mrss: 3}, {})",
        "new (class { mrss = 3 })()",
        "Object.freeze({mrss: 3})",
    ] {
        let request = evaluated(&format!("{{instrument: 'eustar-2017', current: {value}}}"));
        assert_eq!(json(&assess(&request))["parts"][2]["points"], 0.252, "{value}");
    }
}

#[wasm_bindgen_test]
fn a_number_is_its_shortest_decimal() {
    assert_eq!(
        errors_of_visit("{dlco_percent: 0.1 + 0.2}"),
        error("/current/dlco_percent", "number_format")
    );
    assert_eq!(
        errors_of_visit("{dlco_percent: 1e-7}"),
        error("/current/dlco_percent", "number_format")
    );
    assert_eq!(errors_of_visit("{mrss: 1e21}"), error("/current/mrss", "out_of_range"));
    for fine in [
        "{dlco_percent: 0.3}",
        "{dlco_percent: 1e2}",
        "{dlco_percent: -0}",
        "{mrss: -0}",
        "{mrss: 3.0}",
    ] {
        assert_eq!(errors_of_visit(fine), [], "{fine}");
    }
}

#[wasm_bindgen_test]
fn a_request_is_left_as_it_was() {
    let text = r#"{"id":"x","instrument":"eustar-2017","current":{"mrss":3}}"#;
    let request = parsed(text);
    Object::freeze(request.unchecked_ref::<Object>());
    assert_eq!(json(&assess(&request))["id"], "x");
    assert_eq!(JSON::stringify(&request).expect("JSON"), text);
}

#[wasm_bindgen_test]
fn results_are_plain_objects() {
    let result = assess(&parsed(r#"{"instrument":"sledai-2k"}"#));
    let prototype =
        Object::get_prototype_of(&Reflect::get(&result, &"clinical".into()).expect("a field"));
    assert_eq!(prototype, Object::get_prototype_of(&Object::new()));
    assert!(Reflect::get(&result, &"score".into()).expect("a field").is_null());
    assert!(Array::is_array(&Reflect::get(&result, &"parts".into()).expect("a field")));
}

#[wasm_bindgen_test]
fn the_instruments_are_listed_with_their_options() {
    let listed = json(&instruments());
    let myositis =
        elements(&listed).find(|it| it["id"] == "acr-eular-myositis-2016").expect("it is there");
    assert_eq!(myositis["options"][0]["values"][0], "adult");
    for instrument in elements(&listed) {
        let request = format!(r#"{{"instrument":{}}}"#, instrument["id"]);
        let result: Value = serde_json::from_str(&assess_text(&request)).expect("JSON");
        assert_eq!(result["instrument"], instrument["id"]);
        for option in elements(&instrument["options"]) {
            let default = result["options"][option["id"].as_str().expect("an id")].to_string();
            assert_eq!(default, option["values"][0].to_string());
        }
    }
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_results() {
    let result = json(&assess(&parsed(r#"{"instrument":"eustar-2017"}"#)));
    let version = json(&version());
    assert_eq!(
        (&version["engine"], &version["contract"]),
        (&result["engine"], &result["contract"])
    );
}
