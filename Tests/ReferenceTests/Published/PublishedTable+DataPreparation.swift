import NumPyRandom
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let dataPreparation = PublishedTable(
    assignment: "data-preparation", exact: ["2.3", "2.4", "2.6", "4.6"], settled: [],
    cells: shapes + pixels + splits)

  private static let reference = DataPreparationReference()

  // MARK: - Images

  private static let shapes: [PublishedCell] = [
    PublishedCell("2.3", in: .kerasMNIST, "X_train.shape · columns", .value([784])) {
      columns(of: .zeros(2, 28, 28, 1))
    },
    PublishedCell("4.6", in: .columbiaImages, "x_dev_flat.shape · columns", .value([3072])) {
      columns(of: .zeros(2, 32, 32, 3))
    },
  ]

  private static func columns(of images: Tensor) -> Tensor {
    Tensor(reference.flattened(images: images).shape.dropFirst().map(Double.init))
  }

  /// Pixels of the first image of a 0 as they are, and as they are printed scaled.
  private static let pixels: [PublishedCell] = [
    PublishedCell(
      "2.4", in: .kerasMNIST, "X_train[1] · scaled pixels",
      .roundedFloat(
        [
          0.20000002, 0.62352943, 0.99215692, 0.19607845, 0.18823531, 0.9333334, 0.98823535,
          0.92941183, 0.21176472, 0.89019614, 0.02352941, 1,
        ], decimals: 8)
    ) {
      let levels: Tensor = [51, 159, 253, 50, 48, 238, 252, 237, 54, 227, 6, 255]
      // Every column spans 0 to 255 in the training set.
      let train = Tensor([[Double](repeating: 0, count: 12), .init(repeating: 255, count: 12)])
      return reference.minMaxScaled(train: train, test: levels.reshaped(1, -1)).test.row(0)
    }
  ]

  // MARK: - Splits

  private static let splits: [PublishedCell] = [
    PublishedCell(
      "2.6", in: .kerasMNIST, "samples to train and to validate", .value([42000, 18000])
    ) {
      let sets = split(60000, 0.3)
      return Tensor([Double(sets.train.count), Double(sets.validation.count)])
    },
    PublishedCell(
      "4.6", in: .columbiaImages, "train_test_split · samples to train and to validate",
      .value([40000, 10000])
    ) { Tensor([Double(images.train.count), Double(images.validation.count)]) },
    PublishedCell(
      "4.6", in: .columbiaImages, "train_test_split · the first that validate",
      .value([33553, 9427, 199, 12447, 39489, 42724, 10822, 49498, 4144, 36958])
    ) { Tensor(images.validation.prefix(10).map(Double.init)) },
    PublishedCell(
      "4.6", in: .columbiaImages, "train_test_split · the first that train",
      .value([39087, 30893, 45278, 16398, 13653, 13748, 23965, 45552, 30219, 24079])
    ) { Tensor(images.train.prefix(10).map(Double.init)) },
    PublishedCell(
      "4.6", in: .columbiaImages, "train_test_split · the last that train",
      .value([11284, 44732, 38158, 860, 15795])
    ) { Tensor(images.train.suffix(5).map(Double.init)) },
  ]

  private static let images = split(50000, 0.2)

  private static func split(
    _ count: Int, _ fraction: Double
  ) -> (validation: [Int], train: [Int]) {
    var random = RandomState(seed: 42)
    return reference.split(count: count, fraction: fraction, random: &random)
  }
}
