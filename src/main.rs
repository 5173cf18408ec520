//! The single-page application.

use rheumscore::app::app;
use rheumscore::ui::{element, platform};

fn main() {
    platform::report_panics();
    element::mount("app", app);
}
