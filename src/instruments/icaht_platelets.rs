//! Haematotoxicity of immune effector cells: the platelet table.
//!
//! # What it measures
//! How severe and how lasting a lack of platelets is after CAR-T cells: grade 0
//! to 4, early (day 0 to 30) or late (day 31 to 100).
//!
//! # The rule
//! Days below a limit are counted in all, whether or not they follow each other,
//! and the worst row decides. Early: below 50 ×10⁹/L for a day grade 1, for 7
//! days 2; below 20 for a day 3, for 14 days 4. Late: below 100 for a day 1;
//! below 50 for a day 2; below 20 for a day 3, for 14 days 4. Counting ends at
//! progression, at a new therapy or at death.
//!
//! # Missing answers
//! A row is open while its days are not known, or only between two numbers. Days
//! that contradict each other are told: fewer days below 50 than below 20.
//!
//! # What it is not for
//! The neutrophil table: its limits were not confirmed, and it is not graded
//! here. Grades by depth alone are another scale.
//!
//! # Sources
//! A publication of 2025 that extends Rejeski 2023 to platelets.

use super::crs_astct_2019::GRADES;
use super::worst::{Graded, Worst};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Steps, Under,
};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{
    Bounds, Category, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role,
    Source, WarningCode,
};

/// The instrument.
pub struct IcahtPlatelets;

const TABLE: Fact = Fact::new(Evidence::Primary, "T-ICAHT table of 2025");

/// The place of the option in the definition, and of its values.
const WINDOW: usize = 0;
const EARLY: &[usize] = &[0];
const LATE: &[usize] = &[1];

const EARLY_DAYS: [Item; 2] = [Item::PlateletDaysBelow50Early, Item::PlateletDaysBelow20Early];
const LATE_DAYS: [Item; 3] =
    [Item::PlateletDaysBelow100Late, Item::PlateletDaysBelow50Late, Item::PlateletDaysBelow20Late];

static DEFINITION: Definition = Definition {
    options: &[OptionDefinition {
        id: "window",
        values: &[OptionValue::new("early", TABLE), OptionValue::new("late", TABLE)],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        Reads { role: Role::Current, items: &EARLY_DAYS, under: window(EARLY) },
        Reads { role: Role::Current, items: &LATE_DAYS, under: window(LATE) },
    ],
    rows: &[
        row(&[Steps { item: EARLY_DAYS[0], from: &[(0, 0), (1, 1), (7, 2)] }], EARLY),
        row(&[Steps { item: EARLY_DAYS[1], from: &[(0, 0), (1, 3), (14, 4)] }], EARLY),
        row(&[Steps { item: LATE_DAYS[0], from: &[(0, 0), (1, 1)] }], LATE),
        row(&[Steps { item: LATE_DAYS[1], from: &[(0, 0), (1, 2)] }], LATE),
        row(&[Steps { item: LATE_DAYS[2], from: &[(0, 0), (1, 3), (14, 4)] }], LATE),
    ],
    levels: &GRADES,
    warns: &[WarningCode::Conflict],
    sources: &[
        Source {
            key: "T-ICAHT table of 2025",
            reference: "Table on thrombocytopenia after immune effector cells, American Society of \
                        Hematology, 2025",
            doi: None,
            evidence: Evidence::Primary,
        },
        Source {
            key: "Rejeski 2023",
            reference: "Rejeski K et al. Blood 2023;142:865-877",
            doi: Some("10.1182/blood.2023020578"),
            evidence: Evidence::Primary,
        },
    ],
    ..Definition::new("icaht-platelets", Disease::CellTherapy, Combination::Worst)
};

const fn window(places: &'static [usize]) -> Under {
    Under::Choice { option: WINDOW, places }
}

#[allow(clippy::indexing_slicing, reason = "in constants: out of bounds stops the build")]
const fn row(steps: &'static [Steps; 1], places: &'static [usize]) -> Row {
    Row::new(steps[0].item.id(), RowRule::Steps(steps), TABLE).under(WINDOW, places)
}

impl Instrument for IcahtPlatelets {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let rows = DEFINITION.rows_under(*choices);
        let rows = rows.flat_map(|row| row.rule.steps()).map(|steps| by_days(steps, visit));
        let (graded, parts): (Vec<Graded>, Vec<Part>) = rows.unzip();
        let worst = Worst::of(&graded);
        let grade = worst.known.and_then(|grade| GRADES.get(usize::try_from(grade).ok()?));
        let mut judgement = Judgement {
            category: Some(Category::from_known(grade.copied())),
            parts,
            missing: worst.missing,
            ..Judgement::default()
        };
        let days: Vec<Item> = DEFINITION.reads_at(Role::Current, *choices).collect();
        judgement.warn(WarningCode::Conflict, contradicting(&days, visit));
        judgement
    }
}

/// The days below one limit.
fn by_days(steps: &Steps, visit: &Visit) -> (Graded, Part) {
    let days = visit.count(steps.item);
    let (lowest, highest) = steps.levels(days);
    let graded = Graded::by(Mention::of(Role::Current, steps.item.id()), lowest, highest);
    let points = Bounds::between(Exact::from(lowest), Exact::from(highest));
    let known = days.and_then(|days| days.known()).map(Exact::from);
    (graded, Part::new(steps.item.id(), Outcome::Points(points), PartValue::known(known)))
}

/// Days below a lower limit are days below every higher one: the items, from the
/// highest limit down, of which there are more days than of the one before.
fn contradicting(days: &[Item], visit: &Visit) -> Vec<Mention> {
    let pairs = days
        .iter()
        .enumerate()
        .flat_map(|(at, higher)| days.iter().skip(at + 1).map(move |lower| (*higher, *lower)));
    let contradicting = pairs.filter(|(higher, lower)| {
        let (higher, lower) = (visit.count(*higher), visit.count(*lower));
        higher.zip(lower).is_some_and(|(higher, lower)| lower.lowest() > higher.highest())
    });
    let mut mentions: Vec<Mention> = Vec::new();
    for (_, lower) in contradicting {
        let mention = Mention::of(Role::Current, lower.id());
        if !mentions.contains(&mention) {
            mentions.push(mention);
        }
    }
    mentions
}
