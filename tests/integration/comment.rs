//! Commentary written by the program: what is written, what is refused, and that nothing anybody typed is lost. Every figure and
//! every reason is made up.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use crate::support::{Board, Run, program};

const MD: &str = "data/x.md";
const TEXT: &str = "# People seen\n\n## 2012/13\nask: note\n\nTwo clinics closed.\n\n## 2011/12\n\nAs before.\n";

fn board() -> Board {
    Board::of("targets = [{ at_least = 90 }]", "2011/12,91\n2012/13,70").indicator("empty", "")
}

fn run(board: &Board, args: &[&str]) -> Run {
    let args = [&["comment"], args, &["--as-of", "2013-11-21"]].concat();
    Run::from(program(board.root(), &args).output().expect("hwb runs"))
}

fn text(board: &Board, path: &str) -> String {
    fs::read_to_string(board.root().join(path)).unwrap_or_default()
}

/// Comments in a board whose file of commentary holds a text, or is not there; what it came to, and what the file then holds.
fn commented(there: &str, args: &[&str]) -> (Run, String) {
    let board = if there.is_empty() { board() } else { board().file(MD, there) };
    board.folder();
    let run = run(&board, args);
    let text = text(&board, MD);
    (run, text)
}

#[track_caller]
fn refused(there: &str, args: &[&str], code: i32, said: &[&str]) {
    let (run, text) = commented(there, args);
    assert_eq!(run.code, code, "{run:?}");
    assert_eq!(text, there, "nothing is written");
    assert!(run.stdout.is_empty(), "{run:?}");
    for said in said {
        assert!(run.stderr.contains(said), "{said}: {run:?}");
    }
}

#[test]
fn a_text_is_written_for_the_latest_figure_and_what_a_red_one_lacks_is_said() {
    let (run, text) = commented("", &["x", "--text", "Two clinics closed."]);
    assert_eq!((run.code, text.as_str()), (0, "## 2012/13\n\nTwo clinics closed.\n"));
    let expected = "Written to data/x.md: 2012/13\n\
                    A made-up indicator is off target, and its commentary does not say the period by which it is expected \
                    to have recovered or what the Board is asked:\n  \
                    hwb comment x 2012/13 --recovery PERIOD --ask note|support|decide\n";
    assert_eq!(run.stdout, expected);
    assert!(run.stderr.contains("Next: hwb exceptions --check"), "{run:?}");
    let (run, _) = commented("", &["x", "--text", "Closed.", "--recovery", "2014-15", "--ask", "Decide"]);
    assert_eq!(
        run.stdout,
        "Written to data/x.md: 2012/13; recovery expected by 2014/15, the Board is asked to decide\n"
    );
}

#[test]
fn a_new_section_has_its_place_and_the_rest_stays_byte_for_byte() {
    for ending in ["\n", "\r\n", "\r"] {
        let there = format!("\u{feff}{}", TEXT.replace('\n', ending));
        let (run, text) = commented(&there, &["x", "2010/11", "--text", "One\r\ntwo\rthree\n"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(text, there + &"\n## 2010/11\n\nOne\ntwo\nthree\n".replace('\n', ending));
    }
}

#[test]
fn a_text_that_is_there_is_shown_and_replaced_only_where_that_is_asked_for() {
    let args = ["x", "--text", "Another."];
    refused(
        TEXT,
        &args,
        1,
        &["there is commentary for 2012/13 already (data/x.md:3)", "  Two clinics closed.", "--replace"],
    );
    let (run, text) = commented(TEXT, &[&args[..], &["--replace"]].concat());
    assert_eq!((run.code, text), (0, TEXT.replace("Two clinics closed", "Another")), "its fields stay");
    let (run, text) = commented(TEXT, &["x", "--text", "Two clinics closed."]);
    assert_eq!((run.code, text.as_str()), (0, TEXT));
    assert!(run.stdout.contains("says so already"), "{run:?}");
}

#[test]
fn fields_alone_change_nothing_else() {
    let (run, text) = commented(TEXT, &["x", "--recovery", "2014/15"]);
    assert_eq!((run.code, text), (0, TEXT.replace("## 2012/13\n", "## 2012/13\nrecovery: 2014/15\n")), "{run:?}");
    let (run, text) = commented(TEXT, &["x", "--ask", ""]);
    assert_eq!((run.code, text), (0, TEXT.replace("ask: note\n", "")), "{run:?}");
    refused(TEXT, &["x", "2010/11", "--ask", "note"], 1, &["no section for 2010/11 yet"]);
    refused(TEXT, &["x", "--ask", "decde"], 2, &["did you mean 'decide'?"]);
    refused(TEXT, &["x", "--recovery", "soon"], 2, &["'soon' is not a period"]);
}

#[test]
fn a_text_that_would_be_read_otherwise_is_refused_where_it_stands() {
    let refuses = |text: &str, said: &[&str]| refused(TEXT, &["x", "2010/11", "--text", text], 1, said);
    refuses("One\n## Cause\ntwo", &["error[heading-level]", "--text:2:1", "### Cause", "nothing was written"]);
    refuses("recovery: it takes a year.\nOne", &["error[bad-recovery]", "--text:1:11"]);
    refuses("One\n```\ntwo", &["error[unclosed-fence]"]);
    refuses("One \u{1b}[2J", &["error[control-character]"]);
    refuses(" \n", &["there is no text for 2010/11"]);
    refused("Words\n", &["x", "--text", "One"], 1, &["error[text-before-section]", "data/x.md has 1 error"]);
}

#[test]
fn a_text_comes_from_a_file_or_from_standard_input() {
    let board = board().file("reason.md", "\u{feff}ask: support\r\n\r\nOne\r\n\r\n- two\r\n");
    board.folder();
    let from_file = run(&board, &["x", "--from", "reason.md"]);
    assert_eq!(from_file.code, 0, "{from_file:?}");
    assert_eq!(text(&board, MD), "## 2012/13\nask: support\n\nOne\n\n- two\n");
    let args = ["comment", "x", "2011/12", "--from", "-", "--as-of", "2013-11-21"];
    let mut piped = program(board.root(), &args);
    let piped = piped.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut piped = piped.spawn().expect("hwb runs");
    piped.stdin.take().expect("its input").write_all(b"Three\n").expect("it is read");
    assert_eq!(Run::from(piped.wait_with_output().expect("it ends")).code, 0);
    assert_eq!(text(&board, MD), "## 2012/13\nask: support\n\nOne\n\n- two\n\n## 2011/12\n\nThree\n");
    let bad = board.file("bad.md", b"One \x96 two\n".as_slice());
    bad.folder();
    assert!(run(&bad, &["x", "2010/11", "--from", "bad.md"]).stderr.contains("error[not-utf8]"));
    assert_eq!(run(&bad, &["x", "2010/11", "--from", "none.md"]).code, 3);
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let (run, text) = commented(TEXT, &["x", "--text", "Another.", "--replace", "--dry-run"]);
    assert_eq!((run.code, text.as_str()), (0, TEXT));
    assert!(run.stdout.contains("- Two clinics closed.\n  + Another.\n"), "{run:?}");
    assert!(run.stdout.contains("To be changed in data/x.md: 2012/13") && run.stderr.contains("dry run"), "{run:?}");
}

#[test]
fn the_period_has_to_be_given_where_no_figure_says_it() {
    refused("", &["empty", "--text", "One"], 2, &["empty has no figure yet", "hwb comment empty 2012/13"]);
    refused("", &["o", "--text", "One"], 2, &["o has no figure yet"]);
    refused("", &["x", "soon", "--text", "One"], 2, &["'soon' is not a period"]);
    refused("", &["y", "--text", "One"], 2, &["no indicator or objective 'y'"]);
    refused("", &["x"], 2, &["there is nothing to write", "--text TEXT"]);
    let board = board();
    board.folder();
    let of_objective = run(&board, &["o", "Q1 2012/13", "--text", "One"]);
    assert_eq!(of_objective.stdout, "Written to data/o.md: 2012/13 Q1\n", "{of_objective:?}");
    assert_eq!(text(&board, "data/o.md"), "## 2012/13 Q1\n\nOne\n");
}

/// The editor is a script of the shell, which Windows has not.
#[cfg(unix)]
mod edited {
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};

    use tempfile::TempDir;

    use super::*;

    /// A board, an editor that does what a script says with the file `$1`, and a folder for what is being written.
    struct Desk {
        board: Board,
        tools: TempDir,
    }

    impl Desk {
        fn new(board: Board, script: &str) -> Self {
            board.folder();
            let desk = Self { board, tools: TempDir::new().expect("a folder") };
            fs::create_dir(desk.passing()).expect("a folder");
            fs::write(desk.editor(), format!("#!/bin/sh\n{script}\n")).expect("the script");
            fs::set_permissions(desk.editor(), fs::Permissions::from_mode(0o755)).expect("it can be run");
            desk
        }

        fn editor(&self) -> PathBuf {
            self.tools.path().join("an editor")
        }

        fn passing(&self) -> PathBuf {
            self.tools.path().join("passing")
        }

        fn run(&self, args: &[&str]) -> Run {
            let args = [&["comment"], args, &["--as-of", "2013-11-21"]].concat();
            let mut command = program(self.board.root(), &args);
            command.env("VISUAL", format!("'{}' --wait", self.editor().display()));
            command.env("EDITOR", "false").env("TMPDIR", self.passing());
            Run::from(command.output().expect("hwb runs"))
        }

        fn text(&self) -> String {
            text(&self.board, MD)
        }

        /// What is being written and has no place yet.
        fn left(&self) -> Vec<PathBuf> {
            let entries = fs::read_dir(self.passing()).expect("the folder");
            entries.map(|entry| entry.expect("an entry").path()).collect()
        }

        /// Nothing was written, and what was typed is where the message says.
        #[track_caller]
        fn keeps(&self, run: &Run, there: &str, typed: &str) {
            assert!(run.code != 0, "{run:?}");
            assert_eq!(self.text(), there, "nothing is written");
            let left = self.left();
            assert_eq!(left.len(), 1, "{run:?}");
            assert!(run.stderr.contains(&format!("Your text is in {}\n", left[0].display())), "{run:?}");
            assert!(fs::read_to_string(&left[0]).expect("the text").contains(typed));
        }
    }

    fn says(path: &Path) -> String {
        fs::read_to_string(path).expect("a file")
    }

    #[test]
    fn the_editor_shows_what_is_there_with_the_figures_and_what_comes_back_is_written() {
        let script =
            "cp \"$2\" \"${0%/*}/seen\"; sed -i.bak -e 's/Two clinics/Three clinics/' -e 's/note$/decide/' \"$2\"";
        let desk = Desk::new(board().file(MD, TEXT), &format!("{script}; rm \"$2.bak\""));
        let run = desk.run(&["x"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(desk.text(), TEXT.replace("Two", "Three").replace("ask: note", "ask: decide"));
        assert_eq!(desk.left(), Vec::<PathBuf>::new());
        let seen = says(&desk.tools.path().join("seen"));
        assert!(seen.starts_with("ask: note\n\nTwo clinics closed.\n\n<!-- hwb takes this out again"), "{seen}");
        for line in ["A made-up indicator, 2012/13", "Figure:  70%", "Due:     90%", "Rating:  red, off target"] {
            assert!(seen.contains(&format!("\n{line}")), "{line}: {seen}");
        }
    }

    #[test]
    fn a_first_comment_begins_with_nothing() {
        let desk = Desk::new(
            board(),
            "printf 'recovery: 2014/15\\n\\nTwo closed.\\n' | cat - \"$2\" > \"$2.1\"; mv \"$2.1\" \"$2\"",
        );
        assert_eq!(desk.run(&["x"]).code, 0);
        assert_eq!(desk.text(), "## 2012/13\nrecovery: 2014/15\n\nTwo closed.\n");
        assert_eq!(desk.left(), Vec::<PathBuf>::new());
    }

    #[test]
    fn nothing_typed_is_nothing_written() {
        for (there, script) in [("", "true"), (TEXT, "true"), (TEXT, ": > \"$2\"")] {
            let board = if there.is_empty() { board() } else { board().file(MD, there) };
            let desk = Desk::new(board, script);
            let run = desk.run(&["x"]);
            assert_eq!((run.code, desk.text().as_str()), (0, there), "{run:?}");
            assert!(run.stderr.contains("nothing was written"), "{run:?}");
            assert_eq!(desk.left(), Vec::<PathBuf>::new());
        }
    }

    #[test]
    fn what_cannot_be_written_stays_where_it_was_typed() {
        let desk = Desk::new(board().file(MD, TEXT), "printf 'Mine\\n## Cause\\n' > \"$2\"");
        let run = desk.run(&["x"]);
        desk.keeps(&run, TEXT, "Mine");
        assert!(run.stderr.contains("error[heading-level]") && run.stderr.contains(".md:2:1"), "{run:?}");
        let desk = Desk::new(
            board().file(MD, TEXT),
            "awk '{ print } /^Rating/ { print \"Mine\" }' \"$2\" > \"$2.1\"; mv \"$2.1\" \"$2\"",
        );
        let run = desk.run(&["x"]);
        desk.keeps(&run, TEXT, "Mine");
        assert!(run.stderr.contains("'Mine' stands within the instructions"), "{run:?}");
        let desk = Desk::new(board().file(MD, TEXT), "echo Mine > \"$2\"; exit 1");
        let run = desk.run(&["x"]);
        desk.keeps(&run, TEXT, "Mine");
        let desk = Desk::new(board().file(MD, TEXT), "echo ask: note > \"$2\"");
        desk.keeps(&desk.run(&["x"]), TEXT, "ask: note");
    }

    #[test]
    fn a_file_that_was_changed_meanwhile_is_not_written_over() {
        let desk =
            Desk::new(board().file(MD, TEXT), "echo Mine > \"$2\"; printf '## 2012/13\\n\\nTheirs\\n' > data/x.md");
        let run = desk.run(&["x"]);
        desk.keeps(&run, "## 2012/13\n\nTheirs\n", "Mine");
        assert!(run.stderr.contains("data/x.md was changed while you were writing"), "{run:?}");
        let desk = Desk::new(board(), "echo Mine > \"$2\"; printf '## 2011/12\\n\\nTheirs\\n' > data/x.md");
        let run = desk.run(&["x"]);
        desk.keeps(&run, "## 2011/12\n\nTheirs\n", "Mine");
    }

    #[test]
    fn a_file_with_errors_is_not_opened() {
        let desk = Desk::new(board().file(MD, "Words\n"), "touch opened");
        let run = desk.run(&["x"]);
        assert_eq!((run.code, desk.left().len()), (1, 0), "{run:?}");
        assert!(!desk.board.root().join("opened").exists());
    }

    #[test]
    fn a_dry_run_keeps_what_was_typed() {
        let desk = Desk::new(board().file(MD, TEXT), "echo Mine > \"$2\"");
        let run = desk.run(&["x", "--dry-run"]);
        assert_eq!((run.code, desk.text().as_str()), (0, TEXT), "{run:?}");
        assert!(run.stdout.contains("+ Mine") && desk.left().len() == 1, "{run:?}");
    }

    #[test]
    fn an_editor_that_is_not_there_is_told() {
        let desk = Desk::new(board(), "true");
        fs::remove_file(desk.editor()).expect("it was there");
        let run = desk.run(&["x"]);
        assert_eq!((run.code, desk.left().len()), (3, 0), "{run:?}");
        assert!(run.stderr.contains("no editor could be started") && run.stderr.contains("VISUAL"), "{run:?}");
    }
}
