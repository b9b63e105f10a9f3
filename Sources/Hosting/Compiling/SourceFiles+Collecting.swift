import Foundation

extension SourceFiles {
  /// Copies the files of a submission: one file, or a folder searched as deep as its language allows.
  ///
  /// Hidden files and folders (so `.build`) and `Package.swift` are passed over, other files too.
  /// Whatever is wrong with the submission is a refusal, never an error.
  ///
  /// - Parameters:
  ///   - path: the file or folder that was handed in.
  ///   - language: what it is written in.
  /// - Returns: the files and the refusals, each sorted by name.
  package static func collect(
    from path: String, language: SourceLanguage = .swift
  ) -> SourceFiles {
    var collector = SourceCollector(language)
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = String(trimmed.split(separator: "/").last ?? "/")
    switch EntryKind(of: trimmed, in: AT_FDCWD) {
    case .file:
      collector.consider(file: trimmed, named: name, in: AT_FDCWD)
    case .folder:
      collector.search(trimmed, called: "", in: AT_FDCWD, depth: 0)
    case .link:
      collector.found.refuse(.link(name))
    case .other:
      collector.found.refuse(.notAFile(name))
    case nil:
      collector.found.refuse(.missing(name))
    }
    if collector.found.files.isEmpty, collector.found.refusals.isEmpty {
      collector.found.refuse(.empty(name, language))
    }
    return collector.found.sorted()
  }

  /// The bytes of one regular file that is no larger than a source file may be, links not followed;
  /// `nil` for anything else.
  package static func regularFile(at path: String) -> [UInt8]? {
    guard case .bytes(let bytes) = SourceCollector().read(path, in: AT_FDCWD) else { return nil }
    return bytes
  }

  private func sorted() -> SourceFiles {
    var result = SourceFiles()
    for file in files.sorted(by: { $0.name < $1.name }) { result.take(file) }
    for refusal in refusals.sorted(by: { $0.name < $1.name }) {
      result.refuse(refusal)
    }
    return result
  }
}
