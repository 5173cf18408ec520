//! A measured value: number, unit, reference limit, drug.

use super::aside::{aside, plausibility, sampling};
use super::carried::carried;
use super::element::{View, element};
use super::field::{Place, labelled, notes, text_input};
use super::host::given;
use super::session::element_id;
use super::worksheet::worksheet;
use super::{Derived, Session, language};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{Exact, LimitName, Units};
use crate::session::Field;

/// A value that stands for itself, with its definition.
pub fn measurement_field(item: Item) -> View {
    element("div")
        .class("rs-item rs-item--value")
        .attribute("part", "field")
        .id(&format!("{}-field", element_id(item)))
        .attribute("data-item", item.id())
        .attribute_of("data-state", super::form::state(item))
        .child(
            element("p")
                .class("rs-item__name")
                .attribute("part", "legend")
                .child(language().item(item).label),
        )
        .child(measurement(item, true))
        .child(aside(item))
        .child(notes(item))
        .into()
}

/// Several values, one below the other.
pub fn measurements(items: &[Item]) -> View {
    let inputs = items.iter().map(|item| measurement(*item, false));
    element("div").class("rs-item__measured").children(inputs).into()
}

/// The inputs of a value, and what is asked about it. Where its name stands
/// beside it already, its label is heard and not seen.
fn measurement(item: Item, named: bool) -> View {
    let words = language().page();
    // Out of their table before one of them is chosen: see `language`.
    let (lower, upper, choose) = (words.lower_limit, words.upper_limit, words.choose_unit);
    let detection = words.detection_limit;
    let label = language().item(item).label;
    let place = |field| Place { item, field };
    let inputmode = if let Kind::Count { .. } = item.kind() { "numeric" } else { "decimal" };
    let scale = item.kind().scale();
    let mut inputs = vec![text_input(
        place(Field::Value),
        &format!("{label}{}", hint(item)),
        "",
        inputmode,
        None,
    )];
    if let Some(scale) = scale.filter(|scale| scale.needs_unit()) {
        let units = scale.unit_codes().map(|code| (code, language().unit(code))).collect();
        let usual = of_laboratory(item, Field::Unit);
        let blank = Derived::new(move || match usual.get() {
            usual if usual.is_empty() => choose.to_owned(),
            usual => scale.unit(&usual).map_or(usual, |unit| language().unit(unit.code).to_owned()),
        });
        inputs.push(select(place(Field::Unit), words.unit, label, blank, units));
    }
    if let Some(limit) = scale.and_then(|scale| scale.limit) {
        let limit = match limit {
            LimitName::Low => lower,
            LimitName::Detection => detection,
            LimitName::High | LimitName::Uln => upper,
        };
        let usual = of_laboratory(item, Field::Limit);
        inputs.push(text_input(place(Field::Limit), limit, label, "decimal", Some(usual)));
    }
    if scale.is_some_and(|scale| scale.drug) {
        let [default, others @ ..] = Glucocorticoid::ALL;
        let drugs = others.iter().map(|drug| (drug.code, language().drug(drug.code))).collect();
        let default = language().drug(default.code);
        let blank = Derived::new(move || default.to_owned());
        inputs.push(select(place(Field::Drug), words.drug, "", blank, drugs));
    }
    element("div")
        .class(if named { "rs-measurement rs-measurement--named" } else { "rs-measurement" })
        .attribute("data-item", item.id())
        .children(inputs)
        .child(worksheet(item))
        .child(carried(item))
        .child(sampling(item))
        .child(plausibility(item))
        .child(given(item))
        .into()
}

/// What the lab profile says of an input.
fn of_laboratory(item: Item, field: Field) -> Derived<String> {
    Session::of_page().course(move |course| course.laboratory.text(item, field).to_owned())
}

/// What stands with the label: a unit without alternatives, or the ends of a
/// scale that has none. (Muscle strength ends where the chosen scale does.)
fn hint(item: Item) -> String {
    let (lowest, highest) = match (item, item.kind()) {
        (Item::Strength, _) => return String::new(),
        (_, Kind::Count { highest }) if highest <= LONGEST_GRADES => (Exact::ZERO, highest.into()),
        (_, Kind::Measurement(scale)) if scale.needs_unit() => return String::new(),
        (_, Kind::Measurement(scale)) => match (scale.units, scale.canonical_code()) {
            (Units::Listed(_), "") => (scale.lowest, scale.highest),
            (Units::Listed(_), unit) => return format!(" ({})", language().unit(unit)),
            (Units::Any, _) => return String::new(),
        },
        _ => return String::new(),
    };
    // Not taken apart at the end of a line.
    format!(" ({}\u{2060}–\u{2060}{})", language().number(lowest), language().number(highest))
}

/// A count up to here is a grade or a score with an end; above, an open count.
const LONGEST_GRADES: u32 = 51;

/// A choice among codes. No code is chosen beforehand; what holds while none is,
/// stands in the first line.
fn select(
    place: Place,
    label: &str,
    of: &str,
    blank: Derived<String>,
    choices: Vec<(&'static str, &'static str)>,
) -> View {
    let chosen = place.text();
    let option = |code: &'static str, name: View| {
        let is_chosen = Derived::new(move || chosen.with(|chosen| chosen == code));
        element("option").attribute("value", code).property_while("selected", is_chosen).child(name)
    };
    let options = choices.into_iter().map(|(code, name)| option(code, name.into()));
    let input = element("select")
        .child(option("", blank.into()))
        .children(options.collect::<Vec<_>>())
        .on("change", place.edit());
    labelled(place, label, of, input)
}
