import Coursework
import Grading

extension PublicCheck {
  /// What students of `fully-connected-net` check at home: the handout's worked examples, and
  /// gradients.
  package static let fullyConnectedNetCoursework =
    [firstWeights, threeLayers, twoLayers, fourLayers, dropout, prediction, descent, momentum]
    + gradients(of: Derivative.fullyConnectedNet)

  private static let firstWeights = example(
    Question(
      "initialize",
      [
        "sizes": .tensor([2, 3, 2]), "scale": .number(0.5),
        "random": .randomState(RandomState(seed: 2)),
      ]),
    gives: [
      "w1": .tensor([
        [-0.2083789237027353, -0.028133413613164737, -1.068098047834227],
        [0.8201354042024943, -0.8967177925974316, -0.420873682828102],
      ]),
      "b1": .tensor([0, 0, 0]),
      "w2": .tensor([
        [0.2514407085790214, -0.6226440433036158], [-0.5289761094311695, -0.45450380746342467],
        [0.27572702227321216, 1.1461040064074788],
      ]),
      "b2": .tensor([0, 0]),
    ])

  // MARK: - Losses

  private static let threeLayers = example(
    Question("loss", net(1, 2, 3).merging(["regularization": .number(0.5)]) { $1 }),
    gives: [
      "loss": .number(4.866820076282585),
      "gradW1": .tensor([
        [0.38621272996813466, -0.5], [2.1913755384972875, 1.4706877692486438],
      ]),
      "gradB1": .tensor([0.8569004992167784, 0.4853438846243219]),
      "gradW2": .tensor([
        [1.4474147946137002, 0.4620709099893782], [1.7133597115608046, -0.5],
      ]),
      "gradB2": .tensor([0.4474147946137001, -0.03792909001062177]),
      "gradW3": .tensor([
        [2.608189300788205, -2.1081893007882044], [-0.05689363501593267, -0.44310636498406736],
      ]),
      "gradB3": .tensor([0.4474147946137001, -0.44741479461370004]),
    ])

  private static let twoLayers = example(
    Question("loss", net(1, 3).merging(["regularization": .number(0.5)]) { $1 }),
    called: "two-layers",
    gives: [
      "loss": .number(2.9485184574262475),
      "gradW1": .tensor([[0.25, -0.5], [1.1741418199787566, 1.4241418199787566]]),
      "gradB1": .tensor([0.21207090998937822, 0.4620709099893782]),
      "gradW2": .tensor([
        [0.7120709099893783, -0.21207090998937822], [1.1551772749734455, -1.6551772749734455],
      ]),
      "gradB2": .tensor([0.21207090998937822, -0.21207090998937822]),
    ]
  ).made(of: [threeLayers])

  private static let fourLayers = example(
    Question("loss", net(1, 1, 2, 3).merging(["regularization": .number(0.5)]) { $1 }),
    called: "four-layers",
    gives: [
      "loss": .number(7.040409163748384),
      "gradW1": .tensor([
        [0.38621272996813466, -0.5], [3.2442197960100176, 1.9971098980050088],
      ]),
      "gradB1": .tensor([1.3833226279731434, 0.7485549490025044]),
      "gradW2": .tensor([[1.8833226279731434, -0.5], [3.992774745012522, 0.5]]),
      "gradB2": .tensor([1.3833226279731434, 0]),
      "gradW3": .tensor([
        [2.084903333493135, 1.5849033334931348], [1.4980732653366724, 0.4980732653366725],
      ]),
      "gradB3": .tensor([0.4611075426577145, 0.4611075426577145]),
      "gradW4": .tensor([
        [3.667879932322942, -3.167879932322942], [0.3173838394853195, -0.8173838394853196],
      ]),
      "gradB4": .tensor([0.4611075426577145, -0.4611075426577145]),
    ]
  ).made(of: [threeLayers])

  private static let dropout = example(
    Question(
      "dropoutLoss",
      net(1, 2, 3).merging(["keepProbability": .number(0.75), "seed": .number(7)]) { $1 }),
    gives: [
      "loss": .number(3.5378466793841845),
      "gradW1": .tensor([[-0.12809625532189173, 0], [3.5523162624199083, 1.7761581312099541]]),
      "gradB1": .tensor([1.6480618758880623, 0.8880790656049771]),
      "gradW2": .tensor([[0.8240309379440313, 0], [2.2201976640124426, 0]]),
      "gradB2": .tensor([0.6180232034580234, 0]),
      "gradW3": .tensor([[3.8682595399005053, -3.868259539900506], [0, 0]]),
      "gradB3": .tensor([0.4635174025935176, -0.4635174025935177]),
    ]
  ).made(of: [threeLayers])

  private static let prediction = example(
    Question("predict", net(1, 2, 3, of: [[1, 0], [0, 2], [-0.5, -0.25], [-1, 1]], with: nil)),
    gives: ["labels": .tensor([0, 0, 1, 0])])

  // MARK: - Training

  private static let descent = example(
    training(.sgd, batchSize: 1, epochs: 2), called: "sgd",
    gives: [
      "lossHistory": .tensor([
        2.1071894198788437, 1.554013900865517, 3.96590154314194, 1.835245806275215,
        1.6584518267034576, 1.5188160320838275,
      ]),
      "validationAccuracies": .tensor([
        0.3333333333333333, 0.6666666666666666, 0.6666666666666666,
      ]),
      "w1": .tensor([
        [0.9510100163190464, -0.8834687266449738], [0.052558172474286124, 0.7309202730588595],
      ]),
      "b1": .tensor([-0.15779700996237464, 0.34973750335999176]),
      "w2": .tensor([
        [1.727479344292945, 0.9239382713400723], [0.6209545859743977, -0.909149169921875],
      ]),
      "b2": .tensor([-0.14660618411167398, 0.5157586262770386]),
      "w3": .tensor([
        [0.4447455187533204, 0.46440365116855453], [0.022668414556716598, -0.9318175844785916],
      ]),
      "b3": .tensor([-0.15422826131765066, 1.1542282613176507]),
    ]
  ).made(of: [threeLayers, prediction])

  private static let momentum = example(
    training(.momentum, batchSize: 2, epochs: 4), called: "momentum",
    gives: [
      "lossHistory": .tensor([
        1.8586645770856967, 2.972777553183887, 1.503431109771909, 2.028715669930579,
      ]),
      "validationAccuracies": .tensor([
        0.3333333333333333, 0.3333333333333333, 0.6666666666666666, 0.6666666666666666,
      ]),
      "w1": .tensor([
        [0.9661446159142071, -0.891815252918032], [0.29496793897413337, 0.8475930197196475],
      ]),
      "b1": .tensor([-0.030331154284322273, 0.41219593488678175]),
      "w2": .tensor([
        [1.8058391454504212, 0.9336756596630672], [0.7785801524993496, -0.9152793884277344],
      ]),
      "b2": .tensor([-0.07309710279383135, 0.5189471276478138]),
      "w3": .tensor([
        [0.7307002248661432, 0.1845791635615912], [0.02783712737356514, -0.9431165158012995],
      ]),
      "b3": .tensor([-0.07312812903415387, 1.0731281290341539]),
    ]
  ).made(of: [threeLayers, prediction])

  private static func training(
    _ rule: SolverUpdateRule, batchSize: Double, epochs: Double
  ) -> Question {
    Question(
      "train",
      net(1, 2, 3, of: [[1, 0], [0, 2], [-0.5, -0.25]], with: [0, 1, 1]).merging([
        "validationX": .tensor([[-1, 1], [0, -1], [2, 1]]),
        "validationLabels": .tensor([1, 0, 0]), "updateRule": .text(rule.rawValue),
        "learningRate": .number(0.125), "learningRateDecay": .number(0.5),
        "momentum": .number(0.5), "regularization": .number(0.25),
        "batchSize": .number(batchSize), "epochs": .number(epochs),
        "random": .randomState(RandomState(seed: 3)),
      ]) { $1 })
  }

  // MARK: - The net

  /// Samples with their labels, and a net that has some of the worked example's layers in a row.
  private static func net(
    _ layers: Int..., of x: Tensor = [[1, 0], [0, 2]], with labels: Tensor? = [0, 1]
  ) -> [String: Value] {
    let all: [(w: Tensor, b: Tensor)] = [
      (w: [[1, -1], [0.5, 1]], b: [0, 0.5]), (w: [[2, 1], [1, -1]], b: [0, 0.5]),
      (w: [[1, 0], [0, -1]], b: [0, 1]),
    ]
    var values = ["x": Value.tensor(x)]
    values["labels"] = labels.map { .tensor($0) }
    for (place, layer) in zip(1..., layers) {
      values["w\(place)"] = .tensor(all[layer - 1].w)
      values["b\(place)"] = .tensor(all[layer - 1].b)
    }
    return values
  }
}

extension Derivative {
  /// Each loss of a net stands beside its own gradients, here those of three layers.
  package static let fullyConnectedNet = [
    Derivative(
      askedBy: "loss", gradients: byLayer, as: .smooth, sizes: sizes
    ) { draw, n in
      Value.deepNet(&draw, samples: n[0], sizes: Array(n[1...4]))
        .merging(["regularization": .number(Double(n[5]) / 8)]) { $1 }
    } forward: { inputs, ask in
      try ask("loss", inputs, ["x", "labels", "regularization"] + parameters)["loss"]
    },
    Derivative(
      askedBy: "dropoutLoss", gradients: byLayer, as: .smooth, sizes: sizes
    ) { draw, n in
      Value.deepNet(&draw, samples: n[0], sizes: Array(n[1...4]))
        .merging(Value.dropoutSettings(&draw, keeping: [0.625, 0.75])) { $1 }
    } forward: { inputs, ask in
      try ask(
        "dropoutLoss", inputs, ["x", "labels", "keepProbability", "seed"] + parameters)["loss"]
    },
  ]

  private static let byLayer: KeyValuePairs = [
    "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
    "gradB3": "b3",
  ]
  private static let parameters = ["w1", "b1", "w2", "b2", "w3", "b3"]

  /// N, D, H, H, C and eight times λ: no two of the sizes vary alike.
  private static let sizes = [[3, 2, 3, 3, 4, 3], [4, 3, 2, 2, 3, 5], [5, 2, 4, 4, 3, 6]]
}

extension Value {
  /// Samples with their labels, and a net for them: `x`, `labels`, `w1`, `b1`, `w2` and so on.
  ///
  /// Scores of a few units keep every probability away from 0. All numbers are dyadic, the biases of
  /// each layer odd multiples of less than what the products are multiples of: nothing is exactly 0
  /// before a ReLU, where it has its kink, and no two scores are equal.
  package static func deepNet(
    _ draw: inout Draw, samples: Int, sizes: [Int]
  ) -> [String: Value] {
    var values = [
      "x": Value.tensor(draw.eighths(samples, sizes[0])),
      "labels": labels(&draw, samples, below: sizes[sizes.count - 1]),
    ]
    for (layer, (inputs, outputs)) in zip(1..., zip(sizes, sizes.dropFirst())) {
      values["w\(layer)"] = .tensor(draw.eighths(inputs, outputs) / 2)
      let step = Double(sign: .plus, exponent: -12 * layer, significand: 1)
      values["b\(layer)"] = .tensor(draw.kinkGuards(outputs, above: step))
    }
    return values
  }

  /// The probability to keep an entry, one of those, and a seed for the masks.
  package static func dropoutSettings(
    _ draw: inout Draw, keeping probabilities: [Double]
  ) -> [String: Value] {
    [
      "keepProbability": .number(draw.one(of: probabilities)),
      "seed": .number(Double(draw.one(of: Array(1...9999)))),
    ]
  }
}
