import Foundation

/// The folder that holds the harness's own `Sources`, `assignments` and `reference`.
///
/// Workers are compiled from these sources at run time, so the tool has to find them wherever it
/// was built or installed.
package struct Home: Sendable, Equatable {
  /// The rules by which a home is found, in the order in which they are tried.
  package enum Rule: String, Sendable, CaseIterable {
    /// The environment variable `GRADECHECK_HOME` names it.
    case environment = "named by GRADECHECK_HOME"
    /// It is `../share/gradecheck`, seen from the executable's folder.
    case installation = "share/gradecheck beside the executable"
    /// It is the source tree that the executable was built in.
    case sourceTree = "the source tree around the executable"
    /// It is the source tree that this file was compiled from.
    case compiledSources = "the source tree that the tool was compiled from"
  }

  /// The absolute path of the folder.
  package let path: String
  /// The rule that found it.
  package let rule: Rule

  /// The sources of the harness.
  package var sources: String { path + "/Sources" }
  /// The one file that answers for a submission written in Python.
  package var pythonWorker: String { sources + "/Hosting/PythonWorker/worker.py" }
  /// The file beside it that forks workers.
  var pythonZygote: String { sources + "/Hosting/PythonWorker/zygote.py" }
  /// The contracts that students may see.
  package var assignments: String { path + "/assignments" }
  /// A course's Python names; what the course ships lies beside them in `helpers`.
  package func plugin(ofCourse folder: String) -> String {
    "\(assignments)/Courses/\(folder)/\(folder).docc/Resources/plugin.py"
  }
  /// The reference solutions, which students may not see; a handout has none.
  package var reference: String? {
    isFolder(path + "/reference") ? path + "/reference" : nil
  }

  /// Finds the home.
  ///
  /// - Parameters:
  ///   - environment: the variables to look at.
  ///   - executable: the real path of the running program, as far as it is known.
  ///   - sourceFile: a file of the sources that the tool was compiled from.
  /// - Returns: the first home that a rule finds.
  /// - Throws: `HostError` when no rule applies, or `GRADECHECK_HOME` names no home: a wrong
  ///   variable is never passed over in silence.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = executablePath(),
    sourceFile: String = #filePath,
  ) throws(HostError) -> Home {
    if let named = environment["GRADECHECK_HOME"], !named.isEmpty {
      guard let path = realPath(named), looksInstalled(path) else {
        throw .homeNotFound(
          "GRADECHECK_HOME names no home of gradecheck", named,
          "Name a folder that holds Sources/Coursework, or unset the variable.",
        )
      }
      return Home(path: path, rule: .environment)
    }
    if let executable {
      let folder = parentFolder(of: executable)
      if let path = realPath(folder + "/../share/gradecheck"), looksInstalled(path) {
        return Home(path: path, rule: .installation)
      }
      if let path = sourceTree(around: folder) { return Home(path: path, rule: .sourceTree) }
    }
    if let path = sourceTree(around: parentFolder(of: sourceFile)) {
      return Home(path: path, rule: .compiledSources)
    }
    throw .homeNotFound(
      "The sources of gradecheck are nowhere to be found", nil,
      "Set GRADECHECK_HOME to the folder that holds Sources and assignments.",
    )
  }

  private static func looksInstalled(_ path: String) -> Bool {
    isFolder(path + "/Sources/Coursework")
  }

  private static func sourceTree(around folder: String) -> String? {
    var candidate = realPath(folder) ?? "/"
    while candidate != "/" {
      if looksInstalled(candidate), access(candidate + "/Package.swift", R_OK) == 0 {
        return candidate
      }
      candidate = parentFolder(of: candidate)
    }
    return nil
  }
}

extension Home {
  /// Finds the trampoline, the small program that every untrusted process is started through.
  ///
  /// Looks at `GRADECHECK_TRAMPOLINE`, then beside the executable (or the test bundle), then in
  /// `../libexec/gradecheck` seen from there.
  ///
  /// - Throws: `HostError` when it is in none of these places.
  package static func trampoline(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = executablePath(),
  ) throws(HostError) -> String {
    if let named = environment["GRADECHECK_TRAMPOLINE"], !named.isEmpty {
      guard let path = realPath(named), isExecutable(path) else {
        throw .trampolineNotFound("GRADECHECK_TRAMPOLINE names no program", named)
      }
      return path
    }
    var folder = parentFolder(of: executable ?? "")
    // On macOS a test bundle is a folder three levels deep, hence the way up.
    for _ in 0..<4 {
      for place in ["/Trampoline", "/../libexec/gradecheck/Trampoline"] {
        if let path = realPath(folder + place), isExecutable(path) { return path }
      }
      folder = parentFolder(of: folder)
    }
    throw .trampolineNotFound(
      "The trampoline is missing beside the executable", executable.map(parentFolder),
    )
  }
}

extension HostError {
  fileprivate static func homeNotFound(
    _ what: String, _ location: String?, _ advice: String,
  ) -> HostError {
    HostError(.homeNotFound, what, at: location, advice: advice)
  }

  fileprivate static func trampolineNotFound(_ what: String, _ location: String?) -> HostError {
    HostError(
      .trampolineNotFound, what, at: location,
      advice: "Build the whole package, or set GRADECHECK_TRAMPOLINE to the program.",
    )
  }
}
