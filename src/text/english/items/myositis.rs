//! Myositis: the core set, muscle strength, physical function.

use super::{Entry, entry};
use crate::items::Item;

/// Over which time function is judged.
const WEEK: &str = "Past week.";
/// What an enzyme is read against.
const WITH_UPPER_LIMIT: &str = "Value and upper limit from the same laboratory.";

/// The core set measures.
pub(super) const CORE_SET: &[Entry] = &[
    entry(
        Item::PhysicianGlobal,
        "Physician global activity",
        "Your overall rating of myositis activity on a visual analogue scale.",
    )
    .excludes("Damage."),
    entry(
        Item::PatientGlobal,
        "Patient global activity",
        "The overall rating by the patient, or a child’s parent, on a visual analogue scale.",
    ),
    entry(
        Item::ExtramuscularGlobal,
        "Extramuscular global activity",
        "Your overall rating of activity outside muscle on a visual analogue scale.",
    )
    .excludes("Damage; a sum or mean of organ scales.")
    .window("Past 4 weeks."),
    entry(
        Item::Strength,
        "Muscle strength",
        "Total of the chosen strength scale. Use the same scale at both visits.",
    ),
    entry(Item::Ck, "CK", WITH_UPPER_LIMIT),
    entry(Item::Aldolase, "Aldolase", WITH_UPPER_LIMIT),
    entry(Item::Ldh, "LDH", WITH_UPPER_LIMIT),
    entry(Item::Ast, "AST", WITH_UPPER_LIMIT),
    entry(Item::Alt, "ALT", WITH_UPPER_LIMIT),
];

/// The muscle groups of the MMT8.
pub(super) const MUSCLES: &[Entry] = &[
    muscle(Item::MmtNeckFlexors, "Neck flexors"),
    muscle(Item::MmtDeltoidRight, "Right deltoid"),
    muscle(Item::MmtDeltoidLeft, "Left deltoid"),
    muscle(Item::MmtBicepsRight, "Right biceps"),
    muscle(Item::MmtBicepsLeft, "Left biceps"),
    muscle(Item::MmtWristExtensorsRight, "Right wrist extensors"),
    muscle(Item::MmtWristExtensorsLeft, "Left wrist extensors"),
    muscle(Item::MmtGluteusMaximusRight, "Right gluteus maximus"),
    muscle(Item::MmtGluteusMaximusLeft, "Left gluteus maximus"),
    muscle(Item::MmtGluteusMediusRight, "Right gluteus medius"),
    muscle(Item::MmtGluteusMediusLeft, "Left gluteus medius"),
    muscle(Item::MmtQuadricepsRight, "Right quadriceps"),
    muscle(Item::MmtQuadricepsLeft, "Left quadriceps"),
    muscle(Item::MmtAnkleDorsiflexorsRight, "Right ankle dorsiflexors"),
    muscle(Item::MmtAnkleDorsiflexorsLeft, "Left ankle dorsiflexors"),
];

/// The disability index and its categories, each with its aids.
pub(super) const FUNCTION: &[Entry] = &[
    entry(Item::Haq, "HAQ disability index", "The finished HAQ-DI, or the CHAQ of a child.")
        .window(WEEK),
    category(Item::HaqDressing, "Dressing"),
    aid(Item::HaqDressingAid, "Dressing: aid or help", "Dressing devices, or a person’s help."),
    category(Item::HaqArising, "Arising"),
    aid(Item::HaqArisingAid, "Arising: aid or help", "A built-up chair, or a person’s help."),
    category(Item::HaqEating, "Eating"),
    aid(Item::HaqEatingAid, "Eating: aid or help", "Adapted utensils, or a person’s help."),
    category(Item::HaqWalking, "Walking"),
    aid(
        Item::HaqWalkingAid,
        "Walking: aid or help",
        "Cane, walker, crutches, wheelchair, or a person’s help.",
    ),
    category(Item::HaqHygiene, "Hygiene"),
    aid(
        Item::HaqHygieneAid,
        "Hygiene: aid or help",
        "Bath bar or seat, long-handled bathroom aids, raised toilet seat, or a person’s help.",
    ),
    category(Item::HaqReach, "Reach"),
    aid(Item::HaqReachAid, "Reach: aid or help", "Long-handled aids, or a person’s help."),
    category(Item::HaqGrip, "Grip"),
    aid(Item::HaqGripAid, "Grip: aid or help", "A jar opener, or a person’s help."),
    category(Item::HaqActivities, "Activities"),
    aid(Item::HaqActivitiesAid, "Activities: help", "A person’s help."),
];

/// A muscle group.
const fn muscle(item: Item, label: &'static str) -> Entry {
    entry(item, label, "Grade from 0, no contraction, to 10, holds against strong pressure.")
}

/// A category of function.
const fn category(item: Item, label: &'static str) -> Entry {
    entry(item, label, "Its worst item: 0 no difficulty, 1 some, 2 much, 3 unable.").window(WEEK)
}

/// The aids of a category.
const fn aid(item: Item, label: &'static str, counts: &'static str) -> Entry {
    entry(item, label, counts).window(WEEK)
}
