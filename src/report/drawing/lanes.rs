//! What went on around an infusion: a lane for each thing, side by side over the
//! same days.

use super::days::Days;
use super::{Anchor, BAR, ChartMark, ChartWidth, Drawing, LINE, PLAIN, TO_BASE, Taken, widest};
use crate::items::Counted;
use crate::scoring::{Exact, in_order};
use crate::text::Language;

/// Lanes over the same days.
#[derive(Clone, Debug, Default)]
pub struct LanesInput {
    /// The lanes, from the top down.
    pub lanes: Vec<Lane>,
    /// What is marked through all of them, in any order: an infusion.
    pub marks: Vec<ChartMark>,
}

/// A lane.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Its name beside it.
    pub name: String,
    /// What it shows.
    pub shows: Shown,
}

/// What a lane shows.
#[derive(Clone, Debug)]
pub enum Shown {
    /// The worst grade of a day each, in any order.
    Grades(Vec<(i64, Counted)>),
    /// Days on which something was given, in any order.
    Days(Vec<i64>),
    /// Times that lasted.
    Times(Vec<Time>),
}

/// A time that lasted, from one day to another. An end that is missing lies
/// beyond what is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// What is certain of it, where anything is.
    pub certain: Option<(Option<i64>, Option<i64>)>,
    /// All that it can be.
    pub possible: (Option<i64>, Option<i64>),
}

impl Shown {
    /// The days that have to be on the axis.
    fn days(&self) -> Vec<i64> {
        match self {
            Shown::Grades(grades) => grades.iter().map(|(day, _)| *day).collect(),
            Shown::Days(days) => days.clone(),
            Shown::Times(times) => {
                let ends = times.iter().flat_map(|time| [time.possible.0, time.possible.1]);
                ends.flatten().collect()
            }
        }
    }

    const fn height(&self) -> i32 {
        match self {
            Shown::Grades(_) => LINE + STEP * HIGHEST + 2 * GAP,
            Shown::Days(_) | Shown::Times(_) => 24,
        }
    }
}

/// The highest grade there is.
const HIGHEST: i32 = 5;
/// How much higher the bar of a grade is than that of the grade below.
const STEP: i32 = 5;
/// What is kept free above and below in a lane.
const GAP: i32 = 3;
/// What is kept free between parts, and at the edges.
const MARGIN: i32 = 8;
/// The widest bar of a day.
const WIDEST: i32 = 18;

/// A bar of a grade, and one of a grade of 3 or more.
const GRADE: &str = "rs-draw__grade";
const SEVERE: &str = "rs-draw__grade rs-draw__grade--severe";
/// A sign of something that was given.
const GIVEN: &str = "rs-draw__given";
/// A time that lasted.
const TIME: &str = "rs-draw__time";
const EVENT: &str = "rs-draw__event";
const GRID: &str = "rs-draw__grid";

/// Draws lanes over the same days.
#[must_use]
pub fn lanes(input: &LanesInput, width: ChartWidth, language: &dyn Language) -> Drawing {
    let width = width.units();
    let names: Vec<String> = input.lanes.iter().map(|lane| lane.name.clone()).collect();
    let words = language.page();
    let units = [words.days, words.weeks, words.months, words.years].map(str::to_owned);
    let right = width - widest(&[names, units.into()].concat()) - 2 * MARGIN;
    let ends = (MARGIN, right.max(width / 2));
    let all: Vec<i64> = input
        .lanes
        .iter()
        .flat_map(|lane| lane.shows.days())
        .chain(input.marks.iter().map(|mark| mark.day))
        .collect();
    let days = Days::new(all.iter().copied(), ends);

    let top = MARGIN + LINE;
    let height: i32 = input.lanes.iter().map(|lane| lane.shows.height()).sum();
    let base = top + height;
    let mut drawing = Drawing::new(width, base + MARGIN);
    let mut named = Taken::default();
    for mark in in_order(&input.marks, |mark| mark.day) {
        let place = days.at(mark.day);
        drawing.line(EVENT, (place, top), (place, base));
        if let Some(middle) = named.fit(&mark.label, place, (0, width)) {
            drawing.text(EVENT, (middle, top - GAP), Anchor::Middle, &mark.label);
        }
    }
    let mut from = top;
    for lane in &input.lanes {
        let to = from + lane.shows.height();
        let middle = match lane.shows {
            Shown::Grades(_) => to - GAP - LINE / 2,
            Shown::Days(_) | Shown::Times(_) => (from + to) / 2,
        };
        drawing.line(GRID, (ends.0, to), (ends.1, to));
        drawing.text(PLAIN, (ends.1 + MARGIN, middle + TO_BASE), Anchor::Start, &lane.name);
        match &lane.shows {
            Shown::Grades(grades) => draw_grades(&mut drawing, &days, to - GAP, grades),
            Shown::Days(given) => draw_days(&mut drawing, &days, middle, given),
            Shown::Times(times) => draw_times(&mut drawing, &days, (middle, ends), times),
        }
        from = to;
    }
    drawing.line(PLAIN, (ends.0, base), (ends.1, base));
    if !all.is_empty() {
        let line = base + LINE + TO_BASE;
        let (unit, ticks) = days.ticks(language.page());
        let mut written = Taken::default();
        for (count, place) in ticks {
            let label = language.number(Exact::integer(count));
            if let Some(middle) = written.fit(&label, place, (0, ends.1 + MARGIN)) {
                drawing.line(PLAIN, (place, base), (place, base + 4));
                drawing.text(PLAIN, (middle, line), Anchor::Middle, &label);
            }
        }
        drawing.text(PLAIN, (ends.1 + MARGIN, line), Anchor::Start, unit);
        drawing.height = line + MARGIN;
    }
    drawing
}

/// A bar a day, as high as its grade, with the grade above it where there is
/// room. A grade that is open has a bar between its ends and a question mark.
fn draw_grades(drawing: &mut Drawing, days: &Days, foot: i32, grades: &[(i64, Counted)]) {
    let mut written = Taken::default();
    let height = |grade: u32| i32::try_from(grade).unwrap_or(HIGHEST).min(HIGHEST) * STEP;
    for (day, grade) in in_order(grades, |(day, _)| *day) {
        let place = days.at(*day);
        // Half of the way to the day after, on either side.
        let room = (days.at(day.saturating_add(1)) - place).clamp(2, WIDEST) - 1;
        let (lowest, highest) = (height(grade.lowest()), height(grade.highest()));
        let corner = (place - room / 2, foot - highest);
        let label = match grade.known() {
            Some(known) => {
                let class = if known >= 3 { SEVERE } else { GRADE };
                drawing.rectangle(class, (corner.0, corner.1 - 1), (room, highest + 1));
                known.to_string()
            }
            None => {
                drawing.rectangle(BAR, corner, (room, (highest - lowest).max(2)));
                "?".to_owned()
            }
        };
        if let Some(middle) = written.fit(&label, place, (0, drawing.width)) {
            let at = (middle, foot - highest - GAP);
            drawing.text(PLAIN, at, Anchor::Middle, &label);
        }
    }
}

/// A diamond a day.
fn draw_days(drawing: &mut Drawing, days: &Days, middle: i32, given: &[i64]) {
    /// From the middle of a diamond to its corners.
    const REACH: i32 = 4;
    for day in given {
        let place = days.at(*day);
        let corners = [(0, -REACH), (REACH, 0), (0, REACH), (-REACH, 0)]
            .map(|(x, y)| (place + x, middle + y));
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            drawing.line(GIVEN, *from, *to);
        }
    }
}

/// A bar where it certainly lasted, and a thin line where it may have; a stroke
/// where it is known to have begun or ended.
fn draw_times(
    drawing: &mut Drawing,
    days: &Days,
    (middle, ends): (i32, (i32, i32)),
    times: &[Time],
) {
    let at = |(from, to): (Option<i64>, Option<i64>)| {
        (from.map_or(ends.0, |day| days.at(day)), to.map_or(ends.1, |day| days.at(day)))
    };
    for time in times {
        let (from, to) = at(time.possible);
        drawing.line(TIME, (from, middle), (to, middle));
        for (end, place) in [(time.possible.0, from), (time.possible.1, to)] {
            if end.is_some() {
                drawing.line(TIME, (place, middle - 5), (place, middle + 5));
            }
        }
        if let Some(certain) = time.certain {
            let (from, to) = at(certain);
            drawing.rectangle(TIME, (from, middle - 3), ((to - from).max(2), 6));
        }
    }
}
