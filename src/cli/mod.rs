//! The command-line scorer: lines in, lines out; and files of courses, summed up.

mod courses;
mod describe;

use std::io::{self, BufRead, Write};

use self::courses::Form;
use crate::contract::{self, Refusal};
use crate::instruments::{Definition, Instrument, REGISTRY, assess, find};
use crate::report::{
    AssessmentJson, Detail, RefusalJson, Schema, canonical, description, reference_index_markdown,
    reference_markdown, reference_page, schema, types,
};
use crate::text::{ENGLISH, Language};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was done.
    Done,
    /// At least one line was refused, or nothing is known by a name that was
    /// asked for.
    Refused,
    /// The call itself was not understood.
    Usage,
}

impl Exit {
    /// The status of the process.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Refused => 1,
            Exit::Usage => 2,
        }
    }
}

const HELP: &str = "\
Scores visits of patients with lupus, systemic sclerosis or myositis, and grades
the toxicity of cell therapy.

Usage:
  rheumscore score [--brief] < requests.jsonl > results.jsonl
  rheumscore instruments
  rheumscore describe [--json] <instrument>
  rheumscore reference [<instrument>]
  rheumscore definitions <instrument>
  rheumscore items
  rheumscore schema request|visit|result
  rheumscore types
  rheumscore outcomes [--json] course.json
  rheumscore cohort [--csv|--json] course.json...

score        Reads one request a line (JSON, UTF-8; blank lines are skipped) and
             writes one result a line, in the same order. A line that cannot be
             scored is answered with its errors, and the run goes on.
  --brief    Leaves out parts, missing and texts.
instruments  Lists the instruments: id, name, disease.
describe     Shows an instrument: what it reads, its weights and cut-offs, its
             options, and how well each of them is confirmed by its source.
  --json     The same as data, with the definitions of the items.
reference    Prints the reference page of an instrument as Markdown: items, weights,
             operators, rule sets, warnings, what it is not for, sources. Without a
             name, the list of all of them.
definitions  Prints what decides the results of an instrument. The first sixteen
             digits of its SHA-256 are the \"definitions\" of every result.
items        Lists the items of a visit: id, what an answer looks like with its
             units, range and reference limit, and what the item is.
schema       Prints a JSON Schema (2020-12).
types        Prints the types of requests and results for TypeScript.
outcomes     Reads a course as the page saves it, and tells what it comes to over its
             visits: adjusted mean SLEDAI, times to remission and how long it lasted,
             flares, days without B cells, episodes of CRS and ICANS, days with few
             platelets. What is not known stays open.
  --json     The same as data.
cohort       Reads several courses and sums them up as a case series prints it. Each
             figure says of how many patients it is; the patients follow one by one.
             A file that cannot be read is named, and the others are summed up.
  --csv      A row a figure, for a spreadsheet.
  --json     The same as data.

A request:
  {\"id\": \"p1\", \"instrument\": \"eustar-2017\", \"options\": {\"mrss_rule\": \"fractional\"},
   \"current\": {\"tendon_friction_rubs\": \"present\", \"mrss\": 3,
               \"crp\": {\"value\": 5, \"unit\": \"mg/L\"}, \"dlco_percent\": 80}}
  (on one line). Findings are \"present\", \"absent\", \"not_assessed\" or
  \"other_cause\"; what is left out is not assessed and never taken as absent.
  Visits are \"current\", \"previous\" and \"baseline\".

Exit status: 0 when all went well, 1 when a line was refused, a file could not be
read or an instrument is not known, 2 when the call was not understood.

Intended for research, education and checking manual scores. Not CE-marked or
FDA-cleared. Not to be used alone for treatment decisions.
";

/// Runs the scorer with the arguments of a process.
///
/// # Errors
/// Where reading or writing fails.
pub fn run(
    arguments: &[&str],
    input: &mut impl BufRead,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> io::Result<Exit> {
    match arguments {
        ["--help" | "-h" | "help"]
        | [
            "score" | "instruments" | "describe" | "reference" | "definitions" | "items" | "schema"
            | "types" | "outcomes" | "cohort",
            "--help" | "-h",
        ] => {
            output.write_all(HELP.as_bytes())?;
            Ok(Exit::Done)
        }
        ["score"] => score(input, output, Detail::Full(&ENGLISH)),
        ["score", "--brief"] => score(input, output, Detail::Brief),
        ["instruments"] => list(output),
        ["definitions", id] => {
            described(id, errors, |instrument| output.write_all(canonical(instrument).as_bytes()))
        }
        ["reference"] => {
            output.write_all(reference_index_markdown(&ENGLISH).as_bytes())?;
            Ok(Exit::Done)
        }
        ["reference", id] if !is_option(id) => described(id, errors, |instrument| {
            let page = reference_page(instrument, &ENGLISH);
            output.write_all(reference_markdown(&page, &ENGLISH).as_bytes())
        }),
        ["describe", "--json", id] => described(id, errors, |instrument| {
            output.write_all(description(instrument, &ENGLISH).as_bytes())
        }),
        ["schema", name] if let Some(known) = schema_of(name) => {
            output.write_all(schema(known).as_bytes())?;
            Ok(Exit::Done)
        }
        ["types"] => {
            output.write_all(types().as_bytes())?;
            Ok(Exit::Done)
        }
        ["items"] => describe::items(output).map(|()| Exit::Done),
        ["describe", id] => {
            described(id, errors, |instrument| describe::instrument(instrument, output))
        }
        ["outcomes", "--json", file] if !is_option(file) => {
            courses::outcomes(file, true, output, errors)
        }
        ["outcomes", file] if !is_option(file) => courses::outcomes(file, false, output, errors),
        ["cohort", "--csv", files @ ..] if are_files(files) => {
            courses::cohort(files, Form::Csv, output, errors)
        }
        ["cohort", "--json", files @ ..] if are_files(files) => {
            courses::cohort(files, Form::Json, output, errors)
        }
        ["cohort", files @ ..] if are_files(files) => {
            courses::cohort(files, Form::Text, output, errors)
        }
        ["--version" | "-V"] => {
            writeln!(output, "rheumscore {}", env!("CARGO_PKG_VERSION"))?;
            Ok(Exit::Done)
        }
        [] => {
            errors.write_all(HELP.as_bytes())?;
            Ok(Exit::Usage)
        }
        _ => {
            writeln!(errors, "Not understood: {}\n\n{HELP}", arguments.join(" "))?;
            Ok(Exit::Usage)
        }
    }
}

/// Whether an argument asks for something, in place of naming a file.
fn is_option(argument: &str) -> bool {
    argument.starts_with('-')
}

/// Whether files are named, and nothing else.
fn are_files(arguments: &[&str]) -> bool {
    !arguments.is_empty() && !arguments.iter().any(|argument| is_option(argument))
}

/// Answers request after request. Memory holds one line at a time.
fn score(input: &mut impl BufRead, output: &mut impl Write, detail: Detail) -> io::Result<Exit> {
    let mut exit = Exit::Done;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line);
        if !text.iter().all(u8::is_ascii_whitespace) {
            match contract::read_bytes(text) {
                Ok(request) => {
                    let assessment = assess(request.instrument, request.choices, &request.visits);
                    let id = request.id.as_deref();
                    let result = AssessmentJson { id, assessment: &assessment, detail };
                    serde_json::to_writer(&mut *output, &result)?;
                }
                Err(refusal) => {
                    exit = Exit::Refused;
                    write_refusal(&refusal, output)?;
                }
            }
            output.write_all(b"\n")?;
        }
        line.clear();
    }
    output.flush()?;
    Ok(exit)
}

/// Writes of an instrument, where there is one.
fn described(
    id: &str,
    errors: &mut impl Write,
    write: impl FnOnce(&dyn Instrument) -> io::Result<()>,
) -> io::Result<Exit> {
    match find(id) {
        Some(instrument) => write(instrument).map(|()| Exit::Done),
        None => {
            writeln!(errors, "No instrument is called {id:?}. There are:")?;
            list(errors)?;
            Ok(Exit::Refused)
        }
    }
}

fn schema_of(name: &str) -> Option<Schema> {
    Schema::ALL.into_iter().find(|schema| schema.name() == name)
}

fn write_refusal(refusal: &Refusal, output: &mut impl Write) -> io::Result<()> {
    let refusal = RefusalJson { refusal, language: &ENGLISH };
    serde_json::to_writer(output, &refusal)?;
    Ok(())
}

fn list(output: &mut impl Write) -> io::Result<Exit> {
    for instrument in REGISTRY {
        let Definition { id, disease, .. } = instrument.definition();
        let name = ENGLISH.instrument(id).name;
        writeln!(output, "{id:<26} {name} ({})", ENGLISH.disease(*disease))?;
    }
    Ok(Exit::Done)
}
