//! Bounds that meet in the flare index, tried out in full: two global
//! assessments, and two doses with a weight. The values within them are tried on
//! a grid that is finer than the cut-offs and the ends.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::items::{Answer, Item, Measured, Visits};
use rheumscore::scoring::{Category, Exact, Judgement, Outcome, Span, Threshold};
use support::made::{judge_all, missing, part, seen, sheet, verdict};

/// Values between two ends, of which either may be one of them.
#[derive(Clone, Copy, Debug)]
struct Within {
    from: u32,
    to: u32,
    has_from: bool,
    has_to: bool,
}

impl Within {
    /// All of them between these ends: single values, and spans with and without
    /// their ends.
    fn all(ends: &[u32]) -> Vec<Within> {
        let mut all = Vec::new();
        for from in ends {
            for to in ends.iter().filter(|to| *to >= from) {
                for (has_from, has_to) in
                    [(true, true), (true, false), (false, true), (false, false)]
                {
                    let within = Within { from: *from, to: *to, has_from, has_to };
                    if from < to || (has_from && has_to) {
                        all.push(within);
                    }
                }
            }
        }
        all
    }

    /// The values, step by step.
    fn values(self) -> Vec<u32> {
        let Within { from, to, has_from, has_to } = self;
        (from + u32::from(!has_from)..=to - u32::from(!has_to)).collect()
    }

    /// The answer, with so many steps to a unit.
    fn answer(self, item: Item, steps: u32) -> Answer {
        let [from, to] = [self.from, self.to].map(|it| Exact::whole(it) / Exact::whole(steps));
        let lower = if self.has_from { Threshold::at_least(from) } else { Threshold::above(from) };
        let upper = if self.has_to { Threshold::at_most(to) } else { Threshold::below(to) };
        let scale = item.kind().scale().expect("a measurement").anything();
        let value: Option<Span> = scale.narrowed(lower).and_then(|it| it.narrowed(upper));
        Answer::Measured(Measured { value: value.expect("values"), limit: None })
    }
}

/// Two visits at which nothing was started or seen, but perhaps an organ that is
/// moderately affected.
fn quiet(floor: u32) -> Visits {
    let mut visits = Visits { previous: sheet(0), current: sheet(0), ..Visits::BLANK };
    for item in [
        Item::FlareSevereOrganWithEscalation,
        Item::StartedImmunosuppressantForActivity,
        Item::HospitalisedForActivity,
        Item::StartedNsaidOrHydroxychloroquineForActivity,
    ] {
        visits.current.set(item, seen(false));
    }
    visits.current.set(Item::FlareModerateOrgan, seen(floor > 0));
    visits
}

/// All that is among some results, each once.
fn each<T: Ord>(results: impl Iterator<Item = T>) -> Vec<T> {
    let mut results: Vec<T> = results.collect();
    results.sort_unstable();
    results.dedup();
    results
}

fn check_category(judgement: &Judgement, levels: &[u32], of: &str) {
    let category = match levels {
        [level] => Category::Known(["none", "mild_moderate", "severe"][*level as usize]),
        _ => Category::Open,
    };
    assert_eq!(judgement.category, Some(category), "{of}");
}

#[test]
fn two_global_assessments_within_bounds_make_what_their_values_make() {
    // Twenty steps to a unit; ends and cut-offs stand on every tenth.
    let (one, two_and_a_half) = (20, 50);
    let level = |before: u32, now: u32| match () {
        () if now > before && now > two_and_a_half => 2,
        () if now >= before + one => 1,
        () => 0,
    };
    let all = Within::all(&[0, 10, 20, 30, 40, 50, 60]);
    for [before, now] in support::made::combinations([all.len(); 2]).map(|it| it.map(|it| all[it]))
    {
        let (earlier, later) = (before.values(), now.values());
        let pairs =
            || earlier.iter().flat_map(|before| later.iter().map(move |now| (*before, *now)));
        for floor in [0, 1] {
            let mut visits = quiet(floor);
            visits.previous.set(Item::Pga, before.answer(Item::Pga, one));
            visits.current.set(Item::Pga, now.answer(Item::Pga, one));
            for visit in [&mut visits.previous, &mut visits.current] {
                visit.set(Item::Glucocorticoid, Answer::Measured(Exact::ZERO.into()));
            }
            let judgement = judge_all("selena-flare-index", &[], &visits);
            let of = format!("{before:?} {now:?} {floor}");
            let level = |before, now| level(before, now).max(floor);
            check_category(&judgement, &each(pairs().map(|(before, now)| level(before, now))), &of);
            let severe = each(pairs().map(|(before, now)| now > before && now > two_and_a_half));
            let mild = each(pairs().map(|(before, now)| now >= before + one));
            for (id, results) in [("pga_above_2_5", severe), ("pga_up_1", mild)] {
                let expected = Outcome::Criterion(verdict(&results));
                assert_eq!(part(&judgement, id), expected, "{id}: {of}");
            }
            let by_now = earlier
                .iter()
                .any(|before| each(later.iter().map(|now| level(*before, *now))).len() > 1);
            let by_before = later
                .iter()
                .any(|now| each(earlier.iter().map(|before| level(*before, *now))).len() > 1);
            let mut expected = Vec::new();
            expected.extend(by_now.then_some("pga"));
            expected.extend(by_before.then_some("previous.pga"));
            assert_eq!(missing(&judgement), expected, "{of}");
        }
    }
}

#[test]
fn two_doses_and_a_weight_within_bounds_make_what_their_values_make() {
    // A step is a milligram, and two kilograms that allow one.
    let doses = Within::all(&[0, 10, 20, 30]);
    let weights = Within::all(&[10, 20, 30]);
    for [before, now, weight] in
        support::made::combinations([doses.len(), doses.len(), weights.len()])
    {
        let (before, now, weight) = (doses[before], doses[now], weights[weight]);
        let (earlier, later, limits) = (before.values(), now.values(), weight.values());
        let rises = each(later.iter().flat_map(|now| earlier.iter().map(move |it| now > it)));
        let is_high = each(later.iter().flat_map(|now| limits.iter().map(move |it| now > it)));
        let can_rise = rises.contains(&true);
        for floor in [0, 1] {
            let mut visits = quiet(floor);
            for visit in [&mut visits.previous, &mut visits.current] {
                visit.set(Item::Pga, Answer::Measured(Exact::ZERO.into()));
            }
            visits.previous.set(Item::Glucocorticoid, before.answer(Item::Glucocorticoid, 1));
            visits.current.set(Item::Glucocorticoid, now.answer(Item::Glucocorticoid, 1));
            let kilograms = Within { from: weight.from * 2, to: weight.to * 2, ..weight };
            visits.current.set(Item::Weight, kilograms.answer(Item::Weight, 1));
            let judgement = judge_all("selena-flare-index", &[], &visits);
            let of = format!("{before:?} {now:?} {weight:?} {floor}");
            // Whether it was raised is one unknown, how high it is another.
            let levels = rises.iter().flat_map(|rises| {
                is_high.iter().map(move |high| u32::from(*rises) * (1 + u32::from(*high)))
            });
            check_category(&judgement, &each(levels.map(|level| level.max(floor))), &of);
            let raised_and_high =
                rises.iter().flat_map(|rises| is_high.iter().map(move |high| *rises && *high));
            for (id, results) in [
                ("glucocorticoid_increased", rises.clone()),
                ("glucocorticoid_high", each(raised_and_high)),
            ] {
                let expected = Outcome::Criterion(verdict(&results));
                assert_eq!(part(&judgement, id), expected, "{id}: {of}");
            }
            let can_be_high = u32::from(is_high.contains(&true));
            let by_dose =
                limits.iter().any(|limit| each(later.iter().map(|now| now > limit)).len() > 1);
            let by_weight =
                later.iter().any(|now| each(limits.iter().map(|limit| now > limit)).len() > 1);
            let mut expected = Vec::new();
            expected.extend((can_rise && by_dose).then_some("glucocorticoid"));
            let is_asked = rises.len() > 1 && 1 + can_be_high > floor;
            expected.extend(is_asked.then_some("glucocorticoid_increased_for_activity"));
            expected.extend((can_rise && by_weight).then_some("weight"));
            assert_eq!(missing(&judgement), expected, "{of}");
        }
    }
}
