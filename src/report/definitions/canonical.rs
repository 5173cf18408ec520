//! What decides the results of an instrument, as a text that changes only when
//! one of them can.
//!
//! The hash of this text is the `definitions` of every result. It holds the
//! table and how well each fact of it is confirmed, what the options stand for,
//! how measured values say whether a finding is there, and the rows of the
//! dictionary that are read. It does not hold words that people read, sources,
//! and the rules themselves, which are told by the version of the engine.

use std::fmt::{self, Display, Write};

use super::read_items;
use crate::instruments::{
    Choices, Combination, Compared, Definition, Derivation, Instrument, Logarithm, OptionValue,
    Reads, Row, RowRule, Under,
};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{Bands, Edge, Exact, Finding, LimitName, Scale, Threshold, Units};

/// The text of an instrument: a fact a line.
#[must_use]
pub fn canonical(instrument: &dyn Instrument) -> String {
    let mut text = String::new();
    // Memory takes every line.
    let _ = write(instrument, &mut text);
    text
}

fn write(instrument: &dyn Instrument, text: &mut String) -> fmt::Result {
    let definition = instrument.definition();
    writeln!(text, "instrument {}", definition.id)?;
    if let Some((lowest, highest)) = definition.range {
        writeln!(text, "range {} {}", number(lowest), number(highest))?;
    }
    writeln!(text, "combination {}", combination(definition.combination))?;
    if let Some(bands) = definition.bands {
        writeln!(text, "bands{}", banded(bands))?;
    }
    if !definition.levels.is_empty() {
        writeln!(text, "levels {}", joined(definition.levels))?;
    }
    if let Some((cutoff, fact)) = definition.cutoff {
        writeln!(text, "cutoff {} {}", threshold(cutoff), fact.evidence.code())?;
    }
    options(definition, text)?;
    definition.reads.iter().try_for_each(|reads| writeln!(text, "reads {}", read(reads)))?;
    definition.rows.iter().try_for_each(|row| writeln!(text, "row {}", self::row(row)))?;
    for (name, value) in instrument.constants() {
        writeln!(text, "constant {name} {}", number(*value))?;
    }
    derivations(instrument, text)?;
    dictionary(definition, text)
}

fn options(definition: &Definition, text: &mut String) -> fmt::Result {
    for option in definition.options {
        let compared = match option.compared {
            Compared::Never => "never",
            Compared::WithEvery => "with_every",
            Compared::WithDefault => "with_default",
        };
        writeln!(text, "option {} integer={} compared={compared}", option.id, option.integer)?;
        for OptionValue { code, fact, bands, highest } in option.values {
            let bands = bands.map(banded).unwrap_or_default();
            let highest = highest.map(|it| format!(" highest={}", number(it))).unwrap_or_default();
            let evidence = fact.evidence.code();
            writeln!(text, "value {} {code} {evidence}{bands}{highest}", option.id)?;
        }
    }
    Ok(())
}

/// Bands from the lowest up: ` closed none=0 mild=5 moderate`.
fn banded(bands: &Bands) -> String {
    let edge = match bands.edge {
        Edge::Closed => " closed",
        Edge::Open => " open",
    };
    bands.bands.iter().fold(edge.to_owned(), |text, band| match band.upper {
        Some(upper) => format!("{text} {}={}", band.name, number(upper)),
        None => format!("{text} {}", band.name),
    })
}

fn read(reads: &Reads) -> String {
    let under = under(reads.under);
    let items: Vec<&str> = reads.items.iter().map(|item| item.id()).collect();
    format!("{}{under} {}", reads.role.key(), joined(&items))
}

fn under(under: Under) -> String {
    match under {
        Under::Always => String::new(),
        Under::Choice { option, places } => format!(" option={option} places={}", joined(places)),
    }
}

fn combination(combination: Combination) -> String {
    match combination {
        Combination::Sum => "sum".to_owned(),
        Combination::Mean { of_at_least } => format!("mean of_at_least={of_at_least}"),
        Combination::All => "all".to_owned(),
        Combination::Worst => "worst".to_owned(),
        Combination::Improved { enough, most_worsened } => {
            format!("improved enough={enough} most_worsened={most_worsened}")
        }
    }
}

fn ids(items: &[Item]) -> String {
    joined(&items.iter().map(|item| item.id()).collect::<Vec<&str>>())
}

fn row(row: &Row) -> String {
    let rule = match row.rule {
        RowRule::Finding { item, points } => format!("finding {} {}", item.id(), number(points)),
        RowRule::Beyond { item, points, threshold: limit } => {
            format!("beyond {} {} {}", item.id(), number(points), threshold(limit))
        }
        RowRule::Change(levels) => {
            let (cuts, points) = (levels.cuts.map(number), levels.points.map(number));
            format!("change cuts={} points={}", joined(&cuts), joined(&points))
        }
        RowRule::Grade { item, highest } => format!("grade {} {highest}", item.id()),
        RowRule::LiftedGrade { item, highest, aid, to } => {
            format!("grade {} {highest} lifted_by={} to={to}", item.id(), aid.id())
        }
        RowRule::Codes { item, points } => {
            let points: Vec<String> = points.iter().copied().map(number).collect();
            format!("codes {} {}", item.id(), joined(&points))
        }
        RowRule::Constant(points) => format!("constant {}", number(points)),
        RowRule::PerCount { item, any, each } => {
            format!("per_count {} any={} each={}", item.id(), number(any), number(each))
        }
        RowRule::Logarithm(term) => {
            let Logarithm { finding, by, beyond, ends_at, .. } = term;
            let ends_at = ends_at.map_or_else(|| "none".to_owned(), number);
            let by: Vec<String> = by
                .iter()
                .map(|(item, times)| format!("{}*{}", item.id(), number(*times)))
                .collect();
            format!(
                "logarithm {} {} {} {}+{}*ln ends_at={ends_at}",
                finding.id(),
                joined(&by),
                threshold(*beyond),
                number(term.at_one()),
                number(term.each())
            )
        }
        RowRule::Steps(by) => by.iter().fold("steps".to_owned(), |text, steps| {
            let from: Vec<String> =
                steps.from.iter().map(|(from, points)| format!("{from}={points}")).collect();
            format!("{text} {} {}", steps.item.id(), joined(&from))
        }),
        RowRule::AnyOf { any, points } => {
            let any: Vec<String> = any.iter().map(|all| ids(all)).collect();
            format!("any_of {points} {}", any.join(" or "))
        }
        RowRule::Criterion(limit) => format!("criterion {}", threshold(limit)),
        RowRule::Quiet { total, absent } => {
            format!("quiet {} absent={}", threshold(total), ids(absent))
        }
        RowRule::Counts(counts) => {
            counts.iter().fold("counts".to_owned(), |text, (item, limit)| {
                format!("{text} {} {}", item.id(), threshold(*limit))
            })
        }
        RowRule::RisenBeyond(limit) => format!("risen_beyond {}", threshold(limit)),
        RowRule::Difference(limit) => format!("difference {}", threshold(limit)),
        RowRule::RelativeChange { improved, worsened } => {
            format!("relative_change improved={improved} worsened={worsened}")
        }
        RowRule::Present(item) => format!("present {}", item.id()),
        RowRule::Absent(item) => format!("absent {}", item.id()),
        RowRule::Statement => "statement".to_owned(),
        RowRule::NothingNew => "nothing_new".to_owned(),
    };
    let gives = row.gives.map(|level| format!(" gives={level}")).unwrap_or_default();
    format!("{} {rule} {}{gives}{}", row.id, row.fact.evidence.code(), under(row.under))
}

/// How measured values say whether a finding is there, where an option can
/// change it under each of its values.
fn derivations(instrument: &dyn Instrument, text: &mut String) -> fmt::Result {
    let definition = instrument.definition();
    let default = Choices::default();
    for (item, _) in read_items(definition).iter().filter(|(_, is_read)| *is_read) {
        let usual = instrument.derivation(&default, *item).map(derived);
        if let Some(usual) = &usual {
            writeln!(text, "derivation {} {usual}", item.id())?;
        }
        for (at, option) in definition.options.iter().enumerate() {
            for (place, value) in option.values.iter().enumerate() {
                let other = instrument.derivation(&default.with(at, place), *item).map(derived);
                if other != usual {
                    let other = other.as_deref().unwrap_or("none");
                    writeln!(
                        text,
                        "derivation {} {}={} {other}",
                        item.id(),
                        option.id,
                        value.code
                    )?;
                }
            }
        }
    }
    Ok(())
}

fn derived(derivation: Derivation) -> String {
    match derivation {
        Derivation::Beyond { by, threshold: limit } => {
            format!("beyond {} {}", by.id(), threshold(limit))
        }
        Derivation::AboveLimit { by } => format!("above_limit {}", by.id()),
        Derivation::BelowLimit { by } => format!("below_limit {}", by.id()),
        Derivation::LowComplement { ch50 } => format!("low_complement ch50={ch50}"),
        Derivation::Protein { above, rise } => {
            let rise = rise.map_or_else(|| "none".to_owned(), threshold);
            format!("protein {} rise {rise}", threshold(above))
        }
    }
}

/// The rows of the dictionary that are read, with those behind them.
fn dictionary(definition: &Definition, text: &mut String) -> fmt::Result {
    let items = read_items(definition);
    for (item, _) in &items {
        let by: Vec<&str> = definition.measurements(*item).map(Item::id).collect();
        let by = if by.is_empty() { String::new() } else { format!(" by={}", joined(&by)) };
        writeln!(text, "item {} {}{by}", item.id(), kind(item.kind()))?;
    }
    let is_dose = |item: &Item| item.kind().scale().is_some_and(|scale| scale.drug);
    if items.iter().any(|(item, _)| is_dose(item)) {
        for drug in Glucocorticoid::ALL {
            let (equal, evidence) = (number(drug.equal_to_five), drug.fact.evidence.code());
            writeln!(text, "drug {} {equal} {evidence}", drug.code)?;
        }
    }
    Ok(())
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Finding => format!("finding {}", joined(&Finding::ALL.map(Finding::code))),
        Kind::Measurement(scale) => format!("measurement {}", self::scale(scale)),
        Kind::Count { highest } => format!("count {highest}"),
        Kind::Choice(codes) => format!("choice {}", joined(codes)),
        Kind::Attestation => "statement".to_owned(),
    }
}

fn scale(scale: &Scale) -> String {
    let units = match scale.units {
        Units::Listed(units) => units.iter().fold(String::new(), |text, unit| {
            format!("{text} unit={}*{}+{}", unit.code, number(unit.factor), number(unit.offset))
        }),
        Units::Any => " unit=any".to_owned(),
    };
    let limit = scale.limit.map_or("none", LimitName::key);
    let (lowest, highest) = (number(scale.lowest), number(scale.highest));
    format!("{lowest} {highest} limit={limit} drug={}{units}", scale.drug)
}

fn threshold(threshold: Threshold) -> String {
    format!("{} {}", threshold.relation.sign(), number(threshold.limit))
}

/// A number in lowest terms: `5/2`.
fn number(number: Exact) -> String {
    match number.reduced().fraction() {
        (numerator, 1) => numerator.to_string(),
        (numerator, denominator) => format!("{numerator}/{denominator}"),
    }
}

fn joined(parts: &[impl Display]) -> String {
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    parts.join(",")
}
