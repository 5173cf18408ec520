//! The words of the worksheets.

use crate::items::{Counted, Item};
use crate::scoring::{Bounds, Exact};

/// A line of a worksheet.
#[derive(Debug)]
pub enum WorksheetLine<'a> {
    /// The sum of so many grades of so many muscles, or what it can still be.
    Strength {
        /// The sum.
        total: Bounds,
        /// The most that it could be.
        highest: Exact,
        /// How many are graded.
        graded: usize,
        /// How many there are.
        groups: usize,
    },
    /// Strength is read on another scale, of this name.
    StrengthOtherwise(&'a str),
    /// The disability index of so many categories, or what it can still be.
    Function {
        /// The index.
        mean: Bounds,
        /// How many categories are graded.
        graded: usize,
        /// How many are enough.
        enough: usize,
        /// What those that are graded wait for.
        open: &'a [&'a str],
    },
    /// An index has no end as a decimal, and is not entered.
    Endless(Exact),
    /// Enters a result as the value of an item.
    Enter(&'a str, Item),
    /// So many points of the ICE score were done, of so many that were tested.
    Ice {
        /// How many were done.
        done: u32,
        /// How many were tested.
        tested: u32,
        /// Whether that is all.
        complete: bool,
    },
    /// What is new in the domains of BILAG, A and B, of so many that are known.
    Bilag([Counted; 2], u32),
    /// What a worksheet counts for an item that nobody typed a count for.
    Beside(Counted, Item),
}

/// Words of the worksheets that stand as they are.
#[derive(Debug)]
pub struct WorksheetText {
    /// Opens the skin score.
    pub skin: &'static str,
    /// How it is used.
    pub skin_hint: &'static str,
    /// The column of sites.
    pub site: &'static str,
    /// How a site was graded.
    pub skin_method: &'static str,
    /// Opens the grades of the muscle groups.
    pub strength: &'static str,
    /// What the grades mean, from the lowest up.
    pub strength_key: [&'static str; 11],
    /// What stands for a trace, and for a blank.
    pub strength_hint: &'static str,
    /// The column of muscle groups.
    pub muscle: &'static str,
    /// Which sides are tested.
    pub sides: &'static str,
    /// Opens the categories of function.
    pub function: &'static str,
    /// What the grades mean, and the rule.
    pub function_hint: &'static str,
    /// The column of categories.
    pub category: &'static str,
    /// The column of grades.
    pub grade: &'static str,
    /// The column of aids.
    pub aid: &'static str,
    /// Nobody asked for an aid.
    pub aid_open: &'static str,
    /// Says that the other aids are not needed.
    pub rest_of_aids: &'static str,
    /// What copied grades look like, and how they are confirmed.
    pub copied: &'static str,
    /// Opens the points of the ICE score.
    pub ice: &'static str,
    /// How they count.
    pub ice_hint: &'static str,
    /// The column of points.
    pub point: &'static str,
    /// Marks the rest as done.
    pub rest_of_ice: &'static str,
    /// Opens the domains of BILAG.
    pub bilag: &'static str,
    /// What is new, and where the letters come from.
    pub bilag_hint: &'static str,
    /// The column of domains.
    pub domain: &'static str,
    /// Marks the rest as not new.
    pub rest_of_bilag: &'static str,
    /// Opens the joints.
    pub joints: &'static str,
    /// How they are marked, and what counts.
    pub joints_hint: &'static str,
    /// The column of joints.
    pub joint: &'static str,
    /// Marks the rest.
    pub rest_of_joints: &'static str,
    /// Opens the doses.
    pub doses: &'static str,
    /// How lines go together.
    pub doses_hint: &'static str,
    /// Adds a line.
    pub add_dose: &'static str,
    /// Takes one away.
    pub remove_dose: &'static str,
    /// The dose taken each time.
    pub dose: &'static str,
    /// How often.
    pub interval: &'static str,
    /// In how many days once.
    pub every: &'static str,
    /// How many days the line lasts.
    pub days: &'static str,
    /// The line is a pulse.
    pub pulse: &'static str,
    /// A number is missing.
    pub dose_missing: &'static str,
    /// It cannot be read.
    pub dose_unreadable: &'static str,
    /// It is not whole.
    pub dose_not_whole: &'static str,
    /// There is no such drug.
    pub dose_unknown_drug: &'static str,
    /// The line ends before its second dose.
    pub dose_shorter: &'static str,
    /// One drug in two cycles.
    pub dose_beside: &'static str,
}
