//! Values of which only a bound is known, tried out: every result allows what
//! the values within the bounds come to, and nothing else.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;

use quickcheck::TestResult;
use rheumscore::contract;
use rheumscore::items::{Answer, Item};
use rheumscore::scoring::{
    Category, Exact, Judgement, LimitName, Mention, Outcome, Role, Threshold, Verdict,
};
use support::bounded::{Bounded, ENZYMES, Measurements, values};
use support::made::seen;
use support::open::change::{raised_by_doses, something_is_new};
use support::open::protein::{has_total, stood_then};
use support::open::{Answers, open_age};
use support::story::{Conclusion, OVERRIDING, Story, hold, joined, telling_answers};

/// More combinations than are tried out.
const TOO_MANY: usize = 4_000;

/// Tries out the values within all bounds, and compares with what the result
/// says of them: the ends of the score, verdict, category, the enzyme, and
/// exactly which values could still change any of them.
#[test]
fn bounds_allow_what_the_values_within_them_come_to_and_nothing_else() {
    fn property(Measurements(Bounded { story, open }): Measurements) -> TestResult {
        let judgement = story.judge();
        let places = places(&story, &open, &judgement);
        let lengths: Vec<usize> = places.values().map(Vec::len).collect();
        let combinations = lengths.iter().product::<usize>();
        if combinations > TOO_MANY || combinations == 0 {
            return TestResult::discard();
        }
        let settled: Vec<Judgement> = (0..combinations)
            .map(|at| {
                let mut settled = story.clone();
                let mut rest = at;
                for place in places.values().rev() {
                    for (role, item, answer) in &place[rest % place.len()] {
                        settled.visits.of_mut(*role).set(*item, *answer);
                    }
                    rest /= place.len();
                }
                settled.judge()
            })
            .collect();
        let conclusions: Vec<Conclusion> = settled.iter().map(Conclusion::of).collect();

        if let Some(score) = judgement.score {
            let scores = || conclusions.iter().filter_map(|it| it.score?.known());
            assert_eq!(scores().min(), Some(score.lowest()), "{story:?}");
            assert_eq!(scores().max(), Some(score.highest()), "{story:?}");
        }
        let first = conclusions[0];
        let agree = conclusions.iter().all(|it| it.verdict == first.verdict);
        let open = judgement.verdict.map(|_| Verdict::Undetermined);
        assert_eq!(judgement.verdict, if agree { first.verdict } else { open });
        let agree = conclusions.iter().all(|it| it.category == first.category);
        let open = judgement.category.map(|_| Category::Open);
        // Bands between the lowest and the highest may all be skipped.
        if agree != (judgement.category != open) {
            assert!(agree && judgement.category == open, "{:?}", judgement.category);
        }
        for (at, part) in judgement.parts.iter().enumerate() {
            let outcomes = || settled.iter().map(|settled| settled.parts[at].outcome);
            assert_eq!(Some(part.outcome), outcomes().reduce(joined), "{}: {story:?}", part.id);
            let first = settled[0].parts[at].chosen;
            let agree = settled.iter().all(|it| it.parts[at].chosen == first);
            assert_eq!(part.chosen, if agree { first } else { Some(None) }, "{story:?}");
        }

        let decisive: Vec<&String> = places
            .keys()
            .enumerate()
            .filter(|(at, _)| can_change(&conclusions, &lengths, *at))
            .map(|(_, mention)| mention)
            .collect();
        let mut missing: Vec<String> = judgement.missing.iter().copied().map(name).collect();
        missing.sort();
        assert_eq!(missing.iter().collect::<Vec<_>>(), decisive, "{story:?}");
        TestResult::passed()
    }
    hold(6_000, property as fn(Measurements) -> TestResult);
}

// What settles what is open

/// What the result calls an open value: the item that is scored.
fn mention(story: &Story, judgement: &Judgement, role: Role, item: Item) -> Mention {
    let asked = story.questions();
    let scored = asked.iter().find(|(at, it)| *at == role && it.measured_by().contains(&item));
    let chosen = judgement.parts.iter().find_map(|part| part.chosen).flatten();
    let id = match scored {
        Some((_, scored)) => scored.id(),
        None if Item::Proteinuria.measured_by().contains(&item) => Item::Proteinuria.id(),
        None if ENZYMES.contains(&item) && role == Role::Baseline => match story.chosen("enzyme") {
            Some("auto") => chosen.unwrap_or("enzyme"),
            _ => item.id(),
        },
        None => item.id(),
    };
    Mention::of(role, id)
}

/// All ways to settle each open item, by its name: the values behind it, or what
/// stands for them. Where the names are gone through backwards, later answers
/// replace earlier ones.
fn places(
    story: &Story,
    open: &[(Role, Item)],
    judgement: &Judgement,
) -> BTreeMap<String, Vec<Answers>> {
    let mut places: BTreeMap<String, Vec<Answers>> = BTreeMap::new();
    for (role, item) in open {
        let name = name(mention(story, judgement, *role, *item));
        // Values behind one item settle it together.
        let place = places.entry(name).or_insert(vec![Vec::new()]);
        let values = values(story, *role, *item).into_iter().map(|it| vec![(*role, *item, it)]);
        *place = combined(place, &values.collect::<Vec<_>>());
    }
    settle_by_statements(story, &mut places);
    settle_earlier_totals(story, &mut places);
    if story.chosen("cognition") == Some("by_age") && age_is_open(story) {
        let age = open_age();
        places.insert(name(age.mention), age.settled_by);
    }
    places
}

/// The name of an item of a visit.
fn name(Mention { role, id }: Mention) -> String {
    format!("{}.{id}", role.key())
}

/// Every way to give answers of one kind together with answers of another.
fn combined(one: &[Answers], other: &[Answers]) -> Vec<Answers> {
    one.iter().flat_map(|one| other.iter().map(move |it| [&one[..], it].concat())).collect()
}

/// A statement stands for a comparison with the visit before, and not what is
/// compared.
fn settle_by_statements(story: &Story, places: &mut BTreeMap<String, Vec<Answers>>) {
    let current = |item: Item| Mention::of(Role::Current, item.id());
    let is_asked = |item: Item| {
        story.questions().contains(&(Role::Current, item))
            && story.visits.current.answer(item).is_none()
    };
    if story.id() == "lldas" {
        places.retain(|name, _| !name.starts_with("previous."));
    }
    places.remove("previous.glucocorticoid");
    let [stays, raised] = OVERRIDING;
    if is_asked(stays) && something_is_new(story).is_none() {
        let either = [true, false].map(|it| vec![(Role::Current, stays, Answer::Attested(it))]);
        places.insert(name(current(stays)), either.into());
    }
    if is_asked(raised) && raised_by_doses(story).is_none() {
        let either = [true, false].map(|it| vec![(Role::Current, raised, seen(it))]);
        places.insert(name(current(raised)), either.into());
    }
}

/// What stood on the sheet of an earlier visit is an unknown of its own, beside
/// the value that today's is compared with.
fn settle_earlier_totals(story: &Story, places: &mut BTreeMap<String, Vec<Answers>>) {
    for role in [Role::Previous, Role::Baseline] {
        let name = name(Mention::of(role, Item::Proteinuria.id()));
        let values = places.remove(&name);
        let state = |is_present: bool| vec![(role, Item::Proteinuria, seen(is_present))];
        let states = match stood_then(story, role) {
            _ if !has_total(story, role) || story.id() == "lldas" => vec![Vec::new()],
            Some(known) => vec![state(known)],
            None => vec![state(true), state(false)],
        };
        let settled_by = combined(&states, &values.unwrap_or(vec![Vec::new()]));
        if settled_by.len() > 1 {
            places.insert(name, settled_by);
        }
    }
}

/// Whether an age could ask for either score of cognition.
fn age_is_open(story: &Story) -> bool {
    let age = story.visits.current.number(Item::AgeYears);
    age.is_some_and(|age| Threshold::at_least(Exact::integer(12)).decides(&age).is_none())
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

/// Whatever else is unknown: a value within the bounds only narrows the result.
#[test]
fn a_value_within_its_bounds_only_narrows_what_is_possible() {
    fn property(Bounded { story, open }: Bounded, seed: usize) {
        let judgement = story.judge();
        let mut settled = story.clone();
        for (at, (role, item)) in open.iter().enumerate() {
            let values = values(&story, *role, *item);
            let value = values[(seed.rotate_right(at as u32 * 7)) % values.len()];
            settled.visits.of_mut(*role).set(*item, value);
        }
        let settled = settled.judge();
        let (wide, narrow) = (Conclusion::of(&judgement), Conclusion::of(&settled));
        assert!(wide.allows(&narrow), "{wide:?} does not allow {narrow:?}: {story:?}");
        for (wide, narrow) in judgement.parts.iter().zip(&settled.parts) {
            if let (Outcome::Points(wide), Outcome::Points(narrow)) = (wide.outcome, narrow.outcome)
            {
                assert!(
                    wide.lowest() <= narrow.lowest() && narrow.highest() <= wide.highest(),
                    "{wide:?} {narrow:?}"
                );
            }
        }
        assert_eq!(judgement.missing.is_empty(), judgement.is_complete());
    }
    hold(3_000, property as fn(Bounded, usize));
}

/// The limits of the stories, on which the changes of enzymes are reckoned.
#[test]
fn every_limit_of_a_story_is_the_same() {
    for item in Item::all()
        .filter(|item| item.kind().scale().and_then(|scale| scale.limit) == Some(LimitName::Uln))
    {
        for answer in telling_answers(item) {
            let Answer::Measured(measured) = answer else { panic!("a measured value") };
            assert_eq!(measured.limit, Some(Exact::integer(40)));
        }
    }
}

#[test]
fn the_longest_numbers_keep_their_meaning_within_bounds() {
    let line = r#"{"instrument":"acr-eular-myositis-2016",
        "baseline":{"ck":{"from":999999.999997,"to":999999.999999,"uln":999999.999998},
                    "aldolase":{"value":999999.99999,"comparator":">","uln":999999.999995},
                    "ldh":{"value":0.000001,"comparator":"<=","uln":0.000001}},
        "current":{"ck":{"value":999999.999991,"comparator":"<","uln":999999.999993},
                   "aldolase":{"from":0.000001,"to":999999.999999,"uln":999999.999989},
                   "ldh":{"value":999999.999987,"comparator":">=","uln":0.000003}}}"#;
    let Ok(request) = contract::read(line) else { panic!("it is read") };
    let judgement = request.instrument.judge(&request.choices, &request.visits);
    let part = judgement.parts.iter().find(|part| part.id == "enzyme").expect("the enzyme");
    assert_eq!(part.chosen, Some(None));
    let Outcome::Points(points) = part.outcome else { panic!("points") };
    // Aldolase can fall by 1 of a range of 6, and CK by 1 of 15.
    assert_eq!((points.lowest(), points.highest()), (Exact::ZERO, Exact::integer(5)));
}
