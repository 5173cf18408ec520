//! What the program is, what it is not, and what it rests on.

use super::link;
use super::route::Route;
use crate::instruments::{Definition, OptionDefinition, REGISTRY};
use crate::report::{Age, BUILT, ENGINE, confirmed};
use crate::scoring::{Bounds, Evidence};
use crate::text::Prose;
use crate::ui::element::{Element, View, element};
use crate::ui::{evidence, language, platform, source};

/// The page about the program.
pub fn about() -> View {
    let words = language().about();
    let parts: [View; 9] = [
        element("div").class("rs-heading").child(super::heading(words.title)).into(),
        prose(&words.purpose).into(),
        prose(&words.limits).into(),
        prose(&words.privacy).into(),
        instruments().into(),
        tags().into(),
        keys().into(),
        prose(&words.licence).into(),
        copy().into(),
    ];
    element("div").class("rs-about").children(parts).into()
}

/// A section with its heading.
fn section(heading: &str) -> Element {
    element("section").child(element("h2").child(heading))
}

fn prose(prose: &Prose) -> Element {
    let points = prose.points.iter().map(|point| element("li").child(*point));
    section(prose.heading).child(element("ul").children(points))
}

/// Every instrument, each in a disclosure.
fn instruments() -> Element {
    let words = language().about();
    let instruments = REGISTRY.iter().map(|it| instrument(it.definition()));
    let all = link(Route::Reference(None), language().page().reference_title);
    section(words.instruments)
        .child(element("p").child(words.instruments_lead).child(" ").child(all))
        .children(instruments)
}

/// What an instrument measures, the choices that it leaves open, and what it
/// cites: all of it from its table.
fn instrument(definition: &'static Definition) -> Element {
    let words = language().about();
    let text = language().instrument(definition.id);
    let before_source = language().page().source;
    let named = element("p").child(words.id).child(" ").child(element("code").child(definition.id));
    let range = definition.range.map(|(lowest, highest)| {
        let range = language().bounds(Bounds::between(lowest, highest));
        element("p").child(format!("{} {range}", words.range))
    });
    let cutoff = definition.cutoff.map(|(cutoff, fact)| {
        let cutoff = language().threshold(cutoff, "");
        let cutoff = format!("{} {cutoff}. {before_source} {} ", words.cutoff, fact.locator);
        element("p").child(cutoff).child(evidence(fact.evidence))
    });
    let options = (!definition.options.is_empty()).then(|| element("h4").child(words.options));
    element("details")
        .class("rs-about__instrument")
        .child(element("summary").child(element("h3").child(text.name)))
        .child(element("p").child(language().disease(definition.disease)))
        .child(element("p").child(text.measures))
        .child(element("p").child(text.not_for))
        .child(
            element("p").child(link(
                Route::Reference(Some(definition)),
                language().workspace().reference_page,
            )),
        )
        .child(named)
        .children(range)
        .children(cutoff)
        .child(element("p").child(language().confirmed(&confirmed(definition))))
        .children(options)
        .children(definition.options.iter().map(|it| option(definition, it)))
        .child(element("h4").child(words.sources))
        .child(element("ul").children(definition.sources.iter().map(source)))
}

/// A choice, with its values and how well each is confirmed.
fn option(definition: &Definition, option: &OptionDefinition) -> View {
    let text = language().option(definition.id, option.id);
    let before_source = language().page().source;
    let values = option.values.iter().enumerate().map(|(place, value)| {
        let text = language().option_value(definition.id, option.id, value.code);
        let default = if place == 0 { language().about().default } else { "" };
        let bands = value.bands.map_or_else(String::new, |bands| {
            format!("{} ", language().bands(definition.id, bands))
        });
        element("li")
            .child(element("b").child(text.label))
            .child(format!(
                " {default} {} {bands}{before_source} {} ",
                text.explains, value.fact.locator
            ))
            .child(evidence(value.fact.evidence))
    });
    [
        element("p").child(element("b").child(text.label)).child(": ").child(text.explains).into(),
        element("ul").children(values).into(),
    ]
    .into()
}

/// What the tags mean.
fn tags() -> Element {
    let words = language().about();
    let tags = Evidence::ALL.into_iter().map(|known| {
        let explains = language().evidence(known).explains;
        element("li").child(evidence(known)).child(" ").child(explains)
    });
    section(words.evidence)
        .child(element("p").child(words.evidence_lead))
        .child(element("ul").children(tags))
}

/// The keys, and what each does.
fn keys() -> Element {
    let words = language().about();
    let titles = [words.key, words.does];
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(title));
    let rows = words.shortcuts.iter().map(|(key, does)| {
        let key = element("th").attribute("scope", "row").child(element("kbd").child(*key));
        element("tr").child(key).child(element("td").child(*does))
    });
    let table = element("table")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(rows));
    section(words.keys).child(element("p").child(words.keys_lead)).child(table)
}

/// The version of this copy, and how old it is.
fn copy() -> Element {
    let words = language().about();
    let now = platform::now();
    let age = Age::of(BUILT, now.split('T').next().unwrap_or_default());
    let built = match age {
        Age::Development => words.development.to_owned(),
        Age::Built { on, days } => language().built(on, days),
    };
    let newer = age.is_old().then(|| element("p").class("rs-message").child(words.newer));
    section(words.copy)
        .child(element("p").child(format!("{} {ENGINE}. {built}", words.version)))
        .children(newer)
}
