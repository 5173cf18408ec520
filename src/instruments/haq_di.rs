//! The disability index of the health assessment questionnaire.
//!
//! # What it measures
//! Physical function in the past week: the mean of eight categories, 0 to 3.
//!
//! # The rule
//! A category counts its worst item, 0 to 3. Where an aid or a person's help is
//! needed it counts at least 2. The index is the mean of the categories that
//! were answered, once six are; those left out are then not missing.
//!
//! # Missing answers
//! With fewer than six the index is open: a category that nobody answered could
//! be anything from 0 to 3, whatever its aid. An aid that nobody asked about
//! leaves a 0 or 1 open up to 2.
//!
//! # What it is not for
//! The mean of items, which circulates as an alternative under the same name;
//! scores without the step for aids. The form's wording is not printed here.
//!
//! # Sources
//! Fries 1980, scored as its users' text says. That six categories are enough is
//! general knowledge.

use super::finding::Told;
use super::{Choices, Combination, Definition, Disease, Instrument, Reads, Row, RowRule, Under};
use crate::items::{Counted, Item, Visit, Visits};
use crate::scoring::{
    Bounds, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role, Source,
    Warning, WarningCode,
};

/// The instrument.
pub struct HaqDi;

const SCORING: Fact = Fact::new(
    Evidence::Secondary,
    "scoring text after Fries 1980; that six categories are enough is unconfirmed",
);
const HELP_ONLY: Fact = Fact::new(
    Evidence::Secondary,
    "scoring text after Fries 1980; that help is its only aid is unconfirmed",
);

/// The highest grade of a category.
const HIGHEST_GRADE: u32 = 3;
/// What a category counts for at least where an aid is needed.
const WITH_AID: u32 = 2;
/// How many categories are enough for a mean of those.
const ENOUGH: usize = 6;

/// The categories, each with its aid.
pub const CATEGORIES: [(Item, Item); 8] = [
    (Item::HaqDressing, Item::HaqDressingAid),
    (Item::HaqArising, Item::HaqArisingAid),
    (Item::HaqEating, Item::HaqEatingAid),
    (Item::HaqWalking, Item::HaqWalkingAid),
    (Item::HaqHygiene, Item::HaqHygieneAid),
    (Item::HaqReach, Item::HaqReachAid),
    (Item::HaqGrip, Item::HaqGripAid),
    (Item::HaqActivities, Item::HaqActivitiesAid),
];

/// Each category before its aid, as a form asks them.
#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
const ITEMS: [Item; 16] = {
    let mut items = [Item::HaqDressing; 16];
    let mut at = 0;
    while at < CATEGORIES.len() {
        (items[2 * at], items[2 * at + 1]) = CATEGORIES[at];
        at += 1;
    }
    items
};

#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
static ROWS: [Row; 8] = {
    let mut rows = [category(CATEGORIES[0], SCORING); 8];
    let mut at = 0;
    while at < rows.len() {
        rows[at] = category(CATEGORIES[at], if at == rows.len() - 1 { HELP_ONLY } else { SCORING });
        at += 1;
    }
    rows
};

const fn category((item, aid): (Item, Item), fact: Fact) -> Row {
    let rule = RowRule::LiftedGrade { item, highest: HIGHEST_GRADE, aid, to: WITH_AID };
    Row::new(item.id(), rule, fact)
}

static DEFINITION: Definition = Definition {
    reads: &[Reads { role: Role::Current, items: &ITEMS, under: Under::Always }],
    rows: &ROWS,
    range: Some((Exact::ZERO, Exact::integer(3))),
    warns: &[WarningCode::Prorated],
    sources: &[
        Source {
            key: "Fries 1980",
            reference: "Fries JF et al. Arthritis Rheum 1980;23:137-145",
            doi: Some("10.1002/art.1780230202"),
            evidence: Evidence::Unconfirmed,
        },
        Source {
            key: "scoring text",
            reference: "Scoring text of the HAQ as distributed for clinical studies",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("haq-di", Disease::Myositis, Combination::Mean { of_at_least: ENOUGH })
};

impl Instrument for HaqDi {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn judge(&self, _choices: &Choices, visits: &Visits) -> Judgement {
        let categories = CATEGORIES.map(|category| Category::of(category, &visits.current));
        let answered = categories.iter().filter(|category| category.is_answered).count();
        let is_enough = answered >= ENOUGH;
        let counted = || categories.iter().filter(|it| it.is_answered || !is_enough);
        let [lowest, highest] = [
            counted().map(|category| category.lowest).sum::<u32>(),
            counted().map(|category| category.highest).sum::<u32>(),
        ]
        .map(|sum| mean(sum, counted().count()));
        let mut judgement = Judgement {
            score: Some(Bounds::between(lowest, highest)),
            parts: categories.iter().map(Category::part).collect(),
            missing: counted().flat_map(|category| category.missing).flatten().collect(),
            ..Judgement::default()
        };
        if is_enough && answered < categories.len() {
            let left_out = categories.iter().filter(|category| !category.is_answered);
            let items = left_out.map(|it| Mention::of(Role::Current, it.item.id())).collect();
            judgement.warnings.push(Warning::about(WarningCode::Prorated, items));
        }
        judgement
    }
}

/// The mean of so many categories.
fn mean(sum: u32, of: usize) -> Exact {
    u32::try_from(of).map_or(Exact::ZERO, |of| Exact::from(sum) / Exact::from(of))
}

/// A category, as it was answered.
struct Category {
    item: Item,
    /// Whether it has a grade.
    is_answered: bool,
    /// The lowest it can count for, and the highest.
    lowest: u32,
    highest: u32,
    /// The grade that was entered.
    value: PartValue,
    /// What could still change what it counts for: its grade, and its aid.
    missing: [Option<Mention>; 2],
}

impl Category {
    fn of((item, aid): (Item, Item), visit: &Visit) -> Category {
        let grade = visit.count(item);
        let any = || Counted::between(0, HIGHEST_GRADE);
        let (from, to) = grade.or_else(any).map_or((0, 0), |it| (it.lowest(), it.highest()));
        let aid = Told::of(aid, None, (Role::Current, visit), None);
        let lifted = |grade: u32| grade.max(WITH_AID);
        let (lowest, highest) = match (grade, aid.counts) {
            (None, _) | (Some(_), Some(false)) => (from, to),
            (Some(_), Some(true)) => (lifted(from), lifted(to)),
            (Some(_), None) => (from, lifted(to)),
        };
        // The grade decides unless an aid levels it, the aid where it lifts one.
        let is_levelled = aid.counts == Some(true) && to <= WITH_AID;
        let own = (from < to && !is_levelled).then_some(Mention::of(Role::Current, item.id()));
        let [needs_aid, _] = aid.open;
        let known = grade.and_then(Counted::known).map(Exact::from);
        Category {
            item,
            is_answered: grade.is_some(),
            lowest,
            highest,
            value: PartValue::known(known),
            missing: [own, needs_aid.filter(|_| grade.is_some() && from < WITH_AID)],
        }
    }

    fn part(&self) -> Part {
        let points = Bounds::between(Exact::from(self.lowest), Exact::from(self.highest));
        Part::new(self.item.id(), Outcome::Points(points), self.value)
    }
}
