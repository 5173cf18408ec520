//! Stories: visits for an instrument, drawn at random.

use std::fmt;

use quickcheck::{Arbitrary, Gen, QuickCheck, Testable};
use rheumscore::instruments::{Choices, Instrument, REGISTRY, sledai};
use rheumscore::items::{Answer, Item, Kind, Measured, Visits};
use rheumscore::scoring::decimal;
use rheumscore::scoring::{
    Bounds, Category, Exact, Finding, Judgement, Outcome, Role, Scale, Span, Verdict,
};

/// Tries a property on so many draws. Each of them scores several visits.
pub fn hold(draws: u64, property: impl Testable) {
    let enough = QuickCheck::new().min_tests_passed(draws);
    enough.tests(draws).max_tests(draws * 20).quickcheck(property);
}

/// An instrument, a rule set and visits that answer most of what it reads. Each
/// question is answered once: by a state or by a measurement, by a total or by
/// its parts, with an earlier value or with the word that there is none.
#[derive(Clone)]
pub struct Story {
    pub instrument: &'static dyn Instrument,
    pub choices: Choices,
    pub visits: Visits,
}

impl Story {
    pub fn judge(&self) -> Judgement {
        self.instrument.judge(&self.choices, &self.visits)
    }

    pub fn id(&self) -> &'static str {
        self.instrument.definition().id
    }

    pub fn is_sledai(&self) -> bool {
        sledai::ALL.iter().any(|sledai| sledai.definition().id == self.id())
    }

    /// The code chosen for an option.
    pub fn chosen(&self, option: &str) -> Option<&'static str> {
        let chosen = self.instrument.definition().chosen(self.choices);
        chosen.into_iter().find(|(it, _)| it.id == option).map(|(_, value)| value.code)
    }

    /// All that was answered.
    pub fn answers(&self) -> Vec<(Role, Item, Answer)> {
        let of = |role: Role| {
            self.visits.of(role).answers().map(move |(item, answer)| (role, item, answer))
        };
        Role::ALL.into_iter().flat_map(of).collect()
    }

    /// The same story with an answer more, or with another answer.
    pub fn with(&self, role: Role, item: Item, answer: Answer) -> Story {
        let mut story = self.clone();
        story.visits.of_mut(role).set(item, answer);
        story
    }

    /// The same story without an answer.
    pub fn without(&self, role: Role, item: Item) -> Story {
        let mut story = self.clone();
        let visit = story.visits.of(role);
        *story.visits.of_mut(role) = visit.answers().filter(|(other, _)| *other != item).collect();
        story
    }

    /// What is asked of this rule set, visit by visit.
    pub fn questions(&self) -> Vec<(Role, Item)> {
        let definition = self.instrument.definition();
        let of = |role: Role| definition.reads_at(role, self.choices).map(move |item| (role, item));
        Role::ALL.into_iter().flat_map(of).collect()
    }
}

impl fmt::Debug for Story {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let codes = self.instrument.definition().chosen(self.choices).map(|(_, value)| value.code);
        writeln!(formatter, "{} {:?}", self.id(), codes.collect::<Vec<_>>())?;
        for (role, item, answer) in self.answers() {
            let answer = match answer {
                Answer::Measured(Measured { value, limit }) => match limit {
                    Some(limit) => format!("{} of {}", span(value), number(limit)),
                    None => span(value),
                },
                answer => format!("{answer:?}"),
            };
            writeln!(formatter, "  {}.{} {answer}", role.key(), item.id())?;
        }
        Ok(())
    }
}

pub fn number(value: Exact) -> String {
    decimal(value, 6, '.')
}

/// A value, or the ends it lies between.
fn span(value: Span) -> String {
    match value.known() {
        Some(value) => number(value),
        None => format!("{value:?}"),
    }
}

impl Arbitrary for Story {
    fn arbitrary(g: &mut Gen) -> Story {
        let instrument = *g.choose(REGISTRY).expect("there are instruments");
        // From a blank visit to a full one, and from any answer to those of a
        // patient with next to nothing, without whom no remission would be seen.
        // What was wrong before and is no more makes a response.
        let left_open = *g.choose(&[0, 0, 1, 3, 6, u32::MAX]).expect("a number");
        let quiet = [(); 2].map(|()| *g.choose(&[0, 97]).expect("a share"));
        Story::drawn(instrument, left_open, quiet, g)
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Story>> {
        let story = self.clone();
        Box::new(self.answers().into_iter().map(move |(role, item, _)| story.without(role, item)))
    }
}

impl Story {
    /// A story of an instrument that leaves about so many questions open, with
    /// such shares of quiet answers in a hundred at the current visit and before
    /// it.
    pub fn drawn(
        instrument: &'static dyn Instrument,
        left_open: u32,
        [now, before]: [u32; 2],
        g: &mut Gen,
    ) -> Story {
        let choices = choices(instrument, g);
        let mut story = Story { instrument, choices, visits: Visits::BLANK };
        let questions = story.questions();
        let all = u32::try_from(questions.len()).expect("few questions");
        for (role, item) in questions {
            if below(all, g) >= left_open {
                let quiet = if role == Role::Current { now } else { before };
                answer(&mut story, role, item, quiet, g);
            }
        }
        story
    }
}

/// A number below another.
pub fn below(end: u32, g: &mut Gen) -> u32 {
    u32::arbitrary(g) % end
}

pub fn choices(instrument: &dyn Instrument, g: &mut Gen) -> Choices {
    let mut choices = Choices::default();
    for (at, option) in instrument.definition().options.iter().enumerate() {
        choices.choose(at, usize::arbitrary(g) % option.values.len());
    }
    // Options that exclude each other leave nothing to score.
    if instrument.objections(&choices, &Visits::BLANK).is_empty() {
        choices
    } else {
        Choices::default()
    }
}

/// Answers a question, in one of the ways there are.
pub fn answer(story: &mut Story, role: Role, item: Item, quiet: u32, g: &mut Gen) {
    let any_answer = |item: Item, g: &mut Gen| {
        if below(100, g) < quiet { quiet_answer(item) } else { any_answer(item, g) }
    };
    let first_visit = story.visits.current.attested(Item::FirstVisit) == Some(true);
    if role == Role::Previous && first_visit {
        return;
    }
    if OVERRIDING.contains(&item) && bool::arbitrary(g) {
        return;
    }
    let measured_by = item.measured_by();
    let visit = story.visits.of_mut(role);
    if item == Item::FirstVisit {
        visit.set(item, Answer::Attested(below(4, g) == 0));
    } else if measured_by.is_empty() || bool::arbitrary(g) {
        visit.set(item, any_answer(item, g));
    } else if item == Item::Proteinuria {
        let kind = *g.choose(measured_by).expect("a measurement");
        visit.set(kind, any_answer(kind, g));
    } else {
        for by in measured_by {
            if below(4, g) > 0 {
                visit.set(*by, any_answer(*by, g));
            }
        }
    }
    // A day's collection wins over a ratio: nothing is told twice.
    if visit.answer(Item::UrineProtein24h).is_some() && visit.answer(Item::Upcr).is_some() {
        *visit = visit.answers().filter(|(item, _)| *item != Item::Upcr).collect();
    }
    // The strength scale in use may end below the value.
    if !story.instrument.objections(&story.choices, &story.visits).is_empty() {
        story.visits.of_mut(role).set(item, plain(Exact::integer(30)));
    }
}

/// An answer of the item's kind, often on an edge.
pub fn any_answer(item: Item, g: &mut Gen) -> Answer {
    if matches!(item.kind(), Kind::Finding) && below(4, g) == 0 {
        return Answer::Finding(Finding::OtherCause);
    }
    *g.choose(&telling_answers(item)).expect("an item has answers")
}

/// What is asked although other answers can tell, and stands above them.
pub const OVERRIDING: [Item; 2] = [Item::NoNewActivity, Item::GlucocorticoidIncreasedForActivity];

/// The answer where nothing is wrong and nothing changes.
pub fn quiet_answer(item: Item) -> Answer {
    match item.kind() {
        Kind::Finding => Answer::Finding(Finding::Absent),
        Kind::Attestation => Answer::Attested(true),
        Kind::Choice(codes) => Answer::Choice(codes[0]),
        Kind::Count { highest } => Answer::Count(if falls(item) { highest } else { 0 }.into()),
        Kind::Measurement(scale) => match scale.limit {
            Some(_) => Answer::Measured(Measured {
                value: Span::exactly(Exact::integer(40)),
                limit: Some(Exact::integer(40)),
            }),
            None if falls(item) => plain(scale.highest),
            None => plain(scale.lowest),
        },
    }
}

/// Whether something gets worse when it falls. The same dose is more for whom
/// weighs less.
pub fn falls(item: Item) -> bool {
    let falling = [
        Item::Platelets,
        Item::Wbc,
        Item::C3,
        Item::C4,
        Item::Ch50,
        Item::DlcoPercent,
        Item::Strength,
        Item::Weight,
        Item::IceScore,
    ];
    falling.contains(&item) || item.id().starts_with("mmt_")
}

/// Answers that tell apart what rules tell apart: the ends of the range, every
/// cut-off and the least step on both of its sides.
pub fn telling_answers(item: Item) -> Vec<Answer> {
    match item.kind() {
        Kind::Finding => [Finding::Present, Finding::Absent].map(Answer::Finding).into(),
        Kind::Attestation => [true, false].map(Answer::Attested).into(),
        Kind::Choice(codes) => codes.iter().copied().map(Answer::Choice).collect(),
        Kind::Count { highest } => {
            let counts = [0, 1, 2, 3, 5, 6, 7, 9, 10, 14, 15, 18, 19, highest];
            let counts = counts.into_iter().filter(|count| *count <= highest);
            counts.map(|count| Answer::Count(count.into())).collect()
        }
        Kind::Measurement(scale) => match scale.limit {
            Some(_) => ratios(scale),
            None => around_edges(scale),
        },
    }
}

/// Values on the edges of a scale without reference limit.
pub fn around_edges(scale: &Scale) -> Vec<Answer> {
    let edges = [
        "0.442477", "0.5", "0.7", "1", "2.2", "2.5", "3", "5", "7.5", "10", "12", "30", "38", "70",
        "80", "100",
    ];
    around(scale, edges.map(|edge| Exact::parse(edge).expect("a number"))).map(plain).collect()
}

/// The ends of a scale, and what lies on it of some edges with the least step
/// to both sides.
pub fn around(
    scale: &Scale,
    edges: impl IntoIterator<Item = Exact>,
) -> impl Iterator<Item = Exact> {
    let least = Exact::ratio(1, 1_000_000);
    let beside = edges.into_iter().flat_map(move |edge| [edge - least, edge, edge + least]);
    [scale.lowest, scale.highest].into_iter().chain(beside).filter(|value| scale.contains(*value))
}

/// Values as multiples of their reference limit.
pub fn ratios(scale: &Scale) -> Vec<Answer> {
    let least = Exact::ratio(1, 1_000_000);
    let limit = Exact::integer(40);
    let values = [0, 20, 40, 46, 80, 200, 800].map(Exact::integer);
    let near = [limit - least, limit + least, scale.highest];
    values
        .into_iter()
        .chain(near)
        .map(|value| Answer::Measured(Measured { value: Span::exactly(value), limit: Some(limit) }))
        .collect()
}

pub fn plain(value: Exact) -> Answer {
    Answer::Measured(value.into())
}

/// What a reader acts on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conclusion {
    pub score: Option<Bounds>,
    pub verdict: Option<Verdict>,
    pub category: Option<Category>,
}

impl Conclusion {
    pub fn of(judgement: &Judgement) -> Conclusion {
        let Judgement { score, verdict, category, .. } = *judgement;
        Conclusion { score, verdict, category }
    }

    /// Whether this one allows everything that the other does.
    pub fn allows(&self, other: &Conclusion) -> bool {
        let score = match (self.score, other.score) {
            (Some(wide), Some(narrow)) => {
                wide.lowest() <= narrow.lowest() && narrow.highest() <= wide.highest()
            }
            (wide, narrow) => wide == narrow,
        };
        let verdict = self.verdict == Some(Verdict::Undetermined) || self.verdict == other.verdict;
        let category = self.category == Some(Category::Open) || self.category == other.category;
        score && verdict && category
    }
}

/// Whatever either of two outcomes allows.
pub fn joined(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Points(one), Outcome::Points(other)) => Outcome::Points(one.joined(other)),
        (Outcome::Criterion(one), Outcome::Criterion(other)) if one == other => {
            Outcome::Criterion(one)
        }
        _ => Outcome::Criterion(Verdict::Undetermined),
    }
}
