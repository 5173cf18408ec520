//! The ACR/EULAR 2016 response criteria for myositis: the Total Improvement
//! Score.
//!
//! # What it measures
//! How much a patient improved between two visits: six core set measures, each
//! graded by its change in percent of its own range, 0 to 100 in all.
//!
//! # The rule
//! The change is divided by the range of the instrument, not by the baseline.
//! Levels are open below and closed above: exactly 15 % is the lower level.
//! Getting worse gives nothing and takes nothing. Adults respond from 20, 40
//! and 60 points (minimal, moderate, major), juvenile patients from 30, 45
//! and 70. Of the enzymes, the most abnormal at baseline is taken and kept;
//! the papers do not say what "most abnormal" is, and the reader may choose.
//!
//! # Missing answers
//! A measure missing at one visit spans what the other still allows: a baseline
//! of 0.4 cm cannot improve by more than 4 %. One missing at both spans all its
//! points. Values of which only a bound is known leave a change open likewise,
//! and, where it depends on them, which enzyme is the most abnormal. Nothing is
//! rescaled.
//!
//! # What it is not for
//! Activity at one visit, or patients scored on another core set.
//!
//! # Sources
//! Aggarwal 2017 (adults), Rider 2017 (juvenile). The ranges of the enzymes are
//! general knowledge and say so.

use super::enzyme::{ANY_MULTIPLE, Candidate, Enzyme};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, Levels, Objection,
    OptionDefinition, OptionValue, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Measured, Visits};
use crate::scoring::{
    Band, Bands, Bounds, Category, Edge, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part,
    PartValue, Role, Source, Span, Threshold, WarningCode,
};

/// The instrument.
pub struct AcrEularMyositis2016;

/// One core set measure: its levels, and on what it changes.
struct Measure {
    id: &'static str,
    levels: Levels,
    scale: MeasureScale,
}

/// On what a measure changes.
#[derive(Clone, Copy)]
enum MeasureScale {
    /// An item, lower is better, over its range.
    Falling(Item, i64),
    /// Muscle strength: higher is better, over the scale in use.
    Strength,
    /// The chosen enzyme, in multiples of its upper limit, over its own range.
    Enzyme,
}

const USUAL_CUTS: [i64; 4] = [5, 15, 25, 40];
const STRENGTH_CUTS: [i64; 4] = [2, 10, 20, 30];

static MEASURES: [Measure; 6] = [
    Measure {
        id: "physician_global",
        levels: levels(USUAL_CUTS, [0, 75, 150, 175, 200]),
        scale: MeasureScale::Falling(Item::PhysicianGlobal, 10),
    },
    Measure {
        id: "patient_global",
        levels: levels(USUAL_CUTS, [0, 25, 50, 75, 100]),
        scale: MeasureScale::Falling(Item::PatientGlobal, 10),
    },
    Measure {
        id: "strength",
        levels: levels(STRENGTH_CUTS, [0, 100, 200, 275, 325]),
        scale: MeasureScale::Strength,
    },
    Measure {
        id: "haq",
        // Two levels share 7.5, as printed.
        levels: levels(USUAL_CUTS, [0, 50, 75, 75, 100]),
        scale: MeasureScale::Falling(Item::Haq, 3),
    },
    Measure {
        id: "enzyme",
        // Two levels share 7.5, as printed.
        levels: levels(USUAL_CUTS, [0, 25, 50, 75, 75]),
        scale: MeasureScale::Enzyme,
    },
    Measure {
        id: "extramuscular_global",
        levels: levels(USUAL_CUTS, [0, 75, 125, 150, 200]),
        scale: MeasureScale::Falling(Item::ExtramuscularGlobal, 10),
    },
];

/// The enzymes and their ranges in multiples of the upper limit of normal.
const ENZYMES: [(Item, i64); 5] =
    [(Item::Ck, 15), (Item::Aldolase, 6), (Item::Ldh, 3), (Item::Ast, 3), (Item::Alt, 3)];

/// The strength scales and their maxima, the default first.
const STRENGTH_SCALES: [(&str, i64); 4] =
    [("mmt8_bilateral", 150), ("mmt8_unilateral", 80), ("mmt24", 260), ("cmas", 52)];

/// The place of the only scale that is for children.
const CMAS: usize = 3;

/// The places of the options in the definition.
const POPULATION: usize = 0;
const STRENGTH_SCALE: usize = 1;
const ENZYME: usize = 2;

/// The place of adults among the populations.
const ADULT: usize = 0;

/// Response in adults.
const ADULT_LEVELS: Bands =
    responses(&[below("none", 20), below("minimal", 40), below("moderate", 60), highest("major")]);
/// Response in juvenile patients.
const JUVENILE_LEVELS: Bands =
    responses(&[below("none", 30), below("minimal", 45), below("moderate", 70), highest("major")]);

const LEVEL_TABLE: Fact =
    Fact::new(Evidence::Primary, "Rider 2017, table 3, which covers adults and children");
const LEVELS_AND_RANGE: Fact = Fact::new(
    Evidence::Primary,
    "Rider 2017, table 3; that the change is taken of the scale's whole range is unconfirmed",
);
const CORE_SET: Fact = Fact::new(Evidence::Primary, "IMACS core set, as listed by its authors");
const STRENGTH_FORM: Fact = Fact::new(Evidence::Primary, "IMACS form 04");
const SUMMED: Fact =
    Fact::new(Evidence::Derived, "seven groups on two sides and the neck, ten each");
const RECALLED: Fact = Fact::new(Evidence::Unconfirmed, "general knowledge");
const ENZYME_RANGE: Fact = Fact::new(
    Evidence::Unconfirmed,
    "range of 15 (CK), 6 (aldolase) or 3 times the upper limit: general knowledge",
);
const MOST_ABNORMAL: Fact = Fact::new(
    Evidence::Choice,
    "highest multiple of its own limit at baseline; the papers define none",
);

static DEFINITION: Definition = Definition {
    usual: true,
    options: &[
        OptionDefinition {
            id: "population",
            values: &[
                OptionValue::with_bands("adult", &ADULT_LEVELS, LEVEL_TABLE),
                OptionValue::with_bands("juvenile", &JUVENILE_LEVELS, LEVEL_TABLE),
            ],
            integer: false,
            compared: Compared::Never,
        },
        OptionDefinition {
            id: "strength_scale",
            values: &[
                OptionValue::new(STRENGTH_SCALES[0].0, SUMMED),
                OptionValue::new(STRENGTH_SCALES[1].0, STRENGTH_FORM),
                OptionValue::new(STRENGTH_SCALES[2].0, STRENGTH_FORM),
                OptionValue::new(STRENGTH_SCALES[CMAS].0, RECALLED),
            ],
            integer: false,
            compared: Compared::Never,
        },
        OptionDefinition {
            id: "enzyme",
            values: &[
                OptionValue::new("auto", MOST_ABNORMAL),
                OptionValue::new(ENZYMES[0].0.id(), CORE_SET),
                OptionValue::new(ENZYMES[1].0.id(), CORE_SET),
                OptionValue::new(ENZYMES[2].0.id(), CORE_SET),
                OptionValue::new(ENZYMES[3].0.id(), CORE_SET),
                OptionValue::new(ENZYMES[4].0.id(), CORE_SET),
            ],
            integer: false,
            compared: Compared::Never,
        },
    ],
    reads: &[
        Reads { role: Role::Baseline, items: &ITEMS, under: Under::Always },
        Reads { role: Role::Current, items: &ITEMS, under: Under::Always },
    ],
    rows: &[
        row(&MEASURES[0], LEVELS_AND_RANGE),
        row(&MEASURES[1], LEVELS_AND_RANGE),
        row(&MEASURES[2], LEVELS_AND_RANGE),
        row(&MEASURES[3], LEVELS_AND_RANGE),
        row(&MEASURES[4], ENZYME_RANGE),
        row(&MEASURES[5], LEVELS_AND_RANGE),
    ],
    range: Some((Exact::ZERO, Exact::integer(100))),
    warns: &[WarningCode::EnzymePanelIncomplete],
    sources: &[
        Source {
            key: "Aggarwal 2017",
            reference: "Aggarwal R et al. Ann Rheum Dis 2017;76:792-801",
            doi: Some("10.1136/annrheumdis-2017-211400"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Rider 2017",
            reference: "Rider LG et al. Ann Rheum Dis 2017;76:782-791",
            doi: Some("10.1136/annrheumdis-2017-211401"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "IMACS",
            reference: "International Myositis Assessment and Clinical Studies Group, core set measures and forms",
            doi: None,
            evidence: Evidence::Primary,
        },
    ],
    ..Definition::new("acr-eular-myositis-2016", Disease::Myositis, Combination::Sum)
};

const ITEMS: [Item; 10] = [
    Item::PhysicianGlobal,
    Item::PatientGlobal,
    Item::ExtramuscularGlobal,
    Item::Strength,
    Item::Haq,
    ENZYMES[0].0,
    ENZYMES[1].0,
    ENZYMES[2].0,
    ENZYMES[3].0,
    ENZYMES[4].0,
];

/// The ranges on which the measures change, by the names of what is measured.
#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
const RANGES: [(&str, Exact); 13] = {
    let mut ranges = [("", Exact::ZERO); 13];
    let mut last = 0;
    let mut at = 0;
    while at < MEASURES.len() {
        if let MeasureScale::Falling(item, range) = MEASURES[at].scale {
            ranges[last] = (item.id(), Exact::integer(range));
            last += 1;
        }
        at += 1;
    }
    at = 0;
    while at < ENZYMES.len() {
        ranges[last] = (ENZYMES[at].0.id(), Exact::integer(ENZYMES[at].1));
        (last, at) = (last + 1, at + 1);
    }
    at = 0;
    while at < STRENGTH_SCALES.len() {
        ranges[last] = (STRENGTH_SCALES[at].0, Exact::integer(STRENGTH_SCALES[at].1));
        (last, at) = (last + 1, at + 1);
    }
    assert!(last == ranges.len(), "every range is listed");
    ranges
};

impl Instrument for AcrEularMyositis2016 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn constants(&self) -> &'static [(&'static str, Exact)] {
        &RANGES
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let named = choices.meaning(ENZYME, None, &ENZYMES.map(|(item, _)| Some(item)));
        let enzyme = Enzyme::choose(named, &visits.baseline);
        let mut judgement = Judgement::default();
        let mut total = Bounds::exactly(Exact::ZERO);
        for measure in &MEASURES {
            let Comparison { points, change, decisive } = measure.compare(choices, &enzyme, visits);
            total = total + points;
            judgement.missing.extend(decisive);
            let improvement = change.map(|(improvement, _)| improvement);
            judgement.parts.push(Part {
                percent: Some(change.map(|(_, percent)| percent)),
                chosen: match measure.scale {
                    MeasureScale::Enzyme => Some(enzyme.chosen().map(|enzyme| enzyme.item.id())),
                    MeasureScale::Falling(..) | MeasureScale::Strength => None,
                },
                ..Part::new(measure.id, Outcome::Points(points), PartValue::known(improvement))
            });
        }
        judgement.score = Some(total);
        judgement.category = DEFINITION
            .bands(*choices)
            .map(|levels| Category::from_known(total.agree(|score| levels.name(score))));
        judgement.warn(WarningCode::EnzymePanelIncomplete, enzyme.not_compared);
        judgement
    }

    fn objections(&self, choices: &Choices, visits: &Visits) -> Vec<Objection> {
        let mut objections = Vec::new();
        if choices.place(STRENGTH_SCALE) == CMAS && choices.place(POPULATION) == ADULT {
            objections.push(Objection::OptionConflict {
                option: "strength_scale",
                value: "cmas",
                other: "population",
            });
        }
        let highest = strength_maximum(choices);
        objections.extend([Role::Baseline, Role::Current].into_iter().filter_map(|role| {
            let strength = visits.of(role).measured(Item::Strength)?;
            let possible = strength.value.narrowed(Threshold::at_most(highest));
            let stated = strength.value.stated_highest();
            let is_above = possible.is_none() || stated.is_some_and(|stated| stated > highest);
            is_above.then_some(Objection::AboveScale {
                role,
                item: Item::Strength,
                highest,
                option: "strength_scale",
            })
        }));
        objections
    }
}

/// The maximum of the strength scale in use.
fn strength_maximum(choices: &Choices) -> Exact {
    let [(_, default), others @ ..] = STRENGTH_SCALES;
    let others = others.map(|(_, maximum)| maximum);
    Exact::integer(choices.meaning(STRENGTH_SCALE, default, &others))
}

/// A measure at two visits.
struct Comparison {
    /// What the change gives, or can still give.
    points: Bounds,
    /// By how much it improved in the unit of the measure, and in percent of
    /// its range, where that is known.
    change: Option<(Exact, Exact)>,
    /// What could still change the points.
    decisive: Vec<Mention>,
}

/// The range of an enzyme, in multiples of its upper limit.
fn range_of(enzyme: Item) -> Exact {
    let range = ENZYMES.iter().find(|(item, _)| *item == enzyme);
    Exact::integer(range.map_or(1, |(_, range)| *range))
}

impl Measure {
    /// Compares the two visits.
    fn compare(&self, choices: &Choices, enzyme: &Enzyme, visits: &Visits) -> Comparison {
        let of = |item: Item, role: Role, span: Option<Span>, highest: Exact| Reading {
            span: span.unwrap_or_else(|| Span::of_scale(Exact::ZERO, highest)),
            mention: Mention::of(role, item.id()),
        };
        match self.scale {
            MeasureScale::Falling(item, range) => {
                let range = Exact::integer(range);
                let [baseline, current] = [Role::Baseline, Role::Current]
                    .map(|role| of(item, role, visits.of(role).number(item), range));
                Comparison::of(&self.levels, baseline, current, range)
            }
            MeasureScale::Strength => {
                let item = Item::Strength;
                let range = strength_maximum(choices);
                let [baseline, current] = [Role::Baseline, Role::Current].map(|role| {
                    let strength = visits.of(role).number(item);
                    let strength = strength.map(|strength| {
                        strength.narrowed(Threshold::at_most(range)).unwrap_or(strength)
                    });
                    of(item, role, strength, range)
                });
                // More strength is better: the later value takes the place of
                // the earlier.
                Comparison::of(&self.levels, current, baseline, range)
            }
            MeasureScale::Enzyme => {
                let compared = |candidate: &Candidate| {
                    let Candidate { item, baseline } = *candidate;
                    let current = visits.current.measured(item).and_then(Measured::multiple);
                    Comparison::of(
                        &self.levels,
                        of(item, Role::Baseline, baseline, ANY_MULTIPLE),
                        of(item, Role::Current, current, ANY_MULTIPLE),
                        range_of(item),
                    )
                };
                match enzyme.candidates.as_slice() {
                    [only] => compared(only),
                    several => self.undecided(several.iter().map(compared)),
                }
            }
        }
    }

    /// A comparison of which it is open what is compared: it can come to
    /// whatever one of these can; to anything where there are none.
    fn undecided(&self, comparisons: impl Iterator<Item = Comparison>) -> Comparison {
        let choice = Mention::of(Role::Baseline, self.id);
        let mut decisive = vec![choice];
        let mut bounds: Option<Bounds> = None;
        for comparison in comparisons {
            bounds = Some(bounds.map_or(comparison.points, |it| it.joined(comparison.points)));
            // What was measured at baseline is open as long as the choice is.
            let now = |mention: &Mention| mention.role == Role::Current;
            decisive.extend(comparison.decisive.into_iter().filter(now));
        }
        let any = Bounds::between(Exact::ZERO, self.levels.highest());
        let points = bounds.unwrap_or(any);
        if !points.is_open() {
            decisive.clear();
        }
        Comparison { points, change: None, decisive }
    }
}

/// What was read at a visit, or could have been, and its mention.
#[derive(Clone, Copy)]
struct Reading {
    span: Span,
    mention: Mention,
}

impl Comparison {
    /// The change from the worse to the better side of a measure, in percent of
    /// its range.
    fn of(levels: &Levels, from: Reading, to: Reading, range: Exact) -> Comparison {
        let improvement = from.span - to.span;
        let percent = improvement.map_rising(|change| change / range * Exact::integer(100));
        let points = levels.bounds(&percent);
        // Where the points are open, each open value moves the change past a cut
        // for some value of the other.
        let is_decisive = |it: &Reading| points.is_open() && it.span.known().is_none();
        let decisive = [from, to].into_iter().filter(is_decisive).map(|it| it.mention).collect();
        Comparison { points, change: improvement.known().zip(percent.known()), decisive }
    }
}

/// Levels from cuts in percent and points in tenths.
const fn levels(cuts: [i64; 4], tenths: [i32; 5]) -> Levels {
    let [a, b, c, d] = cuts;
    let [lowest, low, middle, high, highest] = tenths;
    Levels {
        cuts: [Exact::integer(a), Exact::integer(b), Exact::integer(c), Exact::integer(d)],
        points: [
            Exact::ratio(lowest, 10),
            Exact::ratio(low, 10),
            Exact::ratio(middle, 10),
            Exact::ratio(high, 10),
            Exact::ratio(highest, 10),
        ],
    }
}

const fn row(measure: &'static Measure, fact: Fact) -> Row {
    Row::new(measure.id, RowRule::Change(&measure.levels), fact)
}

const fn responses(bands: &'static [Band]) -> Bands {
    Bands { edge: Edge::Open, bands }
}

const fn below(name: &'static str, upper: i64) -> Band {
    Band { name, upper: Some(Exact::integer(upper)) }
}

const fn highest(name: &'static str) -> Band {
    Band { name, upper: None }
}
