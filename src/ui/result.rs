//! The result: its standing, its warnings, how it adds up, what is open.

use leptos::prelude::*;

use super::definition::Evidence;
use super::field::input_id;
use super::platform::focus;
use super::{Session, language};
use crate::instruments::Definition;
use crate::items::Item;
use crate::report::consequences;
use crate::scoring::{Mention, Outcome, Part, Role};
use crate::session::Field;

/// The id of the heading of the result.
const HEADING: &str = "result";

/// The result of the chosen instrument.
#[component]
pub fn Results(definition: &'static Definition) -> impl IntoView {
    let words = language().page();
    view! {
        <section class="rs-result" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {words.result}
            </h2>
            <Standing />
            <Warnings />
            <Missing definition=definition />
            <Parts definition=definition />
            <Sources definition=definition />
        </section>
        <Announcement />
        <Bar />
    }
}

/// The headline, as it is shown everywhere.
fn headline() -> Memo<String> {
    Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment.map_or_else(String::new, |assessment| language().headline(assessment, read.answered))
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
#[component]
fn Standing() -> impl IntoView {
    let headline = headline();
    let details = details();
    let rule_set = Session::expect().derive(|read| {
        read.assessment.as_ref().map(|assessment| {
            let values = assessment.definition.chosen(assessment.choices);
            let values: Vec<&str> = values.map(|(_, value)| value.code).collect();
            language().rule_set(assessment.definition, &values)
        })
    });
    view! {
        <p class="rs-result__headline">{move || headline.get()}</p>
        {move || {
            details.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
        }}
        <p class="rs-result__rules">{move || rule_set.get()}</p>
    }
}

/// Says the standing aloud when it changes.
#[component]
fn Announcement() -> impl IntoView {
    let headline = headline();
    let details = details();
    view! {
        <p class="rs-hidden" role="status">
            {move || headline.get()}
            ". "
            {move || details.with(|details| details.join(". "))}
        </p>
    }
}

/// The standing at the foot of a narrow page, and the way to the rest.
#[component]
fn Bar() -> impl IntoView {
    let headline = headline();
    view! {
        <div class="rs-bar">
            <span class="rs-bar__headline">{move || headline.get()}</span>
            <button type="button" class="rs-button" on:click=|_| focus(HEADING)>
                {language().page().to_result}
            </button>
        </div>
    }
}

/// What a reader must know.
#[component]
fn Warnings() -> impl IntoView {
    let warnings = Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment
            .into_iter()
            .flat_map(|assessment| &assessment.judgement.warnings)
            .map(|warning| language().warning(warning))
            .collect::<Vec<String>>()
    });
    let list = move || {
        warnings.get().into_iter().map(|warning| view! { <li>{warning}</li> }).collect_view()
    };
    view! {
        <Show when=move || !warnings.with(Vec::is_empty)>
            <div class="rs-warnings">
                <h3>{language().page().warnings}</h3>
                <ul>{list}</ul>
            </div>
        </Show>
    }
}

/// What could still change the result, and what it would change.
#[component]
fn Missing(definition: &'static Definition) -> impl IntoView {
    let session = Session::expect();
    let missing = session.derive(|read| {
        let instrument = read.assessment.as_ref().and_then(|assessment| {
            crate::instruments::find(assessment.definition.id).map(|found| (found, assessment))
        });
        let Some((instrument, assessment)) = instrument else { return Vec::new() };
        assessment
            .judgement
            .missing
            .iter()
            .map(|mention| {
                let tried = consequences(instrument, assessment, &read.visits, *mention);
                let tried = tried
                    .iter()
                    .map(|(finding, assessment)| language().consequence(*finding, assessment))
                    .collect::<Vec<String>>()
                    .join("; ");
                (*mention, tried)
            })
            .collect::<Vec<(Mention, String)>>()
    });
    let words = language().page();
    let entry = move |(mention, tried): (Mention, String)| {
        let go = move |_| {
            if let Some(id) = place(definition, mention) {
                focus(&id);
            }
        };
        view! {
            <li>
                <button type="button" class="rs-link" on:click=go>
                    {language().mention(mention)}
                </button>
                <span class="rs-missing__tried">{tried}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !missing.with(Vec::is_empty)>
            <details class="rs-missing" open>
                <summary>
                    <h3>
                        {words.missing} " (" {move || missing.with(Vec::len)} ")"
                    </h3>
                </summary>
                <p>{words.missing_help}</p>
                <ul>{move || missing.get().into_iter().map(entry).collect_view()}</ul>
            </details>
        </Show>
    }
}

/// The id of the element in which a missing item is entered: its own, or where
/// only a measurement of it is asked, that one's.
fn place(definition: &Definition, mention: Mention) -> Option<String> {
    let reads = definition.reads.iter().filter(|reads| reads.role == mention.role);
    let mut items = reads.flat_map(|reads| reads.items).copied();
    let named = Item::from_id(mention.id);
    let item = items.find(|item| match named {
        Some(named) => *item == named || named.measured_by().contains(item),
        None => item.kind().scale().is_some_and(|scale| scale.limit.is_some()),
    })?;
    Some(input_id(mention.role, item, Field::Value))
}

/// The rows of the calculation.
#[component]
fn Parts(definition: &'static Definition) -> impl IntoView {
    let parts = Session::expect().derive(|read| {
        let assessment = read.assessment.as_ref();
        assessment.map_or_else(Vec::new, |assessment| assessment.judgement.parts.clone())
    });
    let words = language().page();
    let compares = definition.reads.iter().any(|reads| reads.role == Role::Baseline);
    let rows = move || {
        parts.get().into_iter().map(|part| part_row(definition, &part, compares)).collect_view()
    };
    view! {
        <details class="rs-parts">
            <summary>
                <h3>{words.parts}</h3>
            </summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.part}</th>
                        <th scope="col">{words.read_value}</th>
                        {compares.then(|| view! { <th scope="col">{words.change}</th> })}
                        <th scope="col">{words.gives}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

/// One row: what was read and what it gives.
fn part_row(definition: &Definition, part: &Part, compares: bool) -> impl IntoView + use<> {
    let name = language().part(definition.id, part.id);
    let chosen = part.chosen.flatten().and_then(Item::from_id).map(|item| {
        format!(" ({})", language().item(item).label)
    });
    let change = compares.then(|| {
        let percent = part.percent.flatten().map_or_else(
            || language().page().open.to_owned(),
            |percent| format!("{}\u{a0}%", language().number(percent)),
        );
        view! { <td>{percent}</td> }
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
    view! {
        <tr>
            <th scope="row">
                {name} {chosen}
            </th>
            <td>{language().part_value(part.value)}</td>
            {change}
            <td>{gives}</td>
        </tr>
    }
}

/// What the instrument cites, and how well that is confirmed.
#[component]
fn Sources(definition: &'static Definition) -> impl IntoView {
    let sources = definition
        .sources
        .iter()
        .map(|source| {
            let evidence = language().evidence(source.evidence);
            let doi = source.doi.map(|doi| {
                view! {
                    " "
                    <a
                        href=format!("https://doi.org/{doi}")
                        target="_blank"
                        rel="noopener noreferrer"
                    >
                        "doi:"
                        {doi}
                    </a>
                }
            });
            view! {
                <li>
                    {source.reference} {doi} " "
                    <Evidence label=evidence.label explains=evidence.explains />
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="rs-sources">
            <summary>
                <h3>{language().page().sources}</h3>
            </summary>
            <p>{language().instrument(definition.id).not_for}</p>
            <ul>{sources}</ul>
        </details>
    }
}
