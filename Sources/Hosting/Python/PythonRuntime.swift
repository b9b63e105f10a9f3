import Foundation

/// A Python of this machine that has imported NumPy.
package struct PythonRuntime: Sendable, Equatable {
  /// The interpreter.
  let interpreter: PythonInterpreter
  /// NumPy's version, such as "2.4.6".
  package let numPyVersion: String
  /// The folders of the libraries that are in memory once NumPy is imported: workers must be able to
  /// read them too.
  let libraries: [String]

  /// Both versions: "Python 3.11.7 with NumPy 2.4.6".
  package var description: String {
    "Python \(interpreter.version) with NumPy \(numPyVersion)"
  }

  /// All that a worker reads of it.
  var folders: [String] { interpreter.folders + libraries }

  /// Finds the Python that `GRADECHECK_PYTHON` names, or else the first python3 in `PATH` that can
  /// import NumPy.
  ///
  /// - Parameter environment: the variables to look at.
  /// - Returns: the interpreter, after it has imported NumPy.
  /// - Throws: `HostError` when there is none, none has NumPy, or it is too old.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(HostError) -> PythonRuntime {
    try PythonZygote.find(home: .find(), environment: environment).runtime
  }
}

extension PythonRuntime {
  /// What an interpreter says once it has imported NumPy.
  init(_ interpreter: PythonInterpreter, saying words: [String: String]) {
    self.init(
      interpreter: interpreter, numPyVersion: words["numpy"] ?? "",
      libraries: (words["libraries"] ?? "").split(separator: "\n").map(String.init))
  }
}
