//! A finding: four answers, what counts, and the measurements behind it.

use super::answers::{Answer, question};
use super::definition::definition;
use super::element::{View, button, element, lines, shown_while};
use super::field::notes;
use super::measurement::measurements;
use super::session::element_id;
use super::{Session, language, platform};
use crate::instruments::{Derivation, find};
use crate::items::Item;
use crate::scoring::{Finding, Mention, Role, WarningCode};
use crate::session::{Edit, Read};

/// A finding of a visit.
pub fn finding_field(role: Role, item: Item) -> View {
    let session = Session::of_page();
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
    let said = Session::of_page()
        .derive(move |read| if role == Role::Current { said_of(read, item) } else { Vec::new() });
    lines(said, |line| element("p").class("rs-item__derived").child(line))
}

/// What the measured values of the current visit say about a finding, as long
/// as nobody answered it.
fn said_of(read: &Read, item: Item) -> Vec<String> {
    let visit = &read.visits.current;
    let open = visit.finding(item) == Finding::NotAssessed;
    let Some(assessment) = read.assessment.as_ref().filter(|_| open) else { return Vec::new() };
    let Some(instrument) = find(assessment.definition.id) else { return Vec::new() };
    let (choices, visits) = (&assessment.choices, &read.visits);
    let mut said = Vec::new();
    if let Some(derivation) = instrument.derivation(choices, item) {
        let counts = instrument.derived(choices, visits, item);
        said.extend(counts.map(|counts| language().derived(counts, derivation)));
        if let (Derivation::Protein { .. }, [used, other]) = (derivation, item.measured_by())
            && visit.number(*used).is_some()
            && visit.number(*other).is_some()
        {
            said.push(language().measured_twice(*used));
        }
    }
    let earlier = Mention::of(Role::Previous, item.id());
    if assessment.judgement.missing.contains(&earlier) {
        said.push(language().needs_earlier().to_owned());
    }
    said
}

/// Asks for the cause of what counts from a number alone.
fn unattributed(role: Role, item: Item) -> View {
    let session = Session::of_page();
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
        let answer = |finding, name| {
            button(name, move || {
                session.edit(Edit::Find(role, item, finding));
                // The question is gone; its item is not.
                platform::focus(&element_id(role, item));
            })
        };
        element("div")
            .class("rs-question")
            .attribute("role", "alert")
            .child(element("p").child(words.ask_cause))
            .child(answer(Finding::Present, words.cause_disease))
            .child(answer(Finding::OtherCause, words.cause_other))
            .into()
    })
}
