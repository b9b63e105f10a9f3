import Classroom
import Foundation
import Hosting
import Testing

@Suite("What a path holds")
struct FoundTests {
  /// Makes files under a fresh folder, hands its path to `body`, and clears up.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (name, text) in files {
      let url = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    try body(root.path)
  }

  private static let code = "struct Submission: AffineReLU {}"

  @Test("A folder with one Submission is a submission, helpers and all")
  func single() throws {
    try withFolder(["Submission.swift": Self.code, "Helpers.swift": "func f() {}"]) { path in
      guard case .submission(let found) = try Found(at: path) else {
        Issue.record("taken for a class")
        return
      }
      #expect(found.path == path)
    }
  }

  @Test("A folder of folders is a class, sorted, whatever lies beside them")
  func folders() throws {
    let files = [
      "b/Submission.swift": Self.code, "a/Submission.swift": Self.code, "names.txt": "a, b",
      "c/report.pdf": "",
    ]
    try withFolder(files) { path in
      guard case .classFolder(let all) = try Found(at: path) else {
        Issue.record("taken for a submission")
        return
      }
      #expect(all.map(\.name) == ["a", "b", "c"])
    }
  }

  @Test("Several files that each declare a Submission are a class of single files")
  func files() throws {
    try withFolder(["a.b.swift": Self.code, "c.swift": "final class Submission {}"]) { path in
      guard case .classFolder(let all) = try Found(at: path) else {
        Issue.record("taken for one submission")
        return
      }
      #expect(all.map(\.name) == ["a.b", "c"])
    }
  }

  /// What a path was found to be, in a word, with the names in it.
  private func words(_ files: [String: String], at place: String = "class") throws -> [String] {
    var words: [String] = []
    let inner = Dictionary(uniqueKeysWithValues: files.map { ("class/" + $0, $1) })
    try withFolder(inner) { path in
      switch try Found(at: path + "/" + place) {
      case .submission(let one): words = ["submission", one.name]
      case .classFolder(let all): words = ["class"] + all.map(\.name)
      case .table(_, let all): words = ["table"] + all.map(\.name)
      }
    }
    return words
  }

  private static let sheet = " assignment = backprop-2-2-1\r\nz1 = 1\r\n"

  @Test(
    "A folder is what its files make it, and nobody in it vanishes",
    arguments: [
      // Two folders with work are a class, with everybody beside them.
      (
        [
          "a/x/y/z/W.SWIFT": code, "b/s.txt": sheet, "c/r.pdf": "", "d.swift": code, "e.swift": "",
          "f.txt": sheet, "names.txt": "a, b",
        ], ["class", "a", "b", "c", "d", "e", "f"]
      ),
      // Single files, and the one who handed in a folder.
      (
        [
          "a.SWIFT": code, "b.swift": code, "c.swift": "broken", "d.txt": sheet,
          "e/Submission.swift": code, "f/readme.md": "",
        ], ["class", "a", "b", "c", "d", "e"]
      ),
      // An old copy beside the right one, also in a folder.
      (["Submission.swift": code, "Copy.swift": code], ["submission", "class"]),
      (["submission.swift": code, "old/Submission.swift": code], ["submission", "class"]),
      (
        ["Submission.swift": code, "Help.swift": "", "img/a.png": "", "doc/b.png": ""],
        ["submission", "class"]
      ),
      // Sheets alone.
      (["a.txt": sheet, "b.TXT": sheet, "notes.txt": ""], ["class", "a", "b"]),
      (["a.txt": sheet, "b.txt": sheet, "c/s.txt": sheet], ["class", "a", "b", "c"]),
      (["a.txt": sheet, "b.txt": "notes"], ["submission", "class"]),
      // Folders in which nobody, or one, got far.
      (["a/x.swift": "broken", "b/r.pdf": ""], ["class", "a", "b"]),
      (["a/Submission.swift": code, "b/r.pdf": ""], ["class", "a", "b"]),
      // One submission in a folder of its own.
      (["a/Submission.swift": code], ["submission", "class"]),
      (["a/b/Submission.swift": code, "a/c/answers.txt": sheet], ["submission", "class"]),
      (["answers.txt": "z1 = 1"], ["submission", "class"]),
      // What unpackers and packagers leave behind.
      (
        [
          "a/Submission.swift": code, "__MACOSX/Submission.swift": code,
          "node_modules/s.swift": code, ".git/s.swift": code,
        ], ["submission", "class"]
      ),
    ] as [([String: String], [String])])
  func folder(files: [String: String], words: [String]) throws {
    #expect(try self.words(files) == words)
  }

  private static func solution(_ names: String..., import module: String = "numpy") -> String {
    "import \(module)\n" + names.map { "def \($0)(x):\n  def inner(): pass\n" }.joined()
  }

  private static let notebook = """
    {"cells": [{"cell_type": "code", "source": [
        "from work import layers\\n",
        "def rel_error(x, y):\\n"
    ]}]}
    """

  @Test(
    "Python files that solve the same are a class, and those that need each other one submission",
    arguments: [
      (["a.py": solution("relu"), "b.py": solution("relu", "f")], ["class", "a", "b"]),
      (["a.py": solution("relu"), "b.py": solution("sgd")], ["submission", "class"]),
      (
        ["a.py": solution("relu"), "b.py": solution("relu", import: "a")], ["submission", "class"]
      ),
      (["layers.py": solution("relu")], ["submission", "class"]),
      // One student's repository, in which an assignment begins with a copy of the one before.
      (
        [
          "assignment1/layers.py": solution("relu"), "assignment2/layers.py": solution("relu"),
          "assignment3/one.ipynb": notebook,
        ], ["submission", "class"]
      ),
      (
        [
          "spring_hw1/layers.py": solution("relu"), "spring_hw2/layers.py": solution("relu"),
          "notes/one.py": solution("sgd"),
        ], ["submission", "class"]
      ),
      (
        ["ann_hw1/layers.py": solution("relu"), "bob_hw1/layers.py": solution("relu")],
        ["class", "ann_hw1", "bob_hw1"]
      ),
      (
        ["a/layers.py": solution("relu"), "b/nn.py": solution("relu"), "c/r.pdf": ""],
        ["class", "a", "b", "c"]
      ),
      (["a/x/y/layers.py": solution("relu"), "b/hw.ipynb": notebook], ["class", "a", "b"]),
      // A course's own folder, and notebooks that use it.
      (
        ["work/layers.py": solution("relu"), "one.ipynb": notebook, "two.ipynb": notebook],
        ["submission", "class"]
      ),
      (
        ["work/layers.py": solution("relu"), "notebooks/one.ipynb": notebook],
        ["submission", "class"]
      ),
      // Swift, Python and sheets in one class.
      (
        ["a/Submission.swift": code, "b/layers.py": solution("relu"), "c/answers.txt": sheet],
        ["class", "a", "b", "c"]
      ),
      (
        ["a.swift": code, "b.swift": code, "c.py": solution("relu")], ["class", "a", "b", "c"]
      ),
      (["Submission.swift": code, "plot.py": solution("main")], ["submission", "class"]),
    ] as [([String: String], [String])])
  func pythonFiles(files: [String: String], words: [String]) throws {
    #expect(try self.words(files) == words)
  }

  @Test("What is written in Python is told from Swift")
  func language() throws {
    for (files, language) in [
      (["a.py": ""], .python), (["a/b.ipynb": ""], .python),
      (["a.swift": "", "b.py": ""], .python),
      (["a.swift": Self.code, "b.py": ""], .swift), (["answers.txt": ""], .swift),
    ] as [([String: String], SourceLanguage)] {
      try withFolder(files) { path in
        #expect(FoundSubmission(name: "x", path: path).language == language)
      }
    }
  }

  @Test(
    "A file of the common name takes its folder's", arguments: ["Submission.swift", "ANSWERS.txt"])
  func commonName(name: String) throws {
    let text = name.hasSuffix("txt") ? Self.sheet : Self.code
    #expect(try words([name: text], at: "class/" + name) == ["submission", "class"])
    let files = ["a/x.swift": Self.code, "b/x.swift": Self.code, name: text]
    #expect(try words(files) == ["class", "a", "b", "class"])
  }

  @Test("Two names that would be the same keep their endings")
  func sameNames() throws {
    let files = [
      "a/x.swift": Self.code, "b/x.swift": Self.code, "b.swift": Self.code,
      "Submission.swift": Self.code, "answers.txt": Self.sheet,
    ]
    let all = ["class", "Submission.swift", "a", "answers.txt", "b", "b.swift"]
    #expect(try words(files) == all)
  }

  @Test("Links are not followed for files")
  func links() throws {
    try withFolder(["elsewhere/Reference.swift": Self.code, "in/note.pdf": ""]) { path in
      for name in ["a.swift", "b.swift"] {
        try FileManager.default.createSymbolicLink(
          atPath: path + "/in/" + name, withDestinationPath: path + "/elsewhere/Reference.swift")
      }
      #expect(throws: NothingToGrade.self) { try Found(at: path + "/in") }
    }
  }

  @Test("More entries than anybody looks through end the look, in time")
  func bounded() throws {
    try withFolder(["a/x.swift": Self.code, "c/x.swift": Self.code]) { path in
      try FileManager.default.createDirectory(
        atPath: path + "/b", withIntermediateDirectories: true)
      for number in 0..<10_100 {
        _ = FileManager.default.createFile(atPath: "\(path)/b/\(number).dat", contents: nil)
      }
      guard case .classFolder(let all) = try Found(at: path) else {
        Issue.record("taken for a submission")
        return
      }
      #expect(all.map(\.name) == ["a", "b", "c"])
    }
  }

  @Test("A single file is a submission named without its ending")
  func file() throws {
    try withFolder(["work.swift": Self.code]) { path in
      guard case .submission(let found) = try Found(at: path + "/work.swift") else { return }
      #expect(found.name == "work")
    }
  }

  @Test("Nothing to grade is said in one line with the path", arguments: ["empty", "missing"])
  func nothing(kind: String) throws {
    try withFolder([:]) { path in
      let place = kind == "empty" ? path : path + "/missing"
      let error = #expect(throws: NothingToGrade.self) { try Found(at: place) }
      #expect(error?.description.contains(place) == true)
      #expect(error?.description.contains("\n") == false)
    }
  }
}
