//! The grades of the eight muscle groups, and what they add up to.
//!
//! The grades are those of the visit, and the sum is that of the instrument
//! that reads them: this is another view of both, and holds no copy. A group
//! without a grade could have any, and is never 0.

use crate::instruments::{Choices, Instrument, find};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{Bounds, Exact, PartValue, decimal};
use crate::session::Course;

/// The instrument that adds them up.
pub const INSTRUMENT: &str = "mmt8";

/// Its option of sides.
pub const SIDE: &str = "side";
/// The place of the sides among its options.
pub const SIDES: usize = 0;
/// The value that takes both.
const BOTH: &str = "bilateral";

/// The option by which a response says on which scale it reads strength.
pub const SCALE: &str = "strength_scale";
/// Its values that are the scales of this sum.
const SCALE_OF_BOTH: &str = "mmt8_bilateral";
const SCALE_OF_ONE: &str = "mmt8_unilateral";

/// The groups, from the neck down: the code of its name, and its grade, or
/// those of the right and the left.
pub const GROUPS: [(&str, &[Item]); 8] = [
    ("neck_flexors", &[Item::MmtNeckFlexors]),
    ("deltoid", &[Item::MmtDeltoidRight, Item::MmtDeltoidLeft]),
    ("biceps", &[Item::MmtBicepsRight, Item::MmtBicepsLeft]),
    ("wrist_extensors", &[Item::MmtWristExtensorsRight, Item::MmtWristExtensorsLeft]),
    ("gluteus_maximus", &[Item::MmtGluteusMaximusRight, Item::MmtGluteusMaximusLeft]),
    ("gluteus_medius", &[Item::MmtGluteusMediusRight, Item::MmtGluteusMediusLeft]),
    ("quadriceps", &[Item::MmtQuadricepsRight, Item::MmtQuadricepsLeft]),
    ("ankle_dorsiflexors", &[Item::MmtAnkleDorsiflexorsRight, Item::MmtAnkleDorsiflexorsLeft]),
];

/// All grades, in the order of the dictionary.
pub const GRADES: [Item; 15] = [
    Item::MmtNeckFlexors,
    Item::MmtDeltoidRight,
    Item::MmtDeltoidLeft,
    Item::MmtBicepsRight,
    Item::MmtBicepsLeft,
    Item::MmtWristExtensorsRight,
    Item::MmtWristExtensorsLeft,
    Item::MmtGluteusMaximusRight,
    Item::MmtGluteusMaximusLeft,
    Item::MmtGluteusMediusRight,
    Item::MmtGluteusMediusLeft,
    Item::MmtQuadricepsRight,
    Item::MmtQuadricepsLeft,
    Item::MmtAnkleDorsiflexorsRight,
    Item::MmtAnkleDorsiflexorsLeft,
];

/// What the grades of a visit add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrengthSum {
    /// The sum, or what it can still be.
    pub total: Bounds,
    /// The most that it could be with every group graded.
    pub highest: Exact,
    /// How many groups have a grade.
    pub graded: usize,
    /// How many there are.
    pub groups: usize,
}

impl StrengthSum {
    /// The sum as it is typed into the visit, once every group is graded.
    #[must_use]
    pub fn as_typed(&self) -> Option<String> {
        self.total.known().map(|total| decimal(total, 0, '.'))
    }
}

/// Adds up the grades of a visit, on the sides that the instrument takes.
#[must_use]
pub fn sum(choices: Choices, visit: &Visit) -> Option<StrengthSum> {
    let instrument = find(INSTRUMENT)?;
    let (_, highest) = instrument.definition().range_under(choices)?;
    let visits = Visits { current: visit.clone(), ..Visits::BLANK };
    let judgement = instrument.judge(&choices, &visits);
    let graded = judgement.parts.iter().filter(|part| part.value != PartValue::Open).count();
    Some(StrengthSum { total: judgement.score?, highest, graded, groups: judgement.parts.len() })
}

/// Which grades the instrument takes.
#[must_use]
pub fn is_taken(choices: Choices, grade: Item) -> bool {
    let mut rows = find(INSTRUMENT).into_iter().flat_map(|it| it.definition().rows_under(choices));
    rows.any(|row| row.id == grade.id())
}

/// Where the sum can be entered as the strength of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing that is scored asks for it.
    NotAsked,
    /// It is read on this scale, or on none that was chosen.
    AsThisSum,
    /// It is read on another scale: the instrument and the code of the scale.
    Otherwise(&'static str, &'static str),
}

/// How the strength of the open visit is read by what is scored there.
#[must_use]
pub fn reading(course: &Course) -> Reading {
    if !course.items().contains(&Item::Strength) {
        return Reading::NotAsked;
    }
    let own = find(INSTRUMENT)
        .and_then(|instrument| code_of(instrument, course.score(INSTRUMENT).choices, SIDE));
    let scale = if own == Some(BOTH) { SCALE_OF_BOTH } else { SCALE_OF_ONE };
    let otherwise = course.scored().find_map(|(instrument, choices)| {
        let code = code_of(instrument, choices, SCALE)?;
        (code != scale).then_some(Reading::Otherwise(instrument.definition().id, code))
    });
    otherwise.unwrap_or(Reading::AsThisSum)
}

/// The code that is chosen for an option.
fn code_of(
    instrument: &'static dyn Instrument,
    choices: Choices,
    option: &str,
) -> Option<&'static str> {
    let mut chosen = instrument.definition().chosen(choices);
    chosen.find(|(known, _)| known.id == option).map(|(_, value)| value.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Answer;
    use crate::session::Edit;

    fn visit(grades: &[(Item, u32)]) -> Visit {
        grades.iter().map(|(item, grade)| (*item, Answer::Count((*grade).into()))).collect()
    }

    fn told(choices: Choices, grades: &[(Item, u32)]) -> (Exact, Exact, usize, usize, bool) {
        let sum = sum(choices, &visit(grades)).expect("a sum");
        let known = sum.total.known().is_some();
        (sum.total.lowest(), sum.highest, sum.graded, sum.groups, known)
    }

    fn whole(number: u32) -> Exact {
        Exact::whole(number)
    }

    #[test]
    fn the_groups_hold_all_grades_of_the_instrument_once() {
        let grouped: Vec<Item> = GROUPS.iter().flat_map(|(_, items)| *items).copied().collect();
        assert_eq!(grouped, GRADES);
        let rows = find(INSTRUMENT).expect("an instrument").definition().rows;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), GRADES.map(Item::id));
    }

    #[test]
    fn the_sides_are_the_option_of_the_instrument() {
        let options = find(INSTRUMENT).expect("an instrument").definition().options;
        assert_eq!(options.iter().position(|option| option.id == SIDE), Some(SIDES));
        assert_eq!(options[SIDES].values[0].code, BOTH);
    }

    #[test]
    fn a_code_is_what_its_items_share() {
        for (code, items) in GROUPS {
            for (item, side) in items.iter().zip(["right", "left"]) {
                let id = if items.len() == 1 { code.to_owned() } else { format!("{code}_{side}") };
                assert_eq!(item.id(), format!("mmt_{id}"));
            }
        }
    }

    #[test]
    fn an_ungraded_group_is_never_zero() {
        let both = Choices::default();
        assert_eq!(told(both, &[]), (whole(0), whole(150), 0, 15, false));
        let two = [(Item::MmtNeckFlexors, 8), (Item::MmtBicepsLeft, 9)];
        assert_eq!(told(both, &two), (whole(17), whole(150), 2, 15, false));
        let all = GRADES.map(|grade| (grade, 10));
        assert_eq!(told(both, &all), (whole(150), whole(150), 15, 15, true));
        let without_one: Vec<_> = all.into_iter().skip(1).collect();
        assert_eq!(told(both, &without_one), (whole(140), whole(150), 14, 15, false));
    }

    #[test]
    fn one_side_is_a_sum_of_eighty_and_leaves_the_other_alone() {
        let all = GRADES.map(|grade| (grade, 10));
        let right = Choices::default().with(SIDES, 1);
        assert_eq!(told(right, &all), (whole(80), whole(80), 8, 8, true));
        assert!(is_taken(right, Item::MmtBicepsRight) && is_taken(right, Item::MmtNeckFlexors));
        assert!(!is_taken(right, Item::MmtBicepsLeft));
    }

    #[test]
    fn the_sum_is_the_strength_only_of_the_scale_that_is_in_use() {
        const RESPONSE: &str = "acr-eular-myositis-2016";
        let read = |edits: &[Edit]| {
            let mut course = Course::default();
            edits.iter().cloned().for_each(|edit| course.apply(edit));
            reading(&course)
        };
        let response = Edit::Choose(RESPONSE, true);
        let sides = |place| Edit::Option(INSTRUMENT, SIDES, place);
        let scale = |place| Edit::Option(RESPONSE, 1, place);
        assert_eq!(read(&[Edit::Choose(INSTRUMENT, true)]), Reading::NotAsked);
        assert_eq!(read(std::slice::from_ref(&response)), Reading::AsThisSum);
        for (side, scale_of, expected) in [
            (0, 0, Reading::AsThisSum),
            (0, 1, Reading::Otherwise(RESPONSE, SCALE_OF_ONE)),
            (1, 0, Reading::Otherwise(RESPONSE, SCALE_OF_BOTH)),
            (1, 1, Reading::AsThisSum),
            (2, 1, Reading::AsThisSum),
            (0, 2, Reading::Otherwise(RESPONSE, "mmt24")),
            (1, 3, Reading::Otherwise(RESPONSE, "cmas")),
        ] {
            let edits = [response.clone(), sides(side), scale(scale_of)];
            assert_eq!(read(&edits), expected, "{side} {scale_of}");
        }
        // It compares strength with itself, on whatever scale.
        assert_eq!(read(&[Edit::Choose("imacs-improvement", true)]), Reading::AsThisSum);
    }
}
