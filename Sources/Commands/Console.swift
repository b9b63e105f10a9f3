import Foundation

/// Where a command speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
  enum ColorChoice: String, Sendable, CaseIterable { case auto, always, never }

  var color = ColorChoice.auto
  var isQuiet = false

  /// Whether results are coloured: only on a terminal, unless asked for.
  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
  }

  /// Prints a result.
  func print(_ text: String) {
    write(text, to: .standardOutput)
  }

  /// Tells how far long work has come; silent when quiet.
  func progress(_ line: String) {
    if !isQuiet { write(line + "\n", to: .standardError) }
  }

  /// Says in one line what went wrong.
  func complain(_ line: String) {
    write("gradecheck: \(line)\n", to: .standardError)
  }

  private func write(_ text: String, to handle: FileHandle) {
    // A reader that went away, such as `head`, is no fault of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
