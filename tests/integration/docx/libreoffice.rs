//! Word files opened by LibreOffice, which is no friend of ours: turned to PDF, and saved anew.
