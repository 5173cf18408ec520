//! Organ systems and other groups that a form shows together.

/// Where an item belongs on a form, in the order of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What kind of visit it is.
    Visit,
    /// The physician's and the patient's overall judgement.
    GlobalAssessment,
    /// Central nervous system.
    CentralNervousSystem,
    /// Blood vessels.
    Vascular,
    /// Joints and muscles.
    Musculoskeletal,
    /// Kidney and urine.
    Renal,
    /// Skin, hair and mucous membranes.
    Mucocutaneous,
    /// Thickening of the skin and its tendons in systemic sclerosis.
    Skin,
    /// Pleura and pericardium.
    Serosal,
    /// Heart and lung.
    Cardiopulmonary,
    /// Gut.
    Gastrointestinal,
    /// Complement and antibodies.
    Immunologic,
    /// Fever and inflammation.
    Constitutional,
    /// Blood cells.
    Hematologic,
    /// Muscle strength.
    Strength,
    /// Physical function.
    Function,
    /// Muscle enzymes.
    Enzymes,
    /// Drugs.
    Treatment,
    /// Change since the visit before.
    Change,
    /// Cytokine release.
    CytokineRelease,
    /// Neurotoxicity.
    Neurotoxicity,
    /// A local reaction to cell therapy in one organ.
    LocalReaction,
    /// Blood cells after cell therapy.
    Hematotoxicity,
    /// Totals that stand in earlier records, without the items behind them: for
    /// the few visits that have nothing else, after all that is asked of others.
    EarlierTotals,
}
