//! A finding: four answers, what counts, and the measurements behind it.

use super::answers::{Answer, question};
use super::definition::definition;
use super::element::{View, button, element, lines, shown_while};
use super::field::notes;
use super::measurement::measurements;
use super::session::element_id;
use super::{Session, language};
use crate::instruments::find;
use crate::items::Item;
use crate::scoring::{Finding, Mention, Role, WarningCode};
use crate::session::{Edit, Read};

/// A finding of a visit.
pub fn finding_field(role: Role, item: Item) -> View {
    let session = Session::expect();
    // Nothing answered is "not assessed", and looks like it.
    let answers = Finding::ALL.map(|finding| Answer {
        name: language().finding(finding),
        quiet: finding == Finding::NotAssessed,
        chosen: session.slice(move |draft| draft.finding(role, item) == finding),
        choose: Box::new(move || session.edit(Edit::Find(role, item, finding))),
    });
    let below = [
        definition(item),
        measurements(role, item.measured_by()),
        derived(role, item),
        unattributed(role, item),
        notes(role, item),
    ];
    question(
        &element_id(role, item),
        language().item_for(session.sheet(), item).label,
        answers.into(),
        below,
    )
}

/// What a measured value was taken to say.
fn derived(role: Role, item: Item) -> View {
    let said = Session::expect().derive(move |read| {
        let read = Some(read).filter(|_| role == Role::Current);
        read.and_then(|read| said_of(read, item)).into_iter().collect()
    });
    lines(said, |line| element("p").class("rs-item__derived").child(line))
}

/// What the measured values of the current visit say about a finding, as long
/// as nobody answered it.
fn said_of(read: &Read, item: Item) -> Option<String> {
    let open = read.visits.current.finding(item) == Finding::NotAssessed;
    let assessment = read.assessment.as_ref().filter(|_| open)?;
    let instrument = find(assessment.definition.id)?;
    let counts = instrument.derived(&assessment.choices, &read.visits, item)?;
    Some(language().derived(counts, instrument.derivation(&assessment.choices, item)?))
}

/// Asks for the cause of what counts from a number alone.
fn unattributed(role: Role, item: Item) -> View {
    let session = Session::expect();
    let mention = Mention::of(role, item.id());
    let asked = session.derive(move |read| {
        read.assessment.as_ref().is_some_and(|assessment| {
            assessment.judgement.warnings.iter().any(|warning| {
                warning.code == WarningCode::AttributionUnconfirmed
                    && warning.items.contains(&mention)
            })
        })
    });
    shown_while(asked, move || {
        let words = language().page();
        let answer =
            |finding, name| button(name, move || session.edit(Edit::Find(role, item, finding)));
        element("div")
            .class("rs-question")
            .child(element("p").child(words.ask_cause))
            .child(answer(Finding::Present, words.cause_disease))
            .child(answer(Finding::OtherCause, words.cause_other))
            .into()
    })
}
