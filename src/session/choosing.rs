//! What is scored of a course, under which rules, and what its form asks for
//! that.

use super::{Course, Occasion, Score};
use crate::instruments::{Choices, Disease, Instrument, OptionDefinition, REGISTRY};
use crate::items::Item;
use crate::scoring::Role;

impl Course {
    /// What is scored, with its rule set.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static dyn Instrument, Choices)> {
        let scores = REGISTRY.iter().copied().zip(&self.scores);
        scores
            .filter(|(_, score)| score.chosen)
            .map(|(instrument, score)| (instrument, score.choices))
    }

    /// What is scored of a visit: what cell therapy does at a check of safety, the
    /// disease at any other; all of it, where nothing but cell therapy is scored.
    pub fn scored_at(
        &self,
        occasion: Occasion,
    ) -> impl Iterator<Item = (&'static dyn Instrument, Choices)> {
        let grades =
            |instrument: &dyn Instrument| instrument.definition().disease == Disease::CellTherapy;
        let nothing_else = self.chosen().all(|(instrument, _)| grades(instrument));
        self.chosen().filter(move |(instrument, _)| match occasion {
            Occasion::SafetyCheck => grades(*instrument),
            Occasion::Visit => nothing_else || !grades(*instrument),
        })
    }

    /// What is scored of the open visit.
    pub fn scored(&self) -> impl Iterator<Item = (&'static dyn Instrument, Choices)> {
        self.scored_at(self.open_visit().map_or(Occasion::Visit, |visit| visit.occasion))
    }

    /// Whether and how an instrument is scored.
    #[must_use]
    pub fn score(&self, instrument: &str) -> Score {
        place_of(instrument).and_then(|at| self.scores.get(at)).copied().unwrap_or_default()
    }

    /// Scores an instrument, or no longer.
    pub fn choose(&mut self, instrument: &str, chosen: bool) {
        if let Some(score) = place_of(instrument).and_then(|at| self.scores.get_mut(at)) {
            score.chosen = chosen;
        }
    }

    /// Scores the instruments that are usual in a disease, or none of it.
    pub fn choose_disease(&mut self, disease: Disease, chosen: bool) {
        for instrument in REGISTRY {
            let definition = instrument.definition();
            if definition.disease == disease {
                self.choose(definition.id, chosen && definition.usual);
            }
        }
    }

    /// Scores the instruments that are usual in a disease, and no others.
    pub(super) fn choose_only(&mut self, disease: Disease) {
        for instrument in REGISTRY {
            let definition = instrument.definition();
            self.choose(definition.id, definition.disease == disease && definition.usual);
        }
    }

    /// Whether anything of a disease is scored.
    #[must_use]
    pub fn has_disease(&self, disease: Disease) -> bool {
        self.chosen().any(|(instrument, _)| instrument.definition().disease == disease)
    }

    /// Whether what cell therapy does is scored, or checks are made for it.
    #[must_use]
    pub fn follows_cell_therapy(&self) -> bool {
        self.has_disease(Disease::CellTherapy)
            || self.visits().any(|visit| visit.occasion == Occasion::SafetyCheck)
    }

    /// Chooses a value of an option for an instrument.
    pub fn set_option(&mut self, instrument: &str, option: usize, value: usize) {
        if let Some(score) = place_of(instrument).and_then(|at| self.scores.get_mut(at)) {
            score.choices.choose(option, value);
        }
    }

    /// Chooses a value of an option for every instrument that leaves the same
    /// choice open: a visit has one window.
    pub(super) fn set_shared_option(&mut self, instrument: &str, option: usize, value: usize) {
        let Some(definition) = place_of(instrument)
            .and_then(|at| REGISTRY.get(at))
            .map(|instrument| instrument.definition())
        else {
            return;
        };
        let Some(named) = definition.options.get(option) else { return };
        for other in REGISTRY.iter().map(|instrument| instrument.definition()) {
            let same = other.options.iter().position(|other| {
                let codes = |option: &OptionDefinition| {
                    option.values.iter().map(|value| value.code).collect::<Vec<_>>()
                };
                other.id == named.id && codes(other) == codes(named)
            });
            if let Some(same) = same {
                self.set_option(other.id, same, value);
            }
        }
    }

    /// The items that are asked at the open visit.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        self.items_at(self.open_visit().map_or(Occasion::Visit, |visit| visit.occasion))
    }

    /// The items that the instruments scored on an occasion read from any visit,
    /// each once, in the order of a form: by organ system, the overall assessment
    /// first.
    #[must_use]
    pub fn items_at(&self, occasion: Occasion) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (instrument, choices) in self.scored_at(occasion) {
            for role in Role::ALL {
                for item in instrument.definition().reads_at(role, choices) {
                    let order = |item: Item| (item.group(), item);
                    if let Err(at) = items.binary_search_by_key(&order(item), |it| order(*it)) {
                        items.insert(at, item);
                    }
                }
            }
        }
        // What is only on record stands with the item that it is about.
        if let Some(at) = items.iter().position(|item| *item == Item::LocalReaction) {
            items.insert(at + 1, Item::LocalReactionOrgan);
        }
        // A value that stands for a finding is entered beside it.
        let beside: Vec<Item> = items.iter().flat_map(|item| item.measured_by()).copied().collect();
        items.retain(|item| !beside.contains(item));
        items
    }
}

fn place_of(instrument: &str) -> Option<usize> {
    REGISTRY.iter().position(|known| known.definition().id == instrument)
}
