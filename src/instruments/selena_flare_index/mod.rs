//! The SELENA flare index, in its classic form.
//!
//! # What it measures
//! Whether lupus has flared since the visit before, and how severely.
//!
//! # The rule
//! Any one criterion is enough, and a severe one overrides the others. Severe:
//! SELENA-SLEDAI rises to more than 12; an organ is severely affected and
//! treatment was escalated for it; the glucocorticoid was raised to more than
//! 0.5 mg of prednisolone per kilogram and day; an immunosuppressant was
//! started; admission; the physician global assessment rises to more than 2.5.
//! Mild or moderate: SELENA-SLEDAI rises by 3; an organ is moderately affected;
//! the glucocorticoid was raised; an NSAID or hydroxychloroquine was added; the
//! physician global assessment rises by 1. Rising *to* more than 12 is meant:
//! reading it as *by* more than 12 is a common mistake.
//!
//! # Missing answers
//! A criterion is open while values or answers of either visit could still meet
//! it; the category, while more than one is possible. A rise of the dose is
//! taken from the doses where nobody said whether it was for activity, and the
//! result says so. The earlier total is taken as it stood then: its proteinuria,
//! where only measured above the limit, is open unless that was a first visit.
//!
//! # What it is not for
//! A baseline for itself: it needs two visits. The revised index by organ
//! system, and variants that leave out the score or the treatment, are others.
//! Which criterion fired is told part by part: a flare by treatment alone is
//! one too.
//!
//! # Sources
//! Petri 1999, as a review table and a laboratory form restate it.

mod dose;
mod global;
mod total;

use self::dose::Dose;
use self::global::Global;
use self::total::TotalChange;
use super::sledai::{self, Sheet, Sitting, Tally};
use super::worst::{Graded, Worst};
use super::{
    Choices, Combination, Definition, Derivation, Disease, Instrument, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits};
use crate::scoring::{
    Category, Evidence, Exact, Fact, Finding, Judgement, Mention, Outcome, Part, PartValue, Role,
    Source, Threshold, Verdict,
};

/// The instrument.
pub struct SelenaFlareIndex;

const RESTATED: Fact = Fact::new(Evidence::Secondary, "review table 278401 and circulating forms");
const FORMS: Fact = Fact::new(Evidence::Secondary, "circulating forms agree");
const SEVERE_ORGANS: Fact = Fact::new(
    Evidence::Secondary,
    "circulating forms agree; the haemoglobin limits are unconfirmed",
);
const DRUGS: Fact = Fact::new(
    Evidence::Secondary,
    "circulating forms agree on cyclophosphamide, azathioprine and methotrexate; later drugs are \
     unconfirmed",
);

/// The levels, from the lowest up.
const LEVELS: [&str; 3] = ["none", "mild_moderate", "severe"];
const MILD: u32 = 1;
const SEVERE: u32 = 2;

const TOTAL_ABOVE: Threshold = Threshold::above(Exact::integer(12));
const TOTAL_UP: Threshold = Threshold::at_least(Exact::integer(3));
const DOSE_ABOVE: Threshold = Threshold::above(Exact::ratio(1, 2));
const GLOBAL_ABOVE: Threshold = Threshold::above(Exact::ratio(5, 2));
const GLOBAL_UP: Threshold = Threshold::at_least(Exact::integer(1));
/// Any rise at all.
const RISEN: Threshold = Threshold::above(Exact::ZERO);

static DEFINITION: Definition = Definition {
    reads: &[
        Reads { role: Role::Current, items: &[Item::FirstVisit], under: Under::Always },
        Reads { role: Role::Current, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Current, items: &sledai::ITEMS, under: Under::Always },
        Reads { role: Role::Current, items: &TREATMENT, under: Under::Always },
        Reads { role: Role::Current, items: &SINCE_THEN, under: Under::Always },
        Reads { role: Role::Current, items: &sledai::TOTAL_SELENA, under: Under::Always },
        Reads { role: Role::Previous, items: &[Item::FirstVisit], under: Under::Always },
        Reads { role: Role::Previous, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Previous, items: &sledai::ITEMS, under: Under::Always },
        Reads { role: Role::Previous, items: &[Item::Glucocorticoid], under: Under::Always },
        Reads { role: Role::Previous, items: &sledai::TOTAL_SELENA, under: Under::Always },
    ],
    rows: &[
        severe("sledai_above_12", RowRule::RisenBeyond(TOTAL_ABOVE), RESTATED),
        severe("severe_organ", present(Item::FlareSevereOrganWithEscalation), SEVERE_ORGANS),
        severe("glucocorticoid_high", RowRule::RisenBeyond(DOSE_ABOVE), RESTATED),
        severe(
            "immunosuppressant_started",
            present(Item::StartedImmunosuppressantForActivity),
            DRUGS,
        ),
        severe("hospitalised", present(Item::HospitalisedForActivity), FORMS),
        severe("pga_above_2_5", RowRule::RisenBeyond(GLOBAL_ABOVE), FORMS),
        mild("sledai_up_3", RowRule::Difference(TOTAL_UP), RESTATED),
        mild("moderate_organ", present(Item::FlareModerateOrgan), FORMS),
        mild(
            "glucocorticoid_increased",
            present(Item::GlucocorticoidIncreasedForActivity),
            RESTATED,
        ),
        mild(
            "nsaid_or_hydroxychloroquine_started",
            present(Item::StartedNsaidOrHydroxychloroquineForActivity),
            RESTATED,
        ),
        mild("pga_up_1", RowRule::Difference(GLOBAL_UP), RESTATED),
    ],
    levels: &LEVELS,
    warns: &sledai::WARNS_OF_TOTALS,
    sources: &[
        Source {
            key: "Petri 1999",
            reference: "Petri M, Buyon J, Kim M. Lupus 1999;8:685-691",
            doi: Some("10.1191/096120399680411281"),
            evidence: Evidence::Unconfirmed,
        },
        Source {
            key: "review table 278401",
            reference: "Table 278401 of the site of Ann Rheum Dis, on flares, from a review: \
                        probably Fanouriakis 2021, 80:14",
            doi: None,
            evidence: Evidence::Secondary,
        },
        Source {
            key: "Thanou 2014",
            reference: "Thanou A et al. Rheumatology 2014, on what medication criteria add",
            doi: Some("10.1093/rheumatology/keu153"),
            evidence: Evidence::Primary,
        },
    ],
    ..Definition::new("selena-flare-index", Disease::Lupus, Combination::Worst)
};

/// What is asked of the treatment at the visit.
const TREATMENT: [Item; 2] = [Item::Glucocorticoid, Item::Weight];

/// What is asked of the time since the visit before.
const SINCE_THEN: [Item; 6] = [
    Item::FlareSevereOrganWithEscalation,
    Item::FlareModerateOrgan,
    Item::StartedImmunosuppressantForActivity,
    Item::StartedNsaidOrHydroxychloroquineForActivity,
    Item::HospitalisedForActivity,
    Item::GlucocorticoidIncreasedForActivity,
];

const fn severe(id: &'static str, rule: RowRule, fact: Fact) -> Row {
    Row::new(id, rule, fact).gives(LEVELS[2])
}

const fn mild(id: &'static str, rule: RowRule, fact: Fact) -> Row {
    Row::new(id, rule, fact).gives(LEVELS[1])
}

const fn present(item: Item) -> RowRule {
    RowRule::Present(item)
}

/// The sheet that is read.
fn sheet() -> &'static Sheet {
    sledai::SELENA_SLEDAI.sheet()
}

impl Instrument for SelenaFlareIndex {
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
        let now = Tally::of_total(sheet(), &Sitting::of_current(visits));
        let before = Tally::of_total(sheet(), &Sitting::alone(Role::Previous, visits));
        let total = TotalChange { before: &before, now: &now };
        let global = Global::of(visits);
        let dose = Dose::of(visits);
        let found = |item: Item| FoundSince { item, finding: visits.current.finding(item) };
        let organ = found(Item::FlareSevereOrganWithEscalation);
        let drug = found(Item::StartedImmunosuppressantForActivity);
        let admitted = found(Item::HospitalisedForActivity);
        let lesser_organ = found(Item::FlareModerateOrgan);
        let lesser_drug = found(Item::StartedNsaidOrHydroxychloroquineForActivity);

        let worst = Worst::of(&[
            total.graded(),
            organ.graded(SEVERE),
            dose.graded(),
            drug.graded(SEVERE),
            admitted.graded(SEVERE),
            global.graded(),
            lesser_organ.graded(MILD),
            lesser_drug.graded(MILD),
        ]);
        let criteria = [
            total.above(),
            organ.criterion(),
            dose.high(),
            drug.criterion(),
            admitted.criterion(),
            global.above(),
            total.up(),
            lesser_organ.criterion(),
            dose.increased(),
            lesser_drug.criterion(),
            global.up(),
        ];
        let parts = DEFINITION.rows.iter().zip(criteria);
        let level = worst.known.and_then(|level| usize::try_from(level).ok());
        let mut judgement = Judgement {
            category: Some(Category::from_known(
                level.and_then(|level| LEVELS.get(level)).copied(),
            )),
            parts: parts
                .map(|(row, (verdict, value))| {
                    Part::new(row.id, Outcome::Criterion(verdict), value)
                })
                .collect(),
            missing: worst.missing,
            ..Judgement::default()
        };
        let mut remarks = now.remarks.and(before.remarks);
        remarks.conflicts.extend(dose.contradicts().then_some(RAISED));
        remarks.unattributed.extend(dose.is_by_number().then_some(RAISED));
        remarks.warn(&mut judgement);
        judgement
    }
}

/// The mention of a raised dose.
const RAISED: Mention = Mention::of(Role::Current, Item::GlucocorticoidIncreasedForActivity.id());

/// A criterion: whether it holds, and what was read for it.
type Criterion = (Verdict, PartValue);

/// A finding of the time since the visit before.
struct FoundSince {
    item: Item,
    finding: Finding,
}

impl FoundSince {
    fn criterion(&self) -> Criterion {
        (Verdict::from_known(self.finding.counts()), PartValue::State(self.finding))
    }

    /// It gives its level where it is there, and nothing where it is not.
    fn graded(&self, level: u32) -> Graded {
        match self.finding.counts() {
            Some(true) => Graded::exactly(level),
            Some(false) => Graded::exactly(0),
            None => Graded::by(Mention::of(Role::Current, self.item.id()), 0, level),
        }
    }
}
