//! Stories in which some values are known only by a bound or a range, and the
//! values within these.

use quickcheck::{Arbitrary, Gen};
use rheumscore::instruments::find;
use rheumscore::items::{Answer, Counted, Item, Kind, Measured, Visits};
use rheumscore::scoring::{Exact, Role, Span, Threshold};

use super::open::logarithm::next_to_nothing;
use super::open::myositis::{shares, strength_maximum};
use super::open::protein::earlier_protein;
use super::story::{OVERRIDING, Story, any_answer, below, choices, quiet_answer};

/// A story in which some values are known only by a bound or a range.
#[derive(Clone, Debug)]
pub struct Bounded {
    pub story: Story,
    pub open: Vec<(Role, Item)>,
}

impl Bounded {
    /// A story with some of its numbers taken for bounds.
    fn of(mut story: Story, most: u32, g: &mut Gen) -> Bounded {
        let mut open = Vec::new();
        for _ in 0..=below(most, g) {
            let numbers: Vec<(Role, Item)> = story
                .answers()
                .into_iter()
                .filter(|(_, _, answer)| matches!(answer, Answer::Measured(_) | Answer::Count(_)))
                .map(|(role, item, _)| (role, item))
                .collect();
            let Some((role, item)) = g.choose(&numbers).copied() else { continue };
            // The other visit, or another enzyme, is where two bounds meet.
            let (role, item) = match open.last() {
                Some((other, near)) if below(2, g) == 0 => beside(&story, *other, *near),
                _ => (role, item),
            };
            let Some(answer) = story.visits.of(role).answer(item) else { continue };
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

impl Arbitrary for Bounded {
    fn arbitrary(g: &mut Gen) -> Bounded {
        let story = Story::arbitrary(g);
        Bounded::of(story, 6, g)
    }
}

/// A story in which everything was measured, and a few values are bounds.
#[derive(Clone, Debug)]
pub struct Measurements(pub Bounded);

impl Arbitrary for Measurements {
    fn arbitrary(g: &mut Gen) -> Measurements {
        let mut story = Story::arbitrary(g);
        story.visits = Visits::BLANK;
        // Half of them compare two visits.
        let comparing = ["selena-sledai", "selena-flare-index", "sri", "acr-eular-myositis-2016"];
        if let (true, Some(id)) = (bool::arbitrary(g), g.choose(&comparing)) {
            story.instrument = find(id).expect("it is there");
            story.choices = choices(story.instrument, g);
        }
        let [now, before] = [(); 2].map(|()| *g.choose(&[0, 90, 97, 99]).expect("a share"));
        let kind = *g.choose(Item::Proteinuria.measured_by()).expect("a kind");
        let by_sites = bool::arbitrary(g);
        // The baseline stands in for a previous visit that says nothing.
        let has_previous = story.id() != "sri" || bool::arbitrary(g);
        for (role, item) in story.questions() {
            let measured_by: &[Item] = match item {
                Item::FirstVisit => continue,
                _ if OVERRIDING.contains(&item) && bool::arbitrary(g) => continue,
                _ if role == Role::Previous && !has_previous => continue,
                Item::Proteinuria => &[kind],
                Item::Mrss if by_sites => &Item::SKIN_SITES,
                Item::Mrss => &[Item::Mrss],
                _ if item.measured_by().is_empty() => &[item],
                _ => item.measured_by(),
            };
            let quiet = if role == Role::Current { now } else { before };
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

// What rules tell apart

/// The visit that a value of another one is compared with.
fn opposite(story: &Story, role: Role, item: Item) -> Role {
    let earlier = match (story.id(), item) {
        ("sri", Item::UrineProtein24h | Item::Upcr) => earlier_protein(story),
        ("sri" | "acr-eular-myositis-2016" | "imacs-improvement", _) => Some(Role::Baseline),
        _ => Some(Role::Previous),
    };
    if role == Role::Current { earlier.unwrap_or(Role::Baseline) } else { Role::Current }
}

/// The value that another one is compared with: the same at the other visit, or
/// the weight that a dose is divided by.
fn beside(story: &Story, role: Role, item: Item) -> (Role, Item) {
    match item {
        Item::Weight => (role, Item::Glucocorticoid),
        _ => (opposite(story, role, item), item),
    }
}

/// The values that differ from the other visit, or from another enzyme, just so
/// much as a rule tells apart; the dose and the weight that come to a limit.
fn compared(story: &Story, role: Role, item: Item) -> Vec<Exact> {
    let mut marks = Vec::new();
    for near in ends(story, opposite(story, role, item), item) {
        for change in changes(story, item) {
            marks.extend([near + change, near - change]);
        }
        if story.id() == "imacs-improvement" {
            marks.extend(shares().into_iter().flat_map(|share| [near * share, near / share]));
        }
    }
    if ENZYMES.contains(&item) && role == Role::Baseline {
        marks.extend(ENZYMES.iter().flat_map(|other| ends(story, role, *other)));
    }
    let (half, double) = (Exact::ratio(1, 2), Exact::integer(2));
    match item {
        Item::Glucocorticoid => {
            marks.extend(ends(story, role, Item::Weight).iter().map(|weight| *weight * half));
        }
        // A dose just within an end has its weight too.
        Item::Weight => {
            let doses = ends(story, role, Item::Glucocorticoid).into_iter();
            let doses = doses.flat_map(|dose| [dose - LEAST, dose, dose + LEAST]);
            marks.extend(doses.map(|dose| dose * double));
        }
        _ => {}
    }
    marks.into_iter().map(shortened).collect()
}

/// A number nearly as short as one that was read: arithmetic does not shorten any.
fn shortened(value: Exact) -> Exact {
    cut(value, 10_000_000)
}

/// As many parts of a whole as tell shares of values apart.
const SHARES: i64 = 1_000_000_000;

/// A number cut off to so many parts of a whole.
fn cut(value: Exact, parts: i64) -> Exact {
    let (numerator, denominator) = value.fraction();
    let shortest = numerator * i128::from(parts) / denominator;
    Exact::integer(i64::try_from(shortest).expect("a small number")) / Exact::integer(parts)
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
        Item::Pga if story.id() == "sri" => vec![Exact::ratio(3, 10)],
        Item::Pga if story.id() == "selena-flare-index" => vec![Exact::ZERO, Exact::integer(1)],
        Item::Glucocorticoid if story.id() == "selena-flare-index" => vec![Exact::ZERO],
        Item::PhysicianGlobal | Item::PatientGlobal | Item::ExtramuscularGlobal => of_range(10),
        Item::Haq => of_range(3),
        Item::Strength => of_range(strength_maximum(story)),
        Item::Ck => of_range(15 * 40),
        Item::Aldolase => of_range(6 * 40),
        Item::Ldh | Item::Ast | Item::Alt => of_range(3 * 40),
        _ => Vec::new(),
    }
}

/// The cut-offs of an item by itself, in tenths.
fn cut_offs(item: Item) -> &'static [i32] {
    match item {
        Item::UrineProtein24h | Item::Upcr => &[5],
        Item::TemperatureMax | Item::TemperatureNow => &[380],
        Item::Platelets => &[1000],
        Item::Wbc => &[30],
        Item::Pga => &[5, 10, 25],
        Item::Glucocorticoid => &[0, 50, 75],
        Item::Crp => &[10],
        Item::Esr => &[300],
        Item::DlcoPercent => &[700, 800],
        Item::AgeYears => &[120],
        _ => &[],
    }
}

pub const ENZYMES: [Item; 5] = [Item::Ck, Item::Aldolase, Item::Ldh, Item::Ast, Item::Alt];

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
pub fn values(story: &Story, role: Role, item: Item) -> Vec<Answer> {
    let answer = story.visits.of(role).answer(item).expect("an answer");
    let (value, limit) = match answer {
        Answer::Count(counted) => {
            let counts = [0, 1, 2, 3, 5, 6, 7, 9, 10, 14, 15, 17, 18, 19];
            let ends = [counted.lowest(), counted.highest()];
            let within = |count: &u32| (counted.lowest()..=counted.highest()).contains(count);
            let counts = counts.into_iter().chain(ends).filter(within);
            return counts.map(|count| Answer::Count(count.into())).collect();
        }
        Answer::Measured(Measured { value, limit }) => (value, limit),
        _ => panic!("a number"),
    };
    let mut marks = ends(story, role, item);
    marks.extend(cut_offs(item).iter().map(|tenths| Exact::ratio(*tenths, 10)));
    marks.extend(limit.filter(|_| !ENZYMES.contains(&item)));
    marks.extend(compared(story, role, item));
    // A logarithm, or a share of a value, comes nearer to its ends than any step
    // of a request.
    let (least, digits) = match story.id() {
        "sle-das" => (next_to_nothing(), 1_000_000_000_000),
        "imacs-improvement" | "selena-flare-index" => (Exact::ratio(1, 1_000_000_000), SHARES),
        _ => (LEAST, 10_000_000),
    };
    let mut values: Vec<Exact> = marks
        .into_iter()
        .flat_map(|mark| [mark - least, mark, mark + least])
        .map(|mark| cut(mark, digits))
        .filter(|mark| holds(value, *mark))
        .collect();
    values.sort();
    values.dedup();
    // A share of another bound also tells apart what lies between its own.
    if digits == SHARES {
        let between =
            values.windows(2).map(|ends| cut((ends[0] + ends[1]) / Exact::integer(2), digits));
        let between: Vec<Exact> = between.collect();
        values.extend(between);
    }
    let known = |value| Answer::Measured(Measured { value: Span::exactly(value), limit });
    // A strength ends where its scale does.
    let is_possible = |answer: &Answer| {
        let story = story.with(role, item, *answer);
        item != Item::Strength
            || story.instrument.objections(&story.choices, &story.visits).is_empty()
    };
    values.into_iter().map(known).filter(is_possible).collect()
}
