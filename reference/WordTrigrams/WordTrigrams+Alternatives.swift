import Coursework
import Foundation
import Grading

extension WordTrigramsReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    countAlternatives + forwardAlternatives + lossAlternatives + backwardAlternatives
    + BatchMomentum.alternatives + accuracyAlternatives + topAlternatives + net.trainAlternatives

  // MARK: - Words

  private static let countAlternatives: [Alternative] = [
    count("identity", "rows of the identity, added up") { call in
      call.words.map { words in
        Tensor.identity(call.vocabulary).rows(at: words.map { $0 - 1 }).sum(axis: 0).scalars
      }
    },
    count("columns", "each word of the vocabulary counted in each row") { call in
      call.words.map { words in
        (1...call.vocabulary).map { word in Double(words.count { $0 == word }) }
      }
    },
    count("positions", "a one-hot table for each position, and their sum") { call in
      let tables = (0..<call.length).map { position in
        OneHot.rows(
          Tensor(call.words.map { Double($0[position] - 1) }), classes: call.vocabulary)
      }
      let sum = tables.dropFirst().reduce(tables[0], +)
      return (0..<sum.shape[0]).map { sum.row($0).scalars }
    },
    count("grouped", "a dictionary of each row") { call in
      call.words.map { words in
        let groups = Dictionary(grouping: words) { $0 }
        return (1...call.vocabulary).map { Double(groups[$0]?.count ?? 0) }
      }
    },
  ]

  private static func count(
    _ id: String, _ summary: String, _ rows: @escaping @Sendable (WordRows) -> [[Double]]
  ) -> Alternative {
    Alternative("count-\(id)", of: "countWords", summary) {
      ["counts": .tensor(Tensor(rows(try WordRows($0))))]
    }
  }

  private static let accuracyAlternatives: [Alternative] = [
    accuracy("loops", "sample by sample, word by word") { call in
      (0..<call.p.shape[0]).map { row in
        let p = call.p.row(row).scalars
        return call.y[row, p.firstIndex(of: p.max() ?? 0) ?? 0] == 1
      }
    },
    accuracy("beaten", "no word has a larger p than the right one") { call in
      let right = (call.y * call.p).sum(axis: 1, keepingDimension: true)
      return (call.p .> right).sum(axis: 1).scalars.map { $0 == 0 }
    },
    accuracy("logarithms", "the largest logarithm") { call in
      zip(call.p.log().argmax(axis: 1), call.y.argmax(axis: 1)).map(==)
    },
    accuracy("top", "the first of the ranked words") { call in
      zip(WordNet.ranking(call.p), call.y.argmax(axis: 1)).map { $0[0] == $1 + 1 }
    },
  ]

  private static func accuracy(
    _ id: String, _ summary: String, _ hits: @escaping @Sendable (WordPrediction) -> [Bool]
  ) -> Alternative {
    Alternative("accuracy-\(id)", of: "accuracy", summary) {
      let hits = hits(try WordPrediction($0))
      return ["accuracy": .number(Double(hits.count { $0 }) / Double(hits.count) * 100)]
    }
  }

  private static let topAlternatives: [Alternative] = [
    top("stable", "sorted by −p") { p, k in
      Array(p.indices.sorted { -p[$0] < -p[$1] }.prefix(k)).map { $0 + 1 }
    },
    top("reversed", "sorted upwards, the end of it turned round") { p, k in
      p.indices.sorted { p[$0] < p[$1] }.suffix(k).reversed().map { $0 + 1 }
    },
    top("pairs", "pairs of word and p, sorted") { p, k in
      zip(1..., p).sorted { $0.1 > $1.1 }.prefix(k).map(\.0)
    },
    top("one-by-one", "the largest taken out k times") { p, k in
      var left = p
      return (0..<k).map { _ in
        let best = left.indices.max { left[$0] < left[$1] } ?? 0
        left[best] = -1
        return best + 1
      }
    },
  ]

  private static func top(
    _ id: String, _ summary: String,
    _ words: @escaping @Sendable (_ p: [Double], _ k: Int) -> [Int]
  ) -> Alternative {
    Alternative("top-\(id)", of: "topWords", summary) {
      let call = try WordRanking($0)
      let rows = (0..<call.p.shape[0]).map { words(call.p.row($0).scalars, call.k) }
      return call.table(rows).mapValues { .tensor($0) }
    }
  }

  // MARK: - Passes

  private static let forwardAlternatives: [Alternative] = [
    Alternative("forward-logarithms", of: "forward", "log p first, then its exponential") {
      let s = try WordPass($0).layers().s
      let shifted = s - s.max(axis: 1, keepingDimension: true)
      let logs = shifted - shifted.exp().sum(axis: 1, keepingDimension: true).log()
      return ["p": .tensor(logs.exp())]
    },
    Alternative("forward-rows", of: "forward", "sample by sample, the last word as the origin") {
      let s = try WordPass($0).layers().s
      let rows = (0..<s.shape[0]).map { row in
        let s = s.row(row).scalars
        let largest = s.reduce(-Double.infinity, max)
        let powers = s.map { exp($0 - largest) }
        return powers.map { $0 / powers.reduce(0, +) }
      }
      return ["p": .tensor(Tensor(rows))]
    },
    Alternative("forward-embedding", of: "forward", "embeddings looked up and added up") {
      let pass = try WordPass($0)
      let rows = (0..<pass.x.shape[0]).map { row in
        let counts = pass.x.row(row).scalars
        return counts.indices.reduce(pass.biases[0]) { $0 + counts[$1] * pass.weights[0].row($1) }
          .scalars
      }
      let h = Sigmoid.forward(Tensor(rows).matmul(pass.weights[1]) + pass.biases[1])
      return ["p": .tensor(WordNet.softmax(h.matmul(pass.weights[2]) + pass.biases[2]))]
    },
  ]

  private static let lossAlternatives: [Alternative] = [
    Alternative("loss-picked", of: "loss", "the p of the right words alone") {
      let call = try WordPrediction($0)
      return ["loss": .number(-(call.y * call.p).sum(axis: 1).log().mean())]
    },
    Alternative("loss-clipped", of: "loss", "p clipped to 1e-15 and more, as the course does") {
      let call = try WordPrediction($0)
      let logs = call.p.clipped(to: 1e-15...1 - 1e-15).log()
      return ["loss": .number(-(call.y * logs).sum() / call.samples)]
    },
  ]

  private static let backwardAlternatives: [Alternative] = [
    Alternative("backward-jacobian", of: "backward", "−y/p through the whole Jacobian of softmax") {
      var way = WordWayBack()
      way.outputDelta = { s, y in
        let p = WordNet.softmax(s)
        let byP = -y / p
        return p * (byP - (byP * p).sum(axis: 1, keepingDimension: true))
      }
      return try way.gradients(WordPass($0)).mapValues { .tensor($0) }
    },
    Alternative("backward-slope-of-sum", of: "backward", "the sigmoid's slope from its sum") {
      var way = WordWayBack()
      way.hiddenSlope = ActivationSlope { z, _ in
        let powers = (-z).exp()
        return powers / (1 + powers).squared()
      }
      return try way.gradients(WordPass($0)).mapValues { .tensor($0) }
    },
  ]
}
