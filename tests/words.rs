//! Everything that a person reads has its words.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::HashSet;

use rheumscore::items::{Glucocorticoid, Item, Kind};
use rheumscore::outcomes::{Days, First};
use rheumscore::scoring::{Evidence, Finding, Mention, Role, Verdict};
use rheumscore::session::worksheet::Side;
use rheumscore::session::worksheet::doses::Interval;
use rheumscore::session::worksheet::joints::{JointName, JointState};
use rheumscore::session::worksheet::skin::SkinMethod;
use rheumscore::session::worksheet::strength::GROUPS;
use rheumscore::session::worksheet::{BilagDomain, BilagState, IcePoint, IceState};
use rheumscore::text::{ENGLISH, Language, OutcomesLanguage};
use support::registry::{assert_sentence, assert_told, definitions, judgements, rule_sets};

#[test]
fn every_item_has_its_words() {
    for item in Item::all() {
        let text = ENGLISH.item(item);
        assert_told(text.label, item.id());
        assert_sentence(text.counts, item.id());
        for aside in [text.excludes, text.window] {
            assert_eq!(aside, aside.trim(), "{}", item.id());
        }
        assert_told(ENGLISH.group(item.group()), item.id());
        match item.kind() {
            Kind::Choice(codes) => {
                codes.iter().for_each(|code| assert_told(ENGLISH.choice(item, code), code))
            }
            Kind::Measurement(scale) => {
                scale.unit_codes().for_each(|code| assert_told(ENGLISH.unit(code), code))
            }
            Kind::Finding | Kind::Count { .. } | Kind::Attestation => {}
        }
        for role in Role::ALL {
            assert_told(&ENGLISH.mention(Mention::of(role, item.id())), item.id());
        }
    }
}

#[test]
fn items_of_one_group_are_told_apart_by_their_labels() {
    let mut labels = HashSet::new();
    for item in Item::all() {
        let label = (item.group(), ENGLISH.item(item).label);
        assert!(labels.insert(label), "{label:?} stands twice");
    }
}

#[test]
fn every_instrument_has_its_words() {
    for definition in definitions() {
        let id = definition.id;
        let text = ENGLISH.instrument(id);
        assert_told(text.name, id);
        assert_sentence(text.measures, id);
        assert_sentence(text.not_for, id);
        assert_told(ENGLISH.disease(definition.disease), id);
        if judgements(id).any(|(_, judgement)| judgement.verdict.is_some()) {
            [text.met, text.not_met, text.undetermined]
                .iter()
                .for_each(|words| assert_told(words, id));
        }
        for row in definition.rows {
            assert_told(ENGLISH.part(id, row.id), row.id);
        }
        for bands in rule_sets(definition).iter().filter_map(|it| definition.bands(*it)) {
            bands.bands.iter().for_each(|it| assert_told(ENGLISH.category(id, it.name), it.name));
            for band in bands.bands {
                let word = ENGLISH.band(band.name);
                assert_told(word, band.name);
                assert!(!word.contains('_'), "{word:?} is no word");
            }
        }
        for item in definition.reads.iter().flat_map(|reads| reads.items) {
            assert_sentence(ENGLISH.item_for(id, *item).counts, item.id());
        }
    }
}

#[test]
fn every_option_has_its_words() {
    for definition in definitions() {
        for option in definition.options {
            let text = ENGLISH.option(definition.id, option.id);
            assert_told(text.label, option.id);
            assert_sentence(text.explains, option.id);
            for value in option.values {
                let text = ENGLISH.option_value(definition.id, option.id, value.code);
                assert_told(text.label, value.code);
                assert_sentence(text.explains, value.code);
            }
        }
        for choices in rule_sets(definition) {
            let codes: Vec<&str> =
                definition.chosen(choices).map(|(_, value)| value.code).collect();
            assert_told(&ENGLISH.rule_set(definition, &codes), definition.id);
        }
    }
}

#[test]
fn rule_sets_are_told_apart_by_their_words() {
    let mut texts = HashSet::new();
    for definition in definitions() {
        for choices in rule_sets(definition) {
            let codes: Vec<&str> =
                definition.chosen(choices).map(|(_, value)| value.code).collect();
            let text = ENGLISH.rule_set(definition, &codes);
            assert!(texts.insert(text.clone()), "{text:?} stands twice");
        }
    }
}

#[test]
fn every_answer_verdict_and_tag_has_its_words() {
    Finding::ALL.iter().for_each(|finding| assert_told(ENGLISH.finding(*finding), finding.code()));
    Role::ALL.iter().for_each(|role| assert_told(ENGLISH.role(*role), role.key()));
    Glucocorticoid::ALL.iter().for_each(|drug| assert_told(ENGLISH.drug(drug.code), drug.code));
    for verdict in [Verdict::Met, Verdict::NotMet, Verdict::Undetermined] {
        assert_told(ENGLISH.verdict(verdict), verdict.code());
    }
    for evidence in Evidence::ALL {
        assert_told(ENGLISH.evidence(evidence).label, evidence.code());
        assert_told(ENGLISH.evidence(evidence).explains, evidence.code());
    }
}

#[test]
fn every_code_of_a_worksheet_has_its_words() {
    let codes = Side::ALL
        .map(Side::code)
        .into_iter()
        .chain(JointName::ALL.map(JointName::code))
        .chain(JointState::ALL.map(JointState::code))
        .chain(Interval::ALL.map(|interval| interval.code()))
        .chain(SkinMethod::ALL.map(SkinMethod::code))
        .chain(GROUPS.map(|(code, _)| code))
        .chain(IcePoint::ALL.map(IcePoint::code))
        .chain(IceState::ALL.map(IceState::code))
        .chain(BilagDomain::ALL.map(BilagDomain::code))
        .chain(BilagState::ALL.map(BilagState::code));
    let mut words = HashSet::new();
    for code in codes {
        assert_told(ENGLISH.worksheet(code), code);
        assert!(words.insert(ENGLISH.worksheet(code)), "{code} has the words of another");
    }
    assert_eq!(ENGLISH.worksheet("mcp_6"), "");
}

#[test]
fn outcomes_and_cohorts_have_their_words() {
    let words = ENGLISH.outcomes();
    for text in [
        words.time,
        words.adjusted_mean,
        words.attained,
        words.drug_free,
        words.flares,
        words.sclerosis,
        words.myositis,
        words.aplasia,
        words.grading,
        words.platelets,
        words.local_reactions,
    ] {
        assert_told(text.title, "an outcome");
        assert_sentence(text.rule, text.title);
    }
    for first in [
        First::After(Days::exactly(9)),
        First::Perhaps { earliest: 9, last: None },
        First::NotBy { last: Some(9) },
        First::NoDayZero,
        First::NoVisit,
    ] {
        assert_sentence(&ENGLISH.first(first), "first met");
    }
    for (days, told) in [
        (Days::exactly(1), "1 day"),
        (Days::between(Some(2), Some(5)), "2 to 5 days"),
        (Days::between(Some(1), None), "at least 1 day"),
        (Days::between(None, Some(5)), "at most 5 days"),
        (Days::ANY, "an unknown number of days"),
    ] {
        assert_eq!(ENGLISH.days(days), told);
    }
}

/// The sheets of SELENA and of 1992 count alike and ask differently.
#[test]
fn sheets_that_count_alike_ask_differently() {
    let differ = Item::all().any(|item| {
        ENGLISH.item_for("selena-sledai", item) != ENGLISH.item_for("sledai-1992", item)
    });
    assert!(differ);
}
