//! The pages and their addresses, which are fragments: no server has to know
//! them, and none is ever told.

use crate::instruments::{Definition, find};
use crate::ui::{REFERENCE, reference_address};

/// A page.
#[derive(Clone, Copy, Debug)]
pub enum Route {
    /// What this is, and where to begin.
    Home,
    /// A visit, entered and scored.
    Visit,
    /// The visits of the course over time.
    Course,
    /// Several courses together.
    Cohort,
    /// What this is, what it rests on, and what it is not for.
    About,
    /// All that is to be told of an instrument, or the list of all of them.
    Reference(Option<&'static Definition>),
    /// A visit, entered and scored with one instrument.
    Instrument(&'static Definition),
    /// An invented patient.
    Example(&'static str),
    /// No page has this address.
    Unknown,
}

/// The invented patients, by the names of their files.
pub const EXAMPLES: [&str; 4] = ["lupus", "sclerosis", "myositis", "infusion"];

/// Before the name of an example in an address.
const EXAMPLE: &str = "example/";

/// The instrument that an address below that of the list names.
fn of_reference(name: &str) -> Option<&str> {
    name.strip_prefix(REFERENCE)?.strip_prefix('/')
}

impl Route {
    /// The page of a fragment.
    pub fn parse(fragment: &str) -> Route {
        match fragment.trim_start_matches('#').trim_start_matches('/') {
            "" => Route::Home,
            "visit" => Route::Visit,
            "course" => Route::Course,
            "cohort" => Route::Cohort,
            "about" => Route::About,
            REFERENCE => Route::Reference(None),
            name if let Some(id) = of_reference(name) => match find(id) {
                Some(it) => Route::Reference(Some(it.definition())),
                None => Route::Unknown,
            },
            name => {
                let example = name.strip_prefix(EXAMPLE);
                let example = EXAMPLES.into_iter().find(|known| example == Some(known));
                let instrument = || find(name).map(|it| Route::Instrument(it.definition()));
                example.map(Route::Example).or_else(instrument).unwrap_or(Route::Unknown)
            }
        }
    }

    /// The fragment of a page.
    pub fn fragment(self) -> String {
        let name = match self {
            Route::Home | Route::Unknown => "",
            Route::Visit => "visit",
            Route::Course => "course",
            Route::Cohort => "cohort",
            Route::About => "about",
            Route::Instrument(definition) => definition.id,
            Route::Example(name) => return format!("#/{EXAMPLE}{name}"),
            Route::Reference(None) => REFERENCE,
            Route::Reference(Some(definition)) => return reference_address(definition.id),
        };
        format!("#/{name}")
    }
}

impl PartialEq for Route {
    fn eq(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Unknown, other) => matches!(other, Route::Unknown),
            (other, Route::Unknown) => matches!(other, Route::Unknown),
            (one, other) => one.fragment() == other.fragment(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::REGISTRY;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        let instruments = REGISTRY.iter().map(|it| Route::Instrument(it.definition()));
        let references = REGISTRY.iter().map(|it| Route::Reference(Some(it.definition())));
        let pages = [Route::Home, Route::Visit, Route::Course, Route::Cohort, Route::About];
        let pages = pages.into_iter().chain([Route::Reference(None)]).chain(references);
        for page in pages.chain(instruments).chain(EXAMPLES.map(Route::Example)) {
            assert_eq!(Route::parse(&page.fragment()), page);
        }
    }

    #[test]
    fn other_addresses_have_no_page() {
        for fragment in [
            "#/sledai-3k",
            "#/sledai-2k/",
            "#/<script>",
            "#/doris-2021?x=1",
            "#/example/",
            "#/example/x",
            "#/reference/",
            "#/reference/sledai-3k",
            "#/reference/sledai-2k/",
        ] {
            assert_eq!(Route::parse(fragment), Route::Unknown, "{fragment}");
        }
    }
}
