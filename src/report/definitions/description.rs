//! An instrument as data, with its words in a language: what a page or a data
//! manager wants to show of it.

use serde_json::{Map, Value, json};

use super::read_items;
use crate::instruments::{
    Choices, Combination, Definition, Instrument, Levels, OptionDefinition, OptionValue, Reads,
    Row, RowRule, Under,
};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::report::number::Number;
use crate::scoring::{
    Bands, Edge, Evidence, Exact, Fact, Finding, LimitName, Scale, Source, Threshold, Units,
};
use crate::text::{ChoiceText, Language};

/// An instrument as JSON.
#[must_use]
pub fn description(instrument: &dyn Instrument, language: &dyn Language) -> String {
    let definition = instrument.definition();
    let text = language.instrument(definition.id);
    let describing = Describing { instrument, definition, language };
    let described = json!({
        "id": definition.id,
        "definitions": definition.fingerprint(),
        "locale": language.tag(),
        "name": text.name,
        "disease": language.disease(definition.disease),
        "measures": text.measures,
        "not_for": text.not_for,
        "preview": definition.preview,
        "range": definition.range.map(|(lowest, highest)| range(lowest, highest)),
        "combination": combination(definition.combination),
        "bands": definition.bands.map(|bands| describing.bands(bands)),
        "levels": list(definition.levels, |level| json!({
            "id": level,
            "label": language.category(definition.id, level),
        })),
        "cutoff": definition.cutoff.map(|(cutoff, fact)| with_fact(threshold(cutoff), fact)),
        "options": list(definition.options, |option| describing.option(option)),
        "reads": list(definition.reads, |reads| describing.reads(reads)),
        "rows": list(definition.rows, |row| describing.row(row)),
        "items": list(&read_items(definition), |(item, _)| describing.item(*item)),
        "sources": list(definition.sources, source),
        "evidence": list(&Evidence::ALL, |evidence| {
            told(evidence.code(), language.evidence(*evidence))
        }),
    });
    // It has texts for keys and finite numbers.
    serde_json::to_string_pretty(&described).unwrap_or_default() + "\n"
}

/// An instrument that is being described.
struct Describing<'a> {
    instrument: &'a dyn Instrument,
    definition: &'static Definition,
    language: &'a dyn Language,
}

impl Describing<'_> {
    fn option(&self, option: &OptionDefinition) -> Value {
        let text = self.language.option(self.definition.id, option.id);
        merged(
            told(option.id, text),
            json!({
                "values": list(option.values, |value| self.value(option, value)),
            }),
        )
    }

    fn value(&self, option: &OptionDefinition, value: &OptionValue) -> Value {
        let ChoiceText { label, explains } =
            self.language.option_value(self.definition.id, option.id, value.code);
        let described = json!({
            "value": code(option, value),
            "label": label,
            "explains": explains,
            "bands": value.bands.map(|bands| self.bands(bands)),
            "max": value.highest.map(Number),
        });
        with_fact(described, value.fact)
    }

    /// Bands from the lowest up, each with its upper end and whether that end
    /// belongs to it.
    fn bands(&self, bands: &Bands) -> Value {
        list(bands.bands, |band| {
            json!({
                "id": band.name,
                "label": self.language.category(self.definition.id, band.name),
                "upper": band.upper.map(Number),
                "upper_included": bands.edge == Edge::Closed,
            })
        })
    }

    /// Under which values of an option something holds; `null` under all.
    fn when(&self, under: Under) -> Value {
        match under {
            Under::Always => Value::Null,
            Under::Choice { option, places } => {
                self.definition.options.get(option).map_or(Value::Null, |option| {
                    let values = places.iter().filter_map(|place| option.values.get(*place));
                    let values: Vec<Value> = values.map(|value| code(option, value)).collect();
                    json!({ "option": option.id, "values": values })
                })
            }
        }
    }

    fn reads(&self, reads: &Reads) -> Value {
        json!({
            "visit": reads.role.key(),
            "items": ids(reads.items),
            "when": self.when(reads.under),
        })
    }

    fn row(&self, row: &Row) -> Value {
        let rule = match row.rule {
            RowRule::Finding { points, .. } => {
                json!({ "rule": "finding", "points": Number(points) })
            }
            RowRule::Beyond { points, threshold: limit, .. } => {
                merged(json!({ "rule": "beyond", "points": Number(points) }), threshold(limit))
            }
            RowRule::Change(levels) => json!({ "rule": "change", "levels": self::levels(levels) }),
            RowRule::Grade { highest, .. } => json!({ "rule": "grade", "max": highest }),
            RowRule::LiftedGrade { highest, aid, to, .. } => json!({
                "rule": "grade", "max": highest, "aid": aid.id(), "with_aid_at_least": to,
            }),
            RowRule::Codes { item, points } => {
                let codes = item.choices().iter().zip(points);
                let points =
                    codes.map(|(code, points)| ((*code).to_owned(), json!(Number(*points))));
                json!({ "rule": "codes", "points": points.collect::<Map<String, Value>>() })
            }
            RowRule::Steps(by) => json!({ "rule": "steps", "by": list(by, |steps| json!({
                "item": steps.item.id(),
        "levels": list(steps.from, |(from, points)| json!({
                    "from": from, "points": points,
                })),
            })) }),
            RowRule::AnyOf { any, points } => json!({
                "rule": "any_of", "points": points, "any": list(any, |all| ids(all)),
            }),
            RowRule::Constant(points) => json!({ "rule": "constant", "points": Number(points) }),
            RowRule::PerCount { any, each, .. } => json!({
                "rule": "per_count", "points_if_any": Number(any), "points_each": Number(each),
            }),
            RowRule::Logarithm(term) => merged(
                json!({
                    "rule": "logarithm",
                    "of": list(term.by, |(item, times)| json!({
                        "item": item.id(), "times": Number(*times),
                    })),
                    "points_at_one": Number(term.at_one()),
                    "points_each": Number(term.each()),
                }),
                threshold(term.beyond),
            ),
            RowRule::Criterion(limit) => merged(json!({ "rule": "criterion" }), threshold(limit)),
            RowRule::Quiet { total, absent } => {
                merged(json!({ "rule": "quiet", "absent": ids(absent) }), threshold(total))
            }
            RowRule::Counts(counts) => {
                json!({ "rule": "counts", "of": list(counts, |(item, limit)| {
                merged(json!({ "item": item.id() }), threshold(*limit))
            }) })
            }
            RowRule::RisenBeyond(limit) => {
                merged(json!({ "rule": "risen_beyond" }), threshold(limit))
            }
            RowRule::Difference(limit) => merged(json!({ "rule": "difference" }), threshold(limit)),
            RowRule::RelativeChange { improved, worsened } => json!({
                "rule": "relative_change",
                "improved_percent": improved,
                "worsened_percent": worsened,
            }),
            RowRule::Present(item) => json!({ "rule": "present", "item": item.id() }),
            RowRule::Absent(item) => json!({ "rule": "absent", "item": item.id() }),
            RowRule::Statement => json!({ "rule": "statement" }),
            RowRule::NothingNew => json!({ "rule": "nothing_new" }),
        };
        let item = Item::from_id(row.id);
        let derivation =
            item.and_then(|item| self.instrument.derivation(&Choices::default(), item));
        let described = json!({
            "id": row.id,
            "label": self.language.part(self.definition.id, row.id),
            "derivation": derivation.map(|derivation| self.language.derivation(derivation)),
            "gives": row.gives,
            "when": self.when(row.under),
        });
        with_fact(merged(described, rule), row.fact)
    }

    fn item(&self, item: Item) -> Value {
        let text = self.language.item_for(self.definition.id, item);
        let described = json!({
            "id": item.id(),
            "label": text.label,
            "counts": text.counts,
            "excludes": text.excludes,
            "window": text.window,
            "measured_by": ids(&self.definition.measurements(item).collect::<Vec<Item>>()),
        });
        merged(described, kind(item.kind()))
    }
}

/// How the rows come to a result.
fn combination(combination: Combination) -> Value {
    match combination {
        Combination::Sum => json!({ "of_rows": "sum" }),
        Combination::Mean { of_at_least } => {
            json!({ "of_rows": "mean", "of_at_least": of_at_least })
        }
        Combination::All => json!({ "of_rows": "all" }),
        Combination::Worst => json!({ "of_rows": "worst" }),
        Combination::Improved { enough, most_worsened } => json!({
            "of_rows": "improved", "at_least": enough, "worsened_at_most": most_worsened,
        }),
    }
}

fn ids(items: &[Item]) -> Value {
    list(items, |item| json!(item.id()))
}

/// What an answer looks like.
fn kind(kind: Kind) -> Value {
    match kind {
        Kind::Finding => json!({ "kind": "finding", "codes": Finding::ALL.map(Finding::code) }),
        Kind::Measurement(scale) => merged(json!({ "kind": "quantity" }), self::scale(scale)),
        Kind::Count { highest } => {
            json!({ "kind": "count", "range": range(Exact::ZERO, Exact::from(highest)) })
        }
        Kind::Choice(codes) => json!({ "kind": "choice", "codes": codes }),
        Kind::Attestation => json!({ "kind": "statement" }),
    }
}

fn scale(scale: &Scale) -> Value {
    let units = match scale.units {
        Units::Listed(_) => json!(scale.unit_codes().collect::<Vec<&str>>()),
        Units::Any => json!("any"),
    };
    let drugs = scale.drug.then(|| Glucocorticoid::ALL.map(|drug| drug.code));
    json!({
        "units": units,
        "range": range(scale.lowest, scale.highest),
        "limit": scale.limit.map(LimitName::key),
        "drugs": drugs,
    })
}

/// The points of a change, level by level, and above how many percent of the
/// range each begins.
fn levels(levels: &Levels) -> Value {
    let cuts = std::iter::once(None).chain(levels.cuts.into_iter().map(Some));
    let levels = cuts.zip(levels.points).map(
        |(above, points)| json!({ "above_percent": above.map(Number), "points": Number(points) }),
    );
    levels.collect()
}

fn range(lowest: Exact, highest: Exact) -> Value {
    json!({ "min": Number(lowest), "max": Number(highest) })
}

fn threshold(threshold: Threshold) -> Value {
    json!({ "operator": threshold.relation.sign(), "limit": Number(threshold.limit) })
}

fn source(source: &Source) -> Value {
    json!({
        "key": source.key,
        "reference": source.reference,
        "doi": source.doi,
        "evidence": source.evidence.code(),
    })
}

fn told(id: &str, text: ChoiceText) -> Value {
    json!({ "id": id, "label": text.label, "explains": text.explains })
}

/// The value of an option on the wire.
fn code(option: &OptionDefinition, value: &OptionValue) -> Value {
    let number = value.code.parse::<u32>().ok().filter(|_| option.integer);
    number.map_or_else(|| json!(value.code), |number| json!(number))
}

/// Adds how well something is confirmed, and where it stands.
fn with_fact(described: Value, fact: Fact) -> Value {
    merged(described, json!({ "evidence": fact.evidence.code(), "locator": fact.locator }))
}

/// The members of two objects in one.
fn merged(mut one: Value, other: Value) -> Value {
    if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    one
}

fn list<T>(all: &[T], described: impl Fn(&T) -> Value) -> Value {
    all.iter().map(described).collect()
}
