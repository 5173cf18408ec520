//! What the sources promise about themselves, read from the sources.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules, from the ground up. A module may name those below its own
/// level, and none beside or above it.
const LEVELS: [&[&str]; 11] = [
    &["scoring"],
    &["items"],
    &["instruments"],
    &["contract"],
    &["session"],
    &["outcomes"],
    &["cohort"],
    &["text"],
    &["report"],
    &["cli", "api", "ui"],
    &["element", "app"],
];

/// Where no binary fraction may take part in a decision.
const EXACT: [&str; 7] =
    ["scoring", "items", "instruments", "contract", "session", "outcomes", "cohort"];

/// Where one does, and why.
const INEXACT: [(&str, &str); 1] =
    [("instruments/logarithm.rs", "a logarithm is no fraction: it is rounded to millionths once")];

/// Lines of code that are read in one sitting.
const LONGEST: usize = 400;

/// Files that may be longer, and why.
const TABLES: [(&str, &str); 2] = [
    (
        "instruments/acr_eular_myositis_2016.rs",
        "six measures of five levels each, their evidence, and the rule",
    ),
    ("text/english/mod.rs", "all that a language says, each in a line that names its place"),
];

/// The ends that are written, and why they are never reached.
const NEVER_REACHED: [(&str, &str, &str); 2] = [
    (
        "ui/derived.rs",
        "else { unreachable!() }",
        "each handle takes out what it put in: no other type can be asked of it",
    ),
    (
        "ui/session.rs",
        "else { panic!(\"nothing is provided here\") }",
        "every page provides it first, and a blank one in its place would lose what is entered",
    ),
];

/// A file of `src`.
struct Source {
    /// Its path below `src`.
    path: String,
    /// All of it.
    text: String,
    /// Its code, without comments and without tests.
    code: String,
}

impl Source {
    /// The module of the crate it belongs to.
    fn module(&self) -> &str {
        let top = self.path.split('/').next().unwrap_or_default();
        top.strip_suffix(".rs").unwrap_or(top)
    }
}

/// All files below `src`.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = files(&root)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .map(|file| {
            let text = fs::read_to_string(&file).expect("a source is read");
            let path = file.strip_prefix(&root).expect("below src").to_string_lossy().into_owned();
            let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
            let code = if is_test { String::new() } else { code(&text) };
            Source { path, text, code }
        })
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 40, "the sources are found");
    sources
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder is read");
    entries
        .map(|entry| entry.expect("an entry is read").path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

/// The code of a text: what stands before its tests, without comments.
fn code(text: &str) -> String {
    let tested = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    tested.lines().map(without_comment).collect::<Vec<_>>().join("\n")
}

/// A line up to its comment. No string of the sources has two slashes in it but
/// addresses, which follow a colon.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// The words of a code.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !character.is_alphanumeric() && character != '_')
}

/// The modules of the crate that a code names: `crate::a::…`,
/// `use crate::{a, b::…}`.
fn named_modules(code: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => named.extend(top_of_group(group)),
            None => named.extend(words(rest).next()),
        }
    }
    named
}

/// The first words of the members of a group, up to the brace that closes it.
fn top_of_group(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut tops) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                tops.extend(words(group[start..at].trim()).next().filter(|word| !word.is_empty()));
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    tops
}

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&module))
}

#[test]
fn modules_name_only_modules_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = level(source.module()) else { continue };
        for named in named_modules(&source.code) {
            if named != source.module() && level(named).is_some_and(|level| level >= own) {
                wrong.push(format!("{} names {named}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_crate_has_its_level() {
    for source in sources() {
        let stands_alone = ["lib", "main", "bin"].contains(&source.module());
        assert!(stands_alone || level(source.module()).is_some(), "{} has no level", source.path);
    }
}

#[test]
fn no_binary_fraction_takes_part_in_a_decision() {
    for source in sources().iter().filter(|source| EXACT.contains(&source.module())) {
        let has_double = words(&source.code).any(|word| ["f32", "f64"].contains(&word));
        let is_known = INEXACT.iter().any(|(path, _)| *path == source.path);
        assert_eq!(has_double, is_known, "{}", source.path);
    }
}

#[test]
fn nothing_in_the_sources_ends_the_program() {
    let ends = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    for source in sources() {
        for (line, number) in source.code.lines().zip(1..) {
            let is_never = NEVER_REACHED
                .iter()
                .any(|(path, code, _)| source.path == *path && line.contains(code));
            let end = ends.into_iter().find(|end| line.contains(end) && !is_never);
            assert_eq!(end, None, "src/{}:{number}", source.path);
        }
    }
}

#[test]
fn every_file_ends_before_its_reader_tires() {
    for source in sources() {
        let lines = source.code.lines().count();
        let table = TABLES.iter().any(|(path, _)| *path == source.path);
        assert!(lines <= LONGEST || table, "src/{} has {lines} lines of code", source.path);
        assert!(lines > LONGEST || !table, "src/{} needs no exception", source.path);
    }
}

#[test]
fn every_module_tells_what_it_is() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "src/{} begins without its story", source.path);
    }
}

#[test]
fn groups_of_imports_are_taken_apart() {
    assert_eq!(
        named_modules(
            "use crate::{items::{Item, Visit}, scoring}; crate::text::ENGLISH; $crate::x"
        ),
        ["items", "scoring", "text"]
    );
    assert_eq!(without_comment("let a = \"https://x\"; // why"), "let a = \"https://x\"; ");
}
