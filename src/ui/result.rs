//! The result: its standing, its warnings, how it adds up, what is open.

use leptos::prelude::*;

use super::definition::evidence;
use super::element::{Element, View, button, dynamic, effect, element, lines, shown_while};
use super::field::Place;
use super::platform::{self, focus};
use super::{Session, language};
use crate::contract::Problem;
use crate::instruments::{Definition, find};
use crate::items::Item;
use crate::report::consequences;
use crate::scoring::{Mention, Outcome, Part, Role, Source};
use crate::session::{Field, Read};

/// The id of the heading of the result.
const HEADING: &str = "result";

/// The result of the chosen instrument.
pub fn results(definition: &'static Definition) -> View {
    let heading =
        element("h2").id(HEADING).attribute("tabindex", "-1").child(language().page().result);
    let result = element("section")
        .class("rs-result")
        .attribute("aria-labelledby", HEADING)
        .child(heading)
        .child(standing())
        .child(warnings())
        .child(missing(definition))
        .child(parts(definition))
        .child(sources(definition));
    [result.into(), announcement().into(), bar().into()].into()
}

/// The headline, as it is shown everywhere.
fn headline() -> Memo<String> {
    Session::of_page().derive(|read| {
        let not_yet = || language().page().not_yet.to_owned();
        let assessment = read.assessment.as_ref();
        assessment.map_or_else(not_yet, |assessment| language().headline(assessment, read.answered))
    })
}

/// The lines below the headline.
fn details() -> Memo<Vec<String>> {
    Session::of_page().derive(|read| {
        let Some(assessment) = &read.assessment else {
            // Options that exclude each other leave nothing to score.
            let of_options = |problem: &&Problem| problem.path.starts_with("/options");
            let problems = read.problems.iter().filter(of_options);
            return problems.map(|problem| language().problem(problem)).collect();
        };
        language().details(assessment, read.answered, &unused(read))
    })
}

/// What was entered and could not be read, or can mean two things.
fn unused(read: &Read) -> Vec<Mention> {
    let mut unused: Vec<Mention> = Vec::new();
    for role in Role::ALL {
        for item in Item::all() {
            let refused = read.problems_of(role, item).next().is_some();
            if refused || read.ambiguous_of(role, item).next().is_some() {
                unused.push(Mention::of(role, item.id()));
            }
        }
    }
    unused
}

/// The standing of the result.
fn standing() -> View {
    let rule_set = Session::of_page().derive(|read| {
        read.assessment.as_ref().map_or_else(String::new, |assessment| {
            let values = assessment.definition.chosen(assessment.choices);
            let values: Vec<&str> = values.map(|(_, value)| value.code).collect();
            language().rule_set(assessment.definition, &values)
        })
    });
    [
        element("p").class("rs-result__headline").child(headline()).into(),
        lines(details(), |line| element("p").child(line)),
        element("p").class("rs-result__rules").child(rule_set).into(),
    ]
    .into()
}

/// Says the standing aloud when it changes.
fn announcement() -> Element {
    let headline = headline();
    let details = details();
    let said = RwSignal::new(String::new());
    effect(move || {
        let first = details.with(|lines| lines.first().cloned().unwrap_or_default());
        let standing = format!("{}. {first}", headline.get());
        // Half a number is no result: what is said waits until typing rests.
        platform::after_a_rest(move || said.set(standing));
    });
    element("p")
        .class("rs-hidden")
        .attribute("role", "status")
        .child(Memo::new(move |_| said.get()))
}

/// The standing at the foot of a narrow page, and the way to the rest.
fn bar() -> Element {
    element("div")
        .class("rs-bar")
        .child(element("span").class("rs-bar__headline").child(headline()))
        .child(button(language().page().to_result, || focus(HEADING)))
}

/// What a reader must know.
fn warnings() -> View {
    let warnings = Session::of_page().derive(|read| {
        let assessment = read.assessment.as_ref();
        let warnings = assessment.into_iter().flat_map(|assessment| &assessment.judgement.warnings);
        warnings.map(|warning| language().warning(warning)).collect::<Vec<String>>()
    });
    let any = Memo::new(move |_| !warnings.with(Vec::is_empty));
    shown_while(any, move || {
        let warnings = lines(warnings, |warning| element("li").child(warning));
        element("div")
            .class("rs-warnings")
            .child(element("h3").child(language().page().warnings))
            .child(element("ul").child(warnings))
            .into()
    })
}

/// What could still change the result, and what it would change.
fn missing(definition: &'static Definition) -> View {
    let session = Session::of_page();
    let count =
        session.derive(|read| format!("{} ({})", language().page().missing, open(read).len()));
    shown_while(session.derive(|read| !open(read).is_empty()), move || {
        let entries = dynamic(move || {
            session.with_read(|read| {
                let entry = |mention: &Mention| missing_item(definition, read, *mention).into();
                open(read).iter().map(entry).collect::<Vec<View>>().into()
            })
        });
        element("details")
            .class("rs-missing")
            .attribute("open", "")
            .child(element("summary").child(element("h3").child(count)))
            .child(element("p").child(language().page().missing_help))
            .child(element("ul").child(entries))
            .into()
    })
}

/// What is missing.
fn open(read: &Read) -> &[Mention] {
    read.assessment.as_ref().map_or(&[], |assessment| &assessment.judgement.missing)
}

/// One missing item, which leads to where it is entered.
fn missing_item(definition: &'static Definition, read: &Read, mention: Mention) -> Element {
    let go = element("button")
        .attribute("type", "button")
        .class("rs-link")
        .child(language().mention(mention))
        .on("click", move |_| {
            if let Some(place) = place(definition, mention) {
                focus(&place.id());
            }
        });
    let tried = element("span").class("rs-missing__tried").child(tried(read, mention));
    element("li").child(go).child(tried)
}

/// Up to how many open items are told with what each would lead to.
const FEW_OPEN: usize = 6;

/// What a missing finding would lead to, either way.
fn tried(read: &Read, mention: Mention) -> String {
    let Some(assessment) = &read.assessment else { return String::new() };
    let Some(instrument) = find(assessment.definition.id) else { return String::new() };
    // Of an earlier visit a value is missing, and a value has too many answers.
    // While much is open, one answer decides little, and two dozen lines of it
    // hide the rest.
    if mention.role != Role::Current || open(read).len() > FEW_OPEN {
        return String::new();
    }
    let outcomes: Vec<String> = consequences(instrument, assessment, &read.visits, mention)
        .iter()
        .map(|(finding, assessment)| language().consequence(*finding, assessment))
        .filter(|outcome| !outcome.is_empty())
        .collect();
    outcomes.join("; ")
}

/// Where a missing item is entered: in its own field or, where only a
/// measurement of it is asked, in that one's.
fn place(definition: &Definition, mention: Mention) -> Option<Place> {
    let reads = definition.reads.iter().filter(|reads| reads.role == mention.role);
    let mut items = reads.flat_map(|reads| reads.items).copied();
    let named = Item::from_id(mention.id);
    let item = items.find(|item| match named {
        Some(named) => *item == named || named.measured_by().contains(item),
        // What stands for several items is any value with a limit of its own.
        None => item.kind().scale().is_some_and(|scale| scale.limit.is_some()),
    })?;
    Some(Place { role: mention.role, item, field: Field::Value })
}

/// The rows of the calculation.
fn parts(definition: &'static Definition) -> View {
    let session = Session::of_page();
    let words = language().page();
    let compares = definition.reads.iter().any(|reads| reads.role == Role::Baseline);
    let rows = dynamic(move || {
        session.with_read(|read| {
            let parts = read.assessment.iter().flat_map(|assessment| &assessment.judgement.parts);
            let row = |part| table_row(cells(definition, part, compares)).into();
            parts.map(row).collect::<Vec<View>>().into()
        })
    });
    let change = compares.then_some(words.change);
    let titles = [words.part, words.read_value].into_iter().chain(change).chain([words.gives]);
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(title));
    let table = element("table")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").child(rows));
    element("details")
        .class("rs-parts")
        .child(element("summary").child(element("h3").child(words.parts)))
        .child(table)
        .into()
}

/// A part as cells: its name, what was read, the change where visits are
/// compared, and what it gives.
fn cells(definition: &Definition, part: &Part, compares: bool) -> Vec<String> {
    let mut name = language().part(definition.id, part.id).to_owned();
    if let Some(item) = part.chosen.flatten().and_then(Item::from_id) {
        name = format!("{name} ({})", language().item(item).label);
    }
    let change = compares.then(|| match part.percent.flatten() {
        Some(percent) => format!("{}\u{a0}%", language().number(percent)),
        None => language().page().open.to_owned(),
    });
    let gives = match part.outcome {
        Outcome::Points(points) => match points.known() {
            Some(points) => language().number(points),
            None => format!(
                "{}–{}",
                language().number(points.lowest()),
                language().number(points.highest())
            ),
        },
        Outcome::Criterion(verdict) => language().verdict(verdict).to_owned(),
    };
    let value = language().part_value(part.value);
    [name, value].into_iter().chain(change).chain([gives]).collect()
}

/// A row of a table, of which the first cell is the title.
fn table_row(cells: Vec<String>) -> Element {
    let cell = |(at, text)| match at {
        0 => element("th").attribute("scope", "row").child(text),
        _ => element("td").child(text),
    };
    element("tr").children(cells.into_iter().enumerate().map(cell))
}

/// What the instrument cites, and how well that is confirmed.
fn sources(definition: &'static Definition) -> Element {
    element("details")
        .class("rs-sources")
        .child(element("summary").child(element("h3").child(language().page().sources)))
        .child(element("p").child(language().instrument(definition.id).not_for))
        .child(element("ul").children(definition.sources.iter().map(source)))
}

fn source(source: &Source) -> Element {
    let doi = source.doi.map(|doi| {
        element("a")
            .attribute("href", &format!("https://doi.org/{doi}"))
            .attribute("target", "_blank")
            .attribute("rel", "noopener noreferrer")
            .child(format!("doi:{doi}"))
    });
    element("li")
        .child(source.reference)
        .child(" ")
        .children(doi)
        .child(" ")
        .child(evidence(source.evidence))
}
