//! The SELENA-SLEDAI total at both visits.

use super::{Criterion, MILD, SEVERE, TOTAL_ABOVE, TOTAL_UP};
use crate::instruments::sledai::Tally;
use crate::instruments::worst::Graded;
use crate::scoring::{Exact, Mention, PartValue, Verdict};

/// The total at both visits.
pub(super) struct TotalChange<'a> {
    pub before: &'a Tally,
    pub now: &'a Tally,
}

impl TotalChange<'_> {
    pub(super) fn above(&self) -> Criterion {
        let verdict = self.over(|before, now| level_of_totals(before, now) == SEVERE);
        (verdict, PartValue::known(self.now.total.known()))
    }

    pub(super) fn up(&self) -> Criterion {
        let verdict = self.over(|before, now| TOTAL_UP.holds(difference(before, now)));
        (verdict, PartValue::known((self.now.total - self.before.total).known()))
    }

    /// Whether a test holds of all totals that are possible, or of none.
    fn over(&self, test: impl Fn(u32, u32) -> bool) -> Verdict {
        let (earlier, later) = (self.before.undecided.totals(), self.now.undecided.totals());
        let holds =
            |wanted: bool| earlier.any(|before| later.any(|now| test(before, now) == wanted));
        match (holds(true), holds(false)) {
            (true, true) => Verdict::Undetermined,
            (holds, _) => Verdict::from_known(Some(holds)),
        }
    }

    pub(super) fn graded(&self) -> Graded {
        let (before, now) = (&self.before.undecided, &self.now.undecided);
        let (earlier, later) = (before.totals(), now.totals());
        let levels = earlier
            .iter()
            .flat_map(|before| later.iter().map(move |now| level_of_totals(before, now)));
        // A higher total now leads to a level, a higher one before away from it.
        let leads_to = |level: u32| {
            let now = now.decisive(|without, with| {
                earlier.any(|before| {
                    level_of_totals(before, with) == level
                        && level_of_totals(before, without) != level
                })
            });
            let before = before.decisive(|without, with| {
                later.any(|now| {
                    level_of_totals(without, now) == level && level_of_totals(with, now) != level
                })
            });
            now.into_iter().chain(before).map(move |mention| (mention, level))
        };
        let mut open: Vec<(Mention, u32)> = Vec::new();
        for (mention, level) in leads_to(SEVERE).chain(leads_to(MILD)) {
            if !open.iter().any(|(known, _)| *known == mention) {
                open.push((mention, level));
            }
        }
        Graded {
            lowest: levels.clone().min().unwrap_or_default(),
            highest: levels.max().unwrap_or_default(),
            open,
        }
    }
}

fn difference(before: u32, now: u32) -> Exact {
    Exact::from(now) - Exact::from(before)
}

/// The level that two totals lead to.
fn level_of_totals(before: u32, now: u32) -> u32 {
    if now > before && TOTAL_ABOVE.holds(Exact::from(now)) {
        SEVERE
    } else if TOTAL_UP.holds(difference(before, now)) {
        MILD
    } else {
        0
    }
}
