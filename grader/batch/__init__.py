"""Many submissions: a class is read from an archive, judged on all cores, and handed back as tables and pages.

    batch       a batch from beginning to end; what it was asked for: asked

    archive     the files of a zip or a folder, in memory, however hostile
    layouts     whose file it is, by the names that learning platforms give
    listings    whose file it is, by what platforms put beside it
    notebooks   a notebook becomes the text of a program
    matching    which file is for which exercise
    attempts    which of several attempts counts
    intake      one submission a student and exercise, or why there is none
    books       a platform's own table of grades, or a list of a class, understood
    roster      students are found again; who handed in nothing has a row, too

    pool        submissions → reports, on an executor
    journal     results as they come, in SQLite
    grading     from an intake to pages and grades
    summaries   a report in short, as tables need it
    classes     a class in its exercises
    results     the files of a folder, made from the journal
    gradebooks  a platform's own table of grades, filled in
    overview    what an instructor wants to know of a class, counted; of several exercises: overall
    outliers    what stands out in a class
    feedback    pages in a zip, as Moodle takes them back

    gradescope  one submission at a time, in Gradescope's container

What a batch writes is the same however often it was interrupted: everything final is made from the journal.
"""
