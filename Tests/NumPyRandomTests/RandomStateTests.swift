import NumPyRandom
import Tensors
import Testing

@Suite("NumPy's legacy generator")
struct RandomStateTests {
  static let seeds: [UInt32] = [0, 1, 6, 7, 8, 15, 231, 42, 123]

  @Test("Every call gives NumPy's numbers, bit for bit", arguments: seeds, Call.all)
  func agreesWithNumPy(seed: UInt32, call: Call) throws {
    let expected = try Vectors.load().numbers(seed, call.name)
    var random = RandomState(seed: seed)
    #expect(call.draw(&random).map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test("Every call uses up as many words as NumPy's", arguments: seeds)
  func usesAsManyWords(seed: UInt32) throws {
    for (name, count) in try Vectors.load().counts(seed) {
      var random = RandomState(seed: seed)
      let call = try #require(Call.all.first { $0.name == name })
      _ = call.draw(&random)
      // The position counts within the second and later blocks, too.
      #expect(random.state.position % 624 == count % 624, "\(name)")
    }
  }

  @Test("No entry of the vectors is left out")
  func coversAllVectors() throws {
    let vectors = try Vectors.load()
    #expect(Set(vectors.seeds.keys) == Set(Self.seeds.map { "\($0)" }))
    let names = Set(Call.all.map(\.name)).union(["_pos_after"])
    for (_, entries) in vectors.seeds { #expect(Set(entries.keys) == names) }
  }

  @Test("Integers of any range are NumPy's", arguments: [0, 7, 231] as [UInt32])
  func wideIntegers(seed: UInt32) throws {
    let table = try #require(try Vectors.load().wide["\(seed)"])
    for (range, expected) in table {
      let bounds = try range.split(separator: ",").map { try #require(Int($0)) }
      var random = RandomState(seed: seed)
      #expect(random.randint(from: bounds[0], to: bounds[1], count: 6) == expected, "\(range)")
    }
  }

  @Test("Copies go on alike and apart")
  func copies() {
    var random = RandomState(seed: 3)
    _ = random.randn(7)
    var copy = random
    #expect(copy == random)
    #expect(copy.randn(4) == random.randn(4))
    _ = random.nextWord()
    #expect(copy != random)
  }

  @Test("A permutation holds every number once", arguments: 0..<20)
  func picksOnce(n: Int) {
    var random = RandomState(seed: UInt32(n))
    #expect(random.permutation(n).sorted() == Array(0..<n))
    let picked = random.choice(n, count: n / 2, replacing: false)
    #expect(Set(picked).count == n / 2)
    #expect(picked.allSatisfy { (0..<n).contains($0) })
  }

  @Test("Shapes are as asked for, the empty ones too")
  func shapes() {
    var random = RandomState(seed: 0)
    #expect(random.rand(2, 3).shape == [2, 3])
    #expect(random.randn(4, 0).shape == [4, 0])
    #expect(random.rand().shape == [])
    #expect(random.choice(0, count: 0).isEmpty)
  }
}
