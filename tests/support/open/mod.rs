//! What a story leaves open, and every answer that can settle it: found in its
//! questions, and not in a result.

pub mod change;
pub mod logarithm;
pub mod myositis;
pub mod protein;

use rheumscore::items::{Answer, Item, Kind, Measured, Visit};
use rheumscore::scoring::{Exact, Mention, Role};

use super::story::{Story, around, plain, telling_answers};
use change::{raised_by_doses, something_is_new};

/// Answers that are given together.
pub type Answers = Vec<(Role, Item, Answer)>;

/// Something open, and the answers that settle it.
pub struct Open {
    pub mention: Mention,
    pub settled_by: Vec<Answers>,
}

impl Open {
    /// An item that any of these answers settles.
    fn item(role: Role, item: Item, answers: impl IntoIterator<Item = Answer>) -> Open {
        let settled_by = answers.into_iter().map(|answer| vec![(role, item, answer)]).collect();
        Open { mention: Mention::of(role, item.id()), settled_by }
    }
}

/// All that a story leaves open. Each is an unknown of its own, also where one
/// answer stands behind two of them. The answers of a later one replace those of
/// an earlier one.
pub fn open_questions(story: &Story) -> Vec<Open> {
    let mut open = Vec::new();
    for (role, item) in story.questions() {
        let visit = story.visits.of(role);
        match item {
            _ if logarithm::is_logarithm(story, item) => {
                open.extend(logarithm::open_logarithm(story, item));
            }
            _ if visit.answer(item).is_some() || is_not_asked_for(story, role, item) => {}
            Item::Mrss => open.extend(open_skin(visit, Mention::of(role, item.id()))),
            Item::Ck | Item::Aldolase | Item::Ldh | Item::Ast | Item::Alt => {
                open.extend(myositis::open_enzyme(story, role, item));
            }
            _ if item.id().starts_with("haq_") => {
                open.extend(myositis::open_function(story, item));
            }
            Item::LowComplement if complement_is_known(story, visit) => {}
            Item::LowComplement => open.push(Open::item(role, item, telling_answers(item))),
            _ if item.measured_by().iter().any(|by| visit.answer(*by).is_some()) => {}
            _ => open.push(Open::item(role, item, settling(story, role, item))),
        }
    }
    open.extend(protein::open_protein(story));
    open.extend(open_cognition(story));
    open
}

/// What a result never asks for: it is told by another answer, or asked for
/// under another name.
fn is_not_asked_for(story: &Story, role: Role, item: Item) -> bool {
    match item {
        // It says that there is nothing to ask for.
        Item::FirstVisit => true,
        Item::Proteinuria | Item::UrineProtein24h | Item::Upcr => true,
        Item::AgeYears | Item::IceScore | Item::CapdScore => true,
        // The statement stands for the comparison, and not its pairs.
        _ if story.id() == "lldas" && role == Role::Previous => true,
        Item::NoNewActivity => something_is_new(story).is_some(),
        // Whether the dose was raised stands for the dose before.
        Item::Glucocorticoid => role == Role::Previous,
        Item::GlucocorticoidIncreasedForActivity => raised_by_doses(story).is_some(),
        _ => false,
    }
}

/// Answers to an item that reach whatever a rule makes of it.
fn settling(story: &Story, role: Role, item: Item) -> Vec<Answer> {
    match (item, item.kind()) {
        (Item::PhysicianGlobal | Item::PatientGlobal | Item::ExtramuscularGlobal, _) => {
            myositis::from_other_visit(story, role, item, 10)
        }
        (Item::Haq, _) => myositis::from_other_visit(story, role, item, 3),
        (Item::Strength, _) => {
            myositis::from_other_visit(story, role, item, myositis::strength_maximum(story))
        }
        (Item::Pga, _) => change::global_assessments(story, role),
        (Item::Glucocorticoid, _) => change::doses(story),
        (Item::Weight, _) => change::weights(story),
        (_, Kind::Measurement(scale)) if scale.limit.is_none() => {
            let cuts: &[i64] = match item {
                Item::Crp => &[1],
                Item::Esr => &[30],
                Item::DlcoPercent => &[70, 80],
                _ => panic!("{item:?} has cut-offs"),
            };
            around(scale, cuts.iter().copied().map(Exact::integer)).map(plain).collect()
        }
        (Item::BilagNewA | Item::BilagNewB, _) => counts([0, 1, 2, 9]),
        // What is added up is told by its ends.
        (_, Kind::Count { highest }) => counts([0, highest]),
        _ => telling_answers(item),
    }
}

fn counts(counts: impl IntoIterator<Item = u32>) -> Vec<Answer> {
    counts.into_iter().map(|count| Answer::Count(count.into())).collect()
}

/// Whether the measurements tell if complement is low.
fn complement_is_known(story: &Story, visit: &Visit) -> bool {
    let read: &[Item] = match story.id() {
        "escsg-2001" | "sle-das" => &[Item::C3, Item::C4],
        _ => &[Item::C3, Item::C4, Item::Ch50],
    };
    let measured: Vec<_> = read.iter().map(|item| visit.measured(*item)).collect();
    let is_low = |it: &&Measured| it.is_below_limit() == Some(true);
    measured.iter().flatten().any(is_low) || measured[..2].iter().all(Option::is_some)
}

/// A skin score of which sites are open.
fn open_skin(visit: &Visit, mention: Mention) -> Option<Open> {
    let grades: Vec<Option<u32>> =
        Item::SKIN_SITES.iter().map(|site| visit.count(*site)?.known()).collect();
    let lowest: u32 = grades.iter().flatten().sum();
    let highest = grades.iter().map(|grade| grade.unwrap_or(3)).sum();
    let telling = [lowest, 14, 15, 18, 19, highest];
    let totals = (lowest..=highest).filter(|total| telling.contains(total));
    let settled_by =
        totals.map(|total| vec![(mention.role, Item::Mrss, Answer::Count(total.into()))]).collect();
    (lowest < highest).then_some(Open { mention, settled_by })
}

/// The score of cognition, and the age that says which of the two is asked.
fn open_cognition(story: &Story) -> Vec<Open> {
    if story.id() != "icans-astct-2019" {
        return Vec::new();
    }
    let visit = &story.visits.current;
    let age = visit.number(Item::AgeYears).and_then(|age| age.known());
    let asks_ice = age.map(|age| age >= Exact::integer(12));
    let asks = |ice: bool| match story.chosen("cognition") {
        Some("by_age") => asks_ice != Some(!ice),
        Some(other) => (other == "ice") == ice,
        None => false,
    };
    let ice = Open::item(Role::Current, Item::IceScore, counts([0, 2, 3, 6, 7, 9, 10]));
    let capd = Open::item(Role::Current, Item::CapdScore, counts([0, 1, 8, 9, 32]));
    let mut open = Vec::new();
    open.extend((asks(true) && visit.answer(Item::IceScore).is_none()).then_some(ice));
    open.extend((asks(false) && visit.answer(Item::CapdScore).is_none()).then_some(capd));
    open.extend((asks(true) && asks(false)).then(open_age));
    open
}

/// An age that nobody gave. Cognition could be anything then, whatever its
/// scores: an age settles it together with a score of any level. And it could
/// leave it to either score, which is why these are asked for as well.
pub fn open_age() -> Open {
    let aged = |years: i64| (Role::Current, Item::AgeYears, plain(Exact::integer(years)));
    let at_any_level = [10, 7, 3, 0]
        .map(|ice: u32| vec![aged(40), (Role::Current, Item::IceScore, Answer::Count(ice.into()))]);
    let mut settled_by = vec![vec![aged(40)], vec![aged(5)]];
    settled_by.extend(at_any_level);
    Open { mention: Mention::of(Role::Current, Item::AgeYears.id()), settled_by }
}
