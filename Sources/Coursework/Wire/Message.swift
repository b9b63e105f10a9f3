import NumPyRandom
import Tensors

/// What grader and worker say to each other; each message is one frame.
///
/// The worker speaks first (`hello`); then every question gets exactly one `answer` or `failure`
/// that repeats its nonce. The end of the requests is the end of the conversation.
package enum Message: Sendable, Hashable {
  /// The worker is there and speaks this version of the protocol; `contract` is the name of the
  /// submission's type, for whoever reads a recorded conversation.
  case hello(version: Int, contract: String)
  /// The grader asks.
  case question(Question, nonce: String)
  /// The worker answers the question of that nonce; the call changed the inputs named, and the
  /// code was found to follow these conventions of its course.
  case answer(Answer, changed: [String] = [], conventions: [String] = [], nonce: String)
  /// The worker could not answer the question of that nonce.
  case failure(Failure, nonce: String)

  /// Why there is no answer.
  package enum Failure: Sendable, Hashable {
    /// The starter's body is still there, or the method is missing.
    case notImplemented
    /// The student's code threw; its own words, cut to a decent length.
    case threw(String)
    /// The contract does not know the question: the grader's mistake.
    case badQuestion(String)
  }

  /// The version of the protocol that this code speaks.
  package static let version = 1
  /// Longest description of an error that travels, in Unicode scalars.
  package static let longestDescription = 1_000

  /// The words of an error, cut to what may travel.
  static func cut(_ words: String) -> String {
    // Not characters: a single one may be as long as it likes, and the header may not.
    String(String.UnicodeScalarView(words.unicodeScalars.prefix(longestDescription)))
  }
}

// MARK: - To a frame

extension Message {
  /// The frame that carries this message.
  package var frame: Frame {
    switch self {
    case .hello(let version, let contract):
      Frame(
        metadata: ["kind": "hello", "version": String(version), "contract": contract], arrays: [])
    case .question(let question, let nonce):
      Self.frame(["kind": "question", "name": question.name, "nonce": nonce], question.inputs)
    case .answer(let answer, let changed, let conventions, let nonce):
      Self.frame(
        Self.marks(Self.changedPrefix, changed)
          .merging(Self.marks(Self.conventionPrefix, conventions)) { $1 }
          .merging(["kind": "answer", "nonce": nonce]) { $1 }, answer)
    case .failure(let failure, let nonce):
      Frame(metadata: failure.metadata.merging(["nonce": nonce]) { $1 }, arrays: [])
    }
  }

  private static func frame(_ head: [String: String], _ values: [String: Value]) -> Frame {
    var metadata = head
    var arrays: [Frame.Array] = []
    for (name, value) in values {
      switch value {
      case .tensor(let tensor): arrays.append(Frame.Array(name: name, tensor))
      case .text(let text): metadata[textPrefix + name] = text
      case .randomState(let state):
        metadata[randomPrefix + name] = RandomState.kind
        arrays += state.arrays(named: name)
      }
    }
    return Frame(metadata: metadata, arrays: arrays)
  }

  private static func marks(_ prefix: String, _ names: [String]) -> [String: String] {
    Dictionary(names.map { (prefix + $0, "") }) { first, _ in first }
  }

  // A name may itself hold a dot or a colon; the prefix alone tells what an entry is.
  static let textPrefix = "text:"
  static let randomPrefix = "random:"
  static let changedPrefix = "changed:"
  static let conventionPrefix = "convention:"
}

extension Message.Failure {
  fileprivate var metadata: [String: String] {
    switch self {
    case .notImplemented: ["kind": "failure", "reason": "notImplemented"]
    case .threw(let text): ["kind": "failure", "reason": "threw", "description": text]
    case .badQuestion(let text): ["kind": "failure", "reason": "badQuestion", "description": text]
    }
  }
}

extension Frame.Array {
  /// A tensor of `Double`, bit for bit.
  init(name: String, _ tensor: Tensor) {
    self.init(
      name: name, type: .float64, shape: tensor.shape,
      bytes: LittleEndian.bytes(of: tensor.scalars))
  }
}
