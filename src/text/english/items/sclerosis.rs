//! Systemic sclerosis: the activity indices and the skin score.

use super::{Entry, entry};
use crate::items::Item;

/// Over which time the patient judges a change.
const PATIENT_MONTH: &str = "Past month, in the patient’s own judgement.";

/// What the indices of 2001 and 2017 ask.
pub(super) const INDEX: &[Entry] = &[
    entry(Item::SkinWorsening, "Skin worsening", "The patient says that the skin got worse.")
        .excludes("The physician’s impression.")
        .window(PATIENT_MONTH),
    entry(
        Item::DigitalUlcers,
        "Digital ulcers",
        "A current ischaemic ulcer of a finger, at or beyond the proximal interphalangeal joint. \
         No published definition was found: site and exclusions are this project’s.",
    )
    .excludes("Pits, fissures, calcium breaking through."),
    entry(
        Item::Mrss,
        "mRSS",
        "Modified Rodnan skin score: the thickness of all 17 sites. Enter the total or the sites.",
    )
    .excludes("Tethering without thickening."),
    entry(
        Item::TendonFrictionRubs,
        "Tendon friction rubs",
        "Leathery crepitus felt over at least one moving tendon, such as finger, wrist, knee or \
         ankle.",
    ),
    entry(Item::Crp, "CRP", "C-reactive protein. Check the unit: mg/dL and mg/L differ tenfold."),
    entry(
        Item::DlcoPercent,
        "DLCO",
        "Diffusing capacity (DLCO, TLCO) in percent of predicted. How recent it has to be was \
         not stated in what was read.",
    ),
    entry(Item::Scleredema, "Scleredema", "Scleredema at this visit."),
    entry(Item::DigitalNecrosis, "Digital necrosis", "Necrosis of a finger at this visit."),
    entry(
        Item::VascularWorsening,
        "Vascular worsening",
        "The patient says that vascular symptoms got worse.",
    )
    .window(PATIENT_MONTH),
    entry(
        Item::SscArthritis,
        "Arthritis in systemic sclerosis",
        "Arthritis at this visit, caused by systemic sclerosis.",
    ),
    entry(
        Item::ArticularMuscularWorsening,
        "Joint and muscle worsening",
        "The patient says that joints or muscles got worse.",
    )
    .window(PATIENT_MONTH),
    entry(
        Item::CardiopulmonaryWorsening,
        "Heart and lung worsening",
        "The patient says that heart or lung symptoms got worse.",
    )
    .window(PATIENT_MONTH),
    entry(Item::Esr, "ESR", "Erythrocyte sedimentation rate at this visit."),
];

/// The grades of a site.
const GRADES: &str = "0 normal; 1 mild, folds easily; 2 moderate, folds with difficulty; 3 \
                      severe, no fold can be made.";

/// The 17 sites of the skin score.
pub(super) const SITES: &[Entry] = &[
    site(Item::MrssFace, "Face"),
    site(Item::MrssAnteriorChest, "Anterior chest"),
    site(Item::MrssAbdomen, "Abdomen"),
    site(Item::MrssFingersRight, "Right fingers"),
    site(Item::MrssFingersLeft, "Left fingers"),
    site(Item::MrssHandRight, "Back of right hand"),
    site(Item::MrssHandLeft, "Back of left hand"),
    site(Item::MrssForearmRight, "Right forearm"),
    site(Item::MrssForearmLeft, "Left forearm"),
    site(Item::MrssUpperArmRight, "Right upper arm"),
    site(Item::MrssUpperArmLeft, "Left upper arm"),
    site(Item::MrssThighRight, "Right thigh"),
    site(Item::MrssThighLeft, "Left thigh"),
    site(Item::MrssLowerLegRight, "Right lower leg"),
    site(Item::MrssLowerLegLeft, "Left lower leg"),
    site(Item::MrssFootRight, "Back of right foot"),
    site(Item::MrssFootLeft, "Back of left foot"),
];

/// A site of the skin score.
const fn site(item: Item, label: &'static str) -> Entry {
    entry(item, label, GRADES).excludes("Tethering without thickening.")
}
