//! What the editor is opened with: the text that is there, and below it instructions that are taken out again.

use hwb::commentary::Draft;

/// The first line of the instructions, and the last.
const OPENS: &str = "<!-- hwb takes this out again; nothing in it is kept.";
const CLOSES: &str = "-->";

/// The last line in them.
const LAST: &str = "Leave it empty to write nothing.";

/// What the editor is opened with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub text: String,
    /// The lines of the instructions, the first and the last among them.
    instructions: Vec<String>,
}

/// Something typed inside the instructions, which would be taken out with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// From 1.
    pub line: usize,
    pub text: String,
}

impl Template {
    /// A template for what is there, with these lines in view.
    pub fn of(there: &Draft, in_view: &[String]) -> Self {
        let mut instructions = vec![OPENS.to_owned(), String::new()];
        instructions.extend(in_view.iter().cloned());
        instructions.push(String::new());
        let advice = "Above this, write why the figure is what it is in the first paragraph, then what is\n\
                      being done, in Markdown. Two lines may come first:\n\
                      \n  recovery: 2014/15    the period by which it is expected to have recovered\n  \
                      ask: decide          what the Board is asked: note, support or decide\n";
        instructions.extend(advice.lines().chain(["", LAST, CLOSES]).map(str::to_owned));
        let mut lines = there.lines();
        lines.push(String::new());
        if there.body.is_empty() {
            lines.push(String::new());
        }
        let text = lines.into_iter().chain(instructions.iter().cloned()).collect::<Vec<_>>().join("\n") + "\n";
        Self { text, instructions }
    }

    /// The text without the instructions, wherever they stand now and whatever was deleted of them; its lines end with LF.
    ///
    /// # Errors
    /// Something was typed inside them, or their first line alone is gone.
    pub fn taken_from(&self, text: &str) -> Result<String, Inside> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let Some(opens) = lines.iter().position(|line| line.trim() == OPENS) else {
            return match lines.iter().position(|line| line.trim() == LAST) {
                Some(left) => Err(Inside { line: left + 1, text: LAST.to_owned() }),
                None => Ok(text),
            };
        };
        let mut own = self.instructions.iter().skip(1).map(|line| line.trim());
        let mut below = opens + 1;
        while let Some(line) = lines.get(below).map(|line| line.trim()) {
            let is_own = line.is_empty() || own.any(|own| own == line);
            if !is_own {
                return Err(Inside { line: below + 1, text: line.to_owned() });
            }
            below += 1;
            if line == CLOSES {
                break;
            }
        }
        Ok([&lines[..opens], &lines[below..]].concat().concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(body: &str) -> Template {
        let there = Draft { body: body.to_owned(), ..Draft::default() };
        Template::of(&there, &["A title --> with an end, 2012/13".to_owned(), "70.0%".to_owned()])
    }

    #[test]
    fn the_text_that_is_there_comes_first_and_comes_back() {
        let template = template("One\n\ntwo");
        assert!(template.text.starts_with("One\n\ntwo\n\n<!-- hwb"), "{}", template.text);
        assert!(template.text.contains("\n70.0%\n"));
        assert_eq!(template.taken_from(&template.text), Ok("One\n\ntwo\n\n".to_owned()));
        for ending in ["\r\n", "\r"] {
            let ended = template.text.replace('\n', ending);
            assert_eq!(template.taken_from(&ended), Ok("One\n\ntwo\n\n".to_owned()));
        }
    }

    #[test]
    fn text_may_stand_on_either_side_and_the_instructions_may_be_cut_down_or_gone() {
        let template = template("");
        let below = format!("{}Below\n", template.text);
        assert_eq!(template.taken_from(&below).map(|text| text.trim().to_owned()), Ok("Below".to_owned()));
        let cut =
            template.text.replace("70.0%\n", "").replace("being done, in Markdown. Two lines may come first:\n", "");
        assert_eq!(template.taken_from(&cut).map(|text| text.trim().to_owned()), Ok(String::new()));
        let unclosed = template.text.replace("\n-->\n", "\n");
        assert_eq!(template.taken_from(&unclosed).map(|text| text.trim().to_owned()), Ok(String::new()));
        assert_eq!(template.taken_from("One\n"), Ok("One\n".to_owned()));
    }

    #[test]
    fn what_is_typed_inside_the_instructions_is_never_dropped() {
        let template = template("");
        let inside = template.text.replace("70.0%\n", "70.0%\nClinics closed.\n");
        let line = inside.lines().position(|line| line == "Clinics closed.").unwrap() + 1;
        assert_eq!(template.taken_from(&inside), Err(Inside { line, text: "Clinics closed.".to_owned() }));
        let unclosed = template.text.replace("\n-->\n", "\nClinics closed.\n");
        assert!(template.taken_from(&unclosed).is_err());
        let opened = template.text.replace(OPENS, "");
        assert!(template.taken_from(&opened).is_err(), "what is left of the instructions is no commentary");
    }
}
