//! Instruments, their parts and every category that can occur.

use std::collections::BTreeSet;

use super::{ENGLISH, Language, numbers, shown};
use crate::instruments::{Choices, REGISTRY, find, sledai};
use crate::items::{Answer, Item, Measured, Visit, Visits};
use crate::scoring::{Category, Exact, Finding, Span};

#[test]
fn every_instrument_has_its_texts_and_verdict_words_only_where_it_has_a_verdict() {
    for instrument in REGISTRY {
        let definition = instrument.definition();
        let text = ENGLISH.instrument(definition.id);
        assert!(!ENGLISH.disease(definition.disease).is_empty());
        for words in [text.name, text.measures, text.not_for] {
            assert!(!words.is_empty(), "{}", definition.id);
        }
        let has_verdict = instrument.judge(&Choices::default(), &Visits::BLANK).verdict.is_some();
        for words in [text.met, text.not_met, text.undetermined] {
            assert_eq!(!words.is_empty(), has_verdict, "{}: {words}", definition.id);
        }
        if let Some((cut_off, _)) = definition.cutoff {
            for words in [text.met, text.not_met] {
                assert!(numbers(words).contains(&shown(cut_off.limit).as_str()), "{words}");
            }
        }
        for row in definition.rows {
            assert!(!ENGLISH.part(definition.id, row.id).is_empty(), "{}", row.id);
        }
    }
    assert_eq!(ENGLISH.instrument("sledai-3k").name, "");
    assert_eq!(ENGLISH.part("doris-2021", "luck"), "");
}

/// The categories an instrument gives to these visits under every choice of its
/// first option, each of which has to have words.
fn categories(id: &str, visits: impl Iterator<Item = Visits>) -> BTreeSet<&'static str> {
    let instrument = find(id).expect("an instrument");
    let places = instrument.definition().options.first().map_or(1, |option| option.values.len());
    let mut names = BTreeSet::new();
    for visits in visits {
        for place in 0..places {
            let choices = Choices::default().with(0, place);
            let Some(Category::Known(name)) = instrument.judge(&choices, &visits).category else {
                continue;
            };
            assert!(!ENGLISH.category(id, name).is_empty(), "{id}: {name}");
            names.insert(name);
        }
    }
    names
}

#[test]
fn every_band_of_a_sheet_has_words() {
    for sheet in sledai::ALL {
        let sheet = sheet.sheet();
        let rows = &sheet.descriptors;
        // The last descriptors weigh least, so that every band is met on the way.
        let visits = (0..=rows.len()).map(|absent| {
            let current = rows.iter().enumerate().map(|(at, descriptor)| {
                let finding = if at < absent { Finding::Absent } else { Finding::Present };
                (descriptor.item, Answer::Finding(finding))
            });
            Visits { current: current.collect(), ..Visits::BLANK }
        });
        assert_eq!(categories(sheet.definition.id, visits).len(), 7);
    }
    assert_eq!(ENGLISH.category("sledai-2k", "none"), "no activity");
    assert_eq!(ENGLISH.category("sledai-2k", "lucky"), "");
}

#[test]
fn every_level_of_response_has_words() {
    /// The worst and the best value of each measure.
    const CORE_SET: [(Item, i64, i64); 6] = [
        (Item::PhysicianGlobal, 10, 0),
        (Item::PatientGlobal, 10, 0),
        (Item::ExtramuscularGlobal, 10, 0),
        (Item::Haq, 3, 0),
        (Item::Ck, 10, 0),
        (Item::Strength, 0, 100),
    ];
    let visit = |improved: u32| -> Visit {
        let answers = CORE_SET.iter().enumerate().map(|(at, (item, worst, best))| {
            let value = if improved & (1 << at) == 0 { *worst } else { *best };
            let limit = Some(Exact::integer(1));
            let value = Span::exactly(Exact::integer(value));
            (*item, Answer::Measured(Measured { value, limit }))
        });
        answers.collect()
    };
    let every_combination = (0..64).map(|improved| Visits {
        baseline: visit(0),
        current: visit(improved),
        ..Visits::BLANK
    });
    let id = "acr-eular-myositis-2016";
    assert_eq!(categories(id, every_combination).len(), 4);
    assert_eq!(ENGLISH.category(id, "none"), "no response");
}
