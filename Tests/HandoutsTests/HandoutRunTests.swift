import Classroom
import Foundation
import Grading
import Handouts
import Hosting
import Reference
import Testing

/// A handout outside of the source tree, built and run as a student does.
@Suite("A handout at work", .serialized)
struct HandoutRunTests {
  /// `swift test` in a folder: its exit status and all that it says.
  private static func test(in folder: String) throws -> (status: Int32, text: String) {
    let log = folder + "/../log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "test"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: log, encoding: .utf8))
  }

  /// A reader of one run.
  private struct Run {
    let text: String

    /// What is said from the start of a test to its end.
    func said(of test: String) throws -> Substring {
      let begin = try #require(text.firstRange(of: "Test \"\(test)\" started."), "\(text)")
      let rest = text[begin.upperBound...]
      let end = rest.firstRange(of: "\n\u{25C7} ")?.lowerBound ?? rest.endIndex
      return rest[..<end]
    }

    var receipt: String? {
      text.firstMatch(of: /\nReceipt ([0-9a-f]{12})\n/).map { String($0.1) }
    }
  }

  /// One method right, one wrong, one that crashes, one that never ends, one not written yet.
  private static let work = """
    import Coursework

    struct Submission: AffineReLU {
      func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        print("x is", x.shape)
        return x.matmul(w) + b
      }

      func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
        gradH: Tensor, gradW: Tensor, gradB: Tensor
      ) {
        (gradY.matmul(w.transposed()), h.transposed().matmul(gradY), gradY.mean(axis: 0))
      }

      func relu(z: Tensor) throws -> Tensor {
        let first = [z.max()]
        return Tensor(first[z.count])
      }

      func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
        var steps = 0
        while gradH.count > 0 { steps += 1 }
        return z
      }

      func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        exit(0)
      }

      func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
        gradX: Tensor, gradW: Tensor, gradB: Tensor
      ) {
        throw NotImplemented()
      }
    }

    """

  // One test, since building the package takes a minute and more.
  @Test("It says todo, finds mistakes, survives crash and loop, and has the report's receipt")
  func run() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let folder = scratch.path + "/affine-relu"
    let assignment = try #require(Catalogue.assignment("affine-relu"))
    try HandoutPackage(of: assignment, home: .find()).write(to: folder, updating: false)

    let starter = try Self.test(in: folder)
    #expect(starter.status == 0, "\(starter.text)")
    for check in assignment.publicChecks {
      let said = try Run(text: starter.text).said(of: check.id.replacing("/", with: ": "))
      #expect(said.contains("todo: ") && !said.contains("recorded an issue"), "\(said)")
    }

    try ("import Foundation\n" + Self.work).write(
      toFile: folder + "/Submission/Submission.swift", atomically: true, encoding: .utf8)
    let (status, text) = try Self.test(in: folder)
    let run = Run(text: text)
    #expect(status != 0)
    for (test, words) in [
      ("affine: example", "x is [2, 2]\n"),
      ("affine: example", "passed after"),
      ("affineBackward: example", "gradB[1] is -1.0, in the worked example it is -2.0"),
      ("affineBackward: gradient", "divided by N, the number of rows of h\n"),
      ("affineBackward: gradient", "at Submission.swift:10:3"),
      ("relu: example", "your code crashed in relu"),
      ("reluBackward: example", "stopped in reluBackward: no answer within 10 s of computing"),
      ("affineReLU: example", "the program ended itself with status 0 in affineReLU"),
      ("affineReLUBackward: example", "\"todo: affineReLUBackward is not written yet\""),
      ("What to hand in", "Hand in the folder Submission: Submission.swift\n"),
    ] {
      let said = try run.said(of: test)
      #expect(said.contains(words), "\(said)")
    }
    try grade(folder, as: assignment, receipt: try #require(run.receipt))
  }

  /// The folder of work, the whole package and the file alone are one submission.
  private func grade(_ folder: String, as assignment: Assignment, receipt: String) throws {
    let grader = SubmissionGrader(
      assignment: assignment, worksheet: nil, workshop: try .standard(), rules: GradingRules())
    for path in [folder, folder + "/Submission", folder + "/Submission/Submission.swift"] {
      guard case .submission(let found) = try Found(at: path) else {
        Issue.record("\(path) is no submission")
        continue
      }
      #expect(AssignmentFinder(catalogue: Catalogue.all).assignment(of: found)?.id == assignment.id)
      let report = try grader.grade(found)
      #expect(report.handIn.status == .graded && report.handIn.setAside.isEmpty)
      #expect(report.earned == 11, "affine 4, gradH 3, gradW 4")
      #expect(report.handIn.receipt.hasPrefix(receipt))
    }
  }
}
