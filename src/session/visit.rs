//! A visit while it is entered.

use super::worksheet::{BilagSheet, DoseSheet, IceSheet, JointSheet, SkinMethod};
use super::{Aside, Entry, Field, Laboratory, Origin, Record, Typed};
use crate::items::Item;
use crate::scoring::Finding;

/// Which visit of a course. A number is never given twice within one course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VisitId(pub u32);

/// What a visit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// To judge the disease.
    #[default]
    Visit,
    /// To grade what cell therapy does: once a day or more often, and between
    /// two visits.
    SafetyCheck,
}

impl Occasion {
    /// Both.
    pub const ALL: [Occasion; 2] = [Occasion::Visit, Occasion::SafetyCheck];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Occasion::Visit => "visit",
            Occasion::SafetyCheck => "safety_check",
        }
    }
}

/// What has been entered for one visit, exactly as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitDraft {
    /// Which visit it is.
    pub id: VisitId,
    /// What it is for.
    pub occasion: Occasion,
    /// What it is called: "baseline", "month 3".
    pub label: String,
    /// When it was, as typed.
    pub when: String,
    /// When its samples were taken, as typed, where that was another day.
    pub sampled: String,
    /// What was worked out beside the items.
    pub worksheets: Worksheets,
    /// In the order of the dictionary.
    records: Vec<(Item, Record)>,
}

/// What was worked out beside the items of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheets {
    /// The joints that were examined.
    pub joints: JointSheet,
    /// The glucocorticoids that are taken.
    pub doses: DoseSheet,
    /// How the sites of the skin were graded.
    pub skin_method: Option<SkinMethod>,
    /// The points of the ICE score that were tested.
    pub ice: IceSheet,
    /// What is new in the domains of BILAG.
    pub bilag: BilagSheet,
}

impl VisitDraft {
    /// A visit for which nothing has been entered.
    #[must_use]
    pub fn new(id: VisitId) -> VisitDraft {
        VisitDraft::on(Occasion::Visit, id)
    }

    /// The same, on an occasion.
    #[must_use]
    pub fn on(occasion: Occasion, id: VisitId) -> VisitDraft {
        VisitDraft {
            id,
            occasion,
            label: String::new(),
            when: String::new(),
            sampled: String::new(),
            worksheets: Worksheets::default(),
            records: Vec::new(),
        }
    }

    /// A visit that begins with what was answered at another. Nothing of it
    /// counts until it is confirmed; what belongs to that day alone stays there.
    #[must_use]
    pub fn carried_from(other: &VisitDraft, id: VisitId) -> VisitDraft {
        let carried = |(item, record): &(Item, Record)| {
            let says = matches!(&record.entry, Some(entry) if *entry != NOTHING_SAID);
            // That something could not be assessed is of that day as well.
            let stays = *item == Item::FirstVisit || !says;
            let mut record = record.clone();
            record.origin = Origin::Carried;
            for aside in Aside::ALL {
                record.aside_mut(aside).clear();
            }
            (!stays).then_some((*item, record))
        };
        VisitDraft {
            records: other.records.iter().filter_map(carried).collect(),
            ..VisitDraft::on(other.occasion, id)
        }
    }

    /// Lets go of an answer that was carried over and not confirmed.
    pub(super) fn drop_carried(&mut self, item: Item) {
        self.record_mut(item, |record| {
            if record.is_carried() {
                record.entry = None;
                record.origin = Origin::Entered;
            }
        });
    }

    /// The visit with every unit and limit that it took from a lab profile
    /// written into it; `None` where it took none.
    pub(super) fn settled(&self, laboratory: &Laboratory) -> Option<VisitDraft> {
        let mut settled = self.clone();
        for (item, record) in &mut settled.records {
            if let Some(Entry::Typed(typed)) = &mut record.entry
                && !typed.value.trim().is_empty()
            {
                *typed = laboratory.fill(*item, typed);
            }
        }
        (settled != *self).then_some(settled)
    }

    /// What was entered for an item.
    #[must_use]
    pub fn record(&self, item: Item) -> Option<&Record> {
        let at = self.find(item).ok()?;
        self.records.get(at).map(|(_, record)| record)
    }

    /// Changes what was entered for an item.
    pub fn record_mut(&mut self, item: Item, change: impl FnOnce(&mut Record)) {
        let found = self.find(item);
        let mut record = match found {
            Ok(at) => self.records.remove(at).1,
            Err(_) => Record::default(),
        };
        change(&mut record);
        let (Ok(at) | Err(at)) = found;
        if !record.is_blank() {
            self.records.insert(at, (item, record));
        }
    }

    /// Where something is entered for an item, or where it would be.
    fn find(&self, item: Item) -> Result<usize, usize> {
        self.records.binary_search_by_key(&item, |(item, _)| *item)
    }

    /// Everything entered, in the order of the dictionary.
    pub fn records(&self) -> impl Iterator<Item = (Item, &Record)> {
        self.records.iter().map(|(item, record)| (*item, record))
    }

    /// What was entered for an item.
    #[must_use]
    pub fn entry(&self, item: Item) -> Option<&Entry> {
        self.record(item)?.entry.as_ref()
    }

    /// What was typed for an item.
    #[must_use]
    pub fn typed(&self, item: Item) -> Option<&Typed> {
        self.record(item)?.typed()
    }

    /// What an input of an item holds.
    #[must_use]
    pub fn text(&self, item: Item, field: Field) -> &str {
        self.typed(item).map_or("", |typed| typed.text(field))
    }

    /// What was answered to a finding.
    #[must_use]
    pub fn finding(&self, item: Item) -> Finding {
        match self.entry(item) {
            Some(Entry::Finding(finding)) => *finding,
            Some(Entry::Typed(_) | Entry::Attested(_) | Entry::Choice(_)) | None => {
                Finding::NotAssessed
            }
        }
    }

    /// The answers that wait to be confirmed. A value of another day is
    /// confirmed by itself, and never with others.
    pub fn carried_answers(&self) -> impl Iterator<Item = Item> {
        let is_answer = |record: &Record| record.is_carried() && record.typed().is_none();
        self.records().filter(move |(_, record)| is_answer(record)).map(|(item, _)| item)
    }

    /// The items that wait to be confirmed.
    pub fn carried(&self) -> impl Iterator<Item = Item> {
        self.records().filter(|(_, record)| record.is_carried()).map(|(item, _)| item)
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let VisitDraft { id: _, occasion: _, label, when, sampled, worksheets, records } = self;
        let texts = [label, when, sampled];
        texts.iter().all(|text| text.is_empty())
            && *worksheets == Worksheets::default()
            && records.is_empty()
    }
}

/// An answer that says as little as none.
const NOTHING_SAID: Entry = Entry::Finding(Finding::NotAssessed);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_over_waits_for_a_confirmation() {
        let mut visit = VisitDraft::new(VisitId(1));
        visit.record_mut(Item::Rash, |record| {
            record.entry = Some(Entry::Finding(Finding::Present));
            *record.aside_mut(Aside::Reason) = "biopsy".into();
        });
        visit.record_mut(Item::Fever, |record| record.entry = Some(NOTHING_SAID));
        visit.record_mut(Item::FirstVisit, |record| record.entry = Some(Entry::Attested(true)));
        let next = VisitDraft::carried_from(&visit, VisitId(2));
        assert_eq!(next.carried().collect::<Vec<_>>(), [Item::Rash]);
        assert_eq!(next.record(Item::Rash).map(|record| record.aside(Aside::Reason)), Some(""));
        assert_eq!(next.record(Item::FirstVisit), None);
        assert_eq!(next.record(Item::Fever), None);
    }

    #[test]
    fn a_new_value_confirms_what_was_carried_over_and_a_new_unit_does_not() {
        let mut visit = VisitDraft::new(VisitId(1));
        visit.record_mut(Item::Crp, |record| record.type_into(Field::Value, "5".into()));
        let mut next = VisitDraft::carried_from(&visit, VisitId(2));
        next.record_mut(Item::Crp, |record| record.type_into(Field::Unit, "mg/L".into()));
        assert_eq!(next.carried().count(), 1);
        next.record_mut(Item::Crp, |record| record.type_into(Field::Value, "6".into()));
        assert_eq!(next.carried().count(), 0);
    }

    #[test]
    fn an_emptied_input_is_no_entry() {
        let mut visit = VisitDraft::new(VisitId(1));
        visit.record_mut(Item::Pga, |record| record.type_into(Field::Value, "1".into()));
        visit.record_mut(Item::Pga, |record| record.type_into(Field::Value, String::new()));
        assert!(visit.is_blank());
    }
}
