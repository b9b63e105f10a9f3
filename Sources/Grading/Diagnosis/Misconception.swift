import Coursework

/// A function that answers a question: the reference, or a known-wrong variant of it.
package typealias Solution = @Sendable (Question) throws -> Answer

/// A known-wrong variant of the answers to one question.
///
/// It is a value, so that laws run over all of them: each must be caught by some check, with room
/// to spare, and recognised under its own name.
package struct Misconception: Sendable {
  /// Whether the variant is a mistake, or right by a convention that others use.
  package enum Kind: Sendable, Hashable { case mistake, convention }

  /// The name in the catalogue of misconceptions, such as `AB2`.
  package let id: String
  /// The question whose answer it gets wrong.
  package let question: String
  /// Whether it is a mistake or another convention.
  package let kind: Kind
  /// What the student reads: looks like, why it is wrong, where to look.
  package let diagnosis: Diagnosis
  /// The answer of somebody who holds it.
  package internal(set) var answer: Solution

  /// A known-wrong answer to the question of that name, with its sentences for the student.
  package init(
    _ id: String, of question: String, kind: Kind = .mistake, looksLike: String, why: String,
    where place: String, answer: @escaping Solution
  ) {
    self.id = id
    self.question = question
    self.kind = kind
    self.diagnosis = Diagnosis(id: id, looksLike: looksLike, why: why, place: place)
    self.answer = answer
  }
}

/// A recognised mistake, in sentences that a student can act on.
package struct Diagnosis: Sendable, Hashable {
  /// The name in the catalogue of misconceptions.
  package let id: String
  /// What the answer is, such as "your y is the square of the right one".
  package let looksLike: String
  /// Why that is wrong, such as "the upstream gradient already contains the 1/N of the loss".
  package let why: String
  /// Where to look, such as "affineBackward, the line that computes gradB".
  package let place: String

  /// The mistake of that identifier, in sentences.
  package init(id: String, looksLike: String, why: String, place: String) {
    self.id = id
    self.looksLike = looksLike
    self.why = why
    self.place = place
  }
}

extension Diagnosis {
  /// Whether the sentence speaks of one of these outputs itself, not of a cause behind them.
  ///
  /// "Your gradB is the mean" is true of that output whatever else went wrong. "The sign of your
  /// derivative is wrong" is a conclusion, which another cause with the same numbers refutes. In a
  /// net "your gradB" speaks of gradB1 and gradB2.
  package func describes(_ outputs: Set<String>) -> Bool {
    looksLike.split { !$0.isLetter && !$0.isNumber }.contains { word in
      outputs.contains { output in
        output.hasPrefix(word) && output.dropFirst(word.count).allSatisfy(\.isNumber)
      }
    }
  }
}
