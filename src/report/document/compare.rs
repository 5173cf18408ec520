//! What a file says, against what it comes to now.

use serde::Serialize;

use super::layout::JsonOut;
use crate::contract::{Json, pointer_step};
use crate::scoring::Exact;

/// A place where a stored result differs from the one computed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A JSON Pointer into the file.
    pub path: String,
    /// What the file says; empty where it says nothing.
    pub stored: String,
    /// What it comes to now; empty where nothing.
    pub computed: String,
}

/// The differences found so far.
#[derive(Default)]
pub(super) struct Comparison {
    pub differences: Vec<Difference>,
}

/// How many differences are told. A hostile file is not to take a hundred times
/// its size to compare.
const MOST_DIFFERENCES: usize = 1_000;

/// Keys whose values are words about a result or tell what computed it, and
/// change with the version and the language. Older files have no `definitions`.
const WORDS: [&str; 4] = ["engine", "definitions", "rule_set_text", "message"];

impl Comparison {
    /// Compares what a file says at a path with what is written now.
    pub(super) fn compare_written(
        &mut self,
        path: &str,
        stored: Option<&Json>,
        computed: &impl Serialize,
    ) {
        // What is written is JSON.
        let text = serde_json::to_string(computed).unwrap_or_default();
        let computed = Json::read(&text).ok().map(|document| document.json);
        self.compare(path, stored, computed.as_ref());
    }

    /// Compares what a file says at a path with what it comes to now.
    pub(super) fn compare(&mut self, path: &str, stored: Option<&Json>, computed: Option<&Json>) {
        if self.differences.len() >= MOST_DIFFERENCES {
            return;
        }
        match (stored, computed) {
            (Some(Json::Object(stored)), Some(computed @ Json::Object(members))) => {
                let says = |key: &str| !WORDS.contains(&key);
                for (key, value) in stored.iter().filter(|(key, _)| says(key)) {
                    let path = format!("{path}{}", pointer_step(key));
                    self.compare(&path, Some(value), computed.member(key));
                }
                let is_new = |key: &str| says(key) && !stored.iter().any(|(name, _)| name == key);
                for (key, value) in members.iter().filter(|(key, _)| is_new(key)) {
                    let path = format!("{path}{}", pointer_step(key));
                    self.compare(&path, None, Some(value));
                }
            }
            (Some(Json::List(stored)), Some(Json::List(computed))) => {
                for at in 0..stored.len().max(computed.len()) {
                    self.compare(&format!("{path}/{at}"), stored.get(at), computed.get(at));
                }
            }
            (Some(Json::Number(stored)), Some(Json::Number(computed)))
                if Exact::parse(stored).is_ok()
                    && Exact::parse(stored) == Exact::parse(computed) => {}
            (stored, computed) if stored == computed => {}
            (stored, computed) => self.differences.push(Difference {
                path: path.to_owned(),
                stored: shown(stored),
                computed: shown(computed),
            }),
        }
    }
}

/// A value as text.
fn shown(json: Option<&Json>) -> String {
    match json {
        Some(Json::Text(text) | Json::Number(text)) => text.to_string(),
        Some(json) => serde_json::to_string(&JsonOut(json)).unwrap_or_default(),
        None => String::new(),
    }
}
