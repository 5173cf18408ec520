//! Any line is answered: reading ends in a request or in a refusal, and never
//! ends the program.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::sync::LazyLock;

use quickcheck::{Arbitrary, Gen};
use rheumscore::contract::{self, Request};
use rheumscore::instruments::{Assessment, assess};
use rheumscore::items::Item;
use rheumscore::report::{AssessmentJson, Detail, RefusalJson};
use rheumscore::scoring::{LimitName, Outcome};
use rheumscore::text::ENGLISH;
use serde_json::Value;
use support::cases::{cases, elements};
use support::story::{Story, below, hold};

/// Reads a line as the command line does and writes its result.
fn answer_line(line: &[u8]) -> Value {
    let written = match contract::read_bytes(line) {
        Ok(Request { id, instrument, choices, visits }) => {
            let assessment = assess(instrument, choices, &visits);
            full(id.as_deref(), &assessment)
        }
        Err(refusal) => {
            assert!(!refusal.problems.is_empty(), "a refusal says why");
            serde_json::to_string(&RefusalJson { refusal: &refusal, language: &ENGLISH })
        }
    };
    serde_json::from_str(&written.expect("a result is written")).expect("a result is JSON")
}

fn full(id: Option<&str>, assessment: &Assessment) -> serde_json::Result<String> {
    serde_json::to_string(&AssessmentJson { id, assessment, detail: Detail::Full(&ENGLISH) })
}

/// That a result is in order, whatever was asked.
fn assert_in_order(result: &Value) {
    if result["errors"].is_array() {
        for error in elements(&result["errors"]) {
            let path = error["path"].as_str().expect("a path");
            assert!(path.is_empty() || path.starts_with('/'), "{path:?}");
            assert!(error["code"].is_string() && error["message"].is_string());
        }
        return;
    }
    let ends = [&result["min"], &result["score"], &result["max"]].map(Value::as_f64);
    match ends {
        [Some(min), Some(score), Some(max)] => assert!(min == score && score == max),
        [Some(min), None, Some(max)] => assert!(min < max),
        _ => assert_eq!(ends, [None; 3]),
    }
    let is_open = result["status"] == "partial";
    assert_eq!(is_open, elements(&result["missing"]).next().is_some(), "{result}");
}

#[test]
fn any_bytes_are_answered() {
    fn property(bytes: Vec<u8>) {
        assert_in_order(&answer_line(&bytes));
    }
    hold(5_000, property as fn(Vec<u8>));
}

/// JSON of words that the contract knows, put together at random.
#[derive(Clone, Debug)]
struct AnyJson(String);

impl Arbitrary for AnyJson {
    fn arbitrary(g: &mut Gen) -> AnyJson {
        AnyJson(any_json(4, g))
    }
}

fn any_json(depth: u32, g: &mut Gen) -> String {
    let leaves = [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "3",
        "0.5",
        "1e3",
        "12345678901",
        "0.1234567",
        "\"present\"",
        "\"other_cause\"",
        "\"5\"",
        "\"mg/L\"",
        "\"<\"",
        "\">=\"",
        "\"g/g\"",
        "\"sledai-2k\"",
        "\"eustar-2017\"",
        "\"acr-eular-myositis-2016\"",
        "\"doris-2021\"",
        "\"cmas\"",
        "\"juvenile\"",
        "\"\\ud83d\\ude00\"",
    ];
    let keys = [
        "id",
        "instrument",
        "options",
        "current",
        "previous",
        "baseline",
        "value",
        "comparator",
        "from",
        "to",
        "unit",
        "low",
        "high",
        "uln",
        "drug",
        "rash",
        "r\\u0061sh",
        "mrss",
        "mrss_face",
        "crp",
        "ck",
        "upcr",
        "strength",
        "pga",
        "glucocorticoid",
        "first_visit",
        "hypoxia",
        "mrss_rule",
        "strength_scale",
        "window_days",
        "a/b~c",
    ];
    let some = |g: &mut Gen| 0..below(6, g);
    match below(if depth == 0 { 1 } else { 5 }, g) {
        0 => (*g.choose(&leaves).expect("a leaf")).to_owned(),
        1 => {
            let values: Vec<String> = some(g).map(|_| any_json(depth - 1, g)).collect();
            format!("[{}]", values.join(", "))
        }
        _ => {
            let members: Vec<String> = some(g)
                .map(|_| {
                    format!("\"{}\":{}", g.choose(&keys).expect("a key"), any_json(depth - 1, g))
                })
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

#[test]
fn any_json_is_answered() {
    fn property(AnyJson(line): AnyJson) {
        let result = answer_line(line.as_bytes());
        assert_in_order(&result);
        let unread = elements(&result["errors"]).any(|error| error["code"] == "not_json");
        assert!(!unread, "{line} is JSON");
    }
    hold(20_000, property as fn(AnyJson));
}

/// The lines of all worked cases.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| cases().map(|case| case.text).collect());

/// A worked case in which some bytes were changed, lost or told twice.
#[derive(Clone, Debug)]
struct Damaged(Vec<u8>);

impl Arbitrary for Damaged {
    fn arbitrary(g: &mut Gen) -> Damaged {
        let mut bytes = g.choose(&LINES).expect("there are cases").clone().into_bytes();
        for _ in 0..1 + below(3, g) {
            let at = usize::arbitrary(g) % bytes.len();
            let until = at + usize::arbitrary(g) % (bytes.len() - at).min(20);
            match below(3, g) {
                0 => bytes[at] = *g.choose(b"\"{}[]:,0-.e\\ tu\xff").expect("a byte"),
                1 => drop(bytes.drain(at..until)),
                _ => {
                    let again = bytes[at..until].to_vec();
                    bytes.splice(at..at, again);
                }
            }
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        Damaged(bytes)
    }
}

#[test]
fn damaged_lines_are_answered() {
    fn property(Damaged(line): Damaged) {
        assert_in_order(&answer_line(&line));
    }
    hold(20_000, property as fn(Damaged));
}

#[test]
fn the_same_line_is_always_answered_alike() {
    for case in cases() {
        assert_eq!(
            answer_line(case.text.as_bytes()),
            answer_line(case.text.as_bytes()),
            "{}",
            case.place
        );
    }
}

#[test]
fn nothing_nests_too_deep_to_be_answered() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let result = answer_line(open.repeat(100_000).as_bytes());
        assert_eq!(result["errors"][0]["code"], "not_json");
    }
}

/// The unused half of the vocabulary: limits have three names and one meaning.
#[test]
fn a_limit_has_the_name_of_its_item() {
    let key = |item: Item| item.kind().scale().and_then(|scale| scale.limit).map(LimitName::key);
    assert_eq!(key(Item::C3), Some("low"));
    assert_eq!(key(Item::AntiDsdna), Some("high"));
    assert_eq!(key(Item::Ck), Some("uln"));
    assert_eq!(key(Item::Crp), None);
}
#[test]
fn every_result_is_json_with_its_score_between_its_bounds() {
    fn property(story: Story) {
        let assessment = assess(story.instrument, story.choices, &story.visits);
        let written = full(None, &assessment).expect("a result is written");
        assert_in_order(&serde_json::from_str(&written).expect("a result is JSON"));
        for part in &assessment.judgement.parts {
            if let Outcome::Points(points) = part.outcome {
                assert!(points.lowest() <= points.highest());
            }
        }
    }
    hold(1_000, property as fn(Story));
}
