//! A drawing of the times: for each endpoint, what each part of the requests did not exceed.

use std::collections::BTreeMap;

use super::contender::Contender;
use super::samples::Latencies;

/// Of a panel, with its labels.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 250.0;
const LEFT: f64 = 62.0;
const TOP: f64 = 34.0;
const RIGHT: f64 = 26.0;
const BOTTOM: f64 = 34.0;
/// Above the panels.
const HEAD: f64 = 34.0;
/// The parts of the requests that have a line, in thousandths: each is a tenth of what the one before left.
const PARTS: [(usize, &str); 5] = [
    (0, "0"),
    (500, "50 %"),
    (900, "90 %"),
    (990, "99 %"),
    (999, "99.9 %"),
];
/// How many points a curve has.
const POINTS: u32 = 90;
/// The decades of milliseconds.
const DECADES: [f64; 6] = [0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0];

const STYLE: &str = "\
svg{background:#fff;font:12px system-ui,sans-serif}\
text{fill:#222}\
.grid{stroke:#ddd;stroke-width:1}\
.curve{fill:none;stroke-width:2}\
.c0{stroke:#0060a8}.c1{stroke:#c04a00;stroke-dasharray:7 3}.c2{stroke:#007a55;stroke-dasharray:2 3}\
@media (prefers-color-scheme:dark){\
svg{background:#16181c}\
text{fill:#e4e4e4}\
.grid{stroke:#3a3d44}\
.c0{stroke:#62b5f5}.c1{stroke:#ffa25c}.c2{stroke:#43cf9f}}";

/// Draws a panel for each endpoint, with a curve for each server.
pub(super) fn draw(contenders: &[Contender]) -> String {
    let mut panels: BTreeMap<&str, Vec<(usize, Latencies)>> = BTreeMap::new();
    for (place, contender) in contenders.iter().enumerate() {
        for (endpoint, latencies) in contender.samples.endpoints() {
            panels.entry(endpoint).or_default().push((place, latencies));
        }
    }
    let names: Vec<_> = contenders.iter().map(|one| one.name.as_str()).collect();
    svg(&names, &panels)
}

fn svg(names: &[&str], panels: &BTreeMap<&str, Vec<(usize, Latencies)>>) -> String {
    let legend = names.iter().zip(0_u8..).map(|(name, place)| {
        let x = LEFT + 170.0 * f64::from(place);
        let text = x + 34.0;
        format!(
            "<path class='curve c{place}' d='M{x} 20h28'/><text x='{text}' y='24'>{name}</text>\n"
        )
    });
    let drawn = panels
        .iter()
        .zip(0_u8..)
        .map(|((endpoint, curves), place)| {
            let x = WIDTH * f64::from(place % 2);
            let y = HEAD + HEIGHT * f64::from(place / 2);
            let panel = panel(endpoint, curves);
            format!("<g transform='translate({x} {y})'>\n{panel}</g>\n")
        });
    let body: String = legend.chain(drawn).collect();
    let width = 2.0 * WIDTH;
    let rows = panels.iter().step_by(2).map(|_| HEIGHT);
    let height = HEAD + rows.sum::<f64>();
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' role='img'>\n\
         <title>Times of requests, by the part of them that took no longer</title>\n\
         <style>{STYLE}</style>\n{body}</svg>\n",
    )
}

fn panel(endpoint: &str, curves: &[(usize, Latencies)]) -> String {
    let scale = Scale::of(curves);
    let (bottom, foot) = (HEIGHT - BOTTOM, HEIGHT - BOTTOM + 18.0);
    let parts = PARTS.into_iter().map(|(thousandths, label)| {
        let x = across(thousandths);
        format!(
            "<path class='grid' d='M{x:.1} {TOP}V{bottom}'/>\
             <text x='{x:.1}' y='{foot}' text-anchor='middle'>{label}</text>\n",
        )
    });
    let (margin, right) = (LEFT - 6.0, WIDTH - RIGHT);
    let decades = DECADES.into_iter().filter(|&decade| scale.has(decade));
    let decades = decades.map(|decade| {
        let y = scale.down(decade);
        let middle = y + 4.0;
        format!(
            "<path class='grid' d='M{LEFT} {y:.1}H{right}'/>\
             <text x='{margin}' y='{middle:.1}' text-anchor='end'>{decade} ms</text>\n",
        )
    });
    let curves = curves.iter().map(|(place, latencies)| {
        let points = thousandths().filter_map(|part| {
            let time = latencies.quantile(part)?;
            Some(format!("{:.1},{:.1}", across(part), scale.down(time)))
        });
        let points = points.collect::<Vec<_>>().join(" ");
        format!("<polyline class='curve c{place}' points='{points}'/>\n")
    });
    let heading = format!("<text x='{LEFT}' y='22' font-weight='600'>{endpoint}</text>\n");
    let heading = std::iter::once(heading);
    heading.chain(parts).chain(decades).chain(curves).collect()
}

/// The parts that a curve goes through, at equal distances.
fn thousandths() -> impl Iterator<Item = usize> {
    let parts = (0..=POINTS).map(|point| {
        let left = 1000.0 * 10_f64.powf(-3.0 * f64::from(point) / f64::from(POINTS));
        // Between 1 and 1000, which fits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let left = left.round() as usize;
        1000 - left
    });
    parts.collect::<std::collections::BTreeSet<_>>().into_iter()
}

fn across(thousandths: usize) -> f64 {
    // At most 1000, which a float holds.
    #[allow(clippy::cast_precision_loss)]
    let left = (1000 - thousandths.min(999)) as f64 / 1000.0;
    LEFT + (WIDTH - LEFT - RIGHT) * -left.log10() / 3.0
}

/// Milliseconds, from the bottom to the top.
struct Scale {
    below: f64,
    decades: f64,
}

impl Scale {
    /// Whole decades that hold all curves but for the slowest thousandth.
    fn of(curves: &[(usize, Latencies)]) -> Self {
        let all = curves.iter().map(|(_, latencies)| latencies);
        let least = all.clone().filter_map(|one| one.quantile(0));
        let most = all.filter_map(|one| one.quantile(999));
        let least = least.fold(f64::INFINITY, f64::min);
        let most = most.fold(0.0, f64::max);
        let [first, .., last] = DECADES;
        let below = DECADES.into_iter().rev().find(|&decade| decade <= least);
        let below = below.unwrap_or(first);
        let above = DECADES.into_iter().find(|&decade| decade >= most);
        Self {
            below,
            decades: (above.unwrap_or(last) / below).log10().max(1.0),
        }
    }

    fn has(&self, decade: f64) -> bool {
        (-0.1..self.decades + 0.1).contains(&(decade / self.below).log10())
    }

    fn down(&self, milliseconds: f64) -> f64 {
        let up = (milliseconds.max(self.below) / self.below).log10() / self.decades;
        HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * up.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_endpoint_has_a_panel_with_a_curve_for_each_server() {
        let times = Latencies::new((1..=1000).map(|time| f64::from(time) / 100.0).collect());
        let both = vec![(0, times.clone()), (1, times)];
        let panels = BTreeMap::from([("/health", both.clone()), ("/api", both)]);
        let svg = svg(&["ours", "theirs"], &panels);
        assert_eq!(svg.matches("<polyline").count(), 4);
        assert_eq!(svg.matches("class='curve c1' points").count(), 2);
        // From 0.01 to 9.99 ms, drawn from 0.1 to 10.
        assert!(svg.contains("points='62.0,216.0 "), "{svg}");
        assert!(svg.contains("374.0,34.0'"), "{svg}");
    }
}
