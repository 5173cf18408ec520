//! Everything that has been entered, and the edits that change it.

use super::{Entry, Field, Typed};
use crate::instruments::Choices;
use crate::items::Item;
use crate::scoring::{Finding, Role};

/// What has been entered for the visits of one patient.
///
/// The entries belong to the visits, not to an instrument: choosing another
/// instrument keeps them, and shows those it reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The id of the instrument; empty while none is chosen.
    pub instrument: String,
    /// The rule set.
    pub choices: Choices,
    /// In the order of their places.
    entries: Vec<(Place, Entry)>,
}

/// A visit, by its order, and an item of it.
type Place = (u8, Item);

/// One change to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another instrument, under its default rule set.
    Instrument(&'static str),
    /// Another value of an option: their places.
    Choose {
        /// The option.
        option: usize,
        /// The value.
        value: usize,
    },
    /// An answer to a finding.
    Find(Role, Item, Finding),
    /// A statement, or its withdrawal.
    Attest(Role, Item, Option<bool>),
    /// A code, or its withdrawal.
    Pick(Role, Item, Option<&'static str>),
    /// What an input of a value now holds.
    Type(Role, Item, Field, String),
    /// Everything entered is gone; the instrument and its rule set stay.
    Clear,
}

impl Draft {
    /// A draft for an instrument in which nothing has been entered.
    #[must_use]
    pub fn for_instrument(id: &str) -> Draft {
        Draft { instrument: id.to_owned(), ..Draft::default() }
    }

    /// Applies an edit.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Instrument(id) => {
                id.clone_into(&mut self.instrument);
                self.choices = Choices::default();
            }
            Edit::Choose { option, value } => self.choices.choose(option, value),
            Edit::Find(role, item, finding) => self.set(role, item, Some(Entry::Finding(finding))),
            Edit::Attest(role, item, attested) => {
                self.set(role, item, attested.map(Entry::Attested));
            }
            Edit::Pick(role, item, code) => self.set(role, item, code.map(Entry::Choice)),
            Edit::Type(role, item, field, text) => {
                let mut typed = self.typed(role, item).cloned().unwrap_or_default();
                *typed.text_mut(field) = text;
                self.set(role, item, (!typed.is_blank()).then_some(Entry::Typed(typed)));
            }
            Edit::Clear => self.entries.clear(),
        }
    }

    /// Enters something for an item, or takes it back.
    pub fn set(&mut self, role: Role, item: Item, entry: Option<Entry>) {
        let found = self.find(role, item);
        if let Ok(at) = found {
            self.entries.remove(at);
        }
        if let Some(entry) = entry {
            let (Ok(at) | Err(at)) = found;
            self.entries.insert(at, ((order(role), item), entry));
        }
    }

    /// What was entered for an item.
    #[must_use]
    pub fn entry(&self, role: Role, item: Item) -> Option<&Entry> {
        let at = self.find(role, item).ok()?;
        self.entries.get(at).map(|(_, entry)| entry)
    }

    /// Where something is entered for an item, or where it would be.
    fn find(&self, role: Role, item: Item) -> Result<usize, usize> {
        let place = (order(role), item);
        self.entries.binary_search_by_key(&place, |(place, _)| *place)
    }

    /// What was typed for an item.
    #[must_use]
    pub fn typed(&self, role: Role, item: Item) -> Option<&Typed> {
        match self.entry(role, item)? {
            Entry::Typed(typed) => Some(typed),
            Entry::Finding(_) | Entry::Attested(_) | Entry::Choice(_) => None,
        }
    }

    /// What was entered for a finding.
    #[must_use]
    pub fn finding(&self, role: Role, item: Item) -> Finding {
        match self.entry(role, item) {
            Some(Entry::Finding(finding)) => *finding,
            Some(Entry::Typed(_) | Entry::Attested(_) | Entry::Choice(_)) | None => {
                Finding::NotAssessed
            }
        }
    }

    /// What was entered for a visit, in the order of the dictionary.
    pub fn entries(&self, role: Role) -> impl Iterator<Item = (Item, &Entry)> {
        self.entries
            .iter()
            .filter(move |((entered, _), _)| *entered == order(role))
            .map(|((_, item), entry)| (*item, entry))
    }

    /// How many items something has been entered for.
    #[must_use]
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing has been entered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.entries.is_empty()
    }
}

const fn order(role: Role) -> u8 {
    match role {
        Role::Current => 0,
        Role::Previous => 1,
        Role::Baseline => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_half_typed_is_kept_as_it_is() {
        let mut draft = Draft::for_instrument("eustar-2017");
        draft.apply(Edit::Type(Role::Current, Item::Crp, Field::Value, "0,".to_owned()));
        draft.apply(Edit::Type(Role::Current, Item::Crp, Field::Unit, "mg/L".to_owned()));
        let typed = draft.typed(Role::Current, Item::Crp).expect("typed");
        assert_eq!((typed.value.as_str(), typed.unit.as_str()), ("0,", "mg/L"));
    }

    #[test]
    fn an_emptied_input_is_no_entry() {
        let mut draft = Draft::default();
        draft.apply(Edit::Type(Role::Current, Item::Pga, Field::Value, "1".to_owned()));
        draft.apply(Edit::Type(Role::Current, Item::Pga, Field::Value, String::new()));
        assert!(draft.is_blank());
    }

    #[test]
    fn another_instrument_keeps_the_visits() {
        let mut draft = Draft::for_instrument("sledai-2k");
        draft.apply(Edit::Find(Role::Current, Item::Rash, Finding::Present));
        draft.apply(Edit::Choose { option: 0, value: 2 });
        draft.apply(Edit::Instrument("doris-2021"));
        assert_eq!(draft.finding(Role::Current, Item::Rash), Finding::Present);
        assert_eq!(draft.choices, Choices::default());
    }
}
