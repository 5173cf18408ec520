//! A score on its scale: where it lies among the bands.

use super::axis::{Axis, Tile};
use super::{
    Anchor, BAR, BREAK, CUTOFF, Drawing, PLAIN, POSSIBLE, SCORE, TO_BASE, Taken, Yardstick,
};
use crate::scoring::{Bounds, in_order};
use crate::text::Language;

const WIDTH: i32 = 320;
const HEIGHT: i32 = 48;
/// What is kept free at either end, for half a dot.
const MARGIN: i32 = 8;
/// The upper and the lower edge of the track, and its middle.
const TRACK: (i32, i32) = (20, 28);
const MIDDLE: i32 = 24;
/// The middles of the rows of text above and below it.
const ABOVE: i32 = 8;
const BELOW: i32 = 40;
/// The radius of a dot; the ends of a bar are as high.
const DOT: i32 = 5;
/// How far the name of a band may reach beyond its ends.
const BEYOND: i32 = 12;

/// A score on its scale.
#[must_use]
pub fn scale(yardstick: &Yardstick, score: Bounds, language: &dyn Language) -> Drawing {
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    let axis = Axis::new(yardstick, [score].into_iter(), WIDTH - 2 * MARGIN);
    let mut above = Taken::default();
    if let Some(cutoff) = yardstick.cutoff {
        let place = MARGIN + axis.at_value(cutoff.limit);
        let label = language.threshold(cutoff, "");
        row(&mut drawing, &mut above, CUTOFF, (place, ABOVE), (0, WIDTH), &label);
    }
    let (from, to) = axis.span(score);
    let tiles = axis.tiles(yardstick);
    for tile in &tiles {
        let size = (tile.to - tile.from, TRACK.1 - TRACK.0);
        drawing.rectangle(tile.shade, (MARGIN + tile.from, TRACK.0), size);
    }
    // Where names would touch, the bands are named that the score can be in, and
    // then the long ones.
    let possible = |tile: &Tile| from < tile.to && tile.from <= to;
    for tile in in_order(&tiles, |tile| (!possible(tile), tile.from - tile.to)) {
        let ends = ((MARGIN + tile.from - BEYOND).max(0), (MARGIN + tile.to + BEYOND).min(WIDTH));
        let middle = MARGIN + (tile.from + tile.to) / 2;
        let class = if possible(tile) { POSSIBLE } else { PLAIN };
        row(&mut drawing, &mut above, class, (middle, ABOVE), ends, language.band(tile.name));
    }
    let mut below = Taken::default();
    for (value, place) in axis.ticks(yardstick) {
        let place = MARGIN + place;
        if row(&mut drawing, &mut below, PLAIN, (place, BELOW), (0, WIDTH), &language.number(value))
        {
            drawing.line(PLAIN, (place, TRACK.1), (place, TRACK.1 + 3));
        }
    }
    if let Some(knee) = axis.knee() {
        for place in [MARGIN + knee + 3, MARGIN + knee + 7] {
            drawing.line(BREAK, (place - 2, TRACK.1 + 2), (place + 2, TRACK.0 - 2));
        }
    }
    if let Some(cutoff) = yardstick.cutoff {
        let place = MARGIN + axis.at_value(cutoff.limit);
        drawing.line(CUTOFF, (place, TRACK.0 - 5), (place, TRACK.1 + 5));
    }
    let (from, to) = (MARGIN + from, MARGIN + to);
    if score.is_open() {
        drawing.rectangle(BAR, (from, MIDDLE - 2), (to - from, 4));
        for end in [from, to] {
            drawing.line(SCORE, (end, MIDDLE - DOT), (end, MIDDLE + DOT));
        }
    } else {
        drawing.circle(SCORE, (from, MIDDLE), DOT);
    }
    drawing
}

/// Writes a label into a row, unless it would touch another.
fn row(
    drawing: &mut Drawing,
    taken: &mut Taken,
    class: &'static str,
    (middle, line): (i32, i32),
    ends: (i32, i32),
    label: &str,
) -> bool {
    let place = taken.fit(label, middle, ends);
    if let Some(place) = place {
        drawing.text(class, (place, line + TO_BASE), Anchor::Middle, label);
    }
    place.is_some()
}
