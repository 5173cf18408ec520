//! A body on which the sites of the skin score are touched: a calm figure that
//! stands and faces the viewer, so that the patient's right is on the viewer's
//! left. It shows the backs of the hands.
//!
//! A shape is a row of points on its outline; the curve runs smoothly through
//! all of them. Only the right half is drawn. The left is the right, mirrored
//! by its numbers, so that the two can never differ.

use super::Side;
use super::skin::{SkinRegion, SkinSite};

/// The coordinates of the figure, for the `viewBox` of its SVG.
pub const VIEW_BOX: &str = "0 0 400 840";

/// The width of the figure, which the middle of the body halves.
const WIDTH: i16 = 400;

/// A point: to the right, and down.
pub type Point = (i16, i16);

/// The points of an outline. One that begins and ends in the middle of the body
/// is its right half.
type Outline = &'static [Point];

/// How a region is drawn on the right.
struct Drawing {
    /// Where its grade is written.
    label: Point,
    /// Its outlines: one, or one a finger.
    outlines: &'static [Outline],
}

#[rustfmt::skip]
const FACE: Drawing = Drawing {
    label: (200, 94),
    outlines: &[&[
        (200, 50), (180, 52), (166, 64), (162, 86), (166, 110), (180, 129), (200, 136),
    ]],
};
#[rustfmt::skip]
const ANTERIOR_CHEST: Drawing = Drawing {
    label: (200, 222),
    outlines: &[&[
        (200, 171), (182, 169), (164, 166), (149, 172), (141, 186), (140, 208), (145, 236),
        (149, 264), (158, 273), (200, 276),
    ]],
};
#[rustfmt::skip]
const ABDOMEN: Drawing = Drawing {
    label: (200, 332),
    outlines: &[&[
        (200, 283), (160, 281), (150, 288), (151, 312), (148, 342), (142, 366), (145, 377),
        (158, 381), (200, 383),
    ]],
};
#[rustfmt::skip]
const FINGERS: Drawing = Drawing {
    label: (47, 555),
    outlines: &[
        &[
            (34, 480), (34, 487), (30, 500), (26, 509), (23, 516), (17, 514), (17, 507),
            (18, 496), (22, 483), (26, 478),
        ],
        &[
            (48, 485), (49, 491), (46, 512), (43, 527), (40, 533), (34, 533), (33, 525),
            (34, 510), (37, 489), (40, 483),
        ],
        &[
            (62, 484), (64, 490), (63, 511), (61, 529), (59, 536), (53, 536), (51, 529),
            (51, 511), (52, 490), (54, 484),
        ],
        &[
            (76, 480), (78, 486), (79, 504), (78, 520), (76, 527), (70, 527), (68, 520),
            (67, 504), (66, 486), (68, 480),
        ],
        &[
            (89, 435), (94, 439), (100, 452), (100, 465), (100, 472), (94, 474), (91, 467),
            (86, 456), (83, 444), (83, 437),
        ],
    ],
};
#[rustfmt::skip]
const HAND: Drawing = Drawing {
    label: (55, 450),
    outlines: &[&[
        (56, 419), (70, 420), (76, 431), (79, 450), (76, 467), (68, 474), (50, 475), (34, 469),
        (30, 459), (38, 441), (47, 426),
    ]],
};
#[rustfmt::skip]
const FOREARM: Drawing = Drawing {
    label: (84, 352),
    outlines: &[&[
        (103, 311), (106, 321), (102, 343), (90, 372), (80, 399), (76, 409), (71, 414), (59, 410),
        (57, 404), (58, 393), (64, 364), (70, 333), (77, 313), (85, 307),
    ]],
};
#[rustfmt::skip]
const UPPER_ARM: Drawing = Drawing {
    label: (112, 236),
    outlines: &[&[
        (134, 173), (119, 174), (107, 186), (101, 208), (95, 240), (85, 276), (83, 294),
        (92, 302), (106, 302), (115, 294), (121, 268), (131, 232), (136, 206), (138, 184),
    ]],
};
#[rustfmt::skip]
const THIGH: Drawing = Drawing {
    label: (162, 515),
    outlines: &[&[
        (136, 424), (144, 426), (168, 441), (188, 454), (194, 466), (193, 500), (189, 540),
        (184, 575), (180, 598), (172, 606), (152, 607), (144, 600), (139, 566), (132, 520),
        (128, 474), (130, 434),
    ]],
};
#[rustfmt::skip]
const LOWER_LEG: Drawing = Drawing {
    label: (160, 678),
    outlines: &[&[
        (150, 615), (172, 614), (180, 620), (181, 650), (179, 690), (174, 730), (172, 754),
        (166, 760), (154, 760), (149, 754), (146, 728), (139, 690), (138, 654), (143, 622),
    ]],
};
#[rustfmt::skip]
const FOOT: Drawing = Drawing {
    label: (156, 795),
    outlines: &[&[
        (155, 768), (167, 768), (174, 778), (178, 796), (175, 810), (160, 816), (138, 815),
        (130, 806), (137, 792), (148, 778),
    ]],
};

/// The head, the neck and the hips, which have no grade.
#[rustfmt::skip]
const NEUTRAL: [Outline; 3] = [
    &[
        (200, 24), (175, 30), (160, 50), (158, 76), (151, 80), (152, 96), (161, 103), (172, 114),
        (200, 118),
    ],
    &[
        (200, 112), (184, 112), (179, 122), (179, 146), (172, 156), (176, 163), (200, 165),
    ],
    &[
        (200, 390), (158, 388), (143, 386), (137, 396), (134, 412), (140, 417), (168, 433),
        (190, 447), (200, 451),
    ],
];

/// The path of a site: the `d` of an SVG path.
#[must_use]
pub fn path(site: SkinSite) -> String {
    let mut path = String::new();
    for outline in drawing(site.region).outlines {
        match site.side {
            Some(Side::Right) => push_curve(&mut path, outline),
            Some(Side::Left) => push_curve(&mut path, &mirrored(outline)),
            None => push_curve(&mut path, &whole(outline)),
        }
    }
    path
}

/// Where the grade of a site is written: the middle of its digit. The fingers
/// have theirs below their tips.
#[must_use]
pub const fn label(site: SkinSite) -> Point {
    let right = drawing(site.region).label;
    match site.side {
        Some(Side::Right) | None => right,
        Some(Side::Left) => mirror(right),
    }
}

/// The paths of what has no grade, to be drawn first: the sites lie on them.
#[must_use]
pub fn neutral() -> [String; 3] {
    NEUTRAL.map(|outline| {
        let mut path = String::new();
        push_curve(&mut path, &whole(outline));
        path
    })
}

const fn drawing(region: SkinRegion) -> &'static Drawing {
    match region {
        SkinRegion::Face => &FACE,
        SkinRegion::AnteriorChest => &ANTERIOR_CHEST,
        SkinRegion::Abdomen => &ABDOMEN,
        SkinRegion::Fingers => &FINGERS,
        SkinRegion::Hand => &HAND,
        SkinRegion::Forearm => &FOREARM,
        SkinRegion::UpperArm => &UPPER_ARM,
        SkinRegion::Thigh => &THIGH,
        SkinRegion::LowerLeg => &LOWER_LEG,
        SkinRegion::Foot => &FOOT,
    }
}

/// A point on the other side of the body.
const fn mirror((right, down): Point) -> Point {
    (WIDTH - right, down)
}

/// An outline on the other side of the body.
fn mirrored(outline: Outline) -> Vec<Point> {
    outline.iter().copied().map(mirror).collect()
}

/// Both halves of an outline, whose two ends lie in the middle.
fn whole(half: Outline) -> Vec<Point> {
    let back = half.iter().rev().copied().map(mirror).filter(|point| !half.contains(point));
    half.iter().copied().chain(back).collect()
}

/// Draws the closed curve through points: from each to the next, towards where
/// its neighbours point.
fn push_curve(path: &mut String, points: &[Point]) {
    let next = |turn: usize| points.iter().copied().cycle().skip(turn).take(points.len());
    let last = points.len().saturating_sub(1);
    push(path, 'M', points.first().copied());
    for (((before, from), to), after) in next(last).zip(next(0)).zip(next(1)).zip(next(2)) {
        let leaves = toward(from, before, to, 1);
        let arrives = toward(to, from, after, -1);
        push(path, 'C', [leaves, arrives, to]);
    }
    path.push('Z');
}

/// A sixth of the way that the neighbours of a point lie apart, onwards or
/// back: what makes a row of cubic curves smooth.
const fn toward(point: Point, before: Point, after: Point, onwards: i16) -> Point {
    let (right, down) = ((after.0 - before.0) / 6, (after.1 - before.1) / 6);
    (point.0 + right * onwards, point.1 + down * onwards)
}

/// Writes a command and its points.
fn push(path: &mut String, command: char, points: impl IntoIterator<Item = Point>) {
    path.push(command);
    let numbers = points.into_iter().flat_map(|(right, down)| [right, down]);
    for (place, number) in numbers.enumerate() {
        if place > 0 {
            path.push(' ');
        }
        path.push_str(&number.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::worksheet::skin::SITES;

    /// The numbers of a path, in pairs.
    fn points(path: &str) -> Vec<Point> {
        let numbers: Vec<i16> = path
            .split(|letter: char| !letter.is_ascii_digit() && letter != '-')
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a whole number"))
            .collect();
        numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    }

    /// The outlines of a site, without the points beside the curve.
    fn outlines(site: SkinSite) -> Vec<Vec<Point>> {
        let path = path(site);
        let outlines = path.split_terminator('Z').map(|outline| {
            let (first, rest) = points(outline)
                .split_first()
                .map(|(it, rest)| (*it, rest.to_vec()))
                .expect("points");
            let on_curve = rest.chunks_exact(3).map(|curve| curve[2]);
            let closed: Vec<Point> = on_curve.collect();
            assert_eq!(closed.last(), Some(&first), "an outline ends where it begins");
            closed
        });
        outlines.collect()
    }

    /// Whether a point lies inside an outline: a ray to the right leaves it an
    /// odd number of times.
    fn holds(outline: &[Point], (x, y): Point) -> bool {
        let edges = outline.iter().zip(outline.iter().cycle().skip(1));
        let crossed = edges.filter(|(one, other)| {
            let (upper, lower) = if one.1 <= other.1 { (one, other) } else { (other, one) };
            let [x, y, ux, uy, lx, ly] = [x, y, upper.0, upper.1, lower.0, lower.1].map(i32::from);
            uy <= y && y < ly && (x - ux) * (ly - uy) < (lx - ux) * (y - uy)
        });
        crossed.count() % 2 == 1
    }

    fn other(site: SkinSite) -> Option<SkinSite> {
        let is_other = |other: &&SkinSite| other.region == site.region && other.side != site.side;
        SITES.iter().find(is_other).copied()
    }

    #[test]
    fn the_left_is_the_right_mirrored() {
        for site in SITES.into_iter().filter(|site| site.side == Some(Side::Right)) {
            let left = other(site).expect("a left side");
            let mirrored: Vec<Point> = points(&path(site)).into_iter().map(mirror).collect();
            assert_eq!(points(&path(left)), mirrored, "{:?}", site.region);
            assert_eq!(label(left), mirror(label(site)));
            // Their right is the viewer's left.
            assert!(label(site).0 < WIDTH / 2);
        }
    }

    #[test]
    fn what_lies_in_the_middle_is_its_own_mirror_image() {
        let middle = SITES.into_iter().filter(|site| site.side.is_none());
        let drawn = middle.clone().map(path).chain(neutral());
        for path in drawn {
            let mut drawn = points(&path);
            let mut mirrored: Vec<Point> = drawn.iter().copied().map(mirror).collect();
            drawn.sort_unstable();
            mirrored.sort_unstable();
            assert_eq!(drawn, mirrored);
        }
        assert!(middle.into_iter().all(|site| label(site).0 == WIDTH / 2));
    }

    #[test]
    fn everything_lies_inside_the_view() {
        let [left, top, width, height] = VIEW_BOX
            .split(' ')
            .map(|number| number.parse::<i16>().expect("a number"))
            .collect::<Vec<_>>()[..]
        else {
            panic!("four numbers")
        };
        assert_eq!((left, top, width), (0, 0, WIDTH));
        let labels = SITES.map(label);
        let drawn = SITES.map(path).into_iter().chain(neutral()).flat_map(|path| points(&path));
        for (x, y) in drawn.chain(labels) {
            assert!((10..=width - 10).contains(&x) && (10..=height - 10).contains(&y), "{x} {y}");
        }
    }

    #[test]
    fn a_label_lies_in_its_own_site_and_in_no_other() {
        for site in SITES {
            for other in SITES {
                let inside = outlines(other).iter().any(|outline| holds(outline, label(site)));
                let own = site == other && site.region != SkinRegion::Fingers;
                assert_eq!(inside, own, "{:?} in {:?}", site.item, other.item);
            }
        }
    }

    #[test]
    fn the_grade_of_the_fingers_stands_below_their_tips() {
        for site in SITES.into_iter().filter(|site| site.region == SkinRegion::Fingers) {
            let tips = outlines(site).into_iter().flatten().map(|(_, down)| down).max();
            assert!(tips.is_some_and(|tips| label(site).1 > tips + 10));
            assert_eq!(outlines(site).len(), 5, "fingers");
        }
    }

    #[test]
    fn no_site_covers_another() {
        for site in SITES {
            for other in SITES.into_iter().filter(|other| *other != site) {
                for outline in outlines(other) {
                    let covered = outlines(site).concat().into_iter().any(|it| holds(&outline, it));
                    assert!(!covered, "{:?} in {:?}", site.item, other.item);
                }
            }
        }
    }

    #[test]
    fn a_path_begins_with_its_first_point_and_closes_each_outline() {
        for site in SITES {
            let path = path(site);
            let of = |command| path.matches(command).count();
            assert!(path.starts_with('M') && path.ends_with('Z'));
            assert_eq!(of('M'), of('Z'));
            assert!(of('C') >= 6);
        }
    }
}
