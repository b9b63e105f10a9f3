import Foundation
import Hosting

/// What a few Python files define and import, as far as their lines tell at a glance.
///
/// Enough to tell a class from one submission of several files; nothing is parsed, let alone run.
struct PythonOutline {
  /// The names of functions at the top level.
  private(set) var functions: Set<String> = []
  /// The first words of what is imported.
  private(set) var imports: Set<String> = []
  /// Whether there is any Python at all.
  private(set) var isThere = false

  /// Most files of a folder that are looked into, and most bytes of each.
  private static let mostFiles = 30
  private static let mostBytes = 256 << 10

  /// The outline of a file, or of the files in a folder.
  init(of entry: FolderWalk.Entry, within allowance: Int) {
    if entry.isFile {
      add(entry)
      return
    }
    var walk = FolderWalk(allowance: allowance)
    var count = 0
    walk.look(through: entry.path) { file in
      guard file.isPython else { return false }
      add(file)
      count += 1
      return count == Self.mostFiles
    }
  }

  private mutating func add(_ file: FolderWalk.Entry) {
    isThere = true
    for line in file.beginning(Self.mostBytes).split(separator: UInt8(ascii: "\n")) {
      // In a notebook each line of a cell is a string of its own.
      let code = Self.inQuotes(line) ?? line
      if let name = Self.word(after: "def ", in: code) { functions.insert(name) }
      for start in ["from ", "import "] {
        if let name = Self.word(after: start, in: code) { imports.insert(name) }
      }
    }
  }

  private static func inQuotes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return rest.first == UInt8(ascii: "\"") ? rest.dropFirst() : nil
  }

  private static func word(after start: String, in line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: start.utf8) else { return nil }
    let word = line.dropFirst(start.utf8.count).prefix {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "_")
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}

/// The files and folders beside each other in one folder, as far as they hold Python.
struct PythonNeighbours {
  /// Those that hold any.
  private let outlines: [(name: String, outline: PythonOutline)]

  /// Whoever has handed in so many times the same tells a class.
  private static let mostEntries = 20

  init(_ entries: [FolderWalk.Entry], within allowance: Int) {
    var outlines: [(String, PythonOutline)] = []
    for entry in entries where outlines.count < Self.mostEntries {
      let outline = PythonOutline(of: entry, within: allowance / max(1, entries.count))
      let stem = URL(fileURLWithPath: entry.name).deletingPathExtension().lastPathComponent
      if outline.isThere { outlines.append((stem, outline)) }
    }
    self.outlines = outlines
  }

  /// Whether they are parts of one work: one imports another, or they are one student's assignments.
  var belongTogether: Bool { areNumbered || oneImportsAnother }

  /// Whether some are called like the assignments of one course, alike but for their numbers: so
  /// are `spring_hw1` and `spring_hw2`, but not the `hw1` of two students.
  private var areNumbered: Bool {
    var numbers: [String: Set<Substring>] = [:]
    for outline in outlines {
      guard let match = outline.name.wholeMatch(of: Self.assignments)?.output else { continue }
      numbers["\(match.before)/\(match.after)", default: []].insert(match.number)
    }
    let plain = numbers["/"] ?? (numbers.count == 1 ? numbers.values.first : nil)
    return (plain?.count ?? 0) > 1
  }

  private var oneImportsAnother: Bool {
    outlines.contains { one in
      outlines.contains { $0.name != one.name && one.outline.imports.contains($0.name) }
    }
  }

  /// Whether most of them, two at least, define the same function: everybody solves the same task.
  var solveTheSame: Bool {
    guard !belongTogether else { return false }
    let counts = Dictionary(
      outlines.flatMap { $0.outline.functions.subtracting(Self.everybodys) }.map { ($0, 1) },
      uniquingKeysWith: +)
    return counts.values.contains { $0 > 1 && 2 * $0 > outlines.count }
  }

  /// What the folders of a repository of coursework are called.
  private static var assignments:
    Regex<(Substring, before: Substring, number: Substring, after: Substring)>
  {
    #/
      (?<before>(?:.*[\s_\-])?)
      (?i:assignment|homework|hw|pset|project|exercise|lab)[\s_\-]?(?<number>[0-9]+)
      (?<after>(?:[\s_\-].*)?)
    /#
  }

  /// What the files of one submission each define anew.
  private static let everybodys: Set = ["main", "rel_error", "print_mean_std"]
}

extension FolderWalk.Entry {
  /// Whether it is a Python file or a notebook.
  var isPython: Bool { isFile && SourceLanguage.python.endings.contains(ending) }
}
