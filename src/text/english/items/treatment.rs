//! Treatment, in whichever disease.

use super::{Entry, entry};
use crate::items::Item;

/// What is taken.
pub(super) const TREATMENT: &[Entry] = &[
    entry(
        Item::Glucocorticoid,
        "Glucocorticoid dose",
        "Daily dose as taken; it is converted to prednisolone. On alternate days or a taper, the \
         mean daily dose.",
    )
    .excludes("Pulses, which are asked apart; topical, inhaled, intra-articular, oral budesonide."),
    entry(
        Item::GlucocorticoidPulseSincePrevious,
        "Glucocorticoid pulse",
        "A pulse since the earlier visit.",
    ),
    entry(
        Item::TherapyStable,
        "Stable treatment",
        "Immunosuppressants and biologics, if any, are stable. Yes also if none is taken. The \
         definition of stable is left to you.",
    ),
    entry(
        Item::TherapyStandardTolerated,
        "Standard treatment, tolerated",
        "Immunosuppressants and biologics, if any, are approved, at usual maintenance doses and \
         well tolerated.",
    )
    .excludes("An investigational drug."),
    entry(Item::Antimalarial, "Antimalarial", "An antimalarial is taken."),
    entry(Item::Immunosuppressant, "Immunosuppressant", "An immunosuppressant is taken.")
        .excludes("Antimalarials, glucocorticoids, biologics."),
    entry(Item::Biologic, "Biologic", "A biologic is given."),
    entry(Item::Weight, "Body weight", "Weight at this visit, for doses per kilogram."),
];
