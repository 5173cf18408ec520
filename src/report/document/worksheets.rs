//! The worksheets of a visit, written and read.

use std::borrow::Cow;

use super::layout::{member, text};
use super::opened::{Found, Place};
use crate::contract::Json;
use crate::items::Glucocorticoid;
use crate::session::Worksheets;
use crate::session::worksheet::{
    BilagDomain, BilagState, DoseLine, DoseSheet, IcePoint, IceState, Interval, Joint, JointSheet,
    JointState, Marked, SkinMethod,
};

/// No prescription comes near this many lines.
const MOST_LINES: usize = 100;

/// The worksheets that hold something; nothing where none does.
pub(super) fn written(worksheets: &Worksheets) -> Option<Json<'_>> {
    let Worksheets { joints, doses, skin_method, ice, bilag } = worksheets;
    let joints = joints.marked().map(|(joint, state)| (joint.code(), state.code()));
    let ice = ice.marked().map(|(point, state)| (point.code(), state.code()));
    let bilag = bilag.marked().map(|(domain, state)| (domain.code(), state.code()));
    let joints = marks("joints", joints.collect());
    let [ice, bilag] = [marks("ice", ice.collect()), marks("bilag", bilag.collect())];
    let doses = (!doses.lines.is_empty())
        .then(|| member("doses", Json::List(doses.lines.iter().map(dose).collect())));
    let method = skin_method.map(|method| member("skin_method", text(method.code())));
    let members: Vec<_> = [joints, doses, method, ice, bilag].into_iter().flatten().collect();
    (!members.is_empty()).then_some(Json::Object(members))
}

/// What is known of the questions of a list, where anything is.
fn marks<'a>(key: &'a str, marks: Vec<(&'a str, &'a str)>) -> Option<(Cow<'a, str>, Json<'a>)> {
    let marked = marks.iter().map(|(code, state)| member(code, text(state))).collect();
    (!marks.is_empty()).then(|| member(key, Json::Object(marked)))
}

fn dose(line: &DoseLine) -> Json<'_> {
    let every = match &line.interval {
        Interval::EveryDays(days) => days.as_str(),
        Interval::Daily | Interval::TwiceDaily | Interval::AlternateDays | Interval::Weekly => "",
    };
    let texts = [
        ("drug", line.drug.as_str()),
        ("dose", &line.dose),
        ("interval", line.interval.code()),
        ("every", every),
        ("days", &line.days),
    ];
    let texts = texts.into_iter().filter(|(_, value)| !value.is_empty());
    let pulse = line.pulse.then(|| member("pulse", Json::Bool(true)));
    Json::Object(texts.map(|(key, value)| member(key, text(value))).chain(pulse).collect())
}

/// The worksheets of a file.
pub(super) fn restore(place: &Place) -> Found<Worksheets> {
    place.only(&["joints", "doses", "skin_method", "ice", "bilag"])?;
    let mut worksheets = Worksheets::default();
    if let Some(place) = place.optional("joints") {
        worksheets.joints = joints(&place)?;
    }
    if let Some(place) = place.optional("doses") {
        let lines = place.elements()?;
        if lines.len() > MOST_LINES {
            return place.broken();
        }
        let lines = lines.map(|place| line(&place)).collect::<Found<_>>()?;
        worksheets.doses = DoseSheet { lines };
    }
    if let Some(place) = place.optional("skin_method") {
        let method = SkinMethod::from_code(place.text()?);
        worksheets.skin_method = Some(method.map_or_else(|| place.broken(), Ok)?);
    }
    if let Some(place) = place.optional("ice") {
        worksheets.ice = marked(&place, IcePoint::from_code, IceState::from_code)?;
    }
    if let Some(place) = place.optional("bilag") {
        worksheets.bilag = marked(&place, BilagDomain::from_code, BilagState::from_code)?;
    }
    // An empty one would be gone.
    if worksheets == Worksheets::default() { place.broken() } else { Ok(worksheets) }
}

fn joints(place: &Place) -> Found<JointSheet> {
    let mut sheet = JointSheet::BLANK;
    for (code, place) in place.members()? {
        let state = JointState::from_code(place.text()?);
        match (Joint::from_code(code), state) {
            (Some(joint), Some(state)) => sheet.mark(joint, state),
            _ => return place.broken(),
        }
    }
    Ok(sheet)
}

fn marked<Q: Copy + Ord, S: Copy + Default + PartialEq>(
    place: &Place,
    question: fn(&str) -> Option<Q>,
    state: fn(&str) -> Option<S>,
) -> Found<Marked<Q, S>> {
    let mut sheet = Marked::default();
    for (code, place) in place.members()? {
        match (question(code), state(place.text()?)) {
            (Some(question), Some(state)) => sheet.mark(question, state),
            _ => return place.broken(),
        }
    }
    Ok(sheet)
}

fn line(place: &Place) -> Found<DoseLine> {
    place.only(&["drug", "dose", "interval", "every", "days", "pulse"])?;
    let text = |key| place.optional(key).map_or(Ok(String::new()), |place| place.owned());
    let interval = place.member("interval")?;
    let every = text("every")?;
    let known = [Interval::Daily, Interval::TwiceDaily, Interval::AlternateDays, Interval::Weekly];
    let code = interval.text()?;
    let interval = match known.into_iter().find(|known| known.code() == code) {
        Some(known) if every.is_empty() => known,
        None if code == Interval::EveryDays(String::new()).code() => Interval::EveryDays(every),
        _ => return interval.broken(),
    };
    let drug = text("drug")?;
    if !drug.is_empty() && !Glucocorticoid::ALL.iter().any(|known| known.code == drug) {
        return place.member("drug")?.broken();
    }
    let pulse = place.optional("pulse").map_or(Ok(false), |place| place.flag())?;
    Ok(DoseLine { drug, dose: text("dose")?, interval, days: text("days")?, pulse })
}
