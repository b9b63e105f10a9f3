import Assignments
import Coursework
import Grading

extension Assignment {
  /// A net that predicts the fourth word, from counts of words to its last epoch: 40 points.
  package static let wordTrigrams = Assignment(
    id: "word-trigrams", title: "The fourth word from three", contract: "WordTrigrams",
    reference: WordTrigramsReference.answer,
    formula: WordTrigramsFormula(),
    parts: [
      .countWords, .forward, .forwardExtreme, .loss, .backward, .update, .accuracy, .topWords,
      .wordTraining,
    ],
    misconceptions: WordTrigramsReference.misconceptions,
    alternatives: WordTrigramsReference.alternatives,
    terms: BatchMomentum.terms,
    compositions: [WordTrigramsReference.net.composition],
    derivatives: [.wordTrigrams], publicChecks: PublicCheck.wordTrigrams)
}

extension WordTrigramsReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    countMisconceptions + forwardMisconceptions + lossMisconceptions + backwardMisconceptions
    + BatchMomentum.misconceptions(answer) + accuracyMisconceptions + topMisconceptions
    + net.trainMisconceptions(answer)
}

// MARK: - Parts

// Counts and one-hot rows are not drawn number by number, so that no example is made simpler.
extension Part {
  fileprivate static let countWords = Part(
    id: "count-words", title: "Words as counts", outputs: [Output("counts", points: 3)],
    checks: [
      .agrees("count-words/values", judging: ["counts"]) { seed in
        Draw.questions(
          of: "count-words/values", seed,
          sizes: [[5, 3, 7], [4, 3, 9], [6, 3, 6], [7, 1, 4], [7, 1, 4]]
        ) { draw, n in
          let words = (0..<n[0] * n[1]).map { _ in Double(draw.one(of: Array(1...n[2]))) }
          var table = Tensor(shape: [n[0], n[1]], scalars: words)
          // One row has a word twice.
          if n[1] > 1 { table[0, 1] = table[0, 0] }
          return Question(
            "countWords", ["words": .tensor(table), "vocabulary": .number(Double(n[2]))])
        }
      }
    ])

  fileprivate static let forward = Part(
    id: "forward", title: "Forward pass", outputs: [Output("p", points: 4)],
    checks: [
      .agrees("forward/values", judging: ["p"]) { seed in
        Draw.questions(of: "forward/values", seed, sizes: sizes) { draw, n in
          passQuestion("forward", &draw, n)
        }
      }
    ])

  /// A part of its own: who overflows has understood the net, and loses these points alone.
  fileprivate static let forwardExtreme = Part(
    id: "forward-extreme", title: "Forward pass with large sums",
    outputs: [Output("p", points: 2)],
    checks: [
      .agrees("forward-extreme/values", judging: ["p"]) { seed in
        zip(sizes, [1000, 0, -2000, 0, 0]).enumerated().map { variant, size in
          var draw = Draw(seed: seed, check: "forward-extreme/values", variant: variant)
          let question = passQuestion("forward", &draw, size.0)
          guard let b3 = question.inputs["b3"]?.tensor else { return question }
          return Question(
            question.name, question.inputs.merging(["b3": .tensor(b3 + size.1)]) { $1 })
        }
      }
    ])

  fileprivate static let loss = Part(
    id: "loss", title: "Cross-entropy", outputs: [Output("loss", points: 2)],
    checks: [
      .agrees("loss/values", judging: ["loss"]) { seed in
        Draw.questions(
          of: "loss/values", seed, sizes: [[5, 4], [4, 7], [6, 6], [7, 3], [7, 3]]
        ) { draw, n in
          Question(
            "loss",
            [
              "y": .wordRows(&draw, n[0], vocabulary: n[1]),
              "p": .tensor(probabilities(&draw, n[0], n[1])),
            ])
        }
      }
    ])

  fileprivate static let backward = Part(
    id: "backward", title: "Backpropagation",
    outputs: [
      Output("gradW1", points: 2), Output("gradB1", points: 1), Output("gradW2", points: 2),
      Output("gradB2", points: 1), Output("gradW3", points: 2), Output("gradB3", points: 1),
    ],
    checks: [
      .agrees(
        "backward/values",
        judging: ["gradW1", "gradB1", "gradW2", "gradB2", "gradW3", "gradB3"]
      ) { seed in
        Draw.questions(of: "backward/values", seed, sizes: sizes) { draw, n in
          passQuestion("backward", &draw, n)
        }
      }
    ],
    conventionCredit: WordTrigramsReference.backwardCredit)

  // The handout fixes the form, so right answers by another form of momentum earn nothing.
  fileprivate static let update = Part(
    id: "update", title: "Update with momentum",
    outputs: [Output("w", points: 3), Output("v", points: 2)],
    checks: [
      .agrees(
        "update/values", judging: ["w", "v"], sizes: BatchMomentum.steps,
        question: BatchMomentum.question)
    ])

  fileprivate static let accuracy = Part(
    id: "accuracy", title: "Accuracy", outputs: [Output("accuracy", points: 2)],
    checks: [
      .agrees("accuracy/values", judging: ["accuracy"]) { seed in
        Draw.questions(
          of: "accuracy/values", seed, sizes: [[9, 5], [7, 4], [6, 6], [11, 7], [11, 7]]
        ) { draw, n in
          let p = probabilities(&draw, n[0], n[1])
          var y = Value.wordRows(&draw, n[0], vocabulary: n[1]).tensor ?? p
          // Every third sample is right for sure, or there might be none.
          for row in stride(from: 0, to: n[0], by: 3) {
            for word in 0..<n[1] { y[row, word] = word == p.row(row).argmax() ? 1 : 0 }
          }
          return Question("accuracy", ["y": .tensor(y), "p": .tensor(p)])
        }
      }
    ])

  fileprivate static let topWords = Part(
    id: "top-words", title: "The most probable words", outputs: [Output("words", points: 3)],
    checks: [
      .agrees("top-words/values", judging: ["words"]) { seed in
        Draw.questions(
          of: "top-words/values", seed,
          sizes: [[4, 7, 3], [3, 9, 4], [5, 6, 2], [6, 6, 5], [6, 6, 5]]
        ) { draw, n in
          Question(
            "topWords",
            ["p": .tensor(probabilities(&draw, n[0], n[1])), "k": .number(Double(n[2]))])
        }
      }
    ])
}

// MARK: - Questions

/// N, V, D and P: all different, one of them square; the last come twice.
private let sizes = [[5, 7, 3, 4], [4, 6, 2, 5], [4, 4, 4, 4], [6, 5, 4, 3], [6, 5, 4, 3]]

/// A question about a pass through the net, backwards with the right words.
private func passQuestion(_ name: String, _ draw: inout Draw, _ n: [Int]) -> Question {
  var inputs = Value.wordLayers(&draw, n[1], n[2], n[3])
  inputs["x"] = .trigrams(&draw, n[0], vocabulary: n[1])
  if name == "backward" { inputs["y"] = .wordRows(&draw, n[0], vocabulary: n[1]) }
  return Question(name, inputs)
}

/// Rows of probabilities that add up to 1, of which no two are equal.
private func probabilities(_ draw: inout Draw, _ rows: Int, _ columns: Int) -> Tensor {
  var random = draw.generator()
  let weights = random.rand(rows, columns) + 0.0625
  return weights / weights.sum(axis: 1, keepingDimension: true)
}
