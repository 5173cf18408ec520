//! The categories of the disability index with their aids, and the index they
//! come to.
//!
//! The grades are those of the visit, and the index is that of the instrument
//! that reads them: this is another view of both, and holds no copy.
//!
//! The index is entered as it is, and never rounded. Of eight categories, it is
//! always a number that can be written; of six or seven it often has no end as a
//! decimal. Such a number is not offered: rounded by us, 5/7 that fell to 4/7
//! would be no longer the improvement by a fifth that it is, and studies differ
//! in how they round.

pub use crate::instruments::HAQ_CATEGORIES as CATEGORIES;

use crate::instruments::{Choices, Combination, find};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{Bounds, Exact, Mention, Outcome, Part, PartValue, decimal};

/// The instrument that takes their mean.
pub const INSTRUMENT: &str = "haq-di";

/// All answers, in the order of the dictionary.
pub const ANSWERS: [Item; 16] = [
    Item::HaqDressing,
    Item::HaqDressingAid,
    Item::HaqArising,
    Item::HaqArisingAid,
    Item::HaqEating,
    Item::HaqEatingAid,
    Item::HaqWalking,
    Item::HaqWalkingAid,
    Item::HaqHygiene,
    Item::HaqHygieneAid,
    Item::HaqReach,
    Item::HaqReachAid,
    Item::HaqGrip,
    Item::HaqGripAid,
    Item::HaqActivities,
    Item::HaqActivitiesAid,
];

/// What the categories of a visit come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionIndex {
    /// The mean, or what it can still be. Before enough are graded, of all.
    pub mean: Bounds,
    /// How many categories have a grade.
    pub graded: usize,
    /// How many are enough.
    pub enough: usize,
    /// What those with a grade wait for.
    pub open: Vec<Mention>,
    /// What each category counts for, where an aid lifts it.
    pub lifted: [Option<Exact>; 8],
}

impl FunctionIndex {
    /// The index, where enough is graded and nothing is open.
    #[must_use]
    pub fn known(&self) -> Option<Exact> {
        self.mean.known().filter(|_| self.graded >= self.enough)
    }

    /// The index as it is typed into the visit: exactly, or not at all.
    #[must_use]
    pub fn as_typed(&self) -> Option<String> {
        let index = self.known()?;
        let typed = decimal(index, PLACES, '.');
        Exact::parse(&typed).is_ok_and(|read| read == index).then_some(typed)
    }
}

/// How many decimals a number of the contract has at most.
const PLACES: u32 = 6;

/// The index of a visit.
#[must_use]
pub fn index(visit: &Visit) -> Option<FunctionIndex> {
    let instrument = find(INSTRUMENT)?;
    let Combination::Mean { of_at_least: enough } = instrument.definition().combination else {
        return None;
    };
    let visits = Visits { current: visit.clone(), ..Visits::BLANK };
    let judgement = instrument.judge(&Choices::default(), &visits);
    let graded = judgement.parts.iter().filter(|part| part.value != PartValue::Open).count();
    let mut parts = judgement.parts.iter();
    let has_grade = |mention: &Mention| {
        let category = CATEGORIES.iter().find(|(_, aid)| aid.id() == mention.id);
        category.is_some_and(|(grade, _)| visit.count(*grade).is_some())
    };
    Some(FunctionIndex {
        mean: judgement.score?,
        graded,
        enough,
        open: judgement.missing.iter().copied().filter(has_grade).collect(),
        lifted: CATEGORIES.map(|_| parts.next().and_then(lifted)),
    })
}

/// What a category counts for, where that is more than its grade.
fn lifted(part: &Part) -> Option<Exact> {
    match (part.outcome, part.value) {
        (Outcome::Points(points), PartValue::Number(grade)) => {
            points.known().filter(|counted| *counted > grade)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Answer;
    use crate::scoring::Finding;

    /// A visit of these grades, and of aids that are not needed.
    fn graded(grades: &[u32]) -> Visit {
        let categories = CATEGORIES.iter().zip(grades);
        categories
            .flat_map(|((grade, aid), number)| {
                let aid = (*aid, Answer::Finding(Finding::Absent));
                [(*grade, Answer::Count((*number).into())), aid]
            })
            .collect()
    }

    fn index_of(visit: &Visit) -> FunctionIndex {
        index(visit).expect("an index")
    }

    #[test]
    fn the_categories_are_those_of_the_instrument() {
        let rows = find(INSTRUMENT).expect("an instrument").definition().rows;
        let ids: Vec<&str> = CATEGORIES.iter().map(|(grade, _)| grade.id()).collect();
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
        let answers: Vec<Item> =
            CATEGORIES.iter().flat_map(|(one, other)| [*one, *other]).collect();
        assert_eq!(answers, ANSWERS);
        for (grade, aid) in CATEGORIES {
            assert_eq!(aid.id(), format!("{}_aid", grade.id()));
        }
    }

    #[test]
    fn six_of_eight_are_enough_and_fewer_are_none() {
        for count in 0..=8 {
            let index = index_of(&graded(&vec![1; count]));
            assert_eq!((index.graded, index.enough), (count, 6));
            assert_eq!(index.known(), (count >= 6).then_some(Exact::integer(1)), "{count}");
        }
    }

    #[test]
    fn every_eighth_is_entered_exactly() {
        for sum in 0..=24_u32 {
            let grades: Vec<u32> = (0..8).map(|at| sum.saturating_sub(3 * at).min(3)).collect();
            let typed = index_of(&graded(&grades)).as_typed().expect("a number");
            assert_eq!(Exact::parse(&typed), Ok(Exact::from(sum) / Exact::integer(8)), "{typed}");
        }
        assert_eq!(
            index_of(&graded(&[1, 0, 0, 0, 0, 0, 0, 0])).as_typed().as_deref(),
            Some("0.125")
        );
        assert_eq!(index_of(&graded(&[3; 8])).as_typed().as_deref(), Some("3"));
    }

    #[test]
    fn a_mean_without_an_end_is_known_and_not_entered() {
        let sevenths = index_of(&graded(&[1, 1, 1, 1, 1, 0, 0]));
        assert_eq!(sevenths.known(), Some(Exact::ratio(5, 7)));
        assert_eq!(sevenths.as_typed(), None);
        let half = index_of(&graded(&[1, 1, 1, 0, 0, 0]));
        assert_eq!(half.as_typed().as_deref(), Some("0.5"));
    }

    /// Why such a mean is not rounded: 5/7 that falls to 4/7 improves by exactly
    /// a fifth, and by less than that once both are written with six decimals.
    #[test]
    fn six_decimals_would_decide_an_improvement_by_a_fifth() {
        let improves = |before: Exact, now: Exact| now <= before * Exact::ratio(4, 5);
        let parse = |text: &str| Exact::parse(text).expect("a number");
        assert!(improves(Exact::ratio(5, 7), Exact::ratio(4, 7)));
        assert!(!improves(parse("0.714286"), parse("0.571429")));
    }

    #[test]
    fn an_aid_lifts_its_category_and_an_open_one_leaves_it_open() {
        let mut answers: Vec<(Item, Answer)> =
            graded(&[1, 2, 0, 3, 0, 0, 0, 0]).answers().collect();
        let mut answer = |item: Item, finding| {
            answers.retain(|(other, _)| *other != item);
            answers.push((item, Answer::Finding(finding)));
            index_of(&answers.iter().copied().collect::<Visit>())
        };
        let lifted = answer(Item::HaqDressingAid, Finding::Present);
        assert_eq!(lifted.known(), Some(Exact::ratio(7, 8)));
        assert_eq!(lifted.lifted[0], Some(Exact::integer(2)));
        assert_eq!(lifted.lifted[1..], [None; 7]);
        let open = answer(Item::HaqEatingAid, Finding::NotAssessed);
        assert_eq!(open.known(), None);
        assert_eq!(
            (open.mean.lowest(), open.mean.highest()),
            (Exact::ratio(7, 8), Exact::ratio(9, 8))
        );
        assert_eq!(open.open.iter().map(|it| it.id).collect::<Vec<_>>(), ["haq_eating_aid"]);
    }
}
