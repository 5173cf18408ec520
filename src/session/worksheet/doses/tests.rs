//! Prescriptions as they are typed, and what they come to.

use super::*;
use crate::items::{Glucocorticoid, Item};
use crate::session::{Field, Laboratory, Numeral, VisitDraft, VisitId, numeral};

/// A line: drug, dose, interval, days.
fn line(drug: &str, dose: &str, interval: Interval, days: &str) -> DoseLine {
    let [drug, dose, days] = [drug, dose, days].map(str::to_owned);
    DoseLine { drug, dose, interval, days, pulse: false }
}

fn pulse(drug: &str, dose: &str, interval: Interval, days: &str) -> DoseLine {
    DoseLine { pulse: true, ..line(drug, dose, interval, days) }
}

/// A line of prednisolone taken every day.
fn daily(dose: &str, days: &str) -> DoseLine {
    line("prednisolone", dose, Interval::Daily, days)
}

fn every(days: &str) -> Interval {
    Interval::EveryDays(days.to_owned())
}

fn read(lines: impl Into<Vec<DoseLine>>) -> DoseReading {
    DoseSheet { lines: lines.into() }.read()
}

/// What a sheet comes to: the mean, the dose of now, the days of the mean.
fn told(lines: impl Into<Vec<DoseLine>>) -> (String, String, Option<u32>) {
    let reading = read(lines);
    assert_eq!(reading.problems, [], "it can be read");
    let Daily { mean, current, days } = reading.daily.expect("a daily dose");
    (mean.as_typed(), current.as_typed(), days)
}

fn beside(dose: &str) -> (String, String, Option<u32>) {
    (dose.to_owned(), dose.to_owned(), None)
}

fn problem(line: usize, field: DoseField, kind: DoseProblemKind) -> DoseProblem {
    DoseProblem { line, field, kind }
}

#[test]
fn a_single_line_without_days_is_its_dose_a_day() {
    for (interval, dose) in [
        (Interval::Daily, "10"),
        (Interval::TwiceDaily, "20"),
        (Interval::AlternateDays, "5"),
        (Interval::Weekly, "1.428572"),
        (every("4"), "2.5"),
        (every(" 1 "), "10"),
    ] {
        assert_eq!(told([line("prednisolone", "10", interval, "")]), beside(dose));
    }
    assert_eq!(told([line("", "7,5", Interval::Daily, "")]), beside("7.5"));
    assert_eq!(told([daily("0", "")]), beside("0"));
}

#[test]
fn every_drug_is_converted_to_prednisolone() {
    for drug in Glucocorticoid::ALL {
        let dose = crate::scoring::decimal(drug.equal_to_five, 6, '.');
        assert_eq!(told([line(drug.code, &dose, Interval::Daily, "")]), beside("5"));
    }
}

#[test]
fn lines_without_days_are_taken_beside_each_other() {
    assert_eq!(told([daily("5", ""), daily("2.5", "")]), beside("7.5"));
    let hydrocortisone = |dose, interval| line("hydrocortisone", dose, interval, "");
    let day = [hydrocortisone("10", Interval::Daily), hydrocortisone("5", Interval::TwiceDaily)];
    assert_eq!(told(day), beside("5"));
    // On the same days or on the others: the mean is the same.
    let alternating = ["10", "5"].map(|it| line("prednisone", it, Interval::AlternateDays, ""));
    assert_eq!(told(alternating), beside("7.5"));
    let two_drugs = [daily("5", ""), line("dexamethasone", "21", Interval::Weekly, "")];
    assert_eq!(told(two_drugs), beside("25"));
}

#[test]
fn one_drug_in_two_cycles_is_asked_about() {
    let reading = read([daily("5", ""), line("prednisolone", "10", Interval::AlternateDays, "")]);
    let expected = DoseProblemKind::BesideOrInstead { other: 0 };
    assert_eq!(reading.problems, [problem(1, DoseField::Interval, expected)]);
    assert_eq!(reading.daily, None);
    let of_each_line = reading.lines.iter().flatten().map(|dose| dose.as_typed());
    assert_eq!(of_each_line.collect::<Vec<_>>(), ["5", "5"]);
    // Two names of one cycle are one cycle.
    let same = [
        line("prednisolone", "10", Interval::AlternateDays, ""),
        line("prednisolone", "5", every("2"), ""),
    ];
    assert_eq!(told(same), beside("7.5"));
}

#[test]
fn a_taper_has_a_mean_over_its_days_and_the_dose_of_now() {
    let taper = [daily("20", "7"), daily("10", "14"), daily("5", "7")];
    assert_eq!(told(taper), ("11.25".to_owned(), "5".to_owned(), Some(28)));
    let endless = [daily("20", "7"), daily("10", "7"), daily("5", "")];
    assert_eq!(told(endless), ("15".to_owned(), "5".to_owned(), Some(14)));
    let down_to_none = [daily("5", "30"), daily("0", "")];
    assert_eq!(told(down_to_none), ("5".to_owned(), "0".to_owned(), Some(30)));
    let alternate = [daily("10", "10"), line("prednisolone", "10", Interval::AlternateDays, "10")];
    assert_eq!(told(alternate), ("7.5".to_owned(), "5".to_owned(), Some(20)));
}

#[test]
fn in_a_taper_only_the_last_line_may_be_without_end() {
    let reading = read([daily("20", ""), daily("10", "14"), daily("5", "")]);
    assert_eq!(reading.problems, [problem(0, DoseField::Days, DoseProblemKind::Missing)]);
    assert_eq!(reading.daily, None);
}

#[test]
fn a_pulse_stays_apart() {
    let reading = read([
        pulse("methylprednisolone", "500", Interval::Daily, "3"),
        daily("20", "14"),
        daily("10", ""),
    ]);
    assert_eq!(reading.problems, []);
    let daily = reading.daily.expect("a daily dose");
    assert_eq!((daily.mean.as_typed(), daily.days), ("20".to_owned(), Some(14)));
    let total = reading.pulses.map(|pulses| pulses.total.milligrams());
    assert_eq!(total, Some(Exact::integer(1875)));
}

#[test]
fn pulses_alone_say_nothing_of_the_daily_dose() {
    let reading = read([pulse("", "250", every("28"), "57")]);
    assert_eq!(reading.daily, None);
    // On the first day, the 29th and the 57th.
    assert_eq!(reading.pulses.map(|it| it.total.as_typed()), Some("750".to_owned()));
    let once = read([pulse("", "250", Interval::Weekly, "1")]);
    assert_eq!(once.pulses.map(|it| it.total.as_typed()), Some("250".to_owned()));
}

#[test]
fn a_pulse_says_for_how_long_it_was_given() {
    let reading = read([pulse("", "1000", Interval::Daily, ""), daily("5", "")]);
    assert_eq!(reading.problems, [problem(0, DoseField::Days, DoseProblemKind::Missing)]);
    assert_eq!((reading.daily, reading.pulses), (None, None));
}

#[test]
fn a_blank_sheet_says_nothing() {
    for lines in [vec![], vec![DoseLine::default()], vec![daily(" ", "")]] {
        let reading = read(lines);
        assert_eq!((reading.daily, reading.pulses), (None, None));
        assert!(reading.problems.is_empty());
    }
    assert_eq!(told([daily("", ""), daily("5", "")]), beside("5"));
}

#[test]
fn what_cannot_be_read_is_named_by_line_and_input() {
    use DoseProblemKind::{Missing, NotWhole, ShorterThanCycle, UnknownDrug, Unreadable};
    let beyond = |highest| DoseProblemKind::OutOfRange {
        lowest: Exact::whole(u32::from(highest != 5_000)),
        highest: Exact::whole(highest),
    };
    let weekly = |days| line("", "5", Interval::Weekly, days);
    for (line, field, kind) in [
        (daily("", "7"), DoseField::Dose, Missing),
        (daily("5 mg", ""), DoseField::Dose, Unreadable),
        (daily("1,000", ""), DoseField::Dose, Unreadable),
        (daily("5.0000001", ""), DoseField::Dose, Unreadable),
        (daily("-5", ""), DoseField::Dose, beyond(5_000)),
        (daily("5001", ""), DoseField::Dose, beyond(5_000)),
        (line("aspirin", "5", Interval::Daily, ""), DoseField::Drug, UnknownDrug),
        (line("", "5", every(""), ""), DoseField::Interval, Missing),
        (line("", "5", every("x"), ""), DoseField::Interval, Unreadable),
        (line("", "5", every("1.5"), ""), DoseField::Interval, NotWhole),
        (line("", "5", every("0"), ""), DoseField::Interval, beyond(30)),
        (line("", "5", every("31"), ""), DoseField::Interval, beyond(30)),
        (daily("5", "0"), DoseField::Days, beyond(999)),
        (daily("5", "1'000"), DoseField::Days, beyond(999)),
        (daily("5", "2.5"), DoseField::Days, NotWhole),
        (weekly("6"), DoseField::Days, ShorterThanCycle { cycle: 7 }),
    ] {
        let reading = read([line.clone()]);
        assert_eq!(reading.problems, [problem(0, field, kind)], "{line:?}");
        assert_eq!(reading.daily, None);
    }
    assert_eq!(read([weekly("7")]).problems, []);
}

#[test]
fn every_problem_is_named_in_the_order_of_the_lines() {
    let reading = read([
        line("aspirin", "x", every("x"), "x"),
        daily("10", ""),
        daily("5", "7"),
        pulse("", "500", Interval::Daily, ""),
    ]);
    let places: Vec<(usize, DoseField)> =
        reading.problems.iter().map(|problem| (problem.line, problem.field)).collect();
    let all = [DoseField::Interval, DoseField::Days, DoseField::Drug, DoseField::Dose];
    let expected = all.map(|field| (0, field));
    assert_eq!(places, [&expected[..], &[(1, DoseField::Days), (3, DoseField::Days)]].concat());
}

#[test]
fn a_dose_is_typed_exactly_or_rounded_up() {
    for (numerator, denominator, typed) in [
        (5, 1, "5"),
        (15, 2, "7.5"),
        (1, 3, "0.333334"),
        (20, 3, "6.666667"),
        (10_000, 1, "10000"),
        (0, 1, "0"),
        (1, 1_000_000, "0.000001"),
        (1, 10_000_000, "0.000001"),
        (15, 8, "1.8750"),
        (5_001, 1_000, "5.0010"),
    ] {
        let dose = Prednisolone(Exact::ratio(numerator, denominator));
        assert_eq!(dose.as_typed(), typed);
        assert!(matches!(numeral(typed), Numeral::Number(_)), "{typed} has one meaning");
    }
}

#[test]
fn a_dose_above_a_limit_never_comes_to_lie_on_it() {
    // 5.0000004 mg: five days of 5 and one of 5.000002, and one more of 5.
    let reading = read([daily("5", "4"), daily("5.000002", "1")]);
    let mean = reading.daily.expect("a daily dose").mean;
    assert_eq!(mean.milligrams(), Exact::integer(5) + Exact::ratio(4, 10_000_000));
    assert_eq!(mean.as_typed(), "5.000001");
    // 4.9999996 mg is at most 5, and so is what is typed for it.
    let reading = read([daily("5", "4"), daily("4.999998", "1")]);
    assert_eq!(reading.daily.expect("a daily dose").mean.as_typed(), "5");
}

#[test]
fn what_is_typed_for_a_sheet_is_read_as_the_same_dose() {
    let mut visit = VisitDraft::new(VisitId(1));
    let dose = read([line("deflazacort", "7", Interval::Daily, "")]).daily.expect("a dose").mean;
    let typed = dose.as_typed();
    visit.record_mut(Item::Glucocorticoid, |record| record.type_into(Field::Value, typed));
    let read = visit.read(&Laboratory::default());
    assert!(read.problems.is_empty() && read.ambiguous.is_empty());
    let measured = read.visit.number(Item::Glucocorticoid).and_then(|dose| dose.known());
    let measured = measured.expect("measured");
    let least = Exact::ratio(1, 1_000_000);
    assert!(measured >= dose.milligrams() && measured - least < dose.milligrams());
}

#[test]
fn a_long_sheet_of_many_cycles_is_still_exact() {
    let cycles =
        (1..=30).map(|cycle| line("dexamethasone", "99.999999", every(&cycle.to_string()), "30"));
    let lines: Vec<DoseLine> = cycles.clone().chain(cycles.clone()).chain(cycles).collect();
    let mean = read(lines).daily.expect("a daily dose").mean.milligrams();
    let dose = Exact::ratio(99_999_999, 1_000_000) * Exact::ratio(20, 3);
    let harmonic = (1..=30).fold(Exact::ZERO, |sum, it| (sum + Exact::ratio(1, it)).reduced());
    assert_eq!(mean, (dose * harmonic / Exact::integer(30)).reduced());
}
