//! Views and handlers of one type each.
//!
//! A closure in a view is a type of its own, and so is every view around it:
//! each is compiled anew, and paid for by each visitor. What passes through
//! here is compiled once.

use std::sync::Arc;

use leptos::prelude::*;

/// A view that is rendered anew whenever what it reads changes.
pub fn dynamic(render: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    shared(Arc::new(render))
}

fn shared(render: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || render()).into_any()
}

/// A list that is rendered anew whenever what it reads changes.
pub fn dynamic_list(render: impl Fn() -> Vec<AnyView> + Send + Sync + 'static) -> AnyView {
    dynamic(move || render().into_any())
}

/// A view that is there only while a condition holds.
pub fn shown_while(
    condition: Signal<bool>,
    render: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    // Told only when the condition turns, not whenever what it reads changes.
    let condition = Memo::new(move |_| condition.get());
    dynamic(move || if condition.get() { render() } else { ().into_any() })
}

/// A handler of an event.
pub type Handler<E> = Box<dyn FnMut(E)>;

/// A handler of an event.
pub fn on<E>(handle: impl FnMut(E) + 'static) -> Handler<E> {
    Box::new(handle)
}

/// A signal of one type, whatever it is derived from.
pub fn signal<T: Send + Sync + 'static>(
    derive: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    Signal::derive(derive)
}
