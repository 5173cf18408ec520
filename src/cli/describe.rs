//! Instruments and items, written out so that a table can be held against the
//! paper.

use std::io::{self, Write};

use crate::instruments::{
    Choices, Combination, Definition, Instrument, OptionValue, Row, RowRule, Under,
};
use crate::items::{Item, Kind};
use crate::scoring::{
    Bands, Edge, Evidence, Exact, Fact, Finding, Scale, Threshold, Units, decimal,
};
use crate::text::{ENGLISH, Language};

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
    if let Some(bands) = definition.bands {
        writeln!(output, "Bands: {}", named(bands))?;
    }
    rows(instrument, output)?;
    options(definition, output)?;
    reads(definition, output)?;
    sources(definition, output)
}

/// The rows of the calculation, with the measurements that stand for them.
fn rows(instrument: &dyn Instrument, output: &mut impl Write) -> io::Result<()> {
    let definition = instrument.definition();
    writeln!(output, "\nRows: {}", combination(definition.combination))?;
    for row in definition.rows {
        let item = Item::from_id(row.id);
        let rule = rule(row);
        let gives = row.gives.map(|level| format!(" gives {level}")).unwrap_or_default();
        let under = under(definition, row.under);
        writeln!(output, "  {:<24} {rule}{gives}{under}  {}", row.id, confirmed(row.fact))?;
        let derivation = item.and_then(|item| instrument.derivation(&Choices::default(), item));
        if let (Some(item), Some(derivation)) = (item, derivation) {
            let by: Vec<&str> = definition.measurements(item).map(Item::id).collect();
            writeln!(output, "  {:<24} {}: {}", "", by.join(", "), ENGLISH.derivation(derivation))?;
        }
    }
    Ok(())
}

/// How the rows come to a result.
fn combination(combination: Combination) -> String {
    match combination {
        Combination::Sum => "their points are added up".to_owned(),
        Combination::Mean { of_at_least } => {
            format!("the mean of those that are answered, once {of_at_least} are")
        }
        Combination::All => "all have to hold".to_owned(),
        Combination::Worst => "the worst decides".to_owned(),
        Combination::Improved { enough, most_worsened } => format!(
            "{enough} or more have to improve, {most_worsened} at most may worsen, strength never"
        ),
    }
}

/// What a row takes to count.
fn rule(row: &Row) -> String {
    let item = Item::from_id(row.id);
    let unit = item.and_then(|item| item.kind().scale()).map_or("", Scale::canonical_code);
    let all =
        |items: &[Item]| items.iter().map(|item| item.id()).collect::<Vec<&str>>().join(" and ");
    match row.rule {
        RowRule::Finding { points, .. } => number(points),
        RowRule::Beyond { points, threshold: limit, .. } => {
            format!("{} when {}", number(points), threshold(limit, unit))
        }
        RowRule::Grade { highest, .. } => format!("its grade, 0 to {highest}"),
        RowRule::LiftedGrade { highest, aid, to, .. } => {
            format!("its grade, 0 to {highest}; at least {to} with {}", aid.id())
        }
        RowRule::Codes { item, points } => {
            let codes = item.choices().iter().zip(points);
            let codes = codes.map(|(code, points)| format!("{code} {}", number(*points)));
            codes.collect::<Vec<_>>().join(", ")
        }
        RowRule::Steps(by) => {
            let steps = by.iter().map(|steps| {
                let from = steps.from.iter().map(|(from, points)| format!("{points} from {from}"));
                format!("{}: {}", steps.item.id(), from.collect::<Vec<_>>().join(", "))
            });
            steps.collect::<Vec<_>>().join("; ")
        }
        RowRule::AnyOf { any, points } => {
            let any: Vec<String> = any.iter().map(|items| all(items)).collect();
            format!("{points} with {}", any.join(", or "))
        }
        RowRule::Change(levels) => {
            let [lowest, levels_above @ ..] = levels.points;
            let steps = levels.cuts.iter().zip(levels_above);
            let steps =
                steps.map(|(cut, points)| format!("{} above {} %", number(points), number(*cut)));
            std::iter::once(number(lowest)).chain(steps).collect::<Vec<String>>().join(", ")
        }
        RowRule::Constant(points) => format!("{} always", number(points)),
        RowRule::PerCount { any, each, .. } => {
            format!("{} each, and {} if there is any", number(each), number(any))
        }
        RowRule::Logarithm(term) => {
            let by = term.by.iter().map(|(item, times)| {
                let scale = item.kind().scale().map_or("", Scale::canonical_code);
                let unit = ENGLISH.unit(scale);
                match *times == Exact::whole(1) {
                    true => format!("{} in {unit}", item.id()),
                    false => format!("{} × {} in {unit}", number(*times), item.id()),
                }
            });
            let by = by.collect::<Vec<_>>().join(" or ");
            let each = term.each();
            let (sign, each) =
                if each < Exact::ZERO { ("−", each.negated()) } else { ("+", each) };
            let ends =
                term.ends_at.map(|end| format!("; any x below {0} counts as {0}", number(end)));
            let (at_one, each) = (number(term.at_one()), number(each));
            format!(
                "{at_one} {sign} {each} × ln(x) when x {}; x is {by}{}",
                threshold(term.beyond, ""),
                ends.unwrap_or_default()
            )
        }
        RowRule::Criterion(limit) => threshold(limit, unit),
        RowRule::Quiet { total, absent } => {
            let absent: Vec<&str> = absent.iter().map(|item| item.id()).collect();
            format!("total {}, and none of {}", threshold(total, ""), absent.join(", "))
        }
        RowRule::Counts(counts) => {
            let counts = counts
                .iter()
                .map(|(item, limit)| format!("{} {}", item.id(), threshold(*limit, "")));
            counts.collect::<Vec<_>>().join(" and ")
        }
        RowRule::RisenBeyond(limit) => format!("risen, and {}", threshold(limit, unit)),
        RowRule::Difference(limit) => format!("change {}", threshold(limit, unit)),
        RowRule::RelativeChange { improved, worsened } => {
            format!("improved by {improved} % of the baseline, or worsened by {worsened} %")
        }
        RowRule::Present(item) => format!("{} present", item.id()),
        RowRule::Absent(item) => format!("{} absent", item.id()),
        RowRule::NothingNew => {
            "true or, without an answer, nothing new by comparison with the earlier visit"
                .to_owned()
        }
        RowRule::Statement => "true".to_owned(),
    }
}

/// The options, with the bands that a value of them stands for.
fn options(definition: &Definition, output: &mut impl Write) -> io::Result<()> {
    if !definition.options.is_empty() {
        writeln!(output, "\nOptions, the default first")?;
    }
    for option in definition.options {
        for OptionValue { code, fact, bands, highest } in option.values {
            let explains = ENGLISH.option_value(definition.id, option.id, code).explains;
            writeln!(output, "  {} = {code}: {explains}  {}", option.id, confirmed(*fact))?;
            if let Some(bands) = bands {
                writeln!(output, "    {}", named(bands))?;
            }
            if let Some(highest) = highest {
                writeln!(output, "    Range: 0 to {}", number(*highest))?;
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
        let under = under(definition, reads.under);
        for item in reads.items {
            let by: Vec<&str> = definition.measurements(*item).map(Item::id).collect();
            let by = if by.is_empty() { String::new() } else { format!(", or {}", by.join(", ")) };
            writeln!(output, "  {}.{}{by}{under}", reads.role.key(), item.id())?;
        }
    }
    Ok(())
}

/// Under which values of an option something holds.
fn under(definition: &Definition, under: Under) -> String {
    match under {
        Under::Always => String::new(),
        Under::Choice { option, places } => {
            let option = definition.options.get(option);
            let codes = option.into_iter().flat_map(|option| {
                places.iter().filter_map(|place| Some(option.values.get(*place)?.code))
            });
            let codes: Vec<&str> = codes.collect();
            format!(", with {} = {}", option.map_or("", |option| option.id), codes.join(" or "))
        }
    }
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
