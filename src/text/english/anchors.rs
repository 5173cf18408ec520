//! The marks on lines that are judged by eye.
//!
//! Of the physician global assessment, the ends of the line and the bands that
//! end at its inner marks were read in the abstract of the paper on its
//! standard; the same four names stand in copies of the SELENA form.

use crate::items::Item;
use crate::scoring::Evidence;
use crate::text::AnchorText;

/// The physician global assessment of lupus. It is a line, not four boxes: any
/// value between two marks is an answer.
const PGA: [AnchorText; 4] = [
    pga(0, "None", "No lupus activity."),
    pga(1, "Mild", "As active as mild lupus gets."),
    pga(2, "Moderate", "As active as moderate lupus gets."),
    pga(3, "Severe", "The most severe lupus activity imaginable."),
];

const fn pga(at: u32, label: &'static str, explains: &'static str) -> AnchorText {
    AnchorText { at, label, explains, evidence: Evidence::Primary }
}

/// The marks of an item.
pub(super) fn of(item: Item) -> &'static [AnchorText] {
    if item == Item::Pga { &PGA } else { &[] }
}
