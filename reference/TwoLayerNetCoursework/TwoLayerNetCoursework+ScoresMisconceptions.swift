import Coursework
import Grading

extension TwoLayerNetCourseworkReference {
  /// Mistakes in the forward pass of either net.
  static let scoresMisconceptions =
    scores("softmaxNetScores", "", as: .softmax) + scores("mseNetScores", "-mse", as: .squaredError)

  private static let unitsLine = "the line that computes the hidden layer"
  private static let outputLine = "the line that computes the scores"

  private static func scores(
    _ question: String, _ suffix: String, as kind: NetCall.Kind
  ) -> [Misconception] {
    let net = WrongVariants(
      question: question, reference: { try TwoLayerNetCourseworkReference().answer($0) }
    ) { question -> TwoLayerNet<Tensor> in
      let net = try TwoLayerNet(question)
      return kind == .softmax ? net : net.turned
    }
    func mistake(
      _ id: String, _ looksLike: String, why: String, where place: String,
      scores: @escaping @Sendable (TwoLayerNet<Tensor>) -> Tensor
    ) -> Misconception {
      net.mistake(id + suffix, looksLike, why: why, where: place) { ["scores": scores($0)] }
    }
    return [
      mistake(
        "SC1", "the ReLU is missing: your hidden layer is z itself",
        why: "h = max(0, z), or two layers are no more than one", where: unitsLine
      ) { $0.scores(hidden: $0.z) },
      mistake(
        "SC2", "there is a ReLU on your scores as well",
        why: "only the hidden layer has a ReLU; scores may be negative", where: outputLine
      ) { $0.scores.maximum(0) },
      mistake(
        "SC3", "the bias b1 is missing",
        why: "b1 is added to every row before the ReLU", where: unitsLine
      ) { $0.scores(hidden: $0.x.matmul($0.w1).maximum(0)) },
      mistake(
        "SC4", "the bias b2 is missing",
        why: "b2 is added to every row of the scores", where: outputLine
      ) { $0.scores - $0.b2 },
      mistake(
        "SC5", "your hidden units are sigmoids",
        why: "here they are ReLUs: h = max(0, z)", where: unitsLine
      ) { $0.scores(hidden: $0.z.sigmoid()) },
      mistake(
        "SC6", "your hidden units are hyperbolic tangents",
        why: "here they are ReLUs: h = max(0, z)", where: unitsLine
      ) { $0.scores(hidden: $0.z.tanh()) },
      mistake(
        "SC7", "your scores are probabilities: a softmax has been taken of them",
        why: "the scores are h·W2 + b2 themselves; the softmax belongs to the loss",
        where: outputLine
      ) {
        let powers = ($0.scores - $0.scores.max(axis: 1, keepingDimension: true)).exp()
        return powers / powers.sum(axis: 1, keepingDimension: true)
      },
      mistake(
        "SC8", "the bias b1 is added after the ReLU",
        why: "b1 decides as well whether a unit is above 0: add it before", where: unitsLine
      ) { $0.scores(hidden: $0.x.matmul($0.w1).maximum(0) + $0.b1) },
      mistake(
        "SC9", "your hidden layer is the mask, 1 where z > 0",
        why: "the ReLU lets z through: h = max(0, z); the mask is its slope", where: unitsLine
      ) { $0.scores(hidden: $0.z .> 0) },
      mistake(
        "SC10", "your hidden layer is |z|",
        why: "what is below 0 becomes 0: h = max(0, z)", where: unitsLine
      ) { $0.scores(hidden: $0.z.abs()) },
      mistake(
        "SC11", "your weights are used the other way round, which fits where they are square",
        why: "the contract says of either net which axis of its weights is that of the inputs",
        where: "the matrix products"
      ) { net in
        // With any other weights this cannot be computed at all.
        let isSquare = Set(net.w1.shape + net.w2.shape).count == 1
        return isSquare ? net.turned.scores : net.scores
      },
    ]
  }
}

extension TwoLayerNet where A == Tensor {
  /// The net of a question, its weights as they are.
  init(_ question: Question) throws {
    self.init(
      x: try question.tensor("x"), w1: try question.tensor("w1"), b1: try question.tensor("b1"),
      w2: try question.tensor("w2"), b2: try question.tensor("b2"))
  }

  /// The scores above another hidden layer.
  func scores(hidden h: Tensor) -> Tensor { Affine.forward(x: h, w: w2, b: b2) }
}
