//! Manual muscle testing of eight groups.
//!
//! # What it measures
//! Muscle strength in myositis: 0 to 150 on both sides, 0 to 80 on one.
//!
//! # The rule
//! A sum of grades from 0 to 10. The neck flexors are tested once, the other
//! seven groups on both sides or on one: the right by custom, the left where
//! the right cannot be tested.
//!
//! # Missing answers
//! A group that nobody tested spans 0 to 10. No rule for missing groups was
//! read, and none is made up: the other side is not put in its place.
//!
//! # What it is not for
//! The strength measure of the ACR/EULAR response, which takes a finished total:
//! a worksheet carries this one over. A trace contraction has no number of its
//! own.
//!
//! # Sources
//! The scoring sheet of IMACS; Rider 2010.

use super::weighted_sum::{Reading, WeightedSum};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits};
use crate::scoring::{Evidence, Exact, Fact, Judgement, Role, Source};

/// The instrument.
pub struct Mmt8;

const FORM: Fact = Fact::new(Evidence::Primary, "IMACS, form 04");
const SUMMED: Fact =
    Fact::new(Evidence::Derived, "seven groups on two sides and the neck, ten each");

/// The highest grade of a group.
const HIGHEST_GRADE: u32 = 10;

/// The place of the option in the definition, and of its values.
const SIDE: usize = 0;
const RIGHT: &[usize] = &[0, 1];
const LEFT: &[usize] = &[0, 2];

static DEFINITION: Definition = Definition {
    options: &[OptionDefinition {
        id: "side",
        values: &[
            OptionValue::new("bilateral", SUMMED),
            OptionValue::ending_at(80, "right", FORM),
            OptionValue::ending_at(80, "left", FORM),
        ],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        Reads { role: Role::Current, items: &[Item::MmtNeckFlexors], under: Under::Always },
        Reads { role: Role::Current, items: &RIGHT_GROUPS, under: side(RIGHT) },
        Reads { role: Role::Current, items: &LEFT_GROUPS, under: side(LEFT) },
    ],
    rows: &ROWS,
    range: Some((Exact::ZERO, Exact::integer(150))),
    sources: &[
        Source {
            key: "IMACS",
            reference: "International Myositis Assessment and Clinical Studies Group, form 04: \
                        manual muscle testing",
            doi: None,
            evidence: Evidence::Primary,
        },
        Source {
            key: "Rider 2010",
            reference: "Rider LG et al. Arthritis Care Res 2010;62:465-472",
            doi: Some("10.1002/acr.20035"),
            evidence: Evidence::Unconfirmed,
        },
    ],
    ..Definition::new("mmt8", Disease::Myositis, Combination::Sum)
};

const fn side(places: &'static [usize]) -> Under {
    Under::Choice { option: SIDE, places }
}

/// The groups on the right, from the shoulder down.
const RIGHT_GROUPS: [Item; 7] = [
    Item::MmtDeltoidRight,
    Item::MmtBicepsRight,
    Item::MmtWristExtensorsRight,
    Item::MmtGluteusMaximusRight,
    Item::MmtGluteusMediusRight,
    Item::MmtQuadricepsRight,
    Item::MmtAnkleDorsiflexorsRight,
];

/// The same on the left.
const LEFT_GROUPS: [Item; 7] = [
    Item::MmtDeltoidLeft,
    Item::MmtBicepsLeft,
    Item::MmtWristExtensorsLeft,
    Item::MmtGluteusMaximusLeft,
    Item::MmtGluteusMediusLeft,
    Item::MmtQuadricepsLeft,
    Item::MmtAnkleDorsiflexorsLeft,
];

/// The neck, then each group right and left.
#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
static ROWS: [Row; 15] = {
    let mut rows = [group(Item::MmtNeckFlexors); 15];
    let mut at = 0;
    while at < RIGHT_GROUPS.len() {
        rows[2 * at + 1] = group(RIGHT_GROUPS[at]).under(SIDE, RIGHT);
        rows[2 * at + 2] = group(LEFT_GROUPS[at]).under(SIDE, LEFT);
        at += 1;
    }
    rows
};

const fn group(item: Item) -> Row {
    Row::new(item.id(), RowRule::Grade { item, highest: HIGHEST_GRADE }, FORM)
}

impl Instrument for Mmt8 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let rows = DEFINITION.rows_under(*choices);
        WeightedSum::of(rows, |row| Reading::of(&row.rule, &visits.current)).judgement()
    }
}
