import Foundation
import Grading
import Hosting
import Reports

extension RunRecord {
  /// The record of a run that ends now, on this machine.
  init(
    options: [String], started: Date, toolchain: Toolchain, jobs: Int, isClass: Bool,
    submissions: [String], ungraded: [ClassReport.Ungraded]
  ) {
    self.init(
      version: Tool.version, options: options, started: started.ISO8601Format(),
      duration: Date().timeIntervalSince(started), isolation: "limits",
      toolchain: toolchain.version,
      machine: "\(toolchain.target), " + ProcessInfo.processInfo.operatingSystemVersionString,
      jobs: jobs, isClass: isClass, submissions: submissions, ungraded: ungraded)
  }
}
