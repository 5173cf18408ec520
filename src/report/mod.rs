//! Pure outputs: the result of the contract, what an open answer would change,
//! the export document.

mod consequence;
mod document;
mod number;
mod result;

pub use consequence::consequences;
pub use document::{
    Difference, FileKind, Import, export, export_laboratory, file_name, import, import_laboratory,
};
pub use number::nearest_double;
pub use result::{AssessmentJson, Detail, RefusalJson};

/// The version of the contract that results follow.
pub const CONTRACT: u32 = 1;
/// The version of this engine.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");
