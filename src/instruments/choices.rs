//! What an instrument leaves open, and what was chosen.

use crate::scoring::{Bands, Exact, Fact};

/// A choice that an instrument leaves open.
#[derive(Debug)]
pub struct OptionDefinition {
    /// The key on the wire.
    pub id: &'static str,
    /// The values, the default first.
    pub values: &'static [OptionValue],
    /// Whether its values are numbers on the wire.
    pub integer: bool,
    /// Against what a verdict is compared to tell whether the choice matters.
    pub compared: Compared,
}

/// One value of an option.
#[derive(Clone, Copy, Debug)]
pub struct OptionValue {
    /// The code on the wire.
    pub code: &'static str,
    /// Where it stands and how well it is confirmed.
    pub fact: Fact,
    /// The bands or levels that it gives the score.
    pub bands: Option<&'static Bands>,
    /// The highest score under it, where that is another than the instrument's.
    pub highest: Option<Exact>,
}

impl OptionValue {
    /// A value that gives the score no bands.
    #[must_use]
    pub const fn new(code: &'static str, fact: Fact) -> OptionValue {
        OptionValue { code, fact, bands: None, highest: None }
    }

    /// A value that gives the score these bands.
    #[must_use]
    pub const fn with_bands(code: &'static str, bands: &'static Bands, fact: Fact) -> OptionValue {
        OptionValue { bands: Some(bands), ..OptionValue::new(code, fact) }
    }

    /// A value under which the score ends elsewhere.
    #[must_use]
    pub const fn ending_at(highest: u32, code: &'static str, fact: Fact) -> OptionValue {
        OptionValue { highest: Some(Exact::whole(highest)), ..OptionValue::new(code, fact) }
    }
}

/// With which other values of an option a verdict is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// With none: the choice is no dispute about the same patient.
    Never,
    /// With every other value.
    WithEvery,
    /// With the default, where another one was chosen.
    WithDefault,
}

/// The value chosen for each option, by its place; the default unless said
/// otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choices([u8; Choices::MOST]);

impl Choices {
    /// The most options an instrument has.
    pub const MOST: usize = 4;

    /// The place of the value chosen for an option.
    #[must_use]
    pub fn place(&self, option: usize) -> usize {
        self.0.get(option).copied().map_or(0, usize::from)
    }

    /// Chooses a value by its place.
    pub fn choose(&mut self, option: usize, place: usize) {
        if let (Some(choice), Ok(place)) = (self.0.get_mut(option), u8::try_from(place)) {
            *choice = place;
        }
    }

    /// These choices with one of them changed.
    #[must_use]
    pub fn with(mut self, option: usize, place: usize) -> Choices {
        self.choose(option, place);
        self
    }

    /// What the place of an option's choice stands for: the default or one of
    /// the others.
    #[must_use]
    pub fn meaning<T: Copy>(&self, option: usize, default: T, others: &[T]) -> T {
        self.place(option)
            .checked_sub(1)
            .and_then(|other| others.get(other))
            .copied()
            .unwrap_or(default)
    }
}
