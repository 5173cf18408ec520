//! Drawings on the page.

use super::element::{Element, element, svg};
use super::language;
use crate::report::drawing::{self, ChartInput, ChartWidth, Drawing, LanesInput, Shape, Yardstick};
use crate::scoring::Bounds;

/// A score on its scale. What it shows is said by `label`.
pub fn scale(yardstick: &Yardstick, score: Bounds, label: &str) -> Element {
    drawn(&drawing::scale(yardstick, score, language()), "rs-draw rs-draw--narrow", label)
}

/// Scores and verdicts over time. What it shows is said by `label`; the style
/// sheet shows one of the two, by the room there is.
pub fn chart(input: &ChartInput, label: &str) -> Element {
    let narrow = drawing::chart(input, ChartWidth::Narrow, language());
    let wide = drawing::chart(input, ChartWidth::Wide, language());
    in_its_room(&narrow, &wide, label)
}

/// One of two drawings, by the room there is.
fn in_its_room(narrow: &Drawing, wide: &Drawing, label: &str) -> Element {
    element("div")
        .class("rs-chart")
        .child(drawn(narrow, "rs-draw rs-draw--narrow", label))
        .child(drawn(wide, "rs-draw rs-draw--wide", label))
}

/// What went on around an infusion, in lanes.
pub fn lanes(input: &LanesInput, label: &str) -> Element {
    let narrow = drawing::lanes(input, ChartWidth::Narrow, language());
    let wide = drawing::lanes(input, ChartWidth::Wide, language());
    in_its_room(&narrow, &wide, label)
}

/// A drawing as one picture with a name.
fn drawn(drawing: &Drawing, class: &str, label: &str) -> Element {
    svg("svg")
        .class(class)
        .attribute("viewBox", &format!("0 0 {} {}", drawing.width, drawing.height))
        .attribute("role", "img")
        .attribute("aria-label", label)
        .children(drawing.shapes.iter().map(shape))
}

fn shape(shape: &Shape) -> Element {
    let (tag, class, numbers) = shape.element();
    let drawn = svg(tag).class(class);
    let drawn = numbers
        .into_iter()
        .fold(drawn, |drawn, (name, number)| drawn.attribute(name, &number.to_string()));
    match shape {
        Shape::Text { anchor, text, .. } => {
            drawn.attribute("text-anchor", anchor.word()).child(text.as_str())
        }
        Shape::Line { .. } | Shape::Rectangle { .. } | Shape::Circle { .. } => drawn,
    }
}
