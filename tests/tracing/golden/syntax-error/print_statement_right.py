for bed in range(3):
    if bed:
        print("bed", bed)
