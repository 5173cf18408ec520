//! The SLE disease activity score.
//!
//! # What it measures
//! Activity of lupus at this visit, on a continuous scale from 0.37: findings
//! with weights of their own, each swollen joint, and the logarithms of protein,
//! platelets and leukocytes beyond their limits.
//!
//! # The rule
//! A sum. Bands: remission up to 2.08, mild activity up to 7.64, moderate or
//! severe above. A rash counts once, by whether it reaches below the neck.
//! Complement is C3 and C4, without CH50. What has another cause counts for
//! nothing.
//!
//! # Missing answers
//! What nobody assessed spans all its points. The terms of platelets and
//! leukocytes have no end at 0; here they end at 1 and 0.1 ×10⁹/L.
//!
//! # What it is not for
//! A preview: the whole formula and its bands were read in a single secondary
//! source, a public calculator, and have to be held against the authors' own
//! before they are used. Remission by this index can coexist with activity by
//! another: hair loss alone is 1.34. The remission and low-activity states that
//! also limit the glucocorticoid are not here.
//!
//! # Sources
//! Jesus 2019 for the items, a public calculator after it for all numbers.

use super::finding::Told;
use super::sledai::is_ratio_on_boundary;
use super::weighted_sum::{Reading, WeightedSum};
use super::{
    Choices, Combination, Definition, Derivation, Disease, Instrument, Logarithm, Reads, Row,
    RowRule, Under,
};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{
    Band, Bands, Category, Edge, Evidence, Exact, Fact, Finding, Judgement, Mention, Role, Source,
    Threshold, WarningCode,
};

/// The instrument.
pub struct SleDas;

const FORMULA: Fact = Fact::new(Evidence::Secondary, "public calculator after Jesus 2019");
const ENDS: Fact = Fact::new(
    Evidence::Secondary,
    "public calculator after Jesus 2019; where the term ends towards 0 is this project's choice",
);

/// A number of the formula, which has three decimals.
const fn thousandths(thousandths: i64) -> Exact {
    Exact::millionths(thousandths * 1000)
}

static PROTEIN: Logarithm = Logarithm {
    finding: Item::Proteinuria,
    by: &[(Item::UrineProtein24h, Exact::integer(1000)), (Item::Upcr, Exact::integer(1000))],
    beyond: Threshold::above(Exact::integer(500)),
    of_one: -17_584,
    factor: 3_811,
    ends_at: None,
};
static PLATELETS: Logarithm = Logarithm {
    finding: Item::Thrombocytopenia,
    by: &[(Item::Platelets, Exact::integer(1))],
    beyond: Threshold::below(Exact::integer(100)),
    of_one: 26_105,
    factor: -5_577,
    ends_at: Some(Exact::integer(1)),
};
static LEUKOCYTES: Logarithm = Logarithm {
    finding: Item::Leukopenia,
    by: &[(Item::Wbc, Exact::integer(1))],
    beyond: Threshold::below(Exact::integer(3)),
    of_one: 6_118,
    factor: -5_058,
    ends_at: Some(Exact::ratio(1, 10)),
};
/// The terms, in the order of their rows.
static TERMS: [&Logarithm; 3] = [&PROTEIN, &PLATELETS, &LEUKOCYTES];

static BANDS: Bands = Bands {
    edge: Edge::Closed,
    bands: &[
        Band { name: "remission", upper: Some(thousandths(2_080)) },
        Band { name: "mild", upper: Some(thousandths(7_640)) },
        Band { name: "moderate_severe", upper: None },
    ],
};

static DEFINITION: Definition = Definition {
    preview: true,
    reads: &[Reads { role: Role::Current, items: &ITEMS, under: Under::Always }],
    ignores: &[Item::Ch50],
    rows: &[
        Row::new("constant", RowRule::Constant(thousandths(366)), FORMULA),
        finding(Item::NeuropsychiatricLupus, 18_000),
        finding(Item::SystemicVasculitis, 18_000),
        finding(Item::CardiopulmonaryLupus, 18_000),
        finding(Item::Myositis, 9_000),
        finding(Item::HemolyticAnemia, 9_000),
        finding(Item::Serositis, 6_000),
        finding(Item::MucocutaneousVasculitis, 4_408),
        Row::new(
            Item::SwollenJoints28.id(),
            RowRule::PerCount {
                item: Item::SwollenJoints28,
                any: thousandths(3_132),
                each: thousandths(454),
            },
            FORMULA,
        ),
        Row::new(
            Item::RashExtent.id(),
            RowRule::Codes {
                item: Item::RashExtent,
                points: &[thousandths(0), thousandths(3_138), thousandths(3_887)],
            },
            FORMULA,
        ),
        finding(Item::Alopecia, 973),
        finding(Item::MucosalUlcers, 2_769),
        Row::new(Item::Proteinuria.id(), RowRule::Logarithm(&PROTEIN), FORMULA),
        Row::new(Item::Thrombocytopenia.id(), RowRule::Logarithm(&PLATELETS), ENDS),
        Row::new(Item::Leukopenia.id(), RowRule::Logarithm(&LEUKOCYTES), ENDS),
        finding(Item::LowComplement, 754),
        finding(Item::IncreasedDnaBinding, 956),
    ],
    range: Some((thousandths(366), HIGHEST)),
    bands: Some(&BANDS),
    warns: &[
        WarningCode::Conflict,
        WarningCode::AttributionUnconfirmed,
        WarningCode::Boundary,
        WarningCode::ValueCapped,
    ],
    sources: &[
        Source {
            key: "Jesus 2019",
            reference: "Jesus D et al. Ann Rheum Dis 2019;78:365-371",
            doi: Some("10.1136/annrheumdis-2018-214502"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Jesus 2021",
            reference: "Jesus D et al. Ann Rheum Dis 2021;80:1568-1574, on the three categories",
            doi: Some("10.1136/annrheumdis-2021-220363"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "public calculator",
            reference: "Public calculator in TypeScript that states the formula and its bands",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("sle-das", Disease::Lupus, Combination::Sum)
};

/// The highest score: everything present, 28 swollen joints, 100 g of protein,
/// and no platelets and leukocytes left.
const HIGHEST: Exact = Exact::millionths(178_118_234);

/// The items, as a form asks them.
const ITEMS: [Item; 16] = [
    Item::NeuropsychiatricLupus,
    Item::SystemicVasculitis,
    Item::MucocutaneousVasculitis,
    Item::SwollenJoints28,
    Item::Myositis,
    Item::Proteinuria,
    Item::RashExtent,
    Item::Alopecia,
    Item::MucosalUlcers,
    Item::Serositis,
    Item::CardiopulmonaryLupus,
    Item::LowComplement,
    Item::IncreasedDnaBinding,
    Item::Thrombocytopenia,
    Item::Leukopenia,
    Item::HemolyticAnemia,
];

/// A row for a finding, with its points in thousandths.
const fn finding(item: Item, points: i64) -> Row {
    let points = thousandths(points);
    Row::new(item.id(), RowRule::Finding { item, points }, FORMULA)
}

impl Instrument for SleDas {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        #[allow(clippy::wildcard_enum_match_arm, reason = "the others are only seen or told")]
        match item {
            Item::LowComplement => Some(Derivation::LowComplement { ch50: false }),
            Item::IncreasedDnaBinding => Some(Derivation::AboveLimit { by: Item::AntiDsdna }),
            Item::Proteinuria => Some(Derivation::Protein { above: HALF_A_GRAM, rise: None }),
            Item::Thrombocytopenia => {
                Some(Derivation::Beyond { by: Item::Platelets, threshold: PLATELETS.beyond })
            }
            Item::Leukopenia => {
                Some(Derivation::Beyond { by: Item::Wbc, threshold: LEUKOCYTES.beyond })
            }
            _ => None,
        }
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        self.derivation(choices, item)?.says(&visits.current)
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let told =
            |item| Told::of(item, self.derivation(choices, item), (Role::Current, visit), None);
        let serology = [Item::LowComplement, Item::IncreasedDnaBinding].map(|it| (it, told(it)));
        let sum = WeightedSum::of(DEFINITION.rows_under(*choices), |row| {
            let serology = serology.iter().find(|(item, _)| Some(*item) == row.rule.item());
            match (serology, row.rule.points()) {
                (Some((_, told)), Some(points)) => Reading::either(points, told.counts, told.value),
                _ => Reading::of(&row.rule, visit),
            }
        });
        let bands = DEFINITION.bands(*choices);
        let category =
            bands.map(|bands| Category::from_known(sum.total.agree(|score| bands.name(score))));
        let mut judgement = Judgement { category, ..sum.judgement() };
        let of_serology = serology.iter().filter(|(_, told)| told.contradicts);
        let of_terms = TERMS.iter().filter(|term| term.contradicts(visit));
        let conflicts = of_serology.map(|(item, _)| *item).chain(of_terms.map(|it| it.finding));
        judgement.warn(WarningCode::Conflict, conflicts.map(mention).collect());
        let unattributed = TERMS.iter().filter(|term| counts_unattributed(term, visit));
        let unattributed = unattributed.map(|term| mention(term.finding)).collect();
        judgement.warn(WarningCode::AttributionUnconfirmed, unattributed);
        let capped = TERMS.iter().filter(|term| term.is_capped(visit));
        let capped = capped.map(|term| mention(term.finding)).collect();
        judgement.warn(WarningCode::ValueCapped, capped);
        // Here the value decides, whatever was entered beside it; but nothing does
        // where another cause was.
        let is_on_boundary =
            visit.finding(Item::Proteinuria) != Finding::OtherCause && is_ratio_on_boundary(visit);
        let boundary = is_on_boundary.then(|| mention(Item::Proteinuria));
        judgement.warn(WarningCode::Boundary, boundary.into_iter().collect());
        judgement
    }
}

/// Half a gram of protein, which the term takes in milligrams.
const HALF_A_GRAM: Threshold = Threshold::above(Exact::ratio(1, 2));

fn mention(item: Item) -> Mention {
    Mention::of(Role::Current, item.id())
}

/// Whether a term counts, and nobody has said that the disease is the cause.
fn counts_unattributed(term: &Logarithm, visit: &Visit) -> bool {
    visit.finding(term.finding) == Finding::NotAssessed && term.counts(visit) == Some(true)
}
