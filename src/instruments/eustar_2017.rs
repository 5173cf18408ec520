//! The revised EUSTAR activity index of 2017.
//!
//! # What it measures
//! Activity of systemic sclerosis: six weighted items, 0 to 10, active from 2.5.
//!
//! # The rule
//! A sum. Skin worsening and digital ulcers count 1.5, friction rubs 2.25, CRP
//! above 1 mg/dL 2.25, DLCO below 70 % 1. The skin score counts 1.5 above 18;
//! at 18 and below the abstract is silent and a secondary source gives 0.084
//! for each point, here capped at 1.5 (`fractional`); without it the item is 0
//! (`binary`). The verdict is taken before any rounding: 2.418 is not active.
//!
//! # Missing answers
//! An unknown item spans all its points. Sites of the skin score that were not
//! scored widen it.
//!
//! # What it is not for
//! Changes between two versions of the index, or between two rules for the
//! skin score.
//!
//! # Sources
//! Valentini 2017; the skin rule below 19 is secondary and says so.

use super::skin_score::SkinScore;
use super::weighted_sum::{Reading, WeightedSum};
use super::{
    Choices, Combination, Compared, Definition, Disease, Instrument, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Role, Source, Threshold, Verdict, WarningCode,
};

/// The instrument.
pub struct Eustar2017;

const ABSTRACT: Fact = Fact::new(Evidence::Primary, "Valentini 2017, abstract");
const FRACTION: Fact = Fact::new(
    Evidence::Secondary,
    "0.084 a point: Norwegian textbook; that it ends at 1.5: choice of this project",
);
const ONE_AND_A_HALF: Exact = Exact::ratio(3, 2);
const TWO_AND_A_QUARTER: Exact = Exact::ratio(9, 4);

const SKIN_ABOVE: Threshold = Threshold::above(Exact::integer(18));
const CRP_ABOVE: Threshold = Threshold::above(Exact::integer(1));
const DLCO_BELOW: Threshold = Threshold::below(Exact::integer(70));
const ACTIVE: Threshold = Threshold::at_least(Exact::ratio(5, 2));

/// Points for each point of the skin score up to the cut-off.
const PER_SKIN_POINT: Exact = Exact::ratio(84, 1000);

/// How a skin score at or below the cut-off counts.
#[derive(Clone, Copy)]
enum SkinRule {
    Fractional,
    Binary,
}

/// The place of the option in the definition.
const MRSS_RULE: usize = 0;

static DEFINITION: Definition = Definition {
    usual: true,
    options: &[OptionDefinition {
        id: "mrss_rule",
        values: &[OptionValue::new("fractional", FRACTION), OptionValue::new("binary", ABSTRACT)],
        integer: false,
        compared: Compared::WithEvery,
    }],
    reads: &[Reads {
        role: Role::Current,
        items: &[
            Item::SkinWorsening,
            Item::DigitalUlcers,
            Item::Mrss,
            Item::TendonFrictionRubs,
            Item::Crp,
            Item::DlcoPercent,
        ],
        under: Under::Always,
    }],
    rows: &[
        finding(Item::SkinWorsening, ONE_AND_A_HALF),
        finding(Item::DigitalUlcers, ONE_AND_A_HALF),
        beyond(Item::Mrss, ONE_AND_A_HALF, SKIN_ABOVE),
        finding(Item::TendonFrictionRubs, TWO_AND_A_QUARTER),
        beyond(Item::Crp, TWO_AND_A_QUARTER, CRP_ABOVE),
        beyond(Item::DlcoPercent, Exact::integer(1), DLCO_BELOW),
    ],
    range: Some((Exact::ZERO, Exact::integer(10))),
    cutoff: Some((ACTIVE, ABSTRACT)),
    warns: &[WarningCode::Conflict],
    sources: &[
        Source {
            key: "Valentini 2017",
            reference: "Valentini G et al. Ann Rheum Dis 2017;76:270-276",
            doi: Some("10.1136/annrheumdis-2016-209768"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Norwegian textbook",
            reference: "Norwegian online textbook of connective-tissue diseases \
                        (bindevevssykdommer.no), EUSTAR activity index 2017",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("eustar-2017", Disease::SystemicSclerosis, Combination::Sum)
};

impl Instrument for Eustar2017 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn constants(&self) -> &'static [(&'static str, Exact)] {
        &[("points_per_skin_point", PER_SKIN_POINT)]
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let rule = choices.meaning(MRSS_RULE, SkinRule::Fractional, &[SkinRule::Binary]);
        let visit = &visits.current;
        let skin = SkinScore::of(visit, Role::Current);
        let sum = WeightedSum::of(DEFINITION.rows_under(*choices), |row| {
            if row.id == Item::Mrss.id() {
                let points = skin.bounds.map_rising(|score| skin_points(rule, score));
                Reading::new(points, skin.value)
            } else {
                Reading::of(&row.rule, visit)
            }
        });
        let verdict = Some(Verdict::over(sum.total, |score| ACTIVE.holds(score)));
        let mut judgement = Judgement { verdict, ..sum.judgement() };
        judgement.warn(WarningCode::Conflict, skin.conflict.into_iter().collect());
        judgement
    }
}

/// The points of a known skin score.
fn skin_points(rule: SkinRule, score: Exact) -> Exact {
    match rule {
        _ if SKIN_ABOVE.holds(score) => ONE_AND_A_HALF,
        // 18 points would give 1.512, above the 1.5 given at 19.
        SkinRule::Fractional => (PER_SKIN_POINT * score).min(ONE_AND_A_HALF),
        SkinRule::Binary => Exact::ZERO,
    }
}

/// A row for a finding.
const fn finding(item: Item, points: Exact) -> Row {
    Row::new(item.id(), RowRule::Finding { item, points }, ABSTRACT)
}

/// A row for a value beyond a cut-off.
const fn beyond(item: Item, points: Exact, threshold: Threshold) -> Row {
    Row::new(item.id(), RowRule::Beyond { item, points, threshold }, ABSTRACT)
}
