//! Remission and low activity in lupus, tried out in full against arithmetic on
//! whole numbers that knows nothing of the tables.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::items::{Answer, Item, Visit, Visits};
use rheumscore::scoring::Outcome;
use rheumscore::scoring::Verdict::{Met, NotMet, Undetermined};
use support::made::{
    DESCRIPTORS, EITHER, STATES, check_all, combinations, deciding, judge, judge_all, missing,
    part, seen, sheet, tenths, tried, verdict,
};

/// Sets an answer where it is there.
fn set(visit: &mut Visit, item: Item, answer: Option<Answer>) {
    *visit = visit.answers().filter(|(other, _)| *other != item).collect();
    if let Some(answer) = answer {
        visit.set(item, answer);
    }
}

// Remission of 2017

#[test]
fn remission_of_2017_is_the_conjunction_of_what_its_variant_asks() {
    // What holds, and what fails. The dose has a limit of its own off therapy.
    let answers = |variant: &str| {
        let dose = if variant.ends_with("_on") { [50, 51] } else { [0, 1] };
        [
            (Item::Fever, [seen(false), seen(true)], "clinical_sledai"),
            (Item::Pga, [tenths(4), tenths(5)], "pga"),
            (Item::LowComplement, [seen(false), seen(true)], "low_complement"),
            (Item::IncreasedDnaBinding, [seen(false), seen(true)], "increased_dna_binding"),
            (Item::Glucocorticoid, dose.map(tenths), "glucocorticoid"),
            (Item::TherapyStable, [true, false].map(Answer::Attested), "therapy_stable"),
            (Item::Immunosuppressant, [seen(false), seen(true)], "immunosuppressant"),
            (Item::Biologic, [seen(false), seen(true)], "biologic"),
        ]
    };
    for variant in ["clinical_on", "complete_on", "clinical_off", "complete_off"] {
        let (is_on, is_complete) = (variant.ends_with("_on"), variant.starts_with("complete"));
        for places in combinations([3; 8]) {
            let mut visit = sheet(0);
            // Antimalarials are allowed.
            visit.set(Item::Antimalarial, seen(true));
            let mut asked: [&[u32]; 8] = [&[1]; 8];
            let mut parts = Vec::new();
            for (at, (item, answers, id)) in answers(variant).into_iter().enumerate() {
                set(&mut visit, item, answers.get(places[at]).copied());
                let is_asked = match item {
                    Item::LowComplement | Item::IncreasedDnaBinding => is_complete,
                    Item::TherapyStable => is_on,
                    Item::Immunosuppressant | Item::Biologic => !is_on,
                    _ => true,
                };
                if is_asked {
                    asked[at] = EITHER[places[at]];
                    parts.push((id, EITHER[places[at]]));
                }
            }
            let names = answers(variant).map(|(item, ..)| item.id());
            let judgement = judge("doris-2017", &[variant], visit.clone());
            check_all(&judgement, asked, names, &format!("{variant} {visit:?}"));
            let outcomes = parts.iter().map(|(id, criterion)| {
                let results: Vec<bool> = criterion.iter().rev().map(|it| *it == 1).collect();
                (*id, Outcome::Criterion(verdict(&results)))
            });
            let given = judgement.parts.iter().map(|part| (part.id, part.outcome));
            assert!(given.eq(outcomes), "{variant} {visit:?}");
        }
    }
}

// Low disease activity

/// A visit at which disease activity is low, whatever the descriptors say of it.
fn low(mut visit: Visit) -> Visit {
    visit.set(Item::HemolyticAnemia, seen(false));
    visit.set(Item::GiActivity, seen(false));
    visit.set(Item::NoNewActivity, Answer::Attested(true));
    visit.set(Item::Pga, tenths(10));
    visit.set(Item::Glucocorticoid, tenths(75));
    visit.set(Item::TherapyStandardTolerated, Answer::Attested(true));
    visit
}

/// The descriptors that may be there at low disease activity, with their points.
const LIGHT: [(Item, u32); 9] = [
    (Item::Arthritis, 4),
    (Item::Myositis, 4),
    (Item::Rash, 2),
    (Item::Alopecia, 2),
    (Item::MucosalUlcers, 2),
    (Item::LowComplement, 2),
    (Item::IncreasedDnaBinding, 2),
    (Item::Thrombocytopenia, 1),
    (Item::Leukopenia, 1),
];

#[test]
fn activity_is_low_up_to_a_total_of_four_whatever_is_open() {
    for places in combinations([3; 9]) {
        let mut visit = low(sheet(0));
        for (at, (item, _)) in LIGHT.into_iter().enumerate() {
            set(&mut visit, item, [Some(seen(false)), Some(seen(true)), None][places[at]]);
        }
        let judgement = judge("lldas", &[], visit.clone());
        let points = |place: usize| {
            LIGHT
                .iter()
                .zip(places)
                .filter(move |(_, it)| *it == place)
                .map(|((_, points), _)| *points)
        };
        let lowest: u32 = points(1).sum();
        let highest = lowest + points(2).sum::<u32>();
        let expected = match (lowest <= 4, highest <= 4) {
            (_, true) => Met,
            (true, false) => Undetermined,
            (false, false) => NotMet,
        };
        assert_eq!(judgement.verdict, Some(expected), "{visit:?}");
        assert_eq!(part(&judgement, "activity"), Outcome::Criterion(expected), "{visit:?}");
        // What is open decides where others, by their answers, come to within
        // its points of the limit.
        let decides = |at: usize| {
            let others = (0..LIGHT.len()).filter(|other| *other != at && places[*other] == 2);
            let mut sums = vec![lowest];
            for other in others {
                let with: Vec<u32> = sums.iter().map(|sum| sum + LIGHT[other].1).collect();
                sums.extend(with);
                sums.sort_unstable();
                sums.dedup();
            }
            places[at] == 2 && sums.iter().any(|sum| *sum <= 4 && sum + LIGHT[at].1 > 4)
        };
        let decides: [bool; 9] = std::array::from_fn(decides);
        let names = LIGHT.map(|(item, _)| item.id());
        assert_eq!(missing(&judgement), deciding(names, decides), "{visit:?}");
    }
}

#[test]
fn what_must_not_be_active_fails_low_activity_by_itself() {
    let heavy = DESCRIPTORS.into_iter().filter(|item| LIGHT.iter().all(|(it, _)| it != item));
    let all: Vec<Item> = heavy.chain([Item::HemolyticAnemia, Item::GiActivity]).collect();
    assert_eq!(all.len(), 17);
    for item in all {
        for (state, counts) in STATES {
            // Nothing else is there; four points are; five are.
            for (others, is_low) in [(0, true), (0b1 << 8, true), (0b1 << 8 | 0b1 << 23, false)] {
                let mut visit = low(sheet(others));
                visit.set(item, Answer::Finding(state));
                let judgement = judge("lldas", &[], visit);
                let quiet: &[u32] = if is_low { &[1] } else { &[0] };
                let absent: Vec<u32> = counts.iter().map(|counts| 1 - counts).collect();
                check_all(&judgement, [quiet, &absent], ["", item.id()], item.id());
            }
        }
    }
}

#[test]
fn a_descriptor_is_new_where_it_is_there_now_and_was_not_then() {
    let clinical = DESCRIPTORS
        .into_iter()
        .filter(|item| !matches!(item.id(), "low_complement" | "increased_dna_binding"));
    for item in clinical {
        for [now, then, stated] in combinations([4, 4, 3]) {
            let ((now, counts), (then, counted)) = (STATES[now], STATES[then]);
            let (mut current, mut previous) = (low(sheet(0)), sheet(0));
            current.set(item, Answer::Finding(now));
            previous.set(item, Answer::Finding(then));
            let statement = [Some(true), Some(false), None][stated];
            set(&mut current, Item::NoNewActivity, statement.map(Answer::Attested));
            let visits = Visits { current, previous, ..Visits::BLANK };
            let judgement = judge_all("lldas", &[], &visits);
            let (stays, _) = tried([counts, counted], |[now, then]| now <= then);
            let expected = statement.map_or(verdict(&stays), |it| verdict(&[it]));
            let given = part(&judgement, "no_new_activity");
            assert_eq!(given, Outcome::Criterion(expected), "{visits:?}");
            // The statement is asked for, and never the visit before.
            let is_asked = missing(&judgement).contains(&"no_new_activity".to_owned());
            let is_open = judgement.verdict == Some(Undetermined) && expected == Undetermined;
            assert_eq!(is_asked, is_open, "{visits:?}");
            assert!(missing(&judgement).iter().all(|it| !it.starts_with("previous")));
        }
    }
}

#[test]
fn low_activity_is_the_conjunction_of_its_criteria_in_every_combination() {
    let answers = [
        (Item::GiActivity, [seen(false), seen(true)]),
        (Item::NoNewActivity, [true, false].map(Answer::Attested)),
        (Item::Pga, [tenths(10), tenths(11)]),
        (Item::Glucocorticoid, [tenths(75), tenths(76)]),
        (Item::TherapyStandardTolerated, [true, false].map(Answer::Attested)),
    ];
    for places in combinations([3; 5]) {
        // Nothing is known of the visit before, and fever may be new.
        let mut visit = low(sheet(0));
        for (at, (item, answers)) in answers.iter().enumerate() {
            set(&mut visit, *item, answers.get(places[at]).copied());
        }
        let mut criteria: [&[u32]; 5] = places.map(|place| EITHER[place]);
        // Without a statement nothing that is absent now is new.
        if places[1] == 2 {
            criteria[1] = EITHER[0];
        }
        let judgement = judge("lldas", &[], visit.clone());
        check_all(&judgement, criteria, answers.map(|(item, _)| item.id()), &format!("{visit:?}"));
    }
}
