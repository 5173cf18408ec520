//! Days with few platelets.
//!
//! # What it measures
//! On how many days after the infusion platelets were below 100, 50 and
//! 20 ×10⁹/L, early (day 0 to 30) and late (day 31 to 100): what the platelet
//! table of ICAHT asks for.
//!
//! # The rule
//! Values of visits and checks count on the day of their sample; of several on
//! one day, one that is below is enough. Between two values on the same side of
//! a limit all days are on that side. Days are counted in all, whether or not
//! they follow each other.
//!
//! # Missing answers
//! Between two values on different sides, before the first value and after the
//! last, a day may be on either side, and so it may with a value that lies on
//! either: the days are at least those that are certain and at most all that may
//! be. Without any value within reach nothing is said. A value without a day is
//! left out and told.
//!
//! # What it is not for
//! Recovery without transfusions, of which nothing is asked. The end of
//! counting at progression, new therapy or death: leave values after it out.
//!
//! # Sources
//! The table of the instrument. How days without a value are counted is a choice
//! of this project.

use super::Days;
use super::timeline::Followed;
use crate::instruments::{Choices, find};
use crate::items::{Answer, Counted, Item, Visits};
use crate::scoring::{Category, Exact, Span, Threshold};

/// Days with few platelets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platelets {
    /// The days below each limit, early and then late, from the highest limit
    /// down; none where there is no infusion or no value with a day.
    pub below: Vec<DaysBelow>,
    /// What is known of the two windows, early and late.
    pub windows: Vec<WindowOfPlatelets>,
    /// How many values there are with a day.
    pub values: usize,
    /// How many have none.
    pub undated: usize,
}

/// What is known of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowOfPlatelets {
    /// The window.
    pub window: Window,
    /// On how many of its days there is a value.
    pub measured: usize,
    /// The grade of the table that the days below its limits give.
    pub grade: Category,
}

/// Days below a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysBelow {
    /// The window.
    pub window: Window,
    /// The limit, in 10⁹/L.
    pub limit: u32,
    /// The item that asks for these days, where there is one.
    pub item: Option<Item>,
    /// How many there are.
    pub days: Counted,
}

/// A time after the infusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// What the instrument calls it.
    pub code: &'static str,
    /// Its first day.
    pub from: i32,
    /// Its last day.
    pub to: i32,
}

/// Day 0 to 30.
const EARLY: Window = Window { code: "early", from: 0, to: 30 };
/// Day 31 to 100.
const LATE: Window = Window { code: "late", from: 31, to: 100 };

impl Window {
    /// Whether a day after the infusion lies within it.
    const fn holds(self, day: i32) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What is asked for. Nothing asks for the days below 100 early on.
const ASKED: [(Window, u32, Option<Item>); 6] = [
    (EARLY, 100, None),
    (EARLY, 50, Some(Item::PlateletDaysBelow50Early)),
    (EARLY, 20, Some(Item::PlateletDaysBelow20Early)),
    (LATE, 100, Some(Item::PlateletDaysBelow100Late)),
    (LATE, 50, Some(Item::PlateletDaysBelow50Late)),
    (LATE, 20, Some(Item::PlateletDaysBelow20Late)),
];

impl DaysBelow {
    /// The days as they can be typed into the item.
    #[must_use]
    pub fn typed(&self) -> String {
        match self.days.known() {
            Some(days) => days.to_string(),
            None => format!("{}-{}", self.days.lowest(), self.days.highest()),
        }
    }
}

impl Platelets {
    pub(super) fn of(followed: &Followed) -> Platelets {
        let mut undated = 0;
        let mut values: Vec<(i32, Span)> = Vec::new();
        for (_, draft, visit) in followed.drafts() {
            let Some(value) = visit.number(Item::Platelets) else { continue };
            match followed.counted(followed.course.moment_of(draft, Item::Platelets)) {
                Some(day) => values.push((day, value)),
                None => undated += 1,
            }
        }
        values.sort_by_key(|(day, _)| *day);
        let Some(infusion) = followed.timeline.infusion.filter(|_| !values.is_empty()) else {
            let (below, windows) = (Vec::new(), Vec::new());
            return Platelets { below, windows, values: values.len(), undated };
        };
        let below: Vec<DaysBelow> = ASKED
            .into_iter()
            .map(|(window, limit, item)| {
                let sides = sides(&values, infusion, limit);
                DaysBelow { window, limit, item, days: count(&sides, window) }
            })
            .collect();
        let mut measured: Vec<i32> =
            values.iter().map(|(day, _)| day.saturating_sub(infusion)).collect();
        measured.dedup();
        let windows = [EARLY, LATE].map(|window| WindowOfPlatelets {
            window,
            measured: measured.iter().filter(|day| window.holds(**day)).count(),
            grade: grade(&below, window),
        });
        Platelets { windows: windows.into(), below, values: values.len(), undated }
    }
}

/// Whether platelets were below a limit on each day with a value; nothing where
/// that is open. Days are counted from the infusion.
fn sides(values: &[(i32, Span)], infusion: i32, limit: u32) -> Vec<(i32, Option<bool>)> {
    let threshold = Threshold::below(Exact::from(limit));
    let mut sides: Vec<(i32, Option<bool>)> = Vec::new();
    for (day, value) in values {
        let (day, below) = (day.saturating_sub(infusion), threshold.decides(value));
        match sides.last_mut().filter(|(last, _)| *last == day) {
            // One that is below is enough, and none is so for certain only where
            // all are above.
            Some((_, known)) => {
                *known = match (*known, below) {
                    (Some(true), _) | (_, Some(true)) => Some(true),
                    (Some(false), Some(false)) => Some(false),
                    (None, _) | (_, None) => None,
                }
            }
            None => sides.push((day, below)),
        }
    }
    sides
}

/// The days below the limit within a window.
fn count(sides: &[(i32, Option<bool>)], window: Window) -> Counted {
    let (mut certain, mut possible) = (0_u32, 0_u32);
    for day in window.from..=window.to {
        let at = sides.partition_point(|(other, _)| *other < day);
        let (before, from) = sides.split_at_checked(at).unwrap_or_default();
        let below = match (before.last(), from.first()) {
            (_, Some((own, side))) if *own == day => *side,
            (Some((_, one)), Some((_, other))) => one.filter(|_| one == other),
            (None, _) | (_, None) => None,
        };
        certain += u32::from(below == Some(true));
        possible += u32::from(below != Some(false));
    }
    Counted::between(certain, possible).unwrap_or(Counted::exactly(certain))
}

/// The grade that days give.
fn grade(below: &[DaysBelow], window: Window) -> Category {
    let Some(instrument) = find("icaht-platelets") else { return Category::Open };
    let options = instrument.definition().options.first();
    let place = options.and_then(|it| it.values.iter().position(|value| value.code == window.code));
    let choices = Choices::default().with(0, place.unwrap_or(0));
    let asked = below.iter().filter(|below| below.window == window);
    let answers = asked.filter_map(|below| Some((below.item?, Answer::Count(below.days))));
    let visits = Visits { current: answers.collect(), ..Visits::BLANK };
    instrument.judge(&choices, &visits).category.unwrap_or(Category::Open)
}

/// The days from the infusion to a day.
pub(super) fn after_infusion(followed: &Followed, day: Days) -> Option<Days> {
    let infusion = followed.timeline.infusion?;
    let from = |end: Option<i32>| Some(end?.saturating_sub(infusion));
    Some(Days::between(from(day.lowest()), from(day.highest())))
}
