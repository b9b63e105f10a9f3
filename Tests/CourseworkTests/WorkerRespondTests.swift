import Coursework
import Testing

@Suite("What a worker says to a question")
struct WorkerRespondTests {
  private func response(_ solve: @escaping @Sendable (Question) throws -> Answer) -> Message {
    Worker.respond(to: Question("f", ["x": .number(1)]), nonce: "n", with: Closure(solve))
  }

  @Test("Answers keep names, values and nonce")
  func answer() throws {
    let expected = Samples.everything
    let message = response { _ in Samples.everything }
    guard case .answer(let answer, _, _, "n") = message else {
      Issue.record("no answer: \(message)")
      return
    }
    #expect(answer.mapValues(Bits.init) == expected.mapValues(Bits.init))
  }

  @Test("The submission is asked the very question")
  func question() {
    let message = response { question in
      ["name": .text(question.name), "x": .number(try question.number("x"))]
    }
    #expect(message == .answer(["name": .text("f"), "x": .number(1)], nonce: "n"))
  }

  @Test("A starter's body is not an error")
  func notImplemented() {
    #expect(response { _ in throw NotImplemented() } == .failure(.notImplemented, nonce: "n"))
  }

  @Test("An unknown question is told apart from the student's errors")
  func badQuestion() {
    let message = response { question in throw BadQuestion(name: question.name) }
    let words = "the question 'f' is not one of this contract's questions"
    #expect(message == .failure(.badQuestion(words), nonce: "n"))
  }

  @Test("A thrown error travels in its own words")
  func threw() {
    #expect(response { _ in throw Failure(words: "no") } == .failure(.threw("no"), nonce: "n"))
  }

  @Test(
    "Words without end are cut, and what is left fits into a frame",
    arguments: [
      "x", "\n", "\0", "\"", "\u{10ffff}", "👩‍👩‍👧‍👦", "🇹🇷",
      "e" + String(repeating: "\u{301}", count: 90_000),
    ])
  func hugeDescription(filler: String) throws {
    let words = String(repeating: filler, count: 100_000 / filler.unicodeScalars.count + 1)
    let thrown: [@Sendable (Question) throws -> Answer] = [
      { _ in throw Failure(words: words) },
      { _ in throw BadQuestion(name: words) },
      { _ in throw BadQuestion(name: "f", reason: words) },
    ]
    for solve in thrown {
      let message = response(solve)
      let got = try message.resent
      #expect(got == message)
      switch got {
      case .failure(.threw(let text), "n"), .failure(.badQuestion(let text), "n"):
        #expect((1...1_000).contains(text.unicodeScalars.count))
      default: Issue.record("not a failure with words: \(got.head)")
      }
    }
  }
}

/// A submission that is one function.
private struct Closure: Contract {
  private let solve: @Sendable (Question) throws -> Answer

  init() { solve = { _ in [:] } }

  init(_ solve: @escaping @Sendable (Question) throws -> Answer) { self.solve = solve }

  func answer(_ question: Question) throws -> Answer { try solve(question) }
}

private struct Failure: Error, CustomStringConvertible {
  let words: String
  var description: String { words }
}
