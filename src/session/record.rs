//! What was entered for one item of a visit, and how it came there.

use super::{Entry, Field, Typed};

/// How an entry came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Someone entered it for this visit.
    #[default]
    Entered,
    /// It was entered together with the rest of its organ system.
    Bulk,
    /// It was copied from the visit before, and nobody has confirmed it yet. It
    /// says nothing of this visit, and is not scored.
    Carried,
}

impl Origin {
    /// All of them.
    pub const ALL: [Origin; 3] = [Origin::Entered, Origin::Bulk, Origin::Carried];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Origin::Entered => "entered",
            Origin::Bulk => "bulk",
            Origin::Carried => "carried",
        }
    }
}

/// What is written beside an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aside {
    /// Why the clinician decided otherwise than the measured value.
    Reason,
    /// When the sample was taken.
    Sampled,
    /// The unusual value that was said to be right.
    Confirmed,
}

impl Aside {
    /// All of them.
    pub const ALL: [Aside; 3] = [Aside::Reason, Aside::Sampled, Aside::Confirmed];

    /// A stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Aside::Reason => "reason",
            Aside::Sampled => "sampled",
            Aside::Confirmed => "confirmed",
        }
    }
}

/// Everything that was entered for an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The answer.
    pub entry: Option<Entry>,
    /// How it came to be.
    pub origin: Origin,
    /// The item cannot be assessed in this patient: it leaves the list of what
    /// is open, and stays not assessed for every score.
    pub unassessable: bool,
    /// What is written beside it, by its place in [`Aside::ALL`].
    asides: [String; 3],
}

impl Record {
    /// What is written beside it.
    #[must_use]
    pub fn aside(&self, aside: Aside) -> &str {
        let [reason, sampled, confirmed] = &self.asides;
        match aside {
            Aside::Reason => reason,
            Aside::Sampled => sampled,
            Aside::Confirmed => confirmed,
        }
    }

    /// The same, to be changed.
    pub fn aside_mut(&mut self, aside: Aside) -> &mut String {
        let [reason, sampled, confirmed] = &mut self.asides;
        match aside {
            Aside::Reason => reason,
            Aside::Sampled => sampled,
            Aside::Confirmed => confirmed,
        }
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> Option<&Typed> {
        match self.entry.as_ref()? {
            Entry::Typed(typed) => Some(typed),
            Entry::Finding(_) | Entry::Attested(_) | Entry::Choice(_) => None,
        }
    }

    /// Types into one of its inputs. A new value is an entry of this visit; a
    /// new unit or limit leaves a value that was carried over unconfirmed.
    pub(super) fn type_into(&mut self, field: Field, text: String) {
        let mut typed = self.typed().cloned().unwrap_or_default();
        *typed.text_mut(field) = text;
        self.entry = (!typed.is_blank()).then_some(Entry::Typed(typed));
        // What was said of the value before is not said of another.
        self.aside_mut(Aside::Confirmed).clear();
        self.unassessable &= self.entry.is_none();
        if field == Field::Value || self.entry.is_none() {
            self.origin = Origin::Entered;
        }
    }

    /// Whether it says nothing at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.entry.is_none() && !self.unassessable && self.asides.iter().all(String::is_empty)
    }

    /// Whether an answer is there and waits to be confirmed.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        self.entry.is_some() && self.origin == Origin::Carried
    }
}
