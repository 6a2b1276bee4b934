use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::svg;
use crate::document::{Bar, Bars, Chart, Drawing, Lines, Panel, Point, Stretch, Unit};

fn chart(drawing: Drawing) -> Chart {
    Chart {
        headline: "Obesity in Year 6: off target".to_owned(),
        subtitle: "Obesity in Year 6 (%), Barnet".to_owned(),
        alternative: "Line chart.".to_owned(),
        notes: Vec::new(),
        drawing,
    }
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 9, 30).unwrap()
}

fn point(year: i32, value: f64) -> Point {
    Point {
        period: format!("{year}/{:02}", (year + 1) % 100),
        at: day(year),
        value,
        shown: format!("{value}%"),
        limits: None,
        is_provisional: false,
    }
}

fn stretch(first: i32, values: &[f64]) -> Stretch {
    Stretch((first..).zip(values).map(|(year, value)| point(year, *value)).collect())
}

fn percent() -> Unit {
    Unit { before: String::new(), after: "%".to_owned() }
}

/// One stretch of figures and nothing else.
fn plain() -> Lines {
    Lines {
        unit: percent(),
        figures: vec![stretch(2008, &[17.4, 18.9, 18.7, 18.5])],
        name: "Barnet".to_owned(),
        target: Vec::new(),
        milestones: Vec::new(),
        comparators: Vec::new(),
        breaks: Vec::new(),
    }
}

fn drawn(lines: Lines) -> String {
    svg(&chart(Drawing::Lines(lines)), "chart-1")
}

fn texts(drawing: &str) -> Vec<String> {
    drawing
        .lines()
        .filter_map(|line| line.strip_suffix("</text>")?.split_once('>'))
        .map(|(_, text)| text.to_owned())
        .collect()
}

#[test]
fn a_line_with_its_target_and_another_area() {
    insta::assert_snapshot!(drawn(Lines {
        target: vec![stretch(2008, &[18.0, 17.5, 17.0, 16.5, 16.0])],
        milestones: vec![point(2010, 17.0), point(2012, 16.0)],
        comparators: vec![("England".to_owned(), vec![stretch(2008, &[18.3, 18.7, 19.0])])],
        ..plain()
    }));
}

#[test]
fn breaks_provisional_figures_and_limits() {
    let mut figures = vec![stretch(2008, &[17.4, 18.9]), stretch(2011, &[12.5, 12.1, 11.8]), stretch(2015, &[11.0])];
    for point in figures.iter_mut().flat_map(|stretch| &mut stretch.0) {
        point.limits = Some((point.value - 1.0, point.value + 1.5));
    }
    figures[2].0[0].is_provisional = true;
    insta::assert_snapshot!(drawn(Lines { figures, breaks: vec![(day(2010), "new method".to_owned())], ..plain() }));
}

#[test]
fn one_figure_alone() {
    insta::assert_snapshot!(drawn(Lines { figures: vec![stretch(2012, &[18.7])], ..plain() }));
}

#[test]
fn bars_of_groups() {
    let bar = |name: &str, value: f64, limits| Bar { name: name.to_owned(), value, shown: format!("{value}%"), limits };
    insta::assert_snapshot!(svg(
        &chart(Drawing::Bars(Bars {
            unit: percent(),
            bars: vec![bar("Boys", 21.3, Some((18.0, 24.0))), bar("Most deprived fifth of neighbourhoods", 27.9, None)],
            reference: Some((18.7, "All of Barnet: 18.7%".to_owned())),
        })),
        "chart-2"
    ));
}

#[test]
fn small_charts_of_several_measures() {
    let panel = |title: &str, rating: &str, lines| Panel { title: title.to_owned(), rating: rating.to_owned(), lines };
    insta::assert_snapshot!(svg(
        &chart(Drawing::Multiples(vec![
            panel("Obesity in Year 6", "off target", Lines { target: vec![stretch(2008, &[17.5; 4])], ..plain() }),
            panel("Women who smoke when their baby is born", "on target", plain()),
            panel("Breast screening", "near target", plain()),
            panel("Carers", "watched", plain()),
        ])),
        "chart-3"
    ));
}

#[test]
fn a_rating_is_told_by_its_shape() {
    let shape = |rating: &str| {
        let panel = Panel { title: "One".to_owned(), rating: rating.to_owned(), lines: plain() };
        let drawing = svg(&chart(Drawing::Multiples(vec![panel])), "c");
        let mark = ["hwb-good", "hwb-caution", "hwb-bad", "hwb-muted"];
        drawing.lines().find(|line| mark.iter().any(|class| line.contains(class))).unwrap().to_owned()
    };
    assert!(shape("on target").starts_with("<circle class=\"hwb-good hwb-solid\""));
    assert!(shape("near target").matches('L').count() == 2, "a triangle");
    assert!(shape("off target").matches('L').count() == 3, "a diamond");
    assert!(shape("no figure yet").contains("hwb-hollow"));
}

#[test]
fn what_is_written_is_data() {
    let hostile = "<script>alert(1)</script>\u{202E}\u{0}\u{FFFF}]]>&amp;\"' \u{1b}[31m";
    let lines = Lines {
        name: hostile.to_owned(),
        breaks: vec![(day(2009), hostile.to_owned())],
        comparators: vec![("עברית".to_owned(), vec![stretch(2008, &[18.3, 18.7])])],
        ..plain()
    };
    let drawing = svg(
        &Chart { headline: hostile.to_owned(), alternative: hostile.to_owned(), ..chart(Drawing::Lines(lines)) },
        "c",
    );
    well_formed(&drawing).unwrap();
    assert!(!drawing.contains("<script"));
    assert!(!drawing.contains(['\u{202E}', '\u{0}', '\u{FFFF}', '\u{1b}']));
    insta::assert_snapshot!(drawing);
}

#[test]
fn a_long_name_is_cut_and_no_text_leaves_the_drawing() {
    let long = "Nearest statistical neighbours of the borough ".repeat(300);
    let lines = Lines { name: long.clone(), comparators: vec![(long, vec![stretch(2008, &[18.3])])], ..plain() };
    let drawing = drawn(lines);
    well_formed(&drawing).unwrap();
    assert!(texts(&drawing).iter().any(|text| text.ends_with('…')));
    assert!(drawing.len() < 10_000);
}

#[test]
fn five_hundred_figures_are_a_line_with_few_points() {
    let values: Vec<f64> = (0..500).map(|at| f64::from(at % 37)).collect();
    let drawing = drawn(Lines { figures: vec![stretch(1700, &values)], ..plain() });
    assert_eq!(drawing.matches("<circle").count(), 2, "the last one, and the sample beside its name");
    assert!(texts(&drawing).len() < 20, "{:?}", texts(&drawing));
}

#[test]
fn what_is_no_number_is_a_gap() {
    let drawing =
        drawn(Lines { figures: vec![stretch(2008, &[17.0, f64::NAN, f64::INFINITY, 18.0, 19.0])], ..plain() });
    well_formed(&drawing).unwrap();
    let lines = drawing.lines().filter(|line| line.contains("hwb-figures") && line.contains("stroke-width=\"3\""));
    assert_eq!(lines.count(), 2, "the stretch of two, and the sample");
}

#[test]
fn more_bars_or_panels_than_a_page_holds_are_left_to_the_table() {
    let bar = Bar { name: "Group".to_owned(), value: 1.0, shown: "1".to_owned(), limits: None };
    let bars = Bars { unit: Unit::default(), bars: vec![bar; 1000], reference: None };
    assert!(svg(&chart(Drawing::Bars(bars)), "c").contains("and 960 more, in the table"));
    let panel = Panel { title: "One".to_owned(), rating: String::new(), lines: plain() };
    assert!(svg(&chart(Drawing::Multiples(vec![panel; 1000])), "c").contains("and 976 more, in the table"));
}

#[test]
fn nothing_to_draw_is_an_empty_drawing() {
    for drawing in [
        Drawing::Lines(Lines { figures: Vec::new(), ..plain() }),
        Drawing::Bars(Bars { unit: Unit::default(), bars: Vec::new(), reference: None }),
        Drawing::Multiples(Vec::new()),
        Drawing::Multiples(vec![Panel {
            title: String::new(),
            rating: String::new(),
            lines: Lines { figures: vec![Stretch::default()], ..plain() },
        }]),
    ] {
        well_formed(&svg(&chart(drawing), "c")).unwrap();
    }
}

/// Whether it is XML, and all numbers in it are places in the drawing.
fn well_formed(drawing: &str) -> Result<(), String> {
    // As XML 1.0 has it, <https://www.w3.org/TR/xml/#charsets>.
    let is_forbidden = |character: char| matches!(character, '\0'..='\u{8}' | '\u{B}'..='\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if drawing.contains(is_forbidden) {
        return Err("a character that XML does not allow".to_owned());
    }
    let mut reader = Reader::from_str(drawing);
    reader.config_mut().check_end_names = true;
    let mut size = (0.0, 0.0);
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => return Ok(()),
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    check(attribute.key.as_ref(), &attribute.value, &mut size)?;
                }
            }
            _ => {}
        }
    }
}

fn check(key: &str, value: &str, size: &mut (f64, f64)) -> Result<(), String> {
    let number = |text: &str| {
        text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or(format!("{text:?} is no number"))
    };
    let within = |text: &str, most: f64| {
        let number = number(text)?;
        if (0.0..=most).contains(&number) { Ok(()) } else { Err(format!("{number} is not within {most}")) }
    };
    match key {
        "viewBox" => {
            let parts: Vec<&str> = value.split(' ').collect();
            *size = (number(parts[2])?, number(parts[3])?);
        }
        "x" | "cx" => within(value, size.0)?,
        "y" | "cy" => within(value, size.1)?,
        "r" | "width" | "height" | "stroke-width" => within(value, f64::MAX)?,
        "d" => {
            for place in value.trim_end_matches('Z').split(['M', 'L']).filter(|place| !place.is_empty()) {
                let (x, y) = place.split_once(' ').ok_or(format!("{place:?} is no place"))?;
                within(x, size.0)?;
                within(y, size.1)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1000.0..1000.0,
        1 => proptest::num::f64::ANY,
        1 => prop::sample::select(vec![0.0, -0.0, 1e-9, 1e30, -1e30, f64::MAX, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY]),
    ]
}

prop_compose! {
    fn any_point()(
        at in 0u64..40_000,
        value in value(),
        limits in prop::option::of((value(), value())),
        is_provisional: bool,
        shown in "\\PC{0,12}",
        period in "[0-9/Q ]{0,20}",
    ) -> Point {
        let at = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(at);
        Point { period, at, value, shown, limits, is_provisional }
    }
}

fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
    prop::collection::vec(prop::collection::vec(any_point(), 0..8).prop_map(Stretch), 0..4)
}

prop_compose! {
    fn lines()(
        unit in (".{0,2}", ".{0,2}"),
        figures in stretches(),
        name in ".{0,40}",
        target in stretches(),
        milestones in prop::collection::vec(any_point(), 0..4),
        comparators in prop::collection::vec((".{0,40}", stretches()), 0..5),
        breaks in prop::collection::vec((any_point(), ".{0,40}"), 0..5),
    ) -> Lines {
        let unit = Unit { before: unit.0, after: unit.1 };
        let breaks = breaks.into_iter().map(|(point, name)| (point.at, name)).collect();
        Lines { unit, figures, name, target, milestones, comparators, breaks }
    }
}

fn drawing() -> impl Strategy<Value = Drawing> {
    let bar = (".{0,60}", value(), ".{0,12}", prop::option::of((value(), value())));
    let bar = bar.prop_map(|(name, value, shown, limits)| Bar { name, value, shown, limits });
    let bars = (prop::collection::vec(bar, 0..8), prop::option::of((value(), ".{0,40}")));
    let bars = bars.prop_map(|(bars, reference)| Bars { unit: Unit::default(), bars, reference });
    let panel = (".{0,60}", ".{0,20}", lines()).prop_map(|(title, rating, lines)| Panel { title, rating, lines });
    prop_oneof![
        3 => lines().prop_map(Drawing::Lines),
        1 => bars.prop_map(Drawing::Bars),
        1 => prop::collection::vec(panel, 0..4).prop_map(Drawing::Multiples),
    ]
}

proptest! {
    #[test]
    fn any_chart_is_well_formed_and_within_its_edges(drawing in drawing(), headline in ".{0,60}") {
        let chart = Chart { headline, ..chart(drawing) };
        let drawing = svg(&chart, "chart");
        let checked = well_formed(&drawing);
        prop_assert!(checked.is_ok(), "{checked:?}");
        prop_assert_eq!(drawing, svg(&chart, "chart"));
    }
}
