//! An invented cohort after CAR T cells: six patients, entered as a clinician
//! would, with what goes wrong in real ones.

use rheumscore::items::Item;
use rheumscore::scoring::Finding;
use rheumscore::session::{Course, Edit, EventKind, Field, Timing};

use super::told::Told;

/// The patients: the name of the file, and the course.
pub fn invented_cohort() -> [(&'static str, Course); 6] {
    [
        ("invented-1", lupus_in_remission()),
        ("invented-2", lupus_by_dates()),
        ("invented-3", lupus_that_flares()),
        ("invented-4", sclerosis()),
        ("invented-5", sclerosis_without_lungs()),
        ("invented-6", myositis()),
    ]
}

const LUPUS: [&str; 6] = [
    "sledai-2k",
    "doris-2021",
    "lldas",
    "selena-flare-index",
    "crs-astct-2019",
    "icans-astct-2019",
];
const SINCE_THEN: [Item; 5] = [
    Item::FlareSevereOrganWithEscalation,
    Item::FlareModerateOrgan,
    Item::StartedImmunosuppressantForActivity,
    Item::StartedNsaidOrHydroxychloroquineForActivity,
    Item::HospitalisedForActivity,
];

/// A visit with its name.
fn visit(told: &mut Told, label: &str, when: &str) {
    told.visit(when).edit(Edit::Label(label.into()));
}

/// A check of both grades: fever or not, and the ICE score.
fn check(told: &mut Told, when: &str, crs: usize, ice: &str) {
    told.crs(when, crs).value(Item::AgeYears, "34").value(Item::IceScore, ice);
    told.pick(Item::Consciousness, "spontaneous").pick(Item::SeizureIcans, "none");
    told.find(Finding::Absent, &[Item::MotorWeakness]).pick(Item::CerebralEdema, "none");
}

/// Remission from month 3 on. Tocilizumab for CRS of grade 2; no neurotoxicity.
fn lupus_in_remission() -> Course {
    let mut told = Told::in_days(&LUPUS);
    told.pseudonym("Invented 1 (lupus)").event(EventKind::Infusion, "0");
    told.event(EventKind::Tocilizumab, "3").event(EventKind::BCellsGone, "4");
    told.event(EventKind::BCellsBack, "110");
    visit(&mut told, "Before lymphodepletion", "-14");
    told.arthritis().find(Finding::Present, &[Item::Rash, Item::Alopecia, Item::Proteinuria]);
    told.value(Item::Pga, "2.2").value(Item::Glucocorticoid, "15");
    told.find(Finding::Present, &[Item::Immunosuppressant]);
    for (day, crs) in [("1", 1), ("2", 2), ("3", 2), ("4", 1), ("5", 0)] {
        check(&mut told, day, crs, "10");
    }
    visit(&mut told, "Month 1", "28");
    told.arthritis().value(Item::Pga, "1.1").value(Item::Glucocorticoid, "5");
    told.find(Finding::Absent, &SINCE_THEN);
    for (label, day) in [("Month 3", "91"), ("Month 6", "182")] {
        visit(&mut told, label, day);
        told.remission().find(Finding::Absent, &SINCE_THEN);
    }
    told.course
}

/// Dates in place of days. At month 6 nobody noted the physician's assessment;
/// B cells are known from counts alone; two episodes of CRS.
fn lupus_by_dates() -> Course {
    let mut told = Told::in_dates(&LUPUS);
    told.pseudonym("Invented 2 (lupus)").event(EventKind::Infusion, "2025-03-10");
    visit(&mut told, "Before lymphodepletion", "2025-02-24");
    told.arthritis().find(Finding::Present, &[Item::Rash]);
    told.value(Item::Pga, "1.8").value(Item::Glucocorticoid, "10");
    told.value(Item::BCells, "180");
    for (date, crs) in [("2025-03-11", 1), ("2025-03-12", 0), ("2025-03-17", 1), ("2025-03-18", 0)]
    {
        check(&mut told, date, crs, if crs == 0 { "10" } else { "9" });
    }
    told.edit(Edit::AddCheck).edit(Edit::When("2025-03-20".into())).value(Item::BCells, "0");
    visit(&mut told, "Month 3", "2025-06-09");
    told.remission().find(Finding::Absent, &SINCE_THEN).value(Item::BCells, "<1");
    visit(&mut told, "Month 6", "2025-09-08");
    told.unassessed().find(Finding::Absent, &SINCE_THEN).value(Item::BCells, "25");
    told.course
}

/// A flare at month 6, and no remission within a year. B cells have not come
/// back; at one check nobody took the temperature.
fn lupus_that_flares() -> Course {
    let mut told = Told::in_days(&LUPUS);
    told.pseudonym("Invented 3 (lupus)").event(EventKind::Infusion, "0");
    told.event(EventKind::BCellsGone, "6");
    visit(&mut told, "Before lymphodepletion", "-10");
    told.arthritis().find(Finding::Present, &[Item::Vasculitis]).value(Item::Pga, "2.6");
    told.value(Item::Glucocorticoid, "20").value(Item::Platelets, "140");
    check(&mut told, "2", 0, "10");
    told.check("3").pick(Item::Hypotension, "none").pick(Item::Hypoxia, "low_flow");
    check(&mut told, "4", 0, "10");
    for (day, platelets) in [("8", "62"), ("11", "38"), ("14", "18"), ("18", "44"), ("30", "105")] {
        told.check(day).value(Item::Platelets, platelets);
    }
    visit(&mut told, "Month 3", "90");
    told.arthritis().value(Item::Glucocorticoid, "5").find(Finding::Absent, &SINCE_THEN);
    visit(&mut told, "Month 6", "181");
    told.arthritis().find(Finding::Present, &[Item::Rash]).value(Item::Glucocorticoid, "5");
    told.find(Finding::Absent, &SINCE_THEN);
    told.find(Finding::Present, &[Item::StartedImmunosuppressantForActivity]);
    visit(&mut told, "Month 12", "364");
    told.arthritis().find(Finding::Absent, &SINCE_THEN).value(Item::BCells, "0");
    told.course
}

/// Diffuse sclerosis that is less active after half a year.
fn sclerosis() -> Course {
    let mut told = Told::in_days(&["eustar-2017", "crs-astct-2019", "icans-astct-2019"]);
    told.pseudonym("Invented 4 (sclerosis)").event(EventKind::Infusion, "0");
    told.event(EventKind::Glucocorticoid, "5").event(EventKind::BCellsGone, "5");
    told.event(EventKind::BCellsBack, "150");
    told.edit(Edit::Laboratory(Item::Crp, Field::Unit, "mg/dL".into()));
    visit(&mut told, "Before lymphodepletion", "-9");
    told.find(Finding::Present, &[Item::SkinWorsening, Item::TendonFrictionRubs]);
    told.find(Finding::Absent, &[Item::DigitalUlcers]).value(Item::Mrss, "28");
    told.value(Item::Crp, "1.8").value(Item::DlcoPercent, "58");
    for (day, crs, ice) in [("3", 1, "10"), ("4", 3, "8"), ("5", 2, "6"), ("6", 0, "10")] {
        check(&mut told, day, crs, ice);
    }
    visit(&mut told, "Month 6", "183");
    told.find(
        Finding::Absent,
        &[Item::SkinWorsening, Item::TendonFrictionRubs, Item::DigitalUlcers],
    );
    told.value(Item::Mrss, "15").value(Item::Crp, "0.4").value(Item::DlcoPercent, "66");
    told.course
}

/// Sclerosis whose lungs were not measured at the end, and whose toxicity nobody
/// graded.
fn sclerosis_without_lungs() -> Course {
    let mut told = Told::in_days(&["eustar-2017"]);
    told.pseudonym("Invented 5 (sclerosis)").event(EventKind::Infusion, "0");
    told.edit(Edit::Laboratory(Item::Crp, Field::Unit, "mg/dL".into()));
    visit(&mut told, "Before lymphodepletion", "-12");
    told.find(Finding::Present, &[Item::SkinWorsening, Item::DigitalUlcers]);
    told.find(Finding::Absent, &[Item::TendonFrictionRubs]).value(Item::Mrss, "16");
    told.value(Item::Crp, "0.9").value(Item::DlcoPercent, "72");
    visit(&mut told, "Month 3", "88");
    told.find(
        Finding::Absent,
        &[Item::SkinWorsening, Item::TendonFrictionRubs, Item::DigitalUlcers],
    );
    told.value(Item::Mrss, "12").value(Item::Crp, "0.5");
    told.course
}

/// Dermatomyositis with a major response, and a local reaction of the muscle.
fn myositis() -> Course {
    let mut told = Told::in_dates(&[
        "acr-eular-myositis-2016",
        "crs-astct-2019",
        "icans-astct-2019",
        "licats",
    ]);
    told.edit(Edit::Timing(Timing::Days));
    told.pseudonym("Invented 6 (myositis)").event(EventKind::Infusion, "0");
    told.event(EventKind::BCellsGone, "6").event(EventKind::BCellsBack, "99");
    for item in [Item::PhysicianGlobal, Item::PatientGlobal, Item::ExtramuscularGlobal] {
        told.edit(Edit::Laboratory(item, Field::Unit, "cm".into()));
    }
    told.edit(Edit::Laboratory(Item::Ck, Field::Limit, "190".into()));
    let measures = [
        Item::PhysicianGlobal,
        Item::PatientGlobal,
        Item::ExtramuscularGlobal,
        Item::Strength,
        Item::Haq,
        Item::Ck,
    ];
    visit(&mut told, "Before lymphodepletion", "-8");
    for (item, value) in measures.into_iter().zip(["6.8", "7.1", "3.5", "112", "1.875", "4200"]) {
        told.value(item, value);
    }
    check(&mut told, "2", 1, "10");
    check(&mut told, "3", 0, "10");
    told.check("16").find(
        Finding::Present,
        &[Item::LocalReaction, Item::OrganInvolvedBefore, Item::BCellAplasia],
    );
    told.pick(Item::LocalReactionOrgan, "muscle");
    told.edit(Edit::Attest(Item::OtherCauseExcluded, Some(true))).find(
        Finding::Absent,
        &[
            Item::LocalReactionGlucocorticoid,
            Item::LocalReactionInnerOrgan,
            Item::LocalReactionHospitalisation,
            Item::LocalReactionIntensiveCare,
        ],
    );
    visit(&mut told, "Month 6", "180");
    for (item, value) in measures.into_iter().zip(["1.8", "2.6", "0.8", "141", "0.75", "160"]) {
        told.value(item, value);
    }
    told.course
}
