//! Invented patients before and after CAR T cells, entered as a clinician would.

use rheumscore::instruments::sledai;
use rheumscore::items::Item;
use rheumscore::scoring::Finding;
use rheumscore::session::{Aside, Course, Edit, Event, EventKind, Field, Insert, Timing};

/// An example: the name of its file, and the course.
pub fn examples() -> [(&'static str, Course); 4] {
    [
        ("lupus", lupus()),
        ("sclerosis", sclerosis()),
        ("myositis", myositis()),
        ("infusion", infusion()),
    ]
}

/// A course that counts its days from the infusion.
struct Example(Course);

impl Example {
    fn of(instruments: &[&'static str]) -> Example {
        let mut example = Example(Course::default());
        example.edit(Edit::Timing(Timing::Days));
        example.edit(Edit::Pseudonym("Invented example".into()));
        let label = "CAR T-cell infusion".to_owned();
        example.edit(Edit::AddEvent(Event {
            kind: EventKind::Infusion,
            label,
            when: "0".into(),
            is_day_zero: true,
        }));
        for instrument in instruments {
            example.edit(Edit::Choose(instrument, true));
        }
        example
    }

    fn edit(&mut self, edit: Edit) {
        self.0.apply(edit);
    }

    /// What the laboratory prints beside its values.
    fn laboratory(&mut self, rows: &[(Item, Field, &str)]) {
        for (item, field, text) in rows {
            self.edit(Edit::Laboratory(*item, *field, (*text).to_owned()));
        }
    }

    /// The next visit.
    fn visit(&mut self, label: &str, day: i32) {
        if self.0.open_visit().is_some_and(|visit| !visit.is_blank()) {
            self.edit(Edit::Add(Insert::AtEnd));
        }
        self.edit(Edit::Label(label.to_owned()));
        self.edit(Edit::When(day.to_string()));
    }

    /// A check of what the cells do.
    fn check(&mut self, day: i32) {
        self.edit(Edit::AddCheck);
        self.edit(Edit::When(day.to_string()));
    }

    /// Fever or none, and what the circulation needs.
    fn crs(&mut self, fever: Finding, hypotension: &'static str) {
        self.find(fever, &[Item::FeverNow]);
        self.edit(Edit::Pick(Item::Hypotension, Some(hypotension)));
        self.edit(Edit::Pick(Item::Hypoxia, Some("none")));
    }

    /// An encephalopathy score of somebody who is awake, without more.
    fn icans(&mut self, score: &str) {
        self.values(&[(Item::IceScore, score)]);
        self.edit(Edit::Pick(Item::Consciousness, Some("spontaneous")));
        self.edit(Edit::Pick(Item::SeizureIcans, Some("none")));
        self.find(Finding::Absent, &[Item::MotorWeakness]);
        self.edit(Edit::Pick(Item::CerebralEdema, Some("none")));
    }

    fn event(&mut self, kind: EventKind, label: &str, day: i32) {
        let (label, when) = (label.to_owned(), day.to_string());
        self.edit(Edit::AddEvent(Event { kind, label, when, is_day_zero: false }));
    }

    fn find(&mut self, finding: Finding, items: &[Item]) {
        for item in items {
            self.edit(Edit::Find(*item, finding));
        }
    }

    /// Something seen that the disease has not caused.
    fn other_cause(&mut self, item: Item, reason: &str) {
        self.edit(Edit::Find(item, Finding::OtherCause));
        self.edit(Edit::Write(item, Aside::Reason, reason.to_owned()));
    }

    fn values(&mut self, values: &[(Item, &str)]) {
        for (item, value) in values {
            self.edit(Edit::Type(*item, Field::Value, (*value).to_owned()));
        }
    }

    /// The clinical findings of lupus that were not answered, but for those
    /// that the laboratory answers.
    fn rest_absent(&mut self) {
        let measured = [
            Item::Hematuria,
            Item::Proteinuria,
            Item::Pyuria,
            Item::Thrombocytopenia,
            Item::Leukopenia,
        ];
        let rest = sledai::CLINICAL.into_iter().filter(|item| !measured.contains(item));
        self.edit(Edit::RestAbsent(rest.collect()));
    }
}

/// Lupus nephritis with arthritis; in remission half a year after the infusion,
/// with some protein left in the urine.
fn lupus() -> Course {
    let mut example = Example::of(&["sledai-2k", "doris-2021"]);
    example.laboratory(&[
        (Item::Upcr, Field::Unit, "g/g"),
        (Item::C3, Field::Limit, "0.9"),
        (Item::C4, Field::Limit, "0.1"),
        (Item::AntiDsdna, Field::Limit, "10"),
        (Item::Wbc, Field::Unit, "10*9/L"),
        (Item::Platelets, Field::Unit, "10*9/L"),
    ]);

    example.visit("Before lymphodepletion", -14);
    example.find(
        Finding::Present,
        &[Item::Arthritis, Item::Alopecia, Item::UrinaryCasts, Item::Hematuria, Item::Proteinuria],
    );
    example.rest_absent();
    example.values(&[
        (Item::InflamedJoints, "6"),
        (Item::Upcr, "2.4"),
        (Item::UrineRbcHpf, "25"),
        (Item::UrineWbcHpf, "4"),
        (Item::C3, "0.52"),
        (Item::C4, "0.06"),
        (Item::AntiDsdna, "240"),
        (Item::Wbc, "4.1"),
        (Item::Platelets, "212"),
        (Item::Pga, "2.3"),
        (Item::Glucocorticoid, "15"),
    ]);
    example.find(Finding::Absent, &[Item::GlucocorticoidPulseSincePrevious]);
    example.edit(Edit::Attest(Item::TherapyStable, Some(false)));

    example.visit("Month 1", 28);
    example.find(Finding::Present, &[Item::Proteinuria, Item::Hematuria]);
    example.other_cause(Item::Leukopenia, "lymphodepletion");
    example.other_cause(Item::Thrombocytopenia, "lymphodepletion");
    example.rest_absent();
    example.values(&[
        (Item::InflamedJoints, "0"),
        (Item::Upcr, "1.6"),
        (Item::UrineRbcHpf, "9"),
        (Item::UrineWbcHpf, "2"),
        (Item::C3, "0.71"),
        (Item::C4, "0.09"),
        (Item::AntiDsdna, "64"),
        (Item::Wbc, "1.9"),
        (Item::Platelets, "88"),
        (Item::Pga, "1.2"),
        (Item::Glucocorticoid, "10"),
    ]);
    example.find(Finding::Absent, &[Item::GlucocorticoidPulseSincePrevious]);
    example.edit(Edit::Attest(Item::TherapyStable, Some(true)));

    // Nobody sent the antibodies to the laboratory.
    example.visit("Month 3", 91);
    example.find(Finding::Present, &[Item::Proteinuria]);
    example.rest_absent();
    example.values(&[
        (Item::InflamedJoints, "0"),
        (Item::Upcr, "0.9"),
        (Item::UrineRbcHpf, "3"),
        (Item::UrineWbcHpf, "2"),
        (Item::C3, "0.86"),
        (Item::C4, "0.14"),
        (Item::Wbc, "3.4"),
        (Item::Platelets, "176"),
        (Item::Pga, "0.6"),
        (Item::Glucocorticoid, "2.5"),
    ]);
    example.find(Finding::Absent, &[Item::GlucocorticoidPulseSincePrevious]);
    example.edit(Edit::Attest(Item::TherapyStable, Some(true)));

    // Above normal, and not above the limit that counts.
    example.visit("Month 6", 182);
    example.rest_absent();
    example.values(&[
        (Item::InflamedJoints, "0"),
        (Item::Upcr, "0.38"),
        (Item::UrineRbcHpf, "2"),
        (Item::UrineWbcHpf, "1"),
        (Item::C3, "0.98"),
        (Item::C4, "0.17"),
        (Item::AntiDsdna, "7"),
        (Item::Wbc, "4.6"),
        (Item::Platelets, "231"),
        (Item::Pga, "0.3"),
        (Item::Glucocorticoid, "0"),
    ]);
    example.find(Finding::Absent, &[Item::GlucocorticoidPulseSincePrevious]);
    example.edit(Edit::Attest(Item::TherapyStable, Some(true)));
    example.0
}

/// Diffuse systemic sclerosis that is no longer active half a year later. At
/// month 3 the lungs were not measured, and the verdict stands without.
fn sclerosis() -> Course {
    let mut example = Example::of(&["eustar-2017"]);
    example.laboratory(&[(Item::Crp, Field::Unit, "mg/dL")]);

    example.visit("Before lymphodepletion", -10);
    example.find(Finding::Present, &[Item::SkinWorsening, Item::TendonFrictionRubs]);
    example.find(Finding::Absent, &[Item::DigitalUlcers]);
    example.values(&[(Item::Mrss, "28"), (Item::Crp, "1.8"), (Item::DlcoPercent, "58")]);

    example.visit("Month 3", 90);
    example.find(Finding::Present, &[Item::TendonFrictionRubs]);
    example.find(Finding::Absent, &[Item::SkinWorsening, Item::DigitalUlcers]);
    example.values(&[(Item::Mrss, "22"), (Item::Crp, "0.6")]);

    example.visit("Month 6", 183);
    example.find(
        Finding::Absent,
        &[Item::SkinWorsening, Item::DigitalUlcers, Item::TendonFrictionRubs],
    );
    example.values(&[(Item::Mrss, "14"), (Item::Crp, "0.4"), (Item::DlcoPercent, "61")]);
    example.0
}

/// Dermatomyositis of an adult with a major response at month 3. At month 1 the
/// questionnaire was not filled in.
fn myositis() -> Course {
    let mut example = Example::of(&["acr-eular-myositis-2016"]);
    let analogue = [Item::PhysicianGlobal, Item::PatientGlobal, Item::ExtramuscularGlobal];
    example.laboratory(&analogue.map(|item| (item, Field::Unit, "cm")));
    example.laboratory(&[
        (Item::Ck, Field::Limit, "190"),
        (Item::Aldolase, Field::Limit, "7.6"),
        (Item::Ldh, Field::Limit, "250"),
        (Item::Ast, Field::Limit, "35"),
        (Item::Alt, Field::Limit, "40"),
    ]);

    example.visit("Before lymphodepletion", -12);
    example.values(&[
        (Item::PhysicianGlobal, "6.8"),
        (Item::PatientGlobal, "7.1"),
        (Item::ExtramuscularGlobal, "3.5"),
        (Item::Strength, "112"),
        (Item::Haq, "1.875"),
        (Item::Ck, "4200"),
        (Item::Aldolase, "21"),
        (Item::Ldh, "610"),
        (Item::Ast, "145"),
        (Item::Alt, "160"),
    ]);

    example.visit("Month 1", 28);
    example.values(&[
        (Item::PhysicianGlobal, "4.2"),
        (Item::PatientGlobal, "5.0"),
        (Item::ExtramuscularGlobal, "2.0"),
        (Item::Strength, "126"),
        (Item::Ck, "900"),
        (Item::Aldolase, "11"),
        (Item::Ldh, "340"),
        (Item::Ast, "62"),
        (Item::Alt, "70"),
    ]);

    example.visit("Month 3", 91);
    example.values(&[
        (Item::PhysicianGlobal, "1.8"),
        (Item::PatientGlobal, "2.6"),
        (Item::ExtramuscularGlobal, "0.8"),
        (Item::Strength, "141"),
        (Item::Haq, "0.75"),
        (Item::Ck, "160"),
        (Item::Aldolase, "5.9"),
        (Item::Ldh, "220"),
        (Item::Ast, "28"),
        (Item::Alt, "31"),
    ]);
    example.0
}

/// Systemic sclerosis around the infusion: fever with a low pressure and then
/// confusion, what was given against them, and what was stopped. On day 8 nobody
/// asked the questions of the score.
fn infusion() -> Course {
    let mut example = Example::of(&["eustar-2017", "crs-astct-2019", "icans-astct-2019"]);
    // An adult, whatever the age.
    example.edit(Edit::Option("icans-astct-2019", 0, 1));
    example.laboratory(&[(Item::Crp, Field::Unit, "mg/dL")]);
    example.event(EventKind::ImmunosuppressantStopped, "mycophenolate", -21);
    example.event(EventKind::GlucocorticoidStopped, "", -7);
    example.event(EventKind::Tocilizumab, "Tocilizumab 8 mg/kg", 3);
    example.event(EventKind::Glucocorticoid, "Dexamethasone 10 mg", 7);
    example.event(EventKind::BCellsGone, "", 6);
    example.event(EventKind::BCellsBack, "", 118);

    example.visit("Before lymphodepletion", -9);
    example.find(Finding::Present, &[Item::SkinWorsening, Item::TendonFrictionRubs]);
    example.find(Finding::Absent, &[Item::DigitalUlcers]);
    example.values(&[(Item::Mrss, "31"), (Item::Crp, "2.2"), (Item::DlcoPercent, "66")]);

    let (fever, none) = (Finding::Present, Finding::Absent);
    for (day, fever, hypotension, ice) in [
        (1, none, "none", Some("10")),
        (2, fever, "none", Some("10")),
        (3, fever, "no_vasopressor", Some("10")),
        (4, fever, "none", Some("9")),
        (5, none, "none", Some("8")),
        (6, none, "none", Some("7")),
        (7, none, "none", Some("5")),
        (8, none, "none", None),
        (9, none, "none", Some("10")),
        (10, none, "none", Some("10")),
    ] {
        example.check(day);
        example.crs(fever, hypotension);
        // On the day after tocilizumab there may be fever that it hides.
        let hidden = if day == 5 { Finding::Present } else { Finding::Absent };
        if fever == none {
            let asked = [Item::FeverEarlierThisEpisode, Item::AntipyreticOrAnticytokineGiven];
            example.find(hidden, &asked);
        }
        match ice {
            Some(score) => example.icans(score),
            None => example.edit(Edit::Pick(Item::Consciousness, Some("spontaneous"))),
        }
    }

    example.visit("Month 1", 29);
    example.find(Finding::Present, &[Item::TendonFrictionRubs]);
    example.find(Finding::Absent, &[Item::SkinWorsening, Item::DigitalUlcers]);
    example.values(&[(Item::Mrss, "26"), (Item::Crp, "0.7")]);

    example.visit("Month 6", 181);
    example.find(
        Finding::Absent,
        &[Item::SkinWorsening, Item::DigitalUlcers, Item::TendonFrictionRubs],
    );
    example.values(&[(Item::Mrss, "17"), (Item::Crp, "0.3"), (Item::DlcoPercent, "70")]);
    example.0
}
