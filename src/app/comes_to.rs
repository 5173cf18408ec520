//! What a course comes to over its visits, each outcome with its rule.

use crate::outcomes::Outcomes;
use crate::report::{OutcomeBlock, OutcomeSection, outcomes};
use crate::text::OutcomesLanguage;
use crate::ui::element::{Element, View, dynamic, element};
use crate::ui::{Session, spoken};

/// The part of the page of a course, where it has more than one visit.
pub fn comes_to(session: Session) -> View {
    dynamic(move || {
        let several = |it: &Outcomes| it.timeline.stops.len() > 1;
        let of = session.follow_course(|course| Some(Outcomes::of(course)).filter(several));
        let Some(of) = of else { return View::nothing() };
        let words = spoken().outcomes();
        let sections = outcomes(&of, spoken());
        element("section")
            .class("rs-course rs-around")
            .attribute("aria-labelledby", "comes-to")
            .child(element("h2").id("comes-to").child(words.title))
            .children(sections.iter().filter(|it| says_something(it)).map(section))
            .into()
    })
}

/// Whether there is anything to tell: what a course has none of is left out.
fn says_something(section: &OutcomeSection) -> bool {
    section.blocks.iter().any(|block| !block.lines.is_empty())
}

fn section(section: &OutcomeSection) -> Element {
    element("div")
        .class("rs-outcome")
        .child(element("h3").child(section.title))
        .children(section.blocks.iter().map(block))
        .child(element("p").class("rs-quiet").child(section.rule))
}

fn block(OutcomeBlock { name, lines }: &OutcomeBlock) -> Element {
    let name = (!name.is_empty()).then(|| element("h4").child(name.as_str()));
    let lines = lines.iter().map(|line| element("li").child(line.as_str()));
    element("div").children(name).child(element("ul").children(lines))
}
