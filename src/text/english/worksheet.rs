//! The codes of worksheets in words.

/// A code; empty where it means nothing.
pub(super) fn word(code: &str) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == code).map_or("", |(_, word)| word)
}

/// Codes and their words: sides, joints, what is known of a joint, how often a
/// dose is taken, how a site of the skin was graded.
const WORDS: &[(&str, &str)] = &[
    ("right", "Right"),
    ("left", "Left"),
    ("shoulder", "Shoulder"),
    ("elbow", "Elbow"),
    ("wrist", "Wrist"),
    ("mcp_1", "MCP 1"),
    ("mcp_2", "MCP 2"),
    ("mcp_3", "MCP 3"),
    ("mcp_4", "MCP 4"),
    ("mcp_5", "MCP 5"),
    ("pip_1", "Thumb IP"),
    ("pip_2", "PIP 2"),
    ("pip_3", "PIP 3"),
    ("pip_4", "PIP 4"),
    ("pip_5", "PIP 5"),
    ("hip", "Hip"),
    ("knee", "Knee"),
    ("ankle", "Ankle"),
    ("mtp_1", "MTP 1"),
    ("mtp_2", "MTP 2"),
    ("mtp_3", "MTP 3"),
    ("mtp_4", "MTP 4"),
    ("mtp_5", "MTP 5"),
    ("not_examined", "Not examined"),
    ("not_inflamed", "Not inflamed"),
    ("inflamed", "Inflamed"),
    ("daily", "Once a day"),
    ("twice_daily", "Twice a day"),
    ("alternate_days", "Every other day"),
    ("weekly", "Once a week"),
    ("every_days", "Every so many days"),
    ("maximum", "Highest grade of the site"),
    ("average", "Average of the site"),
    ("representative", "Representative area"),
];
