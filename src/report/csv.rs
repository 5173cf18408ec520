//! Comma-separated values, as spreadsheets read them.
//!
//! The format is that of RFC 4180 in UTF-8 with a byte order mark, so that
//! spreadsheets read it. A cell that a spreadsheet would take for a formula
//! begins with an apostrophe.

use crate::scoring::Exact;

/// A file that is written row by row.
pub(super) struct Csv(String);

impl Default for Csv {
    fn default() -> Csv {
        Csv("\u{feff}".to_owned())
    }
}

impl Csv {
    /// Adds a row.
    pub(super) fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let cells: Vec<String> = cells.map(cell).collect();
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }

    /// The file.
    pub(super) fn written(self) -> String {
        self.0
    }
}

/// With what a cell begins that a spreadsheet takes for a formula; the wide
/// forms of the same signs among them.
const FORMULA: [char; 10] =
    ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// A cell, quoted where it has to be and never a formula.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(FORMULA) && Exact::parse(text).is_err();
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n', ';', '\t']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula_and_numbers_stay_numbers() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-x", "'-x"),
            ("@sum", "'@sum"),
            ("\tx", "\"'\tx\""),
            ("\r=x", "\"'\r=x\""),
            ("\u{ff1d}x", "'\u{ff1d}x"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("-3", "-3"),
            ("-0.5", "-0.5"),
            ("<0.3", "<0.3"),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("a, b", "\"a, b\""),
            ("a\nb", "\"a\nb\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), written, "{text:?}");
        }
    }
}
