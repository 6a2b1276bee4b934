//! A strategy with its files: opened once, its readings loaded one indicator at a time.

mod baseline;
mod check;
mod commentary;
mod folder;
mod registers;
mod sources;
mod template;

use chrono::NaiveDate;

pub use baseline::is_read_from_readings;
pub use commentary::{LoadedCommentary, commentary_path};
pub use registers::Registers;
pub use template::{Text, Words, path_of_words};

use crate::encoding;
use crate::files::{DATA, Files, STRATEGY, Unreadable};
use crate::finding::{Code, Finding, Findings};
use crate::readings::{Readings, read};
use crate::source::Source;
use crate::strategy::{self, Indicator, Strategy};
use crate::{limits, parallel};

/// An open strategy.
#[derive(Debug)]
pub struct Workspace {
    files: Box<dyn Files>,
    pub strategy: Strategy,
    /// What is wrong with `strategy.toml`: warnings, and errors inside one indicator's own table.
    pub findings: Findings,
}

/// Why there is no workspace.
#[derive(Debug)]
pub enum NotOpened {
    /// `strategy.toml` is missing or cannot be opened; with the reason.
    Unreadable(String),
    /// Its errors are not one indicator's own.
    Faulty(Findings),
}

/// One indicator's file as read.
#[derive(Debug)]
pub struct Loaded {
    /// Nothing where the file, or the indicator's own table, has errors.
    pub readings: Option<Readings>,
    /// What is wrong with the file.
    pub findings: Findings,
}

impl Workspace {
    /// Opens the strategy of a folder.
    ///
    /// # Errors
    /// [`NotOpened`] where there is none that can be used.
    pub fn open(files: Box<dyn Files>) -> Result<Self, NotOpened> {
        let bytes = files.read(STRATEGY).map_err(|unreadable| NotOpened::Unreadable(reason(&unreadable)))?;
        let faulty = |finding: Box<Finding>| NotOpened::Faulty(Findings::from(*finding));
        let text = encoding::decode(STRATEGY, bytes).map_err(faulty)?;
        match strategy::read::strategy(&text) {
            (Some(strategy), findings) => Ok(Self { files, strategy, findings }),
            (None, findings) => Err(NotOpened::Faulty(findings)),
        }
    }

    /// The readings of an indicator. `today` is given where what only the clock shows is to be found too.
    #[must_use]
    pub fn load(&self, indicator: &Indicator, today: Option<NaiveDate>) -> Loaded {
        let path = path_of(indicator);
        let fail = |finding: Finding| Loaded { readings: None, findings: Findings::from(finding) };
        let bytes = match self.opened(&path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Self::missing(&path, indicator),
            Err(finding) => return fail(*finding),
        };
        let Loaded { readings, mut findings } = self.read(indicator, bytes, today, Findings::new());
        let against = readings.as_ref().filter(|_| baseline::is_read_from_readings(indicator));
        let against = against.map(|readings| self.against_baseline(indicator, readings)).unwrap_or_default();
        let is_sound = against.errors() == 0;
        findings.extend(against);
        Loaded { readings: readings.filter(|_| is_sound), findings }
    }

    /// What a file of an indicator's with these bytes would be: what is wrong with it is added to `findings`.
    #[must_use]
    pub fn read(
        &self,
        indicator: &Indicator,
        bytes: Vec<u8>,
        today: Option<NaiveDate>,
        mut findings: Findings,
    ) -> Loaded {
        let path = path_of(indicator);
        let is_withheld = |line: &str| self.withheld(&path, [line]).is_some_and(|withheld| withheld.has(line));
        let text = match encoding::decode_withholding(&path, bytes, &is_withheld) {
            Ok(text) => text,
            Err(finding) => {
                findings.push(*finding);
                return Loaded { readings: None, findings };
            }
        };
        let context = read::Context { strategy: &self.strategy, indicator, today };
        let readings = read::readings(&Source::new(&path, &text), context, &mut findings);
        // What the clock finds is for validation: it does not make the file unusable.
        let is_usable = !indicator.faulty && findings.errors() == findings.count(Code::FuturePeriod);
        Loaded { readings: is_usable.then_some(readings), findings }
    }

    /// The bytes of one of the strategy's files.
    ///
    /// # Errors
    /// [`Unreadable`] says why there are none.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        self.files.read(path)
    }

    /// The text of a file; nothing where it is not there.
    ///
    /// # Errors
    /// The finding that says why it cannot be read.
    fn text(&self, path: &str) -> Result<Option<String>, Box<Finding>> {
        self.opened(path)?.map(|bytes| encoding::decode(path, bytes)).transpose()
    }

    /// The bytes of a file; nothing where it is not there.
    ///
    /// # Errors
    /// The finding that says why it cannot be opened.
    fn opened(&self, path: &str) -> Result<Option<Vec<u8>>, Box<Finding>> {
        match self.files.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Unreadable::Missing) => Ok(None),
            Err(unreadable) => {
                let message = format!("the file cannot be read: {}", reason(&unreadable));
                let finding = Finding::new(Code::NotAFile, path, message);
                Err(Box::new(finding.help("put a readable file in its place")))
            }
        }
    }

    fn missing(path: &str, indicator: &Indicator) -> Loaded {
        let message = format!("'{}' has no file of readings", indicator.id);
        let finding = Finding::new(Code::MissingFile, path, message).help("make one with its header: period,value");
        Loaded { readings: (!indicator.faulty).then(Readings::default), findings: Findings::from(finding) }
    }

    /// The text of an indicator's file; nothing where it cannot be read as text.
    #[must_use]
    pub fn text_of(&self, indicator: &Indicator) -> Option<String> {
        let path = path_of(indicator);
        encoding::decode(&path, self.files.read(&path).ok()?).ok()
    }

    /// Loads each indicator, does something with it, and lets its readings go; the results are in the order given.
    pub fn each<'a, T: Send>(
        &self,
        indicators: &[&'a Indicator],
        today: Option<NaiveDate>,
        work: impl Fn(&'a Indicator, Loaded) -> T + Sync,
    ) -> Vec<T> {
        parallel::map(indicators, |indicator| work(indicator, self.load(indicator, today)))
    }
}

/// The path of an indicator's readings.
#[must_use]
pub fn path_of(indicator: &Indicator) -> String {
    format!("{DATA}/{}.csv", indicator.id)
}

fn reason(unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::Missing => "it is not there".to_owned(),
        Unreadable::NotAFile(reason) => reason.clone(),
        Unreadable::TooLong(bytes) => {
            format!("it has {bytes} bytes, and the most hwb reads is {}", limits::FILE_BYTES)
        }
    }
}
