import Foundation

/// What the worker's own parser found in the files of a submission; none of them was run.
package struct PythonInspection: Sendable, Equatable, Decodable {
  /// Every file that was looked at.
  let files: [File]
  /// For each plugin, in the order in which they were asked: for each question that it serves the
  /// student's function that would answer it.
  let plugins: [[String: String?]]
  /// For each plugin: for each question what the course calls the function.
  let names: [[String: String]]?
  /// For each plugin: for each question how many arguments it is called with, where that is fixed.
  let parameters: [[String: Int?]]?

  /// One file.
  struct File: Sendable, Equatable, Decodable {
    /// Where it lies in the submission, such as `cs231n/layers.py`.
    let name: String
    /// Why it, or a cell of it, cannot be parsed; empty where all can.
    let errors: [Fault]
    /// The line that gives Python 2 away: "line 12: print x".
    let python2: String?
    /// What it defines.
    let functions: [String]?
  }

  /// One error of the parser.
  struct Fault: Sendable, Equatable, Decodable {
    /// The file, or the cell of a notebook: "homework.ipynb, cell 3".
    let file: String?
    /// Counted from 1.
    let line: Int
    /// Counted from 1.
    let column: Int
    /// The parser's words.
    let message: String
  }
}

extension PythonInspection {
  /// The questions that somebody's function would answer, by the plugin of that number.
  package func answered(by plugin: Int = 0) -> Set<String> { Set(answers(by: plugin).keys) }

  /// The student's function for each question that one would answer, by the plugin of that number.
  package func answers(by plugin: Int) -> [String: String] {
    guard plugins.indices.contains(plugin) else { return [:] }
    return plugins[plugin].compactMapValues(\.self)
  }

  /// What the course of the plugin of that number calls the functions, by question.
  package func expected(by plugin: Int = 0) -> [String: String] {
    guard let names, names.indices.contains(plugin) else { return [:] }
    return names[plugin]
  }

  /// The same files, and the plugin of that number alone.
  package func seen(by plugin: Int) -> PythonInspection {
    PythonInspection(
      files: files, plugins: [plugins[plugin]], names: names.map { [$0[plugin]] },
      parameters: parameters.map { [$0[plugin]] })
  }

  /// Everything that the submission defines.
  package var functions: [String] { files.flatMap { $0.functions ?? [] } }
}
