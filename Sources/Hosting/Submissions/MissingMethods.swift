import Foundation
import Grading
import Spelling

/// Names the methods that a contract asks for and a submission lacks, from what the compiler says
/// when the contract's defaults are taken away.
struct MissingMethods {
  /// The errors and notes of the type check without defaults.
  let messages: [String]
  /// The texts of the submission's files.
  let sources: [String]

  /// One entry a missing method, in the compiler's order.
  var all: [HandIn.MissingMethod] {
    var declared = Self.methods(declaredIn: sources)
    var missing: [HandIn.MissingMethod] = []
    var open: [(method: String, type: String)] = []
    for message in messages {
      if let match = message.firstMatch(of: Self.relabelled) {
        // The compiler leaves out labels that are all `_`.
        let named = String(match.1)
        let found = declared.first { $0 == named || $0.prefix { $0 != "(" } == named } ?? named
        missing.append(.init(expected: String(match.2), found: found))
        declared.removeAll { $0 == found }
      } else if let match = message.firstMatch(of: Self.required) {
        open.append((String(match.1), String(match.2)))
      }
    }
    for (expected, type) in open where !missing.contains(where: { $0.expected == expected }) {
      let found = Self.nearest(to: expected, among: declared)
      declared.removeAll { $0 == found }
      missing.append(.init(expected: expected, found: found, type: type))
    }
    return missing
  }

  // Regular expressions are not `Sendable`, so each use makes its own.
  private static var relabelled: Regex<(Substring, Substring, Substring)> {
    /method '([^']+)' has different argument labels from those required by protocol '[^']+' \('([^']+)'\)/
  }
  private static var required: Regex<(Substring, Substring, Substring)> {
    /protocol requires function '([^']+)' with type '([^']+)'/
  }

  /// The methods of the sources by name and labels, such as `ReLUBackward(gradH:z:)`.
  static func methods(declaredIn sources: [String]) -> [String] {
    sources.flatMap { source in
      source.matches(of: /\bfunc\s+([A-Za-z_]\w*)\s*\(([^)]*)\)/).map { match in
        let labels = match.2.split(separator: ",").map { parameter in
          (parameter.split(whereSeparator: { $0 == ":" || $0.isWhitespace }).first ?? "_") + ":"
        }
        return "\(match.1)(\(labels.joined()))"
      }
    }
  }

  /// The declared method whose name reads most like the expected one's, if any does.
  static func nearest(to expected: String, among declared: [String]) -> String? {
    func name(_ method: String) -> String {
      method.prefix { $0 != "(" }.replacingOccurrences(of: "_", with: "")
    }
    if declared.contains(expected) { return expected }
    let wanted = name(expected).nearest(among: declared.map(name))
    return declared.first { name($0) == wanted }
  }
}
