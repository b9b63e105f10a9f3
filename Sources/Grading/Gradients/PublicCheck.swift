import Coursework

/// A check without a reference solution, which students run at home, the evening before.
///
/// All that it asks and all that it knows may be shown to students: the numerical gradient of their
/// own forward pass, the handout's worked examples, and what must hold whatever the numbers are.
package struct PublicCheck: Sendable {
  /// Unique within the assignment, `question/what`, such as `affineBackward/gradient`.
  package let id: String
  private let finding: @Sendable (any Respondent) throws -> Finding

  /// Asks one question and gets its answer.
  package typealias Ask = (Question) throws -> Answer

  /// A check that the gradients of one backward question are those of the submission's own forward
  /// pass.
  ///
  /// - Parameters:
  ///   - derivative: What is differentiated, and where.
  ///   - spared: A relative difference so small that nothing is said about it.
  package init(of derivative: Derivative, sparing spared: Double = 0) {
    let check = GradientCheck(derivative: derivative, spared: spared)
    id = check.id
    finding = check.judge
  }

  /// A check that judges outputs in its own way; it says nothing about a question that meets
  /// silence.
  ///
  /// - Parameters:
  ///   - id: The check's identifier.
  ///   - outputs: The outputs that it judges.
  ///   - judge: Asks, and judges each of the outputs.
  package init(
    _ id: String, judging outputs: [String],
    judge: @escaping @Sendable (_ ask: Ask) throws -> [OutputFinding]
  ) {
    self.id = id
    finding = { student in
      do {
        return Finding(check: id, outputs: try judge(student.answer))
      } catch let unanswered as Unanswered {
        return Finding(check: id, outputs: outputs, silence: unanswered.silence)
      }
    }
  }

  /// A check that judges in the way of other checks.
  init(_ id: String, finding: @escaping @Sendable (any Respondent) throws -> Finding) {
    self.id = id
    self.finding = finding
  }

  /// Asks the submission and judges its answers.
  ///
  /// - Throws: only for faults of our own environment.
  package func judge(_ student: any Respondent) throws -> Finding { try finding(student) }

  /// Checks of the gradients of several backward questions.
  package static func gradients(of derivatives: [Derivative]) -> [PublicCheck] {
    derivatives.map(gradient)
  }

  /// A check of the gradients of one backward question.
  ///
  /// A small number that keeps a logarithm from 0 costs no mark, so nobody hears of it here.
  package static func gradient(of derivative: Derivative) -> PublicCheck {
    PublicCheck(of: derivative, sparing: 1e-6)
  }
}
