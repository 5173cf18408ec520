//! What inputs share: label, hint, error, and the question which of two numbers
//! was meant.

use leptos::ev::Event;
use leptos::prelude::*;

use super::element::{Element, View, button, dynamic, element, lines};
use super::session::element_id;
use super::{Session, language, platform};
use crate::items::Item;
use crate::scoring::{Mention, Role, Warning, WarningCode};
use crate::session::{Edit, Field};

/// One input of a value of a visit.
#[derive(Clone, Copy)]
pub struct Place {
    /// The visit.
    pub role: Role,
    /// The item.
    pub item: Item,
    /// The input.
    pub field: Field,
}

impl Place {
    /// The id of its element. The value carries that of the item.
    pub fn id(self) -> String {
        match self.field {
            Field::Value => element_id(self.role, self.item),
            Field::Unit | Field::Limit | Field::Drug => {
                format!("{}-{}", element_id(self.role, self.item), self.field.key())
            }
        }
    }

    /// What has been typed or chosen there.
    pub fn text(self) -> Memo<String> {
        Session::of_page().slice(move |draft| {
            draft
                .typed(self.role, self.item)
                .map(|typed| typed.text(self.field).to_owned())
                .unwrap_or_default()
        })
    }

    /// Types or chooses what an input holds after an event.
    pub fn edit(self) -> impl Fn(Event) + 'static {
        let session = Session::of_page();
        move |event| self.enter(session, event_target_value(&event))
    }

    /// Types or chooses a text.
    fn enter(self, session: Session, text: String) {
        session.edit(Edit::Type(self.role, self.item, self.field, text));
    }

    /// What is wrong there, in a sentence; empty where nothing is.
    fn error(self) -> Memo<String> {
        Session::of_page().derive(move |read| {
            read.problems_of(self.role, self.item)
                .find(|(field, _)| *field == self.field)
                .map(|(_, problem)| language().problem(problem))
                .unwrap_or_default()
        })
    }
}

/// An input with its label, its error and whatever else is asked about it. Where
/// the label alone would not tell it from others, it is read with what it is of.
pub fn labelled(place: Place, label: &str, of: &str, input: Element) -> View {
    let (id, error) = (place.id(), place.error());
    let wrong = Memo::new(move |_| !error.with(String::is_empty));
    let error_id = format!("{id}-error");
    let input = input
        .id(&id)
        .attribute_while("aria-invalid", wrong)
        .attribute("aria-describedby", &error_id);
    element("div")
        .class_while(wrong, "rs-input rs-input--wrong", "rs-input")
        .child(element("label").attribute("for", &id).child(label).child(hidden_suffix(of)))
        .child(input)
        .child(element("p").class("rs-input__error").id(&error_id).child(error))
        .child(ambiguity(place))
        .into()
}

/// A text input of a value. Numbers are typed as text: an input for numbers
/// drops a decimal comma and rewrites what is half typed.
pub fn text_input(place: Place, label: &str, of: &str, inputmode: &str) -> View {
    let input = element("input")
        .attribute("type", "text")
        .attribute("inputmode", inputmode)
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .value(place.text())
        .on("input", place.edit());
    labelled(place, label, of, input)
}

/// What a label is of, heard and not seen.
fn hidden_suffix(of: &str) -> View {
    match of {
        "" => View::nothing(),
        of => element("span").class("rs-hidden").child(format!(", {of}")).into(),
    }
}

/// Asks which of two numbers was meant.
fn ambiguity(place: Place) -> View {
    let Place { role, item, field } = place;
    let session = Session::of_page();
    let readings = session.derive(move |read| {
        let asked = read.ambiguous_of(role, item).find(|ambiguous| ambiguous.field == field);
        asked.map_or_else(Vec::new, |ambiguous| {
            vec![ambiguous.unmistakable_decimal(), ambiguous.grouped.clone()]
        })
    });
    let typed = place.text();
    dynamic(move || {
        let readings = readings.get();
        if readings.is_empty() {
            return View::nothing();
        }
        let choices = readings.into_iter().map(|number| {
            button(&number.clone(), move || {
                place.enter(session, number.clone());
                platform::focus(&place.id());
            })
        });
        element("div")
            .class("rs-question")
            .attribute("role", "alert")
            .child(element("p").child(language().ambiguous(&typed.get())))
            .children(choices)
            .into()
    })
}

/// The warnings about an item that no question of its own asks.
pub fn notes(role: Role, item: Item) -> View {
    let mention = Mention::of(role, item.id());
    let notes = Session::of_page().derive(move |read| {
        let warnings = read.assessment.as_ref().map(|assessment| &assessment.judgement.warnings);
        warnings
            .into_iter()
            .flatten()
            .filter(|warning| {
                warning.items.contains(&mention)
                    && matches!(warning.code, WarningCode::Conflict | WarningCode::Boundary)
            })
            .map(|warning| language().warning(&Warning { items: vec![mention], ..warning.clone() }))
            .collect()
    });
    lines(notes, |note| element("p").class("rs-item__note").child(note))
}
