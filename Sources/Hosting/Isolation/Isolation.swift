/// The isolation that this machine offers, as a probe has shown, or limits alone.
package struct Isolation: Sendable, Hashable {
  /// The level that holds.
  package let level: IsolationLevel
  /// What it rests on, such as "Landlock 7"; empty for limits.
  package let detail: String
  /// Why the level is weaker than landlock, as a sentence; `nil` where it is not.
  package let shortcoming: String?
  /// Where Swift's runtime libraries lie.
  let runtime: String
  /// The program bwrap, at its level.
  let bubblewrap: String?

  /// Limits alone, chosen or for want of better.
  package static func limits(because shortcoming: String) -> Isolation {
    Isolation(
      level: .limits, detail: "", shortcoming: shortcoming, runtime: "", bubblewrap: nil)
  }

  /// The level and what it rests on, such as "landlock (Landlock 7)", as `run.json` has it.
  package var description: String { detail.isEmpty ? level.rawValue : "\(level) (\(detail))" }
}

extension Isolation {
  /// The same start, isolated as a worker.
  func isolating(worker launch: Launch, _ kind: WorkerProgram.Kind = .compiled) -> Launch {
    guard level > .limits else { return launch }
    var launch = launch
    switch kind {
    case .compiled:
      launch.confinement = .worker(launch.program, runtime: runtime, folder: launch.directory)
    case .interpreted(let paths):
      launch.confinement = .interpreter(
        launch.program, reading: paths, runtime: runtime, folder: launch.directory)
    }
    launch.bubblewrap = bubblewrap
    return launch
  }

  /// What a compiler at work on a student's code may reach; `nil` where nothing keeps it.
  ///
  /// It has no need of bwrap: it runs no code of the student's.
  func compiler(
    _ toolchain: Toolchain, reading inputs: [String], writing folders: [String]
  ) -> Confinement? {
    level > .limits ? .compiler(toolchain, reading: inputs, writing: folders) : nil
  }
}
