//! Worksheets beside the items that they feed.

mod doses;
mod joints;
mod skin;

use super::element::{View, disclosure, element, lines};
use super::{Session, language};
use crate::items::Item;
use crate::session::worksheet::enzymes::{ENZYMES, ranking};
use crate::session::{Overview, worksheet};

/// The worksheet of an item, where it has one.
pub fn worksheet(item: Item) -> View {
    let words = language().worksheets();
    match item {
        // A form within a page of others has the items alone.
        Item::Mrss | Item::InflamedJoints | Item::Glucocorticoid if !cfg!(feature = "app") => {
            View::nothing()
        }
        Item::Pga => anchors(item),
        Item::Mrss => disclosure("rs-worksheet", words.skin, skin::skin).into(),
        Item::InflamedJoints => disclosure("rs-worksheet", words.joints, joints::joints).into(),
        Item::Glucocorticoid => disclosure("rs-worksheet", words.doses, doses::doses).into(),
        Item::Alt => ranked(),
        Item::Strength => strength_scale(),
        _ => View::nothing(),
    }
}

/// What the marks on the line of an item stand for.
fn anchors(item: Item) -> View {
    let anchors = language().anchors(item).iter().map(|anchor| {
        element("li")
            .child(element("b").child(anchor.at.to_string()))
            .child(" ")
            .child(anchor.label)
            .attribute("title", anchor.explains)
    });
    element("ul").class("rs-anchors").children(anchors).into()
}

/// On which scale the strength is read: a total says nothing without it.
fn strength_scale() -> View {
    let scale = Session::of_page().course(|course| {
        let read = course.scored().find_map(|(instrument, choices)| {
            let definition = instrument.definition();
            let mut chosen = definition.chosen(choices);
            let scale = chosen.find(|(option, _)| option.id == "strength_scale");
            scale.map(|(option, value)| (definition.id, option.id, value.code))
        });
        let told = read.map(|(instrument, option, value)| {
            language().read_as(language().option_value(instrument, option, value).label)
        });
        told.into_iter().collect::<Vec<String>>()
    });
    lines(scale, |line| element("p").class("rs-item__derived").child(line))
}

/// The enzymes as multiples of their limits, the most abnormal first.
fn ranked() -> View {
    let ranked = Session::of_page().derive(|overview: &Overview| {
        let known = ranking(&overview.read.visit);
        let measured: Vec<String> = known
            .into_iter()
            .filter_map(|ranked| {
                let label = language().item(ranked.item).label;
                Some(format!("{label} {}\u{a0}×", language().number(ranked.multiple?)))
            })
            .collect();
        let taken = worksheet::enzymes::taken(&overview.read.visit);
        match (measured.is_empty(), taken) {
            (false, Some(taken)) => {
                vec![language().enzymes_ranked(&measured, taken, measured.len() == ENZYMES.len())]
            }
            _ => Vec::new(),
        }
    });
    lines(ranked, |line| element("p").class("rs-item__derived").child(line))
}
