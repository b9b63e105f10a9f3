import Coursework
import Foundation
import Grading
import Testing

@Suite("What a student may see")
struct RedactionTests {
  private func report(_ parts: [PartResult]) -> Report {
    Report(
      subject: Report.Subject(id: "toy", title: "Toy", digest: "d"),
      handIn: HandIn(name: "s.swift", receipt: "r"), parts: parts, passMark: 60,
      instrument: Report.Instrument(kit: nil, toolchain: nil))
  }

  /// Everything that the report holds, as text.
  private func text(_ report: Report) -> String {
    var text = String(reflecting: report)
    dump(report, to: &text)
    return text
  }

  private func report(silence: Silence) -> Report {
    let part = Toy.part(checks: [])
    let finding = Finding(check: "toy/a", outputs: ["double", "triple"], silence: silence)
    return report([PartResult(part: part, findings: [finding])])
  }

  private func seen(_ silence: Silence) throws -> String {
    let report = report(silence: silence).redacted(for: .student)
    let got = try #require(report.findings.first?.silence)
    return text(report) + got.remark()
  }

  @Test("No expected value is left in a student's report, and all in the staff's")
  func expected() throws {
    // Answers that share no digits with the expected ones.
    let results = try Toy.grade(
      Toy.assignment([Toy.part(checks: [Toy.check("toy/a"), Toy.check("toy/b")])]),
      Toy.multiples(double: 1e9, triple: .nan))
    let full = report(results)
    let expected = full.findings.flatMap(\.outputs).compactMap(\.evidence?.first?.expected)
    #expect(expected.count == 4)
    #expect(full.redacted(for: .staff) == full)
    for value in expected { #expect(text(full).contains("\"\(value)\"")) }
    let student = full.redacted(for: .student)
    for value in expected { #expect(!text(student).contains("\"\(value)\"")) }
    #expect(student.findings.flatMap(\.outputs).allSatisfy { $0.evidence?.first?.expected == nil })
  }

  @Test("All else of a student's report is as it was")
  func rest() throws {
    let known = [Toy.mistake("D", Toy.multiples(double: 1))]
    let results = try Toy.grade(
      Toy.assignment(misconceptions: known), Toy.multiples(double: 1, triple: 5))
    let (full, student) = (report(results), report(results).redacted(for: .student))
    #expect(
      student.earned == full.earned && student.parts.map(\.outputs) == full.parts.map(\.outputs))
    #expect(student.findings.map(\.verdict) == full.findings.map(\.verdict))
    let (before, after) = (full.findings.flatMap(\.outputs), student.findings.flatMap(\.outputs))
    #expect(after.map(\.diagnosis) == before.map(\.diagnosis))
    #expect(after.map(\.problem) == before.map(\.problem))
    #expect(after.map(\.evidence?.first?.got) == before.map(\.evidence?.first?.got))
    #expect(student.redacted(for: .student) == student)
  }

  @Test(
    "Not a word of a thrown error reaches the student",
    arguments: [
      "zebra", "Index out of range zebra", "Tensor.matmul: (3, 4) zebra", "-0.125",
    ])
  func threw(words: String) throws {
    let text = try seen(.threw(words))
    #expect(!text.contains("zebra") && !text.contains("0.125") && !text.contains("(3, 4)"))
    #expect(self.text(report(silence: .threw(words)).redacted(for: .staff)).contains(words))
  }

  @Test(
    "Words of a crash that are no sentence of the runtime are dropped",
    arguments: [
      "zebra", "zebra -0.125", "Fatal error: zebra", "-0.125", "Tensor.matmul: zebra -0.125",
      "Tensor.zebra: 0.125", "Tensor.zebra: .125", "Tensor.zebra: 1, 0.125, 3", "Tensor.zebra = 1",
      "Tensor.zebra: -1", "tensor.zebra: (3, 4)", "zebra Tensor.matmul: (3, 4)",
      "Tensor.zebra\n(3, 4)", "Tensor.zebra\u{0}", "Tensor.zebra \"x\"", "Tensor.zebra größe",
      "Tensor.zebra_1", "Tensor.zebra | x", "Tensor.zebra ０.１２５", "Tensor.zebra １２５",
      "Tensor." + String(repeating: "zebra ", count: 40), "RandomState.zebra: 3",
      "Tensor[0.125]: zebra", "Tensor[.125]: zebra", "Tensor[zebra]: 1", "Tensor[125: 3",
      "Tensor[125",
      "Tensor.-125: 3", "Tensor.--.125: 3", "Tensor[1, -125.]: zebra", "Tensor zebra: 3",
      "Tensor.zebra", "Tensor.matmul: 125 125 125", "Tensor.init: (125, 125)",
      "Tensor.row: no zebra 1 in shape (3, 4)", "Tensor.sum: no axis 0.125 in shape (3, 4)",
      "Tensor.sum: no axis 125 in shape (3, 4) zebra", "Tensor.rows: no rows 1.125 in shape (3, 4)",
    ])
  func hostileCrash(words: String) throws {
    for signal in [4, 6, 11] as [Int32] {
      let text = try seen(.crashed(signal: signal, words: words))
      #expect(!text.contains("zebra") && !text.contains("125"), "\(words)")
    }
  }

  @Test("Of a runtime's sentence only the sentence is left")
  func runtimeSentences() throws {
    let crash = { Silence.crashed(signal: 4, words: $0) }
    let index = try seen(crash("Fatal error: Index out of range: zebra[-0.125]"))
    #expect(index.contains("Index out of range"))
    #expect(!index.contains("zebra") && !index.contains("0.125"))
    let found = try seen(crash("zebra: Fatal error: Unexpectedly found nil while unwrapping"))
    #expect(found.contains("Unexpectedly found nil") && !found.contains("zebra"))
    #expect(try seen(crash("Division by zero")).contains("Division by zero"))
  }

  @Test("What a tensor says when it stops is kept, word for word", arguments: 0...22)
  func shapes(stop: Int) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [stop = stop as Int] in
      let (a, b): (Tensor, Tensor) = ([[1, 2, 3], [4, 5, 6]], [[1, 2], [3, 4]])
      switch stop {
      case 0: _ = a + b
      case 1: _ = a - b
      case 2: _ = a .< b
      case 3: _ = a.matmul(b)
      case 4: _ = a.reshaped(4, 2)
      case 5: _ = a.sum(axis: 2)
      case 6: _ = a[2, 0]
      case 7: _ = a[0, -1]
      case 8: _ = a.row(-1)
      case 9: _ = a.column(3)
      case 10: _ = a.rows(1..<3)
      case 11: _ = a.rows(at: [0, 2])
      case 12: _ = a.sum(axis: -3)
      case 13: _ = a.reshaped(4, -1)
      case 14: _ = a.scalar
      case 15: _ = a[1]
      case 16: _ = a.matmul(Tensor(1))
      case 17: _ = Tensor.zeros(0, 2).max()
      case 18: _ = Tensor.zeros(0, 2).argmax(axis: 0)
      case 19: _ = Tensor(shape: [2, 2], scalars: [1, 2, 3])
      case 20: _ = Tensor.zeros(2, -1)
      case 21: _ = Tensor([[1.0, 2.0], [3.0]])
      default: _ = [[1, 2], [3]] as Tensor
      }
    }
    let printed = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    let start = try #require(printed.range(of: "Fatal error: ")).upperBound
    let words = String(try #require(printed[start...].split(separator: "\n").first))
    #expect(words.hasPrefix("Tensor"))
    #expect(try seen(.crashed(signal: 4, words: words)).contains(words))
  }

  @Test("A crash without words stays one")
  func noWords() throws {
    let report = report(silence: .crashed(signal: 11, words: nil))
    #expect(report.redacted(for: .student) == report)
  }

  @Test("Bytes that are no answer carry no words to the student either")
  func protocolError() throws {
    // The name of an array is the submission's to choose, and the error repeats it.
    let header = #"{"zebra -0.125":{"dtype":"F64","shape":[1],"data_offsets":[0,16]}}"#
    let error = try #require(throws: WireError.self) { try Frame.header(Array(header.utf8)) }
    #expect(error.description.contains("zebra -0.125"))
    let silence = Silence.protocolError(error.description)
    #expect(!(try seen(silence)).contains("zebra"))
    #expect(!(try seen(silence)).contains("0.125"))
    #expect(text(report(silence: silence).redacted(for: .staff)).contains("zebra"))
  }

  @Test("Every silence has its plain sentence", arguments: CheckAgreementTests.silences)
  func remarks(silence: Silence, verdict: Verdict) throws {
    #expect(!silence.remark().isEmpty && !silence.guarded.remark().isEmpty)
    // What is not there yet needs no method's name; whoever misbehaved is told in which.
    #expect(silence.remark(to: "relu").contains("relu") == verdict.isMisbehaviour)
    #expect(silence.guarded.verdict == verdict)
    #expect(silence.guarded.guarded == silence.guarded)
  }
}
