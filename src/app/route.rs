//! The pages and their addresses, which are fragments: no server has to know
//! them, and none is ever told.

use crate::instruments::{Definition, find};

/// A page.
#[derive(Clone, Copy, Debug)]
pub enum Route {
    /// The list of instruments.
    Home,
    /// The form of one.
    Instrument(&'static Definition),
    /// No page has this address.
    Unknown,
}

impl Route {
    /// The page of a fragment.
    pub fn parse(fragment: &str) -> Route {
        match fragment.trim_start_matches('#').trim_start_matches('/') {
            "" => Route::Home,
            id => find(id).map_or(Route::Unknown, |found| Route::Instrument(found.definition())),
        }
    }

    /// The fragment of a page.
    pub fn fragment(self) -> String {
        match self {
            Route::Home | Route::Unknown => "#/".to_owned(),
            Route::Instrument(definition) => format!("#/{}", definition.id),
        }
    }
}

impl PartialEq for Route {
    fn eq(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Home, Route::Home) | (Route::Unknown, Route::Unknown) => true,
            (Route::Instrument(one), Route::Instrument(other)) => one.id == other.id,
            (Route::Home | Route::Instrument(_) | Route::Unknown, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::REGISTRY;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        for instrument in REGISTRY {
            let page = Route::Instrument(instrument.definition());
            assert_eq!(Route::parse(&page.fragment()), page);
        }
        assert_eq!(Route::parse(&Route::Home.fragment()), Route::Home);
    }

    #[test]
    fn other_addresses_have_no_page() {
        for fragment in ["#/sledai-3k", "#/sledai-2k/", "#/<script>", "#/doris-2021?x=1"] {
            assert_eq!(Route::parse(fragment), Route::Unknown, "{fragment}");
        }
    }
}
