//! One score: where it stands, what it has changed by, and on demand why.

use super::drawing::scale;
use super::element::{Element, View, disclosure, dynamic, element, lines};
use super::explanation::{missing, parts, reference_address, sources};
use super::rail::headline;
use super::rules::rules;
use super::{Derived, Session, language};
use crate::instruments::{Definition, find};
use crate::report;
use crate::report::drawing::Yardstick;
use crate::scoring::{Role, Verdict};
use crate::session::{Assessed, Overview, Scored};

/// The card of a score.
pub fn card(id: &'static str) -> Element {
    let Some(definition) = find(id).map(|instrument| instrument.definition()) else {
        return element("div");
    };
    let words = language().workspace();
    let name = language().instrument(id).name;
    let heading = format!("card-{id}");
    let title = |text: &'static str| -> View {
        let of = element("span").class("rs-hidden").child(format!(": {name}"));
        [text.into(), of.into()].into()
    };
    element("section")
        .class("rs-card")
        .attribute("part", "result")
        .attribute("aria-labelledby", &heading)
        .attribute("data-instrument", id)
        .child(element("h3").id(&heading).attribute("tabindex", "-1").child(name))
        .child(verdict(id))
        .child(
            element("p")
                .class("rs-card__headline")
                .attribute("part", "score")
                .child(of(id, headline)),
        )
        .child(drawn(definition))
        .child(lines(told(id), |line| element("p").class("rs-card__line").child(line)))
        .child(lines(changes(id), |line| element("p").class("rs-card__change").child(line)))
        .child(missing(definition))
        .child(disclosure("rs-card__more", title(language().page().parts), move || {
            parts(definition)
        }))
        .child(disclosure("rs-card__more", title(language().page().rule_set), move || {
            rules(definition)
        }))
        .child(disclosure("rs-card__more", title(words.sources_and_limits), move || {
            sources(definition).into()
        }))
        .children(reference(definition, name))
}

/// The way to all that is to be told of the instrument, where this page has it.
fn reference(definition: &Definition, name: &str) -> Option<Element> {
    let leads = cfg!(feature = "app");
    let title = language().workspace().reference_page;
    leads.then(|| {
        // Several cards have such a link: heard, each names its instrument.
        let link = element("a")
            .attribute("href", &reference_address(definition.id))
            .attribute("aria-label", &format!("{title}: {name}"))
            .child(title);
        element("p").class("rs-card__reference").child(link)
    })
}

/// What a score says, as a text.
fn of(id: &'static str, say: fn(&Scored) -> String) -> Derived<String> {
    Session::of_page()
        .derive(move |overview| overview.of_instrument(id).map(say).unwrap_or_default())
}

/// The verdict as a chip: a word and a shape, and not a colour alone.
fn verdict(id: &'static str) -> View {
    let is_good = find(id).is_some_and(|found| found.definition().range.is_none());
    let verdict = Session::of_page().derive(move |overview| {
        let assessed = overview.of_instrument(id)?.assessed()?;
        assessed.assessment.judgement.verdict.filter(|_| assessed.answered)
    });
    dynamic(move || match verdict.get() {
        Some(verdict) if is_good => chip(verdict).into(),
        // An active disease is no good news: its chip has no colour of its own.
        Some(verdict) => chip(verdict).class("rs-chip").into(),
        None => View::nothing(),
    })
}

/// A verdict.
pub(super) fn chip(verdict: Verdict) -> Element {
    let (class, mark) = match verdict {
        Verdict::Met => ("rs-chip rs-chip--met", "\u{2713}"),
        Verdict::NotMet => ("rs-chip rs-chip--not-met", "\u{2715}"),
        Verdict::Undetermined => ("rs-chip rs-chip--open", "?"),
    };
    element("p")
        .class(class)
        .attribute("part", "verdict")
        .child(element("span").attribute("aria-hidden", "true").child(mark))
        .child(" ")
        .child(language().verdict(verdict))
}

/// The score on its scale.
fn drawn(definition: &'static Definition) -> View {
    let id = definition.id;
    let shown = Session::of_page().derive(move |overview| {
        let scored = overview.of_instrument(id)?;
        let assessed = scored.assessed().filter(|assessed| assessed.answered)?;
        Some((scored.choices, assessed.assessment.judgement.score?))
    });
    dynamic(move || match shown.get() {
        Some((choices, score)) => {
            let drawn = Yardstick::of(definition, choices)
                .map(|yardstick| scale(&yardstick, score, language().instrument(id).name));
            drawn.map_or_else(View::nothing, View::from)
        }
        None => View::nothing(),
    })
}

/// The lines below the headline.
fn told(id: &'static str) -> Derived<Vec<String>> {
    Session::of_page().derive(move |overview| {
        let told = |scored: &Scored| {
            report::told(scored, scored.leaves_unused(&overview.unused), language())
        };
        overview.of_instrument(id).map(told).unwrap_or_default()
    })
}

/// What has changed since the visit before, and since the baseline where that
/// is another one.
fn changes(id: &'static str) -> Derived<Vec<String>> {
    fn of<'a>(scored: &'a [Scored], id: &str) -> Option<&'a Assessed> {
        let scored = scored.iter().find(|scored| scored.definition().id == id)?;
        scored.assessed().filter(|assessed| assessed.answered)
    }
    Session::of_page().derive(move |overview| {
        let Overview { scored, previous, baseline, .. } = overview;
        let Some(now) = of(scored, id) else { return Vec::new() };
        let since = |(role, before): (Role, &Vec<Scored>)| {
            let before = of(before, id)?;
            // A page around the form tells of earlier visits what the score reads
            // of them, and mostly no more: they have no score of their own.
            let is_whole = cfg!(feature = "app") || before.assessment.judgement.is_complete();
            is_whole.then(|| report::change(now, before, role, language()))
        };
        [(Role::Previous, previous), (Role::Baseline, baseline)]
            .into_iter()
            .filter_map(since)
            .filter(|line| !line.is_empty())
            .collect()
    })
}
