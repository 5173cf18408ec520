//! Mentions and warnings.

use super::{ENGLISH, Language};
use crate::instruments::REGISTRY;
use crate::scoring::{Mention, Role, Warning, WarningCode};

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
