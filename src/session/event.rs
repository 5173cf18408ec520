//! What happened beside the visits of a course.

/// What an event was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Something that only its name tells.
    #[default]
    Other,
    /// The cells were given.
    Infusion,
    /// Tocilizumab was given.
    Tocilizumab,
    /// A glucocorticoid was given against what the cells did.
    Glucocorticoid,
    /// The glucocorticoid for the disease was stopped.
    GlucocorticoidStopped,
    /// The immunosuppressant for the disease was stopped.
    ImmunosuppressantStopped,
    /// B cells were no longer found.
    BCellsGone,
    /// B cells were found again.
    BCellsBack,
}

impl EventKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [EventKind; 8] = [
        EventKind::Infusion,
        EventKind::Tocilizumab,
        EventKind::Glucocorticoid,
        EventKind::GlucocorticoidStopped,
        EventKind::ImmunosuppressantStopped,
        EventKind::BCellsGone,
        EventKind::BCellsBack,
        EventKind::Other,
    ];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            EventKind::Other => "other",
            EventKind::Infusion => "infusion",
            EventKind::Tocilizumab => "tocilizumab",
            EventKind::Glucocorticoid => "glucocorticoid",
            EventKind::GlucocorticoidStopped => "glucocorticoid_stopped",
            EventKind::ImmunosuppressantStopped => "immunosuppressant_stopped",
            EventKind::BCellsGone => "b_cells_gone",
            EventKind::BCellsBack => "b_cells_back",
        }
    }
}

/// Something that happened beside the visits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// What kind it was.
    pub kind: EventKind,
    /// What it was, in the words of whoever entered it.
    pub label: String,
    /// When it was, as typed.
    pub when: String,
    /// Whether days are counted from it.
    pub is_day_zero: bool,
}
