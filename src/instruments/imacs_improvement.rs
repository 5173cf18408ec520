//! The preliminary definition of improvement of IMACS, of 2004.
//!
//! # What it measures
//! Whether a patient with myositis has improved between two visits.
//!
//! # The rule
//! At least three of the six core set measures improved by 20 % or more, at most
//! two worsened by 25 % or more, and strength is not one of these. The change
//! here is taken relative to the baseline, where the response criteria of 2016
//! take it of the whole range. A baseline of 0 has no percentage: 0 that stays is
//! no change, and a rise from it a worsening (of strength, an improvement).
//!
//! # Missing answers
//! A measure that is missing at a visit can have gone either way as far as the
//! other visit allows. One certain failure decides.
//!
//! # What it is not for
//! The graded response of 2016; worsening by the definition of IMACS, which has
//! limits of its own.
//!
//! # Sources
//! Rider 2004, restated by the authors of the criteria of 2016. That change is
//! relative to the baseline is general knowledge.

use super::enzyme::{ANY_MULTIPLE, Candidate, ENZYMES, Enzyme};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Under,
};
use crate::items::{Item, Measured, Visits};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role, Source, Span,
    Threshold, Verdict, WarningCode,
};

/// The instrument.
pub struct ImacsImprovement;

const RESTATED: Fact = Fact::new(
    Evidence::Secondary,
    "authors' slides of 2016; that the change is relative to the baseline is unconfirmed",
);
const CORE_SET: Fact = Fact::new(Evidence::Secondary, "authors' slides of 2016");
const MOST_ABNORMAL: Fact = Fact::new(
    Evidence::Choice,
    "highest multiple of its own limit at baseline; the papers define none",
);

/// How many measures have to improve, and how many may worsen.
const ENOUGH_IMPROVED: usize = 3;
const MOST_WORSENED: usize = 2;

/// What is left of a baseline that has fallen by a fifth.
const FALLEN: Exact = Exact::ratio(4, 5);
/// What has become of a baseline that has risen by a fifth, or by a quarter.
const RISEN: Exact = Exact::ratio(6, 5);
const RISEN_FURTHER: Exact = Exact::ratio(5, 4);
/// What is left of a baseline that has fallen by a quarter.
const FALLEN_FURTHER: Exact = Exact::ratio(3, 4);

/// The measures: the items that fall while they improve, strength, the enzyme.
const MEASURES: [(&str, Option<Item>); 6] = [
    ("physician_global", Some(Item::PhysicianGlobal)),
    ("patient_global", Some(Item::PatientGlobal)),
    (STRENGTH, Some(Item::Strength)),
    ("haq", Some(Item::Haq)),
    ("enzyme", None),
    ("extramuscular_global", Some(Item::ExtramuscularGlobal)),
];
const STRENGTH: &str = "strength";

/// The place of the option in the definition.
const ENZYME: usize = 0;

static DEFINITION: Definition = Definition {
    options: &[OptionDefinition {
        id: "enzyme",
        values: &[
            OptionValue::new("auto", MOST_ABNORMAL),
            OptionValue::new("ck", CORE_SET),
            OptionValue::new("aldolase", CORE_SET),
            OptionValue::new("ldh", CORE_SET),
            OptionValue::new("ast", CORE_SET),
            OptionValue::new("alt", CORE_SET),
        ],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        Reads { role: Role::Baseline, items: &ITEMS, under: Under::Always },
        Reads { role: Role::Current, items: &ITEMS, under: Under::Always },
    ],
    rows: &[
        Row::new(MEASURES[0].0, CHANGE, RESTATED),
        Row::new(MEASURES[1].0, CHANGE, RESTATED),
        Row::new(MEASURES[2].0, CHANGE, RESTATED),
        Row::new(MEASURES[3].0, CHANGE, RESTATED),
        Row::new(MEASURES[4].0, CHANGE, RESTATED),
        Row::new(MEASURES[5].0, CHANGE, RESTATED),
    ],
    warns: &[WarningCode::EnzymePanelIncomplete, WarningCode::BaselineZero],
    sources: &[
        Source {
            key: "Rider 2004",
            reference: "Rider LG et al. Arthritis Rheum 2004;50:2281-2290",
            doi: Some("10.1002/art.20349"),
            evidence: Evidence::Unconfirmed,
        },
        Source {
            key: "authors' slides of 2016",
            reference: "Slides of the authors of the response criteria of 2016, which restate the \
                        earlier definition",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new(
        "imacs-improvement",
        Disease::Myositis,
        Combination::Improved { enough: ENOUGH_IMPROVED, most_worsened: MOST_WORSENED },
    )
};

/// Improved or worsened by so many percent of the baseline.
const CHANGE: RowRule = RowRule::RelativeChange { improved: 20, worsened: 25 };

const ITEMS: [Item; 10] = [
    Item::PhysicianGlobal,
    Item::PatientGlobal,
    Item::ExtramuscularGlobal,
    Item::Strength,
    Item::Haq,
    ENZYMES[0],
    ENZYMES[1],
    ENZYMES[2],
    ENZYMES[3],
    ENZYMES[4],
];

impl Instrument for ImacsImprovement {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let named = choices.meaning(ENZYME, None, &ENZYMES.map(Some));
        let enzyme = Enzyme::choose(named, &visits.baseline);
        let measures = MEASURES.map(|(id, item)| match item {
            Some(item) => Measure::of(id, item, visits),
            None => Measure::of_enzyme(id, &enzyme, visits),
        });
        let mut judgement = Judgement {
            verdict: Some(verdict(&measures)),
            missing: missing(&measures),
            parts: measures.iter().map(|measure| measure.part(&enzyme)).collect(),
            ..Judgement::default()
        };
        judgement.warn(WarningCode::EnzymePanelIncomplete, enzyme.not_compared);
        let from_zero = measures.iter().filter_map(|measure| measure.from_zero).collect();
        judgement.warn(WarningCode::BaselineZero, from_zero);
        judgement
    }
}

/// How a measure has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Improved,
    Neither,
    Worsened,
}

/// A measure at two visits.
struct Measure {
    id: &'static str,
    /// How it can have gone.
    courses: Vec<Course>,
    /// How much better it is now, where that is known.
    improvement: Option<Exact>,
    /// The change in percent of the baseline, upwards, where that is known.
    percent: Option<Exact>,
    /// What is open.
    open: Vec<Mention>,
    /// The mention of a baseline of zero.
    from_zero: Option<Mention>,
}

impl Measure {
    fn of(id: &'static str, item: Item, visits: &Visits) -> Measure {
        let scale = item.kind().scale();
        let read = |role: Role| {
            let measured = visits.of(role).number(item);
            (Mention::of(role, item.id()), measured)
        };
        let anything = || scale.map_or(Span::exactly(Exact::ZERO), |scale| scale.anything());
        Measure::compare(id, read(Role::Baseline), read(Role::Current), anything)
    }

    /// The enzyme, where it is chosen; without one it can have gone any way.
    fn of_enzyme(id: &'static str, enzyme: &Enzyme, visits: &Visits) -> Measure {
        let any_multiple = || Span::of_scale(Exact::ZERO, ANY_MULTIPLE);
        let of = |candidate: &Candidate| {
            let mention = |role| Mention::of(role, candidate.item.id());
            let now = visits.current.measured(candidate.item).and_then(Measured::multiple);
            let baseline = (mention(Role::Baseline), candidate.baseline);
            Measure::compare(id, baseline, (mention(Role::Current), now), any_multiple)
        };
        if let Some(chosen) = enzyme.chosen() {
            return of(&chosen);
        }
        let mut undecided = Measure {
            id,
            courses: Vec::new(),
            improvement: None,
            percent: None,
            open: vec![Mention::of(Role::Baseline, id)],
            from_zero: None,
        };
        for candidate in enzyme.candidates.iter().map(of) {
            let more = candidate.courses.into_iter();
            let more: Vec<Course> = more.filter(|course| !undecided.can(*course)).collect();
            undecided.courses.extend(more);
            let now = candidate.open.into_iter().filter(|it| it.role == Role::Current);
            undecided.open.extend(now);
        }
        if enzyme.candidates.is_empty() {
            undecided.courses = vec![Course::Improved, Course::Neither, Course::Worsened];
        }
        undecided
    }

    fn compare(
        id: &'static str,
        (baseline_mention, baseline): (Mention, Option<Span>),
        (current_mention, current): (Mention, Option<Span>),
        anything: impl Fn() -> Span,
    ) -> Measure {
        let before = baseline.unwrap_or_else(&anything);
        let now = current.unwrap_or_else(&anything);
        // Whether what there is now can lie on this side of so much of what was.
        let can = |relation: fn(Exact) -> Threshold, share: Exact| {
            let difference = now - before.map_rising(|before| before * share);
            relation(Exact::ZERO).decides(&difference) != Some(false)
        };
        let is_zero = before.known().is_some_and(Exact::is_zero);
        let can_rise = Threshold::above(Exact::ZERO).decides(&now) != Some(false);
        let can_stay = now.contains(Exact::ZERO);
        let (improves, worsens, stays) = match (is_zero, id == STRENGTH) {
            (true, true) => (can_rise, false, can_stay),
            (true, false) => (false, can_rise, can_stay),
            // What is 0 now has not risen, whatever it was.
            (false, true) => (
                can_rise && can(Threshold::at_least, RISEN),
                can(Threshold::at_most, FALLEN_FURTHER),
                between(&before, &now, FALLEN_FURTHER, RISEN),
            ),
            (false, false) => (
                can(Threshold::at_most, FALLEN),
                can_rise && can(Threshold::at_least, RISEN_FURTHER),
                between(&before, &now, FALLEN, RISEN_FURTHER),
            ),
        };
        // A baseline that can be 0, and stays so, has not improved.
        let stays = stays || (before.contains(Exact::ZERO) && can_stay);
        let courses =
            [(improves, Course::Improved), (stays, Course::Neither), (worsens, Course::Worsened)];
        let open = [(baseline_mention, before), (current_mention, now)];
        let open = open.into_iter().filter(|(_, span)| span.known().is_none());
        let known = before.known().zip(now.known());
        let risen = known.map(|(before, now)| now - before);
        let of_baseline = known.filter(|(before, _)| !before.is_zero());
        Measure {
            id,
            courses: courses
                .into_iter()
                .filter(|(can, _)| *can)
                .map(|(_, course)| course)
                .collect(),
            improvement: risen.map(|it| if id == STRENGTH { it } else { Exact::ZERO - it }),
            percent: of_baseline.map(|(before, now)| (now - before) / before * Exact::integer(100)),
            open: open.map(|(mention, _)| mention).collect(),
            from_zero: is_zero.then_some(baseline_mention),
        }
    }

    fn can(&self, course: Course) -> bool {
        self.courses.contains(&course)
    }

    fn part(&self, enzyme: &Enzyme) -> Part {
        let improved = match (self.can(Course::Improved), self.courses.len()) {
            (true, 1) => Verdict::Met,
            (false, _) => Verdict::NotMet,
            (true, _) => Verdict::Undetermined,
        };
        let is_enzyme = self.id == "enzyme";
        Part {
            percent: Some(self.percent),
            chosen: is_enzyme.then(|| enzyme.chosen().map(|enzyme| enzyme.item.id())),
            ..Part::new(self.id, Outcome::Criterion(improved), PartValue::known(self.improvement))
        }
    }
}

/// Whether a value can lie strictly between two shares of an earlier one.
fn between(before: &Span, now: &Span, lower: Exact, upper: Exact) -> bool {
    let above = Threshold::above(Exact::ZERO).decides(&(*now - before.map_rising(|it| it * lower)));
    let below = Threshold::below(Exact::ZERO).decides(&(*now - before.map_rising(|it| it * upper)));
    above != Some(false) && below != Some(false)
}

/// Whether it is an improvement as far as is known: in the worst of all cases,
/// and in the best.
fn verdict(measures: &[Measure; 6]) -> Verdict {
    let best = [Course::Improved, Course::Neither, Course::Worsened];
    let worst = [Course::Worsened, Course::Neither, Course::Improved];
    let [best, worst] = [best, worst].map(|order| {
        let courses = measures.each_ref().map(|measure| {
            let course = order.into_iter().find(|course| measure.can(*course));
            course.unwrap_or(Course::Neither)
        });
        is_improvement(&courses)
    });
    match (best, worst) {
        (true, true) => Verdict::Met,
        (false, _) => Verdict::NotMet,
        (true, false) => Verdict::Undetermined,
    }
}

/// The rule, where it is known how every measure has gone.
fn is_improvement(courses: &[Course; 6]) -> bool {
    let count = |wanted: Course| courses.iter().filter(|course| **course == wanted).count();
    let strength = MEASURES.iter().zip(courses).find(|((id, _), _)| *id == STRENGTH);
    count(Course::Improved) >= ENOUGH_IMPROVED
        && count(Course::Worsened) <= MOST_WORSENED
        && strength.is_none_or(|(_, course)| *course != Course::Worsened)
}

/// What could still change the verdict: of each measure, whether another course
/// of it does for some courses of the others.
fn missing(measures: &[Measure; 6]) -> Vec<Mention> {
    let mut missing = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        let decides = combinations(measures, at).iter().any(|others| {
            let mut verdicts = measure.courses.iter().map(|course| {
                let mut courses = *others;
                if let Some(own) = courses.get_mut(at) {
                    *own = *course;
                }
                is_improvement(&courses)
            });
            let first = verdicts.next();
            verdicts.any(|verdict| Some(verdict) != first)
        });
        if decides {
            missing.extend(measure.open.iter().copied());
        }
    }
    missing
}

/// All ways in which the other measures can have gone: at most 243.
fn combinations(measures: &[Measure; 6], without: usize) -> Vec<[Course; 6]> {
    let mut all = vec![[Course::Neither; 6]];
    for (at, measure) in measures.iter().enumerate().filter(|(at, _)| *at != without) {
        all = all
            .iter()
            .flat_map(|courses| {
                measure.courses.iter().map(move |course| {
                    let mut courses = *courses;
                    if let Some(own) = courses.get_mut(at) {
                        *own = *course;
                    }
                    courses
                })
            })
            .collect();
    }
    all
}
