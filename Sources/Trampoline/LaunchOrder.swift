/// What the command line asks for.
struct LaunchOrder {
  /// One resource limit.
  struct Limit {
    let name: String
    let resource: Int32
    let soft: UInt64
    let hard: UInt64
  }

  private(set) var limits: [Limit] = []
  private(set) var directory = ""
  private(set) var parent: Int32?
  /// The calls that are refused; `nil` where the program is kept by its limits alone.
  private(set) var policy: CallPolicy?
  /// What a confined program may use; everything else is out of its reach.
  private(set) var grants: [Grant] = []
  /// Whether the program is a trampoline again, which then speaks on the status descriptor.
  private(set) var isRelay = false
  private(set) var program = ""
  private(set) var arguments: [String] = []

  /// Reads the options up to `--`, and takes what follows as the program, whatever it looks like.
  init(arguments line: [String]) throws(FailedStep) {
    var rest = line.dropFirst()
    while let option = rest.popFirst(), option != "--" {
      guard let value = rest.popFirst() else {
        throw FailedStep(message: "option \(option) has no value")
      }
      try take(option, value)
    }
    guard let first = rest.popFirst() else {
      throw FailedStep(message: "no program is named after --")
    }
    guard !directory.isEmpty else { throw FailedStep(message: "--directory is missing") }
    program = first
    self.arguments = Array(rest)
  }

  private mutating func take(_ option: String, _ value: String) throws(FailedStep) {
    if option == "--directory" {
      directory = value
    } else if option == "--parent", let number = Int32(value) {
      parent = number
    } else if option == "--confine", let policy = CallPolicy(rawValue: value) {
      self.policy = policy
    } else if let access = Grant.Access(rawValue: String(option.dropFirst(2))) {
      grants.append(Grant(access: access, path: value))
    } else if option == "--status", value == "relay" {
      isRelay = true
    } else if Self.optionNames.contains(option),
      let soft = Int64(value).flatMap(UInt64.init(exactly:))
    {
      guard let resource = Launcher.resource(option) else { return }
      // One second between SIGXCPU and SIGKILL, so that the former can be told from other ends.
      let hard = option == "--cpu" ? soft + 1 : soft
      limits.append(Limit(name: option, resource: resource, soft: soft, hard: hard))
    } else {
      throw FailedStep(message: "cannot understand \(option) \(value)")
    }
  }

  private static let optionNames = [
    "--cpu", "--data", "--address-space", "--file-size", "--stack", "--open-files",
  ]
}
