//! The file of the first version: one visit, those it was compared with, and
//! one result. Its visits become those of a course.

use super::compare::{Comparison, Difference};
use super::import::{answer, choices, field, take_over};
use super::opened::{Found, Place};
use super::request::ResultOut;
use crate::instruments::{Definition, find};
use crate::items::{Item, Kind};
use crate::scoring::Role;
use crate::session::{Course, Entry, Reader, Typed, VisitDraft, VisitId};
use crate::text::Language;

/// The members of a file.
const KEYS: [&str; 8] =
    ["format", "schema", "app", "exported_at", "instrument", "entered", "request", "result"];

/// The visits, in the order of time.
const IN_TIME: [Role; 3] = [Role::Baseline, Role::Previous, Role::Current];

/// What was entered, and where the stored result differs from what it comes to.
/// The request that it stores is not compared: what was entered tells all of it.
pub(super) fn restore(root: &Place, language: &dyn Language) -> Found<(Course, Vec<Difference>)> {
    root.only(&KEYS)?;
    let instrument = root.member("instrument")?;
    let Some(known) = find(instrument.text()?) else { return instrument.broken() };
    let definition = known.definition();
    let mut course = Course::default();
    course.choose(definition.id, true);
    let options = root.optional("request").and_then(|request| request.optional("options"));
    if let Some(options) = options {
        let choices = choices(definition, &options)?;
        for option in 0..definition.options.len() {
            course.set_option(definition.id, option, choices.place(option));
        }
    }
    let entered = root.member("entered")?;
    entered.only(&Role::ALL.map(Role::key))?;
    let visits = IN_TIME.into_iter().filter(|role| has_visit(definition, &course, *role, &entered));
    let visits: Vec<Found<VisitDraft>> =
        visits.map(|role| visit(role, &entered, language)).collect();
    let ids = take_over(&mut course, visits.into_iter())?;
    if let Some(first) = ids.first() {
        course.set_baseline(*first);
    }

    let mut reader = Reader::default();
    reader.read(&course);
    let mut comparison = Comparison::default();
    let stored = root.optional("result");
    for scored in &reader.score(&course, course.open()) {
        let computed = ResultOut { scored, language };
        let stored = stored.as_ref().map(Place::json);
        comparison.compare_written("/result", stored, &computed);
    }
    Ok((course, comparison.differences))
}

/// Whether a role gets a visit: something was entered for it, or the instrument
/// would take another visit for it.
fn has_visit(definition: &Definition, course: &Course, role: Role, entered: &Place) -> bool {
    let choices = course.score(definition.id).choices;
    role == Role::Current
        || entered.optional(role.key()).is_some()
        || definition.reads_at(role, choices).next().is_some()
}

/// The visit of a role, named for it.
fn visit(role: Role, entered: &Place, language: &dyn Language) -> Found<VisitDraft> {
    let mut visit = VisitDraft::new(VisitId(0));
    language.role(role).clone_into(&mut visit.label);
    let Some(entered) = entered.optional(role.key()) else { return Ok(visit) };
    for (id, place) in entered.members()? {
        let Some(item) = Item::from_id(id) else { return place.broken() };
        let entry = entry(item, &place)?;
        visit.record_mut(item, |record| record.entry = Some(entry));
    }
    Ok(visit)
}

/// One entry.
fn entry(item: Item, place: &Place) -> Found<Entry> {
    match item.kind() {
        Kind::Finding | Kind::Attestation | Kind::Choice(_) => answer(item, place),
        Kind::Measurement(_) | Kind::Count { .. } => {
            let mut typed = Typed::default();
            for (key, member) in place.members()? {
                let Some(field) = field(item, key) else { return member.broken() };
                member.text()?.clone_into(typed.text_mut(field));
            }
            if typed.is_blank() { place.broken() } else { Ok(Entry::Typed(typed)) }
        }
    }
}
