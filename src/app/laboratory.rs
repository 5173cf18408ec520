//! The lab profile: units and limits, entered once and used along the course.

use leptos::prelude::*;

use super::files::Files;
use crate::items::Item;
use crate::scoring::LimitName;
use crate::session::{Course, Edit, Field, Laboratory};
use crate::ui::element::{Element, View, button, disclosure, dynamic, element, shown_while};
use crate::ui::{Derived, Session, language};

/// The panel of the lab profile.
pub fn laboratory() -> Element {
    let words = language().workspace();
    disclosure("rs-panel", words.laboratory, panel)
}

fn panel() -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let files = Files::of_page();
    let items = session.course(asked);
    let rows = dynamic(move || {
        items.get().into_iter().map(|item| row(session, item).into()).collect::<Vec<View>>().into()
    });
    let could_learn = session.course(|course| {
        course.open_visit().is_some_and(|visit| course.laboratory.could_learn(visit))
    });
    let learn = shown_while(could_learn, move || {
        button(words.learn, move || session.edit(Edit::Learn)).into()
    });
    let actions = element("div")
        .class("rs-actions")
        .child(learn)
        .child(button(words.save_laboratory, move || files.save_laboratory()))
        .child(files.chooser(words.open_laboratory));
    element("div")
        .class("rs-panel__body")
        .child(element("p").class("rs-input__hint").child(words.laboratory_hint))
        .child(element("div").class("rs-laboratory").child(rows))
        .child(actions)
        .into()
}

/// The items of the form that a profile can hold something for.
fn asked(course: &Course) -> Vec<Item> {
    let items = course.items();
    Laboratory::items()
        .filter(|item| {
            items.contains(item) || items.iter().any(|other| other.measured_by().contains(item))
        })
        .collect()
}

/// Unit and limit of one item.
fn row(session: Session, item: Item) -> Element {
    let words = language().page();
    let name = language().item(item).label;
    let of = || element("span").class("rs-hidden").child(format!(", {name}"));
    let id = |field: Field| format!("laboratory-{}-{}", item.id(), field.key());
    let text = move |field| session.course(move |it| it.laboratory.text(item, field).to_owned());
    let fields = Laboratory::fields(item).map(|field| {
        let input = match (field, item.kind().scale()) {
            (Field::Unit, Some(scale)) => {
                let chosen = text(field);
                let option = |code: &'static str, name: &str| {
                    let is_chosen = Derived::new(move || chosen.with(|chosen| chosen == code));
                    element("option")
                        .attribute("value", code)
                        .property_while("selected", is_chosen)
                        .child(name)
                };
                element("select")
                    .child(option("", words.choose_unit))
                    .children(scale.unit_codes().map(|code| option(code, language().unit(code))))
            }
            _ => element("input")
                .attribute("type", "text")
                .attribute("inputmode", "decimal")
                .attribute("autocomplete", "off")
                .value(text(field)),
        };
        let label = match item.kind().limit() {
            Some(LimitName::Low) if field == Field::Limit => words.lower_limit,
            Some(LimitName::Detection) if field == Field::Limit => words.detection_limit,
            Some(_) if field == Field::Limit => words.upper_limit,
            _ => words.unit,
        };
        let input = input.id(&id(field)).on("input", move |event| {
            session.edit(Edit::Laboratory(item, field, event_target_value(&event)));
        });
        element("div")
            .class("rs-input")
            .child(element("label").attribute("for", &id(field)).child(label).child(of()))
            .child(input)
    });
    element("div")
        .class("rs-laboratory__row")
        .child(element("p").class("rs-laboratory__name").child(name))
        .children(fields.collect::<Vec<Element>>())
}
