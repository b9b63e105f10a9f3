import Assignments
import Coursework
import Foundation
import Grading

extension FaceNetCourseworkReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    initializeAlternatives + passAlternatives + evaluationAlternatives + checkAlternatives
    + trainAlternatives + choiceAlternatives

  // MARK: - Initialize

  private static let initializeAlternatives: [Alternative] = [
    initialize("loops", "one number after the other") { call, random in
      (0..<3).map { layer in
        AffineReLUReference.filled(call.shape(layer)[0], call.shape(layer)[1]) { _, _ in
          random.randn(1)[0] * InitializeCall.scales[layer]
        }
      }
    },
    initialize("one-draw", "all numbers in one draw, which is then cut") { call, random in
      let counts = (0..<3).map { call.shape($0)[0] * call.shape($0)[1] }
      let numbers = random.randn(counts.reduce(0, +))
      return (0..<3).map { layer in
        let start = counts[..<layer].reduce(0, +)
        return InitializeCall.scales[layer]
          * numbers.rows(start..<start + counts[layer]).reshaped(to: call.shape(layer))
      }
    },
    initialize("normal", "normal numbers of deviation 0.1 and 0.01") { call, random in
      (0..<3).map { layer in
        random.normal(
          standardDeviation: InitializeCall.scales[layer], shape: call.shape(layer))
      }
    },
    initialize("divided", "divided by 10 and 100") { call, random in
      (0..<3).map { random.randn(shape: call.shape($0)) / [10, 10, 100][$0] }
    },
  ]

  private static func initialize(
    _ id: String, _ summary: String,
    weights: @escaping @Sendable (InitializeCall, inout RandomState) -> [Tensor]
  ) -> Alternative {
    Alternative("initialize-\(id)", of: "initialize", summary) {
      let call = try InitializeCall($0)
      var random = call.random
      var net = call.right
      for (name, w) in zip(FaceNetParameters.weights, weights(call, &random)) { net[name] = w }
      return net.outputs.mapValues { .tensor($0) }
    }
  }

  // MARK: - Passes

  /// Ways through the whole network.
  static let ways: [(id: String, summary: String, way: FaceNetWay)] =
    AffineReLUReference.waysBack.map { back in
      var way = FaceNetWay()
      way.affineBackward = { back.gradients($0, $1, $2) }
      return (back.id, back.summary, way)
    }
    + Summation.allCases.map { sum in
      var way = FaceNetWay()
      way.affine = { x, w, b, _ in sum.product(x, w) + b }
      way.affineBackward = { gradY, h, w in
        (sum.product(gradY, w.transposed()), sum.product(h.transposed(), gradY), sum.columns(gradY))
      }
      return ("every-\(sum.rawValue)", sum.summary, way)
    }
    + [
      (
        "masks", "ReLUs as products with their masks",
        FaceNetWay(
          activation: { z, _ in z * (z .> 0) },
          activationBackward: { gradH, z, _ in gradH * ((z.maximum(0)) .> 0) })
      ),
      ("unshifted", "exponentials of y as it is", FaceNetWay(softmax: unshifted)),
    ]

  private static let unshifted: @Sendable (Tensor) -> Tensor = { y in
    y.exp() / y.exp().sum(axis: 1, keepingDimension: true)
  }

  private static let passAlternatives: [Alternative] = ways.flatMap { id, summary, way in
    [
      Alternative("forward-\(id)", of: "forward", summary) {
        let out = way.forward(try $0.faceNet(), try $0.tensor("x"))
        return [
          "z1": .tensor(out.z1), "h1": .tensor(out.h1), "z2": .tensor(out.z2),
          "h2": .tensor(out.h2), "y": .tensor(out.y),
        ]
      },
      Alternative("backward-\(id)", of: "backward", summary) {
        let gradients = way.backward(
          try $0.faceNet(), try $0.tensor("x"), err: try $0.tensor("err"))
        return gradients.gradientOutputs.mapValues { .tensor($0) }
      },
      Alternative("evaluate-\(id)", of: "evaluate", summary) {
        let call = try EvaluateCall($0)
        let (net, x) = (try $0.faceNet(), try $0.tensor("x"))
        let batches = call.batches.map { batch in
          way.crossEntropy(net, x.rows(batch), call.targets.rows(batch))
        }
        return [
          "loss": .number(batches.reduce(0, +) / call.samples),
          "accuracy": .number(
            call.batches.map { call.hits.rows($0).sum() }.reduce(0, +)
              / call.samples),
        ]
      },
    ]
  }

  // MARK: - Softmax

  private static let evaluationAlternatives: [Alternative] = [
    softmax("unshifted", "exponentials of y as it is", unshifted),
    softmax("loops", "sample by sample, class by class") { y in
      AffineReLUReference.filled(y.shape[0], y.shape[1]) { i, j in
        1 / y.row(i).scalars.reduce(0) { $0 + exp($1 - y[i, j]) }
      }
    },
  ]

  private static func softmax(
    _ id: String, _ summary: String, _ p: @escaping @Sendable (Tensor) -> Tensor
  ) -> Alternative {
    Alternative("softmax-\(id)", of: "softmax", summary) { ["p": .tensor(p(try $0.tensor("y")))] }
  }
}
