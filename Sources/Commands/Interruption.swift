import Foundation
import Hosting

/// What an interrupted run leaves behind: no process, and the reports that were finished.
enum Interruption {
  /// The signals that end a run early.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on an interrupted run takes everything that it started with it.
  ///
  /// - Returns: What listens; it must live as long as the run.
  static func takeWorkersAlong(_ console: Console) -> [any DispatchSourceSignal] {
    signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        ChildProcess.endAll()
        console.complain(
          "interrupted; what was finished is in the --output folder, if any, and the same command "
            + "goes on from there")
        // As a shell reports a program that a signal ended.
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }
}
