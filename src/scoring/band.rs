//! Named bands of a score.

use super::Exact;

/// On which side of a band its upper end lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper end belongs to the band.
    Closed,
    /// The upper end belongs to the next band.
    Open,
}

/// One band: everything from the end of the band before it up to its own end.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Its name on the wire.
    pub name: &'static str,
    /// Its upper end; the last band of a list has none.
    pub upper: Option<Exact>,
}

/// A list of bands from the lowest up, without gap or overlap by construction:
/// each begins where the one before ends.
#[derive(Clone, Copy, Debug)]
pub struct Bands {
    /// To which band a value on an end belongs.
    pub edge: Edge,
    /// The bands.
    pub bands: &'static [Band],
}

impl Bands {
    /// The band a score falls in.
    #[must_use]
    pub fn name(&self, score: Exact) -> &'static str {
        self.bands
            .iter()
            .find(|band| match (band.upper, self.edge) {
                (None, _) => true,
                (Some(upper), Edge::Closed) => score <= upper,
                (Some(upper), Edge::Open) => score < upper,
            })
            .map_or("", |band| band.name)
    }
}
