//! A hash table of ids, laid out at compile time.
//!
//! A file of visits names some thirty items a line; looking each up in a list
//! sorted by name would take longer than scoring them.

/// Places in the table: a power of two, more than twice the number of ids.
const PLACES: usize = 512;

/// Ids by their hash. A place holds one more than the id's position.
pub(super) struct Index([u8; PLACES]);

impl Index {
    /// The table of these ids. It does not compile where two are the same.
    #[allow(clippy::indexing_slicing, clippy::as_conversions, reason = "runs at compile time only")]
    pub(super) const fn of(ids: &[&str]) -> Index {
        assert!(ids.len() * 2 < PLACES && ids.len() < 255, "the table is less than half full");
        let mut places = [0_u8; PLACES];
        let mut position = 0;
        while position < ids.len() {
            let mut place = hash(ids[position].as_bytes());
            while places[place] != 0 {
                assert!(
                    !same(ids[places[place] as usize - 1], ids[position]),
                    "an id stands twice"
                );
                place = (place + 1) % PLACES;
            }
            position += 1;
            places[place] = position as u8;
        }
        Index(places)
    }

    /// The position of the only id that can be this one: the caller compares.
    /// Ids that share a hash are walked through in turn.
    pub(super) fn find(&self, id: &str, at: impl Fn(usize) -> &'static str) -> Option<usize> {
        let mut place = hash(id.as_bytes());
        loop {
            let position = usize::from(*self.0.get(place)?).checked_sub(1)?;
            if at(position) == id {
                return Some(position);
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// FNV-1a, folded to a place of the table.
#[allow(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "`for` and `From` are not yet const"
)]
const fn hash(bytes: &[u8]) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 16)) as usize % PLACES
}

/// Whether two texts are the same, at compile time.
#[allow(clippy::indexing_slicing, reason = "runs at compile time only")]
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
