import NumPyRandom
import Tensors
import Testing

@Suite("State of a generator")
struct RandomStateStateTests {
  @Test("The state shows what np.random.get_state shows", arguments: [0, 231] as [UInt32])
  func showsNumPysParts(seed: UInt32) throws {
    let expected = try #require(try Vectors.load().states["\(seed)"])
    var random = RandomState(seed: seed)
    _ = random.randn(3)
    let state = random.state
    #expect(Array(state.key.prefix(4)) == expected.firstWords)
    #expect(state.key.last == expected.lastWord)
    #expect(state.position == expected.position)
    #expect(state.hasGauss == (expected.hasGauss == 1))
    #expect(state.cachedGaussian == expected.cachedGaussian)
    #expect(random.randn(2).scalars + random.rand(2).scalars == expected.next)
  }

  @Test("A stream goes on from its state", arguments: [0, 1, 2, 623, 624, 625, 1248])
  func roundTrip(draws: Int) throws {
    var random = RandomState(seed: 9)
    for _ in 0..<draws { _ = random.nextWord() }
    _ = random.randn(draws % 2)
    let parts = random.state
    let state = try #require(
      RandomState.State(
        key: parts.key, position: parts.position, hasGauss: parts.hasGauss,
        cachedGaussian: parts.cachedGaussian,
      )
    )
    #expect(state == parts)
    var other = RandomState(seed: 0)
    other.state = state
    #expect(other == random)
    #expect(other.randn(700) == random.randn(700))
  }

  @Test("Parts of which no generator can be made are refused")
  func refusesBadParts() {
    let key = RandomState(seed: 0).state.key
    let zeros = [UInt32](repeating: 0, count: 624)
    typealias State = RandomState.State
    #expect(State(key: [], position: 0, hasGauss: false, cachedGaussian: 0) == nil)
    #expect(State(key: key + [1], position: 0, hasGauss: false, cachedGaussian: 0) == nil)
    #expect(State(key: key, position: -1, hasGauss: false, cachedGaussian: 0) == nil)
    #expect(State(key: key, position: 625, hasGauss: false, cachedGaussian: 0) == nil)
    #expect(State(key: key, position: 0, hasGauss: true, cachedGaussian: .nan) == nil)
    #expect(State(key: zeros, position: 0, hasGauss: false, cachedGaussian: 0) == nil)
    let low = [0x7fff_ffff] + zeros.dropFirst()
    #expect(State(key: low, position: 0, hasGauss: false, cachedGaussian: 0) == nil)
    let idle = State(key: key, position: 0, hasGauss: false, cachedGaussian: .nan)
    #expect(idle?.cachedGaussian == 0)
  }
}
