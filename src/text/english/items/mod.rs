//! The items: one row each, in one table a field.

mod lupus;
mod myositis;
mod safety;
mod sclerosis;
mod treatment;

use crate::items::Item;
use crate::text::ItemText;

/// What is said of one item.
#[derive(Clone, Copy)]
struct Entry {
    item: Item,
    text: ItemText,
}

/// Begins a row with the label and with what counts.
const fn entry(item: Item, label: &'static str, counts: &'static str) -> Entry {
    Entry { item, text: ItemText { label, counts, excludes: "", window: "" } }
}

impl Entry {
    /// Says what does not count.
    const fn excludes(mut self, excludes: &'static str) -> Entry {
        self.text.excludes = excludes;
        self
    }

    /// Says over which time it is judged.
    const fn window(mut self, window: &'static str) -> Entry {
        self.text.window = window;
        self
    }
}

/// The texts at the positions of their items. An item without a text, or with
/// two, stops the build.
const TEXTS: [ItemText; Item::COUNT] = {
    let tables = [
        lupus::JUDGED,
        lupus::MEASURED,
        lupus::DISEASE_ACTIVITY_SCORE,
        lupus::EARLIER_TOTALS,
        lupus::CHANGE,
        sclerosis::INDEX,
        sclerosis::SITES,
        myositis::CORE_SET,
        myositis::MUSCLES,
        myositis::FUNCTION,
        treatment::TREATMENT,
        safety::SAFETY,
        safety::LOCAL_REACTION,
        safety::PLATELETS,
    ];
    let mut texts = [ItemText { label: "", counts: "", excludes: "", window: "" }; Item::COUNT];
    let mut table = 0;
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            let Entry { item, text } = tables[table][row];
            assert!(texts[item.position()].label.is_empty(), "{}", item.id());
            texts[item.position()] = text;
            row += 1;
        }
        table += 1;
    }
    let mut position = 0;
    while position < texts.len() {
        assert!(!texts[position].label.is_empty(), "an item of the dictionary has no text");
        position += 1;
    }
    texts
};

/// The labels, which messages need, apart from what the definitions say: the
/// scorer by itself carries none of those.
static LABELS: [&str; Item::COUNT] = {
    let mut labels = [""; Item::COUNT];
    let mut position = 0;
    while position < labels.len() {
        labels[position] = TEXTS[position].label;
        position += 1;
    }
    labels
};

/// What the definitions say: what counts, what does not, over which time.
static MEANINGS: [[&str; 3]; Item::COUNT] = {
    let mut meanings = [[""; 3]; Item::COUNT];
    let mut position = 0;
    while position < meanings.len() {
        let ItemText { counts, excludes, window, .. } = TEXTS[position];
        meanings[position] = [counts, excludes, window];
        position += 1;
    }
    meanings
};

/// The name of an item on a form.
pub(super) fn label(item: Item) -> &'static str {
    LABELS[item.position()]
}

/// An item, as it is asked by most instruments.
pub(super) fn text(item: Item) -> ItemText {
    let [counts, excludes, window] = MEANINGS[item.position()];
    ItemText { label: label(item), counts, excludes, window }
}

/// The codes of the choices.
const CHOICES: [&[Choice]; 2] = [lupus::CHOICES, safety::CHOICES];

/// A code of a choice item.
pub(super) fn choice(item: Item, code: &str) -> &'static str {
    CHOICES
        .iter()
        .copied()
        .flatten()
        .find(|choice| choice.item == item && choice.code == code)
        .map_or("", |choice| choice.label)
}

/// A code of a choice item and its words.
struct Choice {
    item: Item,
    code: &'static str,
    label: &'static str,
}

/// A row of the choices.
const fn code(item: Item, code: &'static str, label: &'static str) -> Choice {
    Choice { item, code, label }
}
