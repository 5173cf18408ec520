//! The registry and what the worked cases make of it.

use std::collections::HashSet;

use rheumscore::contract::{self, Request};
use rheumscore::instruments::{Assessment, Choices, Definition, REGISTRY, assess};
use rheumscore::items::Item;
use rheumscore::scoring::{Judgement, Role};

use super::cases::{Case, cases};

/// All tables.
pub fn definitions() -> impl Iterator<Item = &'static Definition> {
    REGISTRY.iter().map(|instrument| instrument.definition())
}

/// Every rule set of an instrument.
pub fn rule_sets(definition: &Definition) -> Vec<Choices> {
    let mut all = vec![Choices::default()];
    for (at, option) in definition.options.iter().enumerate() {
        let places = 0..option.values.len();
        all = all
            .iter()
            .flat_map(|choices| places.clone().map(|place| choices.with(at, place)))
            .collect();
    }
    all
}

/// The worked cases that are scored, with their requests.
pub fn requests() -> impl Iterator<Item = (Case, Request)> {
    cases().filter(|case| !case.is_refused()).map(|case| {
        let Ok(request) = contract::read(&case.text) else { panic!("{} is refused", case.place) };
        (case, request)
    })
}

pub fn judge(request: &Request) -> Assessment {
    assess(request.instrument, request.choices, &request.visits)
}

/// What the worked cases of an instrument come to.
pub fn judgements(id: &str) -> impl Iterator<Item = (Choices, Judgement)> {
    requests()
        .filter(move |(_, request)| request.instrument.definition().id == id)
        .map(|(_, request)| (request.choices, judge(&request).judgement))
}

pub fn assert_unique<'a>(names: impl IntoIterator<Item = &'a str>, of: &str) {
    let mut seen = HashSet::new();
    for name in names {
        assert!(seen.insert(name), "{of}: {name} stands twice");
    }
}

/// That a text is there and has no loose ends.
pub fn assert_told(text: &str, of: &str) {
    assert!(!text.is_empty(), "{of} has no text");
    assert_eq!(text, text.trim(), "{of}");
}

/// That a text is a sentence or several.
pub fn assert_sentence(text: &str, of: &str) {
    assert_told(text, of);
    assert!(text.ends_with(['.', '?']), "{of}: {text:?} is no sentence");
}

/// Whether a rule set reads an item at a visit, by itself or behind another.
pub fn reads(request: &Request, role: Role, item: Item) -> bool {
    request.instrument.definition().reads(role, request.choices, item)
}
