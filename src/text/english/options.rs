//! Options and their values, and rule sets made of them.

use super::{ChoiceText, instruments};
use crate::instruments::Definition;

/// What is said of an option.
struct OptionEntry {
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

/// A row for an option.
const fn option(
    id: &'static str,
    label: &'static str,
    explains: &'static str,
    values: &'static [ValueEntry],
) -> OptionEntry {
    OptionEntry { id, text: ChoiceText { label, explains }, values }
}

/// A row for a value.
const fn choice(
    code: &'static str,
    label: &'static str,
    explains: &'static str,
    rule: &'static str,
) -> ValueEntry {
    ValueEntry { code, text: ChoiceText { label, explains }, rule }
}

/// The options of all instruments.
const OPTIONS: &[OptionEntry] = &[
    option(
        "bands",
        "Bands",
        "The published scheme that names a total. Schemes disagree.",
        &[
            choice(
                "five_level",
                "Five levels",
                "None, mild, moderate, high, very high.",
                "five-level bands",
            ),
            choice(
                "four_level",
                "Four levels",
                "None, low, moderate, high: from a review and a national guideline.",
                "four-level bands",
            ),
            choice(
                "bsr",
                "British guideline",
                "None, mild, moderate, severe: from the guideline of 2018, as restated.",
                "British guideline bands",
            ),
        ],
    ),
    option(
        "window_days",
        "Window",
        "How far back findings and laboratory values count. Never mix windows in one score.",
        &[
            choice("10", "10 days", "The window first published.", "10-day window"),
            choice("30", "30 days", "A window validated for SLEDAI-2K.", "30-day window"),
        ],
    ),
    option(
        "glucocorticoid_limit",
        "Glucocorticoid limit",
        "The paper’s abstract and its table disagree on a dose exactly at the limit.",
        &[
            choice(
                "at_most_5",
                "At most 5 mg/d",
                "As in the abstract: the limit itself is allowed.",
                "prednisolone at most 5 mg/d",
            ),
            choice(
                "below_5",
                "Below 5 mg/d",
                "As in the table: the limit itself is too much.",
                "prednisolone below 5 mg/d",
            ),
        ],
    ),
    option(
        "sledai",
        "SLEDAI sheet",
        "The sheet whose clinical score has to be zero.",
        &[
            choice(
                "sledai-2k",
                "SLEDAI-2K",
                "Lasting rash, hair loss, ulcers and proteinuria are activity.",
                "on SLEDAI-2K",
            ),
            choice(
                "selena-sledai",
                "SELENA-SLEDAI",
                "Proteinuria is activity only if new or rising.",
                "on SELENA-SLEDAI",
            ),
            choice(
                "selena-sledai-hybrid",
                "SELENA-SLEDAI hybrid",
                "SELENA-SLEDAI, but lasting proteinuria is activity.",
                "on the SELENA-SLEDAI hybrid",
            ),
            choice(
                "sledai-1992",
                "SLEDAI 1992",
                "Rash, hair loss and ulcers are activity only if new or recurrent, proteinuria if \
                 new or rising.",
                "on SLEDAI 1992",
            ),
        ],
    ),
    option(
        "mrss_rule",
        "Skin score up to the cut-off",
        "How an mRSS at or below its cut-off counts. The abstract does not say.",
        &[
            choice(
                "fractional",
                "A fraction for each point",
                "From a secondary source; that it ends at the weight above the cut-off is this project’s choice.",
                "mRSS up to 18 counted as 0.084 each",
            ),
            choice(
                "binary",
                "Nothing",
                "Only what the abstract prints counts.",
                "mRSS up to 18 counted as 0",
            ),
        ],
    ),
    option(
        "population",
        "Patient",
        "Which thresholds name the response.",
        &[
            choice("adult", "Adult", "Dermatomyositis or polymyositis of adults.", "adults"),
            choice("juvenile", "Juvenile", "Juvenile dermatomyositis.", "juvenile patients"),
        ],
    ),
    option(
        "strength_scale",
        "Strength scale",
        "Change is taken in percent of its maximum. Use one scale at both visits.",
        &[
            choice(
                "mmt8_bilateral",
                "MMT8, both sides",
                "Neck flexors once, seven groups on both sides.",
                "MMT8 of 150",
            ),
            choice("mmt8_unilateral", "MMT8, one side", "Eight groups, one side.", "MMT8 of 80"),
            choice("mmt24", "MMT24", "All groups of the long form.", "MMT24 of 260"),
            choice("cmas", "CMAS", "For juvenile patients only.", "CMAS of 52"),
        ],
    ),
    option(
        "enzyme",
        "Muscle enzyme",
        "One enzyme is compared at both visits.",
        &[
            choice(
                "auto",
                "Most abnormal at baseline",
                "The highest multiple of its own upper limit; the papers do not define it.",
                "most abnormal enzyme at baseline",
            ),
            choice("ck", "CK", "Creatine kinase, whichever is most abnormal.", "CK"),
            choice("aldolase", "Aldolase", "Aldolase, whichever is most abnormal.", "aldolase"),
            choice("ldh", "LDH", "Lactate dehydrogenase, whichever is most abnormal.", "LDH"),
            choice("ast", "AST", "Aspartate transaminase, whichever is most abnormal.", "AST"),
            choice("alt", "ALT", "Alanine transaminase, whichever is most abnormal.", "ALT"),
        ],
    ),
];

/// How many values there are.
const VALUES: usize = {
    let (mut count, mut at) = (0, 0);
    while at < OPTIONS.len() {
        count += OPTIONS[at].values.len();
        at += 1;
    }
    count
};

/// What results and messages say of an option: its id and its label. What
/// explains it is apart: the scorer by itself carries none of that.
static OPTION_LABELS: [[&str; 2]; OPTIONS.len()] = {
    let mut labels = [[""; 2]; OPTIONS.len()];
    let mut at = 0;
    while at < labels.len() {
        labels[at] = [OPTIONS[at].id, OPTIONS[at].text.label];
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

/// What results and messages say of a value: its option, its code, its label,
/// and its words in a rule set.
static VALUE_LABELS: [[&str; 4]; VALUES] = {
    let mut labels = [[""; 4]; VALUES];
    let (mut last, mut at) = (0, 0);
    while at < OPTIONS.len() {
        let OptionEntry { id, values, .. } = &OPTIONS[at];
        let mut place = 0;
        while place < values.len() {
            let ValueEntry { code, text, rule } = &values[place];
            labels[last] = [id, code, text.label, rule];
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

/// The label of an option; empty where the name means nothing.
pub(super) fn label(option: &str) -> &'static str {
    let found = OPTION_LABELS.iter().find(|[id, _]| *id == option);
    found.map_or("", |[_, label]| label)
}

/// An option.
pub(super) fn text(option: &str) -> ChoiceText {
    let place = OPTION_LABELS.iter().position(|[id, _]| *id == option);
    let explains = place.and_then(|place| OPTION_EXPLAINS.get(place)).map_or("", |text| text);
    ChoiceText { label: label(option), explains }
}

/// The label of a value; empty where the name means nothing.
pub(super) fn value_label(option: &str, value: &str) -> &'static str {
    find_value(option, value).map_or("", |[_, _, label, _]| label)
}

/// A value of an option.
pub(super) fn value(option: &str, value: &str) -> ChoiceText {
    let place = VALUE_LABELS.iter().position(|[id, code, ..]| *id == option && *code == value);
    let explains = place.and_then(|place| VALUE_EXPLAINS.get(place)).map_or("", |text| text);
    ChoiceText { label: value_label(option, value), explains }
}

/// What is said of a value.
fn find_value(option: &str, value: &str) -> Option<&'static [&'static str; 4]> {
    VALUE_LABELS.iter().find(|[id, code, ..]| *id == option && *code == value)
}

/// A rule set: the name of the instrument and the words of its values.
pub(super) fn rule_set(definition: &Definition, values: &[&str]) -> String {
    let rules = definition
        .options
        .iter()
        .zip(values)
        .filter_map(|(option, value)| find_value(option.id, value).map(|[.., rule]| *rule));
    std::iter::once(instruments::name(definition.id)).chain(rules).collect::<Vec<_>>().join(", ")
}
