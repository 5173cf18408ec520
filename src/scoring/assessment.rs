//! What an instrument says of a patient.

use super::{Bounds, Exact, Finding, Verdict};

/// Which of a request's visits something belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The visit that is scored.
    Current,
    /// The visit before it.
    Previous,
    /// The visit that a change is measured from.
    Baseline,
}

impl Role {
    /// All three.
    pub const ALL: [Role; 3] = [Role::Current, Role::Previous, Role::Baseline];

    /// The key on the wire.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Role::Current => "current",
            Role::Previous => "previous",
            Role::Baseline => "baseline",
        }
    }
}

/// An item of a visit, named: `proteinuria`, `previous.proteinuria`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// The visit.
    pub role: Role,
    /// The item's id, or the name of what stands for several of them.
    pub id: &'static str,
}

impl Mention {
    /// An item of a visit.
    #[must_use]
    pub const fn of(role: Role, id: &'static str) -> Mention {
        Mention { role, id }
    }
}

/// What was read for a part: enough to redo it by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartValue {
    /// Not known, or not one value.
    Open,
    /// The state that was entered.
    State(Finding),
    /// The measurement in its canonical unit, or the total or difference that
    /// was compared.
    Number(Exact),
    /// The attestation that was given.
    Attested(bool),
    /// The code that was chosen.
    Code(&'static str),
}

impl PartValue {
    /// A number, where it is known.
    #[must_use]
    pub fn known(number: Option<Exact>) -> PartValue {
        number.map_or(PartValue::Open, PartValue::Number)
    }
}

/// What a part contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Points of a sum.
    Points(Bounds),
    /// One criterion of several.
    Criterion(Verdict),
}

impl Outcome {
    /// Whether more than one is possible.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Outcome::Points(points) => points.is_open(),
            Outcome::Criterion(verdict) => verdict == Verdict::Undetermined,
        }
    }
}

/// One row of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id: the item's, or the criterion's.
    pub id: &'static str,
    /// What it contributes.
    pub outcome: Outcome,
    /// What was read.
    pub value: PartValue,
    /// For a part that compares two visits on a range: the change in percent of
    /// that range. The outer option says whether the part has one, the inner
    /// whether it is known.
    pub percent: Option<Option<Exact>>,
    /// For a part that one of several items stands for: which, once chosen.
    pub chosen: Option<Option<&'static str>>,
}

impl Part {
    /// A part without percentage or choice.
    #[must_use]
    pub const fn new(id: &'static str, outcome: Outcome, value: PartValue) -> Part {
        Part { id, outcome, value, percent: None, chosen: None }
    }
}

/// Something a reader must know beside the result. The order is the order in
/// which warnings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningCode {
    /// Two entries contradict each other.
    Conflict,
    /// A finding counts from a number alone; nobody said the disease caused it.
    AttributionUnconfirmed,
    /// A value stands exactly where sources differ.
    Boundary,
    /// Another rule set gives another verdict.
    RuleSetMatters,
    /// The most abnormal enzyme was chosen among fewer than all five.
    EnzymePanelIncomplete,
    /// A mean was taken over fewer than all categories.
    Prorated,
    /// Organ support is given although the criteria are not met.
    OrganSupportWithoutFever,
    /// A glucocorticoid pulse since the previous visit.
    RecentPulse,
    /// A total was taken from a record, without the items behind it.
    TotalEntered,
    /// A total of a record was not taken, as findings of its visit were entered.
    TotalNotUsed,
    /// A value beyond the end of a formula was taken for that end.
    ValueCapped,
    /// A change relative to a baseline of zero, which has no percentage.
    BaselineZero,
}

impl WarningCode {
    /// All codes in the order of listing.
    pub const ALL: [WarningCode; 12] = [
        WarningCode::Conflict,
        WarningCode::AttributionUnconfirmed,
        WarningCode::Boundary,
        WarningCode::RuleSetMatters,
        WarningCode::EnzymePanelIncomplete,
        WarningCode::Prorated,
        WarningCode::OrganSupportWithoutFever,
        WarningCode::RecentPulse,
        WarningCode::TotalEntered,
        WarningCode::TotalNotUsed,
        WarningCode::ValueCapped,
        WarningCode::BaselineZero,
    ];

    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            WarningCode::Conflict => "conflict",
            WarningCode::AttributionUnconfirmed => "attribution_unconfirmed",
            WarningCode::Boundary => "boundary",
            WarningCode::RuleSetMatters => "rule_set_matters",
            WarningCode::EnzymePanelIncomplete => "enzyme_panel_incomplete",
            WarningCode::Prorated => "prorated",
            WarningCode::OrganSupportWithoutFever => "organ_support_without_fever",
            WarningCode::RecentPulse => "recent_pulse",
            WarningCode::TotalEntered => "total_entered",
            WarningCode::TotalNotUsed => "total_not_used",
            WarningCode::ValueCapped => "value_capped",
            WarningCode::BaselineZero => "baseline_zero",
        }
    }
}

/// A warning and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What kind.
    pub code: WarningCode,
    /// The items it concerns.
    pub items: Vec<Mention>,
    /// The option it concerns.
    pub option: Option<&'static str>,
}

impl Warning {
    /// A warning about items.
    #[must_use]
    pub const fn about(code: WarningCode, items: Vec<Mention>) -> Warning {
        Warning { code, items, option: None }
    }
}

/// A named band or level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// More than one is still possible.
    Open,
    /// Only this one is.
    Known(&'static str),
}

impl Category {
    /// Known where there is one, open where there is none.
    #[must_use]
    pub const fn from_known(known: Option<&'static str>) -> Category {
        match known {
            Some(name) => Category::Known(name),
            None => Category::Open,
        }
    }
}

/// What a rule says of a request. Fields that the instrument does not have are
/// `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// The score, or what it can still be.
    pub score: Option<Bounds>,
    /// The score without serology, in the SLEDAI family.
    pub clinical: Option<Bounds>,
    /// Whether the instrument's criterion is met.
    pub verdict: Option<Verdict>,
    /// The band or level.
    pub category: Option<Category>,
    /// The rows of the calculation, in the instrument's order.
    pub parts: Vec<Part>,
    /// What could still change score, verdict or category, and nothing else.
    pub missing: Vec<Mention>,
    /// What a reader must know.
    pub warnings: Vec<Warning>,
}

impl Judgement {
    /// Whether score, verdict and category can no longer change.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.score.is_none_or(|score| !score.is_open())
            && self.verdict != Some(Verdict::Undetermined)
            && self.category != Some(Category::Open)
    }

    /// Adds a warning where it has something to be about.
    pub fn warn(&mut self, code: WarningCode, items: Vec<Mention>) {
        if !items.is_empty() {
            self.warnings.push(Warning::about(code, items));
        }
    }
}
