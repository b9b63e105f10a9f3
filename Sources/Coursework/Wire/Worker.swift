/// The student's side of the conversation: reads questions, calls the submission, writes answers.
///
/// Frames travel on descriptors of their own (requests on 3, responses on 4), so whatever the
/// submission prints goes to its own stdout and stderr and can never be taken for an answer.
public enum Worker {
  /// Answers questions until the requests end, then ends the process.
  ///
  /// The grader's build writes the one call of this function; a submission has no use for it.
  public static func serve<Submission: Contract>(_ type: Submission.Type) -> Never {
    Platform.traceCrashes()
    serve(type, requests: 3, responses: 4)
  }

  /// The same over other descriptors.
  package static func serve<Submission: Contract>(
    _ type: Submission.Type, requests: Int32, responses: Int32
  ) -> Never {
    Platform.flushEveryLine()
    let channel = Channel(requests: requests, responses: responses)
    // Made before the greeting, so that the grader can tell a crash here from one in an answer.
    let submission = Submission()
    channel.send(.hello(version: Message.version, contract: String(describing: type)))
    while let message = channel.next() {
      guard case .question(let question, let nonce) = message else { break }
      let response = respond(to: question, nonce: nonce, with: submission)
      // What was printed while answering must have left the process before the answer does.
      Platform.flushOutput()
      channel.send(response)
    }
    Platform.exitAtOnce(0)
  }

  /// The message that answers one question, whatever the submission does short of a crash.
  package static func respond(
    to question: Question, nonce: String, with submission: some Contract
  ) -> Message {
    do {
      return .answer(try submission.answer(question), nonce: nonce)
    } catch is NotImplemented {
      return .failure(.notImplemented, nonce: nonce)
    } catch let error as BadQuestion {
      return .failure(.badQuestion(Message.cut(error.description)), nonce: nonce)
    } catch {
      return .failure(.threw(Message.cut(String(describing: error))), nonce: nonce)
    }
  }
}

/// Whole messages over a pair of descriptors, read and written until done.
private struct Channel {
  let requests: Int32
  let responses: Int32

  func send(_ message: Message) {
    // A closed pipe means that the grader is gone: nobody is left to tell.
    if !Platform.write(message.frame.bytes, to: responses) { Platform.exitAtOnce(0) }
  }

  /// The next message, or `nil` at the end of the requests or at bytes that are none.
  func next() -> Message? {
    guard let prefix = Platform.read(Frame.prefixLength, from: requests),
      let length = try? Frame.headerLength(prefix: prefix),
      let text = Platform.read(length, from: requests),
      let header = try? Frame.header(text),
      let data = Platform.read(header.dataLength, from: requests),
      let frame = try? Frame(header: header, data: data)
    else { return nil }
    return try? Message(frame)
  }
}
