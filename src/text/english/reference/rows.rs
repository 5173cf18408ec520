//! What rows take and give, in words.

use super::super::sentences::{inside_sentence, listed};
use super::super::{DECIMAL_MARK, English};
use crate::instruments::{Combination, Definition, Levels, Logarithm, Row, RowRule, Steps, Under};
use crate::items::Item;
use crate::scoring::{Exact, LimitName, Role, Scale, Threshold, decimal};
use crate::text::Language;

/// A number with all its digits.
pub(super) fn exact(value: Exact) -> String {
    decimal(value, 6, DECIMAL_MARK)
}

/// What a row takes to count, and what it gives.
pub(super) fn rule(definition: &Definition, row: &Row) -> String {
    let worth = |points: Exact| worth(definition, points);
    let unit = Item::from_id(row.id).map_or("", unit);
    let said = match row.rule {
        RowRule::Finding { points, .. } => format!("{} when present", worth(points)),
        RowRule::Beyond { points, threshold, .. } => {
            format!("{} when {}", worth(points), against(threshold, unit))
        }
        RowRule::Grade { highest, .. } => format!("as many points as its grade, 0 to {highest}"),
        RowRule::LiftedGrade { highest, aid, to, .. } => format!(
            "as many points as its grade, 0 to {highest}; at least {to} with “{}”",
            English.item(aid).label
        ),
        RowRule::Codes { item, points } => {
            let codes = item.choices().iter().zip(points);
            let codes = codes.map(|(code, points)| {
                format!("{}: {}", English.choice(item, code), worth(*points))
            });
            codes.collect::<Vec<_>>().join("; ")
        }
        RowRule::Steps(by) => {
            by.iter().map(|it| steps(definition, it)).collect::<Vec<_>>().join(". ")
        }
        RowRule::AnyOf { any, points } => {
            let any: Vec<String> = any.iter().map(|all| names(all, "and")).collect();
            format!("{} with {}", worth(Exact::whole(points)), any.join(", or with "))
        }
        RowRule::Constant(points) => format!("{}, always", worth(points)),
        RowRule::PerCount { any, each, .. } => {
            format!("{} for each, and {} more if there is any", worth(each), worth(any))
        }
        RowRule::Logarithm(term) => logarithm(term),
        RowRule::Change(levels) => change(levels),
        RowRule::Criterion(threshold) => format!("has to be {}", against(threshold, unit)),
        RowRule::Quiet { total, absent } => {
            let none = names(absent, "or");
            format!("the SLEDAI total has to be {}, with none of {none}", against(total, ""))
        }
        RowRule::Counts(counts) => {
            let counts = counts
                .iter()
                .map(|(item, limit)| format!("{} {}", name(*item), against(*limit, "")));
            listed(&counts.collect::<Vec<_>>(), "and")
        }
        RowRule::RisenBeyond(threshold) => {
            format!("risen since the {}, and {}", before(definition), against(threshold, unit))
        }
        RowRule::Difference(threshold) => {
            format!("change since the {} {}", before(definition), against(threshold, unit))
        }
        RowRule::RelativeChange { improved, worsened } => format!(
            "improved by {improved} % of the {before} or more; worsened by {worsened} % of it or \
             more",
            before = before(definition),
        ),
        RowRule::Present(_) if row.gives.is_some() => "present".to_owned(),
        RowRule::Present(_) => "has to be present".to_owned(),
        RowRule::Absent(_) => "has to be absent".to_owned(),
        RowRule::NothingNew => {
            "has to be stated or, without a statement, told by comparing both visits".to_owned()
        }
        RowRule::Statement => "has to be stated".to_owned(),
    };
    match row.gives {
        Some(level) => format!("{said}: {}", English.category(definition.id, level)),
        None => said,
    }
}

/// Points, or a grade where the worst row decides.
fn worth(definition: &Definition, points: Exact) -> String {
    let number = exact(points);
    match definition.combination {
        Combination::Worst => format!("grade {number}"),
        _ if points == Exact::whole(1) => format!("{number} point"),
        _ => format!("{number} points"),
    }
}

/// The visit that a change is taken from.
fn before(definition: &Definition) -> &'static str {
    let compares = definition.reads.iter().any(|reads| reads.role == Role::Baseline);
    if compares { "baseline" } else { "earlier visit" }
}

/// The unit in which a value is compared.
fn unit(item: Item) -> &'static str {
    item.kind().scale().map_or("", Scale::canonical_code)
}

/// A cut-off with all its digits.
fn against(threshold: Threshold, unit: &'static str) -> String {
    let unit = English.unit(unit);
    let space = if unit.is_empty() { "" } else { "\u{a0}" };
    format!("{}\u{a0}{}{space}{unit}", threshold.relation.sign(), exact(threshold.limit))
}

fn name(item: Item) -> String {
    inside_sentence(English.item(item).label)
}

fn names(items: &[Item], conjunction: &str) -> String {
    listed(&items.iter().map(|item| name(*item)).collect::<Vec<_>>(), conjunction)
}

/// The levels of a count, each with where it ends.
fn steps(definition: &Definition, steps: &Steps) -> String {
    let ends = steps.from.iter().skip(1).map(|(from, _)| Some(from.saturating_sub(1)));
    let levels = steps.from.iter().zip(ends.chain([None])).map(|((from, points), to)| {
        let worth = worth(definition, Exact::whole(*points));
        match to {
            Some(to) if to == *from => format!("{from}: {worth}"),
            Some(to) => format!("{from} to {to}: {worth}"),
            None => format!("{from} or more: {worth}"),
        }
    });
    let label = English.item(steps.item).label;
    format!("{label} {}", levels.collect::<Vec<_>>().join("; "))
}

/// The levels of a change: open below, closed above.
fn change(levels: &Levels) -> String {
    let [lowest, above @ ..] = levels.points;
    let above = levels.cuts.iter().zip(above);
    let above = above.map(|(cut, points)| format!("{} above {} %", exact(points), exact(*cut)));
    let first = levels.cuts.first().map_or_else(String::new, |cut| {
        format!("{} points up to an improvement of {} % of the range", exact(lowest), exact(*cut))
    });
    std::iter::once(first).chain(above).collect::<Vec<_>>().join(", ")
}

fn logarithm(term: &Logarithm) -> String {
    let each = term.each();
    let (sign, each) = if each < Exact::ZERO { ("−", each.negated()) } else { ("+", each) };
    let by = term.by.iter().map(|(item, times)| {
        let unit = English.unit(unit(*item));
        match *times == Exact::whole(1) {
            true => format!("{} in {unit}", name(*item)),
            false => format!("{} in {unit}, times {}", name(*item), exact(*times)),
        }
    });
    let by = by.collect::<Vec<_>>().join(", or ");
    let ends = term
        .ends_at
        .map_or_else(String::new, |end| format!("; any x below {0} counts as {0}", exact(end)));
    format!(
        "{} {sign} {} × ln x points when x {}; x is {by}{ends}",
        exact(term.at_one()),
        exact(each),
        against(term.beyond, ""),
    )
}

/// Under which rule sets something holds; empty under all.
pub(super) fn under(definition: &Definition, under: Under) -> String {
    let Under::Choice { option, places } = under else { return String::new() };
    let Some(option) = definition.options.get(option) else { return String::new() };
    if places.len() == option.values.len() {
        return String::new();
    }
    let values = places.iter().filter_map(|place| option.values.get(*place));
    let values: Vec<String> = values
        .map(|value| English.option_value(definition.id, option.id, value.code).label.to_owned())
        .collect();
    let label = English.option(definition.id, option.id).label;
    format!("{label}: {}", values.join(" | "))
}

/// A number that a rule takes besides its rows; empty where the name means
/// nothing.
pub(super) fn constant(definition: &Definition, name: &str) -> String {
    let of_item = |item: Item| {
        let label = English.item(item).label;
        match item.kind().limit() {
            Some(LimitName::Uln) => {
                format!("Range of the change: {label}, in multiples of its upper limit")
            }
            Some(LimitName::Low | LimitName::Detection | LimitName::High) | None => {
                format!("Range of the change: {label}")
            }
        }
    };
    match name {
        "points_per_skin_point" => {
            "Points for each point of the skin score up to its cut-off, where a fraction counts"
                .to_owned()
        }
        "ice_from_age" => "Age in years from which ICE is asked; below it, CAPD".to_owned(),
        name => Item::from_id(name).map_or_else(|| of_value(definition, name), of_item),
    }
}

/// A number that belongs to a value of an option.
fn of_value(definition: &Definition, code: &str) -> String {
    let named = definition.options.iter().find_map(|option| {
        let label = English.option_value(definition.id, option.id, code).label;
        (!label.is_empty()).then(|| (English.option(definition.id, option.id).label, label))
    });
    named.map_or_else(String::new, |(option, value)| format!("{option}: {value}"))
}
