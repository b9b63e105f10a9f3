import Foundation
import Reports
import Testing

@Suite("Atomic file")
struct AtomicFileTests {
  private func inNewFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "atomic-file-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func entries(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test(
    "Writes exactly the text and leaves nothing else behind", arguments: ["", "a\n", "é漢\u{0}"])
  func writes(text: String) throws {
    try inNewFolder { folder in
      try AtomicFile.write(text, to: folder + "/report.json")
      #expect(try Data(contentsOf: URL(filePath: folder + "/report.json")) == Data(text.utf8))
      #expect(try entries(folder) == ["report.json"])
    }
  }

  @Test("Takes the place of a longer file, and of a link without touching what it points to")
  func replaces() throws {
    try inNewFolder { folder in
      try AtomicFile.write(String(repeating: "x", count: 100_000), to: folder + "/a")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/b", withDestinationPath: folder + "/a")
      try AtomicFile.write("short", to: folder + "/b")
      #expect(try Data(contentsOf: URL(filePath: folder + "/a")).count == 100_000)
      try AtomicFile.write("short", to: folder + "/a")
      #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "short")
      #expect(try entries(folder) == ["a", "b"])
    }
  }

  @Test("Says in a sentence what it could not do, and leaves nothing behind")
  func fails() throws {
    try inNewFolder { folder in
      let missing = folder + "/no/such/folder/report.json"
      let error = #expect(throws: FileError.self) { try AtomicFile.write("text", to: missing) }
      #expect(error?.description == "cannot write '\(missing)': No such file or directory")
      // A folder stands where the file should go.
      try FileManager.default.createDirectory(
        atPath: folder + "/taken", withIntermediateDirectories: false)
      #expect(throws: FileError.self) { try AtomicFile.write("text", to: folder + "/taken") }
      #expect(try entries(folder) == ["taken"])
    }
  }
}
