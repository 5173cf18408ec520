//! The words of a printed sheet.

/// Words of a printed sheet that stand as they are.
#[derive(Debug)]
pub struct SheetText {
    /// An item that cannot be assessed in this patient.
    pub unassessable: &'static str,
    /// The sign of an answer that was given together with others, and what it
    /// means.
    pub together: (&'static str, &'static str),
    /// The same of a finding that was taken from its measured values.
    pub derived: (&'static str, &'static str),
    /// The same of an answer that was carried over and does not count.
    pub carried: (&'static str, &'static str),
    /// The same of one that cannot be read and does not count.
    pub unread: (&'static str, &'static str),
    /// Before what happened beside the visits.
    pub treatment: &'static str,
    /// Before how the sites of the skin were graded.
    pub skin_method: &'static str,
    /// Before the grades of the muscle groups.
    pub strength: &'static str,
    /// Before the categories of function.
    pub function: &'static str,
    /// Before the points of the ICE score.
    pub ice: &'static str,
    /// Before the domains of BILAG.
    pub bilag: &'static str,
    /// Before the joints that are inflamed.
    pub joints: &'static str,
    /// Before the glucocorticoids as they are prescribed.
    pub doses: &'static str,
    /// Before the days of a dose that is taken once in so many: "once in 3 days".
    pub every: &'static str,
    /// Before the samples of other days.
    pub sampled: &'static str,
    /// Before the unusual values that were said to be right.
    pub confirmed: &'static str,
    /// Before what was decided, and why.
    pub decisions: &'static str,
    /// Before the rule sets, by their names in files.
    pub rule_sets: &'static str,
    /// The line to be signed.
    pub signature: &'static str,
}
