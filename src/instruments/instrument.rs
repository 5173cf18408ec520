//! What every instrument does.

use super::{Choices, Compared, Definition, Derivation};
use crate::items::{Item, Visits};
use crate::scoring::{Exact, Judgement, Role, Verdict, Warning, WarningCode};

/// A table and a rule.
pub trait Instrument: Sync {
    /// The table.
    fn definition(&self) -> &'static Definition;

    /// The rule: total, without side effects, and without the warnings that
    /// compare rule sets, which [`assess`] adds.
    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement;

    /// The numbers that the rule takes besides those of the table, each with a
    /// name.
    fn constants(&self) -> &'static [(&'static str, Exact)] {
        &[]
    }

    /// The instrument whose sheet says what an item means, under a rule set:
    /// its own, unless it is built on another.
    fn sheet(&self, _choices: &Choices) -> &'static str {
        self.definition().id
    }

    /// How measured values say whether a finding is there, under a rule set;
    /// `None` where they do not.
    fn derivation(&self, _choices: &Choices, _item: Item) -> Option<Derivation> {
        None
    }

    /// What the measured values of the current visit say of a finding, by that
    /// derivation; `None` while they do not tell.
    fn derived(&self, _choices: &Choices, _visits: &Visits, _item: Item) -> Option<bool> {
        None
    }

    /// Why this rule cannot be applied to well-formed visits: what they say
    /// does not fit the options.
    fn objections(&self, _choices: &Choices, _visits: &Visits) -> Vec<Objection> {
        Vec::new()
    }
}

/// Something well-formed that does not fit the chosen options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// Two options exclude each other.
    OptionConflict {
        /// The option whose value is not possible.
        option: &'static str,
        /// Its value.
        value: &'static str,
        /// The option that rules it out.
        other: &'static str,
    },
    /// A value is above the maximum of the scale that was chosen.
    AboveScale {
        /// The visit.
        role: Role,
        /// The item.
        item: Item,
        /// The maximum.
        highest: Exact,
        /// The option that chose the scale.
        option: &'static str,
    },
}

/// What an instrument says of a patient under a rule set.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The instrument.
    pub definition: &'static Definition,
    /// The rule set.
    pub choices: Choices,
    /// What the rule says.
    pub judgement: Judgement,
}

/// Applies an instrument, and says where another rule set would give another
/// verdict.
#[must_use]
pub fn assess(instrument: &dyn Instrument, choices: Choices, visits: &Visits) -> Assessment {
    let definition = instrument.definition();
    let mut judgement = instrument.judge(&choices, visits);
    for (at, option) in definition.options.iter().enumerate() {
        let others = match option.compared {
            Compared::Never => 0..0,
            Compared::WithEvery => 0..option.values.len(),
            Compared::WithDefault => 0..1,
        };
        let matters = others
            .filter(|place| *place != choices.place(at))
            .any(|place| verdict(instrument, choices.with(at, place), visits) != judgement.verdict);
        if matters {
            judgement.warnings.push(Warning {
                code: WarningCode::RuleSetMatters,
                items: Vec::new(),
                option: Some(option.id),
            });
        }
    }
    judgement.warnings = in_order(judgement.warnings);
    Assessment { definition, choices, judgement }
}

/// Warnings in the order of their codes. There are few, and each is put in its
/// place: the page does without the sort of the library, made for many.
fn in_order(warnings: Vec<Warning>) -> Vec<Warning> {
    let mut ordered: Vec<Warning> = Vec::with_capacity(warnings.len());
    for warning in warnings {
        let place = ordered.partition_point(|other| other.code <= warning.code);
        ordered.insert(place, warning);
    }
    ordered
}

/// The verdict under a rule set.
#[must_use]
pub fn verdict(instrument: &dyn Instrument, choices: Choices, visits: &Visits) -> Option<Verdict> {
    instrument.judge(&choices, visits).verdict
}
