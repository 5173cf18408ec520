//! Values that are possible and yet hardly ever seen: a question, no error.
//!
//! What cannot be is refused by the ranges of the [scales](super::scale). What
//! can be and is most often a slip of the hand, of the unit or of the limit is
//! asked about, and stays an answer all the same: nothing here changes a score.
//!
//! The spans are from no paper. They are this project's choice of when to ask:
//! wide enough that few patients reach them, narrow enough that the usual slips
//! of a unit do. Each end is itself plausible.

use super::Item;
use crate::scoring::{Evidence, Exact, Fact, LimitName, Scale, Units};

/// How the spans are known.
pub const SPANS: Fact = Fact::new(Evidence::Choice, "spans beyond which a value is asked about");

/// On which side of its span a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beyond {
    /// Unusually low.
    Low,
    /// Unusually high.
    High,
}

/// A value that is possible and hardly ever seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Implausible {
    /// Of what.
    pub item: Item,
    /// On which side.
    pub beyond: Beyond,
    /// What was taken to be unusual.
    pub by: Measure,
}

/// What a value is unusual by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// By itself.
    Value {
        /// The number as it was given.
        given: Exact,
        /// The unit in which it was given; empty where it has none.
        unit: &'static str,
        /// The unit in which the same number would be plausible.
        instead: Option<&'static str>,
    },
    /// As a multiple of its reference limit: one of the two is in another unit,
    /// or misread.
    Multiple(Exact),
    /// By its limit, which is taken to be the least that a laboratory can tell:
    /// it is more likely the lower limit of normal.
    Limit(Exact),
}

/// Two visits that give one item in different units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitsDiffer {
    /// The item.
    pub item: Item,
    /// The unit of this visit.
    pub now: &'static str,
    /// The unit of the earlier one.
    pub then: &'static str,
}

/// What is plausible of an item: in its canonical unit, or in multiples of its
/// reference limit where it has one. `None` is open to the end of the range.
#[derive(Clone, Copy, Debug)]
struct Span {
    item: Item,
    lowest: Option<Exact>,
    highest: Option<Exact>,
}

const fn span(item: Item, lowest: Exact, highest: Exact) -> Span {
    Span { item, lowest: Some(lowest), highest: Some(highest) }
}

const fn up_to(item: Item, highest: i64) -> Span {
    Span { item, lowest: None, highest: Some(Exact::integer(highest)) }
}

/// Of a complement factor: grams per litre beside milligrams per decilitre
/// differ by a hundred, and either way is caught.
const fn complement(item: Item) -> Span {
    span(item, Exact::ratio(1, 20), Exact::integer(10))
}

/// Of an enzyme: microkatals beside units differ by sixty.
const fn enzyme(item: Item, highest: i64) -> Span {
    span(item, Exact::ratio(1, 50), Exact::integer(highest))
}

/// The spans. An item that is missing here is plausible over all its range.
const TABLE: &[Span] = &[
    up_to(Item::InflamedJoints, 66),
    up_to(Item::UrineRbcHpf, 1_000),
    up_to(Item::UrineProtein24h, 20),
    // Three milligrams per millimole written as grams per gram, or the other way
    // round, are caught at one end or the other.
    span(Item::Upcr, Exact::ratio(3, 100), Exact::integer(20)),
    up_to(Item::UrineWbcHpf, 1_000),
    span(Item::DlcoPercent, Exact::integer(10), Exact::integer(150)),
    complement(Item::C3),
    complement(Item::C4),
    // Without one of its factors there is no activity at all.
    up_to(Item::Ch50, 10),
    up_to(Item::AntiDsdna, 500),
    up_to(Item::BCells, 10_000),
    span(Item::TemperatureMax, Exact::integer(34), Exact::integer(42)),
    up_to(Item::Crp, 50),
    up_to(Item::Esr, 150),
    span(Item::Platelets, Exact::integer(5), Exact::integer(1_500)),
    span(Item::Wbc, Exact::ratio(1, 10), Exact::integer(100)),
    enzyme(Item::Ck, 1_000),
    enzyme(Item::Aldolase, 100),
    enzyme(Item::Ldh, 100),
    enzyme(Item::Ast, 500),
    enzyme(Item::Alt, 500),
    up_to(Item::Glucocorticoid, 1_000),
    span(Item::Weight, Exact::integer(30), Exact::integer(200)),
    span(Item::TemperatureNow, Exact::integer(34), Exact::integer(42)),
    up_to(Item::AgeYears, 110),
];

/// The highest limit of detection that is not asked about, in cells per
/// microlitre: a higher one is more likely the lower limit of normal.
const DETECTION_UP_TO: Exact = Exact::integer(10);

/// Asks about a value.
///
/// The value and its reference limit are as a visit holds them, in the
/// canonical unit; a count is its number. `unit` is the code in which the value
/// was given, or empty for the canonical one. A value out of range is refused
/// elsewhere; here it is as unusual as one just inside.
#[must_use]
pub fn question(item: Item, value: Exact, unit: &str, limit: Option<Exact>) -> Option<Implausible> {
    let is_detection = item.kind().limit() == Some(LimitName::Detection);
    if let Some(limit) = limit.filter(|limit| is_detection && *limit > DETECTION_UP_TO) {
        return Some(Implausible { item, beyond: Beyond::High, by: Measure::Limit(limit) });
    }
    let measured = limit.map_or(value, |limit| value / limit);
    let beyond = span_of(item)?.beyond(measured)?;
    let by = match (limit, item.kind().scale()) {
        (Some(_), _) => Measure::Multiple(measured),
        (None, Some(scale)) => as_given(item, scale, value, unit),
        (None, None) => Measure::Value { given: value, unit: "", instead: None },
    };
    Some(Implausible { item, beyond, by })
}

/// The listed unit in which a number would be plausible that is not so, or not
/// possible, in the unit in which it was given; the first of several.
#[must_use]
pub fn plausible_unit(item: Item, given: Exact, unit: &str) -> Option<&'static str> {
    let scale = item.kind().scale()?;
    let Units::Listed(units) = scale.units else { return None };
    let is_plausible = |value: Exact| {
        scale.contains(value) && span_of(item).is_none_or(|span| span.beyond(value).is_none())
    };
    let other =
        units.iter().find(|other| other.code != unit && is_plausible(other.canonical_value(given)));
    other.map(|other| other.code)
}

/// Asks about an item that two visits give in different units.
///
/// Only of a visual analogue scale: whoever measures one in millimetres seldom
/// measures the next in centimetres. Laboratories do change their units.
#[must_use]
pub fn between_visits(item: Item, unit_now: &str, unit_then: &str) -> Option<UnitsDiffer> {
    if !ANALOGUE_SCALES.contains(&item) {
        return None;
    }
    let scale = item.kind().scale()?;
    let (now, then) = (scale.unit(unit_now)?.code, scale.unit(unit_then)?.code);
    (now != then).then_some(UnitsDiffer { item, now, then })
}

/// What is measured on a line of ten centimetres.
const ANALOGUE_SCALES: [Item; 3] =
    [Item::PhysicianGlobal, Item::PatientGlobal, Item::ExtramuscularGlobal];

/// The span of an item.
fn span_of(item: Item) -> Option<&'static Span> {
    TABLE.iter().find(|span| span.item == item)
}

impl Span {
    /// On which side of the span a value lies, if on any.
    fn beyond(&self, value: Exact) -> Option<Beyond> {
        if self.lowest.is_some_and(|lowest| value < lowest) {
            Some(Beyond::Low)
        } else if self.highest.is_some_and(|highest| value > highest) {
            Some(Beyond::High)
        } else {
            None
        }
    }
}

/// A value in the unit in which it was given, and another one that would fit.
fn as_given(item: Item, scale: &Scale, value: Exact, unit: &str) -> Measure {
    match scale.unit(unit) {
        Some(unit) => {
            let given = (value - unit.offset) / unit.factor;
            Measure::Value {
                given,
                unit: unit.code,
                instead: plausible_unit(item, given, unit.code),
            }
        }
        None => {
            let unit = scale.canonical_code();
            Measure::Value { given: value, unit, instead: plausible_unit(item, value, unit) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Kind;

    fn number(text: &str) -> Exact {
        Exact::parse(text).expect("a number")
    }

    /// Asks about a number as it is given in a unit.
    fn asked(item: Item, given: &str, unit: &str) -> Option<(Beyond, Option<&'static str>)> {
        let scale = item.kind().scale().expect("a measurement");
        let value = scale.unit(unit).expect("a unit").canonical_value(number(given));
        let Implausible { beyond, by, .. } = question(item, value, unit, None)?;
        let Measure::Value { given: shown, unit: code, instead } = by else {
            panic!("a value by itself")
        };
        assert_eq!((shown, code), (number(given), unit), "shown as it was given");
        Some((beyond, instead))
    }

    /// Asks about a value beside its reference limit.
    fn beside(item: Item, value: &str, limit: &str) -> Option<(Beyond, Measure)> {
        question(item, number(value), "", Some(number(limit))).map(|it| (it.beyond, it.by))
    }

    #[test]
    fn both_ends_of_every_span_are_plausible_and_the_next_value_is_not() {
        let least = Exact::ratio(1, 1_000_000);
        for span in TABLE {
            let limit = span.item.kind().limit().map(|_| Exact::integer(1));
            let beyond =
                |value| question(span.item, value, "", limit).map(|question| question.beyond);
            if let Some(lowest) = span.lowest {
                assert_eq!(beyond(lowest), None, "{:?}", span.item);
                assert_eq!(beyond(lowest - least), Some(Beyond::Low), "{:?}", span.item);
            }
            if let Some(highest) = span.highest {
                assert_eq!(beyond(highest), None, "{:?}", span.item);
                assert_eq!(beyond(highest + least), Some(Beyond::High), "{:?}", span.item);
            }
        }
    }

    #[test]
    fn a_span_lies_inside_the_range_of_its_item_and_stands_once() {
        for (at, span) in TABLE.iter().enumerate() {
            assert!(TABLE[..at].iter().all(|other| other.item != span.item), "{:?}", span.item);
            let ends = span.lowest.into_iter().chain(span.highest);
            match span.item.kind() {
                Kind::Measurement(scale) => {
                    let at_end = |end| end == scale.lowest || end == scale.highest;
                    assert!(
                        ends.into_iter().all(|end| scale.contains(end) && !at_end(end)),
                        "{:?}",
                        span.item
                    );
                }
                Kind::Count { highest } => {
                    assert!(ends.into_iter().all(|end| end < Exact::whole(highest)));
                }
                other => panic!("{:?} is {other:?}", span.item),
            }
        }
    }

    /// What is read off a line or a sheet has no value that is unusual.
    #[test]
    fn every_measurement_has_a_span_or_is_plausible_throughout() {
        let throughout = [
            Item::Pga,
            Item::PhysicianGlobal,
            Item::PatientGlobal,
            Item::ExtramuscularGlobal,
            Item::Strength,
            Item::Haq,
        ];
        let without: Vec<Item> = Item::all()
            .filter(|item| item.kind().scale().is_some() && span_of(*item).is_none())
            .collect();
        assert_eq!(without, throughout);
        assert!(TABLE.is_sorted_by_key(|span| span.item), "in the order of the dictionary");
    }

    #[test]
    fn a_slip_of_the_unit_is_told_by_the_unit_that_fits() {
        for (item, given, unit, beyond, instead) in [
            (Item::Platelets, "250", "/uL", Beyond::Low, Some("10*9/L")),
            (Item::Platelets, "2500", "10*9/L", Beyond::High, None),
            (Item::Wbc, "6.5", "/uL", Beyond::Low, Some("10*9/L")),
            (Item::Wbc, "450", "10*3/uL", Beyond::High, Some("/uL")),
            (Item::Crp, "80", "mg/dL", Beyond::High, Some("mg/L")),
            (Item::UrineProtein24h, "80", "g/d", Beyond::High, Some("mg/d")),
            (Item::Upcr, "50", "g/g", Beyond::High, Some("mg/g")),
            (Item::TemperatureMax, "43", "Cel", Beyond::High, None),
            (Item::TemperatureNow, "90", "[degF]", Beyond::Low, None),
            (Item::DlcoPercent, "8", "%", Beyond::Low, None),
            (Item::Weight, "250", "kg", Beyond::High, None),
            (Item::Glucocorticoid, "1250", "mg/d", Beyond::High, None),
        ] {
            assert_eq!(asked(item, given, unit), Some((beyond, instead)), "{given} {unit}");
        }
    }

    #[test]
    fn a_usual_value_is_not_asked_about() {
        for (item, given, unit) in [
            (Item::Platelets, "250", "10*9/L"),
            (Item::Platelets, "250000", "/uL"),
            (Item::Crp, "80", "mg/L"),
            (Item::TemperatureNow, "98.6", "[degF]"),
            (Item::Upcr, "300", "mg/mmol"),
            (Item::PhysicianGlobal, "100", "mm"),
        ] {
            assert_eq!(asked(item, given, unit), None, "{given} {unit}");
        }
        assert_eq!(question(Item::Pga, number("3"), "", None), None);
        assert_eq!(question(Item::Rash, number("3"), "", None), None);
        assert_eq!(question(Item::InflamedJoints, number("66"), "", None), None);
    }

    #[test]
    fn a_refused_number_is_told_the_unit_that_fits_too() {
        assert_eq!(plausible_unit(Item::Platelets, number("250000"), "10*9/L"), Some("/uL"));
        assert_eq!(plausible_unit(Item::TemperatureNow, number("98.6"), "Cel"), Some("[degF]"));
        assert_eq!(plausible_unit(Item::PhysicianGlobal, number("45"), "cm"), Some("mm"));
        assert_eq!(plausible_unit(Item::PhysicianGlobal, number("45"), "mm"), None);
        assert_eq!(plausible_unit(Item::C3, number("90"), ""), None);
        assert_eq!(plausible_unit(Item::Rash, number("1"), ""), None);
    }

    #[test]
    fn a_laboratory_value_is_judged_by_its_limit() {
        // Grams per litre beside milligrams per decilitre.
        let low = Some((Beyond::Low, Measure::Multiple(Exact::ratio(1, 100))));
        assert_eq!(beside(Item::C3, "0.9", "90"), low);
        let high = Some((Beyond::High, Measure::Multiple(Exact::integer(100))));
        assert_eq!(beside(Item::C4, "10", "0.1"), high);
        // Microkatals beside units.
        assert!(matches!(beside(Item::Ck, "1.7", "200"), Some((Beyond::Low, _))));
        for (item, value, limit) in [
            (Item::C3, "0.3", "0.9"),
            (Item::C4, "0.02", "0.1"),
            (Item::Ch50, "0", "40"),
            (Item::AntiDsdna, "0", "20"),
            (Item::AntiDsdna, "800", "10"),
            (Item::Ck, "150000", "190"),
            (Item::Ck, "15", "190"),
            (Item::BCells, "180", "1"),
            (Item::BCells, "0", "10"),
            (Item::Alt, "3", "50"),
        ] {
            assert_eq!(beside(item, value, limit), None, "{item:?} {value} of {limit}");
        }
    }

    #[test]
    fn a_lower_limit_of_normal_is_not_taken_for_one_of_detection() {
        for (value, limit) in [("8", "10.000001"), ("0", "100")] {
            let asked = (Beyond::High, Measure::Limit(number(limit)));
            assert_eq!(beside(Item::BCells, value, limit), Some(asked));
        }
    }

    #[test]
    fn a_count_is_asked_about_as_it_is() {
        let question = question(Item::InflamedJoints, number("68"), "", None);
        let by = Measure::Value { given: number("68"), unit: "", instead: None };
        let expected = Implausible { item: Item::InflamedJoints, beyond: Beyond::High, by };
        assert_eq!(question, Some(expected));
    }

    #[test]
    fn an_analogue_scale_in_two_units_is_asked_about() {
        let differ = UnitsDiffer { item: Item::PatientGlobal, now: "mm", then: "cm" };
        assert_eq!(between_visits(Item::PatientGlobal, "mm", "cm"), Some(differ));
        assert_eq!(between_visits(Item::PatientGlobal, "mm", "mm"), None);
        assert_eq!(between_visits(Item::PatientGlobal, "mm", ""), None);
        assert_eq!(between_visits(Item::PatientGlobal, "mm", "inch"), None);
        assert_eq!(between_visits(Item::Crp, "mg/L", "mg/dL"), None);
    }

    #[test]
    fn the_analogue_scales_are_those_of_the_dictionary() {
        for item in Item::all() {
            let codes: Vec<&str> =
                item.kind().scale().into_iter().flat_map(Scale::unit_codes).collect();
            assert_eq!(ANALOGUE_SCALES.contains(&item), codes == ["cm", "mm"], "{item:?}");
        }
    }
}
