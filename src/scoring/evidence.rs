//! How well a fact is confirmed, and where it stands.

/// How the people who wrote a table came to know a fact. It is shown beside the
/// fact: nothing that is not [`Evidence::Primary`] is presented as the published
/// rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Read in the primary paper's own abstract, table or text.
    Primary,
    /// Read only in a secondary source.
    Secondary,
    /// General knowledge of the field, not confirmed in a source.
    Unconfirmed,
    /// Follows from other facts by arithmetic.
    Derived,
    /// A choice of this project where the literature is silent.
    Choice,
}

impl Evidence {
    /// All tags, best confirmed first.
    pub const ALL: [Evidence; 5] = [
        Evidence::Primary,
        Evidence::Secondary,
        Evidence::Unconfirmed,
        Evidence::Derived,
        Evidence::Choice,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Evidence::Primary => "primary",
            Evidence::Secondary => "secondary",
            Evidence::Unconfirmed => "unconfirmed",
            Evidence::Derived => "derived",
            Evidence::Choice => "choice",
        }
    }
}

/// Where a fact stands and how well it is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// How it is known.
    pub evidence: Evidence,
    /// The place, in words: where it is one of the instrument's [`Source`]s,
    /// its key and the table, section or sentence that was read.
    pub locator: &'static str,
}

impl Fact {
    /// A fact and its place.
    #[must_use]
    pub const fn new(evidence: Evidence, locator: &'static str) -> Fact {
        Fact { evidence, locator }
    }
}

/// A published work, cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// First author and year, unique within an instrument.
    pub key: &'static str,
    /// The bibliographic reference.
    pub reference: &'static str,
    /// The DOI, where one is known.
    pub doi: Option<&'static str>,
    /// How the reference itself is known.
    pub evidence: Evidence,
}
