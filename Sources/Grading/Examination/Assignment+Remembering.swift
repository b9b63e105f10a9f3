import Coursework
import Synchronization

extension Assignment {
  /// The same scheme, whose reference and known mistakes answer no question twice.
  ///
  /// Exams compare every mistake with all others at the same few questions, of which one may be a
  /// whole training run.
  package func remembering() -> Assignment {
    var remembering = self
    remembering.reference = Memory(of: reference).answer
    remembering.misconceptions = misconceptions.map { misconception in
      var misconception = misconception
      misconception.answer = Memory(of: misconception.answer).answer
      return misconception
    }
    // Listing them draws questions.
    remembering.alternatives = alternatives
    return remembering
  }
}

/// What a solution answered already.
///
/// A class, because everybody who asks it is to have the same memory.
private final class Memory: Sendable {
  private let solution: Solution
  private let answers = Mutex<[Question: Answer]>([:])

  init(of solution: @escaping Solution) { self.solution = solution }

  @Sendable func answer(_ question: Question) throws -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = try solution(question)
    answers.withLock { $0[question] = answer }
    return answer
  }
}
