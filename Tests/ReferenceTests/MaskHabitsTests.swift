import Coursework
import Grading
import Reference
import Testing

/// Masks of the right rate and scale whose entries have no chance of their own.
@Suite("Habits of masks")
struct MaskHabitsTests {
  static let seeds = InvertedDropoutTests.seeds

  private typealias Keep =
    @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> Tensor

  /// The one problem that both outputs are told, and no name.
  private func problem(_ seed: Seed, _ kept: @escaping Keep) throws -> String? {
    let findings = try InvertedDropoutTests.findings(
      .training { x, p, random in
        let mask = kept(x, p, &random) / p
        return (out: x * mask, mask: mask)
      }, seed)
    #expect(findings.map(\.verdict) == [.failed, .failed])
    #expect(findings.allSatisfy { $0.diagnosis == nil })
    #expect(Set(findings.map(\.problem)).count == 1)
    return findings.first?.problem
  }

  @Test("A row like the one above it, but for a few entries, fails", arguments: seeds)
  func likeTheRowAbove(_ seed: Seed) throws {
    let problem = try problem(seed) { x, p, random in
      // Half of all numbers are those of the row above.
      var u = random.rand(shape: x.shape)
      for i in 1..<x.shape[0] {
        for j in 0..<x.shape[1] where random.randomSample() < 0.5 { u[i, j] = u[i - 1, j] }
      }
      return u .< p
    }
    #expect(problem?.hasPrefix("entries of one column") == true)
  }

  @Test("A number for each sample that shifts its whole row fails", arguments: seeds)
  func shiftedRows(_ seed: Seed) throws {
    let problem = try problem(seed) { x, p, random in
      matrixOfRows(x.shape) { _ in
        let shift = (random.randomSample() < 0.5 ? 0.4 : -0.4) * min(p, 1 - p)
        return random.rand(x.shape[1]).scalars.map { $0 < p + shift ? 1 : 0 }
      }
    }
    #expect(problem?.hasPrefix("entries of one row") == true)
  }

  @Test("Neighbours that share out one number among them fail", arguments: seeds)
  func evenRows(_ seed: Seed) throws {
    let problem = try problem(seed) { x, p, random in
      matrixOfRows(x.shape) { _ in
        let u = random.rand(x.shape[1]).scalars
        return (0..<x.shape[1]).map { j in
          // Each number by itself is uniform, seven together are evenly spaced.
          let spaced = u[j / 7] + Double(j % 7) / 7
          return spaced - spaced.rounded(.down) < p ? 1 : 0
        }
      }
    }
    #expect(problem?.hasPrefix("the number of kept entries varies too little") == true)
  }

  @Test("One row that is turned further in each sample is not called an exact share")
  func turnedRow() throws {
    for number in 0..<40 {
      let problem = try problem(Seed("turned \(number)")) { x, p, random in
        let row = random.rand(x.shape[1]).scalars.map { $0 < p ? 1.0 : 0 }
        return matrix(x.shape) { i, j in row[(i + j) % x.shape[1]] }
      }
      #expect(problem?.contains("never varies") != true)
    }
  }

  @Test("A share that changes from call to call fails")
  func shareOfCalls() throws {
    var sentences: Set<String> = []
    for number in 0..<20 {
      let problem = try problem(Seed("calls \(number)")) { x, p, random in
        // In the largest masks it would be seen by itself.
        let share = x.count > 1000 ? p : p * (random.randomSample() < 0.5 ? 0.82 : 1.18)
        return random.rand(shape: x.shape) .< share
      }
      sentences.insert(try #require(problem))
    }
    #expect(
      sentences == [
        "the share of kept entries varies too much from call to call; it is p in every call",
        "how many entries are kept does not go with the probability p to keep each of them",
      ])
  }

  private func matrixOfRows(_ shape: [Int], _ row: (Int) -> [Double]) -> Tensor {
    Tensor(shape: shape, scalars: (0..<shape[0]).flatMap(row))
  }
}
