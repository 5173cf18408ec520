//! The form of the open visit: every item that the chosen scores read, once.

use super::element::{Element, View, button, dynamic, element, shown_while};
use super::finding::finding_field;
use super::measurement::measurement_field;
use super::session::element_id;
use super::statement::{choice_field, first_visit, statement_field};
use super::worksheet::{table_field, table_of};
use super::{Derived, Session, keys, language, platform};
use crate::instruments::Choices;
use crate::items::{Group, Item, Kind};
use crate::scoring::Finding;
use crate::session::{Edit, Overview};

/// The form of the open visit, group by group.
pub fn form() -> View {
    // Made anew for another visit, for other scores, and where another rule set
    // asks other items or asks them otherwise.
    let session = Session::of_page();
    let shape = session.course(|course| {
        let scores: Vec<(&str, Choices)> =
            course.scored().map(|(it, choices)| (it.definition().id, choices)).collect();
        (course.open(), course.timing, scores, course.items())
    });
    let groups = dynamic(move || {
        let (.., items) = shape.get();
        groups(items)
            .into_iter()
            .map(|(it, items)| group(it, items).into())
            .collect::<Vec<View>>()
            .into()
    });
    element("form")
        .class("rs-form")
        .attribute("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .on("keydown", keys::in_form())
        .child(groups)
        .into()
}

/// Items by group, in the order in which they are read.
fn groups(items: Vec<Item>) -> Vec<(Group, Vec<Item>)> {
    let mut groups: Vec<(Group, Vec<Item>)> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|(group, _)| *group == item.group()) {
            Some((_, items)) => items.push(item),
            None => groups.push((item.group(), vec![item])),
        }
    }
    groups
}

/// The items of an organ system, what is open of them, and what can be said of
/// all of them at once.
fn group(group: Group, items: Vec<Item>) -> Element {
    let name = language().group(group);
    let id = format!("group-{name}").replace(' ', "-").to_ascii_lowercase();
    if group == Group::EarlierTotals {
        return on_record(name, items);
    }
    let open = count(&items, Overview::is_open);
    let head = element("div")
        .class("rs-group__head")
        .child(element("h2").id(&id).attribute("tabindex", "-1").child(name))
        .child(
            element("span")
                .class("rs-group__open")
                .child(Derived::new(move || language().open_items(open.get()))),
        )
        .child(rest_absent(name, &id, &items))
        .child(confirm_rest(name, &id, &items));
    element("section")
        .class("rs-group")
        .attribute("aria-labelledby", &id)
        .child(head)
        .child(element("div").class("rs-group__items").children(fields(items)))
}

/// What the few visits have that come from a record alone: closed until
/// something stands there.
fn on_record(name: &'static str, items: Vec<Item>) -> Element {
    let is_filled = count(&items, |overview, item| overview.draft.record(item).is_some());
    // Once open, it stays so while somebody empties it to type anew.
    let opened = Derived::from_before(move |before: Option<&bool>| {
        before == Some(&true) || is_filled.get() > 0
    });
    element("details")
        .class("rs-group rs-group--quiet")
        .attribute_while("open", opened)
        .child(element("summary").child(element("h2").child(name)))
        .child(element("div").class("rs-group__items").children(fields(items)))
}

/// The fields of some items; of those that are parts of one total, one table.
fn fields(items: Vec<Item>) -> Vec<View> {
    let mut tables: Vec<Item> = Vec::new();
    let mut fields: Vec<View> = Vec::new();
    for item in items {
        match table_of(item) {
            None => fields.push(field(item)),
            Some(total) if tables.contains(&total) => {}
            Some(total) => {
                tables.push(total);
                fields.push(table_field(total));
            }
        }
    }
    fields
}

/// How many of some items something holds of.
fn count(items: &[Item], holds: fn(&Overview, Item) -> bool) -> Derived<usize> {
    let items = items.to_vec();
    Session::of_page()
        .derive(move |overview| items.iter().filter(|item| holds(overview, **item)).count())
}

/// Whether the findings of a group are seen on examination. Urine, blood and
/// complement are measured: nobody looks at them and finds them absent.
fn is_examined(group: Group) -> bool {
    matches!(
        group,
        Group::CentralNervousSystem
            | Group::Vascular
            | Group::Musculoskeletal
            | Group::Mucocutaneous
            | Group::Skin
            | Group::Serosal
            | Group::Cardiopulmonary
            | Group::Gastrointestinal
    )
}

/// Answers the findings of a group that are open, all at once. It says how many.
fn rest_absent(name: &'static str, heading: &str, items: &[Item]) -> View {
    let findings = |items: &[Item]| {
        items
            .iter()
            .copied()
            .filter(|it| matches!(it.kind(), Kind::Finding) && is_examined(it.group()))
            .collect::<Vec<Item>>()
    };
    let findings = findings(items);
    let could_be_absent = |overview: &Overview, item: Item| {
        overview.is_open(item) && overview.draft.finding(item) == Finding::NotAssessed
    };
    let rest = count(&findings, could_be_absent);
    let heading = heading.to_owned();
    shown_while(Derived::new(move || rest.get() > 0), move || {
        let (findings, heading) = (findings.clone(), heading.clone());
        let session = Session::of_page();
        let say = Derived::new(move || language().rest_absent(rest.get()));
        group_button(say, name, move || {
            let open = session.with_overview_now(|overview| {
                let open = findings.iter().copied();
                open.filter(|item| could_be_absent(overview, *item)).collect::<Vec<Item>>()
            });
            session.edit(Edit::RestAbsent(open));
            // The button is gone; its group is not.
            platform::focus(&heading);
        })
    })
}

/// Confirms what was carried over in a group, all at once. It says how many.
fn confirm_rest(name: &'static str, heading: &str, items: &[Item]) -> View {
    let all: Vec<Item> = items
        .iter()
        .flat_map(|item| std::iter::once(item).chain(item.measured_by()))
        .copied()
        .collect();
    let is_carried = |overview: &Overview, item: Item| {
        overview.draft.record(item).is_some_and(|it| it.is_carried() && it.typed().is_none())
    };
    let rest = count(&all, is_carried);
    let heading = heading.to_owned();
    shown_while(Derived::new(move || rest.get() > 0), move || {
        let (all, heading) = (all.clone(), heading.clone());
        let session = Session::of_page();
        let say = Derived::new(move || language().confirm_rest(rest.get()));
        group_button(say, name, move || {
            let carried = session.with_overview_now(|overview| {
                all.iter().copied().filter(|it| is_carried(overview, *it)).collect::<Vec<Item>>()
            });
            session.edit(Edit::Confirm(carried));
            platform::focus(&heading);
        })
    })
}

/// A button for a whole group.
fn group_button(say: Derived<String>, of: &'static str, press: impl Fn() + 'static) -> View {
    button("", press)
        .class("rs-button rs-button--small")
        .child(say)
        .child(element("span").class("rs-hidden").child(format!(": {of}")))
        .into()
}

/// The field of an item.
fn field(item: Item) -> View {
    match item.kind() {
        Kind::Finding => finding_field(item),
        Kind::Measurement(_) | Kind::Count { .. } => measurement_field(item),
        Kind::Choice(codes) => choice_field(item, codes),
        Kind::Attestation if item == Item::FirstVisit => first_visit(),
        Kind::Attestation => statement_field(item),
    }
}

/// How an item stands: what styles and the way to the next open item go by.
pub fn state(item: Item) -> Derived<String> {
    Session::of_page().derive(move |overview| {
        let record = overview.draft.record(item);
        let state = if record.is_some_and(|record| record.unassessable) {
            "unassessable"
        } else if record.is_some_and(|record| record.is_carried()) {
            "carried"
        } else if overview.is_open(item) {
            "open"
        } else {
            "answered"
        };
        state.to_owned()
    })
}

/// The id of the element of an item's field, whichever kind it is.
#[must_use]
pub fn field_id(item: Item) -> String {
    match item.kind() {
        Kind::Measurement(_) | Kind::Count { .. } => format!("{}-field", element_id(item)),
        Kind::Finding | Kind::Choice(_) | Kind::Attestation => element_id(item),
    }
}
