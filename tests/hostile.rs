//! What is hostile, broken or strange goes in through every entry of the
//! library: `tests/hostile/index.json` says what each file is and what becomes
//! of it. The page takes the same files in tests/browser/hostile.test.mjs.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use rheumscore::cli::{self, Exit};
use rheumscore::contract::{self, FileProblem};
use rheumscore::report::{export, import, import_laboratory, note, table};
use rheumscore::session::{Course, Edit};
use rheumscore::text::ENGLISH;
use serde_json::{Value, json};

const NOW: &str = "2026-01-02T03:04:05Z";

/// The size of what is made while testing.
const LARGE: usize = 50_000_000;

fn read(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    fs::read(folder.join(file)).expect("a file of the corpus")
}

fn index() -> Value {
    serde_json::from_slice(&read("index.json")).expect("the index is JSON")
}

/// The documents of the corpus: what they hold, and what is said of them.
fn documents() -> Vec<(Vec<u8>, Value)> {
    let index = index();
    let documents = index["documents"].as_array().expect("a list");
    documents.iter().map(|it| (read(it["file"].as_str().expect("a name")), it.clone())).collect()
}

/// The texts of the corpus.
fn texts() -> Vec<String> {
    let index = index();
    let texts = index["texts"].as_object().expect("an object");
    texts.values().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// The codes with which a request is refused; none where it is accepted.
fn codes(request: &[u8]) -> Vec<&'static str> {
    let refusal = contract::read_bytes(request).err();
    let problems = refusal.map(|refusal| refusal.problems).unwrap_or_default();
    let mut codes: Vec<&str> = problems.iter().map(|problem| problem.kind.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// How opening a file ended, as the index says it.
fn outcome<T>(opened: Result<T, FileProblem>) -> &'static str {
    match opened {
        Ok(_) => "opened",
        Err(FileProblem::TooLarge) => "too_large",
        Err(FileProblem::NotJson) => "not_json",
        Err(FileProblem::DuplicateKey { .. }) => "duplicate_key",
        Err(FileProblem::Foreign) => "foreign",
        Err(FileProblem::Newer { .. }) => "newer",
        Err(FileProblem::Broken { .. }) => "broken",
    }
}

/// What the command line answers, line by line, and how it ended.
fn scored(lines: &[u8]) -> (Vec<Value>, Exit) {
    let mut output = Vec::new();
    let exit = cli::run(&["score"], &mut &*lines, &mut output, &mut Vec::new()).expect("a run");
    let answers = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    (answers.map(|line| serde_json::from_slice(line).expect("a line of JSON")).collect(), exit)
}

#[test]
fn every_document_is_scored_or_refused_with_its_reason() {
    for (bytes, about) in documents() {
        let Some(expected) = about["request"].as_array() else {
            codes(&bytes);
            continue;
        };
        assert_eq!(codes(&bytes), expected.iter().collect::<Vec<_>>(), "{}", about["file"]);
    }
}

#[test]
fn every_document_is_opened_or_refused_with_its_reason() {
    for (bytes, about) in documents() {
        for (kind, found) in [
            ("course", outcome(import(&bytes, &ENGLISH))),
            ("laboratory", outcome(import_laboratory(&bytes))),
        ] {
            if let Some(expected) = about[kind].as_str() {
                assert_eq!(found, expected, "{} as a {kind}", about["file"]);
            }
        }
    }
}

#[test]
fn what_is_opened_of_a_hostile_course_is_kept_as_it_was() {
    for (bytes, about) in documents() {
        let Ok(opened) = import(&bytes, &ENGLISH) else { continue };
        let again = export(&opened.course, NOW, &ENGLISH);
        let again = import(again.as_bytes(), &ENGLISH).expect("what was exported is opened");
        assert!(again.course.is_same_as(&opened.course), "{}", about["file"]);
        let shown = note(&opened.course, opened.course.open(), &ENGLISH);
        let turned = |character: char| matches!(character, '\u{202a}'..='\u{202e}');
        assert!(!shown.contains(turned), "{}: {shown}", about["file"]);
        assert!(table(&opened.course).starts_with('\u{feff}'), "{}", about["file"]);
    }
}

#[test]
fn the_command_line_answers_every_line_of_every_document_and_goes_on() {
    let request = br#"{"id": "after", "instrument": "sledai-2k", "current": {}}"#;
    for (bytes, about) in documents() {
        let lines = [&bytes, &b"\n"[..], request, b"\n"].concat();
        let (answers, _) = scored(&lines);
        let (last, before) = answers.split_last().expect("an answer");
        assert_eq!(last["id"], "after", "{}", about["file"]);
        assert_eq!(last["status"], "partial", "{}", about["file"]);
        for answer in before {
            let refused = answer["errors"].as_array().is_some_and(|errors| !errors.is_empty());
            assert!(refused != answer["status"].is_string(), "{}: {answer}", about["file"]);
        }
    }
}

#[test]
fn hostile_texts_come_back_as_texts_from_the_command_line() {
    for text in texts() {
        let request =
            json!({"id": text, "instrument": "sledai-2k", "current": {"rash": "present"}});
        let (answers, exit) = scored(request.to_string().as_bytes());
        assert_eq!(exit, Exit::Done);
        assert_eq!(answers.first().expect("an answer")["id"], text.as_str());

        let visit = serde_json::Map::from_iter([(text.clone(), json!("present"))]);
        let request = json!({"instrument": text, "current": visit, "options": {}});
        let (answers, exit) = scored(request.to_string().as_bytes());
        assert_eq!(exit, Exit::Refused, "{text:?}");
        assert!(answers.iter().all(|answer| answer["errors"].is_array()), "{text:?}");
    }
}

#[test]
fn hostile_texts_in_a_course_are_kept_as_they_are() {
    for text in texts() {
        let mut course = Course::default();
        course.apply(Edit::Label(text.clone()));
        let exported = export(&course, NOW, &ENGLISH);
        let opened = import(exported.as_bytes(), &ENGLISH).expect("it is opened").course;
        let visit = opened.open_visit().expect("a visit");
        assert_eq!(visit.label, text);
        let cells = table(&opened);
        assert!(!cells.contains(&format!("\n{text}")) || !text.starts_with('='), "{cells}");
    }
}

#[test]
fn fifty_million_bytes_are_refused_or_scored_and_never_opened_as_a_file() {
    for about in index()["generated"].as_array().expect("a list") {
        let part = |name: &str| about[name].as_str().expect("a text").to_owned();
        let unit = part("unit");
        let text = [part("start"), unit.repeat(LARGE / unit.len()), part("end")].concat();
        let name = part("name");
        assert_eq!(outcome(import(text.as_bytes(), &ENGLISH)), "too_large", "{name}");
        assert_eq!(outcome(import_laboratory(text.as_bytes())), "too_large", "{name}");
        let found = codes(text.as_bytes());
        match about["request"].as_array() {
            Some(expected) => assert_eq!(found, expected.iter().collect::<Vec<_>>(), "{name}"),
            None => assert!(!found.is_empty(), "{name}"),
        }
    }
}
