//! The scales of the dictionary: units, ranges, reference limits.

use crate::scoring::{Exact, LimitName, Scale, Unit};

/// One thousandth.
const MILLI: Exact = Exact::ratio(1, 1000);
/// One tenth.
const DECI: Exact = Exact::ratio(1, 10);

/// Protein in a day's urine.
pub const URINE_PROTEIN: Scale =
    Scale::up_to(100, &[Unit::canonical("g/d"), Unit::times("mg/d", MILLI)]);

/// Protein to creatinine. Creatinine weighs 113 g/mol.
pub const PROTEIN_CREATININE: Scale = Scale::up_to(
    100,
    &[
        Unit::canonical("g/g"),
        Unit::times("mg/g", MILLI),
        Unit::times("mg/mmol", Exact::ratio(1, 113)),
    ],
);

/// A value read against the lower limit of its laboratory.
pub const LOW_LIMIT: Scale = Scale::with_limit(LimitName::Low);
/// A value read against the least that its laboratory can tell.
pub const DETECTION_LIMIT: Scale = Scale::with_limit(LimitName::Detection);
/// A value read against the upper limit of its laboratory.
pub const HIGH_LIMIT: Scale = Scale::with_limit(LimitName::High);
/// An enzyme read as a multiple of its upper limit.
pub const ENZYME: Scale = Scale::with_limit(LimitName::Uln);

/// Body temperature.
pub const TEMPERATURE: Scale = Scale::up_to(
    45,
    &[
        Unit::canonical("Cel"),
        Unit { code: "[degF]", factor: Exact::ratio(5, 9), offset: Exact::ratio(-160, 9) },
    ],
)
.from(25);

/// Units of a blood cell count.
const CELLS: &[Unit] = &[
    Unit::canonical("10*9/L"),
    Unit::times("10*3/uL", Exact::integer(1)),
    Unit::times("/uL", MILLI),
];
/// Platelets.
pub const PLATELETS: Scale = Scale::up_to(5_000, CELLS);
/// Leukocytes.
pub const LEUKOCYTES: Scale = Scale::up_to(1_000, CELLS);

/// The physician global assessment of lupus.
pub const PGA: Scale = Scale::up_to(3, &[]);

/// A daily dose, converted to prednisolone.
pub const GLUCOCORTICOID: Scale =
    Scale { drug: true, ..Scale::up_to(5_000, &[Unit::canonical("mg/d")]) };

/// Body weight.
pub const WEIGHT: Scale =
    Scale::up_to(300, &[Unit::canonical("kg"), Unit::times("g", MILLI)]).from(20);

/// C-reactive protein.
pub const CRP: Scale = Scale::up_to(100, &[Unit::canonical("mg/dL"), Unit::times("mg/L", DECI)]);

/// Diffusing capacity in percent of predicted.
pub const PERCENT_PREDICTED: Scale = Scale::up_to(250, &[Unit::canonical("%")]);

/// Erythrocyte sedimentation rate.
pub const SEDIMENTATION: Scale = Scale::up_to(300, &[Unit::canonical("mm/h")]);

/// A visual analogue scale of 10 cm.
pub const ANALOGUE: Scale = Scale::up_to(10, &[Unit::canonical("cm"), Unit::times("mm", DECI)]);

/// A muscle strength total; the scale in use may end lower.
pub const STRENGTH: Scale = Scale::up_to(260, &[]);

/// The disability index of the health assessment questionnaire.
pub const DISABILITY: Scale = Scale::up_to(3, &[]);

/// Age.
pub const AGE: Scale = Scale::up_to(130, &[Unit::canonical("a")]);
