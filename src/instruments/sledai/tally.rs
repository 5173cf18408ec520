//! The descriptors of one visit, read and added up.

use super::sheet::{Descriptor, NEW_OR_RISING, PROTEIN_ABOVE, SEROLOGY, Sheet};
use super::totals::{Open, Undecided};
use crate::instruments::derivation::protein;
use crate::instruments::finding::{Told, contradicts};
use crate::items::{Counted, Item, Visit, Visits};
use crate::scoring::{
    Bounds, Exact, Finding, Judgement, Mention, Outcome, Part, Role, Span, WarningCode,
};

/// A visit as a sheet reads it: with the visit before it, where that is known.
pub(in crate::instruments) struct Sitting<'a> {
    /// Which visit it is.
    pub role: Role,
    /// The visit.
    pub visit: &'a Visit,
    /// The visit before it.
    pub earlier: Option<(Role, &'a Visit)>,
}

impl<'a> Sitting<'a> {
    /// The current visit after the previous one.
    pub(in crate::instruments) fn of_current(visits: &'a Visits) -> Sitting<'a> {
        Sitting {
            role: Role::Current,
            visit: &visits.current,
            earlier: Some((Role::Previous, &visits.previous)),
        }
    }

    /// An earlier visit as it stood then: nothing is known of one before it.
    pub(in crate::instruments) fn alone(role: Role, visits: &'a Visits) -> Sitting<'a> {
        Sitting { role, visit: visits.of(role), earlier: None }
    }
}

/// Which descriptors are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::instruments) enum Scope {
    /// All 24.
    All,
    /// The 22 without serology.
    Clinical,
}

/// The descriptors of a visit, added up.
pub(in crate::instruments) struct Tally {
    /// The total, or what it can still be.
    pub total: Bounds,
    /// The total without serology.
    pub clinical: Bounds,
    /// The rows in the order of the sheet.
    pub parts: Vec<Part>,
    /// What the total rests on.
    pub undecided: Undecided,
    /// What a reader must know of the visit.
    pub remarks: Remarks,
}

/// What a reader must know of a visit, or of several.
#[derive(Clone, Debug, Default)]
pub(in crate::instruments) struct Remarks {
    /// Entries that a measured value contradicts.
    pub conflicts: Vec<Mention>,
    /// Descriptors that count from a number alone.
    pub unattributed: Vec<Mention>,
    /// Descriptors whose value stands exactly where sources differ.
    pub boundary: Vec<Mention>,
    /// Totals that were taken from a record, each with its source where nobody
    /// named that.
    pub recorded: Vec<Mention>,
    /// Totals of a record that findings go before, which leave the total open.
    pub unused: Vec<Mention>,
}

impl Remarks {
    /// The remarks on this visit and on another, each once: an earlier value is
    /// examined for its own visit and for what has changed since.
    pub(in crate::instruments) fn and(mut self, other: Remarks) -> Remarks {
        let add = |to: &mut Vec<Mention>, more: Vec<Mention>| {
            for mention in more {
                if !to.contains(&mention) {
                    to.push(mention);
                }
            }
        };
        add(&mut self.conflicts, other.conflicts);
        add(&mut self.unattributed, other.unattributed);
        add(&mut self.boundary, other.boundary);
        add(&mut self.recorded, other.recorded);
        add(&mut self.unused, other.unused);
        self
    }

    /// Warns of them.
    pub(in crate::instruments) fn warn(self, judgement: &mut Judgement) {
        judgement.warn(WarningCode::Conflict, self.conflicts);
        judgement.warn(WarningCode::AttributionUnconfirmed, self.unattributed);
        judgement.warn(WarningCode::Boundary, self.boundary);
        judgement.warn(WarningCode::TotalEntered, self.recorded);
        judgement.warn(WarningCode::TotalNotUsed, self.unused);
    }
}

/// What a total of a sheet may be warned of.
pub(in crate::instruments) const WARNS_OF_TOTALS: [WarningCode; 5] = [
    WarningCode::Conflict,
    WarningCode::AttributionUnconfirmed,
    WarningCode::Boundary,
    WarningCode::TotalEntered,
    WarningCode::TotalNotUsed,
];

/// What a state of low activity or none may be warned of: its findings, which no
/// total of a record stands for, and a pulse that its dose leaves out.
pub(in crate::instruments) const WARNS_IN_REMISSION: [WarningCode; 4] = [
    WarningCode::Conflict,
    WarningCode::AttributionUnconfirmed,
    WarningCode::Boundary,
    WarningCode::RecentPulse,
];

/// Numbers that infection, drugs or lymphodepletion change as well.
const NEEDS_ATTRIBUTION: [Item; 6] = [
    Item::Fever,
    Item::Leukopenia,
    Item::Thrombocytopenia,
    Item::Pyuria,
    Item::Hematuria,
    Item::Proteinuria,
];

/// Points that are certain and points that are possible.
#[derive(Clone, Copy, Default)]
struct Sum {
    lowest: u32,
    highest: u32,
}

impl Sum {
    fn add(&mut self, lowest: u32, highest: u32) {
        self.lowest += lowest;
        self.highest += highest;
    }

    fn bounds(self) -> Bounds {
        Bounds::between(Exact::from(self.lowest), Exact::from(self.highest))
    }
}

impl Tally {
    /// Reads all descriptors of a visit on a sheet or, where none was answered,
    /// the total that a record holds.
    pub(in crate::instruments) fn of_total(sheet: &Sheet, sitting: &Sitting) -> Tally {
        Tally::of(sheet, sitting, Scope::All).or_recorded(sheet, sitting)
    }

    /// Reads the descriptors of a visit on a sheet.
    pub(in crate::instruments) fn of(sheet: &Sheet, sitting: &Sitting, scope: Scope) -> Tally {
        let mut tally = Tally {
            total: Bounds::exactly(Exact::ZERO),
            clinical: Bounds::exactly(Exact::ZERO),
            parts: Vec::with_capacity(sheet.descriptors.len()),
            undecided: Undecided::default(),
            remarks: Remarks::default(),
        };
        let (mut total, mut clinical) = (Sum::default(), Sum::default());
        for descriptor in &sheet.descriptors {
            let serological = SEROLOGY.contains(&descriptor.item);
            if serological && scope == Scope::Clinical {
                continue;
            }
            let (lowest, highest) = tally.read(descriptor, sitting);
            total.add(lowest, highest);
            if !serological {
                clinical.add(lowest, highest);
            }
        }
        tally.total = total.bounds();
        tally.clinical = clinical.bounds();
        tally.undecided.certain = total.lowest;
        tally.examine_earlier_protein(sheet, sitting);
        tally
    }

    /// The total that a record holds where no descriptor was answered; where one
    /// was, the descriptors, which it can contradict.
    fn or_recorded(mut self, sheet: &Sheet, sitting: &Sitting) -> Tally {
        let Sitting { role, visit, .. } = *sitting;
        let Some(total) = visit.count(sheet.total) else { return self };
        let mention = Mention::of(role, sheet.total.id());
        let (lowest, highest) = (Exact::from(total.lowest()), Exact::from(total.highest()));
        if sheet.descriptors.iter().any(|descriptor| is_answered(visit, descriptor.item)) {
            // Points come in steps: what lies between the ends may still be no sum.
            if !self.undecided.totals().any(|sum| total.allows(sum)) {
                self.remarks.conflicts.push(mention);
            } else if !self.undecided.open.is_empty() {
                self.remarks.unused.push(mention);
            }
            return self;
        }
        self.total = Bounds::between(lowest, highest);
        let most = highest.min(self.clinical.highest());
        self.clinical = Bounds::between(clinical_of(total.lowest()), most);
        self.parts.clear();
        self.undecided = Undecided { recorded: Some((mention, total)), ..Undecided::default() };
        self.remarks.recorded.push(mention);
        if visit.code(Item::SledaiTotalSource).is_none() {
            self.remarks.recorded.push(Mention::of(role, Item::SledaiTotalSource.id()));
        }
        self
    }

    /// What could still change the total.
    pub(in crate::instruments) fn missing(&self) -> Vec<Mention> {
        self.undecided.missing()
    }

    /// Reads one descriptor and gives its lowest and highest points.
    fn read(&mut self, descriptor: &Descriptor, sitting: &Sitting) -> (u32, u32) {
        let Descriptor { item, weight, derivation } = *descriptor;
        let Sitting { role, visit, earlier } = *sitting;
        let told = Told::of(item, derivation, (role, visit), earlier);
        let mention = Mention::of(role, item.id());
        if told.contradicts {
            self.remarks.conflicts.push(mention);
        }
        if told.by_number && NEEDS_ATTRIBUTION.contains(&item) {
            self.remarks.unattributed.push(mention);
        }
        if visit.finding(item) == Finding::NotAssessed && on_boundary(item, visit) {
            self.remarks.boundary.push(mention);
        }
        let (lowest, highest) = match told.counts {
            Some(true) => (weight, weight),
            Some(false) => (0, 0),
            None => (0, weight),
        };
        if told.counts.is_none() {
            self.undecided.open.push(Open { item, weight, mentions: told.open });
        }
        let points = Bounds::between(Exact::from(lowest), Exact::from(highest));
        self.parts.push(Part::new(item.id(), Outcome::Points(points), told.value));
        (lowest, highest)
    }

    /// Where a sheet compares with an earlier protein value, that visit is read
    /// too, and can contradict itself or the statement that there was none.
    fn examine_earlier_protein(&mut self, sheet: &Sheet, sitting: &Sitting) {
        if !sheet.compares_protein {
            return;
        }
        let Some((role, visit)) = sitting.earlier else { return };
        let Some(_) = protein(visit) else { return };
        if sitting.visit.attested(Item::FirstVisit) == Some(true) {
            self.remarks.conflicts.push(Mention::of(sitting.role, Item::FirstVisit.id()));
        }
        let entered = visit.finding(Item::Proteinuria);
        let mention = Mention::of(role, Item::Proteinuria.id());
        if contradicts(NEW_OR_RISING.read(visit, None), entered) {
            self.remarks.conflicts.push(mention);
        }
        // An earlier ratio that makes today's proteinuria new is one that the
        // other convention would have counted then.
        let derives = sitting.visit.finding(Item::Proteinuria) == Finding::NotAssessed
            && protein(sitting.visit).is_some_and(|(kind, now)| {
                kind == Item::Upcr && PROTEIN_ABOVE.decides(now) == Some(true)
            });
        if derives
            && visit.measured(Item::Upcr).is_some_and(|ratio| between_conventions(&ratio.value))
        {
            self.remarks.boundary.push(mention);
        }
    }
}

/// Whether anything was said of a descriptor at a visit.
fn is_answered(visit: &Visit, item: Item) -> bool {
    let is_measured = |by: &Item| visit.answer(*by).is_some();
    visit.finding(item) != Finding::NotAssessed || item.measured_by().iter().any(is_measured)
}

/// The lowest clinical score of a total: as much of it as can be serology, which
/// counts two points each.
fn clinical_of(total: u32) -> Exact {
    let serology = [4, 2].into_iter().find(|serology| *serology <= total).unwrap_or_default();
    Exact::from(total - serology)
}

/// Whether the value behind a descriptor stands where sources differ.
fn on_boundary(item: Item, visit: &Visit) -> bool {
    #[allow(clippy::wildcard_enum_match_arm, reason = "sources differ on two descriptors")]
    match item {
        Item::Arthritis => visit.count(Item::InflamedJoints) == Some(Counted::exactly(2)),
        Item::Proteinuria => is_ratio_on_boundary(visit),
        _ => false,
    }
}

/// Whether protein is told by a ratio that one convention counts and the other
/// does not.
pub(in crate::instruments) fn is_ratio_on_boundary(visit: &Visit) -> bool {
    matches!(protein(visit), Some((Item::Upcr, ratio)) if between_conventions(ratio))
}

/// Whether a known ratio lies above the convention of 50 mg/mmol, and not above
/// the 56.5 that half a gram per gram comes to.
fn between_conventions(ratio: &Span) -> bool {
    ratio.known().is_some_and(|ratio| ratio > Exact::ratio(50, 113) && !PROTEIN_ABOVE.holds(ratio))
}
