import Foundation
import Grading
import Handouts
import Hosting
import Reference
import Testing

@Suite("The package that students receive")
struct HandoutPackageTests {
  static let ids = Catalogue.all.map(\.id)

  /// All files of an assignment's package, by name.
  static func files(_ id: String) throws -> [String: String] {
    let package = try HandoutPackage(of: try #require(Catalogue.assignment(id)), home: .find())
    return package.kit.merging(package.starter) { $1 }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - What is in it

  @Test("At the top lies what a student needs, and the rest is hidden", arguments: ids)
  func top(_ id: String) throws {
    let files = try Self.files(id)
    let top = Set(files.keys.compactMap { $0.split(separator: "/").first })
    #expect(
      top == [".gitignore", ".kit", "Package.swift", "README.md", "Submission", "Tensors.md"])
    #expect(files["Submission/Submission.swift"] != nil)
    #expect(
      (files["Submission/answers.txt"] != nil) == (Catalogue.worksheet(of: id) != nil))
  }

  @Test("The contract is part of Coursework, without throwing defaults", arguments: ids)
  func contract(_ id: String) throws {
    let contract = try #require(Catalogue.assignment(id)).contract
    let files = try Self.files(id)
    #expect(files[".kit/Coursework/\(contract).swift"]?.contains("protocol \(contract)") == true)
    #expect(!files.keys.contains { $0.contains("NotImplemented.swift") })
    let others = Catalogue.all.map(\.contract).filter { $0 != contract }
    #expect(!files.keys.contains { name in others.contains { name.contains("/\($0)") } })
  }

  @Test("The manifest names every folder of the kit, and no other", arguments: ids)
  func manifest(_ id: String) throws {
    let files = try Self.files(id)
    let manifest = try #require(files["Package.swift"])
    let folders = Set(
      files.keys.filter { $0.hasPrefix(".kit/") }.map { String($0.split(separator: "/")[1]) })
    let named = Set(manifest.matches(of: /path: "\.kit\/(\w+)"/).map { String($0.1) })
    #expect(named == folders)
    #expect(manifest.contains("packageAccess: false, swiftSettings: [.swiftLanguageMode(.v5)]"))
    let sheet = files["Submission/answers.txt"] != nil
    #expect(manifest.contains(#"exclude: ["answers.txt"]"#) == sheet)
  }

  @Test("The modules of the kit are those of our own manifest", arguments: ids.prefix(1))
  func modules(_ id: String) throws {
    let ours = try String(
      contentsOfFile: try Home.find().path + "/Package.swift", encoding: .utf8)
    func dependencies(_ text: String) -> [String: [String]] {
      let target = /\.target\(\s*name: "(\w+)",?(?:\s*dependencies: \[([^\]]*)\])?/
      return Dictionary(
        text.matches(of: target).map { match in
          (String(match.1), (match.2 ?? "").matches(of: /\w+/).map { String($0.0) })
        }, uniquingKeysWith: { first, _ in first })
    }
    let real = dependencies(ours)
    let kit = dependencies(try #require(try Self.files(id)["Package.swift"]))
    for (name, needed) in kit where name != "StudentWork" { #expect(real[name] == needed) }
  }

  @Test("No package calls what only another assignment's checks declare")
  func alone() throws {
    let packages = try Self.ids.map { try Self.files($0) }
    let checks = packages.map { files in
      files.filter { $0.key.hasPrefix(".kit/Assignments/") }.values.joined()
    }
    let functions = Set(
      checks.flatMap { $0.components(separatedBy: " func ").dropFirst() }
        .map { $0.prefix { $0.isLetter } })
    try #require(functions.contains("deepNet"))
    for (id, (files, text)) in zip(Self.ids, zip(packages, checks)) {
      for function in functions where text.contains(".\(function)(") {
        let isThere = files.values.contains { $0.contains(" func \(function)(") }
        #expect(isThere, "\(id): \(function)")
      }
    }
  }

  @Test("Every check at home is a test, method by method, and the receipt is the last")
  func tests() throws {
    for id in Self.ids {
      let text = try #require(try Self.files(id)[".kit/Checks/Checks.swift"])
      let names = text.matches(of: /@Test\("([^"]*)"\)/).map { String($0.1) }
      let checks = try #require(Catalogue.assignment(id)).publicChecks.map(\.id)
      let sheet = Catalogue.worksheet(of: id).map { _ in ["answers.txt"] } ?? []
      #expect(
        Set(names) == Set(checks.map { $0.replacing("/", with: ": ") } + sheet + [names.last ?? ""])
      )
      #expect(names.last == "What to hand in")
      let methods = names.map { $0.prefix { $0 != ":" } }
      #expect(zip(methods, methods.dropFirst()).count { $0 != $1 } == Set(methods).count - 1)
    }
  }

  // MARK: - Texts

  @Test("The text says once how to run it, what to hand in and how it is marked", arguments: ids)
  func text(_ id: String) throws {
    let text = try #require(try Self.files(id)["README.md"])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    for heading in ["## How to run it", "## What to hand in", "## How it is marked"] {
      #expect(headings.count { $0 == heading } == 1, "\(heading)")
    }
    #expect(headings.last == "## How it is marked")
    #expect(text.hasPrefix("# ") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains("swift run gradecheck"))
  }

  @Test("What arrays can do is a page for people")
  func tensors() throws {
    let text = try #require(try Self.files("affine-relu")["Tensors.md"])
    #expect(text.hasPrefix("# Tensors\n") && text.contains("a.matmul(b)"))
    #expect(!text.contains("``") || !text.contains("``Tensor"))
    #expect(!text.contains("## Topics"))
  }
}
