//! The three activity indices of the European Scleroderma Study Group of 2001.
//!
//! # What it measures
//! Activity of systemic sclerosis, with other items for the whole series, for
//! diffuse and for limited disease: 0 to 10 each, active from 3.
//!
//! # The rule
//! A sum. The item sets differ, not only the weights. What got worse is the
//! patient's own judgement of the past month. The skin counts above an mRSS of
//! 14, which took the place of an older score in 2003; DLCO below 80 %; ESR above
//! 30 mm/h; complement by C3 and C4, without CH50.
//!
//! # Missing answers
//! An unknown item spans all its points. Sites of the skin score that were not
//! scored leave it open between their ends.
//!
//! # What it is not for
//! Comparing with the index of 2017, which replaced it and has other items and
//! limits under a similar name.
//!
//! # Sources
//! Valentini 2001. That active disease begins at 3 is general knowledge.

use super::finding::Told;
use super::skin_score::SkinScore;
use super::weighted_sum::{Reading, WeightedSum};
use super::{
    Choices, Combination, Compared, Definition, Derivation, Disease, Instrument, OptionDefinition,
    OptionValue, Reads, Row, RowRule, Under,
};
use crate::items::{Item, Visits};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Mention, Role, Source, Threshold, Verdict, WarningCode,
};

/// The instrument.
pub struct Escsg2001;

const ABSTRACT: Fact = Fact::new(Evidence::Primary, "Valentini 2001, abstract");
const SKIN: Fact = Fact::new(
    Evidence::Primary,
    "Valentini 2001, abstract, for another skin score; mRSS above 14 after Valentini 2003",
);
const RECALLED: Fact = Fact::new(Evidence::Unconfirmed, "general knowledge");

const SKIN_ABOVE: Threshold = Threshold::above(Exact::integer(14));
const DLCO_BELOW: Threshold = Threshold::below(Exact::integer(80));
const ESR_ABOVE: Threshold = Threshold::above(Exact::integer(30));
const ACTIVE: Threshold = Threshold::at_least(Exact::integer(3));

/// Complement here is C3 and C4.
const LOW_COMPLEMENT: Derivation = Derivation::LowComplement { ch50: false };

/// The place of the option in the definition, and of its values.
const SUBSET: usize = 0;
const WHOLE: &[usize] = &[0];
const DIFFUSE: &[usize] = &[1];
const LIMITED: &[usize] = &[2];
const WHOLE_OR_LIMITED: &[usize] = &[0, 2];

static DEFINITION: Definition = Definition {
    options: &[OptionDefinition {
        id: "subset",
        values: &[
            OptionValue::new("whole", ABSTRACT),
            OptionValue::new("diffuse", ABSTRACT),
            OptionValue::new("limited", ABSTRACT),
        ],
        integer: false,
        compared: Compared::Never,
    }],
    reads: &[
        reads(&[Item::SkinWorsening], &[0, 1, 2]),
        reads(&[Item::VascularWorsening], &[0, 1, 2]),
        reads(&[Item::CardiopulmonaryWorsening], &[0, 1, 2]),
        reads(&[Item::ArticularMuscularWorsening], DIFFUSE),
        reads(&[Item::Scleredema, Item::SscArthritis], WHOLE_OR_LIMITED),
        reads(&[Item::Esr, Item::LowComplement], WHOLE_OR_LIMITED),
        reads(&[Item::Mrss, Item::DigitalNecrosis, Item::DlcoPercent], WHOLE),
    ],
    ignores: &[Item::Ch50],
    rows: &[
        // The whole series.
        Row::new("mrss", beyond(Item::Mrss, 10, SKIN_ABOVE), SKIN).under(SUBSET, WHOLE),
        finding(Item::Scleredema, 5).under(SUBSET, WHOLE),
        finding(Item::SkinWorsening, 20).under(SUBSET, WHOLE),
        finding(Item::DigitalNecrosis, 5).under(SUBSET, WHOLE),
        finding(Item::VascularWorsening, 5).under(SUBSET, WHOLE),
        finding(Item::SscArthritis, 5).under(SUBSET, WHOLE),
        value(Item::DlcoPercent, 5, DLCO_BELOW).under(SUBSET, WHOLE),
        finding(Item::CardiopulmonaryWorsening, 20).under(SUBSET, WHOLE),
        value(Item::Esr, 15, ESR_ABOVE).under(SUBSET, WHOLE),
        finding(Item::LowComplement, 10).under(SUBSET, WHOLE),
        // Diffuse disease.
        finding(Item::SkinWorsening, 30).under(SUBSET, DIFFUSE),
        finding(Item::VascularWorsening, 20).under(SUBSET, DIFFUSE),
        finding(Item::ArticularMuscularWorsening, 10).under(SUBSET, DIFFUSE),
        finding(Item::CardiopulmonaryWorsening, 40).under(SUBSET, DIFFUSE),
        // Limited disease.
        finding(Item::Scleredema, 5).under(SUBSET, LIMITED),
        finding(Item::SkinWorsening, 25).under(SUBSET, LIMITED),
        finding(Item::VascularWorsening, 10).under(SUBSET, LIMITED),
        finding(Item::SscArthritis, 10).under(SUBSET, LIMITED),
        finding(Item::CardiopulmonaryWorsening, 15).under(SUBSET, LIMITED),
        value(Item::Esr, 25, ESR_ABOVE).under(SUBSET, LIMITED),
        finding(Item::LowComplement, 10).under(SUBSET, LIMITED),
    ],
    range: Some((Exact::ZERO, Exact::integer(10))),
    cutoff: Some((ACTIVE, RECALLED)),
    warns: &[WarningCode::Conflict],
    sources: &[
        Source {
            key: "Valentini 2001",
            reference: "Valentini G et al. Ann Rheum Dis 2001;60:592-598",
            doi: Some("10.1136/ard.60.6.592"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Valentini 2003",
            reference: "Valentini G et al. Ann Rheum Dis 2003;62:904, on the skin score",
            doi: None,
            evidence: Evidence::Primary,
        },
    ],
    ..Definition::new("escsg-2001", Disease::SystemicSclerosis, Combination::Sum)
};

const fn reads(items: &'static [Item], places: &'static [usize]) -> Reads {
    Reads { role: Role::Current, items, under: Under::Choice { option: SUBSET, places } }
}

/// A row for a finding, with its points in tenths.
const fn finding(item: Item, tenths: i32) -> Row {
    let points = Exact::ratio(tenths, 10);
    Row::new(item.id(), RowRule::Finding { item, points }, ABSTRACT)
}

/// A row for a value beyond a cut-off, with its points in tenths.
const fn value(item: Item, tenths: i32, threshold: Threshold) -> Row {
    Row::new(item.id(), beyond(item, tenths, threshold), ABSTRACT)
}

const fn beyond(item: Item, tenths: i32, threshold: Threshold) -> RowRule {
    RowRule::Beyond { item, points: Exact::ratio(tenths, 10), threshold }
}

impl Instrument for Escsg2001 {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn derivation(&self, choices: &Choices, item: Item) -> Option<Derivation> {
        let is_read =
            item == Item::LowComplement && WHOLE_OR_LIMITED.contains(&choices.place(SUBSET));
        is_read.then_some(LOW_COMPLEMENT)
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        self.derivation(choices, item)?.says(&visits.current)
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let visit = &visits.current;
        let skin = SkinScore::of(visit, Role::Current);
        let complement =
            Told::of(Item::LowComplement, Some(LOW_COMPLEMENT), (Role::Current, visit), None);
        let read = |row: &Row| {
            // Two rows are not read as they were entered.
            let counts_and_value = match (row.rule.item(), row.rule) {
                (Some(Item::Mrss), RowRule::Beyond { threshold, .. }) => {
                    Some((threshold.decides(&skin.span()), skin.value))
                }
                (Some(Item::LowComplement), _) => Some((complement.counts, complement.value)),
                _ => None,
            };
            match (counts_and_value, row.rule.points()) {
                (Some((counts, value)), Some(points)) => Reading::either(points, counts, value),
                _ => Reading::of(&row.rule, visit),
            }
        };
        let sum = WeightedSum::of(DEFINITION.rows_under(*choices), read);
        let is_read = |id: &str| sum.parts.iter().any(|part| part.id == id);
        let mention = Mention::of(Role::Current, Item::LowComplement.id());
        let complement = complement.contradicts.then_some(mention);
        let conflicts = skin.conflict.into_iter().chain(complement);
        let conflicts = conflicts.filter(|mention| is_read(mention.id)).collect();
        let verdict = Some(Verdict::over(sum.total, |score| ACTIVE.holds(score)));
        let mut judgement = Judgement { verdict, ..sum.judgement() };
        judgement.warn(WarningCode::Conflict, conflicts);
        judgement
    }
}
