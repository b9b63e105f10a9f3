def columns(a):
    return a.sum(axis=0)
