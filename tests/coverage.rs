//! The worked cases leave nothing out: each instrument, option, band, warning,
//! error and question has its own.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::{fs, ptr};

use rheumscore::contract::ProblemKind;
use rheumscore::instruments::{Choices, Definition, assess};
use rheumscore::scoring::{Category, Edge, Exact, Judgement, Role, Verdict, WarningCode};
use support::cases::{Case, FILES, cases, elements};
use support::registry::{
    assert_sentence, assert_unique, definitions, judge, judgements, requests, rule_sets,
};

#[test]
fn every_file_of_worked_cases_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder is read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".jsonl").map(str::to_owned))
        .collect();
    assert_eq!(files, FILES.map(|(name, _)| name.to_owned()).into());
}

#[test]
fn every_worked_case_says_why_and_has_an_id_of_its_own() {
    let cases: Vec<Case> = cases().collect();
    for case in &cases {
        assert_sentence(&case.why, &case.place);
    }
    let ids: Vec<String> = requests().filter_map(|(_, request)| request.id).collect();
    assert_unique(ids.iter().map(String::as_str), "ids of worked cases");
    assert_eq!(ids.len(), requests().count());
}

#[test]
fn every_instrument_and_every_value_of_an_option_has_a_worked_case() {
    let worked: HashSet<(&str, &str, &str)> = requests()
        .flat_map(|(_, request)| {
            let definition = request.instrument.definition();
            definition
                .chosen(request.choices)
                .map(|(option, value)| (definition.id, option.id, value.code))
                .collect::<Vec<_>>()
        })
        .collect();
    for definition in definitions() {
        assert!(FILES.iter().any(|(name, _)| *name == definition.id), "{}", definition.id);
        for option in definition.options {
            for value in option.values {
                let key = (definition.id, option.id, value.code);
                assert!(worked.contains(&key), "no worked case of {key:?}");
            }
        }
    }
}

#[test]
fn every_verdict_has_a_worked_case() {
    for definition in definitions() {
        let verdicts: HashSet<Verdict> =
            judgements(definition.id).filter_map(|(_, judgement)| judgement.verdict).collect();
        assert!([0, 3].contains(&verdicts.len()), "{}: {verdicts:?}", definition.id);
    }
}

#[test]
fn every_band_has_a_worked_case_on_both_sides_of_each_edge() {
    for definition in definitions() {
        let judged: Vec<(Choices, Judgement)> = judgements(definition.id).collect();
        for choices in rule_sets(definition) {
            let Some(bands) = definition.bands(choices) else { continue };
            let reached: Vec<(Exact, &str)> = judged
                .iter()
                .filter(|(it, _)| definition.bands(*it).is_some_and(|it| ptr::eq(it, bands)))
                .filter_map(|(_, judgement)| match judgement.category? {
                    Category::Known(name) => Some((judgement.score?.known()?, name)),
                    Category::Open => None,
                })
                .collect();
            for band in bands.bands {
                assert!(reached.iter().any(|(_, name)| *name == band.name), "{}", band.name);
                let Some(edge) = band.upper else { continue };
                let across = match bands.edge {
                    Edge::Closed => edge + smallest_step(definition),
                    Edge::Open => edge - smallest_step(definition),
                };
                for score in [edge, across] {
                    let is_there = reached.iter().any(|(reached, _)| *reached == score);
                    assert!(is_there, "{}: no case at {score:?}", definition.id);
                }
            }
        }
    }
}

/// By how much two scores differ at least: the largest number of which all
/// points are multiples, in millionths.
fn smallest_step(definition: &Definition) -> Exact {
    fn divisor(one: i128, other: i128) -> i128 {
        if other == 0 { one } else { divisor(other, one % other) }
    }
    let points = definition.rows.iter().filter_map(|row| row.rule.points()).map(|points| {
        let (numerator, denominator) = points.fraction();
        assert_eq!(numerator * 1_000_000 % denominator, 0, "{}", definition.id);
        numerator * 1_000_000 / denominator
    });
    let step = points.fold(0, divisor);
    Exact::millionths(i64::try_from(step).expect("a small number"))
}

#[test]
fn every_warning_has_a_worked_case() {
    let warned: HashSet<WarningCode> = requests()
        .flat_map(|(_, request)| judge(&request).judgement.warnings)
        .map(|warning| warning.code)
        .collect();
    for code in WarningCode::ALL {
        assert!(warned.contains(&code), "{code:?}");
    }
}

#[test]
fn an_instrument_warns_of_what_it_declares_and_of_each_in_a_worked_case() {
    for definition in definitions() {
        let warned: BTreeSet<WarningCode> = judgements(definition.id)
            .flat_map(|(_, judgement)| judgement.warnings)
            .map(|warning| warning.code)
            .collect();
        let declared: Vec<WarningCode> = definition.warnings().collect();
        assert_eq!(warned.into_iter().collect::<Vec<_>>(), declared, "{}", definition.id);
        let of_the_rule: Vec<WarningCode> =
            declared.into_iter().filter(|code| *code != WarningCode::RuleSetMatters).collect();
        assert_eq!(definition.warns, of_the_rule, "{} warns in another order", definition.id);
    }
}

#[test]
fn every_error_has_a_worked_case() {
    let refused: HashSet<String> = cases()
        .flat_map(|case| {
            elements(&case.expect["errors"])
                .map(|error| error["code"].to_string())
                .collect::<Vec<_>>()
        })
        .collect();
    for code in ProblemKind::CODES {
        assert!(refused.contains(&format!("{code:?}")), "no worked case of {code}");
    }
}

#[test]
fn whatever_an_instrument_reads_decides_a_worked_case() {
    let mut decisive = HashSet::new();
    for (_, request) in requests() {
        let judgement = judge(&request).judgement;
        for role in Role::ALL {
            for (item, _) in request.visits.of(role).answers() {
                let mut without = request.visits.clone();
                *without.of_mut(role) =
                    without.of(role).answers().filter(|(other, _)| *other != item).collect();
                if assess(request.instrument, request.choices, &without).judgement != judgement {
                    decisive.insert((request.instrument.definition().id, role, item));
                }
            }
        }
    }
    let mut undecided = Vec::new();
    for definition in definitions() {
        for reads in definition.reads {
            let items = reads
                .items
                .iter()
                .flat_map(|item| std::iter::once(*item).chain(definition.measurements(*item)));
            let keys = items.map(|item| (definition.id, reads.role, item));
            undecided.extend(keys.filter(|key| !decisive.contains(key)));
        }
    }
    assert!(undecided.is_empty(), "no worked case turns on {undecided:?}");
}
