//! Sentences made of several words: mentions and warnings.

use super::{items, options};
use crate::items::Item;
use crate::scoring::{Mention, Role, Warning, WarningCode};

/// An item of a visit, as it stands inside a sentence or a list.
pub(super) fn mention(mention: Mention) -> String {
    let name = name(mention.id);
    match mention.role {
        Role::Current => name,
        Role::Previous => format!("earlier visit: {name}"),
        Role::Baseline => format!("baseline: {name}"),
    }
}

/// What is mentioned, without its visit.
fn name(id: &str) -> String {
    match (Item::from_id(id), id) {
        (Some(item), _) => inside_sentence(items::label(item)),
        (None, "enzyme") => "a muscle enzyme".to_owned(),
        (None, other) => other.to_owned(),
    }
}

/// A label inside a sentence: small, unless it begins with a short form.
pub(super) fn inside_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() => {
            [first.to_ascii_lowercase(), second].into_iter().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// Joins names: "a", "a and b", "a, b and c".
pub(super) fn listed(names: &[String], conjunction: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {conjunction} {last}", others.join(", ")),
    }
}

/// A warning, as a sentence or two that say what to do.
pub(super) fn warning(warning: &Warning) -> String {
    let items = warning.items.as_slice();
    match warning.code {
        WarningCode::Conflict => conflict(items),
        WarningCode::AttributionUnconfirmed => format!(
            "Counted from the number alone: {}. Confirm that the disease is the cause, or answer \
             “other cause”.",
            annotated(items, OTHER_CAUSES, "also seen with "),
        ),
        WarningCode::Boundary => format!(
            "Exactly where sources differ: {}. Check the value and the rule set.",
            annotated(items, BOUNDARIES, ""),
        ),
        WarningCode::RuleSetMatters => rule_set_matters(warning.option.unwrap_or_default()),
        WarningCode::EnzymePanelIncomplete => format!(
            "The most abnormal enzyme was chosen among those measured at baseline, without {}.",
            listed(&items.iter().map(|mention| name(mention.id)).collect::<Vec<_>>(), "and"),
        ),
        WarningCode::Prorated => {
            "A mean of fewer than all categories: those left unanswered were not counted."
                .to_owned()
        }
        WarningCode::OrganSupportWithoutFever => {
            "Not CRS by these criteria although organ support is given: fever was neither measured \
             nor, as stated, masked by treatment."
                .to_owned()
        }
        WarningCode::TotalEntered => total_entered(items),
        WarningCode::TotalNotUsed => format!(
            "Not used, as findings or values of its visit were entered, which leave more open: {}. \
             Complete the findings, or take them back.",
            names(items),
        ),
        WarningCode::ValueCapped => format!(
            "The value lies beyond the end that this project sets to the formula, and counts as \
             that end: {}. The formula itself would give more points.",
            names(items),
        ),
        WarningCode::BaselineZero => format!(
            "No percentage can be taken of a baseline of 0: {}. Zero that stays is no change, and \
             a rise from it a worsening.",
            names(items),
        ),
        WarningCode::RecentPulse => {
            "A glucocorticoid pulse was given since the earlier visit. The daily dose leaves it \
             out: read the result with it in mind."
                .to_owned()
        }
    }
}

/// Totals of records, and whether it was said where they were found.
fn total_entered(items: &[Mention]) -> String {
    let (sources, totals): (Vec<Mention>, Vec<Mention>) =
        items.iter().partition(|mention| mention.id == Item::SledaiTotalSource.id());
    let source = if sources.is_empty() { "" } else { " Where it was found was not said." };
    format!("Taken from a record, without the items behind it: {}.{source}", names(&totals))
}

/// What else changes a number that counts for a finding.
const OTHER_CAUSES: &[(Item, &str)] = &[
    (Item::Fever, "infection"),
    (Item::Leukopenia, "infection, drugs or lymphodepletion"),
    (Item::Thrombocytopenia, "infection, drugs or lymphodepletion"),
    (Item::Pyuria, "infection"),
    (Item::Hematuria, "stones or infection"),
    (Item::Proteinuria, "damage or another kidney disease"),
    (Item::GlucocorticoidIncreasedForActivity, "other reasons for a higher dose"),
];

/// On what sources differ.
const BOUNDARIES: &[(Item, &str)] = &[
    (Item::Arthritis, "some sheets count this number of joints, others ask for more"),
    (Item::Proteinuria, "above the limit as rounded in mg/mmol, not above it in g/g"),
    (Item::Pga, "this value is too high by the definition, low enough by another paper’s table"),
    (Item::Glucocorticoid, "the abstract allows this dose, the table does not"),
];

/// Two entries that contradict each other in a way of their own.
const SPECIAL_CONFLICTS: &[(Item, &str)] = &[
    (
        Item::FirstVisit,
        "“First visit” is stated beside an earlier protein value: the earlier value is used. \
         Check both.",
    ),
    (
        Item::Mrss,
        "The skin sites cannot add up to the mRSS that was entered: the total entered is used. \
         Check both.",
    ),
    (Item::Sledai2kTotal, RECORDED_TOTAL),
    (Item::SelenaSledaiTotal, RECORDED_TOTAL),
    (Item::SelenaSledaiHybridTotal, RECORDED_TOTAL),
    (Item::Sledai1992Total, RECORDED_TOTAL),
    (
        Item::NoNewActivity,
        "“No new activity” is stated beside a new finding: the statement is used. Check both.",
    ),
    (
        Item::GlucocorticoidIncreasedForActivity,
        "The doses contradict what was entered on a glucocorticoid increase: the entry is used. \
         Check both.",
    ),
];

/// A total beside findings that cannot add up to it.
const RECORDED_TOTAL: &str = "The findings that were entered cannot add up to the recorded total: \
                              the findings are used. Check both.";

/// A state at the earlier visit is no value to compare with.
const EARLIER_PROTEIN: &str = "At the earlier visit the protein value contradicts what was entered \
                               for proteinuria: the comparison uses the value. Check both.";

/// Contradictions: the usual ones together, each special one by itself.
fn conflict(items: &[Mention]) -> String {
    let (usual, special): (Vec<Mention>, Vec<Mention>) =
        items.iter().partition(|mention| special_conflict(**mention).is_none());
    let usual = (!usual.is_empty()).then(|| {
        format!(
            "A measured value contradicts what was entered for {}: the entry is used. Check both.",
            names(&usual),
        )
    });
    let special = special.into_iter().filter_map(special_conflict).map(str::to_owned);
    usual.into_iter().chain(special).collect::<Vec<_>>().join(" ")
}

/// The sentence for a contradiction that is not a value against an entry.
fn special_conflict(mention: Mention) -> Option<&'static str> {
    let item = Item::from_id(mention.id)?;
    match (mention.role, item) {
        (Role::Previous, Item::Proteinuria) => Some(EARLIER_PROTEIN),
        _ => note(item, SPECIAL_CONFLICTS),
    }
}

/// Another value of an option gives another verdict.
fn rule_set_matters(option: &str) -> String {
    match option {
        "mrss_rule" => "Another rule for an mRSS up to its cut-off gives another verdict for this \
                        patient. The abstract does not settle it: report the rule with the result."
            .to_owned(),
        "glucocorticoid_limit" => {
            "The paper’s abstract and table disagree on this dose: the other \
                                   reading gives another verdict for this patient. Report the \
                                   limit with the result."
                .to_owned()
        }
        "sledai" => {
            "On SLEDAI-2K, the default sheet, the verdict for this patient differs. Report \
                     the sheet with the result."
                .to_owned()
        }
        other => format!(
            "Another choice of “{}” gives another verdict for this patient.",
            options::label(other),
        ),
    }
}

/// The names of several items, one after another.
fn names(items: &[Mention]) -> String {
    let names: Vec<String> = items.iter().copied().map(mention).collect();
    listed(&names, "and")
}

/// Names with a remark behind each that has one.
fn annotated(items: &[Mention], remarks: &[(Item, &str)], lead: &str) -> String {
    let names: Vec<String> = items
        .iter()
        .map(|mentioned| {
            let name = mention(*mentioned);
            match Item::from_id(mentioned.id).and_then(|item| note(item, remarks)) {
                Some(remark) => format!("{name} ({lead}{remark})"),
                None => name,
            }
        })
        .collect();
    names.join("; ")
}

/// The remark on an item.
fn note<'a>(item: Item, remarks: &[(Item, &'a str)]) -> Option<&'a str> {
    remarks.iter().find(|(remarked, _)| *remarked == item).map(|(_, remark)| *remark)
}

/// A phrase as the beginning of a line.
pub(super) fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| {
        [first.to_ascii_uppercase()].into_iter().chain(letters).collect()
    })
}
