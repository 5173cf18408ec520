//! The command-line scorer: lines in, lines out.

use std::io::{self, BufRead, Write};

use crate::contract::{self, Refusal};
use crate::instruments::{Definition, REGISTRY, RowRule, assess, find};
use crate::report::{AssessmentJson, Detail, RefusalJson};
use crate::scoring::{Evidence, Fact};
use crate::text::{ENGLISH, Language, decimal};

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
Scores visits of patients with lupus, systemic sclerosis or myositis.

Usage:
  rheumscore score [--brief] < requests.jsonl > results.jsonl
  rheumscore instruments
  rheumscore describe <instrument>

score        Reads one request a line (JSON, UTF-8; blank lines are skipped) and
             writes one result a line, in the same order. A line that cannot be
             scored is answered with its errors, and the run goes on.
  --brief    Leaves out parts, missing and texts.
instruments  Lists the instruments: id, name, disease.
describe     Shows an instrument: what it reads, its weights and cut-offs, its
             options, and how well each of them is confirmed by its source.

A request:
  {\"id\": \"p1\", \"instrument\": \"eustar-2017\", \"options\": {\"mrss_rule\": \"fractional\"},
   \"current\": {\"tendon_friction_rubs\": \"present\", \"mrss\": 3,
               \"crp\": {\"value\": 5, \"unit\": \"mg/L\"}, \"dlco_percent\": 80}}
  (on one line). Findings are \"present\", \"absent\", \"not_assessed\" or
  \"other_cause\"; what is left out is not assessed and never taken as absent.
  Visits are \"current\", \"previous\" and \"baseline\".

Exit status: 0 when all went well, 1 when a line was refused or an instrument is
not known, 2 when the call was not understood.

Intended for research, education and checking manual scores. Not a medical
device; not to be used alone for treatment decisions.
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
        ["--help" | "-h" | "help"] | ["score" | "instruments" | "describe", "--help" | "-h"] => {
            output.write_all(HELP.as_bytes())?;
            Ok(Exit::Done)
        }
        ["score"] => score(input, output, Detail::Full(&ENGLISH)),
        ["score", "--brief"] => score(input, output, Detail::Brief),
        ["instruments"] => list(output),
        ["describe", id] => match find(id) {
            Some(instrument) => describe(instrument.definition(), output),
            None => {
                writeln!(errors, "No instrument is called {id:?}. There are:")?;
                list(errors)?;
                Ok(Exit::Refused)
            }
        },
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

/// Answers request after request. Memory holds one line at a time.
fn score(input: &mut impl BufRead, output: &mut impl Write, detail: Detail) -> io::Result<Exit> {
    let mut exit = Exit::Done;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.iter().all(u8::is_ascii_whitespace) {
            match contract::read_bytes(&line) {
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

/// Shows an instrument, so that its table can be held against the paper.
fn describe(definition: &Definition, output: &mut impl Write) -> io::Result<Exit> {
    let text = ENGLISH.instrument(definition.id);
    writeln!(output, "{} ({})\n{}\n{}", text.name, definition.id, text.measures, text.not_for)?;
    if let Some((lowest, highest)) = definition.range {
        writeln!(output, "Range: {} to {}", number(lowest), number(highest))?;
    }
    if let Some((threshold, fact)) = definition.cutoff {
        writeln!(
            output,
            "Criterion: score {} {}  {}",
            threshold.relation.sign(),
            number(threshold.limit),
            confirmed(fact)
        )?;
    }
    writeln!(output, "\nRows")?;
    for row in definition.rows {
        let rule = match row.rule {
            RowRule::Finding { points, .. } => number(points),
            RowRule::Beyond { points, threshold, .. } => format!(
                "{} if {} {}",
                number(points),
                threshold.relation.sign(),
                number(threshold.limit)
            ),
            RowRule::Change { points } => format!("up to {}", number(points)),
            RowRule::Criterion(threshold) => {
                format!("{} {}", threshold.relation.sign(), number(threshold.limit))
            }
            RowRule::Statement => "true".to_owned(),
        };
        writeln!(output, "  {:<24} {rule:<14} {}", row.id, confirmed(row.fact))?;
    }
    if !definition.options.is_empty() {
        writeln!(output, "\nOptions, the default first")?;
    }
    for option in definition.options {
        for value in option.values {
            let explains = ENGLISH.option_value(option.id, value.code).explains;
            writeln!(
                output,
                "  {} = {}: {explains}  {}",
                option.id,
                value.code,
                confirmed(value.fact)
            )?;
        }
    }
    writeln!(output, "\nReads")?;
    for reads in definition.reads {
        for item in reads.items {
            let measured: Vec<&str> = item.measured_by().iter().map(|by| by.id()).collect();
            let behind = if measured.is_empty() {
                String::new()
            } else {
                format!(", or from {}", measured.join(", "))
            };
            writeln!(output, "  {}.{}{behind}", reads.role.key(), item.id())?;
        }
    }
    writeln!(output, "\nSources")?;
    for source in definition.sources {
        let doi = source.doi.map(|doi| format!(" doi:{doi}")).unwrap_or_default();
        writeln!(
            output,
            "  {}.{doi} [{}]",
            source.reference,
            ENGLISH.evidence(source.evidence).label
        )?;
    }
    writeln!(output, "\nHow facts are confirmed")?;
    for evidence in Evidence::ALL {
        let text = ENGLISH.evidence(evidence);
        writeln!(output, "  [{}] {}", text.label, text.explains)?;
    }
    Ok(Exit::Done)
}

fn number(value: crate::scoring::Exact) -> String {
    decimal(value, 6, ENGLISH.decimal_mark())
}

fn confirmed(fact: Fact) -> String {
    format!("[{}: {}]", ENGLISH.evidence(fact.evidence).label, fact.locator)
}
