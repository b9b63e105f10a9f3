import Coursework
import Foundation
import Grading
import Reference
import Testing

/// What must hold of every assignment; adding one to the catalogue puts it under these laws.
@Suite("Every assignment in the catalogue")
struct CatalogueTests {
  /// The laws must hold for the seed that a course keeps secret, so several stand in for it.
  static let seeds = [Seed.public, Seed("spring"), Seed("2026-10-05"), Seed("three blind mice")]

  // MARK: - Names and folders

  @Test("Assignments have different names")
  func uniqueNames() {
    #expect(Set(Catalogue.all.map(\.id)).count == Catalogue.all.count)
    #expect(Set(Catalogue.all.map(\.contract)).count == Catalogue.all.count)
  }

  @Test("The name is in kebab-case, and the folders spell the same words", arguments: ids)
  func name(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    #expect(assignment.id.wholeMatch(of: /[a-z]+(-([a-z]+|[0-9]))*/) != nil)
    let words = id.split(separator: "-").map { Self.spelled[String($0)] ?? String($0) }
    // A contract may say more than the name, since it must not bear a name that a student's own
    // layer or net might have.
    let contract = assignment.contract.replacing(/Coursework$/, with: "").lowercased()
    #expect(contract.hasSuffix(words.joined()))
    for file in [
      "assignments/\(assignment.contract)/\(assignment.contract).swift",
      "assignments/\(assignment.contract)/\(assignment.contract)+NotImplemented.swift",
      "assignments/\(assignment.contract)/\(assignment.contract).docc/\(assignment.contract).md",
      "assignments/\(assignment.contract)/\(assignment.contract).docc/Resources/Submission.swift",
      "reference/\(assignment.contract)/\(assignment.contract)Reference.swift",
    ] {
      let path = Self.root.appending(path: file).path()
      #expect(FileManager.default.fileExists(atPath: path), "there is no \(file)")
    }
  }

  @Test(
    "The folders are those of the catalogue",
    arguments: [("assignments", ["Courses"]), ("reference", ["HandWork", "Layers"])])
  func folders(_ folder: String, besides others: [String]) throws {
    let entries = try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey])
    let folders =
      try entries
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent)
    #expect(Set(folders).subtracting(others) == Set(Catalogue.all.map(\.contract)))
  }

  // MARK: - Marks

  @Test("The reference earns all points", arguments: ids, seeds)
  func reference(_ id: String, _ seed: Seed) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let parts = try Grader(assignment: assignment, seed: seed)
      .grade(InProcess(assignment.reference))
    #expect(parts.map(\.earned).sum() == assignment.points)
    for output in parts.flatMap(\.outputs) {
      #expect(output.verdict == .passed, "\(output.name)")
    }
  }

  @Test("A submission without any code earns nothing, and all is still to do", arguments: ids)
  func emptySubmission(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let parts = try Grader(assignment: assignment, seed: .public)
      .grade(InProcess { _ in throw NotImplemented() })
    #expect(parts.map(\.earned).sum() == .zero)
    for output in parts.flatMap(\.outputs) {
      #expect(output.verdict == .notImplemented, "\(output.name)")
    }
  }

  @Test("The second question of a check has another size than the first", arguments: ids)
  func secondSize(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for check in assignment.checks {
      let shapes = check.questions(.public).map { $0.inputs.mapValues { $0.tensor?.shape } }
      // A network of fixed size has no other, and one published question is asked alone.
      guard Set(shapes).count > 1 else { continue }
      #expect(shapes[0] != shapes[1], "\(check.id): what is kept between calls would not show")
    }
  }

  // MARK: - Schemes

  @Test("Every output has points and is judged by a check of its part", arguments: ids)
  func scheme(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    #expect(Set(assignment.parts.map(\.id)).count == assignment.parts.count)
    for part in assignment.parts {
      let names = part.outputs.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(Set(part.checks.flatMap(\.outputs)) == Set(names), "\(part.id)")
      for output in part.outputs { #expect(output.points > .zero, "\(part.id).\(output.name)") }
    }
  }

  @Test("Checks have different names, which begin with their part's", arguments: ids)
  func checkNames(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    #expect(Set(assignment.checks.map(\.id)).count == assignment.checks.count)
    for part in assignment.parts {
      for check in part.checks { #expect(check.id.hasPrefix(part.id + "/")) }
    }
  }

  @Test("The handout states the points of every part and of every output", arguments: ids)
  func handoutPoints(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let handout = try String(
      contentsOf: Self.root.appending(
        path: "assignments/\(assignment.contract)/\(assignment.contract).docc/"
          + "\(assignment.contract).md"), encoding: .utf8)
    let rows = handout.split(separator: "\n").drop { $0 != "| part | points |" }.dropFirst(2)
    var expected = assignment.parts.map { part in
      let outputs = part.outputs.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
      let points = part.outputs.map(\.points).sum()
      return "| \(part.title) | \(points)\(part.outputs.count > 1 ? ": \(outputs)" : "") |"
    }
    expected.append("| **together** | **\(assignment.points)** |")
    #expect(rows.prefix(expected.count).map(String.init) == expected)
  }

  // MARK: - Questions

  @Test("One seed asks the same questions, byte for byte, another seed others", arguments: ids)
  func questions(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let digests = Self.seeds.map { assignment.digest(seed: $0) }
    #expect(digests == Self.seeds.map { assignment.digest(seed: $0) })
    #expect(Set(digests).count == digests.count)
  }

  @Test("No output of code can be earned by answers learned by heart", arguments: ids)
  func freshQuestions(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for part in assignment.parts {
      let byCode = part.checks.filter { $0.medium == .code }
      let fresh = byCode.filter { Self.bytes(of: $0, .public) != Self.bytes(of: $0, Seed("other")) }
      #expect(Set(fresh.flatMap(\.outputs)) == Set(byCode.flatMap(\.outputs)), "\(part.id)")
    }
  }

  // MARK: - Misconceptions

  @Test("Every question has at least six misconceptions", arguments: ids)
  func misconceptions(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let questions = Set(assignment.checks.flatMap { $0.questions(.public) }.map(\.name))
    let counts = Dictionary(grouping: assignment.misconceptions, by: \.question)
    for question in questions { #expect(counts[question]?.count ?? 0 >= 6, "\(question)") }
    #expect(Set(counts.keys).subtracting(questions) == [], "these are never asked")
  }

  @Test("Misconceptions have different names and sentences to read", arguments: ids)
  func sentences(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let names = assignment.misconceptions.map(\.id)
    #expect(Set(names).count == names.count)
    for diagnosis in assignment.misconceptions.map(\.diagnosis) {
      for text in [diagnosis.looksLike, diagnosis.why, diagnosis.place] {
        #expect((8...160).contains(text.count), "\(diagnosis.id): \(text)")
        #expect(text.last != "." && !text.contains("\n"), "\(diagnosis.id): \(text)")
      }
    }
  }

  @Test("Credit for a convention is below full and names a convention of that part", arguments: ids)
  func conventionCredit(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for part in assignment.parts {
      let questions = Set(part.checks.flatMap { $0.questions(.public) }.map(\.name))
      let conventions = assignment.misconceptions
        .filter { $0.kind == .convention && questions.contains($0.question) }
      let keys = Set(part.conventionCredit.keys).subtracting(
        [Triage.creditKey, Composition.creditKey])
      #expect(keys.isSubset(of: conventions.map(\.id)))
      for credit in part.conventionCredit.values { #expect(credit >= .zero && credit <= .one) }
    }
  }
}

// MARK: - Support

extension CatalogueTests {
  static let ids = Catalogue.all.map(\.id)

  /// The package's own folder, three levels above this file.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Digits that a type's name spells out.
  private static let spelled = [
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six",
  ]

  private static func bytes(of check: Check, _ seed: Seed) -> [[UInt8]] {
    check.questions(seed).map { Message.question($0, nonce: "").frame.bytes }
  }
}
