"""The names that code imports from the course's data_utils.py; no data set is there for grading."""


def load_CIFAR10(ROOT):
    raise IOError("there is no CIFAR-10 for grading")


def get_CIFAR10_data(num_training=49000, num_validation=1000, num_test=1000, subtract_mean=True):
    raise IOError("there is no CIFAR-10 for grading")
