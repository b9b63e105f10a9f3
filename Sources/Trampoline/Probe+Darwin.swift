#if canImport(Darwin)
  /// Where no confinement is offered, there is nothing to probe.
  struct Probe {
    init?(_ arguments: ArraySlice<String>) { return nil }

    func run() {}
  }
#endif
