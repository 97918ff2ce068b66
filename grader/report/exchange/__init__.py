"""Reports for other programs: what learning platforms, continuous integration and spreadsheets read.

    gradescope  results.json            junit     JUnit's XML           github    annotations of a workflow
    gitlab      code quality            markdown  a summary             csv       one row of a table of grades
    classroom50 result.json             tables    CSV in which a stranger's text is text

What a student is not shown is not in the report that a format is given for one (see `audience`). Text of learners is
inert: escaped by the rules of each format, and never a command of the one that reads.
"""
