import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// What Python's worker takes for numbers.
@Suite("Answers in Python", .serialized, .enabled(if: Pythons.isThere, "no python3 with NumPy"))
struct PythonAnswerTests {
  /// What comes of a function that returns an expression of its input z, [[-1, 2]].
  private func reply(_ expression: String) throws -> Reply {
    let scratch = try Scratch()
    let plugin = try scratch.write(
      "course/plugin.py",
      """
      from gradecheck import question

      @question("relu", "relu", parameters=1)
      def relu(function, z):
          return {"h": function(z)}
      """)
    let file = try scratch.write(
      "submission/layers.py",
      "import numpy as np\ndef relu(z):\n  h = np.maximum(z, 0)\n  return \(expression)\n")
    let isolation = Isolation.limits(because: "of a test")
    let workshop = try PythonWorkshop(
      Pythons.zygote(), home: .find(), isolation: isolation)
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let worker = try WorkerRespondent(
      program: workshop.worker(for: parentFolder(of: file), by: plugin), directory: folder.path,
      limits: WorkerLimits(), isolation: isolation)
    defer { worker.close() }
    return try worker.reply(to: Question("relu", ["z": .tensor([[-1, 2]])]))
  }

  @Test(
    "Real numbers of every kind are taken as they are",
    arguments: ["h", "h.tolist()", "h.astype(int)", "h.astype(object)", "np.matrix(h)"])
  func taken(expression: String) throws {
    guard case .answer(let answer, _, _) = try reply(expression) else {
      Issue.record("nothing was taken")
      return
    }
    #expect(answer == ["h": .tensor([[0, 2]])])
  }

  @Test(
    "What would have to be guessed is refused in words",
    arguments: ["h + 1j", "h.astype(str)", "{'h': h}", "[[0], [1, 2]]"])
  func refused(expression: String) throws {
    guard case .silence(.threw) = try reply(expression) else {
      Issue.record("it was taken")
      return
    }
  }
}
