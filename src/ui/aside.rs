//! What stands beside an answer, on demand: what counts, that it cannot be
//! assessed, when the sample was taken.

use leptos::prelude::*;

use super::definition::definitions;
use super::element::{Element, View, button, disclosure, element, lines};
use super::session::element_id;
use super::{Derived, Session, language};
use crate::items::Item;
use crate::scoring::Scale;
use crate::session::{Aside, Course, Edit, Field, Timing};

/// The disclosure of an item.
pub fn aside(item: Item) -> View {
    let label =
        element("span").class("rs-hidden").child(format!(": {}", language().item(item).label));
    let name = element("span").class("rs-aside__name").child(language().page().what_counts);
    let title: View = [name.into(), label.into()].into();
    disclosure("rs-aside", title, move || {
        let sampled = item.measured_by().iter().chain([&item]).filter(|item| is_sampled(**item));
        // Within a page of others a visit has no day.
        let sample = |item| if cfg!(feature = "app") { sample(item) } else { View::nothing() };
        let sampled: Vec<View> = sampled.map(|item| [sample(*item), bound(*item)].into()).collect();
        let unassessable = unassessable(item, language().workspace().unassessable);
        [definitions(item), unassessable.into(), sampled.into()].into()
    })
    .into()
}

/// The same of the parts of a total that stand in one table: what counts once,
/// and whatever a part adds to that.
pub fn aside_of(total: Item, parts: &'static [Item]) -> View {
    let name = |item: Item| language().item(item).label;
    let label = element("span").class("rs-hidden").child(format!(": {}", name(total)));
    let title = element("span").class("rs-aside__name").child(language().page().what_counts);
    let title: View = [title.into(), label.into()].into();
    disclosure("rs-aside", title, move || {
        let asked = Session::of_page().with_course(Course::items);
        let parts: Vec<Item> = parts.iter().copied().filter(|it| asked.contains(it)).collect();
        let [first, others @ ..] = parts.as_slice() else { return View::nothing() };
        let counts = |item: Item| language().item(item).counts;
        let adds = |item: &&Item| counts(**item) != counts(*first);
        let others = others.iter().filter(adds).map(|item| {
            let of = element("b").child(format!("{}:", name(*item)));
            element("p").child(of).child(" ").child(counts(*item)).into()
        });
        let ticks = parts.iter().map(|item| unassessable(*item, name(*item)));
        let ticks = element("fieldset")
            .class("rs-choice")
            .child(element("legend").child(language().workspace().unassessable))
            .child(element("div").class("rs-ticks").children(ticks.collect::<Vec<_>>()));
        [definitions(*first), others.collect::<Vec<View>>().into(), ticks.into()].into()
    })
    .into()
}

/// Whether an item is measured in a sample: it has a unit or a limit of a
/// laboratory.
fn is_sampled(item: Item) -> bool {
    item.kind().scale().is_some_and(|scale: &Scale| scale.limit.is_some())
        || matches!(
            item,
            Item::UrineProtein24h
                | Item::Upcr
                | Item::UrineRbcHpf
                | Item::UrineWbcHpf
                | Item::Platelets
                | Item::Wbc
                | Item::Crp
                | Item::Esr
        )
}

/// Takes an item off the list of what is open.
fn unassessable(item: Item, name: &str) -> Element {
    let session = Session::of_page();
    let ticked = session.record(item, |record| record.is_some_and(|record| record.unassessable));
    let input = element("input")
        .attribute("type", "checkbox")
        .id(&format!("{}-unassessable", element_id(item)))
        .property_while("checked", ticked)
        .on("change", move |event| {
            session.edit(Edit::Unassessable(item, event_target_checked(&event)));
        });
    element("label")
        .class("rs-answer rs-answer--alone")
        .child(input)
        .child(element("span").child(name))
}

/// When the sample of a value was taken, where that was not with the others.
fn sample(item: Item) -> View {
    let words = language().workspace();
    let label = format!("{}: {}", words.sampled, language().item(item).label);
    remark(item, Aside::Sampled, &label, "rs-input").into()
}

/// Says that a value is a bound, as laboratories print it. The keys of numbers
/// on a phone have no sign for it.
fn bound(item: Item) -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let sign = |sign: &'static str, name: &'static str| {
        button(name, move || {
            let typed = session.with_visit(|visit| visit.text(item, Field::Value).to_owned());
            let number = typed.trim_start_matches(['<', '>', '≤', '≥', '=', ' ']);
            // Pressed again, it is taken back.
            let text =
                if typed.starts_with(sign) { number.to_owned() } else { format!("{sign}{number}") };
            session.edit(Edit::Type(item, Field::Value, text));
        })
        .class("rs-button rs-button--small")
        .child(
            element("span").class("rs-hidden").child(format!(": {}", language().item(item).label)),
        )
    };
    element("div")
        .class("rs-actions")
        .child(sign("<", words.below))
        .child(sign(">", words.above))
        .into()
}

/// An input for what is written beside an answer.
pub fn remark(item: Item, aside: Aside, label: &str, class: &str) -> Element {
    let session = Session::of_page();
    let id = format!("{}-{}", element_id(item), aside.key());
    let text = session.record(item, move |record| {
        record.map(|record| record.aside(aside).to_owned()).unwrap_or_default()
    });
    let is_date =
        aside == Aside::Sampled && session.with_course(|course| course.timing) == Timing::Dates;
    let input = element("input")
        .attribute("type", if is_date { "date" } else { "text" })
        .attribute("autocomplete", "off")
        .id(&id)
        .value(text)
        .on("input", move |event| {
            session.edit(Edit::Write(item, aside, event_target_value(&event)));
        });
    element("div")
        .class(class)
        .child(element("label").attribute("for", &id).child(label))
        .child(input)
}

/// That a sample was taken outside of the window that is scored.
pub fn sampling(item: Item) -> View {
    if !is_sampled(item) || !cfg!(feature = "app") {
        return View::nothing();
    }
    let session = Session::of_page();
    let outside = Derived::new(move || {
        let days = session.follow_course(|course| course.sampled_outside(item));
        days.map(|days| language().sampled_outside(days)).into_iter().collect::<Vec<String>>()
    });
    lines(outside, |line| element("p").class("rs-item__note").child(line))
}

/// The question about an unusual value, and its answer.
pub fn plausibility(item: Item) -> View {
    let session = Session::of_page();
    let question = Derived::new(move || {
        let typed = session.follow_course(|course| {
            course.open_visit().map(|visit| {
                let confirmed =
                    visit.record(item).map(|record| record.aside(Aside::Confirmed).to_owned());
                (visit.text(item, Field::Value).to_owned(), confirmed.unwrap_or_default())
            })
        });
        let Some((typed, confirmed)) = typed else { return String::new() };
        if typed.is_empty() || typed == confirmed {
            return String::new();
        }
        session.with_overview(|overview| {
            overview.implausible(item).map_or_else(String::new, |it| language().implausible(&it))
        })
    });
    let asked = Derived::new(move || !question.with(String::is_empty));
    super::element::shown_while(asked, move || {
        let right = button(language().workspace().value_is_right, move || {
            let typed = session.with_visit(|visit| visit.text(item, Field::Value).to_owned());
            session.edit(Edit::Write(item, Aside::Confirmed, typed));
            super::session::go_to_item(item);
        });
        element("div")
            .class("rs-question")
            .child(element("p").attribute("role", "status").child(question))
            .child(right)
            .into()
    })
}
