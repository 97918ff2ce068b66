"""An exercise is graded whenever its file is saved, in one warm session of the judge.

    events      what is waited for
    changes     changes of a file, told by a thread     keys     keys, told by a thread
    signals     what ends the work, or calls it off
    state       what is known, and what is to be done at each event: pure
    loop        takes events, gives submissions to the judge, shows what comes of them
    desk        the world as the loop sees it
    display     what stands on the screen
    page        a page on this machine that follows the reports; its files lie in `site`

Threads do nothing but tell; all the rest happens in the judge's thread, one thing after the other.
"""
