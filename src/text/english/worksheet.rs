//! The words of the worksheets, and their codes in words.

use super::page::number;
use super::{English, Language};
use crate::items::{Counted, Item};
use crate::scoring::{Bounds, Exact};
use crate::text::{WorksheetLine, WorksheetText};

/// The words that stand as they are.
pub(super) static WORKSHEETS: WorksheetText = WorksheetText {
    skin: "Figure and table of the 17 sites",
    skin_hint: "0 normal, 1 mild, 2 moderate, 3 severe thickening. A blank site is not scored; it \
                is not 0.",
    site: "Site",
    skin_method: "How each site was graded",
    strength: "Grade the eight muscle groups",
    strength_key: [
        "no contraction",
        "part of the range, without gravity",
        "all of the range, without gravity",
        "part of the range, against gravity",
        "slowly gives way against gravity",
        "holds against gravity alone",
        "holds against slight pressure",
        "more than slight",
        "moderate",
        "more than moderate",
        "strong pressure",
    ],
    strength_hint: "A blank group is not graded; it is not 0. A trace of contraction has no number \
                    of its own: enter 0 or 1, as your study counts it.",
    muscle: "Muscle group",
    sides: "Sides tested",
    function: "Grade the eight categories",
    function_hint: "The worst answer of each category: 0 no difficulty, 1 some, 2 much, 3 unable. \
                    An aid or a person’s help lifts 0 and 1 to 2. The index is the mean of those \
                    that are graded, once six are. A blank category is not graded; it is not 0.",
    category: "Category",
    grade: "Grade",
    aid: "Aid or help",
    aid_open: "Not asked",
    rest_of_aids: "No other aid or help is needed",
    copied: "Dashed: copied from the visit before, and not counted. A tick says that it still holds.",
    ice: "Test point by point",
    ice_hint: "One point for each that is done, and a score once all ten were tested. A score typed \
               above goes before the marks.",
    point: "Point",
    rest_of_ice: "All others tested and done",
    bilag: "Mark the nine domains",
    bilag_hint: "New A: graded A now, and not A at baseline. New B: graded B now, and C, D or E at \
                 baseline. The letters come from your BILAG form; nothing here grades. Counts typed \
                 into the fields go before the marks.",
    domain: "Domain",
    rest_of_bilag: "All others neither new A nor new B",
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

/// A line of a worksheet.
pub(super) fn line_of(line: &WorksheetLine) -> String {
    match *line {
        WorksheetLine::Strength { total, highest, graded, groups } => {
            let (lowest, highest) = (number(total.lowest()), number(highest));
            match total.known() {
                Some(_) => format!("{lowest} of {highest}, all {groups} graded"),
                None => format!("At least {lowest} of {highest}: {graded} of {groups} graded"),
            }
        }
        WorksheetLine::StrengthOtherwise(scale) => format!(
            "Muscle strength is read as {scale}: this sum is not entered there. Choose the sides \
             here, or the scale in the rule set of the response."
        ),
        WorksheetLine::Function { mean, graded, enough, open } => {
            function(mean, graded, enough, open)
        }
        WorksheetLine::Endless(index) => {
            let (sum, categories) = index.reduced().fraction();
            format!(
                "As a decimal, {sum}/{categories} has no end, and nothing here rounds. Grade the \
                 other categories, or type the index above, rounded as your study does."
            )
        }
        WorksheetLine::Enter(value, item) => {
            format!("Enter {value} as {}", English.item(item).label)
        }
        WorksheetLine::Ice { done, tested, complete } => match (complete, tested) {
            (true, _) => format!("ICE {done} of 10, all points tested"),
            (false, 0) => "No point is tested yet".to_owned(),
            (false, _) => format!("No score yet: {tested} of 10 points tested, {done} done"),
        },
        WorksheetLine::Bilag(new, known) => {
            let [new_a, new_b] = new.map(|counted| count(counted, 9));
            format!("New A: {new_a}. New B: {new_b}. {known} of 9 domains assessed")
        }
        WorksheetLine::Beside(counted, item) => {
            format!("From the worksheet: {}", count(counted, item.highest_count()))
        }
    }
}

/// The disability index, or what is known of it.
fn function(mean: Bounds, graded: usize, enough: usize, open: &[&str]) -> String {
    if graded < enough {
        return format!("{graded} of 8 categories graded: the index needs {enough}");
    }
    let index = match mean.known() {
        Some(index) => format!("Index {}", number(index)),
        None => format!("Index {} to {}", number(mean.lowest()), number(mean.highest())),
    };
    let index = format!("{index}, the mean of {graded} categories");
    match open {
        [] => index,
        open => format!("{index}. Open: {}", open.join(", ").to_lowercase()),
    }
}

/// A count of a worksheet: "2", "at least 2", "2 to 5".
fn count(counted: Counted, most: u32) -> String {
    let (lowest, highest) = (counted.lowest(), counted.highest());
    match counted.known() {
        Some(count) => count.to_string(),
        None if highest >= most => format!("at least {lowest}"),
        None => format!("{lowest} to {highest}"),
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

/// A word as it is heard and printed: without the places where it can be parted.
pub(super) fn unparted(word: &str) -> String {
    word.replace('\u{ad}', "")
}

/// A code; empty where it means nothing.
pub(super) fn word(code: &str) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == code).map_or("", |(_, word)| word)
}

/// Codes and their words: sides, joints, what is known of a joint, how often a
/// dose is taken, how a site of the skin was graded, muscle groups, points of the
/// ICE score, domains of BILAG, and what is known of these. Long words say where
/// they can be parted.
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
    ("neck_flexors", "Neck flexors"),
    ("deltoid", "Deltoid"),
    ("biceps", "Biceps"),
    ("wrist_extensors", "Wrist extensors"),
    ("gluteus_maximus", "Gluteus maximus"),
    ("gluteus_medius", "Gluteus medius"),
    ("quadriceps", "Quadriceps"),
    ("ankle_dorsiflexors", "Ankle dorsiflexors"),
    ("year", "Year"),
    ("month", "Month"),
    ("city", "City"),
    ("hospital", "Hospital"),
    ("first_object", "First object named"),
    ("second_object", "Second object named"),
    ("third_object", "Third object named"),
    ("command", "Command followed"),
    ("sentence", "Sentence written"),
    ("counting_back", "Counting back from 100 by tens"),
    ("not_tested", "Not tested"),
    ("failed", "Failed"),
    ("done", "Done"),
    ("constitutional", "Consti\u{ad}tutional"),
    ("mucocutaneous", "Muco\u{ad}cutaneous"),
    ("neuropsychiatric", "Neuro\u{ad}psychiatric"),
    ("musculoskeletal", "Musculo\u{ad}skeletal"),
    ("cardiorespiratory", "Cardio\u{ad}respiratory"),
    ("gastrointestinal", "Gastro\u{ad}intestinal"),
    ("ophthalmic", "Ophthalmic"),
    ("renal", "Renal"),
    ("haematological", "Haemato\u{ad}logical"),
    ("not_assessed", "Not as\u{ad}sessed"),
    ("not_new", "Not new"),
    ("new_a", "New A"),
    ("new_b", "New B"),
];
