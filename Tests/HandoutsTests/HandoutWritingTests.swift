import Foundation
import Handouts
import Hosting
import Reference
import Testing

@Suite("Writing a handout")
struct HandoutWritingTests {
  private static func package(_ id: String = "momentum-update") throws -> HandoutPackage {
    try HandoutPackage(of: try #require(Catalogue.assignment(id)), home: .find())
  }

  private static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("Every file is written, byte for byte")
  func written() throws {
    let (package, folder) = (try Self.package(), try ScratchFolder())
    defer { folder.remove() }
    try package.write(to: folder.path + "/a/b", updating: false)
    for (name, bytes) in package.kit.merging(package.starter, uniquingKeysWith: { $1 }) {
      let data = FileManager.default.contents(atPath: "\(folder.path)/a/b/\(name)")
      #expect(data == Data(bytes), "\(name)")
    }
  }

  @Test("An update renews what is the course's and leaves the student's work alone")
  func update() throws {
    let (package, folder) = (try Self.package(), try ScratchFolder())
    defer { folder.remove() }
    try package.write(to: folder.path, updating: true)
    let work = "\(folder.path)/Submission"
    try Self.write("mine", to: "\(work)/Submission.swift")
    try Self.write("mine too", to: "\(work)/Layers.swift")
    let contract = "\(folder.path)/.kit/Coursework/MomentumUpdate.swift"
    try Self.write("old", to: contract)
    try Self.write("old", to: "\(folder.path)/.kit/Grading/Former.swift")
    let tensor = "\(folder.path)/.kit/Tensors/Tensor.swift"
    let date = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: tensor)

    try package.write(to: folder.path, updating: true)
    #expect(try String(contentsOfFile: "\(work)/Submission.swift", encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: "\(work)/Layers.swift", encoding: .utf8) == "mine too")
    #expect(try String(contentsOfFile: contract, encoding: .utf8).contains("protocol"))
    #expect(
      !FileManager.default.fileExists(atPath: "\(folder.path)/.kit/Grading/Former.swift"))
    // What has not changed is not compiled again.
    let attributes = try FileManager.default.attributesOfItem(atPath: tensor)
    #expect(attributes[.modificationDate] as? Date == date)
  }

  @Test("A starter that the student has thrown away does not come back")
  func thrownAway() throws {
    let (package, folder) = (try Self.package(), try ScratchFolder())
    defer { folder.remove() }
    try package.write(to: folder.path, updating: false)
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/Submission/Submission.swift",
      toPath: "\(folder.path)/Submission/Momentum.swift")
    try package.write(to: folder.path, updating: true)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/Submission")
    #expect(files == ["Momentum.swift"])
  }

  @Test("A handout that is there already is refused without a word about updating it")
  func exists() throws {
    let (package, folder) = (try Self.package(), try ScratchFolder())
    defer { folder.remove() }
    try package.write(to: folder.path, updating: false)
    let error = try #require(throws: HandoutRefusal.self) {
      try package.write(to: folder.path, updating: false)
    }
    #expect(error.description.contains("add --update"))
  }

  @Test("What belongs to something else is never overwritten", arguments: [false, true])
  func holds(isUpdate: Bool) throws {
    for name in ["Package.swift", "README.md", "Submission"] {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      try Self.write("mine", to: "\(folder.path)/\(name)")
      let error = try #require(throws: HandoutRefusal.self) {
        try Self.package().write(to: folder.path, updating: isUpdate)
      }
      #expect(error.description.contains("holds a \(name)"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }
    // Nor by the handout of another assignment.
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try Self.package("losses").write(to: folder.path, updating: false)
    #expect(throws: HandoutRefusal.self) {
      try Self.package().write(to: folder.path, updating: isUpdate)
    }
  }
}
