//! DORIS 2021 remission of systemic lupus erythematosus.
//!
//! # What it measures
//! Whether a patient is in remission at this visit. It asks for no duration.
//!
//! # The rule
//! All four: the clinical SLEDAI is 0, the physician global assessment is below
//! 0.5, the glucocorticoid is at most 5 mg of prednisolone a day, and
//! immunosuppressants and biologics, if any, are stable. Complement and
//! anti-dsDNA play no part. The paper contradicts itself on a dose of exactly
//! 5 mg: its abstract allows it, its table does not.
//!
//! # Missing answers
//! One certain failure decides. Otherwise whatever is open keeps the verdict
//! open; serology never does.
//!
//! # What it is not for
//! Low disease activity, drug-free remission, or remission by another index.
//!
//! # Sources
//! van Vollenhoven 2021.

use super::conjunction::Conjunction;
use super::sledai::{self, Scope, Sitting, Sledai, Tally};
use super::{
    Choices, Combination, Compared, Definition, Derivation, Disease, Instrument, OptionDefinition,
    OptionValue, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visit, Visits, scale};
use crate::scoring::{
    Evidence, Exact, Fact, Finding, Judgement, Mention, Role, Source, Threshold, WarningCode,
};

/// The instrument.
pub struct Doris2021;

const DEFINED: Fact = Fact::new(Evidence::Primary, "van Vollenhoven 2021, definition");
const ABSTRACT: Fact = Fact::new(Evidence::Primary, "van Vollenhoven 2021, abstract");
const TABLE: Fact = Fact::new(Evidence::Primary, "van Vollenhoven 2021, table 2");

/// The dose on which the paper's abstract and table differ.
const DOSE_LIMIT: Exact = Exact::integer(5);
const AT_MOST_FIVE: Threshold = Threshold::at_most(DOSE_LIMIT);
const BELOW_FIVE: Threshold = Threshold::below(DOSE_LIMIT);
const GLOBAL_BELOW: Threshold = Threshold::below(Exact::ratio(1, 2));
const NO_ACTIVITY: Threshold = Threshold::at_most(Exact::ZERO);

/// The places of the options in the definition.
const GLUCOCORTICOID_LIMIT: usize = 0;
const SLEDAI: usize = 1;

static DEFINITION: Definition = Definition {
    usual: true,
    options: &[
        OptionDefinition {
            id: "glucocorticoid_limit",
            values: &[OptionValue::new("at_most_5", ABSTRACT), OptionValue::new("below_5", TABLE)],
            integer: false,
            compared: Compared::WithEvery,
        },
        OptionDefinition {
            id: "sledai",
            values: &[
                OptionValue::new("sledai-2k", DEFINED),
                OptionValue::new("selena-sledai", BASIS),
                OptionValue::new("selena-sledai-hybrid", BASIS),
                OptionValue::new("sledai-1992", BASIS),
            ],
            integer: false,
            compared: Compared::WithDefault,
        },
    ],
    reads: &[
        Reads { role: Role::Current, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Current, items: &sledai::CLINICAL, under: Under::Always },
        Reads { role: Role::Current, items: &TREATMENT, under: Under::Always },
        Reads { role: Role::Current, items: &[Item::FirstVisit], under: NEEDS_EARLIER_PROTEIN },
        Reads { role: Role::Previous, items: &sledai::PROTEIN, under: NEEDS_EARLIER_PROTEIN },
    ],
    rows: &[
        Row::new("clinical_sledai", RowRule::Criterion(NO_ACTIVITY), DEFINED),
        Row::new("pga", RowRule::Criterion(GLOBAL_BELOW), DEFINED),
        Row::new("glucocorticoid", RowRule::Criterion(AT_MOST_FIVE), ABSTRACT),
        Row::new("therapy_stable", RowRule::Statement, DEFINED),
    ],
    warns: &sledai::WARNS_IN_REMISSION,
    sources: &[Source {
        key: "van Vollenhoven 2021",
        reference: "van Vollenhoven RF et al. Lupus Sci Med 2021;8:e000538",
        doi: Some("10.1136/lupus-2021-000538"),
        evidence: Evidence::Primary,
    }],
    ..Definition::new("doris-2021", Disease::Lupus, Combination::All)
};

const BASIS: Fact = Fact::new(
    Evidence::Choice,
    "the clinical score is used on other sheets without a paper of its own",
);

/// What is asked of the treatment.
const TREATMENT: [Item; 3] =
    [Item::Glucocorticoid, Item::TherapyStable, Item::GlucocorticoidPulseSincePrevious];

/// SELENA and 1992 ask whether proteinuria is new or rising.
const NEEDS_EARLIER_PROTEIN: Under = Under::Choice { option: SLEDAI, places: &[1, 3] };

impl Instrument for Doris2021 {
    fn sheet(&self, choices: &Choices) -> &'static str {
        basis(choices).sheet().definition.id
    }

    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn constants(&self) -> &'static [(&'static str, Exact)] {
        &[("at_most_5", AT_MOST_FIVE.limit), ("below_5", BELOW_FIVE.limit)]
    }

    fn derivation(&self, choices: &Choices, item: Item) -> Option<Derivation> {
        basis(choices).sheet().derivation(item)
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        basis(choices).sheet().derived(visits, item)
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let dose_limit = choices.meaning(GLUCOCORTICOID_LIMIT, AT_MOST_FIVE, &[BELOW_FIVE]);
        let tally =
            Tally::of(basis(choices).sheet(), &Sitting::of_current(visits), Scope::Clinical);
        let mut criteria = Conjunction::new();
        criteria.add_total("clinical_sledai", NO_ACTIVITY, tally.clinical, &tally.missing());
        criteria.add_number(Item::Pga, &scale::PGA, GLOBAL_BELOW, visit);
        criteria.add_number(Item::Glucocorticoid, &scale::GLUCOCORTICOID, dose_limit, visit);
        criteria.add_statement(Item::TherapyStable, visit);

        let mut remarks = tally.remarks;
        remarks.boundary.extend(at_limit(Item::Pga, GLOBAL_BELOW, visit));
        remarks.boundary.extend(at_limit(Item::Glucocorticoid, dose_limit, visit));
        let mut judgement = Judgement {
            verdict: Some(criteria.verdict),
            missing: criteria.missing(),
            parts: criteria.parts,
            ..Judgement::default()
        };
        remarks.warn(&mut judgement);
        judgement.warn(WarningCode::RecentPulse, recent_pulse(visit));
        judgement
    }
}

/// The sheet whose clinical score is taken.
fn basis(choices: &Choices) -> &'static Sledai {
    let [default, others @ ..] = sledai::ALL;
    choices.meaning(SLEDAI, default, &others)
}

/// The mention of a pulse, which the daily dose leaves out.
pub(super) fn recent_pulse(visit: &Visit) -> Vec<Mention> {
    let pulse = Item::GlucocorticoidPulseSincePrevious;
    let given = visit.finding(pulse) == Finding::Present;
    given.then_some(Mention::of(Role::Current, pulse.id())).into_iter().collect()
}

/// The mention of a value that lies exactly on its limit, where sources differ
/// on which side that is.
pub(super) fn at_limit(item: Item, threshold: Threshold, visit: &Visit) -> Option<Mention> {
    let measured = visit.measured(item)?;
    (measured.value.known() == Some(threshold.limit))
        .then_some(Mention::of(Role::Current, item.id()))
}
