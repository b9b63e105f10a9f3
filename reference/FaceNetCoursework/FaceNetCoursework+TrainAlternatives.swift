import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  // MARK: - Gradient check

  static let checkAlternatives: [Alternative] = [
    check("in-place", "the element is moved there and back in place") { call in
      var net = call.net
      let slopes = call.elements.map { element in
        net = net.moving(element, of: call.name, by: call.step)
        let above = call.loss(net)
        net = net.moving(element, of: call.name, by: -2 * call.step)
        let below = call.loss(net)
        net = net.moving(element, of: call.name, by: call.step)
        return (above - below) / 2 / call.step
      }
      return Tensor(slopes)
    },
    check("five-points", "four values on both sides of each element") { call in
      call.slopes { element in
        let near = call.loss(of: element, call.step) - call.loss(of: element, -call.step)
        let far = call.loss(of: element, 2 * call.step) - call.loss(of: element, -2 * call.step)
        return (8 * near - far) / (12 * call.step)
      }
    },
    check("samples", "the losses of the samples, added up") { call in
      call.numerical { element, step in
        call.loss(of: element, step) { y in
          y.squared().sum(axis: 1).scalars.reduce(0) { $0 + $1 / 2 }
        }
      }
    },
    check("halves", "twice the sum of halves of y") { call in
      call.numerical { element, step in
        call.loss(of: element, step) { 2 * ($0 / 2).squared().sum() }
      }
    },
  ]

  private static func check(
    _ id: String, _ summary: String,
    numerical: @escaping @Sendable (GradientCheckCall) -> Tensor
  ) -> Alternative {
    Alternative("check-\(id)", of: "checkGradient", summary) {
      let call = try GradientCheckCall($0)
      return [
        "elements": .tensor(Tensor(call.elements.map(Double.init))),
        "analytic": .tensor(call.analytic()), "numerical": .tensor(numerical(call)),
      ]
    }
  }

  // MARK: - Training

  static let trainAlternatives: [Alternative] =
    ways.map { id, summary, way in
      train(id, summary) { $0.way = way }
    }
    + [
      train("index-list", "batches picked by a list of indices") { _ in },
      train("towards", "the velocity moves towards the gradient: v + (1 − m)·(g − v)") {
        $0.step = { net, velocities, gradients, given in
          net.move(FaceNetParameters.weights, &velocities, gradients, given) { v, g, m in
            v + (1 - m) * (g - v)
          }
          net.descend(FaceNetParameters.biases, gradients, given)
        }
      },
      train("steps-as-velocities", "the velocity is the step: v = m·v − η·(1 − m)·g, w + v") {
        $0.step = { net, velocities, gradients, given in
          for name in FaceNetParameters.weights {
            velocities[name] *= given.momentum
            velocities[name] -= given.rate * (1 - given.momentum) * gradients[name]
            net[name] += velocities[name]
          }
          net.descend(FaceNetParameters.biases, gradients, given)
        }
      },
      train("errors-apart", "p/n − t/n") {
        $0.error = { p, t, _ in p / Double(p.shape[0]) - t / Double(p.shape[0]) }
      },
    ]

  private static func train(
    _ id: String, _ summary: String, _ change: @escaping @Sendable (inout FaceNetTraining) -> Void
  ) -> Alternative {
    Alternative("train-\(id)", of: "train", summary) {
      var training = FaceNetTraining()
      change(&training)
      return training(try FaceNetTraining.Given($0)).mapValues { .tensor($0) }
    }
  }

  // MARK: - Choices

  static let choiceAlternatives: [Alternative] = [
    choice("loop", "the best so far, candidate by candidate") { candidates, losses in
      var (best, least) = (Double.nan, Double.infinity)
      for (k, candidate) in candidates.enumerated() where losses[k] < least {
        (best, least) = (candidate, losses[k])
      }
      return best
    },
    choice("sorted", "candidates sorted by their losses") { candidates, losses in
      candidates.indices.sorted { losses[$0] < losses[$1] }.first.map { candidates[$0] } ?? .nan
    },
    choice("minimum", "where the smallest loss is found") { candidates, losses in
      losses.firstIndex(of: losses.min() ?? .nan).map { candidates[$0] } ?? .nan
    },
    choice("pairs", "the least of pairs") { candidates, losses in
      zip(candidates, losses).min { $0.1 < $1.1 }?.0 ?? .nan
    },
    confidence("loops", "sample by sample") { y, threshold in
      (0..<y.shape[0]).filter { i in
        let powers = y.row(i).exp().scalars
        return powers.allSatisfy { $0 / powers.reduce(0, +) < threshold }
      }
    },
    confidence("unshifted", "exponentials of y as it is") { y, threshold in
      let p = y.exp() / y.exp().sum(axis: 1, keepingDimension: true)
      return p.max(axis: 1).scalars.enumerated().filter { $0.element < threshold }.map(\.offset)
    },
    confidence("largest-alone", "the largest p is 1 over its sum") { y, threshold in
      let shifted = y - y.max(axis: 1, keepingDimension: true)
      let sums = shifted.exp().sum(axis: 1)
      return (0..<sums.count).filter { 1 / sums[$0] < threshold }
    },
    confidence("logarithms", "log p against the logarithm of the threshold") { y, threshold in
      let logs = CrossEntropy.logs(y).max(axis: 1)
      return (0..<logs.count).filter { logs[$0] < Tensor(threshold).log().scalar }
    },
  ]

  private static func choice(
    _ id: String, _ summary: String,
    best: @escaping @Sendable (_ candidates: [Double], _ losses: [Double]) -> Double
  ) -> Alternative {
    Alternative("choice-\(id)", of: "bestHyperParameter", summary) {
      let losses = try $0.tensor("validLosses")
      let last = losses.column(losses.shape[1] - 1).scalars
      return ["best": .number(best(try $0.tensor("candidates").scalars, last))]
    }
  }

  private static func confidence(
    _ id: String, _ summary: String,
    rows: @escaping @Sendable (_ y: Tensor, _ threshold: Double) -> [Int]
  ) -> Alternative {
    Alternative("confidence-\(id)", of: "lowConfidence", summary) {
      let unsure = rows(try $0.tensor("y"), try $0.number("threshold"))
      return ["indices": .tensor(Tensor(unsure.map(Double.init)))]
    }
  }
}
