import Hosting
import Reports

/// The whole tool: a command line in, an exit code out.
package enum Tool {
  /// The version that `--version` prints and `run.json` records.
  package static let version = "0.1.0"

  /// Runs one command line, without the program's own name.
  package static func run(_ words: [String]) -> ExitCode {
    let console = Console()
    do {
      return try dispatch(words, console)
    } catch let error as UsageError {
      console.complain(error.description)
      return .usage
    } catch let error as InputError {
      console.complain(error.description)
      return .input
    } catch let error as FileError {
      console.complain(
        "\(error); what was finished is kept: mend that, then give the same command again")
      return .fault
    } catch {
      // A `HostError` says what, where and what to do; anything else is a fault of the harness.
      console.complain("\(error)")
      return .fault
    }
  }

  private static func dispatch(_ words: [String], _ console: Console) throws -> ExitCode {
    guard let first = words.first else {
      console.print(Command.overview)
      return .usage
    }
    switch first {
    case "--help", "-h", "help":
      console.print(Command.overview)
      return .success
    case "--version":
      console.print("gradecheck \(version)\n")
      return .success
    default: break
    }
    guard let command = Command.all.first(where: { $0.name == first }) else {
      throw UsageError(unknown: "command", first, among: Command.all.map(\.name))
    }
    if words.contains("--help") || words.contains("-h") {
      console.print(command.help)
      return .success
    }
    let arguments = try Arguments(Array(words.dropFirst()), options: command.options)
    // Workers can read our command line, and the seed gives every hidden input away.
    if arguments.value("--seed") != nil { hideCommandLine() }
    let listening = Interruption.takeWorkersAlong(console)
    defer { withExtendedLifetime(listening) {} }
    return try command.run(arguments, console)
  }
}
