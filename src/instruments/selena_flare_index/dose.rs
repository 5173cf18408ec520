//! The glucocorticoid at both visits.

use super::{Criterion, DOSE_ABOVE, MILD, RAISED, RISEN, SEVERE};
use crate::instruments::worst::Graded;
use crate::items::{Item, Visits, scale};
use crate::scoring::{Exact, Finding, Mention, PartValue, Role, Verdict};

/// The glucocorticoid at both visits, and whether it was raised for activity.
pub(super) struct Dose {
    entered: Finding,
    /// Whether the doses rise, where they tell.
    rises: Option<bool>,
    /// By how much, where that is known.
    rise: Option<Exact>,
    /// Whether the dose of now lies above the limit per kilogram.
    is_high: Option<bool>,
    per_kilogram: Option<Exact>,
    /// What would tell whether it does.
    open: Vec<Mention>,
}

impl Dose {
    pub(super) fn of(visits: &Visits) -> Dose {
        let dose = |role: Role| visits.of(role).number(Item::Glucocorticoid);
        let any_dose = || scale::GLUCOCORTICOID.anything();
        let now = dose(Role::Current).unwrap_or_else(any_dose);
        let before = dose(Role::Previous).unwrap_or_else(any_dose);
        let weight =
            visits.current.number(Item::Weight).unwrap_or_else(|| scale::WEIGHT.anything());
        let limit = weight.map_rising(|weight| weight * DOSE_ABOVE.limit);
        let rise = now - before;
        let open = [(Item::Glucocorticoid, &now), (Item::Weight, &weight)];
        let open = open.into_iter().filter(|(_, span)| span.known().is_none());
        Dose {
            entered: visits.current.finding(Item::GlucocorticoidIncreasedForActivity),
            rises: RISEN.decides(&rise),
            rise: rise.known(),
            is_high: RISEN.decides(&(now - limit)),
            per_kilogram: match (now.known(), weight.known()) {
                (Some(none), _) if none.is_zero() => Some(none),
                (Some(now), Some(weight)) => Some(now / weight),
                (Some(_) | None, _) => None,
            },
            open: open.map(|(item, _)| Mention::of(Role::Current, item.id())).collect(),
        }
    }

    /// Whether it was raised for activity: as was said, else by the doses.
    fn was_raised(&self) -> Option<bool> {
        self.entered.counts().or(self.rises)
    }

    /// Whether it counts as raised from the doses alone.
    pub(super) fn is_by_number(&self) -> bool {
        self.entered == Finding::NotAssessed && self.rises == Some(true)
    }

    /// Whether the doses say the opposite of what was entered.
    pub(super) fn contradicts(&self) -> bool {
        match self.entered {
            Finding::Present => self.rises == Some(false),
            Finding::Absent => self.rises == Some(true),
            Finding::NotAssessed | Finding::OtherCause => false,
        }
    }

    pub(super) fn increased(&self) -> Criterion {
        let value = match self.entered {
            Finding::NotAssessed => PartValue::known(self.rise),
            entered @ (Finding::Present | Finding::Absent | Finding::OtherCause) => {
                PartValue::State(entered)
            }
        };
        (Verdict::from_known(self.was_raised()), value)
    }

    pub(super) fn high(&self) -> Criterion {
        let verdict = Verdict::from_known(self.was_raised());
        (verdict.and(Verdict::from_known(self.is_high)), PartValue::known(self.per_kilogram))
    }

    pub(super) fn graded(&self) -> Graded {
        let (lowest, highest) = match self.is_high {
            Some(true) => (SEVERE, SEVERE),
            Some(false) => (MILD, MILD),
            None => (MILD, SEVERE),
        };
        let by_limit = self.open.iter().filter(|_| lowest < highest);
        let by_limit = by_limit.map(|mention| (*mention, SEVERE));
        match self.was_raised() {
            Some(false) => Graded::exactly(0),
            Some(true) => Graded { lowest, highest, open: by_limit.collect() },
            None => {
                let open = std::iter::once((RAISED, highest)).chain(by_limit).collect();
                Graded { lowest: 0, highest, open }
            }
        }
    }
}
