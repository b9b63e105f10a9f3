import Assignments
import Coursework
import Grading
import Worksheets

extension BackpropTwoThreeOneReference {
  /// The sheets beside the assignment's own: tanh, a ReLU, and a batch.
  static let furtherSheets: [SheetForm] = Worksheet.furtherBackpropTwoThreeOne.compactMap {
    switch $0.variant {
    case "tanh":
      sheet(
        $0, "tanh in both layers", .tanh,
        mistakes(of: shared.withTanh) + shared.withTanh.tanhMistakes)
    case "relu":
      sheet(
        $0, "a ReLU in the hidden layer", .relu,
        // Where z1 stands for its own ReLU, one number alone tells that it was taken.
        mistakes(of: shared.withReLU).filter { $0.id != "P6" } + shared.withReLU.reluMistakes)
    case "batch":
      sheet($0, "three samples at once", MistakenSigmoidNet(), onBatch)
    default: nil
    }
  }

  /// What goes wrong whatever the activation.
  private static func mistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    [reshapedWeights(of: shared)] + lossMistakes(of: shared) + wayBackMistakes(of: shared)
  }

  /// The mistakes of the assignment's own sheet, and what only a batch shows.
  ///
  /// A third is that of three samples here, no less than that of three hidden units.
  private static let onBatch =
    allMistakes.filter { $0.questions.contains(Check.worksheetQuestion) && $0.id != "K13" }
    + (batchMistakes + factorMistakes).filter {
      ["K2", "K2b", "K4", "AB2", "AB1", "K10", "K2c", "K2d"].contains($0.id)
    }

  private static func sheet(
    _ worksheet: Worksheet, _ summary: String, _ net: MistakenSigmoidNet,
    _ mistakes: [SigmoidNetMistake]
  ) -> SheetForm {
    SheetForm(
      worksheet, summary, net: net, mistakes: mistakes,
      results: ["loss", "dW2", "db2", "dW1", "db1"], inputs: inputs, answer: answer)
  }
}
