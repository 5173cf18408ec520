//! What is small enough to be tried out in full, against arithmetic on whole
//! numbers that knows nothing of the tables.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::thread;

use rheumscore::instruments::{Choices, Instrument, sledai};
use rheumscore::items::{Answer, Item, Measured, Visit, Visits};
use rheumscore::scoring::{Category, Exact, Finding, Judgement, Outcome, Span, Verdict};
use support::made::{
    DESCRIPTORS, choices, fraction, instrument, known, of_total, seen, sheet, tenths, total,
};

// SLEDAI

/// The points of complement and anti-dsDNA among them.
fn serology(present: u32) -> u32 {
    2 * (present >> 19 & 0b11).count_ones()
}

fn five_levels(total: u32) -> &'static str {
    match total {
        0 => "none",
        1..=5 => "mild",
        6..=10 => "moderate",
        11..=19 => "high",
        _ => "very_high",
    }
}

/// Checks the judgement of a full sheet.
fn check_sheet(judgement: &Judgement, present: u32) {
    let total = total(present);
    assert_eq!(known(judgement.score), Some(Exact::whole(total)), "{present:024b}");
    let clinical = Exact::whole(total - serology(present));
    assert_eq!(known(judgement.clinical), Some(clinical), "{present:024b}");
    let band = Some(Category::Known(five_levels(total)));
    assert_eq!(judgement.category, band, "{present:024b}");
}

/// The visits of which the current one has a full sheet.
fn visits(present: u32) -> Visits {
    Visits { current: sheet(present), ..Visits::BLANK }
}

#[test]
fn all_sixteen_million_sheets_add_up() {
    const SHEETS: u32 = 1 << 24;
    let threads = thread::available_parallelism().map_or(2, |threads| threads.get().min(16)) as u32;
    let share = SHEETS.div_ceil(threads);
    thread::scope(|scope| {
        for worker in 0..threads {
            scope.spawn(move || {
                let sheets = worker * share..SHEETS.min((worker + 1) * share);
                // In the order of a Gray code, one descriptor changes at a time.
                let code = |sheet: u32| sheet ^ sheet >> 1;
                let mut visits = visits(code(sheets.start));
                for number in sheets {
                    let present = code(number);
                    let changed = number.trailing_zeros().min(23);
                    let answer = seen(present >> changed & 1 == 1);
                    visits.current.set(DESCRIPTORS[changed as usize], answer);
                    check_sheet(&sledai::SLEDAI_2K.judge(&Choices::default(), &visits), present);
                }
            });
        }
    });
}

#[test]
fn the_four_sheets_add_up_alike() {
    // A step that shares no factor with 2^24 comes past descriptors of every kind.
    for present in (0..1 << 24).step_by(4099) {
        let visits = visits(present);
        for sledai in sledai::ALL {
            check_sheet(&sledai.judge(&Choices::default(), &visits), present);
        }
    }
}

/// A band scheme and the band that it gives a total.
type Scheme = (&'static str, fn(u32) -> &'static str);

#[test]
fn every_total_falls_into_its_band_under_every_scheme() {
    let schemes: [Scheme; 3] = [
        ("five_level", five_levels),
        ("four_level", |total| match total {
            0 => "none",
            1..=4 => "low",
            5..=10 => "moderate",
            _ => "high",
        }),
        ("bsr", |total| match total {
            0 => "none",
            1..=5 => "mild",
            6..=12 => "moderate",
            _ => "severe",
        }),
    ];
    for goal in 0..=105 {
        let visits = Visits { current: of_total(goal), ..Visits::BLANK };
        for (scheme, band) in schemes {
            for sledai in sledai::ALL {
                let choices = choices(sledai, &[scheme, "10"]);
                let category = sledai.judge(&choices, &visits).category;
                assert_eq!(category, Some(Category::Known(band(goal))), "{goal} under {scheme}");
            }
        }
    }
}

// DORIS

#[test]
fn remission_is_the_conjunction_of_its_criteria_in_every_combination() {
    use Verdict::{Met, NotMet, Undetermined};
    let doris = instrument("doris-2021");
    let every = [Met, NotMet, Undetermined];
    for activity in every {
        for global in every {
            for dose in every {
                for stable in every {
                    let criteria = [activity, global, dose, stable];
                    let mut visits = visits(0);
                    let visit = &mut visits.current;
                    let value = |met: Verdict| tenths(if met == Met { 0 } else { 300 });
                    match activity {
                        Met => {}
                        NotMet => visit.set(Item::Fever, seen(true)),
                        Undetermined => {
                            visit.set(Item::Fever, Answer::Finding(Finding::NotAssessed))
                        }
                    }
                    if global != Undetermined {
                        visit.set(Item::Pga, value(global));
                    }
                    if dose != Undetermined {
                        visit.set(Item::Glucocorticoid, value(dose));
                    }
                    if stable != Undetermined {
                        visit.set(Item::TherapyStable, Answer::Attested(stable == Met));
                    }
                    let expected = if criteria.contains(&NotMet) {
                        NotMet
                    } else if criteria.contains(&Undetermined) {
                        Undetermined
                    } else {
                        Met
                    };
                    let judgement = doris.judge(&Choices::default(), &visits);
                    assert_eq!(judgement.verdict, Some(expected), "{criteria:?}");
                    let open = criteria.iter().filter(|verdict| **verdict == Undetermined).count();
                    let missing = if expected == Undetermined { open } else { 0 };
                    assert_eq!(judgement.missing.len(), missing, "{criteria:?}");
                }
            }
        }
    }
}

// EUSTAR

#[test]
fn every_activity_index_is_the_sum_of_its_thousandths() {
    let eustar = instrument("eustar-2017");
    for rule in ["fractional", "binary"] {
        let choices = choices(eustar, &[rule]);
        for signs in 0_u32..1 << 5 {
            let sign = |bit: u32| signs >> bit & 1 == 1;
            for skin in 0..=51 {
                let current = Visit::from_iter([
                    (Item::SkinWorsening, seen(sign(0))),
                    (Item::DigitalUlcers, seen(sign(1))),
                    (Item::Mrss, Answer::Count(skin.into())),
                    (Item::TendonFrictionRubs, seen(sign(2))),
                    (Item::Crp, tenths(if sign(3) { 11 } else { 10 })),
                    (Item::DlcoPercent, tenths(if sign(4) { 699 } else { 700 })),
                ]);
                let skin_points = match (skin, rule) {
                    (19.., _) => 1500,
                    (_, "fractional") => (84 * skin).min(1500),
                    _ => 0,
                };
                let points = [1500, 1500, 2250, 2250, 1000];
                let signs: u32 =
                    (0..).zip(points).map(|(bit, points)| points * u32::from(sign(bit))).sum();
                let expected = skin_points + signs;
                let judgement = eustar.judge(&choices, &Visits { current, ..Visits::BLANK });
                assert_eq!(
                    known(judgement.score),
                    Some(Exact::whole(expected) / Exact::integer(1000))
                );
                let verdict = if expected >= 2500 { Verdict::Met } else { Verdict::NotMet };
                assert_eq!(judgement.verdict, Some(verdict), "{expected} thousandths");
            }
        }
    }
}

// Myositis

/// The points of the five levels of a measure, in tenths, and its cuts in
/// percent.
struct Levels {
    cuts: [i64; 4],
    points: [i64; 5],
}

impl Levels {
    /// The tenths of points of an improvement by `change` on a range. Both in
    /// the same unit.
    fn of(&self, change: i64, range: i64) -> i64 {
        let passed = self.cuts.iter().filter(|cut| change * 100 > **cut * range).count();
        self.points[passed]
    }
}

const PHYSICIAN: Levels = Levels { cuts: [5, 15, 25, 40], points: [0, 75, 150, 175, 200] };
const PATIENT: Levels = Levels { cuts: [5, 15, 25, 40], points: [0, 25, 50, 75, 100] };
const STRENGTH: Levels = Levels { cuts: [2, 10, 20, 30], points: [0, 100, 200, 275, 325] };
const DISABILITY: Levels = Levels { cuts: [5, 15, 25, 40], points: [0, 50, 75, 75, 100] };
const ENZYME: Levels = Levels { cuts: [5, 15, 25, 40], points: [0, 25, 50, 75, 75] };
const EXTRAMUSCULAR: Levels = Levels { cuts: [5, 15, 25, 40], points: [0, 75, 125, 150, 200] };

/// The points of one part of a comparison of two answers, in tenths.
fn points(choices: Choices, item: Item, part: &str, baseline: Answer, current: Answer) -> Exact {
    let visits = Visits {
        baseline: Visit::from_iter([(item, baseline)]),
        current: Visit::from_iter([(item, current)]),
        ..Visits::BLANK
    };
    let judgement = instrument("acr-eular-myositis-2016").judge(&choices, &visits);
    let part = judgement.parts.into_iter().find(|it| it.id == part).expect("the part is there");
    match part.outcome {
        Outcome::Points(points) => {
            points.known().expect("both visits are known") * Exact::integer(10)
        }
        Outcome::Criterion(_) => panic!("it has points"),
    }
}

#[test]
fn every_pair_of_marks_on_a_scale_of_ten_centimetres_reaches_its_level() {
    for (item, levels) in [
        (Item::PhysicianGlobal, PHYSICIAN),
        (Item::PatientGlobal, PATIENT),
        (Item::ExtramuscularGlobal, EXTRAMUSCULAR),
    ] {
        for before in 0..=100 {
            for after in 0..=100 {
                let points =
                    points(Choices::default(), item, item.id(), tenths(before), tenths(after));
                let expected = levels.of(i64::from(before) - i64::from(after), 100);
                assert_eq!(
                    points,
                    Exact::integer(expected),
                    "{item:?} from {before} to {after} mm"
                );
            }
        }
    }
}

#[test]
fn every_pair_of_strength_totals_reaches_its_level_on_every_scale() {
    let myositis = instrument("acr-eular-myositis-2016");
    for (scale, highest) in
        [("mmt8_bilateral", 150), ("mmt8_unilateral", 80), ("mmt24", 260), ("cmas", 52)]
    {
        let choices = choices(myositis, &["juvenile", scale, "auto"]);
        for before in 0..=highest {
            for after in 0..=highest {
                let points = points(
                    choices,
                    Item::Strength,
                    "strength",
                    fraction(before, 1),
                    fraction(after, 1),
                );
                let expected =
                    STRENGTH.of(i64::from(after) - i64::from(before), i64::from(highest));
                assert_eq!(points, Exact::integer(expected), "{scale} from {before} to {after}");
            }
        }
    }
}

#[test]
fn every_pair_of_disability_indices_reaches_its_level() {
    // In steps of an eighth, as the index comes, and of a fiftieth.
    for (highest, parts) in [(24, 8), (150, 50)] {
        for before in 0..=highest {
            for after in 0..=highest {
                let points = points(
                    Choices::default(),
                    Item::Haq,
                    "haq",
                    fraction(before, parts),
                    fraction(after, parts),
                );
                let expected =
                    DISABILITY.of(i64::from(before) - i64::from(after), i64::from(highest));
                assert_eq!(
                    points,
                    Exact::integer(expected),
                    "from {before} to {after} of {highest}"
                );
            }
        }
    }
}

#[test]
fn every_pair_of_enzyme_multiples_reaches_its_level() {
    let myositis = instrument("acr-eular-myositis-2016");
    for (item, range) in
        [(Item::Ck, 15), (Item::Aldolase, 6), (Item::Ldh, 3), (Item::Ast, 3), (Item::Alt, 3)]
    {
        let choices = choices(myositis, &["adult", "mmt8_bilateral", item.id()]);
        // In twentieths of the range; each laboratory has a limit of its own.
        let measured = |twentieths: u32, limit: u32| {
            let limit = Exact::whole(limit);
            let value = Exact::whole(twentieths * range) / Exact::integer(20) * limit;
            Answer::Measured(Measured { value: Span::exactly(value), limit: Some(limit) })
        };
        for before in 0..=40 {
            for after in 0..=40 {
                let points =
                    points(choices, item, "enzyme", measured(before, 7), measured(after, 40));
                let expected = ENZYME.of(i64::from(before) - i64::from(after), 20);
                assert_eq!(
                    points,
                    Exact::integer(expected),
                    "{item:?} from {before} to {after} twentieths"
                );
            }
        }
    }
}
