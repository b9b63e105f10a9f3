import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// The worker that the documentation shows is run as it stands there.
@Suite("The documented worker", .enabled(if: Pythons.isThere, "there is no python3 with NumPy"))
struct DocumentedWorkerTests {
  private static func program() throws -> String {
    let page = try Home.find().sources + "/Coursework/Coursework.docc/WorkerForAnotherLanguage.md"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    let block = try #require(parts.first { $0.hasPrefix("python\n") })
    return String(block.dropFirst("python\n".count))
  }

  @Test("It answers what it knows, says what is missing, and what went wrong")
  func works() throws {
    let scratch = try Scratch()
    let script = try scratch.write("worker.py", Self.program())
    let runtime = try Pythons.runtime()
    let worker = try WorkerRespondent(
      program: WorkerProgram(
        path: runtime.interpreter.program, arguments: [script],
        kind: .interpreted(reading: runtime.folders + [script])),
      directory: scratch.path, limits: WorkerLimits(), isolation: .limits(because: "a test"))
    defer { worker.close() }
    let z = Tensor([[-1, 2], [0.1, -0.0]])
    let questions = [
      Question("relu", ["z": .tensor(z)]), Question("affine", [:]), Question("relu", [:]),
      Question("relu", ["z": .tensor(z)]),
    ]
    let right: Answer = ["h": .tensor([[0, 2], [0.1, 0]])]
    let expected: [(Answer?, Silence?)] = [
      (right, nil), (nil, .notImplemented), (nil, .threw("'z'")), (right, nil),
    ]
    for (question, (answer, silence)) in zip(questions, expected) {
      switch try worker.reply(to: question) {
      case .answer(let given, _, _): #expect(given == answer)
      case .silence(let given): #expect(given == silence)
      }
    }
  }
}
