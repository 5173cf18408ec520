//! The descriptors of one visit, read and added up.

use super::descriptor::{self, Derived};
use super::sheet::{Descriptor, NEW_OR_RISING, PROTEIN_ABOVE, SEROLOGY, Sheet};
use crate::items::{Counted, Item, Visit, Visits};
use crate::scoring::{Bounds, Exact, Finding, Mention, Outcome, Part, PartValue, Role, Span};

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
    /// The descriptors that are open.
    pub missing: Vec<Mention>,
    /// Entries that a measured value contradicts.
    pub conflicts: Vec<Mention>,
    /// Descriptors that count from a number alone.
    pub unattributed: Vec<Mention>,
    /// Descriptors whose value stands exactly where sources differ.
    pub boundary: Vec<Mention>,
}

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
    /// Reads the descriptors of a visit on a sheet.
    pub(in crate::instruments) fn of(sheet: &Sheet, sitting: &Sitting, scope: Scope) -> Tally {
        let mut tally = Tally {
            total: Bounds::exactly(Exact::ZERO),
            clinical: Bounds::exactly(Exact::ZERO),
            parts: Vec::with_capacity(sheet.descriptors.len()),
            missing: Vec::new(),
            conflicts: Vec::new(),
            unattributed: Vec::new(),
            boundary: Vec::new(),
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
        tally.examine_earlier_protein(sheet, sitting);
        tally
    }

    /// Reads one descriptor and gives its lowest and highest points.
    fn read(&mut self, descriptor: &Descriptor, sitting: &Sitting) -> (u32, u32) {
        let Descriptor { item, weight, derivation } = *descriptor;
        let entered = sitting.visit.finding(item);
        let derived = descriptor::derive(derivation, sitting);
        let mention = Mention::of(sitting.role, item.id());
        if contradicts(derived, entered) {
            self.conflicts.push(mention);
        }
        let (counts, value) = match (entered.counts(), derived) {
            (Some(counts), _) => (Some(counts), PartValue::State(entered)),
            (None, Derived::Known(counts, value)) => {
                if counts && NEEDS_ATTRIBUTION.contains(&item) {
                    self.unattributed.push(mention);
                }
                (Some(counts), value.map_or(PartValue::Open, PartValue::Number))
            }
            (None, open @ (Derived::NeedsEarlier | Derived::NeedsBoth | Derived::Unknown)) => {
                if open != Derived::NeedsEarlier {
                    self.missing.push(mention);
                }
                if open != Derived::Unknown {
                    let role = sitting.earlier.map_or(sitting.role, |(role, _)| role);
                    self.missing.push(Mention::of(role, item.id()));
                }
                (None, PartValue::Open)
            }
        };
        if entered == Finding::NotAssessed && on_boundary(item, sitting.visit) {
            self.boundary.push(mention);
        }
        let (lowest, highest) = match counts {
            Some(true) => (weight, weight),
            Some(false) => (0, 0),
            None => (0, weight),
        };
        let points = Bounds::between(Exact::from(lowest), Exact::from(highest));
        self.parts.push(Part::new(item.id(), Outcome::Points(points), value));
        (lowest, highest)
    }

    /// Where a sheet compares with an earlier protein value, that visit is read
    /// too, and can contradict itself or the statement that there was none.
    fn examine_earlier_protein(&mut self, sheet: &Sheet, sitting: &Sitting) {
        if !sheet.compares_protein {
            return;
        }
        let Some((role, visit)) = sitting.earlier else { return };
        let Some(_) = descriptor::protein(visit) else { return };
        if sitting.visit.attested(Item::FirstVisit) == Some(true) {
            self.conflicts.push(Mention::of(sitting.role, Item::FirstVisit.id()));
        }
        let entered = visit.finding(Item::Proteinuria);
        let alone = Sitting { role, visit, earlier: None };
        let mention = Mention::of(role, Item::Proteinuria.id());
        if contradicts(descriptor::derive(Some(NEW_OR_RISING), &alone), entered) {
            self.conflicts.push(mention);
        }
        // An earlier ratio that makes today's proteinuria new is one that the
        // other convention would have counted then.
        let derives = sitting.visit.finding(Item::Proteinuria) == Finding::NotAssessed
            && descriptor::protein(sitting.visit).is_some_and(|(kind, now)| {
                kind == Item::Upcr && PROTEIN_ABOVE.decides(now) == Some(true)
            });
        if derives
            && visit.measured(Item::Upcr).is_some_and(|ratio| between_conventions(&ratio.value))
        {
            self.boundary.push(mention);
        }
    }
}

/// Whether a measured value says the opposite of what was entered. What was
/// attributed to another cause contradicts no number.
fn contradicts(derived: Derived, entered: Finding) -> bool {
    match (derived, entered) {
        (Derived::Known(derived, _), Finding::Present) => !derived,
        (Derived::Known(derived, _), Finding::Absent) => derived,
        (Derived::Known(..), Finding::NotAssessed | Finding::OtherCause)
        | (Derived::Unknown | Derived::NeedsEarlier | Derived::NeedsBoth, _) => false,
    }
}

/// Whether the value behind a descriptor stands where sources differ.
fn on_boundary(item: Item, visit: &Visit) -> bool {
    #[allow(clippy::wildcard_enum_match_arm, reason = "sources differ on two descriptors")]
    match item {
        Item::Arthritis => visit.count(Item::InflamedJoints) == Some(Counted::exactly(2)),
        Item::Proteinuria => match descriptor::protein(visit) {
            Some((Item::Upcr, ratio)) => between_conventions(ratio),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a known ratio lies above the convention of 50 mg/mmol, and not above
/// the 56.5 that half a gram per gram comes to.
fn between_conventions(ratio: &Span) -> bool {
    ratio.known().is_some_and(|ratio| ratio > Exact::ratio(50, 113) && !PROTEIN_ABOVE.holds(ratio))
}
