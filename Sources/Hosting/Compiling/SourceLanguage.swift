import Foundation

/// What a submission is written in, and so which of its files are taken.
package enum SourceLanguage: String, Sendable, CaseIterable {
  case swift
  case python

  /// The language as reports name it.
  package var name: String {
    switch self {
    case .swift: "Swift"
    case .python: "Python"
    }
  }

  /// The endings of its files, in small letters.
  package var endings: Set<String> {
    switch self {
    case .swift: ["swift"]
    case .python: ["py", "ipynb"]
    }
  }

  /// Whether a name has the ending of such files, in any case.
  func isSource(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  /// The largest file that is taken, in bytes; a notebook holds its pictures too.
  var largestFile: Int {
    switch self {
    case .swift: SourceFiles.largestFile
    case .python: 8 << 20
    }
  }

  /// The most that all files together may hold, in bytes.
  var largestTotal: Int {
    switch self {
    case .swift: SourceFiles.largestTotal
    case .python: 32 << 20
    }
  }

  /// How many folders deep files are searched; a repository of several assignments holds packages,
  /// and may lie in a folder that a packer made.
  var deepestFolder: Int {
    switch self {
    case .swift: 3
    case .python: 6
    }
  }

  /// Whether no two files may have one name, in whatever folders: a compiler puts all in one.
  var needsDifferentNames: Bool { self == .swift }

  /// Whether a name stands for something that no student wrote, or that is not a part of the work.
  func isPassedOver(_ name: String) -> Bool {
    switch self {
    case .swift: name.lowercased() == "package.swift"
    case .python: Self.installed.contains(name)
    }
  }

  /// Folders with packages that others wrote.
  private static let installed: Set = ["site-packages", "venv", "env", "__pycache__", "__MACOSX"]
}
