import Foundation

/// What the worker's own parser found in the files of a submission; none of them was run.
package struct PythonInspection: Sendable, Equatable, Decodable {
  /// Every file that was looked at.
  package let files: [File]
  /// For each plugin, in the order in which they were asked: for each question that it serves the
  /// student's function that would answer it.
  package let plugins: [[String: String?]]

  /// One file.
  package struct File: Sendable, Equatable, Decodable {
    /// Where it lies in the submission, such as `cs231n/layers.py`.
    package let name: String
    /// Why it cannot be parsed; empty where it can.
    package let errors: [Fault]
    /// The line that gives Python 2 away, and by what: "line 12: a print statement".
    package let python2: String?
  }

  /// One error of the parser.
  package struct Fault: Sendable, Equatable, Decodable {
    /// Counted from 1.
    package let line: Int
    /// Counted from 1.
    package let column: Int
    /// The parser's words.
    package let message: String
  }

  /// The questions that somebody's function would answer, by the plugin of that number.
  package func answered(by plugin: Int) -> Set<String> {
    guard plugins.indices.contains(plugin) else { return [] }
    return Set(plugins[plugin].compactMap { $0.value == nil ? nil : $0.key })
  }
}
