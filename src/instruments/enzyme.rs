//! Which muscle enzyme is compared between two visits.

use crate::items::{Item, Measured, Visit};
use crate::scoring::{Exact, Mention, Role, Span, Threshold};

/// The enzymes, the first listed of equals before the others.
pub(super) const ENZYMES: [Item; 5] = [Item::Ck, Item::Aldolase, Item::Ldh, Item::Ast, Item::Alt];

/// A multiple of the upper limit beyond anything a laboratory prints: it stands
/// for "could be any".
pub(super) const ANY_MULTIPLE: Exact = Exact::integer(2_000_000_000_000);

/// The enzyme that is compared.
pub(super) struct Enzyme {
    /// Those that it can be: the one that was chosen; several where only bounds
    /// of their values are known; none where none was measured at baseline to
    /// choose from.
    pub candidates: Vec<Candidate>,
    /// Where the most abnormal was chosen among fewer than all: those that were
    /// not measured.
    pub not_compared: Vec<Mention>,
}

/// An enzyme that can be the one that is compared.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The enzyme.
    pub item: Item,
    /// Its multiple at baseline where it is the one; `None` where nobody
    /// measured it.
    pub baseline: Option<Span>,
}

impl Enzyme {
    /// The enzyme that the reader chose, else the one with the highest multiple
    /// of its own limit at baseline, the first listed of equals.
    pub(super) fn choose(named: Option<Item>, baseline: &Visit) -> Enzyme {
        let candidate = |item| {
            let baseline = baseline.measured(item).and_then(Measured::multiple);
            Candidate { item, baseline }
        };
        if let Some(named) = named {
            return Enzyme { candidates: vec![candidate(named)], not_compared: Vec::new() };
        }
        let all = ENZYMES.map(candidate);
        // One of them is at least as high as this: most others are out at once.
        let certain = all.iter().filter_map(|it| Some(it.baseline?.lowest())).max();
        let possible = |(place, candidate): (usize, &Candidate)| {
            let mut baseline = candidate.baseline.filter(|it| Some(it.highest()) >= certain)?;
            for (other_place, other) in all.iter().enumerate() {
                if let (true, Some(other)) = (other_place != place, &other.baseline) {
                    baseline = at_least_as_abnormal(baseline, other, other_place < place)?;
                }
            }
            Some(Candidate { baseline: Some(baseline), ..*candidate })
        };
        let candidates: Vec<Candidate> = all.iter().enumerate().filter_map(possible).collect();
        let unmeasured = all.iter().filter(|it| it.baseline.is_none() && !candidates.is_empty());
        let not_compared = unmeasured.map(|it| Mention::of(Role::Baseline, it.item.id())).collect();
        Enzyme { candidates, not_compared }
    }

    /// The enzyme, where there is no doubt about it.
    pub(super) fn chosen(&self) -> Option<Candidate> {
        match self.candidates.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// The multiples of an enzyme at which it can be chosen before another one:
/// those that are as high, or higher where the other is listed first.
fn at_least_as_abnormal(multiple: Span, other: &Span, other_is_first: bool) -> Option<Span> {
    let lowest = other.lowest();
    let reaches_lowest = Threshold::above(lowest).decides(other) != Some(true);
    multiple.narrowed(if other_is_first || !reaches_lowest {
        Threshold::above(lowest)
    } else {
        Threshold::at_least(lowest)
    })
}
