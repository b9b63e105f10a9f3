import Coursework
import Grading
import Reference
import Testing

/// Code that is right for the usual sizes, and forgets that there may be one sample, one input or one
/// output, is wrong.
@Suite("Sizes that code forgets")
struct ForgottenSizesTests {
  private static let ids = ["affine-relu", "momentum-update", "dropout", "backprop-2-3-1"]

  @Test(
    "What drops an axis with one entry fails in every matrix of any size, and in nothing else",
    arguments: ids)
  func squeezed(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let parts = try Grader(assignment: assignment, seed: .public)
      .grade(InProcess { try assignment.reference($0).mapValues(\.squeezed) })
    for part in assignment.parts where part.checks.allSatisfy({ $0.medium == .code }) {
      let matrices = try Self.matrices(of: part, assignment)
      let failed = parts.filter { $0.id == part.id }.flatMap(\.outputs)
        .filter { $0.verdict != .passed }
      #expect(Set(failed.map(\.name)) == matrices, "\(part.id)")
      #expect(failed.allSatisfy { $0.verdict == .failed })
    }
  }

  @Test("Dropout is asked with p near 0 and near 1, in both modes", arguments: CatalogueTests.seeds)
  func extremeProbabilities(_ seed: Seed) throws {
    let assignment = try #require(Catalogue.assignment("dropout"))
    for mode in ["train", "test"] {
      let questions = try assignment.checks.flatMap { $0.questions(seed) }
        .filter { try $0.name == "dropoutForward" && $0.text("mode") == mode }
      let probabilities = try questions.map { try $0.number("keepProbability") }
      #expect(probabilities.contains { $0 < 0.05 } && probabilities.contains { $0 > 0.95 })
    }
  }

  /// The outputs with two axes whose sizes differ from question to question.
  private static func matrices(of part: Part, _ assignment: Assignment) throws -> Set<String> {
    let answers = try part.checks.flatMap { $0.questions(.public) }.map(assignment.reference)
    return Set(part.outputs.map(\.name)).filter { output in
      let shapes = Set(answers.compactMap { $0[output]?.tensor?.shape })
      return shapes.count > 1 && shapes.allSatisfy { $0.count == 2 }
    }
  }
}

extension Value {
  /// A matrix without axes of one entry, as `np.squeeze` leaves it.
  fileprivate var squeezed: Value {
    guard case .tensor(let tensor) = self, tensor.shape.count == 2 else { return self }
    return .tensor(Tensor(shape: tensor.shape.filter { $0 != 1 }, scalars: tensor.scalars))
  }
}
