import Foundation
import Testing

@testable import Hosting

/// The levels above limits that this machine must or can show.
enum Levels {
  private static let isRequired =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"

  /// Landlock on every Linux that has it, bwrap where it works; both where nothing may be skipped.
  static let strong: [IsolationLevel.Choice] = [.landlock, .bubblewrap].filter {
    isRequired || (try? proven($0)) != nil
  }

  static func proven(_ choice: IsolationLevel.Choice) throws -> Isolation {
    try .proven(choice, runtime: Toolchain.find().runtimeLibraries)
  }
}
