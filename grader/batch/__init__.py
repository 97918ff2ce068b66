"""Many submissions: a class is read from an archive, judged on all cores, and handed back as a table and pages.

archive    the files of a zip or a folder, in memory, however hostile
layouts    whose file it is, by the names that learning platforms give
notebooks  a notebook becomes the text of a program
intake     one submission a student, or why there is none
pool       submissions → reports, on an executor
journal    results as they come, in SQLite
tables     CSV in which a stranger's text is text
grading    from an intake to pages and grades
"""
