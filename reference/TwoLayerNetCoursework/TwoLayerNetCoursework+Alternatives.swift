import Coursework
import Foundation
import Grading

extension TwoLayerNetCourseworkReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    initialAlternatives + scoresAlternatives("softmaxNetScores", as: .softmax)
    + lossAlternatives("softmaxNetLoss", as: .softmax)
    + scoresAlternatives("mseNetScores", as: .squaredError)
    + lossAlternatives("mseNetLoss", as: .squaredError) + trainingAlternatives
    + predictionAlternatives

  // MARK: - Scores

  private static func scoresAlternatives(
    _ question: String, as kind: NetCall.Kind
  ) -> [Alternative] {
    func scores(
      _ id: String, _ summary: String,
      new: @escaping @Sendable (TwoLayerNet<Tensor>) -> Tensor
    ) -> Alternative {
      Alternative("\(question)-\(id)", of: question, summary) {
        let net = try TwoLayerNet($0)
        return ["scores": .tensor(new(kind == .softmax ? net : net.turned))]
      }
    }
    return [
      scores("loops", "sample by sample, unit by unit") { net in
        let h = layer(net.x, net.w1, net.b1).map { max(0, $0) }
        return layer(h, net.w2, net.b2)
      },
      scores("columns", "samples as columns, turned in the end") { net in
        let z = net.w1.transposed().matmul(net.x.transposed()) + net.b1.reshaped(-1, 1)
        let s = net.w2.transposed().matmul(z.maximum(0)) + net.b2.reshaped(-1, 1)
        return s.transposed()
      },
      scores("masked", "z times its mask for the ReLU") { net in
        (net.z * (net.z .> 0)).matmul(net.w2) + net.b2
      },
      scores("bias-rows", "biases as a further row of the weights") { net in
        let h = withOnes(net.x).matmul(stacked(net.w1, net.b1)).maximum(0)
        return withOnes(h).matmul(stacked(net.w2, net.b2))
      },
    ]
  }

  /// `x·w + b`, number by number.
  private static func layer(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
    var y = Tensor.zeros(x.shape[0], w.shape[1])
    for i in 0..<x.shape[0] {
      for j in 0..<w.shape[1] {
        y[i, j] = (0..<w.shape[0]).reduce(b[j]) { $0 + x[i, $1] * w[$1, j] }
      }
    }
    return y
  }

  /// A matrix with a further column of ones.
  private static func withOnes(_ x: Tensor) -> Tensor {
    Tensor(
      shape: [x.shape[0], x.shape[1] + 1],
      scalars: (0..<x.shape[0]).flatMap { x.row($0).scalars + [1] })
  }

  /// A matrix with a further row.
  private static func stacked(_ w: Tensor, _ b: Tensor) -> Tensor {
    Tensor(shape: [w.shape[0] + 1, w.shape[1]], scalars: w.scalars + b.scalars)
  }

  // MARK: - Losses

  private static func lossAlternatives(
    _ question: String, as kind: NetCall.Kind
  ) -> [Alternative] {
    func loss(
      _ id: String, _ summary: String, new: @escaping @Sendable (NetCall) -> [String: Tensor]
    ) -> Alternative {
      Alternative("\(question)-\(id)", of: question, summary) {
        new(try NetCall($0, as: kind)).mapValues { .tensor($0) }
      }
    }
    return [
      loss("samples", "sample by sample, gradients added up") { sampleBySample($0) },
      loss("late-mean", "divided by N in the very end") { call in
        let sums = call.gradScores * call.samples
        let n = call.samples
        let gradZ = sums.matmul(call.w2.transposed()) * (call.z .> 0)
        let gradW1 = call.x.transposed().matmul(gradZ) / n + call.w1 * call.regularization
        let gradW2 = call.h.transposed().matmul(sums) / n + call.w2 * call.regularization
        return call.loss().merging([
          "gradW1": call.turned(gradW1), "gradB1": gradZ.sum(axis: 0) / n,
          "gradW2": call.turned(gradW2), "gradB2": sums.sum(axis: 0) / n,
        ]) { $1 }
      },
      loss("ones", "bias gradients as products with a row of ones") { call in
        let ones = Tensor.ones(1, call.x.shape[0])
        return call.loss().merging(call.gradients()) { $1 }.merging([
          "gradB1": ones.matmul(call.gradZ).flattened(),
          "gradB2": ones.matmul(call.gradScores).flattened(),
        ]) { $1 }
      },
      loss("active-units", "the mask from h, set to 0 in place") { call in
        var gradZ = call.gradH
        for i in 0..<gradZ.shape[0] {
          for j in 0..<gradZ.shape[1] where call.h[i, j] <= 0 { gradZ[i, j] = 0 }
        }
        let penalty = 0.5 * call.regularization * (call.w1 * call.w1).sum()
        return call.loss(penalty1: penalty).merging(call.gradients(gradZ: gradZ)) { $1 }
      },
    ]
  }

  /// Loss and gradients as sums over single samples.
  private static func sampleBySample(_ call: NetCall) -> [String: Tensor] {
    var (gradW1, gradB1) = (call.regularization * call.w1, Tensor.zeros(call.b1.count))
    var (gradW2, gradB2) = (call.regularization * call.w2, Tensor.zeros(call.b2.count))
    var loss = call.penalty1 + call.penalty2
    for i in 0..<call.x.shape[0] {
      let (x, h) = (call.x.rows(i..<i + 1), call.h.rows(i..<i + 1))
      let (error, slope) = ofSample(
        call.scores.row(i), label: Int(call.labels[i]), as: call.kind)
      loss += error / call.samples
      let g = slope.reshaped(1, -1) / call.samples
      let gradZ = g.matmul(call.w2.transposed()) * (h .> 0)
      gradW1 += x.transposed().matmul(gradZ)
      gradB1 += gradZ.flattened()
      gradW2 += h.transposed().matmul(g)
      gradB2 += g.flattened()
    }
    return [
      "loss": Tensor(loss), "gradW1": call.turned(gradW1), "gradB1": gradB1,
      "gradW2": call.turned(gradW2), "gradB2": gradB2,
    ]
  }

  /// The error of one sample and its gradient by the scores.
  private static func ofSample(
    _ scores: Tensor, label: Int, as kind: NetCall.Kind
  ) -> (error: Double, slope: Tensor) {
    var slope = scores
    switch kind {
    case .softmax:
      let largest = scores.max()
      let powers = scores.map { exp($0 - largest) }
      slope = powers / powers.sum()
      let error = -log(slope[label])
      slope[label] -= 1
      return (error, slope)
    case .squaredError:
      slope[label] -= 1
      return (slope.scalars.reduce(0) { $0 + $1 * $1 } / 2, slope)
    }
  }
}
