import Foundation
import Testing

/// The numbers that NumPy drew; see the origin in `Vectors/rng.json`.
struct Vectors: Decodable {
  let seeds: [String: [String: Numbers]]
  let wide: [String: [String: [Int]]]
  let states: [String: ExpectedState]

  struct ExpectedState: Decodable {
    let firstWords: [UInt32]
    let lastWord: UInt32
    let position: Int
    let hasGauss: Int
    let cachedGaussian: Double
    let next: [Double]
  }

  /// A nested list of numbers, flattened; or, for the one entry that holds them, counts by name.
  enum Numbers: Decodable {
    case list([Double])
    case counts([String: Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let counts = try? container.decode([String: Int].self) {
        self = .counts(counts)
      } else if let rows = try? container.decode([[Double]].self) {
        self = .list(rows.flatMap(\.self))
      } else {
        self = .list(try container.decode([Double].self))
      }
    }
  }

  static func load() throws -> Vectors {
    let url = try #require(
      Bundle.module.url(forResource: "rng", withExtension: "json", subdirectory: "Vectors")
    )
    return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
  }

  func numbers(_ seed: UInt32, _ call: String) throws -> [Double] {
    guard case .list(let numbers) = try #require(seeds["\(seed)"]?[call]) else {
      throw Missing(call: call)
    }
    return numbers
  }

  func counts(_ seed: UInt32) throws -> [String: Int] {
    guard case .counts(let counts) = try #require(seeds["\(seed)"]?["_pos_after"]) else {
      throw Missing(call: "_pos_after")
    }
    return counts
  }

  struct Missing: Error { let call: String }
}
