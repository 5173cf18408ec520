//! What the page derives, and what it holds, in signals of one type.
//!
//! Leptos compiles a signal anew for each type that one of them holds, with all
//! that stores it, tells its readers of it and takes it away again: 3 kB of the
//! page a type, and most of it again at each place that reads one. Here every
//! signal of Leptos holds a [`Value`] of any type, and only the handle of it
//! knows of which. Readers are still told of a derived value only when it
//! changes.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// What is derived from other values: computed when it is asked for, and anew
/// when one of those has changed.
pub struct Derived<T> {
    memo: Memo<Value>,
    of: PhantomData<fn() -> T>,
}

/// What is written, and followed by its readers.
pub struct Writable<T> {
    signal: RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Derived<T> {
    /// Tells its readers only when the value is another one.
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Derived<T>
    where
        T: PartialEq,
    {
        Derived::of(memo(Box::new(move |_| Value::compared(derive()))))
    }

    /// Derives a value with the help of the one before. Its readers are told
    /// whenever what it is derived from has changed, and compare for themselves.
    pub fn from_before(derive: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Derived<T> {
        Derived::of(memo(Box::new(move |before| Value::new(derive(before.map(Value::of))))))
    }

    const fn of(memo: Memo<Value>) -> Derived<T> {
        Derived { memo, of: PhantomData }
    }

    /// The value, followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, not followed.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(followed(self.memo).of())
    }

    /// Looks at the value without following it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(now(self.memo).of())
    }
}

impl<T: Send + Sync + 'static> Writable<T> {
    /// Holds a value.
    pub fn new(value: T) -> Writable<T> {
        Writable { signal: RwSignal::new(Value::new(value)), of: PhantomData }
    }

    /// The value, followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, not followed.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(written(self.signal).of())
    }

    /// Looks at the value without following it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(written_now(self.signal).of())
    }

    /// Holds another value from now on.
    pub fn set(self, value: T) {
        write(self.signal, Value::new(value));
    }

    /// Changes the value where it is.
    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        self.signal.update(|value| value.change(change));
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Derived<T> {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T> Clone for Writable<T> {
    fn clone(&self) -> Writable<T> {
        *self
    }
}

impl<T> Copy for Writable<T> {}

/// A value of any type.
#[derive(Clone)]
struct Value {
    value: Arc<dyn Any + Send + Sync>,
    /// Whether two values of this type say the same.
    same: fn(&Value, &Value) -> bool,
}

impl Value {
    /// A value that is never the same as another.
    fn new<T: Send + Sync + 'static>(value: T) -> Value {
        Value { value: Arc::new(value), same: |_, _| false }
    }

    /// A value that can be compared.
    fn compared<T: PartialEq + Send + Sync + 'static>(value: T) -> Value {
        Value { same: |one, other| one.of::<T>() == other.of::<T>(), ..Value::new(value) }
    }

    /// What it is. Each handle puts in what it takes out.
    fn of<T: 'static>(&self) -> &T {
        let Some(value) = self.value.downcast_ref() else { unreachable!() };
        value
    }

    /// Changes it where it is. Whoever looks at it meanwhile goes on seeing it
    /// as it was.
    fn change<T: Clone + Send + Sync + 'static>(&mut self, change: impl FnOnce(&mut T)) {
        if Arc::get_mut(&mut self.value).is_none() {
            *self = Value { value: Arc::new(self.of::<T>().clone()), ..*self };
        }
        if let Some(value) = Arc::get_mut(&mut self.value).and_then(|it| it.downcast_mut()) {
            change(value);
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        (self.same)(self, other)
    }
}

// What Leptos compiles for a value, it compiles here, once.

/// Derives a value, with the help of the one before.
type Derive = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;

fn memo(derive: Derive) -> Memo<Value> {
    Memo::new(derive)
}

fn followed(memo: Memo<Value>) -> Value {
    memo.get()
}

fn now(memo: Memo<Value>) -> Value {
    memo.get_untracked()
}

fn written(signal: RwSignal<Value>) -> Value {
    signal.get()
}

fn written_now(signal: RwSignal<Value>) -> Value {
    signal.get_untracked()
}

fn write(signal: RwSignal<Value>, value: Value) {
    signal.set(value);
}
