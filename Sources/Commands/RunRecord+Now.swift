import Foundation
import Grading
import Hosting
import Reports

extension RunRecord {
  /// The record of a run that ends now, on this machine.
  init(
    options: [String], started: Date, workshop: Workshop, jobs: Int, isClass: Bool,
    submissions: [String], ungraded: [ClassReport.Ungraded]
  ) {
    let system = ProcessInfo.processInfo.operatingSystemVersionString
    self.init(
      version: Tool.version, options: options, started: started.ISO8601Format(),
      duration: Date().timeIntervalSince(started), isolation: workshop.isolation.description,
      toolchain: workshop.toolchain.version,
      machine: "\(workshop.toolchain.target), \(system)", jobs: jobs,
      isClass: isClass, submissions: submissions, ungraded: ungraded)
  }
}
