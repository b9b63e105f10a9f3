import Assignments
import Coursework
import Grading
import Worksheets

extension BackpropTwoTwoOneReference {
  /// The sheets beside the assignment's own: tanh, a ReLU, and a step downhill.
  static let furtherSheets: [SheetForm] = Worksheet.furtherBackpropTwoTwoOne.compactMap {
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
    case "step":
      sheet(
        $0, "the gradients, then one step downhill", MistakenSigmoidNet(),
        onPaper + shared.updateMistakes, further: ["newW2", "newb2", "newW1", "newb1"])
    default: nil
    }
  }

  /// What goes wrong whatever the activation.
  private static func mistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    sumMistakes(of: shared) + wayBackMistakes(of: shared)
  }

  /// The mistakes of the assignment's own sheet.
  private static let onPaper = allMistakes.filter {
    $0.questions.contains(Check.worksheetQuestion)
  }

  private static func sheet(
    _ worksheet: Worksheet, _ summary: String, _ net: MistakenSigmoidNet,
    _ mistakes: [SigmoidNetMistake], further: [String] = []
  ) -> SheetForm {
    SheetForm(
      worksheet, summary, net: net, mistakes: mistakes,
      results: ["loss", "dW2", "db2", "dW1", "db1"] + further, inputs: inputs, answer: answer)
  }
}
