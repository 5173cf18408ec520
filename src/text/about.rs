//! The words about the program itself.

/// A heading and what is said below it.
#[derive(Debug)]
pub struct Prose {
    /// The heading.
    pub heading: &'static str,
    /// The points, each a sentence or several.
    pub points: &'static [&'static str],
}

/// What is said of the program itself.
#[derive(Debug)]
pub struct AboutText {
    /// The heading of the page.
    pub title: &'static str,
    /// What it is for.
    pub purpose: Prose,
    /// What it is not for.
    pub limits: Prose,
    /// What becomes of what is entered.
    pub privacy: Prose,

    /// The heading over the instruments.
    pub instruments: &'static str,
    /// What stands in each of them.
    pub instruments_lead: &'static str,
    /// Before what an instrument is called in files.
    pub id: &'static str,
    /// Before its lowest and highest score.
    pub range: &'static str,
    /// Before the cut-off of its criterion: "≥ 2.5".
    pub cutoff: &'static str,
    /// The heading over its options.
    pub options: &'static str,
    /// Behind the value that is taken where nobody chose.
    pub default: &'static str,
    /// The heading over what it cites.
    pub sources: &'static str,

    /// The heading over the tags of evidence.
    pub evidence: &'static str,
    /// What the tags are for.
    pub evidence_lead: &'static str,

    /// The heading over the keys.
    pub keys: &'static str,
    /// Where they work.
    pub keys_lead: &'static str,
    /// The column of keys.
    pub key: &'static str,
    /// The column of what they do.
    pub does: &'static str,
    /// The keys, and what each does.
    pub shortcuts: &'static [(&'static str, &'static str)],

    /// Whose it is, and under which terms it may be used.
    pub licence: Prose,

    /// The heading over version and age.
    pub copy: &'static str,
    /// Before the version.
    pub version: &'static str,
    /// What a copy without a date is.
    pub development: &'static str,
    /// What to do with an old copy.
    pub newer: &'static str,
}
