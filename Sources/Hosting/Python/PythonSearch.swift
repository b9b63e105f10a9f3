import Foundation
import Synchronization

/// Looks for a Python and lets it import NumPy, while others do something else.
///
/// A class, because the thread that looks and whoever waits for it share what was found.
package final class PythonSearch: Sendable {
  private let home: Home
  private let found = Mutex<Result<PythonZygote, HostError>?>(nil)
  private let isOver = DispatchSemaphore(value: 0)

  /// Begins to look for the first Python of this machine that can import NumPy.
  ///
  /// - Parameters:
  ///   - home: where our own files lie.
  ///   - environment: the variables to look at.
  package init(
    home: Home, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.home = home
    Thread { [self] in
      let result = Result { () throws(HostError) in
        try PythonZygote.find(home: home, environment: environment)
      }
      found.withLock { $0 = result }
      isOver.signal()
    }.start()
  }

  /// A workshop with what was found, once it is found.
  ///
  /// - Throws: `HostError` where there is no such Python, or our own worker is missing.
  package func workshop(isolation: Isolation) throws(HostError) -> PythonWorkshop {
    isOver.wait()
    isOver.signal()
    guard let result = found.withLock({ $0 }) else { throw .zygote("nobody looked for it") }
    return try PythonWorkshop(result.get(), home: home, isolation: isolation)
  }
}
