//! The elements of the page: each is built once, and what can change about it
//! follows what it reads.
//!
//! The macro of Leptos gives every piece of a page a type, and every type is
//! compiled anew, with all that renders it and renders it again. In a page of
//! many small pieces that was two fifths of the program. Here a piece is a node
//! of the page, whatever it shows; Leptos renders each change of it as an
//! effect, which lives as long as the part of the page it was made in.
//!
//! A text stays a text: nothing here reads markup.

use leptos::ev::Event;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, Node};

use super::{Derived, Writable, platform};

/// An element while it is built.
#[must_use]
pub struct Element(web_sys::Element);

/// A new element.
pub fn element(tag: &str) -> Element {
    Element(Rndr::create_element(tag, None))
}

/// A new element of a drawing.
pub fn svg(tag: &str) -> Element {
    Element(Rndr::create_element(tag, Some("http://www.w3.org/2000/svg")))
}

impl Element {
    /// Sets an attribute.
    pub fn attribute(self, name: &str, value: &str) -> Element {
        Rndr::set_attribute(&self.0, name, value);
        self
    }

    /// Sets its classes.
    pub fn class(self, names: &str) -> Element {
        self.attribute("class", names)
    }

    /// Sets its id.
    pub fn id(self, id: &str) -> Element {
        self.attribute("id", id)
    }

    /// Adds something at its end.
    pub fn child(self, child: impl Into<View>) -> Element {
        Rndr::insert_node(&self.0, &child.into().0, None);
        self
    }

    /// Adds several things at its end.
    pub fn children(self, children: impl IntoIterator<Item = impl Into<View>>) -> Element {
        children.into_iter().fold(self, Element::child)
    }

    /// Handles an event.
    pub fn on(self, event: &str, handle: impl FnMut(Event) + 'static) -> Element {
        self.listen(event, Box::new(handle))
    }

    /// Does something when Enter is pressed in it.
    pub fn on_enter(self, act: impl Fn() + 'static) -> Element {
        self.on("keydown", move |event| {
            let is_enter = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Enter");
            if is_enter {
                event.prevent_default();
                act();
            }
        })
    }

    fn listen(self, event: &str, mut handle: Box<dyn FnMut(Event)>) -> Element {
        let handle: Box<dyn FnMut(Event)> = Box::new(move |event| {
            platform::hear(&event);
            handle(event);
        });
        // Ends with the element: the browser counts who still needs it.
        let handle = Closure::wrap(handle).into_js_value();
        // A name of an event is never refused.
        let _ = self.0.add_event_listener_with_callback(event, handle.unchecked_ref());
        self
    }

    /// Sets an attribute to `"true"` while a condition holds.
    pub fn attribute_while(self, name: &'static str, condition: Derived<bool>) -> Element {
        self.following(move |element| {
            if condition.get() {
                Rndr::set_attribute(element, name, "true");
            } else {
                Rndr::remove_attribute(element, name);
            }
        })
    }

    /// Lets an attribute hold a text; without one, it is not there.
    pub fn attribute_of(self, name: &'static str, text: Derived<String>) -> Element {
        self.following(move |element| {
            let text = text.get();
            if text.is_empty() {
                Rndr::remove_attribute(element, name);
            } else {
                Rndr::set_attribute(element, name, &text);
            }
        })
    }

    /// Has one of two sets of classes: the first while a condition holds.
    pub fn class_while(
        self,
        condition: Derived<bool>,
        holds: &'static str,
        otherwise: &'static str,
    ) -> Element {
        self.following(move |element| {
            Rndr::set_attribute(element, "class", if condition.get() { holds } else { otherwise });
        })
    }

    /// Lets a property say whether a condition holds. (The attribute of that
    /// name only says what held at first.)
    pub fn property_while(self, name: &'static str, condition: Derived<bool>) -> Element {
        self.following(move |element| {
            Rndr::set_property(element, name, &condition.get().into());
        })
    }

    /// Lets an input hold a text.
    pub fn value(self, text: Derived<String>) -> Element {
        self.following(move |element| {
            Rndr::set_property(element, "value", &text.get().into());
        })
    }

    /// Changes the element now, and whenever what that reads has changed.
    fn following(self, change: impl Fn(&web_sys::Element) + 'static) -> Element {
        let element = self.0.clone();
        effect(move || change(&element));
        self
    }
}

/// A part of the page: an element, a text, several of them, or nothing.
#[must_use]
pub struct View(Node);

impl View {
    /// Shows nothing.
    pub fn nothing() -> View {
        View(document().create_document_fragment().into())
    }
}

impl From<Element> for View {
    fn from(element: Element) -> View {
        View(element.0.into())
    }
}

impl From<&str> for View {
    fn from(text: &str) -> View {
        View(Rndr::create_text_node(text).into())
    }
}

impl From<String> for View {
    fn from(text: String) -> View {
        text.as_str().into()
    }
}

impl From<Derived<String>> for View {
    fn from(text: Derived<String>) -> View {
        let node = Rndr::create_text_node("");
        let shown = node.clone();
        effect(move || Rndr::set_text(&shown, &text.get()));
        View(node.into())
    }
}

impl From<Vec<View>> for View {
    fn from(views: Vec<View>) -> View {
        let View(several) = View::nothing();
        for View(node) in views {
            append(&several, &node);
        }
        View(several)
    }
}

impl<const N: usize> From<[View; N]> for View {
    fn from(views: [View; N]) -> View {
        Vec::from(views).into()
    }
}

/// A view that is made anew whenever what it reads changes.
pub fn dynamic(render: impl Fn() -> View + 'static) -> View {
    replaced(Box::new(render))
}

fn replaced(render: Box<dyn Fn() -> View>) -> View {
    let (start, end) = (Rndr::create_placeholder(), Rndr::create_placeholder());
    let View(several) = View::nothing();
    append(&several, &start);
    append(&several, &end);
    effect(move || {
        let View(node) = render();
        while let Some(old) = start.next_sibling().filter(|old| !old.is_same_node(Some(&end))) {
            Rndr::remove(&old);
        }
        // Both marks stand in the page, or both are still on their way there.
        let parent = end.parent_node();
        let _ = parent.map(|parent| parent.insert_before(&node, Some(&end)));
    });
    View(several)
}

/// A view that is there only while a condition holds.
pub fn shown_while(condition: Derived<bool>, render: impl Fn() -> View + 'static) -> View {
    shown(condition, Box::new(render))
}

fn shown(condition: Derived<bool>, render: Box<dyn Fn() -> View>) -> View {
    dynamic(move || if condition.get() { render() } else { View::nothing() })
}

/// One view a line, for as many lines as there are.
pub fn lines(lines: Derived<Vec<String>>, line: fn(String) -> Element) -> View {
    dynamic(move || {
        lines.get().into_iter().map(|text| line(text).into()).collect::<Vec<View>>().into()
    })
}

/// A part of the page that is made when it is first opened, under a line that
/// opens it.
pub fn disclosure(
    class: &str,
    title: impl Into<View>,
    build: impl Fn() -> View + 'static,
) -> Element {
    disclosed(class, title.into(), Box::new(build))
}

fn disclosed(class: &str, title: View, build: Box<dyn Fn() -> View>) -> Element {
    let opened = Writable::new(false);
    element("details")
        .class(class)
        .child(element("summary").child(title))
        .on("toggle", move |_| opened.set(true))
        .child(shown(Derived::new(move || opened.get()), build))
}

/// A button.
pub fn button(name: &str, press: impl Fn() + 'static) -> Element {
    pressed(name, Box::new(move |_| press()))
}

fn pressed(name: &str, press: Box<dyn FnMut(Event)>) -> Element {
    element("button")
        .attribute("type", "button")
        .class("rs-button")
        .child(name)
        .listen("click", press)
}

/// Runs now, and whenever what that reads has changed, until the part of the
/// page in which it was made is made anew.
pub fn effect(run: impl FnMut() + 'static) {
    kept(Box::new(run));
}

fn kept(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    // Dropped with its owner, and not at the end of this function.
    StoredValue::new_local(effect);
}

/// Fills an element of the page for as long as the page lives.
pub fn mount(id: &str, build: impl FnOnce() -> View + 'static) {
    // A page without the element is not ours to fill.
    if let Some(root) = document().get_element_by_id(id) {
        fill(&root, build).0.forget();
    }
}

/// What fills an element follows its signals for as long as this is kept.
#[must_use]
pub struct Filled(UnmountHandle<<() as Render>::State>);

/// Fills an element until what is given back is dropped. What stands in the
/// element then stays behind, and is dead.
pub fn fill(root: &web_sys::Element, build: impl FnOnce() -> View + 'static) -> Filled {
    let filled = root.clone();
    Filled(mount_to_renderer(root, move || append(&filled, &build().0)))
}

/// Adds an element below all that the page shows.
pub fn below_page(element: Element) {
    if let Some(body) = document().body() {
        append(&body, &element.0);
    }
}

/// Adds a node at the end of another. What is built here is a tree, so that the
/// browser has nothing to refuse.
fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}
