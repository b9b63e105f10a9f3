import Foundation

/// A Python of this machine that has NumPy.
package struct PythonRuntime: Sendable, Equatable {
  /// The absolute path of the interpreter, past every shim, link and version manager.
  let program: String
  /// Python's version, such as "3.11.7".
  package let version: String
  /// NumPy's version, such as "2.4.6".
  package let numPyVersion: String
  /// The folders with Python's library, NumPy, and the libraries that both load.
  let folders: [String]
  /// Where NumPy lies, where the interpreter alone would not look.
  let searchPath: String?

  /// Both versions: "Python 3.11.7 with NumPy 2.4.6".
  package var description: String { "Python \(version) with NumPy \(numPyVersion)" }

  /// The variables of a worker: one thread for the arithmetic, no window, and no chance in the order
  /// of sets.
  var environment: [String: String] {
    let variables = [
      "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
      "PYTHONHASHSEED": "0", "MPLBACKEND": "Agg",
    ]
    return variables.merging(searchPath.map { ["PYTHONPATH": $0] } ?? [:]) { $1 }
  }

  /// Finds the Python that `GRADECHECK_PYTHON` names, or else the first python3 in `PATH` that has
  /// NumPy.
  ///
  /// - Parameter environment: the variables to look at; a version manager's shim is given `HOME` and
  ///   `PATH` of it and nothing else.
  /// - Returns: the interpreter, after having asked it where its files lie.
  /// - Throws: `HostError` when there is none, none has NumPy, or it is too old.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(HostError) -> PythonRuntime {
    let inherited = environment.filter { $0.key == "HOME" || $0.key == "PATH" }
    var first: HostError?
    for candidate in try candidates(environment) {
      do throws(HostError) {
        return try runtime(behind: candidate, inherited)
      } catch {
        // The one that the user means tells what is missing; the others are only tried.
        first = first ?? error
      }
    }
    throw first ?? .noPython("There is no python3 in PATH", nil)
  }

  private static func candidates(
    _ environment: [String: String]
  ) throws(HostError) -> [String] {
    if let named = environment["GRADECHECK_PYTHON"], !named.isEmpty {
      guard named.hasPrefix("/"), isExecutable(named) else {
        throw .noPython("GRADECHECK_PYTHON names no program", named)
      }
      return [named]
    }
    // The name is kept as found, because a shim looks at how it was called.
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    var seen: Set<String> = []
    return folders.map { $0 + "/python3" }
      .filter { isExecutable($0) && seen.insert(realPath($0) ?? $0).inserted }
  }

  private static func runtime(
    behind program: String, _ environment: [String: String]
  ) throws(HostError) -> PythonRuntime {
    let launch = Launch(
      program: program, arguments: ["-B", "-X", "utf8", "-c", question], environment: environment,
      directory: "/", limits: .compiler)
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(30))
    guard exit.status == .exited(0),
      let answer = try? JSONDecoder().decode(
        Answer.self, from: Data(exit.standardOutput.text.utf8))
    else { throw .noPython("python3 does not answer", program) }
    guard answer.isRecent else {
      throw .noPython("Python \(answer.version) is too old; 3.8 or later is needed", program)
    }
    guard let numPy = answer.numpy else {
      throw .noPython("Python \(answer.version) has no NumPy", program)
    }
    return PythonRuntime(
      program: answer.program, version: answer.version, numPyVersion: numPy,
      folders: answer.folders, searchPath: answer.search)
  }

  /// What the interpreter says of itself.
  private struct Answer: Decodable {
    let program: String
    let version: String
    let isRecent: Bool
    let numpy: String?
    let folders: [String]
    let search: String?
  }

  /// Every library that is in memory once NumPy is imported must be readable to workers too; a NumPy
  /// of a virtual environment or of the user alone is found by its folder.
  private static let question = """
    import json, os, platform, site, sys, sysconfig
    paths = sysconfig.get_paths()
    folders = {paths["stdlib"], paths["platstdlib"]}
    numpy = search = None
    try:
        import numpy.random
        import numpy
        home = os.path.dirname(os.path.dirname(os.path.realpath(numpy.__file__)))
        folders.add(home)
        user = os.path.realpath(site.getusersitepackages() or "/")
        if sys.prefix != sys.base_prefix or home == user:
            search = home
        numpy = numpy.__version__
        with open("/proc/self/maps") as maps:
            libraries = {line.split(None, 5)[-1].strip() for line in maps if ".so" in line}
        folders |= {os.path.dirname(name) for name in libraries if name.startswith("/")}
    except ImportError:
        pass
    except OSError:
        pass
    print(json.dumps({
        "program": os.path.realpath(sys.executable), "version": platform.python_version(),
        "isRecent": sys.version_info >= (3, 8), "numpy": numpy, "search": search,
        "folders": sorted({os.path.realpath(folder) for folder in folders})}))
    """
}

extension HostError {
  fileprivate static func noPython(_ what: String, _ location: String?) -> HostError {
    HostError(
      .pythonNotFound, what, at: location,
      advice: "Submissions in Python need python3 with NumPy; install them (python3-numpy), or set "
        + "GRADECHECK_PYTHON to a python3 that has it.")
  }
}
