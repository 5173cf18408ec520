//! What fields share: the input with its label, hint and error.

use leptos::prelude::*;

use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::{Mention, Role, WarningCode};
use crate::session::{Edit, Field};

/// The id of an input of a value.
pub(super) fn input_id(role: Role, item: Item, field: Field) -> String {
    match field {
        Field::Value => element_id(role, item),
        Field::Unit | Field::Limit | Field::Drug => {
            format!("{}-{}", element_id(role, item), field.key())
        }
    }
}

/// A text input of a value, with its label and whatever is wrong with it.
#[component]
pub fn TextInput(
    /// The visit.
    role: Role,
    /// The item.
    item: Item,
    /// Which input of it.
    field: Field,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What keyboard a phone shows.
    inputmode: &'static str,
) -> impl IntoView {
    let session = Session::expect();
    let id = input_id(role, item, field);
    let error_id = format!("{id}-error");
    let text = session.slice(move |draft| {
        draft.typed(role, item).map(|typed| typed.text(field).to_owned()).unwrap_or_default()
    });
    let error = field_error(role, item, field);
    let described = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    view! {
        <div class="rs-input" class:rs-input--wrong=move || error.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type="text"
                inputmode=inputmode
                autocomplete="off"
                spellcheck="false"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
                prop:value=move || text.get()
                on:input=move |event| {
                    session.edit(Edit::Type(role, item, field, event_target_value(&event)));
                }
            />
            <FieldError id=error_id error=error />
            <Ambiguity role=role item=item field=field />
        </div>
    }
}

/// What is wrong with an input, in a sentence.
pub(super) fn field_error(role: Role, item: Item, field: Field) -> Memo<Option<String>> {
    Session::expect().derive(move |read| {
        read.problems_of(role, item)
            .find(|(place, _)| *place == field)
            .map(|(_, problem)| language().problem(problem))
    })
}

/// The sentence, where there is one.
#[component]
pub fn FieldError(id: String, error: Memo<Option<String>>) -> impl IntoView {
    view! {
        <p class="rs-input__error" id=id>
            {move || error.get()}
        </p>
    }
}

/// Asks which of two numbers was meant.
#[component]
fn Ambiguity(role: Role, item: Item, field: Field) -> impl IntoView {
    let session = Session::expect();
    let asked = session.derive(move |read| {
        read.ambiguous_of(role, item)
            .find(|ambiguous| ambiguous.field == field)
            .map(|ambiguous| [ambiguous.unmistakable_decimal(), ambiguous.grouped.clone()])
    });
    let typed = session.slice(move |draft| {
        draft.typed(role, item).map(|typed| typed.text(field).to_owned()).unwrap_or_default()
    });
    let choice = move |number: String| {
        let meant = number.clone();
        view! {
            <button
                type="button"
                class="rs-button"
                on:click=move |_| {
                    session.edit(Edit::Type(role, item, field, meant.clone()));
                    super::platform::focus(&input_id(role, item, field));
                }
            >
                {number}
            </button>
        }
    };
    move || {
        asked.get().map(|numbers| {
            view! {
                <div class="rs-question" role="group">
                    <p>{language().ambiguous(&typed.get())}</p>
                    {numbers.map(choice).collect_view()}
                </div>
            }
        })
    }
}

/// The warnings about an item that no question of its own asks.
#[component]
pub fn Notes(role: Role, item: Item) -> impl IntoView {
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
            .map(|warning| {
                let about = crate::scoring::Warning { items: vec![mention], ..warning.clone() };
                language().warning(&about)
            })
            .collect::<Vec<String>>()
    });
    move || {
        notes
            .get()
            .into_iter()
            .map(|note| view! { <p class="rs-item__note">{note}</p> })
            .collect_view()
    }
}
