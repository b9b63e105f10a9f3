/// What to start, and under which conditions.
package struct Launch: Sendable {
  /// The absolute path of the program.
  package var program: String
  /// Its arguments, without its own name.
  package var arguments: [String]
  /// Its environment, complete: nothing is inherited.
  package var environment: [String: String]
  /// The absolute path of the folder that it starts in.
  package var directory: String
  /// What it may use.
  package var limits: ResourceLimits
  /// Whether it talks with us: requests on descriptor 3, responses on 4.
  package var connected: Bool
  /// What it may reach; `nil` leaves it to its limits.
  var confinement: Confinement?
  /// The program bwrap, where a confined process gets a world of its own.
  var bubblewrap: String?

  /// Describes one start.
  package init(
    program: String, arguments: [String] = [], environment: [String: String], directory: String,
    limits: ResourceLimits, connected: Bool = false,
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.limits = limits
    self.connected = connected
  }

  /// The environment of a process that is nobody's: enough to run, nothing to learn from.
  ///
  /// - Parameter home: the folder that serves as home and for temporary files.
  /// - Returns: all variables.
  package static func plainEnvironment(home: String) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "TZ": "UTC",
      // The backtracer prints registers and memory, and so would leak hidden inputs.
      "SWIFT_BACKTRACE": "enable=no",
      // Else every thread reserves 64 MB of address space for its own heap.
      "MALLOC_ARENA_MAX": "2",
    ]
  }
}
