import Coursework
import Grading
import Worksheets

extension Alternative {
  /// Right sheets: with more digits than asked for, in powers of ten, with blanks, and computed from
  /// rounded steps.
  ///
  /// - Parameters:
  ///   - net: The right network.
  ///   - reference: Answers the worksheet's question exactly.
  ///   - results: The slots that nothing builds on; all others may stay blank.
  ///   - inputs: The network's inputs from the question.
  ///   - answer: The answer to the question from the network's results.
  /// - Returns: Alternatives of the worksheet's question.
  static func sheets(
    of net: MistakenSigmoidNet = MistakenSigmoidNet(), reference: @escaping Solution,
    results: [String],
    inputs: @escaping @Sendable (Question) throws -> MistakenSigmoidNet.Inputs,
    answer: @escaping @Sendable (MistakenSigmoidNet.Results, Question) -> Answer
  ) -> [Alternative] {
    [
      sheet("more-digits", "four digits more than asked for") {
        try reference($0).typed(extraDecimals: 4)
      },
      sheet("powers-of-ten", "every number with a power of ten") {
        try reference($0).typed(extraDecimals: 2).mapValues(inHundredths)
      },
      sheet("results-only", "the steps are blank, the results right") {
        try reference($0).filter { results.contains($0.key) }
      },
    ]
      + [5, 6].map { decimals in
        sheet("rounded-\(decimals)", "every step rounded to \(decimals) decimals") {
          answer(Self.rounded(net, to: decimals)(try inputs($0)), $0)
        }
      }
  }

  private static func sheet(
    _ id: String, _ summary: String, answer: @escaping Solution
  ) -> Alternative {
    Alternative("worksheet-\(id)", of: Check.worksheetQuestion, summary, answer: answer)
  }

  /// `[12.34e-2]` for `[0.1234]`: the point is moved in the text, so that no digit changes.
  private static func inHundredths(_ value: Value) -> Value {
    guard case .text(let text) = value else { return value }
    let moved = text.replacing(/(-?)(\d+)\.(\d\d)(\d+)/) { match in
      "\(match.1)\(match.2)\(match.3).\(match.4)e-2"
    }
    return .text(moved)
  }

  /// A right network of which every step is written down with so many decimals, and read again.
  private static func rounded(
    _ right: MistakenSigmoidNet, to decimals: Int
  ) -> MistakenSigmoidNet {
    let unit = PowerOfTen.value(-decimals)
    @Sendable func rounded(_ tensor: Tensor) -> Tensor {
      (tensor / unit).map { $0.rounded() } * unit
    }
    var net = right
    net.hiddenActivation = { rounded(right.hiddenActivation(rounded($0))) }
    net.outputActivation = { rounded(right.outputActivation(rounded($0))) }
    net.hiddenSlope = ActivationSlope { z, a in rounded(right.hiddenSlope(z, a)) }
    net.outputSlope = ActivationSlope { z, a in rounded(right.outputSlope(z, a)) }
    net.lossSlope = { y, target in rounded(right.lossSlope(y, target)) }
    return net
  }
}
