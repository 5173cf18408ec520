//! The types of requests and results for TypeScript.

use std::fmt::Write;

use super::{all, categories, parts, wire};
use crate::contract::ProblemKind;
use crate::instruments::{Definition, OptionDefinition};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::report::CONTRACT;
use crate::scoring::{Finding, Role, Scale, Units, Verdict, WarningCode};

/// The declarations: ids and codes as unions, answers by item, and what each
/// instrument takes and gives.
#[must_use]
pub fn types() -> String {
    let mut text = SHAPES.replace("CONTRACT", &CONTRACT.to_string());
    for (name, says, codes) in [
        ("Finding", "An answer to a finding.", union(Finding::ALL.map(Finding::code))),
        ("Drug", "A glucocorticoid.", union(Glucocorticoid::ALL.map(|drug| drug.code))),
        ("Verdict", "Whether a criterion holds.", union(VERDICTS.map(Verdict::code))),
        ("VisitRole", "A visit of a request.", union(Role::ALL.map(Role::key))),
        (
            "WarningCode",
            "What a reader has to know.",
            union(WarningCode::ALL.map(WarningCode::code)),
        ),
        ("ProblemCode", "What is wrong with a request.", union(ProblemKind::CODES)),
    ] {
        // Memory takes every declaration.
        let _ = write!(text, "\n/** {says} */\nexport type {name} = {codes};\n");
    }
    text + &instruments() + &answers()
}

const VERDICTS: [Verdict; 3] = [Verdict::Met, Verdict::NotMet, Verdict::Undetermined];

/// What no definition decides.
const SHAPES: &str = "\
/** `undefined` is the same as `null`: nothing is said. */
export type Maybe<T> = T | null | undefined;

/** A number, or a text of the same form, read as the decimal it shows. */
export type Amount = number | `${number}`;

/** On which side of `value` a value lies of which only a bound is known. */
export type Comparator = '<' | '<=' | '>' | '>=';

/** A number with or without a comparator, or two that it lies between. */
export type Stated<N = Amount> =
  | { value: N; comparator?: Maybe<Comparator>; from?: Maybe<never>; to?: Maybe<never> }
  | { from: N; to: N; value?: Maybe<never>; comparator?: Maybe<never> };

/** A count: a number, or an object with a comparator or a range. */
export type Count =
  | number
  | { value: number; comparator: Comparator; from?: Maybe<never>; to?: Maybe<never> }
  | { from: number; to: number; value?: Maybe<never>; comparator?: Maybe<never> };

/** The id of an instrument. */
export type InstrumentId = keyof Instruments;

/** The id of an item. */
export type ItemId = keyof Answers;

/** The options of an instrument, each with one of its values. */
export type Options<I extends InstrumentId = InstrumentId> = Instruments[I]['options'];

/** What is asked of an instrument. */
export interface Request<I extends InstrumentId = InstrumentId> {
  id?: Maybe<string>;
  instrument: I;
  options?: Maybe<{ [O in keyof Options<I>]?: Maybe<Options<I>[O]> }>;
  current?: Maybe<Answers>;
  previous?: Maybe<Answers>;
  baseline?: Maybe<Answers>;
}

/** What it comes to. */
export interface Result<I extends InstrumentId = InstrumentId> {
  id: string | null;
  contract: CONTRACT;
  engine: string;
  definitions: string;
  instrument: I;
  rule_set: string;
  rule_set_text: string;
  status: 'complete' | 'partial';
  score: Instruments[I]['score'];
  min: Instruments[I]['score'];
  max: Instruments[I]['score'];
  verdict: Verdict | null;
  category: Instruments[I]['category'] | null;
  /** The score without serology: SLEDAI sheets only. */
  clinical?: { score: number | null; min: number; max: number };
  parts: Part<I>[];
  missing: string[];
  warnings: Warning<I>[];
  options: Options<I>;
}

/** A row of the calculation: points, a range of points, or a verdict. */
export type Part<I extends InstrumentId = InstrumentId> = {
  id: Instruments[I]['part'];
  value: number | string | boolean | null;
  percent?: number | null;
  item?: ItemId | null;
} & ({ points: number } | { min: number; max: number } | { verdict: Verdict });

/** What a reader has to know beside the result. */
export type Warning<I extends InstrumentId = InstrumentId> = { code: WarningCode; message: string } & (
  | { items: string[] }
  | { option: keyof Options<I> }
);

/** A request that was not scored, with everything that is wrong with it. */
export interface Refusal<C extends string = ProblemCode> {
  id: string | null;
  errors: Problem<C>[];
}

/** Something wrong; `path` is a JSON Pointer. */
export interface Problem<C extends string = ProblemCode> {
  path: string;
  code: C;
  message: string;
}
";

/// What each instrument takes and gives.
fn instruments() -> String {
    let mut text =
        "\n/** What each instrument takes and gives. */\nexport interface Instruments {\n"
            .to_owned();
    for definition in all() {
        let score = if definition.range.is_some() { "number | null" } else { "null" };
        let category = or_never(categories(definition));
        let parts = union(parts(definition));
        let _ = write!(
            text,
            "  '{}': {{\n    options: {};\n    score: {score};\n    category: {category};\n    \
             part: {parts};\n  }};\n",
            definition.id,
            options(definition)
        );
    }
    text + "}\n"
}

fn options(definition: &Definition) -> String {
    let member = |option: &OptionDefinition| {
        let values: Vec<String> =
            option.values.iter().map(|value| wire(option, value, '\'')).collect();
        format!("{}: {}", option.id, values.join(" | "))
    };
    let members: Vec<String> = definition.options.iter().map(member).collect();
    format!("{{ {} }}", members.join("; "))
}

/// The answers to each item.
fn answers() -> String {
    let mut text = "\n/** The answers of a visit. What is left out is unknown, and never taken as absent. */\n\
                    export interface Answers {\n"
        .to_owned();
    for item in Item::all() {
        let _ = writeln!(text, "  {}?: Maybe<{}>;", item.id(), answer(item.kind()));
    }
    text + "}\n"
}

fn answer(kind: Kind) -> String {
    match kind {
        Kind::Finding => "Finding | boolean".to_owned(),
        Kind::Measurement(scale) => quantity(scale),
        Kind::Count { .. } => "Count".to_owned(),
        Kind::Choice(codes) => union(codes.iter().copied()),
        Kind::Attestation => "boolean".to_owned(),
    }
}

/// A quantity; a bare number as well where it needs no unit and no limit.
fn quantity(scale: &Scale) -> String {
    let codes = || union(scale.unit_codes());
    let unit = match scale.units {
        Units::Listed([]) => None,
        Units::Listed(_) if scale.needs_unit() => Some(format!("unit: {}", codes())),
        Units::Listed(_) => Some(format!("unit?: Maybe<{}>", codes())),
        Units::Any => Some("unit?: Maybe<string>".to_owned()),
    };
    let limit = scale.limit.map(|limit| format!("{}: Amount", limit.key()));
    let drug = scale.drug.then(|| "drug?: Maybe<Drug>".to_owned());
    let members: Vec<String> = [unit, limit, drug].into_iter().flatten().collect();
    let bare = if scale.needs_unit() || scale.limit.is_some() { "" } else { "Amount | " };
    match members.as_slice() {
        [] => format!("{bare}Stated"),
        members => format!("{bare}(Stated & {{ {} }})", members.join("; ")),
    }
}

fn or_never(codes: Vec<&str>) -> String {
    if codes.is_empty() { "never".to_owned() } else { union(codes) }
}

fn union<'a>(codes: impl IntoIterator<Item = &'a str>) -> String {
    let codes: Vec<String> = codes.into_iter().map(|code| format!("'{code}'")).collect();
    codes.join(" | ")
}
