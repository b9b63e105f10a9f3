import Assignments
import Coursework
import Grading
import Worksheets

/// What can be graded.
package enum Catalogue {
  /// Every assignment, in the order in which it is listed.
  package static let all: [Assignment] = [
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

  /// Every course that bundles some of them, in the order in which it is listed.
  package static let courses: [Course] = [
    .torontoFaces,
    .cs231n,
    .cs145,
    .columbiaAML,
    .eee443Cats,
    .eee443Trigrams,
    .kerasMNIST,
  ]

  /// Questions that are made of those of other assignments, for courses that teach both.
  package static let compositions: [Composition] = [
    NetOfLayers.composition("softmaxNetLoss"),
    NetOfLayers.composition("loss"),
    NetOfLayers.composition("dropoutLoss"),
    NetOfLayers.composition("softmaxNetScores") { ["scores": .tensor($0)] },
    NetOfLayers.composition("predict") {
      ["labels": .tensor(Tensor($0.argmax(axis: 1).map(Double.init)))]
    },
    FaceNetCourseworkReference.backwardOfLayers,
  ]

  /// The sheets of the assignments that have a hand-computed part.
  private static let worksheets: [Worksheet] = [
    .backpropTwoTwoOne,
    .backpropTwoThreeOne,
  ]

  /// What else the hand-computed part of the assignment with that identifier may ask.
  package static func furtherSheets(of id: String) -> [SheetForm] {
    switch id {
    case "backprop-2-2-1": BackpropTwoTwoOneReference.furtherSheets
    case "backprop-2-3-1": BackpropTwoThreeOneReference.furtherSheets
    default: []
    }
  }

  /// The assignment with that identifier, such as `affine-relu`; `nil` where there is none.
  package static func assignment(_ id: String) -> Assignment? {
    all.first { $0.id == id }
  }

  /// The course with that identifier, such as `cs231n`; `nil` where there is none.
  package static func course(_ id: String) -> Course? {
    courses.first { $0.id == id }
  }

  /// What the sheets of the assignment with that identifier ask; `nil` where it has none.
  package static func worksheet(of id: String) -> Worksheet? {
    worksheets.first { $0.id == id }
  }
}
