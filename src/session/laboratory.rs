//! The units and limits of one laboratory, entered once and used along a course.

use super::{Field, Typed, VisitDraft};
use crate::items::Item;

/// A lab profile: what the laboratory prints beside every value.
///
/// It also holds the unit of the analogue scales, which does not change from
/// one measure to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laboratory {
    /// Unit and limit by item, in the order of the dictionary; the other inputs
    /// are blank.
    rows: Vec<(Item, Typed)>,
}

impl Laboratory {
    /// The inputs of an item that a profile can hold.
    pub fn fields(item: Item) -> impl Iterator<Item = Field> {
        Field::of(item).filter(|field| matches!(field, Field::Unit | Field::Limit))
    }

    /// The items that a profile can hold something for.
    pub fn items() -> impl Iterator<Item = Item> {
        Item::all().filter(|item| Laboratory::fields(*item).next().is_some())
    }

    /// What it says of an item.
    #[must_use]
    pub fn text(&self, item: Item, field: Field) -> &str {
        self.row(item).map_or("", |typed| typed.text(field))
    }

    fn row(&self, item: Item) -> Option<&Typed> {
        let at = self.rows.binary_search_by_key(&item, |(item, _)| *item).ok()?;
        self.rows.get(at).map(|(_, typed)| typed)
    }

    /// What it says, item by item.
    pub fn rows(&self) -> impl Iterator<Item = (Item, &Typed)> {
        self.rows.iter().map(|(item, typed)| (*item, typed))
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rows.is_empty()
    }

    /// Says something of an item; a blank text takes it back.
    pub fn set(&mut self, item: Item, field: Field, text: String) {
        if !Laboratory::fields(item).any(|known| known == field) {
            return;
        }
        let found = self.rows.binary_search_by_key(&item, |(item, _)| *item);
        let mut typed = match found {
            Ok(at) => self.rows.remove(at).1,
            Err(_) => Typed::default(),
        };
        *typed.text_mut(field) = text;
        let (Ok(at) | Err(at)) = found;
        if !typed.is_blank() {
            self.rows.insert(at, (item, typed));
        }
    }

    /// Takes over what was typed at a visit, and keeps the rest.
    pub fn learn(&mut self, visit: &VisitDraft) {
        for item in Laboratory::items() {
            for field in Laboratory::fields(item) {
                let typed = visit.typed(item).map_or("", |typed| typed.text(field)).trim();
                if !typed.is_empty() {
                    self.set(item, field, typed.to_owned());
                }
            }
        }
    }

    /// Whether a visit says something that this does not.
    #[must_use]
    pub fn could_learn(&self, visit: &VisitDraft) -> bool {
        let mut learned = self.clone();
        learned.learn(visit);
        learned != *self
    }

    /// What was typed, with the blanks filled in. Where the visit and the
    /// profile give different units, the limit of the profile is for another
    /// unit and is left out.
    #[must_use]
    pub fn fill(&self, item: Item, typed: &Typed) -> Typed {
        let mut filled = typed.clone();
        let Some(profile) = self.row(item) else { return filled };
        let other_unit = !filled.unit.trim().is_empty() && filled.unit.trim() != profile.unit;
        for field in Laboratory::fields(item) {
            let is_limit_of_another_unit = field == Field::Limit && other_unit;
            if filled.text(field).trim().is_empty() && !is_limit_of_another_unit {
                profile.text(field).clone_into(filled.text_mut(field));
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::VisitId;

    fn typed(value: &str, unit: &str, limit: &str) -> Typed {
        Typed { value: value.into(), unit: unit.into(), limit: limit.into(), drug: String::new() }
    }

    #[test]
    fn a_profile_fills_what_was_left_blank_and_nothing_else() {
        let mut profile = Laboratory::default();
        profile.set(Item::C3, Field::Limit, "0.9".into());
        profile.set(Item::Platelets, Field::Unit, "10*9/L".into());
        assert_eq!(profile.fill(Item::C3, &typed("0.7", "", "")), typed("0.7", "", "0.9"));
        assert_eq!(profile.fill(Item::C3, &typed("0.7", "", "0.8")), typed("0.7", "", "0.8"));
        assert_eq!(profile.fill(Item::Platelets, &typed("90", "/uL", "")), typed("90", "/uL", ""),);
        // A limit in another unit is no limit.
        assert_eq!(profile.fill(Item::C3, &typed("85", "mg/dL", "")), typed("85", "mg/dL", ""));
        assert_eq!(profile.fill(Item::C4, &typed("1", "", "")), typed("1", "", ""));
    }

    #[test]
    fn a_profile_holds_units_and_limits_alone() {
        let mut profile = Laboratory::default();
        profile.set(Item::Rash, Field::Value, "1".into());
        profile.set(Item::C3, Field::Value, "1".into());
        assert!(profile.is_blank());
        assert!(Laboratory::items().any(|item| item == Item::Ck));
        assert!(Laboratory::items().all(|item| item != Item::Pga));
    }

    #[test]
    fn a_profile_is_learned_from_a_visit() {
        let mut visit = VisitDraft::new(VisitId(1));
        visit.record_mut(Item::C3, |record| record.type_into(Field::Limit, "0.9".into()));
        let mut profile = Laboratory::default();
        assert!(profile.could_learn(&visit));
        profile.learn(&visit);
        assert_eq!(profile.text(Item::C3, Field::Limit), "0.9");
        assert!(!profile.could_learn(&visit));
    }
}
