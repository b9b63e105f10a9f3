import Assignments
import NumPyRandom
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let faceNet = PublishedTable(
    assignment: "face-net", exact: ["0.14", "0.15", "0.16"],
    settled: ["0.1", "0.7", "0.8", "0.10", "0.11", "0.12"],
    cells: choices + checkGrad + training)

  private static let reference = FaceNetCourseworkReference()

  // MARK: - Choices

  /// The last validation cross-entropy of each run, as printed.
  private static let choices: [PublishedCell] = [
    choice(
      "0.14", "eps choosen", [0.001, 0.1, 0.2, 0.5, 1],
      [1.12326, 1.01282, 2.5374, 1.85905, 1.86104],
      0.1),
    choice("0.15", "momentum choosen", [0, 0.45, 0.9], [1.00641, 1.01282, 2.07246], 0),
    choice(
      "0.16", "batch_size choosen", [200, 500, 800, 900, 1000],
      [0.97049, 1.08501, 1.29646, 1.07067, 1.04708], 200),
  ]

  private static func choice(
    _ part: String, _ figure: String, _ candidates: [Double], _ last: [Double], _ best: Double
  ) -> PublishedCell {
    PublishedCell(part, in: .faces, figure, .value(Tensor(best))) {
      let losses = Tensor(last).reshaped(-1, 1)
      return Tensor(
        reference.bestHyperParameter(
          candidates: candidates, trainLosses: losses, validLosses: losses))
    }
  }

  // MARK: - CheckGrad

  private static let checkGrad: [PublishedCell] =
    [
      PublishedCell(
        "0.1", "0.7", in: .faces, "InitNN, NNForward · y of the first sample from seed 0",
        .kept(file: "toronto-faces", "check_grad", "y_row0")
      ) {
        let start = Start([2304, 16, 32, 7], samples: 10)
        return reference.forward(parameters: start.parameters, x: start.x).y.row(0)
      }
    ]
    + FaceNetParameters.names.flatMap { name -> [PublishedCell] in
      let section = "check_grad_" + name.replacing("w", with: "W")
      return [
        PublishedCell(
          "0.12", in: .faces, "CheckGrad · which elements of \(name) the net's check takes",
          .kept(file: "toronto-faces", section, "elements")
        ) { Tensor(checked(name).elements.map(Double.init)) },
        PublishedCell(
          "0.8", "0.12", in: .faces, "NNBackward · gradient by \(name) in the net's check",
          .kept(file: "toronto-faces", section, "analytic")
        ) { checked(name).analytic },
      ]
    }

  /// The check of a parameter, from seed 0 as the homework's.
  private static func checked(_ name: String) -> (elements: [Int], analytic: Tensor) {
    let start = Start([2304, 16, 32, 7], samples: 10)
    var random = RandomState(seed: 0)
    let out = reference.checkGradient(
      parameters: start.parameters, x: start.x, name: name, step: 1e-7, random: &random)
    return (out.elements, out.analytic)
  }

  // MARK: - Training

  /// The small net, for three epochs of one batch each: whatever their order, the samples add up to
  /// the same.
  private static let training: [PublishedCell] =
    [
      PublishedCell(
        "0.10", in: .faces, "Train · cross-entropies of three steps",
        .kept(file: "momentum-update", "three_steps", "cross_entropy")
      ) { Tensor(try trained().trainLosses) },
      PublishedCell(
        "0.11", in: .faces, "Evaluate · before the first step", .value([1.0986319615007598, 0.3])
      ) {
        var start = Start([6, 4, 5, 3], samples: 10)
        let out = reference.evaluate(
          parameters: start.parameters, x: start.x, targets: start.targets(3), batchSize: 4)
        return Tensor([out.loss, out.accuracy])
      },
    ]
    + FaceNetParameters.names.map { name in
      PublishedCell(
        "0.10", in: .faces, "Train · \(name) after three steps",
        .kept(file: "momentum-update", "three_steps", name.replacing("w", with: "W"))
      ) { try trained().parameters[name] }
    }

  private static func trained() throws -> (parameters: FaceNetParameters, trainLosses: [Double]) {
    var start = Start([6, 4, 5, 3], samples: 10)
    let targets = start.targets(3)
    let out = reference.train(
      parameters: start.parameters, x: start.x, targets: targets, validX: start.x,
      validTargets: targets, learningRate: 0.1, momentum: 0.9, epochs: 3, batchSize: -1,
      random: &start.random)
    return (out.parameters, out.trainLosses)
  }

  /// What the homework draws after `np.random.seed(0)`: weights, inputs, and targets in the end.
  private struct Start {
    let parameters: FaceNetParameters
    let x: Tensor
    var random = RandomState(seed: 0)

    init(_ units: [Int], samples: Int) {
      parameters = reference.initialize(
        inputs: units[0], hidden: [units[1], units[2]], outputs: units[3], random: &random)
      x = 0.1 * random.rand(samples, units[0])
    }

    mutating func targets(_ classes: Int) -> Tensor {
      Tensor.identity(classes).rows(
        at: random.randint(from: 0, to: classes, count: x.shape[0]))
    }
  }
}
