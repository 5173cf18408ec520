//! Instruments and items, written out so that a table can be held against the
//! paper.

use std::io::{self, Write};

use crate::instruments::{Choices, Definition, Instrument, OptionValue, RowRule, Under};
use crate::items::{Item, Kind};
use crate::scoring::{Bands, Edge, Evidence, Exact, Fact, Finding, Scale, Threshold, Units};
use crate::text::{ENGLISH, Language, decimal};

/// Writes out an instrument.
pub(super) fn instrument(instrument: &dyn Instrument, output: &mut impl Write) -> io::Result<()> {
    let definition = instrument.definition();
    let text = ENGLISH.instrument(definition.id);
    writeln!(output, "{} ({})\n{}\n{}", text.name, definition.id, text.measures, text.not_for)?;
    if let Some((lowest, highest)) = definition.range {
        writeln!(output, "Range: {} to {}", number(lowest), number(highest))?;
    }
    if let Some((cutoff, fact)) = definition.cutoff {
        writeln!(output, "Met when the score is {}  {}", threshold(cutoff, ""), confirmed(fact))?;
    }
    rows(instrument, output)?;
    options(definition, output)?;
    reads(definition, output)?;
    sources(definition, output)
}

/// The rows of the calculation, with the measurements that stand for them.
fn rows(instrument: &dyn Instrument, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "\nRows")?;
    for row in instrument.definition().rows {
        let item = Item::from_id(row.id);
        let unit = item.and_then(|item| item.kind().scale()).map_or("", Scale::canonical_code);
        let rule = match row.rule {
            RowRule::Finding { points, .. } => number(points),
            RowRule::Beyond { points, threshold: limit, .. } => {
                format!("{} when {}", number(points), threshold(limit, unit))
            }
            RowRule::Change(levels) => {
                let [lowest, levels_above @ ..] = levels.points;
                let steps = levels.cuts.iter().zip(levels_above);
                let steps = steps
                    .map(|(cut, points)| format!("{} above {} %", number(points), number(*cut)));
                let steps: Vec<String> = std::iter::once(number(lowest)).chain(steps).collect();
                steps.join(", ")
            }
            RowRule::Criterion(limit) => threshold(limit, unit),
            RowRule::Statement => "true".to_owned(),
        };
        writeln!(output, "  {:<24} {rule}  {}", row.id, confirmed(row.fact))?;
        let derivation = item.and_then(|item| instrument.derivation(&Choices::default(), item));
        if let (Some(item), Some(derivation)) = (item, derivation) {
            let by: Vec<&str> = item.measured_by().iter().map(|by| by.id()).collect();
            writeln!(output, "  {:<24} {}: {}", "", by.join(", "), ENGLISH.derivation(derivation))?;
        }
    }
    Ok(())
}

/// The options, with the bands that a value of them stands for.
fn options(definition: &Definition, output: &mut impl Write) -> io::Result<()> {
    if !definition.options.is_empty() {
        writeln!(output, "\nOptions, the default first")?;
    }
    for option in definition.options {
        for OptionValue { code, fact, bands } in option.values {
            let explains = ENGLISH.option_value(option.id, code).explains;
            writeln!(output, "  {} = {code}: {explains}  {}", option.id, confirmed(*fact))?;
            if let Some(bands) = bands {
                writeln!(output, "    {}", named(bands))?;
            }
        }
    }
    Ok(())
}

/// Bands from the lowest up: `none <= 0, mild <= 5, moderate`.
fn named(bands: &Bands) -> String {
    let sign = match bands.edge {
        Edge::Closed => "≤",
        Edge::Open => "<",
    };
    let band = |band: &crate::scoring::Band| match band.upper {
        Some(upper) => format!("{} {sign} {}", band.name, number(upper)),
        None => format!("{} above", band.name),
    };
    bands.bands.iter().map(band).collect::<Vec<String>>().join(", ")
}

/// What is read from which visit.
fn reads(definition: &Definition, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "\nReads")?;
    for reads in definition.reads {
        let under = match reads.under {
            Under::Always => String::new(),
            Under::Choice { option, places } => {
                let option = definition.options.get(option);
                let codes = option.into_iter().flat_map(|option| {
                    places.iter().filter_map(|place| Some(option.values.get(*place)?.code))
                });
                let codes: Vec<&str> = codes.collect();
                format!(", with {} = {}", option.map_or("", |option| option.id), codes.join(" or "))
            }
        };
        for item in reads.items {
            let by: Vec<&str> = item.measured_by().iter().map(|by| by.id()).collect();
            let by = if by.is_empty() { String::new() } else { format!(", or {}", by.join(", ")) };
            writeln!(output, "  {}.{}{by}{under}", reads.role.key(), item.id())?;
        }
    }
    Ok(())
}

fn sources(definition: &Definition, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "\nSources")?;
    for source in definition.sources {
        let doi = source.doi.map(|doi| format!(" doi:{doi}")).unwrap_or_default();
        let evidence = ENGLISH.evidence(source.evidence).label;
        writeln!(output, "  {}.{doi} [{evidence}]", source.reference)?;
    }
    writeln!(output, "\nHow facts are confirmed")?;
    for evidence in Evidence::ALL {
        let text = ENGLISH.evidence(evidence);
        writeln!(output, "  [{}] {}", text.label, text.explains)?;
    }
    Ok(())
}

/// Writes out the dictionary.
pub(super) fn items(output: &mut impl Write) -> io::Result<()> {
    for item in Item::all() {
        writeln!(
            output,
            "{:<50} {}  {}",
            item.id(),
            answer(item.kind()),
            ENGLISH.item(item).label
        )?;
    }
    Ok(())
}

/// What an answer of a kind looks like.
fn answer(kind: Kind) -> String {
    match kind {
        Kind::Finding => Finding::ALL.map(Finding::code).join("|"),
        Kind::Count { highest } => format!("0..{highest}"),
        Kind::Choice(codes) => codes.join("|"),
        Kind::Attestation => "true|false".to_owned(),
        Kind::Measurement(scale) => {
            let units = match scale.units {
                Units::Listed([]) => String::new(),
                Units::Listed(_) => {
                    format!(" {}", scale.unit_codes().collect::<Vec<&str>>().join("|"))
                }
                Units::Any => " in any unit".to_owned(),
            };
            let limit = scale.limit.map(|limit| format!(" with {}", limit.key()));
            format!(
                "{}..{}{units}{}",
                number(scale.lowest),
                number(scale.highest),
                limit.unwrap_or_default()
            )
        }
    }
}

fn number(value: Exact) -> String {
    decimal(value, 6, ENGLISH.decimal_mark())
}

fn threshold(threshold: Threshold, unit: &'static str) -> String {
    ENGLISH.threshold(threshold, unit)
}

fn confirmed(fact: Fact) -> String {
    format!("[{}: {}]", ENGLISH.evidence(fact.evidence).label, fact.locator)
}
