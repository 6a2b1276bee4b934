use super::*;
use crate::board::{Dossier, Occasion, dossier};
use crate::document::{Bars, Chart, Drawing, Lines, Stretch};
use crate::files::Memory;
use crate::time::read_iso;
use crate::workspace::Workspace;

const STRATEGY: &str = "format = 1\n\
     strategy = { title = \"Made up\", area = \"Testham\", starts = 2010-04-01, ends = 2015-03-31 }\n\
     leads.l = { title = \"Lead\" }\n\
     chapters.c = { title = \"Chapter\" }\n\
     comparators.england = { title = \"England\" }\n\
     comparators.london = { title = \"London\" }\n\
     comparators.cipfa = { title = \"Statistical neighbours\" }\n\
     comparators.north = { title = \"The North\" }\n\
     groups.boys = { title = \"Boys\", kind = \"sex\" }\n\
     groups.girls = { title = \"Girls\", kind = \"sex\" }\n\
     groups.poorest = { title = \"Poorest fifth\", kind = \"deprivation\" }\n";

const YEARLY: &str = "period = \"financial-year\"";

fn workspace(indicators: &[(&str, &str, &str)]) -> Workspace {
    let mut strategy = STRATEGY.to_owned();
    for (id, declared, _) in indicators {
        strategy += &format!(
            "[indicators.{id}]\nchapter = \"c\"\nlead = \"l\"\ntitle = \"Title of {id}\"\nunit = \"%\"\ngood = \"low\"\n{declared}\n"
        );
    }
    let memory = Memory::new().with("strategy.toml", strategy.as_str());
    let memory = indicators.iter().fold(memory, |memory, (id, _, file)| memory.with(&format!("data/{id}.csv"), *file));
    Workspace::open(Box::new(memory)).unwrap()
}

fn on_day<T>(workspace: &Workspace, day: &str, made: impl FnOnce(&[&Dossier<'_>]) -> T) -> T {
    let occasion = Occasion::on_day(&workspace.strategy, read_iso(day).unwrap());
    let all = workspace.strategy.indicators.values().map(|indicator| dossier(workspace, indicator, occasion));
    let all: Vec<Dossier<'_>> = all.collect();
    made(&all.iter().collect::<Vec<_>>())
}

/// The chart of one indicator `x` as of November 2014.
fn line_of(declared: &str, file: &str) -> Option<Chart> {
    on_day(&workspace(&[("x", declared, file)]), "2014-11-21", |dossiers| line(dossiers[0]))
}

fn groups_of(file: &str) -> Option<Chart> {
    on_day(&workspace(&[("x", YEARLY, file)]), "2014-11-21", |dossiers| groups(dossiers[0]))
}

fn lines(chart: &Chart) -> &Lines {
    match &chart.drawing {
        Drawing::Lines(lines) => lines,
        _ => panic!("not lines"),
    }
}

fn bars(chart: &Chart) -> &Bars {
    match &chart.drawing {
        Drawing::Bars(bars) => bars,
        _ => panic!("not bars"),
    }
}

/// "2010/11 18.9, 2011/12 18.7", a slash between stretches.
fn told(stretches: &[Stretch]) -> String {
    let stretch = |stretch: &Stretch| {
        let points = stretch.0.iter().map(|point| format!("{} {}", point.period, point.value));
        points.collect::<Vec<_>>().join(", ")
    };
    stretches.iter().map(stretch).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_figures_known_on_the_day_are_drawn_and_no_others() {
    let file = "period,value,status,recorded\n2010/11,18,final,2011-06-01\n2011/12,17,provisional,2012-06-01\n\
                2011/12,17.5,final,2012-12-01\n2012/13,16,provisional,2013-06-01\n2012/13,15,final,2014-12-01\n";
    let chart = line_of(YEARLY, file).unwrap();
    assert_eq!(told(&lines(&chart).figures), "2010/11 18, 2011/12 17.5, 2012/13 16");
    assert!(lines(&chart).figures[0].0[2].is_provisional);
    assert_eq!(lines(&chart).name, "Testham");
    assert!(chart.notes.iter().any(|note| note.starts_with("2012/13 is provisional")), "{:?}", chart.notes);
}

#[test]
fn one_figure_is_no_chart() {
    assert_eq!(line_of(YEARLY, "period,value\n2010/11,18\n"), None);
    assert_eq!(line_of(YEARLY, "period,value\n"), None);
}

#[test]
fn no_line_goes_over_a_figure_that_is_missing_or_suppressed() {
    let file = "period,value,marker\n2009/10,19,\n2010/11,,c\n2011/12,18,\n2013/14,17,\n";
    let chart = line_of(YEARLY, file).unwrap();
    assert_eq!(told(&lines(&chart).figures), "2009/10 19 | 2011/12 18 | 2013/14 17");
    assert!(chart.notes.contains(&"No figure is shown for 2010/11 (suppressed).".to_owned()), "{:?}", chart.notes);
}

#[test]
fn no_line_goes_over_a_break_and_the_notes_say_what_changed() {
    let declared = format!(
        "{YEARLY}\nbreaks = [{{ period = \"2012/13\", note = \"Asked by post\" }}]\nrebase = [{{ period = \"2013/14\" }}]"
    );
    let chart =
        line_of(&declared, "period,value,marker\n2010/11,19,\n2011/12,9,b\n2012/13,18,\n2013/14,17,\n").unwrap();
    assert_eq!(told(&lines(&chart).figures), "2010/11 19 | 2011/12 9 | 2012/13 18 | 2013/14 17");
    let labels: Vec<&str> = lines(&chart).breaks.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(labels, ["new method", "new method", "new start"]);
    let expected = "Measured in a new way from 2012/13: Asked by post. Figures from before are not comparable.";
    assert!(chart.notes.iter().any(|note| note == expected), "{:?}", chart.notes);
    assert!(chart.alternative.contains(expected));
    assert!(chart.notes.iter().any(|note| note == "Drawn afresh from 2013/14."));
}

#[test]
fn what_was_due_is_drawn_on_to_the_last_milestone() {
    let declared = format!(
        "{YEARLY}\nbaseline = {{ period = \"2010/11\", value = 20 }}\n\
         targets = [{{ at_most = 18, by = \"2012/13\" }}, {{ at_most = 14, by = \"2014/15\" }}, {{ at_most = 12, by = \"2014/15\", stretch = true }}]"
    );
    let chart = line_of(&declared, "period,value\n2009/10,21\n2010/11,20\n2011/12,19\n2013/14,16.5\n").unwrap();
    let expected = "2010/11 20, 2011/12 19, 2012/13 18, 2013/14 16, 2014/15 14";
    assert_eq!(told(&lines(&chart).target), expected);
    let milestones: Vec<String> =
        lines(&chart).milestones.iter().map(|point| format!("{} {}", point.period, point.shown)).collect();
    assert_eq!(milestones, ["2012/13 18.0%", "2014/15 14.0%", "2014/15 stretch 12.0%"]);
    assert!(chart.alternative.contains("Targets ahead: 14.0% by 2014/15 and stretch 12.0% by 2014/15."));
}

#[test]
fn a_target_that_is_another_area_or_an_earlier_figure_has_no_second_line() {
    let file = "period,value,england\n2010/11,20,19\n2011/12,19,18\n";
    for target in ["{ beat = \"england\" }", "{ improve_on = \"last-year\" }"] {
        let chart = line_of(&format!("{YEARLY}\ntargets = [{target}]"), file).unwrap();
        assert_eq!(lines(&chart).target, []);
    }
    let stated = format!("{YEARLY}\ntargets = [{{ beat = \"london\", stated = 12 }}]");
    assert_eq!(told(&lines(&line_of(&stated, file).unwrap()).target), "2010/11 12, 2011/12 12");
}

#[test]
fn a_range_is_drawn_by_both_its_bounds() {
    // The helper's own indicators are better when low, which no range is.
    let strategy = format!(
        "{STRATEGY}[indicators.x]\nchapter = \"c\"\nlead = \"l\"\ntitle = \"X\"\nunit = \"%\"\ngood = \"range\"\n{YEARLY}\n\
         targets = [{{ between = [10, 20] }}]\n"
    );
    let file = "period,value\n2010/11,20\n2011/12,19\n";
    let workspace =
        Workspace::open(Box::new(Memory::new().with("strategy.toml", strategy.as_str()).with("data/x.csv", file)))
            .unwrap();
    let chart = on_day(&workspace, "2014-11-21", |dossiers| line(dossiers[0])).unwrap();
    assert_eq!(told(&lines(&chart).target), "2010/11 10, 2011/12 10 | 2010/11 20, 2011/12 20");
    assert_eq!(lines(&chart).target[0].0[0].shown, "10% to 20%");
}

#[test]
fn a_watched_measure_has_no_target() {
    let declared = format!("{YEARLY}\ntargets = [{{ at_most = 12 }}]\nrating = {{ method = \"none\" }}");
    let chart = line_of(&declared, "period,value\n2010/11,20\n2011/12,19\n").unwrap();
    assert_eq!(lines(&chart).target, []);
    assert_eq!(chart.headline, "Title of x: 19% in 2011/12, better than in 2010/11");
}

#[test]
fn a_total_within_the_year_begins_anew_each_year() {
    let declared = "period = \"financial-quarter\"\ntotal = \"year\"\ntargets = [{ at_most = 40, by = \"2012/13\" }, { at_most = 40, by = \"2013/14\" }]";
    let file = "period,value\n2012/13 Q3,10\n2012/13 Q4,10\n2013/14 Q1,5\n2013/14 Q2,5\n";
    let whole = format!("period,value\n2012/13 Q1,10\n2012/13 Q2,10\n{}", file.split_once('\n').unwrap().1);
    let chart = line_of(declared, &whole).unwrap();
    assert_eq!(
        told(&lines(&chart).figures),
        "2012/13 Q1 10, 2012/13 Q2 20, 2012/13 Q3 30, 2012/13 Q4 40 | 2013/14 Q1 5, 2013/14 Q2 10"
    );
    assert!(told(&lines(&chart).target).contains("2012/13 Q4 40 | 2013/14 Q1 10"));
    // Totals that lack an amount are no figures.
    assert_eq!(told(&lines(&line_of(declared, file).unwrap()).figures), "2013/14 Q1 5, 2013/14 Q2 10");
}

#[test]
fn the_areas_asked_for_come_first_and_three_are_drawn() {
    let declared = format!("{YEARLY}\ncomparators = [\"london\"]");
    let file =
        "period,value,england,london,cipfa,north\n2009/10,18,,22,,\n2010/11,18,19,21,17,16\n2011/12,17,18,,16,15\n";
    let chart = line_of(&declared, file).unwrap();
    let names: Vec<&str> = lines(&chart).comparators.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["London", "England", "Statistical neighbours"]);
    assert!(chart.notes.contains(&"Only in the table: The North.".to_owned()), "{:?}", chart.notes);
    let expected =
        "Compared with: London 21% in 2010/11, England 18% in 2011/12 and Statistical neighbours 16% in 2011/12.";
    assert!(chart.alternative.contains(expected), "{}", chart.alternative);
}

#[test]
fn the_words_say_what_the_verdict_says_and_of_which_period() {
    let declared = format!("{YEARLY}\ndataset = \"A survey\"\ntargets = [{{ at_most = 12 }}]");
    let chart = line_of(&declared, "period,value,lower,upper\n2010/11,20,18,22\n2011/12,19.5,18,21\n").unwrap();
    assert_eq!(
        chart.headline,
        "Title of x: off target in 2011/12, at 19.5% against the target of 12.0%, and better than in 2010/11"
    );
    assert_eq!(chart.subtitle, "Title of x (%), Testham, 2010/11 to 2011/12");
    insta::assert_snapshot!(chart.alternative, @"Line chart. Title of x (%), Testham, 2010/11 to 2011/12. From 20% in 2010/11 to 19.5% in 2011/12. Off target in 2011/12 against the target of 12.0%. Figures in the table below.");
    assert_eq!(lines(&chart).figures[0].0[0].limits, Some((18.0, 22.0)));
    assert_eq!(chart.notes.last().unwrap(), "Source: A survey.");
}

#[test]
fn a_figure_is_never_told_as_newer_than_it_is() {
    let declared = format!("{YEARLY}\ntargets = [{{ at_most = 12 }}]");
    let chart = line_of(&declared, "period,value,marker\n2010/11,20,\n2011/12,19.5,\n2012/13,,x\n").unwrap();
    assert_eq!(chart.headline, "Title of x: last 19.5% in 2011/12; 2012/13 is not available");
    assert!(chart.subtitle.ends_with("2010/11 to 2011/12"));
    assert!(chart.alternative.contains("Not available in 2012/13."), "{}", chart.alternative);
}

#[test]
fn the_table_of_groups_has_the_figures_that_the_chart_draws() {
    let file = "period,group,value,status,recorded,marker\n2011/12,boys,18,provisional,2012-06-01,\n2011/12,girls,15,,2012-06-01,\n\
                2011/12,boys,19,revised,2013-06-01,\n2015/16,boys,12,,2013-06-01,f\n";
    on_day(&workspace(&[("x", YEARLY, file)]), "2014-11-21", |dossiers| {
        let chart = groups(dossiers[0]).unwrap();
        let drawn: Vec<&str> = bars(&chart).bars.iter().map(|bar| bar.shown.as_str()).collect();
        assert_eq!(drawn, ["19%", "15%"]);
        let tables = crate::paper::readings::recent(dossiers[0], 12);
        let table = tables.iter().find(|table| table.caption.ends_with("by group")).unwrap();
        let told: Vec<&str> = table.rows().map(|row| row.cells[2].exact.as_str()).collect();
        assert_eq!(told, ["19", "15"]);
    });
}

#[test]
fn the_groups_of_the_latest_period_stand_beside_everybody() {
    let file = "period,group,value,lower,upper,marker\n2010/11,,18,,,\n2010/11,boys,20,,,\n2010/11,girls,16,,,\n\
                2011/12,,17,,,\n2011/12,girls,15,13,17,\n2011/12,boys,19,,,\n2011/12,poorest,,,,c\n";
    let chart = groups_of(file).unwrap();
    let names: Vec<&str> = bars(&chart).bars.iter().map(|bar| bar.name.as_str()).collect();
    assert_eq!(names, ["Boys", "Girls"], "in the order of the strategy");
    assert_eq!(bars(&chart).bars[1].limits, Some((13.0, 17.0)));
    assert_eq!(bars(&chart).reference, Some((17.0, "All of Testham: 17%".to_owned())));
    assert_eq!(chart.headline, "Title of x by group: from 15% (Girls) to 19% (Boys) in 2011/12");
    assert!(
        chart.notes.contains(&"No figure is shown for Poorest fifth (suppressed).".to_owned()),
        "{:?}",
        chart.notes
    );
    assert!(
        chart.alternative.starts_with("Bar chart. Title of x (%) by group, Testham, 2011/12. Boys 19% and Girls 15%.")
    );
}

#[test]
fn one_group_alone_is_no_chart() {
    assert_eq!(groups_of("period,group,value\n2010/11,,18\n2010/11,boys,20\n"), None);
    assert_eq!(groups_of("period,value\n2010/11,18\n2011/12,18\n"), None);
}

#[test]
fn the_figures_of_groups_are_those_known_on_the_day() {
    let file = "period,group,value,status,recorded\n2010/11,boys,20,final,2011-06-01\n2010/11,girls,16,final,2011-06-01\n\
                2010/11,girls,15,revised,2012-06-01\n2010/11,boys,30,revised,2014-12-01\n2011/12,boys,1,final,2014-12-01\n2011/12,girls,2,final,2014-12-01\n";
    let chart = groups_of(file).unwrap();
    let values: Vec<f64> = bars(&chart).bars.iter().map(|bar| bar.value).collect();
    assert_eq!(values, [20.0, 15.0]);
    assert!(chart.headline.starts_with("Title of x by sex:"), "{}", chart.headline);
}

#[test]
fn small_charts_have_every_measure_with_two_figures() {
    let target = format!("{YEARLY}\ntargets = [{{ at_most = 18 }}]");
    let workspace = workspace(&[
        ("a", &target, "period,value\n2010/11,20\n2011/12,19\n"),
        ("b", &target, "period,value\n2011/12,19\n"),
        ("d", &target, "period,value\n2009/10,17\n2012/13,16\n"),
        ("e", YEARLY, "period,value\n2009/10,17\n2012/13,16\n"),
    ]);
    let chart = on_day(&workspace, "2014-11-21", |dossiers| multiples("Chapter", dossiers)).unwrap();
    let Drawing::Multiples(panels) = &chart.drawing else { panic!("not small charts") };
    let told: Vec<(&str, &str)> = panels.iter().map(|panel| (panel.title.as_str(), panel.rating.as_str())).collect();
    assert_eq!(told, [("Title of a", "off target"), ("Title of d", "on target"), ("Title of e", "no target")]);
    assert_eq!(
        chart.headline,
        "Chapter: of the 3 measures with two figures or more, 1 on target, 1 off target and 1 without a rating"
    );
    assert!(chart.subtitle.starts_with("Testham, 2009/10 to 2012/13;"), "{}", chart.subtitle);
    assert_eq!(on_day(&workspace, "2009-11-21", |dossiers| multiples("Chapter", dossiers)), None);
}
