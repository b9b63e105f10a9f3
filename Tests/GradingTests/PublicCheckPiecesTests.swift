import Coursework
import Grading
import Testing

@Suite("Checks of methods that are made of others")
struct PublicCheckPiecesTests {
  private static let a = Value.tensor([1, 2])
  private static let piece = PublicCheck.example(
    Question("double", ["a": a]), gives: ["y": .tensor([2, 4])])
  private static let whole = PublicCheck.example(
    Question("quadruple", ["a": a]), gives: ["y": .tensor([4, 8])]
  ).made(of: [piece])

  /// What the check of the whole tells somebody who multiplies by these numbers.
  private static func result(double: Double?, quadruple: Double?) throws -> HomeResult {
    let student = InProcess { question in
      guard let factor = question.name == "double" ? double : quadruple else {
        throw NotImplemented()
      }
      return ["y": .tensor(factor * (try question.tensor("a")))]
    }
    return HomeResult(try whole.judge(student), askedLast: "quadruple")
  }

  @Test("A right answer is right, whatever its pieces are", arguments: [2, 3, nil])
  func right(_ double: Double?) throws {
    #expect(try Self.result(double: double, quadruple: 4) == .right)
  }

  @Test("A mistake above a mistake in a piece is left open, and the piece is named")
  func follows() throws {
    #expect(
      try Self.result(double: 3, quadruple: 6)
        == .todo("mend double first; what is wrong here may come from it"))
  }

  @Test("A mistake above a right piece is told, or above one not written", arguments: [2, nil])
  func alone(_ double: Double?) throws {
    #expect(
      try Self.result(double: double, quadruple: 6)
        == .wrong(["y[0] is 6.0, in the worked example it is 4.0"]))
  }

  @Test("Another check of the same method is named by what tells it from this one")
  func sameMethod() throws {
    let special = PublicCheck.example(
      Question("double", ["a": .tensor([0])]), called: "nothing", gives: ["y": .tensor([0])]
    ).made(of: [Self.piece])
    let student = InProcess { ["y": .tensor(try $0.tensor("a") + 1)] }
    #expect(
      HomeResult(try special.judge(student))
        == .todo("mend the example first; what is wrong here may come from it"))
  }

  @Test("What is not written yet is a todo, whatever its pieces are", arguments: [2, 3, nil])
  func unwritten(_ double: Double?) throws {
    #expect(
      try Self.result(double: double, quadruple: nil) == .todo("quadruple is not written yet"))
  }
}
