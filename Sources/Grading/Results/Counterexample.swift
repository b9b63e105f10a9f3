import Coursework
import NumericChecks

/// The smallest question that was found on which an output is wrong, and where it is.
///
/// Its numbers come from the public seed, so that a student may see them all, the right one too.
package struct Counterexample: Sendable, Hashable {
  /// What was asked; arrays, plain numbers and options.
  package let question: Question
  /// The index of the wrong number along each axis, from 0; empty for a plain number.
  package let index: [Int]
  /// What was answered.
  package let got: Double
  /// What is right.
  package let expected: Double
  /// How the right number comes about: "= 2·1 + (−1)·3 = −1", or "= −1" where no formula tells.
  package let derivation: String

  /// The number at `index` is `got` and not `expected`.
  package init(
    of question: Question, index: [Int], got: Double, expected: Double, derivation: String
  ) {
    self.question = question
    self.index = index
    self.got = got
    self.expected = expected
    self.derivation = derivation
  }
}

// MARK: - As text

extension Counterexample {
  /// The inputs by name, as they are typed into a program: `[[2, -1]]`, `0.125`, `"train"`.
  package var inputs: [(name: String, text: String)] {
    question.inputs.sorted { $0.key < $1.key }.map { ($0.key, Self.text($0.value)) }
  }

  /// What was answered, in four digits at most.
  package var gotText: String { ShortNumber(got).text }
  /// What is right, in four digits at most.
  package var expectedText: String { ShortNumber(expected).text }

  /// "w = [[1], [3]], x = [[2, -1]]".
  package var given: String {
    inputs.map { "\($0.name) = \($0.text)" }.joined(separator: ", ")
  }

  /// "gradW[1, 0] = (−1)·2 = −2; yours is 2", for the output of that name.
  package func result(of output: String) -> String {
    let place = index.isEmpty ? output : "\(output)\(index)"
    let about = ShortNumber(got).isExact ? "" : "about "
    return "\(place) \(derivation); yours is \(about)\(gotText)"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .tensor(let tensor): text(tensor.scalars[...], tensor.shape[...])
    case .text(let text): "\"\(text)\""
    case .randomState: "a generator"
    }
  }

  private static func text(_ scalars: ArraySlice<Double>, _ shape: ArraySlice<Int>) -> String {
    guard let length = shape.first else { return scalars.first.map(text) ?? "" }
    let inner = length == 0 ? 0 : scalars.count / length
    let entries = (0..<length).map { entry in
      let start = scalars.startIndex + entry * inner
      return text(scalars[start..<start + inner], shape.dropFirst())
    }
    return "[\(entries.joined(separator: ", "))]"
  }

  private static func text(_ number: Double) -> String {
    // "-1" rather than "-1.0"; -0 is 0.
    number.rounded() == number && abs(number) < 1e6 ? "\(Int(number))" : "\(number)"
  }
}
