//! The SLE responder index: SRI-4 to SRI-8.
//!
//! # What it measures
//! Whether lupus has improved since the baseline without getting worse
//! elsewhere.
//!
//! # The rule
//! All three: the SLEDAI total falls by at least 4 from the baseline (5 to 8 in
//! the stricter forms); no new BILAG A domain and at most one new B; the
//! physician global assessment rises by less than 0.3. The abstract words the
//! second "A or no more than one B"; what is meant, and what trials register, is
//! no A and at most one B. Whoever begins below 4 cannot respond.
//!
//! # Missing answers
//! One certain failure decides. A total is open while descriptors of either
//! visit are. Proteinuria on SELENA-SLEDAI and on the sheet of 1992 is compared
//! with the previous visit, or with the baseline as a whole where none was
//! given. The baseline's own total is taken as it stood then.
//!
//! # What it is not for
//! Response by what a protocol adds: prohibited drugs and dropping out count as
//! no response there, and are no part of the index.
//!
//! # Sources
//! Furie 2009.

use super::conjunction::Conjunction;
use super::sledai::{self, Sitting, Sledai, Tally};
use super::{
    Choices, Combination, Compared, Definition, Derivation, Disease, Instrument, OptionDefinition,
    OptionValue, Reads, Row, RowRule, Under,
};
use crate::items::{Counted, Item, Visit, Visits, scale};
use crate::scoring::{
    Evidence, Exact, Fact, Judgement, Mention, PartValue, Role, Source, Threshold, Verdict,
};

/// The instrument.
pub struct Sri;

const ABSTRACT: Fact = Fact::new(Evidence::Primary, "Furie 2009, abstract");
const NEW_DOMAINS: Fact = Fact::new(
    Evidence::Primary,
    "Furie 2009, abstract; that no new A is meant together with at most one B is secondary \
     (trial registrations)",
);
const STRICTER: Fact = Fact::new(Evidence::Secondary, "named in later reports");
const BASIS: Fact = Fact::new(Evidence::Choice, "later trials use other sheets as well");

/// By how much the total has to fall, the default first.
const FALLS: [u32; 5] = [4, 5, 6, 7, 8];
const NO_NEW_A: Threshold = Threshold::at_most(Exact::ZERO);
const AT_MOST_ONE_B: Threshold = Threshold::at_most(Exact::integer(1));
const GLOBAL_RISE_BELOW: Threshold = Threshold::below(Exact::ratio(3, 10));

/// The places of the options in the definition.
const N: usize = 0;
const SLEDAI: usize = 1;

/// The sheets, that of the original first.
static SHEETS: [&Sledai; 4] = [
    &sledai::SELENA_SLEDAI,
    &sledai::SLEDAI_2K,
    &sledai::SELENA_SLEDAI_HYBRID,
    &sledai::SLEDAI_1992,
];

/// SELENA and 1992 ask whether proteinuria is new or rising.
const NEEDS_EARLIER_PROTEIN: Under = Under::Choice { option: SLEDAI, places: &[0, 3] };

static DEFINITION: Definition = Definition {
    options: &[
        OptionDefinition {
            id: "n",
            values: &[
                OptionValue::new("4", ABSTRACT),
                OptionValue::new("5", STRICTER),
                OptionValue::new("6", STRICTER),
                OptionValue::new("7", STRICTER),
                OptionValue::new("8", STRICTER),
            ],
            integer: true,
            compared: Compared::Never,
        },
        OptionDefinition {
            id: "sledai",
            values: &[
                OptionValue::new("selena-sledai", ABSTRACT),
                OptionValue::new("sledai-2k", BASIS),
                OptionValue::new("selena-sledai-hybrid", BASIS),
                OptionValue::new("sledai-1992", BASIS),
            ],
            integer: false,
            compared: Compared::Never,
        },
    ],
    reads: &[
        Reads { role: Role::Baseline, items: &[Item::FirstVisit], under: NEEDS_EARLIER_PROTEIN },
        Reads { role: Role::Baseline, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Baseline, items: &sledai::ITEMS, under: Under::Always },
        total(Role::Baseline, &sledai::TOTAL_SELENA, &[0]),
        total(Role::Baseline, &sledai::TOTAL_2K, &[1]),
        total(Role::Baseline, &sledai::TOTAL_HYBRID, &[2]),
        total(Role::Baseline, &sledai::TOTAL_1992, &[3]),
        Reads { role: Role::Current, items: &[Item::FirstVisit], under: NEEDS_EARLIER_PROTEIN },
        Reads { role: Role::Current, items: &[Item::Pga], under: Under::Always },
        Reads { role: Role::Current, items: &sledai::ITEMS, under: Under::Always },
        Reads { role: Role::Current, items: &DOMAINS, under: Under::Always },
        total(Role::Current, &sledai::TOTAL_SELENA, &[0]),
        total(Role::Current, &sledai::TOTAL_2K, &[1]),
        total(Role::Current, &sledai::TOTAL_HYBRID, &[2]),
        total(Role::Current, &sledai::TOTAL_1992, &[3]),
        Reads { role: Role::Previous, items: &sledai::PROTEIN, under: NEEDS_EARLIER_PROTEIN },
    ],
    rows: &[
        falls(FALLS[0], ABSTRACT, &[0]),
        falls(FALLS[1], STRICTER, &[1]),
        falls(FALLS[2], STRICTER, &[2]),
        falls(FALLS[3], STRICTER, &[3]),
        falls(FALLS[4], STRICTER, &[4]),
        Row::new("bilag", RowRule::Counts(&NEW), NEW_DOMAINS),
        Row::new("pga", RowRule::Difference(GLOBAL_RISE_BELOW), ABSTRACT),
    ],
    warns: &sledai::WARNS_OF_TOTALS,
    sources: &[Source {
        key: "Furie 2009",
        reference: "Furie RA et al. Arthritis Rheum 2009;61:1143-1151",
        doi: Some("10.1002/art.24698"),
        evidence: Evidence::Primary,
    }],
    ..Definition::new("sri", Disease::Lupus, Combination::All)
};

/// The domains that got worse, and how many of each are allowed.
const NEW: [(Item, Threshold); 2] = [(Item::BilagNewA, NO_NEW_A), (Item::BilagNewB, AT_MOST_ONE_B)];
const DOMAINS: [Item; 2] = [NEW[0].0, NEW[1].0];

/// The total of a sheet, as a record may hold it.
const fn total(role: Role, items: &'static [Item], places: &'static [usize]) -> Reads {
    Reads { role, items, under: Under::Choice { option: SLEDAI, places } }
}

const fn falls(by: u32, fact: Fact, places: &'static [usize]) -> Row {
    Row::new("sledai_fall", RowRule::Difference(at_least_down(by)), fact).under(N, places)
}

/// A change by so much downwards, or more.
const fn at_least_down(by: u32) -> Threshold {
    Threshold::at_most(Exact::whole(by).negated())
}

impl Instrument for Sri {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn sheet(&self, choices: &Choices) -> &'static str {
        basis(choices).sheet().definition.id
    }

    fn derivation(&self, choices: &Choices, item: Item) -> Option<Derivation> {
        basis(choices).sheet().derivation(item)
    }

    fn derived(&self, choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        let (_, earlier) = earlier(visits);
        basis(choices).sheet().derived_after(&visits.current, earlier, item)
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let sheet = basis(choices).sheet();
        let sitting =
            Sitting { role: Role::Current, visit: &visits.current, earlier: Some(earlier(visits)) };
        let now = Tally::of_total(sheet, &sitting);
        let before = Tally::of_total(sheet, &Sitting::alone(Role::Baseline, visits));
        let mut criteria = Conjunction::new();
        add_fall(&mut criteria, choices, &before, &now);
        add_domains(&mut criteria, &visits.current);
        add_global(&mut criteria, visits);
        let mut judgement = Judgement {
            verdict: Some(criteria.verdict),
            missing: criteria.missing(),
            parts: criteria.parts,
            ..Judgement::default()
        };
        now.remarks.and(before.remarks).warn(&mut judgement);
        judgement
    }
}

/// The sheet whose totals are compared.
fn basis(choices: &Choices) -> &'static Sledai {
    let [default, others @ ..] = SHEETS;
    choices.meaning(SLEDAI, default, &others)
}

/// The visit that proteinuria is compared with: the previous one or, where none
/// was given, the baseline.
fn earlier(visits: &Visits) -> (Role, &Visit) {
    let role = if visits.previous.says_nothing() { Role::Baseline } else { Role::Previous };
    (role, visits.of(role))
}

/// Adds the fall of the total, and what could still change whether it is enough.
fn add_fall(criteria: &mut Conjunction, choices: &Choices, before: &Tally, now: &Tally) {
    let [default, others @ ..] = FALLS;
    let enough = choices.meaning(N, default, &others);
    let falls = |before: u32, now: u32| before >= now + enough;
    let fall = before.total - now.total;
    let verdict = Verdict::over(fall, |fall| fall >= Exact::from(enough));
    let (earlier, later) = (before.undecided.totals(), now.undecided.totals());
    let mut open = now.undecided.decisive(|without, with| {
        earlier.any(|before| falls(before, without) != falls(before, with))
    });
    open.extend(
        before
            .undecided
            .decisive(|without, with| later.any(|now| falls(without, now) != falls(with, now))),
    );
    let value = PartValue::known(fall.known());
    criteria.add("sledai_fall", verdict, value, &open);
}

/// Adds the new BILAG domains. They are two counts, of which neither alone is
/// what was read.
fn add_domains(criteria: &mut Conjunction, visit: &Visit) {
    let mut verdict = Verdict::Met;
    let mut open: Vec<Mention> = Vec::new();
    for (item, allowed) in NEW {
        let decided = visit.count(item).map(Counted::span).and_then(|it| allowed.decides(&it));
        verdict = verdict.and(Verdict::from_known(decided));
        if decided.is_none() {
            open.push(Mention::of(Role::Current, item.id()));
        }
    }
    criteria.add("bilag", verdict, PartValue::Open, &open);
}

/// Adds the change of the physician global assessment.
fn add_global(criteria: &mut Conjunction, visits: &Visits) {
    let read = |role: Role| {
        let number = visits.of(role).number(Item::Pga);
        (Mention::of(role, Item::Pga.id()), number.unwrap_or_else(|| scale::PGA.anything()))
    };
    let (now, before) = (read(Role::Current), read(Role::Baseline));
    let rise = now.1 - before.1;
    let open = [now, before].into_iter().filter(|(_, span)| span.known().is_none());
    let open: Vec<Mention> = open.map(|(mention, _)| mention).collect();
    let verdict = Verdict::from_known(GLOBAL_RISE_BELOW.decides(&rise));
    criteria.add("pga", verdict, PartValue::known(rise.known()), &open);
}
