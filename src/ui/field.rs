//! What inputs share: label, hint, error, and the question which of two numbers
//! was meant.

use leptos::ev::Event;
use leptos::prelude::*;

use super::element::{Element, View, button, dynamic, element, lines};
use super::session::element_id;
use super::{Derived, Session, language, platform};
use crate::items::Item;
use crate::scoring::{Mention, Role, Warning, WarningCode};
use crate::session::{Edit, Field};

/// One input of a value of the open visit.
#[derive(Clone, Copy)]
pub struct Place {
    /// The item.
    pub item: Item,
    /// The input.
    pub field: Field,
}

impl Place {
    /// The id of its element. The value carries that of the item.
    pub fn id(self) -> String {
        match self.field {
            Field::Value => element_id(self.item),
            Field::Unit | Field::Limit | Field::Drug => {
                format!("{}-{}", element_id(self.item), self.field.key())
            }
        }
    }

    /// What has been typed or chosen there.
    pub fn text(self) -> Derived<String> {
        Session::of_page().text(self.item, self.field)
    }

    /// Types or chooses what an input holds after an event.
    pub fn edit(self) -> impl Fn(Event) + 'static {
        let session = Session::of_page();
        move |event| self.enter(session, event_target_value(&event))
    }

    /// Types or chooses a text.
    fn enter(self, session: Session, text: String) {
        session.edit(Edit::Type(self.item, self.field, text));
    }

    /// What is wrong there, in a sentence; empty where nothing is.
    fn error(self) -> Derived<String> {
        Session::of_page().derive(move |overview| {
            overview
                .problem(self.item, self.field)
                .map(|problem| language().problem(problem))
                .unwrap_or_default()
        })
    }
}

/// An input with its label, its error and whatever else is asked about it. Where
/// the label alone would not tell it from others, it is read with what it is of.
pub fn labelled(place: Place, label: &str, of: &str, input: Element) -> View {
    let (id, error) = (place.id(), place.error());
    let wrong = Derived::new(move || !error.with(String::is_empty));
    let error_id = format!("{id}-error");
    let input = input
        .id(&id)
        .attribute_while("aria-invalid", wrong)
        .attribute("aria-describedby", &error_id);
    element("div")
        .class_while(wrong, "rs-input rs-input--wrong", "rs-input")
        .attribute("data-field", place.field.key())
        .child(element("label").attribute("for", &id).child(label).child(hidden_suffix(of)))
        .child(input)
        .child(element("p").class("rs-input__error").id(&error_id).child(error))
        .child(ambiguity(place))
        .into()
}

/// A text input of a value. Numbers are typed as text: an input for numbers
/// drops a decimal comma and rewrites what is half typed.
pub fn text_input(
    place: Place,
    label: &str,
    of: &str,
    inputmode: &str,
    placeholder: Option<Derived<String>>,
) -> View {
    let mut input = element("input")
        .attribute("type", "text")
        .attribute("inputmode", inputmode)
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .value(place.text())
        .on("input", place.edit());
    if let Some(placeholder) = placeholder {
        input = input.attribute_of("placeholder", placeholder);
    }
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
    let Place { item, field } = place;
    let session = Session::of_page();
    let readings = session.derive(move |overview| {
        let mut ambiguous = overview.read.ambiguous.iter();
        let asked = ambiguous.find(|it| it.item == item && it.field == field);
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
pub fn notes(item: Item) -> View {
    let mention = Mention::of(Role::Current, item.id());
    let notes = Session::of_page().derive(move |overview| {
        let mut notes: Vec<String> = Vec::new();
        for (_, warning) in overview.warnings_of(item) {
            if !matches!(warning.code, WarningCode::Conflict | WarningCode::Boundary) {
                continue;
            }
            let note = language().warning(&Warning { items: vec![mention], ..warning.clone() });
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    });
    lines(notes, |note| element("p").class("rs-item__note").child(note))
}
