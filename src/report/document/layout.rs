//! JSON, laid out: one line an answer and one a score, so that a file can be
//! read and compared line by line and stays small.

use std::borrow::Cow;
use std::io::{Result, Write};

use serde::Serialize;
use serde::ser::Serializer;
use serde_json::ser::Formatter;

use super::Format;
use crate::contract::Json;
use crate::report::ENGINE;

/// How deep a value may lie to have lines of its own: answers and scores lie
/// below the visit, which lies below the list of visits.
const DEEPEST_LINES: usize = 4;

/// A value as a file.
pub(in crate::report) fn lines(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
    // Memory takes every value, and JSON is UTF-8.
    let written =
        value.serialize(&mut serializer).ok().and_then(|()| String::from_utf8(bytes).ok());
    written.unwrap_or_default() + "\n"
}

/// Breaks lines down to a depth, and not below it.
#[derive(Default)]
struct Lines {
    depth: usize,
    has_members: bool,
}

impl Lines {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth += 1;
        self.has_members = false;
        writer.write_all(bracket)
    }

    fn next<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.has_members = true;
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth <= DEEPEST_LINES {
            self.indent(writer)
        } else if first {
            Ok(())
        } else {
            writer.write_all(b" ")
        }
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.has_members && self.depth < DEEPEST_LINES {
            self.indent(writer)?;
        }
        self.has_members = true;
        writer.write_all(bracket)
    }

    fn indent<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }
}

/// JSON that was read, or is about to be written, to be serialized.
pub(super) struct JsonOut<'a>(pub(super) &'a Json<'a>);

impl Serialize for JsonOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_none(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            // What is written holds whole numbers alone; anything else is shown
            // as it was written.
            Json::Number(number) => match number.parse::<i64>() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => serializer.serialize_str(number),
            },
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(values) => serializer.collect_seq(values.iter().map(JsonOut)),
            Json::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (key, JsonOut(value))))
            }
        }
    }
}

/// What stands at the top of every file.
pub(super) fn head(format: Format, exported_at: &str) -> [(&'static str, Json<'_>); 4] {
    let app = [member("name", text("Rheumscore")), member("version", text(ENGINE))];
    [
        ("format", text(format.name)),
        ("schema", Json::Number(format.schema.to_string().into())),
        ("app", Json::Object(app.into())),
        ("exported_at", text(exported_at)),
    ]
}

/// A member of an object.
pub(super) fn member<'a>(key: &'a str, json: Json<'a>) -> (Cow<'a, str>, Json<'a>) {
    (Cow::Borrowed(key), json)
}

/// A text.
pub(super) fn text(text: &str) -> Json<'_> {
    Json::Text(Cow::Borrowed(text))
}
