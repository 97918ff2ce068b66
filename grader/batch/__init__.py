"""Many submissions: a class is read from an archive, judged on all cores, and handed back as tables and pages.

    archive     the files of a zip or a folder, in memory, however hostile
    layouts     whose file it is, by the names that learning platforms give
    notebooks   a notebook becomes the text of a program
    intake      one submission a student, or why there is none
    pool        submissions → reports, on an executor
    journal     results as they come, in SQLite
    grading     from an intake to pages and grades
    gradebooks  a platform's own table of grades, filled in
    overview    what an instructor wants to know of a class, counted
    feedback    pages in a zip, as Moodle takes them back

What a batch writes is the same however often it was interrupted: everything final is made from the journal.
"""
