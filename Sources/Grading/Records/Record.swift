import Coursework
import Digests

/// What one submission answered, kept so that it can be judged again without running anything.
///
/// It holds the submission's own answers and silences and the digests of the questions, neither a
/// question nor an expected value. It is for staff all the same: whoever returns an input as the
/// answer finds the hidden input in the record.
package struct Record: Sendable {
  /// The assignment's identifier, such as `affine-relu`.
  package let assignment: String
  /// The course's identifier, where the submission is graded as that course teaches the assignment.
  package let course: String?
  /// The course's conventions that the class had chosen, by name.
  package let conventions: [String]
  /// What the student's own numbers are called, where there are any.
  package let variant: String?
  /// Whether the hand-computed part alone was graded, as of a row in a table of answers.
  package let isOnPaper: Bool
  /// Names the seed of the questions without telling it.
  package let seed: String
  /// What was handed in, and what became of it.
  package let handIn: HandIn
  /// What the answers were made with.
  package let instrument: Report.Instrument
  /// All that was answered.
  package let conversations: Conversations

  /// What a submission to the assignment answered to questions of the given seed.
  package init(
    assignment: String, course: String? = nil, conventions: [String] = [], variant: String? = nil,
    isOnPaper: Bool = false, seed: Seed, handIn: HandIn, instrument: Report.Instrument,
    conversations: Conversations
  ) {
    self.init(
      assignment: assignment, course: course, conventions: conventions, variant: variant,
      isOnPaper: isOnPaper, seedDigest: seed.digest.hex, handIn: handIn, instrument: instrument,
      conversations: conversations)
  }

  init(
    assignment: String, course: String?, conventions: [String], variant: String?, isOnPaper: Bool,
    seedDigest: String, handIn: HandIn, instrument: Report.Instrument, conversations: Conversations
  ) {
    self.assignment = assignment
    self.course = course
    self.conventions = conventions
    self.variant = variant
    self.isOnPaper = isOnPaper
    self.seed = seedDigest
    self.handIn = handIn
    self.instrument = instrument
    self.conversations = conversations
  }

  /// One question, and what came back.
  package struct Exchange: Sendable {
    /// The question's name, for people.
    package let name: String
    /// Names the question with all its inputs.
    package let digest: String
    /// What came back.
    package let reply: Reply

    /// The reply to a question.
    package init(question: Question, reply: Reply) {
      self.init(name: question.name, digest: question.digest.hex, reply: reply)
    }

    init(name: String, digest: String, reply: Reply) {
      self.name = name
      self.digest = digest
      self.reply = reply
    }
  }

  /// Whether the questions were drawn from this seed.
  package func isOf(_ seed: Seed) -> Bool { self.seed == seed.digest.hex }
}

// MARK: - What was said

extension Record {
  /// For each check what was asked and answered, in order.
  package struct Conversations: Sendable {
    /// Most bytes that the answers of one submission may take.
    ///
    /// What goes beyond is not kept, and is asked again when it is needed: no submission fills the
    /// disk, and none is blamed for long answers.
    package static let mostBytes = 64 << 20

    private var exchanges: [String: [Exchange]] = [:]
    private var bytes = 0
    private let limit: Int

    /// Nothing said yet.
    package init(limit: Int = mostBytes) { self.limit = limit }

    /// What was said in a check; `nil` where it was never asked.
    package subscript(check: String) -> [Exchange]? { exchanges[check] }

    /// The checks that were asked, sorted by name.
    package var checks: [String] { exchanges.keys.sorted() }

    /// Keeps what was said in a check, in place of what was said there before.
    package mutating func keep(_ said: [Exchange], in check: String) {
      precondition(!check.utf8.contains(UInt8(ascii: "#")), "a check called '\(check)'")
      forget(check)
      let size = Self.size(said, in: check)
      guard size <= limit - bytes else { return }
      bytes += size
      exchanges[check] = said
    }

    /// Keeps nothing of a check.
    mutating func forget(_ check: String) {
      bytes -= exchanges.removeValue(forKey: check).map { Self.size($0, in: check) } ?? 0
    }

    /// These conversations, with those of `later` in place of their own.
    package func merging(_ later: Conversations) -> Conversations {
      var merged = self
      for check in later.checks { merged.keep(later[check] ?? [], in: check) }
      return merged
    }

    private static func size(_ exchanges: [Exchange], in check: String) -> Int {
      exchanges.reduce(0) { $0 + $1.size(in: check) }
    }
  }
}

extension Record.Exchange {
  /// No less than the bytes that it takes in a file.
  func size(in check: String) -> Int { reply.size(named: check.utf8.count) + 512 }
}

extension Reply {
  /// No less than the bytes that it takes in a file, under names longer by `prefix` bytes.
  fileprivate func size(named prefix: Int) -> Int {
    // JSON takes at most six bytes to write one, and says of an array its name, type and place.
    guard case .answer(let answer, _, _) = self else { return 16_384 }
    return answer.reduce(0) { sum, output in
      let name = 6 * (output.key.utf8.count + prefix) + 512
      switch output.value {
      case .tensor(let tensor): return sum + name + 8 * tensor.count + 24 * tensor.shape.count
      case .text(let text): return sum + name + 6 * text.utf8.count
      case .randomState: return sum + 4 * name + 4096
      }
    }
  }
}

// MARK: - Names for what stays secret

extension Question {
  /// Names the question with all its inputs.
  var digest: Digest { SHA256.hash(of: Message.question(self, nonce: "").frame.bytes) }
}

extension Seed {
  /// Names the seed; two records of one digest were asked the same draws.
  fileprivate var digest: Digest { SHA256.hash(of: "gradecheck seed 1\n\(text)") }
}
