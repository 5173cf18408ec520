//! A note for the record: plain sentences that stand by themselves.

use super::sentences::{capitalised, inside_sentence, listed};
use super::{English, options, vocabulary};
use crate::instruments::{Assessment, Definition};
use crate::items::Item;
use crate::scoring::{
    Bounds, Category, Exact, Mention, Outcome, Part, PartValue, Role, Verdict, Warning, WarningCode,
};
use crate::text::{Language, NoteLine, NotedFinding, NotedPart, NotedValue, Then};

/// A sentence of a note.
pub(super) fn sentence(line: &NoteLine) -> String {
    match line {
        NoteLine::Visit { label, date, day } => visit(label, date, *day),
        NoteLine::Result { assessment, answered } => result(assessment, *answered),
        NoteLine::Refused(definition) => {
            format!("{}: not scored, its options exclude each other.", name(definition))
        }
        NoteLine::IsBaseline(definition) => {
            format!(
                "{}: not scored, as it measures a change and no baseline lies before this visit.",
                name(definition)
            )
        }
        NoteLine::Counted(parts) => counted(parts),
        NoteLine::Since { role, label, then } => since(*role, label, *then),
        NoteLine::Open(items) => {
            format!("Not known, and could change it: {}.", mentions(items))
        }
        NoteLine::Unassessable(items) => {
            format!("Cannot be assessed, and could change it: {}.", mentions(items))
        }
        NoteLine::Warned(warning) => warned(warning),
        NoteLine::OtherCause(findings) => {
            format!(
                "Attributed to another cause, not counted: {}.",
                joined(findings.iter().map(other_cause))
            )
        }
        NoteLine::Decided { item, finding, reason } => {
            let finding = finding.map_or_else(String::new, |finding| {
                format!(" {}", English.finding(finding).to_ascii_lowercase())
            });
            format!("Decided by the clinician: {}{finding} (“{reason}”).", inside(*item))
        }
        NoteLine::TogetherAbsent(groups) => {
            let findings: usize = groups.iter().map(|(_, findings)| findings).sum();
            let each = groups.iter().map(|(group, findings)| {
                format!("{} {findings}", inside_sentence(vocabulary::group(*group)))
            });
            let word = if findings == 1 { "finding" } else { "findings" };
            format!("Examined together and absent: {findings} {word} ({}).", joined(each))
        }
        NoteLine::TogetherConfirmed(items) => {
            format!("Confirmed together as they were at the visit before: {}.", names(items))
        }
        NoteLine::Carried(items) => {
            format!(
                "Carried over from the visit before and not confirmed, not counted: {}.",
                names(items)
            )
        }
        NoteLine::Unread(items) => {
            format!("Entered in a form that cannot be read, not counted: {}.", names(items))
        }
        NoteLine::Signature { version } => {
            format!("Entered by the clinician; computed by Rheumscore {version}.")
        }
    }
}

/// Which visit it is: "Month 6, 2026-07-01, day 182".
fn visit(label: &str, date: &str, day: Option<i32>) -> String {
    let day = day.map_or_else(String::new, |day| {
        format!("day {}", English.number(Exact::integer(day.into())))
    });
    let names: Vec<&str> =
        [label, date, day.as_str()].into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        "Visit without a date".to_owned()
    } else {
        capitalised(&names.join(", "))
    }
}

/// An instrument, without its rule set.
fn name(definition: &Definition) -> &'static str {
    English.instrument(definition.id).name
}

/// What an instrument says.
fn result(assessment: &Assessment, answered: bool) -> String {
    let Assessment { definition, choices, judgement } = assessment;
    let values: Vec<&str> = definition.chosen(*choices).map(|(_, value)| value.code).collect();
    let rule_set = options::rule_set(definition, &values);
    if !answered {
        return format!("{rule_set}: nothing that it reads was answered.");
    }
    let text = English.instrument(definition.id);
    let score = judgement.score.map(range);
    let verdict = judgement.verdict.map(|verdict| match verdict {
        Verdict::Met => text.met.to_owned(),
        Verdict::NotMet => text.not_met.to_owned(),
        Verdict::Undetermined => format!("whether it is met {}", text.undetermined),
    });
    let category = judgement.category.map(|category| match category {
        Category::Known(name) => English.category(definition.id, name).to_owned(),
        Category::Open => "more than one level possible".to_owned(),
    });
    let clinical = judgement
        .clinical
        .map(|clinical| format!("clinical score without serology {}", range(clinical)));
    let said: Vec<String> = [score, verdict, category, clinical].into_iter().flatten().collect();
    format!("{rule_set}: {}.", said.join("; "))
}

/// A score, or what it can still be.
fn range(bounds: Bounds) -> String {
    match bounds.known() {
        Some(known) => English.number(known),
        None => {
            let [lowest, highest] =
                [bounds.lowest(), bounds.highest()].map(|it| English.number(it));
            format!("{lowest} to {highest}")
        }
    }
}

/// What gave points, or how each criterion stands.
fn counted(parts: &[NotedPart]) -> String {
    if parts.is_empty() {
        return "Counted: nothing.".to_owned();
    }
    let is_criterion = |noted: &NotedPart| matches!(noted.part.outcome, Outcome::Criterion(_));
    let what = if parts.iter().all(is_criterion) { "Criteria" } else { "Counted" };
    let each: Vec<String> = parts.iter().map(part).collect();
    format!("{what}: {}.", each.join("; "))
}

/// A part and what it rests on: "proteinuria 4 (UPCR 820 mg/g)", "PGA 0.3: met".
fn part(noted: &NotedPart) -> String {
    let NotedPart { instrument, part, values } = noted;
    let name = inside_sentence(English.part(instrument, part.id));
    let read = match part.percent {
        Some(percent) => changed(part, values, percent),
        None if values.is_empty() => match part.value {
            PartValue::Open | PartValue::State(_) => String::new(),
            PartValue::Number(_) | PartValue::Attested(_) | PartValue::Code(_) => {
                English.part_value(instrument, part.id, part.value, part.outcome.is_open())
            }
        },
        None => each_value(values, part.id).join(", "),
    };
    match part.outcome {
        Outcome::Points(points) if read.is_empty() => format!("{name} {}", range(points)),
        Outcome::Points(points) => format!("{name} {} ({read})", range(points)),
        Outcome::Criterion(verdict) if read.is_empty() => {
            format!("{name}: {}", vocabulary::verdict(verdict))
        }
        Outcome::Criterion(verdict) => format!("{name} {read}: {}", vocabulary::verdict(verdict)),
    }
}

/// A change between two visits: "6.8 cm to 4.2 cm, improved by 26 % of its
/// range".
fn changed(part: &Part, values: &[NotedValue], percent: Option<Exact>) -> String {
    let values = match (part.chosen.flatten(), values) {
        // Which of several was compared is said once.
        (Some(_), [first, others @ ..]) => std::iter::once(value(first, true))
            .chain(others.iter().map(|it| value(it, false)))
            .collect(),
        (_, values) => values.iter().map(|it| value(it, false)).collect::<Vec<_>>(),
    };
    let percent =
        percent.map(|percent| format!("improved by {} % of its range", English.number(percent)));
    let said = [Some(values.join(" to ")).filter(|values| !values.is_empty()), percent];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Values behind a part or finding, named where they are not its own.
fn each_value(values: &[NotedValue], of: &str) -> Vec<String> {
    values.iter().map(|it| value(it, it.item.id() != of)).collect()
}

/// A value: "UPCR 820 mg/g", "C3 0.7 with lower limit 0.9".
fn value(value: &NotedValue, named: bool) -> String {
    let NotedValue { item, limit, .. } = value;
    let name = if named { format!("{} ", inside(*item)) } else { String::new() };
    let limit = match (*limit, item.kind().limit()) {
        ("", _) | (_, None) => String::new(),
        (limit, Some(name)) => format!(" with {} limit {limit}", vocabulary::limit(name)),
    };
    format!("{name}{}{limit}", quantity(value))
}

/// A number with its unit and drug: "5 mg/d of prednisone".
pub(super) fn quantity(value: &NotedValue) -> String {
    let NotedValue { number, unit, drug, .. } = value;
    let unit = match *unit {
        "" => String::new(),
        unit => format!(" {unit}"),
    };
    let drug = match vocabulary::drug(drug) {
        "" => String::new(),
        drug => format!(" of {}", drug.to_ascii_lowercase()),
    };
    format!("{number}{unit}{drug}")
}

/// A finding of another cause: "leukopenia (WBC 1.9 ×10⁹/L, “lymphodepletion”)".
fn other_cause(finding: &NotedFinding) -> String {
    let NotedFinding { item, values, reason } = finding;
    let mut asides = each_value(values, item.id());
    if !reason.is_empty() {
        asides.push(format!("“{reason}”"));
    }
    match asides.join(", ") {
        none if none.is_empty() => inside(*item),
        asides => format!("{} ({asides})", inside(*item)),
    }
}

/// What has changed since another visit.
fn since(role: Role, label: &str, then: Then) -> String {
    let visit = match role {
        Role::Current => "this visit",
        Role::Previous => "the visit before",
        Role::Baseline => "the baseline",
    };
    let label = if label.is_empty() { String::new() } else { format!(" ({label})") };
    match then {
        Then::Score { change, .. } if change.is_zero() => {
            format!("Unchanged since {visit}{label}.")
        }
        Then::Score { score, change } => {
            let sign = if change > Exact::ZERO { "+" } else { "" };
            format!(
                "Change since {visit}{label}: {sign}{}, from {}.",
                English.number(change),
                English.number(score)
            )
        }
        Then::Verdict(verdict) => {
            format!("At {visit}{label}: {}.", vocabulary::verdict(verdict))
        }
    }
}

/// A warning, as a statement for a reader who can change nothing.
fn warned(warning: &Warning) -> String {
    let items = mentions(&warning.items);
    match warning.code {
        WarningCode::Conflict => {
            format!("Entries contradict each other, the value or the answer was used: {items}.")
        }
        WarningCode::AttributionUnconfirmed => {
            format!("Counted from the number alone, the cause was not confirmed: {items}.")
        }
        WarningCode::Boundary => format!("Exactly where sources differ: {items}."),
        WarningCode::RuleSetMatters => format!(
            "Another choice of “{}” would give another verdict.",
            options::label(warning.option.unwrap_or_default())
        ),
        WarningCode::RecentPulse => {
            "A glucocorticoid pulse was given since the visit before; the daily dose leaves it out."
                .to_owned()
        }
        WarningCode::EnzymePanelIncomplete
        | WarningCode::Prorated
        | WarningCode::TotalEntered
        | WarningCode::TotalNotUsed
        | WarningCode::ValueCapped
        | WarningCode::BaselineZero
        | WarningCode::OrganSupportWithoutFever => English.warning(warning),
    }
}

/// Items of visits, one after another.
fn mentions(items: &[Mention]) -> String {
    joined(items.iter().map(|mention| English.mention(*mention)))
}

/// Items of this visit, one after another.
fn names(items: &[Item]) -> String {
    joined(items.iter().map(|item| inside(*item)))
}

fn joined(names: impl Iterator<Item = String>) -> String {
    listed(&names.collect::<Vec<_>>(), "and")
}

/// An item inside a sentence.
fn inside(item: Item) -> String {
    English.mention(Mention::of(Role::Current, item.id()))
}
