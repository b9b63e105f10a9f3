import Foundation
import Testing

@testable import Hosting

@Suite("Source files")
struct SourceFilesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func reasons(_ found: SourceFiles) -> [String: SourceFiles.Refusal.Reason] {
    Dictionary(found.refusals.map { ($0.name, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("A folder's Swift files are taken, by name, and nothing else")
  func folder() throws {
    for name in [
      "Net.swift", "b/Layer.swift", "a/b/c/Deep.swift", "notes.txt", "Package.swift",
      ".secret.swift", ".build/Hidden.swift", "data.json", "b/Package.swift",
    ] { try scratch.write(name, "// \(name)") }
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.map(\.name) == ["Net.swift", "a/b/c/Deep.swift", "b/Layer.swift"])
    #expect(found.files.map(\.baseName) == ["Net.swift", "Deep.swift", "Layer.swift"])
    #expect(found.refusals.isEmpty)
    #expect(SourceFiles.collect(from: scratch.path + "/") == found)
  }

  @Test("A single file is taken, byte for byte")
  func singleFile() throws {
    let text = "\u{feff}struct A {}\r\n// \0 end"
    let path = try scratch.write("A.swift", text)
    let found = SourceFiles.collect(from: path)
    #expect(found.files == [SourceFiles.File(name: "A.swift", bytes: Array(text.utf8))])
  }

  @Test("Links are refused: to files, to folders, into nothing, and as the submission itself")
  func links() throws {
    try scratch.write("reference/Reference.swift", "secret")
    try scratch.write("hers/Mine.swift", "mine")
    let hers = scratch.path + "/hers"
    for (name, target) in [
      ("A.swift", "../reference/Reference.swift"), ("folder", "../reference"),
      ("Lost.swift", "/nowhere"), ("data.csv", "/etc/passwd"),
    ] { #expect(symlink(target, hers + "/" + name) == 0) }
    let found = SourceFiles.collect(from: hers)
    #expect(found.files.map(\.name) == ["Mine.swift"])
    #expect(reasons(found) == ["A.swift": .link, "folder": .link, "Lost.swift": .link])
    #expect(symlink(hers, scratch.path + "/whole") == 0)
    for path in ["/whole", "/whole/", "/hers/A.swift"] {
      let found = SourceFiles.collect(from: scratch.path + path)
      #expect(found.files.isEmpty)
      #expect(found.refusals.map(\.reason) == [.link])
    }
  }

  @Test("What is no file is refused without waiting for it")
  func specialFiles() throws {
    #expect(mkfifo(scratch.path + "/Pipe.swift", 0o600) == 0)
    #expect(mkdir(scratch.path + "/x.swift", 0o700) == 0)
    try scratch.write("x.swift/Inner.swift", "")
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.isEmpty)
    #expect(reasons(found) == ["Pipe.swift": .notAFile, "x.swift": .notAFile])
    #expect(
      SourceFiles.collect(from: scratch.path + "/Pipe.swift").refusals.map(\.reason) == [.notAFile])
  }

  @Test(
    "Names that course systems give are taken, under a name that a compiler takes",
    arguments: ["a b.swift", "é.swift", "@x.swift", "a'b.swift", "$(x).swift", "main.swift"])
  func renamed(name: String) throws {
    try scratch.write("in/\(name)", "let x = 1")
    let found = SourceFiles.collect(from: scratch.path + "/in")
    #expect(found.files.map(\.name) == [name])
    try scratch.write("out/.keep", "")
    let paths = try found.write(into: scratch.path + "/out")
    #expect(paths == [scratch.path + "/out/@0.swift"])
    #expect(found.names == ["@0.swift": name])
  }

  @Test("The ending counts in any case, and the copy has the one that a compiler takes")
  func ending() throws {
    try scratch.write("in/Work.SWIFT", "let x = 1")
    try scratch.write("in/PACKAGE.Swift", "")
    let found = SourceFiles.collect(from: scratch.path + "/in")
    #expect(found.files.map(\.name) == ["Work.SWIFT"])
    #expect(SourceFiles.collect(from: scratch.path + "/in/Work.SWIFT").files == found.files)
    try scratch.write("out/.keep", "")
    #expect(try found.write(into: scratch.path + "/out") == [scratch.path + "/out/@0.swift"])
  }

  @Test("A copy under another name never takes a student's name")
  func renamedApart() throws {
    for name in ["@1.swift", "_renamed0.swift", "a b.swift", "main.swift"] {
      try scratch.write("in/\(name)", name)
    }
    try scratch.write("out/.keep", "")
    let found = SourceFiles.collect(from: scratch.path + "/in")
    let paths = try found.write(into: scratch.path + "/out")
    #expect(Set(paths).count == 4)
    #expect(found.names.count == 4)
    #expect(Set(found.names.values) == Set(found.files.map(\.name)))
  }

  @Test("A name with control characters is refused")
  func oddName() throws {
    try scratch.write("a\nb.swift", "")
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.isEmpty)
    #expect(found.refusals.map(\.reason) == [.oddName])
  }

  @Test("An old copy in a folder does not displace the file itself")
  func oldCopy() throws {
    try scratch.write("Archive/Submission.swift", "old")
    try scratch.write("Submission.swift", "new")
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.map(\.name) == ["Submission.swift"])
    #expect(found.files.first?.bytes == Array("new".utf8))
    #expect(reasons(found) == ["Archive/Submission.swift": .duplicate])
  }

  @Test("A name that reads like an option is taken, since it is only ever used with its folder")
  func optionName() throws {
    try scratch.write("-o.swift", "")
    #expect(SourceFiles.collect(from: scratch.path).files.map(\.name) == ["-o.swift"])
  }

  @Test("A name that is not UTF-8 is refused, and its sentence is")
  func brokenName() throws {
    let file = open(scratch.path + "/\u{1}.swift", O_WRONLY | O_CREAT, 0o600)
    close(file)
    let from = scratch.path + "/\u{1}.swift"
    let target = Array((scratch.path + "/").utf8CString.dropLast()) + [-1] + ".swift".utf8CString
    #expect(rename(from, target) == 0)
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.refusals.map(\.reason) == [.oddName])
    #expect(found.refusals.first?.name == "\u{fffd}.swift")
  }

  @Test("Of files with one base name the first is taken", arguments: ["Net.swift", "NET.swift"])
  func duplicates(second: String) throws {
    try scratch.write("a/Net.swift", "1")
    try scratch.write("b/\(second)", "2")
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.map(\.name) == ["a/Net.swift"])
    #expect(reasons(found) == ["b/\(second)": .duplicate])
    #expect(found.refusals.first?.sentence.contains("a/Net.swift") == true)
  }

  @Test("A file of the largest size is taken, one byte more is not; sparse giants are not read")
  func sizes() throws {
    try scratch.write("Full.swift", String(repeating: "/", count: SourceFiles.largestFile))
    try scratch.write("Over.swift", String(repeating: "/", count: SourceFiles.largestFile + 1))
    let giant = try scratch.write("Giant.swift", "")
    #expect(truncate(giant, 3 << 30) == 0)
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.map(\.name) == ["Full.swift"])
    #expect(reasons(found) == ["Over.swift": .tooLarge, "Giant.swift": .tooLarge])
  }

  @Test("All files together have a size limit")
  func totalSize() throws {
    let text = String(repeating: "/", count: SourceFiles.largestFile)
    for name in ["A", "B", "C", "D", "E"] { try scratch.write(name + ".swift", text) }
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.map(\.name) == ["A.swift", "B.swift", "C.swift", "D.swift"])
    #expect(reasons(found) == ["E.swift": .tooLargeTogether])
  }

  @Test("Too many files end the search with one refusal")
  func count() throws {
    for number in 0..<SourceFiles.mostFiles + 9 { try scratch.write("F\(number).swift", "") }
    let found = SourceFiles.collect(from: scratch.path)
    #expect(found.files.count == SourceFiles.mostFiles)
    #expect(found.refusals.map(\.reason) == [.tooMany])
  }

  @Test("A file below the deepest folder is refused, not forgotten")
  func depth() throws {
    try scratch.write("a/b/c/d/Deep.swift", "")
    try scratch.write("a/b/c/d/e/Deeper.swift", "")
    let found = SourceFiles.collect(from: scratch.path)
    #expect(reasons(found) == ["a/b/c/d/Deep.swift": .tooDeep])
  }

  @Test("A package of one of the assignments of a packed repository in Python is not too deep")
  func depthInPython() throws {
    try scratch.write("repo-main/repo/assignment2/cs231n/classifiers/fc_net.py", "")
    try scratch.write("1/2/3/4/5/6/7/deep.py", "")
    let found = SourceFiles.collect(from: scratch.path, language: .python)
    #expect(found.files.map(\.name) == ["repo-main/repo/assignment2/cs231n/classifiers/fc_net.py"])
    #expect(reasons(found) == ["1/2/3/4/5/6/7/deep.py": .tooDeep])
  }

  @Test("Nothing at all is said so")
  func nothing() throws {
    #expect(SourceFiles.collect(from: scratch.path).refusals.map(\.reason) == [.empty])
    let missing = SourceFiles.collect(from: scratch.path + "/nowhere")
    #expect(missing.refusals.map(\.reason) == [.missing])
    try scratch.write("notes.txt", "")
    #expect(SourceFiles.collect(from: scratch.path).refusals.map(\.reason) == [.empty])
  }

  @Test("What is written is what was read, and nothing is overwritten")
  func writing() throws {
    try scratch.write("in/a/Net.swift", "struct Net {}\r\n")
    try scratch.write("in/Big.swift", String(repeating: "x", count: 1_000_000))
    try scratch.write("in/Empty.swift", "")
    let out = scratch.path + "/out"
    #expect(mkdir(out, 0o700) == 0)
    let found = SourceFiles.collect(from: scratch.path + "/in")
    let paths = try found.write(into: out)
    #expect(paths == ["Big", "Empty", "Net"].map { "\(out)/\($0).swift" })
    let again = SourceFiles.collect(from: out)
    #expect(again.files.map(\.bytes) == found.files.map(\.bytes))
    let error = #expect(throws: HostError.self) { try found.write(into: out) }
    #expect(error?.code == .fileSystem)
  }
}
