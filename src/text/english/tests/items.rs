//! Items and single words.

use std::collections::BTreeSet;

use super::{ENGLISH, Language, numbers, shown};
use crate::instruments::sledai;
use crate::instruments::{Derivation, REGISTRY, RowRule};
use crate::items::{Glucocorticoid, Group, Item, Kind};
use crate::scoring::{Evidence, Finding, Role, Scale, Threshold, Verdict};
use crate::text::ItemText;

/// The sheets, and one instrument that has no differences.
const SHEETS: [&str; 5] =
    ["sledai-2k", "selena-sledai", "selena-sledai-hybrid", "sledai-1992", "doris-2021"];

/// What is written beside an item, without its label.
fn definition(text: ItemText) -> String {
    [text.counts, text.excludes, text.window].join(" ")
}

#[test]
fn every_item_has_a_label_and_says_what_counts() {
    for item in Item::all() {
        for instrument in SHEETS {
            let text = ENGLISH.item_for(instrument, item);
            assert!(!text.label.is_empty() && !text.counts.is_empty(), "{item:?}");
            assert_eq!(text.label, ENGLISH.item(item).label, "{item:?}: one label on all sheets");
        }
    }
}

#[test]
fn no_two_items_share_a_label() {
    let labels: BTreeSet<&str> = Item::all().map(|item| ENGLISH.item(item).label).collect();
    assert_eq!(labels.len(), Item::COUNT);
}

#[test]
fn definitions_are_sentences() {
    for item in Item::all() {
        for instrument in SHEETS {
            let ItemText { counts, excludes, window, .. } = ENGLISH.item_for(instrument, item);
            for text in [counts, excludes, window] {
                let begins_small = text.starts_with(|letter: char| letter.is_lowercase());
                assert!(
                    text.is_empty() || text.ends_with('.') && !begins_small,
                    "{item:?}: {text}"
                );
                assert!(!text.contains("  "), "{item:?}: {text}");
            }
        }
    }
}

#[test]
fn sheets_say_differently_what_they_mean_differently() {
    let differing = |instrument: &str| -> Vec<Item> {
        Item::all()
            .filter(|item| ENGLISH.item_for(instrument, *item) != ENGLISH.item(*item))
            .collect()
    };
    assert_eq!(differing("sledai-2k"), []);
    assert_eq!(differing("doris-2021"), []);
    let of_1992 = [Item::Proteinuria, Item::Rash, Item::Alopecia, Item::MucosalUlcers];
    assert_eq!(differing("sledai-1992"), of_1992);
    let mut selena = differing("selena-sledai");
    assert_eq!(selena.len(), 10);
    selena.retain(|item| *item != Item::Proteinuria);
    assert_eq!(differing("selena-sledai-hybrid"), selena);
}

#[test]
fn what_does_not_read_ch50_does_not_ask_for_it() {
    for instrument in REGISTRY.iter().map(|it| it.definition()) {
        let reads = |item| instrument.reads.iter().any(|reads| reads.items.contains(&item));
        let text = ENGLISH.item_for(instrument.id, Item::LowComplement);
        if reads(Item::LowComplement) {
            let asks = text.counts.contains("CH50");
            assert_ne!(asks, instrument.ignores.contains(&Item::Ch50), "{}", instrument.id);
        }
    }
}

#[test]
fn no_number_stands_in_the_definition_of_a_descriptor() {
    for sheet in sledai::ALL {
        let sheet = sheet.sheet();
        for item in sheet.descriptors.iter().map(|descriptor| descriptor.item) {
            let mut text = definition(ENGLISH.item_for(sheet.definition.id, item));
            for name in ["C3", "C4", "CH50"] {
                text = text.replace(name, "");
            }
            assert_eq!(numbers(&text), [""; 0], "{item:?} in {}", sheet.definition.id);
        }
    }
}

#[test]
fn no_cut_off_of_a_table_stands_in_the_definition_of_its_item() {
    let mut cut_offs: Vec<(Item, Threshold)> = Vec::new();
    for instrument in REGISTRY {
        cut_offs.extend(instrument.definition().rows.iter().filter_map(|row| match row.rule {
            RowRule::Beyond { item, threshold, .. } => Some((item, threshold)),
            RowRule::Criterion(threshold) => Some((Item::from_id(row.id)?, threshold)),
            _ => None,
        }));
    }
    for sheet in sledai::ALL {
        for descriptor in &sheet.sheet().descriptors {
            match descriptor.derivation {
                Some(Derivation::Beyond { by, threshold }) => {
                    cut_offs.extend([(descriptor.item, threshold), (by, threshold)]);
                }
                Some(Derivation::Protein { above, .. }) => {
                    cut_offs.extend(sledai::PROTEIN.map(|item| (item, above)));
                }
                Some(
                    Derivation::AboveLimit { .. }
                    | Derivation::BelowLimit { .. }
                    | Derivation::LowComplement { .. },
                )
                | None => {}
            }
        }
    }
    assert!(cut_offs.len() > 20);
    for (item, threshold) in cut_offs {
        let limit = shown(threshold.limit);
        // The marks on a line have names, whatever is decided there.
        if ENGLISH.anchors(item).iter().any(|anchor| anchor.at.to_string() == limit) {
            continue;
        }
        let text = definition(ENGLISH.item(item));
        assert!(!numbers(&text).contains(&limit.as_str()), "{item:?}: {limit} in {text:?}");
    }
}

#[test]
fn every_code_of_a_choice_has_words() {
    for item in Item::all() {
        let Kind::Choice(codes) = item.kind() else { continue };
        for code in codes {
            assert!(!ENGLISH.choice(item, code).is_empty(), "{item:?} {code}");
        }
    }
    assert_eq!(ENGLISH.choice(Item::Hypoxia, "flood"), "");
}

#[test]
fn every_word_of_the_vocabulary_is_there() {
    for item in Item::all() {
        assert!(!ENGLISH.group(item.group()).is_empty());
        for unit in item.kind().scale().into_iter().flat_map(Scale::unit_codes) {
            assert!(!ENGLISH.unit(unit).is_empty(), "{unit}");
        }
    }
    for drug in Glucocorticoid::ALL {
        assert!(!ENGLISH.drug(drug.code).is_empty(), "{}", drug.code);
    }
    for evidence in Evidence::ALL {
        let text = ENGLISH.evidence(evidence);
        assert!(!text.label.is_empty() && text.explains.ends_with('.'));
    }
    assert_eq!(ENGLISH.unit("10*9/L"), "×10⁹/L");
    assert_eq!(ENGLISH.unit(""), "");
    assert_eq!(ENGLISH.drug("aspirin"), "");
    assert_eq!(ENGLISH.group(Group::Renal), "Kidney and urine");
    assert_eq!(ENGLISH.verdict(Verdict::Undetermined), "cannot be told yet");
    assert_eq!(ENGLISH.finding(Finding::OtherCause), "Other cause");
    assert_eq!(ENGLISH.role(Role::Previous), "Earlier visit");
}
