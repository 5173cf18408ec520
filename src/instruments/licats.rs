//! Local toxicity of immune effector cells (LICATS).
//!
//! # What it measures
//! How severe an inflammation of one organ is that follows CAR-T cells in
//! autoimmune disease: grade 1 to 4, one record for each organ and event.
//!
//! # The rule
//! It is this syndrome only if the disease had involved the organ before, other
//! causes were excluded, and B cells are depleted. Then the highest criterion
//! met decides: intensive care 4; a prolonged or new stay in hospital 3; a
//! glucocorticoid because it lasted for more than a week, or relevant
//! involvement of an inner organ, 2; otherwise 1. What was read allows another
//! reading: a glucocorticoid for either reason. Taking the inner organ by itself
//! is a choice of this project.
//!
//! # Missing answers
//! The grade is open while one of the conditions is, or while what was not
//! assessed could be worse than what is known. One condition that certainly
//! fails ends the question.
//!
//! # What it is not for
//! Relapse after B cells have returned; an organ that the disease had never
//! involved; death, which is recorded elsewhere. How it ends is not graded.
//!
//! # Sources
//! Hagen 2025. That the three conditions are a gate, that the highest criterion
//! decides, and that an inner organ is enough without a glucocorticoid, are
//! choices of this project.

use super::finding::Told;
use super::{
    Choices, Combination, Definition, Derivation, Disease, Instrument, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{
    Bounds, Category, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, PartValue, Role,
    Source, Verdict, WarningCode,
};

/// The instrument.
pub struct Licats;

const ABSTRACT: Fact = Fact::new(
    Evidence::Primary,
    "Hagen 2025, abstract; that the highest criterion decides is this project's choice",
);
const INNER_ORGAN: Fact = Fact::new(
    Evidence::Choice,
    "named in the abstract of Hagen 2025 beside the glucocorticoid; that it is enough without one is \
     this project's choice",
);
const GATE: Fact =
    Fact::new(Evidence::Choice, "made a condition from what Hagen 2025 says of the syndrome");
const CAUSES: Fact = Fact::new(
    Evidence::Choice,
    "made a condition from what Hagen 2025 says of the syndrome: not explained otherwise",
);

/// The levels, from the lowest up.
const LEVELS: [&str; 5] = ["none", "1", "2", "3", "4"];

/// Without its limit of detection a count says nothing of aplasia.
const BY_COUNT: Derivation = Derivation::BelowLimit { by: Item::BCells };

static DEFINITION: Definition = Definition {
    reads: &[Reads {
        role: Role::Current,
        items: &[
            Item::LocalReaction,
            Item::OrganInvolvedBefore,
            Item::OtherCauseExcluded,
            Item::BCellAplasia,
            Item::LocalReactionGlucocorticoid,
            Item::LocalReactionInnerOrgan,
            Item::LocalReactionHospitalisation,
            Item::LocalReactionIntensiveCare,
        ],
        under: Under::Always,
    }],
    rows: &[
        condition(Item::LocalReaction, ABSTRACT),
        condition(Item::OrganInvolvedBefore, GATE),
        Row::new("other_cause_excluded", RowRule::Statement, CAUSES),
        condition(Item::BCellAplasia, GATE),
        graded(Item::LocalReactionGlucocorticoid, 2, ABSTRACT),
        graded(Item::LocalReactionInnerOrgan, 2, INNER_ORGAN),
        graded(Item::LocalReactionHospitalisation, 3, ABSTRACT),
        graded(Item::LocalReactionIntensiveCare, 4, ABSTRACT),
    ],
    levels: &LEVELS,
    warns: &[WarningCode::Conflict],
    sources: &[Source {
        key: "Hagen 2025",
        reference: "Hagen M et al. Lancet Rheumatol 2025;7:e424-e433",
        doi: Some("10.1016/S2665-9913(25)00091-8"),
        evidence: Evidence::Primary,
    }],
    ..Definition::new("licats", Disease::CellTherapy, Combination::Worst)
};

const fn condition(item: Item, fact: Fact) -> Row {
    Row::new(item.id(), RowRule::Present(item), fact)
}

const fn graded(item: Item, grade: u32, fact: Fact) -> Row {
    Row::new(item.id(), RowRule::Finding { item, points: Exact::whole(grade) }, fact)
}

impl Instrument for Licats {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        (item == Item::BCellAplasia).then_some(BY_COUNT)
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        self.derivation(choices, item)?.says(&visits.current)
    }

    fn judge(&self, _choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let mut gate = Verdict::Met;
        let mut conditions_open: Vec<Mention> = Vec::new();
        let mut judgement = Judgement::default();
        // A reaction that was not severe in any way is one of grade 1.
        let (mut lowest, mut highest) = (1, 1);
        let mut signs: Vec<(u32, Mention)> = Vec::new();
        for row in DEFINITION.rows {
            let Sign { counts, value, open } = Sign::of(row, visit);
            let outcome = if let RowRule::Finding { points, .. } = row.rule {
                let grade = grade_of(points);
                lowest = lowest.max(if counts == Some(true) { grade } else { 1 });
                highest = highest.max(if counts == Some(false) { 1 } else { grade });
                signs.extend(open.map(|mention| (grade, mention)));
                Outcome::Points(match counts {
                    Some(true) => Bounds::exactly(points),
                    Some(false) => Bounds::exactly(Exact::ZERO),
                    None => Bounds::between(Exact::ZERO, points),
                })
            } else {
                gate = gate.and(Verdict::from_known(counts));
                conditions_open.extend(open);
                Outcome::Criterion(Verdict::from_known(counts))
            };
            judgement.parts.push(Part::new(row.id, outcome, value));
        }
        let level = match gate {
            Verdict::NotMet => Some(0),
            Verdict::Met if lowest == highest => Some(lowest),
            Verdict::Met | Verdict::Undetermined => None,
        };
        let name = level.and_then(|level| LEVELS.get(usize::try_from(level).ok()?));
        judgement.category = Some(Category::from_known(name.copied()));
        if gate != Verdict::NotMet {
            // What cannot be worse than what is known decides nothing.
            let decisive = signs.into_iter().filter(|(grade, _)| *grade > lowest);
            judgement.missing = conditions_open;
            judgement.missing.extend(decisive.map(|(_, mention)| mention));
        }
        let aplasia = Told::of(Item::BCellAplasia, Some(BY_COUNT), (Role::Current, visit), None);
        let mention = Mention::of(Role::Current, Item::BCellAplasia.id());
        let contradicts = aplasia.contradicts.then_some(mention);
        judgement.warn(WarningCode::Conflict, contradicts.into_iter().collect());
        judgement
    }
}

/// The grade of a sign, which is a whole number.
fn grade_of(points: Exact) -> u32 {
    let (numerator, denominator) = points.fraction();
    u32::try_from(numerator / denominator).unwrap_or_default()
}

/// A row, as it was answered.
struct Sign {
    counts: Option<bool>,
    value: PartValue,
    open: Option<Mention>,
}

impl Sign {
    fn of(row: &Row, visit: &Visit) -> Sign {
        match row.rule.item() {
            Some(item) => {
                let derivation = (item == Item::BCellAplasia).then_some(BY_COUNT);
                let told = Told::of(item, derivation, (Role::Current, visit), None);
                let [open, _] = told.open;
                Sign { counts: told.counts, value: told.value, open }
            }
            None => {
                let attested = visit.attested(Item::OtherCauseExcluded);
                let mention = Mention::of(Role::Current, row.id);
                Sign {
                    counts: attested,
                    value: attested.map_or(PartValue::Open, PartValue::Attested),
                    open: attested.is_none().then_some(mention),
                }
            }
        }
    }
}
