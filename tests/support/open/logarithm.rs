//! The values behind the logarithms of SLE-DAS.

use rheumscore::items::Item;
use rheumscore::scoring::{Exact, Finding, Mention, Role};

use super::super::story::{Story, plain};
use super::{Answers, Open};

/// So near to a cut-off that a millionth of a point does not show it.
pub fn next_to_nothing() -> Exact {
    Exact::millionths(1) * Exact::millionths(1)
}

/// A finding whose points are a logarithm: the value that settles it, where it
/// begins to count, and from the end at which it counts most.
struct Term {
    finding: Item,
    by: Item,
    cut_off: Exact,
    most: Exact,
}

const TERMS: [Term; 3] = [
    Term {
        finding: Item::Proteinuria,
        by: Item::UrineProtein24h,
        cut_off: Exact::ratio(1, 2),
        most: Exact::integer(100),
    },
    Term {
        finding: Item::Thrombocytopenia,
        by: Item::Platelets,
        cut_off: Exact::integer(100),
        most: Exact::ZERO,
    },
    Term {
        finding: Item::Leukopenia,
        by: Item::Wbc,
        cut_off: Exact::integer(3),
        most: Exact::ZERO,
    },
];

/// Whether a finding stands for a logarithm in a story.
pub fn is_logarithm(story: &Story, item: Item) -> bool {
    story.id() == "sle-das" && TERMS.iter().any(|term| term.finding == item)
}

/// A finding that was left open, or was seen and not measured: how much it
/// counts is open.
pub fn open_logarithm(story: &Story, finding: Item) -> Option<Open> {
    let term = TERMS.iter().find(|term| term.finding == finding)?;
    let visit = &story.visits.current;
    if finding.measured_by().iter().any(|by| visit.answer(*by).is_some()) {
        return None;
    }
    let step = if term.most > term.cut_off { next_to_nothing() } else { -next_to_nothing() };
    let mut values = vec![term.most, term.cut_off + step];
    match visit.finding(finding) {
        Finding::Absent | Finding::OtherCause => return None,
        Finding::Present => {}
        Finding::NotAssessed => values.push(term.cut_off),
    }
    let settled_by: Vec<Answers> =
        values.into_iter().map(|value| vec![(Role::Current, term.by, plain(value))]).collect();
    Some(Open { mention: Mention::of(Role::Current, finding.id()), settled_by })
}
