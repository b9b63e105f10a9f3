import Tensors

extension PublishedTable {
  static let fullyConnectedNet = PublishedTable(
    assignment: "fully-connected-net", exact: ["1.35", "1.49"], settled: ["1.50"],
    cells: regularized + dropped + experiment)

  // MARK: - Any depth

  private static let regularized: [PublishedCell] =
    cells(
      "1.35", "reg = 0", "reg_0", loss: 2.3004790897684924,
      errors: [
        "W1": 1.48e-07, "W2": 2.21e-05, "W3": 3.53e-07, "b1": 5.38e-09, "b2": 2.09e-09,
        "b3": 5.80e-11,
      ], exponents: ["W2": -5], or: -7
    ) { FullyConnectedCell.regularized[0] ?? .none }
    + cells(
      "1.35", "reg = 3.14", "reg_3.14", loss: 7.052114776533016,
      errors: [
        "W1": 7.36e-09, "W2": 6.87e-08, "W3": 3.48e-08, "b1": 1.48e-08, "b2": 1.72e-09,
        "b3": 1.80e-10,
      ], exponents: [:], or: -7
    ) { FullyConnectedCell.regularized[3.14] ?? .none }

  // MARK: - Dropout

  // The net with dropout 1 is the one without a penalty above.
  private static let dropped: [PublishedCell] =
    cells(
      "1.49", "dropout = 0.75", "dropout_0.75", loss: 2.302371489704412,
      errors: [
        "W1": 1.90e-07, "W2": 4.76e-06, "W3": 2.60e-08, "b1": 4.73e-09, "b2": 1.82e-09,
        "b3": 1.70e-10,
      ], exponents: [:], or: -6
    ) { FullyConnectedCell.dropped[0.75] ?? .none }
    + cells(
      "1.49", "dropout = 0.5", "dropout_0.5", loss: 2.3042759220785896,
      errors: [
        "W1": 3.11e-07, "W2": 1.84e-08, "W3": 5.35e-08, "b1": 5.37e-09, "b2": 2.99e-09,
        "b3": 1.13e-10,
      ], exponents: [:], or: -6
    ) { FullyConnectedCell.dropped[0.5] ?? .none }

  private static func cells(
    _ part: String, _ net: String, _ section: String, loss: Double,
    errors: KeyValuePairs<String, Double>, exponents: [String: Int], or exponent: Int,
    _ cell: @escaping @Sendable () -> FullyConnectedCell
  ) -> [PublishedCell] {
    func kept(
      _ figure: String, _ name: String, _ number: @escaping @Sendable (FullyConnectedCell) -> Tensor
    ) -> PublishedCell {
      PublishedCell(
        part, in: .cs231n, "FullyConnectedNet · \(net) · \(figure)",
        .kept(file: "fully-connected-net", section, name)
      ) { number(cell()) }
    }
    let losses = [
      PublishedCell(
        part, in: .cs231n, "FullyConnectedNet · \(net) · initial loss", .value(Tensor(loss))
      ) { cell().loss },
      kept("the first of W1", "initial") { $0.w1.head(10) },
    ]
    let sums = ["W1", "W2", "b1", "b2"].map { name in
      kept("sum of the gradient by \(name)", "\(name)_sum") {
        Tensor($0.gradients[name]?.sum() ?? .nan)
      }
    }
    return losses + sums
      + errors.flatMap { name, error in
        [
          kept("the first of the gradient by \(name)", "\(name)_head") {
            ($0.gradients[name] ?? Tensor(.nan)).head(10)
          },
          PublishedCell(
            part, in: .cs231n, "FullyConnectedNet · \(net) · \(name) relative error",
            .gradientError(error, .around(exponent: exponents[name] ?? exponent))
          ) { cell().errors[name] ?? Tensor(.nan) },
        ]
      }
  }

  // MARK: - Regularisation experiment

  private static let experiment: [PublishedCell] = [
    PublishedCell(
      "1.50", in: .cs231n, "regularization experiment · the first of W1",
      .kept(file: "fully-connected-net", "experiment", "W1_head")
    ) { FullyConnectedCell.experiment.weights[0].head(10) },
    PublishedCell(
      "1.50", in: .cs231n, "regularization experiment · the first of W2",
      .kept(file: "fully-connected-net", "experiment", "W2_head")
    ) { FullyConnectedCell.experiment.weights[1].head(10) },
    PublishedCell(
      "1.50", in: .cs231n, "regularization experiment · the first of the first batch",
      .kept(file: "fully-connected-net", "experiment", "first_batch_head")
    ) { FullyConnectedCell.experiment.batch.head(20) },
  ]
}
