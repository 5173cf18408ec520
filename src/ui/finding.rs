//! A finding: four answers, what counts, and the measurements behind it.

use super::answers::{Answer, question};
use super::aside::{aside, remark};
use super::carried::carried;
use super::element::{View, button, element, lines, shown_while};
use super::field::notes;
use super::host::given;
use super::measurement::measurements;
use super::session::{element_id, go_to_item};
use super::{Session, language, platform};
use crate::instruments::{Derivation, RowRule};
use crate::items::Item;
use crate::scoring::Finding;
use crate::session::{Aside, Edit, Entry, Overview, Said};

/// A finding of the open visit.
pub fn finding_field(item: Item) -> View {
    let session = Session::of_page();
    let answered = move |finding| {
        session.record(item, move |record| match record.and_then(|it| it.entry.as_ref()) {
            Some(Entry::Finding(answered)) => *answered == finding,
            _ => finding == Finding::NotAssessed,
        })
    };
    // Nothing answered is "not assessed", and looks like it.
    let answers = Finding::ALL.map(|finding| Answer {
        code: finding.code(),
        name: language().finding(finding),
        quiet: finding == Finding::NotAssessed,
        chosen: answered(finding),
        choose: Box::new(move || session.edit(Edit::Find(item, finding))),
    });
    let below = [
        measurements(item.measured_by()),
        aside(item),
        carried(item),
        derived(item),
        unattributed(item),
        overridden(item),
        notes(item),
        given(item),
    ];
    question(item, name(item), answers.into(), below)
        .attribute_of("data-state", super::form::state(item))
        .into()
}

/// The name of a finding, with the points it gives where the chosen scores
/// agree on them.
fn name(item: Item) -> View {
    let label = language().item(item).label;
    let points = Session::of_page().course(move |course| {
        let mut points: Vec<String> = Vec::new();
        for (instrument, choices) in course.scored() {
            let rows = instrument.definition().rows_under(choices);
            // What goes by the size of a value is not told in one number.
            let rows = rows
                .filter(|row| row.id == item.id() && !matches!(row.rule, RowRule::Logarithm(_)));
            for given in rows.filter_map(|row| row.rule.points()) {
                let given = language().number(given);
                if !points.contains(&given) {
                    points.push(given);
                }
            }
        }
        points.join(" / ")
    });
    [
        label.into(),
        " ".into(),
        element("span")
            .class("rs-item__points")
            .attribute("title", language().page().points)
            .child(points)
            .into(),
    ]
    .into()
}

/// What measured values were taken to say, as long as nobody answered.
fn derived(item: Item) -> View {
    let said = Session::of_page().derive(move |overview| said_of(overview, item));
    lines(said, |line| element("p").class("rs-item__derived").child(line))
}

/// One line where the scores agree, else one for each way to take the values.
fn said_of(overview: &Overview, item: Item) -> Vec<String> {
    let said = overview.said(item);
    let mut lines: Vec<String> = Vec::new();
    let mut taken: Vec<(String, Vec<&str>)> = Vec::new();
    for Said { instrument, counts, by } in said {
        let line = language().derived(counts, by);
        let name = language().instrument(instrument).name;
        match taken.iter_mut().find(|(other, _)| *other == line) {
            Some((_, names)) => names.push(name),
            None => taken.push((line, vec![name])),
        }
        if let (Derivation::Protein { .. }, [used, other]) = (by, item.measured_by())
            && overview.read.visit.number(*used).is_some()
            && overview.read.visit.number(*other).is_some()
        {
            let twice = language().measured_twice(*used);
            if !lines.contains(&twice) {
                lines.push(twice);
            }
        }
    }
    let several = taken.len() > 1;
    let told = taken
        .into_iter()
        .map(|(line, names)| if several { format!("{}: {line}", names.join(", ")) } else { line });
    let needs_earlier = overview.needs_earlier(item).then(|| language().needs_earlier().to_owned());
    told.chain(lines).chain(needs_earlier).collect()
}

/// Asks for the cause of what counts from a number alone.
fn unattributed(item: Item) -> View {
    let session = Session::of_page();
    let asked = session.derive(move |overview| overview.asks_cause(item));
    shown_while(asked, move || {
        let words = language().page();
        let ask = words.ask_cause;
        let label = language().item(item).label;
        let answer = |finding, name| {
            button(name, move || {
                session.edit(Edit::Find(item, finding));
                // The question is gone; its item is not.
                platform::focus(&element_id(item));
            })
        };
        element("div")
            .class("rs-question")
            .attribute("role", "group")
            .attribute("aria-label", &format!("{label}: {ask}"))
            .child(element("p").child(ask))
            .child(answer(Finding::Present, words.cause_disease))
            .child(answer(Finding::OtherCause, words.cause_other))
            .into()
    })
}

/// Asks why, where the answer differs from what the values say. The reason is
/// kept with the answer.
fn overridden(item: Item) -> View {
    let session = Session::of_page();
    let differs = session.derive(move |overview| overview.overrides(item));
    shown_while(differs, move || {
        let words = language().workspace();
        let take_back = button(words.follow_value, move || {
            session.edit(Edit::Find(item, Finding::NotAssessed));
            go_to_item(item);
        });
        element("div")
            .class("rs-question")
            .child(remark(item, Aside::Reason, words.override_reason, "rs-input"))
            .child(take_back)
            .into()
    })
}
