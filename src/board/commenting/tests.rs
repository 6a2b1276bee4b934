use super::*;
use crate::files::Memory;
use crate::time::{self, Kind, read_iso};

const STRATEGY: &str = "format = 1\n\
    strategy = { title = \"Made up\", area = \"Testham\", starts = 2012-04-01, ends = 2015-03-31 }\n\
    leads.l = { title = \"Lead\", officer = \"A post\" }\n\
    chapters.c = { title = \"Chapter\" }\n\
    objectives.o = { title = \"Objective\", chapter = \"c\", leads = [\"l\"] }\n\
    [indicators.x]\n\
    chapter = \"c\"\ntitle = \"X\"\nunit = \"%\"\ngood = \"high\"\nperiod = \"financial-year\"\nlead = \"l\"\n\
    targets = [{ at_least = 90 }]\n";

const TEXT: &str = "# X\n\n## 2011/12\nask: note\n\nAs in the year before.\n";

fn day() -> NaiveDate {
    read_iso("2013-11-21").unwrap()
}

fn files(text: &str) -> Memory {
    let files =
        Memory::new().with("strategy.toml", STRATEGY).with("data/x.csv", "period,value\n2011/12,91\n2012/13,70\n");
    if text.is_empty() { files } else { files.with("data/x.md", text) }
}

fn period(text: &str) -> Period {
    time::read_any(Kind::FinancialYear, text).unwrap()
}

fn draft(body: &str) -> Draft {
    Draft { recovery: None, ask: None, body: body.to_owned() }
}

fn on(files: &Memory, of: &str, said: Said) -> Result<Commenting, NotCommented> {
    Commenting::of(files, &Comment { id: "x".to_owned(), period: period(of), said }, day())
}

fn text(body: &str, over: Over) -> Said {
    Said::Text { draft: draft(body), fields: Fields::default(), over }
}

fn written(commenting: &Commenting) -> &str {
    std::str::from_utf8(commenting.change.after.as_deref().unwrap()).unwrap()
}

#[test]
fn a_new_section_is_put_in_and_says_what_a_red_one_still_lacks() {
    let new = on(&files(TEXT), "2012/13", text("Two clinics closed.", Over::Nothing)).unwrap();
    assert_eq!(new.outcome, Outcome::New);
    assert_eq!(written(&new), TEXT.replace("## 2011", "## 2012/13\n\nTwo clinics closed.\n\n## 2011"));
    assert_eq!(new.lacks(day()), [Lack::Recovery, Lack::Ask]);
    let earlier = on(&files(TEXT), "2010/11", text("One closed.", Over::Nothing)).unwrap();
    assert_eq!(earlier.lacks(day()), [], "the exceptions go by the latest figure's");
}

#[test]
fn a_decision_of_the_board_says_when_recovery_is_expected() {
    let decided = "case,date,indicator,event,level,acceptable,recovery,note\n\
        E1,2013-07-01,x,opened,board,,,\nE1,2013-09-01,x,decided,board,>=80,2014/15,\n";
    let files = files("").with("data/registers/escalations.csv", decided);
    assert_eq!(on(&files, "2012/13", text("A", Over::Nothing)).unwrap().lacks(day()), [Lack::Ask]);
}

#[test]
fn a_text_that_is_there_is_replaced_only_where_that_is_asked_for_and_its_fields_stay() {
    let refused = on(&files(TEXT), "2011/12", text("New.", Over::Nothing)).unwrap_err();
    let NotCommented::There { place, draft, .. } = refused else { panic!("{refused:?}") };
    assert_eq!((place.line, draft.body.as_str()), (3, "As in the year before."));
    let same = on(&files(TEXT), "2011/12", text("As in the year before.", Over::Nothing)).unwrap();
    assert_eq!((same.outcome, written(&same)), (Outcome::AsItWas, TEXT));
    let replaced = on(&files(TEXT), "2011/12", text("New.", Over::Text)).unwrap();
    assert_eq!(
        (replaced.outcome, written(&replaced)),
        (Outcome::Changed, &*TEXT.replace("As in the year before", "New"))
    );
}

#[test]
fn what_was_shown_is_replaced_whole_and_nothing_else() {
    let whole =
        |shown: Option<&str>| Said::Whole { draft: draft("New."), shown: shown.map(|text| text.as_bytes().to_vec()) };
    let replaced = on(&files(TEXT), "2011/12", whole(Some(TEXT))).unwrap();
    assert_eq!(written(&replaced), "# X\n\n## 2011/12\n\nNew.\n");
    for shown in [None, Some("# X\n")] {
        let refused = on(&files(TEXT), "2011/12", whole(shown)).unwrap_err();
        assert!(matches!(refused, NotCommented::ChangedSince { .. }), "{refused:?}");
    }
    assert!(on(&files(""), "2012/13", whole(None)).is_ok());
}

#[test]
fn fields_alone_change_nothing_else_and_need_their_section() {
    let fields = Fields { recovery: Setting::To(period("2014/15")), ask: Setting::Blank };
    let changed = on(&files(TEXT), "2011/12", Said::Fields(fields)).unwrap();
    assert_eq!(written(&changed), TEXT.replace("ask: note", "recovery: 2014/15"));
    let refused = on(&files(TEXT), "2012/13", Said::Fields(fields)).unwrap_err();
    assert!(matches!(refused, NotCommented::NoSection { .. }), "{refused:?}");
}

#[test]
fn a_file_with_errors_is_not_written_to_and_none_is_made_worse() {
    let faulty = on(&files("Words\n"), "2012/13", text("A", Over::Nothing)).unwrap_err();
    assert!(matches!(faulty, NotCommented::Faulty(_)), "{faulty:?}");
    let cut = on(&files(TEXT), "2012/13", text("A\n## 2009/10\nb", Over::Nothing)).unwrap_err();
    assert!(matches!(cut, NotCommented::Refused(_)), "{cut:?}");
    let field = on(&files(TEXT), "2012/13", text("ask: decide\n\nA", Over::Nothing)).unwrap_err();
    assert!(matches!(field, NotCommented::Refused(_)), "a first line that would be read as a field: {field:?}");
    let none = on(&files(TEXT), "2012/13", text("", Over::Nothing)).unwrap_err();
    assert!(matches!(none, NotCommented::NoText), "{none:?}");
}

#[test]
fn an_objective_has_commentary_and_no_standing() {
    let comment = Comment { id: "o".to_owned(), period: period("2012/13"), said: text("A", Over::Nothing) };
    let new = Commenting::of(&files(""), &comment, day()).unwrap();
    assert_eq!((new.change.path.as_str(), new.lacks(day())), ("data/o.md", Vec::new()));
    assert!(new.standing(day()).is_none());
}
