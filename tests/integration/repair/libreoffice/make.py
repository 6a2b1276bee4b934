"""Makes the files of this folder with LibreOffice: a sheet as a performance lead has it, saved as CSV in several ways.

    pip install openpyxl
    python3 make.py            (needs LibreOffice Calc: soffice)

Every figure is made up.
"""
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent

# Name of the file, locale of the computer, and the options of LibreOffice's CSV filter:
# separator, quote, encoding (76 UTF-8, 1 Windows-1252, 65535 UTF-16), first line, columns, language,
# quote all text, numbers as numbers, cells as shown, and nothing of formulas.
SAVED = {
    "british-utf-8": ("en-GB", "44,34,76,1,,0,false,true,true,false"),
    "british-windows-1252": ("en-GB", "44,34,1,1,,0,false,true,true,false"),
    "british-quoted": ("en-GB", "44,34,76,1,,0,true,true,true,false"),
    "british-utf-16-tabs": ("en-GB", "9,34,65535,1,,0,false,true,true,false"),
    "american-utf-8": ("en-US", "44,34,76,1,,0,false,true,true,false"),
    "german-semicolons": ("de-DE", "59,34,1,1,,0,false,true,true,false"),
    "french-semicolons-utf-8": ("fr-FR", "59,34,76,1,,0,false,true,true,false"),
    "not-as-shown": ("en-GB", "44,34,76,1,,0,false,true,false,false"),
}


def sheet(path):
    """A quarterly return: a title, 2010/11 and 2011/12 turned into dates, percentages, thousands, days and empty edges."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Seen in time – annual return"])
    page.append([])
    page.append(["Period", "Value", "Numerator", "Denominator", "Recorded", "Note"])
    rows = [
        (datetime.date(2010, 11, 1), 0.615, 1230, 2000, datetime.date(2011, 6, 20), "Testham – women and men"),
        (datetime.date(2011, 12, 1), 0.6275, 1255, 2000, datetime.date(2012, 6, 20), "£5 spent, so to say"),
        ("2012/13", 0.64, 1280, 2000, datetime.date(2013, 6, 20), 'the "new" count'),
        ("2013/14", 0.6535, 1307, 2000, datetime.date(2014, 5, 20), "two\nlines"),
    ]
    for row in rows:
        page.append(row)
        last = page.max_row
        page.cell(last, 1).number_format = "mmm-yy"
        page.cell(last, 2).number_format = "0.00%"
        page.cell(last, 3).number_format = "#,##0"
        page.cell(last, 4).number_format = "#,##0"
        page.cell(last, 5).number_format = "dd/mm/yyyy"
    # What was typed and deleted again is saved as empty rows and columns.
    page.cell(page.max_row + 3, 9).value = " "
    book.save(path)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        book = scratch / "return.xlsx"
        sheet(book)
        for name, (locale, options) in SAVED.items():
            profile = scratch / locale
            (profile / "user").mkdir(parents=True, exist_ok=True)
            (profile / "user" / "registrymodifications.xcu").write_text(
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
                '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
                f"<value>{locale}</value></prop></item></oor:items>\n"
            )
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                 f"csv:Text - txt - csv (StarCalc):{options}", "--outdir", str(scratch / "out"), str(book)],
                check=True, capture_output=True,
            )
            shutil.copy(scratch / "out" / "return.csv", HERE / f"{name}.csv")
        # A sound file of ours, opened and saved by somebody who only looked at it.
        sound = scratch / "sound.csv"
        sound.write_text("period,value,recorded,note\n2010/11,61.5,2011-06-20,\"one, two\"\n2011/12,62.75,2012-06-20,£5\n2012/13,64.0,2013-06-20,\n", encoding="utf-8")
        for name, locale, options in [
            ("looked-at-british", "en-GB", "44,34,76,1,,2057,false,true,true,false"),
            ("looked-at-american", "en-US", "44,34,76,1,,1033,false,true,true,false"),
            ("looked-at-german", "de-DE", "59,34,1,1,,1031,false,true,true,false"),
        ]:
            profile = scratch / locale
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
                 "--convert-to", f"csv:Text - txt - csv (StarCalc):{options}", "--outdir", str(scratch / "out"), str(sound)],
                check=True, capture_output=True,
            )
            shutil.copy(scratch / "out" / "sound.csv", HERE / f"{name}.csv")


main()
