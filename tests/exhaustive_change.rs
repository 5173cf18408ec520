//! Flare and response in lupus, tried out in full against arithmetic on whole
//! numbers that knows nothing of the tables.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::items::{Answer, Item, Visit, Visits};
use rheumscore::scoring::{Category, Exact, Judgement, Outcome, PartValue, Verdict};
use support::made::{
    EITHER, STATES, check_all, combinations, deciding, fraction, judge_all, missing, of_total,
    part, seen, sheet, tenths, tried, verdict,
};

/// The full sheets of all totals.
fn all_totals() -> Vec<Visit> {
    (0..=105).map(of_total).collect()
}

fn count(count: u32) -> Answer {
    Answer::Count(count.into())
}

/// A visit with answers more.
fn with<const N: usize>(visit: &Visit, answers: [(Item, Answer); N]) -> Visit {
    visit.answers().chain(answers).collect()
}

// Response

/// What a response needs besides the fall: nothing new, and no rise.
const NOTHING_NEW: [(Item, fn() -> Answer); 3] =
    [(Item::BilagNewA, || count(0)), (Item::BilagNewB, || count(1)), (Item::Pga, || tenths(12))];

fn nothing_new(visit: &Visit) -> Visit {
    with(visit, NOTHING_NEW.map(|(item, answer)| (item, answer())))
}

#[test]
fn every_pair_of_totals_is_a_response_where_it_falls_far_enough() {
    let global = [(Item::Pga, tenths(10))];
    let before: Vec<Visit> = all_totals().iter().map(|it| with(it, global)).collect();
    let now: Vec<Visit> = all_totals().iter().map(nothing_new).collect();
    for n in 4..=8 {
        // The other sheets add up alike; one of the forms is enough for them.
        let others = ["sledai-2k", "selena-sledai-hybrid", "sledai-1992"];
        let sheets = ["selena-sledai"].into_iter().chain(others.into_iter().filter(|_| n == 4));
        for sheet in sheets {
            for (total_before, before) in (0..).zip(&before) {
                for (total_now, now) in (0..).zip(&now) {
                    let visits = Visits {
                        baseline: before.clone(),
                        current: now.clone(),
                        previous: Visit::BLANK,
                    };
                    let judgement = judge_all("sri", &[&n.to_string(), sheet], &visits);
                    let falls = total_now + n <= total_before;
                    let pair = format!("{total_before} to {total_now}, {n} on {sheet}");
                    assert_eq!(judgement.verdict, Some(verdict(&[falls])), "{pair}");
                    let fall = Exact::whole(total_before) - Exact::whole(total_now);
                    assert_eq!(judgement.parts[0].value, PartValue::Number(fall), "{pair}");
                }
            }
        }
    }
}

#[test]
fn a_response_allows_no_new_a_and_one_new_b() {
    let counts = |highest: u32| (0..=highest).map(Some).chain([None]);
    for new_a in counts(9) {
        for new_b in counts(9) {
            let mut current = with(&sheet(0), [(Item::Pga, tenths(0))]);
            for (item, new) in [(Item::BilagNewA, new_a), (Item::BilagNewB, new_b)] {
                if let Some(new) = new {
                    current.set(item, count(new));
                }
            }
            let visits = Visits {
                baseline: with(&of_total(4), [(Item::Pga, tenths(0))]),
                current,
                ..Visits::BLANK
            };
            let judgement = judge_all("sri", &["4", "selena-sledai"], &visits);
            let allowed =
                |new: Option<u32>, most: u32| EITHER[new.map_or(2, |new| usize::from(new > most))];
            let criteria = [allowed(new_a, 0), allowed(new_b, 1)];
            check_all(&judgement, criteria, ["bilag_new_a", "bilag_new_b"], &format!("{visits:?}"));
        }
    }
}

#[test]
fn every_pair_of_global_assessments_is_a_rise_from_three_tenths_on() {
    for before in 0..=30 {
        for now in 0..=30 {
            let current = with(&nothing_new(&sheet(0)), [(Item::Pga, tenths(now))]);
            let baseline = with(&of_total(4), [(Item::Pga, tenths(before))]);
            let visits = Visits { baseline, current, ..Visits::BLANK };
            let judgement = judge_all("sri", &["4", "selena-sledai"], &visits);
            assert_eq!(judgement.verdict, Some(verdict(&[now < before + 3])), "{before} {now}");
        }
    }
}

#[test]
fn a_response_is_the_conjunction_of_its_criteria_in_every_combination() {
    for [fall, domains, global] in combinations([3; 3]) {
        let mut visits = Visits {
            baseline: with(&of_total(8), [(Item::Pga, tenths(10))]),
            current: nothing_new(&of_total(4)),
            ..Visits::BLANK
        };
        match fall {
            0 => {}
            1 => visits.current.set(Item::Leukopenia, seen(true)),
            _ => visits.current.set(Item::Leukopenia, Answer::Finding(STATES[3].0)),
        }
        let without = |visit: &Visit, item: Item| {
            visit.answers().filter(|(other, _)| *other != item).collect::<Visit>()
        };
        match domains {
            0 => {}
            1 => visits.current.set(Item::BilagNewA, count(1)),
            _ => visits.current = without(&visits.current, Item::BilagNewA),
        }
        match global {
            0 => {}
            1 => visits.current.set(Item::Pga, tenths(13)),
            _ => visits.baseline = without(&visits.baseline, Item::Pga),
        }
        let judgement = judge_all("sri", &["4", "selena-sledai"], &visits);
        let names = ["leukopenia", "bilag_new_a", "baseline.pga"];
        let criteria = [fall, domains, global].map(|place| EITHER[place]);
        check_all(&judgement, criteria, names, &format!("{visits:?}"));
    }
}

// Flare

const LEVELS: [&str; 3] = ["none", "mild_moderate", "severe"];

/// Two visits at which nothing was started, raised or seen.
fn quiet(before: &Visit, now: &Visit) -> Visits {
    let same = [(Item::Pga, tenths(0)), (Item::Glucocorticoid, tenths(0))];
    Visits {
        previous: with(before, same),
        current: with(&with(now, SINCE_THEN.map(|(item, _)| (item, seen(false)))), same),
        ..Visits::BLANK
    }
}

/// The findings of the time between two visits, and the level of each.
const SINCE_THEN: [(Item, u32); 5] = [
    (Item::FlareSevereOrganWithEscalation, 2),
    (Item::StartedImmunosuppressantForActivity, 2),
    (Item::HospitalisedForActivity, 2),
    (Item::FlareModerateOrgan, 1),
    (Item::StartedNsaidOrHydroxychloroquineForActivity, 1),
];

/// Checks the level of a flare, of which one or more may be possible.
fn check_level(judgement: &Judgement, levels: &[u32], of: &str) {
    let category = match levels {
        [level] => Category::Known(LEVELS[*level as usize]),
        _ => Category::Open,
    };
    assert_eq!(judgement.category, Some(category), "{of}");
}

/// Checks two criteria of a flare.
fn check_criteria(judgement: &Judgement, severe: (&str, bool), mild: (&str, bool), of: &str) {
    for (id, holds) in [severe, mild] {
        assert_eq!(part(judgement, id), Outcome::Criterion(verdict(&[holds])), "{id}: {of}");
    }
    let level = if severe.1 { 2 } else { u32::from(mild.1) };
    check_level(judgement, &[level], of);
}

#[test]
fn every_pair_of_totals_is_a_flare_where_it_rises_far_enough() {
    let totals = all_totals();
    for (total_before, before) in (0..).zip(&totals) {
        for (total_now, now) in (0..).zip(&totals) {
            let judgement = judge_all("selena-flare-index", &[], &quiet(before, now));
            let (rises, above): (bool, bool) = (total_now > total_before, total_now > 12);
            check_criteria(
                &judgement,
                ("sledai_above_12", rises && above),
                ("sledai_up_3", total_now >= total_before + 3),
                &format!("{total_before} to {total_now}"),
            );
        }
    }
}

#[test]
fn every_pair_of_global_assessments_is_a_flare_where_it_rises_far_enough() {
    for before in 0..=30 {
        for now in 0..=30 {
            let mut visits = quiet(&sheet(0), &sheet(0));
            visits.previous.set(Item::Pga, tenths(before));
            visits.current.set(Item::Pga, tenths(now));
            let judgement = judge_all("selena-flare-index", &[], &visits);
            check_criteria(
                &judgement,
                ("pga_above_2_5", now > before && now > 25),
                ("pga_up_1", now >= before + 10),
                &format!("{before} to {now} tenths"),
            );
        }
    }
}

#[test]
fn every_pair_of_doses_is_a_flare_where_it_was_raised() {
    // In milligrams, and in kilograms.
    let doses = [0, 5, 10, 20, 21, 34, 35, 36, 50, 51, 500];
    for [before, now, weight, stated] in combinations([11, 11, 4, 4]) {
        let (before, now, weight) = (doses[before], doses[now], [20, 40, 70, 100][weight]);
        let (state, _) = STATES[stated];
        let mut visits = quiet(&sheet(0), &sheet(0));
        visits.previous.set(Item::Glucocorticoid, fraction(before, 1));
        visits.current.set(Item::Glucocorticoid, fraction(now, 1));
        visits.current.set(Item::Weight, fraction(weight, 1));
        visits.current.set(Item::GlucocorticoidIncreasedForActivity, Answer::Finding(state));
        let judgement = judge_all("selena-flare-index", &[], &visits);
        // What was stated wins over the doses.
        let is_raised = [true, false, false, now > before][stated];
        check_criteria(
            &judgement,
            ("glucocorticoid_high", is_raised && 2 * now > weight),
            ("glucocorticoid_increased", is_raised),
            &format!("{before} to {now} mg at {weight} kg, {state:?}"),
        );
    }
}

#[test]
fn any_finding_since_the_visit_before_is_a_flare_of_its_level() {
    for places in combinations([4; 5]) {
        let mut visits = quiet(&sheet(0), &sheet(0));
        for (at, (item, _)) in SINCE_THEN.into_iter().enumerate() {
            visits.current.set(item, Answer::Finding(STATES[places[at]].0));
        }
        let counts: [&[u32]; 5] = places.map(|place| STATES[place].1);
        let (levels, decides) = tried(counts, |counts| {
            (0..5).map(|at| counts[at] * SINCE_THEN[at].1).max().unwrap_or(0)
        });
        let judgement = judge_all("selena-flare-index", &[], &visits);
        check_level(&judgement, &levels, &format!("{visits:?}"));
        let names = SINCE_THEN.map(|(item, _)| item.id());
        assert_eq!(missing(&judgement), deciding(names, decides), "{visits:?}");
        let criterion = |id: &str| match part(&judgement, id) {
            Outcome::Criterion(verdict) => verdict,
            Outcome::Points(_) => panic!("a criterion"),
        };
        let parts = [
            "severe_organ",
            "immunosuppressant_started",
            "hospitalised",
            "moderate_organ",
            "nsaid_or_hydroxychloroquine_started",
        ];
        let expected = places.map(|place| {
            [Verdict::Met, Verdict::NotMet, Verdict::NotMet, Verdict::Undetermined][place]
        });
        assert_eq!(parts.map(criterion), expected, "{visits:?}");
    }
}
