import Coursework
import Grading

extension WordTrigramsReference {
  /// Mistakes in `countWords`; w is a word from 1 to V.
  static let countMisconceptions: [Misconception] = [
    count.mistake(
      "WO1", "your table (words, V) is reshaped to (V, words), not transposed",
      why: "reshaping keeps the order of the numbers, so that words of three are merged into one",
      where: "the line that reshapes"
    ) { call in
      call.counts { position, word in
        (position * call.vocabulary + word - 1) / call.length
      }
    },
    count.mistake(
      "WO2", "word w stands in column w of your counts, and the last word in the first",
      why: "words are counted from 1 and columns from 0: word w is a 1 in column w − 1",
      where: indexLine
    ) { call in call.counts { _, word in word % call.vocabulary } },
    count.mistake(
      "WO3", "a word that occurs twice is a 1 in your counts",
      why: "every occurrence adds 1: the rows of one-hot words are summed", where: indexLine
    ) { ["counts": ($0.rightCounts .> 0)] },
    count.mistake(
      "WO4", "your counts hold the first word alone",
      why: "all words of a row are added up", where: "the loop over words"
    ) { $0.counts(of: 0..<1) { _, word in word - 1 } },
    count.mistake(
      "WO5", "your counts hold the last word alone",
      why: "all words of a row are added up: +=, not =", where: "the loop over words"
    ) { call in call.counts(of: call.length - 1..<call.length) { _, word in word - 1 } },
    count.mistake(
      "WO6", "your counts are divided by the number of words in a row",
      why: "each word is a whole 1", where: "the line that adds up"
    ) { ["counts": $0.rightCounts / Double($0.length)] },
    count.mistake(
      "WO7", "your counts are transposed: a column for each sample",
      why: "rows are samples: (N, V)", where: "the line that makes the array"
    ) { ["counts": $0.rightCounts.transposed()] },
    count.mistake(
      "WO8", "the words are numbered backwards: word w stands in column V − w",
      why: "word w is a 1 in column w − 1", where: indexLine
    ) { call in call.counts { _, word in call.vocabulary - word } },
  ]

  /// Mistakes in `accuracy`.
  static let accuracyMisconceptions: [Misconception] = [
    accuracy.mistake(
      "WA1", "this is the share of errors; the accuracy is what is left to 100",
      why: "count the samples whose right word is the most probable one", where: shareLine
    ) { ["accuracy": Tensor(100 - $0.accuracy)] },
    accuracy.mistake(
      "WA2", "your accuracy is a fraction between 0 and 1",
      why: "here it is in percent: times 100", where: shareLine
    ) { ["accuracy": Tensor($0.accuracy / 100)] },
    accuracy.mistake(
      "WA3", "your accuracy is how many are right, not their share",
      why: "divide by the number of samples, and take percent", where: shareLine
    ) { ["accuracy": Tensor($0.accuracy / 100 * $0.samples)] },
    accuracy.mistake(
      "WA4", "you take the least probable word of each sample",
      why: "the net decides for the word with the largest p", where: maximumLine
    ) { ["accuracy": Tensor(WordNet.accuracy(y: $0.y, p: -$0.p))] },
    accuracy.mistake(
      "WA5", "your maximum goes down the columns, over the samples",
      why: "each sample has a most probable word: the maximum of its row", where: maximumLine
    ) {
      let hits = zip($0.y.argmax(axis: 0), $0.p.argmax(axis: 0)).count { $0 == $1 }
      return ["accuracy": Tensor(100 * Double(hits) / Double($0.p.shape[1]))]
    },
    accuracy.mistake(
      "WA6", "your accuracy is the mean probability of the right words",
      why: "a sample is right or wrong: it counts whether its right word has the largest p",
      where: shareLine
    ) { ["accuracy": Tensor(100 * ($0.y * $0.p).sum() / $0.samples)] },
    accuracy.mistake(
      "WA7", "you count right words only where p is at least 0.5",
      why: "the most probable of V words may have a far smaller p", where: maximumLine
    ) { ["accuracy": Tensor(100 * ($0.y * ($0.p .>= 0.5)).sum() / $0.samples)] },
    accuracy.mistake(
      "WA8", "your accuracy is the share of equal entries of p, made 0 and 1, and y",
      why: "most entries of both are 0: compare the words of each sample, not all N·V entries",
      where: shareLine
    ) {
      let largest = $0.p.max(axis: 1, keepingDimension: true)
      return ["accuracy": Tensor(100 * ($0.y .== ($0.p .== largest)).mean())]
    },
  ]

  /// Mistakes in `topWords`.
  static let topMisconceptions: [Misconception] = [
    top.mistake(
      "WK1", "your words are the right ones, but in the order of their numbers",
      why: "argpartition finds the k largest and does not sort them: sort by p, largest first",
      where: sortLine
    ) { $0.words { $0.prefix($1).sorted() } },
    top.mistake(
      "WK2", "your words are the right ones, but the most probable comes last",
      why: "sorting ascends: turn it round, so that the most probable word comes first",
      where: sortLine
    ) { $0.words { $0.prefix($1).reversed() } },
    top.mistake(
      "WK3", "your words are counted from 0",
      why: "words are numbered from 1: add 1 to the index of each", where: "the line that returns"
    ) { $0.words { $0.prefix($1).map { $0 - 1 } } },
    top.mistake(
      "WK4", "your words are the least probable ones",
      why: "the words with the largest p are asked for", where: sortLine
    ) { $0.words { Array($0.reversed().prefix($1)) } },
    top.mistake(
      "WK5", "your list leaves out the most probable word",
      why: "the first of k words is the one with the largest p", where: sortLine
    ) { $0.words { Array($0.dropFirst().prefix($1)) } },
    top.mistake(
      "WK6", "all your samples have the words of the first one",
      why: "each row of p has its own order", where: "the loop over samples"
    ) { call in
      let first = WordNet.ranking(call.p)[0].prefix(call.k)
      return call.table((0..<call.p.shape[0]).map { _ in Array(first) })
    },
    top.mistake(
      "WK7", "you return the probabilities, not the words",
      why: "the number of each word is asked for", where: "the line that returns"
    ) { call in
      let rows = WordNet.ranking(call.p).enumerated().map { row, words in
        words.prefix(call.k).map { call.p[row, $0 - 1] }
      }
      return ["words": Tensor(rows)]
    },
  ]

  private static let count = WrongVariants(question: "countWords", reference: answer) {
    try WordRows($0)
  }
  private static let accuracy = WrongVariants(question: "accuracy", reference: answer) {
    try WordPrediction($0)
  }
  private static let top = WrongVariants(question: "topWords", reference: answer) {
    try WordRanking($0)
  }
  private static let indexLine = "the line that picks the column"
  private static let shareLine = "the line that computes the share"
  private static let maximumLine = "the line that finds the most probable word"
  private static let sortLine = "the lines that sort"
}

extension WordPrediction {
  /// The right share in percent.
  fileprivate var accuracy: Double { WordNet.accuracy(y: y, p: p) }
}

/// Rows of words, to be counted.
struct WordRows: Sendable {
  let words: [[Int]]
  let vocabulary: Int

  init(_ question: Question) throws {
    let table = try question.tensor("words")
    words = (0..<table.shape[0]).map { table.row($0).scalars.map { Int($0) } }
    vocabulary = Int(try question.number("vocabulary"))
  }

  var length: Int { words.first?.count ?? 0 }
  var rightCounts: Tensor { WordNet.counts(of: words, vocabulary: vocabulary) }

  /// Counts in which a word at a position is a 1 in some column.
  func counts(
    of positions: Range<Int>? = nil, _ column: (_ position: Int, _ word: Int) -> Int
  ) -> [String: Tensor] {
    var counts = Tensor.zeros(words.count, vocabulary)
    for (row, words) in words.enumerated() {
      for position in positions ?? 0..<length {
        counts[row, column(position, words[position])] += 1
      }
    }
    return ["counts": counts]
  }
}

/// Probabilities, to be ranked.
struct WordRanking: Sendable {
  let p: Tensor
  let k: Int

  init(_ question: Question) throws {
    p = try question.tensor("p")
    k = Int(try question.number("k"))
  }

  /// What somebody takes of each row's words, of which the most probable comes first.
  func words(_ take: (_ ranked: [Int], _ k: Int) -> [Int]) -> [String: Tensor] {
    table(WordNet.ranking(p).map { take($0, k) })
  }

  func table(_ rows: [[Int]]) -> [String: Tensor] {
    ["words": Tensor(rows.map { $0.map(Double.init) })]
  }
}
