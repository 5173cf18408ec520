//! The words of the worksheets, and their codes in words.

use super::page::number;
use super::{English, Language};
use crate::items::Item;
use crate::scoring::Exact;
use crate::text::WorksheetText;

/// The words that stand as they are.
pub(super) static WORKSHEETS: WorksheetText = WorksheetText {
    skin: "Figure and table of the 17 sites",
    skin_hint: "0 normal, 1 mild, 2 moderate, 3 severe thickening. A blank site is not scored; it \
                is not 0.",
    site: "Site",
    skin_method: "How each site was graded",
    joints: "Mark the joints",
    joints_hint: "Inflamed is pain with tenderness, swelling or effusion; pain alone is not. Each \
                  press goes on: – not examined, ● inflamed, 0 not inflamed. A count typed above \
                  goes before the marks.",
    joint: "Joint",
    rest_of_joints: "All others examined and not inflamed",
    doses: "Work out the daily dose",
    doses_hint: "Lines without days are taken together and add up. Lines with days follow each \
                 other, as in a taper. Pulses are kept apart. Leave out what is inhaled, on the \
                 skin or into a joint.",
    add_dose: "Add a line",
    remove_dose: "Remove",
    dose: "Dose each time (mg)",
    interval: "How often",
    every: "Once in how many days",
    days: "For how many days",
    pulse: "Pulse",
    dose_missing: "a number is missing.",
    dose_unreadable: "this cannot be read as one number.",
    dose_not_whole: "the days are a whole number.",
    dose_unknown_drug: "there is no such drug in the table.",
    dose_shorter: "it ends before the dose comes round again.",
    dose_beside: "the same drug stands in another rhythm as well. Give days to say which follows \
                  which, or write one line.",
};

/// The sum of the skin score, or as much of it as is known.
pub(super) fn skin_total(total: u32, complete: bool, sites: usize) -> String {
    if complete {
        format!("Skin score {total}, all 17 sites graded")
    } else {
        format!("At least {total}: {sites} of 17 sites graded")
    }
}

/// The joints that are inflamed, or as many as are known.
pub(super) fn joints_counted(count: u32, complete: bool, examined: u32) -> String {
    match (complete, examined) {
        (true, _) => format!("{count} inflamed, all joints of this table examined"),
        (false, 0) => "No joint is marked yet".to_owned(),
        (false, examined) => format!("At least {count} inflamed: {examined} joints examined"),
    }
}

/// A line of a sheet.
pub(super) fn line(number: usize) -> String {
    format!("Line {number}")
}

/// A number of a line beyond what it may say.
pub(super) fn dose_out_of_range(lowest: Exact, highest: Exact) -> String {
    format!("allowed is {} to {}.", number(lowest), number(highest))
}

/// The pulses of a sheet.
pub(super) fn pulses(total: Exact) -> String {
    format!(
        "Pulses, kept apart: {} mg of prednisolone in all. Tick the pulse item where it was given \
         since the visit before.",
        number(total)
    )
}

/// Enters a dose: what is taken now, or the mean over so many days.
pub(super) fn enter_dose(dose: Exact, days: Option<u32>) -> String {
    match days {
        None => format!("Enter {} mg/d, the dose now", number(dose)),
        Some(days) => format!("Enter {} mg/d, the mean of {days} days", number(dose)),
    }
}

/// The enzymes in their order, and the one that a response takes.
pub(super) fn enzymes_ranked(measured: &[String], taken: Item, all: bool) -> String {
    let of = if all { "" } else { " of those measured" };
    format!(
        "Multiples of the upper limit: {}. Most abnormal{of}: {}.",
        measured.join(", "),
        English.item(taken).label
    )
}

/// A code; empty where it means nothing.
pub(super) fn word(code: &str) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == code).map_or("", |(_, word)| word)
}

/// Codes and their words: sides, joints, what is known of a joint, how often a
/// dose is taken, how a site of the skin was graded.
const WORDS: &[(&str, &str)] = &[
    ("right", "Right"),
    ("left", "Left"),
    ("shoulder", "Shoulder"),
    ("elbow", "Elbow"),
    ("wrist", "Wrist"),
    ("mcp_1", "MCP 1"),
    ("mcp_2", "MCP 2"),
    ("mcp_3", "MCP 3"),
    ("mcp_4", "MCP 4"),
    ("mcp_5", "MCP 5"),
    ("pip_1", "Thumb IP"),
    ("pip_2", "PIP 2"),
    ("pip_3", "PIP 3"),
    ("pip_4", "PIP 4"),
    ("pip_5", "PIP 5"),
    ("hip", "Hip"),
    ("knee", "Knee"),
    ("ankle", "Ankle"),
    ("mtp_1", "MTP 1"),
    ("mtp_2", "MTP 2"),
    ("mtp_3", "MTP 3"),
    ("mtp_4", "MTP 4"),
    ("mtp_5", "MTP 5"),
    ("not_examined", "Not examined"),
    ("not_inflamed", "Not inflamed"),
    ("inflamed", "Inflamed"),
    ("daily", "Once a day"),
    ("twice_daily", "Twice a day"),
    ("alternate_days", "Every other day"),
    ("weekly", "Once a week"),
    ("every_days", "Every so many days"),
    ("face", "Face"),
    ("anterior_chest", "Anterior chest"),
    ("abdomen", "Abdomen"),
    ("fingers", "Fingers"),
    ("hand", "Back of the hand"),
    ("forearm", "Forearm"),
    ("upper_arm", "Upper arm"),
    ("thigh", "Thigh"),
    ("lower_leg", "Lower leg"),
    ("foot", "Back of the foot"),
    ("maximum", "Highest grade of the site"),
    ("average", "Average of the site"),
    ("representative", "Representative area"),
];
