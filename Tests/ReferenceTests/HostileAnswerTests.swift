import Coursework
import Fuzzing
import Grading
import Reference
import Synchronization
import Testing

/// Answers that arrived in good order and are nonsense all the same: judging them must not trap,
/// nor take long, nor give a point.
@Suite("Hostile answers")
struct HostileAnswerTests {
  /// Something that no question of ours has for an answer.
  enum Nonsense: String, CaseIterable, Sendable {
    case missing, text, generator, manyAxes, emptyGiant, giantEmpty, noNumbers, plainNumber
    case notANumber, infinite, huge, tiny, longer, turned, mixed, foreignNames
  }

  @Test(
    "Nonsense earns nothing, whatever shape it has", .timeLimit(.minutes(5)),
    arguments: Catalogue.all.map(\.id), Nonsense.allCases)
  func nonsense(id: String, kind: Nonsense) throws {
    let assignment = try #require(Catalogue.all.first { $0.id == id })
    let mutator = Mutator(seed: UInt64(kind.rawValue.utf8.count))
    let oddShapes = Mutex<Set<[Int]>>([])
    let parts = try Grader(assignment: assignment, seed: .public).grade(
      InProcess { question in
        var mutator = mutator
        // Paper is fuzzed elsewhere; a question that was made of nonsense has no right answer.
        let isOdd = question.inputs.values.contains { input in
          input.tensor.map { tensor in oddShapes.withLock { $0.contains(tensor.shape) } } ?? false
        }
        guard question.name != Check.worksheetQuestion, !isOdd,
          let right = try? assignment.reference(question)
        else { throw NotImplemented() }
        let spoilt = Self.spoil(right, as: kind, using: &mutator)
        for (name, value) in spoilt {
          guard let shape = value.tensor?.shape, shape != right[name]?.tensor?.shape else {
            continue
          }
          oddShapes.withLock { _ = $0.insert(shape) }
        }
        return spoilt
      })
    for output in parts.flatMap(\.outputs) {
      #expect(output.earned == .zero && output.verdict != .passed, "\(output)")
    }
  }

  private static func spoil(
    _ answer: Answer, as kind: Nonsense, using mutator: inout Mutator
  ) -> Answer {
    if kind == .foreignNames {
      return Dictionary(uniqueKeysWithValues: answer.map { ("\u{301}\0\($0.key)\n", $0.value) })
    }
    return answer.compactMapValues { value in
      let kinds = Nonsense.allCases.filter { $0 != .mixed && $0 != .foreignNames }
      return spoil(value, as: kind == .mixed ? kinds[mutator.below(kinds.count)] : kind)
    }
  }

  private static func spoil(_ value: Value, as kind: Nonsense) -> Value? {
    guard case .tensor(let right) = value else { return nil }
    let count = right.count
    return switch kind {
    case .missing, .mixed, .foreignNames: nil
    case .text: .text("PASSED\n\u{1B}[2J")
    case .generator: .randomState(RandomState(seed: 1))
    case .manyAxes:
      .tensor(Tensor(shape: Array(repeating: 1, count: 62) + [count], scalars: right.scalars))
    case .emptyGiant: .tensor(Tensor(shape: [0, 1 << 40], scalars: []))
    case .giantEmpty: .tensor(Tensor(shape: [1 << 40, 0], scalars: []))
    case .noNumbers: .tensor(Tensor(shape: [0], scalars: []))
    case .plainNumber: .number(0.377)
    case .notANumber: .tensor(right * .nan)
    case .infinite: .tensor(right.maximum(0) * 0 + .infinity)
    case .huge: .tensor(right * 1e300 + 1e308)
    // Where all is 0, such as in biases before the first step, that would be right.
    case .tiny: .tensor((right.abs().max() == 0 ? right + 1 : right) * .leastNonzeroMagnitude)
    case .longer:
      .tensor(Tensor(shape: [count * 50], scalars: (0..<50).flatMap { _ in right.scalars }))
    case .turned: .tensor(Tensor(shape: right.shape + [1], scalars: right.scalars))
    }
  }
}
