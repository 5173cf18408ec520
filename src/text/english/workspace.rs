//! The words of the workspace.

use super::page::{PAGE, number};
use super::sentences::{capitalised, listed};
use super::{English, Language};
use crate::instruments::Assessment;
use crate::items::Item;
use crate::scoring::{Bounds, Category, Exact, Mention, Role, Verdict};
use crate::text::WorkspaceText;

/// The words that stand as they are.
pub(super) static WORKSPACE: WorkspaceText = WorkspaceText {
    hero: "Score a visit once. Know what is not known.",
    lead: "Disease activity and response in lupus, systemic sclerosis and myositis, with every \
           number traced to its source. It runs in this browser: nothing you enter leaves this \
           device.",
    begin: "Start a visit",
    begun: "A course is being entered.",
    same_patient: "The same patient",
    next_patient: "Another patient: clear and start",
    go_on: "Go on with it",
    examples: "See an example",
    examples_hint: "Invented patients before and after treatment. What is \
                    entered has to be saved or cleared first.",
    loading: "Loading …",
    not_loaded: "The rest of the program could not be loaded; what you have entered is still here. \
                 Check the connection and try again. If that does not help, load the page again.",
    try_again: "Try again",
    opening: "Opening the example …",
    example_refused: "What is entered here is in no file yet. Save it, or clear it for the next \
                      patient; then open the example.",
    example_failed: "The example could not be loaded. What you entered is as it was.",
    updated: "This is the new version, with what you had entered.",
    updated_differing: "This is the new version, with what you had entered. It computed the \
                        results anew, and some differ; what you see is the new ones.",
    given_back: "This is the new version, and this is what you had entered: copy it into a file to \
                 keep it.",
    promises: [
        (
            "Blank is not zero.",
            "An item nobody assessed widens the score; it never counts as absent.",
        ),
        (
            "Values in, items out.",
            "Enter the laboratory values; the rule that reads them is shown.",
        ),
        (
            "Sources on the page.",
            "Every weight and cut-off names its paper and how well it is confirmed.",
        ),
        ("Nothing is kept.", "Closing the tab forgets everything, unless you switch keeping on."),
    ],
    pages: "Pages",
    visit_title: "Visit",
    course_title: "Course",
    about_title: "About",
    back_to_visit: "Back to the visit",

    undo: "Undo",
    redo: "Redo",
    search: "Find an item",

    visits: "Visits",
    this_visit: "This visit",
    add_visit: "Add a visit",
    add_check: "Add a safety check",
    add_earlier: "Add an earlier visit",
    copy_last: "Copy the last visit",
    label: "Name of the visit",
    label_hint: "Such as baseline, month 3. Never the name of a person.",
    when: "When",
    date: "Date",
    day: "Day",
    sampled_all: "Samples taken on",
    sampled: "Sample taken on",
    not_a_date: "The day of the visit is no date. Write it as 2026-03-14.",
    not_a_day: "The day of the visit is no whole number, such as -14 or 28.",
    sampled_unreadable: "The day of the samples cannot be read.",
    in_the_future: "The visit is dated in the future.",
    same_day: "Another visit has the same day.",
    baseline: "baseline",
    make_baseline: "Measure changes from this visit",
    course_panel: "Patient and course",
    pseudonym: "Pseudonym",
    pseudonym_hint: "A code such as P-017. Never a name, a date of birth or a record number.",
    timing: "Place visits by",
    dates: "Dates",
    days: "Days from day zero",
    timing_hint: "Choosing days turns each date into a day counted from the infusion or the \
                  baseline, and forgets the dates, here and in everything that is saved.",
    events: "Treatment and events",
    event_kind: "What",
    event: "Note, such as the dose",
    add_event: "Add an event",
    day_zero: "Count days from it",
    remove: "Remove",

    carried: "From the visit before, not counted yet.",
    confirm: "Still holds",
    confirm_all: "All answers still hold",
    unassessable: "Cannot be assessed in this patient",
    below: "Printed as < (below)",
    above: "Printed as > (above)",
    override_reason: "This differs from the value. Why? (kept with the answer)",
    follow_value: "Go by the value",
    value_is_right: "It is right",

    scores: "Scores",
    laboratory: "Laboratory: units and limits",
    laboratory_hint: "Entered once, used wherever a visit leaves unit or limit blank.",
    learn: "Take over the units and limits of this visit",
    save_laboratory: "Save the lab profile",
    open_laboratory: "Open a lab profile",
    laboratory_opened: "The units and limits were taken over from the file.",

    results: "Results",
    to_results: "Show results",
    refused: "Not scored",
    is_baseline: "Starting point",
    is_baseline_help: "A response is measured from the baseline to a later visit. Add one, or an \
                       earlier visit as the baseline.",
    no_rule_matters: "Any other choice gives the same for this patient.",
    sources_and_limits: "Sources and limits",
    reference_page: "Reference page",
    standing: "Result",
    around_infusion: "Around the infusion",
    toxicity_drawn: "Grades of CRS and ICANS by day, and what was given against them",
    course_drawn: "B cells, drugs that were stopped, and visits over the whole course",
    day_by_day: "Day by day",
    given_and_stopped: "Given and stopped",
    visit_or_check: "Visit or check",
    level: "Level",
    needs_visits: "With two visits or more, every score is drawn over time here.",
    needs_days: "Two visits or more need a day to be drawn over time.",

    output: "Use it",
    copy_note: "Copy a note",
    save_course: "Save",
    save_table: "Save a table (CSV)",
    print: "Print",
    open_course: "Open a saved file",
    saved: "Saved as a file.",
    copied: "Copied. Paste it into the record.",
    not_copied: "This browser did not allow copying. The note stands here to be copied by hand:",
    note: "Note",
    dismiss: "Close",
    clear: "Clear for the next patient",
    clear_sure: "Everything entered goes, and cannot be brought back.",
    clear_yes: "Yes, clear",
    clear_no: "Keep it",
    keep: "Keep this course in this browser",
    keep_hint: "Off: closing the tab forgets it. On: it stays in the storage of this browser on \
                this device, readable to whoever uses it, until you switch this off or clear.",
    keep_refused: "This browser did not keep the course: its storage is full or forbidden. What \
                   you entered is still here; save it as a file.",
    keep_off: "Stop keeping",
    keep_damaged: "Something is kept in this browser that cannot be opened: it is damaged, or \
                   another version kept it. It was left as it is.",
    keep_erase: "Erase it",
    keep_elsewhere: "Another tab has changed the course that is kept in this browser.",
    keep_theirs: "Take over the other one",
    keep_mine: "Keep this one",
};

/// How many of something: "1 item", "3 items".
fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    }
}

/// How many items of a group are open; nothing where none is.
pub(super) fn open_items(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!("{count} open"),
    }
}

/// Answers the rest of a group.
pub(super) fn rest_absent(count: usize) -> String {
    format!("Mark {} examined and absent", counted(count, "open finding", "open findings"))
}

/// Confirms the rest of a group.
pub(super) fn confirm_rest(count: usize) -> String {
    match count {
        1 => "1 answer still holds".to_owned(),
        count => format!("{count} answers still hold"),
    }
}

/// How much waits to be confirmed.
pub(super) fn carried_waiting(count: usize) -> String {
    format!(
        "{} copied from the visit before. Nothing of it counts until you confirm it; values are \
         confirmed one by one.",
        counted(count, "answer was", "answers were")
    )
}

/// The name of a visit without one.
pub(super) fn visit_number(number: usize) -> String {
    format!("Visit {number}")
}

/// The name of a check of safety without one.
pub(super) fn check_number(number: usize) -> String {
    format!("Safety check {number}")
}

/// A kind of event.
pub(super) fn event(kind: &str) -> &'static str {
    match kind {
        "infusion" => "CAR-T infusion",
        "tocilizumab" => "Tocilizumab",
        "glucocorticoid" => "Glucocorticoid for toxicity",
        "glucocorticoid_stopped" => "Glucocorticoid for the disease stopped",
        "immunosuppressant_stopped" => "Immunosuppressant stopped",
        "b_cells_gone" => "B cells no longer found",
        "b_cells_back" => "B cells found again",
        _ => "Something else",
    }
}

/// What a lane of a drawing shows.
pub(super) fn lane(code: &str) -> &'static str {
    match code {
        "crs-astct-2019" => "CRS grade",
        "icans-astct-2019" => "ICANS grade",
        "tocilizumab" => "Tocilizumab",
        "glucocorticoid" | "glucocorticoid_stopped" => "Glucocorticoid",
        "immunosuppressant_stopped" => "Immunosuppr.",
        "b_cells_gone" => "B cells absent",
        _ => "",
    }
}

/// A day, counted from day zero.
pub(super) fn day(day: i32) -> String {
    if day < 0 { format!("day \u{2212}{}", day.unsigned_abs()) } else { format!("day {day}") }
}

/// Takes a visit away.
pub(super) fn remove_visit(name: &str) -> String {
    format!("Remove “{name}”")
}

/// How many items were found.
pub(super) fn found(count: usize) -> String {
    match count {
        0 => "No item of this form has that name.".to_owned(),
        count => format!("{}. Enter goes to the first.", counted(count, "item", "items")),
    }
}

/// What the last edit was about.
pub(super) fn last_edit(items: &[Item]) -> String {
    match items {
        [] => String::new(),
        [item] => English.item(*item).label.to_owned(),
        items => format!("{} answers", items.len()),
    }
}

/// A sample outside of the window.
pub(super) fn sampled_outside(days: i32) -> String {
    let days_of = |days: u32| counted(usize::try_from(days).unwrap_or(usize::MAX), "day", "days");
    if days < 0 {
        format!(
            "Sampled {} after the visit: outside of the window of this score.",
            days_of(days.unsigned_abs())
        )
    } else {
        format!(
            "Sampled {} before the visit: outside of the window of this score.",
            days_of(days.unsigned_abs())
        )
    }
}

/// What is entered and not used.
pub(super) fn unused(entries: &[Mention]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let names: Vec<String> = entries.iter().map(|it| English.mention(*it)).collect();
    format!("Not used, because it cannot be read: {}.", listed(&names, "and"))
}

/// The level of a result; empty where it has none yet.
pub(super) fn level(assessment: &Assessment) -> String {
    match assessment.judgement.category {
        Some(Category::Known(name)) => {
            capitalised(English.category(assessment.definition.id, name))
        }
        Some(Category::Open) | None => String::new(),
    }
}

/// How a result stands, with its level.
pub(super) fn standing(assessment: &Assessment) -> String {
    let headline = English.headline(assessment, true);
    if assessment.judgement.score.is_none() {
        return headline;
    }
    match level(assessment) {
        level if level.is_empty() => headline,
        level => format!("{headline}, {}", level.to_ascii_lowercase()),
    }
}

/// What another rule would say.
pub(super) fn under_another_rule(label: &str, standing: &str) -> String {
    format!("With “{label}”: {standing}.")
}

/// What has changed since another visit; empty where that is not known.
pub(super) fn change(role: Role, difference: Option<Bounds>, before: Option<Verdict>) -> String {
    let visit = match role {
        Role::Current => return String::new(),
        Role::Previous => "the visit before",
        Role::Baseline => "baseline",
    };
    let mut told: Vec<String> = Vec::new();
    if let Some(difference) = difference {
        told.push(match difference.known() {
            Some(known) if known == Exact::ZERO => format!("No change since {visit}"),
            Some(known) => format!("{} since {visit}", signed(known)),
            None => format!(
                "Between {} and {} since {visit}",
                signed(difference.lowest()),
                signed(difference.highest())
            ),
        });
    }
    if let Some(before) = before {
        told.push(format!("Was {} at {visit}", English.verdict(before)));
    }
    told.join(". ")
}

/// A number with its sign.
fn signed(value: Exact) -> String {
    if value < Exact::ZERO {
        format!("\u{2212}{}", number(Exact::ZERO - value))
    } else if value > Exact::ZERO {
        format!("+{}", number(value))
    } else {
        "0".to_owned()
    }
}

/// An invented patient.
pub(super) fn example(name: &str) -> &'static str {
    match name {
        "lupus" => "Lupus: nephritis and arthritis, before CAR-T cells and after",
        "sclerosis" => "Systemic sclerosis: diffuse skin disease, before CAR-T cells and after",
        "myositis" => "Myositis: weakness of the thighs, before CAR-T cells and after",
        "infusion" => "Around a CAR-T infusion: CRS and ICANS day by day, and what was given",
        _ => PAGE.not_found,
    }
}
