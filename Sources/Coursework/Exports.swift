// A submission writes `import Coursework` and nothing else.
@_exported import NumPyRandom
@_exported import Tensors
