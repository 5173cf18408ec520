//! The words of the page itself.

use super::sentences::{capitalised, inside_sentence};
use super::{English, Language, items};
use crate::contract::FileProblem;
use crate::instruments::{Assessment, Derivation, find};
use crate::items::Item;
use crate::scoring::{
    Bounds, Category, Exact, Finding, LimitName, Mention, Outcome, Part, PartValue, Role,
    Threshold, Verdict, decimal,
};
use crate::text::PageText;

/// The words that stand as they are.
pub(super) static PAGE: PageText = PageText {
    purpose: "Disease-activity and response scores for lupus, systemic sclerosis and myositis.",
    private: "Nothing you enter leaves this device.",
    offline: "Works without a network: this device keeps the program.",
    intended: "Intended for research, education and checking manual scores. Not CE-marked or \
               FDA-cleared. Not to be used alone for treatment decisions.",
    choose: "Choose a score",
    all_instruments: "All scores",
    not_found: "There is no such page",
    cohort_title: "Cohort",
    reference_title: "Reference",
    not_found_help: "The address names no score that this version has.",
    skip: "Skip to the content",

    rule_set: "Rule set",
    what_counts: "What counts",
    excludes: "Does not count:",
    window: "Time:",
    from_values: "From values:",
    source: "Source:",
    points: "points",
    sites: "Enter the 17 sites instead",
    value: "Value",
    unit: "Unit",
    choose_unit: "choose",
    lower_limit: "Lower limit",
    detection_limit: "Detection limit",
    upper_limit: "Upper limit",
    drug: "Drug",
    yes: "Yes",
    no: "No",
    not_stated: "Not stated",
    ask_cause: "This counts from the number alone. Is the disease the cause?",
    cause_disease: "Yes, the disease",
    cause_other: "No, another cause",

    why_changed: "Reason for the change",
    result: "Result",
    to_result: "Show the result",
    not_yet: "Not yet",
    not_yet_help: "Nothing has been answered. What is left open is never taken as absent.",
    warnings: "Please note",
    parts: "How it adds up",
    part: "Item",
    read_value: "Read as",
    gives: "Gives",
    change: "Change",
    missing: "Still open",
    missing_help: "Only these could still change the result.",
    sources: "Sources",
    open: "open",

    days: "days",
    weeks: "weeks",
    months: "months",
    years: "years",

    export: "Save as JSON",
    import: "Open a JSON file",
    clear: "Clear",
    clear_sure: "Clear everything that was entered?",
    clear_yes: "Yes, clear",
    clear_no: "Keep it",
    exported: "Saved as a file.",
    imported: "Restored from the file. The result was computed anew and agrees with the stored one.",
    imported_differing: "Restored from the file. The result was computed anew and differs from the \
                         stored one; what you see is the new one.",
    and_more: "There are more differences.",
};

/// How many decimals a score is shown with.
const DECIMALS: u32 = 3;

/// A number as it is shown.
pub(super) fn number(value: Exact) -> String {
    decimal(value, DECIMALS, super::DECIMAL_MARK)
}

/// A range as it is shown.
pub(super) fn range(bounds: Bounds) -> String {
    match bounds.known() {
        Some(known) => number(known),
        None => format!("{} to {}", number(bounds.lowest()), number(bounds.highest())),
    }
}

/// The standing of a result, in a few words.
pub(super) fn headline(assessment: &Assessment, answered: bool) -> String {
    if !answered {
        return PAGE.not_yet.to_owned();
    }
    let judgement = &assessment.judgement;
    if let Some(verdict) = judgement.verdict {
        let text = English.instrument(assessment.definition.id);
        return capitalised(match verdict {
            Verdict::Met => text.met,
            Verdict::NotMet => text.not_met,
            Verdict::Undetermined => text.undetermined,
        });
    }
    match (judgement.score, judgement.category) {
        (Some(score), _) => match score.known() {
            Some(score) => number(score),
            None => format!("At least {} so far", number(score.lowest())),
        },
        (None, Some(Category::Known(name))) => {
            capitalised(English.category(assessment.definition.id, name))
        }
        (None, Some(Category::Open)) => capitalised(English.verdict(Verdict::Undetermined)),
        (None, None) => String::new(),
    }
}

/// What else is to be said of a result, line by line.
pub(super) fn details(assessment: &Assessment, answered: bool, leaves_unused: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if !answered {
        lines.push(PAGE.not_yet_help.to_owned());
        return lines;
    }
    let judgement = &assessment.judgement;
    let open = match judgement.missing.len() {
        1 => "1 item open".to_owned(),
        many => format!("{many} items open"),
    };
    match (judgement.score, judgement.verdict) {
        (Some(score), Some(_)) => match score.known() {
            Some(score) => lines.push(format!("Score {}", number(score))),
            None => lines.push(format!("Score {}, {open}", range(score))),
        },
        (Some(score), None) if score.is_open() => lines.push(format!("{}, {open}", range(score))),
        (None, _) if !judgement.missing.is_empty() => lines.push(open),
        _ => {}
    }
    let deciding = deciding(assessment);
    if !deciding.is_empty() {
        lines.push(deciding);
    }
    // Without a score the level is what stands above.
    if let (Some(Category::Known(name)), Some(_)) = (judgement.category, judgement.score) {
        lines.push(capitalised(English.category(assessment.definition.id, name)));
    }
    if let Some(clinical) = judgement.clinical {
        lines.push(format!("Clinical score, without serology: {}", range(clinical)));
    }
    if judgement.is_complete() && !leaves_unused {
        lines.push("Complete: nothing that is open could change it.".to_owned());
    }
    lines
}

/// Which criteria decided: those of a verdict that are not met, with what was
/// read; where criteria come to a level, those that brought it about. Empty where
/// there are none.
pub(super) fn deciding(assessment: &Assessment) -> String {
    let id = assessment.definition.id;
    let has = |verdict: Verdict| {
        let parts = assessment.judgement.parts.iter();
        parts.filter(move |part| part.outcome == Outcome::Criterion(verdict))
    };
    let is_criterion = |part: &Part| matches!(part.outcome, Outcome::Criterion(_));
    let are_criteria = assessment.judgement.parts.iter().all(is_criterion);
    if assessment.judgement.verdict.is_none() && are_criteria {
        let met: Vec<&str> = has(Verdict::Met).map(|part| English.part(id, part.id)).collect();
        return if met.is_empty() { String::new() } else { format!("Fired: {}", met.join("; ")) };
    }
    let failed: Vec<String> = has(Verdict::NotMet)
        .map(|part| match part.value {
            PartValue::Open => English.part(id, part.id).to_owned(),
            value => {
                let read = part_value(id, part.id, value, part.outcome.is_open());
                format!("{} {read}", English.part(id, part.id))
            }
        })
        .collect();
    if failed.is_empty() { String::new() } else { format!("Not met: {}", failed.join("; ")) }
}

/// What a value above a limit waits for.
pub(super) const NEEDS_EARLIER: &str = "Above the limit. It counts only if it is new or has risen: \
                                        enter the earlier value, or tick that this is the first \
                                        visit.";

/// Which of two measurements of one thing is used.
pub(super) fn measured_twice(used: Item) -> String {
    format!(
        "Measured in two ways: {} is used.",
        English.mention(Mention::of(Role::Current, used.id()))
    )
}

/// What one answer would lead to; empty where it would decide nothing.
pub(super) fn consequence(finding: Finding, assessment: &Assessment) -> String {
    let judgement = &assessment.judgement;
    let text = English.instrument(assessment.definition.id);
    let outcome = match (judgement.verdict, judgement.score, judgement.category) {
        (Some(Verdict::Met), ..) => text.met.to_owned(),
        (Some(Verdict::NotMet), ..) => text.not_met.to_owned(),
        (Some(Verdict::Undetermined) | None, Some(score), _) => range(score),
        (None, None, Some(Category::Known(name))) => {
            English.category(assessment.definition.id, name).to_owned()
        }
        (Some(Verdict::Undetermined) | None, None, _) => return String::new(),
    };
    format!("{}: {outcome}", English.finding(finding).to_ascii_lowercase())
}

/// A cut-off: "> 5", "< 100 ×10⁹/L".
pub(super) fn threshold(threshold: Threshold, unit: &'static str) -> String {
    let unit = English.unit(unit);
    let space = if unit.is_empty() { "" } else { "\u{a0}" };
    format!("{}\u{a0}{}{space}{unit}", threshold.relation.sign(), number(threshold.limit))
}

/// How measured values say whether a finding is there.
pub(super) fn derivation(derivation: Derivation) -> String {
    match derivation {
        Derivation::Beyond { by, threshold: limit } => {
            let unit = by.kind().scale().map_or("", |scale| scale.canonical_code());
            format!("counts when {}", threshold(limit, unit))
        }
        Derivation::AboveLimit { .. } => {
            "counts when above the upper limit of the laboratory".to_owned()
        }
        Derivation::BelowLimit { by } => match by.kind().limit() {
            Some(LimitName::Detection) => "counts when below what the laboratory can detect",
            _ => "counts when below the lower limit of the laboratory",
        }
        .to_owned(),
        Derivation::LowComplement { ch50 } => {
            let any = if ch50 { "any" } else { "C3 or C4" };
            format!(
                "counts when {any} is below the lower limit of the laboratory; does not when C3 \
                 and C4 both are normal"
            )
        }
        Derivation::Protein { above, rise: None } => {
            format!("counts when {} or {}", threshold(above, "g/d"), threshold(above, "g/g"))
        }
        Derivation::Protein { above, rise: Some(rise) } => format!(
            "counts when {} or {}, and new or risen by {}",
            threshold(above, "g/d"),
            threshold(above, "g/g"),
            threshold(rise, "")
        ),
    }
}

/// What a measured value was taken to say.
pub(super) fn derived(counts: bool, derivation: Derivation) -> String {
    let verdict = if counts { "Counts as present" } else { "Counts as absent" };
    format!("{verdict}: {}.", self::derivation(derivation))
}

/// What stands where several values, or none, settle a part.
pub(super) const NO_SINGLE_VALUE: &str = "–";

/// What was read for a part of an instrument.
pub(super) fn part_value(instrument: &str, part: &str, value: PartValue, is_open: bool) -> String {
    match value {
        PartValue::Open if is_open => PAGE.open.to_owned(),
        PartValue::Open => NO_SINGLE_VALUE.to_owned(),
        PartValue::State(finding) => English.finding(finding).to_ascii_lowercase(),
        PartValue::Number(value) => number(value),
        PartValue::Attested(true) => PAGE.yes.to_ascii_lowercase(),
        PartValue::Attested(false) => PAGE.no.to_ascii_lowercase(),
        PartValue::Code(code) => {
            let rows = find(instrument).map_or(&[][..], |it| it.definition().rows);
            let row = rows.iter().find(|row| row.id == part);
            let label = row.and_then(|row| row.rule.item()).map(|item| items::choice(item, code));
            inside_sentence(label.unwrap_or(code))
        }
    }
}

/// Why a file was not taken over.
pub(super) fn file_problem(problem: &FileProblem) -> String {
    format!("This file was not opened: {}. The form is as it was.", why_not_read(problem))
}

/// Why a file was not taken over.
pub(super) fn why_not_read(problem: &FileProblem) -> String {
    match problem {
        FileProblem::TooLarge => "it is larger than any export of Rheumscore".to_owned(),
        FileProblem::NotJson => "it is not a complete JSON file".to_owned(),
        FileProblem::DuplicateKey { path } => format!("{path} stands in it twice"),
        FileProblem::Foreign => "it is no export of Rheumscore".to_owned(),
        FileProblem::Newer { version } => {
            format!("a later version of Rheumscore wrote it ({version}). Open it with that version")
        }
        FileProblem::Broken { path } => {
            format!("{path} is missing in it or is not what an export holds")
        }
    }
}

/// A number that can mean either of two.
pub(super) fn ambiguous(typed: &str) -> String {
    format!("“{typed}” can mean two numbers. Which one?")
}

/// A place where a file and the computation differ.
pub(super) fn difference(path: &str, stored: &str, computed: &str) -> String {
    let shown =
        |value: &str| if value.is_empty() { "nothing".to_owned() } else { value.to_owned() };
    format!("{path}: the file says {}, computed {}", shown(stored), shown(computed))
}
