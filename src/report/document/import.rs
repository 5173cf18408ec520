//! A course, read.

use super::compare::{Comparison, Difference};
use super::export::day;
use super::opened::{Found, Opened, Place};
use super::request::Results;
use super::{COURSE, EARLIER, MOST_VISITS, earlier, laboratory, worksheets};
use crate::contract::{FileProblem, Json};
use crate::instruments::{Choices, Definition, find};
use crate::items::{Item, Kind};
use crate::scoring::Finding;
use crate::session::{
    Aside, Course, Entry, Event, EventKind, Field, Occasion, Origin, Reader, Record, Timing, Typed,
    VisitDraft, VisitId,
};
use crate::text::Language;

/// A file that was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What was entered. The last visit is open.
    pub course: Course,
    /// The program that wrote it, as it says.
    pub version: String,
    /// Where what is stored differs from what is computed now; of very many
    /// differences, the first.
    pub differences: Vec<Difference>,
}

/// Reads a course, or a visit as the first version wrote it.
///
/// # Errors
/// [`FileProblem`] where it cannot be taken over whole: nothing of a file is
/// dropped in silence.
pub fn import(bytes: &[u8], language: &dyn Language) -> Result<Import, FileProblem> {
    let file = Opened::read(bytes, &[COURSE, EARLIER])?;
    let (course, differences) = if file.format == EARLIER {
        earlier::restore(&file.root(), language).map_err(|problem| file.explained(problem))?
    } else {
        let course = restore(&file.root()).map_err(|problem| file.explained(problem))?;
        let differences = compared(&file.json, &course, language);
        (course, differences)
    };
    Ok(Import { course, version: file.version, differences })
}

/// No course comes near this many events.
const MOST_EVENTS: usize = 1_000;

/// The members of a file.
const KEYS: [&str; 11] = [
    "format",
    "schema",
    "app",
    "exported_at",
    "timing",
    "pseudonym",
    "events",
    "laboratory",
    "scores",
    "baseline",
    "visits",
];

/// What was entered, from a file.
fn restore(root: &Place) -> Found<Course> {
    root.only(&KEYS)?;
    let mut course = Course::default();
    course.pseudonym = root.member("pseudonym")?.owned()?;
    let timing = root.member("timing")?;
    let code = timing.text()?;
    let known = Timing::ALL.into_iter().find(|timing| timing.code() == code);
    course.timing = known.map_or_else(|| timing.broken(), Ok)?;
    let events = root.member("events")?;
    if events.elements()?.len() > MOST_EVENTS {
        return events.broken();
    }
    for place in events.elements()? {
        let event = event(&place)?;
        if event.is_day_zero && course.events.iter().any(|other| other.is_day_zero) {
            return place.member("day_zero")?.broken();
        }
        course.events.push(event);
    }
    course.laboratory = laboratory::restore(&root.member("laboratory")?)?;
    for (id, place) in root.member("scores")?.members()? {
        score(&mut course, id, &place)?;
    }
    let visits = root.member("visits")?;
    let places = visits.elements()?;
    match places.len() {
        0 => return visits.broken(),
        1..=MOST_VISITS => {}
        _ => return Err(FileProblem::TooLarge),
    }
    let ids = take_over(&mut course, places.map(|place| visit(&place)))?;
    let baseline = root.member("baseline")?;
    match ids.get(baseline.index()?) {
        Some(id) => course.set_baseline(*id),
        None => return baseline.broken(),
    }
    Ok(course)
}

/// Puts visits in the place of the blank one that a course begins with, and
/// opens the last.
pub(super) fn take_over(
    course: &mut Course,
    visits: impl Iterator<Item = Found<VisitDraft>>,
) -> Found<Vec<VisitId>> {
    let blank = course.open();
    let ids = visits.map(|visit| Ok(course.push(visit?))).collect::<Found<Vec<VisitId>>>()?;
    course.remove(blank);
    if let Some(last) = ids.last() {
        course.open_at(*last);
    }
    Ok(ids)
}

fn event(place: &Place) -> Found<Event> {
    place.only(&["kind", "label", "when", "day_zero"])?;
    Ok(Event {
        kind: coded(place, "kind", EventKind::ALL, EventKind::code)?,
        label: place.member("label")?.owned()?,
        when: place.member("when")?.owned()?,
        is_day_zero: place.optional("day_zero").map_or(Ok(false), |place| place.flag())?,
    })
}

/// What a code stands for; the usual where none is written.
fn coded<T: Copy + Default, const MANY: usize>(
    place: &Place,
    key: &str,
    all: [T; MANY],
    code_of: fn(T) -> &'static str,
) -> Found<T> {
    let Some(place) = place.optional(key) else { return Ok(T::default()) };
    let code = place.text()?;
    all.into_iter().find(|known| code_of(*known) == code).map_or_else(|| place.broken(), Ok)
}

/// Whether and how an instrument is scored.
fn score(course: &mut Course, id: &str, place: &Place) -> Found<()> {
    let Some(instrument) = find(id) else { return place.broken() };
    let definition = instrument.definition();
    place.only(&["chosen", "options"])?;
    course.choose(definition.id, place.member("chosen")?.flag()?);
    let choices = choices(definition, &place.member("options")?)?;
    for option in 0..definition.options.len() {
        course.set_option(definition.id, option, choices.place(option));
    }
    Ok(())
}

/// The rule set of an instrument; the default where none is named.
pub(super) fn choices(definition: &Definition, place: &Place) -> Found<Choices> {
    let mut choices = Choices::default();
    for (key, place) in place.members()? {
        let option = definition.options.iter().position(|option| option.id == key);
        let Some((at, option)) = option.and_then(|at| Some((at, definition.options.get(at)?)))
        else {
            return place.broken();
        };
        let (Json::Text(code) | Json::Number(code)) = place.json() else { return place.broken() };
        let Some(value) = option.values.iter().position(|value| value.code == code) else {
            return place.broken();
        };
        choices.choose(at, value);
    }
    Ok(choices)
}

fn visit(place: &Place) -> Found<VisitDraft> {
    place.only(&[
        "occasion",
        "label",
        "when",
        "day",
        "sampled",
        "entered",
        "worksheets",
        "results",
    ])?;
    let mut visit = VisitDraft::new(VisitId(0));
    visit.occasion = coded(place, "occasion", Occasion::ALL, Occasion::code)?;
    visit.label = place.member("label")?.owned()?;
    visit.when = place.member("when")?.owned()?;
    visit.sampled = place.member("sampled")?.owned()?;
    for (id, place) in place.member("entered")?.members()? {
        let Some(item) = Item::from_id(id) else { return place.broken() };
        let restored = record(item, &place)?;
        visit.record_mut(item, |record| *record = restored);
    }
    if let Some(place) = place.optional("worksheets") {
        visit.worksheets = worksheets::restore(&place)?;
    }
    Ok(visit)
}

/// What was entered for an item.
fn record(item: Item, place: &Place) -> Found<Record> {
    let mut record = Record::default();
    let mut typed: Option<Typed> = None;
    for (key, place) in place.members()? {
        let aside = Aside::ALL.into_iter().find(|aside| aside.key() == key);
        match (key, aside) {
            (_, Some(aside)) => *record.aside_mut(aside) = place.owned()?,
            ("answer", None) => record.entry = Some(answer(item, &place)?),
            ("origin", None) => {
                let code = place.text()?;
                let origin = Origin::ALL.into_iter().find(|origin| origin.code() == code);
                record.origin = origin.map_or_else(|| place.broken(), Ok)?;
            }
            ("unassessable", None) => record.unassessable = place.flag()?,
            (key, None) => {
                let Some(field) = field(item, key) else { return place.broken() };
                place.text()?.clone_into(typed.get_or_insert_default().text_mut(field));
            }
        }
    }
    match typed {
        Some(typed) if typed.is_blank() => return place.broken(),
        Some(typed) => record.entry = Some(Entry::Typed(typed)),
        None => {}
    }
    // A blank entry would be gone.
    if record.is_blank() { place.broken() } else { Ok(record) }
}

/// An answer that is not typed.
pub(super) fn answer(item: Item, place: &Place) -> Found<Entry> {
    let entry = match (item.kind(), place.json()) {
        (Kind::Finding, Json::Text(code)) => Finding::from_code(code).map(Entry::Finding),
        (Kind::Attestation, Json::Bool(attested)) => Some(Entry::Attested(*attested)),
        (Kind::Choice(codes), Json::Text(code)) => {
            codes.iter().find(|known| *known == code).map(|code| Entry::Choice(code))
        }
        _ => None,
    };
    entry.map_or_else(|| place.broken(), Ok)
}

/// An input of an item. Any measured value may name its unit, also where a form
/// does not ask for it.
pub(super) fn field(item: Item, key: &str) -> Option<Field> {
    let takes_numbers = matches!(item.kind(), Kind::Measurement(_) | Kind::Count { .. });
    let unit = item.kind().scale().map(|_| Field::Unit);
    Field::of(item).chain(unit).find(|field| takes_numbers && field.key() == key)
}

/// Where a file differs from what it comes to now.
fn compared(file: &Json, course: &Course, language: &dyn Language) -> Vec<Difference> {
    let mut reader = Reader::default();
    reader.read(course);
    let mut comparison = Comparison::default();
    let stored = match file.member("visits") {
        Some(Json::List(visits)) => visits.as_slice(),
        _ => &[],
    };
    for ((at, visit), stored) in course.visits().enumerate().zip(stored) {
        let path = format!("/visits/{at}");
        let day = day(course, visit);
        comparison.compare(&format!("{path}/day"), stored.member("day"), Some(&day));
        let results = Results { course, reader: &reader, visit: visit.id, language };
        comparison.compare_written(&format!("{path}/results"), stored.member("results"), &results);
    }
    comparison.differences
}
