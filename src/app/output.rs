//! What can be done with what was entered.

use super::HEADING;
use super::files::Files;
use super::keep::Kept;
use crate::ui::element::{Element, View, button, dynamic, effect, element, shown_while};
use crate::ui::{Session, Writable, language, platform};

/// The ids of the buttons that ask before clearing.
const CLEAR: &str = "clear";
const STAY: &str = "stay";

/// Saving, copying, printing, keeping and clearing.
pub fn output(files: Files) -> Element {
    let words = language().workspace();
    let session = Session::of_page();
    let kept = Kept::of_page();
    let entered = session.course(|course| !course.is_blank());
    let out = shown_while(entered, move || {
        element("div")
            .class("rs-actions")
            .child(
                button(words.copy_note, move || files.copy_note())
                    .class("rs-button rs-button--main"),
            )
            .child(button(words.save_course, move || files.save_course()))
            .child(button(words.save_table, move || files.save_table()))
            .child(button(words.print, platform::print))
            .into()
    });
    element("section")
        .class("rs-output")
        .attribute("aria-labelledby", "output")
        .child(element("h2").id("output").child(words.output))
        .child(out)
        .child(
            element("div")
                .class("rs-actions")
                .child(files.chooser(words.open_course))
                .child(shown_while(entered, move || clear(kept))),
        )
        .child(kept.switch())
}

/// Makes ready for the next patient, after asking: there is no way back.
fn clear(kept: Kept) -> View {
    let words = language().workspace();
    let asking = Writable::new(false);
    let clear = move || {
        kept.clear();
        platform::soon(|| platform::focus(HEADING));
    };
    let buttons = dynamic(move || {
        if !asking.get() {
            return button(words.clear, move || asking.set(true)).id(CLEAR).into();
        }
        let sure = element("span").class("rs-output__sure").attribute("role", "alert");
        [
            sure.child(words.clear_sure).into(),
            button(words.clear_yes, clear).class("rs-button rs-button--grave").into(),
            button(words.clear_no, move || asking.set(false)).id(STAY).into(),
        ]
        .into()
    });
    // The button that was pressed is gone: the focus goes to what took its place,
    // which an effect made earlier has put there.
    let mut asked = false;
    effect(move || {
        let asks = asking.get();
        if asks != std::mem::replace(&mut asked, asks) {
            platform::focus(if asks { STAY } else { CLEAR });
        }
    });
    buttons
}
