//! The categories of function with their aids, and the index.

use leptos::prelude::*;

use super::grades::{Grades, cell_of, copied, enter, grade, problems, row, table, total};
use crate::items::Item;
use crate::scoring::Finding;
use crate::session::worksheet::function::{ANSWERS, CATEGORIES, FunctionIndex, index};
use crate::session::{Edit, Entry};
use crate::text::WorksheetLine;
use crate::ui::element::{Element, View, button, element, lines, shown_while};
use crate::ui::form::field_id;
use crate::ui::session::element_id;
use crate::ui::{Derived, Session, language};

/// The worksheet.
pub fn function(grades: Grades) -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let index = session.derive(|overview| index(&overview.read.visit));
    let is_read = session.course(|course| course.items().contains(&Item::Haq));
    let told =
        Derived::new(move || index.with(|index| index.as_ref().map(comes_to).unwrap_or_default()));
    let result = Derived::new(move || {
        let typed = index.with(|index| index.as_ref().and_then(FunctionIndex::as_typed));
        typed.filter(|_| is_read.get()).unwrap_or_default()
    });
    let endless = Derived::new(move || {
        let endless = index.with(|index| index.as_ref().and_then(endless));
        endless.filter(|_| is_read.get()).into_iter().collect::<Vec<String>>()
    });
    let rows = CATEGORIES.iter().enumerate().map(|(at, (category, aid))| {
        let lifted = Derived::new(move || {
            let lifted = index.with(|index| index.as_ref().and_then(|it| *it.lifted.get(at)?));
            lifted.map_or_else(String::new, |it| format!("→\u{a0}{}", language().number(it)))
        });
        let lifted = element("span").class("rs-grades__lifted").child(lifted);
        let name: View =
            [language().item(*category).label.into(), " ".into(), lifted.into()].into();
        row(name)
            .child(cell_of(grades, *category, grade(*category)).id(&field_id(*category)))
            .child(cell_of(grades, *aid, need(session, *aid)))
    });
    element("div")
        .class("rs-beside")
        .child(table([words.category, words.grade, words.aid], rows.collect::<Vec<Element>>()))
        .child(
            element("div")
                .class("rs-beside__other")
                .child(problems(&ANSWERS))
                .child(copied(&ANSWERS))
                .child(total(told))
                .child(enter(Item::Haq, result))
                .child(lines(endless, |line| element("p").class("rs-item__note").child(line)))
                .child(rest_of_aids(session))
                .child(element("p").class("rs-input__hint").child(words.function_hint)),
        )
        .into()
}

/// What the categories come to.
fn comes_to(index: &FunctionIndex) -> String {
    let FunctionIndex { mean, graded, enough, .. } = *index;
    let open = index.open.iter().filter_map(|open| Item::from_id(open.id));
    let open: Vec<&str> = open.map(|item| language().item(item).label).collect();
    language().worksheet_line(&WorksheetLine::Function { mean, graded, enough, open: &open })
}

/// Why an index that is known is not entered.
fn endless(index: &FunctionIndex) -> Option<String> {
    let known = index.known().filter(|_| index.as_typed().is_none())?;
    Some(language().worksheet_line(&WorksheetLine::Endless(known)))
}

/// Whether an aid or help is needed.
fn need(session: Session, aid: Item) -> Element {
    let page = language().page();
    let (yes, no, open) = (page.yes, page.no, language().worksheets().aid_open);
    let options = [Finding::NotAssessed, Finding::Absent, Finding::Present, Finding::OtherCause];
    let options = options.map(|finding| {
        let chosen = session.record(aid, move |record| {
            let entry = record.and_then(|record| record.entry.as_ref());
            entry.map_or(finding == Finding::NotAssessed, |it| *it == Entry::Finding(finding))
        });
        let name = match finding {
            Finding::Present => yes,
            Finding::Absent => no,
            Finding::NotAssessed => open,
            Finding::OtherCause => language().finding(finding),
        };
        let option = element("option")
            .attribute("value", finding.code())
            .property_while("selected", chosen)
            .child(name);
        // The index asks for no cause: shown where a file says so.
        match finding {
            Finding::OtherCause => {
                option.property_while("hidden", Derived::new(move || !chosen.get()))
            }
            _ => option,
        }
    });
    element("select")
        .id(&element_id(aid))
        .attribute("aria-label", language().item(aid).label)
        .children(options)
        .on("change", move |event| {
            let code = event_target_value(&event);
            if let Some(finding) = Finding::ALL.into_iter().find(|it| it.code() == code) {
                session.edit(Edit::Find(aid, finding));
            }
        })
}

/// Says of all aids that are open that they are not needed.
fn rest_of_aids(session: Session) -> View {
    let open = move || {
        let aids = CATEGORIES.iter().map(|(_, aid)| *aid);
        session.with_overview(|overview| {
            aids.filter(|aid| overview.is_open(*aid)).collect::<Vec<Item>>()
        })
    };
    let is_any = Derived::new(move || !open().is_empty());
    shown_while(is_any, move || {
        button(language().worksheets().rest_of_aids, move || {
            session.edit(Edit::RestAbsent(untrack(open)));
        })
        .into()
    })
}
