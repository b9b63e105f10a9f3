import Foundation

extension Isolation {
  /// The isolation that was asked for, after a hostile probe has shown that it holds.
  ///
  /// - Parameters:
  ///   - choice: what is asked for.
  ///   - runtime: where Swift's runtime libraries lie.
  /// - Returns: that level; where the choice is left to us, limits if the machine offers no better.
  /// - Throws: `HostError` when a level was asked for by name and does not hold.
  package static func proven(
    _ choice: IsolationLevel.Choice, runtime: String
  ) throws(HostError) -> Isolation {
    switch choice {
    case .limits: return .limits(because: "it was asked for")
    case .auto:
      do throws(HostError) {
        return try landlock(runtime: runtime)
      } catch {
        return .limits(because: error.what)
      }
    case .landlock: return try landlock(runtime: runtime)
    case .bubblewrap: return try bubblewrap(runtime: runtime)
    }
  }

  private static func landlock(runtime: String) throws(HostError) -> Isolation {
    let isolation = Isolation(
      level: .landlock, detail: "Landlock \(landlockVersion())", shortcoming: nil,
      runtime: runtime, bubblewrap: nil)
    try isolation.probe()
    return isolation
  }

  private static func bubblewrap(runtime: String) throws(HostError) -> Isolation {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
    guard let program = folders.map({ $0 + "/bwrap" }).first(where: isExecutable) else {
      throw .unproven(.bubblewrap, "there is no bwrap in PATH")
    }
    let isolation = Isolation(
      level: .bubblewrap, detail: "bwrap, Landlock \(landlockVersion())", shortcoming: nil,
      runtime: runtime, bubblewrap: program)
    try isolation.probe()
    return isolation
  }

  /// Starts the hostile probe as workers are started.
  ///
  /// - Throws: `HostError` when it could do anything that it must not, or not what it must.
  private func probe() throws(HostError) {
    let feats: [String]
    do throws(HostError) {
      feats = try Probe.feats { isolating(worker: $0) }
    } catch {
      throw .unproven(level, error.what)
    }
    let breaches = feats.filter { $0 != "works" }
    guard breaches.isEmpty else {
      throw .unproven(level, "a hostile probe \(breaches.joined(separator: ", ")) through it")
    }
    guard feats == ["works"] else { throw .unproven(level, "honest code cannot run under it") }
  }
}

extension HostError {
  fileprivate static func unproven(_ level: IsolationLevel, _ reason: String) -> HostError {
    HostError(
      .isolationUnproven, "The isolation level \(level) does not hold here: \(reason)",
      advice: "See gradecheck doctor, or choose another level with --isolation.")
  }
}
