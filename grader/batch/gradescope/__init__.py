"""An autograder for Gradescope, as a zip (https://gradescope-autograders.readthedocs.io/en/latest/specs/).

    bundle          exercises → the zip that an instructor uploads
    setup.sh        in it: runs once, when Gradescope builds an image of it
    run_autograder  in it: runs for each submission, and leaves a results.json whatever breaks
    autograder      what that starts: the files of a submission → results.json
    metadata        when a submission came, and when it was due

The folder that Gradescope calls /autograder is the one in which `run_autograder` lies.
"""
