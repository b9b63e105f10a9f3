import Foundation
import Hosting
import Reference

/// What one look at the machine has found, line by line.
struct MachineReport {
  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  init() {
    row("gradecheck", Tool.version)
    row("sources", Self.found(Self.home))
    let toolchain = Result { try Toolchain.find() }
    row("Swift", Self.found { try Self.words(for: toolchain.get()) })
    row("kit", Self.found(Self.kit))
    row("cache", CacheFolder.standard().path)
    let runtime = (try? toolchain.get().runtimeLibraries) ?? ""
    for choice in [IsolationLevel.Choice.bubblewrap, .landlock] {
      row(
        choice.rawValue,
        Self.found { try "proven: " + Isolation.proven(choice, runtime: runtime).detail })
    }
    row("python3", Self.found { try PythonRuntime.find().description })
    promises(at: (try? Isolation.proven(.auto, runtime: runtime))?.level ?? .limits)
  }

  private mutating func promises(at level: IsolationLevel) {
    lines += ["", "gradecheck grade runs submissions at the level \(level). What holds there:"]
    for promise in Promise.all {
      let holds = promise.level <= level
      let remedy = holds ? "" : " (needs the level \(promise.level))"
      lines.append("  \(holds ? "yes" : "no ")  \(promise.sentence)\(remedy)")
    }
  }

  private mutating func row(_ name: String, _ value: String) {
    lines.append(name.padding(toLength: 12, withPad: " ", startingAt: 0) + value)
  }

  /// The finding, or the reason why there is none.
  private static func found(_ look: () throws -> String) -> String {
    do {
      return try look()
    } catch {
      return "no: \(error)"
    }
  }

  private static func home() throws -> String {
    let home = try Home.find()
    return "\(home.path) (\(home.rule.rawValue))"
  }

  private static func words(for toolchain: Toolchain) -> String {
    "\(toolchain.version), \(toolchain.compiler)"
  }

  /// Makes a kit, as the first submission would.
  private static func kit() throws -> String {
    guard let assignment = Catalogue.all.first else { return "no: there are no assignments" }
    let workshop = try Workshop.standard(isolation: .limits)
    return "compiles, " + (try workshop.kit(for: assignment.contract)).digest.prefix(16)
  }
}
