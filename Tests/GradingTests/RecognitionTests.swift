import Coursework
import Grading
import Testing

@Suite("Naming a mistake")
struct RecognitionTests {
  private func exchanges(
    _ got: Solution, count: Int = 3, expected: Solution = Toy.right, name: String = "multiples"
  ) throws -> [Exchange] {
    try (0..<count).map { variant in
      var draw = Draw(seed: .public, check: "recognition", variant: variant)
      let question = Question(name, ["a": .tensor(draw.eighths(5, 3 + variant))])
      return Exchange(question: question, expected: try expected(question), got: try got(question))
    }
  }

  private func names(
    _ got: Solution, count: Int = 3, wrong: [String], _ misconceptions: [Misconception]
  ) throws -> [String: String] {
    try Recognition(of: exchanges(got, count: count), among: misconceptions)
      .explain(wrong).mapValues(\.id)
  }

  private let single = Toy.mistake("D", Toy.multiples(double: 1))
  private let other = Toy.mistake("T", Toy.multiples(triple: 1))
  private let both = Toy.mistake("DT", Toy.multiples(double: 1, triple: 1))

  @Test("An answer that equals a known mistake is named")
  func named() throws {
    let got = Toy.multiples(double: 1)
    #expect(try names(got, wrong: ["double"], [single, other, both]) == ["double": "D"])
  }

  @Test("Fewer than three exchanges name nothing", arguments: 0...4)
  func fewest(count: Int) throws {
    let named = try names(Toy.multiples(double: 1), count: count, wrong: ["double"], [single])
    #expect(named == (count >= 3 ? ["double": "D"] : [:]))
  }

  @Test("Nothing wrong, nothing known: nothing named")
  func nothing() throws {
    #expect(try names(Toy.right, wrong: [], [single, both]) == [:])
    #expect(try names(Toy.multiples(double: 1), wrong: ["double"], []) == [:])
  }

  @Test("Every output that a mistake changes must match")
  func everyOutput() throws {
    #expect(try names(Toy.multiples(double: 1), wrong: ["double"], [both]) == [:])
    let half = Toy.multiples(double: 1, triple: 1.5)
    #expect(try names(half, wrong: ["double", "triple"], [both]) == [:])
    #expect(try names(half, wrong: ["double", "triple"], [other, single]) == ["double": "D"])
  }

  @Test("One mistake that explains both outputs wins over two that explain one each")
  func explainsMost() throws {
    let got = Toy.multiples(double: 1, triple: 1)
    let wrong = ["double", "triple"]
    for order in [[single, other, both], [both, other, single], [other, both, single]] {
      #expect(try names(got, wrong: wrong, order) == ["double": "DT", "triple": "DT"])
    }
    #expect(try names(got, wrong: wrong, [single, other]) == ["double": "D", "triple": "T"])
  }

  @Test("Of two equal mistakes the catalogue's first is named")
  func firstOfEquals() throws {
    let twin = Toy.mistake("D2", Toy.multiples(double: 1))
    let third = Toy.mistake("D3", Toy.multiples(double: 1))
    let got = Toy.multiples(double: 1)
    #expect(try names(got, wrong: ["double"], [single, twin, third]) == ["double": "D"])
    #expect(try names(got, wrong: ["double"], [third, single, twin]) == ["double": "D3"])
    let bothTwin = Toy.mistake("DT2", Toy.multiples(double: 1, triple: 1))
    let all = try names(
      Toy.multiples(double: 1, triple: 1), wrong: ["double", "triple"],
      [single, bothTwin, both, other])
    #expect(all == ["double": "DT2", "triple": "DT2"])
  }

  @Test("A mistake is not named where a wider one with the same numbers may hide behind another")
  func inDoubt() throws {
    // The double is that of both mistakes; the triple is wrong in a way of its own.
    let got = Toy.multiples(double: 1, triple: 1.5)
    let wrong = ["double", "triple"]
    for order in [[single, both], [both, single]] {
      #expect(try names(got, wrong: wrong, order) == [:])
    }
    // With a right triple nothing points to the wider one.
    let alone = Toy.multiples(double: 1)
    #expect(try names(alone, wrong: ["double"], [both, single]) == ["double": "D"])
  }

  @Test("A sentence about the output itself is true whatever else went wrong")
  func plain() throws {
    let plain = Misconception(
      "P", of: "multiples", looksLike: "your double is a itself", why: "why P",
      where: "where P", answer: Toy.multiples(double: 1))
    let got = Toy.multiples(double: 1, triple: 1.5)
    #expect(try names(got, wrong: ["double", "triple"], [both, plain]) == ["double": "P"])
  }

  @Test("A mistake of another question is not named")
  func otherQuestion() throws {
    let exchanges = try exchanges(Toy.multiples(double: 1), name: "other")
    #expect(try Recognition(of: exchanges, among: [single]).explain(["double"]).isEmpty)
  }

  @Test(
    "A variant that lies within 1e-3 of the right answer everywhere is never named",
    arguments: [0, 1e-12, 1e-9, 1e-6, 9e-4, 0.999e-3, 1.001e-3, 1e-2])
  func near(distance: Double) throws {
    let variant = Toy.multiples(double: 2 * (1 + distance))
    let named = try names(variant, wrong: ["double"], [Toy.mistake("N", variant)])
    #expect(named == (distance > 1e-3 ? ["double": "N"] : [:]))
  }

  @Test("One exchange that tells variant and right answer apart is enough")
  func oneSeparates() throws {
    // Wrong only where the array has four columns.
    let variant: Solution = { question in
      var answer = try Toy.right(question)
      let a = try question.tensor("a")
      if a.shape[1] == 4 { answer["double"] = .tensor(a) }
      return answer
    }
    let named = try names(variant, wrong: ["double"], [Toy.mistake("F", variant)])
    #expect(named == ["double": "F"])
    #expect(try names(Toy.right, wrong: [], [Toy.mistake("F", variant)]) == [:])
  }

  @Test("Where a variant has no numbers the answer must have none, in the same places")
  func noNumbers() throws {
    let root: Solution = { question in
      let a = try question.tensor("a")
      return ["double": .tensor(a.sqrt()), "triple": .tensor(a * 3)]
    }
    let variant = Toy.mistake("R", root)
    #expect(try names(root, wrong: ["double"], [variant]) == ["double": "R"])
    let changes: [@Sendable (Double) -> Double] = [
      { $0.isNaN ? 0 : $0 }, { $0.isNaN ? $0 : 1.1 * $0 }, { $0 > 1 ? .nan : $0 }, { _ in .nan },
    ]
    for change in changes {
      let other: Solution = { question in
        let answer = try root(question)
        return answer.merging(["double": .tensor(answer["double"]!.tensor!.map(change))]) { $1 }
      }
      #expect(try names(other, wrong: ["double"], [variant]) == [:])
    }
  }

  @Test("No numbers anywhere are no evidence, whoever has none either")
  func nothingButNaN() throws {
    let nothing = Toy.multiples(double: .nan)
    #expect(try names(nothing, wrong: ["double"], [Toy.mistake("N", nothing)]) == [:])
    // Beside numbers of the same mistake they belong to it.
    let half = Toy.multiples(double: .nan, triple: 1)
    let named = try names(half, wrong: ["double", "triple"], [Toy.mistake("H", half)])
    #expect(named == ["double": "H", "triple": "H"])
  }

  @Test("Whoever matches on all exchanges but one is not accused", arguments: 0..<3)
  func allButOne(place: Int) throws {
    let got: Solution = { question in
      let a = try question.tensor("a")
      return try Toy.multiples(double: a.shape[1] == 3 + place ? 1.1 : 1)(question)
    }
    #expect(try names(got, wrong: ["double"], [single]) == [:])
  }

  @Test(
    "An honest near miss is not named, what lies within 1e-9 is",
    arguments: [
      (0, true), (1e-13, true), (0.999e-9, true), (1.001e-9, false), (1e-8, false), (1e-6, false),
      (1e-3, false),
    ])
  func nearMiss(distance: Double, isNamed: Bool) throws {
    let got = Toy.multiples(double: 1 + distance)
    #expect(try names(got, wrong: ["double"], [single]) == (isNamed ? ["double": "D"] : [:]))
  }

  @Test("One element that is off is enough for silence", arguments: [1e-6, .nan, .infinity, -1])
  func oneElement(offset: Double) throws {
    let got: Solution = { question in
      var scalars = try question.tensor("a").scalars
      let shape = try question.tensor("a").shape
      scalars[scalars.count - 1] += offset
      return try Toy.right(question)
        .merging(["double": .tensor(Tensor(shape: shape, scalars: scalars))]) { $1 }
    }
    #expect(try names(got, wrong: ["double"], [single]) == [:])
  }

  @Test("NaN is never matched, not even by a variant of NaN")
  func nan() throws {
    let variant = Toy.multiples(double: .nan)
    let known = [Toy.mistake("NaN", variant), single]
    #expect(try names(variant, wrong: ["double"], known) == [:])
  }

  @Test("A wrong shape is matched only by a variant of that same shape")
  func shapes() throws {
    let flat: Solution = { question in
      let a = try question.tensor("a")
      return try Toy.right(question).merging(["double": .tensor(a.reshaped(a.count) * 2)]) { $1 }
    }
    let turned: Solution = { question in
      let a = try question.tensor("a")
      return try Toy.right(question).merging(["double": .tensor(a.transposed() * 2)]) { $1 }
    }
    let known = [Toy.mistake("flat", flat), Toy.mistake("turned", turned), single]
    #expect(try names(flat, wrong: ["double"], known) == ["double": "flat"])
    #expect(try names(turned, wrong: ["double"], known) == ["double": "turned"])
    #expect(try names(flat, wrong: ["double"], [known[1], single]) == [:])
    #expect(try names(Toy.multiples(double: 1), wrong: ["double"], Array(known[0...1])) == [:])
  }

  @Test("A missing output is matched by nothing")
  func missing() throws {
    let got: Solution = { ["triple": try Toy.right($0)["triple"] ?? .number(0)] }
    #expect(try names(got, wrong: ["double"], [single, both]) == [:])
  }

  @Test("An output that is right is not part of an accusation")
  func rightOutput() throws {
    // The mistake changes both outputs; the answer's triple is right.
    #expect(try names(Toy.multiples(double: 1), wrong: ["double"], [both, other]) == [:])
  }

  @Test("A variant that throws is our fault and is thrown on")
  func throwing() {
    let broken = Toy.mistake("broken") { _ in throw Fault() }
    #expect(throws: Fault.self) { try names(Toy.right, wrong: ["double"], [broken]) }
  }
}
