//! JSON, written as it was read.

use super::Json;

impl Json<'_> {
    /// The value as text, without spaces.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        write(self, &mut text);
        text
    }
}

fn write(json: &Json, to: &mut String) {
    match json {
        Json::Null => to.push_str("null"),
        Json::Bool(true) => to.push_str("true"),
        Json::Bool(false) => to.push_str("false"),
        Json::Number(number) => to.push_str(number),
        Json::Text(text) => quote(text, to),
        Json::List(values) => list('[', ']', values, to, write),
        Json::Object(members) => list('{', '}', members, to, |(key, value), to| {
            quote(key, to);
            to.push(':');
            write(value, to);
        }),
    }
}

fn list<T>(open: char, close: char, all: &[T], to: &mut String, each: fn(&T, &mut String)) {
    to.push(open);
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            to.push(',');
        }
        each(one, to);
    }
    to.push(close);
}

fn quote(text: &str, to: &mut String) {
    to.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                to.push('\\');
                to.push(character);
            }
            // The control characters, which JSON does not take as they are.
            '\0'..='\u{1f}' => {
                let code = u32::from(character);
                to.push_str("\\u00");
                to.extend([code >> 4, code & 15].map(|it| char::from_digit(it, 16).unwrap_or('0')));
            }
            _ => to.push(character),
        }
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_it_was() {
        for text in [
            "null",
            "[true,false,-0.50,1e3]",
            r#"{"a":{"b":[]},"\"\\ /":"ü\u0001\u001f"}"#,
            r#"["\\u0000"]"#,
        ] {
            let json = Json::read(text).expect("JSON").json;
            assert_eq!(json.to_text(), text);
        }
    }
}
