//! What can be wrong with a request. Data only: [`crate::text`] makes the
//! sentences.

use std::borrow::Cow;

use crate::items::Item;
use crate::scoring::Exact;

/// Something that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A JSON Pointer to the offending value or key; for something absent, to
    /// the object that lacks it; empty for the whole line.
    pub path: String,
    /// The item it is about, where it is about one.
    pub item: Option<Item>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// How many problems of one request are told. A hostile line of ten megabytes
/// is not to take a hundred times as much to refuse.
const MOST_PROBLEMS: usize = 1_000;

/// Notes a problem.
pub(super) fn note(problems: &mut Vec<Problem>, problem: Problem) {
    if problems.len() < MOST_PROBLEMS {
        problems.push(problem);
    }
}

/// The codes that a request allows somewhere.
pub type Codes = Vec<Cow<'static, str>>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is not JSON, or its bytes are not UTF-8.
    NotJson,
    /// The line is JSON, but no object.
    NotObject,
    /// A key stands twice in one object.
    DuplicateKey,
    /// A key that has no meaning there.
    UnknownField {
        /// The keys that have one.
        allowed: Codes,
    },
    /// No instrument is named.
    MissingInstrument,
    /// No instrument has this name.
    UnknownInstrument {
        /// The instruments there are.
        allowed: Codes,
    },
    /// The instrument has no such option.
    UnknownOption {
        /// Those it has.
        allowed: Codes,
    },
    /// The option has no such value.
    UnknownOptionValue {
        /// Those it has.
        allowed: Codes,
    },
    /// The dictionary has no such item.
    UnknownItem,
    /// The finding or choice has no such code.
    UnknownValue {
        /// Those it has.
        allowed: Codes,
    },
    /// A value of another type is due.
    WrongType {
        /// Which.
        expected: Expected,
    },
    /// The number is not of the form that is read.
    NumberFormat {
        /// Whether only digits are read here.
        whole: bool,
    },
    /// The item is not given in this unit.
    UnknownUnit {
        /// Those it is given in; empty where it has none.
        allowed: Codes,
    },
    /// The value makes no sense without its unit.
    MissingUnit {
        /// Those it is given in.
        allowed: Codes,
    },
    /// No such glucocorticoid is known.
    UnknownDrug {
        /// Those that are.
        allowed: Codes,
    },
    /// A quantity without a value.
    MissingValue,
    /// A range without one of its ends.
    MissingEnd {
        /// The key of the end.
        key: &'static str,
    },
    /// The value makes no sense without its reference limit.
    MissingLimit {
        /// The key of the limit.
        key: &'static str,
    },
    /// The value cannot be.
    OutOfRange {
        /// The lowest that can.
        lowest: Exact,
        /// The highest that can.
        highest: Exact,
        /// The unit of both.
        unit: &'static str,
        /// Whether the lowest itself is excluded.
        above: bool,
    },
    /// Two options exclude each other.
    OptionConflict {
        /// The value that is not possible.
        value: &'static str,
        /// The option that rules it out.
        other: &'static str,
    },
}

/// The type of value that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// A map from item to answer.
    Visit,
    /// A map from option to value.
    Options,
    /// A finding's code, or true or false.
    Finding,
    /// A number, or an object with a value.
    Quantity,
    /// A number, or a text of the same form.
    Number,
    /// A number of digits only.
    Count,
    /// One of the item's codes.
    Choice,
    /// True or false.
    Attestation,
}

impl ProblemKind {
    /// All codes, in the order of the contract.
    pub const CODES: [&'static str; 19] = [
        "not_json",
        "not_object",
        "duplicate_key",
        "unknown_field",
        "missing_instrument",
        "unknown_instrument",
        "unknown_option",
        "unknown_option_value",
        "unknown_item",
        "unknown_value",
        "wrong_type",
        "number_format",
        "missing_value",
        "missing_unit",
        "missing_limit",
        "unknown_unit",
        "unknown_drug",
        "out_of_range",
        "option_conflict",
    ];

    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            ProblemKind::NotJson => "not_json",
            ProblemKind::NotObject => "not_object",
            ProblemKind::DuplicateKey => "duplicate_key",
            ProblemKind::UnknownField { .. } => "unknown_field",
            ProblemKind::MissingInstrument => "missing_instrument",
            ProblemKind::UnknownInstrument { .. } => "unknown_instrument",
            ProblemKind::UnknownOption { .. } => "unknown_option",
            ProblemKind::UnknownOptionValue { .. } => "unknown_option_value",
            ProblemKind::UnknownItem => "unknown_item",
            ProblemKind::UnknownValue { .. } => "unknown_value",
            ProblemKind::WrongType { .. } => "wrong_type",
            ProblemKind::NumberFormat { .. } => "number_format",
            ProblemKind::UnknownUnit { .. } => "unknown_unit",
            ProblemKind::MissingUnit { .. } => "missing_unit",
            ProblemKind::UnknownDrug { .. } => "unknown_drug",
            ProblemKind::MissingValue | ProblemKind::MissingEnd { .. } => "missing_value",
            ProblemKind::MissingLimit { .. } => "missing_limit",
            ProblemKind::OutOfRange { .. } => "out_of_range",
            ProblemKind::OptionConflict { .. } => "option_conflict",
        }
    }
}

/// Why a file is not taken over into a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The file is larger than any export.
    TooLarge,
    /// The file is not JSON, or its bytes are not UTF-8.
    NotJson,
    /// A key stands twice.
    DuplicateKey {
        /// A JSON Pointer to it.
        path: String,
    },
    /// The file is JSON, but no export of this program.
    Foreign,
    /// A later version of this program wrote it.
    Newer {
        /// The version it states, of the program or of the schema.
        version: String,
    },
    /// Something in it is missing or is not what an export holds.
    Broken {
        /// A JSON Pointer to it.
        path: String,
    },
}
