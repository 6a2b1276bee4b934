//! Every code a finding can have, in one table.

/// Declares the codes: the variant, its name for ever, its severity, what it is in a line, and what it means and how to mend it.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $title:literal $explanation:literal;)*) => {
        /// What kind of problem a finding is. The name is stable: people write it in `[findings]` and in their scripts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The kebab-case name: `bad-number`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The severity by default, which some findings of the code are below: the explanation says where.
            #[must_use]
            pub fn severity(self) -> super::Severity {
                match self {
                    $(Self::$variant => super::Severity::$severity,)*
                }
            }

            /// What it is, in a line.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)*
                }
            }

            /// What it means and how to mend it.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => $explanation,)*
                }
            }
        }
    };
}

codes! {
    // The file as a whole.
    NotAFile "not-a-file" Error "The file cannot be opened"
        "Something with the name of a file is a folder, cannot be opened, or is larger than docs/limits.md allows. The message gives the reason.";
    Utf16 "utf16" Error "The file is UTF-16"
        "Excel's 'Unicode Text' and PowerShell's '>' write UTF-16, which other programs cannot read as CSV. Open the file in Excel and choose Save As, 'CSV UTF-8 (Comma delimited)'.";
    NotACsv "not-a-csv" Error "The file is no CSV file"
        "It is a workbook, or has more columns than a table can have. Renaming a workbook to .csv does not change what is in it. Open it in Excel and choose Save As, 'CSV UTF-8 (Comma delimited)'.";
    NotUtf8 "not-utf8" Error "The file is not UTF-8"
        "A byte in the file is no UTF-8 character. The usual cause is Excel's 'CSV (Comma delimited)', which writes Windows-1252: dashes, curly quotes and pound signs come out wrong. Save as 'CSV UTF-8 (Comma delimited)' instead.";
    Mojibake "mojibake" Warning "Text read in the wrong encoding"
        "The text holds signs such as 'Â£' or 'â€™', which are what '£' or '’' become when UTF-8 is opened as Windows-1252 and saved again. Type the text again, or run hwb fix.";
    MixedLineEndings "mixed-line-endings" Warning "Rows that end in different ways"
        "Two programs have written the file, one with Windows' line endings and one without, or something pasted rows into it. hwb reads each; others may see one row where there are several. Run hwb fmt.";
    CrOnly "cr-only" Warning "Line endings of old Macs"
        "Excel's 'CSV (Macintosh)' ends rows with a carriage return alone, and git and most programs then see the whole file as one line. Choose 'CSV UTF-8 (Comma delimited)', or run hwb fmt.";
    MissingFile "missing-file" Warning "An indicator has no file of readings"
        "An indicator is declared in strategy.toml and data/ has no CSV file of its name. Make one with the header row alone, so that it is clear where the readings go.";
    OrphanFile "orphan-file" Error "A file in data/ belongs to no indicator"
        "Readings live in data/<indicator>.csv commentary in data/<indicator or objective>.md, and the registers in data/registers/actions.csv and escalations.csv. A file of another name is read by nothing: what it holds would be lost silently. Rename it, or declare the indicator.";
    UnusedTemplate "unused-template" Warning "A file in templates/ is the words of no section"
        "What officers write for the papers lies in templates/<section>.md, or for one meeting in templates/<its date>/<section>.md. A file of another name is read by nothing, and its words would be missing from the paper. Rename it after the section, or declare a section of your own in [report.own].";
    LockFile "lock-file" Error "The lock file of a spreadsheet"
        "While Excel or LibreOffice has a file open it keeps a file beside it, ~$name or .~lock.name#. It is no data and must not be committed. Close the program; if the file stays, delete it. hwb setup-git has git ignore them.";
    CaseClash "case-clash" Error "Names that differ only in capitals"
        "On Windows and macOS two names that differ only in capital letters are one file: whoever checks the folder out there gets one of them, and loses the other. Ids are lower case; rename the file, or delete the one that is not read.";
    ConflictMarker "conflict-marker" Error "A git merge conflict was left in the file"
        "Two people changed the same lines and git asks which to keep. Keep one version of each row and delete the lines that begin <<<<<<<, ======= and >>>>>>>.";

    // The shape of a CSV file.
    Semicolon "semicolon" Error "Columns separated by semicolons"
        "Excel separates columns with the list separator of the computer it runs on, which here is a semicolon, whichever CSV is chosen. Set the list separator to a comma in Windows' region settings and save the file again, and check that decimals have points.";
    Tab "tab" Error "Columns separated by tabs"
        "The file was saved as 'Text (Tab delimited)'. Choose Save As, 'CSV UTF-8 (Comma delimited)'.";
    TitleRow "title-row" Error "A title above the columns' names"
        "The first row must be the one that names the columns. A title, a date or a note above it belongs in strategy.toml or in the note column. hwb fix takes it away and shows what it takes; rows with more than one value it leaves to you.";
    MissingColumn "missing-column" Error "A required column is missing"
        "The first row must name the columns, and the required ones must be among them: `period` and `value` in a file of readings, those of the format reference in a register.";
    UnknownColumn "unknown-column" Error "A column nobody declared"
        "Columns are those of the format reference, and in a file of readings one for each comparator declared in strategy.toml. A column of another name would be ignored, so it is refused: correct its name, or declare the comparator.";
    DuplicateColumn "duplicate-column" Error "Two columns have one name"
        "Which of the two holds the figures cannot be known. Rename or delete one.";
    EmptyHeader "empty-header" Error "A column has no name"
        "There are values below a blank heading. Name the column in the first row, or delete it.";
    HeaderSpelling "header-case-space" Warning "A column's name has capitals or spaces"
        "The column was read as the one that is meant. Write its name as the message gives it.";
    TrailingEmptyColumns "trailing-empty-columns" Warning "Empty columns at the end"
        "A spreadsheet saved columns that hold nothing. They are ignored; delete them.";
    BlankRow "blank-row" Warning "Empty rows"
        "A spreadsheet saved rows that hold nothing. They are ignored; delete them.";
    RaggedRow "ragged-row" Error "A row has more or fewer values than the header"
        "Most often a comma stands in a note that is not in quotes. Write the cell in double quotes: \"one, two\".";
    UnclosedQuote "unclosed-quote" Error "A quote is opened and never closed"
        "Everything after the quote would be read as one cell, and rows would be lost. Close the quote, or double it (\"\") if it is part of the text.";
    QuoteMisplaced "quote-misplaced" Error "A quote in the middle of a cell"
        "A cell in quotes begins and ends with one, and a quote inside is written twice. Write \"the \"\"new\"\" count\".";
    ControlCharacter "control-character" Error "A character that cannot be seen or printed"
        "The cell, or the text in strategy.toml, holds a control character, which programs disagree about and a terminal obeys. Type it again.";
    LongCell "long-cell" Error "A cell longer than a spreadsheet can hold"
        "Excel holds 32,767 characters in a cell and cuts the rest when the file is saved. Most often a quote was left open and rows became one cell; a long text belongs in the commentary, data/<indicator>.md.";
    EdgeWhitespace "edge-whitespace" Warning "Spaces around a value"
        "The value was read without them. Delete them, so that other programs read the same.";
    Nbsp "nbsp" Warning "A hard space"
        "A space that does not break a line, copied from a web page or a document, looks like any other and is none to a program. The cell was read as if it were an ordinary one at the edge of the cell, or within words.";
    ZeroWidth "zero-width" Warning "A character of no width"
        "A character that cannot be seen, copied from a web page or left by a program, stands in the cell. It was read without it.";
    SmartQuote "smart-quote" Warning "Curly quotes"
        "A word processor turns straight quotes into curly ones, and Excel's leading apostrophe is saved with the cell by some programs. Only straight double quotes hold a cell together. Around a figure, a period or an id they were left out.";
    ExcelError "excel-error" Error "An error value of Excel's"
        "#N/A, #REF! and the like say that a formula failed, ###### that a column was too narrow when the file was saved. Type the figure; where there is none, leave the value blank and put x in the marker column. In a text it is a warning.";
    Formula "formula" Error "A formula"
        "A cell that begins with =, +, @ or - is calculated by a spreadsheet, whatever was meant. Write the number it gives. In a text it is a warning: begin with a word.";

    // A reading.
    BadPeriod "bad-period" Error "The period is not one of the indicator's kind"
        "The indicator declares which kind of period its readings have, and the cell, or the heading of a section of commentary, holds something else. The format reference lists how each kind is written.";
    PeriodDate "period-date" Error "Excel turned a period into a date"
        "Excel reads 2011/12 as December 2011 when a CSV file is opened, and saves it as Dec-11. Type the period again. 2011/2012 is read as well and Excel leaves it alone.";
    DateSerial "date-serial" Error "A date as Excel stores it"
        "Excel stores days as numbers counted from 1900, and shows them so where a cell's format is General: 41365 is 1 April 2013. Write the period or the day. hwb fix proposes one where it is beyond doubt which Excel would store so.";
    PeriodSpelling "period-spelling" Warning "The period is spelt another way"
        "The period was understood. Write it as the message gives it, so that every program sorts and joins it alike.";
    WrongGranularity "wrong-granularity" Error "The period is of another kind"
        "A month stands in a file of quarters, or the like: the figure, or what is said of it, is for another length of time than the rest. Move it, or correct the period.";
    MixedKinds "mixed-kinds" Error "Periods of two kinds in one file"
        "Several rows hold periods of another kind than the indicator declares: two series in one file. Move the others to a file of their own, or leave them out.";
    BadNumber "bad-number" Error "The cell is not a number"
        "A cell for a figure holds digits, with a minus sign before and one point inside where needed, and nothing else: no commas, units or notes. Where there is no figure, leave the value blank and say why in the marker column.";
    ThousandsSeparator "thousands-separator" Error "Thousands set apart"
        "1,234 or 1 234 is a number for people. In a file a comma separates columns, and in some countries it is the decimal point. Write the digits alone. hwb fix does so, and asks where the comma may be a decimal one.";
    DecimalComma "decimal-comma" Error "A comma for a decimal point"
        "61,5 is how a computer set to another country writes 61.5. Write a point. hwb fix asks before it does, since the comma may have been meant otherwise.";
    Currency "currency" Warning "A currency sign in a figure"
        "The figure was read without the sign. The unit is declared in strategy.toml; write the number alone.";
    Scientific "scientific" Error "A figure in scientific notation"
        "Excel shows a long number as 1.23457E+11, and saves it as it shows it: digits are lost. Where every digit is there, as in 1.2E+05, it is read, with a warning; else set the cell's format to Number and save again.";
    UnicodeMinus "unicode-minus" Warning "A dash for a minus sign"
        "A word processor writes −2.3 or –2.3 with a dash that other programs take for text. It was read as a minus sign. Write the hyphen of the keyboard.";
    DigitsLost "digits-lost" Error "Digits lost after the fifteenth"
        "Excel keeps fifteen digits of a number and fills the rest with noughts. Type the figure again from its source.";
    NaText "na-text" Error "A word for no figure"
        "N/A, a dash, dots or tbc may say that a figure is not available, not applicable or suppressed, which are different things. Leave the value blank and put x, z or c in the marker column.";
    MarkerInValue "marker-in-value" Error "A marker in the figure's cell"
        "A value cell holds a number and nothing else. What qualifies it, such as [p] for provisional, goes in the marker column; <5 is a suppressed figure: a blank value with marker c.";
    SmallNumber "small-number" Error "A small count of people"
        "`min_count` in strategy.toml says below which number a count of people may not stand in a file, since a person might be recognised. Leave the figures blank and put c in the marker column. The message and the excerpt never show the count. It is a warning where a suppressed group is the whole less the others, or where the value and the denominator give the count back.";
    DigitsInText "digits-in-text" Warning "Digits where a text is expected, after a figure"
        "A comma inside a figure, as in 1,234 or 61,5, separates columns: the figure is cut in two and the rest lands in the next column. Write 1234, or 61.5.";
    PercentSign "percent-sign" Error "A percent sign in a figure"
        "In a percentage the sign says nothing new: the figure is read without it, with a warning. In an indicator with another unit it is refused: which of the two is wrong cannot be known.";
    BadDate "bad-date" Error "The cell is not a date"
        "Dates are written year first: 2013-06-20.";
    DateDmy "date-dmy" Error "A date with the year last"
        "03/04/2013 is 3 April to one reader and 4 March to another, so it is refused; hwb fix mends one that can only be one day, and never guesses. `[data] dates = \"dmy\"` in strategy.toml says that Excel here writes the day first: such dates are then read, with a warning.";
    BlankWithoutMarker "blank-without-marker" Error "No figure and no reason"
        "A blank value needs a marker that says why: c where it is suppressed, x where it is not available, z where it does not apply.";
    UnknownMarker "unknown-marker" Error "A marker that is not in use"
        "Markers are the Government Analysis Function's shorthand without brackets: c suppressed, x not available, z not applicable, low, u low reliability, b break in series, f forecast, p provisional, r revised, e estimated. Several are separated by a space.";
    ValueWithC "value-with-c" Error "A suppressed figure that is still there"
        "Marker c says that the figure may not be shown, and the value, the numerator or the limits show it or give it away. Leave them blank.";
    ValueWithX "value-with-x" Warning "A figure marked as not there"
        "Marker x says that the figure is not available, and z that it does not apply; the value holds one. It is taken. Delete the marker, or the figure.";
    UnknownStatus "unknown-status" Error "A status that is not in use"
        "The status of a figure is final, provisional, estimate, revised or corrected, and blank means final. That of an action is planned, in-progress, done or dropped.";
    StatusConflict "status-conflict" Error "The status and a marker say different things"
        "Markers p, r and e say a status too: provisional, revised, estimate. Where the status column says another, which of the two holds cannot be known. Delete one.";
    UnknownGroup "unknown-group" Error "A group nobody declared"
        "The group column holds the id of a group declared in strategy.toml as [groups.<id>], or is blank for the whole population.";
    IntervalReversed "interval-reversed" Error "The lower limit is above the upper"
        "The confidence limits stand in each other's column.";
    IntervalMissesValue "interval-misses-value" Error "The figure lies outside its own confidence limits"
        "The lower limit is above the figure, or the upper below it. One of the three was mistyped.";
    NumeratorOverDenominator "numerator-over-denominator" Warning "The numerator is larger than the denominator"
        "In a percentage the part is larger than the whole. It is rated as published; check the two cells.";
    NumDenMismatch "num-den-mismatch" Error "The figure is not its numerator over its denominator"
        "In a percentage, a rate per 1,000 or per 100,000, or where the indicator declares a `multiplier`, the figure must be the numerator over the denominator, to the digits it has. A standardised rate has no such plain parts: leave them out, or write its unit in other words.";
    OutsidePercentage "outside-percentage" Warning "A percentage below 0 or above 100"
        "Some published percentages do exceed 100. If this indicator's may, write `bounded = false` in its table.";
    PercentAsFraction "percent-as-fraction" Warning "A fraction among percentages"
        "0.615 among figures such as 61.2 is most likely 61.5%: a spreadsheet saves the fraction where the cell's format is lost. It is read as typed. hwb fix asks before it writes the percentage.";
    Implausible "implausible" Warning "A figure far from those before it"
        "The figure is about ten, a hundred or a thousand times the one before (or as much smaller), or further from the median of the figures before it than six times their median distance from it, where there are eight or more. Figures before a break in the series do not count. It is read as typed. Check it against its source.";
    DuplicatePeriod "duplicate-period" Error "Two rows for one period"
        "A later row replaces an earlier one only if it says so, with status revised or corrected, or if the earlier was provisional or an estimate. Keep one row, or say which is the revision.";
    RevisedWithoutOriginal "revised-without-original" Warning "A revision of nothing"
        "The row says that it revises a figure, and no earlier row for the period stands in the file. It is used; the original is lost to the history.";
    RevisedWithoutRecorded "revised-without-recorded" Error "A revision without its day"
        "The position before a past meeting must be the one that was known then. Write in `recorded` the day the revised figure became known.";
    RecordedBeforePeriod "recorded-before-period" Warning "Recorded before the period had ended"
        "The figure counts as known from a day on which the period was not over. Check the year in `recorded`.";
    OutOfOrder "out-of-order" Warning "Periods out of order"
        "The rows are read in any order; sorted ones are easier to check and to merge.";
    Gap "gap" Warning "A period is missing between readings"
        "If the figure was never published, add a row for the period with a blank value and marker x, so that everyone can see it.";
    FuturePeriod "future-period" Error "The period is not over"
        "The period ends after today, so the figure cannot be final. Correct the period, or mark the row f for a forecast.";
    SilentRevision "silent-revision" Warning "A figure was changed without a word"
        "The figure of a period is not the one that was committed, and no revised or corrected row says why. Papers written from the old figure could not be explained. Put the old row back, and add a row below it with the new figure, status revised and the day it became known. To suppress a figure where it stands is none; to write one where it was suppressed is. Found by `hwb validate --staged`, which compares with the last commit.";
    CountsLater "counts-later" Warning "The figure does not count yet"
        "With `recorded` blank a figure counts as known from its period's end plus the indicator's lag, and that day is ahead. If it is published already, write in `recorded` the day it was.";
    ComparatorWithoutColumn "comparator-without-column" Warning "A comparator has no column"
        "The indicator is compared with an area whose figures its file has no column for, so nothing can be compared.";

    // Commentary.
    DuplicateSection "duplicate-section" Error "Two sections for one period"
        "Which of the two holds for the period cannot be known. Keep one section for each period: join the texts, or correct the period of one.";
    TextBeforeSection "text-before-section" Error "Text that belongs to no period"
        "Commentary is in sections, each headed by its period: ## 2012/13 Q3. What stands before the first is about no period and would be lost. A title with one hash may stand there.";
    EmptySection "empty-section" Warning "A section with no text"
        "The heading names a period and nothing is said of it. Write the reason below the heading, or delete the section.";
    HeadingLevel "heading-level" Warning "A period in a heading that begins no section"
        "A section begins with two hashes and a space: ## 2012/13 Q3. With any other heading the text below belongs to the section above it.";
    BadRecovery "bad-recovery" Error "The expected recovery is not a period"
        "`recovery` is the period by which performance is expected to have recovered. It may be of any kind: 2014/15, 2014/15 Q2, 2014-09.";
    BadAsk "bad-ask" Error "The Board is asked for something it cannot be"
        "`ask` is what the Board is asked to do: note, support or decide. What exactly is to be decided goes in the text.";
    FieldInText "field-in-text" Warning "A field that is read as text"
        "`recovery:` and `ask:` stand once each just below the heading of their section. Further down, a second time or under another name such a line is part of the text, and no report goes by it.";
    UnclosedFence "unclosed-fence" Error "A block of code is opened and never closed"
        "Three backticks or tildes open a block of code, in which nothing is a heading: every section after it would be lost in it. Close the block with a line of the same signs.";

    // The registers.
    BlankCell "blank-cell" Error "A cell that may not be blank"
        "Without it the row says nothing that can be used: an action has an id, what it is about, what is done, an owner, the day it was opened and a status; an event has its case, day, indicator and name, and one that opens a case its level.";
    UnknownEvent "unknown-event" Error "An event that is none"
        "What happens to a case is that it is opened, escalated, decided, reviewed or closed.";
    UnknownLevel "unknown-level" Error "A level that is none"
        "A case is with the Performance Group, performance-group, or with the Board, board.";
    UnknownCase "unknown-case" Error "A case that nobody opened"
        "No row of data/registers/escalations.csv opens a case of this id. Correct the id, or add the row with event opened.";
    CaseStep "case-step" Error "A step that the case cannot take"
        "A case is opened once, with the Performance Group or with the Board. The Group may review, escalate or close it. The Board reviews and decides, and closes it once it has decided. What happens after it was closed is a case of its own.";
    CaseMismatch "case-mismatch" Error "A row that does not fit its case"
        "All rows of a case are about one indicator, and the level of each is the one the case is at: after an escalation it is the Board's. The level may be left blank, but where a case is opened.";
    SecondOpenCase "second-open-case" Warning "A second open case on one indicator"
        "One case says all that is done about an indicator's slippage: with two it is not clear which level it has to reach, and at which table it is. Close one of them, and go on with the other.";
    BadAcceptable "bad-acceptable" Error "The acceptable level cannot be read"
        "The level at which a case may close is on-target, or one of <=, <, >= and > with a number, on the side that is good for the indicator; then perhaps ' for 2', so many readings running.";
    DecidedWithoutLevel "decided-without-level" Warning "A decision without an acceptable level"
        "The Board agrees for each case at which level it may close. Without one nothing can say when that is.";
    ClosedBelowLevel "closed-below-level" Warning "A case closed below its level, without a reason"
        "The readings known on that day did not reach the level that the Board had agreed. Say in the note why the case was closed all the same.";
    CellUnused "cell-unused" Warning "A cell that has no effect"
        "The acceptable level and the expected recovery go by the latest row that says decided. In any other row they are not used.";
    DateOrder "date-order" Error "Days out of order"
        "Nothing is due or updated before it was opened, and the rows of a case stand in the order of their days. Most often a year is wrong.";
    FutureDate "future-date" Warning "A day that is yet to come"
        "A register says what has happened. A row does not count before its day; most often the year is wrong.";
    DuplicateAction "duplicate-action" Error "Two actions with one id"
        "Which of the two is meant cannot be known. Give each action an id of its own; when an action moves on, its row is changed.";
    ActionWithoutDue "action-without-due" Warning "An action with no day to be done by"
        "Without a day in column due nobody is ever told that the action is late.";
    ActionOnRetired "action-on-retired" Warning "An action on a retired indicator"
        "The indicator is out of use, so that no report shows the action. Mark the action done or dropped, or say what took the indicator's place.";

    // strategy.toml.
    TomlSyntax "toml-syntax" Error "strategy.toml is not TOML"
        "The file could not be read as TOML 1.0. While it has such errors nothing else in it is checked.";
    UnsupportedFormat "unsupported-format" Error "The file is of another format version"
        "This hwb reads format 1. A newer file needs a newer hwb.";
    UnknownKey "unknown-key" Error "A key that is not in use"
        "Every key is in the format reference. An unknown one would be ignored, and what it was meant to say lost, so it is refused.";
    MissingKey "missing-key" Error "A required key is missing"
        "The format reference says which keys each table needs.";
    WrongType "wrong-type" Error "A value of the wrong type"
        "The key takes another type: text in quotes, a number, true or false, a list in brackets, or a table.";
    UnitSpelling "unit-spelling" Warning "A unit spelt another way"
        "A unit that is not one of those in the format reference is printed as it is, and the checks that go with the known one, such as 0 to 100 for a percentage, are off.";
    BadSetting "bad-setting" Error "A value that is not understood"
        "The value is of the right type and is not one the key takes. The message says what it takes.";
    UnknownId "unknown-id" Error "An id nobody declared"
        "Every id used is declared: leads, chapters, objectives, comparators and the rest each in a table of their own.";
    BadId "bad-id" Error "An id that cannot be a file's name"
        "Ids are lower-case letters, digits and single hyphens: an indicator's id is the name of its file and its name on the command line. con, prn, aux, nul, and com and lpt with a digit are not: Windows has no such files.";
    DuplicateId "duplicate-id" Error "One id, two things"
        "Two things of one kind share an id, and only one of them could be meant by it. Or an indicator and an objective do, and commentary for either would be in one file. Rename one.";
    Unplaced "unplaced" Error "An indicator without a place"
        "An indicator belongs to one objective, or, where the strategy states none, to one chapter.";
    TargetCondition "target-condition" Error "A target with no condition, or with several"
        "Each target has one condition: at_least, at_most, more_than, less_than, between, change, beat, match or improve_on. Several are several targets.";
    TargetMisfit "target-misfit" Error "A target that does not fit the indicator"
        "The condition asks for the opposite of what `good` says, or for what such readings cannot be judged by.";
    TargetWrongSide "target-wrong-side" Error "A target on the wrong side of its baseline"
        "Meeting the target would make things worse than the baseline. Check the sign of the change, the level, and `good`. Where the baseline has no value of its own, the reading for its period is meant.";
    ByBeforeBaseline "by-before-baseline" Error "A target due before its baseline"
        "The target's date is not after the period of the baseline it starts from.";
    ComparatorForTotal "comparator-for-total" Warning "A running total against a comparator"
        "The comparator's figure for the period is compared with the running total of ours. That is right only if the comparator's column holds running totals too.";
    MilestoneOrder "milestone-order" Error "Milestones out of order"
        "The milestones of one target are written in the order of their dates, one for each date.";
    MilestoneBackwards "milestone-backwards" Warning "Milestones that go backwards"
        "A later milestone asks for less than an earlier one. If that is meant, as with amounts for each period, write `each_period = true`.";
    ChangeWithoutBaseline "change-without-baseline" Warning "A change from nothing"
        "The target is a change and the indicator has no baseline to change from, so it cannot be rated. Find the baseline the strategy meant, or ask for one.";
    TakingMisfit "taking-misfit" Error "Readings that cannot be taken that way"
        "`total`, `cumulative` and `each_period` exclude one another, and overlapping periods cannot be added up.";
    RatingMisfit "rating-misfit" Error "A rating that does not fit"
        "The method needs what is not there (a floor, bands), or cannot judge this kind of target.";
    RatingKeyUnused "rating-key-unused" Warning "A rating key that has no part in the method"
        "A floor belongs to the floor method, bands to the improvement method. With another method the key does nothing: name the method that is meant, or delete the key.";
    DuplicateMeeting "duplicate-meeting" Error "Two meetings of one body on a day"
        "Cut-offs, themes and papers go by a meeting, and which of the two is meant could not be told. Put what both say into one of them, or correct a date.";
    MeetingNotWorkingDay "meeting-not-working-day" Warning "A meeting on a day that is no working day"
        "The day is at a weekend or a bank holiday of England and Wales. Check the date. Where a rule gives such a day, declare the meeting in [[meetings]] on the day of that month when it is held: it takes the place of the rule's.";
    MeetingOutsideTerm "meeting-outside-term" Warning "A meeting far from the term"
        "The meeting is more than a year before the strategy's first day or more than two years after its last. The usual cause is a slip in the year.";
    LeadWithoutOfficer "lead-without-officer" Warning "A lead with no officer"
        "Nobody is named to answer for the lead's indicators. Write the post in `officer`.";
}

impl Code {
    /// The code with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_has_a_name_of_its_own_and_is_found_by_it() {
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for &code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(code));
        }
    }
}
