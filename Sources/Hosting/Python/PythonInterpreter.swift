import Foundation

/// A Python of this machine in which NumPy is installed; nobody has imported that yet.
package struct PythonInterpreter: Sendable, Equatable {
  /// The absolute path of the program, past every shim, link and version manager.
  let program: String
  /// Python's version, such as "3.11.7".
  package let version: String
  /// The folders with Python's library and NumPy.
  let folders: [String]
  /// Where NumPy lies, where the program alone would not look.
  let searchPath: String?

  /// The variables of a worker: one thread for the arithmetic, no window, and no chance in the order
  /// of sets.
  var environment: [String: String] {
    let variables = [
      "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
      "PYTHONHASHSEED": "0", "MPLBACKEND": "Agg",
    ]
    return variables.merging(searchPath.map { ["PYTHONPATH": $0] } ?? [:]) { $1 }
  }

  /// Tries the Python that `GRADECHECK_PYTHON` names, or else each python3 in `PATH` that has NumPy,
  /// until one serves.
  ///
  /// - Parameters:
  ///   - environment: the variables to look at; a version manager's shim is given `HOME` and `PATH`
  ///     of it and nothing else.
  ///   - body: makes use of it, or throws why it is of none.
  /// - Returns: what `body` made of the first that serves.
  /// - Throws: `HostError` when there is none, none has NumPy, or it is too old.
  static func first<Result>(
    in environment: [String: String],
    that body: (PythonInterpreter) throws(HostError) -> Result
  ) throws(HostError) -> Result {
    let inherited = environment.filter { $0.key == "HOME" || $0.key == "PATH" }
    var first: HostError?
    for candidate in try candidates(environment) {
      do throws(HostError) {
        return try body(PythonInterpreter(behind: candidate, inherited))
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
}

// MARK: - Asking it

extension PythonInterpreter {
  private init(
    behind program: String, _ environment: [String: String]
  ) throws(HostError) {
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
    guard answer.numpy != nil else {
      throw .noPython("Python \(answer.version) has no NumPy", program)
    }
    self.init(
      program: answer.program, version: answer.version, folders: answer.folders,
      searchPath: answer.search)
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
}

/// To find NumPy takes a tenth of the time that importing it takes.
///
/// One of a virtual environment or of the user alone is found by its folder.
private let question = """
  import importlib.util, json, os, site, sys, sysconfig
  paths = sysconfig.get_paths()
  folders = {paths["stdlib"], paths["platstdlib"]}
  found = importlib.util.find_spec("numpy")
  numpy = search = None
  if found is not None and found.origin:
      numpy = os.path.dirname(os.path.dirname(os.path.realpath(found.origin)))
      folders.add(numpy)
      user = os.path.realpath(site.getusersitepackages() or "/")
      if sys.prefix != sys.base_prefix or numpy == user:
          search = numpy
  print(json.dumps({
      "program": os.path.realpath(sys.executable), "version": sys.version.split()[0],
      "isRecent": sys.version_info >= (3, 8), "numpy": numpy, "search": search,
      "folders": sorted({os.path.realpath(folder) for folder in folders})}))
  """

extension HostError {
  static func noPython(_ what: String, _ location: String?) -> HostError {
    HostError(
      .pythonNotFound, what, at: location,
      advice: "Submissions in Python need python3 with NumPy; install them (python3-numpy), or set "
        + "GRADECHECK_PYTHON to a python3 that has it.")
  }
}
