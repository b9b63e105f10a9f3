import Digests

/// A digest of the names and bytes that were handed in, which a report repeats.
///
/// The folders around the work do not count: a package, its folder of sources and a single file have
/// the same receipt.
package struct Receipt: Sendable, Hashable, CustomStringConvertible {
  /// All 64 hexadecimal digits.
  package let hex: String

  /// The first digits, as they are shown: enough to tell two submissions apart.
  package var description: String { String(hex.prefix(Self.digits)) }
  private static let digits = 12

  /// A file by its name with folders, such as `homework/Submission.swift`.
  package typealias File = (name: String, bytes: [UInt8])

  /// The receipt of these files, in their order; an answer sheet comes last.
  package init(of files: [File]) {
    let folders = files.map { $0.name.split(separator: "/").dropLast() }
    let common = folders.dropFirst().reduce(folders.first?.count ?? 0) { count, other in
      let same = zip(folders[0].prefix(count), other).prefix { $0 == $1 }
      return same.count
    }
    var hash = SHA256()
    for file in files {
      let name = file.name.split(separator: "/").dropFirst(common).joined(separator: "/")
      hash.update([UInt8]("\(name)\n\(file.bytes.count)\n".utf8))
      hash.update(file.bytes)
    }
    hex = hash.finalize().hex
  }
}
