//! Single words: groups, answers, units, drugs, diseases, verdicts, evidence.

use super::ChoiceText;
use crate::instruments::Disease;
use crate::items::Group;
use crate::scoring::{Evidence, Finding, LimitName, Role, Verdict};

/// A group of a form.
pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::Visit => "Visit",
        Group::GlobalAssessment => "Global assessment",
        Group::CentralNervousSystem => "Central nervous system",
        Group::Vascular => "Vascular",
        Group::Musculoskeletal => "Joints and muscles",
        Group::Renal => "Kidney and urine",
        Group::Mucocutaneous => "Skin and mucous membranes",
        Group::Skin => "Skin thickening and tendons",
        Group::Serosal => "Serosa",
        Group::Cardiopulmonary => "Heart and lung",
        Group::Gastrointestinal => "Gastrointestinal",
        Group::Immunologic => "Complement and antibodies",
        Group::Constitutional => "Fever and inflammation",
        Group::Hematologic => "Blood",
        Group::Strength => "Muscle strength",
        Group::Function => "Physical function",
        Group::Enzymes => "Muscle enzymes",
        Group::Treatment => "Treatment",
        Group::Change => "Change since an earlier visit",
        Group::CytokineRelease => "Cytokine release",
        Group::Neurotoxicity => "Neurotoxicity",
        Group::LocalReaction => "Local reaction of an organ",
        Group::Hematotoxicity => "Platelets after cell therapy",
        Group::EarlierTotals => "Totals of earlier records",
    }
}

/// Which limit of a laboratory: "lower" or "upper" of normal, or of detection.
pub(super) const fn limit(limit: LimitName) -> &'static str {
    match limit {
        LimitName::Low => "lower",
        LimitName::Detection => "detection",
        LimitName::High | LimitName::Uln => "upper",
    }
}

/// An answer to a finding.
pub(super) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Present => "Present",
        Finding::Absent => "Absent",
        Finding::NotAssessed => "Not assessed",
        Finding::OtherCause => "Other cause",
    }
}

/// A unit. Most codes are what people write.
pub(super) fn unit(code: &str) -> &str {
    match code {
        "10*9/L" => "×10⁹/L",
        "10*3/uL" => "×10³/µL",
        "/uL" => "/µL",
        "Cel" => "°C",
        "[degF]" => "°F",
        "a" => "years",
        other => other,
    }
}

/// A glucocorticoid.
pub(super) fn drug(code: &str) -> &'static str {
    match code {
        "prednisolone" => "Prednisolone",
        "prednisone" => "Prednisone",
        "methylprednisolone" => "Methylprednisolone",
        "triamcinolone" => "Triamcinolone",
        "hydrocortisone" => "Hydrocortisone",
        "cortisone" => "Cortisone",
        "dexamethasone" => "Dexamethasone",
        "betamethasone" => "Betamethasone",
        "deflazacort" => "Deflazacort",
        _ => "",
    }
}

/// A disease.
pub(super) fn disease(disease: Disease) -> &'static str {
    match disease {
        Disease::Lupus => "Systemic lupus erythematosus",
        Disease::SystemicSclerosis => "Systemic sclerosis",
        Disease::Myositis => "Idiopathic inflammatory myopathy",
        Disease::CellTherapy => "Safety of CAR-T cells",
    }
}

/// A band or level in a word. Most names on the wire are words.
pub(super) fn band(band: &str) -> &str {
    match band {
        "very_high" => "very high",
        "moderate_severe" => "above mild",
        other => other,
    }
}

/// A verdict, without the instrument.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
        Verdict::Undetermined => "cannot be told yet",
    }
}

/// A visit of a request.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Current => "This visit",
        Role::Previous => "Earlier visit",
        Role::Baseline => "Baseline",
    }
}

/// How well a fact is confirmed.
pub(super) fn evidence(evidence: Evidence) -> ChoiceText {
    let (label, explains) = match evidence {
        Evidence::Primary => ("Primary", "Read in the primary paper."),
        Evidence::Secondary => ("Secondary", "Read only in a secondary source."),
        Evidence::Unconfirmed => ("Unconfirmed", "General knowledge, not confirmed in a source."),
        Evidence::Derived => ("Derived", "Follows by arithmetic."),
        Evidence::Choice => {
            ("Project choice", "This project’s choice where the literature is silent.")
        }
    };
    ChoiceText { label, explains }
}
