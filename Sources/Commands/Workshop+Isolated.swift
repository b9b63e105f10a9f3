import Hosting

extension Workshop {
  /// The workshop of this machine with the isolation that was asked for; says where it is weak.
  ///
  /// - Throws: `HostError` where the isolation does not hold, or is weaker than it must be.
  static func standard(
    isolation: IsolationLevel.Choice, mustBeStrong: Bool, _ console: Console
  ) throws(HostError) -> Workshop {
    let workshop = try Workshop.standard(isolation: isolation)
    guard let shortcoming = workshop.isolation.shortcoming else { return workshop }
    guard !mustBeStrong else {
      throw HostError(
        .isolationUnproven,
        "Strong isolation is required, and there are limits alone: \(shortcoming)",
        advice: "See gradecheck doctor, or grade on a Linux with Landlock.")
    }
    console.complain(
      "warning: isolation is limits alone (\(shortcoming)); submissions can read your files and "
        + "reach the network")
    return workshop
  }
}
