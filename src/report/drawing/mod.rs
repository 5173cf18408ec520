//! Drawings: a score on its scale, scores over time, and what went on around an
//! infusion.
//!
//! A drawing is a list of shapes in whole units of its own, so that it is made
//! and tested without a page. What a class looks like is up to the style sheet.
//! Nothing is told by colour alone: what is known is a dot, what is open a bar
//! with two ends, and a verdict has its own sign in its own row.
//!
//! A drawing leaves out a label that would touch another one. It stands beside
//! a table that leaves out nothing.

#![cfg_attr(
    not(test),
    deny(
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::wildcard_enum_match_arm
    )
)]

mod axis;
mod chart;
mod days;
mod lane;
mod lanes;
mod scale;
#[cfg(test)]
mod tests;

pub use axis::Yardstick;
pub use chart::{ChartInput, ChartMark, ChartPoint, ChartWidth, chart};
pub use lanes::{Lane, LanesInput, Shown, Time, lanes};
pub use scale::scale;

/// A place: to the right, and down.
pub type Place = (i32, i32);

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What it shows, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// One shape of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// What it stands for.
        class: &'static str,
        /// Where it begins.
        from: Place,
        /// Where it ends.
        to: Place,
    },
    /// A rectangle.
    Rectangle {
        /// What it stands for.
        class: &'static str,
        /// Its upper left corner.
        corner: Place,
        /// How wide and how high it is.
        size: Place,
    },
    /// A circle.
    Circle {
        /// What it stands for.
        class: &'static str,
        /// Its centre.
        centre: Place,
        /// Its radius.
        radius: i32,
    },
    /// A line of text.
    Text {
        /// What it stands for.
        class: &'static str,
        /// Where its base line is held.
        at: Place,
        /// Which end of it is held there.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
}

impl Shape {
    /// As an element of SVG: its name, its class, and its numbers.
    #[must_use]
    pub fn element(&self) -> (&'static str, &'static str, Vec<(&'static str, i32)>) {
        match self {
            Shape::Line { class, from, to } => {
                let numbers = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
                ("line", class, numbers.into())
            }
            Shape::Rectangle { class, corner, size } => {
                let corner = [("x", corner.0), ("y", corner.1)];
                let size = [("width", size.0), ("height", size.1)];
                ("rect", class, [corner, size].concat())
            }
            Shape::Circle { class, centre, radius } => {
                ("circle", class, [("cx", centre.0), ("cy", centre.1), ("r", *radius)].into())
            }
            Shape::Text { class, at, .. } => ("text", class, [("x", at.0), ("y", at.1)].into()),
        }
    }
}

/// Which end of a text is held at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where it begins.
    Start,
    /// Its middle.
    Middle,
    /// Where it ends.
    End,
}

impl Anchor {
    /// The word of SVG.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// The looks of bands, from the lowest up; any more look like the last.
const SHADES: [&str; 5] = [
    "rs-draw__band",
    "rs-draw__band rs-draw__band--2",
    "rs-draw__band rs-draw__band--3",
    "rs-draw__band rs-draw__band--4",
    "rs-draw__band rs-draw__band--5",
];

/// A mark at which an axis is broken: two slanted strokes.
const BREAK: &str = "rs-draw__break";
/// A cut-off.
const CUTOFF: &str = "rs-draw__cutoff";
/// A score, or one end of what it can be.
const SCORE: &str = "rs-draw__score";
/// The name of a band in which the score can lie.
const POSSIBLE: &str = "rs-draw__possible";
/// All that a score can be.
const BAR: &str = "rs-draw__bar";
/// What has no class of its own.
const PLAIN: &str = "";

/// How wide a character is taken to be: the digits of a wide typeface at the
/// size of the style sheet. No text is measured; a page that is not yet laid
/// out could not.
const CHARACTER: i32 = 7;
/// What is kept free between two labels.
const GAP: i32 = 6;
/// How high a line of text is.
const LINE: i32 = 13;
/// From the middle of a line of text to its base line.
const TO_BASE: i32 = 4;

/// How wide a text is taken to be.
fn width(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX / CHARACTER).saturating_mul(CHARACTER)
}

/// How wide the widest of some texts is.
fn widest(texts: &[String]) -> i32 {
    texts.iter().map(|text| width(text)).max().unwrap_or(0)
}

/// What is taken of a row or a column by labels.
#[derive(Default)]
struct Taken(Vec<(i32, i32)>);

impl Taken {
    /// Whether a piece would not come too near to one that is taken.
    fn is_free(&self, from: i32, to: i32) -> bool {
        self.0.iter().all(|(start, end)| to + GAP <= *start || end + GAP <= from)
    }

    /// Takes a piece if it is free.
    fn take(&mut self, from: i32, to: i32) -> bool {
        let free = self.is_free(from, to);
        if free {
            self.0.push((from, to));
        }
        free
    }

    /// Whether a place lies within what is taken.
    fn covers(&self, place: i32) -> bool {
        self.0.iter().any(|(start, end)| *start < place && place < *end)
    }

    /// Takes a line of a column, around its middle. Lines may touch.
    fn take_line(&mut self, middle: i32) -> bool {
        self.take(middle - (LINE - GAP) / 2, middle + (LINE - GAP) / 2)
    }

    /// Where the middle of a label can stand that belongs to `middle` and has to
    /// lie between two ends; `None` where it would touch another.
    fn fit(&mut self, text: &str, middle: i32, ends: (i32, i32)) -> Option<i32> {
        let half = width(text) / 2 + 1;
        let middle = middle.min(ends.1 - half).max(ends.0 + half);
        let fits = !text.is_empty() && middle + half <= ends.1;
        (fits && self.take(middle - half, middle + half)).then_some(middle)
    }
}

impl Drawing {
    fn new(width: i32, height: i32) -> Drawing {
        Drawing { width, height, shapes: Vec::new() }
    }

    fn line(&mut self, class: &'static str, from: Place, to: Place) {
        self.shapes.push(Shape::Line { class, from, to });
    }

    fn rectangle(&mut self, class: &'static str, corner: Place, size: Place) {
        self.shapes.push(Shape::Rectangle { class, corner, size });
    }

    fn circle(&mut self, class: &'static str, centre: Place, radius: i32) {
        self.shapes.push(Shape::Circle { class, centre, radius });
    }

    fn text(&mut self, class: &'static str, at: Place, anchor: Anchor, text: &str) {
        self.shapes.push(Shape::Text { class, at, anchor, text: text.to_owned() });
    }
}
