//! The skin score: a figure to touch and a table to type into, both of one
//! state.

use super::grades::{Grades, copied, problems, sided, total};
use crate::items::Item;
use crate::session::worksheet::figure::{VIEW_BOX, label, neutral, path};
use crate::session::worksheet::skin::{SITES, SkinMethod, SkinRegion, SkinSite, SkinTable};
use crate::session::worksheet::{Counted, Side};
use crate::session::{Edit, Field};
use crate::ui::element::{Element, View, element, svg};
use crate::ui::{Session, language};

/// The worksheet.
pub fn skin(grades: Grades) -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let told = session.course(|course| {
        course.open_visit().map_or_else(String::new, |visit| {
            let table = SkinTable::of(visit);
            let (total, complete) = match table.total() {
                Counted::Exactly(total) => (total, true),
                Counted::AtLeast(total) => (total, false),
            };
            language().skin_total(total, complete, table.scored())
        })
    });
    element("div")
        .class("rs-beside rs-skin")
        .child(figure(session))
        .child(
            element("div")
                .class("rs-beside__other")
                .child(table(grades))
                .child(problems(&Item::SKIN_SITES))
                .child(copied(&Item::SKIN_SITES))
                .child(total(told))
                .child(element("p").class("rs-input__hint").child(words.skin_hint))
                .child(methods(session)),
        )
        .into()
}

/// The figure. What it takes and shows, the table does as well, for those who
/// do not see it or do not point.
fn figure(session: Session) -> Element {
    let neutral = neutral()
        .into_iter()
        .map(|path| svg("path").class("rs-figure__rest").attribute("d", &path));
    svg("svg")
        .class("rs-figure")
        .attribute("viewBox", VIEW_BOX)
        .attribute("aria-hidden", "true")
        .children(neutral)
        .children(SITES.map(|site| site_of(session, site)))
}

/// A site of the figure. Each touch gives the next grade; after the highest,
/// none.
fn site_of(session: Session, site: SkinSite) -> Element {
    let text = session.text(site.item, Field::Value);
    let (x, y) = label(site);
    let grade = svg("text")
        .class("rs-figure__grade")
        .attribute("x", &x.to_string())
        .attribute("y", &y.to_string())
        .attribute("text-anchor", "middle")
        .child(text);
    svg("g")
        .class("rs-figure__site")
        .attribute("data-site", site.item.id())
        .attribute_of("data-grade", text)
        .child(svg("path").attribute("d", &path(site)))
        .child(grade)
        .on("click", move |_| {
            let next = match text.get_untracked().trim() {
                "" => "0",
                "0" => "1",
                "1" => "2",
                "2" => "3",
                _ => "",
            };
            session.edit(Edit::Type(site.item, Field::Value, next.to_owned()));
        })
}

/// The table: a row a region, right and left.
fn table(grades: Grades) -> Element {
    let rows = SkinRegion::ALL.map(|region| {
        let of_region = |site: &SkinSite| site.region == region;
        let sites: Vec<Item> = SITES.into_iter().filter(of_region).map(|it| it.item).collect();
        (sites.first().map_or("", |site| region_name(*site)), sites)
    });
    sided(grades, language().worksheets().site, &Side::ALL, rows)
}

/// The name of the region of a site: its id without what all sites share.
fn region_name(item: Item) -> &'static str {
    let id = item.id();
    let id = id.strip_prefix("mrss_").unwrap_or(id);
    let id = id.strip_suffix("_right").or_else(|| id.strip_suffix("_left")).unwrap_or(id);
    language().worksheet(id)
}

/// How a site was graded: recorded, as centres differ.
fn methods(session: Session) -> Element {
    let words = language().worksheets();
    let choice = |method: Option<SkinMethod>, name: &'static str| {
        let chosen = session.course(move |course| {
            course.open_visit().is_some_and(|visit| visit.worksheets.skin_method == method)
        });
        let input = element("input")
            .attribute("type", "radio")
            .attribute("name", "skin-method")
            .property_while("checked", chosen)
            .on("change", move |_| session.edit(Edit::SkinMethod(method)));
        // An answer that says nothing is not to look like one.
        let class = if method.is_some() { "rs-answer" } else { "rs-answer rs-answer--quiet" };
        element("label").class(class).child(input).child(element("span").child(name))
    };
    let methods = SkinMethod::ALL.map(|it| choice(Some(it), language().worksheet(it.code())));
    element("fieldset").class("rs-choice").child(element("legend").child(words.skin_method)).child(
        element("div")
            .class("rs-answers")
            .children(methods)
            .child(choice(None, language().page().not_stated)),
    )
}
