//! The words of the workspace.

/// Words of the workspace that stand as they are.
#[derive(Debug)]
pub struct WorkspaceText {
    // The pages.
    /// What the program is, as the first thing that is read.
    pub hero: &'static str,
    /// What it does and that nothing leaves the device, in one breath.
    pub lead: &'static str,
    /// The heading over the diseases.
    pub begin: &'static str,
    /// That a course is being entered.
    pub begun: &'static str,
    /// Adds scores to it.
    pub same_patient: &'static str,
    /// Clears it for another patient.
    pub next_patient: &'static str,
    /// Goes on with it.
    pub go_on: &'static str,
    /// The heading over the invented patients.
    pub examples: &'static str,
    /// That they are invented.
    pub examples_hint: &'static str,
    /// The rest of the program is being fetched.
    pub loading: &'static str,
    /// It did not come.
    pub not_loaded: &'static str,
    /// Fetches it again.
    pub try_again: &'static str,
    /// An example is being fetched.
    pub opening: &'static str,
    /// An example does not take the place of what is not saved.
    pub example_refused: &'static str,
    /// An example did not come.
    pub example_failed: &'static str,
    /// A newer version of the page runs, with the same course and results.
    pub updated: &'static str,
    /// It runs, and comes to other results.
    pub updated_differing: &'static str,
    /// What to do with a course that it does not open.
    pub given_back: &'static str,
    /// What can be relied on: a few words and a sentence each.
    pub promises: [(&'static str, &'static str); 4],
    /// The name of the links between pages.
    pub pages: &'static str,
    /// The page of a visit.
    pub visit_title: &'static str,
    /// The page of the course.
    pub course_title: &'static str,
    /// The page about the program.
    pub about_title: &'static str,
    /// The way back to the visit.
    pub back_to_visit: &'static str,

    // The steps.
    /// Takes the last edit back.
    pub undo: &'static str,
    /// Does it again.
    pub redo: &'static str,
    /// The search.
    pub search: &'static str,

    // The visits.
    /// The name of the list.
    pub visits: &'static str,
    /// The open one.
    pub this_visit: &'static str,
    /// A blank visit at the end.
    pub add_visit: &'static str,
    /// A blank check of what cell therapy does.
    pub add_check: &'static str,
    /// A blank visit before the open one.
    pub add_earlier: &'static str,
    /// A visit that begins with the last one.
    pub copy_last: &'static str,
    /// The label of a visit's name.
    pub label: &'static str,
    /// What to call it.
    pub label_hint: &'static str,
    /// The column of days.
    pub when: &'static str,
    /// The date of a visit.
    pub date: &'static str,
    /// The day of a visit.
    pub day: &'static str,
    /// The day of all its samples.
    pub sampled_all: &'static str,
    /// The day of one sample.
    pub sampled: &'static str,
    /// What was typed is no date.
    pub not_a_date: &'static str,
    /// What was typed is no day.
    pub not_a_day: &'static str,
    /// The same of the samples.
    pub sampled_unreadable: &'static str,
    /// The date has not come yet.
    pub in_the_future: &'static str,
    /// Two visits have one day.
    pub same_day: &'static str,
    /// The visit that changes are measured from.
    pub baseline: &'static str,
    /// Makes the open one that.
    pub make_baseline: &'static str,
    /// The panel about the course.
    pub course_panel: &'static str,
    /// What stands for the patient.
    pub pseudonym: &'static str,
    /// Never a name.
    pub pseudonym_hint: &'static str,
    /// How visits are placed in time.
    pub timing: &'static str,
    /// By dates.
    pub dates: &'static str,
    /// By days.
    pub days: &'static str,
    /// What becomes of dates.
    pub timing_hint: &'static str,
    /// What happened beside the visits.
    pub events: &'static str,
    /// What kind one of them was.
    pub event_kind: &'static str,
    /// What else is to be said of it.
    pub event: &'static str,
    /// Another one.
    pub add_event: &'static str,
    /// Days are counted from it.
    pub day_zero: &'static str,
    /// Takes it away.
    pub remove: &'static str,

    // Answers.
    /// An answer of the visit before.
    pub carried: &'static str,
    /// It still holds.
    pub confirm: &'static str,
    /// All of them do.
    pub confirm_all: &'static str,
    /// An item that cannot be assessed.
    pub unassessable: &'static str,
    /// The value is an upper bound, as laboratories print it.
    pub below: &'static str,
    /// It is a lower bound.
    pub above: &'static str,
    /// Asks why an answer differs from the value.
    pub override_reason: &'static str,
    /// Takes that answer back.
    pub follow_value: &'static str,
    /// An unusual value is right.
    pub value_is_right: &'static str,

    // Scores and laboratory.
    /// The choice of scores.
    pub scores: &'static str,
    /// The lab profile.
    pub laboratory: &'static str,
    /// What it is for.
    pub laboratory_hint: &'static str,
    /// Takes over what the open visit has.
    pub learn: &'static str,
    /// Saves it.
    pub save_laboratory: &'static str,
    /// Opens one.
    pub open_laboratory: &'static str,
    /// One was opened.
    pub laboratory_opened: &'static str,

    // Results.
    /// The heading over the results.
    pub results: &'static str,
    /// The way to them.
    pub to_results: &'static str,
    /// Options exclude each other.
    pub refused: &'static str,
    /// A response at its baseline.
    pub is_baseline: &'static str,
    /// What to do about that.
    pub is_baseline_help: &'static str,
    /// No other rule would say otherwise.
    pub no_rule_matters: &'static str,
    /// What the score cites, and what it is not for.
    pub sources_and_limits: &'static str,
    /// The link to all that is to be told of the score.
    pub reference_page: &'static str,
    /// The column of how a score stands.
    pub standing: &'static str,
    /// The heading over what went on around an infusion.
    pub around_infusion: &'static str,
    /// What the drawing of toxicity shows.
    pub toxicity_drawn: &'static str,
    /// What the drawing of the whole course shows.
    pub course_drawn: &'static str,
    /// The heading over the table of it.
    pub day_by_day: &'static str,
    /// The column of what was given and what was stopped.
    pub given_and_stopped: &'static str,
    /// The column of visits and checks.
    pub visit_or_check: &'static str,
    /// The column of levels.
    pub level: &'static str,
    /// A chart needs two visits.
    pub needs_visits: &'static str,
    /// A chart needs days.
    pub needs_days: &'static str,

    // Out and in.
    /// The heading over what can be done.
    pub output: &'static str,
    /// Copies the note.
    pub copy_note: &'static str,
    /// Saves the course.
    pub save_course: &'static str,
    /// Saves the table.
    pub save_table: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Opens a course.
    pub open_course: &'static str,
    /// Something was saved.
    pub saved: &'static str,
    /// The note was copied.
    pub copied: &'static str,
    /// The browser refused to.
    pub not_copied: &'static str,
    /// The note.
    pub note: &'static str,
    /// Takes a message away.
    pub dismiss: &'static str,
    /// Makes ready for the next patient.
    pub clear: &'static str,
    /// Asks before that.
    pub clear_sure: &'static str,
    /// Confirms it.
    pub clear_yes: &'static str,
    /// Takes it back.
    pub clear_no: &'static str,
    /// Keeps the course in this browser.
    pub keep: &'static str,
    /// Where, and how it is erased.
    pub keep_hint: &'static str,
    /// The browser refused to.
    pub keep_refused: &'static str,
    /// Gives up.
    pub keep_off: &'static str,
    /// What was kept cannot be opened.
    pub keep_damaged: &'static str,
    /// Erases it.
    pub keep_erase: &'static str,
    /// Another tab keeps another course.
    pub keep_elsewhere: &'static str,
    /// Takes that one over.
    pub keep_theirs: &'static str,
    /// Keeps this one.
    pub keep_mine: &'static str,
}
