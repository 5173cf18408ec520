//! Typed lines to doses.

use super::{
    Daily, DoseField, DoseLine, DoseProblem, DoseProblemKind, DoseReading, DoseSheet, Interval,
    Prednisolone, Pulses,
};
use crate::items::{Glucocorticoid, scale};
use crate::scoring::{Exact, in_order};
use crate::session::{Numeral, numeral};

/// The most days of a cycle, and of a line.
const LONGEST_CYCLE: u32 = 30;
const LONGEST_LINE: u32 = 999;

impl DoseSheet {
    /// Reads the sheet. What cannot be read is named; each line that can be has
    /// its own dose even so.
    #[must_use]
    pub fn read(&self) -> DoseReading {
        let mut problems = Vec::new();
        let lines: Vec<Option<Line>> = self
            .lines
            .iter()
            .enumerate()
            .map(|(place, line)| line.read(place, &mut problems))
            .collect();
        let courses: Vec<Line> = lines.iter().flatten().filter(|it| !it.pulse).copied().collect();
        let pulses: Vec<Line> = lines.iter().flatten().filter(|it| it.pulse).copied().collect();
        if courses.iter().any(|line| line.days.is_some()) {
            note_endless(&courses, &mut problems);
        } else {
            note_cycles(&courses, &mut problems);
        }
        note_endless_pulses(&pulses, &mut problems);
        let problems = in_order(problems, |problem| problem.line);
        let readable = problems.is_empty();
        DoseReading {
            lines: lines.iter().map(|line| line.map(|line| Prednisolone(line.a_day))).collect(),
            daily: if readable { daily(&courses) } else { None },
            pulses: if readable { total(&pulses) } else { None },
            problems,
        }
    }
}

/// A line, read.
#[derive(Clone, Copy)]
struct Line {
    place: usize,
    drug: &'static Glucocorticoid,
    /// The days of a cycle.
    cycle: u32,
    /// What is taken in a cycle, as prednisolone.
    a_cycle: Exact,
    /// The mean of a day, as prednisolone.
    a_day: Exact,
    /// How long it lasts, where it has an end.
    days: Option<u32>,
    pulse: bool,
}

impl DoseLine {
    /// Whether nothing was typed that makes it a line.
    fn is_blank(&self) -> bool {
        self.dose.trim().is_empty() && self.days.trim().is_empty()
    }

    /// Reads the line; `None` where it is blank or where something is wrong,
    /// which is noted.
    fn read(&self, place: usize, problems: &mut Vec<DoseProblem>) -> Option<Line> {
        if self.is_blank() {
            return None;
        }
        let mut noted = |field, result: Result<u32, DoseProblemKind>| {
            result.map_err(|kind| problems.push(DoseProblem { line: place, field, kind })).ok()
        };
        let (times, cycle) = match &self.interval {
            Interval::Daily => (1, Some(1)),
            Interval::TwiceDaily => (2, Some(1)),
            Interval::AlternateDays => (1, Some(2)),
            Interval::Weekly => (1, Some(7)),
            Interval::EveryDays(typed) => {
                (1, noted(DoseField::Interval, whole(typed, LONGEST_CYCLE)))
            }
        };
        let days = match self.days.trim() {
            "" => Some(None),
            typed => noted(
                DoseField::Days,
                whole(typed, LONGEST_LINE).and_then(|days| match cycle {
                    Some(cycle) if days < cycle && !self.pulse => {
                        Err(DoseProblemKind::ShorterThanCycle { cycle })
                    }
                    Some(_) | None => Ok(days),
                }),
            )
            .map(Some),
        };
        let mut note = |field, kind| problems.push(DoseProblem { line: place, field, kind });
        let drug = match self.drug.trim() {
            "" => Glucocorticoid::ALL.first(),
            code => Glucocorticoid::from_code(code),
        };
        if drug.is_none() {
            note(DoseField::Drug, DoseProblemKind::UnknownDrug);
        }
        let dose = amount(&self.dose).map_err(|kind| note(DoseField::Dose, kind)).ok();
        let (drug, dose, cycle, days) = (drug?, dose?, cycle?, days?);
        let a_cycle = (drug.as_prednisolone(dose) * Exact::whole(times)).reduced();
        let a_day = (a_cycle / Exact::whole(cycle)).reduced();
        let scale = &scale::GLUCOCORTICOID;
        if !scale.contains(a_day) {
            let kind = DoseProblemKind::OutOfRange { lowest: scale.lowest, highest: scale.highest };
            note(DoseField::Dose, kind);
            return None;
        }
        Some(Line { place, drug, cycle, a_cycle, a_day, days, pulse: self.pulse })
    }
}

/// A dose, as it was typed.
fn amount(typed: &str) -> Result<Exact, DoseProblemKind> {
    if typed.trim().is_empty() {
        return Err(DoseProblemKind::Missing);
    }
    let Numeral::Number(number) = numeral(typed) else {
        return Err(DoseProblemKind::Unreadable);
    };
    Exact::parse(&number).map_err(|_| DoseProblemKind::Unreadable)
}

/// A number of days from 1, as it was typed.
fn whole(typed: &str, highest: u32) -> Result<u32, DoseProblemKind> {
    let number = amount(typed)?;
    let one = Exact::whole(1);
    if number < one || number > Exact::whole(highest) {
        return Err(DoseProblemKind::OutOfRange { lowest: one, highest: Exact::whole(highest) });
    }
    match number.reduced().fraction() {
        (days, 1) => u32::try_from(days).map_err(|_| DoseProblemKind::NotWhole),
        _ => Err(DoseProblemKind::NotWhole),
    }
}

/// Notes the lines that have no days although another one follows them.
fn note_endless(courses: &[Line], problems: &mut Vec<DoseProblem>) {
    let [followed @ .., _] = courses else { return };
    problems.extend(followed.iter().filter(|line| line.days.is_none()).map(missing_days));
}

/// Notes the pulses that do not say for how long.
fn note_endless_pulses(pulses: &[Line], problems: &mut Vec<DoseProblem>) {
    problems.extend(pulses.iter().filter(|line| line.days.is_none()).map(missing_days));
}

fn missing_days(line: &Line) -> DoseProblem {
    DoseProblem { line: line.place, field: DoseField::Days, kind: DoseProblemKind::Missing }
}

/// Notes the lines of a drug that another line has in another cycle.
fn note_cycles(courses: &[Line], problems: &mut Vec<DoseProblem>) {
    for (at, line) in courses.iter().enumerate() {
        let before = courses.get(..at).unwrap_or_default();
        let other =
            before.iter().find(|it| it.drug.code == line.drug.code && it.cycle != line.cycle);
        problems.extend(other.map(|other| DoseProblem {
            line: line.place,
            field: DoseField::Interval,
            kind: DoseProblemKind::BesideOrInstead { other: other.place },
        }));
    }
}

/// The daily dose of lines that can be read.
fn daily(courses: &[Line]) -> Option<Daily> {
    let last = courses.last()?;
    let days: u32 = courses.iter().filter_map(|line| line.days).sum();
    let (mean, current, days) = if days == 0 {
        let beside = sum(courses.iter().map(|line| line.a_day));
        (beside, beside, None)
    } else {
        let taken = courses.iter().filter_map(|it| Some(it.a_day * Exact::whole(it.days?)));
        ((sum(taken) / Exact::whole(days)).reduced(), last.a_day, Some(days))
    };
    Some(Daily { mean: Prednisolone(mean), current: Prednisolone(current), days })
}

/// What was given in pulses that can be read; one begins with its first dose.
fn total(pulses: &[Line]) -> Option<Pulses> {
    let given = pulses.iter().filter_map(|line| {
        let cycles = line.days?.div_ceil(line.cycle);
        Some(line.a_cycle * Exact::whole(cycles))
    });
    (!pulses.is_empty()).then(|| Pulses { total: Prednisolone(sum(given)) })
}

/// The sum, kept in lowest terms: cycles of up to thirty days have common
/// denominators that leave room for sheets of any length a person types.
fn sum(terms: impl Iterator<Item = Exact>) -> Exact {
    terms.fold(Exact::ZERO, |sum, term| (sum + term.reduced()).reduced())
}
