import Coursework
import Grading
import NumericChecks

/// An assignment small enough to know every answer by heart: multiples of one array.
enum Toy {
  /// The right answer: twice and three times `a`.
  static func right(_ question: Question) throws -> Answer {
    let a = try question.tensor("a")
    return ["double": .tensor(a * 2), "triple": .tensor(a * 3)]
  }

  /// An answer with other multiples.
  static func multiples(double: Double = 2, triple: Double = 3) -> Solution {
    { question in
      let a = try question.tensor("a")
      return ["double": .tensor(a * double), "triple": .tensor(a * triple)]
    }
  }

  /// A wrong answer with a name.
  static func mistake(
    _ id: String, kind: Misconception.Kind = .mistake, _ answer: @escaping Solution
  ) -> Misconception {
    Misconception(
      id, of: "multiples", kind: kind, looksLike: "looks like \(id)", why: "why \(id)",
      where: "where \(id)", answer: answer)
  }

  /// Three questions, of which none is 0 and none is like another.
  static func check(_ id: String = "toy/values", judging outputs: [String] = ["double", "triple"])
    -> Check
  {
    .agrees(id, judging: outputs, sizes: [[5, 3], [4, 7], [4, 4]]) { draw, sizes in
      Question("multiples", ["a": .tensor(draw.eighths(sizes[0], sizes[1]))])
    }
  }

  static func part(
    _ id: String = "toy", checks: [Check], credit: [String: Ratio] = [:]
  ) -> Part {
    Part(
      id: id, title: "Toy", outputs: [Output("double", points: 3), Output("triple", points: 4)],
      checks: checks, conventionCredit: credit)
  }

  static func assignment(
    _ parts: [Part] = [part(checks: [check()])], misconceptions: [Misconception] = [],
    reference: @escaping Solution = right
  ) -> Assignment {
    Assignment(
      id: "toy", title: "Multiples", contract: "Toy", reference: reference, parts: parts,
      misconceptions: misconceptions)
  }

  /// Grades answers that come from a function.
  static func grade(_ assignment: Assignment, _ solution: @escaping Solution) throws -> [PartResult]
  {
    try Grader(assignment: assignment, seed: .public).grade(InProcess(solution))
  }

  static let question = Question("multiples", ["a": .tensor([[1, 2], [3, 4]])])
}

/// Replies by a script and remembers what it was asked.
///
/// A class, because a check borrows its respondent and the test reads the log afterwards.
final class Scripted: RespondentSource, Respondent {
  /// The checks for which a respondent was opened, in order.
  private(set) var opened: [String] = []
  /// The questions of all respondents, in order.
  private(set) var asked: [Question] = []
  /// Respondents that were opened and not yet closed.
  private(set) var open = 0
  private let script: (_ check: String, _ opening: Int, Question) throws -> Reply
  private var opening: (check: String, count: Int) = ("", 0)

  /// The script is told the check, the how manieth respondent for it this is, and the question.
  init(_ script: @escaping (_ check: String, _ opening: Int, Question) throws -> Reply) {
    self.script = script
  }

  func reply(to question: Question) throws -> Reply {
    asked.append(question)
    return try script(opening.check, opening.count, question)
  }

  func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    open += 1
    defer { open -= 1 }
    opened.append(check.id)
    opening = (check.id, opened.count { $0 == check.id })
    return try body(self)
  }
}

/// A fault of the environment.
struct Fault: Error {}
