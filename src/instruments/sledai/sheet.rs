//! The four sheets as tables.

#![allow(clippy::indexing_slicing, reason = "in constants: out of bounds stops the build")]

use super::options::{OPTIONS, OPTIONS_2K};
use super::tally::WARNS_OF_TOTALS;
use crate::instruments::derivation::PROTEIN;
use crate::instruments::{
    Combination, Definition, Derivation, Disease, OptionDefinition, Reads, Row, RowRule, Under,
};
use crate::items::Item;
use crate::scoring::{Evidence, Exact, Fact, Role, Source, Threshold};

/// A sheet of the family.
#[derive(Debug)]
pub struct Sheet {
    /// The descriptors, in the order of the sheet.
    pub descriptors: [Descriptor; 24],
    /// Whether an earlier protein value is compared.
    pub compares_protein: bool,
    /// The total of this sheet, as a record may hold it.
    pub total: Item,
    /// Everything else.
    pub definition: Definition,
}

/// A descriptor of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Descriptor {
    /// The item.
    pub item: Item,
    /// Its points.
    pub weight: u32,
    /// The measurement that says whether it is there.
    pub derivation: Option<Derivation>,
}

/// The descriptors and weights of all sheets.
const WEIGHTS: [(Item, u32); 24] = [
    (Item::Seizure, 8),
    (Item::Psychosis, 8),
    (Item::OrganicBrainSyndrome, 8),
    (Item::VisualDisturbance, 8),
    (Item::CranialNerveDisorder, 8),
    (Item::LupusHeadache, 8),
    (Item::Cva, 8),
    (Item::Vasculitis, 8),
    (Item::Arthritis, 4),
    (Item::Myositis, 4),
    (Item::UrinaryCasts, 4),
    (Item::Hematuria, 4),
    (Item::Proteinuria, 4),
    (Item::Pyuria, 4),
    (Item::Rash, 2),
    (Item::Alopecia, 2),
    (Item::MucosalUlcers, 2),
    (Item::Pleurisy, 2),
    (Item::Pericarditis, 2),
    (Item::LowComplement, 2),
    (Item::IncreasedDnaBinding, 2),
    (Item::Fever, 1),
    (Item::Thrombocytopenia, 1),
    (Item::Leukopenia, 1),
];

/// The highest total, as the papers print it.
const HIGHEST: u32 = 105;

const _: () = {
    let (mut sum, mut row) = (0, 0);
    while row < WEIGHTS.len() {
        sum += WEIGHTS[row].1;
        row += 1;
    }
    assert!(sum == HIGHEST, "the weights add up to the published maximum");
};

/// The descriptors that the clinical score leaves out.
pub(in crate::instruments) const SEROLOGY: [Item; 2] =
    [Item::LowComplement, Item::IncreasedDnaBinding];

/// The items of the descriptors.
pub(in crate::instruments) const ITEMS: [Item; 24] = {
    let mut items = [Item::Seizure; 24];
    let mut row = 0;
    while row < WEIGHTS.len() {
        items[row] = WEIGHTS[row].0;
        row += 1;
    }
    items
};

/// The items without serology.
pub const CLINICAL: [Item; 22] = {
    let mut items = [Item::Seizure; 22];
    let (mut row, mut kept) = (0, 0);
    while row < ITEMS.len() {
        if !matches!(ITEMS[row], Item::LowComplement | Item::IncreasedDnaBinding) {
            items[kept] = ITEMS[row];
            kept += 1;
        }
        row += 1;
    }
    items
};

const CURRENT: Reads = Reads { role: Role::Current, items: &ITEMS, under: Under::Always };

/// What a sheet without an eye on the visit before reads, and its total.
const fn current_only(total: &'static [Item]) -> [Reads; 2] {
    [CURRENT, Reads { role: Role::Current, items: total, under: Under::Always }]
}

/// The same where an earlier visit is read, for its protein value alone: a state
/// is no value.
const fn with_earlier_protein(total: &'static [Item]) -> [Reads; 4] {
    let [current, total] = current_only(total);
    [
        Reads { role: Role::Current, items: &[Item::FirstVisit], under: Under::Always },
        current,
        total,
        Reads { role: Role::Previous, items: &PROTEIN, under: Under::Always },
    ]
}

/// A total and where it was found, by sheet.
pub(in crate::instruments) const TOTAL_2K: [Item; 2] =
    [Item::Sledai2kTotal, Item::SledaiTotalSource];
pub(in crate::instruments) const TOTAL_SELENA: [Item; 2] =
    [Item::SelenaSledaiTotal, Item::SledaiTotalSource];
pub(in crate::instruments) const TOTAL_HYBRID: [Item; 2] =
    [Item::SelenaSledaiHybridTotal, Item::SledaiTotalSource];
pub(in crate::instruments) const TOTAL_1992: [Item; 2] =
    [Item::Sledai1992Total, Item::SledaiTotalSource];

const AT_LEAST_TWO_JOINTS: Threshold = Threshold::at_least(Exact::integer(2));
const MORE_THAN_TWO_JOINTS: Threshold = Threshold::above(Exact::integer(2));

/// Half a gram of protein, by day or by creatinine.
pub(super) const PROTEIN_ABOVE: Threshold = Threshold::above(Exact::ratio(1, 2));
/// Any proteinuria above the limit, lasting or not.
const LEVEL: Derivation = Derivation::Protein { above: PROTEIN_ABOVE, rise: None };
/// Only one that is new, or that rose by half a gram.
pub(super) const NEW_OR_RISING: Derivation =
    Derivation::Protein { above: PROTEIN_ABOVE, rise: Some(Threshold::above(Exact::ratio(1, 2))) };

/// The descriptors of a sheet, which differ in what joints and protein count.
const fn descriptors(joints: Threshold, proteinuria: Derivation) -> [Descriptor; 24] {
    let mut descriptors = [Descriptor { item: Item::Seizure, weight: 0, derivation: None }; 24];
    let mut at = 0;
    while at < WEIGHTS.len() {
        let (item, weight) = WEIGHTS[at];
        #[allow(clippy::wildcard_enum_match_arm, reason = "the others are only seen or told")]
        let derivation = match item {
            Item::Arthritis => Some(beyond(Item::InflamedJoints, joints)),
            Item::Hematuria => Some(beyond(Item::UrineRbcHpf, above(5))),
            Item::Proteinuria => Some(proteinuria),
            Item::Pyuria => Some(beyond(Item::UrineWbcHpf, above(5))),
            Item::LowComplement => Some(Derivation::LowComplement { ch50: true }),
            Item::IncreasedDnaBinding => Some(Derivation::AboveLimit { by: Item::AntiDsdna }),
            Item::Fever => Some(beyond(Item::TemperatureMax, above(38))),
            Item::Thrombocytopenia => Some(beyond(Item::Platelets, below(100))),
            Item::Leukopenia => Some(beyond(Item::Wbc, below(3))),
            _ => None,
        };
        descriptors[at] = Descriptor { item, weight, derivation };
        at += 1;
    }
    descriptors
}

const fn beyond(by: Item, threshold: Threshold) -> Derivation {
    Derivation::Beyond { by, threshold }
}

const fn above(limit: i64) -> Threshold {
    Threshold::above(Exact::integer(limit))
}

const fn below(limit: i64) -> Threshold {
    Threshold::below(Exact::integer(limit))
}

// How well what a sheet says of a descriptor is confirmed.

pub(super) const SHEETS_AGREE: Fact =
    Fact::new(Evidence::Secondary, "circulating sheets and forms agree");
const REVISION: Fact = Fact::new(Evidence::Primary, "Gladman 2002, abstract");
const REVISION_JOINTS: Fact =
    Fact::new(Evidence::Unconfirmed, "Gladman 2002, table; as generally quoted");
const EYE_ADDED: Fact = Fact::new(Evidence::Primary, "Gladman 2002, on what SELENA added");
const TRIAL_FORM: Fact = Fact::new(Evidence::Secondary, "SELENA trial form, as restated");
const TRIAL_FORM_RECALLED: Fact = Fact::new(
    Evidence::Unconfirmed,
    "SELENA trial form, as generally quoted; one restatement differs",
);
const REVISION_PROTEIN: Fact = Fact::new(
    Evidence::Primary,
    "Gladman 2002, abstract, for protein by day; by creatinine it is a common substitute (secondary)",
);
const SHEETS_AND_ECHO: Fact = Fact::new(
    Evidence::Secondary,
    "circulating sheets and forms agree; echocardiography as proof is unconfirmed",
);
const SHEETS_AND_DRUGS: Fact = Fact::new(
    Evidence::Secondary,
    "circulating sheets and forms agree; drugs as another cause are unconfirmed for 2K",
);
const HYBRID_RULE: Fact = Fact::new(Evidence::Unconfirmed, "as reported for later trials");

const fn fact_2k(item: Item) -> Fact {
    #[allow(clippy::wildcard_enum_match_arm, reason = "the other descriptors share one source")]
    match item {
        Item::Rash | Item::Alopecia | Item::MucosalUlcers => REVISION,
        Item::Proteinuria => REVISION_PROTEIN,
        Item::Arthritis => REVISION_JOINTS,
        Item::Pericarditis => SHEETS_AND_ECHO,
        Item::Thrombocytopenia => SHEETS_AND_DRUGS,
        _ => SHEETS_AGREE,
    }
}

const fn fact_selena(item: Item) -> Fact {
    #[allow(clippy::wildcard_enum_match_arm, reason = "the other descriptors share one source")]
    match item {
        Item::VisualDisturbance => EYE_ADDED,
        // Of the seizure, that earlier damage of the brain is no lupus activity.
        Item::Seizure | Item::Pleurisy | Item::Pericarditis => TRIAL_FORM_RECALLED,
        _ => TRIAL_FORM,
    }
}

const fn fact_hybrid(item: Item) -> Fact {
    #[allow(clippy::wildcard_enum_match_arm, reason = "all but one are those of SELENA")]
    match item {
        Item::Proteinuria => HYBRID_RULE,
        other => fact_selena(other),
    }
}

const fn fact_1992(item: Item) -> Fact {
    #[allow(clippy::wildcard_enum_match_arm, reason = "the other descriptors share one source")]
    match item {
        Item::Rash | Item::Alopecia | Item::MucosalUlcers => REVISION,
        Item::Proteinuria => REVISION_PROTEIN,
        Item::Pericarditis => SHEETS_AND_ECHO,
        _ => SHEETS_AGREE,
    }
}

/// Writes the 24 rows of a sheet with its own facts.
macro_rules! rows {
    ($fact:path) => {{
        const ROWS: [Row; 24] = {
            let first = Row::new("", RowRule::Statement, SHEETS_AGREE);
            let mut rows = [first; 24];
            let mut at = 0;
            while at < WEIGHTS.len() {
                let (item, weight) = WEIGHTS[at];
                let rule = RowRule::Finding { item, points: Exact::whole(weight) };
                rows[at] = Row::new(item.id(), rule, $fact(item));
                at += 1;
            }
            rows
        };
        &ROWS
    }};
}

const fn definition(
    id: &'static str,
    options: &'static [OptionDefinition],
    reads: &'static [Reads],
    rows: &'static [Row],
    sources: &'static [Source],
) -> Definition {
    Definition {
        usual: true,
        options,
        reads,
        rows,
        range: Some((Exact::ZERO, Exact::whole(HIGHEST))),
        warns: &WARNS_OF_TOTALS,
        sources,
        ..Definition::new(id, Disease::Lupus, Combination::Sum)
    }
}

const BOMBARDIER_1992: Source = Source {
    key: "Bombardier 1992",
    reference: "Bombardier C et al. Arthritis Rheum 1992;35:630-640",
    doi: Some("10.1002/art.1780350606"),
    evidence: Evidence::Secondary,
};
const GLADMAN_2002: Source = Source {
    key: "Gladman 2002",
    reference: "Gladman DD, Ibanez D, Urowitz MB. J Rheumatol 2002;29:288-291",
    doi: None,
    evidence: Evidence::Primary,
};
const PETRI_2005: Source = Source {
    key: "Petri 2005",
    reference: "Petri M et al. N Engl J Med 2005;353:2550-2558",
    doi: Some("10.1056/NEJMoa051135"),
    evidence: Evidence::Unconfirmed,
};
const TOUMA_2010: Source = Source {
    key: "Touma 2010",
    reference: "Touma Z, Urowitz MB, Gladman DD. Lupus 2010;19:49-51",
    doi: Some("10.1177/0961203309346505"),
    evidence: Evidence::Primary,
};

/// SLEDAI-2K: lasting rash, hair loss, ulcers and proteinuria count.
pub(super) static SLEDAI_2K: Sheet = Sheet {
    descriptors: descriptors(AT_LEAST_TWO_JOINTS, LEVEL),
    compares_protein: false,
    total: TOTAL_2K[0],
    definition: definition(
        "sledai-2k",
        OPTIONS_2K,
        {
            const READS: [Reads; 2] = current_only(&TOTAL_2K);
            &READS
        },
        rows!(fact_2k),
        &[GLADMAN_2002, TOUMA_2010, BOMBARDIER_1992],
    ),
};

/// SELENA-SLEDAI, the full trial form.
pub(super) static SELENA_SLEDAI: Sheet = Sheet {
    descriptors: descriptors(MORE_THAN_TWO_JOINTS, NEW_OR_RISING),
    compares_protein: true,
    total: TOTAL_SELENA[0],
    definition: definition(
        "selena-sledai",
        OPTIONS,
        {
            const READS: [Reads; 4] = with_earlier_protein(&TOTAL_SELENA);
            &READS
        },
        rows!(fact_selena),
        &[PETRI_2005, GLADMAN_2002, TOUMA_2010],
    ),
};

/// SELENA-SLEDAI with the proteinuria rule of SLEDAI-2K.
pub(super) static SELENA_SLEDAI_HYBRID: Sheet = Sheet {
    descriptors: descriptors(MORE_THAN_TWO_JOINTS, LEVEL),
    compares_protein: false,
    total: TOTAL_HYBRID[0],
    definition: Definition {
        usual: false,
        ..definition(
            "selena-sledai-hybrid",
            OPTIONS,
            {
                const READS: [Reads; 2] = current_only(&TOTAL_HYBRID);
                &READS
            },
            rows!(fact_hybrid),
            &[PETRI_2005, GLADMAN_2002, TOUMA_2010],
        )
    },
};

/// The sheet of 1992, which also circulates as a SELENA modification.
pub(super) static SLEDAI_1992: Sheet = Sheet {
    descriptors: descriptors(MORE_THAN_TWO_JOINTS, NEW_OR_RISING),
    compares_protein: true,
    total: TOTAL_1992[0],
    definition: Definition {
        usual: false,
        ..definition(
            "sledai-1992",
            OPTIONS,
            {
                const READS: [Reads; 4] = with_earlier_protein(&TOTAL_1992);
                &READS
            },
            rows!(fact_1992),
            &[BOMBARDIER_1992, GLADMAN_2002, TOUMA_2010],
        )
    },
};
