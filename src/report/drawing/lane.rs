//! The signs of verdicts, in a row of their own each.

use super::{Anchor, Drawing};
use crate::scoring::Verdict;
use crate::text::Language;

/// What the rows stand for, from the top down.
const ROWS: [Verdict; 3] = [Verdict::Met, Verdict::Undetermined, Verdict::NotMet];
/// From the middle of a row to the next.
const ROW: i32 = 16;
/// How high the rows are.
pub(super) const HEIGHT: i32 = 3 * ROW;
/// Signs of one row that would be nearer than this are but strokes: the row
/// says which verdict they are.
const APART: u32 = 10;

/// A sign that stands for a criterion that is met.
const MET: &str = "rs-draw__met";
/// What is drawn upon it.
const UPON: &str = "rs-draw__upon";
/// A sign that stands for another verdict.
const SIGN: &str = "rs-draw__sign";

/// The names of the rows, each with the middle of its row.
pub(super) fn names(top: i32, language: &dyn Language) -> [(i32, &'static str); 3] {
    ROWS.map(|verdict| {
        let name = match verdict {
            Verdict::Met | Verdict::NotMet => language.verdict(verdict),
            Verdict::Undetermined => language.page().open,
        };
        (middle(top, verdict), name)
    })
}

/// The middle of a row.
fn middle(top: i32, verdict: Verdict) -> i32 {
    let row = match verdict {
        Verdict::Met => 0,
        Verdict::Undetermined => 1,
        Verdict::NotMet => 2,
    };
    top + ROW * row + ROW / 2
}

/// Draws the rows between two places, and a sign for each verdict.
pub(super) fn lane(
    drawing: &mut Drawing,
    top: i32,
    (from, to): (i32, i32),
    verdicts: impl Iterator<Item = (i32, Verdict)> + Clone,
) {
    for row in ROWS {
        let middle = middle(top, row);
        drawing.line("rs-draw__grid", (from, middle), (to, middle));
        let own = verdicts.clone().filter(|(_, verdict)| *verdict == row);
        let mut places = own.map(|(place, _)| place).peekable();
        let mut before = None;
        while let Some(place) = places.next() {
            let mut beside = before.into_iter().chain(places.peek().copied());
            if beside.all(|other| place.abs_diff(other) >= APART) {
                sign(drawing, (place, middle), row);
            } else {
                drawing.line(SIGN, (place, middle - 4), (place, middle + 4));
            }
            before = Some(place);
        }
    }
}

/// A tick in a disc, a cross, or a question mark in a ring.
fn sign(drawing: &mut Drawing, (x, y): (i32, i32), verdict: Verdict) {
    match verdict {
        Verdict::Met => {
            drawing.circle(MET, (x, y), 6);
            drawing.line(UPON, (x - 3, y), (x - 1, y + 3));
            drawing.line(UPON, (x - 1, y + 3), (x + 3, y - 3));
        }
        Verdict::NotMet => {
            drawing.line(SIGN, (x - 4, y - 4), (x + 4, y + 4));
            drawing.line(SIGN, (x - 4, y + 4), (x + 4, y - 4));
        }
        Verdict::Undetermined => {
            drawing.circle(SIGN, (x, y), 6);
            drawing.text(SIGN, (x, y + 3), Anchor::Middle, "?");
        }
    }
}
