//! The words of the worksheets.

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
