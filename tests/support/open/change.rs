//! What has changed in lupus since the visit before.

use rheumscore::instruments::{Choices, Instrument, sledai};
use rheumscore::items::{Answer, Item, Visits, scale};
use rheumscore::scoring::{Exact, Outcome, Role};

use super::super::story::{Story, around, plain};

/// Whether something is new since the visit before, descriptor by descriptor as
/// SLEDAI-2K reads either visit; `None` while that is open.
pub fn something_is_new(story: &Story) -> Option<bool> {
    let [now, before] = [Role::Current, Role::Previous].map(|role| {
        let visits = Visits { current: story.visits.of(role).clone(), ..Visits::BLANK };
        sledai::SLEDAI_2K.judge(&Choices::default(), &visits).parts
    });
    let is_there = |outcome| match outcome {
        Outcome::Points(points) => points.known().map(|points| !points.is_zero()),
        Outcome::Criterion(_) => None,
    };
    let new: Vec<Option<bool>> = now
        .iter()
        .zip(&before)
        .filter(|(now, _)| sledai::CLINICAL.iter().any(|item| item.id() == now.id))
        .map(|(now, before)| match (is_there(now.outcome), is_there(before.outcome)) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        })
        .collect();
    match new.contains(&Some(true)) {
        true => Some(true),
        false => (!new.contains(&None)).then_some(false),
    }
}

/// Whether the doses of two visits rise, wherever they lie; `None` where that is
/// open.
pub fn raised_by_doses(story: &Story) -> Option<bool> {
    let [now, before] = [Role::Current, Role::Previous].map(|role| {
        let dose = story.visits.of(role).number(Item::Glucocorticoid);
        dose.unwrap_or(scale::GLUCOCORTICOID.anything()).attained(Exact::ratio(1, 10_000_000))
    });
    let rises: Vec<bool> =
        now.iter().flat_map(|now| before.iter().map(move |before| now > before)).collect();
    rises.iter().all(|it| *it == rises[0]).then_some(rises[0])
}

/// The value of an item, where it is known.
fn known(story: &Story, role: Role, item: Item) -> Option<Exact> {
    story.visits.of(role).number(item)?.known()
}

/// Global assessments at the cut-offs and at the changes that rules tell apart.
pub fn global_assessments(story: &Story, role: Role) -> Vec<Answer> {
    let (cut, earlier, changes): (_, _, &[Exact]) = match story.id() {
        "lldas" => (Exact::integer(1), Role::Current, &[]),
        "selena-flare-index" => {
            (Exact::ratio(5, 2), Role::Previous, &[Exact::ZERO, Exact::integer(1)])
        }
        "sri" => (Exact::ZERO, Role::Baseline, &[Exact::ratio(3, 10)]),
        _ => (Exact::ratio(1, 2), Role::Current, &[]),
    };
    let other = if role == Role::Current { earlier } else { Role::Current };
    let near = known(story, other, Item::Pga).into_iter().flat_map(|value| {
        changes.iter().flat_map(move |change| [value + *change, value - *change])
    });
    around(&scale::PGA, near.chain([cut])).map(plain).collect()
}

/// Doses at the cut-offs of rules.
pub fn doses(story: &Story) -> Vec<Answer> {
    let cuts: Vec<Exact> = match story.id() {
        "selena-flare-index" => match known(story, Role::Current, Item::Weight) {
            Some(weight) => vec![weight * Exact::ratio(1, 2)],
            // Of the lightest, and of the heaviest.
            None => vec![Exact::integer(10), Exact::integer(150)],
        },
        "lldas" => vec![Exact::ratio(15, 2)],
        "doris-2017" => vec![Exact::ZERO, Exact::integer(5)],
        _ => vec![Exact::integer(5)],
    };
    around(&scale::GLUCOCORTICOID, cuts).map(plain).collect()
}

/// Weights at which a dose comes to half a milligram for each kilogram.
pub fn weights(story: &Story) -> Vec<Answer> {
    let dose = known(story, Role::Current, Item::Glucocorticoid);
    around(&scale::WEIGHT, dose.map(|dose| dose * Exact::integer(2))).map(plain).collect()
}
