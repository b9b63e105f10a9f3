/// When work may be done, where several submissions are graded in one process.
package protocol Turns: Sendable {
  /// Does its work beside that of others.
  func beside<Result>(_ work: () throws -> Result) rethrows -> Result
  /// Does its work while nobody else does any.
  func alone<Result>(_ work: () throws -> Result) rethrows -> Result
}

/// The turns of somebody who has no others to wait for.
package struct NobodyElse: Turns {
  package init() {}

  package func beside<Result>(_ work: () throws -> Result) rethrows -> Result { try work() }
  package func alone<Result>(_ work: () throws -> Result) rethrows -> Result { try work() }
}
