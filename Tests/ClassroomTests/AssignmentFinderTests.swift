import Classroom
import Foundation
import Grading
import Reference
import Testing

@Suite("Which assignment a submission answers")
struct AssignmentFinderTests {
  private func assignment(of sources: [String], name: String = "Submission.swift") throws -> String?
  {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let found = try sources.enumerated().map { index, source in
      let folder = root.appendingPathComponent("\(index)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try source.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      return FoundSubmission(name: "\(index)", path: folder.path)
    }
    return AssignmentFinder(catalogue: Catalogue.all).assignment(of: found)?.id
  }

  @Test(
    "The contract behind Submission decides",
    arguments: [
      ("struct Submission: AffineReLU {}", "affine-relu"),
      ("final class Submission : Sendable, MomentumUpdate\n{}", "momentum-update"),
      ("struct Submission {}\nextension Submission: InvertedDropout {}", "dropout"),
      ("// AffineReLU\nstruct Submission: Other {}", nil),
      ("", nil),
    ] as [(String, String?)])
  func contract(source: String, id: String?) throws {
    #expect(try assignment(of: [source]) == id)
  }

  @Test("A sheet names its assignment itself")
  func sheet() throws {
    #expect(
      try assignment(of: ["assignment = backprop-2-3-1\n"], name: "answers.txt")
        == "backprop-2-3-1")
  }

  @Test("In a class the most frequent one counts")
  func majority() throws {
    let dropout = "struct Submission: InvertedDropout {}"
    #expect(
      try assignment(of: [dropout, "struct Submission: AffineReLU {}", "garbage", dropout])
        == "dropout")
  }
}
