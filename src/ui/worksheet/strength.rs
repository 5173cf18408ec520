//! The grades of the muscle groups, and their sum.

use super::grades::{Grades, copied, enter, problems, sided, total};
use crate::instruments::{Choices, find};
use crate::items::Item;
use crate::session::worksheet::Side;
use crate::session::worksheet::strength::{
    GRADES, GROUPS, INSTRUMENT, Reading, SCALE, SIDE, SIDES, StrengthSum, is_taken, reading, sum,
};
use crate::session::{Course, Edit};
use crate::text::WorksheetLine;
use crate::ui::element::{Element, View, dynamic, element, lines};
use crate::ui::{Derived, Session, language, platform};

/// The worksheet.
pub fn strength(grades: Grades) -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let choices = session.course(|course| course.score(INSTRUMENT).choices);
    let sum = Derived::new(move || {
        let choices = choices.get();
        session.with_overview(|overview| sum(choices, &overview.read.visit))
    });
    let told = Derived::new(move || {
        let told = sum.get();
        told.map_or_else(String::new, |it| {
            let StrengthSum { total, highest, graded, groups } = it;
            language().worksheet_line(&WorksheetLine::Strength { total, highest, graded, groups })
        })
    });
    let reading = session.course(reading);
    let result = Derived::new(move || match reading.get() {
        Reading::AsThisSum => sum.get().and_then(|it| it.as_typed()).unwrap_or_default(),
        Reading::NotAsked | Reading::Otherwise(..) => String::new(),
    });
    let otherwise = Derived::new(move || match reading.get() {
        Reading::Otherwise(instrument, scale) => {
            let scale = language().option_value(instrument, SCALE, scale).label;
            vec![language().worksheet_line(&WorksheetLine::StrengthOtherwise(scale))]
        }
        Reading::NotAsked | Reading::AsThisSum => Vec::new(),
    });
    let key = words.strength_key.iter().enumerate().map(|(grade, means)| {
        element("li").child(element("b").child(grade.to_string())).child(" ").child(*means)
    });
    element("div")
        .class("rs-beside")
        .child(dynamic(move || table(grades, choices.get()).into()))
        .child(
            element("div")
                .class("rs-beside__other")
                .child(problems(&GRADES))
                .child(copied(&GRADES))
                .child(total(told))
                .child(enter(Item::Strength, result))
                .child(lines(otherwise, |line| element("p").class("rs-item__note").child(line)))
                .child(sides(session))
                .child(element("ul").class("rs-key").children(key))
                .child(element("p").class("rs-input__hint").child(words.strength_hint)),
        )
        .into()
}

/// The table of the sides that are tested.
fn table(grades: Grades, choices: Choices) -> Element {
    let of_side = |side: &Side| {
        GRADES.iter().any(|grade| is_taken(choices, *grade) && grade.id().ends_with(side.code()))
    };
    let sides: Vec<Side> = Side::ALL.into_iter().filter(of_side).collect();
    let rows = GROUPS.map(|(code, items)| {
        let taken = items.iter().copied().filter(|item| is_taken(choices, *item));
        (language().worksheet(code), taken.collect())
    });
    sided(grades, language().worksheets().muscle, &sides, rows)
}

/// Which sides are tested: an option of the instrument, wherever its grades
/// stand.
fn sides(session: Session) -> Element {
    let values = find(INSTRUMENT)
        .and_then(|instrument| instrument.definition().options.get(SIDES))
        .map_or(&[][..], |option| option.values);
    let answers = values.iter().enumerate().map(|(at, value)| {
        let id = format!("mmt-side-{at}");
        let chosen = session
            .course(move |course: &Course| course.score(INSTRUMENT).choices.place(SIDES) == at);
        let input = element("input")
            .attribute("type", "radio")
            .attribute("name", "mmt-side")
            .id(&id)
            .property_while("checked", chosen)
            .on("change", move |_| {
                session.edit(Edit::Option(INSTRUMENT, SIDES, at));
                // A form that asks for other items is made anew.
                let id = id.clone();
                platform::soon(move || platform::focus(&id));
            });
        let name = language().option_value(INSTRUMENT, SIDE, value.code).label;
        element("label").class("rs-answer").child(input).child(element("span").child(name))
    });
    element("fieldset")
        .class("rs-choice rs-sides")
        .child(element("legend").child(language().worksheets().sides))
        .child(element("div").class("rs-answers").children(answers.collect::<Vec<_>>()))
}
