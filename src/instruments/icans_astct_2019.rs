//! Neurotoxicity after cell therapy (ICANS), graded by the ASTCT consensus of
//! 2019.
//!
//! # What it measures
//! How severe neurotoxicity is at this assessment: grade 0 to 4.
//!
//! # The rule
//! The worst of five domains decides. Cognition is the ICE score from 12 years
//! on and the CAPD score below; consciousness, by what wakes the patient;
//! seizures; deep focal weakness; oedema of the brain. Waking spontaneously is
//! normal and gives nothing. An ICE of 0 in a patient who is awake is grade 3;
//! one who cannot be roused is grade 4 by consciousness.
//!
//! # Missing answers
//! A domain is open while nobody assessed it. Without the age, cognition could
//! be anything from 0 to 3.
//!
//! # What it is not for
//! Tremor, myoclonus and bleeding, which are graded elsewhere; signs that
//! sedation explains; death of it (grade 5), which is recorded elsewhere.
//!
//! # Sources
//! Lee 2019, as its grids are reproduced: of the paper itself only the header
//! was read.

use super::crs_astct_2019::GRADES;
use super::weighted_sum::Reading;
use super::worst::{Graded, Worst};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Steps, Under,
};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{
    Bounds, Category, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role,
    Source, Threshold,
};

/// The instrument.
pub struct IcansAstct2019;

const GRID: Fact = Fact::new(Evidence::Secondary, "Lee 2019, grid, as reproduced");
const AGE_LIMIT: Fact = Fact::new(
    Evidence::Secondary,
    "Lee 2019, grid for children, as reproduced; a thesaurus entry puts the limit a year higher",
);
const COGNITION: Fact = Fact::new(
    Evidence::Secondary,
    "Lee 2019, grids, as reproduced; that CAPD 1 to 8 gives 1 and 0 gives none is unconfirmed",
);
const AWAKE: Fact = Fact::new(
    Evidence::Secondary,
    "Lee 2019, grid, as reproduced; that waking spontaneously gives nothing by itself is this \
     project's choice",
);

/// From this age on, ICE is asked, and CAPD below.
const ASKS_ICE: Threshold = Threshold::at_least(Exact::integer(12));

const ICE: Steps = Steps { item: Item::IceScore, from: &[(0, 3), (3, 2), (7, 1), (10, 0)] };
const CAPD: Steps = Steps { item: Item::CapdScore, from: &[(0, 0), (1, 1), (9, 3)] };

const CONSCIOUSNESS: RowRule = RowRule::Codes {
    item: Item::Consciousness,
    points: &[Exact::ZERO, Exact::integer(2), Exact::integer(3), Exact::integer(4)],
};
/// Of a seizure and of oedema: none, one grade below the highest, the highest.
const THREE_OR_FOUR: &[Exact] = &[Exact::ZERO, Exact::integer(3), Exact::integer(4)];
const SEIZURE: RowRule = RowRule::Codes { item: Item::SeizureIcans, points: THREE_OR_FOUR };
const MOTOR: RowRule = RowRule::Finding { item: Item::MotorWeakness, points: Exact::integer(4) };
const EDEMA: RowRule = RowRule::Codes { item: Item::CerebralEdema, points: THREE_OR_FOUR };

/// The place of the option in the definition, and of its values.
const COGNITION_BY: usize = 0;
const BY_AGE: usize = 0;
const BY_ICE: usize = 1;

static DEFINITION: Definition = Definition {
    usual: true,
    options: &[OptionDefinition {
        id: "cognition",
        values: &[
            OptionValue::new("by_age", AGE_LIMIT),
            OptionValue::new("ice", GRID),
            OptionValue::new("capd", GRID),
        ],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        reads(&[Item::AgeYears], &[BY_AGE]),
        reads(&[Item::IceScore], &[BY_AGE, BY_ICE]),
        reads(&[Item::CapdScore], &[BY_AGE, 2]),
        Reads {
            role: Role::Current,
            items: &[
                Item::Consciousness,
                Item::SeizureIcans,
                Item::MotorWeakness,
                Item::CerebralEdema,
            ],
            under: Under::Always,
        },
    ],
    rows: &[
        Row::new("cognition", RowRule::Steps(&[ICE, CAPD]), COGNITION)
            .under(COGNITION_BY, &[BY_AGE]),
        Row::new("cognition", RowRule::Steps(&[ICE]), GRID).under(COGNITION_BY, &[BY_ICE]),
        Row::new("cognition", RowRule::Steps(&[CAPD]), COGNITION).under(COGNITION_BY, &[2]),
        Row::new("consciousness", CONSCIOUSNESS, AWAKE),
        Row::new("seizure", SEIZURE, GRID),
        Row::new("motor", MOTOR, GRID),
        Row::new("edema", EDEMA, GRID),
    ],
    levels: &GRADES,
    sources: &[Source {
        key: "Lee 2019",
        reference: "Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-638",
        doi: Some("10.1016/j.bbmt.2018.12.758"),
        evidence: Evidence::Primary,
    }],
    ..Definition::new("icans-astct-2019", Disease::CellTherapy, Combination::Worst)
};

const fn reads(items: &'static [Item], places: &'static [usize]) -> Reads {
    Reads { role: Role::Current, items, under: Under::Choice { option: COGNITION_BY, places } }
}

impl Instrument for IcansAstct2019 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn constants(&self) -> &'static [(&'static str, Exact)] {
        &[("ice_from_age", ASKS_ICE.limit)]
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let domains = DEFINITION.rows_under(*choices).map(|row| match row.rule.item() {
            Some(item) => domain(row, item, visit),
            None => cognition(row.id, choices, visit),
        });
        let (graded, parts): (Vec<Graded>, Vec<Part>) = domains.unzip();
        let worst = Worst::of(&graded);
        let grade = worst.known.and_then(|grade| GRADES.get(usize::try_from(grade).ok()?));
        Judgement {
            category: Some(Category::from_known(grade.copied())),
            parts,
            missing: worst.missing,
            ..Judgement::default()
        }
    }
}

/// A domain that one item decides.
fn domain(row: &Row, item: Item, visit: &Visit) -> (Graded, Part) {
    let Reading { points, value } = Reading::of(&row.rule, visit);
    let mention = Mention::of(Role::Current, item.id());
    let levels = (0_u32..).zip(GRADES).map(|(level, _)| level);
    let mut levels = levels.filter(|level| points.allows(Exact::from(*level)));
    let lowest = levels.next().unwrap_or_default();
    let graded = Graded::by(mention, lowest, levels.last().unwrap_or(lowest));
    (graded, Part::new(row.id, Outcome::Points(points), value))
}

/// Cognition: by the score that is asked at this age. Without the age, either
/// could be, and neither says what it would give.
fn cognition(id: &'static str, choices: &Choices, visit: &Visit) -> (Graded, Part) {
    let asks_ice = match choices.place(COGNITION_BY) {
        BY_AGE => visit.number(Item::AgeYears).and_then(|age| ASKS_ICE.decides(&age)),
        place => Some(place == BY_ICE),
    };
    let by = |steps: Steps| {
        let (lowest, highest) = steps.levels(visit.count(steps.item));
        Graded::by(Mention::of(Role::Current, steps.item.id()), lowest, highest)
    };
    let (graded, asked) = match asks_ice {
        Some(true) => (by(ICE), Some(ICE)),
        Some(false) => (by(CAPD), Some(CAPD)),
        None => {
            let (lowest, highest) = ICE.levels(None);
            let age = Mention::of(Role::Current, Item::AgeYears.id());
            let mut graded = Graded::by(age, lowest, highest);
            graded.open.extend([ICE, CAPD].map(by).into_iter().flat_map(|score| score.open));
            (graded, None)
        }
    };
    let points = Bounds::between(Exact::from(graded.lowest), Exact::from(graded.highest));
    let count = asked.and_then(|steps| visit.count(steps.item)?.known());
    let value = count.map_or(PartValue::Open, |count| PartValue::Number(Exact::from(count)));
    (graded, Part::new(id, Outcome::Points(points), value))
}
