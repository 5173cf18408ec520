//! The words of the comparison of sheets.

/// Words of the comparison that stand as they are.
#[derive(Debug)]
pub struct ComparisonText {
    /// Its heading.
    pub title: &'static str,
    /// What it shows.
    pub lead: &'static str,
    /// The name of the table.
    pub table: &'static str,
    /// The row of totals.
    pub total: &'static str,
    /// The mark of a row in which sheets differ.
    pub differs: &'static str,
    /// Stands in place of rows where there are none.
    pub no_rows: &'static str,
    /// The same where a total is that of a record.
    pub recorded: &'static str,
    /// The heading over the reasons.
    pub why: &'static str,
    /// Over deviations that changed no points, as one answer was entered.
    pub one_answer: &'static str,
    /// The heading over what else makes calculators differ.
    pub elsewhere: &'static str,
    /// What else makes calculators differ.
    pub causes: &'static [&'static str],
}
