//! The words of the comparison of sheets.

use super::page::{number, threshold};
use super::sentences::{inside_sentence, listed};
use super::{English, Language};
use crate::instruments::sledai::{Deviation, Difference};
use crate::items::Item;
use crate::scoring::Exact;
use crate::text::ComparisonText;

/// The words that stand as they are.
pub(super) static COMPARISON: ComparisonText = ComparisonText {
    title: "Why does another calculator give another number?",
    lead: "Four sheets go by the name of SLEDAI. This is what this visit comes to on each of \
           them.",
    table: "This visit on the four SLEDAI sheets",
    total: "Total",
    differs: "differs",
    no_rows: "Nothing entered so far gives points on any sheet.",
    recorded: "The total of a sheet was taken from a record, without the findings behind it: they \
               cannot be compared.",
    why: "Why they differ",
    one_answer: "Here one answer stands for all four sheets, although they ask for different \
                 things:",
    elsewhere: "What else makes calculators differ",
    causes: &[
        "Boxes left unticked: many forms read them as absent. Here they stay open, and the score \
         is a range.",
        "Arthritis: some forms ask for at least 2 joints, others for more than 2. Few say which.",
        "Proteinuria: on some sheets a lasting one counts, on others only one that is new or \
         rising. Forms that go by the name of SELENA do either.",
        "Limits: a value exactly on its limit does not count for fever, blood counts, urine cells \
         or protein; some forms count it.",
        "Complement: low C3 and low C4 are one item, and some forms count them apart.",
        "Cause: infection, drugs and damage also change numbers. A form that cannot say so counts \
         them as lupus.",
        "The window of time: findings of the last 10 days and of the last 30 are not the same.",
        "Weights copied wrongly, or an item left out.",
    ],
};

/// In what sheets differ from SLEDAI-2K over a descriptor.
pub(super) fn deviation(deviation: &Deviation) -> String {
    let Deviation { item, difference, sheets } = deviation;
    let names: Vec<String> =
        sheets.iter().map(|sheet| English.instrument(sheet).name.to_owned()).collect();
    let names = listed(&names, "and");
    let several = sheets.len() > 1;
    let text = English.item_for(sheets.first().copied().unwrap_or_default(), *item);
    match *difference {
        Difference::Limit { by, usual, theirs } => format!(
            "{}: {} on SLEDAI-2K, {} on {names}.",
            English.item(by).label,
            threshold(usual, canonical_unit(by)),
            threshold(theirs, canonical_unit(by)),
        ),
        Difference::NewOrRising(rise) => format!(
            "{names} {} it only if it is new or has risen by {}, in a day or per gram of \
             creatinine. On the other sheets a lasting one counts as well.",
            counts(several),
            threshold(rise, "g"),
        ),
        Difference::NewOrRecurrent => format!(
            "{names} {} it only if it is new or recurrent. On the other sheets a lasting one \
             counts as well.",
            counts(several),
        ),
        Difference::CountsMore => {
            format!("{names} {} more: {}", counts(several), inside_sentence(text.counts))
        }
        Difference::RulesOutMore => {
            let rule = if several { "rule" } else { "rules" };
            format!("{names} {rule} out more: {}", inside_sentence(text.excludes))
        }
    }
}

fn counts(several: bool) -> &'static str {
    if several { "count" } else { "counts" }
}

fn canonical_unit(item: Item) -> &'static str {
    item.kind().scale().map_or("", |scale| scale.canonical_code())
}

/// Descriptors that are open on every sheet.
pub(super) fn open_on_all(items: &[Item]) -> String {
    match items {
        [] => String::new(),
        [only] => format!("Open on all four sheets, and widening each total: {}.", name(*only)),
        many => format!("{} items are open on all four sheets and widen each total.", many.len()),
    }
}

/// Descriptors answered once although the sheets ask for different things.
pub(super) fn asked_differently(items: &[Item]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let names: Vec<String> = items.iter().map(|item| name(*item)).collect();
    format!(
        "Answered as not counting, although the sheets ask for different things and another one \
         might count it: {}.",
        listed(&names, "and")
    )
}

fn name(item: Item) -> String {
    inside_sentence(English.item(item).label)
}

/// A test of the weights of a calculator.
pub(super) fn all_present(highest: Exact) -> String {
    format!(
        "To test the weights of any SLEDAI calculator, answer every item as present: the total \
         has to be {}.",
        number(highest)
    )
}
