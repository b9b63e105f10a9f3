import Reference
import Tensors
import Testing

extension PublishedTable {
  static let denseClassifier = PublishedTable(
    assignment: "dense-classifier", exact: ["2.7", "4.8"], settled: ["4.11", "2.17"],
    cells: summaries + steps)

  private static let reference = DenseClassifierCourseworkReference()

  // MARK: - Parameters

  private static let summaries: [PublishedCell] = [
    PublishedCell(
      "2.7", in: .kerasMNIST, "model.summary() · Param #", .value([401920, 131328, 2570])
    ) { layers([784, 512, 256, 10]) },
    PublishedCell(
      "2.7", in: .kerasMNIST, "model.summary() · Total params", .value(Tensor(535818))
    ) { total([784, 512, 256, 10]) },
    PublishedCell(
      "2.17", in: .kerasMNIST, "model_dropout.summary() · Total params", .value(Tensor(535818))
    ) {
      // Dropout layers learn nothing.
      total([784, 512, 256, 10])
    },
    PublishedCell(
      "4.8", in: .columbiaImages, "model.summary() · Param #", .value([393344, 8256, 650])
    ) { layers([3072, 128, 64, 10]) },
    PublishedCell(
      "4.8", in: .columbiaImages, "model.summary() · Total params", .value(Tensor(402250))
    ) { total([3072, 128, 64, 10]) },
    PublishedCell(
      "4.8", in: .columbiaImages, "model.summary() · MB", .rounded(Tensor(1.53), decimals: 2)
    ) {
      // Of four bytes each.
      total([3072, 128, 64, 10]) * 4 / 1_048_576
    },
  ]

  private static func layers(_ sizes: [Int]) -> Tensor {
    Tensor(reference.parameterCounts(sizes: sizes).layers.map(Double.init))
  }

  private static func total(_ sizes: [Int]) -> Tensor {
    Tensor(Double(reference.parameterCounts(sizes: sizes).total))
  }

  // MARK: - Steps

  private static let steps: [PublishedCell] = runs.map { name, samples, split, steps in
    PublishedCell("4.11", in: .columbiaImages, "\(name) · steps", .value(Tensor(steps))) {
      let counts = reference.stepCounts(samples: samples, batchSize: 32, validationSplit: split)
      return Tensor(Double(counts.train))
    }
  }

  private static let runs: [(name: String, samples: Int, split: Double, steps: Double)] = [
    ("model.fit", 40_000, 0.2, 1000), ("model.evaluate", 10_000, 0, 313),
    ("model.predict of 50 images", 50, 0, 2),
  ]
}
