//! Toxicity after cell therapy, tried out in full against arithmetic that knows
//! nothing of the tables.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::items::{Answer, Item, Visit};
use rheumscore::scoring::{Category, Judgement, WarningCode};
use support::made::{
    STATES, combinations, deciding, judge, missing, part, points, seen, tenths, tried,
};

/// The grade, where only one is possible.
fn graded(grades: &[u32]) -> Option<Category> {
    Some(match grades {
        [grade] => Category::Known(["0", "1", "2", "3", "4"][*grade as usize]),
        _ => Category::Open,
    })
}

// Cytokine release

const SIGNS: [Item; 5] = [
    Item::FeverNow,
    Item::FeverEarlierThisEpisode,
    Item::AntipyreticOrAnticytokineGiven,
    Item::Hypotension,
    Item::Hypoxia,
];

/// Whether fever counts: now, or earlier and perhaps taken away since.
fn fever([now, earlier, masked]: [u32; 3]) -> u32 {
    u32::from(now == 1 || (earlier == 1 && masked == 1))
}

/// The grade of three findings and of two codes by their places.
fn release([now, earlier, masked, hypotension, hypoxia]: [u32; 5]) -> u32 {
    let by_support = match hypotension.max(hypoxia) {
        0 => 1,
        1 => 2,
        2 => 3,
        _ => 4,
    };
    fever([now, earlier, masked]) * by_support
}

#[test]
fn every_cytokine_release_has_its_grade() {
    for places in combinations([4, 4, 4, 5, 5]) {
        let mut visit = Visit::BLANK;
        let answers: [&[u32]; 5] = std::array::from_fn(|at| {
            let codes = SIGNS[at].choices();
            if codes.is_empty() {
                let (state, counts) = STATES[places[at]];
                visit.set(SIGNS[at], Answer::Finding(state));
                return counts;
            }
            let Some(code) = codes.get(places[at]) else { return &[0, 1, 2, 3] };
            visit.set(SIGNS[at], Answer::Choice(code));
            &[[0], [1], [2], [3]][places[at]]
        });
        let judgement = judge("crs-astct-2019", &[], visit.clone());
        let (grades, decides) = tried(answers, release);
        assert_eq!(judgement.category, graded(&grades), "{visit:?}");
        assert_eq!(missing(&judgement), deciding(SIGNS.map(Item::id), decides), "{visit:?}");

        let [now, earlier, masked, hypotension, hypoxia] = answers;
        let (fevers, _) = tried([now, earlier, masked], fever);
        let (lowest, highest) = (fevers[0], fevers[fevers.len() - 1]);
        assert_eq!(part(&judgement, "fever"), points(lowest, highest), "{visit:?}");
        // A vasopressor or oxygen is told of where there is no fever for certain.
        let is_given = matches!(hypotension, [2..=3]) || matches!(hypoxia, [1..=3]);
        let is_told = judgement
            .warnings
            .iter()
            .any(|warning| warning.code == WarningCode::OrganSupportWithoutFever);
        assert_eq!(is_told, is_given && highest == 0, "{visit:?}");
    }
}

// Neurotoxicity

/// The levels of an ICE score, from 0 up.
const ICE: [u32; 11] = [3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 0];

/// The level of a CAPD score.
fn level_of_capd(score: u32) -> u32 {
    match score {
        0 => 0,
        1..=8 => 1,
        _ => 3,
    }
}

/// The domains beside cognition, each with its levels.
const DOMAINS: [(Item, &[u32]); 4] = [
    (Item::Consciousness, &[0, 2, 3, 4]),
    (Item::SeizureIcans, &[0, 3, 4]),
    (Item::MotorWeakness, &[0, 4]),
    (Item::CerebralEdema, &[0, 3, 4]),
];

/// Answers the domains beside cognition by their places, a place beyond the last
/// not at all, and tells which levels each may have.
fn answer_domains(visit: &mut Visit, places: [usize; 4]) -> [&'static [u32]; 4] {
    std::array::from_fn(|at| {
        let ((item, levels), place) = (DOMAINS[at], places[at]);
        if place >= levels.len() {
            return levels;
        }
        let code = item.choices().get(place);
        visit.set(item, code.map_or(seen(place == 1), |code| Answer::Choice(code)));
        &levels[place..=place]
    })
}

/// Checks a visit of which cognition may have these levels, and these items are
/// asked for while that decides.
fn check(by: &str, visit: &Visit, cognition: &[u32], asked: &[&str], domains: [&[u32]; 4]) {
    let judgement: Judgement = judge("icans-astct-2019", &[by], visit.clone());
    let [consciousness, seizure, motor, edema] = domains;
    let levels = [cognition, consciousness, seizure, motor, edema];
    let (grades, decides) = tried(levels, |levels| levels.into_iter().fold(0, u32::max));
    assert_eq!(judgement.category, graded(&grades), "{by} {visit:?}");
    let [decides_cognition, domains @ ..] = decides;
    let mut expected = deciding(DOMAINS.map(|(item, _)| item.id()), domains);
    let asked = asked.iter().filter(|_| decides_cognition).map(|item| (*item).to_owned());
    expected.extend(asked);
    expected.sort();
    assert_eq!(missing(&judgement), expected, "{by} {visit:?}");
    let (lowest, highest) = (cognition[0], cognition[cognition.len() - 1]);
    assert_eq!(part(&judgement, "cognition"), points(lowest, highest), "{by} {visit:?}");
}

#[test]
fn every_score_of_cognition_gives_its_level_at_its_age() {
    // Just below twelve years, twelve, ninety, and not told.
    let ages = [Some(119), Some(120), Some(900), None];
    for [by, age, ice, capd, beside] in combinations([3, 4, 12, 34, 5]) {
        let (by, age) = (["by_age", "ice", "capd"][by], ages[age]);
        let mut visit = Visit::BLANK;
        if let Some(age) = age {
            visit.set(Item::AgeYears, tenths(age));
        }
        let [has_ice, has_capd] = [ice <= 10, capd <= 32];
        for (item, score, is_told) in
            [(Item::IceScore, ice, has_ice), (Item::CapdScore, capd, has_capd)]
        {
            if is_told {
                visit.set(item, Answer::Count((score as u32).into()));
            }
        }
        let by_ice = if has_ice { vec![ICE[ice]] } else { vec![0, 1, 2, 3] };
        let by_capd = if has_capd { vec![level_of_capd(capd as u32)] } else { vec![0, 1, 3] };
        let (levels, asked) = match (by, age) {
            // Anything, whatever the scores are.
            ("by_age", None) => {
                let mut asked = vec!["age_years"];
                asked.extend((!has_ice).then_some("ice_score"));
                asked.extend((!has_capd).then_some("capd_score"));
                (vec![0, 1, 2, 3], asked)
            }
            ("ice", _) | ("by_age", Some(120..)) => (by_ice, vec!["ice_score"]),
            _ => (by_capd, vec!["capd_score"]),
        };
        // Alone, beside a grade that is known, and beside others that are open.
        let beside = [[0, 0, 0, 0], [1, 0, 0, 0], [2, 0, 0, 0], [0, 0, 1, 0], [9, 0, 9, 0]][beside];
        let domains = answer_domains(&mut visit, beside);
        check(by, &visit, &levels, &asked, domains);
    }
}

#[test]
fn the_worst_of_five_domains_decides_in_every_combination() {
    for [cognition, consciousness, seizure, motor, edema] in combinations([5, 5, 4, 3, 4]) {
        let mut visit = Visit::BLANK;
        let levels: &[u32] = match [10, 8, 5, 1].get(cognition) {
            Some(ice) => {
                visit.set(Item::IceScore, Answer::Count((*ice).into()));
                &[[0], [1], [2], [3]][cognition]
            }
            None => &[0, 1, 2, 3],
        };
        let domains = answer_domains(&mut visit, [consciousness, seizure, motor, edema]);
        check("ice", &visit, levels, &["ice_score"], domains);
    }
}

#[test]
fn weakness_of_another_cause_is_none() {
    let mut visit = Visit::BLANK;
    let places = answer_domains(&mut visit, [0, 0, 0, 0]);
    for (state, counts) in STATES {
        visit.set(Item::MotorWeakness, Answer::Finding(state));
        let levels: Vec<u32> = counts.iter().map(|counts| 4 * counts).collect();
        let [consciousness, seizure, _, edema] = places;
        visit.set(Item::IceScore, Answer::Count(10.into()));
        check("ice", &visit, &[0], &["ice_score"], [consciousness, seizure, &levels, edema]);
    }
}
