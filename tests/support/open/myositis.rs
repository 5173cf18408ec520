//! What is open in myositis: enzymes, measures of two visits, function.

use rheumscore::items::{Answer, Item, Measured};
use rheumscore::scoring::{Exact, Mention, Role, Span};

use super::super::made::seen;
use super::super::story::{Story, plain};
use super::{Open, counts};

/// The maximum of the strength scale in use.
pub fn strength_maximum(story: &Story) -> i64 {
    match story.chosen("strength_scale") {
        Some("mmt8_unilateral") => 80,
        Some("mmt24") => 260,
        // Compared with itself, a strength is one on any scale.
        _ if story.id() == "imacs-improvement" => 260,
        Some("cmas") => 52,
        _ => 150,
    }
}

/// The enzyme that is compared, where a visit lacks it; which of them, where
/// none was measured at baseline to choose from.
pub fn open_enzyme(story: &Story, role: Role, item: Item) -> Option<Open> {
    let measured = |value, limit| {
        Answer::Measured(Measured { value: Span::exactly(value), limit: Some(limit) })
    };
    let at = |multiple: Exact| measured(multiple, Exact::integer(1));
    if let Some(chosen) = compared_enzyme(story) {
        let other = if role == Role::Baseline { Role::Current } else { Role::Baseline };
        let multiple =
            story.visits.of(other).measured(chosen).and_then(|it| it.multiple()?.known());
        let ends = [Exact::ZERO, Exact::integer(1_000)];
        let is_relative = story.id() == "imacs-improvement";
        let near = multiple.into_iter().flat_map(|multiple| {
            if is_relative {
                return of_other_visit(multiple, role).collect::<Vec<Exact>>();
            }
            let range = match chosen {
                Item::Ck => 15,
                Item::Aldolase => 6,
                _ => 3,
            };
            let levels = levels(range).map(|change| {
                if role == Role::Baseline { multiple + change } else { multiple - change }
            });
            levels.collect()
        });
        let multiples = ends.into_iter().chain(near).filter(|multiple| *multiple >= Exact::ZERO);
        return (item == chosen).then(|| Open::item(role, item, multiples.map(at)));
    }
    if story.id() == "imacs-improvement" {
        return (role == Role::Baseline && item == Item::Ck).then(|| any_course(story));
    }
    // One of the five stands for all of them.
    (role == Role::Baseline && item == Item::Ck).then(|| Open {
        mention: Mention::of(role, "enzyme"),
        settled_by: [0, 1, 2, 3, 5, 900]
            .map(|multiple| {
                let now = story.visits.current.answer(item).unwrap_or(at(Exact::ZERO));
                vec![(role, item, at(Exact::integer(multiple))), (Role::Current, item, now)]
            })
            .into(),
    })
}

/// An enzyme that goes any way from a baseline at which none was measured: one
/// that is not 0 today, from which it could not have risen.
fn any_course(story: &Story) -> Open {
    let now = |item: &Item| story.visits.current.measured(*item)?.multiple()?.known();
    let enzymes = [Item::Ck, Item::Aldolase, Item::Ldh, Item::Ast, Item::Alt];
    let can_rise = |item: &Item| now(item) != Some(Exact::ZERO);
    let item = enzymes.into_iter().find(can_rise).unwrap_or(Item::Ck);
    let multiple = now(&item).unwrap_or(Exact::integer(1));
    let at = |multiple| {
        let one = Some(Exact::integer(1));
        Answer::Measured(Measured { value: Span::exactly(multiple), limit: one })
    };
    Open {
        mention: Mention::of(Role::Baseline, "enzyme"),
        settled_by: [(2, 1), (1, 1), (1, 2)]
            .map(|(times, of)| {
                let before = at(multiple * Exact::ratio(times, of));
                vec![(Role::Baseline, item, before), (Role::Current, item, at(multiple))]
            })
            .into(),
    }
}

/// The enzyme that the reader named, or the most abnormal one at baseline.
fn compared_enzyme(story: &Story) -> Option<Item> {
    match story.chosen("enzyme")? {
        "auto" => {
            let multiple = |item: &Item| story.visits.baseline.measured(*item)?.multiple()?.known();
            let enzymes = [Item::Alt, Item::Ast, Item::Ldh, Item::Aldolase, Item::Ck];
            enzymes.into_iter().filter(|item| multiple(item).is_some()).max_by_key(multiple)
        }
        named => Item::from_id(named),
    }
}

/// Values of a core set measure that reach each level, seen from the other
/// visit: the ends of the range where that is blank too.
pub fn from_other_visit(story: &Story, role: Role, item: Item, range: i64) -> Vec<Answer> {
    let other = if role == Role::Baseline { Role::Current } else { Role::Baseline };
    let (lowest, highest) = (Exact::ZERO, Exact::integer(range));
    let seen = story.visits.of(other).measured(item).and_then(|measured| measured.value.known());
    let is_relative = story.id() == "imacs-improvement";
    let near = seen.into_iter().flat_map(|value| match is_relative {
        true => of_other_visit(value, role).collect::<Vec<Exact>>(),
        false => levels(range).flat_map(|change| [value + change, value - change]).collect(),
    });
    [lowest, highest]
        .into_iter()
        .chain(near)
        .filter(|value| lowest <= *value && *value <= highest)
        .map(plain)
        .collect()
}

/// What a value has become of one of the other visit where the definition of
/// IMACS calls that better or worse.
pub fn shares() -> [Exact; 4] {
    [(3, 4), (4, 5), (6, 5), (5, 4)].map(|(part, of)| Exact::ratio(part, of))
}

/// Values to both sides of each share of one at the other visit.
fn of_other_visit(value: Exact, role: Role) -> impl Iterator<Item = Exact> {
    let least = Exact::millionths(1);
    shares().into_iter().flat_map(move |share| {
        let edge = if role == Role::Baseline { value / share } else { value * share };
        [edge - least, edge, edge + least]
    })
}

/// Changes just above each cut, in the unit of a range.
fn levels(range: i64) -> impl Iterator<Item = Exact> + Clone {
    [2, 5, 10, 15, 20, 25, 30, 40]
        .into_iter()
        .map(move |cut| Exact::integer(cut * range + 1) / Exact::integer(100))
}

/// A category of function that nobody graded, or its aid that nobody asked
/// about. Two exceptions are named: once six are graded the others are left out
/// of the mean, and a category without grade has any, whatever its aid.
pub fn open_function(story: &Story, item: Item) -> Option<Open> {
    let visit = &story.visits.current;
    let Some(category) = item.id().strip_suffix("_aid") else {
        let aid = Item::from_id(&format!("{}_aid", item.id())).expect("each category has one");
        let graded = visit.answers().filter(|(_, answer)| matches!(answer, Answer::Count(_)));
        let settled_by = counts([0, 3])
            .into_iter()
            .map(|grade| vec![(Role::Current, item, grade), (Role::Current, aid, seen(false))]);
        let mention = Mention::of(Role::Current, item.id());
        return (graded.count() < 6).then(|| Open { mention, settled_by: settled_by.collect() });
    };
    let category = Item::from_id(category).expect("an aid has its category");
    let is_graded = visit.answer(category).is_some();
    is_graded.then(|| Open::item(Role::Current, item, [true, false].map(seen)))
}
