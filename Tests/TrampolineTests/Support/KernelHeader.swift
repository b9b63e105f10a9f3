import Foundation

/// The numbers of calls as the system's own headers give them.
enum KernelHeader {
  /// The header with the numbers of x86-64.
  static let x86 = numbers(in: "/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
  /// The header with the numbers that newer processors such as arm64 share.
  static let generic = numbers(in: "/usr/include/asm-generic/unistd.h")

  private static func numbers(in file: String) -> [String: UInt32] {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return [:] }
    var found: [String: UInt32] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 3, words[0] == "#define", let number = UInt32(words[2]) else { continue }
      // 64-bit processors know some calls by the number of their `__NR3264_` name.
      for prefix in ["__NR3264_", "__NR_"] where words[1].hasPrefix(prefix) {
        found[String(words[1].dropFirst(prefix.count))] = number
        break
      }
    }
    return found
  }
}
