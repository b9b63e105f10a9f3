import Foundation
import Grading
import Hosting

/// The package that students receive for one assignment, as files that are not written yet.
///
/// `swift test` works in it at once, on a machine with nothing but Swift. It is made of the floors
/// below the wall alone, so nothing in it can give a reference solution away.
///
/// ```
/// Submission/      the student's: the starter and, for hand work, the answer sheet
/// README.md        the handout text, with how to run it and what to hand in
/// Tensors.md       what arrays can do
/// Package.swift
/// .kit/            the modules, the contract and the checks; hidden, so that nobody hands it in
/// ```
package struct HandoutPackage: Sendable {
  /// The student's files by name, such as `Submission/Submission.swift`.
  package private(set) var starter: [String: [UInt8]] = [:]
  /// What the course brings and an update replaces, by name.
  package private(set) var kit: [String: [UInt8]] = [:]

  /// The file of the contract, by which a package is known for this assignment's.
  let contractFile: String

  /// The folder of the student's work.
  static let workFolder = "Submission"
  /// The folder of our sources.
  ///
  /// What is hidden is not handed in, and no grader looks at it.
  static let kitFolder = ".kit"

  /// The package of an assignment.
  ///
  /// - Throws: `HostError` when our own files are missing.
  package init(of assignment: Assignment, home: Home) throws(HostError) {
    let name = assignment.contract
    contractFile = "\(Self.kitFolder)/Coursework/\(name).swift"
    let documents = "\(home.assignments)/\(name)/\(name).docc"
    for file in try Self.files(in: documents + "/Resources") {
      starter["\(Self.workFolder)/\(file)"] = try Self.bytes(of: "\(documents)/Resources/\(file)")
    }
    for module in KitModule.all {
      try addSources(of: "\(home.sources)/\(module.name)", as: module.name)
    }
    kit[contractFile] = try Self.bytes(of: "\(home.assignments)/\(name)/\(name).swift")
    // The throwing defaults stay away: without them the compiler names a signature that is wrong.
    for file in try Self.files(in: "\(home.assignments)/\(name)")
    where file.hasPrefix("\(name)+") && file != "\(name)+NotImplemented.swift" {
      try add("\(home.assignments)/\(name)/\(file)", as: "Assignments/\(file)")
    }
    let resources = "\(home.sources)/Handouts/Handouts.docc/Resources"
    try add("\(resources)/Sitting.swift", as: "Checks/Sitting.swift")
    add(text: checks(of: assignment), as: "Checks/Checks.swift")
    kit["Package.swift"] = Array(manifest(of: assignment).utf8)
    kit[".gitignore"] = Array(".build/\n".utf8)
    kit["README.md"] = Array(
      HandoutText(
        try Self.text(of: "\(documents)/\(name).md"),
        ending: try Self.text(of: "\(resources)/HowToRun.md")
      ).readme.utf8)
    kit["Tensors.md"] = Array(
      HandoutText.plain(try Self.text(of: "\(home.sources)/Tensors/Tensors.docc/Tensors.md")).utf8)
  }

  /// The names of the starter's files that Swift does not compile.
  var documents: [String] {
    starter.keys.filter { !$0.hasSuffix(".swift") }
      .map { String($0.dropFirst(Self.workFolder.count + 1)) }.sorted()
  }

  /// The answer sheet of hand-computed work, where there is one.
  var sheets: [String] { documents.filter { $0 == "answers.txt" } }
}

// MARK: - Our own files

extension HandoutPackage {
  private mutating func addSources(of folder: String, as module: String) throws(HostError) {
    for file in try Self.files(in: folder)
    where file.hasSuffix(".swift") && !file.contains(".docc/") {
      try add("\(folder)/\(file)", as: "\(module)/\(file)")
    }
  }

  private mutating func add(_ path: String, as name: String) throws(HostError) {
    kit["\(Self.kitFolder)/\(name)"] = try Self.bytes(of: path)
  }

  private mutating func add(text: String, as name: String) {
    kit["\(Self.kitFolder)/\(name)"] = Array(text.utf8)
  }

  /// The files of a folder and those below it, by name.
  private static func files(in folder: String) throws(HostError) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var isFolder: ObjCBool = false
    let files = names.sorted().filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") }
        && FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    guard !files.isEmpty else { throw .handout("There are no files for the handout", folder) }
    return files
  }

  private static func bytes(of path: String) throws(HostError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .handout("A file for the handout cannot be read", path)
    }
    return Array(data)
  }

  private static func text(of path: String) throws(HostError) -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }
}

extension HostError {
  fileprivate static func handout(_ what: String, _ path: String) -> HostError {
    HostError(
      .fileSystem, what, at: path,
      advice: "Check that the folder of gradecheck is whole (see gradecheck doctor).")
  }
}
