//! What a course comes to over its visits, in words and as data.

mod json;
mod words;

pub use json::outcomes_json;
pub(super) use json::{DaysJson, FirstJson, GradeJson, MeanJson, aplasia_status};
pub(super) use words::rule_set;
pub use words::{OutcomeBlock, OutcomeSection, outcomes, outcomes_text};
