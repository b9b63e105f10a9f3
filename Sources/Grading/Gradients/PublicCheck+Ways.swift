import Coursework

// What a course leaves to the student: a check at home must call none of it wrong.
extension PublicCheck {
  /// A check that is passed in any of several ways that are as good; it bears the name of the first.
  ///
  /// What is wrong is told of the way that comes nearest, of equals the first.
  package static func either(_ first: PublicCheck, or others: PublicCheck...) -> PublicCheck {
    PublicCheck(first.id) { student in
      var nearest = try first.judge(student)
      for other in others where nearest.silence == nil && nearest.verdict != .passed {
        let finding = try other.judge(student)
        if finding.passed > nearest.passed { nearest = finding }
      }
      return nearest
    }
  }

  /// The same check, for which a row of shape (1, n) is as good as n numbers, in outputs of these
  /// names.
  package func takingRows(for outputs: Set<String>) -> PublicCheck {
    PublicCheck(id) { try judge(WithoutRows(student: $0, outputs: outputs)) }
  }
}

extension Finding {
  /// How many outputs are right.
  fileprivate var passed: Int { outputs.count { $0.verdict == .passed } }
}

/// Somebody's answers, with the rows among them as plain lists of numbers.
private struct WithoutRows: Respondent {
  let student: any Respondent
  let outputs: Set<String>

  func reply(to question: Question) throws -> Reply {
    let reply = try student.reply(to: question)
    guard case .answer(var answer, let changed, let conventions) = reply else { return reply }
    for name in outputs {
      if let row = answer[name]?.tensor, row.rank == 2, row.shape[0] == 1 {
        answer[name] = .tensor(row.flattened())
      }
    }
    return .answer(answer, changed: changed, conventions: conventions)
  }
}
