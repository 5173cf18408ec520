//! Laws over every text: nothing is without words, no two items share a label,
//! and no number stands here that a table would contradict.

mod about;
mod anchors;
mod instruments;
mod items;
mod options;
mod plausible;
mod problem;
mod sentences;

use super::{ENGLISH, Language};
use crate::scoring::{Exact, decimal};

/// A number as a person reads it.
pub(super) fn shown(value: Exact) -> String {
    decimal(value, 6, '.')
}

/// The numbers of a text.
pub(super) fn numbers(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .map(|number| number.trim_matches('.'))
        .filter(|number| !number.is_empty())
        .collect()
}
