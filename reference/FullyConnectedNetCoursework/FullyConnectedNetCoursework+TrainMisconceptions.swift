import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Mistakes in `train`; η is the learning rate, μ the momentum, n the iterations of an epoch.
  static let trainMisconceptions =
    bestMisconceptions + batchMisconceptions + rateMisconceptions + momentumMisconceptions

  private static let train = WrongVariants(
    question: "train", reference: { try FullyConnectedNetCourseworkReference().answer($0) }
  ) { try SolverCall($0) }
  private static let bestLines = "the lines that remember the best weights and biases"
  private static let batchLine = "the line that draws the rows of a batch"
  private static let rateLine = "the line that lets the learning rate decay"
  private static let stepLine = "the lines that move the weights and biases"

  // MARK: - The best

  private static let bestMisconceptions: [Misconception] = [
    train.mistake(
      "FT1", "you return the weights and biases after the last step",
      why: "return those with the highest validation accuracy on the way", where: bestLines
    ) { $0.outcome { $0.returnsBest = false } },
    train.mistake(
      "FT2", "of equal validation accuracies you keep the latest",
      why: "only one that is higher than all before it counts: compare with >, not ≥",
      where: bestLines
    ) { $0.outcome { $0.isBetter = { $0 >= $1 } } },
    train.mistake(
      "FT14", "you measure the accuracy on the data that the net learns from",
      why: "what a net has learnt by heart it knows; measure on the validation data",
      where: "the lines that measure the accuracy"
    ) { $0.outcome { $0.measuresOnValidation = false } },
    train.mistake(
      "FT12", "you measure the accuracy after each epoch alone",
      why: "it is measured after the very first iteration as well",
      where: "the lines that measure the accuracy"
    ) { $0.outcome { $0.measures = { $0.isMultiple(of: $1) } } },
  ]

  // MARK: - Batches and losses

  private static let batchMisconceptions: [Misconception] = [
    train.mistake(
      "FT3", "no row comes twice in your batches",
      why: "the rows are drawn with replacement: random.choice(N, count: batchSize)",
      where: batchLine
    ) { $0.outcome { $0.rows = { n, size, random in Array(random.permutation(n).prefix(size)) } } },
    train.mistake(
      "FT11", "your batches are always the first rows",
      why: "every iteration draws its rows anew: random.choice(N, count: batchSize)",
      where: batchLine
    ) { $0.outcome { $0.rows = { n, size, _ in Array(0..<min(n, size)) } } },
    train.mistake(
      "FT17", "every step uses all samples, not a batch of them",
      why: "every iteration draws its rows: random.choice(N, count: batchSize)", where: batchLine
    ) { $0.outcome { $0.rows = { n, _, _ in Array(0..<n) } } },
    train.mistake(
      "FT7", "you take one step an epoch",
      why: "an epoch has max(N / batchSize, 1) iterations",
      where: "the line that counts the iterations"
    ) { $0.outcome { $0.epoch = 1 } },
    train.mistake(
      "FT8", "the number of iterations of an epoch is rounded up",
      why: "an epoch has max(N / batchSize, 1) iterations, rounded down",
      where: "the line that counts the iterations"
    ) {
      $0.outcome {
        let size = $0.settings.batchSize
        $0.epoch = ($0.x.shape[0] + size - 1) / size
      }
    },
    train.mistake(
      "FT13", "your lossHistory holds losses after the step",
      why: "the loss belongs to the weights that its gradient is taken at: add it before the step",
      where: "the line that adds to lossHistory"
    ) { $0.outcome { $0.recordsBeforeStep = false } },
    train.mistake(
      "FT10", "the penalty is missing in training",
      why: "the loss and its gradients have λ/2 · Σ w² in them: hand λ on",
      where: "the line that computes the loss of a batch"
    ) { $0.outcome { $0.lossAndGradients = SolverRun.lossAndGradients(regularization: 0) } },
  ]

  // MARK: - Steps

  private static let rateMisconceptions: [Misconception] = [
    train.mistake(
      "FT4", "your learning rate decays after every iteration",
      why: "it decays once an epoch, after every n-th iteration", where: rateLine
    ) { $0.outcome { $0.decays = { _, _ in true } } },
    train.mistake(
      "FT5", "your learning rate never decays",
      why: "multiply it by the decay after every n-th iteration", where: rateLine
    ) { $0.outcome { $0.decays = { _, _ in false } } },
    train.mistake(
      "FT15", "your learning rate decays before the first iteration of each epoch",
      why: "the first epoch has the full η; it decays after every n-th iteration", where: rateLine
    ) { call in
      call.outcome { run in
        // The first epoch begins with a decay as well, and all that follow are one ahead.
        run.scaleRate(run.settings.learningRateDecay)
      }
    },
    train.mistake(
      "FT6", "your steps go uphill",
      why: "the loss falls against the gradient: subtract η·g", where: stepLine
    ) { $0.outcome { $0.scaleRate(-1) } },
    train.mistake(
      "FT9", "your biases are never moved",
      why: "biases learn as weights do: move both", where: stepLine
    ) { call in
      call.outcome { run in
        let move = run.move
        run.move = { w, v, g, rate in w.rank == 1 ? (w, v) : move(w, v, g, rate) }
      }
    },
    train.mistake(
      "FT18", "your steps have the learning rate in them twice",
      why: "multiply the gradient by η once", where: stepLine
    ) { call in
      call.outcome { run in
        let move = run.move
        run.move = { w, v, g, rate in move(w, v, g, rate * rate) }
      }
    },
  ]

  private static let momentumMisconceptions: [Misconception] = [
    train.momentum(
      "FM1", "your velocity is a moving average: v' = μ·v + (1 − μ)·g, w' = w − η·v'",
      why: "that is another form of momentum; here v' = μ·v − η·g"
    ) { w, v, g, rate, momentum in
      let velocity = momentum * v + (1 - momentum) * g
      return (w - rate * velocity, velocity)
    },
    train.momentum(
      "FM2", "your η multiplies the whole velocity: v' = μ·v + g, w' = w − η·v'",
      why: "where η decays that is another step; here v' = μ·v − η·g"
    ) { w, v, g, rate, momentum in
      let velocity = momentum * v + g
      return (w - rate * velocity, velocity)
    },
    train.momentum(
      "FM3", "the momentum is missing: your steps are those of plain gradient descent",
      why: "v' = μ·v − η·g, and v' is kept for the next step"
    ) { w, v, g, rate, _ in (w - rate * g, v) },
    train.momentum(
      "FM4", "your step takes the old velocity",
      why: "w' = w + v', with the velocity of this very step"
    ) { w, v, g, rate, momentum in (w + v, momentum * v - rate * g) },
    train.momentum(
      "FM5", "your steps are Nesterov's: w' = w − μ·v + (1 + μ)·v'",
      why: "here w' = w + v'"
    ) { w, v, g, rate, momentum in
      let velocity = momentum * v - rate * g
      return (w - momentum * v + (1 + momentum) * velocity, velocity)
    },
    train.momentum(
      "FM6", "your biases move without momentum",
      why: "every weight and bias has a velocity of its own: v' = μ·v − η·g"
    ) { w, v, g, rate, momentum in
      let velocity = (w.rank == 1 ? 0 : momentum) * v - rate * g
      return (w + velocity, velocity)
    },
  ]
}

extension WrongVariants<SolverCall> {
  /// A mistake in the update rule, which shows where that is momentum.
  fileprivate func momentum(
    _ id: String, _ looksLike: String, why: String,
    move:
      @escaping @Sendable (
        _ w: Tensor, _ v: Tensor, _ g: Tensor, _ rate: Double, _ momentum: Double
      ) -> (Tensor, Tensor)
  ) -> Misconception {
    mistake(id, looksLike, why: why, where: "the lines of the momentum update") { call in
      call.outcome { run in
        guard run.settings.updateRule == .momentum else { return }
        let momentum = run.settings.momentum
        run.move = { move($0, $1, $2, $3, momentum) }
      }
    }
  }
}

extension SolverRun {
  /// Multiplies the learning rate of every step.
  fileprivate mutating func scaleRate(_ factor: Double) {
    let move = move
    self.move = { w, v, g, rate in move(w, v, g, factor * rate) }
  }
}

/// What a run of the solver is computed from.
struct SolverCall: Sendable {
  private let run: SolverRun
  private let random: RandomState

  init(_ question: Question) throws {
    run = try SolverRun(question)
    random = try question.randomState("random")
  }

  /// What a run answers that is right but for the change.
  func outcome(_ change: (inout SolverRun) -> Void) -> [String: Tensor] {
    var (run, random) = (run, random)
    change(&run)
    return run.outcome(random: &random).named
  }
}
