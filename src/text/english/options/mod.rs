//! Options and their values, and rule sets made of them.

mod rows;

use self::rows::OPTIONS;
use super::{ChoiceText, instruments};
use crate::instruments::Definition;

/// What is said of an option.
struct OptionEntry {
    /// The instrument, where another one means something else by the same
    /// option; its row stands before that of all others.
    of: &'static str,
    id: &'static str,
    text: ChoiceText,
    values: &'static [ValueEntry],
}

/// What is said of a value.
struct ValueEntry {
    code: &'static str,
    text: ChoiceText,
    /// The words for it in a rule set.
    rule: &'static str,
}

/// How many values there are.
const VALUES: usize = {
    let (mut count, mut at) = (0, 0);
    while at < OPTIONS.len() {
        count += OPTIONS[at].values.len();
        at += 1;
    }
    count
};

/// What results and messages say of an option: whose it is, its id and its
/// label. What explains it is apart: the scorer by itself carries none of that.
static OPTION_LABELS: [[&str; 3]; OPTIONS.len()] = {
    let mut labels = [[""; 3]; OPTIONS.len()];
    let mut at = 0;
    while at < labels.len() {
        labels[at] = [OPTIONS[at].of, OPTIONS[at].id, OPTIONS[at].text.label];
        at += 1;
    }
    labels
};

/// What explains an option.
static OPTION_EXPLAINS: [&str; OPTIONS.len()] = {
    let mut explains = [""; OPTIONS.len()];
    let mut at = 0;
    while at < explains.len() {
        explains[at] = OPTIONS[at].text.explains;
        at += 1;
    }
    explains
};

/// What results and messages say of a value: whose its option is, that option,
/// its code, its label, and its words in a rule set.
static VALUE_LABELS: [[&str; 5]; VALUES] = {
    let mut labels = [[""; 5]; VALUES];
    let (mut last, mut at) = (0, 0);
    while at < OPTIONS.len() {
        let OptionEntry { of, id, values, .. } = &OPTIONS[at];
        let mut place = 0;
        while place < values.len() {
            let ValueEntry { code, text, rule } = &values[place];
            labels[last] = [of, id, code, text.label, rule];
            (last, place) = (last + 1, place + 1);
        }
        at += 1;
    }
    labels
};

/// What explains a value.
static VALUE_EXPLAINS: [&str; VALUES] = {
    let mut explains = [""; VALUES];
    let (mut last, mut at) = (0, 0);
    while at < OPTIONS.len() {
        let values = OPTIONS[at].values;
        let mut place = 0;
        while place < values.len() {
            explains[last] = values[place].text.explains;
            (last, place) = (last + 1, place + 1);
        }
        at += 1;
    }
    explains
};

/// Whether a row is for an instrument: for it alone, or for all.
fn is_for(instrument: &str, of: &str) -> bool {
    of.is_empty() || of == instrument
}

/// The label of an option, whichever instrument leaves it open; empty where the
/// name means nothing.
pub(super) fn label(option: &str) -> &'static str {
    let found = OPTION_LABELS.iter().find(|[of, id, _]| of.is_empty() && *id == option);
    found.map_or("", |[.., label]| label)
}

/// An option.
pub(super) fn text(instrument: &str, option: &str) -> ChoiceText {
    let mut labels = OPTION_LABELS.iter();
    let place = labels.position(|[of, id, _]| is_for(instrument, of) && *id == option);
    let label = place.and_then(|place| OPTION_LABELS.get(place)).map_or("", |[.., label]| label);
    let explains = place.and_then(|place| OPTION_EXPLAINS.get(place)).map_or("", |text| text);
    ChoiceText { label, explains }
}

/// The label of a value; empty where the name means nothing.
pub(super) fn value_label(instrument: &str, option: &str, value: &str) -> &'static str {
    find_value(instrument, option, value).map_or("", |(_, [.., label, _])| label)
}

/// A value of an option.
pub(super) fn value(instrument: &str, option: &str, value: &str) -> ChoiceText {
    let place = find_value(instrument, option, value).map(|(place, _)| place);
    let explains = place.and_then(|place| VALUE_EXPLAINS.get(place)).map_or("", |text| text);
    ChoiceText { label: value_label(instrument, option, value), explains }
}

/// What is said of a value, and its place.
fn find_value(
    instrument: &str,
    option: &str,
    value: &str,
) -> Option<(usize, &'static [&'static str; 5])> {
    let mut values = VALUE_LABELS.iter().enumerate();
    values.find(|(_, [of, id, code, ..])| is_for(instrument, of) && *id == option && *code == value)
}

/// A rule set: the name of the instrument and the words of its values.
pub(super) fn rule_set(definition: &Definition, values: &[&str]) -> String {
    let rules = definition.options.iter().zip(values).filter_map(|(option, value)| {
        find_value(definition.id, option.id, value).map(|(_, [.., rule])| *rule)
    });
    std::iter::once(instruments::name(definition.id)).chain(rules).collect::<Vec<_>>().join(", ")
}
