//! What happened beside the visits: an infusion, from which days are counted,
//! and what was given or stopped around it.

use leptos::prelude::*;

use crate::session::{Edit, Event, EventKind, Timing};
use crate::ui::element::{Element, View, button, dynamic, element, shown_while};
use crate::ui::{Derived, Session, language};

/// What happened beside the visits.
pub fn events() -> Element {
    let session = Session::of_page();
    let words = language().workspace();
    let count = session.course(|course| (course.events.len(), course.timing));
    let rows = dynamic(move || {
        let (count, timing) = count.get();
        (0..count).map(|at| event(session, at, timing).into()).collect::<Vec<View>>().into()
    });
    let add = button(words.add_event, move || {
        let is_first = session.with_course(|course| course.events.is_empty());
        let when = match session.with_course(|course| course.timing) {
            Timing::Days if is_first => "0".to_owned(),
            Timing::Days | Timing::Dates => String::new(),
        };
        let kind = if is_first { EventKind::Infusion } else { EventKind::Other };
        let event = Event { kind, label: String::new(), when, is_day_zero: is_first };
        session.edit(Edit::AddEvent(event));
    });
    element("fieldset")
        .class("rs-choice")
        .child(element("legend").child(words.events))
        .child(rows)
        .child(add)
}

fn event(session: Session, at: usize, timing: Timing) -> Element {
    let words = language().workspace();
    let of = move |look: fn(&Event) -> String| {
        session.course(move |course| course.events.get(at).map(look).unwrap_or_default())
    };
    let field = |key: &str,
                 label: &str,
                 kind: &str,
                 look: fn(&Event) -> String,
                 set: fn(&mut Event, String)| {
        let id = format!("event-{at}-{key}");
        element("div")
            .class("rs-input")
            .child(element("label").attribute("for", &id).child(label))
            .child(
                element("input")
                    .attribute("type", kind)
                    .attribute("autocomplete", "off")
                    .id(&id)
                    .value(of(look))
                    .on("input", move |event| {
                        let text = event_target_value(&event);
                        change_event(session, at, |event| set(event, text));
                    }),
            )
    };
    let (kind, when) = match timing {
        Timing::Dates => ("date", words.date),
        Timing::Days => ("text", words.day),
    };
    let zero = shown_while(counts_days(session, at), move || day_zero(session, at).into());
    element("div")
        .class("rs-event")
        .child(kind_of_event(session, at))
        .child(field(
            "label",
            words.event,
            "text",
            |it| it.label.clone(),
            |it, text| it.label = text,
        ))
        .child(field("when", when, kind, |it| it.when.clone(), |it, text| it.when = text))
        .child(zero)
        .child(button(words.remove, move || session.edit(Edit::RemoveEvent(at))))
}

/// Changes an event.
fn change_event(session: Session, at: usize, change: impl FnOnce(&mut Event)) {
    let event = session.with_course(|course| course.events.get(at).cloned());
    if let Some(mut event) = event {
        change(&mut event);
        session.edit(Edit::ChangeEvent(at, event));
    }
}

/// What kind an event was.
fn kind_of_event(session: Session, at: usize) -> Element {
    let id = format!("event-{at}-kind");
    let option = |kind: EventKind| {
        let is_chosen =
            session.course(move |course| course.events.get(at).is_some_and(|it| it.kind == kind));
        element("option")
            .attribute("value", kind.code())
            .property_while("selected", is_chosen)
            .child(language().event(kind.code()))
    };
    let select =
        element("select").id(&id).children(EventKind::ALL.map(option)).on("change", move |event| {
            let code = event_target_value(&event);
            if let Some(kind) = EventKind::ALL.into_iter().find(|kind| kind.code() == code) {
                change_event(session, at, |event| event.kind = kind);
            }
        });
    element("div")
        .class("rs-input")
        .child(element("label").attribute("for", &id).child(language().workspace().event_kind))
        .child(select)
}

/// Whether days are or could be counted from an event: from no treatment of what
/// the cells did, and from nothing that was stopped.
fn counts_days(session: Session, at: usize) -> Derived<bool> {
    session.course(move |course| {
        let could = |event: &Event| {
            event.is_day_zero || matches!(event.kind, EventKind::Infusion | EventKind::Other)
        };
        course.events.get(at).is_some_and(could)
    })
}

/// Counts days from an event, or no longer.
fn day_zero(session: Session, at: usize) -> Element {
    let is_zero =
        session.course(move |course| course.events.get(at).is_some_and(|it| it.is_day_zero));
    let input = element("input")
        .attribute("type", "checkbox")
        .property_while("checked", is_zero)
        .on("change", move |event| {
            let ticked = event_target_checked(&event);
            change_event(session, at, |event| event.is_day_zero = ticked);
        });
    element("label")
        .class("rs-answer rs-answer--alone")
        .child(input)
        .child(element("span").child(language().workspace().day_zero))
}
