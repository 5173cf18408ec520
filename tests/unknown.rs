//! What is unknown, tried out: every way to settle it, against what a result
//! says of it.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use quickcheck::TestResult;
use rheumscore::items::{Answer, Item, Measured, Visit};
use rheumscore::scoring::{Category, Exact, Mention, Role, Span, Verdict};
use support::story::{Conclusion, Story, hold, plain, telling_answers};

/// Something open, and the answers that settle it.
struct Open {
    mention: Mention,
    settled_by: Vec<Vec<(Role, Item, Answer)>>,
}

/// All that a story leaves open, found in the questions and not in the result.
fn open_questions(story: &Story) -> Vec<Open> {
    let mut open = Vec::new();
    for (role, item) in story.questions() {
        let visit = story.visits.of(role);
        let mention = Mention::of(role, item.id());
        let answers = match item {
            _ if visit.answer(item).is_some() => continue,
            // Not asked for: it says that there is nothing to ask for.
            Item::FirstVisit => continue,
            // The earlier value is asked for where the one of today needs it.
            Item::UrineProtein24h | Item::Upcr => continue,
            Item::Proteinuria => {
                open.extend(open_protein(story, mention));
                continue;
            }
            Item::Mrss => {
                open.extend(open_skin(visit, mention));
                continue;
            }
            Item::Ck | Item::Aldolase | Item::Ldh | Item::Ast | Item::Alt => {
                open.extend(open_enzyme(story, role, item));
                continue;
            }
            Item::LowComplement if complement_is_known(visit) => continue,
            Item::LowComplement => telling_answers(item),
            _ if item.measured_by().iter().any(|by| visit.answer(*by).is_some()) => continue,
            Item::PhysicianGlobal | Item::PatientGlobal | Item::ExtramuscularGlobal => {
                from_other_visit(story, role, item, 10)
            }
            Item::Haq => from_other_visit(story, role, item, 3),
            Item::Strength => from_other_visit(story, role, item, strength_maximum(story)),
            _ => telling_answers(item),
        };
        let settled_by = answers.into_iter().map(|answer| vec![(role, item, answer)]).collect();
        open.push(Open { mention, settled_by });
    }
    open
}

/// The maximum of the strength scale in use.
fn strength_maximum(story: &Story) -> i64 {
    match story.chosen("strength_scale") {
        Some("mmt8_unilateral") => 80,
        Some("mmt24") => 260,
        Some("cmas") => 52,
        _ => 150,
    }
}

/// Proteinuria that nobody measured, or that only an earlier value would tell.
fn open_protein(story: &Story, mention: Mention) -> Option<Open> {
    let settled = |role, item, answers: Vec<Answer>| {
        answers.into_iter().map(|it| vec![(role, item, it)]).collect()
    };
    let visit = story.visits.of(mention.role);
    let kind =
        [Item::UrineProtein24h, Item::Upcr].into_iter().find(|kind| visit.answer(*kind).is_some());
    let Some(kind) = kind else {
        let answers = telling_answers(Item::Proteinuria);
        return Some(Open {
            mention,
            settled_by: settled(mention.role, Item::Proteinuria, answers),
        });
    };
    let now = visit.measured(kind)?.value.known()?;
    let compares = story.questions().contains(&(Role::Previous, kind));
    let is_known = story.visits.previous.answer(kind).is_some()
        || visit.attested(Item::FirstVisit) == Some(true);
    (compares && now > Exact::ratio(1, 2) && !is_known).then(|| Open {
        mention: Mention::of(Role::Previous, mention.id),
        settled_by: settled(Role::Previous, kind, vec![plain(Exact::ZERO), plain(now)]),
    })
}

/// Whether the measurements tell if complement is low.
fn complement_is_known(visit: &Visit) -> bool {
    let measured = [Item::C3, Item::C4, Item::Ch50].map(|item| visit.measured(item));
    let is_low = |it: &&Measured| it.is_below_limit() == Some(true);
    measured.iter().flatten().any(is_low) || measured[..2].iter().all(Option::is_some)
}

/// A skin score of which sites are open.
fn open_skin(visit: &Visit, mention: Mention) -> Option<Open> {
    let grades: Vec<Option<u32>> =
        Item::SKIN_SITES.iter().map(|site| visit.count(*site)?.known()).collect();
    let lowest: u32 = grades.iter().flatten().sum();
    let highest = grades.iter().map(|grade| grade.unwrap_or(3)).sum();
    let totals = (lowest..=highest).filter(|total| [lowest, 18, 19, highest].contains(total));
    let settled_by =
        totals.map(|total| vec![(mention.role, Item::Mrss, Answer::Count(total.into()))]).collect();
    (lowest < highest).then_some(Open { mention, settled_by })
}

/// The enzyme that is compared, where a visit lacks it; which of them, where
/// none was measured at baseline to choose from.
fn open_enzyme(story: &Story, role: Role, item: Item) -> Option<Open> {
    let measured = |value, limit| {
        Answer::Measured(Measured { value: Span::exactly(value), limit: Some(limit) })
    };
    let at = |multiple: Exact| measured(multiple, Exact::integer(1));
    if let Some(chosen) = compared_enzyme(story) {
        let other = if role == Role::Baseline { Role::Current } else { Role::Baseline };
        let multiple =
            story.visits.of(other).measured(chosen).and_then(|it| it.multiple()?.known());
        let ends = [Exact::ZERO, Exact::integer(1_000)];
        let near = multiple.into_iter().flat_map(|multiple| {
            let range = match chosen {
                Item::Ck => 15,
                Item::Aldolase => 6,
                _ => 3,
            };
            levels(range).map(move |change| {
                if role == Role::Baseline { multiple + change } else { multiple - change }
            })
        });
        let multiples = ends.into_iter().chain(near).filter(|multiple| *multiple >= Exact::ZERO);
        return (item == chosen).then(|| Open {
            mention: Mention::of(role, item.id()),
            settled_by: multiples.map(|multiple| vec![(role, item, at(multiple))]).collect(),
        });
    }
    // One of the five stands for all of them.
    (role == Role::Baseline && item == Item::Ck).then(|| Open {
        mention: Mention::of(role, "enzyme"),
        settled_by: [0, 1, 2, 3, 5, 900]
            .map(|multiple| {
                let now = story.visits.current.answer(item).unwrap_or(at(Exact::ZERO));
                vec![(role, item, at(Exact::integer(multiple))), (Role::Current, item, now)]
            })
            .into(),
    })
}

/// The enzyme that the reader named, or the most abnormal one at baseline.
fn compared_enzyme(story: &Story) -> Option<Item> {
    match story.chosen("enzyme")? {
        "auto" => {
            let multiple = |item: &Item| story.visits.baseline.measured(*item)?.multiple()?.known();
            let enzymes = [Item::Alt, Item::Ast, Item::Ldh, Item::Aldolase, Item::Ck];
            enzymes.into_iter().filter(|item| multiple(item).is_some()).max_by_key(multiple)
        }
        named => Item::from_id(named),
    }
}

/// Values of a core set measure that reach each level, seen from the other
/// visit: the ends of the range where that is blank too.
fn from_other_visit(story: &Story, role: Role, item: Item, range: i64) -> Vec<Answer> {
    let other = if role == Role::Baseline { Role::Current } else { Role::Baseline };
    let (lowest, highest) = (Exact::ZERO, Exact::integer(range));
    let seen = story.visits.of(other).measured(item).and_then(|measured| measured.value.known());
    let near = seen
        .into_iter()
        .flat_map(|value| levels(range).flat_map(move |change| [value + change, value - change]));
    [lowest, highest]
        .into_iter()
        .chain(near)
        .filter(|value| lowest <= *value && *value <= highest)
        .map(plain)
        .collect()
}

/// Changes just above each cut, in the unit of a range.
fn levels(range: i64) -> impl Iterator<Item = Exact> + Clone {
    [2, 5, 10, 15, 20, 25, 30, 40]
        .into_iter()
        .map(move |cut| Exact::integer(cut * range + 1) / Exact::integer(100))
}

/// All stories that settle what is open, one for each combination.
fn settled(story: &Story, open: &[Open]) -> Vec<Story> {
    open.iter().fold(vec![story.clone()], |stories, open| {
        let with = |story: &Story, answers: &Vec<(Role, Item, Answer)>| {
            answers.iter().fold(story.clone(), |story, (role, item, answer)| {
                story.with(*role, *item, *answer)
            })
        };
        stories
            .iter()
            .flat_map(|story| open.settled_by.iter().map(|answers| with(story, answers)))
            .collect()
    })
}

/// More combinations than are tried out.
const TOO_MANY: usize = 20_000;

/// Tries out every way to settle what is open, and compares with what the
/// result says of it: the ends of the score, verdict, category, and exactly
/// which answers could still change any of them.
#[test]
fn what_is_open_is_what_trying_it_out_shows() {
    fn property(story: Story) -> TestResult {
        let open = open_questions(&story);
        let combinations = open.iter().map(|open| open.settled_by.len()).product::<usize>();
        if open.len() > 12 || combinations > TOO_MANY {
            return TestResult::discard();
        }
        let judgement = story.judge();
        let conclusions: Vec<Conclusion> =
            settled(&story, &open).iter().map(|settled| Conclusion::of(&settled.judge())).collect();

        let scores: Vec<Exact> = conclusions.iter().filter_map(|it| it.score?.known()).collect();
        if let Some(score) = judgement.score {
            assert_eq!(scores.len(), conclusions.len(), "settled stories have a score");
            assert_eq!(scores.iter().min(), Some(&score.lowest()));
            assert_eq!(scores.iter().max(), Some(&score.highest()));
        }
        let first = conclusions[0];
        if let Some(verdict) = judgement.verdict {
            let agree = conclusions.iter().all(|it| it.verdict == first.verdict);
            assert_eq!(
                Some(verdict),
                if agree { first.verdict } else { Some(Verdict::Undetermined) }
            );
        }
        if let Some(category) = judgement.category {
            let agree = conclusions.iter().all(|it| it.category == first.category);
            assert_eq!(Some(category), if agree { first.category } else { Some(Category::Open) });
        }

        let lengths: Vec<usize> = open.iter().map(|open| open.settled_by.len()).collect();
        let decisive: Vec<Mention> = (0..open.len())
            .filter(|at| can_change(&conclusions, &lengths, *at))
            .map(|at| open[at].mention)
            .collect();
        let sorted = |mentions: &[Mention]| {
            let mut names: Vec<String> =
                mentions.iter().map(|it| format!("{}.{}", it.role.key(), it.id)).collect();
            names.sort();
            names
        };
        assert_eq!(sorted(&judgement.missing), sorted(&decisive));
        TestResult::passed()
    }
    hold(1_500, property as fn(Story) -> TestResult);
}

/// Whether the answers at one place change a conclusion while all others stand
/// still. The conclusions are those of all combinations, the last place fastest.
fn can_change(conclusions: &[Conclusion], lengths: &[usize], place: usize) -> bool {
    let step: usize = lengths[place + 1..].iter().product();
    let block = step * lengths[place];
    (0..conclusions.len()).filter(|at| at % block < step).any(|at| {
        (1..lengths[place]).any(|other| conclusions[at + other * step] != conclusions[at])
    })
}
