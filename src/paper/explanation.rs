//! Why the verdict is what it is, line by line: what an officer reads out when asked "why is this red?".

use super::status::heading;
use super::{columns, response};
use crate::board::{Dossier, Standing};
use crate::document::{Block, Document};
use crate::finding::Code;
use crate::judge::{
    Amount, Assessment, Due, Figure, How, Latest, Level, Outcome, Owed, Point, State, Stretch, TrackVerdict, Words,
    percentage,
};
use crate::number::Exact;
use crate::strategy::{Change, Condition, Method, Tolerance};
use crate::time::Period;
use crate::{text, time};

/// The document of `hwb explain INDICATOR`.
#[must_use]
pub fn explanation(dossier: &Dossier<'_>) -> Document {
    let standing = &dossier.standing;
    let words = Words::of(dossier.strategy, standing.indicator, &standing.verdict);
    let mut blocks = vec![Block::Paragraph(heading(dossier.strategy)), Block::Paragraph(verdict_in_words(standing))];
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            blocks.push(Block::Section { title: title.to_owned(), blocks: vec![Block::List(lines)] });
        }
    };
    section("The figure", the_figure(standing, &words));
    match &standing.verdict.state {
        State::Rated(assessment) => {
            let shown = standing.verdict.latest.as_ref().and_then(|latest| Some((latest, latest.figure.as_ref()?)));
            if let Some((latest, figure)) = shown {
                for (place, track) in assessment.tracks.iter().enumerate() {
                    let title = title_of(assessment, place, &words);
                    section(&title, track_lines(track, latest, figure, standing, &words));
                }
                section("Which target decides", deciding(assessment, latest.period, &words));
            }
        }
        State::CannotBeRated(asides) => {
            let period = standing.verdict.latest.as_ref().map(|latest| latest.period);
            section("What is missing", asides.iter().map(|aside| sentence(&words.aside(aside, period))).collect());
        }
        _ => {}
    }
    section("Stretch, reported and never rated", stretch_lines(standing, &words));
    section("Direction", direction_lines(standing));
    section("Timeliness", standing.verdict.owed.map(owed_line).into_iter().collect());
    section("Cases", dossier.cases.iter().map(|case| sentence(&response::case(standing.indicator, case))).collect());
    section("As an exception", standing.exceptions.iter().map(|exception| sentence(&exception.reason)).collect());
    section("Notes", standing.indicator.notes.clone().into_iter().collect());
    Document::new(format!("{} on {}", standing.indicator.title, time::date::long(dossier.occasion.as_of)), blocks)
}

/// The document of `hwb explain CODE`.
#[must_use]
pub fn explanation_of_code(code: Code) -> Document {
    let title = format!("{}[{}]: {}", code.severity().name(), code.name(), code.title());
    Document::new(title, vec![Block::Paragraph(code.explanation().to_owned())])
}

/// The verdict and why, as a sentence.
fn verdict_in_words(standing: &Standing<'_>) -> String {
    match standing.verdict.rating() {
        Some(rating) => {
            sentence(&format!("{}, {}: {}", rating.level.name(), columns::rating(standing).shown, standing.why))
        }
        None => sentence(&standing.why),
    }
}

fn sentence(words: &str) -> String {
    format!("{}.", text::capitalised(words))
}

fn the_figure(standing: &Standing<'_>, words: &Words<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (shown, is_last) in [(&standing.verdict.latest, false), (&standing.verdict.last, true)] {
        let Some(latest) = shown else { continue };
        let lead = if is_last { "The last figure, which is not rated" } else { "The latest row" };
        let value = match &latest.figure {
            Some(figure) => format!("{} {}", words.figures.as_written(figure.typed), unit(words)),
            None => "blank".to_owned(),
        };
        let qualified = columns::qualifiers(latest.status, &latest.markers);
        let known = latest.known_from.map(|day| format!(", known from {}", time::date::day(day))).unwrap_or_default();
        lines.push(format!("{lead}: {}, {}{qualified}{known}.", latest.period, value.trim_end()));
        if let Some(source) = &latest.source {
            lines.push(format!("Source: {source}."));
        }
        if let Some(figure) = latest.figure.as_ref().filter(|_| !is_last) {
            lines.extend(total_lines(figure, &latest.amounts, words));
        }
    }
    lines
}

/// The unit as words after a figure; nothing where its sign stands with the figure.
fn unit<'a>(words: &Words<'a>) -> &'a str {
    match words.indicator.unit.name() {
        "%" | "£" | "count" => "",
        name => name,
    }
}

fn total_lines(figure: &Figure, amounts: &[Amount], words: &Words<'_>) -> Vec<String> {
    let Some(total) = &figure.total else {
        return Vec::new();
    };
    let amounts: Vec<String> = amounts
        .iter()
        .map(|amount| format!("{} ({})", words.figures.as_written(amount.value), amount.period))
        .collect();
    let mut lines = vec![format!(
        "Running total from {} after {}: {} = {}.",
        words.figures.exact(&total.from),
        time::date::day(total.after),
        amounts.join(" + "),
        words.figures.exact(&figure.value)
    )];
    if !total.missing.is_empty() {
        let missing: Vec<String> = total.missing.iter().map(ToString::to_string).collect();
        lines.push(format!("Missing: {}. The true total is at least this.", text::list(&missing)));
    }
    lines
}

fn title_of(assessment: &Assessment, place: usize, words: &Words<'_>) -> String {
    if assessment.tracks.len() == 1 {
        return "The target".to_owned();
    }
    let condition =
        assessment.tracks.get(place).map(|track| words.condition(&track.measured.condition)).unwrap_or_default();
    format!("Target {}: {condition}", place + 1)
}

/// The arithmetic of one track.
fn track_lines(
    track: &TrackVerdict,
    latest: &Latest,
    figure: &Figure,
    standing: &Standing<'_>,
    words: &Words<'_>,
) -> Vec<String> {
    let by = track.measured.by.map(|by| format!(", by {by}")).unwrap_or_default();
    let mut lines = vec![format!("Asked for: {}{by}.", words.condition(&track.measured.condition))];
    lines.extend(baseline_line(&track.measured.due, words));
    lines.extend(change_line(track));
    lines.push(due_line(&track.measured.due, latest, words));
    if let Some(first) = track.measured.due.break_since_start {
        lines.push(format!(
            "Measured in a new way since {first}: the baseline and the figure are not strictly comparable."
        ));
    }
    lines.extend(variance_lines(track, figure));
    lines.push(rating_line(track, &standing.indicator.rating.method));
    lines
}

fn baseline_line(due: &Due, words: &Words<'_>) -> Option<String> {
    let start = due.start.as_ref()?;
    let value = words.figures.exact(&start.value);
    Some(match start.period {
        Some(period) => format!("Baseline: {value} in {period}."),
        None if start.is_declared => format!("Baseline: {value}, of no stated period."),
        None => format!("Start: {value}, with the strategy."),
    })
}

/// How a change becomes a level.
fn change_line(track: &TrackVerdict) -> Option<String> {
    let Condition::Change(change) = &track.measured.condition else {
        return None;
    };
    let start = track.measured.due.start.as_ref()?;
    let level = track.measured.due.last.as_ref()?.to_six();
    let from = start.value.to_six();
    Some(match change {
        Change::Percent(percent) => {
            let change = Exact::from(*percent).percent_of(&start.value.abs()).to_six();
            format!("{percent}% of {from} is {change}; {from} + ({change}) = {level}.")
        }
        Change::Points(number) | Change::Amount(number) => format!("{from} + ({number}) = {level}."),
    })
}

fn due_line(due: &Due, latest: &Latest, words: &Words<'_>) -> String {
    let period = latest.period;
    let value = match &due.level {
        Level::At(level) => level.to_six(),
        Level::Between(lower, upper) => format!("{} to {}", lower.to_six(), upper.to_six()),
    };
    let title = |id: &str| words.strategy.comparator_title(id).to_owned();
    match &due.how {
        How::Standing => format!("Due: {value}, in every period."),
        How::Milestone(by) if *by == period => format!("Due: {value}, the milestone for {by}."),
        How::Milestone(by) => format!("Due: {value}, the next milestone, by {by}, which counts in full."),
        How::AfterLast(by) => format!("Due: {value}; the last milestone, by {by}, has passed and stands."),
        How::Line { from, to, gone, whole, unit } => format!(
            "Due: on the straight line from {} to {}, {gone} of {whole} {} have gone: {} + ({} - {}) x {gone}/{whole} = {value}.",
            point(from),
            point(to),
            unit.noun(),
            from.value.to_six(),
            to.value.to_six(),
            from.value.to_six()
        ),
        How::YearShare { whole, gone, of, unit } => format!(
            "Due: {gone} of the year's {of} {} have gone: {} x {gone}/{of} = {value}.",
            unit.noun(),
            whole.value.to_six()
        ),
        How::Comparator(id) => format!("Due: {value}, the figure of {} for {period}.", title(id)),
        How::Stated(id) => {
            format!("Due: {value}, the figure the strategy states for {}, which has none of its own here.", title(id))
        }
        How::Baseline => format!("Due: {value}, the baseline."),
        How::Earlier(earlier) => format!("Due: {value}, the figure of {earlier}."),
    }
}

fn point(point: &Point) -> String {
    let when = point.period.map_or_else(|| time::date::day(point.end), |period| period.to_string());
    format!("{} ({when})", point.value.to_six())
}

fn variance_lines(track: &TrackVerdict, figure: &Figure) -> Vec<String> {
    let variance = &track.measured.variance;
    if let Level::Between(..) = track.measured.due.level
        && variance.absolute.is_zero()
    {
        return vec![format!("{} lies within the range: the variance is 0.", figure.value.to_six())];
    }
    let side = if variance.absolute.is_zero() {
        "the same"
    } else if variance.is_adverse {
        "worse"
    } else {
        "better"
    };
    let (value, due, absolute) = (figure.value.to_six(), variance.due.to_six(), variance.absolute.to_six());
    let mut lines = vec![format!("Variance: {value} - {due} = {absolute}, {side}.")];
    if let Some(percent) = &variance.percent {
        lines.push(format!("In percent of the value due: {}%.", percent.to_six()));
    }
    lines
}

fn rating_line(track: &TrackVerdict, method: &Method) -> String {
    let rating = format!("{} ({})", track.rating.name, track.rating.level.words());
    let missed = track.measured.variance.absolute.abs().to_six();
    let allows =
        |tolerance: &Tolerance, allowed: &Exact| format!("the tolerance of {tolerance} allows {}", allowed.to_six());
    let reason = match &track.outcome {
        Outcome::Met => "it is met".to_owned(),
        Outcome::JustMissed => "it is equalled, and better is asked for: missed by nothing".to_owned(),
        Outcome::WithinTolerance { tolerance, allowed } => {
            format!("missed by {missed}, and {}", allows(tolerance, allowed))
        }
        Outcome::BeyondTolerance { tolerance, allowed } => {
            format!("missed by {missed}, and {} only", allows(tolerance, allowed))
        }
        Outcome::NoToleranceOfZero => "missed, and a percentage of a value due of 0 allows nothing".to_owned(),
        Outcome::FloorReached(floor) => format!("not met, and the floor of {floor} is reached"),
        Outcome::BelowFloor(floor) => format!("not met, and the floor of {floor} is not reached"),
        Outcome::HeldOnLastYear { tolerance, allowed } => {
            format!(
                "missed by {missed}, {} only; no worse than the same period a year earlier",
                allows(tolerance, allowed)
            )
        }
        Outcome::WorseThanLastYear { tolerance, allowed } => {
            format!(
                "missed by {missed}, {} only; worse than the same period a year earlier",
                allows(tolerance, allowed)
            )
        }
        Outcome::NothingAYearEarlier { tolerance, allowed } => {
            format!("missed by {missed}, {} only; nothing comparable a year earlier", allows(tolerance, allowed))
        }
        Outcome::Made { percent } => {
            let bands = match method {
                Method::Improvement(bands) => {
                    let named = bands.0.iter().map(|band| format!("{} from {}%", band.name, band.least));
                    format!("; the bands are {}, and red below", named.collect::<Vec<_>>().join(", "))
                }
                _ => String::new(),
            };
            format!("{} of the change due from the baseline was made{bands}", percentage(percent))
        }
        Outcome::NoChangeDue => {
            "not met, and the value due is no better than the baseline, so no change can be measured".to_owned()
        }
    };
    let least = match (track.measured.is_incomplete, track.measured.is_met()) {
        (false, _) => "",
        (true, true) => " Amounts are missing; whatever they are, it is met.",
        (true, false) => " Amounts are missing; with them it can only be further off.",
    };
    format!("Rating by the {} method: {rating}, since {reason}.{least}", method.name())
}

fn deciding(assessment: &Assessment, period: Period, words: &Words<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(track) = assessment.decisive().filter(|_| assessment.tracks.len() > 1) {
        let condition = words.condition(&track.measured.condition);
        lines.push(format!("Every target must be met and the worst decides: {condition}."));
    }
    lines.extend(assessment.set_aside.iter().map(|aside| format!("Set aside: {}.", words.aside(aside, Some(period)))));
    lines
}

fn stretch_lines(standing: &Standing<'_>, words: &Words<'_>) -> Vec<String> {
    let period = standing.verdict.latest.as_ref().map(|latest| latest.period);
    let line = |stretch: &Stretch| match stretch {
        Stretch::Judged(measured) => {
            let by = measured.by.map(|by| format!(" by {by}")).unwrap_or_default();
            let met = if measured.is_met() { "met" } else { "not met" };
            let due = measured.variance.due.to_six();
            format!("{}{by}: {met}, {due} due now.", text::capitalised(&words.condition(&measured.condition)))
        }
        Stretch::Aside(aside) => sentence(&words.aside(aside, period)),
    };
    standing.verdict.stretch.iter().map(line).collect()
}

fn direction_lines(standing: &Standing<'_>) -> Vec<String> {
    let Some(direction) = &standing.verdict.direction else {
        return Vec::new();
    };
    let pairs = [("Against the figure before", direction.previous), ("Against a year earlier", direction.year)];
    let line = |(label, compared): (&str, crate::judge::Compared)| {
        let with = compared.with.map(|period| format!(" ({period})")).unwrap_or_default();
        format!("{label}{with}: {}.", compared.course.name().replace('-', " "))
    };
    pairs.into_iter().map(line).collect()
}

fn owed_line(owed: Owed) -> String {
    match owed.expected.map(time::date::day) {
        Some(day) if owed.is_overdue => format!("Overdue: the figure for {} was expected by {day}.", owed.period),
        Some(day) => format!("The next figure, for {}, is expected by {day}.", owed.period),
        None => format!("The next figure is for {}; no lag is declared, so it is never overdue.", owed.period),
    }
}
