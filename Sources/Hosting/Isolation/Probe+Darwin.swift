#if canImport(Darwin)
  /// The hostile probe, for which there is nothing to prove on this system.
  enum Probe {
    /// Says by an error that no level above limits is offered.
    static func feats(_ isolating: (Launch) -> Launch) throws(HostError) -> [String] {
      throw HostError(
        .isolationUnproven, "macOS offers no such isolation",
        advice: "Grade code that you do not trust on Linux.")
    }
  }

  /// Zero: there is no Landlock here.
  func landlockVersion() -> Int { 0 }
#endif
