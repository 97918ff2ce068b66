"""What learners do with the course, and what authors do with an exercise.

    workspace   a learner's course folder
    progress    how far a learner has come: `progress.json`
    hints       the hints of an exercise, one more each time
    handout     tasks and stubs, handed out into a course folder
    prediction  what a learner says that a program will print, beside what it printed
    draft       the same while it is made with keys
    writing     our files in a learner's folders: names, and how they are written

    verify      checks against the stub, the solution, right programs and wrong ones -> Proof
    mutation    checks against the solution with one mistake at a time -> Mutation
    scaffold    a new exercise to begin with
    editors     files by which an editor grades

A module is imported by its name: what learners do needs nothing of what proves checks.
"""
