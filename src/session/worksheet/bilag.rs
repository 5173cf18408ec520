//! What is new in the nine domains of BILAG since the baseline.
//!
//! The letters are the result of a licensed form: they are read off it here,
//! and never computed. A domain that nobody looked up can still be new, so that
//! the counts are ranges until all nine are known.

use super::Marked;
use crate::items::Counted;

/// A domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BilagDomain {
    /// Constitutional.
    Constitutional,
    /// Skin and mucous membranes.
    Mucocutaneous,
    /// Nervous system and mind.
    Neuropsychiatric,
    /// Joints and muscles.
    Musculoskeletal,
    /// Heart and lung.
    Cardiorespiratory,
    /// Gut.
    Gastrointestinal,
    /// Eyes.
    Ophthalmic,
    /// Kidney.
    Renal,
    /// Blood.
    Haematological,
}

impl BilagDomain {
    /// All nine, in the order of the form.
    pub const ALL: [BilagDomain; 9] = [
        BilagDomain::Constitutional,
        BilagDomain::Mucocutaneous,
        BilagDomain::Neuropsychiatric,
        BilagDomain::Musculoskeletal,
        BilagDomain::Cardiorespiratory,
        BilagDomain::Gastrointestinal,
        BilagDomain::Ophthalmic,
        BilagDomain::Renal,
        BilagDomain::Haematological,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BilagDomain::Constitutional => "constitutional",
            BilagDomain::Mucocutaneous => "mucocutaneous",
            BilagDomain::Neuropsychiatric => "neuropsychiatric",
            BilagDomain::Musculoskeletal => "musculoskeletal",
            BilagDomain::Cardiorespiratory => "cardiorespiratory",
            BilagDomain::Gastrointestinal => "gastrointestinal",
            BilagDomain::Ophthalmic => "ophthalmic",
            BilagDomain::Renal => "renal",
            BilagDomain::Haematological => "haematological",
        }
    }

    /// The domain of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<BilagDomain> {
        BilagDomain::ALL.into_iter().find(|domain| domain.code() == code)
    }
}

/// What is known of a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BilagState {
    /// Nobody looked it up.
    #[default]
    NotAssessed,
    /// Neither a new A nor a new B.
    NotNew,
    /// A now, and not A at baseline.
    NewA,
    /// B now, and C, D or E at baseline.
    NewB,
}

impl BilagState {
    /// All states, as they are offered.
    pub const ALL: [BilagState; 4] =
        [BilagState::NotNew, BilagState::NewA, BilagState::NewB, BilagState::NotAssessed];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BilagState::NotAssessed => "not_assessed",
            BilagState::NotNew => "not_new",
            BilagState::NewA => "new_a",
            BilagState::NewB => "new_b",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<BilagState> {
        BilagState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The domains of a visit.
pub type BilagSheet = Marked<BilagDomain, BilagState>;

impl BilagSheet {
    /// In how many domains a state is new: as many as are marked, or up to as
    /// many more as are not known. `None` while nothing is marked.
    #[must_use]
    pub fn new_in(&self, state: BilagState) -> Option<Counted> {
        let marked = self.in_state(state);
        let unknown = BilagDomain::ALL.len().saturating_sub(self.marked().len());
        let highest = marked.saturating_add(u32::try_from(unknown).unwrap_or(u32::MAX));
        (self.known() > 0).then(|| Counted::between(marked, highest)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Item;

    #[test]
    fn a_code_is_its_domain_in_words_and_finds_it_again() {
        for domain in BilagDomain::ALL {
            assert_eq!(BilagDomain::from_code(domain.code()), Some(domain));
            assert_eq!(domain.code(), format!("{domain:?}").to_lowercase());
        }
        for state in BilagState::ALL {
            assert_eq!(BilagState::from_code(state.code()), Some(state));
        }
        assert!(BilagDomain::ALL.is_sorted());
    }

    #[test]
    fn a_blank_sheet_counts_nothing() {
        assert_eq!(BilagSheet::default().new_in(BilagState::NewA), None);
    }

    #[test]
    fn a_domain_that_is_not_known_could_still_be_new() {
        let mut sheet = BilagSheet::default();
        sheet.mark(BilagDomain::Renal, BilagState::NewA);
        sheet.mark(BilagDomain::Ophthalmic, BilagState::NotNew);
        assert_eq!(sheet.new_in(BilagState::NewA), Counted::between(1, 8));
        assert_eq!(sheet.new_in(BilagState::NewB), Counted::between(0, 7));
        sheet.mark_rest(&BilagDomain::ALL, BilagState::NotNew);
        assert_eq!(sheet.new_in(BilagState::NewA), Some(Counted::exactly(1)));
        assert_eq!(sheet.new_in(BilagState::NewB), Some(Counted::exactly(0)));
    }

    #[test]
    fn a_full_sheet_is_a_count_that_both_items_take() {
        for (item, state) in
            [(Item::BilagNewA, BilagState::NewA), (Item::BilagNewB, BilagState::NewB)]
        {
            let mut sheet = BilagSheet::default();
            sheet.mark_rest(&BilagDomain::ALL, state);
            assert_eq!(sheet.new_in(state), Some(Counted::exactly(item.highest_count())));
        }
    }
}
