import Coursework

/// Asks questions of one respondent and judges the answers.
package struct Check: Sendable {
  /// Who answers: the submission's code, or its sheet of hand-computed answers.
  package enum Medium: Sendable, Hashable { case code, sheet }

  /// Unique within the assignment, `part/what`, such as `affine-backward/values`.
  package let id: String
  /// The outputs that it judges, in the scheme's order.
  package let outputs: [String]
  /// Who answers it.
  package let medium: Medium
  /// How near to the right answer is right, as the scheme's digest has it; nil where rounding in
  /// `Double` alone decides.
  let rule: String?
  /// The questions that it asks of everybody; a function of the seed alone.
  package let questions: @Sendable (Seed) -> [Question]
  /// Asks the questions and judges the answers.
  ///
  /// Throws only for faults of our own environment.
  package let judge:
    @Sendable (_ questions: [Question], _ student: any Respondent, _ scheme: Assignment) throws ->
      Finding
  /// The same questions with small numbers, for examples to read; nil where there are none.
  package let small: SmallQuestions?
  /// How numbers reach this check: as they are, or as somebody types them on a sheet.
  package let written: @Sendable (Answer) -> Answer

  /// A check of the given outputs.
  package init(
    id: String, outputs: [String], medium: Medium = .code, rule: String? = nil,
    written: @escaping @Sendable (Answer) -> Answer = { $0 }, small: SmallQuestions? = nil,
    questions: @escaping @Sendable (Seed) -> [Question],
    judge:
      @escaping @Sendable ([Question], any Respondent, Assignment) throws -> Finding
  ) {
    self.id = id
    self.outputs = outputs
    self.medium = medium
    self.rule = rule
    self.written = written
    self.small = small
    self.questions = questions
    self.judge = judge
  }
}
