//! The codeboom: a taxonomy as a picture that reads from left to right, from its title over themes and labels to codes.
//! A line is thicker the more cases carry what it leads to, so it can be read in grey; names are wrapped, never cut.
//!
//! In: a tree of [`Twig`]s with their words ready. Out: a [`Picture`], SVG that takes its colours and font from the page
//! around it. Every twig owns a horizontal band that holds itself and all below it, and every level its own column;
//! bands of siblings and columns never share a point, which is why no two names can overlap.

mod measure;

use measure::{Weight, width, wrap};
use std::fmt::Write as _;

/// A thing in the tree with what stands below it.
#[derive(Debug, Clone, Default)]
pub struct Twig {
    /// Name.
    pub name: String,
    /// Column it belongs to: 0 the title, 1 themes, 2 labels, 3 and up codes; it always stands right of its parent.
    pub level: usize,
    /// Short count behind the name (`12/18`), or empty.
    pub count: String,
    /// The count as words, for a screen reader and a pointer that rests on the name.
    pub spoken: String,
    /// Share of the cases, 0 to 1: the weight of the line that leads here.
    pub share: f64,
    /// Where the name leads, or empty.
    pub link: String,
    /// What stands below.
    pub children: Vec<Twig>,
}

/// Words around the picture.
#[derive(Debug, Clone, Copy)]
pub struct PictureWords<'w> {
    /// Unique in the page; the ids of title and description start with it.
    pub id: &'w str,
    /// Title.
    pub title: &'w str,
    /// What the picture shows and how to read it.
    pub description: &'w str,
}

/// A drawn codeboom.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The boxes of the names, from the top down.
    pub names: Vec<NameBox>,
    /// The `svg` element.
    pub svg: String,
}

/// Where a name stands.
#[derive(Debug, Clone)]
pub struct NameBox {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The lines of the name.
    pub lines: Vec<String>,
}

/// How one column is set.
struct Style {
    class: &'static str,
    size: f64,
    weight: Weight,
    widest: f64,
}

const STYLES: [Style; 4] = [
    Style { class: "title", size: 16.0, weight: Weight::Semibold, widest: 150.0 },
    Style { class: "theme", size: 15.0, weight: Weight::Semibold, widest: 190.0 },
    Style { class: "label", size: 14.0, weight: Weight::Regular, widest: 280.0 },
    Style { class: "code", size: 13.0, weight: Weight::Regular, widest: 240.0 },
];
const COUNT_SIZE: f64 = 12.0;
const LEADING: f64 = 1.3;
/// Between two names of one column.
const AIR: f64 = 8.0;
/// More of it around what stands below one name.
const GROUP_AIR: f64 = 6.0;
/// Between two columns, where the lines bend.
const GAP: f64 = 56.0;
const EDGE: f64 = 8.0;

/// Draws the tree.
#[must_use]
pub fn codeboom(root: &Twig, words: PictureWords<'_>) -> Picture {
    let mut laid = lay(root, root.level);
    let mut natural: Vec<f64> = Vec::new();
    widths(&laid, &mut natural);
    // A level that nothing stands on takes no room.
    let mut edges = Vec::with_capacity(natural.len());
    let mut x = EDGE;
    for width in &natural {
        edges.push((x, x + width));
        x += if *width > 0.0 { width + GAP } else { 0.0 };
    }
    let full = (x - GAP + EDGE).max(2.0 * EDGE);
    stand(&mut laid, EDGE, &edges);
    let height = laid.band + 2.0 * EDGE;
    let mut drawing = Drawing { edges, lines: String::new(), text: String::new(), names: Vec::new() };
    drawing.draw(&laid);
    let PictureWords { id, title, description } = words;
    let svg = format!(
        "<svg class=\"codeboom\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {full:.0} {height:.0}\" width=\"{full:.0}\" \
         height=\"{height:.0}\" role=\"group\" aria-labelledby=\"{id}-t {id}-d\">\n<title id=\"{id}-t\">{}</title>\n\
         <desc id=\"{id}-d\">{}</desc>\n<g class=\"branches\" aria-hidden=\"true\">\n{}</g>\n<g class=\"names\">\n{}</g>\n</svg>",
        escaped(title),
        escaped(description),
        drawing.lines,
        drawing.text,
        id = escaped(id),
    );
    Picture { width: full, height, names: drawing.names, svg }
}

/// A twig with the room it takes.
struct Laid<'t> {
    twig: &'t Twig,
    column: usize,
    style: &'static Style,
    lines: Vec<String>,
    /// Whether the count stands on a line of its own.
    count_below: bool,
    width: f64,
    height: f64,
    /// Height of itself and everything below it.
    band: f64,
    x: f64,
    y: f64,
    children: Vec<Laid<'t>>,
}

impl Laid<'_> {
    fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

fn lay(twig: &Twig, column: usize) -> Laid<'_> {
    let style = &STYLES[column.min(STYLES.len() - 1)];
    let lines = wrap(&twig.name, style.weight, style.size, style.widest);
    let mut room = lines.iter().map(|line| width(line, style.weight, style.size)).fold(0.0, f64::max);
    let mut count_below = false;
    if !twig.count.is_empty() {
        let count = width(&twig.count, Weight::Regular, COUNT_SIZE);
        let last = lines.last().map_or(0.0, |line| width(line, style.weight, style.size));
        let beside = last + COUNT_SIZE / 2.0 + count;
        count_below = beside > style.widest;
        room = room.max(if count_below { count } else { beside });
    }
    let rows = lines.len() + usize::from(count_below);
    #[expect(clippy::cast_precision_loss, reason = "a name has at most a few dozen lines")]
    let height = rows as f64 * style.size * LEADING;
    let children: Vec<Laid<'_>> = twig.children.iter().map(|child| lay(child, child.level.max(column + 1))).collect();
    let below: f64 = children.iter().map(|child| child.band).sum();
    let group = if children.is_empty() { 0.0 } else { GROUP_AIR };
    let band = below.max(height + AIR) + group;
    Laid { twig, column, style, lines, count_below, width: room, height, band, x: 0.0, y: 0.0, children }
}

/// The width of each column: its widest name.
fn widths(laid: &Laid<'_>, natural: &mut Vec<f64>) {
    if natural.len() <= laid.column {
        natural.resize(laid.column + 1, 0.0);
    }
    natural[laid.column] = natural[laid.column].max(laid.width);
    for child in &laid.children {
        widths(child, natural);
    }
}

/// Gives everything its place: children one under the other in the middle of the band, the name beside them.
fn stand(laid: &mut Laid<'_>, top: f64, edges: &[(f64, f64)]) {
    laid.x = edges[laid.column].0;
    let below: f64 = laid.children.iter().map(|child| child.band).sum();
    let mut at = top + (laid.band - below) / 2.0;
    for child in &mut laid.children {
        stand(child, at, edges);
        at += child.band;
    }
    let middle = match (laid.children.first(), laid.children.last()) {
        (Some(first), Some(last)) => f64::midpoint(first.middle(), last.middle()),
        _ => top + laid.band / 2.0,
    };
    laid.y = (middle - laid.height / 2.0).clamp(top, top + laid.band - laid.height);
}

struct Drawing {
    edges: Vec<(f64, f64)>,
    lines: String,
    text: String,
    names: Vec<NameBox>,
}

impl Drawing {
    fn draw(&mut self, laid: &Laid<'_>) {
        self.name(laid);
        for child in &laid.children {
            self.branch(laid, child);
            self.draw(child);
        }
    }

    /// From the end of the parent's words over the bend to the child; past columns that it skips it runs level.
    fn branch(&mut self, parent: &Laid<'_>, child: &Laid<'_>) {
        let (from, to) = (parent.x + parent.width + 6.0, child.x - 6.0);
        let bend = self.edges[parent.column].1 + 6.0;
        let settled = bend + GAP - 12.0;
        let half = f64::midpoint(bend, settled);
        let weight = if child.twig.share > 0.0 { 1.0 + 3.0 * child.twig.share.min(1.0) } else { 1.0 };
        let class = if child.twig.share > 0.0 { "branch" } else { "branch none" };
        let (start, end) = (parent.middle(), child.middle());
        let _ = writeln!(
            self.lines,
            "<path class=\"{class}\" stroke-width=\"{weight:.1}\" d=\"M{from:.1} {start:.1}H{bend:.1}C{half:.1} {start:.1} \
             {half:.1} {end:.1} {settled:.1} {end:.1}H{to:.1}\"/>",
        );
    }

    fn name(&mut self, laid: &Laid<'_>) {
        let Style { class, size, .. } = *laid.style;
        let twig = laid.twig;
        let step = size * LEADING;
        let linked = !twig.link.is_empty();
        if linked {
            let _ = write!(self.text, "<a href=\"{}\">", escaped(&twig.link));
        }
        let _ = write!(self.text, "<g class=\"{class}\"><title>{}", escaped(&twig.name));
        if !twig.spoken.is_empty() {
            let _ = write!(self.text, " ({})", escaped(&twig.spoken));
        }
        let _ = write!(self.text, "</title><text font-size=\"{size}\">");
        let mut baseline = laid.y + step * 0.75;
        for (number, line) in laid.lines.iter().enumerate() {
            let space = if number == 0 { "" } else { " " };
            let _ =
                write!(self.text, "{space}<tspan x=\"{:.1}\" y=\"{baseline:.1}\">{}</tspan>", laid.x, escaped(line));
            baseline += step;
        }
        if !twig.count.is_empty() {
            let count = escaped(&twig.count);
            if laid.count_below {
                let place = format!("x=\"{:.1}\" y=\"{baseline:.1}\"", laid.x);
                let _ = write!(self.text, " <tspan class=\"count\" font-size=\"{COUNT_SIZE}\" {place}>{count}</tspan>");
            } else {
                let _ =
                    write!(self.text, " <tspan class=\"count\" font-size=\"{COUNT_SIZE}\" dx=\"2\">{count}</tspan>");
            }
        }
        self.text.push_str("</text></g>");
        self.text.push_str(if linked { "</a>\n" } else { "\n" });
        self.names.push(NameBox {
            x: laid.x,
            y: laid.y,
            width: laid.width,
            height: laid.height,
            lines: laid.lines.clone(),
        });
    }
}

/// The words as they may stand in SVG, in text and in attributes.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML knows no other control characters.
            letter if letter.is_control() && !matches!(letter, '\t' | '\n' | '\r') => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    const WORDS: [&str; 10] =
        ["zo'n", "’s", "avonds", "noaberplicht", "één", "<script>", "mantelzorgondersteuning", "家族", "de", "&"];

    fn name(random: &mut ChaCha8Rng) -> String {
        let longest = [8, 40, 200][random.random_range(0..3)];
        let mut name = String::new();
        while name.chars().count() < longest {
            let word = WORDS[random.random_range(0..WORDS.len())];
            name.push_str(word);
            name.push_str(if random.random_bool(0.9) { " " } else { "" });
        }
        name.chars().take(200).collect::<String>().trim().to_owned()
    }

    fn twig(random: &mut ChaCha8Rng, level: usize, below: &[usize]) -> Twig {
        let most = below.first().copied().unwrap_or(0);
        let children = if most == 0 { 0 } else { random.random_range(0..=most) };
        let skip = usize::from(level < 3 && random.random_bool(0.2));
        Twig {
            name: name(random),
            level,
            count: ["12/18", "", "1 234/5 678"][random.random_range(0..3)].to_owned(),
            spoken: "12 van 18".to_owned(),
            share: random.random(),
            link: "thema-1-1.html#n1".to_owned(),
            children: (0..children).map(|_| twig(random, level + 1 + skip, below.get(1..).unwrap_or(&[]))).collect(),
        }
    }

    fn words() -> PictureWords<'static> {
        PictureWords { id: "boom", title: "Titel", description: "Beschrijving" }
    }

    fn overlap(a: &NameBox, b: &NameBox) -> bool {
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    }

    fn names_of<'t>(twig: &'t Twig, names: &mut Vec<&'t str>) {
        names.push(&twig.name);
        for child in &twig.children {
            names_of(child, names);
        }
    }

    fn letters(text: &str) -> String {
        text.split_whitespace().collect()
    }

    #[test]
    fn no_two_names_overlap_and_no_word_is_lost_in_any_tree() {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        for round in 0..60 {
            let root = twig(&mut random, 0, &[6, 9, 6, 2, 2]);
            let picture = codeboom(&root, words());
            let mut wanted = Vec::new();
            names_of(&root, &mut wanted);
            assert_eq!(picture.names.len(), wanted.len());
            for (drawn, wanted) in picture.names.iter().zip(wanted) {
                assert_eq!(letters(&drawn.lines.concat()), letters(wanted), "tree {round}");
            }
            for (number, a) in picture.names.iter().enumerate() {
                let inside =
                    a.x >= 0.0 && a.y >= 0.0 && a.x + a.width <= picture.width && a.y + a.height <= picture.height;
                assert!(inside, "{a:?} leaves the picture");
                for b in &picture.names[number + 1..] {
                    assert!(!overlap(a, b), "tree {round}: {a:?} and {b:?}");
                }
            }
            assert!(!picture.svg.contains("<script"), "names are text");
        }
    }

    #[test]
    fn small_trees_are_drawn_too() {
        let leaf = |level, name: &str| Twig { name: name.to_owned(), level, ..Twig::default() };
        let cases = [
            ("only a title", vec![]),
            ("one theme", vec![leaf(1, "Steun")]),
            ("codes without labels", (0..10).map(|_| leaf(3, &"lange code ".repeat(18))).collect()),
        ];
        for (case, children) in cases {
            let root = Twig { children, ..leaf(0, "Samen thuis") };
            let picture = codeboom(&root, words());
            assert!(picture.width > 0.0 && picture.height > 0.0, "{case}");
            assert_eq!(picture.names.len(), root.children.len() + 1, "{case}");
        }
    }

    #[test]
    fn a_thicker_line_means_more_cases() {
        let with = |share| Twig { name: "a".into(), level: 1, share, ..Twig::default() };
        let root = Twig { name: "t".into(), children: vec![with(0.0), with(0.5), with(1.0)], ..Twig::default() };
        let svg = codeboom(&root, words()).svg;
        for (weight, class) in [("1.0", "branch none"), ("2.5", "branch"), ("4.0", "branch")] {
            assert!(svg.contains(&format!("class=\"{class}\" stroke-width=\"{weight}\"")), "{weight}");
        }
    }
}
