//! The comparison of the four SLEDAI sheets, held against the sheets.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::instruments::{assess, sledai};
use rheumscore::items::Item;
use rheumscore::report::{Comparison, compare};
use rheumscore::scoring::{Bounds, Exact, Mention, Role, WarningCode};
use rheumscore::text::{ENGLISH, Language};
use support::registry::{assert_sentence, requests};

/// Every worked case of the four sheets, on all of them.
fn comparisons() -> impl Iterator<Item = (String, Comparison, [Bounds; 4])> {
    let sheets = sledai::ALL.map(|sledai| sledai.sheet().definition.id);
    let requests =
        requests().filter(move |(_, request)| sheets.contains(&request.instrument.definition().id));
    requests.map(|(case, request)| {
        let score = |sledai: &'static sledai::Sledai| {
            let judgement = assess(sledai, request.choices, &request.visits).judgement;
            judgement.score.expect("a sheet has a score")
        };
        (case.place, compare(request.choices, &request.visits), sledai::ALL.map(score))
    })
}

#[test]
fn totals_are_those_of_the_sheets() {
    let mut compared = 0;
    for (place, comparison, scores) in comparisons() {
        assert_eq!(comparison.totals.map(|it| it.total), scores, "{place}");
        compared += 1;
    }
    assert!(compared > 400, "{compared} cases");
}

#[test]
fn rows_are_left_out_exactly_where_a_record_gives_the_total_of_a_sheet() {
    let sheets = sledai::ALL.map(|sledai| sledai.sheet().definition.id);
    let mut recorded = 0;
    for (case, request) in requests() {
        if !sheets.contains(&request.instrument.definition().id) {
            continue;
        }
        let takes_a_total = sledai::ALL.iter().any(|sledai| {
            let warnings = assess(*sledai, request.choices, &request.visits).judgement.warnings;
            warnings.iter().any(|it| {
                let total = |mention: &Mention| mention.role == Role::Current;
                it.code == WarningCode::TotalEntered && it.items.iter().any(total)
            })
        });
        let comparison = compare(request.choices, &request.visits);
        assert_eq!(comparison.recorded, takes_a_total, "{}", case.place);
        recorded += u32::from(comparison.recorded);
    }
    assert!(recorded > 10, "{recorded} cases");
}

/// What is not shown gives nothing, or stands open on all sheets alike.
#[test]
fn rows_add_up_to_the_totals() {
    for (place, comparison, scores) in comparisons() {
        if comparison.recorded {
            assert!(comparison.rows.is_empty() && comparison.open.is_empty(), "{place}");
            continue;
        }
        let open = comparison.open.iter().map(|item| weight(*item));
        let open = open.fold(Exact::ZERO, |sum, weight| sum + weight);
        for (at, score) in scores.into_iter().enumerate() {
            let rows: Bounds = comparison.rows.iter().map(|row| row.points[at]).sum();
            assert_eq!(rows + Bounds::between(Exact::ZERO, open), score, "{place}");
        }
    }
}

fn weight(item: Item) -> Exact {
    let sheet = sledai::SLEDAI_2K.sheet();
    let mut descriptors = sheet.descriptors.iter();
    let descriptor = descriptors.find(|descriptor| descriptor.item == item).expect("on the sheet");
    Exact::from(descriptor.weight)
}

#[test]
fn rows_that_differ_say_why() {
    let mut differing = 0;
    for (place, comparison, _) in comparisons() {
        for row in comparison.rows.iter().filter(|row| row.differs()) {
            let reason = row.reason.as_ref().unwrap_or_else(|| panic!("{place}: {:?}", row.item));
            assert_sentence(&ENGLISH.deviation(&reason.deviation), &place);
            differing += 1;
        }
    }
    assert!(differing > 20, "{differing} rows differ");
}

/// The words of the sheets and the table of what sets them apart.
#[test]
fn what_sheets_say_differently_is_what_sets_them_apart() {
    // SELENA says in other words what SLEDAI-2K means.
    let only_words = [Item::Rash, Item::Alopecia, Item::MucosalUlcers];
    for sledai in sledai::ALL {
        let sheet = sledai.sheet().definition.id;
        for descriptor in &sledai.sheet().descriptors {
            let item = descriptor.item;
            let deviates = sledai::deviation(item).is_some_and(|it| it.sheets.contains(&sheet));
            let worded = ENGLISH.item_for(sheet, item) != ENGLISH.item_for("sledai-2k", item);
            let agrees = only_words.contains(&item) && sheet != "sledai-1992";
            // How many joints count stands in the table alone.
            let told = worded || (deviates && item == Item::Arthritis);
            assert_eq!(deviates, told && !agrees, "{sheet}: {}", item.id());
        }
    }
}

/// The sheets leave the same choices open, so that one window holds for all.
#[test]
fn the_sheets_share_their_choices() {
    let choices = sledai::ALL.map(|sledai| {
        let options = sledai.sheet().definition.options.iter();
        let codes = options.map(|option| {
            (option.id, option.values.iter().map(|value| value.code).collect::<Vec<_>>())
        });
        codes.collect::<Vec<_>>()
    });
    assert!(choices.iter().all(|other| *other == choices[0]));
}
