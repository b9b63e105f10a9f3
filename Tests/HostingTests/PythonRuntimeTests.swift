import Foundation
import Testing

@testable import Hosting

@Suite("Python")
struct PythonRuntimeTests {
  @Test("It is found past shims and links", .enabled(if: Pythons.isThere, "no python3 with NumPy"))
  func found() throws {
    let runtime = try Pythons.runtime()
    #expect(runtime.interpreter.program == realPath(runtime.interpreter.program))
    #expect(isExecutable(runtime.interpreter.program))
    #expect(runtime.folders.allSatisfy { isFolder($0) })
    #expect(
      runtime.description.wholeMatch(of: /Python 3\.\d+\.\S+ with NumPy \d+\.\d+\.\S+/) != nil)
  }

  /// A program called python3 that answers every question with a text.
  private func python(saying text: String, status: Int = 0) throws -> (Scratch, String) {
    let scratch = try Scratch()
    let program = try scratch.write(
      "python3", "#!/bin/sh\ncat <<'END'\n\(text)\nEND\nexit \(status)\n")
    chmod(program, 0o755)
    return (scratch, program)
  }

  private func answer(recent: Bool = true, numPy: String) -> String {
    """
    {"program": "/bin/x", "version": "3.7.1", "isRecent": \(recent), "numpy": \(numPy),
     "search": null, "folders": []}
    """
  }

  @Test("What is missing is said in one line")
  func absent() throws {
    let bare = try python(saying: answer(numPy: "null"))
    let old = try python(saying: answer(recent: false, numPy: "\"1.0\""))
    let dumb = try python(saying: "hello")
    let failing = try python(saying: answer(numPy: "\"1.0\""), status: 1)
    let cases = [
      (["PATH": "/nowhere"], "There is no python3 in PATH"),
      (["GRADECHECK_PYTHON": "/nowhere/python3"], "GRADECHECK_PYTHON names no program"),
      (["PATH": bare.0.path + ":/usr/bin:/bin"], nil),
      (["GRADECHECK_PYTHON": bare.1, "PATH": "/usr/bin:/bin"], "Python 3.7.1 has no NumPy"),
      (["GRADECHECK_PYTHON": old.1, "PATH": "/usr/bin:/bin"], "too old; 3.8 or later"),
      (["GRADECHECK_PYTHON": dumb.1, "PATH": "/usr/bin:/bin"], "does not answer"),
      (["GRADECHECK_PYTHON": failing.1, "PATH": "/usr/bin:/bin"], "does not answer"),
    ]
    for (environment, words) in cases {
      do {
        _ = try PythonRuntime.find(environment: environment)
        #expect(words == nil)
      } catch {
        #expect(error.code == .pythonNotFound)
        #expect(!"\(error)".contains("\n"))
        if let words { #expect("\(error)".contains(words)) }
      }
    }
  }
}
