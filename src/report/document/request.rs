//! What a score rests on, as a request of the contract, and what it came to.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::layout::{JsonOut, text};
use crate::contract::{Json, Object, Refusal, pointer_step};
use crate::instruments::{Choices, Definition};
use crate::items::Item;
use crate::report::{AssessmentJson, Detail, RefusalJson};
use crate::scoring::Role;
use crate::session::{Course, Reader, Scored, Standing, VisitId};
use crate::text::Language;

/// What every chosen instrument makes of a visit: its request and its result.
pub(super) struct Results<'a> {
    pub course: &'a Course,
    pub reader: &'a Reader,
    pub visit: VisitId,
    pub language: &'a dyn Language,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Results { course, reader, visit, language } = *self;
        let mut map = serializer.serialize_map(None)?;
        for scored in reader.score(course, visit) {
            // A change is not scored at the visit that it is measured from.
            if !matches!(scored.standing, Standing::IsBaseline) {
                let request = request(course, reader, visit, &scored);
                let scored = &scored;
                map.serialize_entry(
                    scored.definition().id,
                    &RequestAndResult { request, scored, language },
                )?;
            }
        }
        map.end()
    }
}

/// A request and its result.
struct RequestAndResult<'a> {
    request: Json<'a>,
    scored: &'a Scored,
    language: &'a dyn Language,
}

impl Serialize for RequestAndResult<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RequestAndResult { request, scored, language } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("request", &JsonOut(request))?;
        map.serialize_entry("result", &ResultOut { scored, language: *language })?;
        map.end()
    }
}

/// What an instrument says, as the contract writes it.
pub(super) struct ResultOut<'a> {
    pub scored: &'a Scored,
    pub language: &'a dyn Language,
}

impl Serialize for ResultOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let language = self.language;
        match &self.scored.standing {
            Standing::Assessed(assessed) => {
                let (assessment, detail) = (&assessed.assessment, Detail::Full(language));
                AssessmentJson { id: None, assessment, detail }.serialize(serializer)
            }
            Standing::Refused(problems) => {
                let refusal = Refusal { id: None, problems: problems.clone() };
                RefusalJson { refusal: &refusal, language }.serialize(serializer)
            }
            Standing::IsBaseline => serializer.serialize_none(),
        }
    }
}

/// What an instrument was asked: the answers that it reads, of the visits that
/// it reads.
fn request<'a>(course: &Course, reader: &'a Reader, id: VisitId, scored: &Scored) -> Json<'a> {
    let definition = scored.definition();
    let mut members: Object<'a> = vec![
        ("instrument".into(), text(definition.id)),
        ("options".into(), options(definition, scored.choices)),
    ];
    for role in Role::ALL {
        let reads_any = definition.reads_at(role, scored.choices).next().is_some();
        let visit = course.compared(id, role).and_then(|id| reader.of(id));
        let Some(visit) = visit.filter(|_| role == Role::Current || reads_any) else {
            continue;
        };
        let Json::Object(answers) = &visit.answers else { continue };
        let is_read = |id: &str| Item::from_id(id).is_some_and(|item| scored.reads(role, item));
        let answers = answers.iter().filter(|(id, _)| is_read(id) && !is_refused(scored, role, id));
        members.push((role.key().into(), Json::Object(answers.cloned().collect())));
    }
    Json::Object(members)
}

/// Whether an answer does not fit the rule set, and was left out.
fn is_refused(scored: &Scored, role: Role, id: &str) -> bool {
    let place = format!("/{}{}/", role.key(), pointer_step(id));
    let problems = scored.assessed().map_or(&[][..], |assessed| &assessed.problems);
    problems.iter().any(|problem| problem.path.starts_with(&place))
}

/// A rule set, as the contract writes it.
#[must_use]
pub fn options(definition: &'static Definition, choices: Choices) -> Json<'static> {
    let options = definition.chosen(choices).map(|(option, value)| {
        let code = Cow::Borrowed(value.code);
        let code = if option.integer { Json::Number(code) } else { Json::Text(code) };
        (Cow::Borrowed(option.id), code)
    });
    Json::Object(options.collect())
}
