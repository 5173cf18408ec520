//! One visit on the four sheets of the SLEDAI family, side by side: why another
//! sheet gives another number.

use crate::instruments::sledai::{self, Deviation};
use crate::instruments::{Assessment, Choices, Definition, assess};
use crate::items::{Item, Visits};
use crate::scoring::{Bounds, Exact, Finding, Mention, Outcome, PartValue, Role};

/// How many sheets there are.
const SHEETS: usize = sledai::ALL.len();

/// The four sheets, held against each other.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The sheets and their totals, SLEDAI-2K first.
    pub totals: [Total; SHEETS],
    /// Whether the total of a sheet is that of a record: of its rows nothing is
    /// known, and none are compared.
    pub recorded: bool,
    /// The descriptors that give points on a sheet, or not the same on all, in
    /// the order of the sheets.
    pub rows: Vec<ComparedRow>,
    /// The descriptors that are open on all sheets: they widen every total alike.
    pub open: Vec<Item>,
    /// The descriptors without a row that were answered once although the sheets
    /// ask for different things.
    pub asked_differently: Vec<Item>,
}

/// What a sheet comes to.
#[derive(Clone, Copy, Debug)]
pub struct Total {
    /// The sheet.
    pub definition: &'static Definition,
    /// Its total, or what that can still be.
    pub total: Bounds,
}

/// A descriptor on the four sheets.
#[derive(Clone, Debug)]
pub struct ComparedRow {
    /// The descriptor.
    pub item: Item,
    /// What was entered for it.
    pub entered: Finding,
    /// What was read for it: the state that was entered, else the value.
    pub read: PartValue,
    /// What it gives on each sheet, in their order.
    pub points: [Bounds; SHEETS],
    /// Why the sheets differ, or might.
    pub reason: Option<Reason>,
}

/// Why sheets differ over a descriptor.
#[derive(Clone, Debug)]
pub struct Reason {
    /// In what they differ.
    pub deviation: Deviation,
    /// What that does here.
    pub effect: Effect,
}

/// What a deviation does at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The sheets read one value differently.
    OtherPoints,
    /// The same, and some of them wait for an earlier value to compare with.
    NeedsEarlier,
    /// None: an answer was entered, and stands for all sheets although they ask
    /// for different things.
    OneAnswer,
}

/// Assesses visits on the four sheets. They leave the same choices open, so
/// that one window holds for all of them.
#[must_use]
pub fn compare(choices: Choices, visits: &Visits) -> Comparison {
    let sheets = sledai::ALL.map(|sledai| assess(sledai, choices, visits));
    let mut comparison = Comparison {
        totals: sheets.each_ref().map(|sheet| Total {
            definition: sheet.definition,
            total: sheet.judgement.score.unwrap_or(NOTHING),
        }),
        recorded: sheets.iter().any(|sheet| sheet.judgement.parts.is_empty()),
        rows: Vec::new(),
        open: Vec::new(),
        asked_differently: Vec::new(),
    };
    if comparison.recorded {
        return comparison;
    }
    for (at, descriptor) in sledai::SLEDAI_2K.sheet().descriptors.iter().enumerate() {
        let row = row(at, descriptor.item, &sheets, visits);
        if row.differs() || row.points.iter().any(|points| !points.lowest().is_zero()) {
            comparison.rows.push(row);
        } else if row.points.iter().all(|points| points.is_open()) {
            comparison.open.push(row.item);
        } else if row.reason.is_some() {
            comparison.asked_differently.push(row.item);
        }
    }
    comparison
}

/// No points.
const NOTHING: Bounds = Bounds::exactly(Exact::ZERO);

impl ComparedRow {
    /// Whether the sheets give different points.
    #[must_use]
    pub fn differs(&self) -> bool {
        let [first, others @ ..] = &self.points;
        others.iter().any(|other| other != first)
    }
}

/// A descriptor, by its place on the sheets.
fn row(at: usize, item: Item, sheets: &[Assessment; SHEETS], visits: &Visits) -> ComparedRow {
    let parts = sheets.each_ref().map(|sheet| sheet.judgement.parts.get(at));
    let points = parts.map(|part| match part.map(|part| part.outcome) {
        Some(Outcome::Points(points)) => points,
        Some(Outcome::Criterion(_)) | None => NOTHING,
    });
    // A sheet that waits for an earlier value has not used this one.
    let mut read = parts.iter().flatten().map(|part| part.value);
    let mut row = ComparedRow {
        item,
        entered: visits.current.finding(item),
        read: read.find(|value| *value != PartValue::Open).unwrap_or(PartValue::Open),
        points,
        reason: None,
    };
    row.reason = sledai::deviation(item)
        .and_then(|deviation| Some(Reason { effect: effect(&row, sheets)?, deviation }));
    row
}

/// What a deviation does to a descriptor, if anything.
fn effect(row: &ComparedRow, sheets: &[Assessment; SHEETS]) -> Option<Effect> {
    if !row.differs() {
        return row.entered.counts().map(|_| Effect::OneAnswer);
    }
    let earlier = Mention::of(Role::Previous, row.item.id());
    let waits = sheets.iter().any(|sheet| sheet.judgement.missing.contains(&earlier));
    Some(if waits { Effect::NeedsEarlier } else { Effect::OtherPoints })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::{Answer, Counted, Visit};

    fn daily_protein(grams: &str) -> (Item, Answer) {
        let value = Exact::parse(grams).expect("a number");
        (Item::UrineProtein24h, Answer::Measured(value.into()))
    }

    /// Exactly two inflamed joints, a rash, and a protein that has not risen.
    fn lasting() -> Visits {
        let current = Visit::from_iter([
            (Item::InflamedJoints, Answer::Count(2.into())),
            (Item::Rash, Answer::Finding(Finding::Present)),
            (Item::VisualDisturbance, Answer::Finding(Finding::Absent)),
            (Item::Psychosis, Answer::Finding(Finding::Absent)),
            daily_protein("1.8"),
        ]);
        Visits { current, previous: Visit::from_iter([daily_protein("2")]), ..Visits::BLANK }
    }

    fn compared(visits: &Visits) -> Comparison {
        compare(Choices::default(), visits)
    }

    fn lowest(comparison: &Comparison, item: Item) -> [Exact; SHEETS] {
        found(comparison, item).points.map(Bounds::lowest)
    }

    fn found(comparison: &Comparison, item: Item) -> &ComparedRow {
        comparison.rows.iter().find(|row| row.item == item).expect("it has a row")
    }

    fn effect_of(comparison: &Comparison, item: Item) -> Option<Effect> {
        found(comparison, item).reason.as_ref().map(|reason| reason.effect)
    }

    #[test]
    fn two_joints_and_a_lasting_protein_are_read_differently() {
        let comparison = compared(&lasting());
        let items: Vec<Item> = comparison.rows.iter().map(|row| row.item).collect();
        assert_eq!(items, [Item::Arthritis, Item::Proteinuria, Item::Rash]);
        let four = |places: [i64; SHEETS]| places.map(Exact::integer);
        assert_eq!(lowest(&comparison, Item::Arthritis), four([4, 0, 0, 0]));
        assert_eq!(lowest(&comparison, Item::Proteinuria), four([4, 0, 4, 0]));
        assert_eq!(lowest(&comparison, Item::Rash), four([2, 2, 2, 2]));
        assert_eq!(comparison.totals.map(|it| it.total.lowest()), four([10, 2, 6, 2]));
    }

    #[test]
    fn each_reason_says_what_it_does() {
        let comparison = compared(&lasting());
        assert_eq!(effect_of(&comparison, Item::Arthritis), Some(Effect::OtherPoints));
        assert_eq!(effect_of(&comparison, Item::Proteinuria), Some(Effect::OtherPoints));
        assert_eq!(effect_of(&comparison, Item::Rash), Some(Effect::OneAnswer));
        let joints = found(&comparison, Item::Arthritis);
        assert_eq!(joints.entered, Finding::NotAssessed);
        assert_eq!(joints.read, PartValue::Number(Exact::integer(2)));
        assert_eq!(
            found(&comparison, Item::Rash).read,
            PartValue::State(Finding::Present),
            "what was entered is what was read"
        );
    }

    #[test]
    fn what_was_answered_absent_is_named_where_sheets_ask_differently() {
        let comparison = compared(&lasting());
        assert_eq!(comparison.asked_differently, [Item::VisualDisturbance]);
        assert_eq!(comparison.open.len(), 24 - 3 - 2);
        assert!(!comparison.open.contains(&Item::Psychosis));
    }

    #[test]
    fn without_an_earlier_protein_some_sheets_wait_for_it() {
        let visits = Visits { previous: Visit::BLANK, ..lasting() };
        let comparison = compared(&visits);
        assert_eq!(effect_of(&comparison, Item::Proteinuria), Some(Effect::NeedsEarlier));
        let row = found(&comparison, Item::Proteinuria);
        assert_eq!(row.read, PartValue::Number(Exact::ratio(9, 5)));
        assert_eq!(row.points.map(Bounds::is_open), [false, true, false, true]);
    }

    #[test]
    fn a_value_that_all_sheets_count_needs_no_reason() {
        let mut visits = lasting();
        visits.current.set(Item::InflamedJoints, Answer::Count(3.into()));
        assert_eq!(effect_of(&compared(&visits), Item::Arthritis), None);
    }

    #[test]
    fn an_entered_state_counts_alike_on_all_sheets() {
        let mut visits = lasting();
        visits.current.set(Item::Arthritis, Answer::Finding(Finding::Present));
        let comparison = compared(&visits);
        assert!(!found(&comparison, Item::Arthritis).differs());
        assert_eq!(effect_of(&comparison, Item::Arthritis), Some(Effect::OneAnswer));
    }

    /// One joint or two: SLEDAI-2K may count them, the other sheets cannot.
    #[test]
    fn a_count_between_two_others_differs_where_only_one_sheet_may_count_it() {
        let count = Counted::between(1, 2).expect("in order");
        let mut visits = Visits::BLANK;
        visits.current.set(Item::InflamedJoints, Answer::Count(count));
        let comparison = compared(&visits);
        let row = found(&comparison, Item::Arthritis);
        assert_eq!(row.points.map(Bounds::is_open), [true, false, false, false]);
        assert_eq!(effect_of(&comparison, Item::Arthritis), Some(Effect::OtherPoints));
    }

    #[test]
    fn a_blank_visit_has_no_rows() {
        let comparison = compared(&Visits::BLANK);
        assert!(comparison.rows.is_empty() && comparison.asked_differently.is_empty());
        assert_eq!(comparison.open.len(), 24);
    }
}
