/// What every assignment's plug-in protocol refines: a type that answers questions.
///
/// An assignment declares a protocol with one method a question, and answers each question by
/// calling its method. A student's type is always called `Submission` and conforms to that protocol.
public protocol Contract {
  /// A fresh instance; a worker makes one before its first question.
  init()

  /// Calls the method that the question names and returns its results by name.
  ///
  /// - Throws: `NotImplemented` from a starter's body, `BadQuestion` for a name that the contract
  ///   does not know, and whatever the student's own code throws.
  func answer(_ question: Question) throws -> Answer
}

/// Thrown by the starter's bodies, so that a half-finished submission compiles and is graded part
/// by part.
public struct NotImplemented: Error {
  /// Says that this part is still to be written.
  public init() {}
}

/// A question that a contract cannot answer: the grader's mistake, never the student's.
public struct BadQuestion: Error, CustomStringConvertible {
  /// The question's name.
  public let name: String
  /// What is the matter with it.
  public let reason: String

  /// A question called `name` that cannot be answered for the given reason.
  public init(name: String, reason: String = "is not one of this contract's questions") {
    self.name = name
    self.reason = reason
  }

  /// One sentence.
  public var description: String { "the question '\(name)' \(reason)" }
}
