# A program for Python 2.
# line: 6

for bed in range(3):
    if bed:
        print "bed", bed
