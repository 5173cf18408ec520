//! The result: its standing, its warnings, how it adds up, what is open.

use leptos::prelude::*;

use super::definition::evidence;
use super::erased::{dynamic, dynamic_list, on, shown_while, signal};
use super::field::Place;
use super::platform::focus;
use super::{Session, language};
use crate::instruments::{Definition, find};
use crate::items::Item;
use crate::report::consequences;
use crate::scoring::{Mention, Outcome, Part, Role};
use crate::session::Field;

/// The id of the heading of the result.
const HEADING: &str = "result";

/// The result of the chosen instrument.
#[component]
pub fn Results(definition: &'static Definition) -> impl IntoView {
    view! {
        <section class="rs-result" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {language().page().result}
            </h2>
            {standing()}
            {warnings()}
            {missing(definition)}
            {parts(definition)}
            {sources(definition)}
        </section>
        {announcement()}
        {bar()}
    }
    .into_any()
}

/// The headline, as it is shown everywhere.
fn headline() -> Memo<String> {
    Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment
            .map_or_else(String::new, |assessment| language().headline(assessment, read.answered))
    })
}

/// The lines below the headline.
fn details() -> Memo<Vec<String>> {
    Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment.map_or_else(Vec::new, |assessment| language().details(assessment, read.answered))
    })
}

/// The standing of the result.
fn standing() -> AnyView {
    let details = details();
    let rule_set = Session::expect().derive(|read| {
        read.assessment.as_ref().map_or_else(String::new, |assessment| {
            let values = assessment.definition.chosen(assessment.choices);
            let values: Vec<&str> = values.map(|(_, value)| value.code).collect();
            language().rule_set(assessment.definition, &values)
        })
    });
    let lines = dynamic_list(move || {
        details.get().into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect()
    });
    view! {
        <p class="rs-result__headline">{headline()}</p>
        {lines}
        <p class="rs-result__rules">{rule_set}</p>
    }
    .into_any()
}

/// Says the standing aloud when it changes.
fn announcement() -> AnyView {
    let headline = headline();
    let details = details();
    let said = Memo::new(move |_| {
        format!("{}. {}", headline.get(), details.with(|lines| lines.join(" ")))
    });
    view! {
        <p class="rs-hidden" role="status">
            {said}
        </p>
    }
    .into_any()
}

/// The standing at the foot of a narrow page, and the way to the rest.
fn bar() -> AnyView {
    let show = on(|_| focus(HEADING));
    view! {
        <div class="rs-bar">
            <span class="rs-bar__headline">{headline()}</span>
            <button type="button" class="rs-button" on:click=show>
                {language().page().to_result}
            </button>
        </div>
    }
    .into_any()
}

/// What a reader must know.
fn warnings() -> AnyView {
    let warnings = Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        let warnings = assessment.into_iter().flat_map(|assessment| &assessment.judgement.warnings);
        warnings.map(|warning| language().warning(warning)).collect::<Vec<String>>()
    });
    dynamic(move || {
        let warnings: Vec<AnyView> = warnings
            .get()
            .into_iter()
            .map(|warning| view! { <li>{warning}</li> }.into_any())
            .collect();
        if warnings.is_empty() {
            return ().into_any();
        }
        view! {
            <div class="rs-warnings">
                <h3>{language().page().warnings}</h3>
                <ul>{warnings}</ul>
            </div>
        }
        .into_any()
    })
}

/// What could still change the result, and what it would change.
fn missing(definition: &'static Definition) -> AnyView {
    let missing = Session::expect().derive(|read| {
        let Some(assessment) = &read.assessment else { return Vec::new() };
        let Some(instrument) = find(assessment.definition.id) else { return Vec::new() };
        let tried = |mention: &Mention| {
            let tried = consequences(instrument, assessment, &read.visits, *mention);
            let outcomes = tried
                .iter()
                .map(|(finding, assessment)| language().consequence(*finding, assessment))
                .filter(|outcome| !outcome.is_empty());
            (*mention, outcomes.collect::<Vec<String>>().join("; "))
        };
        assessment.judgement.missing.iter().map(tried).collect::<Vec<(Mention, String)>>()
    });
    let words = language().page();
    let count = signal(move || format!("{} ({})", words.missing, missing.with(Vec::len)));
    shown_while(signal(move || !missing.with(Vec::is_empty)), move || {
        let entries = dynamic_list(move || {
            let entries = missing.get().into_iter();
            entries.map(|(mention, tried)| missing_item(definition, mention, tried)).collect()
        });
        view! {
            <details class="rs-missing" open>
                <summary>
                    <h3>{count}</h3>
                </summary>
                <p>{words.missing_help}</p>
                <ul>{entries}</ul>
            </details>
        }
        .into_any()
    })
}

/// One missing item, which leads to where it is entered.
fn missing_item(definition: &'static Definition, mention: Mention, tried: String) -> AnyView {
    let go = on(move |_| {
        if let Some(place) = place(definition, mention) {
            focus(&place.id());
        }
    });
    view! {
        <li>
            <button type="button" class="rs-link" on:click=go>
                {language().mention(mention)}
            </button>
            <span class="rs-missing__tried">{tried}</span>
        </li>
    }
    .into_any()
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
fn parts(definition: &'static Definition) -> AnyView {
    let parts = Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment.map_or_else(Vec::new, |assessment| assessment.judgement.parts.clone())
    });
    let words = language().page();
    let compares = definition.reads.iter().any(|reads| reads.role == Role::Baseline);
    let rows = dynamic_list(move || {
        let cells = |part: &Part| cells(definition, part, compares);
        parts.with(|parts| parts.iter().map(cells).map(table_row).collect())
    });
    let change = compares.then_some(words.change);
    let titles: Vec<AnyView> = [words.part, words.read_value]
        .into_iter()
        .chain(change)
        .chain([words.gives])
        .map(|title| view! { <th scope="col">{title}</th> }.into_any())
        .collect();
    view! {
        <details class="rs-parts">
            <summary>
                <h3>{words.parts}</h3>
            </summary>
            <table>
                <thead>
                    <tr>{titles}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
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
fn table_row(cells: Vec<String>) -> AnyView {
    let mut cells = cells.into_iter();
    let title = cells.next();
    let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
    view! {
        <tr>
            <th scope="row">{title}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// What the instrument cites, and how well that is confirmed.
fn sources(definition: &'static Definition) -> AnyView {
    let sources: Vec<AnyView> = definition
        .sources
        .iter()
        .map(|source| {
            let doi = source.doi.map(|doi| {
                view! {
                    <a
                        href=format!("https://doi.org/{doi}")
                        target="_blank"
                        rel="noopener noreferrer"
                    >
                        {format!("doi:{doi}")}
                    </a>
                }
            });
            view! {
                <li>
                    {source.reference} " " {doi} " " {evidence(source.evidence)}
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="rs-sources">
            <summary>
                <h3>{language().page().sources}</h3>
            </summary>
            <p>{language().instrument(definition.id).not_for}</p>
            <ul>{sources}</ul>
        </details>
    }
    .into_any()
}
