import Coursework
import Grading
import Testing

@testable import Hosting

@Suite("Compiling submissions", .serialized)
struct SubmissionCompilerTests {
  private static let right = Bench.submission(relu: "return z.maximum(0)")

  @Test("A submission compiles, and so do its helpers in further files")
  func compiles() throws {
    let build = try Bench().build([
      "Submission.swift": Bench.submission(relu: "return positive(z)"),
      "Helpers.swift": "import Coursework\nfunc positive(_ t: Tensor) -> Tensor { t.maximum(0) }",
    ])
    #expect(build.worker != nil)
    #expect(build.status == .graded)
  }

  @Test("An error is a note at the student's own line, with no path of ours in it")
  func compileError() throws {
    let build = try Bench().build(["Work.swift": Bench.submission(relu: "return z.maximun(0)")])
    #expect(build.worker == nil)
    #expect(build.status == .compileError)
    let note = try #require(build.diagnostics.first)
    #expect(note.file == "Work.swift")
    #expect(note.line == 6)
    #expect(note.message.contains("maximun"))
    #expect(!build.diagnostics.contains { "\($0)".contains("/") })
  }

  @Test("A forgotten import is said once, in place of the errors that follow from it")
  func forgottenImport() throws {
    let build = try Bench().build([
      "Work.swift": """
      struct Submission: AffineReLU {
        func relu(z: Tensor) -> Tensor { z }
      }
      """
    ])
    #expect(
      build.diagnostics == [
        .init(
          file: "Work.swift", line: 1, column: 1,
          message: "add `import Coursework` at the top of this file")
      ])
  }

  @Test(
    "Words of the compiler that a beginner cannot read get a hint",
    arguments: [
      ("struct Submission: AffineReLU { let n: Int }", "give every stored property a value"),
      ("struct Submission: AffineReLU {}\nprint(1)", "put trial calls into a function"),
      ("struct Submission: AffineReLU { let e = exp(1.0) }", "import Foundation"),
      ("private struct Submission: AffineReLU {}", "not `private`"),
    ])
  func hints(source: String, words: String) throws {
    let build = try Bench().build(["Work.swift": "import Coursework\n" + source])
    #expect(build.diagnostics.first?.message.contains(words) == true, "\(build.diagnostics)")
  }

  @Test("A file that does not compile is set aside and the rest is graded")
  func setAside() throws {
    let build = try Bench().build(["Submission.swift": Self.right, "Old.swift": "func f( {"])
    #expect(build.worker != nil)
    #expect(build.setAside.map(\.file) == ["Old.swift"])
    #expect(build.diagnostics.contains { $0.file == "Old.swift" })
  }

  @Test("Of two files that declare Submission the one of its name counts")
  func oldCopy() throws {
    let build = try Bench().build(["A copy.swift": Self.right, "submission.SWIFT": Self.right])
    #expect(build.status == .graded)
    let reason = "it declares a second `Submission`; only Submission.swift counts"
    #expect(build.setAside == [.init(file: "A copy.swift", reason: reason)])
    #expect(build.diagnostics.isEmpty)
  }

  @Test("An old copy that would compile does not stand in for a Submission.swift that does not")
  func brokenBesideCopy() throws {
    let build = try Bench().build(["Old.swift": Self.right, "Submission.swift": Self.right + "{"])
    #expect(build.status == .compileError)
    #expect(build.worker == nil)
    #expect(build.setAside.map(\.file) == ["Old.swift"])
    #expect(build.diagnostics.allSatisfy { $0.file == "Submission.swift" })
  }

  @Test("Between two files that declare Submission nobody chooses for the student")
  func twoSubmissions() throws {
    let build = try Bench().build([
      "A.swift": Self.right, "B.swift": "final class Submission {}", "C.swift": "let c = 1",
    ])
    #expect(build.worker == nil)
    #expect(build.status == .compileError)
    let message = "two files declare `Submission`: A.swift and B.swift; hand in one of them"
    #expect(build.diagnostics == [.init(file: "A.swift", line: 1, column: 1, message: message)])
    #expect(build.setAside.isEmpty)
  }

  @Test(
    "Words about a Submission declare none",
    arguments: [
      "// struct Submission\n", "/* an older\nstruct Submission {} */", "/// class Submission",
    ])
  func comments(comment: String) throws {
    let build = try Bench().build(["Help.swift": comment, "Work.swift": Self.right])
    #expect(build.status == .graded)
    #expect(build.setAside.isEmpty)
  }

  @Test("A student's files may be called as ours, and as our copies of odd names")
  func entryName() throws {
    let build = try Bench().build([
      "@1.swift": "import Coursework\nfunc positive(_ t: Tensor) -> Tensor { t.maximum(zero) }",
      "GradecheckEntry.swift": "let zero = 0.0",
      "Work.SWIFT": Bench.submission(relu: "return positive(z)"),
    ])
    #expect(build.status == .graded)
    #expect(build.setAside.isEmpty)
    let wrong = try Bench().build([
      "GradecheckEntry.swift": Bench.submission(relu: "return z.maximun(0)")
    ])
    #expect(wrong.diagnostics.first?.file == "GradecheckEntry.swift")
    #expect(wrong.diagnostics.first?.message.contains("maximun") == true)
  }

  @Test(
    "Without a fitting Submission the message says what to declare",
    arguments: ["struct Submision: AffineReLU {}", "struct Submission {}", "let x = 1", ""])
  func noSubmission(source: String) throws {
    let build = try Bench().build(["Work.swift": "import Coursework\n" + source])
    #expect(build.status == .compileError)
    #expect(build.diagnostics.first?.message.contains("struct Submission: AffineReLU") == true)
    #expect(build.diagnostics.first?.file == "Work.swift")
  }

  @Test(
    "Neither the reference nor the harness can be imported, and the wire cannot be seen",
    arguments: [
      "import Reference", "import Grading", "import Hosting", "import Assignments",
      "import Coursework\nlet f = Frame(metadata: [:], arrays: [])",
      "import Coursework\nlet m = Message.version",
      "import PlainText\nlet j = JSON.null",
    ])
  func wall(source: String) throws {
    let build = try Bench().build(["Submission.swift": Self.right, "Spy.swift": source])
    #expect(build.setAside.map(\.file) == ["Spy.swift"])
  }

  @Test("Missing methods are named with the most similar one that is there")
  func missing() throws {
    let bench = try Bench()
    let build = try bench.build([
      "Submission.swift": """
      import Coursework
      struct Submission: AffineReLU {
        func relu(z: Tensor) -> Tensor { z }
        func ReLUBackward(gradH: Tensor, z: Tensor) -> Tensor { z }
        func affine(x: Tensor, weights: Tensor, b: Tensor) -> Tensor { x }
      }
      """
    ])
    #expect(build.worker != nil)
    let missing = try SubmissionCompiler(workshop: bench.workshop).missingMethods(in: build)
    let pairs = Dictionary(uniqueKeysWithValues: missing.map { ($0.expected, $0.found) })
    #expect(pairs["reluBackward(gradH:z:)"] == "ReLUBackward(gradH:z:)")
    #expect(pairs["affine(x:w:b:)"] == "affine(x:weights:b:)")
    #expect(pairs["relu(z:)"] == nil)
    #expect(pairs["affineBackward(gradY:h:w:)"] == .some(nil))
  }

  @Test("What the compiler says of a missing method is read from its words")
  func missingWords() {
    let reader = MissingMethods(
      messages: [
        "type 'Submission' does not conform to protocol 'AffineReLU'",
        "protocol requires function 'relu(z:)' with type '(Tensor) throws -> Tensor'",
        "candidate has non-matching type '(Double) -> Double'",
      ],
      sources: ["func relu (z :Double) -> Double { z }\n  func helper(_ x: Int, by y: Int) {}"])
    let missing = reader.all
    #expect(
      missing == [
        .init(expected: "relu(z:)", found: "relu(z:)", type: "(Tensor) throws -> Tensor")
      ])
    #expect(missing.first?.remark.contains("it must be `(Tensor) throws -> Tensor`") == true)
    #expect(
      MissingMethods.methods(declaredIn: reader.sources) == ["relu(z:)", "helper(_:by:)"])
  }

  @Test("Equal sources give the same worker, other sources another")
  func cached() throws {
    let bench = try Bench()
    let first = try bench.build(["Submission.swift": Self.right])
    let again = try bench.build(["Submission.swift": Self.right])
    let other = try bench.build(["Submission.swift": Self.right + "\n"])
    #expect(first.worker?.path == again.worker?.path)
    #expect(first.worker?.path != other.worker?.path)
  }
}
