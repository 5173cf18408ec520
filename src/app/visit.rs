//! What is said of a visit as a whole, and of the course it belongs to.

use leptos::prelude::*;

use super::events::events;
use super::visits::{LABEL, name_of_open};
use crate::session::{
    Course, Edit, Moment, Occasion, Timing, VisitDraft, date_of_day, day_of_date,
};
use crate::ui::element::{Element, View, button, disclosure, dynamic, element, lines, shown_while};
use crate::ui::{Derived, Session, language, platform};

/// The name and day of the open visit, and the course behind it.
pub fn visit_head() -> View {
    // Made anew for another visit, so that no half-typed date goes along.
    let session = Session::of_page();
    let shape = session.course(|course| (course.open(), course.timing));
    let fields = dynamic(move || {
        let (_, timing) = shape.get();
        let words = language().workspace();
        let label = input("text", LABEL, words.label, |it| it.label.clone(), Edit::Label)
            .child(hint("visit-label-hint", words.label_hint));
        let when = when("visit-when", timing, words, |it| it.when.clone(), Edit::When, true);
        let sampled =
            when_sampled(timing, words.sampled_all, |it| it.sampled.clone(), Edit::Sampled);
        element("div").class("rs-visit__fields").child(label).child(when).child(sampled).into()
    });
    let notes = session.course(|course| notes(course, &platform::today()));
    element("section")
        .class("rs-visit")
        .attribute("aria-label", language().workspace().this_visit)
        .child(fields)
        .child(lines(notes, |note| element("p").class("rs-item__note").child(note)))
        .child(carried_all(session))
        .child(disclosure("rs-panel", course_title(session), course_panel))
        .into()
}

/// A look at what an input of the open visit holds.
type Look = fn(&VisitDraft) -> String;

/// An input of the open visit.
fn input(kind: &str, id: &str, label: &str, look: Look, edit: fn(String) -> Edit) -> Element {
    let session = Session::of_page();
    let text = session.course(move |course| course.open_visit().map(look).unwrap_or_default());
    let input = element("input")
        .attribute("type", kind)
        .attribute("autocomplete", "off")
        .id(id)
        .value(text)
        .on("input", move |event| session.edit(edit(event_target_value(&event))));
    element("div")
        .class("rs-input")
        .child(element("label").attribute("for", id).child(label))
        .child(input)
}

/// The day of the open visit. When it has been entered, the visits are put
/// into the order of time.
fn when(
    id: &str,
    timing: Timing,
    words: &crate::text::WorkspaceText,
    look: Look,
    edit: fn(String) -> Edit,
    sorts: bool,
) -> Element {
    let (kind, label) = match timing {
        Timing::Dates => ("date", words.date),
        Timing::Days => ("text", words.day),
    };
    let session = Session::of_page();
    let field = input(kind, id, label, look, edit);
    if sorts { field.on("change", move |_| session.edit(Edit::Sort)) } else { field }
}

fn when_sampled(timing: Timing, label: &str, look: Look, edit: fn(String) -> Edit) -> Element {
    let kind = if timing == Timing::Dates { "date" } else { "text" };
    input(kind, "visit-sampled", label, look, edit)
}

fn hint(id: &str, text: &str) -> Element {
    element("p").class("rs-input__hint").id(id).child(text)
}

/// What is to be said of the day of the open visit.
fn notes(course: &Course, today: &str) -> Vec<String> {
    let words = language().workspace();
    let Some(visit) = course.open_visit() else { return Vec::new() };
    let mut notes: Vec<&str> = Vec::new();
    match course.moment(visit) {
        Moment::Unreadable => notes.push(match course.timing {
            Timing::Dates => words.not_a_date,
            Timing::Days => words.not_a_day,
        }),
        Moment::Day(day) if course.timing == Timing::Dates => {
            if day_of_date(today).is_some_and(|today| day > today) {
                notes.push(words.in_the_future);
            }
        }
        Moment::Day(_) | Moment::Unset => {}
    }
    let sampled = Moment::read(course.timing, &visit.sampled);
    if sampled == Moment::Unreadable {
        notes.push(words.sampled_unreadable);
    }
    let same_day = |other: &VisitDraft| {
        other.id != visit.id
            && course.moment(visit).day().is_some()
            && course.moment(other) == course.moment(visit)
    };
    if course.visits().any(same_day) {
        notes.push(words.same_day);
    }
    notes.into_iter().map(str::to_owned).collect()
}

/// Says how much waits to be confirmed, and confirms the answers of it together.
fn carried_all(session: Session) -> View {
    let waiting = session.course(|it| it.open_visit().map_or(0, |visit| visit.carried().count()));
    shown_while(Derived::new(move || waiting.get() > 0), move || {
        let said = Derived::new(move || language().carried_waiting(waiting.get()));
        let answers = session
            .course(|it| it.open_visit().is_some_and(|it| it.carried_answers().next().is_some()));
        let confirm = shown_while(answers, move || {
            button(language().workspace().confirm_all, move || {
                let carried = session.with_visit(|it| it.carried_answers().collect::<Vec<_>>());
                session.edit(Edit::Confirm(carried));
                platform::focus(LABEL);
            })
            .into()
        });
        element("div").class("rs-question").child(element("p").child(said)).child(confirm).into()
    })
}

/// The name of the panel about the course, with what stands for the patient.
fn course_title(session: Session) -> View {
    let pseudonym = session.course(|course| course.pseudonym.clone());
    [
        element("span").class("rs-panel__name").child(language().workspace().course_panel).into(),
        element("span").class("rs-panel__now").child(pseudonym).into(),
    ]
    .into()
}

/// What is said of the course: who, when, and what happened beside the visits.
fn course_panel() -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let pseudonym = session.course(|course| course.pseudonym.clone());
    let pseudonym = element("div")
        .class("rs-input")
        .child(element("label").attribute("for", "pseudonym").child(words.pseudonym))
        .child(
            element("input")
                .attribute("type", "text")
                .attribute("autocomplete", "off")
                .attribute("aria-describedby", "pseudonym-hint")
                .id("pseudonym")
                .value(pseudonym)
                .on("input", move |event| {
                    session.edit(Edit::Pseudonym(event_target_value(&event)))
                }),
        )
        .child(hint("pseudonym-hint", words.pseudonym_hint));
    let actions =
        element("div").class("rs-actions").child(baseline(session)).child(remove(session));
    element("div")
        .class("rs-panel__body")
        .child(pseudonym)
        .child(timing(session))
        .child(events())
        .child(actions)
        .into()
}

/// Dates, or days in their place.
fn timing(session: Session) -> Element {
    let words = language().workspace();
    let choice = |timing, name: &'static str| {
        let chosen = session.course(move |course| course.timing == timing);
        let input = element("input")
            .attribute("type", "radio")
            .attribute("name", "timing")
            .property_while("checked", chosen)
            .on("change", move |_| session.edit(Edit::Timing(timing)));
        element("label").class("rs-answer").child(input).child(element("span").child(name))
    };
    element("fieldset")
        .class("rs-choice")
        .child(element("legend").child(words.timing))
        .child(
            element("div")
                .class("rs-answers")
                .child(choice(Timing::Dates, words.dates))
                .child(choice(Timing::Days, words.days)),
        )
        .child(element("p").class("rs-input__hint").child(words.timing_hint))
}

/// Measures changes from the open visit.
fn baseline(session: Session) -> View {
    let words = language().workspace();
    let could = session.course(|course| {
        let is_visit = course.open_visit().is_some_and(|it| it.occasion == Occasion::Visit);
        is_visit && course.visits().len() > 1 && course.baseline() != course.open()
    });
    shown_while(could, move || {
        button(words.make_baseline, move || {
            let open = session.with_course(Course::open);
            session.edit(Edit::Baseline(open));
            platform::focus(LABEL);
        })
        .into()
    })
}

/// Takes the open visit away. It can be undone, so nothing is asked.
fn remove(session: Session) -> View {
    let name = session.course(name_of_open);
    let several = session.course(|course| course.visits().len() > 1);
    shown_while(several, move || {
        let say = Derived::new(move || language().remove_visit(&name.get()));
        button("", move || {
            let open = session.with_course(Course::open);
            session.edit(Edit::Remove(open));
            platform::focus(LABEL);
        })
        .child(say)
        .into()
    })
}

/// A day of the calendar, as it is shown.
#[must_use]
pub fn shown_day(course: &Course, visit: &VisitDraft) -> String {
    match (course.timing, course.moment(visit)) {
        (Timing::Dates, Moment::Day(day)) => date_of_day(day).unwrap_or_default(),
        (Timing::Days, Moment::Day(day)) => language().day(day),
        (_, Moment::Unset | Moment::Unreadable) => String::new(),
    }
}
