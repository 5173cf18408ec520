//! The rows of a calculation: one published fact each.

use super::{Logarithm, Under};
use crate::items::{Counted, Item};
use crate::scoring::{Bounds, Exact, Fact, Span, Threshold};

/// One row of a calculation.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The id of the part it gives.
    pub id: &'static str,
    /// What it takes.
    pub rule: RowRule,
    /// Where it stands and how well it is confirmed.
    pub fact: Fact,
    /// Under which rule sets it counts.
    pub under: Under,
    /// The category that it is enough for, by itself.
    pub gives: Option<&'static str>,
}

impl Row {
    /// A row that counts under every rule set.
    #[must_use]
    pub const fn new(id: &'static str, rule: RowRule, fact: Fact) -> Row {
        Row { id, rule, fact, under: Under::Always, gives: None }
    }

    /// The same under some values of an option.
    #[must_use]
    pub const fn under(self, option: usize, places: &'static [usize]) -> Row {
        Row { under: Under::Choice { option, places }, ..self }
    }

    /// The same, enough for a category by itself.
    #[must_use]
    pub const fn gives(self, category: &'static str) -> Row {
        Row { gives: Some(category), ..self }
    }
}

/// What a row takes to count.
#[derive(Clone, Copy, Debug)]
pub enum RowRule {
    /// Points for a finding that is present.
    Finding {
        /// The finding.
        item: Item,
        /// Its points.
        points: Exact,
    },
    /// Points for a value beyond a cut-off.
    Beyond {
        /// The value.
        item: Item,
        /// Its points.
        points: Exact,
        /// The cut-off.
        threshold: Threshold,
    },
    /// As many points as the grade of an item says.
    Grade {
        /// The item.
        item: Item,
        /// Its highest grade.
        highest: u32,
    },
    /// The same, lifted where an aid or help is needed.
    LiftedGrade {
        /// The item.
        item: Item,
        /// Its highest grade.
        highest: u32,
        /// The aid.
        aid: Item,
        /// The grade that it counts for at least.
        to: u32,
    },
    /// Points by code, in the order of the item's codes.
    Codes {
        /// The item.
        item: Item,
        /// The points of each code.
        points: &'static [Exact],
    },
    /// Points by the level of whichever of these counts is read.
    Steps(&'static [Steps]),
    /// Points where all findings of one of these lists are present.
    AnyOf {
        /// The lists.
        any: &'static [&'static [Item]],
        /// The points.
        points: u32,
    },
    /// Points that do not depend on an answer.
    Constant(Exact),
    /// Points for each of a number of things, and more where there is any.
    PerCount {
        /// The number.
        item: Item,
        /// The points where there is any.
        any: Exact,
        /// The points of each.
        each: Exact,
    },
    /// Points by the natural logarithm of a value beyond a cut-off.
    Logarithm(&'static Logarithm),
    /// Points by level, for a change between two visits.
    Change(&'static Levels),
    /// A criterion on a value.
    Criterion(Threshold),
    /// A criterion on a total, beside which none of these findings is present.
    Quiet {
        /// The total.
        total: Threshold,
        /// The findings.
        absent: &'static [Item],
    },
    /// A criterion on each of several counts.
    Counts(&'static [(Item, Threshold)]),
    /// A criterion on a value that has risen since the earlier visit.
    RisenBeyond(Threshold),
    /// A criterion on the change of a value since the earlier visit: a rise
    /// above zero, a fall below it.
    Difference(Threshold),
    /// A measure that improves, or worsens, by so many percent of its baseline.
    RelativeChange {
        /// From how many on it has improved.
        improved: u32,
        /// From how many on it has worsened.
        worsened: u32,
    },
    /// A finding that has to be present.
    Present(Item),
    /// A finding that has to be absent.
    Absent(Item),
    /// A statement that has to be true.
    Statement,
    /// The same, that nothing is new; where it was not made, a comparison with the
    /// visit before can tell.
    NothingNew,
}

impl RowRule {
    /// The highest points of a row that has points.
    #[must_use]
    pub fn points(&self) -> Option<Exact> {
        match self {
            RowRule::Finding { points, .. } | RowRule::Beyond { points, .. } => Some(*points),
            RowRule::Grade { highest, .. } | RowRule::LiftedGrade { highest, .. } => {
                Some(Exact::whole(*highest))
            }
            RowRule::Codes { points, .. } => points.iter().max().copied(),
            RowRule::Steps(by) => by.iter().map(|it| it.levels(None).1).max().map(Exact::whole),
            RowRule::AnyOf { points, .. } => Some(Exact::whole(*points)),
            RowRule::Constant(points) => Some(*points),
            RowRule::PerCount { item, any, each } => {
                Some(*any + *each * Exact::whole(item.highest_count()))
            }
            RowRule::Logarithm(term) => Some(term.highest()),
            RowRule::Change(levels) => Some(levels.highest()),
            RowRule::Criterion(_)
            | RowRule::Quiet { .. }
            | RowRule::Counts(_)
            | RowRule::RisenBeyond(_)
            | RowRule::Difference(_)
            | RowRule::RelativeChange { .. }
            | RowRule::Present(_)
            | RowRule::Absent(_)
            | RowRule::Statement
            | RowRule::NothingNew => None,
        }
    }

    /// The counts that a row takes the level of.
    #[must_use]
    pub const fn steps(&self) -> &'static [Steps] {
        if let RowRule::Steps(steps) = self { steps } else { &[] }
    }

    /// The item that a row takes, where it is one.
    #[must_use]
    pub const fn item(&self) -> Option<Item> {
        match self {
            RowRule::Finding { item, .. }
            | RowRule::Beyond { item, .. }
            | RowRule::Grade { item, .. }
            | RowRule::LiftedGrade { item, .. }
            | RowRule::Codes { item, .. }
            | RowRule::PerCount { item, .. }
            | RowRule::Present(item)
            | RowRule::Absent(item) => Some(*item),
            RowRule::Steps(_)
            | RowRule::AnyOf { .. }
            | RowRule::Constant(_)
            | RowRule::Logarithm(_)
            | RowRule::Change(_)
            | RowRule::Criterion(_)
            | RowRule::Quiet { .. }
            | RowRule::Counts(_)
            | RowRule::RisenBeyond(_)
            | RowRule::Difference(_)
            | RowRule::RelativeChange { .. }
            | RowRule::Statement
            | RowRule::NothingNew => None,
        }
    }
}

/// The points of a count, level by level.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    /// The count.
    pub item: Item,
    /// From which count on, and so many points; the first from 0.
    pub from: &'static [(u32, u32)],
}

impl Steps {
    /// The points of a count.
    #[must_use]
    pub fn points(&self, count: u32) -> u32 {
        let reached = self.from.iter().rev().find(|(from, _)| count >= *from);
        reached.map_or(0, |(_, points)| *points)
    }

    /// The lowest and the highest points that a count can have, or any count
    /// where nobody gave one.
    #[must_use]
    pub fn levels(&self, count: Option<Counted>) -> (u32, u32) {
        let ends = |points: &mut dyn Iterator<Item = u32>| {
            points.fold(None, |ends: Option<(u32, u32)>, points| {
                let (lowest, highest) = ends.unwrap_or((points, points));
                Some((lowest.min(points), highest.max(points)))
            })
        };
        let ends = match count {
            Some(count) => {
                ends(&mut (count.lowest()..=count.highest()).map(|count| self.points(count)))
            }
            None => ends(&mut self.from.iter().map(|(_, points)| *points)),
        };
        ends.unwrap_or_default()
    }
}

/// The levels of a change in percent of a range: open below, closed above.
#[derive(Debug)]
pub struct Levels {
    /// Between which percentages the levels lie.
    pub cuts: [Exact; 4],
    /// The points of each level.
    pub points: [Exact; 5],
}

impl Levels {
    /// The points of a change.
    #[must_use]
    pub fn points(&self, percent: Exact) -> Exact {
        self.reached(|cut| percent > cut)
    }

    /// The points of a change of which only a span is known.
    #[must_use]
    pub fn bounds(&self, percent: &Span) -> Bounds {
        match percent.known() {
            Some(percent) => Bounds::exactly(self.points(percent)),
            None => Bounds::between(
                self.reached(|cut| Threshold::above(cut).decides(percent) == Some(true)),
                self.reached(|cut| Threshold::above(cut).decides(percent) != Some(false)),
            ),
        }
    }

    /// The points of the highest level whose cut is exceeded.
    fn reached(&self, exceeds: impl Fn(Exact) -> bool) -> Exact {
        let [lowest, levels @ ..] = self.points;
        let level = self.cuts.iter().zip(levels).rev().find(|(cut, _)| exceeds(**cut));
        level.map_or(lowest, |(_, points)| points)
    }

    /// The points of the highest level.
    #[must_use]
    pub const fn highest(&self) -> Exact {
        let [.., highest] = self.points;
        highest
    }
}
