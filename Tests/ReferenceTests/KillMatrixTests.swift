import Coursework
import Grading
import NumericChecks
import Reference
import Testing

/// The checker sits its own exam: every known mistake must be caught, with room to spare, and be called
/// by its own name.
@Suite("Kill matrix")
struct KillMatrixTests {
  /// Pairs of misconceptions whose answers are the same numbers in every question, and why.
  ///
  /// Where one of a pair is handed in, the name of the other is right as well.
  static let equivalents: [Equivalence] = []

  /// A variant changes an output if it lies this far from the right answer: a thousand tolerances.
  static let separation = 1e3 * Tolerance.standard.limit

  @Test("A submission with one mistake loses what it changes, and is told so", arguments: mutants)
  func kill(_ mutant: Mutant) throws {
    let (assignment, misconception) = try mutant.found()
    for seed in CatalogueTests.seeds {
      let parts = try Grader(assignment: assignment, seed: seed).grade(
        InProcess {
          try $0.name == misconception.question
            ? misconception.answer($0) : assignment.reference($0)
        })
      var isCaught = false
      for (part, result) in zip(assignment.parts, parts) {
        for (output, earned) in zip(part.outputs, result.outputs) {
          let changed = try Self.isChanged(output.name, of: part, seed, assignment, misconception)
          let place = Comment("\(part.id).\(output.name) with seed \(seed.text)")
          isCaught = isCaught || changed
          guard changed else {
            #expect(earned.verdict == .passed && earned.earned == output.points, place)
            continue
          }
          let isConvention = misconception.kind == .convention
          #expect(earned.verdict == (isConvention ? .accepted : .failed), place)
          let credit = isConvention ? part.conventionCredit[misconception.id] ?? .zero : .zero
          #expect(earned.earned == output.points * credit, place)
          let names = Set(
            result.findings.flatMap(\.outputs).filter { $0.output == output.name }
              .compactMap(\.diagnosis?.id))
          #expect(!names.isEmpty && names.isSubset(of: Self.names(for: mutant)), place)
        }
      }
      #expect(isCaught, "no check sees it with seed \(seed.text)")
    }
  }

  @Test("An answer holds all outputs of the question", arguments: mutants)
  func complete(_ mutant: Mutant) throws {
    let (assignment, misconception) = try mutant.found()
    for check in assignment.checks {
      for question in check.questions(.public) where question.name == misconception.question {
        #expect(
          try Set(misconception.answer(question).keys) == Set(assignment.reference(question).keys))
      }
    }
  }

  @Test("No two misconceptions give the same answers, unless they are declared", arguments: mutants)
  func distinct(_ mutant: Mutant) throws {
    let (assignment, misconception) = try mutant.found()
    let questions = assignment.checks.flatMap { $0.questions(.public) }
      .filter { $0.name == misconception.question }
    for other in assignment.misconceptions
    where other.id != misconception.id && other.question == misconception.question
      && !Self.names(for: mutant).contains(other.id)
    {
      let isDistinct = try questions.contains { question in
        let (a, b) = (try misconception.answer(question), try other.answer(question))
        return a.contains { name, value in Self.distance(value, b[name]) >= Self.separation }
      }
      #expect(isDistinct, "\(misconception.id) and \(other.id)")
    }
  }

  @Test("Declared equivalents exist and say why")
  func declared() throws {
    for equivalence in Self.equivalents {
      let assignment = try #require(Catalogue.assignment(equivalence.assignment))
      let ids = Set(assignment.misconceptions.map(\.id))
      #expect(ids.isSuperset(of: [equivalence.first, equivalence.second]))
      #expect(!equivalence.reason.isEmpty)
    }
  }
}

// MARK: - Support

extension KillMatrixTests {
  /// One misconception of one assignment.
  struct Mutant: Sendable, CustomTestStringConvertible {
    let assignment: String
    let id: String

    var testDescription: String { "\(assignment) \(id)" }

    func found() throws -> (Assignment, Misconception) {
      let assignment = try #require(Catalogue.assignment(assignment))
      return (assignment, try #require(assignment.misconceptions.first { $0.id == id }))
    }
  }

  /// Two misconceptions that are truly the same numbers.
  struct Equivalence: Sendable {
    let assignment: String
    let first: String
    let second: String
    let reason: String
  }

  static let mutants = Catalogue.all.flatMap { assignment in
    assignment.misconceptions.map { Mutant(assignment: assignment.id, id: $0.id) }
  }

  /// The names by which a mutant may be called.
  private static func names(for mutant: Mutant) -> Set<String> {
    equivalents.filter { $0.assignment == mutant.assignment }.reduce(into: [mutant.id]) {
      if $1.first == mutant.id { $0.insert($1.second) }
      if $1.second == mutant.id { $0.insert($1.first) }
    }
  }

  /// Whether the variant changes the output in some check of the part that judges it.
  ///
  /// An output that is neither changed far enough nor the reference's own is an issue: a wrong answer
  /// could pass there.
  private static func isChanged(
    _ output: String, of part: Part, _ seed: Seed, _ assignment: Assignment,
    _ misconception: Misconception
  ) throws -> Bool {
    var farthest = 0.0
    for check in part.checks where check.outputs.contains(output) {
      for question in check.questions(seed) where question.name == misconception.question {
        let right = try assignment.reference(question)[output]
        guard let wrong = try misconception.answer(question)[output] else { continue }
        farthest = max(farthest, distance(wrong, right))
      }
    }
    #expect(
      farthest == 0 || farthest >= separation,
      "\(part.id).\(output) lies only \(farthest) from the right answer with seed \(seed.text)")
    return farthest > 0
  }

  /// How far two values lie apart; infinitely far where they cannot be compared.
  private static func distance(_ a: Value, _ b: Value?) -> Double {
    guard let a = a.tensor, let b = b?.tensor else { return a == b ? 0 : .infinity }
    return Comparison.separation(a, b)
  }
}
