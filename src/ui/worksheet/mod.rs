//! Worksheets beside the items that they feed.

mod doses;
mod function;
mod grades;
mod joints;
mod marks;
mod skin;
mod strength;

use self::grades::Grades;
use super::aside::aside_of;
use super::element::{View, disclosure, element, lines};
use super::{Session, language};
use crate::items::Item;
use crate::session::worksheet::enzymes::{ENZYMES, ranking};
use crate::session::worksheet::{parts, total_of};
use crate::session::{Overview, worksheet};
use crate::text::WorksheetLine;

/// The worksheet of an item, where it has one.
pub fn worksheet(item: Item) -> View {
    let words = language().worksheets();
    match item {
        Item::Pga => anchors(item),
        Item::Alt => ranked(),
        // A form within a page of others has the items alone.
        Item::Strength if !cfg!(feature = "app") => strength_scale(),
        _ if !cfg!(feature = "app") => View::nothing(),
        Item::Mrss => opened(words.skin, || skin::skin(Grades::Beside)),
        Item::InflamedJoints => [opened(words.joints, joints::joints), counted(item)].into(),
        Item::Glucocorticoid => opened(words.doses, doses::doses),
        Item::Strength => {
            let grades = || strength::strength(Grades::Beside);
            [strength_scale(), unless_asked(item, words.strength, grades)].into()
        }
        Item::Haq => unless_asked(item, words.function, || function::function(Grades::Beside)),
        Item::IceScore => [opened(words.ice, marks::ice), counted(item)].into(),
        Item::BilagNewA => [opened(words.bilag, marks::bilag), counted(item)].into(),
        Item::BilagNewB => counted(item),
        _ => View::nothing(),
    }
}

/// A worksheet under a line that opens it.
fn opened(title: &'static str, build: fn() -> View) -> View {
    disclosure("rs-worksheet", title, build).into()
}

/// The worksheet of a total, unless the form asks for its parts themselves.
fn unless_asked(total: Item, title: &'static str, build: fn() -> View) -> View {
    let asks = |item: &Item| total_of(*item) == Some(total);
    match Session::of_page().with_course(|course| course.items().iter().any(asks)) {
        true => View::nothing(),
        false => opened(title, build),
    }
}

/// The total whose parts a form shows in one table, where it asks for them one
/// by one.
pub fn table_of(item: Item) -> Option<Item> {
    // A form within a page of others has the items alone.
    total_of(item).filter(|_| cfg!(feature = "app"))
}

/// That table, as a field of the form.
pub fn table_field(total: Item) -> View {
    let table = match total {
        Item::Mrss => skin::skin(Grades::Asked),
        Item::Strength => strength::strength(Grades::Asked),
        _ => function::function(Grades::Asked),
    };
    element("div")
        .class("rs-item rs-item--table")
        .attribute("part", "field")
        .child(element("p").class("rs-item__name").child(language().item(total).label))
        .child(table)
        .child(aside_of(total, parts(total)))
        .into()
}

/// What a worksheet counts, as long as nobody types a count.
fn counted(item: Item) -> View {
    let counted = Session::of_page().derive(move |overview: &Overview| {
        let is_typed = overview.draft.entry(item).is_some();
        let count = overview.read.visit.count(item).filter(|_| !is_typed);
        let told =
            count.map(|count| language().worksheet_line(&WorksheetLine::Beside(count, item)));
        told.into_iter().collect::<Vec<String>>()
    });
    lines(counted, |line| element("p").class("rs-item__derived").child(line))
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
