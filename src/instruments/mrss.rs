//! The modified Rodnan skin score, site by site.
//!
//! # What it measures
//! How thick the skin is in systemic sclerosis: 17 sites, 0 to 3 each, 0 to 51.
//!
//! # The rule
//! A sum. Thickness counts, not tethering; a representative area of a site, not
//! its worst spot: general knowledge, both of it.
//!
//! # Missing answers
//! A site that nobody graded widens the score by 3, and is never 0. A total that
//! was entered as such is read by the activity indices, not here.
//!
//! # What it is not for
//! Totals of 26 sites or of grades up to 4, as older forms have them.
//!
//! # Sources
//! An abstract and a public form, for sites and range. Of Khanna 2017 only the
//! header was read.

use super::weighted_sum::{Reading, WeightedSum};
use super::{Choices, Combination, Definition, Disease, Instrument, Reads, Row, RowRule, Under};
use crate::items::{Item, Visits};
use crate::scoring::{Evidence, Exact, Fact, Judgement, Role, Source};

/// The instrument.
pub struct Mrss;

const SITES: Fact = Fact::new(
    Evidence::Secondary,
    "sites and range as an abstract and a public form have them; the wording of grades 2 and 3 is \
     unconfirmed",
);

/// The highest grade of a site.
pub(super) const HIGHEST_GRADE: u32 = 3;

static DEFINITION: Definition = Definition {
    reads: &[Reads { role: Role::Current, items: &Item::SKIN_SITES, under: Under::Always }],
    rows: &ROWS,
    range: Some((Exact::ZERO, Exact::integer(51))),
    sources: &[
        Source {
            key: "Khanna 2017",
            reference: "Khanna D et al. J Scleroderma Relat Disord 2017;2:11-18",
            doi: Some("10.5301/jsrd.5000231"),
            evidence: Evidence::Primary,
        },
        Source {
            key: "Clements 1995",
            reference: "Clements P et al. J Rheumatol 1995;22:1281-1285",
            doi: None,
            evidence: Evidence::Unconfirmed,
        },
        Source {
            key: "abstract and public form",
            reference: "Abstract 19605370 in PubMed, and a public form in code that lists the 17 \
                        sites",
            doi: None,
            evidence: Evidence::Secondary,
        },
    ],
    ..Definition::new("mrss", Disease::SystemicSclerosis, Combination::Sum)
};

#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
static ROWS: [Row; Item::SKIN_SITES.len()] = {
    let mut rows = [site(Item::MrssFace); Item::SKIN_SITES.len()];
    let mut at = 0;
    while at < rows.len() {
        rows[at] = site(Item::SKIN_SITES[at]);
        at += 1;
    }
    rows
};

const fn site(item: Item) -> Row {
    Row::new(item.id(), RowRule::Grade { item, highest: HIGHEST_GRADE }, SITES)
}

impl Instrument for Mrss {
    fn definition(&self) -> &'static Definition {
        &DEFINITION
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let rows = DEFINITION.rows_under(*choices);
        WeightedSum::of(rows, |row| Reading::of(&row.rule, &visits.current)).judgement()
    }
}
