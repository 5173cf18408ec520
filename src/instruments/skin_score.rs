//! The modified Rodnan skin score as other instruments read it: a total, or the
//! 17 sites that add up to one.

use super::mrss::HIGHEST_GRADE;
use crate::items::{Counted, Item, Visit};
use crate::scoring::{Bounds, Exact, Mention, PartValue, Role, Span};

/// What is known of the skin score at a visit.
pub(super) struct SkinScore {
    /// The total, or what it can still be. An entered total wins over sites; a
    /// site that nobody scored could have any grade.
    pub bounds: Bounds,
    /// The total, where it is known.
    pub value: PartValue,
    /// The mention of the score, where the sites cannot add up to the total
    /// that was entered.
    pub conflict: Option<Mention>,
}

impl SkinScore {
    /// Reads the score of a visit.
    pub(super) fn of(visit: &Visit, role: Role) -> SkinScore {
        let mut lowest = 0;
        let mut highest = 0;
        for site in Item::SKIN_SITES {
            let grade = visit.count(site);
            lowest += grade.map_or(0, Counted::lowest);
            highest += grade.map_or(HIGHEST_GRADE, Counted::highest);
        }
        let entered = visit.count(Item::Mrss);
        let conflict = entered
            .filter(|total| total.highest() < lowest || total.lowest() > highest)
            .map(|_| Mention::of(role, Item::Mrss.id()));
        let (lowest, highest) =
            entered.map_or((lowest, highest), |total| (total.lowest(), total.highest()));
        let bounds = Bounds::between(Exact::from(lowest), Exact::from(highest));
        let value = PartValue::known(bounds.known());
        SkinScore { bounds, value, conflict }
    }

    /// The total, to be held against a cut-off.
    pub(super) fn span(&self) -> Span {
        match self.bounds.known() {
            Some(total) => Span::exactly(total),
            None => Span::of_scale(self.bounds.lowest(), self.bounds.highest()),
        }
    }
}
