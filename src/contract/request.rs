//! Requests, read from JSON.

use super::answer::{AnswerReader, codes};
use super::json::{Json, Object, pointer_step};
use super::problem::{Codes, Expected, Problem, ProblemKind, note};
use crate::instruments::{self, Choices, Definition, Instrument, Objection, REGISTRY};
use crate::items::{Item, Visits};
use crate::scoring::{Exact, Role};

/// What a request asks, as far as it could be read.
pub struct Reading {
    /// The id to echo.
    pub id: Option<String>,
    /// The instrument, where a known one is named.
    pub instrument: Option<&'static dyn Instrument>,
    /// The rule set.
    pub choices: Choices,
    /// The visits, with every answer that is well formed.
    pub visits: Visits,
    /// Everything that is wrong with the request.
    pub problems: Vec<Problem>,
}

/// A request with nothing wrong.
pub struct Request {
    /// The id to echo.
    pub id: Option<String>,
    /// The instrument.
    pub instrument: &'static dyn Instrument,
    /// The rule set.
    pub choices: Choices,
    /// The visits.
    pub visits: Visits,
}

/// A request that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The id to echo, where it could be read.
    pub id: Option<String>,
    /// All that is wrong.
    pub problems: Vec<Problem>,
}

/// The keys of a request.
const KEYS: [&str; 6] = ["id", "instrument", "options", "current", "previous", "baseline"];

/// Reads a request from text.
///
/// # Errors
/// [`Refusal`] with everything that is wrong.
pub fn read(text: &str) -> Result<Request, Refusal> {
    let Ok(document) = Json::read(text) else {
        return Err(Refusal { id: None, problems: vec![whole_line(ProblemKind::NotJson)] });
    };
    let mut reading = Reading::of(&document.json);
    if !document.duplicates.is_empty() {
        for path in document.duplicates {
            reading.refuse(path, ProblemKind::DuplicateKey);
        }
        // Both values of a key that stands twice may have the same problem. No
        // more are told than can be compared with each other.
        let mut told: Vec<Problem> = Vec::new();
        for problem in reading.problems {
            let is_same = |other: &Problem| {
                other.path == problem.path && other.kind.code() == problem.kind.code()
            };
            if !told.iter().any(is_same) {
                told.push(problem);
            }
        }
        reading.problems = told;
    }
    reading.accept()
}

/// Reads a request from bytes, which have to be UTF-8.
///
/// # Errors
/// [`Refusal`] with everything that is wrong.
pub fn read_bytes(bytes: &[u8]) -> Result<Request, Refusal> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(_) => Err(Refusal { id: None, problems: vec![whole_line(ProblemKind::NotJson)] }),
    }
}

impl Reading {
    /// Reads what can be read.
    #[must_use]
    pub fn of(json: &Json) -> Reading {
        let mut reading = Reading {
            id: None,
            instrument: None,
            choices: Choices::default(),
            visits: Visits::BLANK,
            problems: Vec::new(),
        };
        let Json::Object(members) = json else {
            reading.problems.push(whole_line(ProblemKind::NotObject));
            return reading;
        };
        reading.read_instrument(json.member("instrument"));
        for (key, json) in members {
            match (key.as_ref(), json) {
                ("instrument", _) => {}
                ("id" | "options" | "current" | "previous" | "baseline", Json::Null) => {}
                ("id", Json::Text(id)) => reading.id = Some(id.to_string()),
                ("id", _) => reading.wrong_type("/id", Expected::Text),
                ("options", Json::Object(options)) => reading.read_options(options),
                ("options", _) => reading.wrong_type("/options", Expected::Options),
                ("current", json) => reading.read_visit(Role::Current, json),
                ("previous", json) => reading.read_visit(Role::Previous, json),
                ("baseline", json) => reading.read_visit(Role::Baseline, json),
                (key, _) => {
                    let allowed = codes(KEYS);
                    reading.refuse(pointer_step(key), ProblemKind::UnknownField { allowed });
                }
            }
        }
        reading.object(json);
        reading
    }

    /// The request, where nothing is wrong with it.
    ///
    /// # Errors
    /// [`Refusal`] with everything that is wrong.
    pub fn accept(self) -> Result<Request, Refusal> {
        match self.instrument {
            Some(instrument) if self.problems.is_empty() => {
                Ok(Request { id: self.id, instrument, choices: self.choices, visits: self.visits })
            }
            Some(_) | None => Err(Refusal { id: self.id, problems: self.problems }),
        }
    }

    fn refuse(&mut self, path: String, kind: ProblemKind) {
        note(&mut self.problems, Problem { path, item: None, kind });
    }

    fn wrong_type(&mut self, path: &str, expected: Expected) {
        self.refuse(path.to_owned(), ProblemKind::WrongType { expected });
    }

    fn read_instrument(&mut self, json: Option<&Json>) {
        match json {
            None | Some(Json::Null) => {
                self.refuse(String::new(), ProblemKind::MissingInstrument);
            }
            Some(Json::Text(id)) => {
                self.instrument = instruments::find(id);
                if self.instrument.is_none() {
                    let allowed = codes(REGISTRY.iter().map(|known| known.definition().id));
                    self.refuse(
                        "/instrument".to_owned(),
                        ProblemKind::UnknownInstrument { allowed },
                    );
                }
            }
            Some(_) => self.wrong_type("/instrument", Expected::Text),
        }
    }

    /// Reads the options, where it is known whose they are.
    fn read_options(&mut self, options: &Object) {
        let Some(definition) = self.instrument.map(Instrument::definition) else { return };
        for (key, json) in options {
            let found = definition.options.iter().position(|option| option.id == key);
            match found {
                Some(at) => self.read_option(definition, at, json),
                None => {
                    let allowed = codes(definition.options.iter().map(|option| option.id));
                    let path = format!("/options{}", pointer_step(key));
                    self.refuse(path, ProblemKind::UnknownOption { allowed });
                }
            }
        }
    }

    fn read_option(&mut self, definition: &'static Definition, at: usize, json: &Json) {
        let Some(option) = definition.options.get(at) else { return };
        let path = format!("/options/{}", option.id);
        let code = match json {
            Json::Null => return,
            Json::Number(number) if option.integer => {
                if number.contains(['.', 'e', 'E']) {
                    return self.refuse(path, ProblemKind::NumberFormat { whole: true });
                }
                number
            }
            Json::Text(code) if !option.integer => code,
            _ if option.integer => return self.wrong_type(&path, Expected::Count),
            _ => return self.wrong_type(&path, Expected::Text),
        };
        match option.values.iter().position(|value| value.code == code) {
            Some(place) => self.choices.choose(at, place),
            None => {
                let allowed: Codes = codes(option.values.iter().map(|value| value.code));
                self.refuse(path, ProblemKind::UnknownOptionValue { allowed });
            }
        }
    }

    fn read_visit(&mut self, role: Role, json: &Json) {
        let Json::Object(members) = json else {
            return self.wrong_type(&format!("/{}", role.key()), Expected::Visit);
        };
        let visit = self.visits.of_mut(role);
        visit.reserve(members.len());
        for (id, json) in members {
            let Some(item) = Item::from_id(id) else {
                let path = format!("/{}{}", role.key(), pointer_step(id));
                let kind = ProblemKind::UnknownItem;
                note(&mut self.problems, Problem { path, item: None, kind });
                continue;
            };
            let mut reader = AnswerReader { role, item, problems: &mut self.problems };
            if let Some(answer) = reader.read(json) {
                visit.set(item, answer);
            }
        }
    }

    /// Hears what the instrument objects to, and takes out what it cannot read.
    /// An option that could not be read leaves nothing to object to.
    fn object(&mut self, request: &Json) {
        let Some(instrument) = self.instrument else { return };
        let unread: Vec<String> = self
            .problems
            .iter()
            .filter_map(|problem| problem.path.strip_prefix("/options").map(str::to_owned))
            .collect();
        let is_read = |option: &str| {
            !unread.iter().any(|path| path.is_empty() || path.strip_prefix('/') == Some(option))
        };
        for objection in instrument.objections(&self.choices, &self.visits) {
            match objection {
                Objection::OptionConflict { option, value, other } => {
                    if !(is_read(option) && is_read(other)) {
                        continue;
                    }
                    let path = format!("/options/{option}");
                    self.refuse(path, ProblemKind::OptionConflict { value, other });
                }
                Objection::AboveScale { role, item, highest, option } => {
                    if !is_read(option) {
                        continue;
                    }
                    let written =
                        request.member(role.key()).and_then(|visit| visit.member(item.id()));
                    let value = self.visits.of(role).number(item);
                    let both = value.is_some_and(|value| value.lowest() > highest);
                    let is_range = written.and_then(|written| written.member("to"));
                    let keys: &[&str] = match (written, is_range) {
                        (_, Some(to)) if *to != Json::Null && both => &["/from", "/to"],
                        (_, Some(to)) if *to != Json::Null => &["/to"],
                        (Some(Json::Object(_)), _) => &["/value"],
                        _ => &[""],
                    };
                    self.problems.extend(keys.iter().map(|key| Problem {
                        path: format!("/{}/{}{key}", role.key(), item.id()),
                        item: Some(item),
                        kind: ProblemKind::OutOfRange {
                            lowest: Exact::ZERO,
                            highest,
                            unit: "",
                            above: false,
                        },
                    }));
                    let visit = self.visits.of_mut(role);
                    *visit = visit.answers().filter(|(answered, _)| *answered != item).collect();
                }
            }
        }
    }
}

/// A problem of the line as a whole.
fn whole_line(kind: ProblemKind) -> Problem {
    Problem { path: String::new(), item: None, kind }
}
