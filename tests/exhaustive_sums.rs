//! Systemic sclerosis by the indices of 2001, skin, strength and function, tried
//! out in full against arithmetic that knows nothing of the tables.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::items::{Answer, Counted, Item, Measured, Visit};
use rheumscore::scoring::{Bounds, Exact, PartValue, Span, Verdict, WarningCode};
use support::made::{
    STATES, combinations, deciding, judge, missing, part, points, seen, tenths, tried,
};

/// The ends of a score.
fn ends(score: Option<Bounds>) -> Option<[Exact; 2]> {
    score.map(|score| [score.lowest(), score.highest()])
}

fn count(count: u32) -> Answer {
    Answer::Count(count.into())
}

/// A count or grade that lies between two others.
fn between(lowest: u32, highest: u32) -> Answer {
    Counted::between(lowest, highest).map(Answer::Count).expect("the lower one comes first")
}

// Systemic sclerosis

/// The items of the three indices, each with an answer that counts and one that
/// does not, and its tenths in the whole series, in diffuse and in limited
/// disease.
fn items_of_2001() -> [(Item, [Answer; 2], [u32; 3]); 11] {
    let finding = [seen(true), seen(false)];
    [
        (Item::Mrss, [count(15), count(14)], [10, 0, 0]),
        (Item::Scleredema, finding, [5, 0, 5]),
        (Item::SkinWorsening, finding, [20, 30, 25]),
        (Item::DigitalNecrosis, finding, [5, 0, 0]),
        (Item::VascularWorsening, finding, [5, 20, 10]),
        (Item::SscArthritis, finding, [5, 0, 10]),
        (Item::ArticularMuscularWorsening, finding, [0, 10, 0]),
        (Item::DlcoPercent, [tenths(799), tenths(800)], [5, 0, 0]),
        (Item::CardiopulmonaryWorsening, finding, [20, 40, 15]),
        (Item::Esr, [tenths(301), tenths(300)], [15, 0, 25]),
        (Item::LowComplement, finding, [10, 0, 10]),
    ]
}

#[test]
fn every_index_of_2001_is_the_sum_of_its_own_items() {
    for (column, subset) in ["whole", "diffuse", "limited"].into_iter().enumerate() {
        let (read, unread): (Vec<_>, Vec<_>) =
            items_of_2001().into_iter().partition(|(.., tenths)| tenths[column] > 0);
        for combination in 0..3_u32.pow(read.len() as u32) {
            // What an index does not read is as bad as it can be.
            let mut visit: Visit = unread.iter().map(|(item, [bad, _], _)| (*item, *bad)).collect();
            let (mut left, mut lowest, mut highest) = (combination, 0, 0);
            let mut open = Vec::new();
            for (item, [counts, counts_not], tenths) in &read {
                match left % 3 {
                    0 => visit.set(*item, *counts_not),
                    1 => visit.set(*item, *counts),
                    _ => open.push(item.id().to_owned()),
                }
                lowest += tenths[column] * u32::from(left % 3 == 1);
                highest += tenths[column] * u32::from(left % 3 != 0);
                left /= 3;
            }
            open.sort();
            let judgement = judge("escsg-2001", &[subset], visit.clone());
            let tenths = [lowest, highest].map(|it| Exact::whole(it) / Exact::integer(10));
            assert_eq!(ends(judgement.score), Some(tenths), "{subset} {visit:?}");
            let verdict = match (lowest >= 30, highest >= 30) {
                (true, _) => Verdict::Met,
                (false, true) => Verdict::Undetermined,
                (false, false) => Verdict::NotMet,
            };
            assert_eq!(judgement.verdict, Some(verdict), "{subset} {visit:?}");
            assert_eq!(missing(&judgement), open, "{subset} {visit:?}");
            assert_eq!(judgement.parts.len(), read.len(), "{subset}");
        }
    }
}

#[test]
fn every_skin_score_counts_from_fifteen_on_in_the_index_of_2001() {
    for lowest in 0..=51 {
        for highest in lowest..=51 {
            let visit = Visit::from_iter([(Item::Mrss, between(lowest, highest))]);
            let judgement = judge("escsg-2001", &["whole"], visit);
            let [lowest, highest] = [lowest, highest].map(|total| u32::from(total > 14));
            assert_eq!(part(&judgement, "mrss"), points(lowest, highest), "{lowest} {highest}");
        }
    }
}

#[test]
fn a_skin_total_contradicts_sites_that_cannot_add_up_to_it() {
    for [from, to, low, high] in combinations([6, 6, 4, 4]).map(|it| it.map(|it| it as u32)) {
        if from > to || low > high {
            continue;
        }
        // One site is open, one is graded 1, and there is nothing elsewhere.
        let mut visit: Visit = Item::SKIN_SITES.iter().map(|site| (*site, count(0))).collect();
        visit.set(Item::MrssFace, count(1));
        visit.set(Item::MrssAbdomen, between(low, high));
        visit.set(Item::Mrss, between(from, to));
        let is_possible = (low..=high).any(|site| (from..=to).contains(&(1 + site)));
        // Where the total is not read, nothing contradicts it.
        for (id, option, is_read) in [
            ("escsg-2001", "whole", true),
            ("escsg-2001", "diffuse", false),
            ("eustar-2017", "binary", true),
        ] {
            let judgement = judge(id, &[option], visit.clone());
            let conflicts = judgement.warnings.iter().filter(|it| it.code == WarningCode::Conflict);
            let is_told = conflicts.flat_map(|it| &it.items).any(|it| it.id == "mrss");
            assert_eq!(is_told, is_read && !is_possible, "{id} {option} {visit:?}");
        }
    }
}

/// CH50 says nothing of complement there.
#[test]
fn complement_in_the_index_of_2001_is_that_of_c3_and_c4() {
    let measured = |value: u32| {
        let value = Span::exactly(Exact::whole(value));
        Answer::Measured(Measured { value, limit: Some(Exact::whole(10)) })
    };
    // Low, normal, not measured.
    let answers = [Some(measured(9)), Some(measured(10)), None];
    for [c3, c4, ch50] in combinations([3, 3, 3]) {
        let mut visit = Visit::BLANK;
        for (item, place) in [(Item::C3, c3), (Item::C4, c4), (Item::Ch50, ch50)] {
            if let Some(answer) = answers[place] {
                visit.set(item, answer);
            }
        }
        let expected = match (c3, c4) {
            (0, _) | (_, 0) => points(1, 1),
            (1, 1) => points(0, 0),
            _ => points(0, 1),
        };
        for subset in ["whole", "limited"] {
            let judgement = judge("escsg-2001", &[subset], visit.clone());
            assert_eq!(part(&judgement, "low_complement"), expected, "{subset} {visit:?}");
        }
    }
}

// Skin and strength

/// The groups of muscles, and the sides on which they are tested.
const GROUPS: [&str; 7] = [
    "deltoid",
    "biceps",
    "wrist_extensors",
    "gluteus_maximus",
    "gluteus_medius",
    "quadriceps",
    "ankle_dorsiflexors",
];
const SITES: [&str; 7] = ["fingers", "hand", "forearm", "upper_arm", "thigh", "lower_leg", "foot"];

/// The items of a sum of grades.
fn items(middle: &[&str], names: &[&str], prefix: &str, sides: &[&str]) -> Vec<Item> {
    let middle = middle.iter().map(|name| format!("{prefix}_{name}"));
    let sided = names
        .iter()
        .flat_map(|name| sides.iter().map(move |side| format!("{prefix}_{name}_{side}")));
    middle.chain(sided).map(|id| Item::from_id(&id).expect("an item")).collect()
}

/// Checks a sum of grades: each item by itself at each grade and in each range,
/// beside others that are all known, and beside none.
fn check_sum(id: &str, codes: &[&str], items: &[Item], highest_grade: u32) {
    let all = items.len() as u32 * highest_grade;
    for (place, item) in items.iter().enumerate() {
        for lowest in 0..=highest_grade {
            for highest in lowest..=highest_grade {
                let answer = between(lowest, highest);
                let alone = judge(id, codes, Visit::from_iter([(*item, answer)]));
                let left = all - highest_grade;
                let expected = [lowest, left + highest].map(Exact::whole);
                assert_eq!(ends(alone.score), Some(expected), "{item:?} {answer:?}");

                // The others have grades of their own.
                let of = |other: usize| (3 * other as u32 + 1) % (highest_grade + 1);
                let others =
                    items.iter().enumerate().map(|(other, item)| (*item, count(of(other))));
                let mut visit: Visit = others.collect();
                visit.set(*item, answer);
                let sum: u32 = (0..items.len()).filter(|it| *it != place).map(of).sum();
                let judgement = judge(id, codes, visit);
                let expected = [sum + lowest, sum + highest].map(Exact::whole);
                assert_eq!(ends(judgement.score), Some(expected), "{item:?} {answer:?}");
                let open = (lowest < highest).then(|| item.id().to_owned());
                assert_eq!(missing(&judgement), Vec::from_iter(open), "{item:?} {answer:?}");
            }
        }
    }
    let blank = judge(id, codes, Visit::BLANK);
    let mut ids: Vec<String> = items.iter().map(|item| item.id().to_owned()).collect();
    ids.sort();
    assert_eq!(missing(&blank), ids);
    assert_eq!(ends(blank.score), Some([0, all].map(Exact::whole)));
}

#[test]
fn every_grade_of_every_site_and_group_is_added_up() {
    let sides = ["right", "left"];
    let skin = items(&["face", "anterior_chest", "abdomen"], &SITES, "mrss", &sides);
    assert_eq!(skin.len(), 17);
    check_sum("mrss", &[], &skin, 3);
    let neck = ["neck_flexors"];
    check_sum("mmt8", &["bilateral"], &items(&neck, &GROUPS, "mmt", &sides), 10);
    for side in sides {
        check_sum("mmt8", &[side], &items(&neck, &GROUPS, "mmt", &[side]), 10);
    }
}

/// A total that was entered says nothing of sites.
#[test]
fn a_skin_score_by_sites_reads_no_total() {
    let visit = Visit::from_iter([(Item::Mrss, count(30))]);
    let range = Some([0, 51].map(Exact::whole));
    assert_eq!(ends(judge("mrss", &[], visit).score), range);
}

// Function

/// The categories in their order, each with its aid.
fn categories() -> Vec<[Item; 2]> {
    let names =
        ["dressing", "arising", "eating", "walking", "hygiene", "reach", "grip", "activities"];
    let items = |name: &&str| {
        [format!("haq_{name}"), format!("haq_{name}_aid")]
            .map(|id| Item::from_id(&id).expect("an item"))
    };
    names.iter().map(items).collect()
}

#[test]
fn every_grade_of_function_is_lifted_by_its_aid_to_two() {
    let lifted = |grade: u32, aid: u32| if aid == 1 { grade.max(2) } else { grade };
    for [at, lowest, highest, state] in combinations([8, 4, 4, 4]) {
        let ([lowest, highest], (state, aids)) = ([lowest as u32, highest as u32], STATES[state]);
        if lowest > highest {
            continue;
        }
        // The other categories are graded, and nobody helps.
        let others = categories().into_iter();
        let mut visit: Visit =
            others.flat_map(|[other, aid]| [(other, count(0)), (aid, seen(false))]).collect();
        let [category, aid] = categories()[at];
        visit.set(category, between(lowest, highest));
        visit.set(aid, Answer::Finding(state));
        let grades: Vec<u32> = (lowest..=highest).collect();
        let (all, [by_grade, by_aid]) = tried([&grades, aids], |[grade, aid]| lifted(grade, aid));

        let judgement = judge("haq-di", &[], visit.clone());
        let (low, high) = (all[0], all[all.len() - 1]);
        let part = *judgement.parts.iter().find(|part| part.id == category.id()).expect("a part");
        assert_eq!(part.outcome, points(low, high), "{visit:?}");
        let eighths = [low, high].map(|it| Exact::whole(it) / Exact::integer(8));
        assert_eq!(ends(judgement.score), Some(eighths), "{visit:?}");
        let names = [category.id(), aid.id()];
        assert_eq!(missing(&judgement), deciding(names, [by_grade, by_aid]), "{visit:?}");
        // What is shown is the grade that was entered.
        let value = match lowest == highest {
            true => PartValue::Number(Exact::whole(lowest)),
            false => PartValue::Open,
        };
        assert_eq!(part.value, value, "{visit:?}");
    }
}

/// Which categories are graded, in every combination. The others need an aid,
/// which says nothing of them.
#[test]
fn function_is_the_mean_of_what_is_graded_once_that_is_six() {
    for graded in 0_u32..1 << 8 {
        let is_graded = |place: usize| graded >> place & 1 == 1;
        let mut visit = Visit::BLANK;
        let mut sum = 0;
        for (place, [category, aid]) in categories().into_iter().enumerate() {
            visit.set(aid, seen(!is_graded(place)));
            if is_graded(place) {
                let grade = (place as u32 + graded) % 4;
                visit.set(category, count(grade));
                sum += grade;
            }
        }
        let answered = graded.count_ones();
        let judgement = judge("haq-di", &[], visit.clone());
        let left_out: Vec<&str> = categories()
            .iter()
            .enumerate()
            .filter(|(place, _)| !is_graded(*place))
            .map(|(_, [category, _])| category.id())
            .collect();
        let warned = judgement.warnings.iter().find(|it| it.code == WarningCode::Prorated);
        let warned = warned.map(|it| it.items.iter().map(|item| item.id).collect::<Vec<_>>());
        if answered >= 6 {
            let mean = Exact::whole(sum) / Exact::whole(answered);
            assert_eq!(ends(judgement.score), Some([mean, mean]), "{visit:?}");
            assert_eq!(missing(&judgement), [""; 0], "{visit:?}");
            assert_eq!(warned, (answered < 8).then_some(left_out), "{visit:?}");
        } else {
            let highest = sum + 3 * (8 - answered);
            let eighths = [sum, highest].map(|sum| Exact::whole(sum) / Exact::integer(8));
            assert_eq!(ends(judgement.score), Some(eighths), "{visit:?}");
            let mut left_out = left_out;
            left_out.sort_unstable();
            assert_eq!(missing(&judgement), left_out, "{visit:?}");
            assert_eq!(warned, None, "{visit:?}");
        }
    }
}
