//! Pure outputs: the result of the contract, what an open answer would change,
//! the sheets of one family side by side, files of courses, tables and notes,
//! the drawings, printed sheets, what a course and several of them come to, the
//! reference page of each instrument, and what there is to know of the program
//! itself.

mod around;
mod cohort;
mod comparison;
mod consequence;
mod csv;
mod definitions;
mod document;
pub mod drawing;
mod flowsheet;
mod name;
mod note;
mod number;
mod outcomes;
mod reference;
mod reference_page;
mod result;
mod sheet;
mod standing;
mod stated;
mod table;

pub use around::{course_as_a_whole, toxicity_by_day};
pub use cohort::{
    CohortPatient, CohortRow, CohortSection, CohortTable, Unread, cohort_csv, cohort_json,
    cohort_table, cohort_text, read_patient,
};
pub use comparison::{ComparedRow, Comparison, Effect, Reason, Total, compare};
pub use consequence::consequences;
pub use definitions::{Schema, canonical, description, schema, types};
pub use document::{
    Difference, FileKind, Import, export, export_laboratory, file_name, import, import_laboratory,
    options,
};
pub use flowsheet::{Flowsheet, FlowsheetRow, flowsheet};
pub use name::{event_name, visit_name};
pub use note::{note, one_line};
pub use number::nearest_double;
pub use outcomes::{OutcomeBlock, OutcomeSection, outcomes, outcomes_json, outcomes_text};
pub use reference::{Age, BUILT, confirmed};
pub use reference_page::{
    Line, Piece, ReferenceBlock, ReferenceEntry, ReferenceGroup, ReferencePage, ReferenceSection,
    ReferenceTable, reference_index, reference_index_markdown, reference_markdown, reference_page,
};
pub use result::{AssessmentJson, Detail, RefusalJson};
pub use sheet::{Sheet, SheetGroup, SheetRow, SheetScore, Tone, sheet};
pub use standing::{change, headline, told};
pub use table::table;

/// The version of the contract that results follow.
pub const CONTRACT: u32 = 1;
/// The version of this engine.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");
