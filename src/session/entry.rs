//! What was entered for one item.

use crate::items::Item;
use crate::scoring::{Finding, Scale};

/// What was entered for an item, as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A finding was answered.
    Finding(Finding),
    /// A statement was made.
    Attested(bool),
    /// A code was chosen.
    Choice(&'static str),
    /// Something was typed.
    Typed(Typed),
}

/// What was typed for a value, half-typed and wrong things included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The value.
    pub value: String,
    /// The unit that was chosen or typed.
    pub unit: String,
    /// The reference limit.
    pub limit: String,
    /// The drug.
    pub drug: String,
}

/// One of the inputs of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The value.
    Value,
    /// The unit.
    Unit,
    /// The reference limit.
    Limit,
    /// The drug.
    Drug,
}

impl Field {
    /// All of them, in the order of a form.
    pub const ALL: [Field; 4] = [Field::Value, Field::Unit, Field::Limit, Field::Drug];

    /// The inputs of an item that has a number.
    pub fn of(item: Item) -> impl Iterator<Item = Field> {
        let scale = item.kind().scale();
        Field::ALL.into_iter().filter(move |field| match field {
            Field::Value => true,
            Field::Unit => scale.is_some_and(Scale::needs_unit),
            Field::Limit => scale.is_some_and(|scale| scale.limit.is_some()),
            Field::Drug => scale.is_some_and(|scale| scale.drug),
        })
    }

    /// A stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Field::Value => "value",
            Field::Unit => "unit",
            Field::Limit => "limit",
            Field::Drug => "drug",
        }
    }
}

impl Typed {
    /// What was typed into an input.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Value => &self.value,
            Field::Unit => &self.unit,
            Field::Limit => &self.limit,
            Field::Drug => &self.drug,
        }
    }

    /// The same, to be changed.
    pub fn text_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Value => &mut self.value,
            Field::Unit => &mut self.unit,
            Field::Limit => &mut self.limit,
            Field::Drug => &mut self.drug,
        }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Field::ALL.iter().all(|field| self.text(*field).trim().is_empty())
    }
}
