import NumPyRandom
import Testing

/// Requests that NumPy answers with `ValueError`, and a word that the message must hold.
enum BadRequest: String, CaseIterable, Codable, Sendable {
  case emptyRange, noBound, tooMany, nothing, negativeDeviation, infiniteRange, negativeCount

  func make() {
    var random = RandomState(seed: 0)
    switch self {
    case .emptyRange: _ = random.randint(from: 3, to: 3)
    case .noBound: _ = random.randint(below: 0)
    case .tooMany: _ = random.choice(3, count: 4, replacing: false)
    case .nothing: _ = random.choice(0, count: 1)
    case .negativeDeviation: _ = random.normal(standardDeviation: -1, shape: [2])
    case .infiniteRange: _ = random.uniform(from: 0, to: .infinity, shape: [2])
    case .negativeCount: _ = random.permutation(-1)
    }
  }

  var word: String {
    switch self {
    case .emptyRange: "RandomState.randint: no integer from 3 up to 3"
    case .noBound: "RandomState.randint: no integer from 0 up to 0"
    case .tooMany: "RandomState.choice: cannot pick 4 of 3"
    case .nothing: "RandomState.choice: cannot pick 1 of 0"
    case .negativeDeviation: "RandomState.normal: the standard deviation is negative: -1"
    case .infiniteRange: "RandomState.uniform: the range from 0.0 to inf is not finite"
    case .negativeCount: "RandomState.permutation: the count is negative: -1"
    }
  }
}

@Suite("Bad requests to a generator")
struct BadRequestTests {
  @Test("A request that cannot be met stops and says so", arguments: BadRequest.allCases)
  func stops(request: BadRequest) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [request] in
      request.make()
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains(request.word))
  }
}
