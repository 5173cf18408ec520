//! The DORIS framework of 2017: four of its definitions of remission.
//!
//! # What it measures
//! Whether a patient with lupus is in remission at this visit: clinical or
//! complete, on therapy or off it.
//!
//! # The rule
//! All of a variant's criteria. In each the clinical SLEDAI-2K is 0 and the
//! physician global assessment below 0.5. Complete remission asks for normal
//! complement and anti-dsDNA as well. On therapy the glucocorticoid is at most
//! 5 mg of prednisolone a day and other treatment is stable; off it, there is
//! no glucocorticoid, no immunosuppressant and no biologic. Antimalarials are
//! allowed in all.
//!
//! # Missing answers
//! One certain failure decides. Otherwise whatever is open keeps the verdict
//! open.
//!
//! # What it is not for
//! How long remission lasts, which the framework leaves open; the four variants
//! that rest on BILAG; remission by the definition of 2021.
//!
//! # Sources
//! van Vollenhoven 2017, as a comparison of remissions of 2020 restates it; what
//! that leaves out is general knowledge and says so.

use super::conjunction::Conjunction;
use super::doris_2021::{at_limit, recent_pulse};
use super::finding::Told;
use super::sledai::{self, Scope, Sitting, Tally};
use super::{
    Choices, Combination, Compared, Definition, Derivation, Disease, Instrument, OptionDefinition,
    OptionValue, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits, scale};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Mention, Role, Source, Threshold, WarningCode,
};

/// The instrument.
pub struct Doris2017;

const RESTATED: Fact = Fact::new(Evidence::Secondary, "comparison of remissions of 2020, table 1");
const BY_SYMMETRY: Fact =
    Fact::new(Evidence::Unconfirmed, "general knowledge; follows from the restated variants");

const NO_ACTIVITY: Threshold = Threshold::at_most(Exact::ZERO);
const GLOBAL_BELOW: Threshold = Threshold::below(Exact::ratio(1, 2));
const AT_MOST_FIVE: Threshold = Threshold::at_most(Exact::integer(5));
const NONE_TAKEN: Threshold = Threshold::at_most(Exact::ZERO);

/// The place of the option in the definition.
const VARIANT: usize = 0;
/// The places of the variants.
const ON: &[usize] = &[0, 1];
const OFF: &[usize] = &[2, 3];
const COMPLETE: &[usize] = &[1, 3];

static DEFINITION: Definition = Definition {
    options: &[OptionDefinition {
        id: "variant",
        values: &[
            OptionValue::new("clinical_on", RESTATED),
            OptionValue::new("complete_on", BY_SYMMETRY),
            OptionValue::new("clinical_off", BY_SYMMETRY),
            OptionValue::new("complete_off", RESTATED),
        ],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        Reads { role: Role::Current, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Current, items: &sledai::CLINICAL, under: Under::Always },
        Reads {
            role: Role::Current,
            items: &sledai::SEROLOGY,
            under: Under::Choice { option: VARIANT, places: COMPLETE },
        },
        Reads { role: Role::Current, items: &[Item::Glucocorticoid], under: Under::Always },
        Reads {
            role: Role::Current,
            items: &[Item::TherapyStable],
            under: Under::Choice { option: VARIANT, places: ON },
        },
        Reads {
            role: Role::Current,
            items: &[Item::Immunosuppressant, Item::Biologic],
            under: Under::Choice { option: VARIANT, places: OFF },
        },
        Reads {
            role: Role::Current,
            items: &[Item::GlucocorticoidPulseSincePrevious],
            under: Under::Always,
        },
    ],
    rows: &[
        Row::new("clinical_sledai", RowRule::Criterion(NO_ACTIVITY), RESTATED),
        Row::new("pga", RowRule::Criterion(GLOBAL_BELOW), RESTATED),
        absent(Item::LowComplement).under(VARIANT, COMPLETE),
        absent(Item::IncreasedDnaBinding).under(VARIANT, COMPLETE),
        Row::new("glucocorticoid", RowRule::Criterion(AT_MOST_FIVE), RESTATED).under(VARIANT, ON),
        Row::new("glucocorticoid", RowRule::Criterion(NONE_TAKEN), BY_SYMMETRY).under(VARIANT, OFF),
        Row::new("therapy_stable", RowRule::Statement, RESTATED).under(VARIANT, ON),
        absent(Item::Immunosuppressant).under(VARIANT, OFF),
        absent(Item::Biologic).under(VARIANT, OFF),
    ],
    warns: &sledai::WARNS_IN_REMISSION,
    sources: &[
        Source {
            key: "van Vollenhoven 2017",
            reference: "van Vollenhoven R et al. Ann Rheum Dis 2017;76:554-561",
            doi: Some("10.1136/annrheumdis-2016-209519"),
            evidence: Evidence::Unconfirmed,
        },
        Source {
            key: "comparison of remissions of 2020",
            reference: "Comparison of definitions of remission in lupus, 2020 (PMC7719036), table 1",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("doris-2017", Disease::Lupus, Combination::All)
};

const fn absent(item: Item) -> Row {
    Row::new(item.id(), RowRule::Absent(item), RESTATED)
}

impl Instrument for Doris2017 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn sheet(&self, _choices: &Choices) -> &'static str {
        sledai::SLEDAI_2K.sheet().definition.id
    }

    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        sledai::SLEDAI_2K.sheet().derivation(item)
    }

    fn derived(&self, _choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        sledai::SLEDAI_2K.sheet().derived(visits, item)
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let is = |places: &[usize]| places.contains(&choices.place(VARIANT));
        let sheet = sledai::SLEDAI_2K.sheet();
        let told = |item| Told::of(item, sheet.derivation(item), (Role::Current, visit), None);
        let tally = Tally::of(sheet, &Sitting::of_current(visits), Scope::Clinical);
        let mut remarks = tally.remarks.clone();
        let mut criteria = Conjunction::new();
        criteria.add_total("clinical_sledai", NO_ACTIVITY, tally.clinical, &tally.missing());
        criteria.add_number(Item::Pga, &scale::PGA, GLOBAL_BELOW, visit);
        if is(COMPLETE) {
            for item in sledai::SEROLOGY {
                let told = told(item);
                let mention = Mention::of(Role::Current, item.id());
                remarks.conflicts.extend(told.contradicts.then_some(mention));
                criteria.add_absent(item, &told);
            }
        }
        let dose_limit = if is(ON) { AT_MOST_FIVE } else { NONE_TAKEN };
        criteria.add_number(Item::Glucocorticoid, &scale::GLUCOCORTICOID, dose_limit, visit);
        if is(ON) {
            criteria.add_statement(Item::TherapyStable, visit);
        } else {
            for item in [Item::Immunosuppressant, Item::Biologic] {
                criteria.add_absent(item, &told(item));
            }
        }

        remarks.boundary.extend(at_limit(Item::Pga, GLOBAL_BELOW, visit));
        if is(ON) {
            remarks.boundary.extend(at_limit(Item::Glucocorticoid, AT_MOST_FIVE, visit));
        }
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
