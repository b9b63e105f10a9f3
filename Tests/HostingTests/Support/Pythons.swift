import Foundation
import Testing

@testable import Hosting

/// The Python of this machine, where there is one with NumPy.
enum Pythons {
  private static let found = Result { () throws(HostError) -> PythonRuntime in try .find() }

  static func runtime() throws -> PythonRuntime { try found.get() }

  /// That Python, started anew.
  static func zygote() throws -> PythonZygote {
    try PythonZygote(runtime().interpreter, script: Home.find().pythonZygote)
  }

  /// Whether tests need not be skipped; where nothing may be skipped they fail instead.
  static let isThere =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    || (try? runtime()) != nil
}
