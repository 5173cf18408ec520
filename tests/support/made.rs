//! Answers, choices and sheets made by hand, and what is read from a result.

use rheumscore::instruments::{Choices, Instrument, find};
use rheumscore::items::{Answer, Item, Visit, Visits};
use rheumscore::scoring::{Bounds, Exact, Finding, Judgement, Outcome, Verdict};

/// The instrument of an id.
pub fn instrument(id: &str) -> &'static dyn Instrument {
    find(id).unwrap_or_else(|| panic!("there is {id}"))
}

/// The choices that name these values, one for each option.
pub fn choices(instrument: &dyn Instrument, codes: &[&str]) -> Choices {
    let options = instrument.definition().options;
    assert_eq!(options.len(), codes.len());
    let mut choices = Choices::default();
    for ((at, option), code) in options.iter().enumerate().zip(codes) {
        let place = option.values.iter().position(|value| value.code == *code);
        choices.choose(at, place.unwrap_or_else(|| panic!("{} has {code}", option.id)));
    }
    choices
}

/// A measured value of so many tenths.
pub fn tenths(tenths: u32) -> Answer {
    fraction(tenths, 10)
}

pub fn fraction(numerator: u32, denominator: u32) -> Answer {
    let value = Exact::whole(numerator) / Exact::whole(denominator);
    Answer::Measured(value.into())
}

pub fn seen(present: bool) -> Answer {
    Answer::Finding(if present { Finding::Present } else { Finding::Absent })
}

pub fn known(bounds: Option<Bounds>) -> Option<Exact> {
    bounds.and_then(Bounds::known)
}

/// The descriptors in the order of the sheet: eight of 8 points, six of 4,
/// seven of 2, three of 1.
pub const DESCRIPTORS: [Item; 24] = [
    Item::Seizure,
    Item::Psychosis,
    Item::OrganicBrainSyndrome,
    Item::VisualDisturbance,
    Item::CranialNerveDisorder,
    Item::LupusHeadache,
    Item::Cva,
    Item::Vasculitis,
    Item::Arthritis,
    Item::Myositis,
    Item::UrinaryCasts,
    Item::Hematuria,
    Item::Proteinuria,
    Item::Pyuria,
    Item::Rash,
    Item::Alopecia,
    Item::MucosalUlcers,
    Item::Pleurisy,
    Item::Pericarditis,
    Item::LowComplement,
    Item::IncreasedDnaBinding,
    Item::Fever,
    Item::Thrombocytopenia,
    Item::Leukopenia,
];

/// The total of the descriptors whose bits are set.
pub fn total(present: u32) -> u32 {
    let of = |first: u32, count: u32| (present >> first & ((1 << count) - 1)).count_ones();
    8 * of(0, 8) + 4 * of(8, 6) + 2 * of(14, 7) + of(21, 3)
}

/// The visit at which the descriptors of these bits are present and all others
/// absent.
pub fn sheet(present: u32) -> Visit {
    let answers =
        DESCRIPTORS.iter().enumerate().map(|(bit, item)| (*item, seen(present >> bit & 1 == 1)));
    answers.collect()
}

/// A full sheet of a total: the heaviest descriptors first, as far as they fit.
pub fn of_total(goal: u32) -> Visit {
    let mut present = 0;
    for bit in 0..24 {
        let with = present | 1 << bit;
        present = if total(with) <= goal { with } else { present };
    }
    assert_eq!(total(present), goal);
    sheet(present)
}

/// What a part of a result gives.
pub fn part(judgement: &Judgement, id: &str) -> Outcome {
    judgement.parts.iter().find(|part| part.id == id).expect("the part is there").outcome
}

/// What a result asks for, in the order of the letters.
pub fn missing(judgement: &Judgement) -> Vec<String> {
    let names = judgement.missing.iter().map(|it| format!("{}.{}", it.role.key(), it.id));
    let mut names: Vec<String> = names.map(|name| name.replacen("current.", "", 1)).collect();
    names.sort();
    names
}

/// A whole number of points, or the ends between which they are open.
pub fn points(lowest: u32, highest: u32) -> Outcome {
    Outcome::Points(Bounds::between(Exact::whole(lowest), Exact::whole(highest)))
}

/// Judges a single visit under a rule set.
pub fn judge(id: &str, codes: &[&str], current: Visit) -> Judgement {
    let instrument = instrument(id);
    instrument.judge(&choices(instrument, codes), &Visits { current, ..Visits::BLANK })
}

/// Every way to take one of so many things at each place.
pub fn combinations<const N: usize>(of: [usize; N]) -> impl Iterator<Item = [usize; N]> {
    (0..of.iter().product()).map(move |number: usize| {
        let mut left = number;
        of.map(|many| {
            let one = left % many;
            left /= many;
            one
        })
    })
}

/// All that comes of answers of which each may be any of its list, and which of
/// them can change that while the others stand still.
pub fn tried<const N: usize, T: Ord>(
    answers: [&[u32]; N],
    result: impl Fn([u32; N]) -> T,
) -> (Vec<T>, [bool; N]) {
    let mut results = Vec::new();
    let mut decides = [false; N];
    for places in combinations(answers.map(<[u32]>::len)) {
        let at = |place: usize| answers[place][places[place]];
        let one: [u32; N] = std::array::from_fn(at);
        for place in 0..N {
            decides[place] |= answers[place].iter().any(|answer| {
                let mut other = one;
                other[place] = *answer;
                result(other) != result(one)
            });
        }
        results.push(result(one));
    }
    results.sort_unstable();
    results.dedup();
    (results, decides)
}

/// The names of what decides, in the order of the letters.
pub fn deciding<const N: usize>(names: [&str; N], decides: [bool; N]) -> Vec<String> {
    let deciding = names.into_iter().zip(decides).filter(|(_, decides)| *decides);
    let mut names: Vec<String> = deciding.map(|(name, _)| name.to_owned()).collect();
    names.sort();
    names
}

/// The states of a finding, and what each may come to: that it counts, or not.
pub const STATES: [(Finding, &[u32]); 4] = [
    (Finding::Present, &[1]),
    (Finding::Absent, &[0]),
    (Finding::OtherCause, &[0]),
    (Finding::NotAssessed, &[0, 1]),
];

/// Whether something is so, is not, or may be either.
pub fn verdict(results: &[bool]) -> Verdict {
    match results {
        [true] => Verdict::Met,
        [false] => Verdict::NotMet,
        _ => Verdict::Undetermined,
    }
}

/// Judges several visits under a rule set.
pub fn judge_all(id: &str, codes: &[&str], visits: &Visits) -> Judgement {
    let instrument = instrument(id);
    instrument.judge(&choices(instrument, codes), visits)
}

/// Three ways to answer a criterion: so that it holds, so that it fails, and not
/// at all.
pub const EITHER: [&[u32]; 3] = [&[1], &[0], &[0, 1]];

/// Checks the verdict of criteria of which each holds, fails or is open, and
/// what is asked for.
pub fn check_all<const N: usize>(
    judgement: &Judgement,
    criteria: [&[u32]; N],
    names: [&str; N],
    of: &str,
) {
    let (results, decides) = tried(criteria, |criteria| criteria.into_iter().all(|it| it == 1));
    assert_eq!(judgement.verdict, Some(verdict(&results)), "{of}");
    assert_eq!(missing(judgement), deciding(names, decides), "{of}");
}
