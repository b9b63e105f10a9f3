import Assignments
import Coursework
import Grading

extension MaskHabits.OtherMode {
  /// How the submission behaves in test mode, so that a mistake over both modes is told from two.
  ///
  /// No answer, or one that says nothing, counts as right: nobody is accused by it.
  init(inTestModeOf student: any Respondent, _ question: Question) throws {
    let trial = try Self.trial(of: student, question, .test)
    self =
      switch trial {
      case nil: .right
      case .some(let trial) where trial.keptCount < trial.count: .drops
      case .some(let trial) where trial.isMultiplied(by: trial.keepProbability): .scaledByP
      default: .right
      }
  }

  /// How the submission behaves in train mode.
  init(inTrainModeOf student: any Respondent, _ question: Question) throws {
    self =
      switch try Self.trial(of: student, question, .train) {
      case .some(let trial) where trial.isMultiplied(by: 1):
        trial.keptCount < trial.count ? .unscaled : .identity
      default: .right
      }
  }

  private static func trial(
    of student: any Respondent, _ question: Question, _ mode: DropoutMode
  ) throws -> DropoutTrial? {
    let other = Question(
      question.name, question.inputs.merging(["mode": .text(mode.rawValue)]) { $1 })
    guard case .answer(let answer, _, _) = try Aside(to: student).reply(to: other) else {
      return nil
    }
    return try DropoutTrial(other, answer)
  }
}

extension DropoutTrial {
  /// Whether all kept entries are multiplied by this number, and there are any.
  fileprivate func isMultiplied(by factor: Double) -> Bool {
    keptCount > 0
      && zip(kept.scalars, factors.scalars).allSatisfy { kept, got in
        kept == 0 || abs(got - factor) <= Recognition.match * factor
      }
  }
}
