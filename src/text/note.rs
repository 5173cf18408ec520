//! What a note for the record says, sentence by sentence, before it is put into
//! words.

use crate::instruments::{Assessment, Definition};
use crate::items::{Group, Item};
use crate::scoring::{Exact, Finding, Mention, Part, Role, Verdict, Warning};

/// A sentence of a note.
#[derive(Debug)]
pub enum NoteLine<'a> {
    /// Which visit it is.
    Visit {
        /// What it is called.
        label: &'a str,
        /// Its date, as typed; nothing where days are counted.
        date: &'a str,
        /// The day counted from day zero.
        day: Option<i32>,
    },
    /// What an instrument says, and under which rule set.
    Result {
        /// The assessment.
        assessment: &'a Assessment,
        /// Whether anything that it reads was answered.
        answered: bool,
    },
    /// That an instrument says nothing, as its options exclude each other.
    Refused(&'a Definition),
    /// That an instrument says nothing, as it measures a change from this visit
    /// or a later one.
    IsBaseline(&'a Definition),
    /// What gave points, or how each criterion stands.
    Counted(&'a [NotedPart<'a>]),
    /// What has changed since another visit.
    Since {
        /// Which of the two it is.
        role: Role,
        /// What it is called.
        label: &'a str,
        /// What it was then.
        then: Then,
    },
    /// What is not known, and could change the result.
    Open(&'a [Mention]),
    /// What cannot be assessed, and could change the result.
    Unassessable(&'a [Mention]),
    /// What is to be read with the result.
    Warned(&'a Warning),
    /// What was seen and attributed to something else, with the reason given.
    OtherCause(&'a [NotedFinding<'a>]),
    /// What was decided with a reason.
    Decided {
        /// What.
        item: Item,
        /// How, where it is a finding.
        finding: Option<Finding>,
        /// Why.
        reason: &'a str,
    },
    /// How many findings of each group were answered together as absent.
    TogetherAbsent(&'a [(Group, usize)]),
    /// What was confirmed together with others.
    TogetherConfirmed(&'a [Item]),
    /// What was carried over and not confirmed.
    Carried(&'a [Item]),
    /// What was entered and cannot be read.
    Unread(&'a [Item]),
    /// Who entered and what computed.
    Signature {
        /// The version of the program.
        version: &'a str,
    },
}

/// What a result was at another visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The score, which is now higher by this.
    Score {
        /// What it was.
        score: Exact,
        /// By how much it is higher now.
        change: Exact,
    },
    /// The verdict.
    Verdict(Verdict),
}

/// A part of a result, with the values that it rests on.
#[derive(Debug)]
pub struct NotedPart<'a> {
    /// The id of the instrument.
    pub instrument: &'static str,
    /// The part.
    pub part: &'a Part,
    /// The values, in the order of time.
    pub values: Vec<NotedValue<'a>>,
}

/// A finding that was attributed to something else.
#[derive(Debug)]
pub struct NotedFinding<'a> {
    /// Which.
    pub item: Item,
    /// What was measured of it.
    pub values: Vec<NotedValue<'a>>,
    /// The reason given, or nothing.
    pub reason: String,
}

/// A value as it was given.
#[derive(Debug)]
pub struct NotedValue<'a> {
    /// Of what.
    pub item: Item,
    /// At which visit.
    pub role: Role,
    /// The number, with a comparator or as a range where it was so given.
    pub number: String,
    /// The unit, as people write it.
    pub unit: &'a str,
    /// The reference limit, or nothing.
    pub limit: &'a str,
    /// The code of the drug, or nothing.
    pub drug: &'a str,
}
