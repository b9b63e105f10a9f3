import Foundation

/// The words of a new assignment or part, in every spelling that its files need.
struct ScaffoldNames: Sendable {
  /// `leaky-relu`.
  let id: String
  private let words: [String]

  /// - Throws: `UsageError` where it is no identifier.
  init(_ id: String) throws(UsageError) {
    guard id.wholeMatch(of: /[a-z]+(-([a-z]+|[1-9]))*/) != nil else {
      throw UsageError(
        "'\(id)' is no identifier: small letters in words with hyphens, such as leaky-relu")
    }
    self.id = id
    words = id.split(separator: "-").map { Self.digits[String($0)] ?? String($0) }
  }

  /// `LeakyRelu`, as a type is called.
  var type: String { words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }
  /// `leakyRelu`, as a method is called.
  var member: String { type.prefix(1).lowercased() + type.dropFirst() }
  /// `Leaky relu`, as a title reads.
  var title: String {
    let text = id.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Digits that a type's name spells out.
  private static let digits = [
    "1": "One", "2": "Two", "3": "Three", "4": "Four", "5": "Five", "6": "Six", "7": "Seven",
    "8": "Eight", "9": "Nine",
  ]

  /// The text of a template whose names begin with `New`, with these names in their places.
  func replacing(_ noun: String, in text: String) -> String {
    text.replacing("New" + noun, with: type)
      .replacing("new" + noun, with: member)
      .replacing("new-" + noun.lowercased(), with: id)
      .replacing("New " + noun.lowercased(), with: title)
  }
}

/// Edits the files of the source tree, all of them or none.
struct Scaffold {
  /// Where the paths begin.
  let root: String
  /// The new text of each file by its path.
  private(set) var texts: [String: String] = [:]

  init(root: String) { self.root = root }

  /// A new file.
  ///
  /// - Throws: `InputError` where there is one already.
  mutating func add(_ path: String, _ text: String) throws(InputError) {
    guard !FileManager.default.fileExists(atPath: "\(root)/\(path)") else {
      throw InputError("there is a '\(path)' already; nothing was written")
    }
    texts[path] = text
  }

  /// Changes a file.
  ///
  /// - Throws: `InputError` where it cannot be read, or `change` finds no place for the new lines.
  mutating func edit(_ path: String, _ change: (inout String) -> Bool) throws(InputError) {
    var text = if let known = texts[path] { known } else { try read(path) }
    guard change(&text) else {
      throw InputError(
        "'\(path)' has no place for the new lines that is plain; nothing was written")
    }
    texts[path] = text
  }

  /// The text of a file of the source tree.
  func read(_ path: String) throws(InputError) -> String {
    do {
      return try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    } catch {
      throw InputError("cannot read '\(path)'; `new` works in gradecheck's own source tree")
    }
  }

  /// Writes everything.
  func write() throws {
    for (path, text) in texts {
      let url = URL(fileURLWithPath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }
}

extension String {
  /// Puts a text before the first place where another follows a third; whether there is such a place.
  mutating func insert(_ text: String, before mark: String, after opening: String = "") -> Bool {
    var start = startIndex
    if !opening.isEmpty {
      guard let found = range(of: opening) else { return false }
      start = found.upperBound
    }
    guard let place = range(of: mark, range: start..<endIndex) else { return false }
    insert(contentsOf: text, at: place.lowerBound)
    return true
  }

  /// Puts a text behind the first place where another follows a third; whether there is such a place.
  mutating func insert(
    _ text: String, behind mark: String, after opening: String = ""
  ) -> Bool {
    let start = opening.isEmpty ? startIndex : range(of: opening)?.upperBound ?? endIndex
    guard let place = range(of: mark, range: start..<endIndex) else { return false }
    insert(contentsOf: text, at: place.upperBound)
    return true
  }

  /// Puts a text before the brace that ends the last declaration; whether there is one.
  mutating func insertAtEnd(_ text: String) -> Bool {
    guard let brace = range(of: "\n}", options: .backwards) else { return false }
    insert(contentsOf: "\n\n" + text.trimmingCharacters(in: .newlines), at: brace.lowerBound)
    return true
  }
}
