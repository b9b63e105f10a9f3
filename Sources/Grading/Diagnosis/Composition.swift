import Coursework
import Tensors

/// A question whose answer is put together from the answers to other questions of its contract.
///
/// With it the mistake in a composite is found by substitution: where the student's own pieces in
/// the right composition give the student's numbers, the mistake is in the pieces.
package struct Composition: Sendable {
  /// Asks a piece's question and gives one output of its answer.
  package typealias Ask = (_ output: String, _ question: Question) throws -> Tensor

  /// The composite question's name.
  package let question: String
  /// The names of the questions that it is made of, in the order in which they are asked.
  package let pieces: [String]
  /// The right answer to the composite, if the pieces that it asks for are right.
  package let answer: @Sendable (_ question: Question, _ ask: Ask) throws -> Answer

  /// The composite of that name; `answer` may ask no other questions than its pieces.
  package init(
    _ question: String, of pieces: [String],
    answer: @escaping @Sendable (_ question: Question, _ ask: Ask) throws -> Answer
  ) {
    self.question = question
    self.pieces = pieces
    self.answer = answer
  }
}

extension Composition {
  /// The composite with one of its outputs alone.
  func giving(_ output: String) -> Composition {
    Composition(question, of: pieces) { try answer($0, $1).filter { $0.key == output } }
  }

  /// "your affineReLU is right but for your own relu".
  func diagnosis(of wrong: [String]) -> Diagnosis {
    diagnosis(
      of: wrong, looksLike: "your \(question) is right but for your own \(wrong.inWords), which it",
      gives: "numbers")
  }

  /// "your gradX is right but for your own relu", where other outputs are wrong in other ways.
  func diagnosis(of wrong: [String], in outputs: [String]) -> Diagnosis {
    let right = Culprit(question: question, outputs: outputs)
    return diagnosis(
      of: wrong,
      looksLike: "your \(right.names) \(right.isOrAre) right but for your own \(wrong.inWords), "
        + "which \(question)",
      gives: right.names)
  }

  private func diagnosis(
    of wrong: [String], looksLike: String, gives numbers: String
  ) -> Diagnosis {
    Diagnosis(
      id: "piece-" + wrong.joined(separator: "-"),
      looksLike: "\(looksLike) seems to use or to repeat",
      why: "a right \(question) with your \(wrong.inWords) in it gives exactly your \(numbers)",
      place: "\(wrong.inWords) first, then the same lines in \(question) if they stand there again")
  }

  /// Names a composite that is wrong although its pieces are right.
  package static let joiningID = "joining"

  /// "your affine and relu are right here, your affineReLU is not".
  var diagnosisOfJoining: Diagnosis {
    let names = Culprit(question: question, outputs: pieces).names
    return Diagnosis(
      id: Self.joiningID,
      looksLike: "your \(names) are right with these numbers, your \(question) is not",
      why: "the mistake is not in the pieces but in how \(question) puts them together",
      place: "\(question): call your \(names) in turn and compare each step")
  }
}
