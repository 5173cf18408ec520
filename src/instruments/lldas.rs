//! The lupus low disease activity state.
//!
//! # What it measures
//! Whether disease activity and treatment are both low at this visit.
//!
//! # The rule
//! All five: SLEDAI-2K is at most 4, serology counted, without activity of the
//! kidney, the central nervous system, heart and lung, vasculitis or fever, and
//! without haemolytic anaemia or activity of the gut; nothing is new since the
//! visit before; the physician global assessment is at most 1; the
//! glucocorticoid at most 7.5 mg of prednisolone a day; other treatment is
//! standard and tolerated. Three ways to tell what is new are published. Here
//! the clinician's own statement counts and, without it, the 22 clinical
//! descriptors of both visits are compared one by one.
//!
//! # Missing answers
//! One certain failure decides. Otherwise whatever is open keeps the verdict
//! open: a descriptor that could bring the total above 4, and the statement,
//! where the visits do not settle what is new.
//!
//! # What it is not for
//! Remission; a low score on another sheet.
//!
//! # Sources
//! Franklyn 2016. Which items belong to an organ system is derived from its
//! definition, and agrees with a table on variants of this state.

use super::conjunction::Conjunction;
use super::doris_2021::recent_pulse;
use super::finding::Told;
use super::sledai::{self, Scope, Sheet, Sitting, Tally};
use super::{
    Choices, Combination, Definition, Derivation, Disease, Instrument, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits, scale};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Mention, PartValue, Role, Source, Threshold, Verdict,
    WarningCode,
};

/// The instrument.
pub struct Lldas;

const DEFINED: Fact = Fact::new(Evidence::Primary, "Franklyn 2016, table");
const ORGANS: Fact = Fact::new(
    Evidence::Primary,
    "Franklyn 2016, table; which descriptors belong to an organ system is derived, and agrees with \
     table 286049",
);
const NEW_BY_ITEM: Fact = Fact::new(
    Evidence::Primary,
    "Franklyn 2016, table; that descriptors are compared one by one without a statement is this \
     project's choice among three published ways",
);

const LOW_TOTAL: Threshold = Threshold::at_most(Exact::integer(4));
const GLOBAL_AT_MOST: Threshold = Threshold::at_most(Exact::integer(1));
const DOSE_AT_MOST: Threshold = Threshold::at_most(Exact::ratio(15, 2));

/// What must not be active, whatever the total. The descriptors of the central
/// nervous system and vasculitis weigh 8 each, above the total by themselves.
const QUIET: [Item; 17] = [
    Item::Seizure,
    Item::Psychosis,
    Item::OrganicBrainSyndrome,
    Item::VisualDisturbance,
    Item::CranialNerveDisorder,
    Item::LupusHeadache,
    Item::Cva,
    Item::Vasculitis,
    Item::UrinaryCasts,
    Item::Hematuria,
    Item::Proteinuria,
    Item::Pyuria,
    Item::Pleurisy,
    Item::Pericarditis,
    Item::Fever,
    Item::HemolyticAnemia,
    Item::GiActivity,
];

/// Activity that no descriptor stands for.
const BEYOND_SLEDAI: [Item; 2] = [Item::HemolyticAnemia, Item::GiActivity];

static DEFINITION: Definition = Definition {
    reads: &[
        Reads { role: Role::Current, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Current, items: &sledai::ITEMS, under: Under::Always },
        Reads { role: Role::Current, items: &BEYOND_SLEDAI, under: Under::Always },
        Reads { role: Role::Current, items: &TREATMENT, under: Under::Always },
        Reads { role: Role::Current, items: &[Item::NoNewActivity], under: Under::Always },
        Reads { role: Role::Previous, items: &sledai::CLINICAL, under: Under::Always },
    ],
    rows: &[
        Row::new("activity", RowRule::Quiet { total: LOW_TOTAL, absent: &QUIET }, ORGANS),
        Row::new("no_new_activity", RowRule::NothingNew, NEW_BY_ITEM),
        Row::new("pga", RowRule::Criterion(GLOBAL_AT_MOST), DEFINED),
        Row::new("glucocorticoid", RowRule::Criterion(DOSE_AT_MOST), DEFINED),
        Row::new("therapy_standard_tolerated", RowRule::Statement, DEFINED),
    ],
    warns: &sledai::WARNS_IN_REMISSION,
    sources: &[
        Source {
            key: "Franklyn 2016",
            reference: "Franklyn K et al. Ann Rheum Dis 2016;75:1615-1621",
            doi: Some("10.1136/annrheumdis-2015-207726"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Golder 2016",
            reference: "Golder V et al. Arthritis Res Ther 2016;18, on maintenance doses",
            doi: Some("10.1186/s13075-016-1163-2"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "table 286049",
            reference: "Table 286049 of the site of Ann Rheum Dis, on variants of LLDAS",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("lldas", Disease::Lupus, Combination::All)
};

/// What is asked of the treatment.
const TREATMENT: [Item; 3] =
    [Item::Glucocorticoid, Item::TherapyStandardTolerated, Item::GlucocorticoidPulseSincePrevious];

/// The sheet that is read.
fn sheet() -> &'static Sheet {
    sledai::SLEDAI_2K.sheet()
}

impl Instrument for Lldas {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn sheet(&self, _choices: &Choices) -> &'static str {
        sheet().definition.id
    }

    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        sheet().derivation(item)
    }

    fn derived(&self, _choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        sheet().derived(visits, item)
    }

    fn judge(&self, _choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let now = Tally::of(sheet(), &Sitting::of_current(visits), Scope::All);
        let before = Tally::of(sheet(), &Sitting::alone(Role::Previous, visits), Scope::Clinical);
        let mut criteria = Conjunction::new();
        let activity = Activity::of(visits, &now);
        let total = PartValue::known(now.total.known());
        criteria.add("activity", activity.verdict, total, &activity.missing);
        let (stays, contradicted) = no_new_activity(visits);
        let statement = visit.attested(Item::NoNewActivity);
        let value = statement.map_or(PartValue::Open, PartValue::Attested);
        let mention = Mention::of(Role::Current, Item::NoNewActivity.id());
        criteria.add(Item::NoNewActivity.id(), Verdict::from_known(stays), value, &[mention]);
        criteria.add_number(Item::Pga, &scale::PGA, GLOBAL_AT_MOST, visit);
        criteria.add_number(Item::Glucocorticoid, &scale::GLUCOCORTICOID, DOSE_AT_MOST, visit);
        criteria.add_statement(Item::TherapyStandardTolerated, visit);

        let mut judgement = Judgement {
            verdict: Some(criteria.verdict),
            missing: criteria.missing(),
            parts: criteria.parts,
            ..Judgement::default()
        };
        let mut remarks = now.remarks.and(before.remarks);
        remarks.conflicts.extend(contradicted.then_some(mention));
        remarks.warn(&mut judgement);
        judgement.warn(WarningCode::RecentPulse, recent_pulse(visit));
        judgement
    }
}

/// Whether activity is low, and what could still change that.
struct Activity {
    verdict: Verdict,
    missing: Vec<Mention>,
}

impl Activity {
    fn of(visits: &Visits, tally: &Tally) -> Activity {
        let mut verdict = Verdict::over(tally.total, |total| LOW_TOTAL.holds(total));
        // What must be absent decides by itself, whatever the total.
        let mut missing: Vec<Mention> = Vec::new();
        for item in QUIET {
            let told = told(visits, Role::Current, item);
            verdict = verdict.and(Verdict::from_known(told.counts.map(|counts| !counts)));
            missing.extend(told.open.into_iter().flatten());
        }
        // The others decide only where those are.
        let is_low = |total: u32| LOW_TOTAL.holds(Exact::from(total));
        let others = tally.undecided.should_be_absent(&QUIET);
        missing.extend(others.decisive(|without, with| is_low(without) != is_low(with)));
        Activity { verdict, missing }
    }
}

/// A finding of a visit, as SLEDAI-2K reads it.
fn told(visits: &Visits, role: Role, item: Item) -> Told {
    Told::of(item, sheet().derivation(item), (role, visits.of(role)), None)
}

/// Whether nothing is new, by the statement or else by the descriptors of both
/// visits, and whether the statement contradicts these.
fn no_new_activity(visits: &Visits) -> (Option<bool>, bool) {
    let stays = sledai::CLINICAL.iter().map(|item| {
        let [now, before] = [Role::Current, Role::Previous].map(|role| told(visits, role, *item));
        match (now.counts, before.counts) {
            (Some(false), _) | (_, Some(true)) => Some(true),
            (Some(true), Some(false)) => Some(false),
            (Some(true) | None, Some(false) | None) => None,
        }
    });
    let by_item = stays.fold(Verdict::Met, |all, stays| all.and(Verdict::from_known(stays)));
    let by_item = match by_item {
        Verdict::Met => Some(true),
        Verdict::NotMet => Some(false),
        Verdict::Undetermined => None,
    };
    let statement = visits.current.attested(Item::NoNewActivity);
    (statement.or(by_item), statement == Some(true) && by_item == Some(false))
}
