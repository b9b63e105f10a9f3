import Coursework
import Grading

extension AffineReLUReference {
  // MARK: - ReLU

  /// A way to write max(0, z), which serves the sandwich too.
  struct Rectifier: Sendable {
    let id: String
    let summary: String
    let h: @Sendable (Tensor) -> Tensor

    init(_ id: String, _ summary: String, h: @escaping @Sendable (Tensor) -> Tensor) {
      self.id = id
      self.summary = summary
      self.h = h
    }
  }

  static let rectifiers: [Rectifier] = [
    Rectifier("in-place", "negative entries are overwritten by 0") { z in
      var h = z
      for i in 0..<z.shape[0] {
        for j in 0..<z.shape[1] where h[i, j] < 0 { h[i, j] = 0 }
      }
      return h
    },
    Rectifier("choice", "z > 0 ? z : 0, entry by entry") { z in z.map { $0 > 0 ? $0 : 0 } },
    Rectifier("mask", "z times the mask of z > 0") { z in z * (z .> 0) },
    Rectifier("mask-at-zero", "z times the mask of z >= 0") { z in z * (z .>= 0) },
    Rectifier("absolute", "half of z + |z|") { z in 0.5 * (z + z.abs()) },
    Rectifier("remainder", "z minus its negative part") { z in z - z.map { min(0, $0) } },
    Rectifier("minimum", "−min(0, −z)") { z in z.map { -min(0, -$0) } },
  ]

  static let reluAlternatives: [Alternative] = rectifiers.map { way in
    Alternative("relu-\(way.id)", of: "relu", way.summary) {
      ["h": .tensor(way.h(try $0.tensor("z")))]
    }
  }

  // MARK: - ReLU backward

  /// A way to write gradH where z > 0 and 0 elsewhere, which serves the sandwich too.
  struct Masking: Sendable {
    let id: String
    let summary: String
    let gradZ: @Sendable (_ gradH: Tensor, _ z: Tensor) -> Tensor

    init(
      _ id: String, _ summary: String,
      gradZ: @escaping @Sendable (_ gradH: Tensor, _ z: Tensor) -> Tensor
    ) {
      self.id = id
      self.summary = summary
      self.gradZ = gradZ
    }
  }

  static let maskings: [Masking] = [
    Masking("in-place", "entries of gradH are overwritten by 0 where z <= 0") { gradH, z in
      var gradZ = gradH
      for i in 0..<z.shape[0] {
        for j in 0..<z.shape[1] where z[i, j] <= 0 { gradZ[i, j] = 0 }
      }
      return gradZ
    },
    Masking("choice", "z > 0 ? gradH : 0, entry by entry") { gradH, z in
      Tensor(shape: z.shape, scalars: zip(gradH.scalars, z.scalars).map { $1 > 0 ? $0 : 0 })
    },
    Masking("output", "the mask looks at max(0, z)") { g, z in g * (z.maximum(0) .> 0) },
    Masking("difference", "gradH minus its part where z <= 0") { g, z in g - g * (z .<= 0) },
  ]

  static let reluBackwardAlternatives: [Alternative] = maskings.map { way in
    Alternative("relu-backward-\(way.id)", of: "reluBackward", way.summary) {
      ["gradZ": .tensor(way.gradZ(try $0.tensor("gradH"), try $0.tensor("z")))]
    }
  }
}
