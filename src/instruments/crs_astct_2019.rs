//! Cytokine release syndrome, graded by the ASTCT consensus of 2019.
//!
//! # What it measures
//! How severe cytokine release is at this assessment: grade 0 to 4.
//!
//! # The rule
//! There has to be fever, now or earlier in the episode where an antipyretic or
//! anticytokine treatment may have taken it away. Then the grade is at least 1,
//! and the more severe of hypotension and hypoxia decides: without vasopressor
//! or with up to 6 L/min of oxygen 2, one vasopressor or high flow 3, several
//! vasopressors or positive pressure 4. Vasopressin is not counted as a second
//! vasopressor. Fever here begins at 38.0, where the lupus descriptor is above
//! it.
//!
//! # Missing answers
//! The grade is open while fever is, or while what was not assessed could be
//! worse than what is known.
//!
//! # What it is not for
//! Organ toxicity, which does not change this grade; death of it (grade 5),
//! which is recorded elsewhere; the grades of other scales. Support of an organ
//! without fever is told, and never shown as a reassuring 0. That organ toxicity
//! and intubation only to protect the airway change nothing is general knowledge.
//!
//! # Sources
//! Lee 2019, as its grids are reproduced: of the paper itself only the header
//! was read.

use super::finding::Told;
use super::weighted_sum::Reading;
use super::{
    Choices, Combination, Definition, Derivation, Disease, Instrument, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{
    Bounds, Category, Evidence, Exact, Fact, Judgement, Mention, Outcome, Part, Role, Source,
    Threshold, Verdict, WarningCode,
};

/// The instrument.
pub struct CrsAstct2019;

const GRID: Fact = Fact::new(Evidence::Secondary, "Lee 2019, grid, as reproduced");
const PRESSORS: Fact = Fact::new(
    Evidence::Secondary,
    "Lee 2019, grid, as reproduced; that vasopressin alone is grade 3 is this project's choice",
);

/// The grades, from the lowest up.
pub(super) const GRADES: [&str; 5] = ["0", "1", "2", "3", "4"];

/// The points of the codes of hypotension and hypoxia.
const POINTS: [Exact; 4] = [Exact::ZERO, Exact::integer(2), Exact::integer(3), Exact::integer(4)];

const FEVER: Threshold = Threshold::at_least(Exact::integer(38));
const FEVER_BY_TEMPERATURE: Derivation =
    Derivation::Beyond { by: Item::TemperatureNow, threshold: FEVER };

/// Fever that may be masked counts as fever.
const ELIGIBLE: RowRule = RowRule::AnyOf {
    any: &[
        &[Item::FeverNow],
        &[Item::FeverEarlierThisEpisode, Item::AntipyreticOrAnticytokineGiven],
    ],
    points: 1,
};

static DEFINITION: Definition = Definition {
    usual: true,
    reads: &[Reads {
        role: Role::Current,
        items: &[
            Item::FeverNow,
            Item::FeverEarlierThisEpisode,
            Item::AntipyreticOrAnticytokineGiven,
            Item::Hypotension,
            Item::Hypoxia,
        ],
        under: Under::Always,
    }],
    rows: &[
        Row::new("fever", ELIGIBLE, GRID),
        Row::new("hypotension", codes(Item::Hypotension), PRESSORS),
        Row::new("hypoxia", codes(Item::Hypoxia), GRID),
    ],
    levels: &GRADES,
    warns: &[WarningCode::Conflict, WarningCode::OrganSupportWithoutFever],
    sources: &[Source {
        key: "Lee 2019",
        reference: "Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-638",
        doi: Some("10.1016/j.bbmt.2018.12.758"),
        evidence: Evidence::Primary,
    }],
    ..Definition::new("crs-astct-2019", Disease::CellTherapy, Combination::Worst)
};

const fn codes(item: Item) -> RowRule {
    RowRule::Codes { item, points: &POINTS }
}

impl Instrument for CrsAstct2019 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        (item == Item::FeverNow).then_some(FEVER_BY_TEMPERATURE)
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        self.derivation(choices, item)?.says(&visits.current)
    }

    fn judge(&self, _choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let fever = Fever::of(visit);
        let support =
            [Item::Hypotension, Item::Hypoxia].map(|item| Reading::of(&codes(item), visit));
        let [lowest, highest] = [Bounds::lowest, Bounds::highest].map(|end| {
            let worst = support.iter().map(|it| end(it.points)).max();
            worst.unwrap_or(Exact::ZERO).max(Exact::integer(1))
        });
        let [from, to] = match fever.eligible {
            Verdict::Met => [lowest, highest],
            Verdict::NotMet => [Exact::ZERO, Exact::ZERO],
            Verdict::Undetermined => [Exact::ZERO, highest],
        };
        let grade = Bounds::between(from, to).known().map(name_of_grade);
        let mut judgement = Judgement {
            category: Some(Category::from_known(grade)),
            missing: fever.missing(),
            ..Judgement::default()
        };
        judgement.parts.push(fever.part());
        for (at, row) in DEFINITION.rows.iter().skip(1).enumerate() {
            let Some(Reading { points, value }) = support.get(at) else { continue };
            // The other sign, or fever alone, gives at least this.
            let others = support.iter().enumerate().filter(|(other, _)| *other != at);
            let floor = others.map(|(_, it)| it.points.lowest()).max().unwrap_or(Exact::ZERO);
            let decides = points.is_open() && points.highest() > floor.max(Exact::integer(1));
            if decides && fever.eligible != Verdict::NotMet {
                judgement.missing.push(Mention::of(Role::Current, row.id));
            }
            judgement.parts.push(Part::new(row.id, Outcome::Points(*points), *value));
        }
        judgement.warn(WarningCode::Conflict, fever.conflict());
        if fever.eligible == Verdict::NotMet {
            judgement.warn(WarningCode::OrganSupportWithoutFever, organ_support(visit));
        }
        judgement
    }
}

/// The name of a grade.
fn name_of_grade(grade: Exact) -> &'static str {
    let named = (0_u32..).zip(GRADES).find(|(number, _)| grade == Exact::from(*number));
    named.map_or("", |(_, name)| name)
}

/// A vasopressor or oxygen, which is given whether or not it is for this.
fn organ_support(visit: &Visit) -> Vec<Mention> {
    let is_given = |(item, without): (Item, &[&str])| {
        let (_, code) = visit.code(item)?;
        (!without.contains(&code)).then_some(Mention::of(Role::Current, item.id()))
    };
    let support: [(Item, &[&str]); 2] =
        [(Item::Hypotension, &["none", "no_vasopressor"]), (Item::Hypoxia, &["none"])];
    support.into_iter().filter_map(is_given).collect()
}

/// Fever: now, or earlier and masked since.
struct Fever {
    now: Told,
    earlier: Told,
    masked: Told,
    eligible: Verdict,
}

impl Fever {
    fn of(visit: &Visit) -> Fever {
        let told = |item, derivation| Told::of(item, derivation, (Role::Current, visit), None);
        let now = told(Item::FeverNow, Some(FEVER_BY_TEMPERATURE));
        let earlier = told(Item::FeverEarlierThisEpisode, None);
        let masked = told(Item::AntipyreticOrAnticytokineGiven, None);
        let was_masked =
            Verdict::from_known(earlier.counts).and(Verdict::from_known(masked.counts));
        let eligible = Verdict::from_known(now.counts).or(was_masked);
        Fever { now, earlier, masked, eligible }
    }

    /// What could still change whether the criteria are met at all.
    fn missing(&self) -> Vec<Mention> {
        if self.eligible != Verdict::Undetermined {
            return Vec::new();
        }
        // Either of two decides only while the other can be there.
        let pair = [(&self.earlier, &self.masked), (&self.masked, &self.earlier)];
        let pair = pair.into_iter().filter(|(_, other)| other.counts != Some(false));
        let open = std::iter::once(&self.now).chain(pair.map(|(told, _)| told));
        open.flat_map(|told| told.open).flatten().collect()
    }

    fn part(&self) -> Part {
        let points = match self.eligible {
            Verdict::Met => Bounds::exactly(Exact::integer(1)),
            Verdict::NotMet => Bounds::exactly(Exact::ZERO),
            Verdict::Undetermined => Bounds::between(Exact::ZERO, Exact::integer(1)),
        };
        Part::new("fever", Outcome::Points(points), self.now.value)
    }

    fn conflict(&self) -> Vec<Mention> {
        let mention = Mention::of(Role::Current, Item::FeverNow.id());
        self.now.contradicts.then_some(mention).into_iter().collect()
    }
}
