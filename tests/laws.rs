//! Laws over the registry: what holds of every instrument, option and item,
//! those included that will be added.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;

use rheumscore::contract::{self, Request};
use rheumscore::instruments::{
    Assessment, Choices, Combination, Definition, REGISTRY, RowRule, assess,
};
use rheumscore::items::{Glucocorticoid, Item, Kind, Visits};
use rheumscore::scoring::{
    Bounds, Category, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role,
    Verdict, WarningCode,
};
use support::registry::{
    assert_told, assert_unique, definitions, judge, reads, requests, rule_sets,
};

// Names

#[test]
fn ids_are_well_formed_and_unique() {
    assert_unique(definitions().map(|definition| definition.id), "instruments");
    assert_unique(Item::all().map(Item::id), "items");
    assert!(Item::all().all(|item| is_written_in(item.id(), '_')));
    for definition in definitions() {
        assert!(is_written_in(definition.id, '-'), "{}", definition.id);
        for choices in rule_sets(definition) {
            assert_unique(definition.rows_under(choices).map(|row| row.id), definition.id);
        }
        assert_unique(definition.options.iter().map(|option| option.id), definition.id);
        assert!(definition.rows.iter().all(|row| is_written_in(row.id, '_')), "{}", definition.id);
        for option in definition.options {
            assert!(is_written_in(option.id, '_'), "{}", option.id);
            assert_unique(option.values.iter().map(|value| value.code), option.id);
        }
    }
}

#[test]
fn no_instrument_has_more_options_than_choices_can_hold() {
    for definition in definitions() {
        assert!(definition.options.len() <= Choices::MOST, "{}", definition.id);
    }
}

fn is_written_in(id: &str, joint: char) -> bool {
    let letters = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    id.split(joint).all(letters)
}

// Sources

#[test]
fn every_fact_says_where_it_stands() {
    for definition in definitions() {
        for fact in facts(definition) {
            assert_told(fact.locator, definition.id);
        }
    }
    for drug in &Glucocorticoid::ALL {
        assert_told(drug.fact.locator, drug.code);
    }
}

#[test]
fn what_was_read_in_a_paper_names_a_source_of_the_instrument() {
    for definition in definitions() {
        for fact in facts(definition).filter(|fact| fact.evidence == Evidence::Primary) {
            let named =
                definition.sources.iter().any(|source| fact.locator.starts_with(source.key));
            assert!(named, "{}: {:?} names no source", definition.id, fact.locator);
        }
    }
}

#[test]
fn every_source_can_be_found() {
    for definition in definitions() {
        assert!(!definition.sources.is_empty(), "{} cites nothing", definition.id);
        assert_unique(definition.sources.iter().map(|source| source.key), definition.id);
        for source in definition.sources {
            assert_told(source.reference, source.key);
            let well_formed =
                |doi: &str| doi.starts_with("10.") && doi.contains('/') && !doi.contains(' ');
            assert!(source.doi.is_none_or(well_formed), "{}", source.key);
        }
    }
}

/// All facts of a table.
fn facts(definition: &'static Definition) -> impl Iterator<Item = Fact> {
    let rows = definition.rows.iter().map(|row| row.fact);
    let values = definition.options.iter().flat_map(|option| option.values);
    rows.chain(values.map(|value| value.fact)).chain(definition.cutoff.map(|(_, fact)| fact))
}

// Options

#[test]
fn what_is_left_out_is_the_first_value() {
    for (id, rule_set) in [
        ("sledai-2k", "sledai-2k/five_level/10"),
        ("selena-sledai", "selena-sledai/five_level/10"),
        ("selena-sledai-hybrid", "selena-sledai-hybrid/five_level/10"),
        ("sledai-1992", "sledai-1992/five_level/10"),
        ("doris-2021", "doris-2021/at_most_5/sledai-2k"),
        ("doris-2017", "doris-2017/clinical_on"),
        ("lldas", "lldas"),
        ("selena-flare-index", "selena-flare-index"),
        ("sri", "sri/4/selena-sledai"),
        ("sle-das", "sle-das"),
        ("eustar-2017", "eustar-2017/fractional"),
        ("escsg-2001", "escsg-2001/whole"),
        ("mrss", "mrss"),
        ("mmt8", "mmt8/bilateral"),
        ("haq-di", "haq-di"),
        ("imacs-improvement", "imacs-improvement/auto"),
        ("crs-astct-2019", "crs-astct-2019"),
        ("icans-astct-2019", "icans-astct-2019/by_age"),
        ("licats", "licats"),
        ("icaht-platelets", "icaht-platelets/early"),
        ("acr-eular-myositis-2016", "acr-eular-myositis-2016/adult/mmt8_bilateral/auto"),
    ] {
        let Ok(request) = contract::read(&format!(r#"{{"instrument":"{id}"}}"#)) else {
            panic!("{id}")
        };
        let definition = request.instrument.definition();
        assert_eq!(rule_set_of(definition, request.choices), rule_set);
        assert_eq!(request.choices, Choices::default());
    }
}

#[test]
fn every_rule_set_can_be_asked_for_by_its_own_name() {
    for definition in definitions() {
        for choices in rule_sets(definition) {
            let options: Vec<String> = definition
                .chosen(choices)
                .map(|(option, value)| match option.integer {
                    true => format!(r#""{}":{}"#, option.id, value.code),
                    false => format!(r#""{}":"{}""#, option.id, value.code),
                })
                .collect();
            let options = options.join(",");
            let text = format!(r#"{{"instrument":"{}","options":{{{options}}}}}"#, definition.id);
            match contract::read(&text) {
                Ok(request) => assert_eq!(request.choices, choices, "{text}"),
                Err(refusal) => {
                    let conflict =
                        refusal.problems.iter().all(|it| it.kind.code() == "option_conflict");
                    assert!(conflict, "{text}");
                }
            }
        }
    }
}

/// The key that a data set groups by.
fn rule_set_of(definition: &Definition, choices: Choices) -> String {
    let codes = definition.chosen(choices).map(|(_, value)| value.code);
    std::iter::once(definition.id).chain(codes).collect::<Vec<_>>().join("/")
}

// What is read

#[test]
fn what_an_instrument_does_not_read_changes_nothing() {
    for (case, request) in requests() {
        let mut read = Visits::BLANK;
        for role in Role::ALL {
            *read.of_mut(role) = request
                .visits
                .of(role)
                .answers()
                .filter(|(item, _)| reads(&request, role, *item))
                .collect();
            // That there was a visit at all is told by whatever it says.
            if read.of(role).says_nothing() && !request.visits.of(role).says_nothing() {
                *read.of_mut(role) = request.visits.of(role).clone();
            }
        }
        let again = assess(request.instrument, request.choices, &read).judgement;
        assert!(
            without_conflicts(again) == without_conflicts(judge(&request).judgement),
            "{}",
            case.place
        );
    }
}

/// A judgement but for contradictions: they are looked for in whatever a visit
/// says of an item, its state included where only its value is read.
fn without_conflicts(mut judgement: Judgement) -> Judgement {
    judgement.warnings.retain(|warning| warning.code != WarningCode::Conflict);
    judgement
}

#[test]
fn whatever_a_result_mentions_can_be_answered_on_the_form() {
    for (case, request) in requests() {
        let Judgement { missing, warnings, .. } = judge(&request).judgement;
        let warned = warnings.iter().flat_map(|warning| &warning.items);
        for mention in missing.iter().chain(warned) {
            assert!(is_on_the_form(&request, *mention), "{}: {mention:?}", case.place);
        }
    }
}

/// Whether a mention is an item that is read, one that read measurements stand
/// behind, or a row that one of several items stands for.
fn is_on_the_form(request: &Request, mention: Mention) -> bool {
    let definition = request.instrument.definition();
    match Item::from_id(mention.id) {
        Some(item) => {
            reads(request, mention.role, item)
                || item.measured_by().iter().any(|by| reads(request, mention.role, *by))
        }
        None => definition.rows.iter().any(|row| row.id == mention.id),
    }
}

// What is measured

#[test]
fn a_finding_says_how_it_is_derived_exactly_where_it_can_be_measured() {
    for instrument in REGISTRY {
        for choices in rule_sets(instrument.definition()) {
            for item in instrument.definition().reads_at(Role::Current, choices) {
                let is_finding = matches!(item.kind(), Kind::Finding);
                let is_derived = instrument.derivation(&choices, item).is_some();
                let is_measured = !item.measured_by().is_empty();
                assert_eq!(is_derived, is_finding && is_measured, "{item:?}");
            }
        }
    }
}

#[test]
fn what_is_shown_beside_a_finding_is_what_its_points_are_derived_from() {
    for (case, Request { instrument, choices, visits, .. }) in requests() {
        for item in instrument.definition().reads_at(Role::Current, choices) {
            let mut measured = visits.clone();
            let answers = visits.current.answers();
            measured.current = answers.filter(|(answered, _)| *answered != item).collect();
            let parts = instrument.judge(&choices, &measured).parts;
            let part = parts.iter().find(|part| part.id == item.id()).map(|part| part.outcome);
            if let (Kind::Finding, Some(Outcome::Points(points))) = (item.kind(), part) {
                let counts = points.known().map(|points| !points.is_zero());
                let derived = instrument.derived(&choices, &visits, item);
                assert_eq!(derived, counts, "{}: {item:?}", case.place);
            }
        }
    }
}

// Results

#[test]
fn the_parts_of_a_judgement_are_the_rows_of_its_table() {
    for (case, request) in requests() {
        let assessment = judge(&request);
        if rests_on_a_record(&assessment) {
            continue;
        }
        let parts = assessment.judgement.parts.iter().map(|part| part.id);
        let rows = assessment.definition.rows_under(assessment.choices);
        assert!(parts.eq(rows.map(|row| row.id)), "{}", case.place);
    }
}

/// Whether the score is a total of a record: then it has no parts.
fn rests_on_a_record(assessment: &Assessment) -> bool {
    let Judgement { warnings, parts, .. } = &assessment.judgement;
    parts.is_empty() && warnings.iter().any(|it| it.code == WarningCode::TotalEntered)
}

#[test]
fn the_points_of_the_parts_add_up_to_the_score() {
    for (case, request) in requests() {
        let assessment = judge(&request);
        if rests_on_a_record(&assessment) {
            continue;
        }
        let Judgement { score: Some(score), parts, .. } = assessment.judgement else { continue };
        let of_points = |part: &Part| match part.outcome {
            Outcome::Points(points) => points,
            Outcome::Criterion(_) => Bounds::exactly(Exact::ZERO),
        };
        let sum = match request.instrument.definition().combination {
            Combination::Mean { of_at_least } => {
                let is_answered = |part: &&Part| part.value != PartValue::Open;
                let answered: Vec<&Part> = parts.iter().filter(is_answered).collect();
                let counted =
                    if answered.len() < of_at_least { parts.iter().collect() } else { answered };
                let all = u32::try_from(counted.len()).expect("few parts");
                let sum: Bounds = counted.into_iter().map(of_points).sum();
                sum.map_rising(|sum| sum / Exact::from(all))
            }
            Combination::Sum
            | Combination::All
            | Combination::Worst
            | Combination::Improved { .. } => parts.iter().map(of_points).sum(),
        };
        assert_eq!(sum, score, "{}", case.place);
    }
}

#[test]
fn no_part_gives_more_points_than_its_row() {
    for (case, request) in requests() {
        let assessment = judge(&request);
        let rows = assessment.definition.rows_under(assessment.choices);
        for (part, row) in assessment.judgement.parts.iter().zip(rows) {
            if let (Outcome::Points(points), Some(highest)) = (part.outcome, row.rule.points()) {
                assert!(
                    points.lowest() >= Exact::ZERO && points.highest() <= highest,
                    "{}",
                    case.place
                );
            }
        }
    }
}

#[test]
fn the_rows_add_up_to_the_range_and_both_its_ends_are_reached() {
    for definition in definitions() {
        for choices in rule_sets(definition) {
            let Some(range) = definition.range_under(choices) else { continue };
            let points = definition.rows_under(choices).filter_map(|row| row.rule.points());
            let points: Vec<Exact> = points.collect();
            let constant = definition.rows_under(choices).filter_map(|row| match row.rule {
                RowRule::Constant(points) => Some(points),
                _ => None,
            });
            let lowest = constant.fold(Exact::ZERO, |sum, points| sum + points);
            let sum = points.iter().copied().fold(Exact::ZERO, |sum, points| sum + points);
            let highest = match definition.combination {
                Combination::Mean { .. } => {
                    sum / Exact::from(u32::try_from(points.len()).expect("few rows"))
                }
                Combination::Sum
                | Combination::All
                | Combination::Worst
                | Combination::Improved { .. } => sum,
            };
            assert_eq!(range, (lowest, highest), "{}", definition.id);
        }
        let Some((lowest, highest)) = definition.range else { continue };
        for end in [lowest, highest] {
            let reached = requests().any(|(_, request)| {
                let assessment = judge(&request);
                assessment.definition.id == definition.id
                    && assessment.judgement.score.and_then(Bounds::known) == Some(end)
            });
            assert!(reached, "no worked case of {} reaches {end:?}", definition.id);
        }
    }
}

#[test]
fn a_blank_request_promises_nothing() {
    for instrument in REGISTRY {
        for choices in rule_sets(instrument.definition()) {
            let judgement = assess(*instrument, choices, &Visits::BLANK).judgement;
            let Judgement { score, verdict, category, .. } = &judgement;
            assert!(!judgement.is_complete());
            assert!(verdict.is_none_or(|verdict| verdict == Verdict::Undetermined));
            assert!(category.is_none_or(|category| category == Category::Open));
            let range = score.map(|score| (score.lowest(), score.highest()));
            assert_eq!(range, instrument.definition().range_under(choices));
            assert!(!judgement.missing.is_empty());
        }
    }
}

#[test]
fn an_instrument_always_gives_the_same_kinds_of_answer() {
    let mut kinds = BTreeMap::new();
    for (case, request) in requests() {
        let Judgement { score, clinical, verdict, category, .. } = judge(&request).judgement;
        let kind = (score.is_some(), clinical.is_some(), verdict.is_some(), category.is_some());
        let id = request.instrument.definition().id;
        assert_eq!(*kinds.entry(id).or_insert(kind), kind, "{}", case.place);
    }
}
