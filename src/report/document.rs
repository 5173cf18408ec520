//! The export document: what was entered, what it came to, and with what.
//!
//! Reading one restores what was entered and computes the result anew. The
//! stored result is never shown as the result; where it differs, that is said.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::{AssessmentJson, Detail, ENGINE};
use crate::contract::{FileProblem, Json, Object, pointer_step};
use crate::instruments::{Assessment, Choices, find};
use crate::items::{Item, Kind};
use crate::scoring::{Exact, Finding, Role};
use crate::session::{Draft, Entry, Field, Read, Typed};
use crate::text::Language;

/// The name by which an export is known.
const FORMAT: &str = "rheumscore-visit";
/// The version of its schema.
const SCHEMA: u32 = 1;
/// No export comes near this many bytes.
const LARGEST: usize = 4 << 20;

/// Writes the export of a draft for which an instrument is chosen.
///
/// `exported_at` is the time as the caller's clock has it, in ISO 8601.
#[must_use]
pub fn export(
    draft: &Draft,
    read: &Read,
    exported_at: &str,
    language: &dyn Language,
) -> Option<String> {
    let assessment = read.assessment.as_ref()?;
    serde_json::to_string_pretty(&Document { draft, read, assessment, exported_at, language }).ok()
}

/// A file that was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What was entered.
    pub draft: Draft,
    /// The program that wrote it, as it says.
    pub version: String,
    /// Where what is stored differs from what is computed now.
    pub differences: Vec<Difference>,
}

/// A place where a stored result differs from the one computed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A JSON Pointer into the document.
    pub path: String,
    /// What the file says; empty where it says nothing.
    pub stored: String,
    /// What it comes to now; empty where nothing.
    pub computed: String,
}

/// Reads an export.
///
/// # Errors
/// [`FileProblem`] where it cannot be taken over whole: nothing of a file is
/// dropped in silence.
pub fn import(bytes: &[u8], language: &dyn Language) -> Result<Import, FileProblem> {
    if bytes.len() > LARGEST {
        return Err(FileProblem::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileProblem::NotJson)?;
    let document = Json::read(text).map_err(|_| FileProblem::NotJson)?;
    if document.json.member("format") != Some(&Json::Text(FORMAT.into())) {
        return Err(FileProblem::Foreign);
    }
    if let Some(path) = document.duplicates.into_iter().next() {
        return Err(FileProblem::DuplicateKey { path });
    }
    let json = document.json;
    match json.member("schema") {
        Some(Json::Number(schema)) if *schema == SCHEMA.to_string() => {}
        Some(Json::Number(schema))
            if Exact::parse(schema).is_ok_and(|schema| schema > Exact::whole(SCHEMA)) =>
        {
            return Err(FileProblem::Newer { version: format!("schema {schema}") });
        }
        _ => return Err(broken("/schema")),
    }
    let version = match json.member("app").and_then(|app| app.member("version")) {
        Some(Json::Text(version)) => version.to_string(),
        _ => return Err(broken("/app/version")),
    };
    let draft = restore(&json).map_err(|problem| match problem {
        // What this version does not know, a later one may have added.
        FileProblem::Broken { .. } if is_later(&version, ENGINE) => {
            FileProblem::Newer { version: version.clone() }
        }
        problem => problem,
    })?;
    let read = draft.read();
    // What an export of the same would say now.
    let computed = export(&draft, &read, "", language).ok_or_else(|| broken("/instrument"))?;
    let computed = Json::read(&computed).map_err(|_| broken(""))?.json;
    let mut differences = Vec::new();
    for key in ["request", "result"] {
        let path = pointer_step(key);
        compare(&path, json.member(key), computed.member(key), &mut differences);
    }
    Ok(Import { draft, version, differences })
}

fn broken(path: &str) -> FileProblem {
    FileProblem::Broken { path: path.to_owned() }
}

/// Whether a version comes after another.
fn is_later(version: &str, than: &str) -> bool {
    let numbers =
        |version: &str| version.split('.').map(|part| part.parse::<u32>().ok()).collect::<Vec<_>>();
    numbers(version) > numbers(than)
}

/// The members of a document.
const KEYS: [&str; 8] =
    ["format", "schema", "app", "exported_at", "instrument", "entered", "request", "result"];

/// What was entered, from a document.
fn restore(json: &Json) -> Result<Draft, FileProblem> {
    if let Json::Object(members) = json
        && let Some((key, _)) = members.iter().find(|(key, _)| !KEYS.contains(&key.as_ref()))
    {
        return Err(broken(&pointer_step(key)));
    }
    let Some(Json::Text(id)) = json.member("instrument") else { return Err(broken("/instrument")) };
    let definition = find(id).ok_or_else(|| broken("/instrument"))?.definition();
    let mut draft = Draft::for_instrument(definition.id);
    let options = json.member("request").and_then(|request| request.member("options"));
    if let Some(Json::Object(options)) = options {
        draft.choices = choices(definition, options)?;
    }
    let Some(Json::Object(visits)) = json.member("entered") else { return Err(broken("/entered")) };
    for (key, visit) in visits {
        let path = format!("/entered{}", pointer_step(key));
        let role = Role::ALL.into_iter().find(|role| role.key() == key);
        let (Some(role), Json::Object(entries)) = (role, visit) else { return Err(broken(&path)) };
        for (id, json) in entries {
            let path = format!("{path}{}", pointer_step(id));
            let item = Item::from_id(id).ok_or_else(|| broken(&path))?;
            let entry = entry(item, json).ok_or_else(|| broken(&path))?;
            draft.set(role, item, Some(entry));
        }
    }
    Ok(draft)
}

/// The rule set of a document.
fn choices(
    definition: &crate::instruments::Definition,
    options: &Object,
) -> Result<Choices, FileProblem> {
    let mut choices = Choices::default();
    for (key, json) in options {
        let (Json::Text(code) | Json::Number(code)) = json else {
            return Err(broken(&format!("/request/options{}", pointer_step(key))));
        };
        let found = definition.options.iter().enumerate().find(|(_, option)| option.id == key);
        let place = found.and_then(|(at, option)| {
            Some((at, option.values.iter().position(|value| value.code == code)?))
        });
        let (at, place) =
            place.ok_or_else(|| broken(&format!("/request/options{}", pointer_step(key))))?;
        choices.choose(at, place);
    }
    Ok(choices)
}

/// One entry of a document.
fn entry(item: Item, json: &Json) -> Option<Entry> {
    match (item.kind(), json) {
        (Kind::Finding, Json::Text(code)) => Finding::from_code(code).map(Entry::Finding),
        (Kind::Attestation, Json::Bool(attested)) => Some(Entry::Attested(*attested)),
        (Kind::Choice(codes), Json::Text(code)) => {
            codes.iter().find(|known| *known == code).map(|code| Entry::Choice(code))
        }
        (Kind::Measurement(_) | Kind::Count { .. }, Json::Object(members)) => {
            let mut typed = Typed::default();
            for (key, json) in members {
                let field = Field::of(item).find(|field| field.key() == key)?;
                let Json::Text(text) = json else { return None };
                text.to_string().clone_into(typed.text_mut(field));
            }
            Some(Entry::Typed(typed))
        }
        _ => None,
    }
}

/// Keys whose values are words about a result, and change with the version and
/// the language.
const WORDS: [&str; 3] = ["engine", "rule_set_text", "message"];

/// Compares what a document says at a path with what it comes to now.
fn compare(
    path: &str,
    stored: Option<&Json>,
    computed: Option<&Json>,
    differences: &mut Vec<Difference>,
) {
    match (stored, computed) {
        (Some(Json::Object(stored)), Some(computed @ Json::Object(members))) => {
            for (key, value) in stored.iter().filter(|(key, _)| !WORDS.contains(&key.as_ref())) {
                let path = format!("{path}{}", pointer_step(key));
                compare(&path, Some(value), computed.member(key), differences);
            }
            let is_new =
                |key: &str| !stored.iter().any(|(name, _)| name == key) && !WORDS.contains(&key);
            for (key, value) in members.iter().filter(|(key, _)| is_new(key)) {
                let path = format!("{path}{}", pointer_step(key));
                compare(&path, None, Some(value), differences);
            }
        }
        (Some(Json::List(stored)), Some(Json::List(computed))) => {
            for at in 0..stored.len().max(computed.len()) {
                let path = format!("{path}/{at}");
                compare(&path, stored.get(at), computed.get(at), differences);
            }
        }
        (Some(Json::Number(stored)), Some(Json::Number(computed)))
            if Exact::parse(stored).is_ok() && Exact::parse(stored) == Exact::parse(computed) => {}
        (stored, computed) if stored == computed => {}
        (stored, computed) => differences.push(Difference {
            path: path.to_owned(),
            stored: shown(stored),
            computed: shown(computed),
        }),
    }
}

/// A value as text.
fn shown(json: Option<&Json>) -> String {
    match json {
        Some(Json::Text(text) | Json::Number(text)) => text.to_string(),
        Some(json) => serde_json::to_string_pretty(&JsonOut(json)).unwrap_or_default(),
        None => String::new(),
    }
}

/// What an export is made of.
struct Document<'a> {
    draft: &'a Draft,
    read: &'a Read,
    assessment: &'a Assessment,
    exported_at: &'a str,
    language: &'a dyn Language,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document { draft, read, assessment, exported_at, language } = *self;
        let app = [member("name", text("Rheumscore")), member("version", text(ENGINE))];
        let head = [
            ("format", &text(FORMAT)),
            ("schema", &Json::Number(SCHEMA.to_string().into())),
            ("app", &Json::Object(app.into())),
            ("exported_at", &text(exported_at)),
            ("instrument", &text(assessment.definition.id)),
            ("entered", &entered(draft)),
            ("request", &read.request),
        ];
        let mut map = serializer.serialize_map(None)?;
        for (key, json) in head {
            map.serialize_entry(key, &JsonOut(json))?;
        }
        let detail = Detail::Full(language);
        map.serialize_entry("result", &AssessmentJson { id: None, assessment, detail })?;
        map.end()
    }
}

/// What was entered, as it was entered.
fn entered(draft: &Draft) -> Json<'_> {
    let visit = |role| {
        let entries = draft.entries(role).map(|(item, entry)| member(item.id(), entry_out(entry)));
        Json::Object(entries.collect())
    };
    let roles = Role::ALL.into_iter().filter(|role| draft.entries(*role).next().is_some());
    Json::Object(roles.map(|role| member(role.key(), visit(role))).collect())
}

fn entry_out(entry: &Entry) -> Json<'_> {
    match entry {
        Entry::Finding(finding) => text(finding.code()),
        Entry::Attested(attested) => Json::Bool(*attested),
        Entry::Choice(code) => text(code),
        Entry::Typed(typed) => {
            let fields = Field::ALL.into_iter().filter(|field| !typed.text(*field).is_empty());
            let fields = fields.map(|field| member(field.key(), text(typed.text(field))));
            Json::Object(fields.collect())
        }
    }
}

fn member<'a>(key: &'a str, json: Json<'a>) -> (Cow<'a, str>, Json<'a>) {
    (Cow::Borrowed(key), json)
}

fn text(text: &str) -> Json<'_> {
    Json::Text(Cow::Borrowed(text))
}

/// JSON that was read, or is about to be sent, written again.
struct JsonOut<'a>(&'a Json<'a>);

impl Serialize for JsonOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_none(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            // A request that is sent has counts alone; anything else is shown
            // as it was written.
            Json::Number(number) => match number.parse::<u32>() {
                Ok(count) => serializer.serialize_u32(count),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Edit;
    use crate::text::ENGLISH;

    const NOW: &str = "2026-01-02T03:04:05Z";

    fn filled() -> Draft {
        let mut draft = Draft::for_instrument("eustar-2017");
        let typed =
            |item, field, text: &str| Edit::Type(Role::Current, item, field, text.to_owned());
        for edit in [
            Edit::Choose { option: 0, value: 1 },
            Edit::Find(Role::Current, Item::TendonFrictionRubs, Finding::Present),
            Edit::Find(Role::Current, Item::DigitalUlcers, Finding::OtherCause),
            typed(Item::Mrss, Field::Value, "3"),
            typed(Item::Crp, Field::Value, "0,5"),
            typed(Item::Crp, Field::Unit, "mg/dL"),
            typed(Item::DlcoPercent, Field::Value, "about 80"),
        ] {
            draft.apply(edit);
        }
        draft
    }

    fn exported(draft: &Draft) -> String {
        export(draft, &draft.read(), NOW, &ENGLISH).expect("an instrument is chosen")
    }

    fn imported(text: &str) -> Result<Import, FileProblem> {
        import(text.as_bytes(), &ENGLISH)
    }

    #[test]
    fn an_export_restores_what_was_entered_unreadable_things_included() {
        let draft = filled();
        let import = imported(&exported(&draft)).expect("our own file");
        assert_eq!(import.draft, draft);
        assert_eq!(import.differences, []);
        assert_eq!(import.version, ENGINE);
    }

    #[test]
    fn an_export_states_format_schema_version_and_time() {
        let text = exported(&filled());
        for line in [
            "\"format\": \"rheumscore-visit\"",
            "\"schema\": 1",
            "\"exported_at\": \"2026-01-02T03:04:05Z\"",
            "\"rule_set\": \"eustar-2017/binary\"",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    }

    #[test]
    fn a_tampered_result_is_told_and_not_believed() {
        let text = exported(&filled());
        let min = "\"min\": 2.25,";
        assert!(text.contains(min));
        let import = imported(&text.replacen(min, "\"min\": 0,", 1)).expect("readable");
        assert_eq!(
            import.differences,
            [Difference {
                path: "/result/min".into(),
                stored: "0".into(),
                computed: "2.25".into()
            }]
        );
    }

    #[test]
    fn a_tampered_answer_shows_in_the_request_and_the_result() {
        let text = exported(&filled());
        let answer = "\"tendon_friction_rubs\": \"present\"";
        let import = imported(&text.replacen(answer, "\"tendon_friction_rubs\": \"absent\"", 1));
        let paths: Vec<String> = import
            .expect("readable")
            .differences
            .into_iter()
            .map(|difference| difference.path)
            .collect();
        assert!(paths.contains(&"/request/current/tendon_friction_rubs".to_owned()), "{paths:?}");
        assert!(paths.contains(&"/result/min".to_owned()), "{paths:?}");
    }

    #[test]
    fn a_reformatted_number_is_no_difference() {
        let text = exported(&filled()).replace("\"min\": 2.25,", "\"min\": 2.250,");
        assert_eq!(imported(&text).expect("readable").differences, []);
    }

    #[test]
    fn other_files_are_named_for_what_they_are() {
        let text = exported(&filled());
        let broken = |path: &str| Err(FileProblem::Broken { path: path.to_owned() });
        assert_eq!(imported(""), Err(FileProblem::NotJson));
        assert_eq!(import(&[0xff, 0xfe], &ENGLISH), Err(FileProblem::NotJson));
        assert_eq!(imported(&text[..text.len() - 9]), Err(FileProblem::NotJson));
        assert_eq!(imported("{}"), Err(FileProblem::Foreign));
        assert_eq!(imported("[1]"), Err(FileProblem::Foreign));
        assert_eq!(imported(&" ".repeat(LARGEST + 1)), Err(FileProblem::TooLarge));
        assert_eq!(
            imported(&text.replace("\"schema\": 1", "\"schema\": 2")),
            Err(FileProblem::Newer { version: "schema 2".to_owned() })
        );
        assert_eq!(imported(&text.replace("\"schema\": 1", "\"schema\": 0")), broken("/schema"));
        assert_eq!(
            imported(&text.replacen("eustar-2017", "eustar-2071", 1)),
            broken("/instrument")
        );
        let later = text.replace(&format!("\"version\": \"{ENGINE}\""), "\"version\": \"99.0.0\"");
        assert_eq!(
            imported(&later.replacen("eustar-2017", "eustar-2071", 1)),
            Err(FileProblem::Newer { version: "99.0.0".to_owned() })
        );
        assert_eq!(
            imported(&text.replacen("\"schema\"", "\"note\": 1, \"schema\"", 1)),
            broken("/note")
        );
        assert_eq!(
            imported(&text.replacen("\"unit\"", "\"limit\"", 1)),
            broken("/entered/current/crp")
        );
        assert_eq!(
            imported(&text.replacen("\"crp\"", "\"crq\"", 1)),
            broken("/entered/current/crq")
        );
        assert_eq!(
            imported(&text.replacen("\"schema\": 1", "\"schema\": 1, \"schema\": 1", 1)),
            Err(FileProblem::DuplicateKey { path: "/schema".to_owned() })
        );
    }
}
