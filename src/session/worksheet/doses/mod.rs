//! Glucocorticoids as they are prescribed, in mg of prednisolone a day.
//!
//! # The rule
//! Each line is a drug, the dose taken each time, and how often. Its own dose a
//! day is the mean over its cycle: half the dose on alternate days, a seventh
//! of it each week. How lines go together is told by their days:
//!
//! - **No line has days.** The lines are taken beside each other and add up:
//!   5 mg in the morning and 2.5 mg in the evening are 7.5 mg. One drug in two
//!   cycles (5 mg every day, 10 mg on alternate days) can mean both doses or
//!   one in place of the other: that is asked, never guessed.
//! - **Lines have days.** They follow each other, the first typed first. The
//!   mean weighs each by its days. The last may go on without an end: it is the
//!   dose of today, and the mean is that of the days before it. Doses of one
//!   day are added up before they are typed.
//! - **A pulse** is kept apart and enters no daily dose. Its days say how long
//!   it was given.
//!
//! A line without dose and days is not one yet. What is left open is no dose of
//! zero: a sheet of pulses alone says nothing of the daily dose.
//!
//! # Which dose is read
//! The limits of DORIS and LLDAS are on the prednisolone-equivalent dose a day
//! at the visit, which is [`Daily::current`]. Where a dose falls over days,
//! [`Daily::mean`] is another number. Which of the two is entered belongs to
//! the caller, who has to say so beside it.
//!
//! # What it is not for
//! Topical, inhaled and intra-articular glucocorticoids and oral budesonide.

mod read;
#[cfg(test)]
mod tests;

use crate::scoring::Exact;

/// The doses of a visit, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DoseSheet {
    /// In the order in which they were typed.
    pub lines: Vec<DoseLine>,
}

/// One line of a prescription, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DoseLine {
    /// The code of the drug; prednisolone where it is empty.
    pub drug: String,
    /// The dose taken each time, in mg.
    pub dose: String,
    /// How often it is taken.
    pub interval: Interval,
    /// How many days the line lasts; empty where it has no end.
    pub days: String,
    /// Whether it is a pulse.
    pub pulse: bool,
}

/// How often a dose is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Interval {
    /// Once a day.
    #[default]
    Daily,
    /// Twice a day, the same dose each time.
    TwiceDaily,
    /// Every other day.
    AlternateDays,
    /// Once a week.
    Weekly,
    /// Once in so many days, as typed.
    EveryDays(String),
}

impl Interval {
    /// All of them, the last with its days still to be typed.
    pub const ALL: [Interval; 5] = [
        Interval::Daily,
        Interval::TwiceDaily,
        Interval::AlternateDays,
        Interval::Weekly,
        Interval::EveryDays(String::new()),
    ];

    /// A stable code; the days of the last stand beside it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Interval::Daily => "daily",
            Interval::TwiceDaily => "twice_daily",
            Interval::AlternateDays => "alternate_days",
            Interval::Weekly => "weekly",
            Interval::EveryDays(_) => "every_days",
        }
    }
}

/// An input of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DoseField {
    /// The drug.
    Drug,
    /// The dose.
    Dose,
    /// How often.
    Interval,
    /// For how many days.
    Days,
}

/// What keeps a sheet from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseProblem {
    /// The place of the line, from 0.
    pub line: usize,
    /// The input.
    pub field: DoseField,
    /// What is wrong there.
    pub kind: DoseProblemKind,
}

/// What can be wrong with an input of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoseProblemKind {
    /// Nothing was typed where a number is needed.
    Missing,
    /// No number, or one that can mean two.
    Unreadable,
    /// No whole number.
    NotWhole,
    /// Beyond what a line may say.
    OutOfRange {
        /// The lowest.
        lowest: Exact,
        /// The highest; of a dose, as prednisolone a day.
        highest: Exact,
    },
    /// No drug of the table.
    UnknownDrug,
    /// Fewer days than one cycle of the line.
    ShorterThanCycle {
        /// The days of a cycle.
        cycle: u32,
    },
    /// The same drug in another cycle: beside that line, or in its place?
    BesideOrInstead {
        /// The place of the other line.
        other: usize,
    },
}

/// A dose as prednisolone, in mg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prednisolone(Exact);

/// The daily dose of a sheet without its pulses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The mean: over the days that are stated, or of the cycle where none are.
    pub mean: Prednisolone,
    /// What is taken now: the last line, or all of those beside each other.
    pub current: Prednisolone,
    /// Over how many days the mean was taken; `None` where none are stated.
    pub days: Option<u32>,
}

/// The pulses of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulses {
    /// All that was given in them.
    pub total: Prednisolone,
}

/// A sheet, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseReading {
    /// The dose a day of each line, pulses included; `None` where it cannot be
    /// read or nothing was typed.
    pub lines: Vec<Option<Prednisolone>>,
    /// The daily dose; `None` while there is a problem, or no line but pulses.
    pub daily: Option<Daily>,
    /// The pulses; `None` while there is a problem, or none was given.
    pub pulses: Option<Pulses>,
    /// What keeps the sheet from being read, line by line.
    pub problems: Vec<DoseProblem>,
}

impl Prednisolone {
    /// The dose in mg.
    #[must_use]
    pub const fn milligrams(self) -> Exact {
        self.0
    }

    /// The dose as it is typed into the visit: exactly where six decimals are
    /// enough, else rounded up in the last. It can be read in one way only.
    ///
    /// Up, because limits on a dose are highest doses: a dose above one must
    /// never come to lie on it. 5.0000004 becomes 5.000001.
    #[must_use]
    pub fn as_typed(self) -> String {
        let (numerator, denominator) = self.0.fraction();
        let millionths = (numerator * MILLION + denominator - 1) / denominator;
        let (whole, decimals) = (millionths / MILLION, millionths % MILLION);
        let decimals = format!("{decimals:06}");
        match decimals.trim_end_matches('0') {
            "" => whole.to_string(),
            // A mark before three digits could also part thousands.
            three if three.len() == 3 => format!("{whole}.{three}0"),
            decimals => format!("{whole}.{decimals}"),
        }
    }
}

/// The decimals of a typed number, as a factor.
const MILLION: i128 = 1_000_000;
