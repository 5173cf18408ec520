//! What inputs share: label, hint, error, and the question which of two numbers
//! was meant.

use leptos::ev::Event;
use leptos::prelude::*;

use super::erased::{Handler, dynamic, dynamic_list, on, signal};
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
        Session::expect().slice(move |draft| {
            draft
                .typed(self.role, self.item)
                .map(|typed| typed.text(self.field).to_owned())
                .unwrap_or_default()
        })
    }

    /// Types or chooses something else there.
    pub fn edit(self) -> Handler<Event> {
        let session = Session::expect();
        on(move |event| {
            let text = event_target_value(&event);
            session.edit(Edit::Type(self.role, self.item, self.field, text));
        })
    }

    /// What is wrong there, in a sentence; empty where nothing is.
    fn error(self) -> Memo<String> {
        Session::expect().derive(move |read| {
            read.problems_of(self.role, self.item)
                .find(|(field, _)| *field == self.field)
                .map(|(_, problem)| language().problem(problem))
                .unwrap_or_default()
        })
    }
}

/// What an input needs to be tied to its error.
pub struct Tied {
    /// Whether it is wrong, for assistive technology.
    pub invalid: Signal<Option<&'static str>>,
    /// The id of what describes it.
    pub described_by: String,
}

/// An input with its label, its error and whatever else is asked about it.
pub fn labelled(place: Place, label: String, input: impl FnOnce(Tied) -> AnyView) -> AnyView {
    let error = place.error();
    let wrong = signal(move || !error.with(String::is_empty));
    let error_id = format!("{}-error", place.id());
    let tied = Tied {
        invalid: signal(move || wrong.get().then_some("true")),
        described_by: error_id.clone(),
    };
    view! {
        <div class="rs-input" class:rs-input--wrong=wrong>
            <label for=place.id()>{label}</label>
            {input(tied)}
            <p class="rs-input__error" id=error_id>
                {error}
            </p>
            {ambiguity(place)}
        </div>
    }
    .into_any()
}

/// A text input of a value. Numbers are typed as text: an input for numbers
/// drops a decimal comma and rewrites what is half typed.
pub fn text_input(place: Place, label: String, inputmode: &'static str) -> AnyView {
    labelled(place, label, |tied| {
        view! {
            <input
                id=place.id()
                type="text"
                inputmode=inputmode
                autocomplete="off"
                spellcheck="false"
                aria-invalid=tied.invalid
                aria-describedby=tied.described_by
                prop:value=place.text()
                on:input=place.edit()
            />
        }
        .into_any()
    })
}

/// Asks which of two numbers was meant.
fn ambiguity(place: Place) -> AnyView {
    let Place { role, item, field } = place;
    let session = Session::expect();
    let asked = session.derive(move |read| {
        read.ambiguous_of(role, item)
            .find(|ambiguous| ambiguous.field == field)
            .map(|ambiguous| [ambiguous.unmistakable_decimal(), ambiguous.grouped.clone()])
    });
    let typed = place.text();
    dynamic(move || {
        let Some(numbers) = asked.get() else { return ().into_any() };
        let choices: Vec<AnyView> = numbers
            .into_iter()
            .map(|number| {
                let meant = number.clone();
                let choose = on(move |_| {
                    session.edit(Edit::Type(role, item, field, meant.clone()));
                    platform::focus(&place.id());
                });
                view! {
                    <button type="button" class="rs-button" on:click=choose>
                        {number}
                    </button>
                }
                .into_any()
            })
            .collect();
        view! {
            <div class="rs-question" role="alert">
                <p>{language().ambiguous(&typed.get())}</p>
                {choices}
            </div>
        }
        .into_any()
    })
}

/// The warnings about an item that no question of its own asks.
pub fn notes(role: Role, item: Item) -> AnyView {
    let mention = Mention::of(role, item.id());
    let notes = Session::expect().derive(move |read| {
        let warnings = read.assessment.as_ref().map(|assessment| &assessment.judgement.warnings);
        warnings
            .into_iter()
            .flatten()
            .filter(|warning| {
                warning.items.contains(&mention)
                    && warning.code != WarningCode::AttributionUnconfirmed
            })
            .map(|warning| language().warning(&Warning { items: vec![mention], ..warning.clone() }))
            .collect::<Vec<String>>()
    });
    dynamic_list(move || {
        let note = |note| view! { <p class="rs-item__note">{note}</p> }.into_any();
        notes.get().into_iter().map(note).collect()
    })
}
