import Hosting

extension Command {
  static let doctor = Command(
    name: "doctor", synopsis: "",
    summary: "Say what this machine offers: toolchain, isolation, Python.",
    discussion: """
      Finds what gradecheck needs, lets a hostile probe loose on each level of isolation, and says
      which promises hold. Something that is missing is an answer too: the exit code is 0.
      """,
    options: []
  ) { arguments, console in
    guard arguments.positionals.isEmpty else { throw UsageError("doctor takes no arguments") }
    console.print(MachineReport().text)
    return .success
  }
}
