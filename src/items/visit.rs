//! A visit: what was answered on one day.

use super::{Answer, Counted, Item, Measured};
use crate::scoring::{Finding, Role, Span};

/// A map from item to answer.
///
/// Each item has a slot that points into the list of answers, so that reading
/// is one step and a blank visit is small.
#[derive(Clone, Debug)]
pub struct Visit {
    /// For each item, one more than the place of its answer; 0 is unanswered.
    slots: [u8; Item::COUNT],
    /// The answers, in the order in which they were given.
    answers: Vec<(Item, Answer)>,
}

impl Visit {
    /// A visit at which nothing was answered.
    pub const BLANK: Visit = Visit { slots: [0; Item::COUNT], answers: Vec::new() };

    /// The answer to an item.
    #[must_use]
    pub fn answer(&self, item: Item) -> Option<Answer> {
        self.find(item).copied()
    }

    /// The same where it stands: a measured value is long to copy.
    fn find(&self, item: Item) -> Option<&Answer> {
        let slot = self.slots.get(item.position()).copied().unwrap_or(0);
        let (_, answer) = self.answers.get(usize::from(slot.checked_sub(1)?))?;
        Some(answer)
    }

    /// Makes room for so many answers at once.
    pub fn reserve(&mut self, answers: usize) {
        self.answers.reserve(answers.min(Item::COUNT));
    }

    /// Answers an item, or answers it anew.
    pub fn set(&mut self, item: Item, answer: Answer) {
        let Some(slot) = self.slots.get_mut(item.position()) else { return };
        match self.answers.get_mut(usize::from(*slot).wrapping_sub(1)) {
            Some(entry) => entry.1 = answer,
            None => {
                self.answers.push((item, answer));
                // The dictionary has fewer items than a slot can count; a
                // constant beside it proves that.
                *slot = u8::try_from(self.answers.len()).unwrap_or(u8::MAX);
            }
        }
    }

    /// What was answered, in the order in which it was given.
    pub fn answers(&self) -> impl Iterator<Item = (Item, Answer)> {
        self.answers.iter().copied()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty()
    }

    /// Whether it says nothing of the patient: that something was not assessed is
    /// the same as no answer.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.answers().all(|(_, answer)| answer == Answer::Finding(Finding::NotAssessed))
    }

    /// A finding; not assessed where nothing was answered.
    #[must_use]
    pub fn finding(&self, item: Item) -> Finding {
        match self.find(item) {
            Some(Answer::Finding(finding)) => *finding,
            Some(
                Answer::Measured(_) | Answer::Count(_) | Answer::Choice(_) | Answer::Attested(_),
            )
            | None => Finding::NotAssessed,
        }
    }

    /// A measured value.
    #[must_use]
    pub fn measured(&self, item: Item) -> Option<&Measured> {
        match self.find(item)? {
            Answer::Measured(measured) => Some(measured),
            Answer::Finding(_) | Answer::Count(_) | Answer::Choice(_) | Answer::Attested(_) => None,
        }
    }

    /// A count or grade.
    #[must_use]
    pub fn count(&self, item: Item) -> Option<Counted> {
        match self.find(item)? {
            Answer::Count(count) => Some(*count),
            Answer::Finding(_) | Answer::Measured(_) | Answer::Choice(_) | Answer::Attested(_) => {
                None
            }
        }
    }

    /// A number, whether measured or counted.
    #[must_use]
    pub fn number(&self, item: Item) -> Option<Span> {
        match self.find(item)? {
            Answer::Measured(measured) => Some(measured.value),
            Answer::Count(count) => Some(count.span()),
            Answer::Finding(_) | Answer::Choice(_) | Answer::Attested(_) => None,
        }
    }

    /// A code that was chosen, and its place among the codes of the item.
    #[must_use]
    pub fn code(&self, item: Item) -> Option<(usize, &'static str)> {
        let Answer::Choice(code) = self.find(item)? else { return None };
        item.choices().iter().position(|known| known == code).map(|place| (place, *code))
    }

    /// An attestation.
    #[must_use]
    pub fn attested(&self, item: Item) -> Option<bool> {
        match self.find(item)? {
            Answer::Attested(attested) => Some(*attested),
            Answer::Finding(_) | Answer::Measured(_) | Answer::Count(_) | Answer::Choice(_) => None,
        }
    }
}

/// Two visits are equal where they hold the same answers, in whatever order
/// these were given.
impl PartialEq for Visit {
    fn eq(&self, other: &Visit) -> bool {
        self.answers.len() == other.answers.len()
            && self.answers().all(|(item, answer)| other.answer(item) == Some(answer))
    }
}

impl Eq for Visit {}

impl FromIterator<(Item, Answer)> for Visit {
    fn from_iter<I: IntoIterator<Item = (Item, Answer)>>(answers: I) -> Visit {
        let mut visit = Visit::BLANK;
        for (item, answer) in answers {
            visit.set(item, answer);
        }
        visit
    }
}

/// The visits of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visits {
    /// The visit that is scored.
    pub current: Visit,
    /// The visit before it; blank where unknown.
    pub previous: Visit,
    /// The visit that a change is measured from; blank where unknown.
    pub baseline: Visit,
}

impl Visits {
    /// Three blank visits.
    pub const BLANK: Visits =
        Visits { current: Visit::BLANK, previous: Visit::BLANK, baseline: Visit::BLANK };

    /// The visit of a role.
    #[must_use]
    pub const fn of(&self, role: Role) -> &Visit {
        match role {
            Role::Current => &self.current,
            Role::Previous => &self.previous,
            Role::Baseline => &self.baseline,
        }
    }

    /// The visit of a role, to be changed.
    pub const fn of_mut(&mut self, role: Role) -> &mut Visit {
        match role {
            Role::Current => &mut self.current,
            Role::Previous => &mut self.previous,
            Role::Baseline => &mut self.baseline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_answered_twice_keeps_the_last_answer() {
        let mut visit = Visit::BLANK;
        visit.set(Item::Rash, Answer::Finding(Finding::Absent));
        visit.set(Item::Fever, Answer::Finding(Finding::Absent));
        visit.set(Item::Rash, Answer::Finding(Finding::Present));
        assert_eq!(visit.finding(Item::Rash), Finding::Present);
        assert_eq!(visit.answers().count(), 2);
    }

    #[test]
    fn nothing_answered_is_not_absent() {
        assert_eq!(Visit::BLANK.finding(Item::Rash), Finding::NotAssessed);
        assert_eq!(Visit::BLANK.count(Item::Mrss), None);
    }

    #[test]
    fn the_order_of_answers_does_not_tell_visits_apart() {
        let rash = (Item::Rash, Answer::Finding(Finding::Present));
        let joints = (Item::InflamedJoints, Answer::Count(3.into()));
        assert_eq!(Visit::from_iter([rash, joints]), Visit::from_iter([joints, rash]));
    }
}
