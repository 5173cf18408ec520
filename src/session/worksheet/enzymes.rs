//! The muscle enzymes of a visit, the most abnormal first.
//!
//! Each is read as a multiple of the upper limit of its own laboratory, the
//! rule by which the myositis response chooses one at baseline. The papers
//! define no rule; that one is this project's choice and stands with the
//! instrument.

use std::cmp::Reverse;

use crate::items::{Item, Measured, Visit};
use crate::scoring::Exact;

/// The enzymes, in the order of the dictionary, which breaks ties.
pub const ENZYMES: [Item; 5] = [Item::Ck, Item::Aldolase, Item::Ldh, Item::Ast, Item::Alt];

/// An enzyme in its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The enzyme.
    pub item: Item,
    /// Its value in multiples of its upper limit; `None` where value or limit
    /// is not known, or the value is only bounded.
    pub multiple: Option<Exact>,
}

/// The enzymes of a visit, the highest multiple first. Equals keep the order of
/// the dictionary; those that were not measured come last.
#[must_use]
pub fn ranking(visit: &Visit) -> [Ranked; 5] {
    let mut ranking = ENZYMES.map(|item| Ranked { item, multiple: multiple(visit, item) });
    ranking.sort_by_key(|ranked| Reverse(ranked.multiple));
    ranking
}

/// The enzyme that is taken where the choice is left to the rule; `None` where
/// none was measured, or one is only bounded.
#[must_use]
pub fn taken(visit: &Visit) -> Option<Item> {
    let is_bounded = |item| visit.number(item).is_some_and(|value| value.known().is_none());
    if ENZYMES.into_iter().any(is_bounded) {
        return None;
    }
    let [first, ..] = ranking(visit);
    first.multiple.map(|_| first.item)
}

/// An enzyme as a multiple of the upper limit of its laboratory.
fn multiple(visit: &Visit, enzyme: Item) -> Option<Exact> {
    let Measured { value, limit } = visit.measured(enzyme)?;
    Some(value.known()? / (*limit)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::{Choices, find};
    use crate::items::{Answer, Visits};

    /// A visit with values and limits.
    fn visit(measured: &[(Item, i64, i64)]) -> Visit {
        measured
            .iter()
            .map(|(item, value, limit)| {
                let (value, limit) = (Exact::integer(*value), Some(Exact::integer(*limit)));
                (*item, Answer::Measured(Measured { limit, ..value.into() }))
            })
            .collect()
    }

    fn order(visit: &Visit) -> [&'static str; 5] {
        ranking(visit).map(|ranked| ranked.item.id())
    }

    #[test]
    fn the_highest_multiple_comes_first_and_the_unmeasured_last() {
        let visit = visit(&[(Item::Ck, 400, 200), (Item::Ldh, 750, 250), (Item::Alt, 20, 40)]);
        assert_eq!(order(&visit), ["ldh", "ck", "alt", "aldolase", "ast"]);
        let multiples = ranking(&visit).map(|ranked| ranked.multiple);
        let expected = [Some(Exact::integer(3)), Some(Exact::integer(2)), Some(Exact::ratio(1, 2))];
        assert_eq!(multiples[..3], expected);
        assert_eq!(multiples[3..], [None, None]);
    }

    #[test]
    fn equals_keep_the_order_of_the_dictionary() {
        let equal = ENZYMES.map(|item| (item, 90, 45));
        assert_eq!(order(&visit(&equal)), ENZYMES.map(Item::id));
        let from_behind = [(Item::Alt, 90, 45), (Item::Ast, 80, 40)];
        assert_eq!(order(&visit(&from_behind)), ["ast", "alt", "ck", "aldolase", "ldh"]);
    }

    #[test]
    fn a_measured_zero_comes_before_what_was_not_measured() {
        assert_eq!(order(&visit(&[(Item::Alt, 0, 40)]))[0], "alt");
    }

    #[test]
    fn the_order_of_ties_is_that_of_the_dictionary() {
        assert!(ENZYMES.is_sorted());
    }

    /// Every combination of five enzymes at four states each.
    #[test]
    fn the_instrument_takes_the_same_enzyme() {
        let instrument = find("acr-eular-myositis-2016").expect("an instrument");
        for combination in 0_u32..4_u32.pow(5) {
            let state = |place: u32| combination / 4_u32.pow(place) % 4;
            let measured: Vec<_> = (0..)
                .zip(ENZYMES)
                .filter_map(|(place, item)| match state(place) {
                    0 => None,
                    multiple => Some((item, 40 * i64::from(multiple), 40)),
                })
                .collect();
            let baseline = visit(&measured);
            let taken = taken(&baseline).map(Item::id);
            let visits = Visits { baseline, ..Visits::BLANK };
            let judgement = instrument.judge(&Choices::default(), &visits);
            let chosen = judgement.parts.iter().find_map(|part| part.chosen);
            assert_eq!(chosen, Some(taken), "{measured:?}");
        }
    }
}
