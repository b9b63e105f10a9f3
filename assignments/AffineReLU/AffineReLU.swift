import Coursework

/// Affine and ReLU layers, forward and backward: the contract of the assignment `affine-relu`.
///
/// Rows are samples: N of them in a batch, with D inputs and M outputs each.
///
/// ```
/// x (N, D) ──► affine ──► z (N, M) ──► ReLU ──► h (N, M)
///               ▲
///         w (D, M), b (M)
/// ```
///
/// A gradient is named for what it is the gradient of: `gradW` holds the derivative of the loss by
/// each entry of `w`, in the shape of `w`. The gradient that comes from above already contains the
/// 1/N of the loss, so no backward pass divides by N.
public protocol AffineReLU: Contract {
  /// The affine layer: `y = x·w + b`, where b is added to every row.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - w: Weights, (D, M).
  ///   - b: Biases, (M).
  /// - Returns: y, (N, M).
  /// - Throws: `NotImplemented` until it is written.
  func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor

  /// The affine layer backwards, for `y = h·w + b`.
  ///
  /// ```
  /// gradH = gradY·wᵀ        gradW = hᵀ·gradY        gradB[j] = Σᵢ gradY[i, j]
  /// ```
  ///
  /// - Parameters:
  ///   - gradY: The gradient that comes from above, (N, M).
  ///   - h: The layer's inputs, (N, D).
  ///   - w: Weights, (D, M).
  /// - Returns: gradH, (N, D); gradW, (D, M); gradB, (M).
  /// - Throws: `NotImplemented` until it is written.
  func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
    gradH: Tensor, gradW: Tensor, gradB: Tensor
  )

  /// The rectified linear unit: `h = max(0, z)`, element by element.
  ///
  /// - Parameter z: Pre-activations, (N, M).
  /// - Returns: h, (N, M).
  /// - Throws: `NotImplemented` until it is written.
  func relu(z: Tensor) throws -> Tensor

  /// ReLU backwards: `gradZ = gradH` where `z > 0`, and 0 elsewhere, also at `z = 0`.
  ///
  /// - Parameters:
  ///   - gradH: The gradient that comes from above, (N, M).
  ///   - z: The pre-activations that went into the ReLU, (N, M).
  /// - Returns: gradZ, (N, M).
  /// - Throws: `NotImplemented` until it is written.
  func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor

  /// Both layers, one after the other: `h = max(0, x·w + b)`.
  ///
  /// - Parameters:
  ///   - x: Inputs, (N, D).
  ///   - w: Weights, (D, M).
  ///   - b: Biases, (M).
  /// - Returns: h, (N, M).
  /// - Throws: `NotImplemented` until it is written.
  func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor

  /// Both layers backwards, for `h = max(0, x·w + b)`.
  ///
  /// ```
  /// z = x·w + b        gradZ = gradH where z > 0, else 0
  /// gradX = gradZ·wᵀ        gradW = xᵀ·gradZ        gradB[j] = Σᵢ gradZ[i, j]
  /// ```
  ///
  /// - Parameters:
  ///   - gradH: The gradient that comes from above, (N, M).
  ///   - x: Inputs, (N, D).
  ///   - w: Weights, (D, M).
  ///   - b: Biases, (M).
  /// - Returns: gradX, (N, D); gradW, (D, M); gradB, (M).
  /// - Throws: `NotImplemented` until it is written.
  func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
    gradX: Tensor, gradW: Tensor, gradB: Tensor
  )
}

extension AffineReLU {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "affine":
      let y = try affine(
        x: question.tensor("x"), w: question.tensor("w"), b: question.tensor("b"))
      return ["y": .tensor(y)]
    case "affineBackward":
      let out = try affineBackward(
        gradY: question.tensor("gradY"), h: question.tensor("h"), w: question.tensor("w"))
      return [
        "gradH": .tensor(out.gradH), "gradW": .tensor(out.gradW), "gradB": .tensor(out.gradB),
      ]
    case "relu":
      return ["h": .tensor(try relu(z: question.tensor("z")))]
    case "reluBackward":
      let gradZ = try reluBackward(gradH: question.tensor("gradH"), z: question.tensor("z"))
      return ["gradZ": .tensor(gradZ)]
    case "affineReLU":
      let h = try affineReLU(
        x: question.tensor("x"), w: question.tensor("w"), b: question.tensor("b"))
      return ["h": .tensor(h)]
    case "affineReLUBackward":
      let out = try affineReLUBackward(
        gradH: question.tensor("gradH"), x: question.tensor("x"), w: question.tensor("w"),
        b: question.tensor("b"))
      return [
        "gradX": .tensor(out.gradX), "gradW": .tensor(out.gradW), "gradB": .tensor(out.gradB),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
