import Coursework
import Grading
import NumericChecks
import Reference
import Testing

/// Two unrelated mistakes at once, drawn at random: whatever is said of them must be true.
@Suite("Two random mistakes")
struct RandomMistakesTests {
  static let ids = CatalogueTests.ids
  /// Cases for each question of each assignment.
  static let rounds = 30

  @Test("Numbers that are wrong at random are called nothing at all", arguments: ids)
  func perturbed(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    try Self.draw(assignment) { question, outputs, random in
      let wrong = Self.some(of: outputs, &random)
      let seed = random.nextWord()
      let solution: Solution = { asked in
        var noise = RandomState(seed: seed)
        return try assignment.reference(asked).changing(wrong) { right in
          right + (1 + right.abs()) * noise.randn(shape: right.shape)
        }
      }
      for finding in try Self.findings(assignment, question, solution) {
        let isNothing = [nil, Composition.joiningID].contains(finding.diagnosis?.id)
        #expect(isNothing, "\(question).\(finding.output) with \(seed)")
      }
    }
  }

  @Test("An affine change of the right numbers is called nothing but what it is", arguments: ids)
  func affine(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    try Self.draw(assignment) { question, outputs, random in
      let wrong = Self.some(of: outputs, &random)
      // Never near a factor that means anything, such as 2 or −1.
      let (factor, shift) = (1.37 + random.randomSample() / 8, 0.3 + random.randomSample())
      let solution: Solution = { asked in
        try assignment.reference(asked).changing(wrong) { right in factor * right + shift }
      }
      for finding in try Self.findings(assignment, question, solution) {
        // That the pieces are right and their composite is not is a fact.
        let isNothing = [nil, Composition.joiningID].contains(finding.diagnosis?.id)
        #expect(isNothing, "\(question).\(finding.output): \(factor), \(shift)")
      }
    }
  }

  @Test("Of two known mistakes in one answer none is called a third", arguments: ids)
  func composed(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    var named = 0
    try Self.draw(assignment) { question, outputs, random in
      let known = assignment.misconceptions.filter { $0.question == question }
      let pair = (0..<2).map { _ in known[random.randint(below: known.count)] }
      let chosen = Self.some(of: outputs, &random)
      // A generator that stays behind while another mask is drawn is a mistake of its own.
      let second = chosen.contains("out") ? chosen.union(["random"]) : chosen
      // The second overrides the first in some outputs: there neither may be whole.
      let solution: Solution = { asked in
        let (first, other) = (try pair[0].answer(asked), try pair[1].answer(asked))
        return first.merging(other.filter { second.contains($0.key) }) { $1 }
      }
      for finding in try Self.findings(assignment, question, solution) {
        guard let diagnosis = finding.diagnosis else { continue }
        named += 1
        let third = try #require(known.first { $0.id == diagnosis.id } ?? pair.first)
        // A sentence about the output itself is true, and so is one about a mistake of which the
        // whole answer is: to wrong numbers the right loss may be what makes them a third's.
        let isTrue =
          try pair.contains { $0.id == diagnosis.id } || diagnosis.describes([finding.output])
          || diagnosis.id == Composition.joiningID
          || Self.areSame(third.answer, solution, assignment, question, outputs)
        #expect(
          isTrue, "\(pair.map(\.id)), \(second): \(finding.output) is called \(diagnosis.id)")
      }
    }
    #expect(named > Self.rounds, "whoever says nothing is never wrong")
  }
}

// MARK: - Support

extension RandomMistakesTests {
  /// Some cases for every question that code is asked.
  private static func draw(
    _ assignment: Assignment,
    _ body: (_ question: String, _ outputs: [String], _ random: inout RandomState) throws -> Void
  ) throws {
    var random = RandomState(seed: 20_261_005)
    let questions = assignment.checks.filter { $0.medium == .code }.flatMap { check in
      check.questions(.public).map { (name: $0.name, outputs: check.outputs) }
    }
    var drawn: Set<String> = []
    for question in questions where drawn.insert(question.name).inserted {
      for _ in 0..<rounds { try body(question.name, question.outputs, &random) }
    }
  }

  /// One output or two, of as many as there are.
  private static func some(of outputs: [String], _ random: inout RandomState) -> Set<String> {
    Set((0..<2).map { _ in outputs[random.randint(below: outputs.count)] })
  }

  /// What does not pass where one question is answered in this way, and all others rightly.
  private static func findings(
    _ assignment: Assignment, _ question: String, _ solution: @escaping Solution
  ) throws -> [OutputFinding] {
    let respondent = InProcess { asked in
      try asked.name == question ? solution(asked) : assignment.reference(asked)
    }
    let asking = assignment.checks.filter { check in
      check.medium == .code && check.questions(.public).contains { $0.name == question }
    }
    return try asking.flatMap { check in
      try check.judge(check.questions(.public), respondent, assignment).outputs
        .filter { $0.verdict != .passed }
    }
  }
}

extension RandomMistakesTests {
  /// Whether two ways to answer one question give the same numbers, whatever is asked.
  private static func areSame(
    _ one: Solution, _ other: Solution, _ assignment: Assignment, _ question: String,
    _ outputs: [String]
  ) throws -> Bool {
    let asked = assignment.checks.filter { $0.medium == .code }
      .flatMap { $0.questions(.public) }.filter { $0.name == question }
    return try asked.allSatisfy { asked in
      let (a, b) = (try one(asked), try other(asked))
      return outputs.allSatisfy { name in
        guard let a = a[name]?.tensor, let b = b[name]?.tensor else { return a[name] == b[name] }
        return a.shape == b.shape && Comparison(of: a, with: b).agrees
      }
    }
  }
}

extension Answer {
  /// With other numbers in some outputs.
  fileprivate func changing(
    _ outputs: Set<String>, _ change: (Tensor) throws -> Tensor
  ) rethrows -> Answer {
    var answer = self
    for name in outputs.sorted() {
      if let right = self[name]?.tensor { answer[name] = .tensor(try change(right)) }
    }
    return answer
  }
}
