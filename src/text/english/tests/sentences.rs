//! Mentions and warnings.

use super::{ENGLISH, Language};
use crate::instruments::{Choices, REGISTRY, assess, find};
use crate::items::{Answer, Item, Visit, Visits};
use crate::scoring::{Finding, Mention, PartValue, Role, Warning, WarningCode};

#[test]
fn a_mention_is_small_inside_a_sentence_and_names_its_visit() {
    for (role, id, words) in [
        (Role::Current, "fever", "fever"),
        (Role::Current, "anti_dsdna", "anti-dsDNA"),
        (Role::Current, "mrss", "mRSS"),
        (Role::Current, "crp", "CRP"),
        (Role::Current, "c3", "C3"),
        (Role::Previous, "proteinuria", "earlier visit: proteinuria"),
        (Role::Baseline, "ck", "baseline: CK"),
        (Role::Baseline, "enzyme", "baseline: a muscle enzyme"),
        (Role::Current, "luck", "luck"),
    ] {
        assert_eq!(ENGLISH.mention(Mention::of(role, id)), words);
    }
}

#[test]
fn every_warning_names_what_it_is_about() {
    let about = |code, ids: &[&'static str]| {
        ENGLISH.warning(&Warning::about(
            code,
            ids.iter().map(|id| Mention::of(Role::Current, id)).collect(),
        ))
    };
    for code in WarningCode::ALL {
        let sentence = about(code, &["fever"]);
        assert!(sentence.ends_with('.'), "{sentence}");
    }
    assert_eq!(
        about(WarningCode::Conflict, &["fever", "leukopenia", "first_visit"]),
        "A measured value contradicts what was entered for fever and leukopenia: the entry is \
         used. Check both. “First visit” is stated beside an earlier protein value: the earlier \
         value is used. Check both."
    );
    assert_eq!(
        about(WarningCode::AttributionUnconfirmed, &["leukopenia", "pyuria"]),
        "Counted from the number alone: leukopenia (also seen with infection, drugs or \
         lymphodepletion); pyuria (also seen with infection). Confirm that the disease is the \
         cause, or answer “other cause”."
    );
    let unmeasured = ["aldolase", "ldh"].map(|id| Mention::of(Role::Baseline, id)).to_vec();
    assert_eq!(
        ENGLISH.warning(&Warning::about(WarningCode::EnzymePanelIncomplete, unmeasured)),
        "The most abnormal enzyme was chosen among those measured at baseline, without aldolase \
         and LDH."
    );
    let earlier = Mention::of(Role::Previous, "proteinuria");
    let sentence = ENGLISH.warning(&Warning::about(WarningCode::Conflict, vec![earlier]));
    assert!(sentence.starts_with("At the earlier visit"), "{sentence}");
}

#[test]
fn every_option_that_can_matter_says_how() {
    let mut seen = 0;
    for instrument in REGISTRY {
        for option in instrument.definition().options {
            let warning = Warning {
                code: WarningCode::RuleSetMatters,
                items: Vec::new(),
                option: Some(option.id),
            };
            let sentence = ENGLISH.warning(&warning);
            assert!(sentence.contains("verdict for this patient"), "{sentence}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// What decides a result of one visit and the visit before it.
fn deciding(instrument: &str, current: &[(Item, Answer)]) -> String {
    let instrument = find(instrument).expect("an instrument");
    let current = Visit::from_iter(current.iter().copied());
    let visits = Visits { current, ..Visits::BLANK };
    ENGLISH.deciding(&assess(instrument, Choices::default(), &visits))
}

#[test]
fn a_flare_is_told_by_what_fired() {
    let started = [Item::StartedImmunosuppressantForActivity, Item::HospitalisedForActivity];
    let started = started.map(|item| (item, Answer::Finding(Finding::Present)));
    assert_eq!(
        deciding("selena-flare-index", &started),
        "Fired: Immunosuppressant started; Hospital admission"
    );
    assert_eq!(deciding("selena-flare-index", &[]), "");
}

#[test]
fn a_verdict_is_told_by_what_is_not_met_and_by_no_value_that_nobody_read() {
    let seizure = (Item::Seizure, Answer::Finding(Finding::Present));
    // At least 8 whatever else there is: no single value was read.
    assert_eq!(deciding("doris-2021", &[seizure]), "Not met: Clinical SLEDAI");
    let unstable = (Item::TherapyStable, Answer::Attested(false));
    assert_eq!(deciding("doris-2021", &[unstable]), "Not met: Stable treatment no");
}

#[test]
fn only_what_is_open_is_read_as_open() {
    let read = |value, is_open| ENGLISH.part_value("icans-astct-2019", "seizure", value, is_open);
    assert_eq!(read(PartValue::Open, true), "open");
    assert_eq!(read(PartValue::Open, false), "–");
    assert_ne!(read(PartValue::Code("resolving"), false), "resolving", "told by its words");
}
