import Coursework
import Grading
import Testing

@Suite("The nearest known mistake")
struct NearestTests {
  private let known = [
    Toy.mistake("1", Toy.multiples(double: 1)), Toy.mistake("4", Toy.multiples(double: 4)),
    Toy.mistake("both", Toy.multiples(double: 1, triple: 6)),
  ]

  private func nearest(_ answer: @escaping Solution) throws -> [String: Nearest] {
    let findings = try Toy.grade(Toy.assignment(misconceptions: known), answer)
      .flatMap(\.findings).flatMap(\.outputs)
    return Dictionary(
      findings.compactMap { finding in finding.nearest.map { (finding.output, $0) } }
    ) { first, _ in first }
  }

  /// |multiple − variant|/variant, for any array.
  @Test(
    "Its distance is a share of the mistake's own numbers, named or not",
    arguments: [(1.0, "1", 0), (1.25, "1", 0.25), (5.0, "4", 0.25), (3.5, "4", 0.125)])
  func distance(double: Double, id: String, distance: Double) throws {
    let nearest = try nearest(Toy.multiples(double: double))
    #expect(nearest == ["double": Nearest(id: id, distance: distance)])
  }

  @Test("All outputs that a mistake changes count, also where they lie farther off")
  func allOutputs() throws {
    let nearest = try nearest(Toy.multiples(double: 1, triple: 9))
    #expect(nearest["double"] == Nearest(id: "1", distance: 0))
    #expect(nearest["triple"] == Nearest(id: "both", distance: 0.5))
  }

  @Test("A right output has none, nor has one of another shape or with NaN")
  func none() throws {
    #expect(try nearest(Toy.right).isEmpty)
    #expect(try nearest(Toy.multiples(double: .nan)).isEmpty)
    let flat = try nearest { question in
      let a = try question.tensor("a")
      return try Toy.right(question).merging(["double": .tensor(a.reshaped(a.count))]) { $1 }
    }
    #expect(flat.isEmpty)
  }

  @Test("The worst question counts")
  func worstQuestion() throws {
    let nearest = try nearest { question in
      let isSecond = try question.tensor("a").shape == [4, 7]
      return try Toy.multiples(double: isSecond ? 1.5 : 1)(question)
    }
    #expect(nearest["double"] == Nearest(id: "1", distance: 0.5))
  }

  @Test("Students are not told")
  func redacted() throws {
    let parts = try Toy.grade(
      Toy.assignment(misconceptions: known), Toy.multiples(double: 1.25))
    let report = Report(
      subject: Report.Subject(id: "toy", title: "Toy", digest: "d"),
      handIn: HandIn(name: "s.swift", receipt: "r"), parts: parts, passMark: 60,
      instrument: Report.Instrument(kit: nil, toolchain: nil))
    #expect(report.findings.flatMap(\.outputs).contains { $0.nearest != nil })
    let student = report.redacted(for: .student)
    #expect(student.findings.flatMap(\.outputs).allSatisfy { $0.nearest == nil })
  }
}
