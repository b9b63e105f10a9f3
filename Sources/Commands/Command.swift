/// One subcommand: what it is called, what it takes, what it does.
struct Command: Sendable {
  let name: String
  /// The synopsis after the name, such as `<path>... [options]`.
  let synopsis: String
  /// One sentence for the list of commands.
  let summary: String
  /// What its own help says beyond the options.
  let discussion: String
  let options: [Option]
  let run: @Sendable (Arguments, Console) throws -> ExitCode

  static let all: [Command] = [
    .list, .handout, .grade, .regrade, .verify, .explain, .examine, .new, .doctor,
  ]

  /// Every command explains itself.
  static let helpOption = Option("--help", nil, "Show this help.")
}

// MARK: - Help

extension Command {
  /// The page that `gradecheck <command> --help` prints.
  var help: String {
    let rows = (options + [Self.helpOption]).map { option in
      (option.name + (option.value.map { " " + $0 } ?? ""), option.help)
    }
    return """
      \(summary)

      Usage: gradecheck \(name) \(synopsis)

      \(discussion)

      Options:
      \(Self.columns(rows))

      """
  }

  /// The page that `gradecheck --help` prints.
  static var overview: String {
    let rows = all.map { ($0.name + " " + $0.synopsis, $0.summary) }
    return """
      gradecheck grades neural-network coursework: it asks a submission the same questions as the
      reference solution, compares the numbers, and says what a wrong answer looks like.

      Usage: gradecheck <command> [options]

      Commands:
      \(columns(rows))

        --help, --version

      gradecheck <command> --help explains a command. Exit codes: 0 passed (or a class was graded),
      1 below the pass mark, 3 some submissions could not be graded, 64 wrong usage,
      65 unreadable input, 70 our own fault.

      """
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + text
    }.joined(separator: "\n")
  }
}
