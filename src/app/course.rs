//! The course over time: a chart a score, from a table that is there as well.

use super::around::around;
use super::comes_to::comes_to;
use super::files::Files;
use super::heading;
use super::link;
use super::output::output;
use super::route::Route;
use super::visit::shown_day;
use crate::instruments::{REGISTRY, find};
use crate::report::drawing::{ChartInput, ChartMark, ChartPoint, Yardstick};
use crate::report::{event_name, visit_name};
use crate::session::{Course, Event, EventKind, Moment, Reader, Scored, VisitDraft};
use crate::ui::element::{Element, View, dynamic, element, shown_while};
use crate::ui::{Session, chart, headline, language, table_row};

/// The page.
pub fn course() -> View {
    let words = language().workspace();
    let session = Session::of_page();
    let top = element("div")
        .class("rs-heading")
        .child(link(Route::Visit, words.back_to_visit))
        .child(heading(words.course_title));
    let single = session.course(|course| course.visits().len() < 2);
    let alone = shown_while(single, move || {
        element("p").class("rs-message").child(words.needs_visits).into()
    });
    let charts = dynamic(move || {
        let rows = session.follow_course(rows);
        let views = shown(&rows).into_iter().map(|id| score(session, id, &rows).into());
        views.collect::<Vec<View>>().into()
    });
    let output = output(Files::of_page()).into();
    [top.into(), alone, around(session), charts, comes_to(session), output].into()
}

/// The grades that are told day by day, around the infusion.
const BY_DAY: [&str; 2] = ["crs-astct-2019", "icans-astct-2019"];

/// A visit of the course, scored.
pub struct Row {
    name: String,
    when: String,
    day: Option<i32>,
    /// What each chosen instrument makes of it.
    pub scored: Vec<Scored>,
}

/// The visits of a course, scored.
pub fn rows(course: &Course) -> Vec<Row> {
    let mut reader = Reader::default();
    reader.read(course);
    let row = |visit: &VisitDraft| Row {
        name: visit_name(course, visit, language()),
        when: shown_day(course, visit),
        day: course.day(visit),
        scored: reader.score(course, visit.id),
    };
    course.visits().map(row).collect()
}

/// The scores that any of the visits has, but for those that are told day by day.
pub fn shown(rows: &[Row]) -> Vec<&'static str> {
    let has = |id: &&str| rows.iter().any(|row| row.of(id).is_some()) && !BY_DAY.contains(id);
    REGISTRY.iter().map(|instrument| instrument.definition().id).filter(has).collect()
}

impl Row {
    /// What an instrument makes of the visit, where it is scored there.
    fn of(&self, id: &str) -> Option<&Scored> {
        self.scored.iter().find(|scored| scored.definition().id == id)
    }
}

/// A score over the visits.
fn score(session: Session, id: &'static str, rows: &[Row]) -> Element {
    let name = language().instrument(id).name;
    let heading = format!("course-{id}");
    let [drawn, table] = chart_and_table(session, id, rows);
    element("section")
        .class("rs-course")
        .attribute("aria-labelledby", &heading)
        .child(element("h2").id(&heading).child(name))
        .child(drawn)
        .child(
            element("div")
                .class("rs-scroll")
                .attribute("tabindex", "0")
                .attribute("role", "region")
                .attribute("aria-labelledby", &heading)
                .child(table),
        )
}

/// A score over the visits, drawn and listed.
pub fn chart_and_table(session: Session, id: &'static str, rows: &[Row]) -> [View; 2] {
    let cells = rows.iter().filter_map(|row| {
        let scored = row.of(id)?;
        let level = scored.assessed().filter(|it| it.answered);
        let level = level.map(|it| language().level(&it.assessment)).unwrap_or_default();
        Some(table_row(vec![row.name.clone(), row.when.clone(), headline(scored), level]))
    });
    let words = language().workspace();
    let titles = [words.visit_title, words.when, words.standing, words.level];
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(title));
    let table = element("table")
        .class("rs-table")
        .child(element("caption").class("rs-hidden").child(language().instrument(id).name))
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(cells));
    [drawing(session, id, rows), table.into()]
}

/// The chart of a score, where two visits or more have a day.
fn drawing(session: Session, id: &'static str, rows: &[Row]) -> View {
    let Some(definition) = find(id).map(|instrument| instrument.definition()) else {
        return View::nothing();
    };
    let mut choices = crate::instruments::Choices::default();
    let points: Vec<ChartPoint> = rows
        .iter()
        .filter_map(|row| {
            let scored = row.of(id)?;
            choices = scored.choices;
            let judgement =
                scored.assessed().filter(|it| it.answered).map(|it| &it.assessment.judgement);
            Some(ChartPoint {
                label: row.name.clone(),
                day: i64::from(row.day?),
                score: judgement.and_then(|it| it.score),
                verdict: judgement.and_then(|it| it.verdict),
            })
        })
        .collect();
    let draws = |point: &ChartPoint| point.score.is_some() || point.verdict.is_some();
    if !points.iter().any(draws) {
        return View::nothing();
    }
    if points.len() < 2 {
        let words = language().workspace();
        return element("p").class("rs-quiet").child(words.needs_days).into();
    }
    let marks = session.with_course(|course| {
        let zero = course.day_zero().unwrap_or_default();
        let mark = |event: &Event| {
            let day = Moment::read(course.timing, &event.when).day()?;
            Some(ChartMark { label: event_name(event, language()), day: i64::from(day - zero) })
        };
        // What was given against what the cells did, and B cells, are told day by day.
        let is_landmark =
            |event: &&Event| matches!(event.kind, EventKind::Infusion | EventKind::Other);
        course.events.iter().filter(is_landmark).filter_map(mark).collect::<Vec<ChartMark>>()
    });
    let input = ChartInput { yardstick: Yardstick::of(definition, choices), points, marks };
    chart(&input, language().instrument(id).name).into()
}
