//! Every chosen score of the open visit, side by side.

use super::card::card;
use super::comparison::comparison;
use super::element::{Element, View, button, dynamic, effect, element, lines, shown_while};
use super::platform::{self, Waits};
use super::{Derived, Session, Writable, language};
use crate::instruments::{Instrument, sledai};
use crate::report;
use crate::session::{Overview, Scored};

/// The id of the heading over the results.
pub const HEADING: &str = "results";

/// The results of the open visit.
pub fn rail() -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let chosen = session.course(|course| {
        course.scored().map(|(it, _)| it.definition().id).collect::<Vec<&'static str>>()
    });
    let cards = dynamic(move || {
        let cards = chosen.get().into_iter().map(|id| card(id).into());
        cards.collect::<Vec<View>>().into()
    });
    let heading = element("h2").id(HEADING).attribute("tabindex", "-1").child(words.results);
    let rail = element("section")
        .class("rs-rail")
        .attribute("aria-labelledby", HEADING)
        .child(heading)
        .child(unused())
        .child(warnings())
        .child(cards)
        .child(sheets(session));
    [rail.into(), announcement().into()].into()
}

/// What a reader must know of the results, each once: with the scores that say
/// so, where not all do.
fn warnings() -> View {
    let warnings = Session::of_page().derive(|overview| {
        let mut told: Vec<(String, Vec<&str>)> = Vec::new();
        let assessed = overview.scored.iter().filter_map(|it| Some((it, it.assessed()?)));
        let mut answered = 0;
        for (scored, assessed) in assessed.filter(|(_, assessed)| assessed.answered) {
            answered += 1;
            let name = language().instrument(scored.definition().id).name;
            for warning in &assessed.assessment.judgement.warnings {
                let warning = language().warning(warning);
                match told.iter_mut().find(|(other, _)| *other == warning) {
                    Some((_, names)) => names.push(name),
                    None => told.push((warning, vec![name])),
                }
            }
        }
        let line = |(warning, names): (String, Vec<&str>)| match names.len() {
            several if several == answered => warning,
            _ => format!("{}: {warning}", names.join(", ")),
        };
        told.into_iter().map(line).collect::<Vec<String>>()
    });
    let any = Derived::new(move || !warnings.with(Vec::is_empty));
    shown_while(any, move || {
        element("div")
            .class("rs-warnings")
            .attribute("part", "warning")
            .child(element("h3").child(language().page().warnings))
            .child(element("ul").child(lines(warnings, |warning| element("li").child(warning))))
            .into()
    })
}

/// The four lupus sheets side by side, where one of them is wanted.
fn sheets(session: Session) -> View {
    // A page of others shows one score, and compares it with no other.
    if !cfg!(feature = "app") {
        return View::nothing();
    }
    let wanted = session.course(|course| {
        sledai::ALL.iter().any(|sheet| course.score(sheet.definition().id).chosen)
    });
    shown_while(wanted, move || {
        comparison(move || {
            let choices =
                session.follow_course(|it| it.score(sledai::SLEDAI_2K.definition().id).choices);
            let visits = session.with_overview(|overview| {
                session.with_course(|course| overview.reader.visits(course, course.open()))
            });
            (choices, visits)
        })
    })
}

/// What was entered and cannot be read: named before any result.
fn unused() -> Element {
    let unused = Session::of_page().derive(|overview| language().unused(&overview.unused));
    element("p").class("rs-rail__unused").child(unused)
}

/// A score in a few words: its name, and how it stands.
fn brief(scored: &Scored) -> (String, String) {
    let name = language().instrument(scored.definition().id).name.to_owned();
    (name, headline(scored))
}

/// Whether a score has something to be noted.
fn has_notes(scored: &Scored) -> bool {
    scored.assessed().is_some_and(|it| !it.assessment.judgement.warnings.is_empty())
}

/// How a score stands, in a few words.
pub fn headline(scored: &Scored) -> String {
    report::headline(scored, language())
}

fn briefs(overview: &Overview) -> Vec<(String, String)> {
    overview.scored.iter().map(brief).collect()
}

/// Says aloud what has changed, once typing rests.
fn announcement() -> Element {
    let briefs = Session::of_page().derive(briefs);
    let said = Writable::new(String::new());
    let mut before: Vec<(String, String)> = Vec::new();
    effect(move || {
        let now = briefs.get();
        let news: Vec<String> = now
            .iter()
            .filter(|brief| !before.contains(brief))
            .map(|(name, headline)| format!("{name}: {headline}"))
            .collect();
        before = now;
        if !news.is_empty() {
            // Half a number is no result.
            platform::after_a_rest(Waits::Announcement, move || said.set(news.join(". ")));
        }
    });
    element("p")
        .class("rs-hidden")
        .attribute("role", "status")
        .child(Derived::new(move || said.get()))
}

/// The results at the foot of a narrow page, and the way to the rest.
pub fn bar() -> Element {
    let briefs = Session::of_page().derive(|overview| {
        let with_notes = |scored: &Scored| (brief(scored), has_notes(scored));
        overview.scored.iter().map(with_notes).collect::<Vec<_>>()
    });
    let entries = dynamic(move || {
        let entry = |((name, headline), has_notes): ((String, String), bool)| {
            let note = if has_notes { language().page().warnings } else { "" };
            element("span")
                .class("rs-bar__entry")
                .child(element("b").child(name))
                .child(" ")
                .child(headline)
                .child(element("i").child(note))
                .into()
        };
        briefs.get().into_iter().map(entry).collect::<Vec<View>>().into()
    });
    let words = language().workspace();
    // Whoever has no pointer scrolls it by the keys, and so has to reach it.
    let entries = element("div")
        .class("rs-bar__entries")
        .attribute("role", "group")
        .attribute("tabindex", "0")
        .attribute("aria-label", words.results)
        .child(entries);
    element("div")
        .class("rs-bar")
        .child(entries)
        .child(button(words.to_results, || platform::focus(HEADING)))
}
