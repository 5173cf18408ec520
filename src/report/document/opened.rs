//! A file, opened: its head is understood, and every value knows its place.

use super::{Format, LARGEST};
use crate::contract::{FileProblem, Json, pointer_step};
use crate::report::ENGINE;
use crate::scoring::Exact;

/// A file whose head is understood.
pub(super) struct Opened<'a> {
    pub json: Json<'a>,
    /// Which of the formats it is.
    pub format: Format,
    /// The program that wrote it, as it says.
    pub version: String,
}

impl<'a> Opened<'a> {
    /// Opens a file of one of these formats.
    pub(super) fn read(bytes: &'a [u8], formats: &[Format]) -> Result<Opened<'a>, FileProblem> {
        if bytes.len() > LARGEST {
            return Err(FileProblem::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| FileProblem::NotJson)?;
        let document = Json::read(text).map_err(|_| FileProblem::NotJson)?;
        let Some(Json::Text(name)) = document.json.member("format") else {
            return Err(FileProblem::Foreign);
        };
        let format = formats.iter().find(|format| format.name == name);
        let format = *format.ok_or(FileProblem::Foreign)?;
        if let Some(path) = document.duplicates.into_iter().next() {
            return Err(FileProblem::DuplicateKey { path });
        }
        let json = document.json;
        match json.member("schema") {
            Some(Json::Number(schema)) if *schema == format.schema.to_string() => {}
            Some(Json::Number(schema)) if is_above(schema, format.schema) => {
                return Err(FileProblem::Newer { version: format!("schema {schema}") });
            }
            _ => return Err(broken("/schema")),
        }
        let version = match json.member("app").and_then(|app| app.member("version")) {
            Some(Json::Text(version)) => version.to_string(),
            _ => return Err(broken("/app/version")),
        };
        Ok(Opened { json, format, version })
    }

    /// The whole of it.
    pub(super) fn root(&self) -> Place<'_> {
        Place { json: &self.json, path: String::new() }
    }

    /// What is to be said of a problem: what this version does not know, a
    /// later one may have added.
    pub(super) fn explained(&self, problem: FileProblem) -> FileProblem {
        match problem {
            FileProblem::Broken { .. } if is_later(&self.version, ENGINE) => {
                FileProblem::Newer { version: self.version.clone() }
            }
            problem => problem,
        }
    }
}

/// Whether a schema is above another.
fn is_above(schema: &str, than: u32) -> bool {
    Exact::parse(schema).is_ok_and(|schema| schema > Exact::whole(than))
}

/// Whether a version comes after another.
fn is_later(version: &str, than: &str) -> bool {
    let numbers =
        |version: &str| version.split('.').map(|part| part.parse::<u32>().ok()).collect::<Vec<_>>();
    numbers(version) > numbers(than)
}

/// That something is missing at a place, or is not what a file holds there.
pub(super) fn broken(path: &str) -> FileProblem {
    FileProblem::Broken { path: path.to_owned() }
}

/// A value of a file, and where it stands.
pub(super) struct Place<'a> {
    json: &'a Json<'a>,
    path: String,
}

/// A value, or that it is not what a file holds.
pub(super) type Found<T> = Result<T, FileProblem>;

impl<'a> Place<'a> {
    /// The value.
    pub(super) fn json(&self) -> &'a Json<'a> {
        self.json
    }

    /// That this is not what a file holds here.
    pub(super) fn broken<T>(&self) -> Found<T> {
        Err(broken(&self.path))
    }

    /// A member that has to be there.
    pub(super) fn member(&self, key: &str) -> Found<Place<'a>> {
        self.optional(key).ok_or_else(|| broken(&self.path_of(key)))
    }

    /// A member that may be there.
    pub(super) fn optional(&self, key: &str) -> Option<Place<'a>> {
        Some(Place { json: self.json.member(key)?, path: self.path_of(key) })
    }

    /// The members, where this is an object.
    pub(super) fn members(&self) -> Found<impl Iterator<Item = (&'a str, Place<'a>)>> {
        let Json::Object(members) = self.json else { return self.broken() };
        let path = self.path.clone();
        Ok(members.iter().map(move |(key, json)| {
            (key.as_ref(), Place { json, path: format!("{path}{}", pointer_step(key)) })
        }))
    }

    /// That this is an object with no members but these.
    pub(super) fn only(&self, keys: &[&str]) -> Found<()> {
        match self.members()?.find(|(key, _)| !keys.contains(key)) {
            Some((_, unknown)) => unknown.broken(),
            None => Ok(()),
        }
    }

    /// The values, where this is a list.
    pub(super) fn elements(&self) -> Found<impl ExactSizeIterator<Item = Place<'a>>> {
        let Json::List(values) = self.json else { return self.broken() };
        let path = self.path.clone();
        Ok(values
            .iter()
            .enumerate()
            .map(move |(at, json)| Place { json, path: format!("{path}/{at}") }))
    }

    /// The text that stands here.
    pub(super) fn text(&self) -> Found<&'a str> {
        match self.json {
            Json::Text(text) => Ok(text),
            _ => self.broken(),
        }
    }

    /// The same, to be kept.
    pub(super) fn owned(&self) -> Found<String> {
        self.text().map(str::to_owned)
    }

    /// True or false.
    pub(super) fn flag(&self) -> Found<bool> {
        match self.json {
            Json::Bool(flag) => Ok(*flag),
            _ => self.broken(),
        }
    }

    /// The place of something in a list.
    pub(super) fn index(&self) -> Found<usize> {
        match self.json {
            Json::Number(number) => number.parse().or_else(|_| self.broken()),
            _ => self.broken(),
        }
    }

    fn path_of(&self, key: &str) -> String {
        format!("{}{}", self.path, pointer_step(key))
    }
}
