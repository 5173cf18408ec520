//! Values of which only a bound is known, tried out: every result allows what
//! the values within the bounds come to, and nothing else.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;

use quickcheck::{Arbitrary, Gen, TestResult};
use rheumscore::contract;
use rheumscore::instruments::find;
use rheumscore::items::{Answer, Counted, Item, Kind, Measured, Visits};
use rheumscore::scoring::{
    Category, Exact, Judgement, LimitName, Mention, Outcome, Role, Span, Threshold, Verdict,
};
use support::story::{
    Conclusion, Story, any_answer, below, choices, hold, quiet_answer, telling_answers,
};

/// A story in which some values are known only by a bound or a range.
#[derive(Clone, Debug)]
struct Bounded {
    story: Story,
    open: Vec<(Role, Item)>,
}

impl Bounded {
    /// A story with some of its numbers taken for bounds.
    fn of(mut story: Story, most: u32, g: &mut Gen) -> Bounded {
        let mut open = Vec::new();
        for _ in 0..=below(most, g) {
            let numbers: Vec<(Role, Item, Answer)> = story
                .answers()
                .into_iter()
                .filter(|(_, _, answer)| matches!(answer, Answer::Measured(_) | Answer::Count(_)))
                .collect();
            let Some((role, item, answer)) = g.choose(&numbers).copied() else { continue };
            // The other visit, or another enzyme, is where two bounds meet.
            let (role, item) = match open.last() {
                Some((other, near)) if below(2, g) == 0 => (opposite(*other, &story), *near),
                _ => (role, item),
            };
            let answer = story.visits.of(role).answer(item).unwrap_or(answer);
            let marks = compared(&story, role, item);
            let Some(spread) = spread(item, answer, &marks, g) else { continue };
            let wider = story.with(role, item, spread);
            if !wider.instrument.objections(&wider.choices, &wider.visits).is_empty() {
                continue;
            }
            story = wider;
            if !open.contains(&(role, item)) {
                open.push((role, item));
            }
        }
        Bounded { story, open }
    }
}

/// The visit that another one is compared with.
fn opposite(role: Role, story: &Story) -> Role {
    match role {
        Role::Current if story.id() == "acr-eular-myositis-2016" => Role::Baseline,
        Role::Current => Role::Previous,
        Role::Previous | Role::Baseline => Role::Current,
    }
}

/// A number as short as one that was read: arithmetic does not shorten any.
fn shortened(value: Exact) -> Exact {
    let (numerator, denominator) = value.fraction();
    let shortest = i64::try_from(numerator * 10_000_000 / denominator).expect("a small number");
    Exact::integer(shortest) / Exact::integer(10_000_000)
}

/// The values that differ from the other visit, or from another enzyme, just so
/// much as a rule tells apart.
fn compared(story: &Story, role: Role, item: Item) -> Vec<Exact> {
    let mut marks = Vec::new();
    for near in ends(story, opposite(role, story), item) {
        for change in changes(story, item) {
            marks.extend([near + change, near - change]);
        }
    }
    if ENZYMES.contains(&item) && role == Role::Baseline {
        marks.extend(ENZYMES.iter().flat_map(|other| ends(story, role, *other)));
    }
    marks.into_iter().map(shortened).collect()
}

/// An answer of which only a bound is known, from a known one. Its ends are
/// often on one of the marks.
fn spread(item: Item, answer: Answer, marks: &[Exact], g: &mut Gen) -> Option<Answer> {
    let other = any_answer(item, g);
    match (answer, other) {
        (Answer::Count(one), Answer::Count(other)) => {
            let Kind::Count { highest } = item.kind() else { return None };
            let (low, high) =
                (one.lowest().min(other.lowest()), one.highest().max(other.highest()));
            Counted::between(low, if below(3, g) == 0 { highest } else { high }).map(Answer::Count)
        }
        (Answer::Measured(one), Answer::Measured(other)) => {
            let mut ends = [one.value.lowest(), other.value.highest()];
            for end in &mut ends {
                let mark = g.choose(marks).filter(|_| below(2, g) == 0);
                *end = mark.copied().unwrap_or(*end);
            }
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let scale = item.kind().scale()?.anything();
            let (above, at_least) = (Threshold::above(low), Threshold::at_least(low));
            let (below_it, at_most) = (Threshold::below(high), Threshold::at_most(high));
            let lower = match below(3, g) {
                0 => Some(scale),
                1 => scale.narrowed(above),
                _ => scale.narrowed(at_least),
            }?;
            let value = match below(3, g) {
                0 => Some(lower),
                1 => lower.narrowed(below_it),
                _ => lower.narrowed(at_most),
            }?;
            Some(Answer::Measured(Measured { value, limit: one.limit }))
        }
        _ => None,
    }
}

impl Arbitrary for Bounded {
    fn arbitrary(g: &mut Gen) -> Bounded {
        let story = Story::arbitrary(g);
        Bounded::of(story, 6, g)
    }
}

/// A story in which everything was measured, and a few values are bounds.
#[derive(Clone, Debug)]
struct Measurements(Bounded);

impl Arbitrary for Measurements {
    fn arbitrary(g: &mut Gen) -> Measurements {
        let mut story = Story::arbitrary(g);
        story.visits = Visits::BLANK;
        // Half of them compare two visits.
        let comparing = ["selena-sledai", "acr-eular-myositis-2016"];
        if let (true, Some(id)) = (bool::arbitrary(g), g.choose(&comparing)) {
            story.instrument = find(id).expect("it is there");
            story.choices = choices(story.instrument, g);
        }
        let quiet = *g.choose(&[0, 90, 97]).expect("a share");
        let kind = *g.choose(Item::Proteinuria.measured_by()).expect("a kind");
        let by_sites = bool::arbitrary(g);
        for (role, item) in story.questions() {
            let measured_by: &[Item] = match item {
                Item::FirstVisit => continue,
                Item::Proteinuria => &[kind],
                Item::Mrss if by_sites => &Item::SKIN_SITES,
                Item::Mrss => &[Item::Mrss],
                _ if item.measured_by().is_empty() => &[item],
                _ => item.measured_by(),
            };
            for item in measured_by {
                let is_quiet = below(100, g) < quiet;
                let answer = if is_quiet { quiet_answer(*item) } else { any_answer(*item, g) };
                let before = story.clone();
                story.visits.of_mut(role).set(*item, answer);
                if !story.instrument.objections(&story.choices, &story.visits).is_empty() {
                    let strength = Answer::Measured(Exact::integer(30).into());
                    story = before.with(role, *item, strength);
                }
            }
        }
        Measurements(Bounded::of(story, 3, g))
    }
}

/// A step that is finer than any a request can write.
const LEAST: Exact = Exact::ratio(1, 10_000_000);

/// The cuts of the core set measures in percent.
fn cuts(item: Item) -> [i64; 4] {
    if item == Item::Strength { [2, 10, 20, 30] } else { [5, 15, 25, 40] }
}

/// The changes of an item that a rule tells apart, in its own unit.
fn changes(story: &Story, item: Item) -> Vec<Exact> {
    let of_range =
        |range: i64| cuts(item).map(|cut| Exact::ratio((cut * range) as i32, 100)).into();
    // All limits of the stories are 40.
    match item {
        Item::UrineProtein24h | Item::Upcr => vec![Exact::ratio(1, 2)],
        Item::PhysicianGlobal | Item::PatientGlobal | Item::ExtramuscularGlobal => of_range(10),
        Item::Haq => of_range(3),
        Item::Strength => of_range(strength_maximum(story)),
        Item::Ck => of_range(15 * 40),
        Item::Aldolase => of_range(6 * 40),
        Item::Ldh | Item::Ast | Item::Alt => of_range(3 * 40),
        _ => Vec::new(),
    }
}

/// The maximum of the strength scale in use.
fn strength_maximum(story: &Story) -> i64 {
    match story.chosen("strength_scale") {
        Some("mmt8_unilateral") => 80,
        Some("mmt24") => 260,
        Some("cmas") => 52,
        _ => 150,
    }
}

const ENZYMES: [Item; 5] = [Item::Ck, Item::Aldolase, Item::Ldh, Item::Ast, Item::Alt];

/// The ends of a value.
fn ends(story: &Story, role: Role, item: Item) -> Vec<Exact> {
    let Some(measured) = story.visits.of(role).measured(item) else { return Vec::new() };
    match measured.value.known() {
        Some(value) => vec![value],
        None if item == Item::Strength => {
            let highest = measured.value.highest().min(Exact::integer(strength_maximum(story)));
            vec![measured.value.lowest(), highest]
        }
        None => vec![measured.value.lowest(), measured.value.highest()],
    }
}

/// Whether a value is one of a span.
fn holds(span: Span, value: Exact) -> bool {
    let from = span.narrowed(Threshold::at_least(value));
    from.and_then(|from| from.narrowed(Threshold::at_most(value))).is_some()
}

/// The values within a bound that rules can tell apart.
fn values(story: &Story, role: Role, item: Item) -> Vec<Answer> {
    let answer = story.visits.of(role).answer(item).expect("an answer");
    let (value, limit) = match answer {
        Answer::Count(counted) => {
            let counts = [0, 1, 2, 3, 5, 6, 17, 18, 19, counted.lowest(), counted.highest()];
            let within = |count: &u32| (counted.lowest()..=counted.highest()).contains(count);
            let counts = counts.into_iter().filter(within);
            return counts.map(|count| Answer::Count(count.into())).collect();
        }
        Answer::Measured(Measured { value, limit }) => (value, limit),
        _ => panic!("a number"),
    };
    let mut marks = ends(story, role, item);
    marks.push(Exact::ratio(1, 2));
    if changes(story, item).is_empty() {
        marks.extend(telling_answers(item).into_iter().filter_map(|answer| match answer {
            Answer::Measured(measured) => measured.value.known(),
            _ => None,
        }));
    }
    marks.extend(compared(story, role, item));
    let mut values: Vec<Exact> = marks
        .into_iter()
        .flat_map(|mark| [mark - LEAST, mark, mark + LEAST])
        .map(shortened)
        .filter(|mark| holds(value, *mark))
        .collect();
    values.sort();
    values.dedup();
    let known = |value| Answer::Measured(Measured { value: Span::exactly(value), limit });
    // A strength ends where its scale does.
    let is_possible = |answer: &Answer| {
        let story = story.with(role, item, *answer);
        item != Item::Strength
            || story.instrument.objections(&story.choices, &story.visits).is_empty()
    };
    values.into_iter().map(known).filter(is_possible).collect()
}

/// What the result calls an open value: the item that is scored.
fn mention(story: &Story, judgement: &Judgement, role: Role, item: Item) -> Mention {
    let by = |scored: &Item| scored.measured_by().contains(&item);
    let scored = [
        Item::Arthritis,
        Item::Hematuria,
        Item::Pyuria,
        Item::Proteinuria,
        Item::LowComplement,
        Item::IncreasedDnaBinding,
        Item::Fever,
        Item::Thrombocytopenia,
        Item::Leukopenia,
        Item::Mrss,
    ];
    let chosen = judgement.parts.iter().find_map(|part| part.chosen).flatten();
    let id = match scored.iter().find(|scored| by(scored)) {
        Some(scored) => scored.id(),
        None if ENZYMES.contains(&item) && role == Role::Baseline => match story.chosen("enzyme") {
            Some("auto") => chosen.unwrap_or("enzyme"),
            _ => item.id(),
        },
        None => item.id(),
    };
    Mention::of(role, id)
}

/// Answers that settle what is open of one scored item.
type Answers = Vec<(Role, Item, Answer)>;

/// More combinations than are tried out.
const TOO_MANY: usize = 4_000;

/// Tries out the values within all bounds, and compares with what the result
/// says of them: the ends of the score, verdict, category, the enzyme, and
/// exactly which values could still change any of them.
#[test]
fn bounds_allow_what_the_values_within_them_come_to_and_nothing_else() {
    fn property(Measurements(Bounded { story, open }): Measurements) -> TestResult {
        let judgement = story.judge();
        // Values behind one item settle it together.
        let mut places: BTreeMap<String, Vec<Answers>> = BTreeMap::new();
        for (role, item) in &open {
            let Mention { role: of, id } = mention(&story, &judgement, *role, *item);
            let place = places.entry(format!("{}.{id}", of.key())).or_insert(vec![Vec::new()]);
            let values = values(&story, *role, *item);
            *place = place
                .iter()
                .flat_map(|answers| {
                    values.iter().map(|value| {
                        let mut answers = answers.clone();
                        answers.push((*role, *item, *value));
                        answers
                    })
                })
                .collect();
        }
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
        let mut missing: Vec<String> =
            judgement.missing.iter().map(|it| format!("{}.{}", it.role.key(), it.id)).collect();
        missing.sort();
        assert_eq!(missing.iter().collect::<Vec<_>>(), decisive, "{story:?}");
        TestResult::passed()
    }
    hold(1_500, property as fn(Measurements) -> TestResult);
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
