import Assignments
import Grading
import Tensors
import Testing
import Worksheets

@testable import Reference

extension PublishedTable {
  static let backpropTwoTwoOne = PublishedTable(
    assignment: "backprop-2-2-1", exact: ["3.2", "3.3"], settled: [],
    cells: forward + backward + byHand)

  // MARK: - Right

  private static let forward: [PublishedCell] = [
    cell("3.2", "z1", .rounded([0.3775, 0.3925], decimals: 4)),
    cell("3.2", "x1", .rounded([0.5933, 0.5969], decimals: 4)),
    cell("3.2", "z2", .rounded(Tensor(1.1059), decimals: 4)),
    cell("3.2", "x2", .rounded(Tensor(0.7514), decimals: 4)),
    cell("3.2", "loss", .rounded(Tensor(0.2748), decimals: 4)),
  ]

  // The course prints these by torch, which computes in Float: 0.01499607 is 0.014996075489 in
  // Double, more than half a unit away.
  private static let backward: [PublishedCell] = [
    cell(
      "3.3", "dW1",
      .roundedFloat([[0.0006684, 0.00133679], [0.0007498, 0.00149961]], decimals: 8)),
    cell("3.3", "db1", .roundedFloat([0.01336792, 0.01499607], decimals: 8)),
    cell("3.3", "dW2", .roundedFloat([[0.08216704, 0.08266763]], decimals: 8)),
    cell("3.3", "db2", .roundedFloat(Tensor(0.13849856), decimals: 8)),
  ]

  private static func cell(_ part: String, _ slot: String, _ printed: Claim) -> PublishedCell {
    PublishedCell(
      part, in: .cs145, "by hand · \(slot)", .kept(file: "backprop-2-2-1", "sheet", slot),
      printed
    ) {
      let answer = try BackpropTwoTwoOneReference.solve(.filledIn(.backpropTwoTwoOne))
      return try #require(answer[slot]?.tensor)
    }
  }

  // MARK: - Wrong

  // The solution in the document has a factor z in the derivative of the sigmoid. No reference gives
  // its numbers; the misconception of that name does.
  private static let byHand: [PublishedCell] = [
    wrong("dW2", .rounded([[0.0909, 0.0914]], decimals: 4)),
    wrong("db2", .rounded(Tensor(0.1532), decimals: 4)),
  ]

  private static func wrong(_ slot: String, _ written: Claim) -> PublishedCell {
    PublishedCell("3.3", in: .cs145, "by hand · \(slot) as written, with a factor z", written) {
      let variant = try #require(
        Assignment.backpropTwoTwoOne.misconceptions.first { $0.id == "G1-sheet" })
      return try #require(variant.answer(.filledIn(.backpropTwoTwoOne))[slot]?.tensor)
    }
  }
}
