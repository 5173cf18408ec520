//! The four answers to a finding.

/// What is known of a finding. There is no fifth answer and no default that
/// means "absent".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// Seen, and attributed to the disease.
    Present,
    /// Looked for, and not there.
    Absent,
    /// Nobody looked, or nobody said.
    NotAssessed,
    /// Seen, but attributed to infection, a drug, damage or another disease. It
    /// counts as absent and stays in the record.
    OtherCause,
}

impl Finding {
    /// All four, in the order a form offers them.
    pub const ALL: [Finding; 4] =
        [Finding::Present, Finding::Absent, Finding::NotAssessed, Finding::OtherCause];

    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Finding::Present => "present",
            Finding::Absent => "absent",
            Finding::NotAssessed => "not_assessed",
            Finding::OtherCause => "other_cause",
        }
    }

    /// The finding of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Finding> {
        Finding::ALL.into_iter().find(|finding| finding.code() == code)
    }

    /// Whether the finding counts, where that is known.
    #[must_use]
    pub const fn counts(self) -> Option<bool> {
        match self {
            Finding::Present => Some(true),
            Finding::Absent | Finding::OtherCause => Some(false),
            Finding::NotAssessed => None,
        }
    }
}
