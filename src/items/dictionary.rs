//! The dictionary: one row an item.
//!
//! A row is the variant, the id on the wire, and the kind of answer. Ranges and
//! units stand with the kinds; which instruments read an item stands with them.

use super::group::Group;
use super::index;
use super::kind::Kind;
use super::scale::{
    AGE, ANALOGUE, CRP, DETECTION_LIMIT, DISABILITY, ENZYME, GLUCOCORTICOID, HIGH_LIMIT,
    LEUKOCYTES, LOW_LIMIT, PERCENT_PREDICTED, PGA, PLATELETS, PROTEIN_CREATININE, SEDIMENTATION,
    STRENGTH, TEMPERATURE, URINE_PROTEIN, WEIGHT,
};
use crate::scoring::Scale;

/// One row of the dictionary.
#[derive(Clone, Copy, Debug)]
struct Row {
    item: Item,
    id: &'static str,
    group: Group,
    kind: Kind,
}

/// Writes the enumeration of items and the table of their rows from one list.
macro_rules! dictionary {
    ($($group:ident { $($variant:ident $id:literal $kind:expr;)+ })+) => {
        /// An item of the dictionary. Its id is its name in snake case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "a variant is its id; what it means is told in `text`")]
        pub enum Item { $($($variant,)+)+ }

        /// The rows, in the order of the variants.
        const ROWS: &[Row] = &[
            $($(Row { item: Item::$variant, id: $id, group: Group::$group, kind: $kind },)+)+
        ];
    };
}

const FINDING: Kind = Kind::Finding;
const ATTESTATION: Kind = Kind::Attestation;

const fn measured(scale: &'static Scale) -> Kind {
    Kind::Measurement(scale)
}

const fn count(highest: u32) -> Kind {
    Kind::Count { highest }
}

const fn choice(codes: &'static [&'static str]) -> Kind {
    Kind::Choice(codes)
}

#[rustfmt::skip]
dictionary! {
    Visit {
        FirstVisit "first_visit" ATTESTATION;
    }
    GlobalAssessment {
        Pga                 "pga"                  measured(&PGA);
        PhysicianGlobal     "physician_global"     measured(&ANALOGUE);
        PatientGlobal       "patient_global"       measured(&ANALOGUE);
        ExtramuscularGlobal "extramuscular_global" measured(&ANALOGUE);
    }
    CentralNervousSystem {
        Seizure              "seizure"                FINDING;
        Psychosis            "psychosis"              FINDING;
        OrganicBrainSyndrome "organic_brain_syndrome" FINDING;
        VisualDisturbance    "visual_disturbance"     FINDING;
        CranialNerveDisorder "cranial_nerve_disorder" FINDING;
        LupusHeadache        "lupus_headache"         FINDING;
        Cva                  "cva"                    FINDING;
        NeuropsychiatricLupus "neuropsychiatric_lupus" FINDING;
    }
    Vascular {
        Vasculitis        "vasculitis"         FINDING;
        SystemicVasculitis "systemic_vasculitis" FINDING;
        MucocutaneousVasculitis "mucocutaneous_vasculitis" FINDING;
        DigitalUlcers     "digital_ulcers"     FINDING;
        DigitalNecrosis   "digital_necrosis"   FINDING;
        VascularWorsening "vascular_worsening" FINDING;
    }
    Musculoskeletal {
        Arthritis                  "arthritis"                    FINDING;
        InflamedJoints             "inflamed_joints"              count(100);
        SwollenJoints28            "swollen_joints_28"            count(28);
        Myositis                   "myositis"                     FINDING;
        SscArthritis               "ssc_arthritis"                FINDING;
        ArticularMuscularWorsening "articular_muscular_worsening" FINDING;
    }
    Renal {
        UrinaryCasts    "urinary_casts"     FINDING;
        Hematuria       "hematuria"         FINDING;
        UrineRbcHpf     "urine_rbc_hpf"     count(10_000);
        Proteinuria     "proteinuria"       FINDING;
        UrineProtein24h "urine_protein_24h" measured(&URINE_PROTEIN);
        Upcr            "upcr"              measured(&PROTEIN_CREATININE);
        Pyuria          "pyuria"            FINDING;
        UrineWbcHpf     "urine_wbc_hpf"     count(10_000);
    }
    Mucocutaneous {
        Rash          "rash"           FINDING;
        RashExtent    "rash_extent"    choice(&["none", "localized", "generalized"]);
        Alopecia      "alopecia"       FINDING;
        MucosalUlcers "mucosal_ulcers" FINDING;
    }
    Skin {
        SkinWorsening      "skin_worsening"       FINDING;
        Mrss               "mrss"                 count(51);
        MrssFace           "mrss_face"            count(3);
        MrssAnteriorChest  "mrss_anterior_chest"  count(3);
        MrssAbdomen        "mrss_abdomen"         count(3);
        MrssFingersRight   "mrss_fingers_right"   count(3);
        MrssFingersLeft    "mrss_fingers_left"    count(3);
        MrssHandRight      "mrss_hand_right"      count(3);
        MrssHandLeft       "mrss_hand_left"       count(3);
        MrssForearmRight   "mrss_forearm_right"   count(3);
        MrssForearmLeft    "mrss_forearm_left"    count(3);
        MrssUpperArmRight  "mrss_upper_arm_right" count(3);
        MrssUpperArmLeft   "mrss_upper_arm_left"  count(3);
        MrssThighRight     "mrss_thigh_right"     count(3);
        MrssThighLeft      "mrss_thigh_left"      count(3);
        MrssLowerLegRight  "mrss_lower_leg_right" count(3);
        MrssLowerLegLeft   "mrss_lower_leg_left"  count(3);
        MrssFootRight      "mrss_foot_right"      count(3);
        MrssFootLeft       "mrss_foot_left"       count(3);
        Scleredema         "scleredema"           FINDING;
        TendonFrictionRubs "tendon_friction_rubs" FINDING;
    }
    Serosal {
        Pleurisy     "pleurisy"     FINDING;
        Pericarditis "pericarditis" FINDING;
        Serositis    "serositis"    FINDING;
    }
    Cardiopulmonary {
        DlcoPercent              "dlco_percent"              measured(&PERCENT_PREDICTED);
        CardiopulmonaryWorsening "cardiopulmonary_worsening" FINDING;
        CardiopulmonaryLupus     "cardiopulmonary_lupus"     FINDING;
    }
    Gastrointestinal {
        GiActivity "gi_activity" FINDING;
    }
    Immunologic {
        LowComplement       "low_complement"        FINDING;
        C3                  "c3"                    measured(&LOW_LIMIT);
        C4                  "c4"                    measured(&LOW_LIMIT);
        Ch50                "ch50"                  measured(&LOW_LIMIT);
        IncreasedDnaBinding "increased_dna_binding" FINDING;
        AntiDsdna           "anti_dsdna"            measured(&HIGH_LIMIT);
        BCellAplasia        "b_cell_aplasia"        FINDING;
        BCells              "b_cells"               measured(&DETECTION_LIMIT);
    }
    Constitutional {
        Fever          "fever"           FINDING;
        TemperatureMax "temperature_max" measured(&TEMPERATURE);
        Crp            "crp"             measured(&CRP);
        Esr            "esr"             measured(&SEDIMENTATION);
    }
    Hematologic {
        Thrombocytopenia "thrombocytopenia" FINDING;
        Platelets        "platelets"        measured(&PLATELETS);
        Leukopenia       "leukopenia"       FINDING;
        Wbc              "wbc"              measured(&LEUKOCYTES);
        HemolyticAnemia  "hemolytic_anemia" FINDING;
    }
    Strength {
        Strength                  "strength"                     measured(&STRENGTH);
        MmtNeckFlexors            "mmt_neck_flexors"             count(10);
        MmtDeltoidRight           "mmt_deltoid_right"            count(10);
        MmtDeltoidLeft            "mmt_deltoid_left"             count(10);
        MmtBicepsRight            "mmt_biceps_right"             count(10);
        MmtBicepsLeft             "mmt_biceps_left"              count(10);
        MmtWristExtensorsRight    "mmt_wrist_extensors_right"    count(10);
        MmtWristExtensorsLeft     "mmt_wrist_extensors_left"     count(10);
        MmtGluteusMaximusRight    "mmt_gluteus_maximus_right"    count(10);
        MmtGluteusMaximusLeft     "mmt_gluteus_maximus_left"     count(10);
        MmtGluteusMediusRight     "mmt_gluteus_medius_right"     count(10);
        MmtGluteusMediusLeft      "mmt_gluteus_medius_left"      count(10);
        MmtQuadricepsRight        "mmt_quadriceps_right"         count(10);
        MmtQuadricepsLeft         "mmt_quadriceps_left"          count(10);
        MmtAnkleDorsiflexorsRight "mmt_ankle_dorsiflexors_right" count(10);
        MmtAnkleDorsiflexorsLeft  "mmt_ankle_dorsiflexors_left"  count(10);
    }
    Function {
        Haq              "haq"                measured(&DISABILITY);
        HaqDressing      "haq_dressing"       count(3);
        HaqDressingAid   "haq_dressing_aid"   FINDING;
        HaqArising       "haq_arising"        count(3);
        HaqArisingAid    "haq_arising_aid"    FINDING;
        HaqEating        "haq_eating"         count(3);
        HaqEatingAid     "haq_eating_aid"     FINDING;
        HaqWalking       "haq_walking"        count(3);
        HaqWalkingAid    "haq_walking_aid"    FINDING;
        HaqHygiene       "haq_hygiene"        count(3);
        HaqHygieneAid    "haq_hygiene_aid"    FINDING;
        HaqReach         "haq_reach"          count(3);
        HaqReachAid      "haq_reach_aid"      FINDING;
        HaqGrip          "haq_grip"           count(3);
        HaqGripAid       "haq_grip_aid"       FINDING;
        HaqActivities    "haq_activities"     count(3);
        HaqActivitiesAid "haq_activities_aid" FINDING;
    }
    Enzymes {
        Ck       "ck"       measured(&ENZYME);
        Aldolase "aldolase" measured(&ENZYME);
        Ldh      "ldh"      measured(&ENZYME);
        Ast      "ast"      measured(&ENZYME);
        Alt      "alt"      measured(&ENZYME);
    }
    Treatment {
        Glucocorticoid                   "glucocorticoid"                      measured(&GLUCOCORTICOID);
        GlucocorticoidPulseSincePrevious "glucocorticoid_pulse_since_previous" FINDING;
        TherapyStable                    "therapy_stable"                      ATTESTATION;
        TherapyStandardTolerated         "therapy_standard_tolerated"          ATTESTATION;
        Antimalarial                     "antimalarial"                        FINDING;
        Immunosuppressant                "immunosuppressant"                   FINDING;
        Biologic                         "biologic"                            FINDING;
        Weight                           "weight"                              measured(&WEIGHT);
    }
    Change {
        NoNewActivity                               "no_new_activity"                                  ATTESTATION;
        FlareSevereOrganWithEscalation              "flare_severe_organ_with_escalation"               FINDING;
        FlareModerateOrgan                          "flare_moderate_organ"                             FINDING;
        StartedImmunosuppressantForActivity         "started_immunosuppressant_for_activity"           FINDING;
        StartedNsaidOrHydroxychloroquineForActivity "started_nsaid_or_hydroxychloroquine_for_activity" FINDING;
        HospitalisedForActivity                     "hospitalised_for_activity"                        FINDING;
        GlucocorticoidIncreasedForActivity          "glucocorticoid_increased_for_activity"            FINDING;
        BilagNewA                                   "bilag_new_a"                                      count(9);
        BilagNewB                                   "bilag_new_b"                                      count(9);
    }
    EarlierTotals {
        Sledai2kTotal            "sledai_2k_total"             count(105);
        SelenaSledaiTotal        "selena_sledai_total"         count(105);
        SelenaSledaiHybridTotal  "selena_sledai_hybrid_total"  count(105);
        Sledai1992Total          "sledai_1992_total"           count(105);
        SledaiTotalSource        "sledai_total_source"         choice(&["medical_record", "letter", "registry", "trial_record"]);
    }
    CytokineRelease {
        FeverNow                       "fever_now"                         FINDING;
        TemperatureNow                 "temperature_now"                   measured(&TEMPERATURE);
        FeverEarlierThisEpisode        "fever_earlier_this_episode"        FINDING;
        AntipyreticOrAnticytokineGiven "antipyretic_or_anticytokine_given" FINDING;
        Hypotension                    "hypotension"                       choice(&["none", "no_vasopressor", "one_vasopressor", "multiple_vasopressors"]);
        Hypoxia                        "hypoxia"                           choice(&["none", "low_flow", "high_flow", "positive_pressure"]);
    }
    Neurotoxicity {
        AgeYears      "age_years"      measured(&AGE);
        IceScore      "ice_score"      count(10);
        CapdScore     "capd_score"     count(32);
        Consciousness "consciousness"  choice(&["spontaneous", "voice", "touch", "unarousable"]);
        SeizureIcans  "seizure_icans"  choice(&["none", "resolving", "prolonged"]);
        MotorWeakness "motor_weakness" FINDING;
        CerebralEdema "cerebral_edema" choice(&["none", "focal", "diffuse"]);
    }
    LocalReaction {
        LocalReaction                "local_reaction"                 FINDING;
        LocalReactionOrgan           "local_reaction_organ"           choice(&["kidney", "skin_mucosa", "joint", "heart", "lung", "muscle", "gut"]);
        OrganInvolvedBefore          "organ_involved_before"          FINDING;
        OtherCauseExcluded           "other_cause_excluded"           ATTESTATION;
        LocalReactionGlucocorticoid  "local_reaction_glucocorticoid"  FINDING;
        LocalReactionInnerOrgan      "local_reaction_inner_organ"     FINDING;
        LocalReactionHospitalisation "local_reaction_hospitalisation" FINDING;
        LocalReactionIntensiveCare   "local_reaction_intensive_care"  FINDING;
    }
    Hematotoxicity {
        PlateletDaysBelow50Early  "platelet_days_below_50_early"  count(31);
        PlateletDaysBelow20Early  "platelet_days_below_20_early"  count(31);
        PlateletDaysBelow100Late  "platelet_days_below_100_late"  count(70);
        PlateletDaysBelow50Late   "platelet_days_below_50_late"   count(70);
        PlateletDaysBelow20Late   "platelet_days_below_20_late"   count(70);
    }
}

// A slot of a visit counts its answers in one byte.
const _: () = assert!(ROWS.len() < 255, "a visit's slot is one byte");

/// The ids, hashed at compile time.
#[allow(clippy::indexing_slicing, reason = "in a constant: out of bounds stops the build")]
static INDEX: index::Index = index::Index::of(&{
    let mut ids = [""; ROWS.len()];
    let mut at = 0;
    while at < ROWS.len() {
        ids[at] = ROWS[at].id;
        at += 1;
    }
    ids
});

impl Item {
    /// How many items there are.
    pub const COUNT: usize = ROWS.len();

    /// All items, in the order of the dictionary.
    pub fn all() -> impl Iterator<Item = Item> {
        ROWS.iter().map(|row| row.item)
    }

    /// The item of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Item> {
        let position = INDEX.find(id, |position| ROWS.get(position).map_or("", |row| row.id))?;
        ROWS.get(position).map(|row| row.item)
    }

    /// The id on the wire.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.row().id
    }

    /// Where it belongs on a form.
    #[must_use]
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// What an answer to it looks like.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.row().kind
    }

    /// The codes of a choice; none of anything else.
    #[must_use]
    pub const fn choices(self) -> &'static [&'static str] {
        match self.kind() {
            Kind::Choice(codes) => codes,
            Kind::Finding | Kind::Measurement(_) | Kind::Count { .. } | Kind::Attestation => &[],
        }
    }

    /// The highest that a count can be; 0 of anything else.
    #[must_use]
    pub const fn highest_count(self) -> u32 {
        match self.kind() {
            Kind::Count { highest } => highest,
            Kind::Finding | Kind::Measurement(_) | Kind::Choice(_) | Kind::Attestation => 0,
        }
    }

    /// Its place in the dictionary.
    #[must_use]
    #[allow(clippy::as_conversions, reason = "the discriminant of a fieldless enumeration")]
    pub const fn position(self) -> usize {
        self as usize
    }

    /// Its row. Every variant has one at its own position: both are written by
    /// one macro from one list.
    #[allow(clippy::indexing_slicing, reason = "there is a row for each variant")]
    const fn row(self) -> &'static Row {
        &ROWS[self.position()]
    }

    /// The measurements that say whether a finding is there, or the parts of a
    /// total, as they are entered beside it.
    #[must_use]
    pub const fn measured_by(self) -> &'static [Item] {
        #[allow(clippy::wildcard_enum_match_arm, reason = "most items are entered as they are")]
        match self {
            Item::Arthritis => &[Item::InflamedJoints],
            Item::Hematuria => &[Item::UrineRbcHpf],
            Item::Proteinuria => &[Item::UrineProtein24h, Item::Upcr],
            Item::Pyuria => &[Item::UrineWbcHpf],
            Item::LowComplement => &[Item::C3, Item::C4, Item::Ch50],
            Item::IncreasedDnaBinding => &[Item::AntiDsdna],
            Item::Fever => &[Item::TemperatureMax],
            Item::Thrombocytopenia => &[Item::Platelets],
            Item::Leukopenia => &[Item::Wbc],
            Item::FeverNow => &[Item::TemperatureNow],
            Item::BCellAplasia => &[Item::BCells],
            Item::Mrss => &Item::SKIN_SITES,
            _ => &[],
        }
    }

    /// The 17 sites of the modified Rodnan skin score.
    pub const SKIN_SITES: [Item; 17] = [
        Item::MrssFace,
        Item::MrssAnteriorChest,
        Item::MrssAbdomen,
        Item::MrssFingersRight,
        Item::MrssFingersLeft,
        Item::MrssHandRight,
        Item::MrssHandLeft,
        Item::MrssForearmRight,
        Item::MrssForearmLeft,
        Item::MrssUpperArmRight,
        Item::MrssUpperArmLeft,
        Item::MrssThighRight,
        Item::MrssThighLeft,
        Item::MrssLowerLegRight,
        Item::MrssLowerLegLeft,
        Item::MrssFootRight,
        Item::MrssFootLeft,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The snake-case name of a variant.
    fn snake_case(variant: &str) -> String {
        let mut id = String::new();
        for character in variant.chars() {
            let after_letter = id.ends_with(|last: char| last.is_ascii_lowercase());
            if character.is_ascii_uppercase() && !id.is_empty()
                || character.is_ascii_digit() && after_letter && id.len() > 4
            {
                id.push('_');
            }
            id.push(character.to_ascii_lowercase());
        }
        id
    }

    #[test]
    fn an_id_is_its_variant_in_snake_case() {
        for item in Item::all() {
            assert_eq!(item.id(), snake_case(&format!("{item:?}")));
        }
    }

    #[test]
    fn every_item_is_found_by_its_id_and_nothing_else_is() {
        for item in Item::all() {
            assert_eq!(Item::from_id(item.id()), Some(item));
        }
        for id in ["", "Seizure", "seizures", "rash ", "mrss_", "\u{0}"] {
            assert_eq!(Item::from_id(id), None, "{id:?}");
        }
    }

    #[test]
    fn rows_stand_at_the_position_of_their_variant() {
        for (position, row) in ROWS.iter().enumerate() {
            assert_eq!(row.item.position(), position);
        }
    }

    #[test]
    fn the_skin_sites_are_seventeen_and_add_up_to_fifty_one() {
        let total: u32 = Item::SKIN_SITES
            .iter()
            .map(|site| match site.kind() {
                Kind::Count { highest } => highest,
                other => panic!("{site:?} is {other:?}"),
            })
            .sum();
        assert_eq!(total, 51);
    }
}
