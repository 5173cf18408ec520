//! Scores and verdicts over time.

use super::axis::Axis;
use super::days::Days;
use super::{
    Anchor, BAR, BREAK, CUTOFF, Drawing, LINE, PLAIN, SCORE, TO_BASE, Taken, Yardstick, lane,
    widest,
};
use crate::scoring::{Bounds, Exact, Verdict, in_order};
use crate::text::Language;

/// What is drawn over time.
#[derive(Clone, Debug, Default)]
pub struct ChartInput {
    /// What the scores are read against; `None` where there are only verdicts.
    pub yardstick: Option<Yardstick>,
    /// The visits, in any order.
    pub points: Vec<ChartPoint>,
    /// What else happened, in any order: an infusion.
    pub marks: Vec<ChartMark>,
}

/// A visit.
#[derive(Clone, Debug)]
pub struct ChartPoint {
    /// Its name below the axis; may be empty.
    pub label: String,
    /// Its day, counted from any day.
    pub day: i64,
    /// The score.
    pub score: Option<Bounds>,
    /// The verdict.
    pub verdict: Option<Verdict>,
}

/// Something that happened on a day.
#[derive(Clone, Debug)]
pub struct ChartMark {
    /// Its name above the axis.
    pub label: String,
    /// Its day, counted from the same day.
    pub day: i64,
}

/// For what room a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartWidth {
    /// For the width of a page.
    Wide,
    /// For that of a phone.
    Narrow,
}

impl ChartWidth {
    /// How wide it is, in the units of a drawing.
    pub(super) const fn units(self) -> i32 {
        match self {
            ChartWidth::Wide => 640,
            ChartWidth::Narrow => 320,
        }
    }
}

/// How high the part with the scores is.
const PLOT: i32 = 160;
/// What is kept free between parts, and at the edges.
const MARGIN: i32 = 8;
/// How many rows of labels there are above the plot at most.
const ROWS: usize = 3;
/// The radius of the dot of a score, alone and in a crowd.
const DOT: (i32, i32) = (4, 2);
/// From a line to the name beside it.
const BESIDE: i32 = 4;
/// Visits nearer than this on the average are a crowd.
const CROWD: i32 = 12;

const GRID: &str = "rs-draw__grid";
const TREND: &str = "rs-draw__trend";
const EVENT: &str = "rs-draw__event";

/// Scores and verdicts over time.
#[must_use]
pub fn chart(input: &ChartInput, width: ChartWidth, language: &dyn Language) -> Drawing {
    let points: Vec<&ChartPoint> = in_order(&input.points, |point| point.day);
    let marks: Vec<&ChartMark> = in_order(&input.marks, |mark| mark.day);
    let scored = points.iter().filter_map(|point| point.score);
    let scale = input.yardstick.map(|yardstick| (yardstick, Axis::new(&yardstick, scored, PLOT)));
    let frame = Frame::of(&scale, &points, width, language);

    let visits: Vec<i64> = points.iter().map(|point| point.day).collect();
    let all = visits.iter().copied().chain(marks.iter().map(|mark| mark.day));
    let days = Days::new(all, (frame.left, frame.right));
    let visits: Vec<(i32, &ChartPoint)> = days.spread(&visits).into_iter().zip(points).collect();
    let marks: Vec<(i32, &str)> =
        marks.into_iter().map(|mark| (days.at(mark.day), mark.label.as_str())).collect();

    // The labels above the plot say how far down it begins.
    let events = events(&marks, frame.width);
    let rows = events.iter().map(|event| event.row + 1).max().unwrap_or(0);
    let top = MARGIN + rows * LINE;
    let bottom = top + if scale.is_some() { PLOT } else { 0 };
    let lane = bottom + if scale.is_some() && frame.verdicts { MARGIN } else { 0 };
    let base = lane + if frame.verdicts { lane::HEIGHT } else { 0 };

    let mut drawing = Drawing::new(frame.width, base + MARGIN);
    if let Some((yardstick, axis)) = &scale {
        background(&mut drawing, &frame, bottom, yardstick, axis, language);
    }
    for (place, _) in &marks {
        drawing.line(EVENT, (*place, top), (*place, base));
    }
    for Event { row, place, anchor, name } in events {
        let line = top - MARGIN - row * LINE;
        let beside = if anchor == Anchor::End { -BESIDE } else { BESIDE };
        drawing.line(EVENT, (place, line - TO_BASE), (place, top));
        drawing.text(EVENT, (place + beside, line + TO_BASE), anchor, name);
    }
    if let Some((_, axis)) = &scale {
        scores(&mut drawing, &frame, bottom, axis, &visits);
    }
    if frame.verdicts {
        let verdicts = visits.iter().filter_map(|(place, point)| Some((*place, point.verdict?)));
        lane::lane(&mut drawing, lane, (frame.left, frame.right), verdicts);
        for (middle, name) in lane::names(lane, language) {
            let at = (frame.right + MARGIN, middle + TO_BASE);
            drawing.text(PLAIN, at, Anchor::Start, name);
        }
    }
    drawing.line(PLAIN, (frame.left, base), (frame.right, base));
    if !(visits.is_empty() && marks.is_empty()) {
        foot(&mut drawing, &frame, base, &days, &visits, language);
    }
    drawing
}

/// Where the plot lies, and what is beside it.
struct Frame {
    width: i32,
    left: i32,
    right: i32,
    verdicts: bool,
}

impl Frame {
    /// As wide as what is written on either side leaves it.
    fn of(
        scale: &Option<(Yardstick, Axis)>,
        points: &[&ChartPoint],
        width: ChartWidth,
        language: &dyn Language,
    ) -> Frame {
        let width = width.units();
        let verdicts = points.iter().any(|point| point.verdict.is_some());
        let words = language.page();
        let mut before = vec![String::new()];
        let mut after: Vec<String> =
            [words.days, words.weeks, words.months, words.years].map(str::to_owned).into();
        if let Some((yardstick, axis)) = scale {
            before.extend(axis.ticks(yardstick).iter().map(|(value, _)| language.number(*value)));
            after.extend(axis.tiles(yardstick).iter().map(|tile| language.band(tile.name).into()));
            after.extend(yardstick.cutoff.map(|cutoff| language.threshold(cutoff, "")));
        }
        if verdicts {
            after.extend(lane::names(0, language).map(|(_, name)| name.to_owned()));
        }
        let left = widest(&before) + 2 * MARGIN;
        let right = width - widest(&after) - 2 * MARGIN;
        // Whatever is written, half of the width is for the plot.
        Frame { width, left: left.min(width / 4), right: right.max(width * 3 / 4), verdicts }
    }
}

/// The bands and their names, the cut-off, the axis of scores.
fn background(
    drawing: &mut Drawing,
    frame: &Frame,
    bottom: i32,
    yardstick: &Yardstick,
    axis: &Axis,
    language: &dyn Language,
) {
    let (left, right, beside) = (frame.left, frame.right, frame.right + MARGIN);
    let mut named = Taken::default();
    for tile in axis.tiles(yardstick) {
        let corner = (left, bottom - tile.to);
        drawing.rectangle(tile.shade, corner, (right - left, tile.to - tile.from));
    }
    if let Some(cutoff) = yardstick.cutoff {
        let height = bottom - axis.at_value(cutoff.limit);
        drawing.line(CUTOFF, (left, height), (right, height));
        let at = (beside, height + TO_BASE);
        named.take_line(height);
        drawing.text(CUTOFF, at, Anchor::Start, &language.threshold(cutoff, ""));
    }
    for tile in axis.tiles(yardstick) {
        let middle = bottom - (tile.from + tile.to) / 2;
        let name = language.band(tile.name);
        if !name.is_empty() && named.take_line(middle) {
            drawing.text(PLAIN, (beside, middle + TO_BASE), Anchor::Start, name);
        }
    }
    let mut written = Taken::default();
    for (value, place) in axis.ticks(yardstick) {
        let height = bottom - place;
        if written.take_line(height) {
            // Bands end half a point beside their edges: lines would double them.
            if yardstick.bands.is_none() {
                drawing.line(GRID, (left, height), (right, height));
            }
            drawing.line(PLAIN, (left - 3, height), (left, height));
            let at = (left - MARGIN, height + TO_BASE);
            drawing.text(PLAIN, at, Anchor::End, &language.number(value));
        }
    }
    drawing.line(PLAIN, (left, bottom - PLOT), (left, bottom));
    if let Some(knee) = axis.knee() {
        for height in [bottom - knee - 3, bottom - knee - 7] {
            drawing.line(BREAK, (left - 4, height + 2), (left + 4, height - 2));
        }
    }
}

/// What is known of the scores: dots, joined where nothing open lies between
/// them, and bars.
fn scores(
    drawing: &mut Drawing,
    frame: &Frame,
    bottom: i32,
    axis: &Axis,
    visits: &[(i32, &ChartPoint)],
) {
    let crowd = i32::try_from(visits.len()).unwrap_or(i32::MAX / CROWD).saturating_mul(CROWD);
    let dot = if crowd > frame.right - frame.left { DOT.1 } else { DOT.0 };
    let mut before = None;
    for (place, point) in visits {
        let known = point.score.and_then(Bounds::known);
        let here = known.map(|score| (*place, bottom - axis.at_value(score)));
        if let (Some(before), Some(here)) = (before, here) {
            drawing.line(TREND, before, here);
        }
        before = here;
    }
    for (place, point) in visits {
        let Some(score) = point.score else { continue };
        let (from, to) = axis.span(score);
        if score.is_open() {
            drawing.rectangle(BAR, (place - dot / 2, bottom - to), (dot, to - from));
            for end in [from, to] {
                drawing.line(SCORE, (place - dot, bottom - end), (place + dot, bottom - end));
            }
        } else {
            drawing.circle(SCORE, (*place, bottom - from), dot);
        }
    }
}

/// The name of something that happened, above the plot.
struct Event<'a> {
    /// Its row, from the plot up.
    row: i32,
    /// Where its line is.
    place: i32,
    /// On which side of that line its name stands.
    anchor: Anchor,
    name: &'a str,
}

/// The names above the plot. What fits in no row is left out, and no line goes
/// through a name: so the later ones come first, and the lower row.
fn events<'a>(marks: &[(i32, &'a str)], width: i32) -> Vec<Event<'a>> {
    let mut rows: [Taken; ROWS] = Default::default();
    let mut events = Vec::new();
    for (place, name) in marks.iter().rev() {
        let length = super::width(name) + BESIDE;
        let (anchor, from, to) = if place + length <= width {
            (Anchor::Start, *place, place + length)
        } else {
            (Anchor::End, place - length, *place)
        };
        let free = |taken: &Taken| taken.is_free(from, to);
        let Some(row) = rows.iter().position(free).filter(|_| !name.is_empty() && from >= 0) else {
            continue;
        };
        if rows.iter().take(row).any(|taken| taken.covers(*place)) {
            continue;
        }
        for (taken, below) in rows.iter_mut().zip(0..=row) {
            taken.0.push(if below == row { (from, to) } else { (*place, *place) });
        }
        let row = i32::try_from(row).unwrap_or(0);
        events.push(Event { row, place: *place, anchor, name });
    }
    events
}

/// The days and the names of the visits, below the axis.
fn foot(
    drawing: &mut Drawing,
    frame: &Frame,
    base: i32,
    days: &Days,
    visits: &[(i32, &ChartPoint)],
    language: &dyn Language,
) {
    let line = base + LINE + TO_BASE;
    let ends = (0, frame.right + MARGIN);
    let (unit, ticks) = days.ticks(language.page());
    let mut written = Taken::default();
    for (count, place) in ticks {
        let label = language.number(Exact::integer(count));
        if let Some(middle) = written.fit(&label, place, ends) {
            drawing.line(PLAIN, (place, base), (place, base + 4));
            drawing.text(PLAIN, (middle, line), Anchor::Middle, &label);
        }
    }
    drawing.text(PLAIN, (frame.right + MARGIN, line), Anchor::Start, unit);
    drawing.height = line + MARGIN;

    // The first and the last visit are named before those between.
    let mut written = Taken::default();
    let between = visits.iter().skip(1);
    for (place, point) in visits.iter().take(1).chain(visits.last()).chain(between) {
        if let Some(middle) = written.fit(&point.label, *place, (0, frame.width)) {
            let at = (middle, line + LINE + TO_BASE);
            drawing.text("rs-draw__visit", at, Anchor::Middle, &point.label);
            drawing.height = at.1 + MARGIN;
        }
    }
}
