import Coursework
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

/// Where the mistake of a composite lies, found by putting the student's pieces into the right one.
@Suite("Localisation by substitution")
struct LocalisationTests {
  // MARK: - Laws

  static let compositions = Catalogue.all.flatMap { assignment in
    assignment.compositions.map { (assignment.id, $0.question) }
  }

  @Test("With right pieces a composition is the right answer", arguments: compositions)
  func rightPieces(_ id: String, _ name: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let composition = try #require(assignment.compositions.first { $0.question == name })
    let questions = assignment.checks.flatMap { $0.questions(.public) }.filter { $0.name == name }
    #expect(questions.count >= Recognition.fewestExchanges)
    for question in questions {
      var asked: [String] = []
      let answer = try composition.answer(question) { output, piece in
        if !asked.contains(piece.name) { asked.append(piece.name) }
        return try #require(try assignment.reference(piece)[output]?.tensor)
      }
      #expect(asked == composition.pieces)
      let right = try assignment.reference(question)
      #expect(Set(answer.keys) == Set(right.keys))
      for (output, value) in right {
        let (a, b) = (try #require(answer[output]?.tensor), try #require(value.tensor))
        #expect(Comparison.separation(a, b) <= 1e-14, "\(output)")
      }
    }
  }

  @Test(
    "Who is right is asked the scheme's questions and no others", arguments: Catalogue.all.map(\.id)
  )
  func noMoreQuestions(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for check in assignment.checks where check.medium == .code && !check.outputs.isEmpty {
      let questions = check.questions(.public)
      guard questions.count >= Recognition.fewestExchanges,
        assignment.compositions.contains(where: { $0.question == questions[0].name })
      else { continue }
      let student = Student(answer: assignment.reference)
      #expect(try check.judge(questions, student, assignment).verdict == .passed)
      // The first comes twice where numbers are compared, and once where an outcome is measured.
      #expect([questions, questions + [questions[0]]].contains(student.asked))
    }
  }

  // MARK: - Layers

  private static let reference = AffineReLUReference()

  /// Pieces of a student's own, and right ones where there is none.
  struct Layers: Sendable {
    var affine: @Sendable (Tensor, Tensor, Tensor) -> Tensor = { x, w, b in
      reference.affine(x: x, w: w, b: b)
    }
    var relu: @Sendable (Tensor) -> Tensor = { reference.relu(z: $0) }
    var reluBackward: @Sendable (Tensor, Tensor) -> Tensor = { gradH, z in
      reference.reluBackward(gradH: gradH, z: z)
    }
    var isSilent: Set<String> = []
    /// What the composite makes of its answer in the end.
    var finish: @Sendable (Answer) -> Answer = { $0 }

    func answer(_ question: Question) throws -> Answer? {
      guard !isSilent.contains(question.name) else { return nil }
      let tensor = { (name: String) in try question.tensor(name) }
      switch question.name {
      case "affine":
        return ["y": .tensor(affine(try tensor("x"), try tensor("w"), try tensor("b")))]
      case "relu": return ["h": .tensor(relu(try tensor("z")))]
      case "reluBackward":
        return ["gradZ": .tensor(reluBackward(try tensor("gradH"), try tensor("z")))]
      case "affineReLU":
        let z = affine(try tensor("x"), try tensor("w"), try tensor("b"))
        return finish(["h": .tensor(relu(z))])
      case "affineReLUBackward":
        let z = affine(try tensor("x"), try tensor("w"), try tensor("b"))
        let gradZ = reluBackward(try tensor("gradH"), z)
        let back = reference.affineBackward(
          gradY: gradZ, h: try tensor("x"), w: try tensor("w"))
        return finish([
          "gradX": .tensor(back.gradH), "gradW": .tensor(back.gradW), "gradB": .tensor(back.gradB),
        ])
      default: return try reference.answer(question)
      }
    }
  }

  /// The diagnoses of one composite's outputs.
  private static func diagnoses(
    of check: String, _ layers: Layers, seed: Seed = .public
  ) throws -> [Diagnosis?] {
    let check = try #require(Assignment.affineReLU.checks.first { $0.id == check })
    let student = Student { try layers.answer($0) }
    let finding = try check.judge(check.questions(seed), student, .affineReLU)
    for output in finding.outputs where output.diagnosis != nil {
      #expect(output.verdict == .failed && output.credit == .zero)
    }
    return finding.outputs.map(\.diagnosis)
  }

  private static let forward = "affine-relu/values"
  private static let backward = "affine-relu-backward/values"

  /// Mistakes that no catalogue holds.
  private static let oddAffine: @Sendable (Tensor, Tensor, Tensor) -> Tensor = { x, w, b in
    x.matmul(w) + b * b
  }
  private static let oddMask: @Sendable (Tensor, Tensor) -> Tensor = { gradH, z in
    gradH * (z .> -0.75)
  }

  private static let plusOne: @Sendable (Answer) -> Answer = { answer in
    answer.compactMapValues { value in value.tensor.map { .tensor($0 + 1) } }
  }

  @Test("One wrong piece is named, forward and backward", arguments: CatalogueTests.seeds)
  func onePiece(seed: Seed) throws {
    for check in [Self.forward, Self.backward] {
      for diagnosis in try Self.diagnoses(of: check, Layers(affine: Self.oddAffine), seed: seed) {
        #expect(diagnosis?.id == "piece-affine")
      }
    }
    let masked = try Self.diagnoses(
      of: Self.backward, Layers(reluBackward: Self.oddMask), seed: seed)
    #expect(
      masked.first
        == Diagnosis(
          id: "piece-reluBackward",
          looksLike:
            "your affineReLUBackward is right but for your own reluBackward, which it seems "
            + "to use or to repeat",
          why: "a right affineReLUBackward with your reluBackward in it gives exactly your numbers",
          place:
            "reluBackward first, then the same lines in affineReLUBackward if they stand there "
            + "again"))
    #expect(Set(masked).count == 1)
  }

  @Test("Two wrong pieces are named together")
  func twoPieces() throws {
    let layers = Layers(affine: Self.oddAffine, reluBackward: Self.oddMask)
    let ids = try Self.diagnoses(of: Self.backward, layers).map { $0?.id }
    #expect(Set(ids) == ["piece-affine-reluBackward"])
  }

  @Test("Where the pieces are right, the composite itself is at fault")
  func joining() throws {
    let layers = Layers(finish: Self.plusOne)
    #expect(
      try Self.diagnoses(of: Self.forward, layers)
        == [
          Diagnosis(
            id: "joining",
            looksLike: "your affine and relu are right with these numbers, your affineReLU is not",
            why: "the mistake is not in the pieces but in how affineReLU puts them together",
            place: "affineReLU: call your affine and relu in turn and compare each step")
        ])
  }

  @Test("A wrong piece beside another mistake of the composite says nothing")
  func both() throws {
    let layers = Layers(
      affine: Self.oddAffine, finish: Self.plusOne)
    #expect(try Self.diagnoses(of: Self.forward, layers) == [nil])
    #expect(try Self.diagnoses(of: Self.backward, layers) == [nil, nil, nil])
  }

  @Test("Beside a mistake in one output, the others are still right but for the wrong piece")
  func outputByOutput() throws {
    let layers = Layers(
      affine: Self.oddAffine,
      finish: { answer in
        answer.merging(["gradW": .tensor((answer["gradW"]?.tensor ?? Tensor(0)) + 1)]) { $1 }
      })
    let diagnoses = try Self.diagnoses(of: Self.backward, layers)
    #expect(diagnoses[1] == nil)
    for diagnosis in [diagnoses[0], diagnoses[2]] {
      #expect(
        diagnosis?.looksLike == "your gradX and gradB are right but for your own affine, which "
          + "affineReLUBackward seems to use or to repeat")
    }
  }

  @Test(
    "Silent pieces count as right, but nobody says that they are", arguments: ["affine", "relu"])
  func silence(piece: String) throws {
    #expect(
      try Self.diagnoses(of: Self.forward, Layers(isSilent: [piece], finish: Self.plusOne)) == [nil]
    )
    let odd = Layers(affine: Self.oddAffine, isSilent: [piece])
    let ids = try Self.diagnoses(of: Self.forward, odd).map { $0?.id }
    #expect(ids == [piece == "relu" ? "piece-affine" : nil])
  }

  @Test("A piece of another shape, or of NaN, stops nothing and says nothing")
  func misfits() throws {
    let row: @Sendable (Tensor, Tensor, Tensor) -> Tensor = { x, w, b in
      (x.matmul(w) + b).sum(axis: 0)
    }
    #expect(try Self.diagnoses(of: Self.forward, Layers(affine: row)) == [nil])
    let nan: @Sendable (Tensor, Tensor, Tensor) -> Tensor = { x, w, b in x.matmul(w) * .nan + b }
    #expect(try Self.diagnoses(of: Self.forward, Layers(affine: nan)) == [nil])
  }

  @Test("What is known by its name keeps it, and no joining is blamed beside it")
  func known() throws {
    let masked = Layers(reluBackward: { gradH, _ in gradH })
    #expect(Set(try Self.diagnoses(of: Self.backward, masked).map { $0?.id }) == ["ARB1"])
    let mixed = Layers(finish: { answer in
      var answer = answer
      answer["gradW"] = answer["gradW"]?.tensor.map { .tensor(-$0) }
      answer["gradB"] = answer["gradB"]?.tensor.map { .tensor($0 + 1) }
      return answer
    })
    #expect(try Self.diagnoses(of: Self.backward, mixed).map { $0?.id } == [nil, "sign", nil])
  }
}

/// Replies like a submission and remembers what it was asked.
///
/// A class, because a check borrows its respondent and the test reads the log afterwards.
private final class Student: Respondent {
  private(set) var asked: [Question] = []
  private let answer: (Question) throws -> Answer?

  init(answer: @escaping (Question) throws -> Answer?) { self.answer = answer }

  func reply(to question: Question) throws -> Reply {
    asked.append(question)
    return try answer(question).map { .answer($0) } ?? .silence(.notImplemented)
  }
}

extension LocalisationTests {
  @Test("Under a secret seed only public numbers are asked for the pieces")
  func publicNumbers() throws {
    let check = try #require(
      Assignment.affineReLU.checks.first { $0.id == "affine-relu/values" })
    let secret = check.questions(Seed("quite a secret"))
    let layers = Layers(relu: { $0.maximum(0.25) })
    let student = Student { try layers.answer($0) }
    let finding = try check.judge(secret, student, .affineReLU)
    #expect(finding.outputs.map(\.diagnosis?.id) == ["piece-relu"])
    // Beside what the check itself asks, nothing that the worker hears depends on the seed.
    let others = student.asked.filter { !secret.contains($0) }
    let again = Student { try layers.answer($0) }
    _ = try check.judge(check.questions(Seed("another")), again, .affineReLU)
    let others2 = again.asked.filter { !check.questions(Seed("another")).contains($0) }
    #expect(!others.isEmpty && others == others2)
  }
}
