//! How measures are rated, with the numbers in use, and what the other words mean.

use crate::board::Report;
use crate::document::Block;
use crate::strategy::{Good, Indicator, Method, Tolerance};
use crate::text;

/// The rules in use by the measures of a paper, and the words of direction.
pub(super) fn key(report: &Report<'_>) -> Vec<Block> {
    let indicators: Vec<&Indicator> = report.position.rows.iter().map(|row| row.indicator).collect();
    let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
    for indicator in &indicators {
        let rule = rule(&indicator.rating.method);
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, titles)) => titles.push(&indicator.title),
            None => rules.push((rule, vec![&indicator.title])),
        }
    }
    // What most are rated by is said without their names.
    rules.sort_by_key(|(_, titles)| std::cmp::Reverse(titles.len()));
    let is_one = rules.len() < 2;
    let rule = |(place, (rule, titles)): (usize, (String, Vec<&str>))| match place {
        0 if is_one => text::capitalised(&rule),
        0 => format!("{} This goes for every measure but those named next.", text::capitalised(&rule)),
        _ => format!("{}: {rule}", text::list(&titles)),
    };
    let mut lines: Vec<String> = rules.into_iter().enumerate().map(rule).collect();
    lines.push(
        "Figures are compared as they are, and rounded only to be shown. A figure that just meets its target is on target."
            .to_owned(),
    );
    lines.push(
        "Direction is since the figure before, or a year earlier where that is not comparable. Improving is towards what is good, \
         whether that is a higher or a lower figure; not comparable means that the way of measuring changed in between."
            .to_owned(),
    );
    if indicators.iter().any(|indicator| indicator.good == Good::None) {
        lines.push("Some measures are watched: neither higher nor lower is better, and they are not rated.".to_owned());
    }
    vec![Block::List(lines)]
}

/// A method with its numbers, as a sentence.
fn rule(method: &Method) -> String {
    match method {
        Method::Tolerance(tolerance) => format!(
            "on target where the target due is met; near target where it is missed by no more than {}; off target beyond that.",
            allowance(*tolerance)
        ),
        Method::Floor(floor) => format!(
            "on target where the target due is met; near target where it is missed and the floor standard of {floor} is reached; off \
             target below that, and action must be taken."
        ),
        Method::ToleranceTrend(tolerance) => format!(
            "on target where the target due is met, or missed by no more than {}; near target beyond that where the figure is no worse \
             than a year earlier; off target else.",
            allowance(*tolerance)
        ),
        Method::Improvement(bands) => {
            let bands: Vec<String> = bands.0.iter().map(|band| format!("{} from {}%", band.name, band.least)).collect();
            format!("rated by how much of the change due was made: {}; red below that.", text::list(&bands))
        }
        Method::None => "watched, not rated.".to_owned(),
    }
}

fn allowance(tolerance: Tolerance) -> String {
    match tolerance {
        Tolerance::Percent(percent) => format!("{percent}% of it"),
        Tolerance::Points(points) => format!("{points}, in the measure's own unit"),
    }
}
