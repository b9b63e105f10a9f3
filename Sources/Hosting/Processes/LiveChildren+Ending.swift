extension LiveChildren {
  /// Ends every child and all that descends from it, for a run that is being interrupted.
  ///
  /// The kernel ends our children with us, but not what they have started.
  static func endAll() {
    for child in running { _ = Session.end(child) }
  }
}

extension ChildProcess {
  /// Ends every process that this module has started and that still runs.
  ///
  /// Whoever waits for one of them sees it end; call it when this process is about to exit.
  package static func endAll() {
    LiveChildren.endAll()
  }
}
