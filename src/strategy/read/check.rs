//! Whether an indicator's targets make sense together: with `good`, with the baseline, and with one another.

use std::ops::Range;

use crate::finding::{Code, Finding};
use crate::number::Decimal;
use crate::strategy::side::is_worse;
use crate::strategy::{Change, Condition, Good, Indicator, Method, Path, Reference, Taking, Target, Unit};
use crate::text;
use crate::toml::Reader;

/// Reports what is wrong with the indicator's targets. `table` is where the indicator is declared.
pub(super) fn indicator(reader: &Reader<'_>, indicator: &Indicator, table: &Range<usize>) {
    if let (Some(starts), Some(retired)) = (indicator.starts, indicator.retired)
        && retired < starts
    {
        let message = "the indicator is retired before it starts";
        reader.push(reader.finding(Code::BadSetting, table.clone(), message));
    }
    let checks = Checks { reader, indicator };
    for target in &indicator.targets {
        checks.fits_good(target);
        checks.fits_taking(target);
        checks.fits_method(target);
        checks.on_the_better_side(target);
        checks.after_the_baseline(target);
        checks.within_a_percentage(target);
        checks.used_before_it_ends(target);
    }
    checks.has_a_baseline();
    checks.milestones();
}

struct Checks<'a> {
    reader: &'a Reader<'a>,
    indicator: &'a Indicator,
}

impl Checks<'_> {
    fn finding(&self, code: Code, target: &Target, message: impl Into<String>) -> Finding {
        self.reader.finding(code, target.span.clone(), message)
    }

    fn fits_good(&self, target: &Target) {
        use Condition::{AtLeast, AtMost, Beat, Between, Change, ImproveOn, LessThan, Match, MoreThan};
        let good = self.indicator.good;
        let fits = match &target.condition {
            AtLeast(_) | MoreThan(_) => good == Good::High,
            AtMost(_) | LessThan(_) => good == Good::Low,
            Between(..) => good == Good::Range,
            Change(_) | Beat(_) | Match(_) | ImproveOn(_) => matches!(good, Good::High | Good::Low),
        };
        if fits {
            return;
        }
        let key = target.condition.key();
        let message = format!("`{key}` does not fit good = \"{}\"", good.name());
        let help = match (&target.condition, good) {
            (_, Good::None) => "an indicator with good = \"none\" is watched and takes no target".to_owned(),
            (AtLeast(_) | MoreThan(_), _) => format!("`{key}` needs good = \"high\""),
            (AtMost(_) | LessThan(_), _) => format!("`{key}` needs good = \"low\""),
            (Between(..), _) => "`between` needs good = \"range\"".to_owned(),
            _ => format!("`{key}` needs good = \"high\" or \"low\""),
        };
        self.reader.push(self.finding(Code::TargetMisfit, target, message).help(help));
    }

    fn fits_taking(&self, target: &Target) {
        let taking = self.indicator.taking;
        let refused = match target.condition {
            Condition::ImproveOn(Reference::Previous) => {
                matches!(taking, Taking::Cumulative | Taking::Total | Taking::YearTotal)
            }
            Condition::ImproveOn(Reference::LastYear) => taking == Taking::Total,
            _ => false,
        };
        if refused {
            let message = "a running total is not compared with an earlier one";
            self.reader.push(self.finding(Code::TargetMisfit, target, message));
        }
        let is_total = matches!(taking, Taking::Total | Taking::YearTotal);
        if is_total && matches!(target.condition, Condition::Beat(_) | Condition::Match(_)) {
            let message = "our running total is compared with the comparator's figure for the period";
            let finding = self.finding(Code::ComparatorForTotal, target, message);
            self.reader.push(finding.help("see that the comparator's column holds running totals too"));
        }
        let can_be_linear = match target.condition {
            Condition::Between(..) => false,
            _ => target.condition.makes_milestones() && target.by.is_some() && taking != Taking::EachPeriod,
        };
        if target.path == Some(Path::Linear) && !can_be_linear {
            let message = "the path of this target cannot be a straight line";
            let help = "a line leads to a dated level or change, and never with `each_period` or `between`";
            self.reader.push(self.finding(Code::TargetMisfit, target, message).help(help));
        }
    }

    fn fits_method(&self, target: &Target) {
        let is_range = matches!(target.condition, Condition::Between(..));
        let method = &self.indicator.rating.method;
        if is_range && matches!(method, Method::Improvement(_) | Method::Floor(_)) {
            let message = format!("the {} method cannot judge a range", method.name());
            self.reader.push(self.finding(Code::RatingMisfit, target, message).help("use the tolerance method"));
        }
    }

    fn on_the_better_side(&self, target: &Target) {
        let baseline = self.indicator.baseline.and_then(|baseline| baseline.value);
        if let Some(side) = self.indicator.wrong_side(target, baseline) {
            let from = baseline.map(|value| format!(" of {value}")).unwrap_or_default();
            let message = format!("{} is on the wrong side of the baseline{from}", side.asked);
            self.reader.push(self.finding(Code::TargetWrongSide, target, message).help(side.help));
        }
    }

    fn after_the_baseline(&self, target: &Target) {
        let Some(baseline) = self.indicator.baseline.and_then(|baseline| baseline.period) else {
            return;
        };
        if let Some(by) = target.by.as_ref().filter(|by| by.period.end() <= baseline.end()) {
            let message = format!("the target is due by {}, and its baseline is {baseline}", by.period);
            self.reader.push(self.finding(Code::ByBeforeBaseline, target, message));
        }
    }

    /// One finding for an indicator, however many of its targets need the baseline.
    fn has_a_baseline(&self) {
        let needs = |target: &&Target| match target.condition {
            // A running total starts from nothing, so an amount on top of it needs no baseline.
            Condition::Change(Change::Points(_) | Change::Amount(_)) => self.indicator.taking != Taking::Total,
            Condition::Change(Change::Percent(_)) | Condition::ImproveOn(Reference::Baseline) => true,
            _ => false,
        };
        let first = self.indicator.targets.iter().find(needs);
        if let Some(target) = first.filter(|_| self.indicator.baseline.is_none()) {
            let message =
                format!("{} has no baseline to change from, so this cannot be rated", text::quoted(&self.indicator.id));
            let finding = self.finding(Code::ChangeWithoutBaseline, target, message);
            self.reader
                .push(finding.help("write baseline = { period = \"...\", value = ... }, if one was ever agreed"));
        }
    }

    fn within_a_percentage(&self, target: &Target) {
        if self.indicator.unit != Unit::Percent || !self.indicator.bounded {
            return;
        }
        let levels = match target.condition {
            Condition::Between(lower, upper) => vec![lower, upper],
            _ => target.condition.level().into_iter().collect(),
        };
        if let Some(level) = levels.into_iter().find(|level| level.is_sign_negative() || *level > Decimal::ONE_HUNDRED)
        {
            let message = format!("a target of {level}% is outside 0 to 100");
            let finding = self.finding(Code::OutsidePercentage, target, message);
            self.reader.push(finding.help("if that is meant, write bounded = false"));
        }
    }

    fn used_before_it_ends(&self, target: &Target) {
        if let (Some(set), Some(ended)) = (target.set, target.ended)
            && ended <= set
        {
            self.reader.push(self.finding(Code::BadSetting, target, "the target ended before it was set"));
        }
    }

    /// Each pair of neighbours among the milestones of one track.
    fn milestones(&self) {
        for (place, later) in self.indicator.targets.iter().enumerate() {
            let Some(later_by) = &later.by else { continue };
            let before = self.indicator.targets.iter().take(place).rev();
            let earlier = before.into_iter().find(|earlier| are_milestones_of_one_track(earlier, later));
            let Some((earlier, earlier_by)) = earlier.and_then(|earlier| Some((earlier, earlier.by.as_ref()?))) else {
                continue;
            };
            if later_by.period.end() <= earlier_by.period.end() {
                let message = format!(
                    "this milestone, by {}, is not after the one before it, by {}",
                    later_by.period, earlier_by.period
                );
                let finding = self.finding(Code::MilestoneOrder, later, message);
                self.reader.push(self.reader.related(finding, earlier.span.clone(), "the one before"));
            } else if self.goes_backwards(earlier, later)
                && [earlier, later].iter().all(|target| self.indicator.is_of_a_whole_year(target))
            {
                let message =
                    format!("the milestone by {} asks for less than the one by {}", later_by.period, earlier_by.period);
                let finding = self.finding(Code::MilestoneBackwards, later, message);
                self.reader.push(self.reader.related(finding, earlier.span.clone(), "the one before"));
            }
        }
    }

    fn goes_backwards(&self, earlier: &Target, later: &Target) -> bool {
        let number = |target: &Target| match target.condition {
            Condition::Change(change) => Some(change.number()),
            _ => target.condition.level(),
        };
        match (number(earlier), number(later)) {
            (Some(earlier), Some(later)) => is_worse(later, earlier, self.indicator.good == Good::High),
            _ => false,
        }
    }
}

/// Whether two targets are milestones of one track and in use on a common day.
fn are_milestones_of_one_track(one: &Target, other: &Target) -> bool {
    let alike = one.by.is_some()
        && one.condition.makes_milestones()
        && one.condition.key() == other.condition.key()
        && one.stretch == other.stretch;
    let ends_first =
        |one: &Target, other: &Target| matches!((one.ended, other.set), (Some(ended), Some(set)) if ended <= set);
    alike && !ends_first(one, other) && !ends_first(other, one)
}
