//! JSON, read exactly: numbers stay text, a key that stands twice is reported.

use std::borrow::Cow;

/// A JSON value that borrows from its text where it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object: its keys in the order in which they stand.
    Object(Object<'a>),
}

/// The members of an object.
pub type Object<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

/// A document and the keys that stand twice in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'a> {
    /// The document.
    pub json: Json<'a>,
    /// JSON Pointers to the keys that stand twice in their object.
    pub duplicates: Vec<String>,
}

/// The text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson;

/// How many keys that stand twice are pointed at: each pointer repeats the keys
/// around it, and a hostile document has long keys and many of them.
const MOST_DUPLICATES: usize = 100;

/// How deep values may nest.
const DEEPEST: usize = 128;

/// Up to how many keys of an object are compared with each other in place.
const FEW_KEYS: usize = 128;

impl<'a> Json<'a> {
    /// Reads a document. A byte order mark before it is skipped.
    ///
    /// # Errors
    /// [`NotJson`] where the text is anything else, or nests too deep.
    pub fn read(text: &'a str) -> Result<Document<'a>, NotJson> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader { text, at: 0, duplicates: Vec::new(), open: Vec::new() };
        let json = reader.value(0)?;
        reader.space();
        if reader.at < text.len() {
            Err(NotJson)
        } else {
            Ok(Document { json, duplicates: reader.duplicates })
        }
    }

    /// The member of an object.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => {
                members.iter().find(|(name, _)| name == key).map(|(_, json)| json)
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => None,
        }
    }
}

/// A key as a step of a JSON Pointer.
#[must_use]
pub fn pointer_step(key: &str) -> String {
    format!("/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The bytes at which a text stops being plain: its closing quote, an escape,
/// and the control characters that may not stand in it.
#[allow(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "in a constant: out of bounds stops the build"
)]
static ENDS_PLAIN_TEXT: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        ends[byte] = true;
        byte += 1;
    }
    ends[b'"' as usize] = true;
    ends[b'\\' as usize] = true;
    ends
};

/// Whether a text stops being plain here.
#[allow(clippy::indexing_slicing, reason = "a byte is below 256")]
fn ends_plain_text(byte: &u8) -> bool {
    ENDS_PLAIN_TEXT[usize::from(*byte)]
}

/// Walks over a text.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    duplicates: Vec<String>,
    /// The members of the objects that are being read, the innermost last: each
    /// object is cut off here at its own length instead of growing by itself.
    open: Object<'a>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes a byte where it stands here.
    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
        }
        there
    }

    fn word(&mut self, word: &str, json: Json<'a>) -> Result<Json<'a>, NotJson> {
        let rest = self.text.get(self.at..).ok_or(NotJson)?;
        if rest.starts_with(word) {
            self.at += word.len();
            Ok(json)
        } else {
            Err(NotJson)
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json<'a>, NotJson> {
        if depth > DEEPEST {
            return Err(NotJson);
        }
        self.space();
        match self.peek().ok_or(NotJson)? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.text().map(Json::Text),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json<'a>, NotJson> {
        self.at += 1;
        self.space();
        if self.take(b'}') {
            return Ok(Json::Object(Object::new()));
        }
        let first = self.open.len();
        let mut keys = FewKeys::default();
        loop {
            self.space();
            let key = if self.peek() == Some(b'"') { self.text()? } else { return Err(NotJson) };
            self.space();
            if !self.take(b':') {
                return Err(NotJson);
            }
            let inner = self.duplicates.len();
            let json = self.value(depth + 1)?;
            if self.duplicates.len() > inner {
                self.step_into(inner, &key);
            }
            if keys.is_second(&key, self.open.get(first..).unwrap_or_default())
                && self.duplicates.len() < MOST_DUPLICATES
            {
                self.duplicates.push(pointer_step(&key));
            }
            self.open.push((key, json));
            self.space();
            if self.take(b'}') {
                let members = self.open.split_off(first);
                self.find_duplicates(&members);
                return Ok(Json::Object(members));
            }
            if !self.take(b',') {
                return Err(NotJson);
            }
        }
    }

    /// Finds the keys behind the first few that stand there a second time: in
    /// the order of keys, equal ones are neighbours.
    fn find_duplicates(&mut self, members: &Object) {
        if members.len() <= FEW_KEYS {
            return;
        }
        let keys: Vec<(usize, &str)> =
            members.iter().enumerate().map(|(at, (key, _))| (at, key.as_ref())).collect();
        let sorted = in_order_of_keys(&keys);
        for ((_, before), (at, key)) in sorted.iter().zip(sorted.iter().skip(1)) {
            if before == key && *at >= FEW_KEYS && self.duplicates.len() < MOST_DUPLICATES {
                self.duplicates.push(pointer_step(key));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json<'a>, NotJson> {
        self.at += 1;
        let mut values = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Json::List(values));
        }
        loop {
            let inner = self.duplicates.len();
            values.push(self.value(depth + 1)?);
            if self.duplicates.len() > inner {
                self.step_into(inner, &(values.len() - 1).to_string());
            }
            self.space();
            if self.take(b']') {
                return Ok(Json::List(values));
            }
            if !self.take(b',') {
                return Err(NotJson);
            }
        }
    }

    /// Prefixes the pointers that were found inside a member with its key.
    fn step_into(&mut self, inner: usize, key: &str) {
        for pointer in self.duplicates.iter_mut().skip(inner) {
            pointer.insert_str(0, &pointer_step(key));
        }
    }

    fn text(&mut self) -> Result<Cow<'a, str>, NotJson> {
        self.at += 1;
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).ok_or(NotJson)?;
        let plain = rest.iter().position(ends_plain_text).ok_or(NotJson)?;
        self.at += plain;
        match self.peek() {
            Some(b'"') => {
                let text = self.text.get(start..self.at).ok_or(NotJson)?;
                self.at += 1;
                Ok(Cow::Borrowed(text))
            }
            Some(b'\\') => self.escaped_text(start).map(Cow::Owned),
            _ => Err(NotJson),
        }
    }

    /// The rest of a text from its first escape on.
    fn escaped_text(&mut self, start: usize) -> Result<String, NotJson> {
        let mut text = self.text.get(start..self.at).ok_or(NotJson)?.to_owned();
        loop {
            let rest = self.text.get(self.at..).ok_or(NotJson)?;
            let character = rest.chars().next().ok_or(NotJson)?;
            self.at += character.len_utf8();
            match character {
                '"' => return Ok(text),
                '\\' => text.push(self.escape()?),
                '\0'..' ' => return Err(NotJson),
                _ => text.push(character),
            }
        }
    }

    fn escape(&mut self) -> Result<char, NotJson> {
        let byte = self.peek().ok_or(NotJson)?;
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.four_digits()?;
                if !(0xd800..0xdc00).contains(&high) {
                    return char::from_u32(high).ok_or(NotJson);
                }
                if !(self.take(b'\\') && self.take(b'u')) {
                    return Err(NotJson);
                }
                let low = self.four_digits()?;
                if !(0xdc00..0xe000).contains(&low) {
                    return Err(NotJson);
                }
                let pair = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                return char::from_u32(pair).ok_or(NotJson);
            }
            _ => return Err(NotJson),
        })
    }

    fn four_digits(&mut self) -> Result<u32, NotJson> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(NotJson)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotJson);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| NotJson)
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start { Err(NotJson) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Json<'a>, NotJson> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at).map(|text| Json::Number(Cow::Borrowed(text))).ok_or(NotJson)
    }
}

/// Keys with their places, in order; equal ones as they stood. It takes as long
/// for a million keys that somebody chose to be slow as for any others, and is
/// a tenth of the code of a table of hashes.
fn in_order_of_keys<'a>(keys: &[(usize, &'a str)]) -> Vec<(usize, &'a str)> {
    if keys.len() < 2 {
        return keys.to_vec();
    }
    let (one, other) = keys.split_at(keys.len() / 2);
    let (one, other) = (in_order_of_keys(one), in_order_of_keys(other));
    let mut sorted = Vec::with_capacity(keys.len());
    let mut other = other.into_iter().peekable();
    for key in one {
        while let Some(earlier) = other.next_if(|other| other.1 < key.1) {
            sorted.push(earlier);
        }
        sorted.push(key);
    }
    sorted.extend(other);
    sorted
}

/// Tells the second of two equal keys among the first few of an object: they
/// are compared in place, and only where a small filter says that an equal one
/// may have been there.
#[derive(Default)]
struct FewKeys {
    filter: [u64; 4],
}

impl FewKeys {
    fn is_second(&mut self, key: &str, members: &[(Cow<str>, Json)]) -> bool {
        members.len() < FEW_KEYS
            && self.may_have_been_there(key)
            && members.iter().any(|(name, _)| name == key)
    }

    /// Notes a key in the filter and says whether its place was taken.
    fn may_have_been_there(&mut self, key: &str) -> bool {
        let byte = |at: usize| key.as_bytes().get(at).copied().map_or(0, usize::from);
        let length = key.len();
        let hash =
            length + 7 * byte(0) + 31 * byte(length / 2) + 113 * byte(length.wrapping_sub(2));
        let bit = 1_u64 << (hash % 64);
        let Some(word) = self.filter.get_mut(hash / 64 % 4) else { return true };
        let taken = *word & bit != 0;
        *word |= bit;
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Json<'_> {
        Json::read(text).unwrap_or_else(|_| panic!("{text} is JSON")).json
    }

    #[test]
    fn numbers_stay_as_they_were_written() {
        for text in ["0", "-0", "0.30", "1e5", "1E+05", "123456789012345678901234567890"] {
            assert_eq!(read(text), Json::Number(text.into()));
        }
    }

    #[test]
    fn texts_are_unescaped() {
        assert_eq!(read(r#""a\u0062\n\ud83d\ude00é\/""#), Json::Text("ab\n😀é/".into()));
    }

    #[test]
    fn anything_else_is_not_json() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "--1",
            "tru",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\t\"",
            "1 2",
            "NaN",
            "'a'",
            "{\"a\" 1}",
            "\"\\u+123\"",
            "nullx",
            "\"a\n\"",
        ] {
            assert_eq!(Json::read(text), Err(NotJson), "{text:?}");
        }
        assert_eq!(Json::read(&"[".repeat(100_000)), Err(NotJson));
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(read("\u{feff}{}"), Json::Object(Vec::new()));
    }

    #[test]
    fn a_key_that_stands_twice_is_pointed_at_after_unescaping() {
        let document =
            Json::read(r#"{"a":{"rash":1,"ra\u0073h":2},"b":[{"x/y":1,"x/y":2}],"a":0}"#);
        let mut duplicates = document.expect("JSON").duplicates;
        duplicates.sort();
        assert_eq!(duplicates, ["/a", "/a/rash", "/b/0/x~1y"]);
    }

    #[test]
    fn duplicates_are_found_among_many_keys() {
        let mut keys: Vec<String> = (0..1000).map(|key| format!("\"k{key}\":0")).collect();
        keys.push("\"k3\":0".to_owned());
        keys.push("\"k999\":0".to_owned());
        let text = format!("{{{}}}", keys.join(","));
        assert_eq!(Json::read(&text).expect("JSON").duplicates, ["/k3", "/k999"]);
    }
}
