import Coursework
import Tensors
import Testing

@testable import Reference

extension PublishedTable {
  static let backpropTwoThreeOne = PublishedTable(
    assignment: "backprop-2-3-1", exact: ["4.1", "4.4"], settled: ["4.2", "4.3"],
    cells: draws + forward + backward + hint)

  // MARK: - Data

  private static let draws: [PublishedCell] = [
    PublishedCell(
      "4.1", in: .columbiaAML, "weights · W1", .kept(file: "backprop-2-3-1", "drawn", "W1"),
      .rounded(
        [[1.76405235, 0.40015721], [0.97873798, 2.2408932], [1.86755799, -0.97727788]],
        decimals: 8)
    ) { try Question.published.tensor("w1") },
    PublishedCell(
      "4.1", in: .columbiaAML, "weights · W2", .kept(file: "backprop-2-3-1", "drawn", "W2"),
      .rounded([0.95008842, -0.15135721, -0.10321885], decimals: 8)
    ) { try Question.published.tensor("w2") },
    PublishedCell(
      "4.1", in: .columbiaAML, "weights · b1", .value([0, 0, 0])
    ) { try Question.published.tensor("b1") },
    PublishedCell(
      "4.1", in: .columbiaAML, "weights · b2", .value(Tensor(0))
    ) { Tensor(try Question.published.number("b2")) },
    PublishedCell(
      "4.1", in: .columbiaAML, "X · the first rows",
      .kept(file: "backprop-2-3-1", "drawn", "xHead")
    ) { try Question.published.tensor("x").rows(0..<5) },
    PublishedCell(
      "4.1", in: .columbiaAML, "X · the last rows",
      .kept(file: "backprop-2-3-1", "drawn", "xTail")
    ) { try Question.published.tensor("x").rows(998..<1000) },
    PublishedCell(
      "4.1", in: .columbiaAML, "X · sum", .kept(file: "backprop-2-3-1", "drawn", "xSum")
    ) { Tensor(try Question.published.tensor("x").sum()) },
    PublishedCell(
      "4.1", in: .columbiaAML, "Y · the first", .kept(file: "backprop-2-3-1", "drawn", "yHead")
    ) { try Question.published.tensor("target").rows(0..<20) },
    PublishedCell(
      "4.1", in: .columbiaAML, "Y · sum", .kept(file: "backprop-2-3-1", "drawn", "ySum")
    ) { Tensor(try Question.published.tensor("target").sum()) },
  ]

  // MARK: - Forward

  private static let forward: [PublishedCell] = [
    forward("Z1") { $0.z1 }, forward("H") { $0.h }, forward("Z2") { $0.z2 },
    forward("Y") { $0.y },
  ]

  private static func forward(
    _ name: String,
    _ output: @escaping @Sendable ((z1: Tensor, h: Tensor, z2: Tensor, y: Tensor)) -> Tensor
  ) -> PublishedCell {
    PublishedCell(
      "4.2", "4.3", in: .columbiaAML, "forward_propagation · the first of \(name)",
      .kept(file: "backprop-2-3-1", "forwardHead", name)
    ) {
      let question = Question.published
      let out = BackpropTwoThreeOneReference().forwardPropagation(
        x: try question.tensor("x"), w1: try question.tensor("w1"),
        b1: try question.tensor("b1"), w2: try question.tensor("w2"),
        b2: try question.number("b2"))
      return output(out).rows(0..<3)
    }
  }

  // MARK: - Backward

  private static let backward: [PublishedCell] = [
    cell(
      "L", "loss", .value(Tensor(0.1332476222330792)),
      .kept(file: "backprop-2-3-1", "computed", "loss")),
    cell("W1", "gradW1", .kept(file: "backprop-2-3-1", "computed", "W1")),
    // W1 is 3x2, and so is its gradient; the document prints it the wrong way round.
    PublishedCell(
      "4.4", in: .columbiaAML, "back_propagation · W1, printed 2x3",
      .rounded(
        [[0.00244596, -0.00030765, -0.00034768], [0.00262019, -0.00024188, -0.000372]],
        decimals: 8)
    ) { try backPropagation("gradW1").transposed() },
    cell(
      "W2", "gradW2", .kept(file: "backprop-2-3-1", "computed", "W2"),
      .rounded([0.02216011, 0.02433097, 0.01797174], decimals: 8)),
    cell(
      "b1", "gradB1", .kept(file: "backprop-2-3-1", "computed", "b1"),
      .rounded([0.00492577, -0.00058023, -0.00065977], decimals: 8)),
    cell(
      "b2", "gradB2", .value(Tensor(0.029249230265318685)),
      .kept(file: "backprop-2-3-1", "computed", "b2")),
  ]

  // The hint is not rounded: 0.0049258 became 0.00492 and -0.00058023 became -0.000581, so only 1e-5
  // holds for both.
  private static let hint: [PublishedCell] = [
    cell("the hint of L", "loss", .near(Tensor(0.133), within: 5e-4)),
    cell("the hint of b1", "gradB1", .near([0.00492, -0.000581, -0.00066], within: 1e-5)),
  ]

  private static func cell(
    _ figure: String, _ output: String, _ claims: Claim...
  ) -> PublishedCell {
    PublishedCell(
      ["4.4"], in: .columbiaAML, "back_propagation · \(figure)", claims
    ) { try backPropagation(output) }
  }

  private static func backPropagation(_ output: String) throws -> Tensor {
    try #require(BackpropTwoThreeOneReference.solve(.published)[output]?.tensor)
  }
}
