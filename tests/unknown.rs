//! What is unknown, tried out: every way to settle it, against what a result
//! says of it.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;
use std::sync::Mutex;

use quickcheck::{Arbitrary, Gen, TestResult};
use rheumscore::instruments::{REGISTRY, find};
use rheumscore::scoring::{Category, Exact, Judgement, Mention, Verdict};
use support::open::{Open, open_questions};
use support::story::{Conclusion, Story, hold, joined};

/// The story that settles what is open in one of all combinations, in which the
/// answers of the last change fastest.
fn settled(story: &Story, open: &[Open], combination: usize) -> Story {
    let mut settled = story.clone();
    let mut left: usize = open.iter().map(|open| open.settled_by.len()).product();
    for Open { settled_by, .. } in open {
        left /= settled_by.len();
        for (role, item, answer) in &settled_by[combination / left % settled_by.len()] {
            settled.visits.of_mut(*role).set(*item, *answer);
        }
    }
    settled
}

/// More combinations than are tried out.
const TOO_MANY: usize = 10_000;

/// Tries out every way to settle what is open, and compares with what the
/// result says of it: the ends of the score, verdict, category, what each part
/// allows, and exactly which answers could still change any of the first three.
/// What leaves too much open is passed over, and `false` comes back.
fn try_out(story: &Story) -> bool {
    let open = open_questions(story);
    if open.len() > 12 {
        return false;
    }
    let combinations = open.iter().map(|open| open.settled_by.len()).product::<usize>();
    if combinations > TOO_MANY {
        return false;
    }
    let judgement = story.judge();
    let settled: Vec<Judgement> =
        (0..combinations).map(|it| settled(story, &open, it).judge()).collect();
    let conclusions: Vec<Conclusion> = settled.iter().map(Conclusion::of).collect();

    let scores: Vec<Exact> = conclusions.iter().filter_map(|it| it.score?.known()).collect();
    if let Some(score) = judgement.score {
        assert_eq!(scores.len(), conclusions.len(), "settled stories have a score: {story:?}");
        assert_eq!(scores.iter().min(), Some(&score.lowest()));
        assert_eq!(scores.iter().max(), Some(&score.highest()));
    }
    let first = conclusions[0];
    if let Some(verdict) = judgement.verdict {
        let agree = conclusions.iter().all(|it| it.verdict == first.verdict);
        let expected = if agree { first.verdict } else { Some(Verdict::Undetermined) };
        assert_eq!(Some(verdict), expected, "{story:?}");
    }
    if let Some(category) = judgement.category {
        let agree = conclusions.iter().all(|it| it.category == first.category);
        let expected = if agree { first.category } else { Some(Category::Open) };
        assert_eq!(Some(category), expected, "{story:?}");
    }
    for (at, part) in judgement.parts.iter().enumerate() {
        let outcomes = || settled.iter().map(|settled| settled.parts[at].outcome);
        assert_eq!(Some(part.outcome), outcomes().reduce(joined), "{}", part.id);
    }

    let lengths: Vec<usize> = open.iter().map(|open| open.settled_by.len()).collect();
    let decisive: Vec<Mention> = (0..open.len())
        .filter(|at| can_change(&conclusions, &lengths, *at))
        .map(|at| open[at].mention)
        .collect();
    let sorted = |mentions: &[Mention]| {
        let mut names: Vec<String> =
            mentions.iter().map(|it| format!("{}.{}", it.role.key(), it.id)).collect();
        names.sort();
        names
    };
    assert_eq!(sorted(&judgement.missing), sorted(&decisive), "{story:?}");
    true
}

/// How many stories of each instrument were tried out in which something could
/// still change a conclusion.
static TRIED: Mutex<BTreeMap<&str, u32>> = Mutex::new(BTreeMap::new());

#[test]
fn what_is_open_is_what_trying_it_out_shows() {
    fn property(story: Story) -> TestResult {
        if !try_out(&story) {
            return TestResult::discard();
        }
        let mut tried = TRIED.lock().expect("one test counts");
        *tried.entry(story.id()).or_default() += u32::from(!story.judge().is_complete());
        TestResult::passed()
    }
    hold(4_000, property as fn(Story) -> TestResult);
    // Stories that leave too much open are passed over: not all of any kind.
    let tried = TRIED.lock().expect("one test counts");
    for instrument in REGISTRY {
        let id = instrument.definition().id;
        assert!(tried.get(id).is_some_and(|tried| *tried > 10), "{id}: {tried:?}");
    }
}

/// A story of lupus in which a change, or what is low, is in the balance: some
/// descriptors count, and a few questions are open.
#[derive(Clone, Debug)]
struct Changing(Story);

impl Arbitrary for Changing {
    fn arbitrary(g: &mut Gen) -> Changing {
        let id = g.choose(&["selena-flare-index", "sri", "lldas", "doris-2017"]).expect("an id");
        let left_open = *g.choose(&[1, 3, 6]).expect("a number");
        let quiet = [(); 2].map(|()| *g.choose(&[80, 92, 98]).expect("a share"));
        Changing(Story::drawn(find(id).expect("it is there"), left_open, quiet, g))
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Changing>> {
        Box::new(self.0.shrink().map(Changing))
    }
}

#[test]
fn what_is_open_in_lupus_that_changes_is_what_trying_it_out_shows() {
    fn property(Changing(story): Changing) -> TestResult {
        if try_out(&story) { TestResult::passed() } else { TestResult::discard() }
    }
    hold(2_000, property as fn(Changing) -> TestResult);
}

/// Whether the answers at one place change a conclusion while all others stand
/// still. The conclusions are those of all combinations, the last place fastest.
fn can_change(conclusions: &[Conclusion], lengths: &[usize], place: usize) -> bool {
    let step: usize = lengths[place + 1..].iter().product();
    let block = step * lengths[place];
    (0..conclusions.len()).filter(|at| at % block < step).any(|at| {
        (1..lengths[place]).any(|other| conclusions[at + other * step] != conclusions[at])
    })
}
