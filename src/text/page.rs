//! The words of the page itself.

/// Words of the page that stand as they are.
#[derive(Debug)]
pub struct PageText {
    /// What the program is, in one sentence.
    pub purpose: &'static str,
    /// That nothing leaves the device.
    pub private: &'static str,
    /// That it works without a network.
    pub offline: &'static str,
    /// What it is intended for, and what it is not.
    pub intended: &'static str,
    /// The heading over the list of instruments.
    pub choose: &'static str,
    /// The link back to that list.
    pub all_instruments: &'static str,
    /// The heading of a page that does not exist.
    pub not_found: &'static str,
    /// The page of several courses.
    pub cohort_title: &'static str,
    /// The pages about each instrument.
    pub reference_title: &'static str,
    /// What to do there.
    pub not_found_help: &'static str,
    /// The link past the header.
    pub skip: &'static str,

    /// The heading over the options.
    pub rule_set: &'static str,
    /// The name of the disclosure with an item's definition.
    pub what_counts: &'static str,
    /// Before what does not count.
    pub excludes: &'static str,
    /// Before the time over which it is judged.
    pub window: &'static str,
    /// Before the rule by which values stand for a finding.
    pub from_values: &'static str,
    /// Before the source of a row.
    pub source: &'static str,
    /// The points of one row: "8 points" without the number.
    pub points: &'static str,
    /// The disclosure with the parts of a total.
    pub sites: &'static str,
    /// The label of a measured value where its own would repeat the item's.
    pub value: &'static str,
    /// The label of a unit.
    pub unit: &'static str,
    /// The first entry of a list of units.
    pub choose_unit: &'static str,
    /// The label of a lower reference limit.
    pub lower_limit: &'static str,
    /// The label of a limit of detection.
    pub detection_limit: &'static str,
    /// The label of an upper reference limit.
    pub upper_limit: &'static str,
    /// The label of a drug.
    pub drug: &'static str,
    /// An attestation that is true.
    pub yes: &'static str,
    /// An attestation that is false.
    pub no: &'static str,
    /// An attestation that was not made.
    pub not_stated: &'static str,
    /// Asks for the cause of what a number shows.
    pub ask_cause: &'static str,
    /// The disease is the cause.
    pub cause_disease: &'static str,
    /// Something else is.
    pub cause_other: &'static str,
    /// Asks why an answer was changed that was there before.
    pub why_changed: &'static str,

    /// The heading of the result.
    pub result: &'static str,
    /// The link to the result.
    pub to_result: &'static str,
    /// The standing of a blank form.
    pub not_yet: &'static str,
    /// What to do with a blank form.
    pub not_yet_help: &'static str,
    /// The heading over warnings.
    pub warnings: &'static str,
    /// The heading over the rows of the calculation.
    pub parts: &'static str,
    /// The column of rows.
    pub part: &'static str,
    /// The column of what was read.
    pub read_value: &'static str,
    /// The column of points or verdicts.
    pub gives: &'static str,
    /// The column of changes.
    pub change: &'static str,
    /// The heading over what is missing.
    pub missing: &'static str,
    /// Explains it.
    pub missing_help: &'static str,
    /// The heading over sources.
    pub sources: &'static str,
    /// A value that is not known.
    pub open: &'static str,

    /// A unit of time, as the axis of a drawing names it.
    pub days: &'static str,
    /// The next longer one.
    pub weeks: &'static str,
    /// The next longer one.
    pub months: &'static str,
    /// The longest one.
    pub years: &'static str,

    /// Saves an export.
    pub export: &'static str,
    /// Opens an export.
    pub import: &'static str,
    /// Empties the form.
    pub clear: &'static str,
    /// Asks before that.
    pub clear_sure: &'static str,
    /// Confirms it.
    pub clear_yes: &'static str,
    /// Takes it back.
    pub clear_no: &'static str,
    /// An export was saved.
    pub exported: &'static str,
    /// A file was taken over, and its result is what it comes to now.
    pub imported: &'static str,
    /// A file was taken over, and its result is another.
    pub imported_differing: &'static str,
    /// More differences than are listed.
    pub and_more: &'static str,
}
