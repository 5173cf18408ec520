//! Protein in the urine: at a visit, and against the visit before it.

use rheumscore::items::{Answer, Item};
use rheumscore::scoring::{Exact, Mention, Role, Threshold};

use super::super::made::seen;
use super::super::story::{Story, plain};
use super::logarithm::is_logarithm;
use super::{Answers, Open};

/// More than this is proteinuria.
const ABOVE: Threshold = Threshold::above(Exact::ratio(1, 2));

/// Whether the sheet of a story asks if proteinuria is new or rising.
fn compares(story: &Story) -> bool {
    let sheet = match story.id() {
        "selena-flare-index" => "selena-sledai",
        "doris-2017" | "lldas" => "sledai-2k",
        id => story.chosen("sledai").unwrap_or(id),
    };
    ["selena-sledai", "sledai-1992"].contains(&sheet)
}

/// The visit that a protein value is compared with, where the sheet does: the
/// baseline as a whole in place of a previous visit that says nothing.
pub fn earlier_protein(story: &Story) -> Option<Role> {
    let is_defaulted = story.id() == "sri" && story.visits.previous.is_blank();
    compares(story).then_some(if is_defaulted { Role::Baseline } else { Role::Previous })
}

/// Whether a visit has a total of its own.
pub fn has_total(story: &Story, role: Role) -> bool {
    story.questions().contains(&(role, Item::Proteinuria))
}

/// The kind of value that is read at a visit: by day where both are there.
fn kind(story: &Story, role: Role) -> Option<Item> {
    let visit = story.visits.of(role);
    [Item::UrineProtein24h, Item::Upcr].into_iter().find(|kind| visit.answer(*kind).is_some())
}

/// Whether proteinuria stood on the sheet of an earlier visit, which is read as
/// it was then: what was only measured is new if that was a first visit, and
/// open otherwise. `None` where the visit has no total, or leaves it open.
pub fn stood_then(story: &Story, role: Role) -> Option<bool> {
    let visit = story.visits.of(role);
    let entered = visit.finding(Item::Proteinuria).counts();
    let measured = kind(story, role).and_then(|kind| ABOVE.decides(&visit.measured(kind)?.value));
    let is_first = visit.attested(Item::FirstVisit) == Some(true);
    match (entered, measured) {
        _ if !has_total(story, role) => None,
        (Some(_), _) => entered,
        (None, Some(true)) if compares(story) && !is_first => None,
        (None, _) => measured,
    }
}

/// Proteinuria that nobody measured, or that only an earlier value would tell.
/// An earlier visit can lack both: what was there then, and the value to compare
/// with.
pub fn open_protein(story: &Story) -> Vec<Open> {
    if is_logarithm(story, Item::Proteinuria) {
        return Vec::new();
    }
    Role::ALL.into_iter().filter_map(|role| open_at(story, role)).collect()
}

fn open_at(story: &Story, role: Role) -> Option<Open> {
    let value = |(kind, now): (Item, Exact)| {
        [Exact::ZERO, now].map(|value| vec![(role, kind, plain(value))]).into()
    };
    let values: Vec<Answers> = needed_value(story, role).map_or_else(|| vec![Vec::new()], value);
    let state = |is_present: bool| vec![(role, Item::Proteinuria, seen(is_present))];
    let is_told = role == Role::Current && kind(story, role).is_some()
        || story.visits.of(role).answer(Item::Proteinuria).is_some();
    let states: Vec<Answers> = match stood_then(story, role) {
        _ if is_told || !has_total(story, role) => vec![Vec::new()],
        // A value that is put beside it does not change what was there.
        Some(known) => vec![state(known)],
        None => vec![state(true), state(false)],
    };
    let settled_by: Vec<Answers> = states
        .iter()
        .flat_map(|state| values.iter().map(move |it| [&state[..], it].concat()))
        .collect();
    let mention = Mention::of(role, Item::Proteinuria.id());
    (settled_by.len() > 1).then_some(Open { mention, settled_by })
}

/// The kind of value that an earlier visit lacks, and today's.
fn needed_value(story: &Story, role: Role) -> Option<(Item, Exact)> {
    let current = &story.visits.current;
    let is_needed = earlier_protein(story) == Some(role)
        && has_total(story, Role::Current)
        && current.answer(Item::Proteinuria).is_none()
        && current.attested(Item::FirstVisit) != Some(true);
    let kind = kind(story, Role::Current).filter(|_| is_needed)?;
    let Some(Answer::Measured(now)) = current.answer(kind) else { return None };
    let now = now.value.known().filter(|now| ABOVE.holds(*now))?;
    story.visits.of(role).answer(kind).is_none().then_some((kind, now))
}
