import Tensors

/// The figures of the coursework that one assignment's references recompute.
struct PublishedTable: Sendable {
  /// The assignment's identifier.
  let assignment: String
  /// What the catalogue of the coursework marks EXACT: every published digit can be recomputed.
  let exact: [String]
  /// What else has figures that need no data set: the catalogue gives them from a run of its own.
  let settled: [String]
  /// The figures, in the order of the documents.
  let cells: [PublishedCell]

  /// The tables in the order of the assignments.
  static let all: [PublishedTable] = [
    .affineReLU,
    .momentumUpdate,
    .dropout,
    .backpropTwoTwoOne,
    .backpropTwoThreeOne,
    .optimizers,
    .losses,
    .twoLayerNet,
    .fullyConnectedNet,
    .faceNet,
    .tanhNet,
    .wordTrigrams,
    .dataPreparation,
    .denseClassifier,
    .classifierMetrics,
  ]
}
