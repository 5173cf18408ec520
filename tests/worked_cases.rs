//! Every worked case, through the library and through the command line.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use rheumscore::contract;
use rheumscore::instruments::{REGISTRY, RowRule, assess, find};
use rheumscore::report::{AssessmentJson, Detail, RefusalJson};
use rheumscore::text::{ENGLISH, Language};
use serde_json::Value;
use support::cases::{Case, cases, elements, members};

/// The result of a line, as the library gives it.
fn score(line: &str) -> Value {
    let written = match contract::read(line) {
        Ok(request) => {
            let assessment = assess(request.instrument, request.choices, &request.visits);
            let id = request.id.as_deref();
            let detail = Detail::Full(&ENGLISH);
            serde_json::to_string(&AssessmentJson { id, assessment: &assessment, detail })
        }
        Err(refusal) => {
            serde_json::to_string(&RefusalJson { refusal: &refusal, language: &ENGLISH })
        }
    };
    json(&written.expect("a result is written"))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text:?} is no JSON: {error}"))
}

/// The command line with these arguments.
fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_rheumscore"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts")
}

/// What the command line makes of an input.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let (mut child, input) = (start(arguments), input.into());
    let mut stdin = child.stdin.take().expect("a pipe");
    // In a thread of its own: both pipes may be full at once.
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command line ends");
    // A call that reads nothing may have ended before all was written.
    let _ = writer.join().expect("the writer ends");
    output
}

/// The results of an input and the exit status.
fn results(input: impl Into<Vec<u8>>) -> (Vec<Value>, Option<i32>) {
    let output = run(&["score"], input);
    assert_eq!(text(&output.stderr), "", "nothing is said beside the results");
    (text(&output.stdout).lines().map(json).collect(), output.status.code())
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The codes of a refused line.
fn codes(result: &Value) -> Vec<&str> {
    elements(&result["errors"]).filter_map(|error| error["code"].as_str()).collect()
}

/// A short request of this id.
fn request(id: &str) -> String {
    format!(r#"{{"id":"{id}","instrument":"eustar-2017"}}"#)
}

fn ids(results: &[Value]) -> Vec<&str> {
    results.iter().map(|result| result["id"].as_str().unwrap_or("none")).collect()
}

#[test]
fn the_library_agrees_with_every_worked_case() {
    for case in cases() {
        case.check(&score(&case.text));
    }
}

#[test]
fn the_command_line_agrees_with_every_worked_case_and_keeps_their_order() {
    let cases: Vec<Case> = cases().collect();
    let input: String = cases.iter().map(|case| format!("{}\n", case.text)).collect();
    let (results, status) = results(input);
    assert_eq!(results.len(), cases.len());
    for (case, result) in cases.iter().zip(&results) {
        case.check(result);
    }
    assert_eq!(status, Some(1), "some of them are refused");
}

#[test]
fn brief_results_say_the_same_without_parts_missing_and_texts() {
    let scored: Vec<Case> = cases().filter(|case| !case.is_refused()).collect();
    let input: String = scored.iter().map(|case| format!("{}\n", case.text)).collect();
    let output = run(&["score", "--brief"], input);
    assert_eq!(output.status.code(), Some(0), "none of them is refused");
    let results: Vec<Value> = text(&output.stdout).lines().map(json).collect();
    assert_eq!(results.len(), scored.len());
    for (case, brief) in scored.iter().zip(&results) {
        let mut full = score(&case.text);
        let fields = full.as_object_mut().expect("an object");
        for left_out in ["parts", "missing", "rule_set_text"] {
            assert!(fields.remove(left_out).is_some(), "{left_out}");
        }
        for warning in fields["warnings"].as_array_mut().expect("a list") {
            warning.as_object_mut().expect("an object").remove("message");
        }
        assert_eq!(*brief, full, "{}", case.place);
    }
}

#[test]
fn a_result_is_written_as_the_contract_shows_it() {
    let output = run(
        &["score"],
        r#"{"id": "p1-week24", "instrument": "eustar-2017", "options": {"mrss_rule": "fractional"}, "current": {"skin_worsening": "absent", "digital_ulcers": "absent", "mrss": 3, "tendon_friction_rubs": "present", "crp": {"value": 5, "unit": "mg/L"}, "dlco_percent": 80}}"#,
    );
    let written = text(&output.stdout);
    let (before, after) = written.split_once(r#","message":"#).expect("a warning has a message");
    let definitions = find("eustar-2017").expect("an instrument").definition().fingerprint();
    assert_eq!(
        before.replace(definitions, "…"),
        concat!(
            r#"{"id":"p1-week24","contract":1,"engine":"0.1.0","definitions":"…","#,
            r#""instrument":"eustar-2017","#,
            r#""rule_set":"eustar-2017/fractional","#,
            r#""rule_set_text":"EUSTAR 2017, mRSS up to 18 counted as 0.084 each","#,
            r#""status":"complete","score":2.502,"min":2.502,"max":2.502,"verdict":"met","category":null,"#,
            r#""parts":[{"id":"skin_worsening","points":0,"value":"absent"},"#,
            r#"{"id":"digital_ulcers","points":0,"value":"absent"},"#,
            r#"{"id":"mrss","points":0.252,"value":3},"#,
            r#"{"id":"tendon_friction_rubs","points":2.25,"value":"present"},"#,
            r#"{"id":"crp","points":0,"value":0.5},{"id":"dlco_percent","points":0,"value":80}],"#,
            r#""missing":[],"warnings":[{"code":"rule_set_matters","option":"mrss_rule""#,
        )
    );
    assert!(after.ends_with("}],\"options\":{\"mrss_rule\":\"fractional\"}}\n"), "{after}");
}

#[test]
fn every_warning_and_every_error_explains_itself() {
    for case in cases() {
        let result = score(&case.text);
        for told in elements(&result["warnings"]).chain(elements(&result["errors"])) {
            let message = told["message"].as_str().expect("a message");
            assert!(message.len() > 10 && message.ends_with('.'), "{}: {message:?}", case.place);
        }
    }
}

#[test]
fn a_bad_line_does_not_stop_the_run() {
    let lines = [&request("a"), "{", r#"{"id":"b","instrument":"none"}"#, "[]", &request("c")];
    let (results, status) = results(lines.join("\n") + "\n");
    assert_eq!(ids(&results), ["a", "none", "b", "none", "c"]);
    assert_eq!(codes(&results[1]), ["not_json"]);
    assert_eq!(codes(&results[2]), ["unknown_instrument"]);
    assert_eq!(codes(&results[3]), ["not_object"]);
    assert_eq!(status, Some(1));
}

#[test]
fn a_refused_line_has_its_id_and_its_errors_and_nothing_else() {
    let (results, _) = results("{\"id\":\"x\"}\n{\"id\":7,\"instrument\":\"eustar-2017\"}\n");
    for result in &results {
        let fields: Vec<&String> = members(result).map(|(field, _)| field).collect();
        assert_eq!(fields, ["errors", "id"]);
    }
    assert_eq!(results[0]["id"], "x");
    assert_eq!(results[1]["id"], Value::Null, "an id that could not be read");
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert_eq!(results(""), (Vec::new(), Some(0)));
    assert_eq!(results("\n \n\t\r\n"), (Vec::new(), Some(0)));
}

#[test]
fn blank_lines_are_skipped_and_the_last_line_needs_no_end() {
    let (results, status) = results(format!("\n{}\n\n  \t\n{}", request("a"), request("b")));
    assert_eq!(ids(&results), ["a", "b"]);
    assert_eq!(status, Some(0));
}

#[test]
fn lines_of_windows_are_read_like_any_other() {
    let (results, status) = results(format!("{}\r\n\r\n{}\r\n", request("a"), request("b")));
    assert_eq!(ids(&results), ["a", "b"]);
    assert_eq!(status, Some(0));
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let (results, status) = results(format!("\u{feff}{}\n{}\n", request("a"), request("b")));
    assert_eq!(ids(&results), ["a", "b"]);
    assert_eq!(status, Some(0));
}

#[test]
fn bytes_that_are_not_utf_8_are_not_json() {
    let mut input = b"{\"id\":\"\xff\",\"instrument\":\"eustar-2017\"}\n".to_vec();
    input.extend(request("after").bytes());
    let (results, status) = results(input);
    assert_eq!(codes(&results[0]), ["not_json"]);
    assert_eq!(ids(&results), ["none", "after"]);
    assert_eq!(status, Some(1));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let mut child = start(&["score"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = thread::spawn(move || {
        let line = request("again") + "\n";
        while stdin.write_all(line.as_bytes()).is_ok() {}
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a result");
    assert_eq!(json(&first)["id"], "again");
    // The reader is gone with its pipe.
    let output = child.wait_with_output().expect("the command line ends");
    writer.join().expect("the writer ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn help_shows_how_to_ask() {
    for arguments in
        [&["--help"][..], &["-h"], &["help"], &["score", "--help"], &["describe", "-h"]]
    {
        let output = run(arguments, "");
        let help = text(&output.stdout);
        for told in [
            "rheumscore score [--brief]",
            "rheumscore instruments",
            "describe [--json] <instrument>",
            "Exit status",
        ] {
            assert!(help.contains(told), "{arguments:?}: {told}");
        }
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn the_request_that_help_shows_is_scored() {
    let output = run(&["--help"], "");
    let help = text(&output.stdout);
    let from = help.find("{\"id\"").expect("a request");
    let to = from + help[from..].find("}}").expect("its end") + 2;
    let (results, status) = results(help[from..to].replace('\n', " "));
    assert_eq!(results[0]["verdict"], "met");
    assert_eq!(status, Some(0));
}

#[test]
fn a_call_that_is_not_understood_says_so_and_scores_nothing() {
    for arguments in
        [&[][..], &["scores"], &["score", "--short"], &["score", "file.jsonl"], &["describe"]]
    {
        let output = run(arguments, request("a"));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
        assert!(text(&output.stderr).contains("Usage:"), "{arguments:?}");
    }
}

#[test]
fn the_version_is_that_of_the_results() {
    let output = run(&["--version"], "");
    let version =
        text(&output.stdout).trim().strip_prefix("rheumscore ").expect("name and version");
    assert_eq!(score(&request("a"))["engine"], version);
}

#[test]
fn every_instrument_is_listed_on_a_line_of_its_own() {
    let output = run(&["instruments"], "");
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), REGISTRY.len());
    for (instrument, line) in REGISTRY.iter().zip(lines) {
        let id = instrument.definition().id;
        assert!(line.starts_with(&format!("{id} ")), "{line}");
        assert!(line.contains(ENGLISH.instrument(id).name), "{line}");
    }
}

#[test]
fn describing_an_instrument_shows_all_that_its_table_says() {
    for instrument in REGISTRY {
        let definition = instrument.definition();
        let output = run(&["describe", definition.id], "");
        let described = text(&output.stdout);
        let shows = |told: &str| assert!(described.contains(told), "{}: {told}", definition.id);
        for row in definition.rows {
            shows(row.id);
            shows(row.fact.locator);
            if let RowRule::Beyond { threshold, .. } | RowRule::Criterion(threshold) = row.rule {
                shows(threshold.relation.sign());
            }
        }
        for option in definition.options {
            for value in option.values {
                shows(&format!("{} = {}", option.id, value.code));
            }
        }
        for item in definition.reads.iter().flat_map(|reads| reads.items) {
            shows(item.id());
            definition.measurements(*item).for_each(|by| shows(by.id()));
        }
        definition.sources.iter().for_each(|source| shows(source.reference));
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn describing_an_instrument_writes_out_its_cut_offs_levels_and_bands() {
    for (id, lines) in [
        (
            "sledai-2k",
            &[
                "Range: 0 to 105",
                "arthritis                4 ",
                "inflamed_joints: counts when ≥ 2",
                "urine_protein_24h, upcr: counts when > 0.5 g/d or > 0.5 g/g",
                "platelets: counts when < 100 ×10⁹/L",
                "none ≤ 0, mild ≤ 5, moderate ≤ 10, high ≤ 19, very_high above",
                "current.proteinuria, or urine_protein_24h, upcr",
            ][..],
        ),
        ("selena-sledai", &["inflamed_joints: counts when > 2", "previous.upcr"]),
        ("doris-2021", &["pga                      < 0.5", "glucocorticoid           ≤ 5 mg/d"]),
        (
            "eustar-2017",
            &[
                "Met when the score is ≥ 2.5",
                "1.5 when > 18",
                "2.25 when > 1 mg/dL",
                "1 when < 70 %",
            ],
        ),
        (
            "acr-eular-myositis-2016",
            &[
                "0, 10 above 2 %, 20 above 10 %, 27.5 above 20 %, 32.5 above 30 %",
                "none < 20, minimal < 40, moderate < 60, major above",
                "baseline.extramuscular_global",
            ],
        ),
    ] {
        let output = run(&["describe", id], "");
        // A number and its unit are held together by a space of their own kind.
        let described = text(&output.stdout).replace(['\u{a0}', '\u{202f}'], " ");
        for line in lines {
            assert!(described.contains(line), "{id}: {line}\n{described}");
        }
    }
}

#[test]
fn describing_an_unknown_instrument_names_the_known_ones() {
    let output = run(&["describe", "sledai-3k"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    for instrument in REGISTRY {
        assert!(text(&output.stderr).contains(instrument.definition().id));
    }
}
