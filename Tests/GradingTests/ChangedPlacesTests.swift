import Coursework
import Grading
import Testing

@Suite("Outputs that changed places")
struct ChangedPlacesTests {
  private func outputs(
    misconceptions: [Misconception] = [], _ solution: @escaping Solution
  ) throws -> [OutputFinding] {
    try Toy.grade(Toy.assignment(misconceptions: misconceptions), solution)
      .flatMap(\.findings).flatMap(\.outputs)
  }

  private static let swapped: Solution = { question in
    let right = try Toy.right(question)
    return ["double": right["triple"] ?? .number(0), "triple": right["double"] ?? .number(0)]
  }

  @Test("Two right answers under each other's names are called that, and earn nothing")
  func named() throws {
    let outputs = try outputs(Self.swapped)
    #expect(outputs.map(\.verdict) == [.failed, .failed])
    #expect(outputs.allSatisfy { $0.credit == .zero && $0.counterexample == nil })
    #expect(
      outputs.map(\.diagnosis?.looksLike)
        == Array(repeating: "your double and triple have changed places", count: 2))
  }

  @Test("It comes before a known mistake that explains only one of the two")
  func beforeKnownMistakes() throws {
    let alike = Toy.mistake("T1") { question in
      ["double": try Toy.right(question)["triple"] ?? .number(0)]
    }
    let outputs = try outputs(misconceptions: [alike], Self.swapped)
    #expect(outputs.allSatisfy { $0.diagnosis?.id == "changed-places" })
  }

  @Test("One output that holds the numbers of another has not changed places with it")
  func copied() throws {
    let outputs = try outputs(Toy.multiples(double: 3, triple: 3))
    #expect(outputs.map(\.verdict) == [.failed, .passed])
    let both = try self.outputs(Toy.multiples(double: 3, triple: 5))
    #expect((outputs + both).allSatisfy { $0.diagnosis?.id != "changed-places" })
  }
}
