//! A question with a few answers, of which one is chosen.

use super::Derived;
use super::element::{Element, View, element};
use super::session::element_id;
use crate::items::Item;

/// One answer.
pub struct Answer {
    /// Its stable name.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it says that nothing is known, and should not look like more.
    pub quiet: bool,
    /// Whether it is chosen.
    pub chosen: Derived<bool>,
    /// Chooses it.
    pub choose: Box<dyn Fn()>,
}

/// Up to here an answer is a word or two, which stand beside each other.
const LONGEST_WORD: usize = 20;

/// The question of an item, its answers, and what stands below them.
///
/// The group carries the id that other parts of the page lead to, and its
/// answers share one name, so that arrow keys move among them.
pub fn question(
    item: Item,
    label: impl Into<View>,
    answers: Vec<Answer>,
    below: impl Into<View>,
) -> Element {
    let id = element_id(item);
    // Sentences stand below each other, where they can be read to their end.
    let is_long = answers.iter().any(|answer| answer.name.len() > LONGEST_WORD);
    let class = if is_long { "rs-answers rs-answers--long" } else { "rs-answers" };
    let answers = answers.into_iter().map(|answer| radio(&id, answer));
    element("fieldset")
        .class("rs-item")
        .attribute("part", "field")
        .id(&id)
        .attribute("tabindex", "-1")
        .attribute("data-item", item.id())
        .child(element("legend").class("rs-item__name").attribute("part", "legend").child(label))
        .child(element("div").class(class).children(answers))
        .child(below)
}

fn radio(group: &str, answer: Answer) -> Element {
    let Answer { code, name, quiet, chosen, choose } = answer;
    let input = element("input")
        .attribute("type", "radio")
        .attribute("name", group)
        .attribute("value", code)
        .property_while("checked", chosen)
        .on("change", move |_| choose());
    element("label")
        .class(if quiet { "rs-answer rs-answer--quiet" } else { "rs-answer" })
        .attribute("part", "answer")
        .child(input)
        .child(element("span").child(name))
}
