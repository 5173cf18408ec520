//! Options, values and rule sets, and that the numbers in them are those of the
//! rules.

use std::collections::BTreeSet;

use super::{ENGLISH, Language, numbers, shown};
use crate::instruments::{Choices, REGISTRY, RowRule, find};
use crate::items::{Answer, Item, Visits};
use crate::scoring::{Exact, Outcome};

#[test]
fn every_option_and_value_has_a_label_an_explanation_and_a_place_in_the_rule_set() {
    for instrument in REGISTRY {
        let definition = instrument.definition();
        for (at, option) in definition.options.iter().enumerate() {
            let text = ENGLISH.option(definition.id, option.id);
            assert!(!text.label.is_empty() && text.explains.ends_with('.'), "{}", option.id);
            let mut rule_sets = BTreeSet::new();
            for (place, value) in option.values.iter().enumerate() {
                let text = ENGLISH.option_value(definition.id, option.id, value.code);
                assert!(!text.label.is_empty() && text.explains.ends_with('.'), "{}", value.code);
                let choices = Choices::default().with(at, place);
                let codes: Vec<&str> =
                    definition.chosen(choices).map(|(_, value)| value.code).collect();
                rule_sets.insert(ENGLISH.rule_set(definition, &codes));
            }
            assert_eq!(rule_sets.len(), option.values.len(), "{rule_sets:?}");
        }
    }
    assert_eq!(ENGLISH.option("sledai-2k", "colour").label, "");
    assert_eq!(ENGLISH.option_value("sledai-2k", "bands", "six_level").label, "");
}

#[test]
fn a_rule_set_reads_as_the_contract_prints_it() {
    for (instrument, values, words) in [
        ("eustar-2017", &["fractional"][..], "EUSTAR 2017, mRSS up to 18 counted as 0.084 each"),
        ("sledai-2k", &["five_level", "10"], "SLEDAI-2K, five-level bands, 10-day window"),
        (
            "doris-2021",
            &["at_most_5", "sledai-2k"],
            "DORIS 2021, prednisolone at most 5 mg/d, on SLEDAI-2K",
        ),
        (
            "acr-eular-myositis-2016",
            &["adult", "mmt8_bilateral", "auto"],
            "ACR/EULAR 2016 myositis response, adults, MMT8 of 150, most abnormal enzyme at \
             baseline",
        ),
    ] {
        let definition = find(instrument).expect("an instrument").definition();
        assert_eq!(ENGLISH.rule_set(definition, values), words);
    }
}

/// The words of a rule set with one option changed.
fn rule_set_with(instrument: &str, option: usize, place: usize) -> String {
    let definition = find(instrument).expect("an instrument").definition();
    let choices = Choices::default().with(option, place);
    let codes: Vec<&str> = definition.chosen(choices).map(|(_, value)| value.code).collect();
    ENGLISH.rule_set(definition, &codes)
}

#[test]
fn the_skin_rule_in_words_is_the_skin_rule_that_is_used() {
    let eustar = find("eustar-2017").expect("an instrument");
    let cut_off = eustar.definition().rows.iter().find_map(|row| match row.rule {
        RowRule::Beyond { item: Item::Mrss, threshold, .. } => Some(threshold.limit),
        _ => None,
    });
    let cut_off = shown(cut_off.expect("a cut-off of the skin score"));
    let mut visits = Visits::BLANK;
    visits.current.set(Item::Mrss, Answer::Count(1.into()));
    for place in 0..2 {
        let judgement = eustar.judge(&Choices::default().with(0, place), &visits);
        let part = judgement.parts.iter().find(|part| part.id == "mrss").expect("the skin part");
        let Outcome::Points(points) = part.outcome else { panic!("points") };
        let points = shown(points.known().expect("a known score"));
        let words = rule_set_with("eustar-2017", 0, place);
        assert_eq!(numbers(&words), ["2017", &cut_off, &points]);
    }
}

#[test]
fn the_dose_limit_in_words_is_the_limit_that_is_used() {
    let definition = find("doris-2021").expect("an instrument").definition();
    let limit = definition.rows.iter().find_map(|row| match row.rule {
        RowRule::Criterion(threshold) if row.id == "glucocorticoid" => Some(threshold.limit),
        _ => None,
    });
    let limit = shown(limit.expect("a limit of the dose"));
    for (place, value) in ["at_most_5", "below_5"].into_iter().enumerate() {
        let label = ENGLISH.option_value("doris-2021", "glucocorticoid_limit", value).label;
        assert_eq!(numbers(label), [&limit]);
        assert!(numbers(&rule_set_with("doris-2021", 0, place)).contains(&limit.as_str()));
    }
}

#[test]
fn the_strength_scales_in_words_end_where_the_scales_do() {
    let instrument = find("acr-eular-myositis-2016").expect("an instrument");
    let accepts = |highest: Exact, choices: &Choices| {
        let mut visits = Visits::BLANK;
        visits.current.set(Item::Strength, Answer::Measured(highest.into()));
        instrument.objections(choices, &visits).is_empty()
    };
    for place in 0..4 {
        // A scale for children needs a child.
        let choices = Choices::default().with(0, 1).with(1, place);
        let words = rule_set_with("acr-eular-myositis-2016", 1, place);
        let highest = *numbers(&words).last().expect("a maximum");
        let highest = Exact::parse(highest).expect("a number");
        assert!(accepts(highest, &choices), "{words}");
        assert!(!accepts(highest + Exact::integer(1), &choices), "{words}");
    }
}
