//! Glucocorticoids as they are prescribed, and the dose that is entered.

use leptos::prelude::*;

use crate::items::{Glucocorticoid, Item};
use crate::session::Edit;
use crate::session::worksheet::doses::Prednisolone;
use crate::session::worksheet::{DoseLine, DoseProblem, DoseProblemKind, DoseSheet, Interval};
use crate::ui::element::{Element, View, button, dynamic, element, lines};
use crate::ui::{Derived, Session, go_to_item, language};

/// The worksheet.
pub fn doses() -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let sheet = move || session.course(of_visit);
    let count = Derived::new({
        let sheet = sheet();
        move || sheet.with(|sheet| sheet.lines.len())
    });
    let rows = dynamic(move || {
        (0..count.get()).map(|at| line(session, at).into()).collect::<Vec<View>>().into()
    });
    let add = button(words.add_dose, move || {
        change(session, |sheet| sheet.lines.push(DoseLine::default()));
    });
    element("div")
        .class("rs-worksheet__body")
        .child(element("p").class("rs-input__hint").child(words.doses_hint))
        .child(rows)
        .child(add)
        .child(lines(problems(sheet()), |line| element("p").class("rs-input__error").child(line)))
        .child(result(session, sheet()))
        .into()
}

fn of_visit(course: &crate::session::Course) -> DoseSheet {
    course.open_visit().map(|visit| visit.worksheets.doses.clone()).unwrap_or_default()
}

fn change(session: Session, change: impl FnOnce(&mut DoseSheet)) {
    let mut sheet = session.with_course(of_visit);
    change(&mut sheet);
    session.edit(Edit::Doses(sheet));
}

/// What a line says in one of its inputs, and how that is changed.
type Look = fn(&DoseLine) -> String;
type Write = fn(&mut DoseLine, String);

/// A line of the prescription.
fn line(session: Session, at: usize) -> Element {
    let words = language().worksheets();
    let of = move |look: Look| {
        session.course(move |course| of_visit(course).lines.get(at).map(look).unwrap_or_default())
    };
    let write = move |write: Write, text: String| {
        change(session, |sheet| {
            if let Some(line) = sheet.lines.get_mut(at) {
                write(line, text);
            }
        });
    };
    let labelled = |key: &str, label: &str, input: Element| {
        let id = format!("dose-{at}-{key}");
        let number = language().line(at + 1);
        let hidden = element("span").class("rs-hidden").child(number);
        element("div")
            .class("rs-input")
            .child(element("label").attribute("for", &id).child(label).child(hidden))
            .child(input.id(&id))
    };
    let text = |look: Look, set: Write| {
        element("input")
            .attribute("type", "text")
            .attribute("inputmode", "decimal")
            .attribute("autocomplete", "off")
            .value(of(look))
            .on("input", move |event| write(set, event_target_value(&event)))
    };
    let select = |choices: Vec<(&'static str, &'static str)>, look: Look, set: Write| {
        let chosen = of(look);
        let options = choices.into_iter().map(|(code, name)| {
            let is_chosen = Derived::new(move || chosen.with(|chosen| chosen == code));
            element("option")
                .attribute("value", code)
                .property_while("selected", is_chosen)
                .child(name)
        });
        element("select")
            .children(options.collect::<Vec<_>>())
            .on("change", move |event| write(set, event_target_value(&event)))
    };
    let drugs = Glucocorticoid::ALL
        .iter()
        .enumerate()
        .map(|(at, drug)| (if at == 0 { "" } else { drug.code }, language().drug(drug.code)));
    let intervals = Interval::ALL.map(|it| (it.code(), language().worksheet(it.code())));
    let every = of(every);
    let asks_days = session.course(move |course| {
        matches!(
            of_visit(course).lines.get(at),
            Some(DoseLine { interval: Interval::EveryDays(_), .. })
        )
    });
    let pulse =
        session.course(move |course| of_visit(course).lines.get(at).is_some_and(|it| it.pulse));
    let pulse = element("label")
        .class("rs-answer rs-answer--alone")
        .child(element("input").attribute("type", "checkbox").property_while("checked", pulse).on(
            "change",
            move |event| {
                let set: Write = if event_target_checked(&event) {
                    |line, _| line.pulse = true
                } else {
                    |line, _| line.pulse = false
                };
                write(set, String::new());
            },
        ))
        .child(element("span").child(words.pulse));
    let remove = button(words.remove_dose, move || {
        change(session, |sheet| {
            if at < sheet.lines.len() {
                sheet.lines.remove(at);
            }
        });
    });
    let set_every: Write = |line, text| line.interval = Interval::EveryDays(text);
    let days_of_cycle = crate::ui::element::shown_while(asks_days, move || {
        let input = element("input")
            .attribute("type", "text")
            .attribute("inputmode", "numeric")
            .attribute("autocomplete", "off")
            .value(every)
            .on("input", move |event| write(set_every, event_target_value(&event)));
        let id = format!("dose-{at}-every");
        element("div")
            .class("rs-input")
            .child(element("label").attribute("for", &id).child(words.every))
            .child(input.id(&id))
            .into()
    });
    element("div")
        .class("rs-dose")
        .child(labelled(
            "drug",
            language().page().drug,
            select(drugs.collect(), |it| it.drug.clone(), |it, text| it.drug = text),
        ))
        .child(labelled("dose", words.dose, text(|it| it.dose.clone(), |it, text| it.dose = text)))
        .child(labelled(
            "interval",
            words.interval,
            select(intervals.into(), |it| it.interval.code().to_owned(), set_interval),
        ))
        .child(days_of_cycle)
        .child(labelled("days", words.days, text(|it| it.days.clone(), |it, text| it.days = text)))
        .child(pulse)
        .child(remove)
}

fn every(line: &DoseLine) -> String {
    match &line.interval {
        Interval::EveryDays(days) => days.clone(),
        Interval::Daily | Interval::TwiceDaily | Interval::AlternateDays | Interval::Weekly => {
            String::new()
        }
    }
}

fn set_interval(line: &mut DoseLine, code: String) {
    if let Some(interval) = Interval::ALL.into_iter().find(|interval| interval.code() == code) {
        line.interval = interval;
    }
}

/// What keeps the sheet from being read, in sentences.
fn problems(sheet: Derived<DoseSheet>) -> Derived<Vec<String>> {
    Derived::new(move || sheet.with(|sheet| sheet.read().problems.iter().map(problem).collect()))
}

fn problem(problem: &DoseProblem) -> String {
    let words = language().worksheets();
    let why = match &problem.kind {
        DoseProblemKind::Missing => words.dose_missing.to_owned(),
        DoseProblemKind::Unreadable => words.dose_unreadable.to_owned(),
        DoseProblemKind::NotWhole => words.dose_not_whole.to_owned(),
        DoseProblemKind::OutOfRange { lowest, highest } => {
            language().dose_out_of_range(*lowest, *highest)
        }
        DoseProblemKind::UnknownDrug => words.dose_unknown_drug.to_owned(),
        DoseProblemKind::ShorterThanCycle { .. } => words.dose_shorter.to_owned(),
        DoseProblemKind::BesideOrInstead { .. } => words.dose_beside.to_owned(),
    };
    format!("{}: {why}", language().line(problem.line + 1))
}

/// What the sheet comes to, and what is entered of it: which of the two doses
/// of a taper is meant, only the reader can say.
fn result(session: Session, sheet: Derived<DoseSheet>) -> View {
    let doses = Derived::new(move || {
        sheet.with(|sheet| {
            let reading = sheet.read();
            let pulses = reading.pulses.map(|pulses| pulses.total);
            (reading.daily.map(|daily| (daily.mean, daily.current, daily.days)), pulses)
        })
    });
    dynamic(move || {
        let (daily, pulses) = doses.get();
        let mut views: Vec<View> = Vec::new();
        if let Some((mean, current, days)) = daily {
            views.push(enter(session, current, None));
            if let Some(days) = days.filter(|_| mean != current) {
                views.push(enter(session, mean, Some(days)));
            }
        }
        if let Some(total) = pulses {
            views.push(
                element("p")
                    .class("rs-item__derived")
                    .child(language().pulses(total.milligrams()))
                    .into(),
            );
        }
        views.into()
    })
}

/// Enters a dose into the visit, as prednisolone.
fn enter(session: Session, dose: Prednisolone, days: Option<u32>) -> View {
    button(&language().enter_dose(dose.milligrams(), days), move || {
        session.edit(Edit::Enter(Item::Glucocorticoid, dose.as_typed()));
        go_to_item(Item::Glucocorticoid);
    })
    .into()
}
