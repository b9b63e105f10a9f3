import Tensors
import Testing

/// A figure of the coursework beside the number that our references recompute for it.
struct PublishedCell: Sendable, CustomTestStringConvertible {
  /// Course documents with figures that are settled without their data sets.
  enum Document: String, Sendable {
    /// The `toronto-faces` homework, a 2304-16-32-7 ReLU net.
    case faces = "S0 Q3"
    /// The `cs231n` assignment 2, fully connected nets and dropout.
    case cs231n = "S1 Q3"
    /// The question 1 of the same homework, a tanh net for cats and cars.
    case eee443Cats = "S1 Q1"
    /// The question 2 of the same homework, a net for the fourth word.
    case eee443Trigrams = "S1 Q2"
    /// The exercise 4 of `keras-mnist`, a 784-512-256-10 net.
    case kerasMNIST = "S2"
    /// The `cs145` homework 3, section 1, the 2-2-1 net by hand.
    case cs145 = "S3 Section 1"
    /// The two-layer net of the same homework.
    case cs145Net = "S3 Section 2"
    /// The `columbia-aml` homework 4, part 1, the 2-3-1 net.
    case columbiaAML = "S4 Part 1"
    /// Part 2 of the same homework, a 3072-128-64-10 net.
    case columbiaImages = "S4 Part 2"
  }

  /// The numbers that the catalogue of the coursework gives to what this figure is about.
  let parts: [String]
  /// Course, question, cell and figure, such as "S1 Q3 · affine_backward · dx error".
  let citation: String
  /// How the figure binds; several where the course prints it and NumPy has all its digits.
  let claims: [Claim]
  /// The number by our reference, along the way that the course describes.
  let recomputed: @Sendable () throws -> Tensor

  init(
    _ parts: [String], in document: Document, _ figure: String, _ claims: [Claim],
    recomputed: @escaping @Sendable () throws -> Tensor
  ) {
    self.parts = parts
    citation = "\(document.rawValue) · \(figure)"
    self.claims = claims
    self.recomputed = recomputed
  }

  init(
    _ parts: String..., in document: Document, _ figure: String, _ claims: Claim...,
    recomputed: @escaping @Sendable () throws -> Tensor
  ) {
    self.init(parts, in: document, figure, claims, recomputed: recomputed)
  }

  var testDescription: String { citation }
}

extension Tensor {
  /// The first numbers in row-major order.
  func head(_ count: Int) -> Tensor { Tensor(Array(scalars.prefix(count))) }
}
