//! A course, written.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::COURSE;
use super::layout::{JsonOut, head, lines, member, text};
use super::request::{Results, options};
use super::worksheets;
use crate::contract::Json;
use crate::instruments::{Choices, REGISTRY};
use crate::session::{
    Aside, Course, Entry, Event, EventKind, Field, Laboratory, Occasion, Origin, Reader, Record,
    Typed, VisitDraft,
};
use crate::text::Language;

/// Writes a course, with what every chosen instrument makes of each visit.
///
/// `exported_at` is the time as the caller's clock has it, in ISO 8601. Where
/// no date is to leave the device, apply [`Edit::Timing`] to a copy first.
///
/// [`Edit::Timing`]: crate::session::Edit::Timing
#[must_use]
pub fn export(course: &Course, exported_at: &str, language: &dyn Language) -> String {
    let mut reader = Reader::default();
    reader.read(course);
    lines(&Document { course, reader: &reader, exported_at, language })
}

/// What a file is made of.
struct Document<'a> {
    course: &'a Course,
    reader: &'a Reader,
    exported_at: &'a str,
    language: &'a dyn Language,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document { course, reader, exported_at, language } = *self;
        let baseline = course.place(course.baseline()).unwrap_or(0);
        let members = [
            ("timing", text(course.timing.code())),
            ("pseudonym", text(&course.pseudonym)),
            ("events", Json::List(course.events.iter().map(event).collect())),
            ("laboratory", laboratory(&course.laboratory)),
            ("scores", scores(course)),
            ("baseline", Json::Number(baseline.to_string().into())),
        ];
        let mut map = serializer.serialize_map(None)?;
        for (key, json) in head(COURSE, exported_at).iter().chain(&members) {
            map.serialize_entry(key, &JsonOut(json))?;
        }
        let visit = |visit| VisitOut { course, reader, visit, language };
        let visits: Vec<VisitOut> = course.visits().map(visit).collect();
        map.serialize_entry("visits", &visits)?;
        map.end()
    }
}

/// A visit, as it was entered and as it was scored.
struct VisitOut<'a> {
    course: &'a Course,
    reader: &'a Reader,
    visit: &'a VisitDraft,
    language: &'a dyn Language,
}

impl Serialize for VisitOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let VisitOut { course, reader, visit, language } = *self;
        let entered = visit.records().map(|(item, record)| member(item.id(), record_out(record)));
        let is_check = visit.occasion != Occasion::Visit;
        let occasion = is_check.then(|| ("occasion", text(visit.occasion.code())));
        let members = [
            ("label", text(&visit.label)),
            ("when", text(&visit.when)),
            ("day", day(course, visit)),
            ("sampled", text(&visit.sampled)),
            ("entered", Json::Object(entered.collect())),
        ];
        let mut map = serializer.serialize_map(None)?;
        for (key, json) in occasion.iter().chain(&members) {
            map.serialize_entry(key, &JsonOut(json))?;
        }
        if let Some(worksheets) = worksheets::written(&visit.worksheets) {
            map.serialize_entry("worksheets", &JsonOut(&worksheets))?;
        }
        map.serialize_entry("results", &Results { course, reader, visit: visit.id, language })?;
        map.end()
    }
}

/// The day of a visit, counted from day zero, where it is known.
pub(super) fn day(course: &Course, visit: &VisitDraft) -> Json<'static> {
    course.day(visit).map_or(Json::Null, |day| Json::Number(day.to_string().into()))
}

fn event(event: &Event) -> Json<'_> {
    let Event { kind, label, when, is_day_zero } = event;
    let members = [member("label", text(label)), member("when", text(when))];
    let kind = (*kind != EventKind::Other).then(|| member("kind", text(kind.code())));
    let day_zero = is_day_zero.then(|| member("day_zero", Json::Bool(true)));
    Json::Object(kind.into_iter().chain(members).chain(day_zero).collect())
}

/// The units and limits of a laboratory.
pub(super) fn laboratory(laboratory: &Laboratory) -> Json<'_> {
    Json::Object(laboratory.rows().map(|(item, row)| member(item.id(), typed(row))).collect())
}

/// What is scored; beside it, the rule sets that were chosen for what is not.
fn scores(course: &Course) -> Json<'_> {
    let definitions = REGISTRY.iter().map(|instrument| instrument.definition());
    let scores = definitions.map(|definition| (definition, course.score(definition.id)));
    let scores = scores
        .filter(|(_, score)| score.chosen || score.choices != Choices::default())
        .map(|(definition, score)| {
            let members = [
                member("chosen", Json::Bool(score.chosen)),
                member("options", options(definition, score.choices)),
            ];
            member(definition.id, Json::Object(members.into()))
        });
    Json::Object(scores.collect())
}

/// What was entered for an item, as it was entered: the answer or what was
/// typed, and whatever is not as it mostly is.
fn record_out(record: &Record) -> Json<'_> {
    let answer = match &record.entry {
        Some(Entry::Finding(finding)) => Some(text(finding.code())),
        Some(Entry::Attested(attested)) => Some(Json::Bool(*attested)),
        Some(Entry::Choice(code)) => Some(text(code)),
        Some(Entry::Typed(_)) | None => None,
    };
    let typed = match record.typed().map(typed) {
        Some(Json::Object(typed)) => typed,
        _ => Vec::new(),
    };
    let origin = (record.origin != Origin::Entered).then(|| text(record.origin.code()));
    let asides = Aside::ALL.into_iter().filter(|aside| !record.aside(*aside).is_empty());
    Json::Object(
        answer
            .map(|answer| member("answer", answer))
            .into_iter()
            .chain(typed)
            .chain(origin.map(|origin| member("origin", origin)))
            .chain(record.unassessable.then(|| member("unassessable", Json::Bool(true))))
            .chain(asides.map(|aside| member(aside.key(), text(record.aside(aside)))))
            .collect(),
    )
}

/// What was typed, input by input.
fn typed(typed: &Typed) -> Json<'_> {
    let fields = Field::ALL.into_iter().filter(|field| !typed.text(*field).is_empty());
    Json::Object(fields.map(|field| member(field.key(), text(typed.text(field)))).collect())
}
