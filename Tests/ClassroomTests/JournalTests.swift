import Classroom
import Foundation
import Hosting
import Testing

@Suite("The journal of a run")
struct JournalTests {
  private static let conditions = ["scheme": "5c", "kit": "417"]

  private static func entry(_ name: String) -> Journal.Entry {
    .init(name: name, submission: "5ub", files: ["\(name)/report.json": "d16"])
  }

  private func inNewFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  /// Notes entries in a journal of the folder.
  private func note(_ names: [String], in folder: String) throws {
    let journal = try Journal(in: folder, under: Self.conditions)
    for name in names { try journal.note(Self.entry(name)) }
  }

  private func finished(_ folder: String) throws -> [String: Journal.Entry] {
    try Journal(in: folder, under: Self.conditions).finished
  }

  @Test("What was noted is found again, whatever the names")
  func roundTrip() throws {
    try inNewFolder { folder in
      let names = ["a", "two\nlines", "\"quoted\"", "é", "{}", "", "\u{2028}"]
      try note(names, in: folder)
      let found = try finished(folder)
      #expect(found == Dictionary(uniqueKeysWithValues: names.map { ($0, Self.entry($0)) }))
    }
  }

  @Test(
    "Under other conditions nothing counts, and the journal begins anew",
    arguments: [
      ["scheme": "other", "kit": "417"], ["scheme": "5c"], [:],
      ["scheme": "5c", "kit": "417", "more": ""],
    ])
  func conditions(other: [String: String]) throws {
    try inNewFolder { folder in
      try note(["a", "b"], in: folder)
      #expect(try Journal(in: folder, under: other).finished == [:])
      #expect(try finished(folder) == [:], "nor when the conditions are the old ones again")
    }
  }

  @Test("Cut off at any byte, it keeps every whole line, and the next line is whole")
  func torn() throws {
    try inNewFolder { folder in
      let path = "\(folder)/journal"
      try note(["a", "b"], in: folder)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
      for length in 0...whole.count {
        try whole.prefix(length).write(to: URL(fileURLWithPath: path))
        let names = Set(["a", "b"].prefix(max(0, ends.count { $0 < length } - 1)))
        #expect(try Set(finished(folder).keys) == names, "cut at \(length)")
        try note(["c"], in: folder)
        #expect(try Set(finished(folder).keys) == names.union(["c"]), "cut at \(length)")
      }
    }
  }

  @Test("A line that was spoiled costs that submission alone", arguments: ["name", "files", "{"])
  func spoiled(word: String) throws {
    try inNewFolder { folder in
      try note(["a", "b", "c"], in: folder)
      let path = "\(folder)/journal"
      var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
      lines[2] = lines[2].replacingOccurrences(of: word, with: "\0")
      try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try Set(finished(folder).keys) == ["a", "c"])
    }
  }

  @Test("Bytes that are no text cost that submission alone, and the next line is whole")
  func noText() throws {
    try inNewFolder { folder in
      try note(["a", "b"], in: folder)
      let path = URL(fileURLWithPath: "\(folder)/journal")
      var bytes = try Data(contentsOf: path)
      let line = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
      for index in 1...9 { bytes[line + index] = 0xff }
      try bytes.write(to: path)
      try note(["c"], in: folder)
      #expect(try Set(finished(folder).keys) == ["b", "c"])
    }
  }

  @Test("Of one name the last line counts")
  func last() throws {
    try inNewFolder { folder in
      do {
        let journal = try Journal(in: folder, under: Self.conditions)
        try journal.note(.init(name: "a", submission: "old", files: [:]))
        try journal.note(Self.entry("a"))
      }
      #expect(try finished(folder) == ["a": Self.entry("a")])
    }
  }

  @Test("One run at a time holds it, also while others end and begin")
  func locked() throws {
    try inNewFolder { folder in
      let first = try Journal(in: folder, under: Self.conditions)
      let error = #expect(throws: HostError.self) {
        try Journal(in: folder, under: ["other": ""])
      }
      #expect(error?.what == "Another run writes into the folder")
      try first.note(Self.entry("a"))
      first.remove()
      // The first still holds a file, but none that has a name.
      let second = try Journal(in: folder, under: Self.conditions)
      #expect(second.finished == [:])
      #expect(throws: HostError.self) { try Journal(in: folder, under: Self.conditions) }
      withExtendedLifetime((first, second)) {}
    }
  }

  @Test("A file of that name that is not ours is refused and left alone")
  func foreign() throws {
    try inNewFolder { folder in
      let path = "\(folder)/journal"
      for text in ["Dear diary", "{\"schema\":\"gradecheck/run/1\"}\n", "\n"] {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: HostError.self) { try Journal(in: folder, under: Self.conditions) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      }
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "\(folder)/elsewhere")
      #expect(throws: HostError.self) { try Journal(in: folder, under: Self.conditions) }
    }
  }

  @Test("Notes of many threads are all there")
  func threads() throws {
    try inNewFolder { folder in
      let names = (0..<200).map(String.init)
      let journal = try Journal(in: folder, under: Self.conditions)
      let noted = Jobs.run(names, width: 8) { (try? journal.note(Self.entry($0))) != nil }
      #expect(noted.allSatisfy { $0 })
      // The threads may not have let go of the journal yet, so a copy of it is read.
      try inNewFolder { copy in
        try FileManager.default.copyItem(atPath: "\(folder)/journal", toPath: "\(copy)/journal")
        #expect(try Set(finished(copy).keys) == Set(names))
      }
    }
  }
}
