//! The skin score, site by site.
//!
//! The grades are those of the visit: the table is another view of what was
//! typed there, and holds no copy of it. A site without a grade that can be
//! read could have any, so the sum is a lower bound until all 17 are there;
//! nothing is carried over from the other side or scaled up.

use super::{Counted, Side};
use crate::items::{Item, Kind};
use crate::session::{Field, Numeral, Record, VisitDraft, numeral};

/// A part of the body that the score looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SkinRegion {
    /// The face.
    Face,
    /// The front of the chest.
    AnteriorChest,
    /// The abdomen.
    Abdomen,
    /// The fingers.
    Fingers,
    /// The back of the hand.
    Hand,
    /// The forearm.
    Forearm,
    /// The upper arm.
    UpperArm,
    /// The thigh.
    Thigh,
    /// The lower leg.
    LowerLeg,
    /// The back of the foot.
    Foot,
}

impl SkinRegion {
    /// All regions, from the head down, each side's arm before its leg.
    pub const ALL: [SkinRegion; 10] = [
        SkinRegion::Face,
        SkinRegion::AnteriorChest,
        SkinRegion::Abdomen,
        SkinRegion::Fingers,
        SkinRegion::Hand,
        SkinRegion::Forearm,
        SkinRegion::UpperArm,
        SkinRegion::Thigh,
        SkinRegion::LowerLeg,
        SkinRegion::Foot,
    ];
}

/// A site of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkinSite {
    /// Its item.
    pub item: Item,
    /// Where it is.
    pub region: SkinRegion,
    /// On which side; `None` in the middle.
    pub side: Option<Side>,
}

const fn middle(item: Item, region: SkinRegion) -> SkinSite {
    SkinSite { item, region, side: None }
}

const fn right(item: Item, region: SkinRegion) -> SkinSite {
    SkinSite { item, region, side: Some(Side::Right) }
}

const fn left(item: Item, region: SkinRegion) -> SkinSite {
    SkinSite { item, region, side: Some(Side::Left) }
}

/// The 17 sites, in the order of the dictionary.
pub const SITES: [SkinSite; 17] = [
    middle(Item::MrssFace, SkinRegion::Face),
    middle(Item::MrssAnteriorChest, SkinRegion::AnteriorChest),
    middle(Item::MrssAbdomen, SkinRegion::Abdomen),
    right(Item::MrssFingersRight, SkinRegion::Fingers),
    left(Item::MrssFingersLeft, SkinRegion::Fingers),
    right(Item::MrssHandRight, SkinRegion::Hand),
    left(Item::MrssHandLeft, SkinRegion::Hand),
    right(Item::MrssForearmRight, SkinRegion::Forearm),
    left(Item::MrssForearmLeft, SkinRegion::Forearm),
    right(Item::MrssUpperArmRight, SkinRegion::UpperArm),
    left(Item::MrssUpperArmLeft, SkinRegion::UpperArm),
    right(Item::MrssThighRight, SkinRegion::Thigh),
    left(Item::MrssThighLeft, SkinRegion::Thigh),
    right(Item::MrssLowerLegRight, SkinRegion::LowerLeg),
    left(Item::MrssLowerLegLeft, SkinRegion::LowerLeg),
    right(Item::MrssFootRight, SkinRegion::Foot),
    left(Item::MrssFootLeft, SkinRegion::Foot),
];

impl SkinSite {
    /// The site of an item.
    #[must_use]
    pub fn of(item: Item) -> Option<SkinSite> {
        SITES.into_iter().find(|site| site.item == item)
    }
}

/// How the grade of a site was found where its skin is not the same all over.
/// It is recorded beside the score and changes nothing in it: scores by
/// different methods are not to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SkinMethod {
    /// The highest grade of the site.
    Maximum,
    /// The mean of the site, as a whole grade.
    Average,
    /// The grade of the area that stands for most of the site.
    Representative,
}

impl SkinMethod {
    /// All methods.
    pub const ALL: [SkinMethod; 3] =
        [SkinMethod::Maximum, SkinMethod::Average, SkinMethod::Representative];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            SkinMethod::Maximum => "maximum",
            SkinMethod::Average => "average",
            SkinMethod::Representative => "representative",
        }
    }

    /// The method of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<SkinMethod> {
        SkinMethod::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// A site and its grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradedSite<'a> {
    /// The site.
    pub site: SkinSite,
    /// What was typed for it; empty where nothing was.
    pub typed: &'a str,
    /// The grade, where it can be read.
    pub grade: Option<u32>,
}

/// The sites of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkinTable<'a> {
    /// All of them, in the order of the dictionary.
    pub sites: [GradedSite<'a>; 17],
}

impl<'a> SkinTable<'a> {
    /// The sites of a visit, as they were typed.
    #[must_use]
    pub fn of(visit: &'a VisitDraft) -> SkinTable<'a> {
        SkinTable {
            sites: SITES.map(|site| {
                let typed = visit.text(site.item, Field::Value);
                // What was carried over says nothing before it is confirmed.
                let carried = visit.record(site.item).is_some_and(Record::is_carried);
                let grade = grade(site.item, typed).filter(|_| !carried);
                GradedSite { site, typed, grade }
            }),
        }
    }

    /// How many sites have a grade.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.grades().count()
    }

    /// The sum of the grades: the score, or at least that much of it.
    #[must_use]
    pub fn total(&self) -> Counted {
        let total = self.grades().sum();
        if self.scored() == SITES.len() { Counted::Exactly(total) } else { Counted::AtLeast(total) }
    }

    fn grades(&self) -> impl Iterator<Item = u32> {
        self.sites.iter().filter_map(|site| site.grade)
    }
}

/// A grade, as it was typed.
fn grade(site: Item, typed: &str) -> Option<u32> {
    let (Kind::Count { highest }, Numeral::Number(number)) = (site.kind(), numeral(typed)) else {
        return None;
    };
    number.parse().ok().filter(|grade| *grade <= highest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Laboratory, VisitId};

    fn draft(grades: &[(Item, &str)]) -> VisitDraft {
        let mut visit = VisitDraft::new(VisitId(1));
        for (item, grade) in grades {
            visit.record_mut(*item, |record| record.type_into(Field::Value, (*grade).to_owned()));
        }
        visit
    }

    #[test]
    fn the_sites_are_those_of_the_dictionary() {
        assert_eq!(SITES.map(|site| site.item), Item::SKIN_SITES);
        for site in SITES {
            assert_eq!(SkinSite::of(site.item), Some(site));
        }
        assert_eq!(SkinSite::of(Item::Mrss), None);
    }

    #[test]
    fn a_site_lies_where_its_item_says() {
        for SkinSite { item, region, side } in SITES {
            let region = format!("{region:?}").to_lowercase();
            let side = side.map_or("", Side::code);
            let id = item.id().replace('_', "");
            assert_eq!(id, format!("mrss{region}{side}"));
        }
        assert!(SkinRegion::ALL.into_iter().all(|it| SITES.iter().any(|site| site.region == it)));
    }

    #[test]
    fn every_side_has_its_other() {
        for site in SITES {
            let mirrored = |other: &SkinSite| {
                other.region == site.region && other.side != site.side && other.side.is_some()
            };
            assert_eq!(SITES.iter().any(mirrored), site.side.is_some(), "{site:?}");
        }
    }

    #[test]
    fn the_sum_is_a_lower_bound_until_every_site_has_a_grade() {
        let blank = draft(&[]);
        let table = SkinTable::of(&blank);
        assert_eq!((table.scored(), table.total()), (0, Counted::AtLeast(0)));
        let two = draft(&[(Item::MrssFace, "2"), (Item::MrssHandLeft, "3")]);
        let table = SkinTable::of(&two);
        assert_eq!((table.scored(), table.total()), (2, Counted::AtLeast(5)));
        let carried = VisitDraft::carried_from(&two, VisitId(2));
        assert_eq!(SkinTable::of(&carried).scored(), 0);
        let all = draft(&Item::SKIN_SITES.map(|site| (site, "3")));
        let table = SkinTable::of(&all);
        assert_eq!((table.scored(), table.total()), (17, Counted::Exactly(51)));
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_typed_and_has_no_grade() {
        for typed in ["4", "-1", "1.5", "x", "", " "] {
            let draft = draft(&[(Item::MrssFace, typed)]);
            let table = SkinTable::of(&draft);
            assert_eq!(table.sites[0].grade, None, "{typed}");
            assert_eq!(table.sites[0].typed.trim(), typed.trim());
            assert_eq!(table.total(), Counted::AtLeast(0));
        }
    }

    /// The table and the reader of the visit see the same grades.
    #[test]
    fn the_table_reads_a_grade_as_the_visit_does() {
        for typed in ["0", "1", "2", "3", " 3 ", "03", "4", "1,5", "2.0", "x", "-0", "1'000"] {
            let draft = draft(&[(Item::MrssFace, typed)]);
            let table = SkinTable::of(&draft);
            let read = draft.read(&Laboratory::default()).visit.count(Item::MrssFace);
            assert_eq!(table.sites[0].grade, read, "{typed}");
        }
    }

    #[test]
    fn a_method_is_found_by_its_code() {
        for method in SkinMethod::ALL {
            assert_eq!(SkinMethod::from_code(method.code()), Some(method));
            assert_eq!(method.code(), format!("{method:?}").to_lowercase());
        }
        assert_eq!(SkinMethod::from_code("worst"), None);
    }
}
