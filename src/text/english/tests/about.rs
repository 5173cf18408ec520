//! What is said of the program and of the sheets side by side, and that the
//! numbers in it are those of the tables.

use super::{ENGLISH, Language, numbers, shown};
use crate::instruments::sledai::{Difference, SLEDAI_2K, deviation};
use crate::instruments::{Instrument, REGISTRY};
use crate::items::Item;
use crate::scoring::{Bounds, Evidence, Exact};
use crate::text::{AboutText, ComparisonText, Prose};

fn is_told(text: &str) -> bool {
    !text.is_empty() && text == text.trim()
}

fn is_sentence(text: &str) -> bool {
    is_told(text) && text.ends_with('.')
}

#[test]
fn every_word_about_the_program_is_there() {
    let AboutText {
        title,
        purpose,
        limits,
        privacy,
        instruments,
        instruments_lead,
        id,
        range,
        cutoff,
        options,
        default,
        sources,
        evidence,
        evidence_lead,
        keys,
        keys_lead,
        key,
        does,
        shortcuts,
        licence,
        copy,
        version,
        development,
        newer,
    } = ENGLISH.about();
    for Prose { heading, points } in [purpose, limits, privacy, licence] {
        assert!(is_told(heading) && !points.is_empty());
        points.iter().for_each(|point| assert!(is_sentence(point), "{point}"));
    }
    for lead in [instruments_lead, evidence_lead, keys_lead, development, newer] {
        assert!(is_sentence(lead), "{lead}");
    }
    for word in [
        title,
        instruments,
        id,
        range,
        cutoff,
        options,
        default,
        sources,
        evidence,
        keys,
        key,
        does,
        copy,
        version,
    ] {
        assert!(is_told(word), "{word}");
    }
    assert!(shortcuts.iter().all(|(key, does)| is_told(key) && is_told(does)));
}

#[test]
fn every_word_of_the_comparison_is_there() {
    let ComparisonText {
        title,
        lead,
        table,
        total,
        differs,
        no_rows,
        recorded,
        why,
        one_answer,
        elsewhere,
        causes,
    } = ENGLISH.comparison();
    for word in [title, table, total, differs, why, one_answer, elsewhere] {
        assert!(is_told(word), "{word}");
    }
    for sentence in [lead, no_rows, recorded].into_iter().chain(*causes) {
        assert!(is_sentence(sentence), "{sentence}");
    }
}

#[test]
fn causes_name_the_joints_and_the_windows_of_the_sheets() {
    let cause = |word: &str| {
        let mut causes = ENGLISH.comparison().causes.iter();
        causes.find(|cause| cause.starts_with(word)).map(|cause| numbers(cause)).expect("named")
    };
    let Some(Difference::Limit { usual, theirs, .. }) =
        deviation(Item::Arthritis).map(|joints| joints.difference)
    else {
        panic!("the sheets ask for different numbers of joints")
    };
    assert_eq!(cause("Arthritis"), [shown(usual.limit), shown(theirs.limit)]);
    let mut options = SLEDAI_2K.definition().options.iter();
    let window = options.find(|option| option.id == "window_days").expect("a choice");
    let windows: Vec<&str> = window.values.iter().map(|value| value.code).collect();
    assert_eq!(cause("The window"), windows);
}

#[test]
fn a_deviation_names_its_sheets_and_what_they_ask() {
    let told = |item| ENGLISH.deviation(&deviation(item).expect("the sheets differ"));
    assert_eq!(
        told(Item::Arthritis),
        "Inflamed joints: ≥\u{a0}2 on SLEDAI-2K, >\u{a0}2 on SELENA-SLEDAI, SELENA-SLEDAI hybrid \
         and SLEDAI 1992."
    );
    assert_eq!(
        told(Item::Proteinuria),
        "SELENA-SLEDAI and SLEDAI 1992 count it only if it is new or has risen by \
         >\u{a0}0.5\u{a0}g, in a day or per gram of creatinine. On the other sheets a lasting one \
         counts as well."
    );
    assert_eq!(
        told(Item::Rash),
        "SLEDAI 1992 counts it only if it is new or recurrent. On the other sheets a lasting one \
         counts as well."
    );
    assert_eq!(
        told(Item::Cva),
        "SELENA-SLEDAI and SELENA-SLEDAI hybrid rule out more: arteriosclerosis, hypertension."
    );
    assert!(told(Item::VisualDisturbance).ends_with("scleritis or episcleritis."));
}

#[test]
fn what_has_no_row_is_told_in_a_sentence() {
    assert_eq!(ENGLISH.open_on_all(&[]), "");
    assert_eq!(
        ENGLISH.open_on_all(&[Item::Fever]),
        "Open on all four sheets, and widening each total: fever."
    );
    assert_eq!(
        ENGLISH.open_on_all(&[Item::Fever, Item::Rash]),
        "2 items are open on all four sheets and widen each total."
    );
    assert_eq!(ENGLISH.asked_differently(&[]), "");
    assert_eq!(
        ENGLISH.asked_differently(&[Item::Seizure, Item::Cva]),
        "Answered as not counting, although the sheets ask for different things and another one \
         might count it: seizure and cerebrovascular accident."
    );
}

#[test]
fn bands_name_where_each_ends_and_to_which_side_the_end_belongs() {
    let told = |id: &str| {
        let instrument = REGISTRY.iter().find(|it| it.definition().id == id).expect("known");
        let bands = instrument.definition().bands(Default::default()).expect("it has bands");
        ENGLISH.bands(id, bands)
    };
    assert_eq!(
        told("sledai-2k"),
        "No activity up to 0, mild activity up to 5, moderate activity up to 10, high activity up \
         to 19, very high activity above that."
    );
    assert_eq!(
        told("acr-eular-myositis-2016"),
        "No response below 20, minimal improvement below 40, moderate improvement below 60, major \
         improvement from there on."
    );
}

#[test]
fn counts_and_ages_are_told_in_sentences() {
    assert_eq!(
        ENGLISH.confirmed(&[(Evidence::Primary, 4), (Evidence::Choice, 1)]),
        "Rows of the calculation: 5, of which 4 primary and 1 project choice."
    );
    assert_eq!(
        ENGLISH.confirmed(&[(Evidence::Secondary, 6)]),
        "Rows of the calculation: 6, all secondary."
    );
    assert_eq!(ENGLISH.built("2026-11-22", None), "Built on 2026-11-22.");
    assert_eq!(ENGLISH.built("2026-11-22", Some(0)), "Built on 2026-11-22, today.");
    assert_eq!(ENGLISH.built("2026-11-22", Some(1)), "Built on 2026-11-22, 1 day ago.");
    assert_eq!(ENGLISH.built("2026-11-22", Some(40)), "Built on 2026-11-22, 40 days ago.");
    let bounds = Bounds::between(Exact::ZERO, Exact::integer(105));
    assert_eq!(ENGLISH.bounds(bounds), "0 to 105");
    assert!(is_sentence(&ENGLISH.all_present(Exact::integer(105))));
}
